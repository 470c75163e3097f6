// A person with the agency's usual hours, on an ordinary Friday, so that each test says only what differs.
import type { DayResult } from '../../../src/chapters/attendance/day-result';
import { dayResult, type DayGiven, type Punches } from '../../../src/chapters/attendance/day-rules';
import type { LeaveSlip } from '../../../src/chapters/attendance/halves';
import { scheduleOf } from '../../../src/chapters/attendance/schedule';
import { addDays } from '../../../src/kernel/civil';
import type { Values } from '../../../src/kernel/values';
import { agencyHours } from '../../../src/office/working-hours';
import { factsWith } from '../world';

const { setting } = factsWith();
const hours = agencyHours(setting);

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
