// The board: sections of today's work, made of open records.
import type { Tone } from './columns';
import type { Actor, Facts } from './facts';
import type { RecordRow } from './values';
import type { Words } from './words';

export interface Chip {
  readonly words: Words;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly tone: Tone;
}

export interface BoardSection {
  readonly key: string;
  readonly register: string;
  readonly title: Words;
  readonly empty: Words;
  /** Left out when there is nothing in it, so that the board stays short. */
  readonly onlyFilled?: boolean;
  readonly tone: Tone;
  shows(record: RecordRow, facts: Facts): boolean;
  /** Whose work it is; everybody's who may read the register when absent. */
  isFor?(actor: Actor, record: RecordRow, facts: Facts): boolean;
  /** `open`: everything on the board. */
  chips?(record: RecordRow, facts: Facts, open?: readonly RecordRow[]): readonly Chip[];
  detail?(record: RecordRow, facts: Facts): string;
  /** Smaller comes first. */
  order?(record: RecordRow): string;
  /** The transition offered on the line; it stands out on the record, too. */
  next?(record: RecordRow, facts: Facts): string | undefined;
  /** Instead of a transition: the register whose form continues from the record. */
  form?(record: RecordRow, facts: Facts): string | undefined;
}
