// What was typed over the columns of the system and of the workflows is put back as the audit log tells it, and noted there.
import { toldBy, type Told } from '../kernel/audit';
import { auditTab } from '../kernel/kernel-tabs';
import { nothing, type Plan, type Update } from '../kernel/plan';
import type { SheetChange } from '../kernel/ports';
import type { Register } from '../kernel/register';
import { isEmpty, sameValue, type Cell, type RecordRow, type Value, type Values } from '../kernel/values';
import type { View } from '../kernel/view';
import { say, type Words } from '../kernel/words';

const putBackNote: Words = {
  zh: '这一栏由系统填写，刚才的改动已还原。要更正请在侧边栏办理。',
  en: 'This is filled in by the system; the change was put back. To correct it, use the sidebar.',
};

/** Columns that the log does not tell of, and that mend themselves. */
const unlogged = new Set(['no', 'check', 'history', 'recordedAt', 'line', 'lineCount']);

/** The part of the log's columns that tells what became of which record. */
const tellingFrom = auditTab.columns.indexOf('register');
const tellingTo = auditTab.columns.indexOf('changes') + 1;

export const tellingBlock = (fromRow: number, toRow?: number) => ({
  sheetId: auditTab.sheetId,
  fromRow,
  fromColumn: tellingFrom,
  toColumn: tellingTo,
  ...(toRow !== undefined && { toRow }),
});

/** Adds what these rows of the log tell of some records. */
export function readTold(
  rows: readonly (readonly Cell[])[],
  isWanted: (register: string, no: string) => boolean,
  into: Map<string, Told>,
): void {
  for (const [register, no, line, transition, , changes] of rows) {
    if (!isWanted(String(register), String(no))) continue;
    toldBy(
      {
        register: String(register),
        no: String(no),
        line: Number(line),
        transition: String(transition),
        changes: String(changes),
      },
      into,
    );
  }
}

export const toldKey = ({ register, no, line }: Pick<RecordRow, 'register' | 'no' | 'line'>): string =>
  `${register}|${no}|${line}`;

/** The values that these columns of a record should have and have not. */
export function restored(
  register: Register,
  record: RecordRow,
  keys: readonly string[],
  told: ReadonlyMap<string, Told>,
): Values {
  if (record.no === '') {
    // A column that is fixed once there is a record is a person's to fill before.
    const strange = keys.filter(
      (key) => key !== 'check' && register.all[key]!.by !== 'hand' && !isEmpty(record.values[key]),
    );
    return Object.fromEntries(strange.map((key) => [key, null]));
  }
  const known = told.get(toldKey(record));
  if (!known) return {};
  const values: Record<string, Value> = {};
  for (const key of keys) {
    if (unlogged.has(key) || register.all[key]!.kind === 'serial') continue;
    const right = key in known.values ? known.values[key] : known.fromStart ? null : undefined;
    if (right !== undefined && !sameValue(record.values[key], right)) values[key] = right;
  }
  return values;
}

/** Puts the values back, each with a note on its cell. */
export function putBackPlan(
  view: View,
  register: Register,
  records: readonly RecordRow[],
  keys: readonly string[],
  told: ReadonlyMap<string, Told>,
): { plan: Plan; notes: readonly SheetChange[] } {
  const updates = records.flatMap((record): readonly Update[] => {
    const values = restored(register, record, keys, told);
    if (Object.keys(values).length === 0) return [];
    return [{ record, values, transition: 'putBack', article: register.article }];
  });
  const notes = updates.flatMap(({ record, values }) =>
    Object.keys(values).map((key) => noteAt(view, register, record.row, key)),
  );
  return { plan: { ...nothing, updates }, notes };
}

const noteAt = (view: View, register: Register, row: number, key: string): SheetChange => ({
  kind: 'note',
  sheetId: register.sheetId,
  row,
  column: view.layout(register).columns[key]!,
  text: say(putBackNote, view.facts.language),
});

/** Number and history cannot be found in the log without them: they are put back as they stood before the edit. */
export function cellAsBefore(
  view: View,
  register: Register,
  { row, key, was }: { row: number; key: string; was: string },
): readonly SheetChange[] {
  const isNumber = key === 'no' && new RegExp(`^${register.serial}-\\d{4}-\\d{5,}$`).test(was);
  if (!isNumber && key !== 'history') return [];
  const column = view.layout(register).columns[key]!;
  return [{ kind: 'write', sheetId: register.sheetId, row, column, cells: [[was]] }, noteAt(view, register, row, key)];
}
