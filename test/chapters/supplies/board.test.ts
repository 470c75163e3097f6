import { board, digests, jobs, workflows } from '../../../src/chapters/supplies/parts';
import { follows, notes } from '../../../src/chapters/supplies/desk-aids';
import { say } from '../../../src/kernel/words';
import { factsWith, type Name } from '../world';
import { product, stocked, type Storeroom } from './storeroom';

const section = (key: string) => board.find((one) => one.key === key)!;
/** What stands on the board of somebody: number and the step that is offered. */
const shown = (room: Storeroom, key: string, as: Name = '王芳'): readonly (readonly [string, string | undefined])[] => {
  const facts = factsWith({ as });
  const { register, shows, isFor, next } = section(key);
  const open = workflows.flatMap(({ register: { key }, isOpen, final }) =>
    room.records(key).filter((one) => isOpen?.(one) ?? !final.includes(String(one.values['state']))),
  );
  const seen = room
    .records(register)
    .filter((one) => shows(one, facts, open) && (isFor?.(facts.actor, one, facts) ?? true));
  return seen.map((one) => [one.no, next?.(one, facts)]);
};
const request = { department: '社工部', applicant: '周琳', item: '签字笔 黑色', quantity: 4 };

describe('3.1.2 a requisition on the board', () => {
  test('waits for the head, then for the front desk, then for the signature', () => {
    const room = stocked({ pens: 9 });
    const no = room.create('requisitions', [request], '周琳');
    expect(shown(room, 'requisitions-decide', '陈静')).toEqual([[no, 'approveHead']]);
    expect(shown(room, 'requisitions-decide', '王芳')).toEqual([]);
    room.take('requisitions', no, 'approveHead', {}, '陈静');
    expect(shown(room, 'requisitions-decide', '陈静')).toEqual([]);
    expect(shown(room, 'supplies-to-issue')).toEqual([[no, 'issue']]);
    expect(shown(room, 'supplies-to-issue', '周琳')).toEqual([[no, 'issue']]);
    expect(shown(room, 'supplies-to-issue', '陈静')).toEqual([]);
    room.take('requisitions', no, 'issue', { '1.quantity': 4 });
    expect(shown(room, 'supplies-to-issue')).toEqual([]);
    expect(shown(room, 'supplies-unsigned')).toEqual([['FF-2026-00001', 'sign']]);
  });

  test('what is short is marked, and the purchase of it is filled in', () => {
    const room = stocked({ pens: 1 });
    const no = room.create('requisitions', [{ ...request, item: '打印纸 A4', quantity: 2 }, request], '周琳');
    room.take('requisitions', no, 'approveHead', {}, '陈静');
    room.take('requisitions', no, 'issue', { '1.quantity': 0, '2.quantity': 1 });
    const lines = room.lines('requisitions', no);
    const chips = section('supplies-to-issue').chips!(lines[1]!, factsWith());
    expect(chips.map(({ words, values }) => say(words, 'zh', values))).toEqual(['缺 3']);
    const [, follow] = follows;
    expect(follow!.when(lines[0]!, factsWith(), lines)).toBe(true);
    const filled = follow!.values(lines[0]!, factsWith());
    expect(filled).toEqual({ requisition: no, reason: '领用申请 LY-2026-00001 库存不足' });
    expect(follow!.lines!(lines, factsWith(), room.records)).toEqual([
      { item: '打印纸 A4', quantity: 2, estimatedPrice: null },
      { item: '签字笔 黑色', quantity: 3, estimatedPrice: null },
    ]);
  });

  test('3.3.1 what is short is asked for until a purchase for it is on its way, at the last price', () => {
    const room = stocked({ paper: 1 });
    const no = room.create('requisitions', [{ ...request, item: '打印纸 A4', quantity: 3 }], '周琳');
    room.take('requisitions', no, 'approveHead', {}, '陈静');
    expect(shown(room, 'supplies-short')).toEqual([]);
    room.take('requisitions', no, 'issue', { '1.quantity': 1 });
    expect(shown(room, 'supplies-short').map(([found]) => found)).toEqual([no]);
    expect(shown(room, 'supplies-short', '周琳')).toEqual([]);
    const lines = room.lines('requisitions', no);
    const [, follow] = follows;
    const [line] = follow!.lines!(lines, factsWith(), room.records);
    expect(line).toEqual({ item: '打印纸 A4', quantity: 2, estimatedPrice: 20 });
    const form = { expectedOn: '2026-10-20', ...follow!.values(lines[0]!, factsWith()), ...line };
    const [other, bought] = [{ ...form, requisition: null }, form].map((row) => room.create('supply-purchases', [row]));
    expect([room.values('supply-purchases', other!)['department'], shown(room, 'supplies-short')]).toEqual([
      '综合部',
      [],
    ]);
    room.take('supply-purchases', bought!, 'decline', { comment: '太贵' }, '刘洋');
    expect(shown(room, 'supplies-short').map(([found]) => found)).toEqual([no]);
  });
});

describe('3.3.1 low stock on the board', () => {
  test('until it is above the minimum again, with the purchase filled in up to the level wanted', () => {
    const room = stocked({ paper: 11 });
    expect(shown(room, 'supplies-low')).toEqual([]);
    room.take('items', 'YP-2026-00001', 'scrap', { quantity: 3, remark: '受潮' });
    expect(shown(room, 'supplies-low')).toEqual([['YP-2026-00001', undefined]]);
    expect(shown(room, 'supplies-low', '周琳')).toEqual([]);
    const [item] = room.lines('items', 'YP-2026-00001');
    expect(follows[0]!.when(item!, factsWith())).toBe(true);
    expect(follows[0]!.lines!([item!], factsWith())).toEqual([{ item: '打印纸 A4', quantity: 32, estimatedPrice: 20 }]);
    expect(notes[0]!.say(item!, factsWith())).toBe('库存不足，建议采购 32 包。');
    const low = digests.find(({ key }) => key === 'supplies-low')!;
    const { directory } = factsWith();
    expect(low.lines([item!], directory.person('王芳')!, factsWith())).toEqual([
      ['打印纸 A4', '还有 8 包，建议采购 32'],
    ]);
    expect(low.lines([item!], directory.person('周琳')!, factsWith())).toEqual([]);
    room.take('items', 'YP-2026-00001', 'receive', { quantity: 3, remark: '捐赠' });
    expect(shown(room, 'supplies-low')).toEqual([]);
  });
});

describe('3.3 purchases and 3.2.2 stocktakes on the board', () => {
  test('to order, to receive', () => {
    const room = stocked();
    room.put('suppliers', { name: '晨光文具', standing: 'qualified' });
    const row = { department: '综合部', expectedOn: '2026-10-08', item: '打印纸 A4', quantity: 3, estimatedPrice: 20 };
    const no = room.create('supply-purchases', [row]);
    room.take('supply-purchases', no, 'approveHead', {}, '刘洋');
    expect(shown(room, 'supply-purchases-decide', '赵敏')).toEqual([[no, 'approveDirector']]);
    room.take('supply-purchases', no, 'approveDirector', { amount: 60 }, '赵敏');
    expect(shown(room, 'supplies-to-order')).toEqual([[no, 'order']]);
    room.take('supply-purchases', no, 'order', { '1.supplier': '晨光文具' });
    expect(shown(room, 'supplies-to-receive')).toEqual([[no, 'receive']]);
    const chips = section('supplies-to-receive').chips!(room.lines('supply-purchases', no)[0]!, factsWith());
    expect(chips.map(({ words, values }) => say(words, 'zh', values))).toEqual(['未到 3', '已过预计时间']);
  });

  test('the step that a stocktake waits for', () => {
    const room = stocked({ paper: 20 });
    const no = room.create('stocktakes', [{ department: '综合部', countedBy: '李强', scope: '纸张' }]);
    expect(shown(room, 'supplies-stocktake')).toEqual([[no, 'count']]);
    room.take('stocktakes', no, 'count', { '1.counted': 18 });
    expect(shown(room, 'supplies-stocktake')).toEqual([[no, 'submit']]);
    room.take('stocktakes', no, 'submit', { '1.reason': '破损' });
    expect(shown(room, 'stocktakes-decide', '刘洋')).toEqual([[no, 'approveHead']]);
    room.take('stocktakes', no, 'approveHead', {}, '刘洋');
    expect(shown(room, 'supplies-stocktake')).toEqual([[no, 'adjust']]);
  });
});

describe('the clock', () => {
  const acts = (room: Storeroom, key: string, register: string, day: string) =>
    jobs
      .find((one) => one.key === key)!
      .plan(room.records(register), factsWith({ as: 'clock', now: `${day}T08:00:00` }))
      .acts!.map(({ record, transition }) => `${transition} ${record.no}`);

  test('3.1.3 chases signatures after three days, on working days, once a form', () => {
    const room = stocked({ paper: 9, pens: 9 });
    const no = room.create('requisitions', [request, { ...request, item: '打印纸 A4' }], '周琳');
    room.take('requisitions', no, 'approveHead', {}, '陈静');
    room.take('requisitions', no, 'issue', { '1.quantity': 4, '2.quantity': 4 });
    const chased = (day: string) => acts(room, 'supplies-chase-signatures', 'issues', day);
    expect([chased('2026-10-11'), chased('2026-10-12'), chased('2026-10-17')]).toEqual([
      [],
      ['chase FF-2026-00001'],
      [],
    ]);
  });

  test('3.2.1 holds the stock against the sum of the ledger, and says so once when they differ', () => {
    const room = stocked({ paper: 30, pens: 5 });
    const evening = () => {
      const plan = jobs
        .find((one) => one.key === 'supplies-books-agree')!
        .plan([...room.records('items'), ...room.records('stock-ledger')], factsWith({ as: 'clock' }));
      for (const { record, transition, input } of plan.acts!) room.take('items', record.no, transition, input, 'clock');
      return room.told();
    };
    room.told();
    expect(evening()).toEqual([]);
    room.type('stock-ledger', { quantity: 27.5 });
    expect(evening()).toEqual(['stock-differs → A01', 'stock-differs → A02']);
    const letter = product.letter('stock-differs')!;
    const [record] = room.records('items');
    expect(letter.isDue(record!, factsWith())).toBe(true);
    expect(letter.make(record!, factsWith(), undefined, [record!]).sentence).toContain('的库存是 30，台账合计是 27.5');
    expect(evening()).toEqual([]);
    room.type('stock-ledger', { quantity: 30 });
    expect(evening()).toEqual([]);
    expect(room.item('打印纸 A4')['ledgerSum']).toBeNull();
  });

  test('3.3.1 looks at minimums that were changed by hand', () => {
    const room = stocked({ paper: 30 });
    expect(acts(room, 'supplies-recheck-levels', 'items', '2026-10-12')).toEqual([]);
    room.type('items', { minimum: 50 });
    expect(acts(room, 'supplies-recheck-levels', 'items', '2026-10-12')).toEqual(['recheck YP-2026-00001']);
  });
});
