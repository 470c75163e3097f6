// Requests that write cells: updateCells, appendCells, repeatCell, setDataValidation, updateBorders.
import { cellWriter, withBothColors, type CellWriter } from '../cell-data';
import {
  addToPatch,
  applyPatch,
  attributesAt,
  newPatch,
  resize,
  rowForWrite,
  setCell,
  sheetById,
  sheetForWrite,
  type AttributePatch,
  type Draft,
} from '../draft';
import { refusal } from '../errors';
import { copied } from '../formula-text';
import { areaOf, rangeOf, type Area } from '../grid-range';
import { attributesOf, gridOf, isFormula, lastRow, type Attributes, type SheetState } from '../model';
import { assertUnprotected } from '../protection';
import { patched, runsWithin, spansWithin } from '../runs';
import type { Body, CellData, CellFormat, GridRange, RowData } from '../schema';
import { rowAfterTable } from './tables';
import { requestMask } from './mask';

/** Lets every cell of an area have other attributes, stretch by stretch. */
export function mapAttributes(
  sheet: SheetState,
  area: Area,
  change: (old: Attributes | undefined) => Attributes | undefined,
): void {
  for (let column = area.startColumn; column < area.endColumn; column += 1) {
    const spans = spansWithin(sheet.attributes[column], area.startRow, area.endRow);
    const next = spans.map((span) => ({ ...span, value: change(span.value) }));
    if (next.some((span, index) => span.value !== spans[index]!.value)) {
      sheet.attributes[column] = patched(sheet.attributes[column], next);
    }
  }
}

export function updateCells(draft: Draft, body: Body<'updateCells'>): void {
  const rows = (body.rows ?? []) as RowData[];
  const writer = cellWriter(requestMask(body.fields, 'CellData'));
  const target = body.range ?? body.start;
  if (!target) throw refusal('Must specify either start or range.');
  const sheet = sheetForWrite(draft, target.sheetId ?? 0);
  const area = body.range ? areaOf(body.range as GridRange, gridOf(sheet)) : areaFrom(sheet, body.start!, rows);
  assertFits(rows, area);
  assertUnprotected(draft.book, rangeOf(sheet.properties.sheetId, area), draft.caller);
  writeRows(draft, sheet, writer, area.startRow, area.startColumn, rows);
  if (body.range) clearUncovered(draft, sheet, writer, area, rows);
}

function areaFrom(
  sheet: SheetState,
  start: { rowIndex?: number | null; columnIndex?: number | null },
  rows: RowData[],
) {
  const startRow = start.rowIndex ?? 0;
  const startColumn = start.columnIndex ?? 0;
  if (startRow < 0 || startColumn < 0) throw refusal('start must not be negative.');
  const width = rows.reduce((most, row) => Math.max(most, row.values?.length ?? 0), 0);
  const area = { startRow, startColumn, endRow: sheet.grid.rowCount, endColumn: sheet.grid.columnCount };
  assertFits(rows, area);
  return { ...area, endRow: startRow + rows.length, endColumn: startColumn + width };
}

function assertFits(rows: readonly RowData[], area: Area): void {
  if (area.startRow + rows.length > area.endRow && rows.length > 0) {
    const row = Math.max(area.startRow, area.endRow);
    throw refusal(`Attempting to write row: ${row}, beyond the last requested row of: ${area.endRow - 1}`);
  }
  for (const row of rows) {
    if (area.startColumn + (row.values?.length ?? 0) > area.endColumn) {
      const column = Math.max(area.startColumn, area.endColumn);
      throw refusal(
        `Attempting to write column: ${column}, beyond the last requested column of: ${area.endColumn - 1}`,
      );
    }
  }
}

function writeRows(
  draft: Draft,
  sheet: SheetState,
  writer: CellWriter,
  startRow: number,
  startColumn: number,
  rows: readonly RowData[],
): void {
  const patch = newPatch();
  const withRuns = columnsWithTextRuns(sheet, startRow, startRow + rows.length);
  rows.forEach((row, r) => {
    const values = row.values ?? [];
    if (writer.setsValue && values.length > 0) rowForWrite(draft, sheet, startRow + r);
    for (let c = 0; c < values.length; c += 1) {
      const [at, column] = [startRow + r, startColumn + c];
      if (writer.setsValue) setCell(draft, sheet, at, column, writer.valueOf(values[c]));
      if (writer.setsAttributes || withRuns.has(column)) patchOne(sheet, writer, patch, at, column, values[c]);
    }
    draft.cellsWritten += values.length;
  });
  applyPatch(sheet, patch);
}

/** Columns of which one of these rows has text runs. */
function columnsWithTextRuns(sheet: SheetState, startRow: number, endRow: number): ReadonlySet<number> {
  const has = (column: number): boolean =>
    runsWithin(sheet.attributes[column], startRow, endRow).some((run) => run.value.textRuns);
  return new Set([...sheet.attributes.keys()].filter(has));
}

function patchOne(
  sheet: SheetState,
  writer: CellWriter,
  patch: AttributePatch,
  row: number,
  column: number,
  data: CellData | undefined,
): void {
  const old = attributesAt(sheet, row, column);
  const next = writer.attributesAfter(old, data);
  if (next !== old) addToPatch(patch, row, column, next);
}

/** Cells of the range that the rows do not reach lose the fields that the mask names. */
function clearUncovered(
  draft: Draft,
  sheet: SheetState,
  writer: CellWriter,
  area: Area,
  rows: readonly RowData[],
): void {
  rows.forEach((row, r) => {
    const startColumn = area.startColumn + (row.values?.length ?? 0);
    clear(draft, sheet, writer, { ...area, startRow: area.startRow + r, endRow: area.startRow + r + 1, startColumn });
  });
  clear(draft, sheet, writer, { ...area, startRow: area.startRow + rows.length });
}

function clear(draft: Draft, sheet: SheetState, writer: CellWriter, area: Area): void {
  if (area.startRow >= area.endRow || area.startColumn >= area.endColumn) return;
  if (writer.setsValue) clearValues(draft, sheet, area);
  if (writer.setsAttributes) mapAttributes(sheet, area, (old) => old && writer.attributesAfter(old, undefined));
}

export function clearValues(draft: Draft, sheet: SheetState, area: Area): void {
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.rows.length); row += 1) {
    const width = Math.min(area.endColumn, sheet.rows[row]?.cells.length ?? 0);
    for (let column = width - 1; column >= area.startColumn; column -= 1) {
      setCell(draft, sheet, row, column, null);
      draft.cellsWritten += 1;
    }
  }
}

export function appendCells(draft: Draft, body: Body<'appendCells'>): void {
  const rows = (body.rows ?? []) as RowData[];
  const writer = cellWriter(requestMask(body.fields, 'CellData'));
  // Google looks the sheet up before the table, although the table decides.
  sheetById(draft.book, body.sheetId);
  const target = body.tableId === undefined ? undefined : rowAfterTable(draft, body.tableId, rows.length);
  const sheet = sheetForWrite(draft, target?.sheetId ?? body.sheetId);
  const startRow = target?.row ?? lastRow(sheet);
  const startColumn = target?.column ?? 0;
  const { rowCount, columnCount } = sheet.grid;
  if (startRow + rows.length > rowCount) resize(draft, sheet, startRow + rows.length, columnCount);
  const area = { startRow, startColumn, endRow: startRow + rows.length, endColumn: columnCount };
  assertFits(rows, area);
  assertUnprotected(draft.book, rangeOf(sheet.properties.sheetId, area), draft.caller);
  writeRows(draft, sheet, writer, startRow, startColumn, rows);
}

export function repeatCell(draft: Draft, body: Body<'repeatCell'>): void {
  const writer = cellWriter(requestMask(body.fields, 'CellData'));
  if (!body.range) throw refusal('range must be specified.');
  const sheet = sheetForWrite(draft, body.range.sheetId ?? 0);
  const area = areaOf(body.range as GridRange, gridOf(sheet));
  assertUnprotected(draft.book, rangeOf(sheet.properties.sheetId, area), draft.caller);
  const cell = body.cell as CellData | undefined;
  if (writer.setsValue) {
    const value = writer.valueOf(cell);
    if (value === null) clearValues(draft, sheet, area);
    else {
      for (let row = area.startRow; row < area.endRow; row += 1) {
        for (let column = area.startColumn; column < area.endColumn; column += 1) {
          const moved = isFormula(value) && { f: copied(value.f, row - area.startRow, column - area.startColumn) };
          setCell(draft, sheet, row, column, moved || value);
          draft.cellsWritten += 1;
        }
      }
    }
  }
  const memo = new Map<Attributes | undefined, Attributes | undefined>();
  mapAttributes(sheet, area, (old) => {
    if (!memo.has(old)) memo.set(old, writer.attributesAfter(old, cell));
    return memo.get(old);
  });
}

export function setDataValidation(draft: Draft, body: Body<'setDataValidation'>): void {
  if (!body.range) throw refusal('range must be specified.');
  const sheet = sheetForWrite(draft, body.range.sheetId ?? 0);
  const area = areaOf(body.range as GridRange, gridOf(sheet));
  assertUnprotected(draft.book, rangeOf(sheet.properties.sheetId, area), draft.caller);
  if (body.rule && !body.rule.condition?.type) throw refusal('condition.type must be specified.');
  mapAttributes(sheet, area, (old) => attributesOf({ ...old, validation: body.rule }));
}

type Side = 'top' | 'bottom' | 'left' | 'right';

export function updateBorders(draft: Draft, body: Body<'updateBorders'>): void {
  if (!body.range) throw refusal('range must be specified.');
  const sheet = sheetForWrite(draft, body.range.sheetId ?? 0);
  const area = areaOf(body.range as GridRange, gridOf(sheet));
  assertUnprotected(draft.book, rangeOf(sheet.properties.sheetId, area), draft.caller);
  const { startRow, endRow, startColumn, endColumn } = area;
  const strips: [Side, object | undefined, Area][] = [
    ['top', body.innerHorizontal, { ...area, startRow: startRow + 1 }],
    ['bottom', body.innerHorizontal, { ...area, endRow: endRow - 1 }],
    ['left', body.innerVertical, { ...area, startColumn: startColumn + 1 }],
    ['right', body.innerVertical, { ...area, endColumn: endColumn - 1 }],
    ['top', body.top, { ...area, endRow: startRow + 1 }],
    ['bottom', body.bottom, { ...area, startRow: endRow - 1 }],
    ['left', body.left, { ...area, endColumn: startColumn + 1 }],
    ['right', body.right, { ...area, startColumn: endColumn - 1 }],
  ];
  for (const [side, border, strip] of strips) {
    if (border && strip.startRow < strip.endRow) mapAttributes(sheet, strip, (old) => bordered(old, side, border));
  }
}

function bordered(old: Attributes | undefined, side: Side, border: object): Attributes | undefined {
  const borders = { ...old?.format?.borders } as Record<string, unknown>;
  if ((border as { style?: string }).style === 'NONE') delete borders[side];
  else borders[side] = { ...(withBothColors(border) as object), width: widthOf((border as { style?: string }).style) };
  const format = { ...old?.format, borders } as CellFormat;
  if (Object.keys(borders).length === 0) delete format.borders;
  return attributesOf({ ...old, format });
}

const widthOf = (style: string | undefined): number =>
  style === 'SOLID_THICK' || style === 'DOUBLE' ? 3 : style === 'SOLID_MEDIUM' ? 2 : 1;
