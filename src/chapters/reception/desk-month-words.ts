// 1.3.2–1.3.5: how the month's report of the front desk words and formats its cells.
import type { CellFormat } from '../../kernel/columns';
import type { Register } from '../../kernel/register';
import { formula, type Area, type DressedCell } from '../../kernel/report-sheet';
import type { RecordRow } from '../../kernel/values';
import { say, type Language, type Said, type Words } from '../../kernel/words';

export type Tell = (words: Words, values?: Readonly<Record<string, Said>>) => string;
export const tellIn =
  (language: Language): Tell =>
  (words, values) =>
    say(words, language, values);

const number = (pattern: string, align: CellFormat['align'] = 'RIGHT'): CellFormat =>
  ({ type: 'NUMBER', pattern, align }) as CellFormat;

/** Each kind of figure, and the same as a difference. */
export const figures = {
  count: { format: number('0'), signed: number('+0;-0;0') },
  yuan: { format: number('#,##0.00'), signed: number('+#,##0.00;-#,##0.00;0.00') },
  share: { format: number('0.0%'), signed: number('+0.0%;-0.0%;0.0%') },
};
export type Figure = keyof typeof figures;
/** A count among thirty: none is a dot. */
export const dayCount = number('0;-0;"·"', 'CENTER');
const middle = number('0', 'CENTER');

export const said = {
  none: { zh: '无登记', en: 'no entry' },
  noData: { zh: '无数据', en: 'no data' },
  notSeen: { zh: '此处看不到', en: 'not seen here' },
  fewAnswers: { zh: '少于 {n} 份', en: 'fewer than {n}' },
  others: { zh: '其他', en: 'Others' },
  total: { zh: '合计', en: 'Total' },
  now: { zh: '本月', en: 'Now' },
  before: { zh: '上月', en: 'Before' },
  change: { zh: '增减', en: 'Change' },
  item: { zh: '物品', en: 'Item' },
  unit: { zh: '单位', en: 'Unit' },
  rows: { zh: '第 {from} 至 {to} 行', en: 'rows {from} to {to}' },
} satisfies Record<string, Words>;

/** In the place of a figure. */
export const quiet = (value: string): DressedCell => ({ value, look: 'quiet', format: figures.count.format });
/** In the place of a table. */
export const remark = (value: string): DressedCell => ({ value, look: 'quiet' });

/** A measured figure; undefined when nobody recorded anything of the kind, which is not 0. */
export const measured = (value: number | undefined, figure: Figure, t: Tell): DressedCell =>
  value === undefined ? quiet(t(said.none)) : { value, format: figures[figure].format };

/** How many; undefined of nothing recorded at all. */
export const countOf = (records: readonly unknown[]): number | undefined =>
  records.length === 0 ? undefined : records.length;

/** A cell that says what another says. */
export const same = (cell: Area, figure: Figure): DressedCell => ({
  formula: formula`${cell}`,
  format: figures[figure].format,
});

export const sumOf = (cells: Area, figure: Figure): DressedCell => ({
  formula: formula`SUM(${cells})`,
  format: figures[figure].format,
});

/** One figure less another; no data where either is unknown. */
export const difference = (one: Area, other: Area, figure: Figure, t: Tell): DressedCell => ({
  formula: formula`IF(AND(ISNUMBER(${one}),ISNUMBER(${other})),${one}-${other},${{ text: t(said.noData) }})`,
  format: figures[figure].signed,
});

/** A part of a whole; no data where the whole is nothing or unknown. */
export function share(part: Area, whole: Area, t: Tell): DressedCell {
  const noData = { text: t(said.noData) };
  return {
    formula: formula`IF(AND(ISNUMBER(${part}),ISNUMBER(${whole})),IF(${whole}>0,${part}/${whole},${noData}),${noData})`,
    format: figures.share.format,
  };
}

/** The way to the rows of a register from which a figure comes. */
export function wayTo(register: Register, records: readonly RecordRow[], t: Tell): DressedCell {
  if (records.length === 0) return { value: '' };
  const rows = records.map(({ row }) => row);
  const [fromRow, toRow] = [Math.min(...rows), Math.max(...rows) + 1];
  const toColumn = Object.keys(register.all).length;
  return {
    value: t(said.rows, { from: fromRow + 1, to: toRow }),
    leadsTo: { sheetId: register.sheetId, fromRow, toRow, fromColumn: 0, toColumn },
    format: middle,
  };
}
