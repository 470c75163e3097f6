// 3.1.2, 3.3.2: when goods have come, those who were told that they were short hear of it; when they cost more than was
// approved, the director does.
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import { personIn, role, type LetterKind } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { letterOf } from '../../kernel/letter';
import { pairs } from '../../kernel/pairs';
import { gist, goods, linePairs } from './naming';
import { requisitions } from './requisitions.register';
import { approvedPrice, isShort, remaining } from './rules';
import { supplyPurchases } from './supply-purchases.register';

const approvedAt: Words = {
  zh: '{goods}，批准单价 {price} 元\n{why}',
  en: '{goods}, approved at CNY {price}\n{why}',
};

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

const wasDearer = ({ values }: RecordRow): boolean => !isEmpty(values['priceReason']);

const priceAbove: LetterKind = {
  key: 'purchase-price-above',
  register: 'supply-purchases',
  to: role('director'),
  weight: 3,
  isDue: wasDearer,
  make: ({ no, values }, facts, _, lines) => {
    const dearer = lines.filter(wasDearer);
    return letterOf(
      facts,
      {
        subject: { zh: '高于批准单价收货：采购 {no}（{gist}）', en: 'Dearer than approved: purchase {no} ({gist})' },
        sentence: {
          zh: '您批准的采购到货了，单价高于批准的预估单价。前台写了原因，请过目。',
          en: 'Goods that you approved have come at a higher price than was approved. The front desk has said why.',
        },
        why: {
          zh: '您收到本邮件，因为采购由机构领导批准。',
          en: 'You get this because the director approves purchases.',
        },
      },
      { no, gist: gist(dearer, 'receivedQuantity', facts) },
      [
        ...pairs(supplyPurchases, values, ['department', 'applicant', 'reason'], facts),
        ...linePairs(
          dearer,
          (line) =>
            say(approvedAt, facts.language, {
              goods: goods(line.values, 'quantity'),
              price: approvedPrice(line).toFixed(2),
              why: text(line.values['priceReason']),
            }),
          facts,
        ),
      ],
    );
  },
};

export const purchaseLetters: readonly LetterKind[] = [arrived, priceAbove];
