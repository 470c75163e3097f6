// 8.3: appraisals are made once a quarter, at its end.
import { addDays, addMonths, quarterOf, type Day } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import type { Span } from '../../kernel/indicator';
import type { Check } from '../../kernel/register';
import { text } from '../../kernel/values';

/** A round may be opened so many days before the quarter ends. */
const soonest = 14;

/** `2026Q3`, the last day not included. */
export function spanOf(quarter: string): Span {
  const from = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(5)) * 3 - 2).padStart(2, '0')}-01`;
  return { from, to: addMonths(from, 3) };
}

export const firstDayOf = (day: Day): Day => spanOf(quarterOf(day)).from;

/** The quarter whose end is near, or else the last that has ended. */
export function quarterToAppraise({ today }: Facts): string {
  const soon = quarterOf(addDays(today, soonest));
  return soon === quarterOf(today) ? lastQuarter(today) : quarterOf(today);
}

/** The last quarter that has ended. */
export const lastQuarter = (today: Day): string => quarterOf(addDays(firstDayOf(today), -1));

export const atItsEnd: Check = {
  at: 'quarter',
  fault: ({ quarter }, { today }) =>
    /^\d{4}Q[1-4]$/.test(text(quarter)) && addDays(today, soonest) < spanOf(text(quarter)).to
      ? {
          words: {
            zh: '{quarter} 还没到期末：最早在季末前 {days} 天发起。',
            en: '{quarter} is not near its end: {days} days before it at the soonest.',
          },
          values: { quarter: text(quarter), days: soonest },
        }
      : undefined,
};
