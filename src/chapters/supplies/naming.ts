// How goods are named where people read of them: in lists, e-mails and on pages.
import type { Pair } from '../../kernel/pairs';
import type { Facts } from '../../kernel/facts';
import { text, type RecordRow, type Values } from '../../kernel/values';
import { say, type Words } from '../../kernel/words';
import { numberIn } from './rules';

/** “打印纸 A4 5 包”. */
export const goods = (values: Values, quantity: string): string =>
  [text(values['item']), `${numberIn(values, quantity)} ${text(values['unit'])}`.trim()].join(' ');

const andMore: Words = { zh: '{first}等 {n} 项', en: '{first} and {n} more' };

/** The lines of a form in a few words. */
export function gist(lines: readonly RecordRow[], quantity: string, { language }: Facts): string {
  const first = goods(lines[0]!.values, quantity);
  const n = language === 'en' ? lines.length - 1 : lines.length;
  return lines.length === 1 ? first : say(andMore, language, { first, n });
}

/** One fact a line: what, and what is to be known of it. */
export const linePairs = (
  lines: readonly RecordRow[],
  said: (record: RecordRow) => string,
  { language }: Facts,
): readonly Pair[] =>
  lines.map((record) => [
    say({ zh: '第 {line} 行', en: 'Line {line}' }, language, { line: record.line }),
    said(record),
  ]);
