// sortRange: rows change places within a range, with their formats, notes and developer metadata.
import { addToPatch, applyPatch, attributesAt, newPatch, rowForWrite, type Draft } from '../draft';
import { effectiveAt, isCellError, type Effective } from '../effective';
import { refusal } from '../errors';
import { copied } from '../formula-text';
import { areaOf, rangeOf, type Area } from '../grid-range';
import { gridOf, isFormula, type Cell, type SheetState } from '../model';
import { assertUnprotected } from '../protection';
import { runsWithin } from '../runs';
import type { Body, GridRange, MetadataLocation, SortSpec } from '../schema';
import { assertRange } from './marks';

export function sortRange(draft: Draft, body: Body<'sortRange'>): void {
  const sheet = assertRange(draft, body.range as GridRange);
  const area = areaOf(body.range as GridRange, gridOf(sheet));
  const specs = (body.sortSpecs ?? []) as SortSpec[];
  assertUnprotected(draft.book, rangeOf(sheet.properties.sheetId, area), draft.caller);
  for (const { dimensionIndex = 0 } of specs) {
    if (dimensionIndex < area.startColumn || dimensionIndex >= area.endColumn) {
      throw refusal(`sortSpecs.dimensionIndex[${dimensionIndex}] is outside of the range.`);
    }
  }
  sortRows(draft, sheet, area, specs);
}

export function sortRows(draft: Draft, sheet: SheetState, area: Area, specs: readonly SortSpec[]): void {
  const order = orderOf(draft, sheet, area, specs);
  const inOrder = order.every((from, index) => from === area.startRow + index);
  if (inOrder) return;
  const { startColumn, endColumn } = area;
  const old = order.map((from) => sheet.rows[from]?.cells.slice(startColumn, endColumn) ?? []);
  const patch = newPatch();
  for (let column = startColumn; column < endColumn; column += 1) {
    const runs = runsWithin(sheet.attributes[column], area.startRow, area.startRow + order.length);
    const uniform =
      runs.length === 1 && runs[0]!.start === area.startRow && runs[0]!.end >= area.startRow + order.length;
    if (runs.length === 0 || uniform) continue;
    order.forEach((from, index) => addToPatch(patch, area.startRow + index, column, attributesAt(sheet, from, column)));
  }
  applyPatch(sheet, patch);
  order.forEach((from, index) => {
    const to = area.startRow + index;
    if (from === to) return;
    placeRow(draft, sheet, to, startColumn, endColumn, old[index]!, to - from);
  });
  followRows(draft, sheet, area.startRow, order);
}

function placeRow(
  draft: Draft,
  sheet: SheetState,
  row: number,
  startColumn: number,
  endColumn: number,
  values: readonly Cell[],
  down: number,
): void {
  const cells = rowForWrite(draft, sheet, row);
  while (cells.length < startColumn + values.length) cells.push(null);
  for (
    let column = startColumn;
    column < Math.min(endColumn, Math.max(cells.length, startColumn + values.length));
    column += 1
  ) {
    const value = values[column - startColumn] ?? null;
    cells[column] = isFormula(value) ? { f: copied(value.f, down, 0) } : value;
  }
  while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
  draft.cellsWritten += values.length;
}

function orderOf(draft: Draft, sheet: SheetState, area: Area, specs: readonly SortSpec[]): number[] {
  // Rows beyond the last filled one are blank and stay last.
  const end = Math.min(area.endRow, Math.max(sheet.rows.length, area.startRow));
  const rows = Array.from({ length: end - area.startRow }, (_, index) => area.startRow + index);
  const columns = specs.map((spec) => spec.dimensionIndex ?? 0);
  const computed = rows.some((row) => columns.some((column) => isFormula(sheet.rows[row]?.cells[column])));
  const calculation = computed ? draft.calculation() : undefined;
  const keys = new Map(
    rows.map((row) => [
      row,
      columns.map((column): Effective =>
        calculation
          ? effectiveAt(calculation, sheet, row, column)
          : ((sheet.rows[row]?.cells[column] ?? null) as Effective),
      ),
    ]),
  );
  return rows.sort((a, b) => {
    for (let i = 0; i < specs.length; i += 1) {
      const result = compare(keys.get(a)![i]!, keys.get(b)![i]!, specs[i]!.sortOrder === 'DESCENDING');
      if (result !== 0) return result;
    }
    return a - b;
  });
}

/** Numbers before text before truth values before errors; blanks last in either direction. */
const rank = (value: Effective): number =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3;

const collator = new Intl.Collator('zh', { sensitivity: 'accent' });

function compare(a: Effective, b: Effective, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  let result = rank(a) - rank(b);
  if (result === 0) {
    if (typeof a === 'string') result = collator.compare(a, b as string);
    else if (!isCellError(a)) result = Number(a) - Number(b);
  }
  return descending ? -result : result;
}

/** Developer metadata of a row goes where the row goes. */
function followRows(draft: Draft, sheet: SheetState, start: number, order: readonly number[]): void {
  const { sheetId } = sheet.properties;
  const target = new Map(order.map((from, index) => [from, start + index]));
  draft.book.metadata = draft.book.metadata.map((one) => {
    const location = one.location as MetadataLocation;
    const span = location.dimensionRange;
    if (span?.dimension !== 'ROWS' || (span.sheetId ?? 0) !== sheetId) return one;
    const to = target.get(span.startIndex ?? 0);
    if (to === undefined || to === span.startIndex) return one;
    return { ...one, location: { ...location, dimensionRange: { ...span, startIndex: to, endIndex: to + 1 } } };
  });
}
