// 6.3.1: by which day the month before is to be with HR, by the settings; and the day on which its sheets are made.
import { addDays, addMonths, daysBetween, type Day } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import { spanOf } from './month-people';

export const monthBefore = (today: Day): string => addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);

/** The first working day after the month. */
export const makingDay = (month: string, { calendar }: Facts): Day =>
  calendar.nextWorkDay(addDays(spanOf(month).to, -1));

/** The n-th working day of the month after, or a day of that month; its last day where it has no such day. */
export function deadlineOf(month: string, { calendar, setting }: Facts): Day {
  const { to } = spanOf(month);
  const count = setting<number>('attendance.deadlineDay');
  if (setting<string>('attendance.deadlineBy') === 'dayOfMonth') {
    const length = daysBetween(to, addMonths(to, 1));
    return addDays(to, Math.min(count, length) - 1);
  }
  let day = addDays(to, -1);
  for (let passed = 0; passed < count; passed += 1) day = calendar.nextWorkDay(day);
  return day;
}
