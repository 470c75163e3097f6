// 6.1, 6.2: one day of one person, from punches, leave and the head's finding. Each half that is due ends up as exactly
// one thing (worked, leave, 旷工 or 未登记), so that the days of a month add up.
import { isTime, minutesOf, type Time } from '../../kernel/civil';
import type { LeaveKey } from '../../office/leave-types';
import { noDay, type CodePart, type DayResult, type LeaveDays, type Mark } from './day-result';
import type { DayType } from './day-type';
import { halves, type Half, type LeaveOfDay } from './halves';
import type { Schedule } from './schedule';

export interface Punches {
  readonly in?: Time;
  /** Earlier than `in`: after midnight. */
  readonly out?: Time;
}

export interface DayGiven {
  readonly dayType: DayType;
  readonly schedule: Schedule;
  /** Minutes within which nobody is late or early; beyond, all minutes count. */
  readonly grace: number;
  /** Late by so many minutes, the half is not worked; 0: off. */
  readonly halfDayMinutes: number;
  readonly punches: Punches;
  readonly leave: LeaveOfDay;
  /** 6.2.3: the head found 旷工. */
  readonly absent: boolean;
  /** Rows found for the day. From two nothing is counted: nobody can tell which is right. */
  readonly rows: number;
}

interface Presence {
  readonly came: number | undefined;
  readonly left: number | undefined;
}

/** Cut to the minute; what is no time is no punch. */
const minuteOf = (time: Time = ''): number | undefined => (isTime(time.slice(0, 5)) ? minutesOf(time) : undefined);

function presenceOf({ punches, rows }: DayGiven): Presence {
  if (rows > 1) return { came: undefined, left: undefined };
  const came = minuteOf(punches.in);
  const left = minuteOf(punches.out);
  const overMidnight = came !== undefined && left !== undefined && left < came;
  return { came, left: overMidnight ? left + 1440 : left };
}

const punched = ({ came, left }: Presence): number => [came, left].filter((minute) => minute !== undefined).length;

/** Of the halves for which somebody is expected: those in which they were there, or, with one punch, may have been. */
function attended(expected: readonly Half[], presence: Presence, schedule: Schedule): readonly Half[] {
  const { came, left } = presence;
  if (came === undefined || left === undefined) return punched(presence) === 1 ? expected : [];
  return expected.filter((half) => Math.max(came, schedule[half].from) < Math.min(left, schedule[half].to));
}

interface Worked {
  readonly halves: readonly Half[];
  readonly lateMinutes: number;
}

/** A half that began too late does not count as worked, and its lateness not either. */
function lateness(there: readonly Half[], came: number | undefined, given: DayGiven): Worked {
  const [first, ...rest] = there;
  const late = first === undefined || came === undefined ? 0 : came - given.schedule[first].from;
  if (late <= given.grace) return { halves: there, lateMinutes: 0 };
  if (given.halfDayMinutes > 0 && late >= given.halfDayMinutes) return lateness(rest, came, given);
  return { halves: there, lateMinutes: late };
}

function earliness(worked: readonly Half[], left: number | undefined, { schedule, grace }: DayGiven): number {
  const last = worked[worked.length - 1];
  const early = last === undefined || left === undefined ? 0 : schedule[last].to - left;
  return early > grace ? early : 0;
}

/** Leave of both halves, in days. 公出 is work. */
function leaveDays({ morning, afternoon }: LeaveOfDay): LeaveDays {
  const days: Partial<Record<LeaveKey, number>> = {};
  for (const type of [morning, afternoon]) {
    if (type !== undefined && type !== 'outing') days[type] = (days[type] ?? 0) + 0.5;
  }
  return days;
}

function leaveParts(leave: LeaveOfDay): readonly CodePart[] {
  const { morning, afternoon } = leave;
  if (morning !== undefined && morning === afternoon) return [{ leave: morning }];
  return halves.flatMap((half): readonly CodePart[] => (leave[half] ? [{ leave: leave[half], half }] : []));
}

const marksIf = (marks: Readonly<Partial<Record<Mark, boolean>>>): readonly Mark[] =>
  (Object.keys(marks) as Mark[]).filter((mark) => marks[mark]);

function dueDay(given: DayGiven): DayResult {
  const { leave, schedule } = given;
  const presence = presenceOf(given);
  const expected = halves.filter((half) => leave[half] === undefined);
  const there = attended(expected, presence, schedule);
  const { halves: worked, lateMinutes } = lateness(there, presence.came, given);
  const earlyMinutes = earliness(worked, presence.left, given);
  const missingPunch = expected.length > 0 && punched(presence) === 1;
  const outing = halves.filter((half) => leave[half] === 'outing').length / 2;
  const gone = (expected.length - worked.length) / 2;
  const double = given.rows > 1;
  const found = given.absent && !double;
  const absence = found ? gone : 0;
  const unrecorded = found ? 0 : gone;
  const parts = [
    ...leaveParts(leave),
    ...marksIf({
      late: lateMinutes > 0,
      early: earlyMinutes > 0,
      missing: missingPunch,
      absent: absence === 1,
      halfAbsent: absence === 0.5,
      unrecorded: unrecorded === 1 && !double,
      halfUnrecorded: unrecorded === 0.5 && !double,
      double,
    }),
  ];
  return {
    ...noDay,
    due: 1,
    worked: worked.length / 2 + outing,
    outing,
    leave: leaveDays(leave),
    absence,
    unrecorded,
    lateMinutes,
    earlyMinutes,
    missingPunch,
    code: parts.length > 0 ? parts : ['worked'],
  };
}

function freeDay(given: DayGiven, dayType: Exclude<DayType, 'work'>): DayResult {
  const came = punched(presenceOf(given)) > 0;
  return {
    ...noDay,
    freeLeave: leaveDays(given.leave),
    workedFree: came ? (dayType === 'holiday' ? 'holiday' : 'rest') : undefined,
    code: [given.rows > 1 ? 'double' : came ? 'onFreeDay' : dayType],
  };
}

export const dayResult = (given: DayGiven): DayResult =>
  given.dayType === 'work' ? dueDay(given) : freeDay(given, given.dayType);
