import { items } from '../../../src/chapters/supplies/items.register';
import { stockChange, stockMoves, type Wanted } from '../../../src/chapters/supplies/stock';
import type { RecordRow, Values } from '../../../src/kernel/values';
import { factsWith, recordOf } from '../world';
import { checkBooks, paper, pens, stocked, storeroom } from './storeroom';

const item = (values: Values = {}): RecordRow =>
  recordOf(items, { ...paper, label: '打印纸 A4', onHand: 12, onOrder: 0, state: 'enough', ...values });
const move = (quantity: number, more: Partial<Wanted> = {}): Wanted => ({
  item: '打印纸 A4',
  kind: quantity < 0 ? 'issue' : 'receipt',
  quantity,
  at: 'quantity',
  ...more,
});
const change = (wanted: readonly Wanted[], ...records: readonly RecordRow[]) =>
  stockChange(records.length > 0 ? records : [item()], wanted, factsWith());

describe('3.2.1 every move is a line with its balance', () => {
  test('several moves of one item run on, and the item ends where the ledger does', () => {
    const { ledger, items: changed } = change([move(5), move(-3), move(-1)]);
    expect(ledger.map(({ quantity, balance }) => [quantity, balance])).toEqual([
      [5, 17],
      [-3, 14],
      [-1, 13],
    ]);
    expect(changed.map(({ values }) => values['onHand'])).toEqual([13]);
  });

  test('nothing goes below zero; the fault names what is there, and later moves go on from it', () => {
    const { faults, ledger } = change([move(-10, { at: '1.quantity' }), move(-5, { at: '2.quantity' })]);
    expect(faults['2.quantity']!.values).toEqual({ stock: 2, unit: '包' });
    expect(Object.keys(faults)).toEqual(['2.quantity']);
    expect(ledger.map(({ balance }) => balance)).toEqual([2]);
  });

  test('an item that is not there is told at its field', () => {
    expect(Object.keys(change([move(1, { item: '金条' })]).faults)).toEqual(['quantity']);
  });

  test('what changes nothing is no move', () => {
    expect(change([move(0)])).toEqual({ ledger: [], items: [], faults: {} });
  });

  test('3.3.4 a receipt keeps its price and takes it off what is on order', () => {
    const { items: changed } = change([move(6, { ordered: -6, price: 19.5 })], item({ onOrder: 10 }));
    expect(changed[0]!.values).toMatchObject({ onHand: 18, onOrder: 4, lastPrice: 19.5, movedOn: '2026-10-09' });
  });
});

describe('3.3.1 stock alert', () => {
  const tells = (wanted: readonly Wanted[], ...records: readonly RecordRow[]) =>
    stockMoves(change(wanted, ...records)).flatMap(({ tells: told = [] }) => told.map(({ letter }) => letter));

  test('at the minimum, not above it', () => {
    expect(tells([move(-1)])).toEqual([]);
    expect(tells([move(-2)])).toEqual(['stock-alert']);
  });

  test('once, as long as it stays low; anew when it was above in between', () => {
    const low = item({ onHand: 9, alertedAt: '2026-10-08T10:00', alertTo: '李强', state: 'low' });
    expect(tells([move(-1)], low)).toEqual([]);
    expect(change([move(-1)], low).items[0]!.values).toMatchObject({ alertedAt: '2026-10-08T10:00', state: 'low' });
    expect(change([move(5)], low).items[0]!.values).toMatchObject({ alertedAt: null, alertTo: null, state: 'enough' });
    expect(tells([move(5), move(-5)], item({ onHand: 11 }))).toEqual([]);
  });

  test('what is on order counts', () => {
    expect(tells([move(-5)], item({ onOrder: 20 }))).toEqual([]);
    expect(tells([move(0, { ordered: -20 })], item({ onHand: 5, onOrder: 20 }))).toEqual(['stock-alert']);
  });

  test.each([null, 0])('a minimum of %p asks for nothing', (minimum) => {
    expect(tells([move(-12)], item({ minimum }))).toEqual([]);
  });

  test('goes to the keeper, or to somebody of the front desk who is in: one e-mail', () => {
    const told = (keeper: string | null, staff = {}) =>
      stockChange([item({ keeper })], [move(-2)], factsWith({ staff })).items[0]!.values['alertTo'];
    expect(told('周琳')).toBe('周琳');
    expect(told(null)).toBe('王芳');
    expect(told(null, { 王芳: { awayFrom: '2026-10-01' } })).toBe('李强');
  });

  test('in the same commit, also when the keeper has taken the last', () => {
    const room = stocked({ paper: 11 });
    room.take('items', 'YP-2026-00001', 'scrap', { quantity: 1, remark: '受潮' });
    expect(room.told()).toEqual(['stock-alert → A01']);
    expect(room.item('打印纸 A4')).toMatchObject({ state: 'low', alertedAt: '2026-10-09T09:30', alertTo: '王芳' });
  });

  test('a minimum changed on the tab is seen the next morning', () => {
    const room = stocked({ paper: 30 });
    room.type('items', { minimum: 50 });
    room.take('items', 'YP-2026-00001', 'recheck', {}, 'clock');
    expect(room.told()).toEqual(['stock-alert → A01']);
    expect(Object.keys(room.problem(() => room.take('items', 'YP-2026-00001', 'recheck', {}, 'clock')))).toEqual(['']);
  });
});

describe('3.2.1 what no purchase brings and no requisition takes', () => {
  test('opening stock once, gifts and scrap with a word on them', () => {
    const room = storeroom();
    const no = room.create('items', [pens]);
    expect(room.values('items', no)).toMatchObject({ label: '签字笔 黑色', onHand: 0, inUse: true, state: 'enough' });
    room.take('items', no, 'opening', { quantity: 20, price: 1.5 });
    expect(Object.keys(room.problem(() => room.take('items', no, 'opening', { quantity: 1 })))).toEqual(['']);
    expect(Object.keys(room.problem(() => room.take('items', no, 'receive', { quantity: 1 })))).toEqual(['remark']);
    room.take('items', no, 'receive', { quantity: 5, remark: '捐赠' });
    expect(room.problem(() => room.take('items', no, 'scrap', { quantity: 26, remark: '坏' }))).toEqual({
      quantity: '库存只有 25 支。',
    });
    room.take('items', no, 'scrap', { quantity: 2, remark: '坏' });
    expect(
      room.records('stock-ledger').map(({ values }) => [values['kind'], values['quantity'], values['balance']]),
    ).toEqual([
      ['opening', 20, 20],
      ['receipt', 5, 25],
      ['scrap', -2, 23],
    ]);
    expect(room.values('items', no)).toMatchObject({ onHand: 23, lastPrice: 1.5 });
    checkBooks(room);
  });

  test('a line is reversed by a new one, once, and not below zero', () => {
    const room = stocked({ pens: 20 });
    const [line] = room.records('stock-ledger');
    room.take('stock-ledger', line!.no, 'reverse', { reason: '数错了' });
    expect(
      room.records('stock-ledger').map(({ values }) => [values['kind'], values['quantity'], values['state']]),
    ).toEqual([
      ['opening', 20, 'reversed'],
      ['correction', -20, 'valid'],
    ]);
    expect(room.records('stock-ledger')[1]!.values).toMatchObject({
      reference: line!.no,
      remark: '数错了',
      balance: 0,
    });
    expect(Object.keys(room.problem(() => room.take('stock-ledger', line!.no, 'reverse', { reason: '再' })))).toEqual([
      '',
    ]);
    room.take('items', 'YP-2026-00002', 'receive', { quantity: 3, remark: '捐赠' });
    room.take('items', 'YP-2026-00002', 'scrap', { quantity: 2, remark: '坏' });
    const receipt = room.records('stock-ledger')[2]!.no;
    expect(room.problem(() => room.take('stock-ledger', receipt, 'reverse', { reason: '没有' }))).toEqual({
      reason: '库存只有 1 支。',
    });
    checkBooks(room);
  });

  test('3.2.3 what is still there is not retired', () => {
    const room = stocked({ pens: 1 });
    expect(room.problem(() => room.take('items', 'YP-2026-00002', 'retire'))).toEqual({
      '': '还有库存或在途的，不能停用。',
    });
    room.take('items', 'YP-2026-00002', 'scrap', { quantity: 1, remark: '坏' });
    room.take('items', 'YP-2026-00002', 'retire');
    expect(room.values('items', 'YP-2026-00002')).toMatchObject({ state: 'retired', inUse: false });
    room.take('items', 'YP-2026-00002', 'reuse');
    expect(room.values('items', 'YP-2026-00002')).toMatchObject({ state: 'enough', inUse: true });
  });
});
