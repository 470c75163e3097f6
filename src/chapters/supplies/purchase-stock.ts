// 3.3.3, 3.3.4: what the steps of a purchase do to the stock: on order, come, taken back, given up.
import { text, type RecordRow } from '../../kernel/values';
import type { Case, CaseLine } from '../../kernel/workflow';
import { numberIn, outstanding } from './rules';
import { stockChange, type StockChange, type Wanted } from './stock';

export const given = ({ input }: CaseLine): number => numberIn(input, 'quantity');
export const at = ({ record }: CaseLine, field: string): string => `${record.line}.${field}`;
export const lineOf = ({ record, input }: Case): CaseLine => ({ record, input });

/** Only what is still expected counts as on order. */
const isExpected = ({ values }: RecordRow): boolean => values['state'] !== 'closed';

const changeOf = (c: Case, wanted: (line: CaseLine) => Omit<Wanted, 'item' | 'at'>): StockChange =>
  stockChange(
    c.related('items'),
    c.lines.map((line) => ({ ...wanted(line), item: text(line.record.values['item']), at: at(line, 'quantity') })),
    c.facts,
  );

export const ordered = (c: Case): StockChange =>
  changeOf(c, ({ record }) => ({ kind: 'receipt', quantity: 0, ordered: numberIn(record.values, 'quantity') }));

export const received = (c: Case): StockChange =>
  changeOf(c, (line) => ({
    kind: 'receipt',
    quantity: given(line),
    ordered: isExpected(line.record) ? -given(line) : 0,
    ...(given(line) > 0 && { price: numberIn(line.input, 'price') }),
    entry: {
      reference: line.record.no,
      remark: line.record.values['supplier'] ?? null,
      arrivedOn: line.input['arrivedOn'] ?? null,
    },
  }));

export const taken = (c: Case): StockChange =>
  changeOf(c, (line) => ({
    kind: 'correction',
    quantity: -given(line),
    ordered: isExpected(line.record) ? given(line) : 0,
    entry: { reference: line.record.no, remark: c.input['remark'] ?? null },
  }));

export const dropped = (c: Case): StockChange =>
  changeOf(c, ({ record }) => ({
    kind: 'receipt',
    quantity: 0,
    ordered: record.values['state'] === 'ordered' ? -outstanding(record) : 0,
  }));
