import { needsOf, relatedOf, type Looking } from '../../src/kernel/related';
import type { Values } from '../../src/kernel/values';
import { openView } from '../../src/kernel/view';
import { defineWorkflow, role, type Looks } from '../../src/kernel/workflow';
import { ledger, orders, product, task, tasks, tasksWorkflow, workshop, type Workshop } from './workshop';

/** What a step that says this of itself finds, and in how many calls. */
function look(shop: Workshop, looks: Looks, rows: readonly Values[], ...asked: readonly [string, string?][]) {
  const looking: Looking = { register: ledger, looks: [looks] };
  const before = shop.ports.calls.length;
  const view = openView(shop.reading(), 'desk', needsOf(product, looking));
  const related = relatedOf(product, view, looking, rows);
  const found = asked.map(([key, after]) => related(key, after).map(({ no, line }) => `${no}/${line}`));
  return { found, calls: shop.ports.calls.length - before };
}

const withTasks = (count: number): Workshop => {
  const shop = workshop({ blankRows: count + 50 });
  for (let index = 1; index <= count; index += 1) {
    const due = `2026-10-${String(9 + Math.floor(index / 10)).padStart(2, '0')}T10:${String(index % 60).padStart(2, '0')}`;
    shop.create(tasks, [{ ...task, code: `c${index}`, due }]);
  }
  return shop;
};
const second = { task: 'RW-2026-00002' };

describe('a step that follows a link', () => {
  const looks = { follows: ['task'] };

  it('finds the record that it names, open or ended, once', () => {
    const shop = withTasks(3);
    expect(look(shop, looks, [second, second], ['tasks'], ['tasks'])).toEqual({
      found: [['RW-2026-00002/1'], ['RW-2026-00002/1']],
      calls: 2,
    });
    shop.take('RW-2026-00002', 'finish', { result: '好' });
    expect(look(shop, looks, [second], ['tasks']).found).toEqual([['RW-2026-00002/1']]);
  });

  it('reads nothing more until it asks, and finds nothing where the link is empty or its record gone', () => {
    const shop = withTasks(1);
    expect(look(shop, looks, [second])).toEqual({ found: [], calls: 1 });
    expect(look(shop, looks, [{ task: null }, { task: 'RW-2026-00009' }], ['tasks']).found).toEqual([[]]);
  });

  it('is told when it is defined that a column names no record by number', () => {
    const wrong = { ...tasksWorkflow.transitions['start']!, follows: ['title'] };
    expect(() => defineWorkflow(tasks, { ...tasksWorkflow, transitions: { wrong } })).toThrow(
      'workflow of tasks: wrong follows title, which names no record by number',
    );
  });
});

describe('a step that reads open records', () => {
  it('finds those, and not what has ended', () => {
    const shop = withTasks(3);
    shop.take('RW-2026-00002', 'finish', { result: '好' });
    expect(look(shop, { readsOpen: [{ register: 'tasks' }] }, [], ['tasks'])).toEqual({
      found: [['RW-2026-00001/1', 'RW-2026-00003/1']],
      calls: 2,
    });
  });

  it('finds those in some states only, and does not read where there are none', () => {
    const shop = withTasks(3);
    const doing = { readsOpen: [{ register: 'tasks', in: ['doing'] }] };
    expect(look(shop, doing, [], ['tasks'])).toEqual({ found: [[]], calls: 1 });
    shop.take('RW-2026-00003', 'start');
    expect(look(shop, doing, [], ['tasks']).found).toEqual([['RW-2026-00003/1']]);
  });
});

describe('a step that reads back to a moment', () => {
  const looks = { readsAfter: ['tasks'] };
  const after = '2026-10-09T10:02';

  it('finds what happened after it, and nothing of that minute', () => {
    expect(look(withTasks(4), looks, [], ['tasks', after], ['tasks', '2026-10-09T10:04']).found).toEqual([
      ['RW-2026-00003/1', 'RW-2026-00004/1'],
      [],
    ]);
  });

  it('finds it also where somebody has sorted the tab', () => {
    const shop = withTasks(4);
    shop.ports.people('desk').sort(tasks.sheetId, Object.keys(tasks.all).indexOf('due'), false);
    expect(look(shop, looks, [], ['tasks', after]).found).toEqual([['RW-2026-00003/1', 'RW-2026-00004/1']]);
  });

  it('needs a register that says when its records happened', () => {
    expect(() => look(withTasks(1), { readsAfter: ['orders'] }, [], ['orders', after])).toThrow(
      'orders does not say when its records happened',
    );
  });
});

describe('a step that reads a small register', () => {
  it('finds all of it with the first call, and nothing that it has not said', () => {
    const shop = withTasks(2);
    shop.create(orders, [{ thing: '灯泡', quantity: 2 }]);
    expect(look(shop, { reads: ['orders'] }, [], ['orders'])).toEqual({ found: [['DD-2026-00001/1']], calls: 1 });
    expect(() => look(shop, {}, [], ['orders'])).toThrow('the step does not say that it reads orders');
  });
});

test('the opening of a record may follow its links, too', () => {
  const opens = { article: '9.3', by: [role('front')], in: [], state: () => 'open', follows: ['note'] };
  expect(() => defineWorkflow(tasks, { opens, transitions: {} })).toThrow('the opening follows note');
});
