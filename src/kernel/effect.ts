// An effect: what a record of one workbook makes happen in the other. Ordered with the step that brings it about, and carried
// out by the office, once; from the record as it stands then, so that a forged row of the outbox moves nothing.
import type { Facts } from './facts';
import type { RecordRow } from './values';
import type { Case, Looks, Move } from './workflow';
import type { WorkbookKey } from './register';

export interface EffectGiven {
  readonly record: RecordRow;
  readonly facts: Facts;
  /** Records of the other workbook that name this one, as `finds` asks for them. */
  readonly found: readonly RecordRow[];
  /** Of the registers there that it looks into. */
  related: Case['related'];
}

export interface Effect extends Pick<Looks, 'reads' | 'readsOpen' | 'scans'> {
  readonly key: string;
  readonly article: string;
  /** Whose records bring it about. */
  readonly register: string;
  /** Where it happens. */
  readonly workbook: WorkbookKey;
  /** Records there whose column holds the number of this one. */
  readonly finds?: { readonly register: string; readonly column: string };
  /** Registers there in which it makes new records. */
  readonly opensIn?: readonly string[];
  /** Whether the record still asks for it. */
  isDue(record: RecordRow, facts: Facts): boolean;
  moves(given: EffectGiven): readonly Move[];
}
