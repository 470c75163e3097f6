// Once a month personal data past its keep time is masked: in the tabs, in the audit logs, in the copies of changed rows, and in
// what the outboxes say of letters that did not go.
// What is to be done is told by what is there, so that a run may break off anywhere and the next one goes on.
import { auditLineOf, maskedLine } from '../kernel/audit';
import { addMonths, minutesBetween, monthOf } from '../kernel/civil';
import { auditTab, beforeTab, outboxTab } from '../kernel/kernel-tabs';
import { agedBy, isPast, keptFrom, maskedValues } from '../kernel/keep-time';
import { recordOf } from '../kernel/layout';
import { nothing, type Update } from '../kernel/plan';
import type { SheetChange } from '../kernel/ports';
import type { Register, WorkbookKey } from '../kernel/register';
import { commitPlan, openToWrite } from '../kernel/unit-of-work';
import type { RecordRow, Values } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import { sharedKeys, usedWorkbooks, type Machine } from './machine';
import { patientReading } from './patience';

const rowsAtOnce = 2_000;
/** Records, and lines of the log, in one commit. */
const maskedAtOnce = 100;
/** One run lasts six minutes at most: after these no further register is begun. */
const mostMinutes = 2;

/** The registers and outboxes that have not had their turn this month. */
export function maskOverdue(machine: Machine): void {
  const { shared, ports, product } = machine;
  const started = ports.clock.now();
  const month = monthOf(started);
  const turns = [
    ...product.registers.filter(({ keep }) => keep).map((one) => () => maskRegister(machine, one)),
    ...usedWorkbooks(machine).map((one) => () => forgetFailures(machine, one)),
  ];
  const [doneIn = '', count = ''] = (shared.get(sharedKeys.masked) ?? '').split('|');
  for (let done = doneIn === month ? Number(count) : 0; done < turns.length; done += 1) {
    if (minutesBetween(started, ports.clock.now()) >= mostMinutes) return;
    if (!turns[done]!()) return;
    shared.put(sharedKeys.masked, `${month}|${done + 1}`);
  }
}

interface Numbers {
  readonly known: ReadonlySet<string>;
  /** Number → row of the records that are past their time. */
  readonly past: ReadonlyMap<string, number>;
}

/** Read by columns, so that what is young costs little. */
function numbersIn(view: View, register: Register, from: string): Numbers {
  const past = new Map<string, number>();
  const layout = view.layout(register);
  const aged = agedBy(register).map((key) => [key, view.column(register, key)] as const);
  const numbers = [...view.column(register, 'no')].map(([row, no]) => [row, String(no)] as const);
  for (const [row, no] of numbers) {
    const values: Values = Object.fromEntries(
      aged.map(([key, cells]) => [key, register.all[key]!.fromCell(cells.get(row) ?? '', layout.language)]),
    );
    if (isPast(register, values, from)) past.set(no, row);
  }
  return { known: new Set(numbers.map(([, no]) => no)), past };
}

/** False when the workbook was busy: then the rest is done another morning. */
function maskRegister(machine: Machine, register: Register): boolean {
  const { workbook } = register;
  const lookups = ['no', ...agedBy(register)].map((column) => ({ register, column }));
  const view = openView(patientReading(machine), workbook, { lookups });
  const from = keptFrom(register, view.facts);
  const numbers = numbersIn(view, register, from);
  const records = unmasked(view, register, [...numbers.past.values()]);
  const lines = linesToErase(view, register, numbers, from);
  for (let done = 0; done < Math.max(records.length, lines.length); done += maskedAtOnce) {
    const part = <T>(all: readonly T[]): readonly T[] => all.slice(done, done + maskedAtOnce);
    if (!commitMasks(machine, register, part(records), part(lines))) return false;
  }
  return true;
}

function unmasked(view: View, register: Register, rows: readonly number[]): readonly RecordRow[] {
  const layout = view.layout(register);
  const last = Math.max(0, ...rows);
  const found: RecordRow[] = [];
  for (let from = Math.min(...rows, last + 1); from <= last; from += rowsAtOnce) {
    const wanted = new Set(rows.filter((row) => row >= from && row < from + rowsAtOnce));
    if (wanted.size === 0) continue;
    const toRow = Math.min(from + rowsAtOnce, last + 1);
    view.read([{ sheetId: register.sheetId, fromRow: from, toRow }])[0]?.forEach((cells, index) => {
      if (!wanted.has(from + index)) return;
      const record = recordOf(layout, cells, from + index);
      if (Object.keys(maskedValues(register, record.values, layout.language)).length > 0) found.push(record);
    });
  }
  return found;
}

/** Lines about records past their time, and old ones about records that are no longer there. */
function linesToErase(view: View, register: Register, { known, past }: Numbers, from: string): readonly SheetChange[] {
  const head = view.counters.get('audit')?.number ?? 0;
  const column = auditTab.columns.indexOf('changes');
  const erased: SheetChange[] = [];
  for (let at = 1; at <= head; at += rowsAtOnce) {
    const toRow = Math.min(at + rowsAtOnce, head + 1);
    view.read([{ sheetId: auditTab.sheetId, fromRow: at, toRow, toColumn: column + 1 }])[0]?.forEach((cells, index) => {
      const line = auditLineOf(cells);
      if (line.register !== register.key) return;
      if (!past.has(line.no) && (known.has(line.no) || line.at >= from)) return;
      const { changes } = maskedLine(line);
      if (changes === line.changes) return;
      erased.push({ kind: 'write', sheetId: auditTab.sheetId, row: at + index, column, cells: [[changes]] });
    });
  }
  return erased;
}

function commitMasks(
  machine: Machine,
  register: Register,
  records: readonly RecordRow[],
  lines: readonly SheetChange[],
): boolean {
  const { lock, tables } = machine.ports;
  const { workbook } = register;
  if (!lock.acquire(8_000)) return false;
  try {
    const reading = patientReading(machine);
    const places = records.map(({ no, row }) => ({ register, no, row }));
    const view = openToWrite(reading, workbook, { records: places, open: true });
    const updates = places
      .flatMap(({ no, row }) => view.records(register, no, row))
      .map((record): Update => {
        const values = maskedValues(register, record.values, view.facts.language);
        // The log is told that it was masked, not what it was.
        const blank = Object.fromEntries(Object.keys(values).map((key) => [key, null]));
        return {
          record: { ...record, values: { ...record.values, ...blank } },
          values,
          transition: 'mask',
          article: register.article,
        };
      });
    commitPlan(reading, view, { ...nothing, updates }, '', { changes: lines, readBack: [] });
    tables.commit(workbook, emptied, []);
    return true;
  } finally {
    lock.release();
  }
}

/** The copies of rows that were changed last hold what has just been masked. */
const emptied: readonly SheetChange[] = [
  { kind: 'insertRows', sheetId: beforeTab.sheetId, at: 0, count: beforeTab.rows },
  { kind: 'deleteRows', sheetId: beforeTab.sheetId, at: beforeTab.rows, count: beforeTab.rows },
];

/** Why a letter did not go may name an address; after a month nobody asks any more. False when the workbook was busy. */
function forgetFailures(machine: Machine, workbook: WorkbookKey): boolean {
  const { lock, tables, clock } = machine.ports;
  if (!lock.acquire(8_000)) return false;
  try {
    const { sheetId } = outboxTab;
    const [at, error] = ['at', 'error'].map((key) => outboxTab.columns.indexOf(key)) as [number, number];
    const blocks = [at, error].map((column) => ({ sheetId, fromRow: 1, fromColumn: column, toColumn: column + 1 }));
    const [moments = [], reasons = []] = patientReading(machine).ports.tables.read(workbook, blocks);
    const from = addMonths(clock.now().slice(0, 10), -1);
    const erased = reasons.flatMap(([reason = ''], index): readonly SheetChange[] =>
      reason !== '' && String(moments[index]?.[0] ?? '') < from
        ? [{ kind: 'write', sheetId, row: 1 + index, column: error, cells: [['']] }]
        : [],
    );
    for (let done = 0; done < erased.length; done += maskedAtOnce)
      tables.commit(workbook, erased.slice(done, done + maskedAtOnce), []);
    return true;
  } finally {
    lock.release();
  }
}
