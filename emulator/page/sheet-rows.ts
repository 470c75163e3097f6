// The rows of the open tab, fetched in blocks as they come into view, and kept until the tab changes.
import { look } from './ask';
import type { GridWindow } from './emulator-types';
import { emptyRow, fillRow, type Row, type Shape } from './row';

const block = 100;

export interface SheetRows {
  readonly rows: readonly Row[];
  readonly shape: Shape | undefined;
  /** Fetches what of these rows is missing or old; resolves with whether anything is new. */
  need(from: number, to: number): Promise<boolean>;
  /** What is there is old. */
  expire(): void;
}

export function sheetRows(book: string, sheet: number): SheetRows {
  const rows: Row[] = [];
  const fresh = new Set<number>();
  let shape: Shape | undefined;
  let age = 0;

  async function fetchBlocks(first: number, last: number): Promise<void> {
    const startedAt = age;
    const path = `workbooks/${book}/sheets/${sheet}?from=${first * block}&to=${(last + 1) * block}`;
    const { rows: fetched, from, ...rest } = await look<GridWindow>(path);
    shape = rest;
    while (rows.length < rest.rowCount) rows.push(emptyRow(rows.length));
    rows.length = rest.rowCount;
    fetched.forEach((row, index) => fillRow(rows[from + index]!, row));
    if (age === startedAt) for (let at = first; at <= last; at++) fresh.add(at);
  }

  return {
    rows,
    get shape() {
      return shape;
    },
    async need(from, to) {
      const wanted: number[] = [];
      for (let at = Math.floor(from / block); at * block < Math.max(to, from + 1); at++)
        if (!fresh.has(at)) wanted.push(at);
      // The frozen rows are in the first block.
      if (!fresh.has(0) && !wanted.includes(0)) await fetchBlocks(0, 0);
      if (wanted.length === 0) return false;
      await fetchBlocks(wanted[0]!, wanted[wanted.length - 1]!);
      return true;
    },
    expire() {
      age++;
      fresh.clear();
    },
  };
}
