import type { Values } from '../../../src/kernel/values';
import { factsWith } from '../world';
import { checkBooks, product, stocked, type Storeroom } from './storeroom';

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
    room.take('supply-purchases', no, 'receive', { '1.quantity': 10, '1.price': 21, priceReason: '涨价' });
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

  test('3.2.1 also on a purchase that is closed: taken back, nothing on order; what comes late is added', () => {
    const room = withSuppliers();
    const no = ordered(room);
    room.take('supply-purchases', no, 'receive', { '1.quantity': 20, '1.price': 20 });
    room.take('supply-purchases', no, 'close', { reason: '缺货' });
    const stands = () => [
      room.values('supply-purchases', no)['receivedQuantity'],
      room.values('supply-purchases', no)['state'],
      room.item('打印纸 A4')['onHand'],
      room.item('打印纸 A4')['onOrder'],
    ];
    expect(stands()).toEqual([20, 'closed', 20, 0]);
    const take = (step: string, input: Values) => room.problem(() => room.take('supply-purchases', no, step, input));
    expect(take('correctReceipt', { remark: '多记了', '1.quantity': 21 })).toEqual({ '1.quantity': '最多 20。' });
    expect(take('correctReceipt', { remark: '多记了', '1.quantity': 5 })).toEqual({});
    expect(stands()).toEqual([15, 'closed', 15, 0]);
    expect(room.records('stock-ledger').at(-1)!.values).toMatchObject({
      kind: 'correction',
      quantity: -5,
      reference: no,
    });
    expect(take('receiveLate', { '1.quantity': 16, '1.price': 20 })).toEqual({ '1.quantity': '最多 15。' });
    expect(take('receiveLate', { '1.quantity': 15, '1.price': 19 })).toEqual({});
    expect(stands()).toEqual([30, 'closed', 30, 0]);
    expect(room.item('打印纸 A4')['lastPrice']).toBe(19);
    checkBooks(room);
    room.take('items', 'YP-2026-00001', 'scrap', { quantity: 20, remark: '受潮' });
    expect(take('correctReceipt', { remark: '多记了', '1.quantity': 11 })).toEqual({
      '1.quantity': '库存只有 10 包。',
    });
  });

  test('nothing comes late of what was never ordered', () => {
    const room = withSuppliers();
    const no = approved(room);
    room.take('supply-purchases', no, 'close', { reason: '不买了' });
    const late = () => room.take('supply-purchases', no, 'receiveLate', { '1.quantity': 1, '1.price': 1 });
    expect(Object.keys(room.problem(late))).toEqual(['']);
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

describe('3.3.2 what comes dearer than was approved', () => {
  const receive = (room: Storeroom, no: string, input: Values, step = 'receive') =>
    room.problem(() => room.take('supply-purchases', no, step, input));

  test('needs a reason, and the director is told', () => {
    const room = withSuppliers();
    const no = ordered(room, [line, { ...line, item: '签字笔 黑色', quantity: 5, estimatedPrice: 1.5 }]);
    room.told();
    const input = { '1.quantity': 10, '1.price': 20, '2.quantity': 5, '2.price': 1.8 };
    expect(receive(room, no, input)).toEqual({
      priceReason: '“签字笔 黑色”的单价高于批准的 1.50 元，请写原因；机构领导会收到邮件。',
    });
    expect(room.item('签字笔 黑色')['onHand']).toBe(0);
    expect(receive(room, no, { ...input, priceReason: '涨价' })).toEqual({});
    expect(room.told()).toEqual(['purchase-price-above → A04']);
    const lines = room.lines('supply-purchases', no);
    expect(lines.map(({ values }) => values['priceReason'])).toEqual([null, '2026-10-09 单价 1.80 元：涨价']);
    const letter = product.letter('purchase-price-above')!;
    expect(lines.map((one) => letter.isDue(one, factsWith()))).toEqual([false, true]);
    const { subject, facts } = letter.make(lines[1]!, factsWith(), undefined, lines);
    expect(subject).toBe(`高于批准单价收货：采购 ${no}（签字笔 黑色 5 支）`);
    expect(facts.at(-1)).toEqual(['第 2 行', '签字笔 黑色 5 支，批准单价 1.50 元\n2026-10-09 单价 1.80 元：涨价']);
  });

  test('also of a later part; what is not dearer needs none', () => {
    const room = withSuppliers();
    const no = ordered(room);
    expect(receive(room, no, { '1.quantity': 10, '1.price': 20 })).toEqual({});
    expect(receive(room, no, { '1.quantity': 5, '1.price': 21, priceReason: '换了包装' })).toEqual({});
    expect(receive(room, no, { '1.quantity': 5, '1.price': 22, priceReason: '又涨价' })).toEqual({});
    expect(room.values('supply-purchases', no)['priceReason']).toBe(
      '2026-10-09 单价 21.00 元：换了包装\n2026-10-09 单价 22.00 元：又涨价',
    );
    expect(receive(room, no, { '1.quantity': 0, '1.price': 99 })).toEqual({ '1.quantity': '请填写数量。' });
    room.take('supply-purchases', no, 'close', { reason: '够了' });
    expect(Object.keys(receive(room, no, { '1.quantity': 1, '1.price': 21 }, 'receiveLate'))).toEqual(['priceReason']);
  });

  test('an estimate that somebody has typed over after the order is not what was approved', () => {
    const room = withSuppliers();
    const no = ordered(room);
    room.type('supply-purchases', { estimatedPrice: 99 });
    expect(Object.keys(receive(room, no, { '1.quantity': 1, '1.price': 21 }))).toEqual(['priceReason']);
  });
});

describe('3.1.2 those who were told of a shortage hear when what is missing has come', () => {
  const wish = (room: Storeroom, lines: readonly [string, number][], applicant = '周琳'): string => {
    const no = room.create(
      'requisitions',
      lines.map(([item, quantity]) => ({ department: '社工部', applicant, item, quantity })),
    );
    room.take('requisitions', no, 'approveHead', {}, '陈静');
    room.take('requisitions', no, 'short');
    return no;
  };
  const short = (room: Storeroom, no: string) =>
    room.lines('requisitions', no).map(({ values }) => values['shortQuantity']);
  const come = (room: Storeroom, no: string, quantity: number) =>
    room.take('supply-purchases', no, 'receive', { '1.quantity': quantity, '1.price': 20 });

  test('not before all of it is there; the letter says what can be collected', () => {
    const room = withSuppliers();
    const no = wish(room, [
      ['打印纸 A4', 6],
      ['签字笔 黑色', 2],
    ]);
    const bought = ordered(room, [{ ...line, requisition: no }]);
    room.told();
    come(room, bought, 4);
    expect([short(room, no), room.told()]).toEqual([[2, 2], []]);
    come(room, bought, 3);
    expect([short(room, no), room.told()]).toEqual([[null, 2], ['requisition-arrived → A06']]);
    const letter = product.letter('requisition-arrived')!;
    const lines = room.lines('requisitions', no);
    expect(lines.map((one) => letter.isDue(one, factsWith()))).toEqual([true, false]);
    const { subject, facts } = letter.make(lines[0]!, factsWith(), undefined, lines);
    expect(subject).toBe(`已到货，请领取：领用申请 ${no}（打印纸 A4 6 包）`);
    expect(facts.at(-1)).toEqual(['第 1 行', '打印纸 A4 6 包']);
    come(room, bought, 1);
    expect(room.told()).toEqual([]);
    room.take('requisitions', no, 'issue', { '1.quantity': 6, '2.quantity': 0 });
    expect(letter.isDue(room.lines('requisitions', no)[0]!, factsWith())).toBe(false);
    checkBooks(room);
  });

  test('the one that it was bought for first, then the others in their order, as far as it goes', () => {
    const room = withSuppliers();
    const [first, second, third] = [8, 5, 9].map((n) => wish(room, [['打印纸 A4', n]], n === 5 ? '李强' : '周琳'));
    const bought = ordered(room, [{ ...line, quantity: 15, requisition: second! }]);
    room.told();
    come(room, bought, 15);
    expect([short(room, second!), short(room, first!), short(room, third!)]).toEqual([[null], [null], [7]]);
    expect(room.told()).toEqual(['requisition-arrived → A02', 'requisition-arrived → A06']);
  });

  test('also by a purchase that names no requisition, and not by one of something else', () => {
    const room = withSuppliers();
    const no = wish(room, [['签字笔 黑色', 2]]);
    const [sheets, writing] = [ordered(room), ordered(room, [{ ...line, item: '签字笔 黑色', quantity: 2 }])];
    room.told();
    come(room, sheets, 30);
    expect(room.told()).toEqual([]);
    come(room, writing, 2);
    expect([short(room, no), room.told()]).toEqual([[null], ['requisition-arrived → A06']]);
  });
});
