// What helps at the desk beside the forms: a purchase filled in, what to buy, lists on paper.
import type { Follow, Note, PrintList } from '../../kernel/chapter';
import { text, type RecordRow, type Values } from '../../kernel/values';
import { say } from '../../kernel/words';
import { isCounted, isShort, itemNamed, toBuy } from './rules';

const askForPurchase = { zh: '申请采购', en: 'Ask for a purchase' };

const buying = ({ values }: RecordRow): Values => ({
  item: values['label'] ?? null,
  quantity: toBuy(values),
  estimatedPrice: values['lastPrice'] ?? null,
});

export const follows: readonly Follow[] = [
  {
    from: 'items',
    register: 'supply-purchases',
    label: askForPurchase,
    when: ({ values }) => values['state'] === 'low',
    values: (_, { language }) => ({ reason: say({ zh: '库存不足', en: 'Low stock' }, language) }),
    lines: (lines) => lines.map(buying),
  },
  {
    from: 'requisitions',
    register: 'supply-purchases',
    label: { zh: '缺的申请采购', en: 'Ask for what is short' },
    when: (record, _, lines = [record]) => lines.some(isShort),
    reads: ['items'],
    values: ({ no }, { language }) => ({
      requisition: no,
      reason: say({ zh: '领用申请 {no} 库存不足', en: 'Short for requisition {no}' }, language, { no }),
    }),
    lines: (lines, _, related) =>
      lines.filter(isShort).map(({ values }) => ({
        item: values['item'] ?? null,
        quantity: values['shortQuantity'] ?? null,
        estimatedPrice: itemNamed(related?.('items') ?? [], values['item'])?.values['lastPrice'] ?? null,
      })),
  },
];

export const notes: readonly Note[] = [
  {
    register: 'items',
    say: ({ values }, { language }) =>
      values['state'] === 'low'
        ? say({ zh: '库存不足，建议采购 {n} {unit}。', en: 'Low: buy {n} {unit}.' }, language, {
            n: toBuy(values),
            unit: text(values['unit']),
          })
        : undefined,
  },
];

/** For the shelf: places to write into, and no book quantities. */
const countSheet: PrintList = {
  register: 'stocktakes',
  key: 'count',
  title: { zh: '库存盘点表（盲盘）', en: 'Count sheet' },
  columns: ['location', 'item', 'unit', 'counted', 'reason'],
  includes: ({ values }) => values['state'] === 'open' && !isCounted(values),
};

const lowList: PrintList = {
  register: 'items',
  key: 'low',
  title: { zh: '库存不足清单', en: 'Low stock' },
  columns: ['category', 'label', 'unit', 'onHand', 'onOrder', 'minimum', 'reorderTo', 'lastPrice'],
  includes: ({ values }) => values['state'] === 'low',
};

const issueList: PrintList = {
  register: 'issues',
  key: 'unsigned',
  title: { zh: '办公用品领用登记表（待签收）', en: 'Goods to be signed for' },
  columns: ['issuedAt', 'department', 'recipient', 'item', 'quantity', 'unit', 'issuedBy', 'signedAt'],
  includes: ({ values }) => values['state'] === 'unsigned',
};

const issuesOfMonth: PrintList = {
  register: 'issues',
  key: 'month',
  title: { zh: '办公用品领用登记表', en: 'Goods issued' },
  columns: [
    ...['issuedAt', 'department', 'recipient', 'item', 'spec', 'unit', 'quantity', 'returnedQuantity'],
    ...['issuedBy', 'signedAt', 'signedBy', 'state'],
  ],
  period: 'month',
  includes: () => true,
};

const ledgerOfMonth: PrintList = {
  register: 'stock-ledger',
  key: 'month',
  title: { zh: '办公用品库存台账', en: 'Stock ledger' },
  columns: [
    ...['at', 'item', 'spec', 'unit', 'kind', 'quantity', 'balance', 'department', 'person'],
    ...['reference', 'handledBy', 'remark'],
  ],
  period: 'month',
  includes: () => true,
};

export const prints: readonly PrintList[] = [countSheet, lowList, issueList, issuesOfMonth, ledgerOfMonth];
