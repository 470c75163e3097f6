// 1.3.2–1.3.5: what the registers say of a month and of the one before. Pure sums; no client is told from another.
import { dayPart, isMoment } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import { periodBefore, type Period } from '../../kernel/report';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';

export interface Two<T> {
  readonly now: T;
  readonly before: T;
}
export const both = <T, R>({ now, before }: Two<T>, act: (one: T) => R): Two<R> => ({
  now: act(now),
  before: act(before),
});
export const monthsOf = (period: Period): Two<Period> => ({ now: period, before: periodBefore('month', period) });

/** The records of each month, by the moment that each tells of. */
export const inMonths = (
  records: readonly RecordRow[],
  months: Two<Period>,
  momentOf: (values: Values) => string,
): Two<readonly RecordRow[]> =>
  both(months, ({ from, to }) =>
    records.filter(({ values }) => {
      const moment = momentOf(values);
      return isMoment(moment) && moment >= from && moment < to;
    }),
  );

export const at =
  (column: string) =>
  (values: Values): string =>
    text(values[column]);

/** When a visitor came; of one entered after leaving perhaps only that is known. '' of one who has not come. */
export const cameAt = (visit: Values): string =>
  ['here', 'left'].includes(text(visit['state'])) ? text(visit['arrivedAt']) || text(visit['leftAt']) : '';

export const peopleIn = (visits: readonly RecordRow[]): number =>
  visits.reduce((sum, { values }) => sum + (typeof values['people'] === 'number' ? values['people'] : 1), 0);

/** The department visited; '' where the host is nobody known. */
export function departmentVisited({ values }: RecordRow, { directory }: Facts): string {
  const host = text(values['host']);
  return directory.department(host)?.name ?? directory.person(host)?.department ?? '';
}

/** The names that occur most, in the order of a list that they may stand in; '' last for all others. */
export function leading(names: readonly string[], most: number, order: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const named = [...counts.keys()].filter((name) => name !== '');
  const many = named.length > most || (counts.has('') && named.length === most);
  const kept = [...named].sort((one, other) => counts.get(other)! - counts.get(one)!).slice(0, many ? most - 1 : most);
  const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const sorted = kept.sort((one, other) => placeOf(one) - placeOf(other));
  return kept.length < counts.size ? [...sorted, ''] : sorted;
}
export const groupOf = (name: string, groups: readonly string[]): string => (groups.includes(name) ? name : '');

/** How many fall on each day of the month, the first at 0. */
export function byDay(records: readonly RecordRow[], momentOf: (values: Values) => string): readonly number[] {
  const counts = Array.from({ length: 31 }, () => 0);
  for (const { values } of records) counts[Number(dayPart(momentOf(values)).slice(8)) - 1]! += 1;
  return counts;
}

/** Put through, answered at once, or promised and answered. */
export const isAnswered = ({ values }: RecordRow): boolean =>
  values['outcome'] === 'connected' ||
  values['outcome'] === 'answered' ||
  (values['outcome'] === 'promised' && !isEmpty(values['repliedAt']));

/** Promised replies that were given or are overdue; those still within their time count for nothing yet. */
export const dueReplies = (calls: readonly RecordRow[], { now }: Facts): readonly RecordRow[] =>
  calls.filter(({ values }) => {
    const due = text(values['replyDue']);
    return values['outcome'] === 'promised' && due !== '' && (!isEmpty(values['repliedAt']) || due < now);
  });
export const isInTime = ({ values }: RecordRow): boolean =>
  !isEmpty(values['repliedAt']) && text(values['repliedAt']) <= text(values['replyDue']);
