// 3.1.2, 3.3.4: when goods have come, those who were told that they were short hear of it.
import type { RecordRow } from '../../kernel/values';
import { personIn, type LetterKind } from '../../kernel/workflow';
import { gist, goods, linePairs, pairs } from './naming';
import { requisitions } from './requisitions.register';
import { isShort, remaining } from './rules';
import { letterOf } from './wording';

/** A line of a requisition that can be handed out as far as is known. */
const isThere = (record: RecordRow): boolean =>
  record.values['state'] === 'withFront' && remaining(record) > 0 && !isShort(record);

const arrived: LetterKind = {
  key: 'requisition-arrived',
  register: 'requisitions',
  to: personIn('applicant'),
  weight: 2,
  isDue: isThere,
  make: ({ no, values }, facts, _, lines) => {
    const there = lines
      .filter(isThere)
      .map((line): RecordRow => ({ ...line, values: { ...line.values, left: remaining(line) } }));
    return letterOf(
      facts,
      {
        subject: { zh: '已到货，请领取：领用申请 {no}（{gist}）', en: 'Come in: requisition {no} ({gist})' },
        sentence: {
          zh: '您申请的用品前些时候缺货，现在到了，请到前台领取。',
          en: 'What you asked for was short and has come. Please collect it at the front desk.',
        },
        why: { zh: '您收到本邮件，因为申请人是您。', en: 'You get this because the request is yours.' },
      },
      { no, gist: gist(there, 'left', facts) },
      [
        ...pairs(requisitions, values, ['department', 'neededOn'], facts),
        ...linePairs(there, (line) => goods(line.values, 'left'), facts),
      ],
    );
  },
};

export const purchaseLetters: readonly LetterKind[] = [arrived];
