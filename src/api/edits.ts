// What the edit trigger does: typed rows are swept; what was typed over the system's columns is put back and noted.
import type { Told } from '../kernel/audit';
import { isKept } from '../kernel/columns';
import { firstRow } from '../kernel/kernel-tabs';
import { recordOf } from '../kernel/layout';
import type { Register } from '../kernel/register';
import { commitPlan } from '../kernel/unit-of-work';
import type { RecordRow } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import { keepGoodSettings, sweepEdited } from './clockwork';
import { settings } from '../office/settings.register';
import { readingOf, type Machine } from './machine';
import { cellAsBefore, putBackPlan, readTold, tellingBlock } from './put-back';

/** Rows and columns counted from 0, ends not included. */
export interface Edit {
  readonly sheetId: number;
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
  /** What stood in the cell, when the edit is of one cell that was not empty. */
  readonly was?: string;
}

/** The log is looked through from its end; older values are left to the nightly check. */
const linesSearched = 5_000;

export function registerEdited(machine: Machine, edit: Edit): void {
  const register = machine.product.registers.find((one) => one.sheetId === edit.sheetId);
  if (!register || edit.toRow <= firstRow) return;
  putBack(machine, register, edit);
  sweepEdited(machine, register, edit.fromRow, edit.toRow);
  if (register.key === settings.key) keepGoodSettings(machine);
}

/** Columns of the system among those that were edited. */
function touched(view: View, register: Register, edit: Edit): readonly string[] {
  const { columns } = view.layout(register);
  return Object.keys(register.all).filter(
    (key) => isKept(register.all[key]!) && columns[key]! >= edit.fromColumn && columns[key]! < edit.toColumn,
  );
}

function putBack(machine: Machine, register: Register, edit: Edit): void {
  const { ports } = machine;
  if (!ports.lock.acquire(8_000)) return;
  try {
    const reading = readingOf(machine);
    const view = openView(reading, register.workbook, { records: [{ register }], open: true });
    const keys = touched(view, register, edit);
    if (keys.length === 0) return;
    const rows = view
      .rows(register, Math.max(edit.fromRow, firstRow), edit.toRow)
      .map(({ row, cells }) => recordOf(view.layout(register), cells, row));
    const { plan, notes } = putBackPlan(view, register, rows, keys, toldOf(view, register, rows));
    const before =
      edit.was === undefined ? [] : cellAsBefore(view, register, { row: edit.fromRow, key: keys[0]!, was: edit.was });
    commitPlan(reading, view, plan, '', { changes: [...notes, ...before], readBack: [] });
  } finally {
    ports.lock.release();
  }
}

/** What the newest lines of the log tell of these rows. */
function toldOf(view: View, register: Register, rows: readonly RecordRow[]): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  const numbers = new Set(rows.map((row) => row.no).filter((no) => no !== ''));
  if (numbers.size === 0) return told;
  const head = view.counters.get('audit')?.number ?? 0;
  const lines = view.read([tellingBlock(Math.max(1, head + 1 - linesSearched))])[0] ?? [];
  readTold(lines, (key, no) => key === register.key && numbers.has(no), told);
  return told;
}
