// 我的事务: what a person finds on their own page, as data: whose records, which of them, and what may be filed there.
import type { Tone } from './columns';
import type { Facts } from './facts';
import type { RecordRow } from './values';
import type { Words } from './words';

export interface MineSection {
  /** Sections of one key, of several registers, are shown as one. */
  readonly key: string;
  readonly title: Words;
  /** Said when there is nothing; a section without it is left out then. */
  readonly empty?: Words;
  readonly tone: Tone;
  readonly register: string;
  /** The column that names whose it is: a person, or a department for its head. Nobody else sees it here. */
  readonly person: string;
  /** Which of theirs are listed. */
  shows(record: RecordRow, facts: Facts): boolean;
  /** The link page that is about the same: its sentence, its facts, its steps, and what it binds. */
  readonly page?: string;
  /** What is told of one; of the page, or of the register, when absent. `lines`: all of the form. */
  facts?(record: RecordRow, facts: Facts, lines: readonly RecordRow[]): readonly (readonly [string, string])[];
  /** What the button says by which the person files a new one, in their own name. */
  readonly files?: Words;
}
