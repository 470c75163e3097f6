// Moments as the office's wall clock shows them.
import { language } from './words';

const locales = { zh: 'zh-CN', hant: 'zh-HK', en: 'en-GB' };

const format = (at: string | number, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locales[language.value], { timeZone, hourCycle: 'h23', ...options }).format(new Date(at));

const time = { hour: '2-digit', minute: '2-digit' } as const;
const day = { month: 'numeric', day: 'numeric' } as const;

/** The time today, the day before that. */
export function whenText(at: string, now: string, timeZone: string): string {
  const sameDay = format(at, timeZone, { dateStyle: 'short' }) === format(now, timeZone, { dateStyle: 'short' });
  return format(at, timeZone, sameDay ? time : day);
}

/** Day, weekday and time. */
export function fullText(at: string | number, timeZone: string): string {
  const month = language.value === 'en' ? 'short' : 'long';
  const parts = [{ month, day: 'numeric' }, { weekday: 'short' }, time] as const;
  return parts.map((part) => format(at, timeZone, part)).join(' ');
}

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
