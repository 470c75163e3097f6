// What rows of the outbox make the clock do to records: only what the definitions declare for such rows, and only when what
// they tell of is there. A row that somebody has typed into the tab moves nothing by itself.
import type { Product } from '../kernel/chapter';
import type { Effect } from '../kernel/effect';
import { Busy, KnownError, NotFound, Refusal } from '../kernel/errors';
import { recordOf } from '../kernel/layout';
import { doneMark, type OutboxRow } from '../kernel/outbox';
import type { Register, WorkbookKey } from '../kernel/register';
import { needsOf, relatedOf } from '../kernel/related';
import { decideTransition, movesPlan } from '../kernel/step';
import { run, type Outcome } from '../kernel/unit-of-work';
import type { RecordRow } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import type { Words } from '../kernel/words';
import { clockOf, readingOf, wake, type Machine } from './machine';

const undeclared: Words = {
  zh: '没有这样的后续步骤。',
  en: 'No definition asks for this step, or what it follows from is not there.',
};

/** A step that the clock takes on one record; once, where the request's id is made of an outbox row's. */
export function takeStep(
  machine: Machine,
  row: Pick<OutboxRow, 'register' | 'no' | 'recordRow'>,
  transition: string,
  requestId: string,
): Outcome {
  const { product } = machine;
  const register = product.register(row.register);
  const workflow = product.workflow(row.register);
  if (!register || !workflow) throw new NotFound();
  return run(readingOf(machine, clockOf(machine)), {
    workbook: register.workbook,
    requestId,
    needs: { records: [{ register, no: row.no, row: row.recordRow }], open: true },
    decide(view) {
      const lines = view.records(register, row.no, row.recordRow);
      return decideTransition(product, workflow, transition, lines[0]!, {}, view.facts, view.numbers, { lines });
    },
  });
}

/** A letter has gone out: its record is told, unless it has moved on meanwhile. */
export function noteSent(machine: Machine, row: OutboxRow): void {
  try {
    takeStep(machine, row, machine.product.letter(row.name)!.sent!, `${row.id}.sent`);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
  }
}

/** Where records stand that ask for this step when they are made, and the column by which they name whom it is taken on. */
function declaring({ chapters }: Product, row: OutboxRow): { register: Register; column: string } | undefined {
  const workflows = chapters.flatMap((chapter) => chapter.workflows);
  for (const { register, opens } of workflows) {
    const step = opens.steps?.find((one) => one.register === row.register && one.transition === row.name);
    if (step) return { register, column: step.by };
  }
  return undefined;
}

/** Whether such a record is there, naming the one that is to be moved. */
function isAskedFor(machine: Machine, at: { register: Register; column: string }, no: string): boolean {
  const view = openView(readingOf(machine, clockOf(machine)), at.register.workbook, { lookups: [at] });
  return view.taken(at.register.key, at.column, no);
}

/** Makes the effect's moves where it happens, if the record, as it stands, still asks for it. */
function takeEffect(machine: Machine, from: WorkbookKey, effect: Effect, row: OutboxRow): void {
  const { product } = machine;
  const source = product.register(effect.register)!;
  const reading = readingOf(machine, clockOf(machine));
  const there = openView(reading, from, { records: [{ register: source, no: row.no, row: row.recordRow }] });
  const record = there.records(source, row.no, row.recordRow)[0]!;
  const { finds } = effect;
  const naming = finds && { register: product.register(finds.register)!, column: finds.column };
  const looking = { register: source, looks: [effect] };
  const looked = needsOf(product, looking);
  const outcome = run(reading, {
    workbook: effect.workbook,
    requestId: row.id,
    needs: {
      ...looked,
      open: true,
      records: product.registers.filter((one) => one.workbook === effect.workbook).map((register) => ({ register })),
      tails: (effect.opensIn ?? []).map((key) => product.register(key)!),
      lookups: [...looked.lookups, ...(naming ? [naming] : [])],
    },
    decide(view) {
      const { facts } = view;
      if (!effect.isDue(record, facts)) throw new Refusal({ words: undeclared });
      const found = naming ? recordsNaming(view, naming, row.no) : [];
      const moves = effect.moves({ record, facts, found, related: relatedOf(product, view, looking, []) });
      return movesPlan(product, moves, facts, view.numbers, { name: effect.key, article: effect.article });
    },
  });
  if (outcome.mail) wake(machine, machine.ports.clock.now(), effect.workbook);
}

function recordsNaming(view: View, at: { register: Register; column: string }, no: string): readonly RecordRow[] {
  const { register, column } = at;
  const rows = [...view.column(register, column)].filter(([, cell]) => cell === no).map(([row]) => row);
  return rows
    .flatMap((row) => view.rows(register, row, row + 1))
    .map(({ row, cells }) => recordOf(view.layout(register), cells, row))
    .filter((one) => one.no !== '');
}

/** An effect of the one workbook on the other, applied once: its id is the request's. */
export function carryOut(machine: Machine, from: WorkbookKey, row: OutboxRow): void {
  let state = 'sent';
  let reason = '';
  try {
    const effect = machine.product.effect(row.name);
    if (effect && effect.register === row.register) takeEffect(machine, from, effect, row);
    else {
      const at = declaring(machine.product, row);
      if (!at || !isAskedFor(machine, at, row.no)) throw new Refusal({ words: undeclared });
      takeStep(machine, row, row.name, row.id);
    }
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    state = error instanceof Busy ? 'waiting' : 'dropped';
    reason = error.message;
  }
  machine.ports.tables.commit(from, [doneMark(row, machine.ports.clock.now(), state, reason)], []);
}
