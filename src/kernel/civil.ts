// Civil days and times as ISO text ("2026-10-09", "09:05", "2026-10-09T09:05"): the wall clock of the workbook's zone.
// Date.UTC is used as a calendar only: no clock and no zone is read.

export type Day = string;
export type Time = string;
export type Moment = string;

const msADay = 86_400_000;
/** Sheets counts days from 1899-12-30. */
const sheetsEpoch = Date.UTC(1899, 11, 30) / msADay;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timePattern = /^([01]\d|2[0-3]):([0-5]\d)$/;
const momentPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2}))?$/;

const two = (n: number): string => String(n).padStart(2, '0');

/** Days since 1970-01-01; NaN when the text is not a day of the calendar. */
export function dayNumber(day: Day): number {
  const match = dayPattern.exec(day);
  if (!match) return NaN;
  const number = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / msADay;
  return dayOf(number) === day ? number : NaN;
}

/** The same few days are asked for over and over: a sheet of a month reads thousands of cells that name thirty. */
const known = new Map<number, Day>();
export function dayOf(number: number): Day {
  let day = known.get(number);
  if (day === undefined) known.set(number, (day = new Date(number * msADay).toISOString().slice(0, 10)));
  return day;
}

export const isDay = (text: string): boolean => !Number.isNaN(dayNumber(text));
export const isTime = (text: string): boolean => timePattern.test(text);
export function isMoment(text: string): boolean {
  const match = momentPattern.exec(text);
  return match !== null && isDay(match[1]!) && isTime(match[2]!);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days);
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** The same day `months` later, or the last day of that month. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = Date.UTC(year, month - 1 + months, 1) / msADay;
  const length = Date.UTC(year, month + months, 1) / msADay - first;
  return dayOf(first + Math.min(date, length) - 1);
}

export const monthOf = (moment: Day | Moment): string => moment.slice(0, 7);
export const quarterOf = (moment: Day | Moment): string =>
  `${moment.slice(0, 4)}Q${Math.ceil(Number(moment.slice(5, 7)) / 3)}`;

/** Minutes after midnight. */
export function minutesOf(time: Time): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
export const timeOf = (minutes: number): Time => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

export const dayPart = (moment: Moment): Day => moment.slice(0, 10);
export const timePart = (moment: Moment): Time => moment.slice(11, 16);
export const at = (day: Day, time: Time): Moment => `${day}T${time}`;

/** Minutes since 1970-01-01T00:00 on the same wall clock. */
export const minuteNumber = (moment: Moment): number => dayNumber(dayPart(moment)) * 1440 + minutesOf(timePart(moment));
export function momentOf(minutes: number): Moment {
  const day = Math.floor(minutes / 1440);
  return at(dayOf(day), timeOf(minutes - day * 1440));
}
export const addMinutes = (moment: Moment, minutes: number): Moment => momentOf(minuteNumber(moment) + minutes);
export const minutesBetween = (from: Moment, to: Moment): number => minuteNumber(to) - minuteNumber(from);

/** Sheets' serial number of a day, a moment (to the second where it has one) or, as a part of a day, a time. */
export const serialOfDay = (day: Day): number => dayNumber(day) - sheetsEpoch;
export const serialOfTime = (time: Time): number => minutesOf(time) / 1440;
export function serialOfMoment(moment: Moment): number {
  const seconds = Number(moment.slice(17, 19) || 0);
  return serialOfDay(dayPart(moment)) + (minutesOf(timePart(moment)) * 60 + seconds) / 86_400;
}

export const dayOfSerial = (serial: number): Day => dayOf(Math.floor(serial + 1e-9) + sheetsEpoch);
/** Rounded to the minute, because a serial number is a binary fraction. */
export function momentOfSerial(serial: number): Moment {
  return momentOf(Math.floor((serial + sheetsEpoch) * 1440 + 1e-4));
}
export const timeOfSerial = (serial: number): Time => timePart(momentOfSerial(serial));
