// The Spreadsheet resource, as create, get, getByDataFilter and batchUpdate answer it, built no larger than asked for.
import { withoutDefaults } from './answer';
import { cellData } from './cell-data';
import { defaultFormat } from './default-format';
import { effectiveFormatOf } from './effective-format';
import { below, type Mask } from './field-mask';
import { hiddenByFilter } from './filter-rows';
import type { Place } from './locate';
import { typeOf } from './metadata-search';
import { contains } from './grid-range';
import { lastRow, type Book, type DimensionSetting, type SheetState } from './model';
import { mayEdit } from './protection';
import { runsWithin, valueAt, type Runs } from './runs';
import type { DeveloperMetadata, MetadataLocation, ProtectedRange } from './schema';
import { sheetProperties } from './sheet-properties';
import type { Reader } from './values-read';

export interface ViewOptions {
  /** The places asked for; all of every sheet if absent. */
  readonly places?: readonly Place[] | undefined;
  readonly includeGridData: boolean;
  /** The field mask, which then decides about grid data too. */
  readonly mask?: Mask | undefined;
  readonly caller: string;
}

export function spreadsheetView(reader: Reader, options: ViewOptions): Record<string, unknown> {
  const { book } = reader;
  const { places, mask = true } = options;
  const wants = (...path: string[]): boolean => below(mask, ...path) !== undefined;
  const sheets = places ? book.sheets.filter((sheet) => places.some((place) => place.sheet === sheet)) : book.sheets;
  const view: Record<string, unknown> = { spreadsheetId: book.id };
  if (wants('properties')) view['properties'] = withoutDefaults({ ...book.properties, defaultFormat });
  if (wants('sheets'))
    view['sheets'] = sheets.map((sheet) => sheetView(reader, sheet, options, below(mask, 'sheets')!));
  if (wants('namedRanges')) view['namedRanges'] = withoutDefaults(book.namedRanges);
  if (wants('developerMetadata')) {
    view['developerMetadata'] = metadataAt(book, (location) => location.spreadsheet === true);
  }
  view['spreadsheetUrl'] = urlOf(book);
  for (const key of ['namedRanges', 'developerMetadata']) if ((view[key] as [])?.length === 0) delete view[key];
  return view;
}

export const urlOf = (book: Book): string => `https://docs.google.com/spreadsheets/d/${book.id}/edit`;

function sheetView(reader: Reader, sheet: SheetState, options: ViewOptions, mask: Mask): object {
  const { book } = reader;
  const wants = (field: string): boolean => below(mask, field) !== undefined;
  const view: Record<string, unknown> = {};
  if (wants('properties')) view['properties'] = sheetProperties(book, sheet);
  const gridData = options.mask === undefined ? options.includeGridData : wants('data');
  if (gridData) {
    const mine = options.places?.filter((place) => place.sheet === sheet) ?? [{ sheet, area: wholeOf(sheet) }];
    view['data'] = mine.map((place) => gridDataView(reader, place, below(mask, 'data') ?? true));
  }
  const lists: Record<string, () => readonly unknown[]> = {
    merges: () => sheet.merges,
    conditionalFormats: () => sheet.conditionalFormats,
    filterViews: () => sheet.filterViews,
    protectedRanges: () => sheet.protectedRanges.map((range) => protectionView(book, range, options.caller)),
    charts: () => sheet.charts,
    bandedRanges: () => sheet.bandedRanges,
    tables: () => sheet.tables,
    rowGroups: () => sheet.rowGroups,
    columnGroups: () => sheet.columnGroups,
    developerMetadata: () =>
      metadataAt(book, (at) => typeOf(at) === 'SHEET' && (at.sheetId ?? 0) === sheet.properties.sheetId),
  };
  for (const [name, list] of Object.entries(lists)) {
    const entries = wants(name) ? list() : [];
    if (entries.length > 0) view[name] = withoutDefaults(entries);
  }
  if (sheet.basicFilter && wants('basicFilter')) view['basicFilter'] = withoutDefaults(sheet.basicFilter);
  return view;
}

function protectionView(book: Book, range: ProtectedRange, caller: string): ProtectedRange {
  const can = mayEdit(book, range, caller);
  const { editors, ...rest } = range;
  return { ...rest, requestingUserCanEdit: can, ...(can && editors && !range.warningOnly ? { editors } : {}) };
}

const metadataAt = (book: Book, here: (location: MetadataLocation) => boolean): DeveloperMetadata[] =>
  book.metadata.filter((one) => here(one.location as MetadataLocation)).map((one) => withoutDefaults(one));

const wholeOf = (sheet: SheetState): Place['area'] => ({
  startRow: 0,
  endRow: sheet.grid.rowCount,
  startColumn: 0,
  endColumn: sheet.grid.columnCount,
});

function gridDataView(reader: Reader, place: Place, mask: Mask): object {
  const { sheet, area } = place;
  const view: Record<string, unknown> = {};
  if (area.startRow > 0 && below(mask, 'startRow')) view['startRow'] = area.startRow;
  if (area.startColumn > 0 && below(mask, 'startColumn')) view['startColumn'] = area.startColumn;
  if (below(mask, 'rowData')) {
    const rowData = rowDataOf(reader, place, below(mask, 'rowData', 'values'));
    if (rowData.length > 0) view['rowData'] = rowData;
  }
  if (below(mask, 'rowMetadata')) {
    const hidden = hiddenByFilter(reader.calculation, reader.book, sheet);
    view['rowMetadata'] = dimensions(reader.book, sheet, 'ROWS', area.startRow, area.endRow, 21, hidden);
  }
  if (below(mask, 'columnMetadata')) {
    view['columnMetadata'] = dimensions(reader.book, sheet, 'COLUMNS', area.startColumn, area.endColumn, 100);
  }
  return view;
}

/** Rows and cells up to the last one that has anything, be it only a format. */
function rowDataOf(reader: Reader, { sheet, area }: Place, mask: Mask | undefined): object[] {
  const filled = attributeEnds(sheet, area);
  const spills = sheet.hasFormulas && reader.calculation.maySpill(sheet);
  const lastFormatted = filled.reduce((last, { end }) => Math.max(last, end), 0);
  const end = spills ? area.endRow : Math.min(area.endRow, Math.max(lastRow(sheet), lastFormatted));
  const locale = reader.book.properties.locale ?? 'en_US';
  const formats = effectiveFormatOf(reader.calculation, reader.book, sheet);
  const rows: object[] = [];
  for (let r = area.startRow; r < end; r += 1) {
    let width = spills ? area.endColumn : Math.min(sheet.rows[r]?.cells.length ?? 0, area.endColumn);
    for (const { column, runs } of filled) if (column >= width && valueAt(runs, r)) width = column + 1;
    const values: object[] = [];
    for (let c = area.startColumn; c < width; c += 1) {
      values.push(mask === undefined ? {} : cellData(reader.calculation, sheet, r, c, locale, mask, formats));
    }
    reader.cellsRead += values.length;
    rows.push(values.length > 0 && mask !== undefined ? { values } : {});
  }
  return rows;
}

function attributeEnds(sheet: SheetState, area: Place['area']) {
  const ends: { column: number; runs: Runs<object>; end: number }[] = [];
  for (let column = area.startColumn; column < area.endColumn; column += 1) {
    const runs = runsWithin(sheet.attributes[column], area.startRow, area.endRow);
    if (runs.length > 0) ends.push({ column, runs, end: runs[runs.length - 1]!.end });
  }
  return ends;
}

function dimensions(
  book: Book,
  sheet: SheetState,
  dimension: 'ROWS' | 'COLUMNS',
  start: number,
  end: number,
  pixelSize: number,
  hidden?: ReadonlySet<number>,
): object[] {
  const settings = dimension === 'ROWS' ? sheet.rowSettings : sheet.columnSettings;
  const range = { sheetId: sheet.properties.sheetId };
  const mine = book.metadata.filter(({ location }) => {
    const span = location?.dimensionRange;
    return span?.dimension === dimension && contains(range, { sheetId: span.sheetId ?? 0 });
  });
  const list: object[] = [];
  for (let at = start; at < end; at += 1) {
    const set: DimensionSetting = valueAt(settings, at) ?? {};
    const entry: Record<string, unknown> = { pixelSize: set.pixelSize ?? pixelSize };
    if (set.hiddenByUser) entry['hiddenByUser'] = true;
    if (hidden?.has(at)) entry['hiddenByFilter'] = true;
    const tagged = mine.filter(({ location }) => (location?.dimensionRange?.startIndex ?? 0) === at);
    if (tagged.length > 0) entry['developerMetadata'] = tagged.map((one) => withoutDefaults(one));
    list.push(entry);
  }
  return list;
}
