// Writing values: values.update, append, clear and their batch kinds.
import { formatRange } from './a1';
import { missingInputOption } from './body-check';
import { assertLength, attributesAt, resize, setCell, sheetForWrite, type Draft } from './draft';
import { refusal } from './errors';
import { rangeOf, type Area } from './grid-range';
import { placeOf, placesOf, type Place } from './locate';
import { attributesOf, cellAt, gridOf, type Cell, type SheetState } from './model';
import { assertUnprotected } from './protection';
import { rangeNamed } from './range-names';
import { clearValues } from './requests/cells';
import { shiftSheet } from './requests/shift-sheet';
import { put } from './runs';
import type { DataFilter, GridRange } from './schema';
import { typed } from './typed-input';

type Given = unknown[][];

export interface Written {
  readonly sheetId: number;
  readonly area: Area;
  readonly cells: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Input {
  readonly option: string | undefined;
  /** The year that `3-8` means. */
  readonly year: number;
}

function assertOption(option: string | undefined): void {
  if (option === undefined || option.endsWith('_UNSPECIFIED')) throw missingInputOption();
}

/** Puts one value in a cell, read as typed or taken as it is; formats that typing suggests are added. */
export function enter(
  draft: Draft,
  sheet: SheetState,
  row: number,
  column: number,
  value: unknown,
  input: Input,
): void {
  const attributes = attributesAt(sheet, row, column);
  const drop = attributes?.textRuns ? { ...attributes, textRuns: undefined } : attributes;
  const set = (cell: Cell): void => {
    setCell(draft, sheet, row, column, cell);
    draft.cellsWritten += 1;
    if (drop !== attributes)
      sheet.attributes[column] = put(sheet.attributes[column], row, row + 1, attributesOf(drop!));
  };
  if (typeof value === 'number' || typeof value === 'boolean') return set(value);
  if (typeof value !== 'string') throw refusal(`Invalid values[${row}][${column}]: ${JSON.stringify(value)}`);
  assertLength(value);
  if (input.option === 'RAW') return set(value === '' ? null : value);
  const { value: cell, format } = typed(value, attributes?.format?.numberFormat ?? undefined, input.year);
  set(cell);
  if (format && !attributes?.format?.numberFormat) {
    const next = attributesOf({ ...drop, format: { ...drop?.format, numberFormat: format as never } });
    sheet.attributes[column] = put(sheet.attributes[column], row, row + 1, next);
  }
}

const rowsOf = (values: Given, majorDimension: string | undefined): Given => {
  if (majorDimension !== 'COLUMNS') return values;
  const height = values.reduce((most, column) => Math.max(most, column.length), 0);
  return Array.from({ length: height }, (_, r) => values.map((column) => column[r] ?? null));
};

/** Writes rows into a range: one cell is an anchor for any size, a wider range is a fence. */
export function writeValues(
  draft: Draft,
  range: GridRange,
  given: Given | undefined,
  majorDimension: string | undefined,
  input: Input,
): Written {
  assertOption(input.option);
  const place = placeOf(draft.book, range);
  const sheet = sheetForWrite(draft, place.sheet.properties.sheetId);
  const rows = rowsOf(given ?? [], majorDimension);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const { startRow, startColumn } = place.area;
  const anchor = place.area.endRow - startRow === 1 && place.area.endColumn - startColumn === 1;
  if (!anchor) assertInside(place, rows.length, width);
  const area = { startRow, startColumn, endRow: startRow + rows.length, endColumn: startColumn + width };
  assertGrid(sheet, area);
  assertUnprotected(draft.book, rangeOf(sheet.properties.sheetId, area), draft.caller);
  let cells = 0;
  const columns = new Set<number>();
  const touched = new Set<number>();
  rows.forEach((row, r) =>
    row.forEach((value, c) => {
      if (value === null || value === undefined) return;
      enter(draft, sheet, startRow + r, startColumn + c, value, input);
      cells += 1;
      columns.add(c);
      touched.add(r);
    }),
  );
  return { sheetId: sheet.properties.sheetId, area, cells, rows: touched.size, columns: columns.size };
}

function assertInside({ sheet, area }: Place, rows: number, width: number): void {
  const range = formatRange(sheet.properties.title, rangeOf(sheet.properties.sheetId, area));
  if (area.startRow + rows > area.endRow) {
    throw refusal(`Requested writing within range [${range}], but tried writing to row [${area.endRow + 1}]`);
  }
  if (area.startColumn + width > area.endColumn) {
    const column = formatRange('x', {
      startRowIndex: 0,
      endRowIndex: 1,
      startColumnIndex: area.endColumn,
      endColumnIndex: area.endColumn + 1,
    });
    const letter = /!([A-Z]+)/.exec(column)![1]!;
    throw refusal(`Requested writing within range [${range}], but tried writing to column [${letter}]`);
  }
}

function assertGrid(sheet: SheetState, area: Area): void {
  const { title, rowCount, columnCount } = gridOf(sheet);
  if (area.endRow > rowCount || area.endColumn > columnCount) {
    const range = formatRange(title, rangeOf(sheet.properties.sheetId, area));
    throw refusal(`Range (${range}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`);
  }
}

export function clearRange(draft: Draft, range: GridRange): Place {
  const place = placeOf(draft.book, range);
  const { sheetId } = place.sheet.properties;
  assertUnprotected(draft.book, rangeOf(sheetId, place.area), draft.caller);
  clearValues(draft, sheetForWrite(draft, sheetId), place.area);
  return place;
}

/** values.append: finds the table that the range touches and continues it. */
export function appendValues(
  draft: Draft,
  text: string,
  given: Given | undefined,
  majorDimension: string | undefined,
  insertRows: boolean,
  input: Input,
): { table: Area | undefined; written: Written } {
  assertOption(input.option);
  const { sheet: found, area } = placeOf(draft.book, rangeNamed(draft.book, text));
  const sheet = sheetForWrite(draft, found.properties.sheetId);
  const { sheetId } = sheet.properties;
  const rows = rowsOf(given ?? [], majorDimension);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const table = tableWithin(sheet, area);
  const row = table ? table.endRow : area.startRow;
  const column = table ? table.startColumn : area.startColumn;
  const size = gridOf(sheet);
  if (insertRows && rows.length > 0 && row < size.rowCount) {
    shiftSheet(draft, sheet, 'ROWS', { kind: 'insert', at: row, count: rows.length }, Math.max(0, row - 1));
  }
  if (row + rows.length > sheet.grid.rowCount || column + width > sheet.grid.columnCount) {
    const columnCount = Math.max(sheet.grid.columnCount, column + width);
    resize(draft, sheet, Math.max(sheet.grid.rowCount, row + rows.length), columnCount);
  }
  const target = {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  };
  return { table, written: writeValues(draft, target, rows, undefined, input) };
}

/** The block of filled cells that the range reaches; for a larger range the last one in it. */
function tableWithin(sheet: SheetState, area: Area): Area | undefined {
  const filled = (row: number, column: number): boolean => cellAt(sheet, row, column) !== null;
  for (let row = Math.min(area.endRow, sheet.rows.length) - 1; row >= area.startRow; row -= 1) {
    const width = Math.min(area.endColumn, sheet.rows[row]?.cells.length ?? 0);
    for (let column = area.startColumn; column < width; column += 1) {
      if (filled(row, column)) return grown(sheet, row, column);
    }
  }
  return undefined;
}

/** The rectangle around a filled cell, grown until blank rows and columns surround it. */
function grown(sheet: SheetState, row: number, column: number): Area {
  let area: Area = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
  const anyIn = (part: Area): boolean => {
    for (let r = Math.max(0, part.startRow); r < part.endRow; r += 1) {
      const cells = sheet.rows[r]?.cells;
      for (let c = Math.max(0, part.startColumn); c < Math.min(part.endColumn, cells?.length ?? 0); c += 1) {
        if ((cells![c] ?? null) !== null) return true;
      }
    }
    return false;
  };
  for (;;) {
    const { startRow, endRow, startColumn, endColumn } = area;
    const [left, right] = [startColumn - 1, endColumn + 1];
    if (startRow > 0 && anyIn({ startRow: startRow - 1, endRow: startRow, startColumn: left, endColumn: right })) {
      area = { ...area, startRow: startRow - 1 };
    } else if (anyIn({ startRow: endRow, endRow: endRow + 1, startColumn: left, endColumn: right })) {
      area = { ...area, endRow: endRow + 1 };
    } else if (
      startColumn > 0 &&
      anyIn({ startRow: startRow - 1, endRow: endRow + 1, startColumn: left, endColumn: startColumn })
    ) {
      area = { ...area, startColumn: left };
    } else if (anyIn({ startRow: startRow - 1, endRow: endRow + 1, startColumn: endColumn, endColumn: right })) {
      area = { ...area, endColumn: right };
    } else return area;
  }
}

export interface FilteredWrite {
  readonly dataFilter?: DataFilter;
  readonly majorDimension?: string;
  readonly values?: Given;
}

/** Writes by data filter: each filter may select several ranges, all get the values. */
export function writeFiltered(draft: Draft, data: readonly FilteredWrite[], input: Input) {
  const places = placesOf(
    draft.book,
    data.map((one) => one.dataFilter ?? {}),
  );
  return places.flatMap(({ filter, places: found }, index) =>
    found.map((place) => ({
      filter,
      written: writeValues(
        draft,
        rangeOf(place.sheet.properties.sheetId, place.area),
        data[index]!.values,
        data[index]!.majorDimension,
        input,
      ),
    })),
  );
}
