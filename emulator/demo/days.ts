// Which days the demo plays, and where in the last of them it stops.
import { wallClockAt } from '../runtime/zone';

export interface Ending {
  readonly day: string;
  /** Minutes since midnight. */
  readonly minutes: number;
}

const opened = 10 * 60;
const midMorning = 10 * 60 + 40;
const lateAfternoon = 16 * 60 + 30;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** `kinds`: the calendar tab's word for each day that is not what its weekday says. */
export function isWorkDay(day: string, kinds: ReadonlyMap<string, string>): boolean {
  const kind = kinds.get(day);
  return kind === undefined ? new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0 : kind === '补班';
}

/** The first working day so many days after another. */
export function workDayAfter(day: string, days: number, kinds: ReadonlyMap<string, string>): string {
  const ahead = addDays(day, days);
  return isWorkDay(ahead, kinds) ? ahead : workDayAfter(ahead, 1, kinds);
}

/** The office is never found closed: outside its hours the demo ends on its last working day. */
export function endingOf(now: Date, zone: string, kinds: ReadonlyMap<string, string>): Ending {
  const { year, month, day, hour, minute } = wallClockAt(now, zone);
  const today = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  const minutes = hour * 60 + minute;
  if (isWorkDay(today, kinds) && minutes >= opened) return { day: today, minutes: Math.min(minutes, lateAfternoon) };
  let last = addDays(today, -1);
  while (!isWorkDay(last, kinds)) last = addDays(last, -1);
  return { day: last, minutes: midMorning };
}
