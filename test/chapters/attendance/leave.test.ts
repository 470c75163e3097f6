import { readLeaves } from '../../../src/office/leaves';
import { annual, faultsIn, leaveDesk } from './leave-desk';

const leavesOn = (slip: string, firstDay: string, lastDay = firstDay, type = 'annual'): string =>
  `${slip} ${type} ${firstDay} whole ${lastDay} whole`;

describe('6.2.2 a slip with first day, last day and reason, approved by the department head', () => {
  test('is filed from the person’s own page, and the head sees what stands behind it', () => {
    const desk = leaveDesk({
      staff: { 周琳: { annualLeave: 10 }, 陈静: { leaves: leavesOn('QJ-2025-00009', '2026-10-14', '2026-10-20') } },
    });
    const filed = desk.file('leave', '周琳', annual('2026-10-13', { lastDay: '2026-10-14', lastHalf: 'morning' }));
    expect(filed).toMatchObject({ ok: true, value: { message: '编号 QJ-2026-00001' } });
    expect(desk.slip()).toMatchObject({
      person: '周琳',
      department: '社工部',
      days: 1.5,
      afterwards: null,
      takenThisYear: 0,
      annualLeft: 10,
      clashes: '陈静 2026-10-14 – 2026-10-20',
      approver: '陈静',
      state: 'withHead',
    });
    const page = desk.page('陈静');
    expect(page.steps.map(({ label }) => label)).toEqual(['同意', '不同意', '退回补充']);
    expect(page.facts.map(({ label, text }) => `${label}：${text}`)).toEqual([
      '请假人：周琳',
      '部门：社工部',
      '假别：年假',
      '请假时间：2026-10-13 – 2026-10-14（到上午）',
      '天数：1.5（按工作日）',
      '请假事由：家中有事',
      '部门同期请假：陈静 2026-10-14 – 2026-10-20',
      '本年已休（同假别）：0',
      '年假剩余（本次之前）：10',
    ]);
    const mail = desk.made.ports.sent.find(({ to, subject }) => to.startsWith('chenjing') && subject.includes('QJ-'))!;
    expect(mail.subject).toContain('周琳年假：2026-10-13 – 2026-10-14（到上午）');
    expect(mail.text).toContain('家中有事');
  });

  test('half days are counted around a make-up Saturday, free days are not', () => {
    // 2026-10-10 is a Saturday that is worked.
    const desk = leaveDesk();
    desk.made.type('calendar', 2, [
      { no: 'JR-2026-00001', day: '2026-10-10', kind: 'makeUp' },
      { no: 'JR-2026-00002', day: '2026-10-12', kind: 'dayOff' },
    ]);
    const span = { firstHalf: 'afternoon', lastDay: '2026-10-13', lastHalf: 'morning' };
    desk.enter('leave', { person: '周琳', ...annual('2026-10-10', span) });
    expect(desk.slip()).toMatchObject({ days: 1 });
  });

  test('a kind that goes by calendar days counts free ones, too; the agency’s setting says which', () => {
    const settings = { 'leave.paternity': '日历天', 'leave.sick': '日历天' };
    const desk = leaveDesk({ settings });
    const weeks = { lastDay: '2026-10-25', reason: '陪护' };
    desk.enter('leave', { person: '周琳', ...annual('2026-10-12', { ...weeks, type: 'paternity' }) });
    desk.enter('leave', { person: '陈静', ...annual('2026-10-12', { ...weeks, type: 'sick' }) });
    desk.enter('leave', { person: '王芳', ...annual('2026-10-12', weeks) });
    expect(['1', '2', '3'].map((n) => desk.slip(`QJ-2026-0000${n}`)['days'])).toEqual([14, 14, 10]);
  });

  test('one’s own work days count', () => {
    const desk = leaveDesk({ staff: { 周琳: { workDays: ['sat', 'sun'] } } });
    desk.file('leave', '周琳', annual('2026-10-09', { lastDay: '2026-10-11' }));
    expect(desk.slip()['days']).toBe(2);
    expect(faultsIn(desk.file('leave', '周琳', annual('2026-10-14')))).toEqual({
      firstDay: '这段时间里没有您要上班的日子，不用请假。',
    });
  });

  test('what overlaps is refused at the field, and names the other slip; the other half of the day does not', () => {
    const desk = leaveDesk();
    desk.file('leave', '周琳', annual('2026-10-13', { lastHalf: 'morning' }));
    expect(faultsIn(desk.file('leave', '周琳', annual('2026-10-12', { lastDay: '2026-10-16' })))).toEqual({
      firstDay: '与请假条 QJ-2026-00001 重叠：2026-10-13（到上午）。',
    });
    expect(faultsIn(desk.file('leave', '周琳', annual('2026-10-13', { firstHalf: 'afternoon' })))).toEqual({});
    desk.act('周琳', 'requests', 'withdraw');
    expect(desk.file('leave', '王芳', annual('2026-10-13')).ok).toBe(true);
  });

  test('two slips handed in at once have not seen each other: the second cannot be approved', () => {
    const desk = leaveDesk();
    const rows = [annual('2026-10-13'), annual('2026-10-12', { lastDay: '2026-10-14' })];
    const both = rows.map((row) => ({ ...row, person: '周琳' }));
    desk.made.ask('刘洋', 'create', { register: 'leave', rows: both, requestId: 'request-both' });
    const approve = (no: string) =>
      desk.made.call('陈静', 'transition', {
        register: 'leave',
        no,
        transition: 'approveHead',
        requestId: `request-${no}`,
      });
    expect(approve('QJ-2026-00001').ok).toBe(true);
    expect(approve('QJ-2026-00002')).toMatchObject({ ok: false, error: { code: 'refused', article: '6.2.2' } });
  });

  test('a kind that the agency does not have is refused', () => {
    const desk = leaveDesk({ settings: { 'leave.nursing': '不设' } });
    const reply = desk.file('leave', '周琳', annual('2026-10-13', { type: 'nursing' }));
    expect(Object.keys(faultsIn(reply))).toEqual(['type']);
  });

  test('asked for afterwards it is marked', () => {
    const desk = leaveDesk();
    desk.file('leave', '周琳', annual('2026-10-08', { type: 'sick' }));
    expect(desk.slip()).toMatchObject({ afterwards: true, days: 1 });
  });

  test('what was taken this year is told, of the part of the year that a slip lies in', () => {
    const desk = leaveDesk({ now: '2026-12-20T09:30:00', staff: { 周琳: { annualLeave: 10 } } });
    desk.file('leave', '周琳', annual('2026-12-21', { lastDay: '2026-12-22' }));
    desk.decide('陈静', 'approveHead');
    desk.file('leave', '周琳', annual('2026-12-31', { lastDay: '2027-01-04' }));
    expect(desk.slip('QJ-2026-00002')).toMatchObject({ takenThisYear: 2, annualLeft: 8, days: 3 });
    desk.decide('陈静', 'approveHead');
    desk.file('leave', '周琳', annual('2027-01-05', { type: 'sick' }));
    expect(desk.slip('QJ-2026-00003')).toMatchObject({ takenThisYear: 0, annualLeft: 8 });
    desk.file('leave', '陈静', annual('2026-12-25'));
    expect(desk.slip('QJ-2026-00004')).toMatchObject({ annualLeft: null });
  });

  test('sent back, it is completed and counted anew', () => {
    const desk = leaveDesk();
    desk.file('leave', '周琳', annual('2026-10-13'));
    desk.decide('陈静', 'sendBack', { comment: '请改到周三' });
    expect(desk.slip()).toMatchObject({ state: 'returned' });
    const wrong = { ...annual('2026-10-15'), lastDay: '2026-10-14' };
    expect(Object.keys(faultsIn(desk.act('周琳', 'requests', 'resubmit', wrong)))).toEqual(['lastDay']);
    const later = annual('2026-10-14', { lastDay: '2026-10-15' });
    expect(desk.act('周琳', 'requests', 'resubmit', later).ok).toBe(true);
    expect(desk.slip()).toMatchObject({ state: 'withHead', days: 2, firstDay: '2026-10-14', approver: '陈静' });
  });
});

describe('6.2.2 who decides', () => {
  test('the head’s own slip goes to the director, the director’s to whom the settings name', () => {
    const desk = leaveDesk({ settings: { 'approval.forDirector': '刘洋' } });
    desk.file('leave', '陈静', annual('2026-10-13'));
    desk.file('leave', '赵敏', annual('2026-10-13'));
    expect(['1', '2'].map((n) => desk.slip(`QJ-2026-0000${n}`)['approver'])).toEqual(['赵敏', '刘洋']);
  });

  test('a head on approved leave is replaced by the stand-in, but never by who asks', () => {
    const staff = { 陈静: { standIn: '李强', leaves: leavesOn('QJ-2025-00001', '2026-10-08', '2026-10-12') } };
    const desk = leaveDesk({ staff });
    desk.file('leave', '周琳', annual('2026-10-13'));
    expect(desk.slip()['approver']).toBe('李强');
    expect(desk.decide('李强', 'approveHead').ok).toBe(true);
    expect(desk.slip()).toMatchObject({ state: 'approved', approvedBy: '李强' });

    const own = leaveDesk({ staff: { 陈静: { ...staff.陈静, standIn: '周琳' } } });
    own.file('leave', '周琳', annual('2026-10-13'));
    expect(own.slip()['approver']).toBe('陈静');
  });

  test('who went on leave after the slip was sent is passed over in the morning', () => {
    const desk = leaveDesk({ staff: { 陈静: { standIn: '李强' } } });
    desk.file('leave', '陈静', annual('2026-10-12', { lastDay: '2026-10-16' }));
    desk.decide('赵敏', 'approveHead');
    desk.file('leave', '周琳', annual('2026-10-20'));
    expect(desk.slip('QJ-2026-00002')['approver']).toBe('陈静');
    desk.made.ports.setNow('2026-10-12T08:00:00');
    desk.made.morning();
    desk.made.sendMail();
    expect(desk.slip('QJ-2026-00002')['approver']).toBe('李强');
  });
});

describe('6.2.2 what waits for the head', () => {
  test('is in the letter of the morning, and is chased; the letter does not say why somebody is on leave', () => {
    const desk = leaveDesk();
    desk.file('leave', '周琳', annual('2026-10-20', { type: 'sick' }));
    desk.made.ports.setNow('2026-10-13T08:00:00');
    desk.made.morning();
    desk.made.sendMail();
    desk.made.sendMail();
    const toHead = desk.made.ports.sent.filter(({ to }) => to.startsWith('chenjing'));
    const letter = toHead.find(({ text }) => text.includes('待我审批：请假条'))!;
    expect(letter.text).toContain('周琳病假：2026-10-20');
    expect(letter.text).not.toContain('家中有事');
    expect(toHead.some(({ subject }) => subject.includes('催办'))).toBe(true);
    expect(desk.slip()['remindedAt']).toBe('2026-10-13T08:00');
  });
});

describe('6.2.2 a slip is for HR, the director and whoever decides', () => {
  test('the front desk neither finds, nor reads, nor fills in, nor decides', () => {
    const desk = leaveDesk();
    const no = desk.enter('leave', { person: '周琳', ...annual('2026-10-13') });
    const at = { register: 'leave', no };
    const { problem } = desk.made;
    expect(problem('王芳', 'find', { register: 'leave' }).code).toBe('notAllowed');
    expect(problem('王芳', 'record', at).code).toBe('notAllowed');
    expect(problem('王芳', 'form', { register: 'leave' }).code).toBe('notAllowed');
    const filed = (person: string) => ({
      register: 'leave',
      rows: [{ person, ...annual('2026-10-14') }],
      requestId: `request-${person}`,
    });
    expect(problem('王芳', 'create', filed('周琳')).code).toBe('notAllowed');
    expect(Object.keys(problem('王芳', 'create', filed('王芳')).fields!)).toEqual(['person']);
    for (const transition of ['approveHead', 'paperHead', 'decline', 'withdraw', 'askChange', 'resubmit']) {
      const input = { ...at, transition, requestId: `request-${transition}` };
      expect(problem('王芳', 'transition', input).code).toBe('notAllowed');
    }
    expect(desk.made.ask('刘洋', 'record', at).no).toBe(no);
    expect(desk.made.ask('赵敏', 'find', { register: 'leave' }).records).toHaveLength(1);
    expect(desk.slip()['state']).toBe('withHead');
  });

  test('HR enters a signature on paper; of others’ slips, colleagues see nothing', () => {
    const desk = leaveDesk();
    const no = desk.enter('leave', { person: '周琳', ...annual('2026-10-13') });
    expect(desk.made.problem('李强', 'record', { register: 'leave', no }).code).toBe('notAllowed');
    desk.made.ask('刘洋', 'transition', {
      register: 'leave',
      no,
      transition: 'paperHead',
      input: { paperRef: '档-3' },
      requestId: 'request-paper',
    });
    expect(desk.slip()).toMatchObject({ state: 'approved', approvedBy: '陈静' });
  });
});

describe('6.2.2 an approved slip is changed in the same way', () => {
  const approved = (more: Parameters<typeof annual>[1] = { lastDay: '2026-10-15' }) => {
    const desk = leaveDesk();
    desk.file('leave', '周琳', annual('2026-10-12', more));
    desk.decide('陈静', 'approveHead');
    return desk;
  };
  const change = (desk: ReturnType<typeof approved>, values: Parameters<typeof annual>[1]) =>
    desk.act('周琳', 'requests', 'askChange', { changeReason: '提前办完', ...values });

  test('before the approval it is withdrawn, afterwards it is not', () => {
    const desk = approved();
    expect(desk.offered('周琳', 'requests')).toEqual(['askChange']);
    const waiting = leaveDesk();
    waiting.file('leave', '周琳', annual('2026-10-12'));
    expect(waiting.offered('周琳', 'requests')).toContain('withdraw');
    expect(waiting.act('周琳', 'requests', 'withdraw').ok).toBe(true);
    expect(waiting.slip()['state']).toBe('cancelled');
    expect(waiting.filing()).toBeUndefined();
  });

  test('it ends earlier once the head agrees', () => {
    const desk = approved();
    expect(change(desk, { change: 'shorten', newLastDay: '2026-10-13', newLastHalf: 'morning' }).ok).toBe(true);
    expect(desk.slip()).toMatchObject({ state: 'withHead', lastDay: '2026-10-15', days: 4 });
    expect(desk.filing()).toMatchObject({ lastDay: '2026-10-15', state: 'filed' });
    const page = desk.page('陈静');
    expect(page.steps.map(({ label }) => label)).toEqual(['同意', '不同意']);
    expect(page.facts.map(({ text }) => text)).toContain('2026-10-12 – 2026-10-13（到上午），1.5 天');
    expect(desk.decide('陈静', 'approveHead').ok).toBe(true);
    const ends = { lastDay: '2026-10-13', lastHalf: 'morning', days: 1.5 };
    expect(desk.slip()).toMatchObject({ ...ends, state: 'approved', change: null, newLastDay: null });
    expect(desk.slip()['decisions']).toContain('周琳 · 申请变更：提前销假');
    expect(desk.filing()).toMatchObject({ ...ends, state: 'filed' });
    expect(desk.leavesOf('周琳')).toBe('QJ-2026-00001 annual 2026-10-12 whole 2026-10-13 morning');
  });

  test('only to an earlier end, and not to nothing', () => {
    const desk = approved();
    const wrong = (values: Parameters<typeof annual>[1]) => faultsIn(change(desk, { change: 'shorten', ...values }));
    expect(Object.keys(wrong({}))).toEqual(['newLastDay']);
    expect(wrong({ newLastDay: '2026-10-15' })['newLastDay']).toContain('2026-10-12 – 2026-10-15');
    expect(wrong({ newLastDay: '2026-10-11' })['newLastDay']).toBe('这样就一天也没有了，请选“取消”。');
    expect(wrong({ newLastDay: '2026-10-15', newLastHalf: 'morning' })).toEqual({});
  });

  test('it is cancelled, and the person hears of it', () => {
    const desk = approved();
    change(desk, { change: 'cancel' });
    desk.decide('陈静', 'approveHead');
    expect(desk.slip()['state']).toBe('cancelled');
    expect(desk.filing()).toMatchObject({ state: 'cancelled', slip: 'QJ-2026-00001' });
    expect(desk.leavesOf('周琳')).toBeNull();
    expect(desk.made.ports.sent.filter(({ to }) => to.startsWith('zhoulin')).pop()!.subject).toContain(
      '已取消：请假条',
    );
    expect(desk.made.open()).not.toContain('QB-2026-00001');
  });

  test.each([
    ['declined by the head', 'decline'],
    ['withdrawn by the person', 'withdrawChange'],
  ])('%s, it stays as it was', (_, way) => {
    const desk = approved();
    change(desk, { change: 'cancel' });
    expect(desk.offered('周琳', 'requests')).not.toContain('withdraw');
    const done =
      way === 'decline'
        ? desk.decide('陈静', 'decline', { comment: '已排班' })
        : desk.act('周琳', 'requests', 'withdrawChange');
    expect(done.ok).toBe(true);
    expect(desk.slip()).toMatchObject({ state: 'approved', change: null, changeReason: null, approver: null, days: 4 });
    expect(desk.filing()).toMatchObject({ state: 'filed', lastDay: '2026-10-15' });
    expect(readLeaves(String(desk.leavesOf('周琳')))).toHaveLength(1);
    const told = desk.made.ports.sent.filter(({ subject }) => subject.includes('变更未获同意'));
    expect(told).toHaveLength(way === 'decline' ? 1 : 0);
    // And can be changed again.
    expect(change(desk, { change: 'shorten', newLastDay: '2026-10-13' }).ok).toBe(true);
    desk.decide('陈静', 'approveHead');
    expect(desk.filing()).toMatchObject({ lastDay: '2026-10-13', days: 2 });
  });

  test('nobody else asks for it, and nobody decides on their own', () => {
    const desk = approved();
    const at = { register: 'leave', no: 'QJ-2026-00001' };
    const input = {
      ...at,
      transition: 'askChange',
      input: { change: 'cancel', changeReason: '无' },
      requestId: 'request-change',
    };
    expect(desk.made.problem('刘洋', 'transition', input).code).toBe('notAllowed');
    change(desk, { change: 'cancel' });
    // Somebody has typed the person's own name over the head's.
    desk.made.type('leave', 2, [{ approver: '周琳' }]);
    const decide = { ...at, transition: 'approveHead', requestId: 'request-own' };
    expect(desk.made.problem('周琳', 'transition', decide)).toMatchObject({ code: 'refused', article: '6.2.2' });
    expect(desk.slip()).toMatchObject({ state: 'withHead', change: 'cancel' });
  });
});
