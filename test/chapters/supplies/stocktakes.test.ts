import { digests } from '../../../src/chapters/supplies/parts';
import type { RecordRow } from '../../../src/kernel/values';
import { factsWith } from '../world';
import { checkBooks, product, stocked, type Storeroom } from './storeroom';

const open = (room: Storeroom, scope?: string): string =>
  room.create('stocktakes', [{ department: '综合部', countedBy: '李强', ...(scope && { scope }) }]);
const count = (room: Storeroom, no: string, ...counted: readonly number[]): void =>
  room.take('stocktakes', no, 'count', Object.fromEntries(counted.map((n, index) => [`${index + 1}.counted`, n])));
const seen = (room: Storeroom, no: string, ...keys: readonly string[]) =>
  room.lines('stocktakes', no).map(({ values }) => keys.map((key) => values[key]));

describe('3.2.2 stocktaking', () => {
  test('begins with every item in use, or those of a category or place', () => {
    const room = stocked({ paper: 20, pens: 8 });
    const no = open(room, '纸张');
    expect(seen(room, no, 'item', 'state', 'bookQuantity', 'openedOn')).toEqual([
      ['打印纸 A4', 'open', null, '2026-10-09'],
    ]);
    expect(room.problem(() => open(room, '家具'))).toEqual({ scope: '没有这个类别或存放位置的在用物品。' });
    expect(room.problem(() => open(room))).toEqual({
      scope: '“打印纸 A4”正在 PD-2026-00001 中盘点，请先办完。',
    });
    expect(seen(room, open(room, '柜二'), 'item')).toEqual([['签字笔 黑色']]);
  });

  test('is approved by the head of whoever counts, unless they are of the front desk', () => {
    const room = stocked({ paper: 20 });
    const begin = (countedBy: string) =>
      Object.keys(room.problem(() => room.create('stocktakes', [{ department: '综合部', countedBy, scope: '纸张' }])));
    expect([begin('周琳'), begin('李强')]).toEqual([['department'], []]);
  });

  test('a signature on paper is the head’s approval, whoever enters it; counted again, nothing of it is left', () => {
    const room = stocked({ paper: 20 });
    const no = open(room, '纸张');
    count(room, no, 18);
    room.take('stocktakes', no, 'submit', { '1.reason': '破损' });
    room.take('stocktakes', no, 'paperHead', { paperRef: '档-3' });
    expect(seen(room, no, 'state', 'approvedBy', 'paperSigners')).toEqual([['approved', '刘洋', '刘洋']]);
    room.take('stocktakes', no, 'recount', { '1.counted': 17 });
    expect(seen(room, no, 'state', 'round', 'paperSigners', 'approvedContent')).toEqual([
      ['counted', null, null, null],
    ]);
  });

  test('is blind: nothing says what the books say until it is counted', () => {
    const room = stocked({ paper: 20 });
    const no = open(room, '纸张');
    expect(seen(room, no, 'bookQuantity', 'variance', 'movedQuantity')).toEqual([[null, null, null]]);
    count(room, no, 18);
    expect(seen(room, no, 'bookQuantity', 'movedQuantity', 'counted', 'variance', 'state')).toEqual([
      [20, 0, 18, -2, 'counted'],
    ]);
  });

  test('what agrees is recorded, too, and needs nobody’s approval', () => {
    const room = stocked({ paper: 20, pens: 8 });
    const no = open(room);
    count(room, no, 20, 8);
    expect(seen(room, no, 'variance', 'state')).toEqual([
      [0, 'adjusted'],
      [0, 'adjusted'],
    ]);
    expect(room.item('签字笔 黑色')['lastCountedOn']).toBe('2026-10-09');
    expect(room.records('stock-ledger')).toHaveLength(2);
  });

  test('line by line: what is not counted yet is left blank, and nothing is compared before all is counted', () => {
    const room = stocked({ paper: 20, pens: 8 });
    const no = open(room);
    const enter = (input: object) => room.problem(() => room.take('stocktakes', no, 'count', { ...input }));
    expect(enter({ '2.counted': 7 })).toEqual({});
    expect(seen(room, no, 'counted', 'bookQuantity', 'movedQuantity', 'variance', 'state')).toEqual([
      [null, null, null, null, 'open'],
      [7, null, null, null, 'open'],
    ]);
    expect(enter({})).toEqual({ '1.counted': '请至少填一行的实盘数量。' });
    const { lineNote } = product.workflow('stocktakes')!.transitions['count']!;
    expect(room.lines('stocktakes', no).map((line) => lineNote!(line, factsWith(), () => []))).toEqual([
      '',
      '已录 7（10-09 09:30）',
    ]);
    expect(enter({ '1.counted': 20 })).toEqual({});
    expect(seen(room, no, 'bookQuantity', 'counted', 'variance', 'state')).toEqual([
      [20, 20, 0, 'counted'],
      [8, 7, -1, 'counted'],
    ]);
  });

  test('a line that was entered wrongly is entered again before the last one', () => {
    const room = stocked({ paper: 20, pens: 8 });
    const no = open(room);
    room.take('stocktakes', no, 'count', { '2.counted': 80 });
    room.take('stocktakes', no, 'count', { '2.counted': 8 });
    room.take('stocktakes', no, 'count', { '1.counted': 20 });
    expect(seen(room, no, 'counted', 'state')).toEqual([
      [20, 'adjusted'],
      [8, 'adjusted'],
    ]);
  });

  test('each item was last counted on the day on which it was counted', () => {
    const room = stocked({ paper: 20, pens: 8 });
    const no = open(room);
    room.take('stocktakes', no, 'count', { '1.counted': 20 }, '王芳', { now: '2026-10-12T16:00:00' });
    room.take('items', 'YP-2026-00001', 'scrap', { quantity: 1, remark: '坏' }, '王芳', { now: '2026-10-13T09:00:00' });
    room.take('stocktakes', no, 'count', { '2.counted': 8 }, '王芳', { now: '2026-10-14T09:00:00' });
    expect(seen(room, no, 'variance', 'movedQuantity', 'state')).toEqual([
      [0, 0, 'adjusted'],
      [0, 0, 'adjusted'],
    ]);
    expect(room.item('打印纸 A4')).toMatchObject({ onHand: 19, lastCountedOn: '2026-10-12', movedOn: '2026-10-13' });
    expect(room.item('签字笔 黑色')['lastCountedOn']).toBe('2026-10-14');
  });

  const at = (time: string) => ({ now: `2026-10-09T${time}:00` });
  const move = (room: Storeroom, step: 'receive' | 'scrap', quantity: number, time: string) =>
    room.take('items', 'YP-2026-00001', step, { quantity, remark: '一批' }, '王芳', at(time));

  test('a count is held against the stock of the minute at which it was made', () => {
    const room = stocked({ paper: 20 });
    const no = open(room, '纸张');
    move(room, 'receive', 4, '10:00');
    move(room, 'scrap', 2, '10:20');
    move(room, 'scrap', 5, '10:21');
    // 22 stood on the shelf at 10:20; the paper with the count lay on the desk until 11:00.
    room.take('stocktakes', no, 'count', { countedAt: '2026-10-09T10:20', '1.counted': 22 }, '王芳', at('11:00'));
    expect(seen(room, no, 'bookQuantity', 'movedQuantity', 'counted', 'variance', 'countedAt', 'state')).toEqual([
      [20, 2, 22, 0, '2026-10-09T10:20', 'adjusted'],
    ]);
    expect(room.item('打印纸 A4')).toMatchObject({ onHand: 17, lastCountedOn: '2026-10-09' });
    checkBooks(room);
  });

  test('a difference found then is what is booked, whatever moved since', () => {
    const room = stocked({ paper: 20 });
    const no = open(room, '纸张');
    move(room, 'scrap', 5, '10:00');
    room.take('stocktakes', no, 'count', { countedAt: '2026-10-09T09:50', '1.counted': 18 }, '王芳', at('11:00'));
    expect(seen(room, no, 'movedQuantity', 'variance')).toEqual([[0, -2]]);
    room.take('stocktakes', no, 'submit', { '1.reason': '破损' });
    room.take('stocktakes', no, 'approveHead', {}, '刘洋');
    room.take('stocktakes', no, 'adjust');
    expect(room.item('打印纸 A4')['onHand']).toBe(13);
    checkBooks(room);
  });

  test('it was counted while the stocktake was open: not before, and not in time to come', () => {
    const room = stocked({ paper: 20 });
    const no = open(room, '纸张');
    const enter = (countedAt: string) =>
      room.problem(() => room.take('stocktakes', no, 'count', { countedAt, '1.counted': 20 }, '王芳', at('11:00')));
    expect(enter('2026-10-09T09:29')).toEqual({ countedAt: '盘点从 2026-10-09 09:30 开始，不能早于它。' });
    expect(enter('2026-10-09T11:01')).toEqual({ countedAt: '这个时间还没有到。' });
    expect(enter('2026-10-09T09:30')).toEqual({});
  });

  test('moves in between make no difference', () => {
    const room = stocked({ paper: 20 });
    const no = open(room, '纸张');
    room.take('items', 'YP-2026-00001', 'scrap', { quantity: 3, remark: '受潮' });
    count(room, no, 17);
    expect(seen(room, no, 'bookQuantity', 'movedQuantity', 'variance', 'state')).toEqual([[20, -3, 0, 'adjusted']]);
  });

  test('a difference needs a reason, the head’s approval, and is then booked', () => {
    const room = stocked({ paper: 20, pens: 8 });
    const no = open(room);
    count(room, no, 18, 9);
    const submit = (input: object) => room.problem(() => room.take('stocktakes', no, 'submit', { ...input }));
    expect(submit({ '1.reason': '破损' })).toEqual({ '2.reason': '与账面不符，请写原因。' });
    expect(submit({ '1.reason': '破损', '2.reason': '上次漏记' })).toEqual({});
    expect(room.told()).toEqual(['stocktakes-ask → A05']);
    expect(room.item('打印纸 A4')['onHand']).toBe(20);
    room.take('stocktakes', no, 'approveHead', {}, '刘洋');
    expect(seen(room, no, 'state', 'approvedBy')).toEqual([
      ['approved', '刘洋'],
      ['approved', '刘洋'],
    ]);
    room.take('stocktakes', no, 'adjust');
    expect(
      room
        .records('stock-ledger')
        .slice(-2)
        .map(({ values }) => [values['kind'], values['quantity'], values['remark']]),
    ).toEqual([
      ['loss', -2, '破损'],
      ['surplus', 1, '上次漏记'],
    ]);
    expect(room.item('打印纸 A4')).toMatchObject({ onHand: 18, lastCountedOn: '2026-10-09' });
    checkBooks(room);
  });

  test('3.2.1 a difference that was booked wrongly is reversed by a new line, once, and never below zero', () => {
    const room = stocked({ paper: 20, pens: 8 });
    const no = open(room);
    count(room, no, 18, 11);
    room.take('stocktakes', no, 'submit', { '1.reason': '破损', '2.reason': '上次漏记' });
    room.take('stocktakes', no, 'approveHead', {}, '刘洋');
    room.take('stocktakes', no, 'adjust');
    const [loss, surplus] = room.records('stock-ledger').slice(-2) as [RecordRow, RecordRow];
    const reverse = ({ no: line }: RecordRow) =>
      room.problem(() => room.take('stock-ledger', line, 'reverse', { reason: '数错了' }));
    expect(reverse(loss)).toEqual({});
    expect(room.item('打印纸 A4')['onHand']).toBe(20);
    expect(room.records('stock-ledger').at(-1)!.values).toMatchObject({
      kind: 'correction',
      quantity: 2,
      reference: loss.no,
      remark: '数错了',
    });
    expect(Object.keys(reverse(loss))).toEqual(['']);
    room.take('items', 'YP-2026-00002', 'scrap', { quantity: 9, remark: '坏' });
    expect(reverse(surplus)).toEqual({ reason: '库存只有 2 支。' });
    checkBooks(room);
  });

  test('moves between the count and the booking are kept', () => {
    const room = stocked({ paper: 20 });
    const no = open(room, '纸张');
    count(room, no, 18);
    room.take('stocktakes', no, 'submit', { '1.reason': '破损' });
    room.take('items', 'YP-2026-00001', 'receive', { quantity: 5, remark: '捐赠' });
    room.take('stocktakes', no, 'approveHead', {}, '刘洋');
    room.take('stocktakes', no, 'adjust');
    expect(room.item('打印纸 A4')['onHand']).toBe(23);
    checkBooks(room);
  });

  test('a loss of more than is left is counted again', () => {
    const room = stocked({ paper: 20 });
    const no = open(room, '纸张');
    count(room, no, 5);
    room.take('stocktakes', no, 'submit', { '1.reason': '被盗' });
    room.take('stocktakes', no, 'approveHead', {}, '刘洋');
    room.take('items', 'YP-2026-00001', 'scrap', { quantity: 6, remark: '受潮' });
    expect(Object.values(room.problem(() => room.take('stocktakes', no, 'adjust')))[0]).toMatch('请重盘');
    room.take('stocktakes', no, 'recount', { '1.counted': 14 });
    expect(seen(room, no, 'movedQuantity', 'variance', 'state')).toEqual([[-6, 0, 'adjusted']]);
    checkBooks(room);
  });

  test('counts changed after the approval are not booked', () => {
    const room = stocked({ paper: 20 });
    const no = open(room, '纸张');
    count(room, no, 18);
    room.take('stocktakes', no, 'submit', { '1.reason': '破损' });
    room.take('stocktakes', no, 'approveHead', {}, '刘洋');
    room.type('stocktakes', { variance: -9 });
    expect(room.problem(() => room.take('stocktakes', no, 'adjust'))['']).toMatch('与批准时不同');
  });

  test('only what differs is counted again', () => {
    const room = stocked({ paper: 20, pens: 8 });
    const no = open(room);
    count(room, no, 18, 8);
    room.take('stocktakes', no, 'recount', { '1.counted': 19 });
    expect(seen(room, no, 'counted', 'variance')).toEqual([
      [19, -1],
      [8, 0],
    ]);
  });

  test('is asked for every so many days, of its owner or the front desk', () => {
    const room = stocked({ paper: 20 });
    const due = digests.find(({ key }) => key === 'supplies-count-due')!;
    const told = (day: string, settings = {}) => {
      const facts = factsWith({ as: 'clock', now: `${day}T08:00:00`, settings });
      const records = [...room.records('items'), ...room.records('stocktakes')];
      return facts.directory.people.filter((one) => due.lines(records, one, facts).length > 0).map(({ name }) => name);
    };
    expect(told('2027-01-06')).toEqual([]);
    expect(told('2027-01-07')).toEqual(['王芳', '李强']);
    expect(told('2027-01-07', { 'supplies.stocktakeOwner': '刘洋' })).toEqual(['刘洋']);
    open(room);
    expect(told('2027-01-07')).toEqual([]);
  });
});
