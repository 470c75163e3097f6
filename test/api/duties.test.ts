import { kick } from '../../src/api/clockwork';
import type { Calls, Problem } from '../../src/api/contract';
import { call } from '../../src/api/door';
import type { Values } from '../../src/kernel/values';
import type { Name } from '../chapters/world';
import { addressOf } from '../kernel/workshop';
import { agency, type Agency } from './agency';

const no = 'RW-2026-00001';
const task: Values = { givenBy: '赵敏', content: '联系会议室投影维修', dueOn: '2026-10-12', assignee: '周琳' };
const clientIncident: Values = {
  kind: 'complaint',
  isClient: true,
  what: '何阿姨在前台哭诉家暴',
  how: '请何阿姨到会谈室',
};

let asked = 0;
const next = (): string => `request-${String(++asked).padStart(5, '0')}`;
const enter = (made: Agency, register: string, row: Values): string =>
  made.ask('王芳', 'create', { register, rows: [row], requestId: next() }).records[0]!.no;
function onPage<N extends 'page' | 'answer'>(made: Agency, name: N, input: object): Calls[N]['value'] {
  const log = { error: (_: string, error: unknown) => void made.logged.push(error) };
  const reply = JSON.parse(call(() => made.machine('public'), name, JSON.stringify(input), log)) as
    { ok: true; value: Calls[N]['value'] } | { ok: false; error: Problem };
  if (!reply.ok) throw new Error(JSON.stringify(reply.error) + String(made.logged[0] ?? ''));
  return reply.value;
}
const subjects = (made: Agency, to: Name) =>
  made.ports.sent.filter((one) => one.to === addressOf[to]).map(({ subject }) => subject);

describe('1.3.7 a task, from the front desk to the link and back', () => {
  it('is told to the assignee, done by the link with a result, and told to who gave it', () => {
    const made = agency();
    enter(made, 'tasks', task);
    made.sendMail();
    expect(subjects(made, '周琳')).toEqual([`[前台] 交办事项：联系会议室投影维修 ${no}，2026-10-12 前`]);
    const token = made.token(addressOf['周琳']);
    const page = onPage(made, 'page', { token });
    expect([page.title, page.steps.map(({ key }) => key)]).toEqual(['交办给您的事项', ['done']]);
    const answer = { token, answer: 'done', input: { result: '周一上门' }, requestId: next() };
    expect(onPage(made, 'answer', answer).message).toBe('已登记完成，谢谢。');
    expect(made.record('tasks', no).values).toMatchObject({
      state: 'done',
      result: '周一上门',
      doneAt: '2026-10-09T09:30',
    });
    expect(made.open()).toEqual([]);
    made.sendMail();
    expect(subjects(made, '赵敏')).toEqual([`[前台] 已完成：联系会议室投影维修 ${no}`]);
    expect(onPage(made, 'page', { token }).dead!.title).toBe('已经办过了');
    expect(made.chainBreak()).toBeUndefined();
  });

  it('kills the link of who had it when it is passed on, and when it is changed on the tab', () => {
    const made = agency();
    enter(made, 'tasks', task);
    made.sendMail();
    const first = made.token(addressOf['周琳']);
    const passOn = { register: 'tasks', no, transition: 'passOn', input: { assignee: '李强' }, requestId: next() };
    made.ask('王芳', 'transition', passOn);
    made.sendMail();
    expect(onPage(made, 'page', { token: first }).dead).toBeDefined();
    const second = made.token(addressOf['李强']);
    expect(onPage(made, 'page', { token: second }).dead).toBeUndefined();
    made.type('tasks', 2, [{ dueOn: '2026-10-14' }]);
    expect(onPage(made, 'page', { token: second }).dead!.title).toBe('内容已更改');
  });

  it('stands on the pages of both, who may do what is theirs', () => {
    const made = agency();
    enter(made, 'tasks', task);
    const linkOf = (name: Name): string => {
      onPage(made, 'answer', { token: '', answer: 'sendLink', input: { email: addressOf[name] }, requestId: next() });
      kick(made.machine('public'));
      return made.token(addressOf[name]);
    };
    const open = (token: string, key: string) => {
      const [line] = onPage(made, 'page', { token }).mine!.sections.find((one) => one.key === key)!.lines;
      return onPage(made, 'page', { token, at: { register: 'tasks', no: line!.no, row: line!.row } });
    };
    const [assignee, giver] = [linkOf('周琳'), linkOf('赵敏')];
    expect(open(giver, 'tasks-given').steps.map(({ key }) => key)).toEqual(['passOn', 'drop']);
    const mine = open(assignee, 'tasks');
    expect(mine.steps.map(({ key }) => key)).toEqual(['done']);
    onPage(made, 'answer', { token: assignee, answer: 'done', at: mine.at, requestId: next() });
    expect(made.record('tasks', no).values['state']).toBe('done');
    expect(open(giver, 'tasks-given').facts.map(({ text }) => text)).toContain('已完成');
    expect(onPage(made, 'page', { token: assignee }).mine!.sections.find(({ key }) => key === 'tasks')!.lines).toEqual(
      [],
    );
  });

  it('is read at the desk by the front desk and HR, and by whom it concerns', () => {
    const made = agency();
    enter(made, 'tasks', task);
    expect(made.ask('刘洋', 'find', { register: 'tasks' }).records).toHaveLength(1);
    expect(made.problem('陈静', 'find', { register: 'tasks' }).code).toBe('notAllowed');
    expect(made.problem('陈静', 'record', { register: 'tasks', no }).code).toBe('notAllowed');
    expect(made.ask('周琳', 'record', { register: 'tasks', no }).steps.map(({ key }) => key)).toEqual(['done']);
  });

  it('that is overdue stands in the morning letters; with it what is to be checked', () => {
    const made = agency();
    enter(made, 'tasks', task);
    made.ports.setNow('2026-10-14T08:00:00');
    made.morning();
    made.sendMail();
    const letter = (to: Name) => made.ports.sent.filter((one) => one.to === addressOf[to]).slice(-1)[0]!.text;
    expect(letter('周琳')).toContain(`到期的交办事项：2026-10-12 逾期 2 天：联系会议室投影维修 ${no}、周琳`);
    expect(letter('王芳')).toContain('到期的交办事项：2026-10-12 逾期 2 天');
    expect(letter('王芳')).toContain('要做的环境检查：前台区域整洁：今天');
    expect(letter('周琳')).not.toContain('环境检查');
  });

  it('typed into the tab with its result later is done in the evening', () => {
    const made = agency();
    made.type('tasks', 2, [task]);
    made.edited('tasks', 2, 3);
    expect(made.record('tasks', no).values).toMatchObject({ state: 'open', recordedBy: '王芳' });
    made.type('tasks', 2, [{ result: '已修好' }]);
    made.ports.setNow('2026-10-09T18:30:00');
    made.evening();
    expect(made.record('tasks', no).values).toMatchObject({ state: 'done', doneAt: '2026-10-09T18:30' });
    expect(subjects(made, '赵敏')).toEqual([`[前台] 已完成：联系会议室投影维修 ${no}`]);
  });
});

describe('8.2 an incident with a client', () => {
  it('is named in no list and no e-mail, and found by nothing of it', () => {
    const made = agency();
    enter(made, 'incidents', clientIncident);
    made.ports.setNow('2026-10-12T08:00:00');
    made.morning();
    made.sendMail();
    const lists = [
      made.ask('王芳', 'board', {}),
      made.ask('王芳', 'find', { register: 'incidents' }),
      made.ask('王芳', 'find', { register: 'incidents', text: '何阿姨' }),
      made.ports.sent,
    ];
    expect(JSON.stringify(lists)).not.toMatch(/何阿姨|家暴|会谈室/);
    const section = made.ask('王芳', 'board', {}).sections.find(({ key }) => key === 'duties-incidents')!;
    expect(section.lines.map(({ strong }) => strong)).toEqual(['投诉 （服务对象） FW-2026-00001']);
    expect(made.problem('陈静', 'record', { register: 'incidents', no: 'FW-2026-00001' }).code).toBe('notAllowed');
  });

  it('is masked when its 24 months are over', () => {
    const made = agency({ now: '2024-01-10T10:00:00' });
    enter(made, 'incidents', clientIncident);
    const resolve = { register: 'incidents', no: 'FW-2024-00001', transition: 'resolve', requestId: next() };
    made.ask('王芳', 'transition', { ...resolve, input: { how: '家访过一次' } });
    made.ports.setNow('2026-02-02T08:00:00');
    made.morning();
    expect(made.record('incidents', 'FW-2024-00001').values).toMatchObject({ what: '（已遮蔽）', how: '（已遮蔽）' });
    expect(made.ports.snapshot()).not.toMatch(/何阿姨|家暴|会谈室|家访/);
    expect(made.chainBreak()).toBeUndefined();
  });
});
