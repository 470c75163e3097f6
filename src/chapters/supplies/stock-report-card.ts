// 3.2.1: the stock card of one item: every move of the month with its running balance.
import { isMoment, serialOfMoment } from '../../kernel/civil';
import { labelOf } from '../../kernel/columns';
import type { ReportGiven } from '../../kernel/report';
import { cellAt, down, formula, type DressedCell, type ReportBody, type SheetRow } from '../../kernel/report-sheet';
import { text, type RecordRow } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { items } from './items.register';
import { numberIn } from './rules';
import { isWithin, itemOf, standBefore } from './stock-report-sums';
import { agree, differs, formats, ledgerLink, quiet, rowsOf, tellIn, type Tell } from './stock-report-words';
import { stockLedger } from './stock-ledger.register';

const words = {
  title: { zh: '库存卡：{item}', en: 'Stock card: {item}' },
  tab: { zh: '库存卡 {item} {period}', en: 'Stock card {item} {period}' },
  in: { zh: '收入', en: 'In' },
  out: { zh: '发出', en: 'Out' },
  running: { zh: '结存', en: 'Balance' },
  ledger: { zh: '台账结存', en: 'Ledger' },
  check: { zh: '核对', en: 'Check' },
  opening: { zh: '期初结存', en: 'Opening balance' },
  total: { zh: '合计', en: 'Total' },
  notRecorded: { zh: '未登记', en: 'not recorded' },
  legend: {
    zh: '结存 = 上一行结存 + 收入 − 发出，与台账上登记的结存核对。点编号可看台账上的那一行。',
    en: 'Balance = the balance above + in − out, checked against the ledger. A number leads to its line in the ledger.',
  },
} satisfies Record<string, Words>;

const columns = [
  'at',
  'no',
  'kind',
  'reference',
  'department',
  'person',
  'in',
  'out',
  'running',
  'ledger',
  'check',
  'handledBy',
  'remark',
] as const;
type CardColumn = (typeof columns)[number];
const own: Readonly<Partial<Record<CardColumn, Words>>> = words;
const at = (column: CardColumn): number => columns.indexOf(column);
const widths = [125, 115, 60, 125, 90, 75, 60, 60, 70, 70, 60, 75, 160];

function moveRow({ no, row: ledgerRow, values }: RecordRow, row: number, t: Tell, { facts }: ReportGiven): SheetRow {
  const shown = (key: string): string => stockLedger.all[key]!.show(values[key] ?? null, facts.language);
  const quantity = numberIn(values, 'quantity');
  const count = (value: number): DressedCell => ({ value: value > 0 ? value : '', format: formats.count });
  const when = text(values['at']);
  const running = formula`${cellAt(row - 1, at('running'))}+${cellAt(row, at('in'))}-${cellAt(row, at('out'))}`;
  const cells: Readonly<Record<CardColumn, DressedCell>> = {
    at: { value: isMoment(when) ? serialOfMoment(when) : when, format: formats.moment },
    no: { value: no, leadsTo: rowsOf(ledgerRow, ledgerRow + 1) },
    kind: { value: shown('kind'), format: formats.middle },
    reference: { value: shown('reference') },
    department: { value: shown('department') },
    person: { value: shown('person') },
    in: count(quantity),
    out: count(-quantity),
    running: { formula: running, format: formats.count },
    ledger: { value: numberIn(values, 'balance'), format: formats.count },
    check: agree(formula`${cellAt(row, at('running'))}`, formula`${cellAt(row, at('ledger'))}`, t),
    handledBy: { value: shown('handledBy') },
    remark: { value: shown('remark') },
  };
  return columns.map((column) => cells[column]);
}

export function stockCard(given: ReportGiven): ReportBody {
  const { facts, period, subject, records } = given;
  const t = tellIn(facts.language);
  const item = records(items).find(({ values }) => text(values['label']) === subject);
  const since = records(stockLedger).filter((line) => itemOf(line) === subject);
  const lines = since.filter((line) => isWithin(line, period));
  const opening = standBefore(since, item);
  const label = (column: CardColumn): string => {
    const words_ = own[column];
    return words_ ? t(words_) : labelOf(stockLedger.all[column]!, facts.language);
  };
  const first = 3;
  const end = first + lines.length;
  const filled = (
    cells: Readonly<Partial<Record<CardColumn, DressedCell>>>,
    look: DressedCell['look'] = 'plain',
  ): SheetRow => columns.map((column) => ({ value: '', ...cells[column], look }));
  const sum = (column: CardColumn): DressedCell => ({
    formula: lines.length > 0 ? formula`SUM(${down(first, end, at(column))})` : formula`0`,
    format: formats.count,
  });
  return {
    title: t(words.title, { item: subject }),
    tab: t(words.tab, { item: subject, period: period.key }),
    widths,
    headRows: 2,
    rows: [
      [ledgerLink(lines, t)],
      columns.map((column) => ({ value: label(column), look: 'head' })),
      filled({
        kind: { value: t(words.opening) },
        running: opening === undefined ? quiet(t(words.notRecorded)) : { value: opening, format: formats.count },
      }),
      ...lines.map((line, index) => moveRow(line, first + index, t, given)),
      filled(
        {
          at: { value: t(words.total) },
          in: sum('in'),
          out: sum('out'),
          running: { formula: formula`${cellAt(end - 1, at('running'))}`, format: formats.count },
        },
        'total',
      ),
    ],
    marks: [{ area: down(first, end + 1, at('check')), text: t(differs), tone: 'late' }],
    legend: [t(words.legend)],
    prints: 'landscape',
  };
}
