// What the edit trigger does: typed rows are swept, what was typed over the system's columns is put back and noted, and what
// waits for a decision and was changed is asked about anew.
import type { Told } from '../kernel/audit';
import { isKept } from '../kernel/columns';
import { firstRow } from '../kernel/kernel-tabs';
import { recordOf } from '../kernel/layout';
import type { Register } from '../kernel/register';
import { commitPlan, openToWrite } from '../kernel/unit-of-work';
import type { RecordRow } from '../kernel/values';
import type { View } from '../kernel/view';
import { keepGoodSettings } from './clockwork';
import { settings } from '../office/settings.register';
import { takeEdited } from './edited';
import { hasTime, readingOf, type Machine } from './machine';
import { cellAsBefore, putBackPlan, readTold, restored, tellingBlock } from './put-back';
import { sweepEdited } from './sweeps';

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
/** Rows read, and rows put back, in one round. */
const rowsAtOnce = 2_000;
const mendedAtOnce = 200;

export function registerEdited(machine: Machine, edit: Edit): void {
  const register = machine.product.registers.find((one) => one.sheetId === edit.sheetId);
  if (!register || edit.toRow <= firstRow) return;
  const since = machine.ports.clock.now();
  let withNumbers = false;
  let byHand = false;
  for (
    let from: number | undefined = Math.max(edit.fromRow, firstRow);
    from !== undefined && hasTime(machine, since);
  ) {
    const round = putBack(machine, register, { ...edit, fromRow: from });
    withNumbers ||= round.keys.includes('no');
    byHand ||= round.byHand;
    from = round.next;
  }
  const edited = { fromRow: Math.max(edit.fromRow, firstRow), toRow: edit.toRow, withNumbers, byHand };
  sweepEdited(machine, register, edited, since);
  takeEdited(machine, register, edited, since);
  if (register.key === settings.key) keepGoodSettings(machine);
}

/** The columns that were edited. */
function touched(view: View, register: Register, edit: Edit): readonly string[] {
  const { columns } = view.layout(register);
  return Object.keys(register.all).filter((key) => columns[key]! >= edit.fromColumn && columns[key]! < edit.toColumn);
}

interface PutBack {
  /** Columns of the system that were edited. */
  readonly keys: readonly string[];
  /** Whether columns that people fill in were edited, too. */
  readonly byHand: boolean;
  /** The row at which to go on. */
  readonly next: number | undefined;
}

/** One round. */
function putBack(machine: Machine, register: Register, edit: Edit): PutBack {
  const { ports } = machine;
  if (!ports.lock.acquire(8_000)) return { keys: [], byHand: true, next: undefined };
  try {
    const reading = readingOf(machine);
    const view = openToWrite(reading, register.workbook, { records: [{ register }], open: true });
    const edited = touched(view, register, edit);
    const keys = edited.filter((key) => isKept(register.all[key]!));
    const byHand = keys.length < edited.length;
    if (keys.length === 0) return { keys, byHand, next: undefined };
    const toRow = Math.min(edit.toRow, edit.fromRow + rowsAtOnce);
    const read = view.rows(register, edit.fromRow, toRow);
    const rows = read.map(({ row, cells }) => recordOf(view.layout(register), cells, row));
    const told = toldOf(view, register, rows);
    const wrong = rows.filter((row) => Object.keys(restored(register, row, keys, told)).length > 0);
    const { plan, notes } = putBackPlan(view, register, wrong.slice(0, mendedAtOnce), keys, told);
    const before =
      edit.was === undefined ? [] : cellAsBefore(view, register, { row: edit.fromRow, key: keys[0]!, was: edit.was });
    commitPlan(reading, view, plan, '', { changes: [...notes, ...before], readBack: [] });
    const rest = read.length > 0 && toRow < edit.toRow ? toRow : undefined;
    return { keys, byHand, next: wrong[mendedAtOnce]?.row ?? rest };
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
