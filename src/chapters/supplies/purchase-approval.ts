// 3.3.2: reviewed by the department head, then approved by the agency's director, who types the amount.
import { total, type Approval } from '../../kernel/approval';
import { isEmpty, type RecordRow } from '../../kernel/values';
import { headOf, role } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { pairs } from '../../kernel/pairs';
import { gist, goods, linePairs } from './naming';
import { numberIn } from './rules';
import { supplyPurchases } from './supply-purchases.register';

const words = {
  total: { zh: '合计', en: 'Total' },
  yuan: { zh: '{amount} 元', en: 'CNY {amount}' },
  line: { zh: '{goods} × {price} 元 · 申请时库存 {stock}', en: '{goods} at CNY {price} · {stock} in stock then' },
  before: { zh: '上次 {price} 元', en: 'last time CNY {price}' },
} satisfies Record<string, Words>;

const amountOf = (lines: readonly RecordRow[]): number => total(lines, 'estimatedPrice', 'quantity');

export const purchaseApproval: Approval = {
  register: supplyPurchases,
  article: '3.3.2',
  applicant: 'applicant',
  department: 'department',
  approved: 'approved',
  untouched: ['approved'],
  content: ['department', 'applicant', 'expectedOn', 'reason', 'item', 'quantity', 'estimatedPrice', 'supplier'],
  carriedOutBy: role('front'),
  steps: [
    {
      key: 'head',
      article: '3.3.2',
      title: { zh: '部门负责人', en: 'Department head' },
      state: 'withHead',
      by: headOf('department'),
    },
    {
      key: 'director',
      article: '3.3.2',
      title: { zh: '机构领导', en: 'Director' },
      state: 'withDirector',
      by: role('director'),
      amount: amountOf,
    },
  ],
  gist: (lines, facts) => gist(lines, 'quantity', facts),
  facts: (lines, facts) => {
    const { language } = facts;
    const said = ({ values }: RecordRow): string => {
      const before = isEmpty(values['priceBefore'])
        ? ''
        : say(words.before, language, { price: numberIn(values, 'priceBefore').toFixed(2) });
      const line = say(words.line, language, {
        goods: goods(values, 'quantity'),
        price: numberIn(values, 'estimatedPrice').toFixed(2),
        stock: numberIn(values, 'stockThen'),
      });
      return [line, before].filter(Boolean).join(' · ');
    };
    return [
      ...pairs(supplyPurchases, lines[0]!.values, ['department', 'applicant', 'expectedOn', 'reason'], facts),
      ...linePairs(lines, said, facts),
      [say(words.total, language), say(words.yuan, language, { amount: amountOf(lines).toFixed(2) })],
    ];
  },
};
