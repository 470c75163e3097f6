// 6.2.3: what one row of the attendance register comes to, by the person's hours, the calendar and approved leave.
import { dayPart } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import { text, type Values } from '../../kernel/values';
import type { DayKind } from '../../office/calendar.register';
import type { LeaveKey } from '../../office/leave-types';
import { agencyHours } from '../../office/working-hours';
import type { DayResult } from './day-result';
import { dayResult, type Punches } from './day-rules';
import { dayTypeOf } from './day-type';
import { leaveOn, type LeaveSlip } from './halves';
import { attendanceRules } from './month-rules';
import { scheduleOf, type Schedule } from './schedule';
import { soFar, statusOf } from './status';

const noHours: Values = {};

/** The hours of a person by name; the agency's where nothing is known of theirs. */
export function scheduleFor(who: string, facts: Facts): Schedule {
  const person = facts.directory.person(who);
  return scheduleOf(agencyHours(facts.setting), person ? { workDays: person.workDays, hours: person.hours } : noHours);
}

/** Approved leave, as the staff tab has it. */
export const slipsOf = (who: string, { directory }: Facts): readonly LeaveSlip[] =>
  (directory.person(who)?.leaves ?? []).map((one) => ({ ...one, type: one.type as LeaveKey }));

const punchesOf = (row: Values): Punches => ({
  ...(text(row['in']) && { in: text(row['in']) }),
  ...(text(row['out']) && { out: text(row['out']) }),
});

/** `over`: the day is over; until then who came is taken to stay. */
export function dayOfRow(row: Values, facts: Facts, over = text(row['day']) < dayPart(facts.now)): DayResult {
  const who = text(row['person']);
  const day = text(row['day']);
  const schedule = scheduleFor(who, facts);
  const { grace, halfDayMinutes } = attendanceRules(facts.setting);
  const punches = punchesOf(row);
  return dayResult({
    dayType: dayTypeOf(day, facts.calendar.kindOf(day) as DayKind | undefined, schedule),
    schedule,
    grace,
    halfDayMinutes,
    punches: over ? punches : soFar(punches, schedule),
    leave: leaveOn(day, slipsOf(who, facts)),
    absent: row['finding'] === 'absent',
    rows: 1,
  });
}

/** What the system fills in. */
export function rowStatus(row: Values, facts: Facts, over?: boolean): Values {
  const day = dayOfRow(row, facts, over);
  return {
    status: statusOf(day),
    lateMinutes: day.lateMinutes || null,
    earlyMinutes: day.earlyMinutes || null,
  };
}
