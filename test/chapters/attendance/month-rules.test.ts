import { codeOf } from '../../../src/chapters/attendance/day-code';
import { attendanceRules, type Month } from '../../../src/chapters/attendance/month-rules';
import { factsWith } from '../world';
import { anOctober, row, rowsWith, scheduleWith, slip } from './person';

const codes = ({ days }: Month) => days.map(({ code }) => codeOf(code, 'zh'));

describe('6.3.1 who is employed for a part of the month', () => {
  it('who joins is counted from the first day, and blank before', () => {
    const month = anOctober({ joinedOn: '2026-10-19' });
    expect(codes(month).slice(0, 20)).toEqual([...Array<string>(18).fill(''), '√', '√']);
    expect([month.totals.due, month.totals.actual, month.totals.unrecorded]).toEqual([10, 10, 0]);
  });

  it('who leaves is counted to the last day, and blank after', () => {
    const month = anOctober({ leftOn: '2026-10-12', rows: rowsWith([], ['2026-10-12']) });
    expect(codes(month).slice(9)).toEqual(['√', '休', '未', ...Array<string>(19).fill('')]);
    expect([month.totals.due, month.totals.actual, month.totals.unrecorded]).toEqual([4, 3, 1]);
  });

  it('work on a free day, and leave, count only within', () => {
    const { totals } = anOctober({
      joinedOn: '2026-10-19',
      rows: rowsWith([row('2026-10-02', '09:00-18:00'), row('2026-10-24', '10:00-11:00')]),
      leaves: [slip('2026-10-15', { lastDay: '2026-10-20' })],
    });
    expect([totals.holidaysWorked, totals.restDaysWorked]).toEqual([0, 1]);
    expect(totals.leave).toEqual({ annual: { onDueDays: 2, counted: 2 } });
  });
});

describe('6.3.1 a month that is not over', () => {
  it('counts up to yesterday, and is blank from today on', () => {
    const month = anOctober({
      upTo: '2026-10-11',
      rows: [row('2026-10-08', '09:00-18:00'), row('2026-10-12', '09:00-')],
    });
    expect(codes(month).slice(7, 14)).toEqual(['√', '未', '未', '休', '', '', '']);
    expect([month.totals.due, month.totals.unrecorded, month.totals.missingPunches]).toEqual([3, 2, 0]);
  });

  it('is blank as a whole on its first day', () => {
    const { days, totals } = anOctober({ upTo: '2026-09-30' });
    expect(days.every(({ code }) => code.length === 0)).toBe(true);
    expect(totals.due).toBe(0);
  });
});

describe('6.3.1 the days of a month', () => {
  it('a make-up Saturday is due by halves like any other day', () => {
    const month = anOctober({
      rows: rowsWith([row('2026-10-10', '09:00-12:00')]),
      leaves: [slip('2026-10-09', { firstHalf: 'afternoon', lastDay: '2026-10-10', lastHalf: 'morning' })],
    });
    expect(codes(month).slice(8, 11)).toEqual(['年下', '年上+未½', '休']);
    expect(month.totals).toMatchObject({ due: 18, actual: 16.5, unrecorded: 0.5, leave: { annual: { onDueDays: 1 } } });
  });

  it('go by the person’s own work days', () => {
    const weekend = scheduleWith({ workDays: ['fri', 'sat', 'sun'] });
    const { totals, days } = anOctober({ schedule: weekend, rows: [] });
    expect(days.filter(({ type }) => type === 'work').map(({ day }) => Number(day.slice(8)))).toEqual([
      9, 10, 11, 16, 17, 18, 23, 24, 25, 30, 31,
    ]);
    expect([totals.due, totals.unrecorded]).toEqual([11, 11]);
  });

  it('two rows for one day are a day unrecorded', () => {
    const month = anOctober({
      rows: rowsWith([row('2026-10-20', '09:00-18:00'), row('2026-10-20', '09:30-18:00', true)]),
    });
    expect(codes(month)[19]).toBe('重');
    expect(month.totals).toMatchObject({ actual: 17, unrecorded: 1, absence: 0, lateTimes: 0 });
  });

  it('公出 is in 实际出勤, and counted beside', () => {
    const { totals } = anOctober({
      rows: rowsWith([], ['2026-10-20', '2026-10-21']),
      leaves: [slip('2026-10-20', { type: 'outing', lastDay: '2026-10-21' })],
    });
    expect(totals).toMatchObject({ due: 18, actual: 18, outing: 2, leave: {}, unrecorded: 0 });
  });
});

describe('6.2.2 leave by calendar days', () => {
  const maternity = slip('2026-10-01', { type: 'maternity', lastDay: '2027-01-06' });

  it('lowers 实际出勤 on due days only', () => {
    const month = anOctober({ rows: [], leaves: [maternity] });
    expect(month.totals).toMatchObject({ due: 18, actual: 0, unrecorded: 0 });
    expect(month.totals.leave).toEqual({ maternity: { onDueDays: 18, counted: 31 } });
    expect(codes(month).slice(6, 12)).toEqual(['假', '产', '产', '产', '休', '产']);
  });

  it('counts due days when the agency says so', () => {
    const { setting } = factsWith({ settings: { 'leave.maternity': '工作日' } });
    const { totals } = anOctober({ rows: [], leaves: [maternity], settings: attendanceRules(setting) });
    expect(totals.leave).toEqual({ maternity: { onDueDays: 18, counted: 18 } });
  });

  it('on free days alone is there; by working days it is nothing', () => {
    const weekend = (type: 'paternity' | 'annual') => slip('2026-10-17', { type, lastDay: '2026-10-18' });
    expect(anOctober({ leaves: [weekend('paternity')] }).totals.leave).toEqual({
      paternity: { onDueDays: 0, counted: 2 },
    });
    expect(anOctober({ leaves: [weekend('annual')] }).totals.leave).toEqual({});
  });
});

describe('6.2.3 the agency’s settings', () => {
  it('decide on grace and on what counts as half a day', () => {
    const { setting } = factsWith({ settings: { 'attendance.graceMinutes': 0, 'attendance.halfDayMinutes': 30 } });
    const rows = rowsWith([row('2026-10-08', '09:01-18:00'), row('2026-10-09', '09:30-18:00')]);
    const { totals } = anOctober({ rows, settings: attendanceRules(setting) });
    expect(totals).toMatchObject({ lateTimes: 1, lateMinutes: 1, unrecorded: 0.5, actual: 17.5 });
  });
});
