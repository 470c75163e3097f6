// Requests that move cells about: insertRange, deleteRange, copyPaste, cutPaste.
import {
  addToPatch,
  applyPatch,
  attributesAt,
  newPatch,
  resize,
  rowForWrite,
  setCell,
  sheetForWrite,
  type Draft,
} from '../draft';
import { effectiveAt, isCellError } from '../effective';
import { refusal } from '../errors';
import { copied, rewritten } from '../formula-text';
import { areaOf, rangeOf, type Area } from '../grid-range';
import { attributesOf, cellAt, gridOf, isFormula, type Attributes, type Cell, type SheetState } from '../model';
import { assertUnprotected } from '../protection';
import { put, runsWithin, withRoom, without } from '../runs';
import type { Body, GridRange } from '../schema';
import { clearValues, mapAttributes } from './cells';
import { assertRange } from './marks';
import { rewriteFormulas } from './shift-sheet';

function shiftedArea(draft: Draft, body: Body<'insertRange'>): { sheet: SheetState; area: Area; rows: boolean } {
  const sheet = assertRange(draft, body.range as GridRange);
  const area = areaOf(body.range as GridRange, gridOf(sheet));
  const dimension = body.shiftDimension;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw refusal('shiftDimension must be specified.');
  const touched =
    dimension === 'ROWS' ? { ...area, endRow: sheet.grid.rowCount } : { ...area, endColumn: sheet.grid.columnCount };
  assertUnprotected(draft.book, rangeOf(sheet.properties.sheetId, touched), draft.caller);
  return { sheet, area, rows: dimension === 'ROWS' };
}

export function insertRange(draft: Draft, body: Body<'insertRange'>): void {
  const { sheet, area, rows } = shiftedArea(draft, body);
  const { rowCount, columnCount } = sheet.grid;
  if (rows) {
    const count = area.endRow - area.startRow;
    for (let row = sheet.rows.length - 1; row >= area.startRow; row -= 1) {
      for (let column = area.startColumn; column < area.endColumn; column += 1) {
        const cell = cellAt(sheet, row, column);
        if (cell !== null && row + count >= sheet.grid.rowCount) resize(draft, sheet, row + count + 1, columnCount);
        setCell(draft, sheet, row + count, column, cell);
        setCell(draft, sheet, row, column, null);
      }
    }
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      const room = withRoom(sheet.attributes[column], area.startRow, count, undefined);
      sheet.attributes[column] = put(room, sheet.grid.rowCount, Infinity, undefined);
    }
    return;
  }
  const count = area.endColumn - area.startColumn;
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.rows.length); row += 1) {
    const width = sheet.rows[row]?.cells.length ?? 0;
    if (width <= area.startColumn) continue;
    if (width + count > sheet.grid.columnCount) resize(draft, sheet, rowCount, width + count);
    rowForWrite(draft, sheet, row).splice(area.startColumn, 0, ...Array.from({ length: count }, () => null));
  }
  const source = sheet.attributes.slice();
  for (let column = area.startColumn; column < sheet.grid.columnCount; column += 1) {
    const from = column - count;
    takeRuns(sheet, column, from < area.startColumn ? undefined : source[from], area);
  }
}

export function deleteRange(draft: Draft, body: Body<'deleteRange'>): void {
  const { sheet, area, rows } = shiftedArea(draft, body);
  if (rows) {
    const count = area.endRow - area.startRow;
    for (let row = area.startRow; row < sheet.rows.length; row += 1) {
      for (let column = area.startColumn; column < area.endColumn; column += 1) {
        setCell(draft, sheet, row, column, cellAt(sheet, row + count, column));
      }
    }
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      sheet.attributes[column] = without(sheet.attributes[column], area.startRow, area.endRow);
    }
    return;
  }
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.rows.length); row += 1) {
    if ((sheet.rows[row]?.cells.length ?? 0) <= area.startColumn) continue;
    const cells = rowForWrite(draft, sheet, row);
    cells.splice(area.startColumn, area.endColumn - area.startColumn);
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
  }
  const source = sheet.attributes.slice();
  for (let column = area.startColumn; column < sheet.grid.columnCount; column += 1) {
    takeRuns(sheet, column, source[column + area.endColumn - area.startColumn], area);
  }
}

/** A column takes over another's attributes within the area's rows. */
function takeRuns(sheet: SheetState, column: number, from: SheetState['attributes'][number], area: Area): void {
  let runs = put(sheet.attributes[column], area.startRow, area.endRow, undefined);
  for (const run of runsWithin(from, area.startRow, area.endRow)) runs = put(runs, run.start, run.end, run.value);
  sheet.attributes[column] = runs;
}

interface Copied {
  readonly value: Cell;
  readonly attributes: Attributes | undefined;
}

const pasted: Readonly<
  Record<string, { value?: 'entered' | 'worth'; keeps: (to: Attributes, from: Attributes) => Attributes }>
> = {
  PASTE_NORMAL: { value: 'entered', keeps: (_, from) => from },
  PASTE_VALUES: { value: 'worth', keeps: (to) => ({ ...to, textRuns: undefined }) },
  PASTE_FORMAT: { keeps: (to, from) => ({ ...to, format: from.format }) },
  PASTE_NO_BORDERS: {
    value: 'entered',
    keeps: (to, from) => ({ ...from, format: { ...from.format, borders: to.format?.borders } }),
  },
  PASTE_FORMULA: { value: 'entered', keeps: (to) => ({ ...to, textRuns: undefined }) },
  PASTE_DATA_VALIDATION: { keeps: (to, from) => ({ ...to, validation: from.validation }) },
};

function taken(draft: Draft, sheet: SheetState, area: Area, worth: boolean): Copied[][] {
  const calculation = worth && sheet.hasFormulas ? draft.calculation() : undefined;
  return Array.from({ length: area.endRow - area.startRow }, (_, r) =>
    Array.from({ length: area.endColumn - area.startColumn }, (__, c): Copied => {
      const [row, column] = [area.startRow + r, area.startColumn + c];
      const attributes = attributesAt(sheet, row, column);
      if (!calculation) return { value: cellAt(sheet, row, column), attributes };
      const value = effectiveAt(calculation, sheet, row, column);
      return { value: isCellError(value) ? value.error : value, attributes };
    }),
  );
}

export function copyPaste(draft: Draft, body: Body<'copyPaste'>): void {
  const how = pasted[body.pasteType ?? 'PASTE_NORMAL'];
  if (!how) throw refusal(`the emulator has no paste type ${body.pasteType}`);
  const source = assertRange(draft, body.source as GridRange);
  const from = areaOf(body.source as GridRange, gridOf(source));
  const target = assertRange(draft, body.destination as GridRange);
  const wanted = areaOf(body.destination as GridRange, gridOf(target));
  let block = taken(draft, source, from, how.value === 'worth');
  if (body.pasteOrientation === 'TRANSPOSE') block = block[0]?.map((_, c) => block.map((row) => row[c]!)) ?? [];
  const [height, width] = [block.length, block[0]?.length ?? 0];
  const times = (size: number, unit: number): number => (size % unit === 0 ? Math.max(size, unit) : unit);
  const to: Area = {
    ...wanted,
    endRow: wanted.startRow + times(wanted.endRow - wanted.startRow, height),
    endColumn: wanted.startColumn + times(wanted.endColumn - wanted.startColumn, width),
  };
  assertInGrid(target, to);
  assertUnprotected(draft.book, rangeOf(target.properties.sheetId, to), draft.caller);
  const patch = newPatch();
  for (let row = to.startRow; row < to.endRow; row += 1) {
    for (let column = to.startColumn; column < to.endColumn; column += 1) {
      const [r, c] = [(row - to.startRow) % height, (column - to.startColumn) % width];
      const one = block[r]![c]!;
      if (how.value) {
        const moved =
          isFormula(one.value) && copied(one.value.f, row - from.startRow - r, column - from.startColumn - c);
        setCell(draft, target, row, column, moved ? { f: moved } : one.value);
      }
      const next = attributesOf(how.keeps(attributesAt(target, row, column) ?? {}, one.attributes ?? {}));
      addToPatch(patch, row, column, next);
      draft.cellsWritten += 1;
    }
  }
  applyPatch(target, patch);
}

function assertInGrid(sheet: SheetState, area: Area): void {
  const { rowCount, columnCount } = sheet.grid;
  if (area.endRow > rowCount || area.endColumn > columnCount) {
    throw refusal(`The pasted data exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`);
  }
}

export function cutPaste(draft: Draft, body: Body<'cutPaste'>): void {
  const how = pasted[body.pasteType ?? 'PASTE_NORMAL'];
  if (!how) throw refusal(`the emulator has no paste type ${body.pasteType}`);
  const source = assertRange(draft, body.source as GridRange);
  const from = areaOf(body.source as GridRange, gridOf(source));
  const { sheetId, rowIndex = 0, columnIndex = 0 } = (body.destination ?? {}) as Record<string, number | undefined>;
  const target = sheetForWrite(draft, sheetId);
  const to: Area = {
    startRow: rowIndex,
    endRow: rowIndex + from.endRow - from.startRow,
    startColumn: columnIndex,
    endColumn: columnIndex + from.endColumn - from.startColumn,
  };
  assertInGrid(target, to);
  assertUnprotected(draft.book, rangeOf(source.properties.sheetId, from), draft.caller);
  assertUnprotected(draft.book, rangeOf(target.properties.sheetId, to), draft.caller);
  const block = taken(draft, source, from, how.value === 'worth');
  clearValues(draft, source, from);
  mapAttributes(source, from, () => undefined);
  const patch = newPatch();
  block.forEach((row, r) =>
    row.forEach((one, c) => {
      const [y, x] = [to.startRow + r, to.startColumn + c];
      if (how.value) setCell(draft, target, y, x, one.value);
      addToPatch(patch, y, x, attributesOf(how.keeps(attributesAt(target, y, x) ?? {}, one.attributes ?? {})));
    }),
  );
  applyPatch(target, patch);
  followCut(draft, source, from, target, to);
}

/** References that lie wholly within what was cut point to where it is now. */
function followCut(draft: Draft, source: SheetState, from: Area, target: SheetState, to: Area): void {
  const [down, right] = [to.startRow - from.startRow, to.startColumn - from.startColumn];
  const [old, now] = [source.properties.title, target.properties.title];
  rewriteFormulas(draft, (text, sheet) =>
    rewritten(text, (it) => {
      const title = it.sheet ?? sheet.properties.title;
      const last = it.end ?? it.start;
      if (title.toLowerCase() !== old.toLowerCase() || it.start.row === undefined || it.start.column === undefined)
        return undefined;
      if (last.row === undefined || last.column === undefined) return undefined;
      const inside =
        it.start.row >= from.startRow &&
        last.row < from.endRow &&
        it.start.column >= from.startColumn &&
        last.column < from.endColumn;
      if (!inside) return undefined;
      const start = { ...it.start, row: it.start.row + down, column: it.start.column + right };
      const end = it.end && { ...it.end, row: last.row + down, column: last.column + right };
      return { ...it, start, end, sheet: old === now ? it.sheet : now };
    }),
  );
}
