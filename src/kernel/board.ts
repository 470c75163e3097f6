// The board: sections of today's work, made of open records.
import type { Tone } from './columns';
import type { Actor, Facts } from './facts';
import type { RecordRow, Values } from './values';
import type { Words } from './words';

export interface Chip {
  readonly words: Words;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly tone: Tone;
}

/** A new record that the board offers: its form opens filled in, or one press makes it. */
export interface Start {
  readonly register: string;
  /** `{key}` in it stands for a value of its own. */
  readonly label: Words;
  readonly values: Values;
  /** Without a form. Let `values` name the day: the same content tomorrow is then no repeat of today's. */
  readonly atOnce?: boolean;
}

export interface BoardSection {
  readonly key: string;
  readonly register: string;
  readonly title: Words;
  readonly empty: Words;
  /** Left out when there is nothing in it, so that the board stays short: always, or for some people. */
  readonly onlyFilled?: boolean | ((actor: Actor) => boolean);
  /** Of a small register: all its records come to the section, not only the open ones. */
  readonly whole?: boolean;
  readonly tone: Tone;
  /** `open`: everything on the board, also of other registers. */
  shows(record: RecordRow, facts: Facts, open?: readonly RecordRow[]): boolean;
  /** Whose work it is; everybody's who may read the register when absent. */
  isFor?(actor: Actor, record: RecordRow, facts: Facts): boolean;
  /** `open`: everything on the board. */
  chips?(record: RecordRow, facts: Facts, open?: readonly RecordRow[]): readonly Chip[];
  detail?(record: RecordRow, facts: Facts): string;
  /** Smaller comes first. */
  order?(record: RecordRow): string;
  /** The transition offered on the line; it stands out on the record, too. */
  next?(record: RecordRow, facts: Facts, open?: readonly RecordRow[]): string | undefined;
  /** What is still to be entered, told by the section's own records; only to who may enter it. */
  starts?(open: readonly RecordRow[], facts: Facts): readonly Start[];
  /** Instead of a transition: the register whose form continues from the record. */
  form?(record: RecordRow, facts: Facts): string | undefined;
}
