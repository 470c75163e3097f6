import { auditLineOf, firstBreak } from '../../src/kernel/audit';
import { decideCreate } from '../../src/kernel/decide';
import { Busy, Misconfigured, OutOfDate, Refusal } from '../../src/kernel/errors';
import {
  auditTab,
  beforeTab,
  copyWidth,
  countersTab,
  openTab,
  outboxTab,
  requestsTab,
} from '../../src/kernel/kernel-tabs';
import { together } from '../../src/kernel/plan';
import { TablesError } from '../../src/kernel/ports';
import { sweepPlan } from '../../src/kernel/typed-rows';
import { run, type Outcome } from '../../src/kernel/unit-of-work';
import { ledger, orders, product, task, tasks, workshop, type Workshop } from './workshop';

const no = (number: number): string => `RW-2026-0000${number}`;

function withTasks(count: number): Workshop {
  const shop = workshop();
  for (let index = 1; index <= count; index += 1) {
    shop.create(tasks, [{ ...task, title: `第${index}件`, note: `note ${count - index}` }]);
  }
  return shop;
}

const auditLines = (shop: Workshop) => shop.ports.cells('desk', auditTab.sheetId).slice(1).map(auditLineOf);
const logged = (shop: Workshop): readonly string[] => auditLines(shop).map((line) => `${line.transition} ${line.no}`);

function chainHolds(shop: Workshop): void {
  const head = shop.book(countersTab.sheetId).find((row) => row[0] === 'audit')!;
  expect(
    firstBreak(auditLines(shop), { seq: Number(head[1]), hash: String(head[2]) }, shop.ports.digest),
  ).toBeUndefined();
}

/** Numbers what people have typed below the last record. */
const sweep = (shop: Workshop): Outcome =>
  run(shop.reading(), {
    workbook: 'desk',
    requestId: '',
    needs: { tails: [tasks] },
    decide: (view) =>
      sweepPlan(
        product,
        { register: tasks, layout: view.layout(tasks), rows: view.tail(tasks).typed, taken: () => false },
        view.facts,
        view.numbers,
      ),
  });

describe('a command', () => {
  it('is one read and one atomic write of all that belongs to it', () => {
    const shop = withTasks(1);
    const before = shop.ports.calls.length;
    const outcome = shop.take(no(1), 'finish', { result: '换好了' }, { row: 2 });
    // The ledger's end was not known yet: its column of numbers is read along.
    expect(shop.ports.calls.slice(before).map((one) => one.kind)).toEqual(['read', 'commit']);
    expect(outcome).toEqual({
      places: [
        { register: 'tasks', no: no(1), line: 1, row: 2 },
        { register: 'ledger', no: 'TZ-2026-00001', line: 1, row: 2 },
      ],
      mail: false,
      repeated: false,
    });
    expect(shop.record(tasks, no(1)).values).toMatchObject({
      state: 'done',
      result: '换好了',
      doneAt: '2026-10-09T09:30',
    });
    expect(shop.record(ledger, 'TZ-2026-00001').values).toMatchObject({
      task: no(1),
      result: '换好了',
      recordedBy: '王芳',
    });
    expect(shop.book(openTab.sheetId)).toEqual([]);
    expect(logged(shop)).toEqual([`create ${no(1)}`, `finish ${no(1)}`, 'create TZ-2026-00001']);
  });

  it('is two calls where the row is known', () => {
    const shop = withTasks(2);
    const kinds = (act: () => unknown): readonly string[] => {
      const before = shop.ports.calls.length;
      act();
      return shop.ports.calls.slice(before).map((one) => one.kind);
    };
    expect(kinds(() => shop.take(no(1), 'start', {}, { row: 2 }))).toEqual(['read', 'commit']);
    expect(kinds(() => shop.create(tasks, [task]))).toEqual(['read', 'commit']);
    shop.take(no(1), 'finish', { result: 'x' }, { row: 2 });
    expect(kinds(() => shop.take(no(2), 'finish', { result: 'x' }, { row: 3 }))).toEqual(['read', 'commit']);
  });

  it('writes nothing when the policy says no, when nothing is to be done, or when somebody else holds the lock', () => {
    const shop = withTasks(1);
    shop.create(tasks, [{ title: '无电话', for: '陈静' }]);
    const before = shop.ports.snapshot();
    expect(() => shop.take(no(2), 'start')).toThrow(Refusal);
    expect(() => shop.take(no(1), 'start', {}, { as: '赵敏' })).toThrow(
      expect.objectContaining({ code: 'notAllowed' }),
    );
    expect(() => shop.take(no(1), 'finish')).toThrow(expect.objectContaining({ code: 'invalid' }));
    expect(sweep(shop)).toEqual({ places: [], mail: false, repeated: false });
    shop.ports.holdLock(1);
    expect(() => shop.create(tasks, [task])).toThrow(Busy);
    expect(shop.ports.snapshot()).toBe(before);
  });

  it('lets the lock go, however it ends', () => {
    const shop = withTasks(1);
    expect(() => shop.take(no(9), 'start')).toThrow();
    shop.ports.fault({ on: 'commit', kind: 'refused' });
    expect(() => shop.create(tasks, [task])).toThrow(TablesError);
    expect(shop.create(tasks, [task]).places[0]!.no).toBe(no(2));
  });

  it('puts new rows right below the last record, above what somebody is typing', () => {
    const shop = withTasks(1);
    shop.type(tasks, 3, { title: '正在写' });
    shop.create(tasks, [task, { ...task, title: '第二' }]);
    expect(shop.records(tasks).map((one) => [one.row, one.no, one.values['title']])).toEqual([
      [2, no(1), '第1件'],
      [3, no(2), '换灯泡'],
      [4, no(3), '第二'],
      [5, '', '正在写'],
    ]);
  });

  it('gives the lines of a form one number, and rows of others a number each', () => {
    const shop = workshop();
    const { places } = shop.create(orders, [
      { thing: '笔', quantity: 2 },
      { thing: '纸', quantity: 1 },
    ]);
    expect(places).toEqual([
      { register: 'orders', no: 'DD-2026-00001', line: 1, row: 2 },
      { register: 'orders', no: 'DD-2026-00001', line: 2, row: 3 },
    ]);
    expect(shop.create(tasks, [task, task]).places.map((one) => one.no)).toEqual([no(1), no(2)]);
    expect(shop.create(orders, [{ thing: '笔', quantity: 2 }]).places[0]!.no).toBe('DD-2026-00002');
  });

  it('begins the numbers anew each year', () => {
    const shop = withTasks(2);
    shop.ports.setNow('2027-01-04T09:00');
    expect(shop.create(tasks, [task]).places[0]!.no).toBe('RW-2027-00001');
    shop.ports.setNow('2026-12-31T09:00');
    expect(shop.create(tasks, [task]).places[0]!.no).toBe(no(3));
  });

  it('leaves the cells that people added, and everything else in the row, alone', () => {
    const shop = withTasks(2);
    const own = Object.keys(tasks.all).length + 1;
    shop.ports.people('desk').type(tasks.sheetId, 2, own, [['我的备忘'], ['第二']]);
    shop.ports.people('desk').moveColumn(tasks.sheetId, 3, 9);
    shop.type(tasks, 2, { note: '手改的' });
    const before = shop.ports.cells('desk', tasks.sheetId);
    shop.take(no(1), 'finish', { result: '好' });
    const after = shop.ports.cells('desk', tasks.sheetId);
    expect(after[3]).toEqual(before[3]);
    expect(shop.record(tasks, no(1)).values).toMatchObject({ note: '手改的', title: '第1件', phone: '13800138000' });
    expect(after[2]![own]).toBe('我的备忘');
  });
});

describe('columns of ours that people have pushed further than copies of rows reach', () => {
  it('are told of, and nothing is written; with a wider tab of copies the same goes through', () => {
    const shop = withTasks(2);
    shop.ports.people('desk').type(tasks.sheetId, 6, copyWidth + 1, [['我的备忘']]);
    shop.ports.people('desk').moveColumn(tasks.sheetId, Object.keys(tasks.all).indexOf('note'), copyWidth);
    const before = shop.ports.snapshot();
    const finish = () => shop.take(no(1), 'finish', { result: '好' });
    expect(finish).toThrow(Misconfigured);
    expect(() => shop.create(tasks, [task])).toThrow(Misconfigured);
    expect(shop.ports.snapshot()).toBe(before);

    shop.ports.addTab('desk', beforeTab.sheetId, [], beforeTab.rows, copyWidth + 1);
    finish();
    expect(shop.record(tasks, no(1)).values).toMatchObject({ result: '好', note: 'note 1' });
  });
});

describe('asked twice', () => {
  it('is done once and answered alike, whoever asks again and however often', () => {
    const shop = workshop();
    const first = shop.create(tasks, [task], 'the same request');
    const before = shop.ports.snapshot();
    for (let again = 0; again < 3; again += 1) {
      expect(shop.create(tasks, [task], 'the same request')).toEqual({ ...first, repeated: true });
    }
    expect(shop.ports.snapshot()).toBe(before);
  });

  it('is known among the last 300 requests', () => {
    const shop = workshop({ blankRows: 400 });
    shop.create(tasks, [task], 'request zero');
    for (let index = 1; index < 300; index += 1) shop.create(tasks, [task], `request ${index}`);
    expect(shop.create(tasks, [task], 'request zero').repeated).toBe(true);
    expect(shop.book(requestsTab.sheetId)).toHaveLength(300);
    shop.create(tasks, [task], 'request 300');
    expect(shop.book(requestsTab.sheetId)).toHaveLength(300);
    expect(shop.create(tasks, [task], 'request zero').repeated).toBe(false);
    expect(shop.create(tasks, [task], 'request 300').repeated).toBe(true);
  });

  it('is tried again when it was refused the first time', () => {
    const shop = withTasks(1);
    expect(() => shop.take(no(1), 'finish', {}, { requestId: 'the same request' })).toThrow();
    expect(shop.take(no(1), 'finish', { result: '好' }, { requestId: 'the same request' }).repeated).toBe(false);
  });
});

describe('trouble on the way', () => {
  const commits = (shop: Workshop): number => shop.ports.calls.filter((one) => one.kind === 'commit').length;

  it.each(['throttled', 'ambiguous'] as const)('reads again when a read was %s', (kind) => {
    const shop = withTasks(1);
    shop.ports.fault({ on: 'read', nth: 1, kind });
    shop.ports.fault({ on: 'read', nth: 2, kind });
    expect(shop.create(tasks, [task]).places[0]!.no).toBe(no(2));
  });

  it('writes again what was throttled, waiting longer each time', () => {
    const shop = withTasks(1);
    const before = shop.ports.clock.now();
    for (const nth of [1, 2, 3]) shop.ports.fault({ on: 'commit', nth, kind: 'throttled' });
    shop.create(tasks, [task]);
    expect(shop.records(tasks)).toHaveLength(2);
    expect(Date.parse(`${shop.ports.clock.now()}Z`) - Date.parse(`${before}Z`)).toBe(7_000);
  });

  it.each([true, false])('looks before it writes again when the answer was lost (written: %s)', (applied) => {
    const shop = withTasks(1);
    const before = commits(shop);
    shop.ports.fault({ on: 'commit', kind: 'ambiguous', applied });
    const outcome = shop.create(tasks, [{ ...task, title: '只一次' }]);
    expect(outcome.places).toEqual([{ register: 'tasks', no: no(2), line: 1, row: 3 }]);
    expect(shop.records(tasks).map((one) => one.no)).toEqual([no(1), no(2)]);
    expect(commits(shop) - before).toBe(applied ? 1 : 2);
    expect(logged(shop)).toEqual([`create ${no(1)}`, `create ${no(2)}`]);
    chainHolds(shop);
  });

  it('answers the second click when the first was written but nobody could tell', () => {
    const shop = withTasks(1);
    shop.ports.fault({ on: 'commit', kind: 'ambiguous', applied: true });
    for (const nth of [2, 3, 4, 5]) shop.ports.fault({ on: 'read', nth, kind: 'ambiguous' });
    expect(() => shop.create(tasks, [task], 'lost and found')).toThrow(TablesError);
    expect(shop.create(tasks, [task], 'lost and found')).toMatchObject({
      repeated: true,
      places: [{ no: no(2), row: 3 }],
    });
    expect(shop.records(tasks)).toHaveLength(2);
  });

  it.each([true, false])('looks after the last attempt, too (written: %s)', (applied) => {
    const shop = withTasks(1);
    for (const nth of [1, 2, 3]) shop.ports.fault({ on: 'commit', nth, kind: 'ambiguous' });
    shop.ports.fault({ on: 'commit', nth: 4, kind: 'ambiguous', applied });
    const create = () => shop.create(tasks, [task], 'request-last');
    if (applied) expect(create().repeated).toBe(false);
    else expect(create).toThrow(TablesError);
    expect(shop.records(tasks)).toHaveLength(applied ? 2 : 1);
  });

  it('gives up after four times, having written nothing', () => {
    const shop = withTasks(1);
    const before = shop.ports.snapshot();
    for (const nth of [1, 2, 3, 4]) shop.ports.fault({ on: 'commit', nth, kind: 'throttled' });
    expect(() => shop.create(tasks, [task])).toThrow(expect.objectContaining({ kind: 'throttled' }));
    expect(shop.ports.snapshot()).toBe(before);
  });

  it('tells at once what trying again cannot mend', () => {
    const shop = withTasks(1);
    const before = commits(shop);
    shop.ports.fault({ on: 'commit', kind: 'refused' });
    expect(() => shop.create(tasks, [task])).toThrow(expect.objectContaining({ kind: 'refused' }));
    expect(commits(shop) - before).toBe(1);
  });
});

describe('a tab that a person sorts, or puts rows into, between the read and the write', () => {
  const noteColumn = Object.keys(tasks.all).indexOf('note');
  const hand = (shop: Workshop): readonly unknown[] =>
    shop.records(tasks).map(({ no: number, values }) => [number, values['title'], values['note'], values['state']]);

  it('has the row wrongly hit put back, and the change made where the record stands now', () => {
    const shop = withTasks(3);
    shop.ports.before('commit', 1, () => shop.ports.people('desk').sort(tasks.sheetId, noteColumn));
    shop.take(no(1), 'finish', { result: '好' }, { row: 2 });
    expect(hand(shop)).toEqual([
      [no(3), '第3件', 'note 0', 'open'],
      [no(2), '第2件', 'note 1', 'open'],
      [no(1), '第1件', 'note 2', 'done'],
    ]);
    expect(shop.record(tasks, no(3)).values).toMatchObject({ result: null, doneAt: null });
    chainHolds(shop);
  });

  it('also when the answer of that write was lost', () => {
    const shop = withTasks(3);
    shop.ports.before('commit', 1, () => shop.ports.people('desk').sort(tasks.sheetId, noteColumn));
    shop.ports.fault({ on: 'commit', kind: 'ambiguous', applied: true });
    shop.take(no(1), 'start', {}, { row: 2 });
    expect(shop.records(tasks).map((one) => [one.no, one.values['state']])).toEqual([
      [no(3), 'open'],
      [no(2), 'open'],
      [no(1), 'doing'],
    ]);
  });

  describe('and then nobody looks at what the write has hit', () => {
    const sorted = (shop: Workshop) => shop.ports.people('desk').sort(tasks.sheetId, noteColumn);
    const start = (shop: Workshop) => shop.take(no(1), 'start', {}, { row: 2, requestId: 'request-start' });
    const states = (shop: Workshop) => shop.records(tasks).map((one) => [one.no, one.values['state']]);
    const meant = [
      [no(3), 'open'],
      [no(2), 'open'],
      [no(1), 'doing'],
    ];
    /** The wrong row is hit, and its run ends at once or hears no more of Google. */
    function hitWrongly(how: 'ambiguous' | 'death'): Workshop {
      const shop = withTasks(3);
      shop.ports.before('commit', 1, () => sorted(shop));
      shop.ports.fault({ on: 'commit', kind: how, applied: true });
      shop.ports.before('commit', 1, () => {
        for (const nth of [1, 2, 3, 4]) shop.ports.fault({ on: 'read', nth, kind: 'ambiguous' });
      });
      expect(() => start(shop)).toThrow();
      shop.ports.calm();
      expect(states(shop)[0]).toEqual([no(3), 'doing']);
      return shop;
    }

    it.each(['ambiguous', 'death'] as const)('the repeat does, before it answers (%s)', (how) => {
      const shop = hitWrongly(how);
      expect(start(shop).repeated).toBe(true);
      expect(states(shop)).toEqual(meant);
      expect(logged(shop)).toEqual([1, 2, 3].map((at) => `create ${no(at)}`).concat(`start ${no(1)}`));
    });

    it.each(['ambiguous', 'death'] as const)('the next command does, whosever it is (%s)', (how) => {
      const shop = hitWrongly(how);
      shop.take(no(3), 'start', {}, { row: 2 });
      expect(states(shop)).toEqual([[no(3), 'doing'], ...meant.slice(1)]);
      const before = shop.ports.snapshot();
      start(shop);
      expect(shop.ports.snapshot()).toBe(before);
    });

    it('a look at the outbox does, too', () => {
      const shop = hitWrongly('death');
      shop.look();
      expect(states(shop)).toEqual(meant);
    });

    it('the rows are found that were hit when somebody has sorted the tab once more', () => {
      const shop = hitWrongly('death');
      shop.ports.people('desk').sort(tasks.sheetId, noteColumn, false);
      shop.create(tasks, [task]);
      expect(states(shop)).toEqual([
        [no(1), 'doing'],
        [no(2), 'open'],
        [no(3), 'open'],
        [no(4), 'open'],
      ]);
    });

    it('a cell that somebody has meanwhile corrected by hand stays as it is', () => {
      const shop = hitWrongly('death');
      shop.type(tasks, 2, { state: 'done' });
      expect(start(shop).repeated).toBe(true);
      expect(states(shop)).toEqual([[no(3), 'done'], ...meant.slice(1)]);
    });

    it('the repeat says so when the record is gone', () => {
      const shop = hitWrongly('death');
      shop.ports.people('desk').deleteRows(tasks.sheetId, 4);
      expect(() => start(shop)).toThrow(OutOfDate);
      expect(states(shop)).toEqual(meant.slice(0, 2));
      expect(start(shop).repeated).toBe(true);
    });

    it('it is known again, without another call, who has looked; where that is forgotten, too', () => {
      const shop = withTasks(2);
      const calls = (act: () => unknown): readonly string[] => {
        const before = shop.ports.calls.length;
        act();
        return shop.ports.calls.slice(before).map((one) => one.kind);
      };
      expect(calls(() => shop.take(no(1), 'start', {}, { row: 2 }))).toEqual(['read', 'commit']);
      expect(calls(() => shop.take(no(2), 'start', {}, { row: 3 }))).toEqual(['read', 'commit']);
      shop.ports.hints.put({});
      expect(calls(() => shop.take(no(1), 'postpone', { due: '2026-10-11T12:00' }, { row: 2 }))).toEqual([
        'read',
        'commit',
      ]);
    });
  });

  it('has it so too when a row was put in above', () => {
    const shop = withTasks(2);
    shop.ports.before('commit', 1, () => shop.ports.people('desk').insertRows(tasks.sheetId, 2, 1));
    shop.take(no(1), 'start', {}, { row: 2 });
    expect(hand(shop)).toEqual([
      [no(1), '第1件', 'note 1', 'doing'],
      [no(2), '第2件', 'note 0', 'open'],
    ]);
  });

  it('says so when the record is gone, and leaves the others as they were', () => {
    const shop = withTasks(2);
    shop.ports.before('commit', 1, () => shop.ports.people('desk').deleteRows(tasks.sheetId, 2));
    expect(() => shop.take(no(1), 'start', {}, { row: 2 })).toThrow(OutOfDate);
    expect(hand(shop)).toEqual([[no(2), '第2件', 'note 0', 'open']]);
  });

  it('puts new rows above nothing that was typed, and overwrites none', () => {
    const shop = withTasks(2);
    shop.type(tasks, 4, { title: '手写', note: 'a' });
    shop.ports.before('commit', 1, () => shop.ports.people('desk').sort(tasks.sheetId, noteColumn));
    shop.create(tasks, [{ ...task, title: '新的', note: 'z' }]);
    expect(
      shop
        .records(tasks)
        .map((one) => one.values['title'])
        .sort(),
    ).toEqual(['手写', '新的', '第1件', '第2件'].sort());
    expect(sweep(shop).places).toEqual([]);
  });

  it('gives typed rows their numbers wherever they have gone, each its own, also when two are alike', () => {
    const shop = withTasks(1);
    const titles = ['丙', '甲', '乙', '甲', '丁'];
    titles.forEach((title, index) => shop.type(tasks, 3 + index, { ...task, title }));
    shop.ports.before('commit', 1, () => shop.ports.people('desk').sort(tasks.sheetId, 2, false));
    const { places } = sweep(shop);
    expect(places.map((one) => one.no)).toEqual([2, 3, 4, 5, 6].map(no));
    const found = shop.records(tasks);
    expect(found.filter((one) => one.no === '')).toEqual([]);
    expect([2, 3, 4, 5, 6].map((number) => shop.record(tasks, no(number)).values['title'])).toEqual(titles);
    expect(found).toHaveLength(6);
    chainHolds(shop);
  });
});

describe('a tab whose columns a person moves between the read and the write', () => {
  const at = (key: string): number => Object.keys(tasks.all).indexOf(key);
  const move = (shop: Workshop, from: string, to: number) => (): void =>
    shop.ports.people('desk').moveColumn(tasks.sheetId, at(from), to);

  it.each([
    ['state', 0],
    ['no', 16],
    ['title', 12],
  ])('has each value in its own column when %s goes to %i', (key, to) => {
    const shop = withTasks(2);
    shop.ports.before('commit', 1, move(shop, key, to));
    shop.take(no(1), 'start', {}, { row: 2 });
    shop.create(tasks, [{ ...task, title: '第3件', note: 'note' }]);
    expect(shop.records(tasks).map((one) => [one.no, one.values['title'], one.values['state']])).toEqual([
      [no(1), '第1件', 'doing'],
      [no(2), '第2件', 'open'],
      [no(3), '第3件', 'open'],
    ]);
  });

  it('has a new row written in the order in which the columns stand', () => {
    const shop = withTasks(1);
    shop.ports.before('commit', 1, move(shop, 'title', 9));
    shop.create(tasks, [{ ...task, title: '新的' }]);
    expect(shop.record(tasks, no(2)).values).toMatchObject({
      ...task,
      title: '新的',
      state: 'open',
      recordedBy: '王芳',
    });
  });

  it('is left alone when that was after the write whose answer was lost', () => {
    const shop = withTasks(2);
    const first = shop.record(tasks, no(1)).values;
    shop.ports.fault({ on: 'commit', kind: 'ambiguous', applied: true });
    shop.ports.before('read', 2, move(shop, 'state', 2));
    shop.take(no(1), 'start', {}, { row: 2 });
    expect(shop.record(tasks, no(1)).values).toEqual({
      ...first,
      state: 'doing',
      history: expect.stringContaining('start') as unknown,
    });
  });

  it('keeps what has a column when one was deleted, and says which is gone', () => {
    const shop = withTasks(2);
    const { title, note, state } = shop.record(tasks, no(2)).values;
    // Its heading and its cells, as a person deletes a column.
    shop.ports.before('commit', 1, () => {
      shop.ports.people('desk').moveColumn(tasks.sheetId, at('sign'), 0);
      shop.ports.people('desk').type(tasks.sheetId, 0, 0, [['']]);
    });
    expect(() => shop.take(no(1), 'start', {}, { row: 2 })).toThrow(Misconfigured);
    shop.ports.people('desk').type(tasks.sheetId, 0, 0, [['sign']]);
    expect(shop.record(tasks, no(1)).values['state']).toBe('doing');
    expect(shop.record(tasks, no(2)).values).toMatchObject({ title, note, state });
  });

  it('has the hint of a row below the new one put back, too', () => {
    const shop = withTasks(1);
    shop.type(tasks, 3, { title: '只有事项' });
    shop.ports.before('commit', 1, () => shop.ports.people('desk').insertRows(tasks.sheetId, 2));
    run(shop.reading(), {
      workbook: 'desk',
      requestId: '',
      needs: { tails: [tasks] },
      decide: (view) => {
        const sweep = { register: tasks, layout: view.layout(tasks), rows: view.tail(tasks).typed, taken: () => false };
        return together(
          sweepPlan(product, sweep, view.facts, view.numbers),
          decideCreate(product, tasks, [{ ...task, title: '新的' }], view.facts, { taken: () => false }, view.numbers)
            .plan,
        );
      },
    });
    const found = shop.records(tasks).map((one) => [one.values['title'], one.values['check']]);
    expect(found.sort()).toEqual(
      [
        ['只有事项', '还需填写：负责人'],
        ['新的', null],
        ['第1件', null],
      ].sort(),
    );
  });
});

describe('a person who is still typing', () => {
  it('keeps what is typed between the read and the write, and the row its number', () => {
    const shop = withTasks(1);
    shop.type(tasks, 3, { ...task, note: '一' });
    shop.ports.before('commit', 1, () => shop.type(tasks, 3, { note: '一二', code: 'c' }));
    expect(sweep(shop).places).toEqual([{ register: 'tasks', no: no(2), line: 1, row: 3 }]);
    expect(shop.record(tasks, no(2)).values).toMatchObject({ note: '一二', code: 'c', title: '换灯泡', state: 'open' });
    expect(shop.records(tasks)).toHaveLength(2);
  });

  it('whose row is quite another by then gets no number that was meant for it before', () => {
    const shop = withTasks(1);
    shop.type(tasks, 3, { ...task, note: '一' });
    shop.ports.before('commit', 1, () => shop.type(tasks, 3, { title: '别的', note: null, phone: null }));
    expect(() => sweep(shop)).toThrow(OutOfDate);
    expect(shop.records(tasks)[1]).toMatchObject({ no: '', values: { title: '别的', state: null, history: null } });
    expect(sweep(shop).places).toMatchObject([{ no: no(3) }]);
  });
});

describe('the books', () => {
  it('list open records with state, due time and holder, and forget those that have ended', () => {
    const shop = workshop();
    shop.create(tasks, [{ ...task, due: '2026-10-10T12:00' }]);
    shop.ports.setNow('2026-10-09T10:00');
    shop.take(no(1), 'start');
    expect(shop.book(openTab.sheetId)).toEqual([
      ['tasks', no(1), 1, 2, 'doing', '2026-10-10T12:00', '陈静', '2026-10-09T10:00:00'],
    ]);
    shop.ports.setNow('2026-10-09T11:00');
    shop.take(no(1), 'postpone', { due: '2026-10-11T12:00' });
    expect(shop.book(openTab.sheetId)).toEqual([
      ['tasks', no(1), 1, 2, 'doing', '2026-10-11T12:00', '陈静', '2026-10-09T10:00:00'],
    ]);
    shop.take(no(1), 'finish', { result: '好' });
    expect(shop.book(openTab.sheetId)).toEqual([]);
  });

  it('close up when one in the midst has ended, and take no row out of the tab', () => {
    const shop = withTasks(4);
    shop.take(no(2), 'start');
    shop.take(no(2), 'finish', { result: '好' });
    const listed = () => shop.book(openTab.sheetId).map((row) => row[1]);
    expect(listed()).toEqual([no(1), no(4), no(3)]);
    shop.create(tasks, [task]);
    expect(listed()).toEqual([no(1), no(4), no(3), no(5)]);
    for (const ended of [no(5), no(1)]) {
      shop.take(ended, 'start');
      shop.take(ended, 'finish', { result: '好' });
    }
    expect(listed()).toEqual([no(3), no(4)]);
  });

  it('carry mail in the same write as what it tells of, naming record and person only', () => {
    const shop = workshop();
    expect(shop.create(tasks, [{ ...task, email: 'guest@example.org', note: '机密' }]).mail).toBe(true);
    const rows = shop.book(outboxTab.sheetId).map((row) => row.slice(2));
    expect(rows).toEqual([
      ['letter', 'task-new', 'tasks', no(1), 2, 'A03', 'waiting'],
      ['letter', 'task-thanks', 'tasks', no(1), 2, 'guest', 'waiting'],
      ['sign', 'task', 'tasks', no(1), 2, '', 'waiting'],
    ]);
  });

  it('hold the rows changed last as they were before, and the columns under which they stood', () => {
    const shop = withTasks(1);
    const before = shop.ports.cells('desk', tasks.sheetId)[2];
    shop.take(no(1), 'start');
    expect(shop.ports.cells('desk', beforeTab.sheetId).slice(1)).toEqual([before, Object.keys(tasks.all)]);
  });
});
