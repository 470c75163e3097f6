// 1.3.2–1.3.5: the page of the month's report: a wide column and 35 narrow ones, on which a month's days stand side by
// side and tables of other widths are merged out of several.
import {
  dressed,
  spread,
  type Area,
  type Chart,
  type Look,
  type SheetCell,
  type SheetRow,
} from '../../kernel/report-sheet';

const labelWidth = 150;
const narrowWidth = 28;
const narrow = 35;
export const width = 1 + narrow;
/** Two tables stand side by side, each on so many columns. */
export const half = width / 2;
export const widths: readonly number[] = [labelWidth, ...Array.from({ length: narrow }, () => narrowWidth)];

/** In pixels, from one column to before another. */
export const pixels = (fromColumn: number, toColumn: number): number =>
  widths.slice(fromColumn, toColumn).reduce((sum, one) => sum + one, 0);
const rowHeight = 21;
/** Rows that a band of charts takes. */
export const chartRows = 8;
export const chartHeight = chartRows * rowHeight;

export interface Section {
  readonly rows: readonly SheetRow[];
  readonly charts: readonly Chart[];
}

/** Where columns that take so many of the page's begin. */
export const startsOf = (spans: readonly number[], from = 0): readonly number[] =>
  spans.map((_, index) => from + spans.slice(0, index).reduce((sum, one) => sum + one, 0));

export const lineOf = (spans: readonly number[], cells: readonly SheetCell[], look?: Look): SheetRow =>
  spans.flatMap((span, index) => {
    const cell = cells[index] ?? '';
    return spread(look === undefined ? cell : { ...dressed(cell), look }, span);
  });

export const titleLine = (title: string, across = width): SheetRow => spread({ value: title, look: 'section' }, across);

const blank: SheetRow = Array.from({ length: half }, () => '');

/** Two tables as one, the shorter filled up with blanks, and both to a least height. */
export function beside(left: readonly SheetRow[], right: readonly SheetRow[], least = 0): readonly SheetRow[] {
  const height = Math.max(left.length, right.length, least);
  return Array.from({ length: height }, (_, row) => [...(left[row] ?? blank), ...(right[row] ?? blank)]);
}

export const blankRows = (count: number): readonly SheetRow[] => Array.from({ length: count }, () => []);

/** A chart over some columns; absent where it would show nothing. */
export function chartOver(
  kind: Chart['kind'],
  title: string,
  place: { readonly row: number; readonly from: number; readonly to: number },
  cells: { readonly labels: Area; readonly series: readonly Area[]; readonly known: boolean },
): readonly Chart[] {
  const { row, from, to } = place;
  const { labels, series, known } = cells;
  if (!known || series.length === 0) return [];
  return [{ kind, title, row, column: from, width: pixels(from, to), height: chartHeight, labels, series }];
}
