// 3.3.1–3.3.4: what was asked for in a month, by how far it has come, with its amount.
import { cellAt, down, type Area, type DressedCell, type SheetRow } from '../../kernel/report-sheet';
import { text, type RecordRow } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { supplyPurchases } from '../supplies/supply-purchases.register';
import { half, lineOf, startsOf, titleLine } from './desk-month-grid';
import type { Two } from './desk-month-sums';
import { measured, quiet, said, sumOf, type Figure, type Tell } from './desk-month-words';

const words = {
  title: { zh: '办公用品采购（按现在的状态）', en: 'Purchases by their state now' },
  state: { zh: '状态', en: 'State' },
  lines: { zh: '项', en: 'Lines' },
  amount: { zh: '金额（元）', en: 'CNY' },
  linesBefore: { zh: '上月', en: 'Before' },
  amountBefore: { zh: '上月金额', en: 'CNY before' },
} satisfies Record<string, Words>;

const spans = [6, 2, 4, 2, 4];
const [label, lines, amount, linesBefore, amountBefore] = startsOf(spans, half) as [
  number,
  number,
  number,
  number,
  number,
];

/** At the price paid; as long as nothing is paid, at the price expected. */
function amountOf(purchases: readonly RecordRow[]): number {
  const cents = purchases.reduce((sum, { values }) => {
    const price = Number(values['price'] ?? values['estimatedPrice'] ?? 0);
    return sum + Math.round(Number(values['quantity'] ?? 0) * price * 100);
  }, 0);
  return cents / 100;
}

export interface PurchasesTable {
  readonly rows: readonly SheetRow[];
  readonly labels: Area;
  readonly series: readonly Area[];
  readonly lines: Two<Area>;
  readonly amount: Two<Area>;
}

export function purchasesByState(purchases: Two<readonly RecordRow[]>, from: number, t: Tell): PurchasesTable {
  const states = (supplyPurchases.all['state']!.options ?? []).filter(({ key }) =>
    [...purchases.now, ...purchases.before].some(({ values }) => text(values['state']) === key),
  );
  const headRow = from + 1;
  const first = headRow + 1;
  const totalRow = first + states.length;
  const figure = (all: readonly RecordRow[], value: number, kind: Figure): DressedCell =>
    all.length === 0 ? { value: '' } : measured(value, kind, t);
  const figures = (state: string): readonly DressedCell[] =>
    [purchases.now, purchases.before].flatMap((all) => {
      const own = all.filter(({ values }) => text(values['state']) === state);
      return [figure(all, own.length, 'count'), figure(all, amountOf(own), 'yuan')];
    });
  const summed = (all: readonly RecordRow[], column: number, kind: Figure): DressedCell =>
    all.length === 0 ? quiet(t(said.none)) : sumOf(down(first, totalRow, column), kind);
  const heads = [words.state, words.lines, words.amount, words.linesBefore, words.amountBefore];
  return {
    rows: [
      titleLine(t(words.title), half),
      lineOf(
        spans,
        heads.map((one) => t(one)),
        'head',
      ),
      ...states.map(({ key, words: state }) => lineOf(spans, [t(state), ...figures(key)])),
      lineOf(
        spans,
        [
          t(said.total),
          summed(purchases.now, lines, 'count'),
          summed(purchases.now, amount, 'yuan'),
          summed(purchases.before, linesBefore, 'count'),
          summed(purchases.before, amountBefore, 'yuan'),
        ],
        'total',
      ),
    ],
    labels: down(headRow, totalRow, label),
    series: [down(headRow, totalRow, amount)],
    lines: { now: cellAt(totalRow, lines), before: cellAt(totalRow, linesBefore) },
    amount: { now: cellAt(totalRow, amount), before: cellAt(totalRow, amountBefore) },
  };
}
