// 3.2.2: what a count makes of the lines. Since every move is in the ledger, what has moved since the opening is the stock of
// now less the stock of then: a count is held against the stock of now, and moves in between make no difference.
import type { Facts } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import type { Case, CaseLine } from '../../kernel/workflow';
import { countDueOn, isRetired, itemNamed, nowOf, numberIn, variance } from './rules';
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

const stockOf = (c: Case, { record }: CaseLine): number =>
  numberIn(itemNamed(c.related('items'), record.values['item'])?.values ?? {}, 'onHand');

/** What is written into a line that is counted; nothing when it was left blank. */
export function countedValues(c: Case, line: CaseLine): Values {
  if (isEmpty(line.input['counted'])) return {};
  const counted = numberIn(line.input, 'counted');
  const stock = stockOf(c, line);
  const frozen = numberIn(line.record.values, 'frozenQuantity');
  return {
    bookQuantity: frozen,
    movedQuantity: stock - frozen,
    counted,
    variance: counted - stock,
    reason: counted === stock ? null : (line.record.values['reason'] ?? null),
    countedAt: nowOf(c.facts),
  };
}

/** The line as it is after the count. */
export const afterCount = (c: Case, line: CaseLine): RecordRow => ({
  ...line.record,
  values: { ...line.record.values, ...countedValues(c, line) },
});

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
