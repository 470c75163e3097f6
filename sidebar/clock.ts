// The wall clock of the workbook's zone, as the session told it, carried forward by this browser's clock.

const msAMinute = 60_000;

let toldAt = 0;
let told: string | undefined;

const parse = (moment: string): number => Date.parse(moment.slice(0, 16) + ':00Z');
const write = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

/** Remembers what time it is in the workbook (`YYYY-MM-DDTHH:MM`). */
export function setWorkbookClock(now: string, browserMs = Date.now()): void {
  told = now;
  toldAt = browserMs;
}

/** `YYYY-MM-DDTHH:MM` now. */
export function workbookNow(browserMs = Date.now()): string {
  if (told !== undefined) return write(parse(told) + (browserMs - toldAt));
  return write(browserMs - new Date(browserMs).getTimezoneOffset() * msAMinute);
}

/** Whole minutes from one moment to another. */
export const minutesBetween = (from: string, to: string): number => Math.round((parse(to) - parse(from)) / msAMinute);

/** A moment as people at the desk say it: the time alone when it is today. */
export function shortMoment(moment: string, today = workbookNow().slice(0, 10)): string {
  const time = moment.slice(11, 16);
  if (moment.slice(0, 10) === today) return time || moment;
  return (moment.slice(0, 4) === today.slice(0, 4) ? moment.slice(5, 10) : moment.slice(0, 10)) + (time && ' ' + time);
}
