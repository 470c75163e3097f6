import { InvalidEntry, NotAllowed, OutOfDate, Refusal } from '../../../src/kernel/errors';
import { faultsOf } from '../../../src/kernel/register';
import { tasks } from '../../../src/chapters/duties/tasks.register';
import { tasksWorkflow } from '../../../src/chapters/duties/tasks.workflow';
import { factsWith } from '../world';
import { desk, task, taskRecord } from './samples';

const assignee = factsWith({ as: '周琳', via: 'link' });
const giver = factsWith({ as: '赵敏', via: 'link' });

describe('1.3.7 a task that a leader gives', () => {
  test('has who gave it, what, by when, and who does it', () => {
    expect(Object.keys(faultsOf(tasks, {}, factsWith())).sort()).toEqual(['assignee', 'content', 'dueOn', 'givenBy']);
    expect(faultsOf(tasks, task, factsWith())).toEqual({});
    expect(Object.keys(faultsOf(tasks, { ...task, dueOn: '2036-10-12' }, factsWith()))).toEqual(['dueOn']);
  });

  test('is entered by the front desk or HR, whoever gave it, and told to who is to do it', () => {
    const { record, tells } = desk.create('tasks', task);
    expect(record.values).toMatchObject({ ...task, state: 'open', doneAt: null, recordedBy: '王芳' });
    expect(tells).toEqual(['task-given → A06']);
    expect(desk.create('tasks', task, factsWith({ as: '刘洋' })).record.values['recordedBy']).toBe('刘洋');
    expect(() => desk.create('tasks', task, factsWith({ as: '周琳' }))).toThrow(NotAllowed);
  });

  test('is the front desk’s own unless somebody else is named, and then nobody is written to', () => {
    const { record, tells } = desk.create('tasks', { ...task, assignee: null });
    expect([record.values['assignee'], tells]).toEqual(['王芳', []]);
    expect(() => desk.create('tasks', { ...task, assignee: null }, factsWith({ as: '刘洋' }))).toThrow(InvalidEntry);
  });

  test('that is on paper with its result is done at once, and its giver is told', () => {
    const { record, tells } = desk.create('tasks', { ...task, result: '已修好' });
    expect(record.values).toMatchObject({ state: 'done', doneAt: '2026-10-09T09:30', result: '已修好' });
    expect(tells).toEqual(['task-done → A04']);
  });

  test('is late once its day is over, and held by who is to do it', () => {
    const record = taskRecord();
    expect(tasksWorkflow.due!(record, factsWith())).toBe('2026-10-12T23:59');
    expect(tasksWorkflow.holder!(record, factsWith())).toBe('周琳');
  });
});

describe('1.3.7 a task is done, with a result', () => {
  test('by the link of the assignee, and the giver is told', () => {
    const { record, tells } = desk.take(taskRecord(), 'done', { result: '周一上门' }, assignee);
    expect(record.values).toMatchObject({ state: 'done', doneAt: '2026-10-09T09:30', result: '周一上门' });
    expect(tells).toEqual(['task-done → A04']);
    expect(() => desk.take(record, 'done', {}, assignee)).toThrow(OutOfDate);
  });

  test('at the desk, without a word on it where there is none', () => {
    const { record } = desk.take(taskRecord(), 'done');
    expect(record.values).toMatchObject({ state: 'done', result: null });
  });

  test('not by anybody else', () => {
    for (const as of ['陈静', '赵敏'] as const)
      expect(() => desk.take(taskRecord(), 'done', {}, factsWith({ as }))).toThrow(NotAllowed);
  });

  test('a giver who does it is not written to', () => {
    expect(desk.take(taskRecord({ givenBy: '王芳' }), 'done').tells).toEqual([]);
  });
});

describe('1.3.7 a task is passed on or dropped', () => {
  test('the new assignee gets the e-mail', () => {
    const { record, tells } = desk.take(taskRecord(), 'passOn', { assignee: '李强' }, giver);
    expect([record.values['assignee'], record.values['state'], tells]).toEqual(['李强', 'open', ['task-given → A02']]);
    expect(() => desk.take(taskRecord(), 'passOn', { assignee: 'A06' })).toThrow(Refusal);
    expect(() => desk.take(taskRecord(), 'passOn', { assignee: '李强' }, assignee)).toThrow(NotAllowed);
  });

  test('dropping needs a reason; whoever did not do it is told', () => {
    expect(() => desk.take(taskRecord(), 'drop', {})).toThrow(InvalidEntry);
    const { record, tells } = desk.take(taskRecord(), 'drop', { result: '已换新投影' });
    expect(record.values).toMatchObject({ state: 'dropped', result: '已换新投影', doneAt: null });
    expect(tells).toEqual(['task-dropped → A06', 'task-dropped-giver → A04']);
    expect(desk.take(taskRecord(), 'drop', { result: '已换新投影' }, giver).tells).toEqual(['task-dropped → A06']);
    expect(() => desk.take(taskRecord(), 'drop', { result: '不想做' }, assignee)).toThrow(NotAllowed);
  });

  test('an e-mail that was lost is sent again', () => {
    expect(desk.take(taskRecord(), 'tellAgain').tells).toEqual(['task-given → A06']);
  });
});
