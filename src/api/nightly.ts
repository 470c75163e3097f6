// Nightly every record with a workflow is held against the audit log: edits of which Google told nobody are put back.
import { isKept } from '../kernel/columns';
import type { Told } from '../kernel/audit';
import { firstRow } from '../kernel/kernel-tabs';
import { recordOf } from '../kernel/layout';
import type { Register, WorkbookKey } from '../kernel/register';
import { commitPlan, openToWrite } from '../kernel/unit-of-work';
import type { RecordRow } from '../kernel/values';
import { openView } from '../kernel/view';
import type { Machine } from './machine';
import { patientReading } from './patience';
import { putBackPlan, readTold, restored, tellingBlock } from './put-back';

/** Rows read in one go. */
const linesAtOnce = 5_000;
const rowsAtOnce = 2_000;
/** Records mended in one commit. */
const mendedAtOnce = 100;

const kept = (register: Register): readonly string[] =>
  Object.keys(register.all).filter((key) => isKept(register.all[key]!));

/** Answers how many records had been changed. */
export function compareWithLog(machine: Machine, workbook: WorkbookKey): number {
  const { product } = machine;
  const registers = product.registers.filter((one) => one.workbook === workbook && product.workflow(one.key));
  if (registers.length === 0) return 0;
  const told = new Map<string, Told>();
  const isOurs = (key: string): boolean => registers.some((one) => one.key === key);
  const reading = patientReading(machine);
  const view = openView(reading, workbook, { records: registers.map((register) => ({ register })) });
  const head = view.counters.get('audit')?.number ?? 0;
  for (let from = 1; from <= head; from += linesAtOnce) {
    readTold(view.read([tellingBlock(from, Math.min(from + linesAtOnce, head + 1))])[0] ?? [], isOurs, told);
  }
  return registers.reduce((sum, register) => {
    const changed: RecordRow[] = [];
    const last = view.tail(register).lastRow;
    for (let from = firstRow; from <= last; from += rowsAtOnce) {
      const rows = view.read([
        { sheetId: register.sheetId, fromRow: from, toRow: Math.min(from + rowsAtOnce, last + 1) },
      ]);
      rows[0]?.forEach((cells, index) => {
        const record = recordOf(view.layout(register), cells, from + index);
        if (record.no !== '' && Object.keys(restored(register, record, kept(register), told)).length > 0)
          changed.push(record);
      });
    }
    for (let from = 0; from < changed.length; from += mendedAtOnce) {
      mend(machine, register, changed.slice(from, from + mendedAtOnce), told, head);
    }
    return sum + changed.length;
  }, 0);
}

/** Under the lock, with what the log has been told meanwhile. */
function mend(
  machine: Machine,
  register: Register,
  changed: readonly RecordRow[],
  told: Map<string, Told>,
  head: number,
): void {
  const { lock } = machine.ports;
  if (!lock.acquire(8_000)) return;
  try {
    const reading = patientReading(machine);
    const places = changed.map(({ no, row }) => ({ register, no, row }));
    const view = openToWrite(reading, register.workbook, {
      records: places,
      open: true,
      blocks: [tellingBlock(head + 1)],
    });
    readTold(view.asked[0] ?? [], (key) => key === register.key, told);
    const records = places.flatMap(({ no, row }) => view.records(register, no, row));
    const { plan, notes } = putBackPlan(view, register, records, kept(register), told);
    commitPlan(reading, view, plan, '', { changes: notes, readBack: [] });
  } finally {
    lock.release();
  }
}
