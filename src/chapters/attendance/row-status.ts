// 6.2.3: what the system says of a row of the attendance register, by the person's hours, the calendar and approved leave.
import type { Facts } from '../../kernel/facts';
import { isEmpty, text, type Values } from '../../kernel/values';
import type { DayResult } from './day-result';
import { dayResult, type Punches } from './day-rules';
import { leaveOn, type LeaveSlip } from './halves';
import { attendanceRules } from './month-rules';
import { dayTypeFor, scheduleFor } from './own-days';
import { soFar, statusOf } from './status';

const punchesOf = (row: Values): Punches => ({
  ...(!isEmpty(row['in']) && { in: text(row['in']) }),
  ...(!isEmpty(row['out']) && { out: text(row['out']) }),
});

const isOver = (row: Values, { today }: Facts): boolean => text(row['day']) < today;

/** `over`: the day is over; until then nobody has left early or forgotten anything. */
export function dayOfRow(row: Values, facts: Facts, over = isOver(row, facts)): DayResult {
  const day = text(row['day']);
  const who = facts.directory.person(text(row['person']));
  const schedule = scheduleFor(who, facts);
  const punches = punchesOf(row);
  const { grace, halfDayMinutes } = attendanceRules(facts.setting);
  return dayResult({
    dayType: dayTypeFor(day, schedule, facts),
    schedule,
    grace,
    halfDayMinutes,
    punches: over ? punches : soFar(punches, schedule),
    leave: leaveOn(day, (who?.leaves ?? []) as readonly LeaveSlip[]),
    absent: row['finding'] === 'absent',
    rows: 1,
  });
}

/** `status`, `lateMinutes` and `earlyMinutes` of the row; no minutes are left blank. */
export function rowStatus(row: Values, facts: Facts, over = isOver(row, facts)): Values {
  const day = dayOfRow(row, facts, over);
  const mayStillCome = !over && isEmpty(row['in']) && isEmpty(row['out']) && day.unrecorded > 0;
  return {
    status: mayStillCome ? null : statusOf(day),
    lateMinutes: day.lateMinutes || null,
    earlyMinutes: day.earlyMinutes || null,
  };
}
