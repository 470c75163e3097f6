// Ranges as the Sheets API writes them: A1 text with quoted tab names, and grid ranges that leave out their zeros.
import type { Block } from '../kernel/ports';

export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const quoted = (title: string): string => `'${title.replace(/'/g, "''")}'`;

/** A block with an end, in A1 notation. */
export function a1(title: string, block: Block): string {
  const { fromRow, toRow, fromColumn, toColumn } = block;
  if (toRow === undefined) throw new Error('a block that is read back needs a last row');
  const columns =
    fromColumn === undefined && toColumn === undefined
      ? ['', '']
      : [columnLetters(fromColumn ?? 0), toColumn === undefined ? '' : columnLetters(toColumn - 1)];
  return `${quoted(title)}!${columns[0]}${fromRow + 1}:${columns[1]}${toRow}`;
}

/** `'My Tab'!B3:C5` → the name of the tab and its first cell, counted from 0. */
export function readEcho(range: string): { title: string; row: number; column: number } {
  const at = range.lastIndexOf('!');
  const name = at < 0 ? range : range.slice(0, at);
  const title = name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
  const [, letters = '', digits = ''] = /^([A-Z]*)(\d*)/.exec(at < 0 ? '' : range.slice(at + 1)) ?? [];
  return {
    title,
    row: digits === '' ? 0 : Number(digits) - 1,
    column: letters === '' ? 0 : columnNumber(letters),
  };
}

export interface GridRange {
  readonly sheetId?: number | undefined;
  readonly startRowIndex?: number | undefined;
  readonly endRowIndex?: number | undefined;
  readonly startColumnIndex?: number | undefined;
  readonly endColumnIndex?: number | undefined;
}

export function gridRange(block: Block): GridRange {
  const { sheetId, fromRow, toRow, fromColumn, toColumn } = block;
  return {
    sheetId,
    startRowIndex: fromRow,
    ...(toRow !== undefined && { endRowIndex: toRow }),
    ...(fromColumn !== undefined && { startColumnIndex: fromColumn }),
    ...(toColumn !== undefined && { endColumnIndex: toColumn }),
  };
}

/** The same text for the same range, whether or not its zeros were left out. */
export const rangeKey = (range: GridRange): string =>
  [
    range.sheetId ?? 0,
    range.startRowIndex ?? 0,
    range.endRowIndex ?? '',
    range.startColumnIndex ?? 0,
    range.endColumnIndex ?? '',
  ].join('|');
