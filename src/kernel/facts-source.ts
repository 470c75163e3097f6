// How facts come about: the rows of the registers that every decision rests on, and who acts.
import type { Context, Facts } from './facts';
import type { Register } from './register';
import type { RecordRow } from './values';
import type { Actor } from './facts';

export interface Who {
  /** `YYYY-MM-DDTHH:MM:SS`, the wall clock of the workbook's zone. */
  readonly now: string;
  readonly context: Context;
  readonly via: Actor['via'];
  /** E-mail of the account; '' when Google does not say. */
  readonly account: string;
  /** A link's holder, or who is on duty at a shared login: label or staff number. */
  readonly person?: string;
  readonly guest?: string;
}

export interface FactsSource {
  /** Read whole with every command, because every right rests on them. All in the desk workbook. */
  readonly registers: readonly Register[];
  build(rows: Readonly<Record<string, readonly RecordRow[]>>, who: Who): Facts;
}
