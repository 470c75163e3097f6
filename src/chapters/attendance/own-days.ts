// 6.1: what the days are to one person: their own work days and hours, the agency's calendar.
import type { Day } from '../../kernel/civil';
import type { Facts, Person } from '../../kernel/facts';
import type { DayKind } from '../../office/calendar.register';
import { agencyHours } from '../../office/working-hours';
import { dayTypeOf, type DayType } from './day-type';
import { scheduleOf, type Schedule } from './schedule';

/** Of somebody who is not in the staff tab, the agency's. */
export const scheduleFor = (who: Person | undefined, { setting }: Facts): Schedule =>
  scheduleOf(agencyHours(setting), { workDays: who?.workDays ?? null, hours: who?.hours ?? null });

export const dayTypeFor = (day: Day, schedule: Schedule, { calendar }: Facts): DayType =>
  dayTypeOf(day, calendar.kindOf(day) as DayKind | undefined, schedule);
