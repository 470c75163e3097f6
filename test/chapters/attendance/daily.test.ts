// The daily attendance, through the sidebar, the clock and links: 王芳 and 李强 are at the front desk, 刘洋 heads their department.
import { attendance as chapter } from '../../../src/chapters/attendance';
import { attendance as days } from '../../../src/chapters/attendance/attendance.register';
import type { RecordRow, Value, Values } from '../../../src/kernel/values';
import { factsWith, recordOf } from '../world';
import { agency, type Agency, type AgencyOptions, type Asker } from '../../api/agency';

let request = 0;
const requestId = () => `daily-request-${(request += 1)}`;

function office(options: AgencyOptions = {}): Agency {
  // A Monday; nobody has been recorded yet.
  return agency({ now: '2026-10-12T08:55:00', ...options });
}
const create = (made: Agency, who: Asker, values: Values) =>
  made.ask(who, 'create', { register: 'attendance', rows: [values], requestId: requestId() }).records[0]!.no;
const step = (made: Agency, who: Asker, no: string, transition: string, input: Record<string, Value> = {}) =>
  made.ask(who, 'transition', { register: 'attendance', no, transition, input, requestId: requestId() });
const clockIn = (made: Agency, who: '王芳' | '李强') =>
  create(made, who, { day: made.ports.clock.now().slice(0, 10), person: who });
const rows = (made: Agency) => made.records('attendance').map(({ values }) => values);
const mine = (made: Agency, who: Asker) =>
  made.ask(who, 'board', {}).sections.find(({ key }) => key === 'attendance-today');

describe('6.2.1 clocking in and out', () => {
  test('is one press: the time is the server’s, and the button is gone after it', () => {
    const made = office();
    expect(mine(made, '王芳')?.starts).toEqual([
      expect.objectContaining({ label: '上班打卡', atOnce: true, values: { day: '2026-10-12', person: '王芳' } }),
    ]);
    const no = clockIn(made, '王芳');
    expect(mine(made, '王芳')).toMatchObject({
      lines: [{ no, chips: [{ label: '正常' }], next: { transition: 'clockOut' } }],
    });
    expect(mine(made, '王芳')?.starts ?? []).toEqual([]);
    expect(mine(made, '李强')?.starts).toHaveLength(1);
    made.ports.setNow('2026-10-12T18:02:00');
    step(made, '王芳', no, 'clockOut');
    expect(made.record('attendance', no).values).toMatchObject({
      ...{ in: '08:55', out: '18:02', status: 'normal', department: '综合部', typed: null },
    });
  });

  test('a second press makes no second row', () => {
    const made = office();
    clockIn(made, '王芳');
    const rows_ = [{ day: '2026-10-12', person: '王芳' }];
    const problem = made.problem('王芳', 'create', { register: 'attendance', rows: rows_, requestId: requestId() });
    expect(problem.code).toBe('invalid');
    expect(rows(made)).toHaveLength(1);
  });

  test('is offered to whom the attendance is kept of: the front desk, or everybody by the setting', () => {
    const made = office({ settings: { 'attendance.scope': 'all' } });
    expect(mine(made, '刘洋')?.starts).toHaveLength(1);
    expect(mine(office(), '刘洋')?.starts ?? []).toEqual([]);
  });

  test('nobody clocks for others; the front desk enters what somebody tells, and that is marked', () => {
    const made = office({ settings: { 'attendance.scope': 'all' } });
    const rows_ = [{ day: '2026-10-12', person: '王芳', in: '08:50' }];
    const asked = { register: 'attendance', rows: rows_, requestId: requestId() };
    expect(made.problem('陈静', 'create', asked).code).toBe('notAllowed');
    const no = create(made, '李强', { day: '2026-10-12', person: '王芳', in: '08:50' });
    expect(made.record('attendance', no).values).toMatchObject({ typed: true, in: '08:50' });
  });

  test('who works past midnight clocks out on the day that began', () => {
    const made = office();
    const no = clockIn(made, '王芳');
    made.evening();
    made.ports.setNow('2026-10-13T00:40:00');
    step(made, '王芳', no, 'clockOut');
    made.ports.setNow('2026-10-13T18:30:00');
    made.evening();
    expect(made.record('attendance', no).values).toMatchObject({ out: '00:40', status: 'normal', state: 'closed' });
  });
});

describe('6.2.3 late, early and missing', () => {
  test('the button never refuses; the reason is asked for on the board', () => {
    const made = office({ now: '2026-10-12T09:20:00' });
    const no = clockIn(made, '王芳');
    expect(mine(made, '王芳')?.lines[0]).toMatchObject({ chips: [{ label: '迟到' }], next: { transition: 'explain' } });
    step(made, '王芳', no, 'explain', { reason: '地铁故障' });
    expect(mine(made, '王芳')?.lines[0]?.next?.transition).toBe('clockOut');
    expect(made.record('attendance', no).values).toMatchObject({ lateMinutes: 20, reason: '地铁故障', state: 'open' });
  });

  test('entered by hand the reason is asked for at the field, and nothing is lost', () => {
    const made = office();
    const late = { day: '2026-10-09', person: '李强', in: '09:30', out: '18:00' };
    const asked = { register: 'attendance', rows: [late], requestId: requestId() };
    expect(made.problem('王芳', 'create', asked)).toMatchObject({
      code: 'invalid',
      fields: { reason: expect.any(String) },
    });
    const no = create(made, '王芳', { ...late, reason: '看病' });
    expect(made.record('attendance', no).values).toMatchObject({ late: true, state: 'closed', status: 'late' });
  });

  test('what is not explained by the evening is asked for by e-mail, and answered by its link', () => {
    const made = office({ now: '2026-10-12T09:20:00' });
    const no = clockIn(made, '王芳');
    made.ports.setNow('2026-10-12T18:00:00');
    step(made, '王芳', no, 'clockOut');
    made.ports.setNow('2026-10-12T18:30:00');
    made.evening();
    made.sendMail();
    expect(made.record('attendance', no).values['state']).toBe('toExplain');
    const token = made.token('wangfang@example.org');
    made.ask('public', 'answer', { token, answer: 'explain', input: { reason: '堵车' }, requestId: requestId() });
    expect(made.record('attendance', no).values).toMatchObject({ state: 'closed', reason: '堵车' });
  });
});

describe('6.2.3 a day without an entry', () => {
  /** Monday evening: 王芳 has clocked, 李强 has not. */
  function evening(options: AgencyOptions = {}): Agency {
    const made = office(options);
    clockIn(made, '王芳');
    made.ports.setNow('2026-10-12T18:30:00');
    made.evening();
    made.sendMail();
    return made;
  }
  const missing = (made: Agency) => made.records('attendance').find(({ values }) => values['person'] === '李强')!;

  test('is noted in the evening and the person is asked; nobody else is, and not twice', () => {
    const made = evening();
    expect(missing(made).values).toMatchObject({
      day: '2026-10-12',
      state: 'missing',
      status: 'unrecorded',
      late: null,
    });
    const asked = made.ports.sent.filter(({ subject }) => subject.includes('没有考勤登记'));
    expect(asked.map(({ to }) => to)).toEqual(['liqiang@example.org']);
    made.evening();
    expect(rows(made)).toHaveLength(2);
  });

  test('is not noted on a free day, nor of who is on leave or has left', () => {
    const made = agency({ now: '2026-10-11T18:30:00' });
    made.evening();
    expect(rows(made)).toEqual([]);
    const onLeave = 'QJ-2026-00001 annual 2026-10-12 whole 2026-10-12 whole';
    const away = evening({ staff: { 李强: { leaves: onLeave } } });
    expect(missing(away)).toBeUndefined();
    expect(missing(evening({ staff: { 李强: { leftOn: '2026-09-30' } } }))).toBeUndefined();
  });

  test('after two working days it is put to the head, who finds 旷工 by link; the person is told', () => {
    const made = evening();
    made.ports.setNow('2026-10-13T08:00:00');
    made.morning();
    expect(missing(made).values['finder']).toBeNull();
    made.ports.setNow('2026-10-14T08:00:00');
    made.morning();
    made.sendMail();
    expect(missing(made).values).toMatchObject({ finder: '刘洋', state: 'missing', finding: null });
    const token = made.token('liuyang@example.org');
    const answer = { token, answer: 'findAbsent', requestId: requestId() };
    expect(made.problem('public', 'answer', answer).code).toBe('invalid');
    made.ask('public', 'answer', { ...answer, input: { note: '电话未接，微信未回' }, requestId: requestId() });
    made.sendMail();
    expect(missing(made).values).toMatchObject({ state: 'absent', finding: 'absent', status: 'absent' });
    expect(made.ports.sent.slice(-1)[0]).toMatchObject({ to: 'liqiang@example.org' });
    expect(made.chainBreak()).toBeUndefined();
  });

  test('the board says who is waited for: the person, then the head', () => {
    const made = evening();
    const chips = () =>
      made.ask('王芳', 'board', {}).sections.find(({ key }) => key === 'attendance-missing')?.lines[0]?.chips;
    expect(chips()).toEqual([expect.objectContaining({ label: '等本人答复' })]);
    made.ports.setNow('2026-10-14T08:00:00');
    made.morning();
    expect(chips()).toEqual([expect.objectContaining({ label: '等负责人认定' })]);
  });

  test('the system finds nothing by itself, however long nobody answers', () => {
    const made = evening();
    for (const day of ['14', '16', '20', '28']) {
      made.ports.setNow(`2026-10-${day}T08:00:00`);
      made.morning();
      made.ports.setNow(`2026-10-${day}T18:30:00`);
      made.evening();
    }
    expect(missing(made).values['finding']).toBeNull();
  });

  test('nobody finds on their own: the head’s day goes to the director', () => {
    const made = office({ settings: { 'attendance.scope': 'all' } });
    made.ports.setNow('2026-10-12T18:30:00');
    made.evening();
    made.ports.setNow('2026-10-14T08:00:00');
    made.morning();
    const finders = Object.fromEntries(rows(made).map(({ person, finder }) => [String(person), finder]));
    expect(finders).toMatchObject({ 李强: '刘洋', 刘洋: '赵敏', 周琳: '陈静', 陈静: '赵敏' });
  });

  test('“leave slip to follow” closes it as soon as the leave stands', () => {
    const made = evening();
    const { no } = missing(made);
    made.ask('public', 'answer', {
      token: made.token('liqiang@example.org'),
      answer: 'leaveAfter',
      requestId: requestId(),
    });
    expect(made.record('attendance', no).values).toMatchObject({ state: 'answered', answer: '补办请假条' });
    const staff = made.records('staff').find(({ values }) => values['name'] === '李强')!;
    const leaves = 'QJ-2026-00001 sick 2026-10-12 whole 2026-10-12 whole';
    made.type('staff', staff.row, [{ leaves }]);
    made.ports.setNow('2026-10-13T18:30:00');
    made.evening();
    expect(made.record('attendance', no).values).toMatchObject({ state: 'closed', status: 'onLeave' });
  });
});

describe('8.2 attendance as evidence', () => {
  test('is told by what the rows of the person say, in the part of the period', () => {
    const row = (values: Values): RecordRow =>
      recordOf(days, { person: '李强', day: '2026-10-12', status: 'late', ...values });
    const facts = factsWith({});
    const period = { from: '2026-10-01', to: '2027-01-01' };
    const tell = (records: readonly RecordRow[]) =>
      chapter.evidence![0]!.tell({
        ...{ facts, period, part: period, person: facts.directory.person('李强')! },
        records: () => records,
      });
    const others = [row({ person: '王芳' }), row({ day: '2026-09-30' })];
    expect(tell([row({}), row({ status: 'normal' }), row({ status: 'missingPunch' }), ...others])).toEqual([
      '迟到 1 次、缺卡 1 次',
    ]);
    expect(tell([row({ status: 'normal' })])).toEqual(['没有迟到、早退、缺卡和旷工']);
    expect(tell(others)).toEqual([]);
  });
});
