// The agency's calendar: which days are worked, and how working time passes across lunch, weekends and holidays.
import {
  addDays,
  at,
  dayNumber,
  dayOf,
  dayPart,
  minutesOf,
  timeOf,
  timePart,
  weekday,
  type Day,
  type Moment,
} from '../kernel/civil';
import { Misconfigured } from '../kernel/errors';
import type { Calendar } from '../kernel/facts';
import { text, type RecordRow } from '../kernel/values';
import { dayKinds, type DayKind } from './calendar.register';
import type { WorkingHours } from './working-hours';

export interface OfficeCalendar extends Calendar {
  kindOf(day: Day): DayKind | undefined;
  /** Years for which the tab knows the public holidays. Of any other year only the weekdays are known. */
  readonly yearsCovered: ReadonlySet<number>;
}

const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const isKind = (kind: string): kind is DayKind => kind in dayKinds;

function kindsByDay(rows: readonly RecordRow[]): ReadonlyMap<Day, DayKind> {
  const kinds = new Map<Day, DayKind>();
  const ranks = Object.keys(dayKinds);
  for (const { values } of rows) {
    const day = text(values['day']);
    const kind = text(values['kind']);
    if (!isKind(kind) || !dayForm.test(day)) continue;
    // A day entered twice counts as what comes first there: free before worked, as the law does.
    const known = kinds.get(day);
    if (known === undefined || ranks.indexOf(kind) < ranks.indexOf(known)) kinds.set(day, kind);
  }
  return kinds;
}

/** Ten years without an hour of work: the settings or the tab cannot be right. */
const mostDays = 3_660;

function neverWorked(): Misconfigured {
  return new Misconfigured({
    words: {
      zh: '按“参数设置”和“节假日”，十年内没有一个工作日。请检查这两张表。',
      en: 'By the settings and the calendar tab there is no work day in ten years. Please look at both.',
    },
  });
}

/** `rows`: of the calendar tab, in any order. */
export function calendarOf(rows: readonly RecordRow[], hours: WorkingHours): OfficeCalendar {
  const kinds = kindsByDay(rows);
  const { stretches } = hours;

  const isWorkDay = (day: Day): boolean => {
    const kind = kinds.get(day);
    return kind === undefined ? hours.days.has(weekday(day)) : kind === 'makeUp';
  };

  /** Minutes of work on a day between two times of it. */
  const workedWithin = (day: Day, from: number, to: number): number =>
    isWorkDay(day)
      ? stretches.reduce((sum, one) => sum + Math.max(0, Math.min(to, one.to) - Math.max(from, one.from)), 0)
      : 0;

  const workingMinutes = (from: Moment, to: Moment): number => {
    if (to <= from) return 0;
    const last = dayNumber(dayPart(to));
    let sum = 0;
    for (let number = dayNumber(dayPart(from)); number <= last; number += 1) {
      const day = dayOf(number);
      sum += workedWithin(
        day,
        day === dayPart(from) ? minutesOf(timePart(from)) : 0,
        number === last ? minutesOf(timePart(to)) : 1440,
      );
    }
    return sum;
  };

  const afterWorkingHours = (from: Moment, given: number): Moment => {
    let left = Math.round(given * 60);
    if (left <= 0) return from;
    let start = minutesOf(timePart(from));
    const first = dayPart(from);
    for (let passed = 0; passed < mostDays; passed += 1) {
      const day = addDays(first, passed);
      for (const one of isWorkDay(day) ? stretches : []) {
        const begin = Math.max(start, one.from);
        const here = Math.max(0, one.to - begin);
        if (here >= left) return at(day, timeOf(begin + left));
        left -= here;
      }
      start = 0;
    }
    throw neverWorked();
  };

  const nextWorkDay = (day: Day): Day => {
    for (let passed = 1; passed < mostDays; passed += 1) {
      const next = addDays(day, passed);
      if (isWorkDay(next)) return next;
    }
    throw neverWorked();
  };

  const yearsCovered = new Set(
    [...kinds].filter(([, kind]) => kind === 'holiday').map(([day]) => Number(day.slice(0, 4))),
  );

  return {
    isWorkDay,
    workingMinutes,
    afterWorkingHours,
    nextWorkDay,
    closingTime: (day) => {
      const last = stretches[stretches.length - 1];
      return isWorkDay(day) && last ? timeOf(last.to) : null;
    },
    kindOf: (day) => kinds.get(day),
    yearsCovered,
    isCovered: (day) => yearsCovered.has(Number(day.slice(0, 4))),
  };
}
