// 2.2.3: a message moves the visit or the call that it is taken from, with it in one commit.
import type { Values } from '../../src/kernel/values';
import { agency, visitor, type Agency } from './agency';

const visit = 'LF-2026-00001';
const call = 'LD-2026-00001';
const caller: Values = {
  caller: '孙先生',
  phone: '13711112222',
  subject: '借用场地',
  kind: 'transfer',
  for: '陈静',
  outcome: 'notReached',
};
const message: Values = { to: '陈静', from: '孙先生', content: '请回电' };

function atDesk(): Agency {
  const made = agency();
  made.ask('王芳', 'create', { register: 'calls', rows: [caller], requestId: 'request-1' });
  made.ask('王芳', 'create', { register: 'visits', rows: [visitor], requestId: 'request-2' });
  const input = { answer: 'out' };
  made.ask('王芳', 'transition', {
    register: 'visits',
    no: visit,
    transition: 'hostAnswered',
    input,
    requestId: 'request-3',
  });
  return made;
}
const take = (made: Agency, source: string, requestId = 'request-4') =>
  made.ask('王芳', 'create', { register: 'messages', rows: [{ ...message, source }], requestId });
const lineOf = (made: Agency, no: string) =>
  made
    .ask('王芳', 'board', {})
    .sections.flatMap(({ lines }) => lines)
    .find((line) => line.no === no);
const recordOf = (made: Agency, register: string, no: string) => made.ask('王芳', 'record', { register, no });

describe('2.2.3 the next thing to do is to take the message', () => {
  test.each([
    ['visits', visit],
    ['calls', call],
  ])('on the line and on the record: %s', (register, no) => {
    const made = atDesk();
    expect(lineOf(made, no)!.form!.register).toBe('messages');
    expect(lineOf(made, no)!.next).toBeUndefined();
    const { follows, steps } = recordOf(made, register, no);
    expect(follows).toMatchObject([{ register: 'messages', main: true, values: { to: '陈静', source: no } }]);
    expect(steps.filter(({ look }) => look === 'main')).toEqual([]);
  });

  test('of a call, it closes the call', () => {
    const made = atDesk();
    expect(take(made, call).records).toMatchObject([{ no: 'LH-2026-00001' }]);
    expect(made.record('calls', call).values).toMatchObject({ state: 'closed', outcome: 'messageTaken' });
    expect([...made.open()].sort()).toEqual([visit, 'LH-2026-00001']);
    expect(recordOf(made, 'calls', call).history.at(-1)).toMatchObject({ who: '王芳', what: '已留言' });
    expect(made.chainBreak()).toBeUndefined();
  });

  test('of a visit, the board asks for no other', () => {
    const made = atDesk();
    take(made, visit);
    expect(lineOf(made, visit)!.form).toBeUndefined();
    expect(lineOf(made, visit)!.chips.map(({ label }) => label)).toEqual(['不在', '已留言']);
    expect(recordOf(made, 'visits', visit).follows).toEqual([]);
  });

  test('typed into the tab, it does the same; two of them do it once', () => {
    const made = atDesk();
    made.type('messages', 2, [
      { ...message, source: call },
      { ...message, source: call },
    ]);
    made.edited('messages', 2, 4);
    expect(made.records('messages').map(({ no }) => no)).toEqual(['LH-2026-00001', 'LH-2026-00002']);
    expect(made.record('calls', call).values['state']).toBe('closed');
    expect(made.chainBreak()).toBeUndefined();
  });

  test('of a call that is settled otherwise, it leaves the call alone', () => {
    const made = atDesk();
    const input = { outcome: 'answered' };
    made.ask('王芳', 'transition', {
      register: 'calls',
      no: call,
      transition: 'outcome',
      input,
      requestId: 'request-4',
    });
    take(made, call, 'request-5');
    expect(made.record('calls', call).values['outcome']).toBe('answered');
  });

  test('of a record that is not there, it is not taken', () => {
    const made = atDesk();
    const rows = [{ ...message, source: 'LD-2026-00009' }];
    const problem = made.problem('王芳', 'create', { register: 'messages', rows, requestId: 'request-4' });
    expect(problem.fields).toEqual({ source: '没有编号为 LD-2026-00009 的记录。' });
    made.type('messages', 2, rows);
    made.edited('messages', 2, 3);
    expect(made.records('messages')[0]!.values['check']).toBe('来源编号：没有编号为 LD-2026-00009 的记录。');
  });

  test('nobody takes that step by itself', () => {
    const made = atDesk();
    const step = { register: 'calls', no: call, transition: 'messageTaken', requestId: 'request-4' };
    expect(made.problem('王芳', 'transition', step).code).toBe('notAllowed');
  });
});

describe('2.1.2 a badge that two visitors wear', () => {
  test('is pointed out on both', () => {
    const made = atDesk();
    const other = { ...visitor, visitor: '周先生', phone: '13900000000' };
    made.ask('王芳', 'create', { register: 'visits', rows: [{ ...other, badge: '7' }], requestId: 'request-4' });
    expect(recordOf(made, 'visits', 'LF-2026-00002').notes).toHaveLength(1);
    made.type('visits', 2, [{ badge: '7' }]);
    expect(recordOf(made, 'visits', 'LF-2026-00002').notes[1]).toBe('访客证 7 也登记给了 LF-2026-00001，请核对。');
    expect(lineOf(made, visit)!.chips.map(({ label }) => label)).toContain('访客证重复');
  });
});
