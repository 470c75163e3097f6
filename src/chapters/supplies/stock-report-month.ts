// 3.2.1: a month's stock on one tab: every item, then what each department used.
import type { ReportGiven } from '../../kernel/report';
import { cellAt, down, formula, spread, type ReportBody, type SheetRow } from '../../kernel/report-sheet';
import type { Words } from '../../kernel/words';
import { items } from './items.register';
import { at, blank, columns, itemRows, noPrice, widths, worth } from './stock-report-items';
import { departmentUse, grouped, isWithin, itemSums, type Use } from './stock-report-sums';
import { differs, formats, ledgerLink, quiet, tellIn, type Tell } from './stock-report-words';
import { stockLedger } from './stock-ledger.register';

const words = {
  title: { zh: '库存报表', en: 'Stock report' },
  tab: { zh: '库存报表 {period}', en: 'Stock {period}' },
  use: { zh: '各部门领用', en: 'Used by department' },
  noUse: { zh: '本期没有部门领用。', en: 'No department used anything in this period.' },
  department: { zh: '部门', en: 'Department' },
  used: { zh: '净领用', en: 'Used' },
  subtotal: { zh: '{department} 小计', en: '{department}, subtotal' },
  closing: {
    zh: '期末 = 期初 + 入库 − 领用 + 退回 − 报废 + 调整。调整是盘盈、盘亏和更正；本期登记的期初数计入期初。',
    en: 'Closing = opening + in − issued + returned − scrapped + adjusted. Adjusted: surplus, loss and corrections; opening entries of this period count as opening.',
  },
  check: {
    zh: '核对：各行与台账最后一行的结存比，合计与整本台账的数量之和比。“不符”说明台账被改动过，或有物品不在目录里。',
    en: 'Check: each row against the balance on the ledger’s last line, the total against the sum of the whole ledger. “differs”: the ledger was altered, or an item is missing from the catalogue.',
  },
  value: {
    zh: '金额按制表时的最近单价，没有单价的不计入合计。可用月数 = 期末 ÷（领用 − 退回）。各部门领用已减去退回和更正。',
    en: 'Value: at the last price when this was made; what has no price is not in the totals. Months left = closing ÷ (issued − returned). Used by departments: less what was returned or corrected.',
  },
} satisfies Record<string, Words>;

const head = (labels: readonly Words[], t: Tell): SheetRow => labels.map((one) => ({ value: t(one), look: 'head' }));

const itemWidth = at('closing') - at('unit');
const unitWidth = at('price') - at('balance');

function useHead(t: Tell): SheetRow {
  const [department, item, used, unit, price, value] = head(
    [words.department, columns.item, words.used, columns.unit, columns.price, columns.value],
    t,
  );
  return [department!, ...spread(item!, itemWidth), used!, ...spread(unit!, unitWidth), price!, value!];
}

function useRow({ department, label, unit, price, quantity }: Use, row: number, t: Tell): SheetRow {
  const worth = formula`ROUND(${cellAt(row, at('closing'))}*${cellAt(row, at('price'))},2)`;
  return [
    department,
    ...spread(label, itemWidth),
    { value: quantity, format: formats.count },
    ...spread({ value: unit, format: formats.middle }, unitWidth),
    ...(price === undefined
      ? [quiet(t(noPrice)), quiet(t(noPrice))]
      : [
          { value: price, format: formats.yuan },
          { formula: worth, format: formats.yuan },
        ]),
  ];
}

/** From row `from` on: the departments, each with its subtotal. */
function useRows(use: readonly Use[], from: number, t: Tell): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  for (const [department, own] of grouped(use, (one) => one.department)) {
    const first = from + rows.length;
    const named = { value: t(words.subtotal, { department }), look: 'total' } as const;
    rows.push(...own.map((one, index) => useRow(one, first + index, t)), [
      named,
      ...Array.from({ length: at('value') - 1 }, () => blank),
      worth(first, first + own.length, t),
    ]);
  }
  return rows;
}

export function stockMonth(given: ReportGiven): ReportBody {
  const { facts, period, records } = given;
  const t = tellIn(facts.language);
  const lines = records(stockLedger);
  const sums = itemSums(records(items), lines, period);
  const departments = facts.directory.departments.map(({ name }) => name);
  const use = departmentUse(sums, lines, period, departments);
  const top: readonly SheetRow[] = [
    [
      ledgerLink(
        lines.filter((line) => isWithin(line, period)),
        t,
      ),
    ],
    head(Object.values(columns), t),
  ];
  const table = itemRows(sums, top.length, given, t);
  const between: readonly SheetRow[] = [[], [{ value: t(words.use), look: 'section' }]];
  const useFrom = top.length + table.length + between.length + 1;
  return {
    title: t(words.title),
    tab: t(words.tab, { period: period.key }),
    widths,
    headRows: top.length,
    rows: [
      ...top,
      ...table,
      ...between,
      ...(use.length === 0 ? [[t(words.noUse)]] : [useHead(t), ...useRows(use, useFrom, t)]),
    ],
    marks: [{ area: down(top.length, top.length + table.length, at('check')), text: t(differs), tone: 'late' }],
    legend: [t(words.closing), t(words.check), t(words.value)],
    prints: 'landscape',
  };
}
