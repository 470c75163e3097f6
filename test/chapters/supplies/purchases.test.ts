import type { Values } from '../../../src/kernel/values';
import { checkBooks, stocked, type Storeroom } from './storeroom';

const line: Values = {
  department: '综合部',
  expectedOn: '2026-10-20',
  item: '打印纸 A4',
  quantity: 30,
  estimatedPrice: 20,
};

function withSuppliers(stock = {}): Storeroom {
  const room = stocked(stock);
  room.put('suppliers', { name: '晨光文具', standing: 'qualified' });
  room.put('suppliers', { name: '关门商店', standing: 'stopped' });
  return room;
}
function approved(room: Storeroom, rows: readonly Values[] = [line]): string {
  const no = room.create('supply-purchases', rows);
  room.take('supply-purchases', no, 'approveHead', {}, '刘洋');
  const amount = rows.reduce((sum, row) => sum + Number(row['quantity']) * Number(row['estimatedPrice']), 0);
  room.take('supply-purchases', no, 'approveDirector', { amount }, '赵敏');
  room.told();
  return no;
}
const ordered = (room: Storeroom, rows?: readonly Values[]): string => {
  const no = approved(room, rows);
  const suppliers = Object.fromEntries(
    room.lines('supply-purchases', no).map((one) => [`${one.line}.supplier`, '晨光文具']),
  );
  room.take('supply-purchases', no, 'order', suppliers);
  return no;
};

describe('3.3.1 the front desk asks for a purchase', () => {
  test('with what the catalogue knows: specification, stock, the price before', () => {
    const room = withSuppliers({ paper: 3 });
    const no = room.create('supply-purchases', [line]);
    expect(no).toBe('YC-2026-00001');
    expect(room.values('supply-purchases', no)).toMatchObject({
      spec: 'A4',
      stockThen: 3,
      priceBefore: 20,
      state: 'withHead',
      approver: '刘洋',
      receivedQuantity: 0,
    });
    expect(Object.keys(room.problem(() => room.create('supply-purchases', [line], '周琳')))).toEqual(['']);
  });
});

describe('3.3.2 the head reviews, the director approves', () => {
  test('passed over to the director, or the head’s own: the amount is asked all the same, once', () => {
    const room = withSuppliers();
    const escalated = room.create('supply-purchases', [line]);
    room.take('supply-purchases', escalated, 'escalate', {}, 'clock', { now: '2026-10-15T08:00:00' });
    const own = room.create('supply-purchases', [{ ...line, applicant: '刘洋' }]);
    for (const no of [escalated, own]) {
      expect(room.values('supply-purchases', no)).toMatchObject({ state: 'withDirector', approver: '赵敏' });
      const decide = (amount: number) =>
        room.problem(() => room.take('supply-purchases', no, 'approveDirector', { amount }, '赵敏'));
      expect(Object.keys(decide(1))).toEqual(['amount']);
      expect(decide(600)).toEqual({});
      expect(room.values('supply-purchases', no)['state']).toBe('approved');
    }
  });

  test('the department is the applicant’s own, unless they are of the front desk', () => {
    const room = withSuppliers();
    const ask = (applicant: string) =>
      room.problem(() => room.create('supply-purchases', [{ ...line, department: '社工部', applicant }]));
    expect([Object.keys(ask('刘洋')), Object.keys(ask('李强'))]).toEqual([['department'], []]);
  });

  test('and types the amount', () => {
    const room = withSuppliers();
    const no = room.create('supply-purchases', [
      line,
      { ...line, item: '签字笔 黑色', quantity: 10, estimatedPrice: 1.5 },
    ]);
    room.take('supply-purchases', no, 'approveHead', {}, '刘洋');
    expect(room.values('supply-purchases', no)).toMatchObject({ state: 'withDirector', approver: '赵敏' });
    const decide = (amount: number) =>
      room.problem(() => room.take('supply-purchases', no, 'approveDirector', { amount }, '赵敏'));
    expect(decide(600)).toEqual({ amount: '与申请的合计金额 615.00 元不符。' });
    expect(decide(615)).toEqual({});
    expect(room.lines('supply-purchases', no).map(({ values }) => values['state'])).toEqual(['approved', 'approved']);
  });

  test('what was changed afterwards is not ordered', () => {
    const room = withSuppliers();
    const no = approved(room);
    room.type('supply-purchases', { estimatedPrice: 99 });
    const order = () => room.take('supply-purchases', no, 'order', { '1.supplier': '晨光文具' });
    expect(room.problem(order)['']).toMatch('与批准时不同');
  });
});

describe('3.3.3 only proper suppliers', () => {
  test('a stopped one is refused when it is asked for and when it is ordered from', () => {
    const room = withSuppliers();
    const ask = (supplier: string) => room.problem(() => room.create('supply-purchases', [{ ...line, supplier }]));
    expect(ask('关门商店')).toEqual({ supplier: '“关门商店”已停用，不能向它采购。' });
    const no = approved(room);
    const order = (supplier: string) =>
      room.problem(() => room.take('supply-purchases', no, 'order', { '1.supplier': supplier }));
    expect(order('关门商店')).toEqual({ '1.supplier': '“关门商店”已停用，不能向它采购。' });
    expect(order('路边摊')).toEqual({ '1.supplier': '供应商名录里没有“路边摊”。' });
    expect(order('晨光文具')).toEqual({});
  });

  test('the supplier that was approved is the one ordered from', () => {
    const room = withSuppliers();
    room.put('suppliers', { name: '得力', standing: 'qualified' });
    const no = approved(room, [{ ...line, supplier: '晨光文具' }]);
    const order = (supplier: string) =>
      room.problem(() => room.take('supply-purchases', no, 'order', { '1.supplier': supplier }));
    expect(order('得力')).toEqual({ '1.supplier': '批准的供应商是“晨光文具”。' });
    expect(order('晨光文具')).toEqual({});
  });
});

describe('3.3.4 what has come is put into stock', () => {
  test('on order until it comes, in parts, each at its price', () => {
    const room = withSuppliers({ paper: 5 });
    const no = ordered(room);
    expect(room.item('打印纸 A4')).toMatchObject({ onHand: 5, onOrder: 30, state: 'enough', alertedAt: null });
    checkBooks(room);
    room.take('supply-purchases', no, 'receive', { '1.quantity': 20, '1.price': 19 });
    expect(room.values('supply-purchases', no)).toMatchObject({ state: 'ordered', receivedQuantity: 20 });
    expect(room.item('打印纸 A4')).toMatchObject({ onHand: 25, onOrder: 10, lastPrice: 19 });
    checkBooks(room);
    room.take('supply-purchases', no, 'receive', { '1.quantity': 10, '1.price': 21 });
    expect(room.values('supply-purchases', no)).toMatchObject({
      state: 'received',
      receivedQuantity: 30,
      receivedOn: '2026-10-09',
      price: 21,
    });
    expect(room.item('打印纸 A4')).toMatchObject({ onHand: 35, onOrder: 0, lastPrice: 21 });
    expect(room.records('stock-ledger').at(-1)!.values).toMatchObject({
      kind: 'receipt',
      quantity: 10,
      balance: 35,
      reference: no,
    });
    checkBooks(room);
  });

  test('never more than was ordered, never without a price, never nothing', () => {
    const room = withSuppliers();
    const no = ordered(room);
    const receive = (input: Values) => room.problem(() => room.take('supply-purchases', no, 'receive', input));
    expect(receive({ '1.quantity': 31, '1.price': 1 })).toEqual({ '1.quantity': '最多 30。' });
    expect(receive({ '1.quantity': 3 })).toEqual({ '1.price': '请填写实际单价。' });
    expect(receive({ '1.quantity': 0 })).toEqual({ '1.quantity': '请填写数量。' });
  });

  test('3.2.1 a receipt noted too high is corrected, and is on order again', () => {
    const room = withSuppliers();
    const no = ordered(room);
    room.take('supply-purchases', no, 'receive', { '1.quantity': 30, '1.price': 20 });
    room.take('supply-purchases', no, 'correctReceipt', { remark: '少送两包', '1.quantity': 2 });
    expect(room.values('supply-purchases', no)).toMatchObject({ state: 'ordered', receivedQuantity: 28 });
    expect(room.item('打印纸 A4')).toMatchObject({ onHand: 28, onOrder: 2 });
    expect(room.records('stock-ledger').at(-1)!.values).toMatchObject({ kind: 'correction', quantity: -2 });
    checkBooks(room);
  });

  test('what will not come is given up: no longer on order, and low again', () => {
    const room = withSuppliers({ paper: 12 });
    const no = ordered(room);
    room.take('items', 'YP-2026-00001', 'scrap', { quantity: 5, remark: '受潮' });
    expect(room.told()).toEqual([]);
    room.take('supply-purchases', no, 'close', { reason: '缺货' });
    expect(room.values('supply-purchases', no)['state']).toBe('closed');
    expect(room.item('打印纸 A4')).toMatchObject({ onHand: 7, onOrder: 0, state: 'low' });
    expect(room.told()).toEqual(['stock-alert → A01']);
    checkBooks(room);
  });
});
