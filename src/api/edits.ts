// What the edit trigger does: typed rows are swept; what was typed over the system's columns is put back and noted.
import { auditLineOf, lastValues } from '../kernel/audit';
import { auditTab, firstRow } from '../kernel/kernel-tabs';
import { recordOf } from '../kernel/layout';
import type { Update } from '../kernel/plan';
import type { Register } from '../kernel/register';
import { commitPlan } from '../kernel/unit-of-work';
import { isEmpty, sameValue, type RecordRow, type Value } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import { say, type Words } from '../kernel/words';
import { keepGoodSettings, sweepEdited } from './clockwork';
import { settings } from '../office/settings.register';
import { readingOf, type Machine } from './machine';

/** Rows and columns counted from 0, ends not included. */
export interface Edit {
  readonly sheetId: number;
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

const putBackNote: Words = {
  zh: '这一栏由系统填写，刚才的改动已还原。要更正请在侧边栏办理。',
  en: 'This is filled in by the system; the change was put back. To correct it, use the sidebar.',
};

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
    (key) => register.all[key]!.by !== 'hand' && columns[key]! >= edit.fromColumn && columns[key]! < edit.toColumn,
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
    const logged = loggedValues(view, register, rows);
    const updates = rows.flatMap((record): readonly Update[] => {
      const values = restored(register, record, keys, logged.get(record.no));
      if (Object.keys(values).length === 0) return [];
      return [{ record, values, transition: 'putBack', article: register.article }];
    });
    const notes = updates.flatMap(({ record, values }) =>
      Object.keys(values).map((key) => ({
        kind: 'note' as const,
        sheetId: register.sheetId,
        row: record.row,
        column: view.layout(register).columns[key]!,
        text: say(putBackNote, view.facts.language),
      })),
    );
    commitPlan(reading, view, { appends: [], updates, orders: [] }, '', { changes: notes, readBack: [] });
  } finally {
    ports.lock.release();
  }
}

/** What the log says of the records with these numbers. */
function loggedValues(
  view: View,
  register: Register,
  rows: readonly RecordRow[],
): ReadonlyMap<string, Readonly<Record<string, Value>>> {
  const numbered = rows.filter((row) => row.no !== '');
  if (numbered.length === 0) return new Map();
  const head = view.counters.get('audit')?.number ?? 0;
  const fromRow = Math.max(1, head + 1 - linesSearched);
  const lines = (view.read([{ sheetId: auditTab.sheetId, fromRow }])[0] ?? []).map(auditLineOf);
  return new Map(numbered.map((row) => [row.no, lastValues(lines, register.key, row.no, row.line)]));
}

/** Columns that the log does not tell of, and that mend themselves. */
const unlogged = new Set(['no', 'check', 'history', 'recordedAt', 'line', 'lineCount']);

function restored(
  register: Register,
  record: RecordRow,
  keys: readonly string[],
  logged: Readonly<Record<string, Value>> | undefined,
): Readonly<Record<string, Value>> {
  if (record.no === '') {
    const strange = keys.filter((key) => key !== 'check' && !isEmpty(record.values[key]));
    return Object.fromEntries(strange.map((key) => [key, null]));
  }
  if (!logged) return {};
  const values: Record<string, Value> = {};
  for (const key of keys) {
    if (unlogged.has(key) || register.all[key]!.kind === 'serial') continue;
    const right = logged[key] ?? null;
    if (!sameValue(record.values[key], right)) values[key] = right;
  }
  return values;
}
