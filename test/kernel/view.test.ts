import { Misconfigured, NotFound } from '../../src/kernel/errors';
import { openRecords } from '../../src/kernel/open-records';
import { openView, type Needs, type View } from '../../src/kernel/view';
import { complaints, orders, product, task, tasks, workshop, type Workshop } from './workshop';

const view = (shop: Workshop, needs: Needs, workbook: 'desk' | 'restricted' = 'desk'): View =>
  openView(shop.reading(), workbook, needs);
const callsOf = (shop: Workshop, act: () => unknown): number => {
  const before = shop.ports.calls.length;
  act();
  return shop.ports.calls.length - before;
};
const withTasks = (count: number, blankRows = 50): Workshop => {
  const shop = workshop({ blankRows });
  for (let index = 1; index <= count; index += 1)
    shop.create(tasks, [{ ...task, title: `第${index}件`, code: `c${index}` }]);
  return shop;
};

describe('what a command needs', () => {
  it('is read in one call: a row, the end of a register, a column, the open records', () => {
    const shop = withTasks(3);
    const needs: Needs = {
      records: [{ register: tasks, no: 'RW-2026-00002', row: 3 }],
      tails: [tasks],
      lookups: [{ register: tasks, column: 'code' }],
      open: true,
      requestId: 'a request',
    };
    const calls = callsOf(shop, () => {
      const seen = view(shop, needs);
      expect(seen.records(tasks, 'RW-2026-00002', 3)[0]!.values['title']).toBe('第2件');
      expect(seen.tail(tasks)).toEqual({ lastRow: 4, typed: [] });
      expect(seen.taken('tasks', 'code', 'c3')).toBe(true);
      expect(seen.open!.map((one) => one.no)).toEqual(['RW-2026-00001', 'RW-2026-00002', 'RW-2026-00003']);
      expect(seen.answered).toBeUndefined();
    });
    expect(calls).toBe(1);
  });

  it('costs the same however long the register is', () => {
    const read = (count: number): number => {
      const shop = withTasks(count);
      view(shop, { records: [{ register: tasks, no: `RW-2026-0000${count}`, row: count + 1 }], tails: [tasks] });
      return shop.ports.calls[shop.ports.calls.length - 1]!.cellsRead;
    };
    expect(read(9)).toBe(read(2));
  });
});

describe('records', () => {
  it('are found by number where the hint is wrong, or there is none', () => {
    const shop = withTasks(3);
    for (const row of [2, 4, 30, 5_000, undefined]) {
      const needs = { records: [{ register: tasks, no: 'RW-2026-00002', ...(row !== undefined && { row }) }] };
      expect(view(shop, needs).records(tasks, 'RW-2026-00002', row)[0]).toMatchObject({ row: 3, no: 'RW-2026-00002' });
    }
  });

  it('of a form with more lines than are read at once are read in one call more, from whichever line is at hand', () => {
    const shop = workshop({ blankRows: 90 });
    const things = Array.from({ length: 45 }, (_, index) => ({ thing: `第${index + 1}样`, quantity: 1 }));
    for (const some of [things.slice(0, 2), things, things.slice(0, 3)]) shop.create(orders, some);
    for (const row of [4, 20]) {
      const needs = { records: [{ register: orders, no: 'DD-2026-00002', row }] };
      const found: number[] = [];
      const calls = callsOf(shop, () => {
        found.push(
          ...view(shop, needs)
            .records(orders, 'DD-2026-00002', row)
            .map(({ line }) => line),
        );
      });
      expect({ found, calls }).toEqual({ found: things.map((_, index) => index + 1), calls: 2 });
    }
  });

  it('that are nowhere are not found', () => {
    expect(() => view(withTasks(1), {}).records(tasks, 'RW-2026-00009', 7)).toThrow(NotFound);
  });

  it('are found after people have moved columns, put in columns of their own, and sorted', () => {
    const shop = withTasks(3);
    const people = shop.ports.people('desk');
    people.moveColumn(tasks.sheetId, 0, 5);
    people.type(tasks.sheetId, 1, Object.keys(tasks.all).length + 3, [['我的列'], ['a'], ['b']]);
    people.sort(tasks.sheetId, 1, false);
    const found = view(shop, { records: [{ register: tasks, no: 'RW-2026-00003', row: 4 }] });
    expect(found.records(tasks, 'RW-2026-00003', 4)[0]!.values['title']).toBe('第3件');
    expect(found.records(tasks, 'RW-2026-00001')[0]!.values['title']).toBe('第1件');
  });

  it('with lines come whole, in order, though somebody sorted them apart', () => {
    const shop = workshop();
    shop.create(
      orders,
      ['c', 'b', 'a'].map((thing) => ({ thing, quantity: 1 })),
    );
    shop.create(orders, [{ thing: 'd', quantity: 1 }]);
    const things = (row?: number): unknown[] =>
      view(shop, { records: [{ register: orders, no: 'DD-2026-00001', ...(row !== undefined && { row }) }] })
        .records(orders, 'DD-2026-00001', row)
        .map((one) => [one.line, one.values['thing']]);
    const whole = [
      [1, 'c'],
      [2, 'b'],
      [3, 'a'],
    ];
    expect(things(2)).toEqual(whole);
    shop.ports.people('desk').sort(orders.sheetId, 4);
    expect(things(2)).toEqual(whole);
    expect(things(4)).toEqual(whole);
    expect(things()).toEqual(whole);
  });
});

describe('the end of a register', () => {
  it('is found again after rows were deleted, put in, or the tab was cut short', () => {
    const shop = withTasks(4, 4);
    const people = shop.ports.people('desk');
    const last = (): number => view(shop, { tails: [tasks] }).tail(tasks).lastRow;
    expect(last()).toBe(5);
    people.deleteRows(tasks.sheetId, 3, 2);
    expect(last()).toBe(3);
    people.deleteRows(tasks.sheetId, 2, 2);
    expect(last()).toBe(1);
    expect(shop.create(tasks, [task]).places[0]).toMatchObject({ row: 2, no: 'RW-2026-00005' });
    people.insertRows(tasks.sheetId, 2, 2);
    expect(last()).toBe(4);
  });

  it('goes on below a hint that somebody has left behind', () => {
    const shop = withTasks(3);
    shop.ports.hints.put({ 'desk.tasks': 2 });
    expect(view(shop, { tails: [tasks] }).tail(tasks).lastRow).toBe(4);
    shop.ports.hints.put({});
    expect(view(shop, { tails: [tasks] }).tail(tasks).lastRow).toBe(4);
  });

  it('shows what people have typed below, not what they put into columns of their own', () => {
    const shop = withTasks(1);
    shop.type(tasks, 5, { title: '手写' });
    shop.ports.people('desk').type(tasks.sheetId, 7, Object.keys(tasks.all).length + 2, [['备忘']]);
    expect(
      view(shop, { tails: [tasks] })
        .tail(tasks)
        .typed.map((one) => one.row),
    ).toEqual([5]);
  });
});

describe('values that must be there once', () => {
  it('are looked for among numbered records, other than the one at hand', () => {
    const shop = withTasks(2);
    shop.type(tasks, 9, { title: '手写', code: 'c9' });
    const seen = view(shop, { lookups: [{ register: tasks, column: 'code' }] });
    expect(['c1', 'c2', 'c9', 'c3'].map((code) => seen.taken('tasks', 'code', code))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(seen.taken('tasks', 'code', 'c1', 'RW-2026-00001')).toBe(false);
    expect(seen.taken('tasks', 'code', 'c1', 'RW-2026-00002')).toBe(true);
  });

  it('refuse a second record with the same, and let another through', () => {
    const shop = withTasks(1);
    expect(() => shop.create(tasks, [{ ...task, code: 'c1' }])).toThrow(expect.objectContaining({ code: 'invalid' }));
    expect(shop.create(tasks, [{ ...task, code: 'c2' }]).places).toHaveLength(1);
  });

  it('are read with everything else, also those of the other workbook', () => {
    const shop = withTasks(1);
    const lookups = [
      { register: complaints, column: 'task' },
      { register: tasks, column: 'no' },
    ];
    const calls = callsOf(shop, () => {
      const seen = view(shop, { tails: [complaints], lookups }, 'restricted');
      expect(seen.taken('tasks', 'no', 'RW-2026-00001')).toBe(true);
      expect(seen.taken('complaints', 'task', 'RW-2026-00001')).toBe(false);
    });
    // The facts are in the desk workbook: one read each; the end of a register that nobody has seen yet takes one more.
    expect(calls).toBe(2);
  });
});

describe('open records', () => {
  const open = (shop: Workshop): readonly string[] =>
    openRecords(view(shop, { open: true, records: [{ register: tasks }] }), product, ['tasks']).map((one) => one.no);

  it('are read where the list says they stand, in two calls', () => {
    const shop = withTasks(4);
    shop.take('RW-2026-00002', 'finish', { result: '好' });
    expect(callsOf(shop, () => expect(open(shop)).toEqual(['RW-2026-00001', 'RW-2026-00003', 'RW-2026-00004']))).toBe(
      2,
    );
  });

  it('are searched for where somebody has sorted the tab, and left out where the row is gone', () => {
    const shop = withTasks(3, 3);
    shop.ports.people('desk').sort(tasks.sheetId, 0, false);
    expect([...open(shop)].sort()).toEqual(['RW-2026-00001', 'RW-2026-00002', 'RW-2026-00003']);
    shop.ports.people('desk').deleteRows(tasks.sheetId, 2);
    expect([...open(shop)].sort()).toEqual(['RW-2026-00001', 'RW-2026-00002']);
  });
});

describe('a tab that lacks a column', () => {
  it('is for set-up to mend, and is said by name', () => {
    const shop = withTasks(1);
    shop.ports.people('desk').type(tasks.sheetId, 0, 2, [['']]);
    expect(() => shop.create(tasks, [task])).toThrow(Misconfigured);
    try {
      shop.create(tasks, [task]);
    } catch (error) {
      expect((error as Misconfigured).sentence.values).toMatchObject({ tab: { zh: '任务表' }, columns: 'title' });
    }
  });

  it('goes by the first column where somebody has copied a key, and by no word that every object knows', () => {
    const shop = withTasks(1);
    const width = Object.keys(tasks.all).length;
    shop.ports.people('desk').type(tasks.sheetId, 0, width, [['title', 'constructor', 'toString']]);
    expect(shop.create(tasks, [task]).places[0]!.row).toBe(3);
    expect(shop.record(tasks, 'RW-2026-00002').values['title']).toBe('换灯泡');
  });
});
