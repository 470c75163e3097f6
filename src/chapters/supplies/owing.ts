// 3.1.2, 3.2.1: what a requisition owes after a correction: what was not handed out after all is owed again.
import type { Sentence } from '../../kernel/errors';
import { text, type RecordRow, type Values } from '../../kernel/values';
import type { Case, CaseLine, Move, Transition } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { numberIn, remaining } from './rules';

const notOwedWords: Words = {
  zh: '申请 {no} 这一行只还欠 {n}：余下的已另行发放。请先更正后来的那次发放。',
  en: 'Requisition {no} owes only {n} of this line: the rest was issued anew. Please correct that issue first.',
};

const asked = ({ input }: CaseLine): number => numberIn(input, 'quantity');
const ofWhich = ({ lines }: Case): readonly CaseLine[] => lines.filter((line) => asked(line) > 0);

/** The line of the requisition that goods were handed out for. */
const requisitionOf = ({ related }: Case, { record: { values } }: CaseLine): RecordRow | undefined =>
  related('requisitions').find(({ no, line }) => no === values['requisition'] && line === values['requisitionLine']);

/** What was not handed out after all is owed again, and what was is not. One that is closed owes nothing, but counts right. */
const owing = (c: Case, sign: 1 | -1): readonly Move[] =>
  ofWhich(c).flatMap((line) => {
    const record = requisitionOf(c, line);
    if (!record) return [];
    const issuedQuantity = Math.max(0, numberIn(record.values, 'issuedQuantity') - sign * asked(line));
    const left = remaining({ ...record, values: { ...record.values, issuedQuantity } });
    const open: Values = ['issued', 'withFront'].includes(text(record.values['state']))
      ? {
          state: left > 0 ? 'withFront' : 'issued',
          shortQuantity: Math.min(numberIn(record.values, 'shortQuantity'), left) || null,
        }
      : {};
    return [{ register: 'requisitions', record, values: { issuedQuantity, ...open }, article: '3.2.1' }];
  });

function notOwed(c: Case): Readonly<Record<string, Sentence>> {
  const wrong = ofWhich(c).flatMap((line) => {
    const record = requisitionOf(c, line);
    if (!record || remaining(record) >= asked(line)) return [];
    return [
      [
        `${line.record.line}.quantity`,
        { words: notOwedWords, values: { no: record.no, n: remaining(record) } },
      ] as const,
    ];
  });
  return Object.fromEntries(wrong);
}

/** A correction that the requisition hears of. */
export const alsoOwing = (transition: Transition, sign: 1 | -1): Transition => ({
  ...transition,
  follows: ['requisition'],
  faults: (c) => ({ ...(sign < 0 && notOwed(c)), ...transition.faults!(c) }),
  moves: (c) => [...transition.moves!(c), ...owing(c, sign)],
});
