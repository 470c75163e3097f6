import type { Values } from '../../../src/kernel/values';
import { agency, register, type Agency } from '../../api/agency';
import { layoutOf, rowOf } from '../../../src/kernel/layout';
import { countersTab } from '../../../src/kernel/kernel-tabs';
import type { Name } from '../world';
import { paper, pens } from './storeroom';

let asked = 0;
const next = (): string => `request-${String(++asked).padStart(5, '0')}`;
const create = (office: Agency, who: Name, key: string, rows: readonly Values[]) =>
  office.ask(who, 'create', { register: key, rows, requestId: next() }).records[0]!;
const take = (
  office: Agency,
  key: string,
  at: { no: string; row?: number },
  transition: string,
  input: Values = {},
  who: Name = '王芳',
) => office.ask(who, 'transition', { register: key, ...at, transition, input, requestId: next() });

/** Rows of years that are over, below the labels of a tab. */
function fillTab(office: Agency, key: string, count: number, values: (index: number) => Values): void {
  const own = register(key);
  const layout = layoutOf(own, Object.keys(own.all), 'zh');
  const rows = Array.from({ length: count }, (_, index) =>
    rowOf(layout, {
      ...values(index),
      no: `${own.serial}-2025-${String(index + 1).padStart(5, '0')}`,
      line: 1,
      lineCount: 1,
    }),
  );
  office.ports.people('desk').type(own.sheetId, 2, 0, rows);
}

/** 打印纸 A4 and 签字笔 黑色, and so many requisitions, stocktakes and ledger lines of the years before. */
function withHistory(count: number): Agency {
  const office = agency({ blankRows: count + 100 });
  fillTab(office, 'requisitions', count, () => ({
    department: '社工部',
    applicant: '周琳',
    neededOn: '2025-03-03',
    item: '打印纸 A4',
    quantity: 1,
    state: 'issued',
  }));
  fillTab(office, 'stocktakes', count, () => ({ department: '综合部', item: '打印纸 A4', state: 'adjusted' }));
  fillTab(office, 'stock-ledger', count, (index) => ({
    at: `2025-03-${String(1 + Math.floor((index * 28) / count)).padStart(2, '0')}T10:00`,
    item: '打印纸 A4',
    kind: 'receipt',
    quantity: 0,
    balance: 0,
    state: 'valid',
  }));
  office.ports.people('desk').type(countersTab.sheetId, 1, 0, [['LY-2025', count, '']]);
  const [sheets, writing] = [create(office, '王芳', 'items', [paper]), create(office, '王芳', 'items', [pens])];
  take(office, 'items', sheets, 'opening', { quantity: 14, price: 20 });
  take(office, 'items', writing, 'opening', { quantity: 30 });
  return office;
}

function issued(office: Agency, quantity = 5) {
  const wish = { department: '社工部', applicant: '周琳', item: '打印纸 A4', quantity };
  const made = create(office, '周琳', 'requisitions', [wish]);
  take(office, 'requisitions', made, 'approveHead', {}, '陈静');
  take(office, 'requisitions', made, 'issue', { '1.quantity': 5 });
  return { requisition: made.no, issue: { no: 'FF-2026-00001', row: 2 } };
}

interface Cost {
  readonly calls: number;
  readonly cells: number;
}
function costOf({ ports }: Agency, act: () => unknown): Cost {
  const before = ports.calls.length;
  act();
  const mine = ports.calls.slice(before);
  return { calls: mine.length, cells: mine.reduce((sum, one) => sum + one.cellsRead, 0) };
}
/** What it costs with few and with many rows of the past. */
const both = (prepare: (office: Agency) => () => unknown): readonly [Cost, Cost] =>
  [450, 950].map((count) => {
    const office = withHistory(count);
    const act = prepare(office);
    return costOf(office, act);
  }) as [Cost, Cost];

describe('what grows for ever is not read', () => {
  test('3.2.1 a correction reaches the requisition by its number: one cell a row of it at most', () => {
    const [few, many] = both((office) => {
      const { issue } = issued(office);
      return () => take(office, 'issues', issue, 'correct', { remark: '发错了', '1.quantity': 2 });
    });
    expect(many.calls).toBeLessThanOrEqual(4);
    expect(many.cells - few.cells).toBeLessThanOrEqual(500);
  });

  test('3.2.1 where the requisition is still open, the list of open records knows its row', () => {
    const [few, many] = both((office) => {
      const { issue } = issued(office, 9);
      return () => take(office, 'issues', issue, 'correct', { remark: '发错了', '1.quantity': 2 });
    });
    expect(many).toEqual(few);
    expect(many.calls).toBe(3);
  });

  test('3.2.2 a count of earlier reads the ledger back to its day, and one of now not at all', () => {
    const counted = (office: Agency, input: Values) => {
      const count = create(office, '王芳', 'stocktakes', [{ department: '综合部', countedBy: '李强', scope: '纸张' }]);
      office.ports.setNow('2026-10-09T10:00:00');
      take(office, 'items', { no: 'YP-2026-00001' }, 'receive', { quantity: 6, remark: '捐赠' });
      office.ports.setNow('2026-10-09T11:00:00');
      return () => {
        take(office, 'stocktakes', count, 'count', { ...input, '1.counted': 14 });
        expect(office.record('stocktakes', count.no).values).toMatchObject({ bookQuantity: 14, counted: 14 });
      };
    };
    const [few, many] = both((office) => counted(office, { countedAt: '2026-10-09T09:45' }));
    expect(many.calls).toBe(4);
    // The ledger is read from one of a hundred samples of its moments on: five rows more of 500.
    expect(many.cells - few.cells).toBeLessThanOrEqual(5 * Object.keys(register('stock-ledger').all).length);
    const [, now] = both((office) => counted(office, {}));
    expect(now.calls).toBe(2);
  });

  test('3.2.2 opening a stocktake looks at the running ones only', () => {
    const count = { department: '综合部', countedBy: '李强', scope: '纸张' };
    const [few, many] = both((office) => {
      create(office, '王芳', 'stocktakes', [{ ...count, scope: '文具' }]);
      return () => create(office, '王芳', 'stocktakes', [count]);
    });
    expect(many).toEqual(few);
    expect(many.calls).toBe(2);
  });
});

test('3.2.1 corrections find their requisition wherever people have sorted it to', () => {
  const office = withHistory(10);
  const { requisition, issue } = issued(office);
  const { sheetId } = register('requisitions');
  office.ports.people('desk').sort(sheetId, office.column('requisitions', 'no'), false);
  take(office, 'issues', issue, 'correct', { remark: '发错了', '1.quantity': 2 });
  expect(office.record('requisitions', requisition).values).toMatchObject({ issuedQuantity: 3, state: 'withFront' });
});
