// Days counted on from a wall clock.

const two = (value: number) => String(value).padStart(2, '0');

/** Wall clocks are `YYYY-MM-DDTHH:MM`; days are counted without any zone. */
export function daysLater(wallClock: string, days: number, at: string): string {
  const [year = 0, month = 0, date = 0] = wallClock.slice(0, 10).split('-').map(Number);
  const next = new Date(Date.UTC(year, month - 1, date + days));
  return `${next.getUTCFullYear()}-${two(next.getUTCMonth() + 1)}-${two(next.getUTCDate())}T${at}`;
}

/** The first Monday to Friday after; the agency's own calendar is not asked. */
export function nextWeekday(wallClock: string, at: string): string {
  for (let days = 1; ; days++) {
    const next = daysLater(wallClock, days, at);
    const weekday = new Date(`${next}:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) return next;
  }
}
