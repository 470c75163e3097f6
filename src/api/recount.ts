// Counters that are gone, with their tab or row by row, are made again from what they had counted: numbers are never given
// twice, and the audit log goes on where it ended.
import { auditLineOf, emptyChain, type AuditLine } from '../kernel/audit';
import { auditTab, countersTab } from '../kernel/kernel-tabs';
import type { SheetChange } from '../kernel/ports';
import type { WorkbookKey } from '../kernel/register';
import type { Cell } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import { readingOf, type Machine } from './machine';

/** Lines of the log read in one go. */
const linesAtOnce = 5_000;

/** Answers the keys of the counters that were made or raised. To be called under the lock. */
export function recount(machine: Machine, workbook: WorkbookKey): readonly string[] {
  const { tables } = machine.ports;
  const registers = machine.product.registers.filter((one) => one.workbook === workbook);
  const lookups = registers.map((register) => ({ register, column: 'no' }));
  const view = openView(readingOf(machine), workbook, { lookups });
  const there = registers.flatMap((register) => [...view.column(register, 'no').values()].map(String));
  const isGone = (key: string): boolean => !view.counters.has(key);
  // The log also knows the numbers of records that are no longer there.
  const log = ['audit', ...highest(there).keys()].some(isGone) ? linesOf(view) : [];
  const last = log.reduce((one, line) => (line.seq > one.seq ? line : one), emptyChain);
  const numbers = highest([...there, ...log.map(({ no }) => no)]);
  const wanted: readonly (readonly [string, number, string])[] = [
    ...(isGone('audit') && last.seq > 0 ? [['audit', last.seq, last.hash] as const] : []),
    ...[...numbers].map(([key, number]) => [key, number, ''] as const),
  ];
  const short = wanted.filter(([key, number]) => (view.counters.get(key)?.number ?? 0) < number);
  if (short.length > 0) tables.commit(workbook, changesFor(view, short), []);
  return short.map(([key]) => key);
}

/** Serial and year → the highest number given. */
function highest(numbers: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const no of numbers) {
    const [, key, digits] = /^([A-Z]{2,4}-\d{4})-(\d+)$/.exec(no) ?? [];
    if (key) found.set(key, Math.max(found.get(key) ?? 0, Number(digits)));
  }
  return found;
}

function linesOf(view: View): readonly AuditLine[] {
  const lines: AuditLine[] = [];
  for (let fromRow = 1; ; fromRow += linesAtOnce) {
    const [read = []] = view.read([{ sheetId: auditTab.sheetId, fromRow, toRow: fromRow + linesAtOnce }]);
    if (read.length === 0) return lines;
    lines.push(...read.map(auditLineOf));
  }
}

function changesFor(view: View, cells: readonly (readonly Cell[])[]): readonly SheetChange[] {
  const { sheetId } = countersTab;
  const rowOf = ([key]: readonly Cell[]): number | undefined => view.counters.get(String(key))?.row;
  const missing = cells.filter((one) => rowOf(one) === undefined);
  return [
    ...cells
      .filter((one) => !missing.includes(one))
      .map((one): SheetChange => ({ kind: 'write', sheetId, row: rowOf(one)!, column: 0, cells: [one] })),
    ...(missing.length > 0 ? [{ kind: 'appendRows' as const, sheetId, cells: missing }] : []),
  ];
}
