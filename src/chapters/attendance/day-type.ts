// 6.1: what a day is to a person. 法定节假日, 调休放假 and 补班 are said by the calendar and come before the weekday.
import { weekday, type Day } from '../../kernel/civil';
import type { DayKind } from '../../office/calendar.register';
import type { Schedule } from './schedule';

/** 法定节假日, 调休放假, due, rest day. */
export type DayType = 'holiday' | 'dayOff' | 'work' | 'rest';

export function dayTypeOf(day: Day, calendarKind: DayKind | undefined, { days }: Pick<Schedule, 'days'>): DayType {
  if (calendarKind === 'makeUp') return 'work';
  return calendarKind ?? (days.has(weekday(day)) ? 'work' : 'rest');
}
