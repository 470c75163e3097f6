// Records that people have changed in their tab, and steps that cannot be taken because of that: the clock takes the step that
// the workflow has for it.
import { KnownError, Refusal } from '../kernel/errors';
import type { Facts } from '../kernel/facts';
import { firstRow } from '../kernel/kernel-tabs';
import { recordOf } from '../kernel/layout';
import { openRecords } from '../kernel/open-records';
import type { Register, WorkbookKey } from '../kernel/register';
import { text, type RecordRow } from '../kernel/values';
import { openView } from '../kernel/view';
import { standing, type Transition } from '../kernel/workflow';
import { takeStep } from './effects';
import { clockOf, hasTime, readingOf, wake, type Machine } from './machine';

const rowsAtOnce = 2_000;

const stepsOnEdit = ({ product }: Machine, register: string): readonly (readonly [string, Transition])[] =>
  Object.entries(product.workflow(register)?.transitions ?? {}).filter(([, step]) => step.onEdit);

/** The step that a record calls for, looked at line by line. */
const calledFor = (machine: Machine, record: RecordRow, facts: Facts): string | undefined =>
  stepsOnEdit(machine, record.register).find(
    ([, { from, when }]) => from.includes(text(record.values['state'])) && (when?.(standing(record, facts)) ?? true),
  )?.[0];

/** What somebody else has done meanwhile, or nobody can do, is left to the evening. */
function takeByClock(
  machine: Machine,
  { register, no, row }: Pick<RecordRow, 'register' | 'no' | 'row'>,
  step: string,
) {
  try {
    const { mail } = takeStep(machine, { register, no, recordRow: row }, step, '');
    if (mail) wake(machine, machine.ports.clock.now(), machine.product.register(register)!.workbook);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
  }
}

function takeCalledFor(machine: Machine, records: readonly RecordRow[], facts: Facts, goesOn = () => true): void {
  const done = new Set<string>();
  for (const record of records) {
    const step = calledFor(machine, record, facts);
    if (step === undefined || record.no === '' || done.has(record.no) || !goesOn()) continue;
    done.add(record.no);
    takeByClock(machine, record, step);
  }
}

/** After an edit of these rows. `since`: when the run began. */
export function takeEdited(
  machine: Machine,
  register: Register,
  { fromRow, toRow }: { readonly fromRow: number; readonly toRow: number },
  since: string,
): void {
  if (stepsOnEdit(machine, register.key).length === 0) return;
  for (let from = Math.max(fromRow, firstRow); from < toRow && hasTime(machine, since); from += rowsAtOnce) {
    const view = openView(readingOf(machine, clockOf(machine)), register.workbook, { records: [{ register }] });
    const rows = view.rows(register, from, Math.min(toRow, from + rowsAtOnce));
    if (rows.length === 0) return;
    const records = rows.map(({ row, cells }) => recordOf(view.layout(register), cells, row));
    takeCalledFor(machine, records, view.facts, () => hasTime(machine, since));
  }
}

/** In the evening: edits of which Google told nobody. */
export function takeAllEdited(machine: Machine, workbook: WorkbookKey): void {
  const registers = machine.product.registers.filter(
    (one) => one.workbook === workbook && stepsOnEdit(machine, one.key).length > 0,
  );
  if (registers.length === 0) return;
  const records = registers.map((register) => ({ register }));
  const view = openView(readingOf(machine, clockOf(machine)), workbook, { open: true, records });
  const keys = registers.map(({ key }) => key);
  takeCalledFor(machine, openRecords(view, machine.product, keys), view.facts);
}

/** Does what a person asks. Where it is refused because the record cannot stay as it is, the clock sees to that as well. */
export function orInstead<T>(machine: Machine, record: Pick<RecordRow, 'register' | 'no' | 'row'>, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal && error.instead !== undefined) takeByClock(machine, record, error.instead);
    throw error;
  }
}
