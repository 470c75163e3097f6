import { checkBooks, stocked, storeroom, type Storeroom } from './storeroom';

const asked = (room: Storeroom, lines: readonly [string, number][]): string =>
  room.create(
    'requisitions',
    lines.map(([item, quantity]) => ({ department: '社工部', applicant: '周琳', item, quantity })),
    '周琳',
  );
const approved = (room: Storeroom, lines: readonly [string, number][], input = {}): string => {
  const no = asked(room, lines);
  room.take('requisitions', no, 'approveHead', input, '陈静');
  room.told();
  return no;
};

describe('3.1.1 a requisition says department, item, specification, quantity and date', () => {
  test('what the catalogue knows is filled in, and the head is asked', () => {
    const room = stocked({ paper: 30 });
    const no = asked(room, [['打印纸 A4', 5]]);
    expect(no).toBe('LY-2026-00001');
    expect(room.values('requisitions', no)).toMatchObject({
      spec: 'A4',
      unit: '包',
      stockThen: 30,
      neededOn: '2026-10-09',
      state: 'withHead',
      approver: '陈静',
      issuedQuantity: 0,
    });
    expect(room.told()).toEqual(['requisitions-ask → A03']);
  });

  test('what is not in the catalogue, or no longer in use, cannot be asked for', () => {
    const room = stocked();
    const ask = (item: string) => room.problem(() => asked(room, [[item, 1]]));
    expect(Object.keys(ask('金条'))).toEqual(['item']);
    room.take('items', 'YP-2026-00002', 'retire');
    expect(ask('签字笔 黑色')).toEqual({ item: '“签字笔 黑色”已停用。' });
  });

  test('only the front desk asks for others', () => {
    const room = stocked();
    const forOther = { department: '社工部', applicant: '陈静', item: '打印纸 A4', quantity: 1 };
    expect(Object.keys(room.problem(() => room.create('requisitions', [forOther], '周琳')))).toEqual(['applicant']);
    expect(room.create('requisitions', [forOther], '王芳')).toBe('LY-2026-00001');
  });

  test('nobody chooses who signs: the department is the applicant’s own, unless they are of the front desk', () => {
    const room = stocked();
    const ask = (applicant: string, as: '周琳' | '王芳') =>
      room.problem(() =>
        room.create('requisitions', [{ department: '综合部', applicant, item: '打印纸 A4', quantity: 1 }], as),
      );
    const wrong = { department: '请填申请人自己的部门（社工部）：只有前台可以替别的部门申请。' };
    expect([ask('周琳', '周琳'), ask('周琳', '王芳'), ask('王芳', '王芳')]).toEqual([wrong, wrong, {}]);
  });
});

describe('3.1.2 the department head signs', () => {
  test('and may lower lines, strike them out, but not raise them', () => {
    const room = stocked({ paper: 30, pens: 30 });
    const no = asked(room, [
      ['打印纸 A4', 5],
      ['签字笔 黑色', 8],
    ]);
    const decide = (input: object) => room.take('requisitions', no, 'approveHead', { ...input }, '陈静');
    expect(room.problem(() => decide({ '1.approvedQuantity': 6 }))).toEqual({
      '1.approvedQuantity': '最多批准申请的 5。',
    });
    expect(room.problem(() => decide({ '1.approvedQuantity': 0, '2.approvedQuantity': 0 }))).toEqual({
      '1.approvedQuantity': '全部划去就是不同意：请点“不同意”并写原因。',
    });
    room.told();
    decide({ '1.approvedQuantity': 0, '2.approvedQuantity': 3 });
    expect(room.lines('requisitions', no).map(({ values }) => [values['approvedQuantity'], values['state']])).toEqual([
      [0, 'declined'],
      [3, 'withFront'],
    ]);
    expect(room.told()).toEqual([
      'requisitions-answer → A06',
      'requisitions-carry-out → A01',
      'requisitions-carry-out → A02',
    ]);
  });

  test('what is blank is approved as asked for', () => {
    const room = stocked({ paper: 30 });
    const no = approved(room, [['打印纸 A4', 5]]);
    expect(room.values('requisitions', no)).toMatchObject({ approvedQuantity: 5, state: 'withFront' });
  });

  test('a signature on paper may lower lines, too', () => {
    const room = stocked({ paper: 30 });
    const no = asked(room, [['打印纸 A4', 5]]);
    room.take('requisitions', no, 'paperHead', { paperRef: '档-7', '1.approvedQuantity': 2 });
    expect(room.values('requisitions', no)).toMatchObject({ approvedQuantity: 2, state: 'withFront' });
  });

  describe('or says that the signature on paper is not theirs', () => {
    const onPaper = () => {
      const room = stocked({ paper: 30, pens: 30 });
      const no = asked(room, [
        ['打印纸 A4', 5],
        ['签字笔 黑色', 8],
      ]);
      room.take('requisitions', no, 'paperHead', { paperRef: '档-7', '1.approvedQuantity': 0 });
      const seen = () =>
        room.lines('requisitions', no).map(({ values }) => [values['state'], values['approvedQuantity']]);
      const object = () => room.take('requisitions', no, 'objectToPaper', {}, '陈静', { via: 'link' });
      return { room, no, seen, object };
    };

    test('lines that were struck out come back with the others', () => {
      const { seen, object } = onPaper();
      expect(seen()).toEqual([
        ['declined', 0],
        ['withFront', 8],
      ]);
      object();
      expect(seen()).toEqual([
        ['withHead', null],
        ['withHead', null],
      ]);
    });

    test('once something has been issued it stays so, and the director is told', () => {
      const { room, no, seen, object } = onPaper();
      room.take('requisitions', no, 'issue', { '2.quantity': 3 });
      room.told();
      object();
      expect(seen()).toEqual([
        ['declined', 0],
        ['withFront', 8],
      ]);
      expect(room.told()).toEqual(['requisitions-objection → A04']);
      expect(room.values('requisitions', no)['decisions']).toMatch('陈静 · 这不是我签的');
    });
  });
});

describe('3.1.2 the front desk checks the stock', () => {
  test('enough: it is issued, and stock, ledger and register agree', () => {
    const room = stocked({ paper: 30, pens: 12 });
    const no = approved(room, [
      ['打印纸 A4', 5],
      ['签字笔 黑色', 2],
    ]);
    room.take('requisitions', no, 'issue', { '1.quantity': 5, '2.quantity': 2 });
    expect(room.item('打印纸 A4')).toMatchObject({ onHand: 25, movedOn: '2026-10-09', state: 'enough' });
    expect(room.records('stock-ledger').at(-2)!.values).toMatchObject({
      at: '2026-10-09T09:30',
      item: '打印纸 A4',
      spec: 'A4',
      kind: 'issue',
      quantity: -5,
      balance: 25,
      department: '社工部',
      person: '周琳',
      reference: no,
      handledBy: '王芳',
    });
    expect(room.lines('issues', 'FF-2026-00001').map(({ values }) => [values['item'], values['quantity']])).toEqual([
      ['打印纸 A4', 5],
      ['签字笔 黑色', 2],
    ]);
    expect(room.values('issues', 'FF-2026-00001')).toMatchObject({
      requisition: no,
      recipient: '周琳',
      issuedBy: '王芳',
      state: 'unsigned',
    });
    expect(room.lines('requisitions', no).map(({ values }) => values['state'])).toEqual(['issued', 'issued']);
    expect(room.told()).toEqual(['issue-sign → A06']);
    checkBooks(room);
  });

  test('short: what is there is issued, the applicant is told, the rest waits', () => {
    const room = stocked({ pens: 3 });
    const no = approved(room, [['签字笔 黑色', 5]]);
    room.take('requisitions', no, 'issue', { '1.quantity': 3 });
    expect(room.values('requisitions', no)).toMatchObject({
      issuedQuantity: 3,
      shortQuantity: 2,
      state: 'withFront',
    });
    expect(room.told()).toEqual(['requisition-short → A06', 'issue-sign → A06']);
    expect(room.item('签字笔 黑色')['onHand']).toBe(0);
  });

  test('nothing there: the applicant is told, and a purchase of what is short follows', () => {
    const room = stocked({ paper: 30 });
    const no = approved(room, [
      ['打印纸 A4', 5],
      ['签字笔 黑色', 4],
    ]);
    room.take('requisitions', no, 'short');
    expect(room.lines('requisitions', no).map(({ values }) => values['shortQuantity'])).toEqual([null, 4]);
    expect(room.told()).toEqual(['requisition-short → A06']);
  });

  test('what is there is not called short', () => {
    const room = stocked({ paper: 30 });
    const no = approved(room, [['打印纸 A4', 5]]);
    expect(room.problem(() => room.take('requisitions', no, 'short'))).toEqual({ '': '库存够发，请直接发放。' });
  });

  test('never below zero, also by two lines of one item; the stock is named at the line', () => {
    const room = stocked({ pens: 6 });
    const no = approved(room, [
      ['签字笔 黑色', 4],
      ['签字笔 黑色', 4],
    ]);
    const issue = (first: number, second: number) =>
      room.problem(() => room.take('requisitions', no, 'issue', { '1.quantity': first, '2.quantity': second }));
    expect(issue(4, 3)).toEqual({ '2.quantity': '库存只有 2 支。' });
    expect(room.item('签字笔 黑色')['onHand']).toBe(6);
    expect(issue(4, 2)).toEqual({});
    expect(room.item('签字笔 黑色')['onHand']).toBe(0);
    expect(room.lines('requisitions', no).map(({ values }) => values['shortQuantity'])).toEqual([null, 2]);
  });

  test('never more than was approved, and never nothing', () => {
    const room = stocked({ paper: 30 });
    const no = approved(room, [['打印纸 A4', 5]], { '1.approvedQuantity': 3 });
    const issue = (quantity: number) =>
      room.problem(() => room.take('requisitions', no, 'issue', { '1.quantity': quantity }));
    expect(issue(4)).toEqual({ '1.quantity': '这一行最多还可发 3。' });
    expect(issue(0)).toEqual({ '1.quantity': '请填写要发放的数量。' });
    expect(issue(2)).toEqual({});
    expect(issue(2)).toEqual({ '1.quantity': '这一行最多还可发 1。' });
  });

  test.each([
    ['quantity', 50],
    ['approvedQuantity', 50],
    ['department', '综合部'],
  ])('a requisition whose %s was changed by hand is not issued', (key, value) => {
    const room = stocked({ paper: 99 });
    const no = approved(room, [['打印纸 A4', 5]]);
    room.type('requisitions', { [key]: value });
    expect(room.problem(() => room.take('requisitions', no, 'issue', { '1.quantity': 1 }))['']).toMatch('与批准时不同');
  });

  test('the applicant withdraws what has not been issued yet', () => {
    const room = stocked({ paper: 30 });
    const [one, other] = [approved(room, [['打印纸 A4', 5]]), approved(room, [['打印纸 A4', 5]])];
    room.take('requisitions', one, 'withdraw', {}, '周琳');
    expect(room.values('requisitions', one)['state']).toBe('cancelled');
    room.take('requisitions', other, 'issue', { '1.quantity': 1 });
    expect(Object.keys(room.problem(() => room.take('requisitions', other, 'withdraw', {}, '周琳')))).toEqual(['']);
  });

  test('the rest may be given up, with a reason, and the applicant hears of it', () => {
    const room = stocked({ pens: 1 });
    const no = approved(room, [['签字笔 黑色', 5]]);
    room.take('requisitions', no, 'issue', { '1.quantity': 1 });
    room.told();
    room.take('requisitions', no, 'close', { reason: '不再需要' });
    expect(room.values('requisitions', no)).toMatchObject({ state: 'closed', issuedQuantity: 1 });
    expect(room.told()).toEqual(['requisitions-answer → A06']);
  });
});

describe('3.1.3 goods are signed for', () => {
  const issued = (): Storeroom => {
    const room = stocked({ paper: 30, pens: 9 });
    const no = approved(room, [
      ['打印纸 A4', 5],
      ['签字笔 黑色', 2],
    ]);
    room.take('requisitions', no, 'issue', { '1.quantity': 5, '2.quantity': 2 });
    room.told();
    return room;
  };
  const form = 'FF-2026-00001';

  test('on the screen, with one signature for all lines', () => {
    const room = issued();
    room.take('issues', form, 'sign', { signature: '1,1 2,2;' });
    expect(
      room.lines('issues', form).map(({ values }) => [values['state'], values['signedBy'], values['signedAt']]),
    ).toEqual([
      ['signed', 'screen', '2026-10-09T09:30'],
      ['signed', 'screen', '2026-10-09T09:30'],
    ]);
  });

  test('by link, by the recipient and nobody else', () => {
    const room = issued();
    expect(Object.keys(room.problem(() => room.take('issues', form, 'confirm', {}, '陈静', { via: 'link' })))).toEqual([
      '',
    ]);
    room.take('issues', form, 'confirm', {}, '周琳', { via: 'link' });
    expect(room.values('issues', form)).toMatchObject({ state: 'signed', signedBy: 'link' });
  });

  test('after three days the recipient is chased, and again three days later', () => {
    const room = issued();
    const chase = (day: string) =>
      room.problem(() => room.take('issues', form, 'chase', {}, 'clock', { now: `${day}T08:00:00` }));
    expect(Object.keys(chase('2026-10-11'))).toEqual(['']);
    expect(chase('2026-10-12')).toEqual({});
    expect(room.told()).toEqual(['issue-sign-again → A06']);
    expect(Object.keys(chase('2026-10-13'))).toEqual(['']);
    expect(chase('2026-10-15')).toEqual({});
  });

  test('3.2.1 unused goods come back, no more than were taken', () => {
    const room = issued();
    const giveBack = (quantity: number) =>
      room.problem(() => room.take('issues', form, 'giveBack', { '1.quantity': quantity }));
    expect(giveBack(6)).toEqual({ '1.quantity': '最多 5。' });
    expect(giveBack(2)).toEqual({});
    expect(giveBack(4)).toEqual({ '1.quantity': '最多 3。' });
    expect(giveBack(3)).toEqual({});
    expect(room.lines('issues', form).map(({ values }) => values['state'])).toEqual(['returned', 'unsigned']);
    expect(room.item('打印纸 A4')['onHand']).toBe(30);
    expect(room.records('stock-ledger').at(-1)!.values).toMatchObject({ kind: 'return', quantity: 3, balance: 30 });
    checkBooks(room);
  });

  test('3.2.1 what was issued wrongly is corrected by a new line and owed again', () => {
    const room = issued();
    room.take('issues', form, 'correct', { remark: '发错了', '2.quantity': 2 });
    expect(room.lines('issues', form).map(({ values }) => values['state'])).toEqual(['unsigned', 'reversed']);
    expect(
      room.lines('requisitions', 'LY-2026-00001').map(({ values }) => [values['issuedQuantity'], values['state']]),
    ).toEqual([
      [5, 'issued'],
      [0, 'withFront'],
    ]);
    expect(room.records('stock-ledger').at(-1)!.values).toMatchObject({
      kind: 'correction',
      quantity: 2,
      remark: '发错了',
      reference: form,
    });
    checkBooks(room);
  });
});

describe('3.2.1 a correction may have been a mistake itself', () => {
  const form = 'FF-2026-00001';
  const issued = (): { room: Storeroom; no: string } => {
    const room = stocked({ paper: 30 });
    const no = approved(room, [['打印纸 A4', 5]]);
    room.take('requisitions', no, 'issue', { '1.quantity': 5 });
    room.told();
    return { room, no };
  };
  const stands = (room: Storeroom, no: string) => ({
    onHand: room.item('打印纸 A4')['onHand'],
    issue: room.values('issues', form)['state'],
    owed: [room.values('requisitions', no)['issuedQuantity'], room.values('requisitions', no)['state']],
  });
  const lastLine = (room: Storeroom) => {
    const { kind, quantity, reference, remark } = room.records('stock-ledger').at(-1)!.values;
    return [kind, quantity, reference, remark];
  };

  test('what was noted as given back and was not is out again, once', () => {
    const { room, no } = issued();
    room.take('issues', form, 'sign', { signature: '1,1 2,2;' });
    room.take('issues', form, 'giveBack', { '1.quantity': 5 });
    expect(stands(room, no)).toEqual({ onHand: 30, issue: 'returned', owed: [5, 'issued'] });
    const undo = (n: number) =>
      room.problem(() => room.take('issues', form, 'undoReturn', { remark: '退的是别人', '1.quantity': n }));
    expect(undo(6)).toEqual({ '1.quantity': '最多 5。' });
    expect(undo(0)).toEqual({ '1.quantity': '请填写数量。' });
    expect(undo(5)).toEqual({});
    expect(stands(room, no)).toEqual({ onHand: 25, issue: 'signed', owed: [5, 'issued'] });
    expect(lastLine(room)).toEqual(['correction', -5, form, '退的是别人']);
    expect(Object.keys(undo(1))).toEqual(['']);
    checkBooks(room);
  });

  test('part of a return, too; what was not signed for is still to be signed for', () => {
    const { room, no } = issued();
    room.take('issues', form, 'giveBack', { '1.quantity': 3 });
    room.take('issues', form, 'undoReturn', { remark: '只退了一包', '1.quantity': 2 });
    expect(room.values('issues', form)).toMatchObject({ returnedQuantity: 1, state: 'unsigned' });
    expect(stands(room, no)).toMatchObject({ onHand: 26 });
    checkBooks(room);
  });

  test('what was corrected wrongly is out again, and no longer owed', () => {
    const { room, no } = issued();
    room.take('issues', form, 'correct', { remark: '发错了', '1.quantity': 5 });
    expect(stands(room, no)).toEqual({ onHand: 30, issue: 'reversed', owed: [0, 'withFront'] });
    room.take('issues', form, 'undoCorrection', { remark: '没有发错', '1.quantity': 5 });
    expect(stands(room, no)).toEqual({ onHand: 25, issue: 'unsigned', owed: [5, 'issued'] });
    expect(lastLine(room)).toEqual(['correction', -5, form, '没有发错']);
    checkBooks(room);
  });

  test('never below zero, and never more handed out than was approved', () => {
    const { room, no } = issued();
    room.take('issues', form, 'correct', { remark: '发错了', '1.quantity': 5 });
    const undo = () =>
      room.problem(() => room.take('issues', form, 'undoCorrection', { remark: '没有发错', '1.quantity': 5 }));
    room.take('items', 'YP-2026-00001', 'scrap', { quantity: 27, remark: '受潮' });
    expect(undo()).toEqual({ '1.quantity': '库存只有 3 包。' });
    room.take('requisitions', no, 'issue', { '1.quantity': 2 });
    room.take('items', 'YP-2026-00001', 'receive', { quantity: 20, remark: '捐赠' });
    expect(undo()).toEqual({
      '1.quantity': `申请 ${no} 这一行只还欠 3：余下的已另行发放。请先更正后来的那次发放。`,
    });
    checkBooks(room);
  });

  test('a requisition that is closed owes nothing again, but its quantities stay right', () => {
    const room = stocked({ paper: 30 });
    const no = approved(room, [['打印纸 A4', 8]]);
    room.take('requisitions', no, 'issue', { '1.quantity': 5 });
    room.take('requisitions', no, 'close', { reason: '够用了' });
    room.take('issues', form, 'correct', { remark: '发错了', '1.quantity': 2 });
    expect(stands(room, no)).toEqual({ onHand: 27, issue: 'unsigned', owed: [3, 'closed'] });
    room.take('issues', form, 'undoCorrection', { remark: '没有发错', '1.quantity': 2 });
    expect(stands(room, no)).toEqual({ onHand: 25, issue: 'unsigned', owed: [5, 'closed'] });
  });

  test('what is still short is never more than what is owed', () => {
    const room = stocked({ paper: 5 });
    const no = approved(room, [['打印纸 A4', 8]]);
    room.take('requisitions', no, 'issue', { '1.quantity': 5 });
    expect(room.values('requisitions', no)).toMatchObject({ shortQuantity: 3 });
    room.take('items', 'YP-2026-00001', 'receive', { quantity: 3, remark: '捐赠' });
    room.take('issues', form, 'correct', { remark: '发错了', '1.quantity': 2 });
    room.take('requisitions', no, 'issue', { '1.quantity': 3 });
    room.take('issues', form, 'undoCorrection', { remark: '没有发错', '1.quantity': 2 });
    expect(room.values('requisitions', no)).toMatchObject({ shortQuantity: null, issuedQuantity: 8, state: 'issued' });
    checkBooks(room);
  });
});

test('3.2.3 name and specification together are unique', () => {
  const room = storeroom();
  const create = (name: string, spec: string) =>
    room.problem(() => room.create('items', [{ name, spec, unit: '包', category: '纸张', location: '柜一' }]));
  expect(create('打印纸', 'A4')).toEqual({});
  expect(create('打印纸', 'A3')).toEqual({});
  expect(create(' 打印纸', 'A4 ')).toEqual({ name: '已有相同的记录。' });
});
