// The hidden tabs that every workbook has for the kernel's own books, with their columns in fixed order.
import type { Words } from './words';

export interface KernelTab {
  readonly key: string;
  readonly sheetId: number;
  readonly title: Words;
  readonly columns: readonly string[];
  readonly rows: number;
}

const tab = (key: string, sheetId: number, title: Words, rows: number, columns: readonly string[]): KernelTab => ({
  key,
  sheetId,
  title,
  rows,
  columns,
});

export const auditTab = tab('audit-log', 9001, { zh: '操作日志', en: 'Audit log' }, 500, [
  'seq',
  'at',
  'account',
  'person',
  'context',
  'register',
  'no',
  'line',
  'transition',
  'article',
  'changes',
  'requestId',
  'hash',
]);
export const outboxTab = tab('outbox', 9002, { zh: '通知发件箱', en: 'Outbox' }, 500, [
  'id',
  'at',
  'kind',
  'name',
  'register',
  'no',
  'row',
  'to',
  'state',
  'dueAt',
  'leasedAt',
  'tries',
  'sentAt',
  'error',
]);
export const countersTab = tab('counters', 9003, { zh: '计数', en: 'Counters' }, 200, ['key', 'number', 'text']);
export const requestsTab = tab('recent-requests', 9004, { zh: '最近请求', en: 'Recent requests' }, 301, [
  'id',
  'at',
  'answer',
]);
export const openTab = tab('open-records', 9005, { zh: '未办结记录', en: 'Open records' }, 300, [
  'register',
  'no',
  'line',
  'row',
  'state',
  'due',
  'holder',
  'since',
]);
/**
 * What the last command was to do, and below it the rows that it changed, as they were the instant before: written and copied in
 * the same atomic write.
 */
export const beforeTab = tab('before-images', 9006, { zh: '改前副本', en: 'Before images' }, 600, []);
/** Its columns: room for whole rows of any register, with columns that people added. Set-up widens it for more. */
export const copyWidth = 78;

/** The generated tabs: of which report, period and subject, and which tab it is. */
export const reportsTab = tab('reports', 9007, { zh: '已生成的报表', en: 'Generated reports' }, 200, [
  'key',
  'sheetId',
  'title',
  'at',
  'by',
]);

export const kernelTabs: readonly KernelTab[] = [
  auditTab,
  outboxTab,
  countersTab,
  requestsTab,
  openTab,
  beforeTab,
  reportsTab,
];

/** Requests remembered with their answers; a repeat among them is answered without being done again. */
export const remembered = 300;

/** Rows above the data of a register: the column keys (hidden) and the labels. */
export const firstRow = 2;
