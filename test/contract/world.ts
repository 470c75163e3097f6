// What the contract asks of whoever keeps the tables: the same tabs, and people who do things to them.
import type { Tables } from '../../src/kernel/ports';
import type { Cell } from '../../src/kernel/values';

export interface TablesWorld {
  readonly tables: Tables;
  /** What a tab holds, seen from outside, without trailing empty cells and rows. */
  cells(sheetId: number): readonly (readonly Cell[])[];
  note(sheetId: number, row: number, column: number): string;
  sort(sheetId: number, column: number): void;
  /** Inserts rows as a person does, with the mouse. */
  insertRows(sheetId: number, at: number, count: number): void;
  renameTab(sheetId: number, title: string): void;
}

/** Two tabs of 50 rows and 8 columns, the first with two rows of headings and three of data. */
export const visits = 2101;
export const books = 9003;
export const rows: readonly (readonly Cell[])[] = [
  ['no', 'name', 'at', 'late'],
  ['编号', '姓名', '时间', '补录'],
  ['LF-2026-00002', '林女士', 46304.375, true],
  ['LF-2026-00001', '=1+1', 46303.5],
  ['', '0123'],
];
export const gridRows = 50;
export const gridColumns = 8;
