// What changes a register on behalf of a person: create and transition.
import { decideCreate, lookupsOf, readInput } from '../kernel/decide';
import { decideTransition } from '../kernel/step';
import { NotAllowed, NotFound } from '../kernel/errors';
import { recordOf } from '../kernel/layout';
import type { Plan } from '../kernel/plan';
import { together } from '../kernel/plan';
import { mayRead, mayWrite, type Register } from '../kernel/register';
import { sweepPlan, type Sweep } from '../kernel/typed-rows';
import { run, type Outcome } from '../kernel/unit-of-work';
import type { RecordRow, Values } from '../kernel/values';
import { openView, type Needs, type TypedRow, type View } from '../kernel/view';
import { isParty, type Case, type Party, type Transition } from '../kernel/workflow';
import type { Calls } from './contract';
import { readingOf, wake, type Machine } from './machine';
import { lookUpColumns, namedRecords } from './named-records';
import { needsOfSteps, withSteps } from './named-steps';

export function registerOf(machine: Machine, key: string): Register {
  const register = machine.product.register(key);
  if (!register) throw new NotFound({ words: { zh: '没有这个登记表。', en: 'There is no such register.' } });
  return register;
}

/** What a sweep of a register looks at. */
export function sweepOf(machine: Machine, view: View, register: Register, rows: readonly TypedRow[]): Sweep {
  const layout = view.layout(register);
  const values = rows.map(({ row, cells }) => recordOf(layout, cells, row).values);
  return { register, layout, rows, taken: view.taken, related: relatedIn(machine, view, { register, rows: values }) };
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
  if (outcome.mail && !outcome.repeated) wake(machine, machine.ports.clock.now(), workbook);
}

/** Looks at what a command sees before it decides; throws when it may not go on. `lines`: of the record at hand. */
export type Look = (view: View, lines: readonly RecordRow[]) => void;

export function create(machine: Machine, input: Calls['create']['input'], look?: Look): Calls['create']['value'] {
  const register = registerOf(machine, input.register);
  if (register.noForm) throw new NotAllowed(undefined, register.article);
  const opens = machine.product.workflow(register.key)?.opens;
  const rows: readonly Values[] = input.rows.map((row) => readInput(register, row).values);
  const lookups = lookupsOf(register, rows).flatMap(({ register: key, column }) => {
    const looked = machine.product.register(key);
    return looked ? [{ register: looked, column }] : [];
  });
  const outcome = run(readingOf(machine), {
    workbook: register.workbook,
    requestId: input.requestId,
    call: `create ${register.key}`,
    needs: {
      ...needsOfSteps(machine, register),
      tails: [register],
      lookups: [...lookups, ...lookUpColumns(machine, register)],
      whole: (opens?.reads ?? []).map((key) => registerOf(machine, key)),
    },
    decide(view) {
      look?.(view, []);
      const swept = sweepBelow(machine, view, register);
      const { facts, numbers } = view;
      const related = relatedIn(machine, view, { register, rows });
      const { plan } = decideCreate(machine.product, register, input.rows, facts, view, numbers, related);
      return withSteps(machine, view, register, together(swept, plan));
    },
  });
  wakeFor(machine, outcome, register);
  const last = outcome.places.slice(-1)[0]!;
  const made = register.lines
    ? outcome.places.filter(({ register: key, no }) => key === register.key && no === last.no)
    : outcome.places.slice(-input.rows.length);
  return {
    records: made.map(({ no, row, line }) => ({ no, row, ...(register.lines && { line }) })),
    kick: outcome.mail,
  };
}

/** Registers in which a transition may add records: they are read with it. */
export function tailsFor(machine: Machine, transition: Transition | undefined): readonly Register[] {
  return (transition?.opensIn ?? []).map((key) => registerOf(machine, key));
}

/** Registers that these steps decide by: they are read whole. */
export function readsOf(
  machine: Machine,
  steps: readonly (readonly [string, Transition | undefined])[],
): readonly Register[] {
  const keys = new Set(steps.flatMap(([, step]) => step?.reads ?? []));
  return [...keys].map((key) => registerOf(machine, key));
}

/** What is to be read so that the steps that follow from typing can be taken. */
export function needsOfTyping(machine: Machine, registers: readonly Register[]): Pick<Needs, 'tails' | 'whole'> {
  const steps = registers.flatMap(({ key }) => {
    const { typed, transitions = {} } = machine.product.workflow(key) ?? {};
    return (typed?.steps ?? []).map((step) => [step, transitions[step]] as const);
  });
  return { tails: steps.flatMap(([, step]) => tailsFor(machine, step)), whole: readsOf(machine, steps) };
}

/** Each register is understood once, however often a step looks into it. `opening`: rows that are to become records. */
export function relatedIn(
  machine: Machine,
  view: View,
  opening?: { readonly register: Register; readonly rows: readonly Values[] },
): Case['related'] {
  const known = new Map<string, readonly RecordRow[]>();
  return (key) => {
    const records =
      known.get(key) ??
      (opening && namedRecords(machine, view, opening.register, opening.rows, key)) ??
      view.whole(registerOf(machine, key)).filter(({ no }) => no !== '');
    known.set(key, records);
    return records;
  };
}

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
  const step = workflow.transitions[input.transition];
  const place = { register, no: input.no, ...(input.row !== undefined && { row: input.row }) };
  let after: Values = {};
  const outcome = run(readingOf(machine), {
    workbook: register.workbook,
    requestId: input.requestId,
    call: `${input.transition} ${input.no}`,
    needs: { records: [place], tails: tailsFor(machine, step), whole: readsOf(machine, [['', step]]), open: true },
    decide(view) {
      const lines = view.records(register, input.no, input.row);
      look?.(view, lines);
      const record = lines[0]!;
      const { actor } = view.facts;
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
        { lines, parties, related: relatedIn(machine, view) },
      );
      after = { ...record.values, ...plan.updates[0]?.values };
      return plan;
    },
  });
  wakeFor(machine, outcome, register);
  const row = outcome.places.find((one) => one.register === register.key && one.no === input.no)?.row ?? input.row ?? 0;
  if (outcome.repeated) {
    const reading = readingOf(machine);
    const view = openView(reading, register.workbook, { records: [{ register, row }] });
    after = view.records(register, input.no, row)[0]!.values;
  }
  return { record: { register: register.key, no: input.no, row, values: after }, kick: outcome.mail };
}
