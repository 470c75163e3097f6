// Rectangles on a grid: ranges with open ends, cut to the sheet, and moved as rows and columns come and go.
import { formatRange } from './a1';
import { refusal } from './errors';
import type { GridRange } from './schema';

export type Dimension = 'ROWS' | 'COLUMNS';

/** A rectangle with all four ends; ends are exclusive. */
export interface Area {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

interface Grid {
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The range within the grid. Starting beyond the grid is an error, ending beyond it is not. */
export function areaOf(range: GridRange, grid: Grid): Area {
  const { startRowIndex = 0, startColumnIndex = 0, endRowIndex, endColumnIndex } = range;
  for (const [name, value] of Object.entries(range)) {
    if (name !== 'sheetId' && (value as number) < 0) throw refusal(`${name}[${value}] is negative.`);
  }
  if (endRowIndex !== undefined && endRowIndex < startRowIndex) {
    throw refusal(`endRowIndex[${endRowIndex}] is before startRowIndex[${startRowIndex}].`);
  }
  if (endColumnIndex !== undefined && endColumnIndex < startColumnIndex) {
    throw refusal(`endColumnIndex[${endColumnIndex}] is before startColumnIndex[${startColumnIndex}].`);
  }
  const empty = endRowIndex === startRowIndex || endColumnIndex === startColumnIndex;
  if (!empty && (startRowIndex >= grid.rowCount || startColumnIndex >= grid.columnCount)) {
    throw refusal(
      `Range (${formatRange(grid.title, range)}) exceeds grid limits. Max rows: ${grid.rowCount}, max columns: ${grid.columnCount}`,
    );
  }
  return {
    startRow: startRowIndex,
    startColumn: startColumnIndex,
    endRow: Math.min(endRowIndex ?? grid.rowCount, grid.rowCount),
    endColumn: Math.min(endColumnIndex ?? grid.columnCount, grid.columnCount),
  };
}

/** The range within the grid, whatever lies outside left out. */
export function clipped(range: GridRange, grid: { rowCount: number; columnCount: number }): Area {
  return {
    startRow: range.startRowIndex ?? 0,
    startColumn: range.startColumnIndex ?? 0,
    endRow: Math.min(range.endRowIndex ?? grid.rowCount, grid.rowCount),
    endColumn: Math.min(range.endColumnIndex ?? grid.columnCount, grid.columnCount),
  };
}

export const rangeOf = (sheetId: number, area: Area): GridRange => ({
  sheetId,
  startRowIndex: area.startRow,
  endRowIndex: area.endRow,
  startColumnIndex: area.startColumn,
  endColumnIndex: area.endColumn,
});

export const isEmpty = (area: Area): boolean => area.startRow >= area.endRow || area.startColumn >= area.endColumn;

export function intersects(a: GridRange, b: GridRange): boolean {
  if ((a.sheetId ?? 0) !== (b.sheetId ?? 0)) return false;
  return (
    (a.startRowIndex ?? 0) < (b.endRowIndex ?? Infinity) &&
    (b.startRowIndex ?? 0) < (a.endRowIndex ?? Infinity) &&
    (a.startColumnIndex ?? 0) < (b.endColumnIndex ?? Infinity) &&
    (b.startColumnIndex ?? 0) < (a.endColumnIndex ?? Infinity)
  );
}

export function contains(outer: GridRange, inner: GridRange): boolean {
  return (
    (outer.sheetId ?? 0) === (inner.sheetId ?? 0) &&
    (outer.startRowIndex ?? 0) <= (inner.startRowIndex ?? 0) &&
    (outer.endRowIndex ?? Infinity) >= (inner.endRowIndex ?? Infinity) &&
    (outer.startColumnIndex ?? 0) <= (inner.startColumnIndex ?? 0) &&
    (outer.endColumnIndex ?? Infinity) >= (inner.endColumnIndex ?? Infinity)
  );
}

/** What happens to rows or columns: some come, some go, a block moves (`to` as before the move). */
export type Shift =
  | { readonly kind: 'insert'; readonly at: number; readonly count: number }
  | { readonly kind: 'delete'; readonly start: number; readonly end: number }
  | { readonly kind: 'move'; readonly start: number; readonly end: number; readonly to: number };

/** Where an index is after the shift; `undefined` if it is gone. */
export function shiftedIndex(index: number, shift: Shift): number | undefined {
  if (shift.kind === 'insert') return index >= shift.at ? index + shift.count : index;
  const count = shift.end - shift.start;
  const inside = index >= shift.start && index < shift.end;
  if (shift.kind === 'delete') return inside ? undefined : index >= shift.end ? index - count : index;
  const target = shift.to > shift.start ? shift.to - count : shift.to;
  if (inside) return index - shift.start + target;
  const taken = index >= shift.end ? index - count : index;
  return taken >= target ? taken + count : taken;
}

/** Where a span is after the shift; `undefined` if nothing of it is left. */
export function shiftedSpan(
  start: number | undefined,
  end: number | undefined,
  shift: Shift,
): { start: number | undefined; end: number | undefined } | undefined {
  const from = start ?? 0;
  const to = end ?? Infinity;
  let span: [number, number];
  if (shift.kind === 'insert') {
    span = [from >= shift.at ? from + shift.count : from, to > shift.at ? to + shift.count : to];
    if (start === undefined) span[0] = 0;
  } else if (shift.kind === 'delete') span = cutOut(from, to, shift.start, shift.end);
  else {
    const count = shift.end - shift.start;
    const target = shift.to > shift.start ? shift.to - count : shift.to;
    if (from >= shift.start && to <= shift.end) span = [from - shift.start + target, to - shift.start + target];
    else {
      const [f, t] = cutOut(from, to, shift.start, shift.end);
      const inside = target > f && target < t;
      // A block that moves within the span stays part of it, whichever end it came from.
      const stays = from <= shift.start && to >= shift.end && target >= f && target <= t;
      if (stays || inside) span = [f, t + count];
      else span = target <= f ? [f + count, t + count] : [f, t];
    }
  }
  if (span[0] >= span[1]) return undefined;
  return {
    start: start === undefined && span[0] === 0 ? undefined : span[0],
    end: span[1] === Infinity ? undefined : span[1],
  };
}

function cutOut(from: number, to: number, start: number, end: number): [number, number] {
  const count = end - start;
  const cut = (at: number): number => (at <= start ? at : Math.max(start, at - count));
  return [cut(from), cut(to)];
}

export function shiftedRange(range: GridRange, dimension: Dimension, shift: Shift): GridRange | undefined {
  const rows = dimension === 'ROWS';
  const span = rows
    ? shiftedSpan(range.startRowIndex, range.endRowIndex, shift)
    : shiftedSpan(range.startColumnIndex, range.endColumnIndex, shift);
  if (!span) return undefined;
  const ends = rows
    ? { startRowIndex: span.start, endRowIndex: span.end }
    : { startColumnIndex: span.start, endColumnIndex: span.end };
  const result: GridRange = { ...range, ...ends };
  for (const key of Object.keys(ends) as (keyof typeof ends)[]) if (result[key] === undefined) delete result[key];
  return result;
}
