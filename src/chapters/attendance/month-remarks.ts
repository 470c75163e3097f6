// 6.3.1: what people have typed into 备注 of the sheet made before: it belongs to the line and stays with it.
import type { Cell } from '../../kernel/values';
import { wordings } from '../../kernel/words';
import { columnWords } from './month-sheet-words';

const saying = (words: (typeof columnWords)[keyof typeof columnWords]) => {
  const known = wordings(words);
  return (cell: Cell | undefined): boolean => known.includes(String(cell ?? ''));
};
const isNumberHead = saying(columnWords.staffNo);
const isRemarkHead = saying(columnWords.remark);

/** By staff number, '' where there is none; the columns are found by what they are called, since those of leave come and go. */
export function remarksOn(before: readonly (readonly Cell[])[] | undefined): ReadonlyMap<string, string> {
  const head = (before ?? []).findIndex((cells) => isNumberHead(cells[0]));
  if (!before || head < 0) return new Map();
  const at = before[head]!.findIndex(isRemarkHead);
  if (at < 0) return new Map();
  return new Map(before.slice(head + 1).map((cells) => [String(cells[0] ?? ''), String(cells[at] ?? '').trim()]));
}
