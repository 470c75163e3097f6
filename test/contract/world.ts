// What the contract asks of whoever keeps the tables: the same tabs, people who do things to them, and troubles.
import type { WorkbookKey } from '../../src/kernel/register';
import type { Cell } from '../../src/kernel/values';
import type { tableActs } from './acts';
import type { Ask } from './ask';

/**
 * How a call goes wrong. `failed` and `lost` look alike to the caller: the first was not carried out, of the others only
 * the answer is missing.
 */
export type Trouble = 'throttled' | 'failed' | 'lost' | 'empty';

export interface TablesWorld {
  readonly ask: Ask<typeof tableActs>;
  /** What a tab holds, seen from outside, without trailing empty cells and rows. */
  cells(sheetId: number, workbook?: WorkbookKey): readonly (readonly Cell[])[];
  note(sheetId: number, row: number, column: number): string;
  sort(sheetId: number, column: number): void;
  /** Inserts rows as a person does, with the mouse. */
  insertRows(sheetId: number, at: number, count: number): void;
  renameTab(sheetId: number, title: string): void;
  deleteTab(sheetId: number): void;
  /** Does something in the instant before the next commit. */
  beforeCommit(act: () => void): void;
  /** Lets the next call go wrong. */
  trouble(on: 'read' | 'commit', how: Trouble): void;
  /** From now on the workbook is not this person's to open. */
  shutOut(): void;
}

/** Two tabs of 50 rows and 8 columns, the first with two rows of headings and three of data; the restricted workbook has the second only. */
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
