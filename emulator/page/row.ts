// The rows of a tab as the grid takes them.
import type { GridCell, GridWindow } from './emulator-types';

/** A row as the grid takes it: texts by column number, for copying, and the cells behind them. */
export interface Row {
  /** From 0, as on the tab. */
  index: number;
  height: number;
  hidden: boolean;
  cells: readonly GridCell[];
  [column: number]: string;
}

/** Google's own, in pixels. */
export const plainHeight = 21;

export type Shape = Omit<GridWindow, 'rows' | 'from'>;

export const emptyRow = (index: number): Row => ({ index, height: plainHeight, hidden: false, cells: [] });

export function fillRow(row: Row, { height, hidden, cells }: GridWindow['rows'][number]): void {
  for (const key of Object.keys(row)) if (/^\d/.test(key)) delete row[Number(key)];
  Object.assign(row, { height, hidden, cells });
  cells.forEach(({ text }, column) => {
    if (text !== undefined) row[column] = text;
  });
}
