// Reading values: values.get, batchGet and batchGetByDataFilter.
import { withoutDefaults } from './answer';
import { rendered, type Calculation, type Rendering } from './effective';
import { echo, placeNamed, placesOf, type Place } from './locate';
import type { Book, SheetState } from './model';
import type { DataFilter } from './schema';

export interface ValueRange {
  range: string;
  majorDimension: 'ROWS' | 'COLUMNS';
  values?: (string | number | boolean)[][];
}

export interface ReadOptions {
  readonly majorDimension?: string | undefined;
  readonly valueRenderOption?: string | undefined;
  readonly dateTimeRenderOption?: string | undefined;
}

export interface Reader {
  readonly book: Book;
  readonly calculation: Calculation;
  cellsRead: number;
}

function renderingOf(book: Book, options: ReadOptions): Rendering {
  return {
    value: (options.valueRenderOption ?? 'FORMATTED_VALUE') as Rendering['value'],
    dates: (options.dateTimeRenderOption ?? 'SERIAL_NUMBER') as Rendering['dates'],
    locale: book.properties.locale ?? 'en_US',
  };
}

export function valueRange(reader: Reader, place: Place, options: ReadOptions): ValueRange {
  const byColumns = options.majorDimension === 'COLUMNS';
  const rows = rowsOf(reader, place, renderingOf(reader.book, options));
  const values = byColumns ? cut(transposed(rows)) : cut(rows);
  for (const row of values) reader.cellsRead += row.length;
  const answer: ValueRange = { range: echo(place), majorDimension: byColumns ? 'COLUMNS' : 'ROWS' };
  if (values.length > 0) answer.values = values;
  return answer;
}

function rowsOf(reader: Reader, { sheet, area }: Place, rendering: Rendering): (string | number | boolean)[][] {
  const rows: (string | number | boolean)[][] = [];
  const spills = sheet.hasFormulas && reader.calculation.maySpill(sheet);
  const end = spills ? area.endRow : Math.min(area.endRow, sheet.rows.length);
  for (let r = area.startRow; r < end; r += 1) {
    rows.push(rowOf(reader, sheet, r, area.startColumn, area.endColumn, rendering, spills));
  }
  return rows;
}

function rowOf(
  reader: Reader,
  sheet: SheetState,
  row: number,
  startColumn: number,
  endColumn: number,
  rendering: Rendering,
  spills: boolean,
): (string | number | boolean)[] {
  const cells = sheet.rows[row]?.cells;
  const end = spills ? endColumn : Math.min(endColumn, cells?.length ?? 0);
  const plain = rendering.value !== 'FORMATTED_VALUE' && rendering.dates === 'SERIAL_NUMBER';
  const values: (string | number | boolean)[] = [];
  for (let c = startColumn; c < end; c += 1) {
    const cell = cells?.[c] ?? null;
    if (cell === null && !spills) values.push('');
    else if (typeof cell === 'string' || (plain && cell !== null && typeof cell !== 'object')) values.push(cell);
    else values.push(rendered(reader.calculation, sheet, row, c, rendering));
  }
  return values;
}

/** Trailing empty rows and cells are cut. */
function cut(rows: (string | number | boolean)[][]): (string | number | boolean)[][] {
  for (const row of rows) while (row.length > 0 && row[row.length - 1] === '') row.pop();
  while (rows.length > 0 && rows[rows.length - 1]!.length === 0) rows.pop();
  return rows;
}

function transposed(rows: (string | number | boolean)[][]): (string | number | boolean)[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, c) => rows.map((row) => row[c] ?? ''));
}

export const valuesGet = (reader: Reader, range: string, options: ReadOptions): ValueRange =>
  valueRange(reader, placeNamed(reader.book, range), options);

export function valuesBatchGet(reader: Reader, ranges: readonly string[], options: ReadOptions): object {
  // All ranges are read before any is answered: one that cannot be parsed fails the whole call.
  const places = ranges.map((range) => placeNamed(reader.book, range));
  const valueRanges = places.map((place) => valueRange(reader, place, options));
  return { spreadsheetId: reader.book.id, ...(valueRanges.length > 0 ? { valueRanges } : {}) };
}

/** Matches come by place on the sheets, not in the order of the filters, which Google does not promise. */
export function valuesBatchGetByDataFilter(reader: Reader, body: { dataFilters?: DataFilter[] } & ReadOptions): object {
  const matches = new Map<string, { place: Place; dataFilters: DataFilter[] }>();
  for (const { filter, places } of placesOf(reader.book, body.dataFilters ?? [])) {
    for (const place of places) {
      const known = matches.get(echo(place));
      if (known) known.dataFilters.push(filter);
      else matches.set(echo(place), { place, dataFilters: [filter] });
    }
  }
  const order = new Map(reader.book.sheets.map((sheet, index) => [sheet, index]));
  const sorted = [...matches.values()].sort(
    (a, b) =>
      order.get(a.place.sheet)! - order.get(b.place.sheet)! ||
      a.place.area.startRow - b.place.area.startRow ||
      a.place.area.startColumn - b.place.area.startColumn,
  );
  const valueRanges = sorted.map(({ place, dataFilters }) => ({
    valueRange: valueRange(reader, place, body),
    dataFilters: withoutDefaults(dataFilters),
  }));
  return { spreadsheetId: reader.book.id, ...(valueRanges.length > 0 ? { valueRanges } : {}) };
}
