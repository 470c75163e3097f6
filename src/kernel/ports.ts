// What the kernel needs of the world, in its own words. `platform/` gives it Google's services, tests give it memory.
import type { WorkbookKey } from './register';
import type { SheetPlan } from './report-sheet';
import type { Cell } from './values';
import type { Mail } from './letter';

/** Rows and columns counted from 0, ends not included; open ends reach to the edge of the tab. */
export interface Block {
  readonly sheetId: number;
  readonly fromRow: number;
  readonly toRow?: number;
  readonly fromColumn?: number;
  readonly toColumn?: number;
}

export type SheetChange =
  | {
      readonly kind: 'insertRows' | 'deleteRows';
      readonly sheetId: number;
      readonly at: number;
      readonly count: number;
    }
  /** '' empties a cell; text is written as text and never parsed. */
  | {
      readonly kind: 'write';
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
      readonly cells: readonly (readonly Cell[])[];
    }
  /** After the last row of the tab that holds anything. */
  | { readonly kind: 'appendRows'; readonly sheetId: number; readonly cells: readonly (readonly Cell[])[] }
  | {
      readonly kind: 'copyRows';
      readonly sheetId: number;
      readonly row: number;
      readonly count: number;
      /** The first so many columns; values only. */
      readonly columns: number;
      readonly toSheetId: number;
      readonly toRow: number;
    }
  | {
      readonly kind: 'note';
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  /** A new tab, in the place of an earlier one. */
  | {
      readonly kind: 'newTab';
      readonly sheetId: number;
      readonly title: string;
      readonly plan: SheetPlan;
      readonly replaces?: number;
    };

/** The tabs of the workbooks. Rows come back without their trailing empty cells, blocks without trailing empty rows. */
export interface Tables {
  read(workbook: WorkbookKey, blocks: readonly Block[]): readonly (readonly (readonly Cell[])[])[];
  /** All or nothing; the cells of `readBack` as they stand right after. */
  commit(
    workbook: WorkbookKey,
    changes: readonly SheetChange[],
    readBack: readonly Block[],
  ): readonly (readonly (readonly Cell[])[])[];
  /** The name of every tab, by its id. */
  titles(workbook: WorkbookKey): ReadonlyMap<number, string>;
  /** How many rows every tab has, blank ones included, by its id. */
  heights(workbook: WorkbookKey): ReadonlyMap<number, number>;
}

/**
 * `throttled`: surely not applied, may be tried again. `ambiguous`: nobody knows. `outside`: a block or a change begins
 * beyond the tab; whether the changes were applied nobody knows if it is a block to be read back.
 * `closed`: the workbook is not this person's to open, or is gone.
 */
export class TablesError extends Error {
  constructor(
    readonly kind: 'throttled' | 'ambiguous' | 'outside' | 'missing' | 'closed' | 'refused',
    message: string,
  ) {
    super(message);
    this.name = 'TablesError';
  }
}

export interface Lock {
  /** False when somebody else holds it for longer than `ms`. */
  acquire(ms: number): boolean;
  release(): void;
}

/** Short-lived and losable: where the last row of each register was seen. */
export interface Hints {
  get(): Readonly<Record<string, number>>;
  put(hints: Readonly<Record<string, number>>): void;
}

export interface Clock {
  /** `YYYY-MM-DDTHH:MM:SS`, the wall clock of the workbook's zone. */
  now(): string;
  sleep(ms: number): void;
}

export interface Random {
  id(): string;
  /** At least 64 bits, as text. */
  salt(): string;
}

/** SHA-256 of the UTF-8 text, as hexadecimal. */
export type Digest = (text: string) => string;

export interface Mailer {
  /** Recipients that may still be written to today. */
  quota(): number;
  send(mail: Mail): void;
}

/** Only in the office and public contexts; asking elsewhere throws. */
export interface Signer {
  /** HMAC-SHA-256 over the UTF-8 text, base64url without padding. */
  sign(text: string): string;
}

export interface Ports {
  readonly tables: Tables;
  readonly lock: Lock;
  readonly hints: Hints;
  readonly clock: Clock;
  readonly random: Random;
  readonly digest: Digest;
}
