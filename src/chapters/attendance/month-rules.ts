// 6.3.1: the month of one person: its days one by one, and their sums.
import type { Day } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import type { DayKind } from '../../office/calendar.register';
import { leaveTypes, type LeaveKey, type LeaveType } from '../../office/leave-types';
import { noDay, type DayResult, type LeaveDays } from './day-result';
import { dayResult, type Punches } from './day-rules';
import { dayTypeOf, type DayType } from './day-type';
import { countsOf, leaveOn, type LeaveSlip } from './halves';
import type { Schedule } from './schedule';

export interface AttendanceRules {
  /** Minutes. */
  readonly grace: number;
  /** Minutes; 0: off. */
  readonly halfDayMinutes: number;
  counts(type: LeaveKey): LeaveType['counts'];
}

/** The agency's rules, from the settings in force. */
export const attendanceRules = (setting: Facts['setting']): AttendanceRules => ({
  grace: setting<number>('attendance.graceMinutes'),
  halfDayMinutes: setting<number>('attendance.halfDayMinutes'),
  counts: (type) => countsOf(type, setting),
});

/** What a row of the attendance register says. */
export interface AttendanceRow extends Punches {
  readonly day: Day;
  readonly absent: boolean;
}

export interface MonthGiven {
  /** All days of the month. */
  readonly days: readonly Day[];
  readonly joinedOn: Day;
  readonly leftOn: Day | null;
  /** The last day that counts: yesterday, while the month is not over. */
  readonly upTo: Day;
  readonly schedule: Schedule;
  kindOf(day: Day): DayKind | undefined;
  readonly settings: AttendanceRules;
  /** Of this person, in any order; so are the slips, approved ones only. */
  readonly rows: readonly AttendanceRow[];
  readonly leaves: readonly LeaveSlip[];
}

export interface MonthDay extends DayResult {
  readonly day: Day;
  readonly type: DayType;
}

export interface LeaveTotal {
  /** What lowers 实际出勤. */
  readonly onDueDays: number;
  /** As the type counts: free days, too, where it goes by calendar days. */
  readonly counted: number;
}

/** Always: due = actual + leave on due days + absence + unrecorded. Days are counted in halves. */
export interface MonthTotals {
  readonly due: number;
  readonly actual: number;
  readonly lateTimes: number;
  readonly lateMinutes: number;
  readonly earlyTimes: number;
  readonly earlyMinutes: number;
  readonly missingPunches: number;
  readonly absence: number;
  /** The types that occur, in the order of the list. */
  readonly leave: Readonly<Partial<Record<LeaveKey, LeaveTotal>>>;
  /** 公出 on due days; they are in `actual`. */
  readonly outing: number;
  readonly restDaysWorked: number;
  readonly holidaysWorked: number;
  readonly unrecorded: number;
}

export interface Month {
  readonly days: readonly MonthDay[];
  readonly totals: MonthTotals;
}

function rowsByDay(rows: readonly AttendanceRow[]): ReadonlyMap<Day, readonly AttendanceRow[]> {
  const byDay = new Map<Day, AttendanceRow[]>();
  for (const row of rows) {
    const known = byDay.get(row.day);
    if (known) known.push(row);
    else byDay.set(row.day, [row]);
  }
  return byDay;
}

const isCounted = (day: Day, { joinedOn, leftOn, upTo }: MonthGiven): boolean =>
  joinedOn <= day && (leftOn === null || day <= leftOn) && day <= upTo;

function resultOf(day: Day, dayType: DayType, given: MonthGiven, found: readonly AttendanceRow[]): DayResult {
  if (!isCounted(day, given)) return noDay;
  const { schedule, settings, leaves } = given;
  return dayResult({
    dayType,
    schedule,
    grace: settings.grace,
    halfDayMinutes: settings.halfDayMinutes,
    punches: found[0] ?? {},
    leave: leaveOn(day, leaves),
    absent: found[0]?.absent ?? false,
    rows: found.length,
  });
}

function leaveTotals(days: readonly DayResult[], { settings }: MonthGiven): MonthTotals['leave'] {
  const sum = (type: LeaveKey, of: (day: DayResult) => LeaveDays): number =>
    days.reduce((total, day) => total + (of(day)[type] ?? 0), 0);
  const totals: Partial<Record<LeaveKey, LeaveTotal>> = {};
  const occurring = new Set(days.flatMap(({ leave, freeLeave }) => Object.keys({ ...leave, ...freeLeave })));
  for (const type of (Object.keys(leaveTypes) as LeaveKey[]).filter((one) => occurring.has(one))) {
    const onDueDays = sum(type, (day) => day.leave);
    const free = settings.counts(type) === 'calendar' ? sum(type, (day) => day.freeLeave) : 0;
    if (onDueDays + free > 0) totals[type] = { onDueDays, counted: onDueDays + free };
  }
  return totals;
}

function totalsOf(days: readonly DayResult[], given: MonthGiven): MonthTotals {
  const sum = (of: (day: DayResult) => number): number => days.reduce((total, day) => total + of(day), 0);
  const times = (is: (day: DayResult) => boolean): number => days.filter(is).length;
  return {
    due: sum((day) => day.due),
    actual: sum((day) => day.worked),
    lateTimes: times((day) => day.lateMinutes > 0),
    lateMinutes: sum((day) => day.lateMinutes),
    earlyTimes: times((day) => day.earlyMinutes > 0),
    earlyMinutes: sum((day) => day.earlyMinutes),
    missingPunches: times((day) => day.missingPunch),
    absence: sum((day) => day.absence),
    leave: leaveTotals(days, given),
    outing: sum((day) => day.outing),
    restDaysWorked: times((day) => day.workedFree === 'rest'),
    holidaysWorked: times((day) => day.workedFree === 'holiday'),
    unrecorded: sum((day) => day.unrecorded),
  };
}

export function monthOf(given: MonthGiven): Month {
  const byDay = rowsByDay(given.rows);
  const days = given.days.map((day): MonthDay => {
    const type = dayTypeOf(day, given.kindOf(day), given.schedule);
    return { day, type, ...resultOf(day, type, given, byDay.get(day) ?? []) };
  });
  return { days, totals: totalsOf(days, given) };
}
