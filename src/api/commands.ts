// What changes a register on behalf of a person: create and transition.
import { decideCreate, lookupsOf, readInput } from '../kernel/decide';
import { decideTransition, isOffered, openingMoves } from '../kernel/step';
import { NotAllowed, NotFound } from '../kernel/errors';
import { recordOf } from '../kernel/layout';
import type { Plan } from '../kernel/plan';
import { together } from '../kernel/plan';
import { mayRead, mayWrite, type Register } from '../kernel/register';
import { needsOf, relatedOf, type Looking } from '../kernel/related';
import { sweepPlan, type Sweep } from '../kernel/typed-rows';
import { run, type Command, type Outcome } from '../kernel/unit-of-work';
import type { RecordRow, Values } from '../kernel/values';
import { openView, type TypedRow, type View } from '../kernel/view';
import { isParty, type Party, type Transition } from '../kernel/workflow';
import type { Calls } from './contract';
import { orInstead } from './edited';
import { readingOf, wake, type Machine } from './machine';
import { needsOfSteps, withSteps } from './named-steps';
import { changedSinceSeen, seenFor } from './seen';

export function registerOf(machine: Machine, key: string): Register {
  const register = machine.product.register(key);
  if (!register) throw new NotFound({ words: { zh: '没有这个登记表。', en: 'There is no such register.' } });
  return register;
}

/** What typed rows are held against besides themselves: what their opening scans, and looks up of what they name. */
export function scanning(machine: Machine, register: Register): Looking {
  const { scans, looksUp } = machine.product.workflow(register.key)?.opens ?? {};
  return { register, looks: [{ ...(scans && { scans }), ...(looksUp && { looksUp }) }] };
}

/** What a sweep of a register looks at. */
export function sweepOf(machine: Machine, view: View, register: Register, rows: readonly TypedRow[]): Sweep {
  const layout = view.layout(register);
  const values = rows.map(({ row, cells }) => recordOf(layout, cells, row).values);
  const related = relatedOf(machine.product, view, scanning(machine, register), values);
  return { register, layout, rows, taken: view.taken, related };
}

/** Rows that people typed below the last numbered row get their numbers along with the command. */
export function sweepBelow(machine: Machine, view: View, register: Register): Plan {
  const { typed } = view.tail(register);
  const rows = register.lines || typed.length === 0 ? [] : typed.slice(0, mostSwept);
  if (rows.length === 0) return { appends: [], updates: [], orders: [] };
  return sweepPlan(machine.product, sweepOf(machine, view, register, rows), view.facts, view.numbers);
}
/** The rest waits for the edit trigger and the evening. */
const mostSwept = 200;

function wakeFor(machine: Machine, outcome: Outcome, { workbook }: Register): void {
  if (outcome.mail) wake(machine, machine.ports.clock.now(), workbook);
}

/** Looks at what a command sees before it decides; throws when it may not go on. `lines`: of the record at hand. */
export type Look = (view: View, lines: readonly RecordRow[]) => void;

export function create(machine: Machine, input: Calls['create']['input'], look?: Look): Calls['create']['value'] {
  const register = registerOf(machine, input.register);
  if (register.noForm) throw new NotAllowed(undefined, register.article);
  const opens = machine.product.workflow(register.key)?.opens;
  const looking = { register, looks: opens ? [opens] : [] };
  const looked = needsOf(machine.product, looking);
  const steps = needsOfSteps(machine, register);
  const rows: readonly Values[] = input.rows.map((row) => readInput(register, row).values);
  const lookups = lookupsOf(register, rows).flatMap(({ register: key, column }) => {
    const other = machine.product.register(key);
    return other ? [{ register: other, column }] : [];
  });
  const outcome = run(readingOf(machine), {
    workbook: register.workbook,
    requestId: input.requestId,
    call: `create ${register.key}`,
    needs: {
      ...looked,
      records: [...looked.records, ...steps.records],
      open: looked.open || steps.open,
      tails: [register, ...openedWith(machine, register)],
      lookups: [...lookups, ...looked.lookups],
    },
    decide(view) {
      look?.(view, []);
      const swept = sweepBelow(machine, view, register);
      const { facts, numbers } = view;
      const related = relatedOf(machine.product, view, looking, rows);
      const { plan } = decideCreate(machine.product, register, input.rows, facts, view, numbers, related);
      const along = plan.appends.map(({ values }) =>
        openingMoves(machine.product, register, values, facts, numbers, related),
      );
      return together(withSteps(machine, view, register, together(swept, plan)), ...along);
    },
  });
  wakeFor(machine, outcome, register);
  const own = outcome.places.filter(({ register: key }) => key === register.key);
  const last = own.slice(-1)[0]!;
  const made = register.lines ? own.filter(({ no }) => no === last.no) : own.slice(-input.rows.length);
  return {
    records: made.map(({ no, row, line }) => ({ no, row, ...(register.lines && { line }) })),
    kick: outcome.mail,
  };
}

export const valuesOf = (lines: readonly RecordRow[]): readonly Values[] => lines.map(({ values }) => values);

/** Registers in which a transition may add records: they are read with it. */
export function tailsFor(machine: Machine, transition: Transition | undefined): readonly Register[] {
  return (transition?.opensIn ?? []).map((key) => registerOf(machine, key));
}

/** Registers in which opening a record of this one makes others: they are read with it. */
export const openedWith = (machine: Machine, register: Register): readonly Register[] =>
  (machine.product.workflow(register.key)?.opens.opensIn ?? []).map((key) => registerOf(machine, key));

/** `parties`: also who may take it, for the holder of a link. */
export function transition(
  machine: Machine,
  input: Calls['transition']['input'],
  look?: Look,
  parties: readonly Party[] = [],
): Calls['transition']['value'] {
  const register = registerOf(machine, input.register);
  const workflow = machine.product.workflow(register.key);
  if (!workflow) throw new NotFound();
  const step = Object.keys(workflow.transitions).includes(input.transition)
    ? workflow.transitions[input.transition]
    : undefined;
  const place = { register, no: input.no, ...(input.row !== undefined && { row: input.row }) };
  const looking = { register, looks: step ? [step] : [] };
  const looked = needsOf(machine.product, looking);
  let after: Values = {};
  const command: Command = {
    workbook: register.workbook,
    requestId: input.requestId,
    call: `${input.transition} ${input.no}`,
    needs: { ...looked, records: [place, ...looked.records], tails: tailsFor(machine, step), open: true },
    decide(view) {
      const lines = view.records(register, input.no, input.row);
      look?.(view, lines);
      const record = lines[0]!;
      const { actor } = view.facts;
      if (input.seen !== undefined && step && seenFor(machine, step, lines) !== input.seen) {
        // Where it is not to be taken any more, it says why.
        if (lines.some((line) => isOffered(workflow, step, line, view.facts))) throw changedSinceSeen();
      }
      const concerned =
        mayWrite(register, actor) ||
        mayRead(register, actor) ||
        isParty([...(step?.by ?? []), ...parties], record.values, view.facts);
      if (!concerned) throw new NotAllowed(undefined, register.article);
      const plan = decideTransition(
        machine.product,
        workflow,
        input.transition,
        record,
        input.input ?? {},
        view.facts,
        view.numbers,
        { lines, parties, related: relatedOf(machine.product, view, looking, valuesOf(lines)) },
      );
      after = { ...record.values, ...plan.updates[0]?.values };
      return plan;
    },
  };
  const at = { register: register.key, no: input.no, row: input.row ?? 0 };
  const outcome = orInstead(machine, at, () => run(readingOf(machine), command));
  wakeFor(machine, outcome, register);
  const row = outcome.places.find((one) => one.register === register.key && one.no === input.no)?.row ?? input.row ?? 0;
  if (outcome.repeated) {
    const reading = readingOf(machine);
    const view = openView(reading, register.workbook, { records: [{ register, row }] });
    after = view.records(register, input.no, row)[0]!.values;
  }
  return { record: { register: register.key, no: input.no, row, values: after }, kick: outcome.mail };
}
