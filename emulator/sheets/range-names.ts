// Reads the names of ranges: `Sheet!A1:B2`, a sheet's title, a named range.
import { parseCells, splitSheet } from './a1';
import { badRange } from './errors';
import type { Book, SheetState } from './model';
import type { GridRange } from './schema';

export function sheetByTitle(book: Book, title: string): SheetState | undefined {
  const wanted = title.toLowerCase();
  return book.sheets.find((sheet) => sheet.properties.title.toLowerCase() === wanted);
}

/** The range an A1 text names, ends open as written; throws Google's 400 if it names none. */
export function rangeNamed(book: Book, text: string): GridRange {
  const parts = splitSheet(text);
  if (!parts) throw badRange(text);
  const { title, cells } = parts;
  if (title === undefined) {
    const named = book.namedRanges.find((one) => one.name?.toLowerCase() === cells!.toLowerCase());
    if (named?.range) return named.range as GridRange;
    const range = parseCells(cells!);
    const first = book.sheets.find((sheet) => !sheet.properties.hidden) ?? book.sheets[0]!;
    if (range) return { ...range, sheetId: first.properties.sheetId };
  }
  const sheet = sheetByTitle(book, title ?? cells!);
  if (!sheet) throw badRange(text);
  const { sheetId } = sheet.properties;
  if (title === undefined || cells === undefined) return { sheetId };
  const range = parseCells(cells);
  if (!range) throw badRange(text);
  return { ...range, sheetId };
}
