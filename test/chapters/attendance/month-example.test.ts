import { codeOf } from '../../../src/chapters/attendance/day-code';
import { anOctober, row, rowsWith, slip } from './person';

// The worked example of the monthly sheet: October 2026, person A.
const personA = anOctober({
  rows: rowsWith(
    [
      row('2026-10-02', '09:00-18:00'),
      row('2026-10-08', '09:05-18:00'),
      row('2026-10-09', '09:06-18:00'),
      row('2026-10-10', '08:50-17:54'),
      row('2026-10-12', '13:40-18:00'),
      row('2026-10-13', '09:00-'),
      row('2026-10-14', '', true),
      row('2026-10-17', '09:00-12:00'),
    ],
    ['2026-10-15', '2026-10-16', '2026-10-19'],
  ),
  leaves: [
    slip('2026-10-12', { type: 'annual', lastHalf: 'morning' }),
    slip('2026-10-15', { type: 'personal' }),
    slip('2026-10-16', { type: 'sick', firstHalf: 'afternoon' }),
  ],
});

describe('6.3.1 October 2026 of person A', () => {
  it('cell by cell', () => {
    const cells = personA.days.map(({ code }) => codeOf(code, 'zh'));
    expect(cells.slice(0, 7)).toEqual(['节', '班', '节', '假', '假', '假', '假']);
    expect(cells.slice(7, 12)).toEqual(['√', '迟', '早', '休', '年上+迟']);
    expect(cells.slice(12, 19)).toEqual(['缺', '旷', '事', '病下+未½', '班', '休', '未']);
    expect(cells.slice(19)).toEqual(['√', '√', '√', '√', '休', '休', '√', '√', '√', '√', '√', '休']);
  });

  it('total by total', () => {
    expect(personA.totals).toEqual({
      due: 18,
      actual: 13.5,
      lateTimes: 2,
      lateMinutes: 16,
      earlyTimes: 1,
      earlyMinutes: 6,
      missingPunches: 1,
      absence: 1,
      leave: {
        annual: { onDueDays: 0.5, counted: 0.5 },
        personal: { onDueDays: 1, counted: 1 },
        sick: { onDueDays: 0.5, counted: 0.5 },
      },
      outing: 0,
      restDaysWorked: 1,
      holidaysWorked: 1,
      unrecorded: 1.5,
    });
  });
});
