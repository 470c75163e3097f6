// What the clock does: pure, from open records and facts to transitions to take and letters to write.
import type { Facts, Person } from './facts';
import type { Words } from './words';
import type { Order } from './plan';
import type { RecordRow, Values } from './values';
import type { Move } from './workflow';

/** A transition that the clock takes. */
export interface Act {
  readonly register: string;
  readonly record: RecordRow;
  readonly transition: string;
  readonly input?: Values;
}

export interface JobResult {
  readonly acts?: readonly Act[];
  readonly orders?: readonly Order[];
  /** Records to be made or changed, in the registers that the job works on or `opensIn`. */
  readonly moves?: readonly Move[];
}

/** Works on registers of one workbook. Safe to run twice, late, or after days of not running: what it wants is computed from the records as they are. */
export interface Job {
  readonly key: string;
  readonly article: string;
  readonly when: 'minute' | 'morning' | 'evening';
  /** Open records of these registers are handed in. */
  readonly registers: readonly string[];
  /** Registers, small ones, of which every record is handed in. */
  readonly reads?: readonly string[];
  /** Registers in which it makes new records. */
  readonly opensIn?: readonly string[];
  plan(open: readonly RecordRow[], facts: Facts): JobResult;
}

/** A part of the morning letter: what one person should know today. Empty parts are left out, empty letters never sent. */
export interface Digest {
  readonly key: string;
  readonly article: string;
  readonly registers: readonly string[];
  /** Registers, small ones, of which every record is handed in. */
  readonly reads?: readonly string[];
  readonly title: Words;
  lines(open: readonly RecordRow[], person: Person, facts: Facts): readonly (readonly [string, string])[];
}
