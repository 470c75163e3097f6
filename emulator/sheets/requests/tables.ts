// Requests about tables: typed columns over a range, with a header row that carries their names.
import { attributesAt, resize, setCell, sheetForWrite, type Draft } from '../draft';
import { refusal } from '../errors';
import { below, merged } from '../field-mask';
import { areaOf, clipped, intersects, rangeOf, type Area } from '../grid-range';
import { attributesOf, cellAt, gridOf, type SheetState } from '../model';
import { put } from '../runs';
import type { Body, DataValidationRule, GridRange, Table, TableColumn } from '../schema';
import { assertRange, sheetWith } from './marks';
import { requestMask } from './mask';

const patterns: Readonly<Record<string, { type: string; pattern?: string }>> = {
  DOUBLE: { type: 'NUMBER' },
  CURRENCY: { type: 'CURRENCY' },
  PERCENT: { type: 'PERCENT', pattern: '0.00%' },
  DATE: { type: 'DATE' },
  TIME: { type: 'TIME' },
  DATE_TIME: { type: 'DATE_TIME' },
  TEXT: { type: 'TEXT', pattern: '@' },
};

function assertColumns(columns: readonly TableColumn[], width: number): void {
  for (const column of columns) {
    const index = column.columnIndex ?? 0;
    if (index < 0 || index >= width) throw refusal(`Column index ${index} is outside of the table.`);
    const condition = column.dataValidationRule?.condition;
    if (column.columnType === 'DROPDOWN') {
      if (!condition?.type) throw refusal('Condition must be set for dropdown column type.');
      if (condition.type !== 'ONE_OF_LIST')
        throw refusal('Condition type must be ONE_OF_LIST for dropdown column type.');
    } else if (condition) throw refusal('Cannot set condition for non-dropdown column type.');
  }
}

/** Every column with a name: its own, what the header holds, or "Column N". */
function named(sheet: SheetState, area: Area, given: readonly TableColumn[]): TableColumn[] {
  return Array.from({ length: area.endColumn - area.startColumn }, (_, index): TableColumn => {
    const own = given.find((one) => (one.columnIndex ?? 0) === index);
    const head = cellAt(sheet, area.startRow, area.startColumn + index);
    const columnName = own?.columnName || (typeof head === 'string' && head) || `Column ${index + 1}`;
    return { ...own, columnIndex: index, columnName };
  });
}

function applyColumns(draft: Draft, sheet: SheetState, area: Area, columns: readonly TableColumn[]): void {
  for (const column of columns) {
    const at = area.startColumn + (column.columnIndex ?? 0);
    setCell(draft, sheet, area.startRow, at, column.columnName ?? null);
    for (let row = area.startRow + 1; row < area.endRow; row += 1) {
      const old = attributesAt(sheet, row, at);
      const numberFormat = patterns[column.columnType ?? ''];
      const validation =
        column.columnType === 'DROPDOWN'
          ? ({ ...column.dataValidationRule, strict: true, showCustomUi: true } as DataValidationRule)
          : column.columnType === 'BOOLEAN'
            ? { condition: { type: 'BOOLEAN' }, strict: true, showCustomUi: true }
            : old?.validation;
      const format = numberFormat ? { ...old?.format, numberFormat } : old?.format;
      sheet.attributes[at] = put(sheet.attributes[at], row, row + 1, attributesOf({ ...old, format, validation }));
      if (cellAt(sheet, row, at) !== null) continue;
      if (column.columnType === 'BOOLEAN') setCell(draft, sheet, row, at, false);
      if (column.columnType === 'RATINGS_CHIP') setCell(draft, sheet, row, at, 0);
    }
  }
}

export function addTable(draft: Draft, body: Body<'addTable'>): object {
  const given = (body.table ?? {}) as Table;
  const sheet = assertRange(draft, given.range as GridRange);
  const { sheetId } = sheet.properties;
  const area = areaOf(given.range as GridRange, gridOf(sheet));
  const range = rangeOf(sheetId, area);
  if (area.endRow - area.startRow < 1) throw refusal('A table needs a header row.');
  if (sheet.tables.some((one) => intersects(one.range as GridRange, range))) {
    throw refusal('Cannot add a table over a range that already has a table.');
  }
  const tables = draft.book.sheets.flatMap((one) => one.tables);
  const name = given.name ?? `Table${tables.length + 1}`;
  if (tables.some((one) => one.name === name)) throw refusal(`A table with the name "${name}" already exists.`);
  const tableId = given.tableId ?? String(draft.newNumber());
  if (tables.some((one) => one.tableId === tableId)) throw refusal(`A table with id "${tableId}" already exists.`);
  const columns = (given.columnProperties ?? []) as TableColumn[];
  assertColumns(columns, area.endColumn - area.startColumn);
  const columnProperties = named(sheet, area, columns);
  applyColumns(draft, sheet, area, columnProperties);
  const table: Table = { ...given, name, tableId, range, columnProperties };
  sheet.tables = [...sheet.tables, table];
  return { table };
}

function withTable(draft: Draft, tableId: string | undefined): { sheet: SheetState; table: Table } {
  const has = (one: Table): boolean => one.tableId === tableId;
  const sheet = sheetWith(draft, (one) => one.tables.some(has), `No table with id: ${String(tableId)}`);
  return { sheet, table: sheet.tables.find(has)! };
}

export function updateTable(draft: Draft, body: Body<'updateTable'>): void {
  const mask = requestMask(body.fields, 'Table');
  const given = (body.table ?? {}) as Table;
  const { sheet, table } = withTable(draft, given.tableId);
  const next: Table = { ...merged(table, given, mask), tableId: table.tableId };
  const area = areaOf(next.range as GridRange, gridOf(sheet));
  const range = rangeOf(sheet.properties.sheetId, area);
  if (below(mask, 'columnProperties') !== undefined || below(mask, 'range') !== undefined) {
    // The list is replaced as a whole: columns that it leaves out lose their type.
    const columns = (next.columnProperties ?? []) as TableColumn[];
    const inside = columns.filter((one) => (one.columnIndex ?? 0) < area.endColumn - area.startColumn);
    assertColumns(below(mask, 'columnProperties') ? columns : inside, area.endColumn - area.startColumn);
    next.columnProperties = named(sheet, area, inside);
    applyColumns(draft, sheet, area, next.columnProperties as TableColumn[]);
  }
  sheet.tables = sheet.tables.map((one) => (one === table ? { ...next, range } : one));
}

/** A deleted table takes its cells with it, and conditional formats that lie over it. */
export function deleteTable(draft: Draft, body: Body<'deleteTable'>): void {
  const { sheet, table } = withTable(draft, body.tableId);
  const range = table.range as GridRange;
  const area = clipped(range, sheet.grid);
  for (let row = area.startRow; row < area.endRow; row += 1) {
    for (let column = area.startColumn; column < area.endColumn; column += 1) setCell(draft, sheet, row, column, null);
  }
  for (let column = area.startColumn; column < area.endColumn; column += 1) {
    sheet.attributes[column] = put(sheet.attributes[column], area.startRow, area.endRow, undefined);
  }
  sheet.tables = sheet.tables.filter((one) => one !== table);
  sheet.conditionalFormats = sheet.conditionalFormats.filter(
    (rule) => !(rule.ranges ?? []).some((one) => intersects(one as GridRange, range)),
  );
}

/** Where appendCells continues a table; the table grows by that many rows. */
export function rowAfterTable(
  draft: Draft,
  tableId: string,
  count: number,
): { sheetId: number; row: number; column: number } {
  const { sheet, table } = withTable(draft, tableId);
  const range = table.range as GridRange;
  const area = clipped(range, sheet.grid);
  let row = area.startRow + 1;
  for (let r = area.endRow - 1; r > area.startRow; r -= 1) {
    const filled = sheet.rows[r]?.cells.slice(area.startColumn, area.endColumn).some((cell) => cell !== null);
    if (!filled) continue;
    row = r + 1;
    break;
  }
  if (row + count > area.endRow) {
    const { rowCount, columnCount } = sheet.grid;
    if (row + count > rowCount) resize(draft, sheetForWrite(draft, range.sheetId), row + count, columnCount);
    const grown = { ...table, range: { ...range, endRowIndex: row + count } };
    sheet.tables = sheet.tables.map((one) => (one === table ? grown : one));
  }
  return { sheetId: sheet.properties.sheetId, row, column: area.startColumn };
}
