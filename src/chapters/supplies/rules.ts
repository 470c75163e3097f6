// What counts as what among supplies: pure predicates and sums over a record's values. Articles 3.1.2, 3.2.2, 3.3.1.
import { addDays, daysBetween, dayPart, isDay, type Day, type Moment } from '../../kernel/civil';
import { away, type Facts, type Person } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Value, type Values } from '../../kernel/values';
import { peopleOf } from '../../kernel/workflow';

/** Days within which goods handed out are signed for (3.1.3). */
export const signWithin = 3;

/** Now, to the minute, as cells keep it. */
export const nowOf = (facts: Facts): Moment => facts.now.slice(0, 16);

export const numberIn = (values: Values, key: string): number => {
  const value: Value | undefined = values[key];
  return typeof value === 'number' ? value : 0;
};

// Items

export const itemNamed = (items: readonly RecordRow[], label: Value | undefined): RecordRow | undefined =>
  items.find(({ values }) => text(values['label']) !== '' && values['label'] === label);

export const isRetired = (item: Values): boolean => item['state'] === 'retired';

/** What is there or on its way. */
const available = (item: Values): number => numberIn(item, 'onHand') + numberIn(item, 'onOrder');

/** At or below the minimum; a minimum that is blank or 0 asks for nothing. */
export const isLow = (item: Values): boolean =>
  numberIn(item, 'minimum') > 0 && available(item) <= numberIn(item, 'minimum');

/** How much to buy: up to the level that the office wants, and at least one. */
export const toBuy = (item: Values): number =>
  Math.max(1, (numberIn(item, 'reorderTo') || numberIn(item, 'minimum')) - available(item));

/** Who hears of a shortage: the item's keeper, else somebody of the front desk who is in. */
export function alerted(item: Values, facts: Facts): Person | undefined {
  const front = peopleOf({ role: 'front' }, {}, facts);
  const [keeper] = peopleOf({ personIn: 'keeper' }, item, facts);
  return keeper ?? front.find((one) => !away(one, facts.today)) ?? front[0];
}

/** 3.2.2: by when it is to be counted: so many days after the last time, or after it was entered. */
export function countDueOn(item: Values, facts: Facts): Day | undefined {
  const last = text(item['lastCountedOn']) || dayPart(text(item['recordedAt']));
  return isDay(last) ? addDays(last, facts.setting<number>('supplies.stocktakeDays')) : undefined;
}

export function isCountDue(item: Values, facts: Facts): boolean {
  const due = countDueOn(item, facts);
  return !isRetired(item) && due !== undefined && due <= facts.today;
}

// Requisitions

/** What was approved and has not been handed out. */
export const remaining = ({ values }: RecordRow): number =>
  Math.max(0, numberIn(values, 'approvedQuantity') - numberIn(values, 'issuedQuantity'));

/** To be handed out, and not in stock when it was looked for. */
export const isShort = ({ values }: RecordRow): boolean =>
  values['state'] === 'withFront' && numberIn(values, 'shortQuantity') > 0;

// Purchases

/** What was ordered and has not come. */
export const outstanding = ({ values }: RecordRow): number =>
  Math.max(0, numberIn(values, 'quantity') - numberIn(values, 'receivedQuantity'));

/** 3.3.2: what was approved that a piece may cost. */
export const approvedPrice = ({ values }: RecordRow): number =>
  numberIn(values, isEmpty(values['approvedPrice']) ? 'estimatedPrice' : 'approvedPrice');

// Goods handed out

/** What the recipient still has of a line. */
export const kept = ({ values }: RecordRow): number =>
  numberIn(values, 'quantity') - numberIn(values, 'returnedQuantity') - numberIn(values, 'correctedQuantity');

/** 3.1.3: not signed for in time; chased again every so many days. */
export const isSignatureDue = ({ values }: RecordRow, facts: Facts): boolean => {
  const asked = text(values['chasedAt']) || text(values['issuedAt']);
  return values['state'] === 'unsigned' && asked !== '' && daysBetween(dayPart(asked), facts.today) >= signWithin;
};

// Stocktakes

export const variance = ({ values }: RecordRow): number => numberIn(values, 'variance');

export const isUnderWay = (stocktake: Values): boolean =>
  ['open', 'counted', 'withHead', 'returned', 'approved'].includes(text(stocktake['state']));

export const isCounted = (line: Values): boolean => !isEmpty(line['counted']);
