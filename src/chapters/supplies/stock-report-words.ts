// 3.2.1: how the stock report words and formats its cells.
import type { CellFormat } from '../../kernel/columns';
import type { DressedCell, Formula } from '../../kernel/report-sheet';
import { formula } from '../../kernel/report-sheet';
import type { ReportGiven } from '../../kernel/report';
import { timePart } from '../../kernel/civil';
import type { RecordRow } from '../../kernel/values';
import { say, type Language, type Said, type Words } from '../../kernel/words';
import { stockLedger } from './stock-ledger.register';

export const formats = {
  count: { type: 'NUMBER', pattern: '0', align: 'RIGHT' },
  yuan: { type: 'NUMBER', pattern: '#,##0.00', align: 'RIGHT' },
  tenths: { type: 'NUMBER', pattern: '0.0', align: 'RIGHT' },
  middle: { type: 'NUMBER', pattern: '0.##', align: 'CENTER' },
  moment: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm', align: 'CENTER' },
} satisfies Record<string, CellFormat>;

export type Tell = (words: Words, values?: Readonly<Record<string, Said>>) => string;
export const tellIn =
  (language: Language): Tell =>
  (words, values) =>
    say(words, language, values);

const words = {
  agrees: { zh: '相符', en: 'agrees' },
  differs: { zh: '不符', en: 'differs' },
  rows: { zh: '看台账：第 {from} 至 {to} 行', en: 'See the ledger: rows {from} to {to}' },
  noMoves: { zh: '本期没有收发。', en: 'Nothing moved in this period.' },
} satisfies Record<string, Words>;

export const differs = words.differs;

/** Whether two figures are the same, said in a word. */
export const agree = (one: Formula, other: Formula, t: Tell): DressedCell => ({
  formula: formula`IF(${one}=${other},${{ text: t(words.agrees) }},${{ text: t(words.differs) }})`,
  format: formats.middle,
});

export const quiet = (value: string): DressedCell => ({ value, look: 'quiet', format: formats.middle });

/** The moment before which moves are in the report: the end of the period, or the minute after it was made. */
export function endOf({ facts, period }: ReportGiven): Formula {
  const dayOf = (day: string): Formula => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    return formula`DATE(${year},${month},${date})`;
  };
  if (!period.running) return dayOf(period.to);
  const [hour, minute] = timePart(facts.now).split(':').map(Number) as [number, number];
  return formula`(${dayOf(facts.today)}+TIME(${hour},${minute + 1},0))`;
}

/** The way to the rows of the ledger from which the figures come. */
export function ledgerLink(within: readonly RecordRow[], t: Tell): DressedCell {
  if (within.length === 0) return { value: t(words.noMoves), look: 'quiet' };
  const rows = within.map(({ row }) => row);
  const [from, to] = [Math.min(...rows), Math.max(...rows) + 1];
  return { value: t(words.rows, { from: from + 1, to }), leadsTo: rowsOf(from, to) };
}

/** Whole rows of the ledger. */
export const rowsOf = (fromRow: number, toRow: number) => ({
  sheetId: stockLedger.sheetId,
  fromRow,
  toRow,
  fromColumn: 0,
  toColumn: Object.keys(stockLedger.all).length,
});
