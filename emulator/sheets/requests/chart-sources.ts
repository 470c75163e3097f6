// The cells that charts look at: where they are, and how they follow when rows, columns or sheets move.
import { sheetById, sheetForWrite, type Draft } from '../draft';
import { refusal } from '../errors';
import { areaOf, shiftedIndex, shiftedRange, type Dimension, type Shift } from '../grid-range';
import { gridOf, type SheetState } from '../model';
import type { EmbeddedChart, GridRange } from '../schema';

/** A message with every source range in it changed; `undefined` takes the range out. */
function withSources<T>(message: T, change: (range: GridRange) => GridRange | undefined): T {
  if (Array.isArray(message)) return message.map((one: unknown) => withSources(one, change)) as T;
  if (typeof message !== 'object' || message === null) return message;
  const fields = Object.entries(message).map(([key, value]: [string, unknown]) => [
    key,
    key === 'sources' ? (value as GridRange[]).flatMap((range) => change(range) ?? []) : withSources(value, change),
  ]);
  return Object.fromEntries(fields) as T;
}

/** Each source is one row or one column of a sheet that is there. */
export function assertSources(draft: Draft, spec: EmbeddedChart['spec']): void {
  withSources(spec, (range) => {
    const { startRow, endRow, startColumn, endColumn } = areaOf(range, gridOf(sheetById(draft.book, range.sheetId)));
    if (endRow - startRow !== 1 && endColumn - startColumn !== 1) {
      throw refusal('ChartSourceRange ranges require all rows or all columns to have length of 1');
    }
    return range;
  });
}

const overlay = (chart: EmbeddedChart) => chart.position!.overlayPosition!;

const anchored = (chart: EmbeddedChart, anchorCell: object): EmbeddedChart => ({
  ...chart,
  position: { overlayPosition: { ...overlay(chart), anchorCell } },
});

function shiftedChart(chart: EmbeddedChart, sheetId: number, dimension: Dimension, shift: Shift): EmbeddedChart {
  const isHere = (range: { sheetId?: number | null } | undefined) => (range?.sheetId ?? 0) === sheetId;
  const spec = withSources(chart.spec, (range) => (isHere(range) ? shiftedRange(range, dimension, shift) : range));
  const anchor = overlay(chart).anchorCell ?? {};
  if (!isHere(anchor)) return { ...chart, spec };
  const field = dimension === 'ROWS' ? 'rowIndex' : 'columnIndex';
  const at = shiftedIndex(anchor[field] ?? 0, shift) ?? (shift.kind === 'delete' ? shift.start : 0);
  return anchored({ ...chart, spec }, { ...anchor, [field]: at });
}

/** Charts on whatever sheet look at the same cells as before; those on the sheet stand where they stood. */
export function shiftCharts(draft: Draft, changed: SheetState, dimension: Dimension, shift: Shift): void {
  const { sheetId } = changed.properties;
  for (const { charts, properties } of draft.book.sheets) {
    if (charts.length === 0) continue;
    sheetForWrite(draft, properties.sheetId).charts = charts.map((one) => shiftedChart(one, sheetId, dimension, shift));
  }
}

/** The chart on a copy of its sheet looks at the copy. */
export function chartOnCopy(chart: EmbeddedChart, chartId: number, from: number, to: number): EmbeddedChart {
  const spec = withSources(chart.spec, (range) => ((range.sheetId ?? 0) === from ? { ...range, sheetId: to } : range));
  return { ...anchored(chart, { ...overlay(chart).anchorCell, sheetId: to }), spec, chartId };
}
