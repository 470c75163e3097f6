// Verifies the audit log's chain, for the menu item 核验操作日志.
import { auditLineOf, emptyChain, firstBreak } from '../kernel/audit';
import { auditTab, countersTab } from '../kernel/kernel-tabs';
import { TablesError } from '../kernel/ports';
import type { WorkbookKey } from '../kernel/register';
import { say, type Language, type Words } from '../kernel/words';
import { usedWorkbooks, type Machine } from './machine';

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

const named: Readonly<Record<WorkbookKey, Words>> = {
  desk: { zh: '前台工作簿', en: 'Desk workbook' },
  restricted: { zh: '受限工作簿', en: 'Restricted workbook' },
};
const closed: Words = {
  zh: '您不能打开这个工作簿，没有核验。请行政人事或机构领导来核验。',
  en: 'You may not open this workbook, so it was not verified. HR or the director can do it.',
};

function verified(machine: Machine, workbook: WorkbookKey, language: Language): string {
  try {
    const { lines, head, brokenAt } = verifyChain(machine, workbook);
    return brokenAt === undefined
      ? say(whole, language, { n: lines, head: head.slice(0, 12) || '—' })
      : say(broken, language, { n: brokenAt });
  } catch (error) {
    if (!(error instanceof TablesError) || error.kind !== 'closed') throw error;
    return say(closed, language);
  }
}

/** The chains of both workbooks, as far as the person may open them. */
export const verifyAuditLog = (machine: Machine, language: Language): string =>
  usedWorkbooks(machine)
    .map((workbook) => `${say(named[workbook], language)}\n${verified(machine, workbook, language)}`)
    .join('\n\n');
