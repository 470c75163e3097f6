import { deadlineOf, makingDay, monthBefore } from '../../../src/chapters/attendance/month-deadline';
import { beginMonth } from '../../../src/chapters/attendance/month-jobs';
import { attendanceMonths } from '../../../src/chapters/attendance/attendance-months.register';
import { factsWith, recordOf, type Difference } from '../world';
import { holidays } from './month-office';

const facts = (difference: Difference = {}) => factsWith({ calendar: holidays, as: 'clock', ...difference });

describe('6.3.1 the day by which a month is handed in', () => {
  it.each([
    ['2026-10', {}, '2026-11-06'],
    // After the National Day break, with Saturday the 10th worked: 8, 9, 10, 12, 13.
    ['2026-09', {}, '2026-10-13'],
    ['2026-09', { 'attendance.deadlineDay': 1 }, '2026-10-08'],
    ['2026-10', { 'attendance.deadlineBy': 'dayOfMonth', 'attendance.deadlineDay': 8 }, '2026-11-08'],
    ['2026-01', { 'attendance.deadlineBy': 'dayOfMonth', 'attendance.deadlineDay': 31 }, '2026-02-28'],
    ['2026-12', { 'attendance.deadlineBy': 'dayOfMonth', 'attendance.deadlineDay': 3 }, '2027-01-03'],
  ])('of %s, with %j, is %s', (month, settings, deadline) => {
    expect(deadlineOf(month, facts({ settings }))).toBe(deadline);
  });

  it('the sheets are made on the first working day', () => {
    expect([makingDay('2026-10', facts()), makingDay('2026-09', facts())]).toEqual(['2026-11-02', '2026-10-08']);
    expect(['2026-11-30', '2027-01-04'].map(monthBefore)).toEqual(['2026-10', '2026-12']);
  });
});

describe('6.3.1 the month is begun', () => {
  const begun = (now: string, there: readonly string[] = [], difference: Difference = {}) =>
    (
      beginMonth.plan(
        there.map((department) => recordOf(attendanceMonths, { month: '2026-10', department, version: 1 })),
        facts({ now: `${now}T08:00:00`, ...difference }),
      ).moves ?? []
    ).map(({ values }) => [values['month'], values['department']]);
  const everybody = { settings: { 'attendance.scope': 'all' } };

  it('once for each department with people in scope', () => {
    expect(begun('2026-11-02')).toEqual([['2026-10', '综合部']]);
    expect(begun('2026-11-02', [], everybody)).toEqual([
      ['2026-10', '社工部'],
      ['2026-10', '综合部'],
    ]);
    expect(begun('2026-11-03', ['综合部'])).toEqual([]);
    expect(begun('2026-11-03', ['综合部'], everybody)).toEqual([['2026-10', '社工部']]);
  });

  it('not before the first working day; late rather than not at all; no more departments after the deadline', () => {
    expect(begun('2026-11-01').filter(([month]) => month === '2026-10')).toEqual([]);
    expect(begun('2026-11-25')).toEqual([['2026-10', '综合部']]);
    expect(begun('2026-11-25', ['综合部'], everybody)).toEqual([]);
  });
});
