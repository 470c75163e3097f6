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
