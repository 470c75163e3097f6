// October 2026 at a small front desk, and something of September: what stands in the registers on the third of November.
import type { Values } from '../../../src/kernel/values';
import { catalogue } from '../supplies/stock-example';

const visit = (arrivedAt: string, host: string, more: Values = {}): Values => ({
  visitor: '林女士',
  purpose: '洽谈合作',
  host,
  people: 1,
  state: 'left',
  arrivedAt,
  recordedAt: arrivedAt,
  ...more,
});

export const secret = '家里出了事';

export const visitRows: readonly Values[] = [
  // Booked in August for October.
  visit('2026-10-08T09:00', '陈静', { recordedAt: '2026-08-20T10:00', people: 3 }),
  visit('2026-09-29T15:00', '社工部'),
  visit('2026-10-08T10:00', '周琳', { isClient: true, visitor: '小王', purpose: secret }),
  visit('2026-10-09T10:00', '王芳'),
  // Entered after the visitor had left, without a time of arrival.
  visit('', '已离开的人', { arrivedAt: null, leftAt: '2026-10-31T17:00', recordedAt: '2026-10-31T17:05' }),
  visit('', '陈静', {
    arrivedAt: null,
    expectedAt: '2026-10-30T09:00',
    state: 'noShow',
    recordedAt: '2026-10-31T17:06',
  }),
  // On paper in October, entered in November.
  visit('2026-10-30T09:00', '陈静', { recordedAt: '2026-11-02T09:00' }),
  visit('2026-11-02T10:00', '陈静'),
];

const call = (at: string, kind: string, outcome: string | null, more: Values = {}): Values => ({
  caller: '孙先生',
  subject: '问路',
  at,
  recordedAt: at,
  kind,
  outcome,
  state: 'closed',
  ...more,
});

const promised = (at: string, replyDue: string, repliedAt: string | null): Values =>
  call(at, 'enquiry', 'promised', { replyDue, repliedAt, state: repliedAt === null ? 'open' : 'closed' });

export const callRows: readonly Values[] = [
  call('2026-09-10T09:00', 'transfer', 'connected'),
  call('2026-09-11T09:00', 'enquiry', 'messageTaken'),
  call('2026-10-08T09:10', 'transfer', 'connected'),
  call('2026-10-08T09:20', 'transfer', 'notReached'),
  call('2026-10-09T09:20', 'complaint', null, { isClient: true, caller: '小王', subject: secret }),
  promised('2026-10-12T09:00', '2026-10-13T09:00', '2026-10-13T09:00'),
  promised('2026-10-13T09:00', '2026-10-14T09:00', '2026-10-14T09:01'),
  promised('2026-10-14T09:00', '2026-10-15T09:00', null),
  // Still in time when the report is made.
  promised('2026-10-31T17:00', '2026-11-04T09:00', null),
];

const purchase = (recordedAt: string, state: string, quantity: number, more: Values): Values => ({
  item: '打印纸 A4',
  recordedAt,
  state,
  quantity,
  ...more,
});
export const purchaseRows: readonly Values[] = [
  purchase('2026-09-15T09:00', 'received', 2, { estimatedPrice: 30, price: 25 }),
  purchase('2026-10-12T09:00', 'ordered', 10, { estimatedPrice: 25.5 }),
  purchase('2026-10-13T09:00', 'received', 4, { estimatedPrice: 30, price: 25.25 }),
  purchase('2026-10-14T09:00', 'received', 1, { estimatedPrice: 3 }),
];

const answer = (at: string, score: number): Values => ({
  visit: `LF-2026-${at.slice(5, 7)}${at.slice(8, 10)}`,
  at,
  score,
});
export const feedbackRows: readonly Values[] = [
  answer('2026-09-29T16:00', 1),
  answer('2026-09-30T16:00', 2),
  answer('2026-10-08T16:00', 5),
  answer('2026-10-09T16:00', 4),
  answer('2026-10-12T16:00', 3),
  answer('2026-10-13T16:00', 5),
  answer('2026-10-14T16:00', 1),
];

/** Of the items of the stock's own example, those of which so many are to be there. */
const minimums: Readonly<Record<string, number>> = { '打印纸 A4': 40, '订书钉 10号': 12, '白板笔 蓝': 9 };
export const stockedItems: readonly Values[] = catalogue.map((item) => ({
  ...item,
  minimum: minimums[String(item['label'])] ?? null,
}));
