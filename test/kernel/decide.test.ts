import { decideCreate, mostRows, readInput } from '../../src/kernel/decide';
import { decideTransition, isOffered } from '../../src/kernel/step';
import { InvalidEntry, NotAllowed, OutOfDate, Refusal } from '../../src/kernel/errors';
import type { Facts } from '../../src/kernel/facts';
import { historyWith, readHistory } from '../../src/kernel/history';
import type { Plan } from '../../src/kernel/plan';
import { defineRegister, masked } from '../../src/kernel/register';
import type { RecordRow, Values } from '../../src/kernel/values';
import { say } from '../../src/kernel/words';
import { defineWorkflow, reachable } from '../../src/kernel/workflow';
import { factsWith, lookupsOf, numbersFrom, recordOf } from '../chapters/world';
import { complaints, orders, product, task, tasks, tasksWorkflow } from './workshop';

const create = (rows: readonly Values[], facts: Facts = factsWith(), standing = lookupsOf()): Plan =>
  decideCreate(product, tasks, rows, facts, standing, numbersFrom()).plan;
const open = recordOf(tasks, { ...task, state: 'open', history: '2026-10-09T09:00:00|王芳|create' });
const take = (transition: string, input: Values = {}, facts = factsWith(), record: RecordRow = open): Plan =>
  decideTransition(product, tasksWorkflow, transition, record, input, facts, numbersFrom());
/** Where the faults are. */
const faults = (act: () => unknown): readonly string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidEntry) return Object.keys(error.fields);
    throw error;
  }
  return [];
};

describe('creating', () => {
  it('gives number, state, who and when, and tells the person concerned', () => {
    const plan = create([task]);
    expect(plan.appends).toEqual([
      {
        register: 'tasks',
        no: 'RW-2026-00001',
        line: 1,
        transition: 'create',
        article: '9.1',
        values: {
          ...task,
          no: 'RW-2026-00001',
          state: 'open',
          recordedBy: '王芳',
          recordedAt: '2026-10-09T09:30:00',
          late: null,
          history: '2026-10-09T09:30:00|王芳|create',
        },
      },
    ]);
    expect(plan.orders.map((one) => `${one.kind} ${one.name} ${one.to}`)).toEqual([
      'letter task-new A03',
      'sign task ',
    ]);
  });

  it('tells nobody of what they have just done themselves', () => {
    expect(create([{ ...task, for: '王芳' }]).orders.filter((one) => one.kind === 'letter')).toEqual([]);
  });

  it('shows at each field what is wrong, of several rows with the number of the row', () => {
    expect(faults(() => create([{ phone: '1' }]))).toEqual(['title', 'phone', 'for']);
    expect(faults(() => create([task, { ...task, for: '张三' }]))).toEqual(['1.for']);
  });

  it('takes nothing that is not the person’s to fill, and nothing unknown', () => {
    const input = { ...task, no: 'RW-2026-99999', state: 'done', doneAt: '2026-10-09T09:00', late: true, own: 'x' };
    expect([...faults(() => create([input]))].sort()).toEqual(['doneAt', 'late', 'no', 'own', 'state']);
    expect(Object.keys(readInput(tasks, { constructor: 'x', toString: 'y' }).faults)).toEqual([
      'constructor',
      'toString',
    ]);
  });

  it('needs a right, whatever else is wrong', () => {
    expect(() => create([{}], factsWith({ as: '周琳' }))).toThrow(NotAllowed);
    expect(() => create([task], factsWith({ as: '赵敏' }))).toThrow(expect.objectContaining({ article: '9.1' }));
  });

  it('wants at least one row and not too many', () => {
    expect(faults(() => create([]))).toEqual(['rows']);
    expect(faults(() => create(Array(mostRows + 1).fill(task)))).toEqual(['rows']);
    expect(create(Array(mostRows).fill(task)).appends).toHaveLength(mostRows);
  });

  it('looks whether links point at something and unique values stand there already', () => {
    const standing = lookupsOf({
      'tasks.no': ['RW-2026-00001'],
      'complaints.task': ['RW-2026-00002'],
      'tasks.code': ['a'],
    });
    const complain = (no: string): unknown =>
      decideCreate(product, complaints, [{ task: no }], factsWith(), standing, numbersFrom());
    expect(faults(() => complain('RW-2026-00001'))).toEqual([]);
    expect(faults(() => complain('RW-2026-00009'))).toEqual(['task']);
    expect(faults(() => create([{ ...task, code: 'a' }], factsWith(), standing))).toEqual(['code']);
  });

  it('makes the lines of a form one after the other', () => {
    const rows = [
      { thing: '笔', quantity: '２' },
      { thing: '纸', quantity: 1, price: '1.50' },
    ];
    const { plan, records } = decideCreate(product, orders, rows, factsWith(), lookupsOf(), numbersFrom());
    expect(records).toEqual([
      { no: 'DD-2026-00001', line: 1 },
      { no: 'DD-2026-00001', line: 2 },
    ]);
    expect(plan.appends.map(({ values }) => [values['line'], values['lineCount'], values['quantity']])).toEqual([
      [1, 2, 2],
      [2, 2, 1],
    ]);
  });
});

describe('a step', () => {
  it('changes only what it is about, and notes who did it', () => {
    expect(take('start').updates).toEqual([
      {
        record: open,
        transition: 'start',
        article: '9.1.1',
        values: { state: 'doing', history: '2026-10-09T09:00:00|王芳|create\n2026-10-09T09:30:00|王芳|start' },
      },
    ]);
  });

  it('is open to those whom it names, in the states that it names', () => {
    expect(() => take('start', {}, factsWith({ as: '周琳' }))).toThrow(expect.objectContaining({ code: 'notAllowed' }));
    expect(take('start', {}, factsWith({ as: '陈静' })).updates).toHaveLength(1);
    expect(() => take('start', {}, factsWith(), recordOf(tasks, { ...task, state: 'done' }))).toThrow(OutOfDate);
    const offered = (name: 'start' | 'finish', as: '陈静' | '周琳', state = 'open'): boolean =>
      isOffered(
        tasksWorkflow,
        tasksWorkflow.transitions[name]!,
        recordOf(tasks, { ...task, state }),
        factsWith({ as }),
      );
    expect([offered('start', '陈静'), offered('start', '周琳'), offered('start', '陈静', 'doing')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('says where the record stands now when it is too late', () => {
    try {
      take('start', {}, factsWith(), recordOf(tasks, { ...task, state: 'done' }));
      throw new Error('it was taken');
    } catch (error) {
      const { words, values } = (error as OutOfDate).sentence;
      expect(say(words, 'zh', values)).toContain('现在是“办结”，不能再“开始”');
      expect(say(words, 'en', values)).toContain('now “Done”, so “Start”');
    }
  });

  it('is none by a name that every object knows', () => {
    for (const name of ['nothing', 'constructor', 'toString', '__proto__']) {
      expect(() => take(name)).toThrow(expect.objectContaining({ code: 'outOfDate' }));
    }
  });

  it('asks for what it needs, and takes nothing else', () => {
    expect(faults(() => take('finish'))).toEqual(['result']);
    expect(faults(() => take('finish', { result: 'x', state: 'open' }))).toEqual(['state']);
  });

  it('meets the policy’s refusal with its article', () => {
    const record = recordOf(tasks, { title: '无电话', for: '陈静', state: 'open' });
    expect(() => take('start', {}, factsWith(), record)).toThrow(Refusal);
    expect(() => take('start', {}, factsWith(), record)).toThrow(expect.objectContaining({ article: '9.1.1' }));
  });

  it('writes into another register in the same plan', () => {
    const plan = take('finish', { result: '好' });
    expect(plan.appends).toMatchObject([
      { register: 'ledger', no: 'TZ-2026-00001', article: '9.3', values: { task: open.no, result: '好' } },
    ]);
  });

  it('settles among several states', () => {
    expect(take('postpone', { due: '2026-10-12 9:00' }).updates[0]!.values).toMatchObject({ due: '2026-10-12T09:00' });
    expect(take('postpone', {}).updates[0]!.values).not.toHaveProperty('state');
  });
});

describe('the history of a record', () => {
  const facts = factsWith();

  it('is a line a step, whoever’s name it is', () => {
    const odd = { ...facts, actor: { ...facts.actor, person: '王|芳\n二' } };
    expect(readHistory(historyWith(null, odd, 'create'))).toEqual([
      { at: '2026-10-09T09:30:00', who: '王 芳 二', what: 'create' },
    ]);
  });

  it('says by link, by the clock or by which account where no person is known', () => {
    const by = (actor: Partial<Facts['actor']>): string =>
      readHistory(
        historyWith(null, { ...facts, actor: { ...facts.actor, person: '', account: '', ...actor } }, 'x'),
      )[0]!.who;
    const account = 'a@example.org';
    expect([
      by({ via: 'link' }),
      by({ via: 'clock', account }),
      by({ via: 'typed', account }),
      by({ account }),
    ]).toEqual(['link', 'clock', 'typed', account]);
  });

  it('keeps the first line and the newest when it grows long', () => {
    let cell = historyWith(null, facts, 'first');
    for (let index = 0; index < 100; index += 1) cell = historyWith(cell, facts, `step${index}`);
    const lines = readHistory(cell);
    expect(lines).toHaveLength(60);
    expect([lines[0]!.what, lines[1]!.what, lines[59]!.what]).toEqual(['first', 'step41', 'step99']);
  });
});

describe('definitions that cannot work', () => {
  const definition = { ...tasks, columns: tasks.columns };
  it.each([
    ['a column that every register has', { columns: { ...tasks.columns, no: tasks.columns['title']! } }, 'column no'],
    ['a main column that is not there', { main: ['nothing'] }, 'no column nothing'],
    ['a serial in small letters', { serial: 'rw' }, 'serial'],
  ])('are told when they are read: %s', (_, change, said) => {
    expect(() => defineRegister({ ...definition, ...change })).toThrow(said);
  });

  it('are told of workflows: unknown states, several targets without a choice, no state column', () => {
    const workflow = (start: object): unknown =>
      defineWorkflow(tasks, {
        ...tasksWorkflow,
        transitions: { start: { ...tasksWorkflow.transitions['start']!, ...start } },
      });
    expect(() => workflow({ to: ['nowhere'] })).toThrow('nowhere');
    expect(() => workflow({ to: ['open', 'doing'] })).toThrow('settle');
    expect(() => defineWorkflow(orders, tasksWorkflow)).toThrow('column state');
  });

  it('show what can be reached and what is final', () => {
    expect([...reachable(tasksWorkflow)]).toEqual(['open', 'doing', 'done']);
    expect(tasksWorkflow.final).toEqual(['done']);
  });
});

describe('a client’s personal data in lists', () => {
  it('is hidden where the flag says so, and only there', () => {
    const register = { ...tasks, clientFlag: 'isClient' };
    const row = { title: '事', phone: '13800138000', isClient: true, email: null };
    expect(masked(register, row, '＊')).toEqual({ ...row, phone: '＊' });
    expect(masked(register, { ...row, isClient: false }, '＊')).toEqual({ ...row, isClient: false });
    expect(masked(tasks, row, '＊')).toBe(row);
  });
});
