// Writes a formula of Sheets as the engine reads it: sheets by id, open ranges closed, functions it lacks replaced.
import { columnName } from './a1';
import { tokens, type Reference, type Token } from './formula-text';
import type { Book, SheetState } from './model';
import { sheetByTitle } from './range-names';
import type { GridRange } from './schema';

export interface EngineNames {
  readonly book: Book;
  nameOf(sheetId: number): string;
}

/** Whether a formula may fill more cells than its own. */
export const mayFill = (formula: string): boolean =>
  /\b(ARRAYFORMULA|FILTER|SORT|SORTN|SORTBY|UNIQUE|SEQUENCE|TRANSPOSE|VSTACK|HSTACK|MAP|BYROW|BYCOL|SPLIT)\s*\(|\{/i.test(
    formula,
  );

/** Adds the columns that a formula refers to, by sheet. */
export function referredColumns(book: Book, own: SheetState, formula: string, into: Map<number, Set<number>>): void {
  for (const token of tokens(formula)) {
    if (token.kind === 'reference') {
      const sheet = token.sheet === undefined ? own : sheetByTitle(book, token.sheet);
      if (!sheet) continue;
      const from = token.start.column ?? 0;
      const to = token.end ? (token.end.column ?? sheet.grid.columnCount - 1) : from;
      add(into, sheet.properties.sheetId, Math.min(from, to), Math.max(from, to));
    } else if (token.kind === 'name') {
      const range = namedRange(book, token.text);
      if (!range) continue;
      const sheet = book.sheets.find((one) => one.properties.sheetId === (range.sheetId ?? 0));
      const to = (range.endColumnIndex ?? sheet?.grid.columnCount ?? 1) - 1;
      add(into, range.sheetId ?? 0, range.startColumnIndex ?? 0, to);
    }
  }
}

function add(into: Map<number, Set<number>>, sheetId: number, from: number, to: number): void {
  const columns = into.get(sheetId) ?? new Set<number>();
  for (let column = from; column <= to; column += 1) columns.add(column);
  into.set(sheetId, columns);
}

const namedRange = (book: Book, name: string): GridRange | undefined =>
  book.namedRanges.find((one) => one.name?.toLowerCase() === name.toLowerCase())?.range as GridRange | undefined;

export function forEngine(formula: string, own: SheetState, names: EngineNames): string {
  const list = tokens(formula);
  if (hasTwoValuesInARow(list)) return unreadable;
  const parts: string[] = [];
  list.forEach((token, index) => {
    const called = token.kind === 'name' && list[index + 1]?.text === '(';
    if (token.kind === 'reference') parts.push(referenceFor(token, own, names));
    else if (token.kind === 'other' && token.text === '(' && isHyperlink(list[index - 1])) {
      // HYPERLINK(address, label) is worth its label, or else its address.
      parts.push(`(${argumentCount(list, index)},`);
    } else if (called && isHyperlink(token)) parts.push('CHOOSE');
    // ARRAYFORMULA(x) is x where arrays fill cells by themselves.
    else if (called && token.text.toUpperCase() === 'ARRAYFORMULA') parts.push('');
    // The engine leaves out `--`, which makes numbers of truth values.
    else if (isTwiceMinus(list, index)) parts.push('1*');
    else if (isTwiceMinus(list, index - 1)) parts.push('');
    else {
      const range = token.kind === 'name' && !called ? namedRange(names.book, token.text) : undefined;
      parts.push(range ? rangeFor(range, names) : token.text);
    }
  });
  return parts.join('');
}

const unreadable = '=(';

/** As in `=86 010`, of which the engine would read the first. */
function hasTwoValuesInARow(list: readonly Token[]): boolean {
  const words = list.filter(({ text }) => text.trim() !== '');
  return words.some(({ kind }, index) => kind !== 'other' && (words[index + 1]?.kind ?? 'other') !== 'other');
}

/** Two signs in a row where a value begins. */
function isTwiceMinus(list: readonly Token[], index: number): boolean {
  if (list[index]?.text !== '-' || list[index + 1]?.text !== '-') return false;
  const before = list.slice(0, index).findLast(({ text }) => text.trim() !== '');
  return before !== undefined && /^[=(,*+<>]$/.test(before.text);
}

const isHyperlink = (token: Token | undefined): boolean =>
  token?.kind === 'name' && token.text.toUpperCase() === 'HYPERLINK';

function referenceFor(it: Reference, own: SheetState, names: EngineNames): string {
  const sheet = it.sheet === undefined ? own : sheetByTitle(names.book, it.sheet);
  if (!sheet) return '#REF!';
  const prefix = `${names.nameOf(sheet.properties.sheetId)}!`;
  if (!it.end) return prefix + cell(it.start.row!, it.start.column!);
  const { rowCount, columnCount } = sheet.grid;
  const rows = ends(it.start.row, it.end.row, rowCount);
  const columns = ends(it.start.column, it.end.column, columnCount);
  return `${prefix}${cell(rows[0], columns[0])}:${cell(rows[1], columns[1])}`;
}

/** First and last; `A2:B` runs to the sheet's end, `A:B` from its beginning. */
function ends(a: number | undefined, b: number | undefined, count: number): [number, number] {
  const from = a === undefined && b === undefined ? 0 : (a ?? b ?? 0);
  const to = a === undefined || b === undefined ? count - 1 : b;
  return from <= to ? [from, to] : [to, from];
}

// Fixed, so that the engine gives every formula back as it was handed over.
const cell = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;

function rangeFor(range: GridRange, names: EngineNames): string {
  const sheet = names.book.sheets.find((one) => one.properties.sheetId === (range.sheetId ?? 0));
  if (!sheet) return '#REF!';
  const start = cell(range.startRowIndex ?? 0, range.startColumnIndex ?? 0);
  const lastRow = (range.endRowIndex ?? sheet.grid.rowCount) - 1;
  const lastColumn = (range.endColumnIndex ?? sheet.grid.columnCount) - 1;
  return `${names.nameOf(sheet.properties.sheetId)}!${start}:${cell(lastRow, lastColumn)}`;
}

function argumentCount(list: readonly Token[], open: number): number {
  let depth = 0;
  let commas = 0;
  for (let i = open; i < list.length; i += 1) {
    const { text } = list[i]!;
    if (text === '(' || text === '{') depth += 1;
    if (text === ')' || text === '}') depth -= 1;
    if (depth === 0) break;
    if (text === ',' && depth === 1) commas += 1;
  }
  return commas + 1;
}
