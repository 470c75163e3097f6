// 3.2.1: a month's stock, item by item; closing, value and checks are live formulas.
import type { ReportGiven } from '../../kernel/report';
import { cellAt, down, formula, type Area, type DressedCell, type SheetRow } from '../../kernel/report-sheet';
import type { Words } from '../../kernel/words';
import type { ItemSums } from './stock-report-sums';
import { agree, endOf, formats, quiet, type Tell } from './stock-report-words';
import { stockLedger } from './stock-ledger.register';

export const columns = {
  item: { zh: '物品', en: 'Item' },
  unit: { zh: '单位', en: 'Unit' },
  opening: { zh: '期初', en: 'Opening' },
  received: { zh: '入库', en: 'In' },
  issued: { zh: '领用', en: 'Issued' },
  returned: { zh: '退回', en: 'Returned' },
  scrapped: { zh: '报废', en: 'Scrapped' },
  adjusted: { zh: '调整', en: 'Adjusted' },
  closing: { zh: '期末', en: 'Closing' },
  balance: { zh: '台账结存', en: 'Ledger' },
  check: { zh: '核对', en: 'Check' },
  price: { zh: '最近单价', en: 'Last price' },
  value: { zh: '金额', en: 'Value' },
  months: { zh: '可用月数', en: 'Months left' },
} satisfies Record<string, Words>;
export type StockColumn = keyof typeof columns;

const order = Object.keys(columns) as readonly StockColumn[];
export const at = (column: StockColumn): number => order.indexOf(column);
export const widths = [210, 50, 60, 60, 60, 60, 60, 60, 60, 70, 60, 80, 90, 85];

const words = {
  total: { zh: '合计', en: 'Total' },
  notRecorded: { zh: '未登记', en: 'not recorded' },
  noPrice: { zh: '无单价', en: 'no price' },
  notUsed: { zh: '本期未领用', en: 'none used' },
} satisfies Record<string, Words>;
export const noPrice = words.noPrice;

export const blank: DressedCell = { value: '', look: 'total' };

const sumUp = (column: StockColumn, from: number, to: number): DressedCell => ({
  formula: to > from ? formula`SUM(${down(from, to, at(column))})` : formula`0`,
  format: formats.count,
  look: 'total',
});

/** The value of all rows that have a price. */
export function worth(from: number, to: number, t: Tell): DressedCell {
  if (to === from) return blank;
  const rows = formula`${down(from, to, at('value'))}`;
  const sum = formula`IF(COUNT(${rows})=0,${{ text: t(words.noPrice) }},SUM(${rows}))`;
  return { formula: sum, format: formats.yuan, look: 'total' };
}

function itemRow(one: ItemSums, row: number, t: Tell): SheetRow {
  const cell = (column: StockColumn): Area => cellAt(row, at(column));
  const { opening, balance, price } = one;
  const count = (value: number): DressedCell => ({ value, format: formats.count });
  const moves = [one.received, one.issued, one.returned, one.scrapped, one.adjusted].map(count);
  const named = [one.label, { value: one.unit, format: formats.middle }];
  const priced = price === undefined ? quiet(t(words.noPrice)) : { value: price, format: formats.yuan };
  if (opening === undefined || balance === undefined) {
    const unknown = quiet(t(words.notRecorded));
    return [...named, unknown, ...moves, unknown, unknown, unknown, priced, unknown, unknown];
  }
  const closing = formula`${cell('opening')}+${cell('received')}-${cell('issued')}+${cell('returned')}-${cell('scrapped')}+${cell('adjusted')}`;
  const used = formula`(${cell('issued')}-${cell('returned')})`;
  const months = formula`IF(${used}>0,ROUND(${cell('closing')}/${used},1),${{ text: t(words.notUsed) }})`;
  return [
    ...named,
    count(opening),
    ...moves,
    { formula: closing, format: formats.count },
    count(balance),
    agree(formula`${cell('closing')}`, formula`${cell('balance')}`, t),
    priced,
    price === undefined
      ? priced
      : { formula: formula`ROUND(${cell('closing')}*${cell('price')},2)`, format: formats.yuan },
    { formula: months, format: formats.tenths },
  ];
}

/** The total's check is against the whole ledger, up to the end of the report. */
function totalRow(given: ReportGiven, from: number, to: number, t: Tell): SheetRow {
  const column = (key: string): Area => given.column(stockLedger, key);
  const ledger = formula`SUMIFS(${column('quantity')},${column('at')},${{ text: '<' }}&${endOf(given)})`;
  const checked = agree(formula`${cellAt(to, at('closing'))}`, ledger, t);
  const summed = order.slice(at('opening'), at('check')).map((one) => sumUp(one, from, to));
  const named = { value: t(words.total), look: 'total' } as const;
  return [named, blank, ...summed, { ...checked, look: 'total' }, blank, worth(from, to, t), blank];
}

/** From row `from` on: a row an item, and the total. */
export const itemRows = (sums: readonly ItemSums[], from: number, given: ReportGiven, t: Tell): readonly SheetRow[] => [
  ...sums.map((one, index) => itemRow(one, from + index, t)),
  totalRow(given, from, from + sums.length, t),
];
