// 8.2 on 3.2.2: the stock is counted when it is due, and what differs is explained.
import { addDays, type Day } from '../../kernel/civil';
import { samePerson, type Facts } from '../../kernel/facts';
import type { IndicatorGiven } from '../../kernel/indicator';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import { dayIn, isDuring, isOwn, type Rule } from './compliance';
import { items } from './items.register';
import { countDueOn, isCounted, isRetired, itemNamed, variance } from './rules';
import { stocktakes } from './stocktakes.register';

/** Of a stocktake that was withdrawn or not approved nothing holds. */
const holds = (line: RecordRow): boolean =>
  isCounted(line.values) && !['cancelled', 'declined'].includes(text(line.values['state']));

/** The item's keeper, or of one without keeper who owns the stocktake by the settings. */
const isCounter = (item: Values, { person, facts }: IndicatorGiven): boolean =>
  samePerson(text(item['keeper']) || facts.setting<string>('supplies.stocktakeOwner'), person.label, facts.directory);

/** The last days for counts that had not taken place before `until`: one every interval. Due on a free day is due on the next working day. */
function missed(dueOn: Day, until: Day, { calendar, setting }: Facts): readonly Day[] {
  const every = setting<number>('supplies.stocktakeDays');
  const days: Day[] = [];
  for (let due = dueOn; due < until; due = addDays(due, every)) {
    const last = calendar.isWorkDay(due) ? due : calendar.nextWorkDay(due);
    if (last < until) days.push(last);
  }
  return days;
}

interface Count {
  readonly line: RecordRow;
  readonly item: RecordRow;
  readonly dueOn: Day;
  /** The first day on which a line of the form was counted: a line that was counted again has a later one. */
  readonly on: Day;
}

function counts({ records }: IndicatorGiven): readonly Count[] {
  const counted = records(stocktakes).filter(holds);
  return counted.flatMap((line): readonly Count[] => {
    const item = itemNamed(records(items), line.values['item']);
    const dueOn = dayIn(line.values, 'dueOn');
    const days = counted.filter(({ no }) => no === line.no).map(({ values }) => dayIn(values, 'countedAt'));
    return item && dueOn !== '' ? [{ line, item, dueOn, on: [...days].sort()[0]! }] : [];
  });
}

/**
 * Evidence: of each line that was counted `dueOn`, kept when the stocktake was opened, and `countedAt`; of an item that
 * was not counted its own `lastCountedOn`. In time counts on the day of the count, too late on the day it was due.
 */
export const countedWhenDue: Rule = {
  article: '3.2.2',
  words: { zh: '按期盘点', en: 'counted when due' },
  checks(given) {
    const { facts } = given;
    const all = counts(given);
    const held = all
      .filter(({ item }) => isCounter(item.values, given))
      .flatMap(({ line, dueOn, on }) => {
        const late = missed(dueOn, on, facts);
        return late.length > 0
          ? late.map((day) => ({ day, record: line, passed: false }))
          : [{ day: on, record: line, passed: true }];
      });
    const open = given
      .records(items)
      .filter(({ values }) => !isRetired(values) && isCounter(values, given))
      .flatMap((record) => {
        const dueOn = countDueOn(record.values, facts);
        const isBeingBooked = all.some((one) => one.item === record && one.dueOn === dueOn);
        return dueOn === undefined || isBeingBooked
          ? []
          : missed(dueOn, facts.today, facts).map((day) => ({ day, record, passed: false }));
      });
    return [...held, ...open].filter(({ day }) => isDuring(day, given));
  },
};

/** Evidence: a counted line whose `variance` is not 0 has a `reason`; it is the work of who counted (`countedBy`). */
export const varianceExplained: Rule = {
  article: '3.2.2',
  words: { zh: '盘点差异写明原因', en: 'differences explained' },
  checks: (given) =>
    given
      .records(stocktakes)
      .filter((one) => holds(one) && variance(one) !== 0)
      .filter(({ values }) => isOwn(values, 'countedBy', given) && isDuring(dayIn(values, 'countedAt'), given))
      .map((record) => ({ record, passed: !isEmpty(record.values['reason']) })),
};
