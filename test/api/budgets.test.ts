// The budgets of the operations, in service calls: the memory's ports count as the real ones do.
import type { Call } from '../memory/memory-ports';
import { agency, register, visitor, type Agency } from './agency';

interface Cost {
  readonly calls: number;
  readonly cells: number;
}
function costOf(made: Agency, act: () => unknown): Cost {
  const before = made.ports.calls.length;
  act();
  const mine: readonly Call[] = made.ports.calls.slice(before);
  return { calls: mine.length, cells: mine.reduce((sum, one) => sum + one.cellsRead, 0) };
}

/** An agency with so many visits of earlier days, all left, and one visitor here. */
function withHistory(count: number): Agency {
  const made = agency({ blankRows: count + 100 });
  const keys = Object.keys(register('visits').all);
  const past = { ...visitor, state: '已离开', people: 1, arrivedAt: 46300.4, leftAt: 46300.5, recordedAt: 46300.4 };
  const cells = Array.from({ length: count }, (_, index) =>
    keys.map((key) =>
      key === 'no'
        ? `LF-2026-${String(index + 1).padStart(5, '0')}`
        : ((past as Record<string, string | number>)[key] ?? ''),
    ),
  );
  made.ports.people('desk').type(register('visits').sheetId, 2, 0, cells);
  made.ports.people('desk').type(9003, 1, 0, [['LF-2026', count, '']]);
  made.ask('王芳', 'create', { register: 'visits', rows: [visitor], requestId: 'request-0' });
  made.sendMail();
  return made;
}
const last = (count: number): string => `LF-2026-${String(count + 1).padStart(5, '0')}`;
const leave = (count: number, more: object = {}) => ({
  register: 'visits',
  no: last(count),
  transition: 'leave',
  requestId: 'request-1',
  ...more,
});

const operations: Readonly<Record<string, { most: number; act: (made: Agency, count: number) => unknown }>> = {
  create: {
    most: 2,
    act: (made) => made.ask('王芳', 'create', { register: 'visits', rows: [visitor], requestId: 'request-1' }),
  },
  'transition with the right row': {
    most: 2,
    act: (made, count) => made.ask('王芳', 'transition', leave(count, { row: count + 2 })),
  },
  record: {
    most: 2,
    act: (made, count) => made.ask('王芳', 'record', { register: 'visits', no: last(count), row: count + 2 }),
  },
  board: { most: 2, act: (made) => made.ask('王芳', 'board', {}) },
  'find, newest 50': { most: 2, act: (made) => made.ask('王芳', 'find', { register: 'visits' }) },
  form: { most: 1, act: (made) => made.ask('王芳', 'form', { register: 'visits' }) },
  session: { most: 1, act: (made) => made.ask('王芳', 'session', {}) },
  'a page by link': { most: 1, act: (made) => made.ask('public', 'page', { token: made.token() }) },
  'an answer by link': {
    most: 2,
    act: (made) => made.ask('public', 'answer', { token: made.token(), answer: 'hostComing', requestId: 'request-1' }),
  },
};

describe.each(Object.entries(operations))('%s', (_, { most, act }) => {
  it(`takes at most ${most} calls, and reads no more of a register of 1,000 rows than of 200`, () => {
    const cost = (count: number): Cost => {
      const made = withHistory(count);
      return costOf(made, () => act(made, count));
    };
    const small = cost(200);
    const large = cost(1_000);
    expect(small.calls).toBeLessThanOrEqual(most);
    expect(large).toEqual(small);
  });
});

describe('other budgets', () => {
  it.each([10, 500])('a kick with one mail takes at most three calls, after %d records', (count) => {
    const made = withHistory(count);
    made.ask('王芳', 'create', { register: 'visits', rows: [visitor], requestId: 'request-1' });
    made.ports.setNow('2026-10-09T09:31:00');
    expect(costOf(made, () => made.ask('public', 'kick', {})).calls).toBe(3);
    expect(made.ports.sent).toHaveLength(2);
  });

  it('a command in the restricted workbook takes at most three calls', () => {
    const made = withHistory(5);
    const enter = (visit: string, requestId: string) => () =>
      made.ask('刘洋', 'create', { register: 'feedback', rows: [{ visit, score: 5, way: 'interview' }], requestId });
    enter('LF-2026-00001', 'request-1')();
    expect(costOf(made, enter('LF-2026-00002', 'request-2')).calls).toBeLessThanOrEqual(3);
  });

  it('a message that moves the visit it is taken from takes at most three calls', () => {
    const made = withHistory(500);
    const message = { to: '陈静', from: '林女士', content: '请回电' };
    const take = (requestId: string, more: object) => () =>
      made.ask('王芳', 'create', { register: 'messages', rows: [{ ...message, ...more }], requestId });
    take('request-1', {})();
    expect(costOf(made, take('request-2', { source: last(500) })).calls).toBeLessThanOrEqual(3);
  });

  it('sweeping 200 pasted rows takes at most four calls', () => {
    const made = withHistory(50);
    made.type(
      'visits',
      53,
      Array.from({ length: 200 }, (_, index) => ({ ...visitor, visitor: `来客${index}` })),
    );
    const at = made.column('visits', 'visitor');
    expect(costOf(made, () => made.edited('visits', 53, 253, { from: at, to: at + 5 })).calls).toBeLessThanOrEqual(4);
  });

  it('a tab that somebody has sorted is found newest first in two calls, once that is known; so in order again', () => {
    const made = withHistory(200);
    const find = (more: object = {}) => made.ask('王芳', 'find', { register: 'visits', ...more });
    const sort = (ascending: boolean) =>
      made.ports.people('desk').sort(register('visits').sheetId, made.column('visits', 'no'), ascending);
    const newest = find().records.map(({ no }) => no);
    sort(false);
    find();
    expect(costOf(made, () => expect(find().records.map(({ no }) => no)).toEqual(newest)).calls).toBe(2);
    const { cursor } = find();
    expect(costOf(made, () => find({ cursor })).calls).toBe(2);

    sort(true);
    expect(find().records.map(({ no }) => no)).toEqual(newest);
    const untouched = withHistory(200);
    expect(costOf(made, find)).toEqual(costOf(untouched, () => untouched.ask('王芳', 'find', { register: 'visits' })));
  });

  it('a suggestion reads the columns by which it is told, and the rows that match', () => {
    const cost = (count: number) => {
      const made = withHistory(count);
      const ask = () =>
        made.ask('王芳', 'suggest', { register: 'visits', values: { phone: String(visitor['phone']) } });
      return { ...costOf(made, ask), width: Object.keys(register('visits').all).length };
    };
    const [small, large] = [cost(200), cost(1_000)];
    expect([small.calls, large.calls]).toEqual([2, 2]);
    expect(large.cells - small.cells).toBeLessThanOrEqual(3 * 800);
  });

  it('a search reads a part of the register at a time', () => {
    const made = withHistory(2_000);
    expect(
      costOf(made, () => made.ask('王芳', 'find', { register: 'visits', text: '没有这个人' })).calls,
    ).toBeLessThanOrEqual(2);
  });
});
