// Requests about the workbook and its sheets: properties, adding, deleting, duplicating.
import { withBothColors } from '../cell-data';
import { assertRoom, resize, sheetById, sheetForWrite, type Draft } from '../draft';
import { noSheet, refusal } from '../errors';
import { below, merged } from '../field-mask';
import { sheetGone, sheetRenamed } from '../formula-text';
import { newSheet, type Book, type SheetState } from '../model';
import { assertUnprotected } from '../protection';
import { sheetByTitle } from '../range-names';
import type { Body, GridProperties, GridRange, SheetProperties, SpreadsheetProperties } from '../schema';
import { sheetProperties } from '../sheet-properties';
import { chartOnCopy } from './chart-sources';
import { deleteSpan } from './dimensions';
import { requestMask } from './mask';
import { rewriteFormulas } from './shift-sheet';

export function updateSpreadsheetProperties(draft: Draft, body: Body<'updateSpreadsheetProperties'>): void {
  const mask = requestMask(body.fields, 'SpreadsheetProperties');
  const next = merged(draft.book.properties, body.properties as SpreadsheetProperties, mask);
  if (!next.title) throw refusal('The title of a spreadsheet must not be empty.');
  assertZone(next.timeZone);
  draft.book.properties = { ...next, locale: next.locale ?? 'en_US', timeZone: next.timeZone ?? 'Etc/GMT' };
}

export function assertZone(timeZone: string | undefined): void {
  if (timeZone === undefined) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw refusal(`Unsupported time zone: ${timeZone}`);
  }
}

function assertTitle(draft: Draft, title: string, own?: SheetState): void {
  if (title.length > 100) throw refusal('The sheet name cannot be greater than 100 characters.');
  const other = sheetByTitle(draft.book, title);
  if (other && other.properties.sheetId !== own?.properties.sheetId) {
    throw refusal(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

function freshId(draft: Draft, wanted: number | undefined): number {
  if (wanted === undefined) {
    for (;;) {
      const id = draft.newNumber();
      if (!draft.book.sheets.some((sheet) => sheet.properties.sheetId === id)) return id;
    }
  }
  if (wanted < 0) throw refusal('Sheet id must be non-negative.');
  if (draft.book.sheets.some((sheet) => sheet.properties.sheetId === wanted)) {
    throw refusal(`Sheet with id ${wanted} already exists.`);
  }
  return wanted;
}

function freshTitle(draft: Draft, make: (n: number) => string): string {
  for (let n = draft.book.sheets.length + 1; ; n += 1) if (!sheetByTitle(draft.book, make(n))) return make(n);
}

function placeAt(draft: Draft, sheet: SheetState, index: number | undefined): void {
  const others = draft.book.sheets.filter((one) => one !== sheet);
  const at = index ?? others.length;
  if (at < 0 || at > others.length) throw refusal(`index[${at}] is beyond the number of sheets.`);
  draft.book.sheets = [...others.slice(0, at), sheet, ...others.slice(at)];
}

export function addSheet(draft: Draft, body: Body<'addSheet'>): object {
  const given = (body.properties ?? {}) as SheetProperties;
  const { index, gridProperties, sheetType, sheetId, title, ...look } = given;
  if (sheetType !== undefined && sheetType !== 'GRID') throw refusal(`the emulator has no sheets of type ${sheetType}`);
  const id = freshId(draft, sheetId);
  const name = title || freshTitle(draft, (n) => `Sheet${n}`);
  assertTitle(draft, name);
  const sheet = newSheet(id, name);
  sheet.properties = { ...sheet.properties, ...(withBothColors(look) as object) };
  sheet.grid = gridAfter(sheet.grid, gridProperties as GridProperties | undefined);
  const cells = draft.book.sheets.reduce((sum, one) => sum + one.grid.rowCount * one.grid.columnCount, 0);
  assertRoom(cells, sheet.grid.rowCount, sheet.grid.columnCount);
  draft.owned.add(sheet);
  placeAt(draft, sheet, index);
  return { properties: sheetProperties(draft.book, sheet) };
}

function gridAfter(old: SheetState['grid'], given: GridProperties | undefined): SheetState['grid'] {
  const next = { ...old, ...given };
  const { rowCount, columnCount, frozenRowCount = 0, frozenColumnCount = 0 } = next;
  if (rowCount < 1) throw refusal("You can't delete all the rows on the sheet.");
  if (columnCount < 1) throw refusal("You can't delete all the columns on the sheet.");
  if (frozenRowCount < 0 || frozenColumnCount < 0) throw refusal('Frozen counts must not be negative.');
  if (frozenRowCount >= rowCount) throw refusal("You can't freeze all visible rows on the sheet.");
  if (frozenColumnCount >= columnCount) throw refusal("You can't freeze all visible columns on the sheet.");
  return next;
}

export function updateSheetProperties(draft: Draft, body: Body<'updateSheetProperties'>): void {
  const mask = requestMask(body.fields, 'SheetProperties');
  const given = (body.properties ?? {}) as SheetProperties;
  const sheet = sheetForWrite(draft, given.sheetId, noSheet);
  const { sheetId } = sheet.properties;
  if (sheet.protectedRanges.some((one) => isWholeSheet(one.range as GridRange))) {
    assertUnprotected(draft.book, { sheetId }, draft.caller);
  }
  const before = sheet.properties;
  const plain = merged<SheetProperties>(before, withBothColors(given) as SheetProperties, mask);
  const { index: _, gridProperties: __, ...properties } = plain;
  const title = properties.title ?? '';
  if (title === '') throw refusal('The sheet name cannot be empty.');
  assertTitle(draft, title, sheet);
  sheet.properties = { ...properties, sheetType: before.sheetType, sheetId, title };
  if (!properties.hidden) delete (sheet.properties as SheetProperties).hidden;
  if (draft.book.sheets.every((one) => one.properties.hidden)) {
    throw refusal("You can't hide all the sheets in a document.");
  }
  if (title !== before.title) rewriteFormulas(draft, (text) => sheetRenamed(text, before.title, title));
  const gridMask = below(mask, 'gridProperties');
  if (gridMask !== undefined && (mask !== true || given.gridProperties)) {
    resizeGrid(draft, sheet, merged<GridProperties>(sheet.grid, given.gridProperties as GridProperties, gridMask));
  }
  if (below(mask, 'index') !== undefined && (mask !== true || given.index !== undefined)) {
    const from = draft.book.sheets.indexOf(sheet);
    const to = given.index ?? 0;
    // The index counts places as they were before the move.
    placeAt(draft, sheet, to > from ? to - 1 : to);
  }
}

const isWholeSheet = (range: GridRange | undefined): boolean =>
  range !== undefined && range.startRowIndex === undefined && range.startColumnIndex === undefined;

function resizeGrid(draft: Draft, sheet: SheetState, wanted: GridProperties): void {
  const next = gridAfter(
    { ...wanted, rowCount: wanted.rowCount ?? 0, columnCount: wanted.columnCount ?? 0 },
    undefined,
  );
  const { rowCount, columnCount } = sheet.grid;
  if (next.rowCount < rowCount) deleteSpan(draft, sheet, 'ROWS', next.rowCount, rowCount);
  if (next.columnCount < columnCount) deleteSpan(draft, sheet, 'COLUMNS', next.columnCount, columnCount);
  resize(draft, sheet, next.rowCount, next.columnCount);
  sheet.grid = next;
}

export function deleteSheet(draft: Draft, body: Body<'deleteSheet'>): void {
  const sheet = sheetById(draft.book, body.sheetId, noSheet);
  const { sheetId, title } = sheet.properties;
  if (!draft.book.sheets.some((one) => one !== sheet && !one.properties.hidden)) {
    throw refusal("You can't remove all the visible sheets in a document.");
  }
  assertUnprotected(draft.book, { sheetId }, draft.caller);
  draft.book.sheets = draft.book.sheets.filter((one) => one !== sheet);
  draft.book.namedRanges = draft.book.namedRanges.filter((one) => (one.range?.sheetId ?? 0) !== sheetId);
  draft.book.metadata = draft.book.metadata.filter(({ location }) => {
    if (location?.spreadsheet) return true;
    return (location?.dimensionRange ? (location.dimensionRange.sheetId ?? 0) : (location?.sheetId ?? 0)) !== sheetId;
  });
  rewriteFormulas(draft, (text) => sheetGone(text, title));
}

export function duplicateSheet(draft: Draft, body: Body<'duplicateSheet'>): object {
  const source = sheetById(draft.book, body.sourceSheetId, noSheet);
  const copy = copyOf(draft, source, freshId(draft, body.newSheetId));
  const { title } = source.properties;
  const name =
    body.newSheetName ||
    freshTitle(draft, (n) => {
      const times = n - draft.book.sheets.length;
      return times === 1 ? `Copy of ${title}` : `Copy of ${title} ${times}`;
    });
  assertTitle(draft, name);
  copy.properties = { ...copy.properties, title: name };
  const cells = draft.book.sheets.reduce((sum, one) => sum + one.grid.rowCount * one.grid.columnCount, 0);
  assertRoom(cells, copy.grid.rowCount, copy.grid.columnCount);
  draft.owned.add(copy);
  placeAt(draft, copy, body.insertSheetIndex ?? 0);
  return { properties: sheetProperties(draft.book, copy) };
}

/** A sheet's copy under another id, everything on it with ids of its own. */
export function copyOf(draft: Draft, source: SheetState, sheetId: number): SheetState {
  const here = <T>(range: T): T => (range ? { ...range, sheetId } : range);
  const own = <T extends { range?: unknown }>(list: readonly T[], ids: (one: T) => object): T[] =>
    list.map((one) => ({ ...one, range: here(one.range), ...ids(one) }));
  const number = (): number => draft.newNumber();
  return {
    ...source,
    properties: { ...source.properties, sheetId },
    // Rows made in this very batch could still be changed: the copy has its own.
    rows: source.rows.map((row) => row && { batch: draft.batch, cells: row.cells.slice() }),
    attributes: source.attributes.slice(),
    merges: source.merges.map(here),
    protectedRanges: own(source.protectedRanges, () => ({ protectedRangeId: number() })),
    bandedRanges: own(source.bandedRanges, () => ({ bandedRangeId: number() })),
    conditionalFormats: source.conditionalFormats.map((rule) => ({ ...rule, ranges: rule.ranges?.map(here) })),
    basicFilter: source.basicFilter && { ...source.basicFilter, range: here(source.basicFilter.range) },
    filterViews: own(source.filterViews, () => ({ filterViewId: number() })),
    charts: source.charts.map((chart) => chartOnCopy(chart, number(), source.properties.sheetId, sheetId)),
    tables: own(source.tables, (table) => ({ tableId: String(number()), name: `${table.name}_${number()}` })),
    rowGroups: own(source.rowGroups, () => ({})),
    columnGroups: own(source.columnGroups, () => ({})),
  };
}

/** Puts a copy of another workbook's sheet at the end, under a title that is free here. */
export function copySheet(draft: Draft, from: Book, sheetId: number): object {
  const source = sheetById(from, sheetId);
  const { title } = source.properties;
  const copy = copyOf(draft, source, freshId(draft, undefined));
  const times = (n: number): string => (n === 1 ? `Copy of ${title}` : `Copy of ${title} ${n}`);
  let n = 1;
  while (sheetByTitle(draft.book, times(n))) n += 1;
  copy.properties = { ...copy.properties, title: times(n) };
  const cells = draft.book.sheets.reduce((sum, one) => sum + one.grid.rowCount * one.grid.columnCount, 0);
  assertRoom(cells, copy.grid.rowCount, copy.grid.columnCount);
  draft.owned.add(copy);
  placeAt(draft, copy, undefined);
  return sheetProperties(draft.book, copy);
}
