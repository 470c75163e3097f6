import { readFileSync } from 'node:fs';
import { weekday } from '../../src/kernel/civil';
import { calendarOf } from '../../src/office/calendar';
import { calendarGaps, holidayRows, yearGap, yearsWithData } from '../../src/office/holidays';
import { weekdayNumbers } from '../../src/office/working-hours';
import { holidaysSource, statutoryDays } from '../../tools/holidays.mjs';
import { calendarRecords } from './office-rows';

const hours = { days: weekdayNumbers(['mon', 'tue', 'wed', 'thu', 'fri']), stretches: [{ from: 540, to: 1080 }] };
const calendar = calendarOf(calendarRecords(holidayRows('mainland', 'zh')), hours);
const of2026 = holidayRows('mainland', 'zh', [2026]);
const daysOf = (kind: string) => of2026.filter((row) => row['kind'] === kind).map((row) => row['day']);

describe('6.1 the State Council’s list of 2026', () => {
  test('thirteen days are 法定节假日', () => {
    expect(daysOf('holiday')).toEqual([
      '2026-01-01',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-04-05',
      '2026-05-01',
      '2026-05-02',
      '2026-06-19',
      '2026-09-25',
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
    ]);
  });

  test('make-up days fall on weekends', () => {
    expect(daysOf('makeUp')).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(daysOf('makeUp').every((day) => weekday(String(day)) >= 6)).toBe(true);
  });

  test('the rest of a break is 调休放假, weekend days included', () => {
    expect(of2026.filter((row) => String(row['day']).startsWith('2026-10'))).toEqual([
      { day: '2026-10-01', kind: 'holiday', name: '国庆节' },
      { day: '2026-10-02', kind: 'holiday', name: '国庆节' },
      { day: '2026-10-03', kind: 'holiday', name: '国庆节' },
      { day: '2026-10-04', kind: 'dayOff', name: '国庆节' },
      { day: '2026-10-05', kind: 'dayOff', name: '国庆节' },
      { day: '2026-10-06', kind: 'dayOff', name: '国庆节' },
      { day: '2026-10-07', kind: 'dayOff', name: '国庆节' },
      { day: '2026-10-10', kind: 'makeUp', name: '国庆节' },
    ]);
  });

  test('a festival inside another one’s break keeps its name', () => {
    const midAutumn = holidayRows('mainland', 'en', [2025]).find((row) => row['day'] === '2025-10-06');
    expect(midAutumn).toEqual({ day: '2025-10-06', kind: 'holiday', name: 'Mid-autumn Festival' });
  });

  test('the law before 2025 has eleven days, since then thirteen', () => {
    const count = (year: number) => Object.values(statutoryDays(year) as Record<string, string[]>).flat().length;
    expect([2023, 2024, 2025, 2026].map(count)).toEqual([11, 11, 13, 13]);
    expect(statutoryDays(2024)['春节']).toEqual(['2024-02-10', '2024-02-11', '2024-02-12']);
    expect(statutoryDays(2025)['春节']).toEqual(['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31']);
  });

  test('the file in src is what the generator makes of the lists', () => {
    expect(readFileSync('src/office/mainland-holidays.ts', 'utf8')).toBe(holidaysSource());
  });
});

describe('6.1 rows for the calendar tab', () => {
  test('no day twice, and days that stand there already are left alone', () => {
    const days = holidayRows('mainland', 'zh').map((row) => row['day']);
    expect(new Set(days).size).toBe(days.length);
    const rest = holidayRows('mainland', 'zh', [2026], new Set(['2026-10-10']));
    expect(rest).toHaveLength(of2026.length - 1);
    expect(rest.some((row) => row['day'] === '2026-10-10')).toBe(false);
  });

  test('no other region gets the mainland’s', () => {
    for (const region of ['hongkong', 'macau', 'taiwan'] as const) {
      expect(holidayRows(region, 'zh')).toEqual([]);
      expect(yearsWithData(region)).toEqual([]);
    }
  });
});

describe('6.1 a year without data is said', () => {
  test('the years that the tab covers', () => {
    expect([...calendar.yearsCovered]).toEqual(yearsWithData('mainland'));
    expect(yearGap(calendar, 'mainland', 2026)).toBeUndefined();
  });

  test('this year at once, the next one from December on', () => {
    expect(calendarGaps(calendar, 'mainland', '2026-11-30')).toEqual([]);
    expect(calendarGaps(calendar, 'mainland', '2026-12-01').map((one) => one.values)).toEqual([{ year: 2027 }]);
    expect(calendarGaps(calendar, 'mainland', '2027-01-04').map((one) => one.values)).toEqual([{ year: 2027 }]);
  });

  test('regions without a list are told that HR fills the tab', () => {
    const empty = calendarOf([], hours);
    expect(calendarGaps(empty, 'hongkong', '2026-10-09')[0]!.words.en).toMatch(/HR has to enter/);
    expect(calendarGaps(empty, 'mainland', '2026-10-09')[0]!.words.en).toMatch(/State Council/);
  });
});
