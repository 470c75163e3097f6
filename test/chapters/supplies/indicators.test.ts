import { indicators } from '../../../src/chapters/supplies/indicators';
import type { Measured, Span } from '../../../src/kernel/indicator';
import type { Values } from '../../../src/kernel/values';
import { say } from '../../../src/kernel/words';
import { factsWith, type Difference, type Name } from '../world';
import { stocked, type Storeroom } from './storeroom';

const quarter: Span = { from: '2026-10-01', to: '2027-01-01' };

interface Asked extends Difference {
  readonly of?: Name;
  readonly part?: Span;
}

/** What the records say in the evening of 30 October, unless the test says another time. */
function measured(room: Storeroom, { of = '王芳', part = quarter, ...more }: Asked = {}): Measured {
  const facts = factsWith({ now: '2026-10-30T18:00:00', as: '刘洋', ...more });
  return indicators[0]!.measure({
    facts,
    period: quarter,
    person: facts.directory.person(of)!,
    part,
    records: ({ key }) => room.records(key),
  });
}
const failures = ({ aside = [] }: Measured): readonly string[] =>
  aside.map(({ words, values }) => say(words, 'zh', values));
const counts = (room: Storeroom, asked?: Asked) => {
  const found = measured(room, asked);
  return 'all' in found ? [found.good, found.all, failures(found)] : [];
};

const on = (day: string, time = '10:00'): Difference => ({ now: `${day}T${time}:00` });

const wanted: Values = {
  department: '社工部',
  applicant: '周琳',
  neededOn: '2026-10-12',
  item: '打印纸 A4',
  quantity: 5,
};

function approved(room: Storeroom, rows: readonly Values[] = [wanted]): string {
  const no = room.create('requisitions', rows, '周琳');
  room.take('requisitions', no, 'approveHead', {}, '陈静');
  return no;
}

describe('8.2 supplies compliance', () => {
  test('without any work there is nothing to count', () => {
    expect(measured(stocked({ paper: 50, pens: 50 }))).toEqual({ good: 0, all: 0, found: [] });
  });

  test('counts each check once, and says beside which rule was not kept', () => {
    const room = stocked({ paper: 50 });
    const no = approved(room);
    room.take('requisitions', no, 'issue', { '1.quantity': 3 });
    room.take('requisitions', no, 'issue', { '1.quantity': 2 });
    expect(measured(room)).toEqual({ good: 6, all: 6, found: [{ register: 'issues', rows: [2, 3] }] });
    room.type('requisitions', { quantity: 50 });
    expect(counts(room)).toEqual([4, 6, ['凭批准的申请发放：2 次中 2 次没做到']]);
    expect(counts(room, { of: '李强' })).toEqual([0, 0, []]);
  });

  test('is about the part of the quarter on which the person was employed', () => {
    const room = stocked({ paper: 50 });
    room.take('requisitions', approved(room), 'issue', { '1.quantity': 3 });
    expect(counts(room, { part: { from: '2026-10-10', to: '2027-01-01' } })).toEqual([0, 0, []]);
    expect(counts(room, { part: { from: '2026-10-01', to: '2026-10-10' } })).toEqual([3, 3, []]);
  });
});

describe('8.2 on 3.1.2, 3.1.3: what was issued', () => {
  const issued = (more: Values, request: Values = {}): Storeroom => {
    const room = stocked({ paper: 50 });
    room.take('requisitions', approved(room), 'issue', { '1.quantity': 5 });
    room.type('issues', more);
    if (Object.keys(request).length > 0) room.type('requisitions', request);
    return room;
  };

  test.each([
    ['no request', { requisition: null }, {}, [1, 2, ['凭批准的申请发放：1 次中 1 次没做到']]],
    ['an approval taken back', {}, { approvedContent: null }, [2, 3, ['凭批准的申请发放：1 次中 1 次没做到']]],
    ['more than approved', { quantity: 6 }, {}, [2, 3, ['不超过批准数量：1 次中 1 次没做到']]],
    ['a recipient whom nobody knows', { recipient: '路人' }, {}, [2, 3, ['发放时请领取人签收：1 次中 1 次没做到']]],
    ['the same, but signed', { recipient: '路人', signedAt: '2026-10-09T10:00' }, {}, [3, 3, []]],
    ['a request from before what is read', { requisition: 'LY-2025-00001' }, {}, [1, 1, []]],
    ['an issue put right altogether', { state: 'reversed', quantity: 9 }, {}, [0, 0, []]],
  ] as const)('%s', (_, more, request, expected) => {
    expect(counts(issued(more, request))).toEqual(expected);
  });

  test('what went out in parts is added up, less what was corrected', () => {
    const room = stocked({ paper: 50 });
    const no = approved(room);
    room.take('requisitions', no, 'issue', { '1.quantity': 4 }, '李强');
    room.take('requisitions', no, 'issue', { '1.quantity': 1 }, '王芳', on('2026-10-12'));
    room.type('issues', { quantity: 5 });
    // The first was within what is approved; the second went beyond it.
    expect(counts(room, { of: '李强' })).toEqual([3, 3, []]);
    expect(counts(room)).toEqual([2, 3, ['不超过批准数量：1 次中 1 次没做到']]);
    room.type('issues', { correctedQuantity: 1 });
    expect(counts(room)).toEqual([3, 3, []]);
  });

  test('a form of two lines is signed for once', () => {
    const room = stocked({ paper: 50, pens: 50 });
    const no = approved(room, [wanted, { ...wanted, item: '签字笔 黑色' }]);
    room.take('requisitions', no, 'issue', { '1.quantity': 5, '2.quantity': 5 });
    expect(counts(room)).toEqual([5, 5, []]);
  });
});

const purchase: Values = {
  department: '综合部',
  expectedOn: '2026-10-20',
  item: '打印纸 A4',
  quantity: 30,
  estimatedPrice: 20,
};

/** Friday 9 October: the paper is down to 8, and the keeper is told. */
function short(keeper: Name | null = '李强'): Storeroom {
  const room = stocked({ paper: 20 });
  room.type('items', { keeper });
  room.take('items', 'YP-2026-00001', 'scrap', { quantity: 12, remark: '受潮' });
  return room;
}

function bought(room: Storeroom, more: Difference = {}): string {
  const no = room.create('supply-purchases', [purchase], '王芳', more);
  room.take('supply-purchases', no, 'approveHead', {}, '刘洋', more);
  room.take('supply-purchases', no, 'approveDirector', { amount: 600 }, '赵敏', more);
  return no;
}

describe('8.2 on 3.3.1: a shortage', () => {
  const late = ['库存不足两个工作日内申请采购：1 次中 1 次没做到'];

  test('is answered within two working days, whoever fills in the form', () => {
    const room = short();
    bought(room, on('2026-10-13', '17:59'));
    expect(counts(room, { of: '李强' })).toEqual([1, 1, []]);
    expect(counts(room)).toEqual([0, 0, []]);
  });

  test('answered on the third is late', () => {
    const room = short();
    bought(room, on('2026-10-14'));
    expect(counts(room, { of: '李强' })).toEqual([0, 1, late]);
  });

  test('not answered is looked at once the days are over', () => {
    const room = short();
    expect(counts(room, { of: '李强', ...on('2026-10-13') })).toEqual([0, 0, []]);
    expect(counts(room, { of: '李强', ...on('2026-10-14') })).toEqual([0, 1, late]);
    const holiday = { calendar: [{ day: '2026-10-12', kind: 'holiday' }] };
    expect(counts(room, { of: '李强', ...on('2026-10-14'), ...holiday })).toEqual([0, 0, []]);
  });

  test('is remembered by the purchase when the stock is enough again', () => {
    const room = short();
    const no = bought(room, on('2026-10-14'));
    room.put('suppliers', { name: '晨光文具', standing: 'qualified' });
    room.take('supply-purchases', no, 'order', { '1.supplier': '晨光文具' });
    expect(room.item('打印纸 A4')['alertedAt']).toBeNull();
    expect(room.values('supply-purchases', no)).toMatchObject({ alertedAt: '2026-10-09T09:30', alertTo: '李强' });
    expect(counts(room, { of: '李强' })).toEqual([0, 1, late]);
  });

  test('is not answered by a purchase that was withdrawn, nor twice by two', () => {
    const room = short();
    room.take('supply-purchases', room.create('supply-purchases', [{ ...purchase, applicant: '王芳' }]), 'withdraw');
    expect(counts(room, { of: '李强' })).toEqual([0, 1, late]);
    bought(room, on('2026-10-12'));
    bought(room, on('2026-10-16'));
    expect(counts(room, { of: '李强' })).toEqual([1, 1, []]);
  });

  test('is answered by a purchase that waits already', () => {
    const room = stocked({ paper: 20 });
    room.type('items', { keeper: '李强' });
    room.create('supply-purchases', [purchase]);
    room.take('items', 'YP-2026-00001', 'scrap', { quantity: 12, remark: '受潮' }, '王芳', on('2026-10-12'));
    expect(counts(room, { of: '李强' })).toEqual([1, 1, []]);
  });

  test('of an item without keeper is the work of whom the alert went to', () => {
    expect(counts(short(null))).toEqual([0, 1, late]);
  });

  test('keeps its alert when the request comes back and is mended', () => {
    const room = short();
    const no = room.create('supply-purchases', [{ ...purchase, applicant: '王芳' }]);
    room.take('supply-purchases', no, 'sendBack', { comment: '太多' }, '刘洋');
    room.take('items', 'YP-2026-00001', 'receive', { quantity: 30, remark: '捐赠' });
    const mended = { expectedOn: '2026-10-20', department: '综合部', '1.item': '打印纸 A4', '1.quantity': 20 };
    room.take('supply-purchases', no, 'resubmit', { ...mended, '1.estimatedPrice': 20 });
    expect(room.values('supply-purchases', no)).toMatchObject({ quantity: 20, alertedAt: '2026-10-09T09:30' });
    expect(counts(room, { of: '李强' })).toEqual([1, 1, []]);
  });
});

describe('8.2 on 3.2.2: stocktakes', () => {
  const kept = (stock = { paper: 20 }): Storeroom => {
    const room = stocked(stock);
    room.type('items', { keeper: '李强', lastCountedOn: '2026-07-20' });
    return room;
  };
  const count = (room: Storeroom, counted: number, more: Difference): string => {
    const no = room.create('stocktakes', [{ department: '综合部', countedBy: '王芳', scope: '纸张' }], '王芳', more);
    room.take('stocktakes', no, 'count', { '1.counted': counted }, '王芳', more);
    return no;
  };
  const late = ['按期盘点：1 次中 1 次没做到'];

  test('the stocktake keeps when each item was due', () => {
    const room = kept();
    expect(room.values('stocktakes', count(room, 20, on('2026-10-12')))).toMatchObject({ dueOn: '2026-10-18' });
  });

  test.each([
    ['before', '2026-10-12'],
    // 18 October is a Sunday.
    ['on the working day after', '2026-10-19'],
  ])('held %s it is due: the keeper’s, whoever counted', (_, day) => {
    const room = kept();
    count(room, 20, on(day));
    expect(counts(room, { of: '李强' })).toEqual([1, 1, []]);
    expect(counts(room)).toEqual([0, 0, []]);
  });

  test('held later is late, on the day on which it was due', () => {
    const room = kept();
    count(room, 20, on('2026-10-20'));
    expect(counts(room, { of: '李强' })).toEqual([0, 1, late]);
    expect(counts(room, { of: '李强', part: { from: '2026-10-20', to: '2027-01-01' } })).toEqual([0, 0, []]);
  });

  test('not held at all is late as soon as the day is over, and again after each interval', () => {
    const room = kept();
    expect(counts(room, { of: '李强', ...on('2026-10-19') })).toEqual([0, 0, []]);
    expect(counts(room, { of: '李强', ...on('2026-10-20') })).toEqual([0, 1, late]);
    const often = { settings: { 'supplies.stocktakeDays': 30 } };
    // Due on 19 August, 18 September, 18 October; of these one in the quarter.
    expect(counts(room, { of: '李强', ...on('2026-11-01'), ...often })).toEqual([0, 1, late]);
    expect(counts(room, { of: '李强', ...on('2026-12-31'), ...often })).toEqual([
      0,
      3,
      ['按期盘点：3 次中 3 次没做到'],
    ]);
  });

  test('of an item without keeper is the stocktake owner’s, and nobody’s without one', () => {
    const room = kept();
    room.type('items', { keeper: null });
    expect(counts(room, { of: '李强' })).toEqual([0, 0, []]);
    expect(counts(room, { of: '李强', settings: { 'supplies.stocktakeOwner': '李强' } })).toEqual([0, 1, late]);
  });

  test('of an item out of use is not asked for', () => {
    const room = kept();
    room.type('items', { state: 'retired' });
    expect(counts(room, { of: '李强' })).toEqual([0, 0, []]);
  });

  test('a count that waits for approval was held; differences are explained by who counted', () => {
    const room = kept();
    const no = count(room, 18, on('2026-10-12'));
    expect(counts(room, { of: '李强' })).toEqual([1, 1, []]);
    expect(counts(room)).toEqual([0, 1, ['盘点差异写明原因：1 次中 1 次没做到']]);
    room.take('stocktakes', no, 'submit', { '1.reason': '破损' }, '王芳', on('2026-10-12'));
    expect(counts(room)).toEqual([1, 1, []]);
    room.take('stocktakes', no, 'decline', { comment: '重来' }, '刘洋', on('2026-10-12'));
    expect(counts(room)).toEqual([0, 0, []]);
    expect(counts(room, { of: '李强' })).toEqual([0, 1, late]);
  });

  test('lines that were counted again were held when the form was', () => {
    const room = stocked({ paper: 20, pens: 8 });
    room.type('items', { keeper: '李强', lastCountedOn: '2026-07-20' });
    const no = room.create('stocktakes', [{ department: '综合部', countedBy: '王芳' }]);
    room.take('stocktakes', no, 'count', { '1.counted': 18, '2.counted': 8 }, '王芳', on('2026-10-16'));
    room.take('stocktakes', no, 'recount', { '1.counted': 19 }, '王芳', on('2026-10-26'));
    expect(counts(room, { of: '李强' })).toEqual([1, 1, []]);
  });
});

describe('8.2 on 3.3.4: receipts', () => {
  const received = (arrivedOn: string | null, day: string): Storeroom => {
    const room = stocked({ paper: 20 });
    const no = bought(room);
    room.put('suppliers', { name: '晨光文具', standing: 'qualified' });
    room.take('supply-purchases', no, 'order', { '1.supplier': '晨光文具' });
    const input = { '1.quantity': 10, '1.price': 19, ...(arrivedOn !== null && { arrivedOn }) };
    room.take('supply-purchases', no, 'receive', input, '李强', on(day));
    return room;
  };

  test.each([
    ['the same day, as nobody says otherwise', null, '2026-10-16', [1, 1, []]],
    ['on the working day after', '2026-10-16', '2026-10-19', [1, 1, []]],
    ['later', '2026-10-16', '2026-10-20', [0, 1, ['到货一个工作日内入库：1 次中 1 次没做到']]],
  ] as const)('booked %s', (_, arrivedOn, day, expected) => {
    const room = received(arrivedOn, day);
    expect(counts(room, { of: '李强' })).toEqual(expected);
    expect(counts(room)).toEqual([0, 0, []]);
    expect(room.records('stock-ledger').at(-1)!.values).toMatchObject({ kind: 'receipt', arrivedOn: arrivedOn ?? day });
  });

  test('cannot have arrived tomorrow', () => {
    expect(() => received('2026-10-17', '2026-10-16')).toThrow();
  });

  test('of gifts, and from before the day was asked, say nothing', () => {
    const room = stocked({ paper: 20 });
    room.take('items', 'YP-2026-00001', 'receive', { quantity: 30, remark: '捐赠' });
    expect(counts(room)).toEqual([0, 0, []]);
  });
});

test('what people typed over days and names breaks nothing', () => {
  const room = short();
  room.take('stocktakes', room.create('stocktakes', [{ department: '综合部', countedBy: '王芳' }]), 'count', {
    '1.counted': 7,
    '2.counted': 0,
  });
  room.type('items', { alertedAt: '昨天', lastCountedOn: '2026-13-99' });
  room.type('stocktakes', { dueOn: '下周', countedAt: 'zzz' });
  room.type('stock-ledger', { kind: 'receipt', arrivedOn: '明天', at: '今天' });
  expect(() => measured(room, { of: '李强' })).not.toThrow();
});
