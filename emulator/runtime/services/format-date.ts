// Dates as text by Java's SimpleDateFormat patterns, as Utilities.formatDate does.
import { ServiceError } from '../service-error';
import { isZone, wallClockAt, zoneOffset } from '../zone';

const day = 86_400_000;

interface Moment {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  milliseconds: number;
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
  dayOfYear: number;
  offset: number;
  zone: string;
}

function momentIn(date: Date, zone: string): Moment {
  const wall = wallClockAt(date, zone);
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day);
  return {
    ...wall,
    milliseconds: date.getUTCMilliseconds(),
    weekday: new Date(asUtc).getUTCDay() || 7,
    dayOfYear: Math.round((asUtc - Date.UTC(wall.year, 0, 1)) / day) + 1,
    offset: zoneOffset(date, zone),
    zone,
  };
}

/** Weeks as Java's US locale counts them: from Sunday, and the week of January 1 is week 1. */
function usWeek(moment: Moment): { year: number; week: number } {
  const thisDay = Date.UTC(moment.year, moment.month - 1, moment.day);
  const saturday = new Date(thisDay + (6 - (moment.weekday % 7)) * day);
  const year = saturday.getUTCFullYear();
  const week = Math.floor((saturday.getTime() - Date.UTC(year, 0, 1)) / (7 * day)) + 1;
  return { year, week };
}

const name = (options: Intl.DateTimeFormatOptions, moment: Moment) =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(
    new Date(Date.UTC(moment.year, moment.month - 1, moment.day)),
  );

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}

type Field = (moment: Moment, width: number) => string;
const digits =
  (value: (moment: Moment) => number): Field =>
  (moment, width) =>
    String(value(moment)).padStart(width, '0');

const yearText = (year: number, width: number) =>
  width === 2 ? String(year % 100).padStart(2, '0') : String(year).padStart(width, '0');

const fields: Record<string, Field> = {
  G: () => 'AD',
  y: (moment, width) => yearText(moment.year, width),
  Y: (moment, width) => yearText(usWeek(moment).year, width),
  M: (moment, width) => {
    if (width >= 4) return name({ month: 'long' }, moment);
    return width === 3 ? name({ month: 'short' }, moment) : String(moment.month).padStart(width, '0');
  },
  w: digits((moment) => usWeek(moment).week),
  W: digits(
    (moment) => Math.floor((moment.day - 1 + (((moment.weekday % 7) - ((moment.day - 1) % 7) + 7) % 7)) / 7) + 1,
  ),
  D: digits((moment) => moment.dayOfYear),
  d: digits((moment) => moment.day),
  F: digits((moment) => Math.floor((moment.day - 1) / 7) + 1),
  E: (moment, width) => name({ weekday: width >= 4 ? 'long' : 'short' }, moment),
  u: digits((moment) => moment.weekday),
  a: (moment) => (moment.hour < 12 ? 'AM' : 'PM'),
  H: digits((moment) => moment.hour),
  k: digits((moment) => moment.hour || 24),
  K: digits((moment) => moment.hour % 12),
  h: digits((moment) => moment.hour % 12 || 12),
  m: digits((moment) => moment.minute),
  s: digits((moment) => moment.second),
  S: digits((moment) => moment.milliseconds),
  z: (moment) => (moment.offset === 0 ? 'GMT' : `GMT${offsetText(moment.offset, ':')}`),
  Z: (moment) => offsetText(moment.offset, ''),
  X: (moment, width) => {
    if (moment.offset === 0) return 'Z';
    return width === 1 ? offsetText(moment.offset, '').slice(0, 3) : offsetText(moment.offset, width === 2 ? '' : ':');
  },
};

/** A zone that Java does not know counts as GMT. */
export function formatDate(date: Date, zone: string, pattern: string): string {
  const moment = momentIn(date, isZone(zone) ? zone : 'GMT');
  return pattern.replace(
    /'((?:[^']|'')*)'|([A-Za-z])\2*/g,
    (piece: string, literal: string | undefined, letter: string) => {
      if (literal !== undefined) return literal === '' ? "'" : literal.replaceAll("''", "'");
      const field = fields[letter];
      if (!field) throw new ServiceError(`Illegal pattern character '${letter}'`);
      return field(moment, piece.length);
    },
  );
}
