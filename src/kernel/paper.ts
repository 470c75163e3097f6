// A form as it stands on paper: what a register declares of it.
import type { Value } from './values';
import type { Words } from './words';

/** A box at the foot for one signature. It stays blank, to be signed by hand, until there is one. */
export type PaperBox =
  /** The decision on a step of the approval, by the key of the step. */
  | { readonly title: Words; readonly step: string }
  /** Whoever asks, by the column that names them: signed by handing it in. */
  | { readonly title: Words; readonly filed: string }
  /** Columns of the record: filled once there is a moment. */
  | {
      readonly title: Words;
      readonly who: string;
      readonly when: string;
      readonly how?: string;
      readonly signature?: string;
    };

export interface Paper {
  /** Columns of the head, in the order of the paper, two beside each other; long texts take the whole width. */
  readonly head: readonly string[];
  /** Columns that follow where something is filled in. */
  readonly also?: readonly string[];
  /** Columns of the table. */
  readonly lines?: readonly string[];
  /** Instead, while a line is in one of these states. */
  readonly linesWhile?: { readonly states: readonly string[]; readonly lines: readonly string[] };
  /** What a line costs, and all of them: a column more, and a row. */
  readonly amount?: { readonly price: string; readonly quantity: string };
  /** A line that has one of these values is struck out, and not paid for. */
  readonly struckOut?: Readonly<Record<string, readonly Value[]>>;
  readonly boxes: readonly PaperBox[];
}

/** Every column that it names. */
export const columnsOfPaper = ({ head, also = [], lines = [], ...more }: Paper): readonly string[] => [
  ...head,
  ...also,
  ...lines,
  ...(more.linesWhile?.lines ?? []),
  ...Object.values(more.amount ?? {}),
  ...Object.keys(more.struckOut ?? {}),
  ...more.boxes.flatMap((box) => columnsOfBox(box)),
];

function columnsOfBox(box: PaperBox): readonly string[] {
  if ('step' in box) return [];
  if ('filed' in box) return [box.filed];
  return [box.who, box.when, box.how, box.signature].filter((key) => key !== undefined);
}
