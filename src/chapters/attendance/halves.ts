// 6.2.2: leave goes by halves of days, from the first half of a slip to its last.
import { dayNumber, dayOf, type Day } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import { leaveTypes, type LeaveKey, type LeaveType } from '../../office/leave-types';
import type { DayType } from './day-type';

export type Half = 'morning' | 'afternoon';
export const halves: readonly Half[] = ['morning', 'afternoon'];

export interface LeaveSlip {
  readonly type: LeaveKey;
  readonly firstDay: Day;
  readonly firstHalf: 'whole' | 'afternoon';
  readonly lastDay: Day;
  readonly lastHalf: 'whole' | 'morning';
}

/** The leave that a day is under, half by half. */
export type LeaveOfDay = Readonly<Partial<Record<Half, LeaveKey>>>;

/** Half days as text that sorts as time goes. */
const place = (day: Day, half: Half): string => `${day} ${halves.indexOf(half)}`;
const first = ({ firstDay, firstHalf }: LeaveSlip): string =>
  place(firstDay, firstHalf === 'afternoon' ? 'afternoon' : 'morning');
const last = ({ lastDay, lastHalf }: LeaveSlip): string =>
  place(lastDay, lastHalf === 'morning' ? 'morning' : 'afternoon');

/** The halves of a day that a slip covers. */
export const halvesOn = (slip: LeaveSlip, day: Day): readonly Half[] =>
  day < slip.firstDay || slip.lastDay < day
    ? []
    : halves.filter((half) => first(slip) <= place(day, half) && place(day, half) <= last(slip));

/** Days, in halves: of all days from first to last, or of due days only. */
export function daysOf(slip: LeaveSlip, counts: LeaveType['counts'], dayTypeOf: (day: Day) => DayType): number {
  const end = dayNumber(slip.lastDay);
  let sum = 0;
  for (let number = dayNumber(slip.firstDay); number <= end; number += 1) {
    const day = dayOf(number);
    if (counts === 'calendar' || dayTypeOf(day) === 'work') sum += halvesOn(slip, day).length / 2;
  }
  return sum;
}

/** Whether two slips have a half day in common. */
export function overlaps(a: LeaveSlip, b: LeaveSlip): boolean {
  const from = first(a) > first(b) ? first(a) : first(b);
  const to = last(a) < last(b) ? last(a) : last(b);
  return from <= to;
}

const ranks = Object.keys(leaveTypes);

/** Should two slips cover the same half, the type that is listed first counts, in whatever order the slips come. */
export function leaveOn(day: Day, slips: readonly LeaveSlip[]): LeaveOfDay {
  const found: Partial<Record<Half, LeaveKey>> = {};
  for (const slip of slips) {
    for (const half of halvesOn(slip, day)) {
      const known = found[half];
      if (known === undefined || ranks.indexOf(slip.type) < ranks.indexOf(known)) found[half] = slip.type;
    }
  }
  return found;
}

/** By the agency's setting; a type that is no longer offered counts as it does by default. */
export function countsOf(type: LeaveKey, setting: Facts['setting']): LeaveType['counts'] {
  const counts = setting<string>(`leave.${type}`);
  return counts === 'working' || counts === 'calendar' ? counts : leaveTypes[type].counts;
}
