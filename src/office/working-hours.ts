// Work days of the week and hours of the day: the agency's from the settings, or a person's own.
import type { Choices } from '../kernel/columns';
import { isTime, minutesOf } from '../kernel/civil';
import { halfWidth } from '../kernel/columns/text';
import type { Facts } from '../kernel/facts';
import type { Words } from '../kernel/words';

export const weekdays: Readonly<Record<string, Words>> & Choices = {
  mon: { zh: '周一', en: 'Mon' },
  tue: { zh: '周二', en: 'Tue' },
  wed: { zh: '周三', en: 'Wed' },
  thu: { zh: '周四', en: 'Thu' },
  fri: { zh: '周五', en: 'Fri' },
  sat: { zh: '周六', en: 'Sat' },
  sun: { zh: '周日', en: 'Sun' },
};

/** A stretch of work, in minutes after midnight. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface WorkingHours {
  /** 1 = Monday … 7 = Sunday. */
  readonly days: ReadonlySet<number>;
  /** From early to late, apart from each other: the morning and the afternoon. */
  readonly stretches: readonly Stretch[];
}

/** Keys of `weekdays` as numbers, 1 = Monday. */
export function weekdayNumbers(keys: readonly string[]): ReadonlySet<number> {
  const order = Object.keys(weekdays);
  return new Set(keys.map((key) => order.indexOf(key) + 1).filter((number) => number > 0));
}

/** Morning and afternoon; a person without a break has one stretch. Undefined when the text does not say hours. */
export function readHours(input: string): readonly Stretch[] | undefined {
  const stretches = halfWidth(input)
    .split(/[,，、;；]/)
    .map((part) => /^\s*(\d{1,2}:\d{2})\s*[-–—~～至]+\s*(\d{1,2}:\d{2})\s*$/.exec(part))
    .map((match) => match && { from: match[1]!.padStart(5, '0'), to: match[2]!.padStart(5, '0') });
  const read: Stretch[] = [];
  for (const one of stretches) {
    if (!one || !isTime(one.from) || !isTime(one.to)) return undefined;
    const stretch = { from: minutesOf(one.from), to: minutesOf(one.to) };
    if (stretch.from >= stretch.to || stretch.from < (read[read.length - 1]?.to ?? 0)) return undefined;
    read.push(stretch);
  }
  return read;
}

/** The agency's hours, from the settings in force. */
export function agencyHours(setting: Facts['setting']): WorkingHours {
  const time = (key: string): number => minutesOf(setting<string>(key));
  return {
    days: weekdayNumbers(setting<string>('hours.workDays').split(',')),
    stretches: [
      { from: time('hours.morningFrom'), to: time('hours.morningTo') },
      { from: time('hours.afternoonFrom'), to: time('hours.afternoonTo') },
    ],
  };
}
