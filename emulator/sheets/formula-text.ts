// Formulas as text: their references found, and rewritten as rows, columns and sheets come, go and move.
import { columnIndex, columnName, quoted } from './a1';
import { shiftedIndex, shiftedSpan, type Dimension, type Shift } from './grid-range';

/** One end of a reference; without `row` it is a whole column, without `column` a whole row. */
export interface End {
  readonly column?: number;
  readonly row?: number;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

export interface Reference {
  readonly kind: 'reference';
  readonly text: string;
  /** The title of the sheet, if the formula names one. */
  readonly sheet: string | undefined;
  readonly start: End;
  /** Absent in a reference to one cell. */
  readonly end: End | undefined;
}

export type Token = Reference | { readonly kind: 'text' | 'name' | 'other'; readonly text: string };

const sheetPart = String.raw`((?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const cellPart = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,7}`;
const rangePart = String.raw`(${cellPart}(?::\$?(?:[A-Za-z]{1,3}(?:\$?[1-9]\d{0,7})?|[1-9]\d{0,7}))?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,7}:\$?[1-9]\d{0,7})`;
const lexer = new RegExp(
  String.raw`("(?:[^"]|"")*")|${sheetPart}${rangePart}(?![\p{L}\p{N}_(!])|([\p{L}_][\p{L}\p{N}_.]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([\s\S])`,
  'gu',
);

const read = new Map<string, readonly Token[]>();

export function tokens(formula: string): readonly Token[] {
  const known = read.get(formula);
  if (known) return known;
  const list: Token[] = [];
  for (const [whole, text, sheet, range, name] of formula.matchAll(lexer)) {
    if (text !== undefined) list.push({ kind: 'text', text });
    else if (range !== undefined) list.push(reference(whole, sheet, range));
    else list.push({ kind: name !== undefined ? 'name' : 'other', text: whole });
  }
  if (read.size > 50_000) read.clear();
  read.set(formula, list);
  return list;
}

function reference(text: string, prefix: string | undefined, range: string): Reference {
  const [from, to] = range.split(':') as [string, string?];
  const title = prefix?.slice(0, -1);
  const sheet = title?.startsWith("'") ? title.slice(1, -1).replaceAll("''", "'") : title;
  return { kind: 'reference', text, sheet, start: end(from), end: to === undefined ? undefined : end(to) };
}

function end(text: string): End {
  const [, columnMark, column, rowMark, row] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text)!;
  // In `$5` the one mark belongs to the row.
  const rowFixed = rowMark === '$' || (column === '' && columnMark === '$');
  return {
    ...(column ? { column: columnIndex(column) } : {}),
    ...(row ? { row: Number(row) - 1 } : {}),
    columnFixed: column !== '' && columnMark === '$',
    rowFixed,
  };
}

const endText = (it: End): string =>
  (it.column === undefined ? '' : `${it.columnFixed ? '$' : ''}${columnName(it.column)}`) +
  (it.row === undefined ? '' : `${it.rowFixed ? '$' : ''}${it.row + 1}`);

export function referenceText(it: Reference): string {
  const prefix = it.sheet === undefined ? '' : `${quoted(it.sheet)}!`;
  return `${prefix}${endText(it.start)}${it.end ? `:${endText(it.end)}` : ''}`;
}

/** Rewrites references; `undefined` keeps one as it is written. */
export function rewritten(formula: string, change: (it: Reference) => Reference | '#REF!' | undefined): string {
  let changed = false;
  const parts = tokens(formula).map((token) => {
    const next = token.kind === 'reference' ? change(token) : undefined;
    if (next === undefined) return token.text;
    changed = true;
    return next === '#REF!' ? next : referenceText(next);
  });
  return changed ? parts.join('') : formula;
}

/** The formula as it reads after being copied some rows down and columns right. */
export function copied(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const shift = (it: End): End | undefined => {
    const row = it.row === undefined || it.rowFixed ? it.row : it.row + rows;
    const column = it.column === undefined || it.columnFixed ? it.column : it.column + columns;
    if ((row ?? 0) < 0 || (column ?? 0) < 0) return undefined;
    return { ...it, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
  };
  return rewritten(formula, (it) => {
    const start = shift(it.start);
    const last = it.end && shift(it.end);
    if (!start || (it.end && !last)) return '#REF!';
    return { ...it, start, end: last };
  });
}

/** The formula after rows or columns of the sheet `changed` shifted; `own` is the sheet the formula stands on. */
export function shifted(formula: string, own: string, changed: string, dimension: Dimension, shift: Shift): string {
  const key = dimension === 'ROWS' ? 'row' : 'column';
  return rewritten(formula, (it) => {
    if ((it.sheet ?? own).toLowerCase() !== changed.toLowerCase()) return undefined;
    if (!it.end) {
      const at = shiftedIndex(it.start[key]!, shift);
      return at === undefined ? '#REF!' : { ...it, start: { ...it.start, [key]: at } };
    }
    const [from, to] = [it.start[key], it.end[key]];
    if (from === undefined && to === undefined) return undefined;
    const span = shiftedSpan(from ?? to, to === undefined ? undefined : Math.max(to, from ?? 0) + 1, shift);
    if (!span) return '#REF!';
    const start = from === undefined ? it.start : { ...it.start, [key]: span.start ?? 0 };
    const last = to === undefined ? it.end : { ...it.end, [key]: span.end! - 1 };
    return { ...it, start, end: last };
  });
}

export const sheetRenamed = (formula: string, from: string, to: string): string =>
  rewritten(formula, (it) => (it.sheet?.toLowerCase() === from.toLowerCase() ? { ...it, sheet: to } : undefined));

export const sheetGone = (formula: string, title: string): string =>
  rewritten(formula, (it) => (it.sheet?.toLowerCase() === title.toLowerCase() ? '#REF!' : undefined));
