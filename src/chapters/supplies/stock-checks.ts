// 8.2 on 3.3.1 and 3.3.4: a shortage is answered by a purchase in time, and what has come is booked in time.
import { dayPart, type Day } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import type { IndicatorGiven } from '../../kernel/indicator';
import { text, type RecordRow } from '../../kernel/values';
import { dayIn, isDuring, isOwn, type Check, type Rule } from './compliance';
import { items } from './items.register';
import { stockLedger } from './stock-ledger.register';
import { supplyPurchases } from './supply-purchases.register';

const isWithdrawn = ({ values }: RecordRow): boolean => values['state'] === 'cancelled';
const isWaiting = ({ values }: RecordRow): boolean =>
  ['withHead', 'withDirector', 'returned', 'approved'].includes(text(values['state']));

interface Alert {
  /** The row that shows it: the item while it is out, else the first request that answers it. */
  readonly record: RecordRow;
  readonly item: string;
  readonly at: string;
  readonly isOut: boolean;
}

/** Alerts to the person: those that are out, and those that a request has kept. */
function alertsTo(given: IndicatorGiven): readonly Alert[] {
  const alerts = (records: readonly RecordRow[], item: string, isOut: boolean): readonly Alert[] =>
    records
      .filter(({ values }) => isOwn(values, 'alertTo', given) && isDuring(dayIn(values, 'alertedAt'), given))
      .map((record) => ({ record, item: text(record.values[item]), at: text(record.values['alertedAt']), isOut }));
  const kept = given.records(supplyPurchases).filter((one) => !isWithdrawn(one));
  return [...alerts(given.records(items), 'label', true), ...alerts(kept, 'item', false)].filter(
    ({ item, at }, index, all) => all.findIndex((one) => one.item === item && one.at === at) === index,
  );
}

const twoWorkDaysAfter = (day: Day, { calendar }: Facts): Day => calendar.nextWorkDay(calendar.nextWorkDay(day));

/**
 * Evidence: the item's `alertedAt` and `alertTo` (its keeper, or who was told in place of none), which a purchase takes
 * over, and the purchase's `recordedAt`. A purchase that was waiting already when the alert went out answers it, too. An
 * alert that nobody has answered is looked at once its two working days are over; of one that ended without a purchase
 * (goods came back, the minimum was lowered) nothing is recorded.
 */
export const alertAnswered: Rule = {
  article: '3.3.1',
  words: { zh: '库存不足两个工作日内申请采购', en: 'shortage answered by a purchase within 2 working days' },
  checks: (given) =>
    alertsTo(given).flatMap(({ record, item, at, isOut }): readonly Check[] => {
      const last = twoWorkDaysAfter(dayPart(at), given.facts);
      const answers = given
        .records(supplyPurchases)
        .filter((one) => one.values['item'] === item && !isWithdrawn(one))
        .filter(
          (one) =>
            one.values['alertedAt'] === at || (isOut && (isWaiting(one) || text(one.values['recordedAt']) >= at)),
        );
      const passed = answers.some(({ values }) => dayIn(values, 'recordedAt') <= last);
      return passed || last < given.facts.today ? [{ record, passed }] : [];
    }),
};

/** Evidence: of a receipt in the ledger the day `arrivedOn`, which is asked when it is booked, and `at`, when it was. */
export const receiptBooked: Rule = {
  article: '3.3.4',
  words: { zh: '到货一个工作日内入库', en: 'receipts booked within 1 working day' },
  checks: (given) =>
    given
      .records(stockLedger)
      .filter(({ values }) => values['kind'] === 'receipt' && dayIn(values, 'arrivedOn') !== '')
      .filter(({ values }) => isOwn(values, 'handledBy', given) && isDuring(dayIn(values, 'at'), given))
      .map((record) => ({
        record,
        passed: dayIn(record.values, 'at') <= given.facts.calendar.nextWorkDay(dayIn(record.values, 'arrivedOn')),
      })),
};
