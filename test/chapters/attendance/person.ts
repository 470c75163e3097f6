// A person with the agency's usual hours, on an ordinary Friday and in October 2026, so that each test says only what differs.
import type { DayResult } from '../../../src/chapters/attendance/day-result';
import { dayResult, type DayGiven, type Punches } from '../../../src/chapters/attendance/day-rules';
import type { LeaveSlip } from '../../../src/chapters/attendance/halves';
import {
  attendanceRules,
  monthOf,
  type AttendanceRow,
  type Month,
  type MonthGiven,
} from '../../../src/chapters/attendance/month-rules';
import { scheduleOf } from '../../../src/chapters/attendance/schedule';
import { addDays } from '../../../src/kernel/civil';
import type { Values } from '../../../src/kernel/values';
import { calendarOf } from '../../../src/office/calendar';
import { holidayRows } from '../../../src/office/holidays';
import { agencyHours } from '../../../src/office/working-hours';
import { calendarRecords } from '../../office/office-rows';
import { factsWith } from '../world';

const { setting } = factsWith();
const hours = agencyHours(setting);
const calendar = calendarOf(calendarRecords(holidayRows('mainland', 'zh')), hours);

/** 09:00–12:00, 13:30–18:00, Monday to Friday, unless the row of the staff tab says otherwise. */
export const scheduleWith = (person: Values = {}) => scheduleOf(hours, person);

/** `09:00-18:00`; one side may be missing. */
export function punches(text: string): Punches {
  const [came = '', left = ''] = text.split('-');
  return { ...(came && { in: came }), ...(left && { out: left }) };
}

export function aDay(text: string, difference: Partial<DayGiven> = {}): DayResult {
  return dayResult({
    dayType: 'work',
    schedule: scheduleWith(),
    grace: 5,
    halfDayMinutes: 0,
    punches: punches(text),
    leave: {},
    absent: false,
    rows: 1,
    ...difference,
  });
}

export const october = Array.from({ length: 31 }, (_, index) => addDays('2026-10-01', index));

export const slip = (firstDay: string, difference: Partial<LeaveSlip> = {}): LeaveSlip => ({
  type: 'annual',
  firstDay,
  firstHalf: 'whole',
  lastDay: firstDay,
  lastHalf: 'whole',
  ...difference,
});

export const row = (day: string, text: string, absent = false): AttendanceRow => ({ day, absent, ...punches(text) });

/** The days of October 2026 that are due to somebody with the agency's work days. */
export const dueDays = october.filter(calendar.isWorkDay);

/** Somebody who was there on all due days but those for which a row is given, or that are left out. */
export const rowsWith = (different: readonly AttendanceRow[], without: readonly string[] = []) => [
  ...dueDays
    .filter((day) => !without.includes(day) && different.every((one) => one.day !== day))
    .map((day) => row(day, '09:00-18:00')),
  ...different,
];

export function anOctober(difference: Partial<MonthGiven> = {}): Month {
  return monthOf({
    days: october,
    joinedOn: '2020-01-02',
    leftOn: null,
    upTo: '2026-11-02',
    schedule: scheduleWith(),
    kindOf: calendar.kindOf,
    settings: attendanceRules(setting),
    rows: rowsWith([]),
    leaves: [],
    ...difference,
  });
}
