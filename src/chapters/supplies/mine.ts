// 3.1.3: what people find of the supplies on their own page: their requests, what they are to decide and to sign for.
import { minesOf } from '../../kernel/approval';
import type { MineSection } from '../../kernel/mine';
import { receiptPage } from './issues.workflow';
import { purchaseApproval } from './purchase-approval';
import { requisitionApproval } from './requisition-approval';
import { stocktakeApproval } from './stocktake-approval';

const toSign: MineSection = {
  key: 'signatures',
  title: { zh: '待我签收', en: 'For me to sign' },
  empty: { zh: '没有等您签收的用品。', en: 'Nothing waits for your signature.' },
  tone: 'waiting',
  register: 'issues',
  person: 'recipient',
  shows: ({ values }) => values['state'] === 'unsigned',
  page: receiptPage,
};

export const mine: readonly MineSection[] = [
  ...minesOf(requisitionApproval, { zh: '申请领用用品', en: 'Ask for supplies' }),
  ...minesOf(purchaseApproval),
  ...minesOf(stocktakeApproval),
  toSign,
];
