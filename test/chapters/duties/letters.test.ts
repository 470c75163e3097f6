import { factsWith, wholeLetter } from '../world';
import { mine } from '../../../src/chapters/duties/mine';
import { desk, taskRecord } from './samples';

const clock = factsWith({ as: 'clock' });
const english = factsWith({ as: 'clock', language: 'en' });

describe('1.3.7 the e-mail to who is to do a task', () => {
  test('says who gave it, what and by when, and leads to the page', () => {
    const letter = desk.letter('task-given', taskRecord());
    expect(letter.subject).toBe('交办事项：联系会议室投影维修 RW-2026-00001，2026-10-12 前');
    expect(letter.sentence).toBe('赵敏交办给您一件事，请在 2026-10-12 前办好。办好后点按钮登记，赵敏会收到邮件。');
    expect(letter.facts).toEqual([
      ['交办事项', '联系会议室投影维修'],
      ['完成期限', '2026-10-12'],
      ['交办人', '赵敏'],
    ]);
    expect(letter.button).toBe('查看并登记');
    expect(desk.letter('task-given', taskRecord(), english).subject).toBe(
      'Task: 联系会议室投影维修 RW-2026-00001, by 2026-10-12',
    );
  });

  test('goes while the task is to do', () => {
    const isDue = (state: string) => desk.product.letter('task-given')!.isDue(taskRecord({ state }), clock);
    expect(['open', 'done', 'dropped'].map(isDue)).toEqual([true, false, false]);
  });

  test('has a long task’s first line in the subject, and all of it below', () => {
    const content = `${'准备年会材料并联系酒店'.repeat(4)}\n第二行`;
    const letter = desk.letter('task-given', taskRecord({ content }));
    expect(letter.subject).toContain('…');
    expect(letter.subject).not.toContain('第二行');
    expect(letter.facts[0]).toEqual(['交办事项', content]);
  });
});

describe('1.3.7 the e-mails about the end of a task', () => {
  test('who gave it reads the result', () => {
    const letter = desk.letter(
      'task-done',
      taskRecord({ state: 'done', result: '周一上门', doneAt: '2026-10-09T16:00' }),
    );
    expect(letter.subject).toBe('已完成：联系会议室投影维修 RW-2026-00001');
    expect(letter.facts).toContainEqual(['办理结果', '周一上门']);
    expect(letter.button).toBeUndefined();
  });

  test.each(['task-dropped', 'task-dropped-giver'])('%s gives the reason', (key) => {
    const record = taskRecord({ state: 'dropped', result: '已换新投影' });
    expect(desk.product.letter(key)!.isDue(record, clock)).toBe(true);
    expect(wholeLetter(desk.letter(key, record))).toContain('已换新投影');
    expect(desk.letter(key, record, english).subject).toBe('Dropped: 联系会议室投影维修 RW-2026-00001');
  });
});

describe('1.3.7 the page of a task', () => {
  const page = desk.product.page('task')!;

  test('says by when, and dies with the task or its change', () => {
    expect(page.sentence(taskRecord(), clock)).toBe('请在 2026-10-12 前办好，然后点“已完成”。');
    expect(page.isOpen(taskRecord(), clock)).toBe(true);
    expect(page.isOpen(taskRecord({ state: 'dropped' }), clock)).toBe(false);
    expect(page.facts(taskRecord(), clock, [taskRecord()])).toEqual([
      ['交办事项', '联系会议室投影维修'],
      ['完成期限', '2026-10-12'],
      ['交办人', '赵敏'],
      ['登记时间', '2026-10-09 09:30'],
    ]);
    expect(page.binds).toEqual(['assignee', 'content', 'dueOn']);
  });
});

describe('1.3.7 tasks on one’s own page', () => {
  const shows = (key: string, values: object) =>
    mine.find((one) => one.key === key)!.shows(taskRecord(values as never), clock);

  test('mine to do; those that I gave also for a week after they are done', () => {
    expect([shows('tasks', {}), shows('tasks', { state: 'done' })]).toEqual([true, false]);
    expect(shows('tasks-given', {})).toBe(true);
    expect(shows('tasks-given', { state: 'done', doneAt: '2026-10-02T10:00' })).toBe(true);
    expect(shows('tasks-given', { state: 'done', doneAt: '2026-10-01T10:00' })).toBe(false);
    expect(shows('tasks-given', { state: 'dropped' })).toBe(false);
  });
});
