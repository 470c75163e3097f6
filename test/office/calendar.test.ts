import * as fc from 'fast-check';
import { addDays, addMinutes, momentOf, minuteNumber, weekday } from '../../src/kernel/civil';
import { Misconfigured } from '../../src/kernel/errors';
import { calendarOf } from '../../src/office/calendar';
import type { DayKind } from '../../src/office/calendar.register';
import { holidayRows } from '../../src/office/holidays';
import { readHours, weekdayNumbers, type WorkingHours } from '../../src/office/working-hours';
import { calendarRecords, factsOf } from './office-rows';

const hours: WorkingHours = {
  days: weekdayNumbers(['mon', 'tue', 'wed', 'thu', 'fri']),
  stretches: readHours('09:00-12:00, 13:30-18:00')!,
};
const calendar = calendarOf(calendarRecords(holidayRows('mainland', 'zh')), hours);

describe('6.1 which days are worked', () => {
  test('October 2026 has 18 work days', () => {
    const month = Array.from({ length: 31 }, (_, index) => addDays('2026-10-01', index));
    expect(month.filter(calendar.isWorkDay)).toHaveLength(18);
    expect(['2026-10-03', '2026-10-04', '2026-10-07', '2026-10-10', '2026-10-17'].map(calendar.isWorkDay)).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
    expect(month.slice(0, 11).map(calendar.kindOf)).toEqual([
      ...Array<DayKind>(3).fill('holiday'),
      ...Array<DayKind>(4).fill('dayOff'),
      undefined,
      undefined,
      'makeUp',
      undefined,
    ]);
  });

  test('a day entered twice is free before it is worked', () => {
    const twice = calendarOf(
      calendarRecords([
        { day: '2026-11-14', kind: 'makeUp' },
        { day: '2026-11-14', kind: 'holiday' },
        { day: '2026-11-21', kind: 'dayOff' },
        { day: '2026-11-21', kind: 'makeUp' },
      ]),
      hours,
    );
    expect(twice.kindOf('2026-11-14')).toBe('holiday');
    expect(twice.kindOf('2026-11-21')).toBe('dayOff');
  });

  test('rows that are not finished count for nothing', () => {
    const odd = calendarOf(
      calendarRecords([{ day: '2026-11-13' }, { kind: 'holiday' }, { day: '明天', kind: 'holiday' }]),
      hours,
    );
    expect(odd.isWorkDay('2026-11-13')).toBe(true);
    expect([...odd.yearsCovered]).toEqual([]);
  });

  test('the next work day, and when a day closes', () => {
    expect(calendar.nextWorkDay('2026-09-30')).toBe('2026-10-08');
    expect(calendar.nextWorkDay('2026-10-09')).toBe('2026-10-10');
    expect(calendar.nextWorkDay('2026-10-10')).toBe('2026-10-12');
    expect(calendar.closingTime('2026-10-10')).toBe('18:00');
    expect(calendar.closingTime('2026-10-11')).toBeNull();
  });
});

describe('2.2.4 working hours pass', () => {
  test.each([
    ['2026-10-12T09:00', 1, '2026-10-12T10:00'],
    ['across lunch', '2026-10-12T11:30', 1, '2026-10-12T14:00'],
    ['a whole day ends at closing', '2026-10-12T09:00', 7.5, '2026-10-12T18:00'],
    ['eight hours are a day and a half', '2026-10-12T09:00', 8, '2026-10-13T09:30'],
    ['before opening', '2026-10-12T07:00', 0.5, '2026-10-12T09:30'],
    ['after closing', '2026-10-12T20:00', 2, '2026-10-13T11:00'],
    ['over a weekend', '2026-10-16T17:00', 2, '2026-10-19T10:00'],
    ['over a holiday', '2026-09-30T17:30', 1, '2026-10-08T09:30'],
    ['into a make-up Saturday', '2026-10-09T17:00', 2, '2026-10-10T10:00'],
    ['none at all', '2026-10-11T10:00', 0, '2026-10-11T10:00'],
  ])('%s', (...row) => {
    const [from, given, expected] = row.slice(-3) as [string, number, string];
    expect(calendar.afterWorkingHours(from, given)).toBe(expected);
  });

  test('minutes between two moments', () => {
    expect(calendar.workingMinutes('2026-10-12T11:00', '2026-10-12T14:00')).toBe(90);
    expect(calendar.workingMinutes('2026-10-09T17:00', '2026-10-12T09:10')).toBe(60 + 450 + 10);
    expect(calendar.workingMinutes('2026-10-01T00:00', '2026-11-01T00:00')).toBe(18 * 450);
    expect(calendar.workingMinutes('2026-10-12T14:00', '2026-10-12T11:00')).toBe(0);
    expect(calendar.workingMinutes('2026-10-12T09:05:59', '2026-10-12T09:06:01')).toBe(1);
  });

  test('a calendar without any work says so instead of searching for ever', () => {
    const never = calendarOf([], { days: new Set(), stretches: hours.stretches });
    expect(() => never.nextWorkDay('2026-10-09')).toThrow(Misconfigured);
    expect(() => never.afterWorkingHours('2026-10-09T09:00', 1)).toThrow(Misconfigured);
  });
});

describe('working hours, whatever the agency’s hours and holidays', () => {
  const start = minuteNumber('2026-01-01T00:00');
  const moments = fc.integer({ min: 0, max: 400 * 1440 }).map((minutes) => momentOf(start + minutes));
  // Half an hour of work a day at least: by a few minutes a week a deadline would be more than ten years away.
  const times = fc
    .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 4, maxLength: 4 })
    .map((unsorted) => [...unsorted].sort((one, other) => one - other) as [number, number, number, number])
    .filter(([a, b, c, d]) => b - a + d - c >= 30);
  const kinds = fc.constantFrom<DayKind>('holiday', 'dayOff', 'makeUp');
  const calendars = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      times,
      fc.array(fc.tuple(fc.integer({ min: 0, max: 420 }), kinds), { maxLength: 60 }),
    )
    .map(([days, [a, b, c, d], special]) => {
      const rows = special.map(([offset, kind]) => ({ day: addDays('2026-01-01', offset), kind }));
      return calendarOf(calendarRecords(rows), {
        days: new Set(days),
        stretches: [
          { from: a, to: b },
          { from: c, to: d },
        ],
      });
    });
  const quarters = fc.integer({ min: 0, max: 160 }).map((quarter) => quarter / 4);

  test('exactly so many working minutes lie between, and none fewer would do', () => {
    fc.assert(
      fc.property(calendars, moments, quarters, (one, from, given) => {
        const end = one.afterWorkingHours(from, given);
        expect(one.workingMinutes(from, end)).toBe(given * 60);
        if (given > 0) expect(one.workingMinutes(from, addMinutes(end, -1))).toBe(given * 60 - 1);
      }),
    );
  });

  test('whoever starts later is not due earlier, and more hours do not end earlier', () => {
    fc.assert(
      fc.property(calendars, moments, moments, quarters, quarters, (one, a, b, few, more) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        const [less, most] = few <= more ? [few, more] : [more, few];
        expect(one.afterWorkingHours(early, less) <= one.afterWorkingHours(late, less)).toBe(true);
        expect(one.afterWorkingHours(early, less) <= one.afterWorkingHours(early, most)).toBe(true);
      }),
    );
  });

  test('minutes add up', () => {
    fc.assert(
      fc.property(calendars, fc.array(moments, { minLength: 3, maxLength: 3 }), (one, three) => {
        const [a, b, c] = [...three].sort() as [string, string, string];
        expect(one.workingMinutes(a, b) + one.workingMinutes(b, c)).toBe(one.workingMinutes(a, c));
      }),
    );
  });

  test('the next work day is later, worked, and none lies between', () => {
    fc.assert(
      fc.property(calendars, moments, (one, moment) => {
        const day = moment.slice(0, 10);
        const next = one.nextWorkDay(day);
        expect(next > day && one.isWorkDay(next)).toBe(true);
        for (let between = addDays(day, 1); between < next; between = addDays(between, 1)) {
          expect(one.isWorkDay(between)).toBe(false);
        }
      }),
    );
  });
});

describe('6.1 hours from the settings', () => {
  test('the agency’s own work days and hours rule the calendar', () => {
    const own = factsOf({
      settings: {
        'hours.workDays': '周二、周三、周四、周五、周六',
        'hours.morningFrom': '8:30',
        'hours.afternoonTo': '17:00',
      },
    }).calendar;
    expect(weekday('2026-10-12')).toBe(1);
    expect(own.isWorkDay('2026-10-12')).toBe(false);
    expect(own.isWorkDay('2026-10-17')).toBe(true);
    expect(own.closingTime('2026-10-17')).toBe('17:00');
    expect(own.afterWorkingHours('2026-10-17T08:00', 1)).toBe('2026-10-17T09:30');
  });
});
