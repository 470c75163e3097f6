import { rowStatus } from '../../../src/chapters/attendance/row-status';
import { auditTab } from '../../../src/kernel/kernel-tabs';
import type { Values } from '../../../src/kernel/values';
import { factsWith } from '../world';
import { faultsIn, leaveDesk } from './leave-desk';

const day = '2026-10-08';
const row: Values = { person: '周琳', day, in: '09:40', reason: '地铁故障' };

/** A Thursday on which 周琳 came at 09:40, as far as is known, and did not clock out. */
function recorded(more: Values = {}): ReturnType<typeof leaveDesk> {
  const desk = leaveDesk();
  desk.enter('attendance', { ...row, ...more }, '王芳');
  return desk;
}
const entry = (desk: ReturnType<typeof leaveDesk>): Values => desk.made.records('attendance')[0]!.values;
const correction = (desk: ReturnType<typeof leaveDesk>, no = 'BK-2026-00001'): Values =>
  desk.made.record('corrections', no).values;

describe('6.2.3 who forgot to clock asks for the row to be put right', () => {
  test('the head sees what is recorded, and what it is to be; approved, the row is changed', () => {
    const desk = recorded();
    expect(desk.file('corrections', '周琳', { day, out: '18:05', reason: '忘打卡' }).ok).toBe(true);
    expect(correction(desk)).toMatchObject({
      attendance: 'KQ-2026-00001',
      was: '09:40 – —',
      department: '社工部',
      approver: '陈静',
      state: 'withHead',
    });
    expect(desk.page('陈静').facts.map(({ text }) => text)).toEqual([
      '周琳',
      '社工部',
      day,
      '09:40 – —',
      '18:05',
      '忘打卡',
    ]);
    expect(desk.decide('陈静', 'approveHead').ok).toBe(true);
    expect(correction(desk)['state']).toBe('applied');
    expect(entry(desk)).toMatchObject({
      in: '09:40',
      out: '18:05',
      status: 'late',
      lateMinutes: 40,
      earlyMinutes: null,
      correctedBy: 'BK-2026-00001',
      reason: '地铁故障',
      state: 'closed',
    });
    expect(desk.made.chainBreak()).toBeUndefined();
  });

  test('both times put right, the day is as usual; the log keeps what stood there', () => {
    const desk = recorded();
    desk.file('corrections', '周琳', { day, in: '08:58', out: '18:05', reason: '忘打卡' });
    desk.decide('陈静', 'approveHead');
    expect(entry(desk)).toMatchObject({ in: '08:58', status: 'normal', lateMinutes: null });
    const log = desk.made.ports.cells('desk', auditTab.sheetId).map((cells) => JSON.stringify(cells));
    const line = log.find((one) => one.includes('KQ-2026-00001') && one.includes('approveHead'))!;
    expect(line).toContain('09:40');
    expect(line).toContain('08:58');
  });

  test.each([
    ['of a day without a row', { day: '2026-10-07', in: '09:00' }, 'day', '18:30 后'],
    ['of a day to come', { day: '2026-10-12', in: '09:00' }, 'day', '还没有到'],
    ['without any time', { day }, 'in', '到岗或离岗'],
  ])('%s it is refused at the field', (_, values, field, said) => {
    const desk = recorded();
    const faults = faultsIn(desk.file('corrections', '周琳', { reason: '忘打卡', ...values }));
    expect(Object.keys(faults)).toEqual([field]);
    expect(faults[field]).toContain(said);
  });

  test('while one waits there is no second for the day; once it is declined, there is', () => {
    const desk = recorded();
    const ask = () => desk.file('corrections', '周琳', { day, out: '18:05', reason: '忘打卡' });
    ask();
    expect(faultsIn(ask())).toEqual({ day: '这一天已有补卡申请 BK-2026-00001 在审批。' });
    desk.decide('陈静', 'decline', { comment: '当天早退' });
    expect([ask().ok, entry(desk)['out']]).toEqual([true, null]);
  });

  test('the front desk asks for others, others for themselves only', () => {
    const desk = recorded();
    const rows = [{ person: '周琳', day, out: '18:00', reason: '忘打卡' }];
    const input = (as: string) => ({ register: 'corrections', rows, requestId: `request-${as}` });
    expect(desk.made.problem('陈静', 'create', input('head')).code).toBe('notAllowed');
    expect(desk.made.ask('王芳', 'create', input('front')).records).toHaveLength(1);
  });

  test('typed into the tab it is as good', () => {
    const desk = recorded();
    desk.made.type('corrections', 2, [{ person: '周琳', day, out: '18:05', reason: '忘打卡', recordedBy: '王芳' }]);
    desk.made.edited('corrections', 2, 3);
    expect(correction(desk)).toMatchObject({ attendance: 'KQ-2026-00001', approver: '陈静', state: 'withHead' });
    desk.made.type('corrections', 3, [{ person: '周琳', day: '2026-10-07', out: '18:05', reason: '忘打卡' }]);
    desk.made.edited('corrections', 3, 4);
    expect(desk.made.records('corrections')[1]!.values).toMatchObject({ no: null });
    expect(desk.made.records('corrections')[1]!.values['check']).toContain('18:30 后');
  });

  test('sent back, it is completed, and shows what is recorded by then', () => {
    const desk = recorded();
    desk.file('corrections', '周琳', { day, out: '18:05', reason: '忘打卡' });
    desk.decide('陈静', 'sendBack', { comment: '几点来的？' });
    expect(Object.keys(faultsIn(desk.act('周琳', 'requests', 'resubmit', { day, reason: '忘' })))).toEqual(['in']);
    desk.made.type('attendance', 2, [{ in: '09:20' }]);
    desk.act('周琳', 'requests', 'resubmit', { day, in: '09:00', out: '18:05', reason: '忘打卡' });
    expect(correction(desk)).toMatchObject({ state: 'withHead', was: '09:20 – —', in: '09:00' });
  });

  test('where the row is gone, it cannot be approved', () => {
    const desk = recorded();
    desk.file('corrections', '周琳', { day, out: '18:05', reason: '忘打卡' });
    desk.made.type('attendance', 2, [{ no: '' }]);
    expect(faultsIn(desk.decide('陈静', 'approveHead'))['']).toContain('已不在考勤记录表里');
    expect(correction(desk)['state']).toBe('withHead');
  });

  test('today, who is still at work stays so', () => {
    const desk = recorded({ day: '2026-10-09' });
    desk.made.type('attendance', 2, [{ state: '当日' }]);
    desk.file('corrections', '周琳', { day: '2026-10-09', in: '09:00', reason: '忘打卡' });
    desk.decide('陈静', 'approveHead');
    expect(entry(desk)).toMatchObject({ in: '09:00', out: null, status: 'normal', state: 'open' });
  });
});

describe('6.2.3 what the system says of a row', () => {
  const facts = (leaves = '') => factsWith({ staff: { 周琳: { leaves } } });
  const said = (values: Values, leaves?: string, over?: boolean) =>
    rowStatus({ ...row, ...values }, facts(leaves), over);

  test.each<[string, Values, Values]>([
    ['as usual', { in: '09:05', out: '18:00' }, { status: 'normal', lateMinutes: null, earlyMinutes: null }],
    ['late and early', { in: '09:06', out: '17:00' }, { status: 'lateEarly', lateMinutes: 6, earlyMinutes: 60 }],
    ['one punch', { in: '09:00' }, { status: 'missingPunch', lateMinutes: null }],
    ['none', { in: null }, { status: 'unrecorded' }],
    ['found absent by the head', { in: null, finding: 'absent' }, { status: 'absent' }],
    ['on a Saturday', { day: '2026-10-03', in: '10:00', out: '12:00' }, { status: 'free', lateMinutes: null }],
  ])('%s', (_, values, expected) => {
    expect(said(values)).toMatchObject(expected);
  });

  test('half a day of leave moves the beginning', () => {
    const leave = `QJ-2026-00001 annual ${day} whole ${day} morning`;
    expect(said({ in: '13:30', out: '18:00' }, leave)).toMatchObject({ status: 'onLeave', lateMinutes: null });
  });

  test('while the day goes on nobody has left early or is missing', () => {
    const now = { day: '2026-10-09' };
    expect(said({ ...now, in: '09:00' })).toMatchObject({ status: 'normal' });
    expect(said({ ...now, in: '09:20' })).toMatchObject({ status: 'late', lateMinutes: 20 });
    expect(said({ ...now, in: null })).toMatchObject({ status: null });
    expect(said({ ...now, in: '09:00' }, '', true)).toMatchObject({ status: 'missingPunch' });
  });
});
