// 3.1.2, 3.1.3, 3.3.1: the applicant hears of a shortage, the recipient signs for the goods, the keeper hears of low stock.
import { isEmpty, text } from '../../kernel/values';
import { personIn, role, type LetterKind } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { issues } from './issues.register';
import { receiptPage } from './issues.workflow';
import { items } from './items.register';
import { letterOf } from '../../kernel/letter';
import { pairs } from '../../kernel/pairs';
import { gist, goods, linePairs } from './naming';
import { requisitions } from './requisitions.register';
import { isLow, isShort, numberIn, toBuy } from './rules';

const shortLine: Words = { zh: '{goods}，缺 {n}', en: '{goods}, {n} short' };

const short: LetterKind = {
  key: 'requisition-short',
  register: 'requisitions',
  to: personIn('applicant'),
  weight: 3,
  isDue: isShort,
  make: ({ no, values }, facts, _, lines) =>
    letterOf(
      facts,
      {
        subject: { zh: '库存不足：领用申请 {no}（{gist}）', en: 'Short of stock: requisition {no} ({gist})' },
        sentence: {
          zh: '您申请的用品库存不足，前台会及时申请采购，到货后通知您领取。',
          en: 'There is not enough in stock of what you asked for. The front desk will see to a purchase and tell you when it has come.',
        },
        why: { zh: '您收到本邮件，因为申请人是您。', en: 'You get this because the request is yours.' },
      },
      { no, gist: gist(lines.filter(isShort), 'shortQuantity', facts) },
      [
        ...pairs(requisitions, values, ['department', 'neededOn'], facts),
        ...linePairs(
          lines.filter(isShort),
          (line) =>
            say(shortLine, facts.language, {
              goods: goods(line.values, 'approvedQuantity'),
              n: numberIn(line.values, 'shortQuantity'),
            }),
          facts,
        ),
      ],
    ),
};

const signing = (key: string, subject: Words, sentence: Words): LetterKind => ({
  key,
  register: 'issues',
  to: personIn('recipient'),
  weight: 2,
  page: receiptPage,
  isDue: ({ values }) => values['state'] === 'unsigned',
  make: ({ no, values }, facts, _, lines) =>
    letterOf(
      facts,
      {
        subject,
        sentence,
        button: { zh: '查看并签收', en: 'View and sign' },
        why: { zh: '您收到本邮件，因为领取人登记的是您。', en: 'You get this because you are named as the recipient.' },
      },
      { no, gist: gist(lines, 'quantity', facts) },
      [
        ...pairs(issues, values, ['requisition', 'department', 'issuedBy', 'issuedAt'], facts),
        ...linePairs(lines, (line) => goods(line.values, 'quantity'), facts),
      ],
    ),
});

const alert: LetterKind = {
  key: 'stock-alert',
  register: 'items',
  to: personIn('alertTo'),
  weight: 3,
  // Stock is short for whoever looks after it, although they may have handed out the last of it themselves.
  evenActor: true,
  isDue: ({ values }) => isLow(values) && !isEmpty(values['alertedAt']),
  make: ({ values }, facts) =>
    letterOf(
      facts,
      {
        subject: { zh: '库存不足：{item}（还有 {n} {unit}）', en: 'Low stock: {item} ({n} {unit} left)' },
        sentence: {
          zh: '{item}已到最低库存，建议采购 {buy} {unit}。打开侧栏，在“库存不足”里点开它，选“申请采购”，表单已填好。',
          en: '{item} has reached its minimum; {buy} {unit} should be bought. In the sidebar open it under “Low stock” and choose “Ask for a purchase”: the form is filled in.',
        },
        why: {
          zh: '您收到本邮件，因为您保管这种用品或在前台。',
          en: 'You get this because you keep this item, or are at the front desk.',
        },
      },
      {
        item: text(values['label']),
        n: numberIn(values, 'onHand'),
        unit: text(values['unit']),
        buy: toBuy(values),
      },
      pairs(items, values, ['onHand', 'onOrder', 'minimum', 'reorderTo', 'lastPrice', 'location'], facts),
    ),
};

const differs: LetterKind = {
  key: 'stock-differs',
  register: 'items',
  to: role('front'),
  weight: 2,
  isDue: ({ values }) => !isEmpty(values['ledgerSum']) && numberIn(values, 'ledgerSum') !== numberIn(values, 'onHand'),
  make: ({ values }, facts) =>
    letterOf(
      facts,
      {
        subject: { zh: '库存与台账不符：{item}', en: 'Stock and ledger differ: {item}' },
        sentence: {
          zh: '{item}的库存是 {n}，台账合计是 {sum}：有人改动过表格。请查台账和操作日志，盘点这种物品，再用盘点或更正入账。',
          en: '{item}: {n} in stock, but its ledger adds up to {sum}, so somebody has changed a tab. Look at the ledger and the audit log, count the item, and book the difference.',
        },
        why: { zh: '您收到本邮件，因为您在前台。', en: 'You get this because you are at the front desk.' },
      },
      {
        item: text(values['label']),
        n: numberIn(values, 'onHand'),
        sum: numberIn(values, 'ledgerSum'),
      },
      pairs(items, values, ['onHand', 'onOrder', 'location', 'movedOn'], facts),
    ),
};

export const ownLetters: readonly LetterKind[] = [
  short,
  differs,
  signing(
    'issue-sign',
    { zh: '请签收：{gist} {no}', en: 'Please sign for {gist} {no}' },
    { zh: '前台已把这些用品发给您，请签收。', en: 'The front desk has handed you these goods. Please sign for them.' },
  ),
  signing(
    'issue-sign-again',
    { zh: '【催签】请签收：{gist} {no}', en: 'Reminder: please sign for {gist} {no}' },
    {
      zh: '这些用品发给您已过 3 天，还没有签收。请签收；没有收到请联系前台。',
      en: 'These goods were handed out three days ago and are not signed for. Please sign, or tell the front desk if you have not got them.',
    },
  ),
  alert,
];
