// 3.2.2: what a count makes of the lines. A count is held against the stock of the moment at which it was made: that of now
// less what the ledger has moved since. Until every line is counted nothing says what the books say.
import type { Sentence } from '../../kernel/errors';
import type { Facts } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Value, type Values } from '../../kernel/values';
import type { Case, CaseLine } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { countDueOn, isCounted, isRetired, itemNamed, nowOf, numberIn, variance } from './rules';
import { stockChange, type StockChange } from './stock';

/** The lines of a new stocktake: every item in use, or those of one category or place. */
export function linesToCount(values: Values, items: readonly RecordRow[], facts: Facts): readonly Values[] {
  const scope = text(values['scope']);
  return items
    .filter(({ values: one }) => !isRetired(one) && !isEmpty(one['label']))
    .filter(({ values: one }) => scope === '' || one['category'] === scope || one['location'] === scope)
    .map(({ values: one }) => ({
      ...values,
      item: one['label'] ?? null,
      spec: one['spec'] ?? null,
      unit: one['unit'] ?? null,
      location: one['location'] ?? null,
      dueOn: countDueOn(one, facts) ?? null,
      frozenQuantity: numberIn(one, 'onHand'),
    }));
}

/** The minute at which the lines of this save were counted; now where nothing else is said. */
const momentOf = ({ input, facts }: Case): string => text(input['countedAt']).slice(0, 16) || nowOf(facts);

/** The stock of that moment. What moved in the same minute was there already. */
function stockThen(c: Case, item: Value | undefined): number {
  const stock = numberIn(itemNamed(c.related('items'), item)?.values ?? {}, 'onHand');
  const moment = momentOf(c);
  if (moment >= nowOf(c.facts)) return stock;
  return c
    .related('stock-ledger', moment)
    .filter(({ values }) => values['item'] === item)
    .reduce((sum, { values }) => sum - numberIn(values, 'quantity'), stock);
}

const isGiven = ({ input }: CaseLine): boolean => !isEmpty(input['counted']);

/** Whether nothing is left to count after this save. */
export const isAllCounted = ({ lines }: Case): boolean =>
  lines.every((line) => isGiven(line) || isCounted(line.record.values));

/** What is written into a line: its count, and, once all are counted, what the books say and by how much it differs. */
export function countedValues(c: Case, line: CaseLine): Values {
  const { values } = line.record;
  const given: Values = isGiven(line)
    ? {
        counted: line.input['counted'] ?? null,
        countedAt: momentOf(c),
        expectedQuantity: stockThen(c, values['item']),
      }
    : {};
  const isShown = !isGiven(line) && !isEmpty(values['variance']);
  return isAllCounted(c) && !isShown ? { ...given, ...comparison({ ...values, ...given }) } : given;
}

function comparison(line: Values): Values {
  const [book, expected] = [numberIn(line, 'frozenQuantity'), numberIn(line, 'expectedQuantity')];
  const difference = numberIn(line, 'counted') - expected;
  return {
    bookQuantity: book,
    movedQuantity: expected - book,
    variance: difference,
    reason: difference === 0 ? null : (line['reason'] ?? null),
  };
}

/** The line as it is after the count. */
export const afterCount = (c: Case, line: CaseLine): RecordRow => ({
  ...line.record,
  values: { ...line.record.values, ...countedValues(c, line) },
});

const words = {
  nothing: { zh: '请至少填一行的实盘数量。', en: 'Please count at least one line.' },
  early: { zh: '盘点从 {at} 开始，不能早于它。', en: 'The stocktake was opened at {at}; this is before it.' },
} satisfies Record<string, Words>;

export function countFaults({ lines, input }: Case): Readonly<Record<string, Sentence>> {
  const [{ record }] = lines as readonly [CaseLine];
  const opened = text(record.values['recordedAt']).slice(0, 16);
  const isEarly = !isEmpty(input['countedAt']) && text(input['countedAt']).slice(0, 16) < opened;
  return {
    ...(isEarly && { countedAt: { words: words.early, values: { at: opened.replace('T', ' ') } } }),
    ...(!lines.some(isGiven) && { [`${record.line}.counted`]: { words: words.nothing } }),
  };
}

/** 盘盈 and 盘亏, and the day of the count for every item, those that agree included. */
export function adjustments(lines: readonly RecordRow[], items: readonly RecordRow[], facts: Facts): StockChange {
  return stockChange(
    items,
    lines.map((line) => ({
      item: text(line.values['item']),
      kind: variance(line) > 0 ? ('surplus' as const) : ('loss' as const),
      quantity: variance(line),
      countedOn: text(line.values['countedAt']).slice(0, 10) || facts.today,
      entry: { reference: line.no, remark: line.values['reason'] ?? null },
      at: `${line.line}.counted`,
    })),
    facts,
  );
}
