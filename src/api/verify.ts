// Verifies the audit log's chain, for the menu item 核验操作日志.
import { auditLineOf, emptyChain, firstBreak } from '../kernel/audit';
import { auditTab, countersTab } from '../kernel/kernel-tabs';
import type { WorkbookKey } from '../kernel/register';
import { say, type Language, type Words } from '../kernel/words';
import type { Machine } from './machine';

const whole: Words = {
  zh: '操作日志完整：{n} 条记录首尾相连，没有被改动或删除。链尾：{head}',
  en: 'The audit log is whole: {n} lines, each chained to the one before. Head: {head}',
};
const broken: Words = {
  zh: '操作日志在第 {n} 条处断开：这一条或它之前的内容被改动或删除过。请保留现状并通知机构领导。',
  en: 'The audit log breaks at line {n}: it, or something before it, was changed or removed. Leave it as it is and tell the director.',
};

/** The number of lines, and where the chain breaks first; undefined when it is whole. */
export function verifyChain(
  machine: Machine,
  workbook: WorkbookKey,
): { lines: number; head: string; brokenAt: number | undefined } {
  const { tables, digest } = machine.ports;
  const [cells = [], counters = []] = tables.read(workbook, [
    { sheetId: auditTab.sheetId, fromRow: 1 },
    { sheetId: countersTab.sheetId, fromRow: 1 },
  ]);
  const stored = counters.find((row) => row[0] === 'audit');
  const head = stored ? { seq: Number(stored[1]), hash: String(stored[2]) } : emptyChain;
  const lines = cells.filter((row) => row.length > 0).map(auditLineOf);
  return { lines: lines.length, head: head.hash, brokenAt: firstBreak(lines, head, digest) };
}

export function verifyAuditLog(machine: Machine, language: Language): string {
  const { lines, head, brokenAt } = verifyChain(machine, 'desk');
  return brokenAt === undefined
    ? say(whole, language, { n: lines, head: head.slice(0, 12) || '—' })
    : say(broken, language, { n: brokenAt });
}
