// A1 notation: read, written, quoted as Google quotes it.
import type { GridRange } from './schema';

export const maxColumns = 18_278;

export function columnName(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

export function columnIndex(name: string): number {
  let n = 0;
  for (const letter of name.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

/** A sheet's title as it stands before the `!`. */
export function quoted(title: string): string {
  const bare =
    /^[A-Za-z_.][A-Za-z0-9_.]*$/.test(title) && !/^[A-Za-z]{1,3}\d+$/.test(title) && !/^r\d*c\d*$/i.test(title);
  return bare ? title : `'${title.replaceAll("'", "''")}'`;
}

/** `Sheet!A1:B2`, `Sheet!A1001:B` for open ends, `Sheet` for all of it. */
export function formatRange(title: string, range: GridRange): string {
  const { startRowIndex, startColumnIndex, endRowIndex, endColumnIndex } = range;
  const rowsOpen = endRowIndex === undefined;
  const columnsOpen = endColumnIndex === undefined;
  if (rowsOpen && columnsOpen && !startRowIndex && !startColumnIndex) return quoted(title);
  const row = String((startRowIndex ?? 0) + 1);
  const wholeColumns = rowsOpen && startRowIndex === undefined;
  const wholeRows = columnsOpen && startColumnIndex === undefined;
  const start = `${wholeRows ? '' : columnName(startColumnIndex ?? 0)}${wholeColumns ? '' : row}`;
  const end = `${columnsOpen ? '' : columnName(endColumnIndex - 1)}${rowsOpen ? '' : endRowIndex}`;
  return `${quoted(title)}!${start === end || end === '' ? start : `${start}:${end}`}`;
}

/** Splits `'My Tab'!A1:B2` into title and cells; `undefined` if it is not well formed. */
export function splitSheet(text: string): { title?: string; cells?: string } | undefined {
  const trimmed = text.trim();
  const apart = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(trimmed);
  if (apart) return { title: apart[1]!.replaceAll("''", "'"), cells: apart[2] };
  const at = trimmed.lastIndexOf('!');
  if (at < 0) return { cells: trimmed };
  return at === 0 ? undefined : { title: trimmed.slice(0, at), cells: trimmed.slice(at + 1) };
}

interface End {
  column?: number;
  row?: number;
}

function parseEnd(text: string): End | undefined {
  const match = /^\$?([A-Za-z]{1,3})?(?:\$?(\d{1,8}))?$/.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const end: End = {};
  if (match[1] !== undefined) {
    end.column = columnIndex(match[1]);
    if (end.column >= maxColumns) return undefined;
  }
  if (match[2] !== undefined) {
    end.row = Number(match[2]) - 1;
    if (end.row < 0) return undefined;
  }
  return end;
}

/** Reads `A1`, `A1:B2`, `A:B`, `2:5`, `A2:B`, `R1C1`, `R1C1:R2C2`. `sheetId` is for the caller to add. */
export function parseCells(text: string): GridRange | undefined {
  const rc = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i.exec(text);
  if (rc) {
    const [r1, c1] = [Number(rc[1]) - 1, Number(rc[2]) - 1];
    const [r2, c2] = rc[3] === undefined ? [r1, c1] : [Number(rc[3]) - 1, Number(rc[4]) - 1];
    return Math.min(r1, c1, r2, c2) < 0 ? undefined : between({ row: r1, column: c1 }, { row: r2, column: c2 });
  }
  const parts = text.split(':');
  if (parts.length > 2) return undefined;
  const from = parseEnd(parts[0]!.trim());
  if (!from) return undefined;
  if (parts.length === 1) return from.row === undefined || from.column === undefined ? undefined : between(from, from);
  const to = parseEnd(parts[1]!.trim());
  return to && between(from, to);
}

function between(a: End, b: End): GridRange | undefined {
  const columns = span(a.column, b.column);
  const rows = span(a.row, b.row);
  if (!columns || !rows) return undefined;
  if (rows[0] === undefined && columns[0] === undefined) return undefined;
  const range: GridRange = {};
  if (rows[0] !== undefined) range.startRowIndex = rows[0];
  if (rows[1] !== undefined) range.endRowIndex = rows[1] + 1;
  if (columns[0] !== undefined) range.startColumnIndex = columns[0];
  if (columns[1] !== undefined) range.endColumnIndex = columns[1] + 1;
  return range;
}

/** First and last; the last is open where only one end names it. */
function span(a: number | undefined, b: number | undefined): [number | undefined, number | undefined] | undefined {
  if (a === undefined) return b === undefined ? [undefined, undefined] : [b, undefined];
  if (b === undefined) return [a, undefined];
  return a <= b ? [a, b] : [b, a];
}
