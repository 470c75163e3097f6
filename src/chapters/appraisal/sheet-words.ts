// 8.2: how the appraisal sheet words and formats its cells.
import type { CellFormat } from '../../kernel/columns';
import type { DressedCell } from '../../kernel/report-sheet';
import { say, type Language, type Said, type Words } from '../../kernel/words';

export const formats = {
  points: { type: 'NUMBER', pattern: '0', align: 'CENTER' },
  tenths: { type: 'NUMBER', pattern: '0.0', align: 'CENTER' },
  middle: { type: 'TEXT', pattern: '@', align: 'CENTER' },
  /** A way to rows is a formula, which a cell of text would not compute. */
  way: { type: 'NUMBER', pattern: '0', align: 'LEFT', wrap: true },
  wrapped: { type: 'TEXT', pattern: '@', wrap: true },
} satisfies Record<string, CellFormat>;

export type Tell = (words: Words, values?: Readonly<Record<string, Said>>) => string;
export const tellIn =
  (language: Language): Tell =>
  (words, values) =>
    say(words, language, values);

export const sheetWords = {
  noData: { zh: '无数据', en: 'no data' },
  few: { zh: '数据偏少', en: 'few data' },
  unfinished: { zh: '未评完', en: 'not complete' },
  confirmed: { zh: '确认', en: 'confirmed' },
  none: { zh: '尚未填写', en: 'not filled in' },
} satisfies Record<string, Words>;

export const quiet = (value: string): DressedCell => ({ value, look: 'quiet' });
export const middle = (value: string): DressedCell => ({ value, format: formats.middle });

/** A Chinese character is as wide as two others. */
const widthOf = (sign: string): number => (sign.charCodeAt(0) > 0x2e7f ? 2 : 1);

/** A row that is full ends after the last mark of its second half, or else between words. */
function endOf(row: string): number {
  const [mark, space] = [/.*[、，。；,;]/, /.* /].map((one) => one.exec(row)?.[0].length ?? 0) as [number, number];
  return [mark, space].find((at) => at > row.length / 2) ?? row.length;
}

const widthOfAll = (said: string): number => [...said].reduce((sum, sign) => sum + widthOf(sign), 0);

/** Merged cells do not grow with their text: long text is laid out in rows of at most so many units. */
export function inRows(said: string, most: number): readonly string[] {
  const rows: string[] = [];
  for (const paragraph of said.split('\n')) {
    let row = '';
    let used = 0;
    for (const sign of paragraph) {
      if (used + widthOf(sign) > most) {
        const end = endOf(row);
        rows.push(row.slice(0, end));
        row = row.slice(end).trimStart();
        used = widthOfAll(row);
      }
      row += sign;
      used += widthOf(sign);
    }
    rows.push(row);
  }
  return rows.filter((row) => row.trim() !== '');
}
