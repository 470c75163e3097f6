import type { Values } from '../../../src/kernel/values';
import { factsWith, wholeLetter } from '../world';
import { product, stocked, type Storeroom } from './storeroom';

const clock = factsWith({ as: 'clock' });
const letter = (room: Storeroom, key: string, no: string) => {
  const { register, make } = product.letter(key)!;
  return make(room.lines(register, no)[0]!, clock, undefined, room.lines(register, no));
};
const request: Values = {
  department: '社工部',
  applicant: '周琳',
  item: '打印纸 A4',
  quantity: 5,
  purpose: '小组活动',
};
const asked = (room: Storeroom): string =>
  room.create('requisitions', [request, { ...request, item: '签字笔 黑色', quantity: 4 }], '周琳');

describe('3.1.2 the head reads', () => {
  test('who asks for what, and what was in stock then', () => {
    const room = stocked({ paper: 30, pens: 1 });
    const mail = letter(room, 'requisitions-ask', asked(room));
    expect(mail.subject).toBe('请审批：办公用品领用申请表 LY-2026-00001（打印纸 A4 5 包等 2 项）');
    expect(mail.facts).toEqual([
      ['领用部门', '社工部'],
      ['申请人', '周琳'],
      ['领用日期', '2026-10-09'],
      ['用途', '小组活动'],
      ['第 1 行', '打印纸 A4 5 包 · 申请时库存 30'],
      ['第 2 行', '签字笔 黑色 4 支 · 申请时库存 1'],
    ]);
    expect(mail.button).toBe('查看并审批');
  });
});

describe('3.1.2 the applicant reads', () => {
  test('what was approved of each line, also when the first was struck out', () => {
    const room = stocked({ paper: 30, pens: 9 });
    const no = asked(room);
    room.take('requisitions', no, 'approveHead', { '1.approvedQuantity': 0, '2.approvedQuantity': 3 }, '陈静');
    const mail = letter(room, 'requisitions-answer', no);
    expect(mail.subject).toBe('待发放：办公用品领用申请表 LY-2026-00001（签字笔 黑色 3 支）');
    expect(mail.facts).toContainEqual(['第 1 行', '打印纸 A4 5 包 · 批准数量 0']);
    expect(mail.facts).toContainEqual(['第 2 行', '签字笔 黑色 4 支 · 批准数量 3']);
  });

  test('what is short, and nothing of what is not', () => {
    const room = stocked({ paper: 30, pens: 1 });
    const no = asked(room);
    room.take('requisitions', no, 'approveHead', {}, '陈静');
    room.take('requisitions', no, 'issue', { '1.quantity': 5, '2.quantity': 1 });
    const mail = letter(room, 'requisition-short', no);
    expect(mail.subject).toBe('库存不足：领用申请 LY-2026-00001（签字笔 黑色 3 支）');
    expect(wholeLetter(mail)).toMatch('签字笔 黑色 4 支，缺 3');
    expect(wholeLetter(mail)).not.toMatch('打印纸');
  });

  test('not of a shortage that is over', () => {
    const room = stocked({ pens: 1 });
    const no = asked(room);
    room.take('requisitions', no, 'approveHead', {}, '陈静');
    room.take('requisitions', no, 'close', { reason: '不用了' });
    const { isDue } = product.letter('requisition-short')!;
    expect(room.lines('requisitions', no).some((line) => isDue(line, clock))).toBe(false);
  });
});

describe('3.1.3 the recipient reads', () => {
  test('what was handed out, and signs on the page; not when it is signed for', () => {
    const room = stocked({ paper: 30, pens: 9 });
    const no = asked(room);
    room.take('requisitions', no, 'approveHead', {}, '陈静');
    room.take('requisitions', no, 'issue', { '1.quantity': 5, '2.quantity': 4 });
    const form = 'FF-2026-00001';
    const mail = letter(room, 'issue-sign', form);
    expect(mail.subject).toBe('请签收：打印纸 A4 5 包等 2 项 FF-2026-00001');
    expect(mail.facts).toContainEqual(['第 2 行', '签字笔 黑色 4 支']);
    const page = product.page('issue-receipt')!;
    const [first] = room.lines('issues', form);
    expect(page.facts(first!, clock, room.lines('issues', form))).toEqual(mail.facts);
    expect([page.isOpen(first!, clock), product.letter('issue-sign')!.isDue(first!, clock)]).toEqual([true, true]);
    room.take('issues', form, 'sign', { signature: '1,1 2,2;' });
    const [signed] = room.lines('issues', form);
    expect([page.isOpen(signed!, clock), product.letter('issue-sign')!.isDue(signed!, clock)]).toEqual([false, false]);
  });
});

describe('3.3.1 whoever looks after the stock reads', () => {
  test('what is left, the minimum and what to buy', () => {
    const room = stocked({ paper: 11 });
    room.take('items', 'YP-2026-00001', 'scrap', { quantity: 3, remark: '受潮' });
    const mail = letter(room, 'stock-alert', 'YP-2026-00001');
    expect(mail.subject).toBe('库存不足：打印纸 A4（还有 8 包）');
    expect(mail.sentence).toMatch('建议采购 32 包');
    expect(mail.facts).toContainEqual(['最低库存', '10']);
    room.take('items', 'YP-2026-00001', 'receive', { quantity: 3, remark: '捐赠' });
    expect(product.letter('stock-alert')!.isDue(room.lines('items', 'YP-2026-00001')[0]!, clock)).toBe(false);
  });
});

describe('3.3.2 the director reads', () => {
  test('the prices, the last price, the stock and the total', () => {
    const room = stocked({ paper: 3 });
    const row: Values = { department: '综合部', expectedOn: '2026-10-20', item: '打印纸 A4', quantity: 30 };
    const no = room.create('supply-purchases', [{ ...row, estimatedPrice: 21.5 }]);
    expect(letter(room, 'supply-purchases-ask', no).facts.slice(-2)).toEqual([
      ['第 1 行', '打印纸 A4 30 包 × 21.50 元 · 申请时库存 3 · 上次 20.00 元'],
      ['合计', '645.00 元'],
    ]);
  });
});

describe('3.2.2 the head reads of a stocktake', () => {
  test('how many items differ, and each difference with its reason', () => {
    const room = stocked({ paper: 20, pens: 8 });
    const no = room.create('stocktakes', [{ department: '综合部', countedBy: '李强' }]);
    room.take('items', 'YP-2026-00001', 'scrap', { quantity: 1, remark: '受潮' });
    room.take('stocktakes', no, 'count', { '1.counted': 17, '2.counted': 8 });
    room.take('stocktakes', no, 'submit', { '1.reason': '破损' });
    const mail = letter(room, 'stocktakes-ask', no);
    expect(mail.subject).toBe('请审批：库存盘点表 PD-2026-00001（共 2 项，差异 1 项）');
    expect(mail.facts.slice(-1)).toEqual([['第 1 行', '打印纸 A4：账面 20，期间收发 -1，实盘 17，差异 -2；破损']]);
  });
});
