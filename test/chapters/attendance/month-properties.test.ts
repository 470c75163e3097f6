import * as fc from 'fast-check';
import type { LeaveSlip } from '../../../src/chapters/attendance/halves';
import { monthOf, type AttendanceRow, type MonthGiven } from '../../../src/chapters/attendance/month-rules';
import type { DayKind } from '../../../src/office/calendar.register';
import { leaveTypes, type LeaveKey } from '../../../src/office/leave-types';
import { addDays, addMonths, daysBetween, timeOf, weekday } from '../../../src/kernel/civil';

const types = Object.keys(leaveTypes) as LeaveKey[];

const schedules = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    times: fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 3, maxLength: 4 }),
  })
  .map(({ days, times }) => {
    const [a, b, c, d] = times.sort((one, other) => one - other);
    // Three times: hours without a break.
    const afternoon = d === undefined ? { from: b!, to: c! } : { from: c!, to: d };
    return { days: new Set(days), morning: { from: a!, to: b! }, afternoon };
  });

/** Times near the usual ones as often as any. */
const times = fc.option(
  fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(540, 545, 546, 720, 815, 1074, 1080)).map(timeOf),
  { nil: undefined },
);

const within = (from: string, days: number) => fc.integer({ min: -5, max: days + 5 }).map((at) => addDays(from, at));

const months: fc.Arbitrary<MonthGiven> = fc
  .tuple(fc.integer({ min: 2024, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-01`)
  .chain((from) => {
    const length = daysBetween(from, addMonths(from, 1));
    const days = Array.from({ length }, (_, index) => addDays(from, index));
    const slips: fc.Arbitrary<LeaveSlip> = fc
      .record({
        type: fc.constantFrom(...types),
        firstDay: within(from, length),
        long: fc.integer({ min: 0, max: 12 }),
        firstHalf: fc.constantFrom('whole', 'afternoon'),
        lastHalf: fc.constantFrom('whole', 'morning'),
      })
      .map(({ long, ...slip }) => ({ ...slip, lastDay: addDays(slip.firstDay, long) }));
    const rows: fc.Arbitrary<AttendanceRow> = fc.record({
      day: within(from, length),
      in: times,
      out: times,
      absent: fc.boolean(),
    });
    return fc.record({
      days: fc.constant(days),
      joinedOn: fc.oneof(fc.constant('2020-01-02'), within(from, length)),
      leftOn: fc.option(within(from, length)),
      upTo: fc.oneof(fc.constant('2099-12-31'), within(from, length)),
      schedule: schedules,
      kindOf: fc
        .array(fc.tuple(fc.constantFrom(...days), fc.constantFrom<DayKind>('holiday', 'dayOff', 'makeUp')))
        .map((kinds) => {
          const known = new Map(kinds);
          return (day: string) => known.get(day);
        }),
      settings: fc.record({
        grace: fc.nat(60),
        halfDayMinutes: fc.oneof(fc.constant(0), fc.nat(480)),
        counts: fc
          .uniqueArray(fc.constantFrom(...types))
          .map((calendar) => (type: LeaveKey) => (calendar.includes(type) ? 'calendar' : 'working')),
      }),
      rows: fc.array(rows, { maxLength: 40 }),
      leaves: fc.array(slips, { maxLength: 4 }),
    });
  });

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const isHalves = (number: number) => number >= 0 && Number.isInteger(number * 2);

/** For any calendar, hours, leave and punches. */
const always = (holds: (given: MonthGiven) => void) =>
  fc.assert(fc.property(months, holds), { numRuns: 200, seed: 20261009 });

describe('6.3.1 whatever happens in a month', () => {
  it('应出勤 = 实际出勤 + leave on due days + 旷工 + 未登记', () => {
    always((given) => {
      const { days, totals } = monthOf(given);
      const onLeave = sum(Object.values(totals.leave).map(({ onDueDays }) => onDueDays));
      expect(totals.actual + onLeave + totals.absence + totals.unrecorded).toBe(totals.due);
      const odd = days.filter((day) => {
        const parts = [day.worked, day.absence, day.unrecorded, ...Object.values(day.leave)];
        return sum(parts) !== day.due || !parts.every(isHalves);
      });
      expect(odd).toEqual([]);
    });
  });

  it('应出勤 is the number of work days on which the person was employed, up to the last day that counts', () => {
    always((given) => {
      const { joinedOn, leftOn, upTo, schedule, kindOf } = given;
      const due = given.days.filter((day) => {
        const kind = kindOf(day);
        const works = kind === undefined ? schedule.days.has(weekday(day)) : kind === 'makeUp';
        return works && joinedOn <= day && day <= (leftOn ?? '9999') && day <= upTo;
      });
      expect(monthOf(given).totals.due).toBe(due.length);
    });
  });

  it('minutes are whole, beyond the grace, and never negative', () => {
    always((given) => {
      const minutes = monthOf(given).days.flatMap(({ lateMinutes, earlyMinutes }) => [lateMinutes, earlyMinutes]);
      const isGood = (one: number) => Number.isInteger(one) && (one === 0 || one > given.settings.grace);
      expect(minutes.filter((one) => !isGood(one))).toEqual([]);
    });
  });

  it('the days add up to the totals', () => {
    always((given) => {
      const { days, totals } = monthOf(given);
      const of = (key: 'due' | 'worked' | 'absence' | 'unrecorded' | 'outing' | 'lateMinutes' | 'earlyMinutes') =>
        sum(days.map((day) => day[key]));
      expect(totals).toMatchObject({
        due: of('due'),
        actual: of('worked'),
        absence: of('absence'),
        unrecorded: of('unrecorded'),
        outing: of('outing'),
        lateMinutes: of('lateMinutes'),
        earlyMinutes: of('earlyMinutes'),
        lateTimes: days.filter(({ code }) => code.includes('late')).length,
        earlyTimes: days.filter(({ code }) => code.includes('early')).length,
        missingPunches: days.filter(({ code }) => code.includes('missing')).length,
      });
      expect(totals.restDaysWorked + totals.holidaysWorked).toBe(
        days.filter(({ code }) => code.includes('onFreeDay')).length,
      );
      const expected = types.map((type) => {
        const onDueDays = sum(days.map(({ leave }) => leave[type] ?? 0));
        const free = sum(days.map(({ freeLeave }) => freeLeave[type] ?? 0));
        return { onDueDays, counted: onDueDays + (given.settings.counts(type) === 'calendar' ? free : 0) };
      });
      expect(types.map((type) => totals.leave[type] ?? { onDueDays: 0, counted: 0 })).toEqual(expected);
    });
  });

  it('旷工 stands only where the head found it', () => {
    always((given) => {
      const found = new Set(given.rows.filter(({ absent }) => absent).map(({ day }) => day));
      const wrong = monthOf(given).days.filter(({ day, absence }) => absence > 0 && !found.has(day));
      expect(wrong).toEqual([]);
      const nobody = given.rows.map((row) => ({ ...row, absent: false }));
      expect(monthOf({ ...given, rows: nobody }).totals.absence).toBe(0);
    });
  });

  it('the order of rows and slips does not matter', () => {
    const shuffled = months.chain((given) =>
      fc.record({
        given: fc.constant(given),
        rows: fc.shuffledSubarray([...given.rows], { minLength: given.rows.length }),
        leaves: fc.shuffledSubarray([...given.leaves], { minLength: given.leaves.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, ...order }) => {
        expect(monthOf({ ...given, ...order })).toEqual(monthOf(given));
      }),
      { numRuns: 200, seed: 20261009 },
    );
  });
});
