// What changes a register on behalf of a person: create and transition.
import { decideCreate, lookupsOf, readInput } from '../kernel/decide';
import { decideTransition, openingMoves } from '../kernel/step';
import { NotAllowed, NotFound } from '../kernel/errors';
import type { Plan } from '../kernel/plan';
import { together } from '../kernel/plan';
import { mayRead, mayWrite, type Register } from '../kernel/register';
import { sweepPlan, type Sweep } from '../kernel/typed-rows';
import { run, type Outcome } from '../kernel/unit-of-work';
import type { RecordRow, Values } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import { isParty, type Case, type Party, type Transition } from '../kernel/workflow';
import type { Calls } from './contract';
import { readingOf, wake, type Machine } from './machine';

export function registerOf(machine: Machine, key: string): Register {
  const register = machine.product.register(key);
  if (!register) throw new NotFound({ words: { zh: '没有这个登记表。', en: 'There is no such register.' } });
  return register;
}

/** What a sweep of a register looks at, but for the rows. */
export function sweepOf(machine: Machine, view: View, register: Register): Omit<Sweep, 'rows'> {
  const scans = scansOf(machine, register);
  return {
    register,
    layout: view.layout(register),
    taken: view.taken,
    ...(scans.length > 0 && { related: relatedIn(machine, view, scans) }),
  };
}

/** Rows that people typed below the last numbered row get their numbers along with the command. */
export function sweepBelow(machine: Machine, view: View, register: Register): Plan {
  const { typed } = view.tail(register);
  const rows = register.lines || typed.length === 0 ? [] : typed.slice(0, mostSwept);
  if (rows.length === 0) return { appends: [], updates: [], orders: [] };
  return sweepPlan(machine.product, { ...sweepOf(machine, view, register), rows }, view.facts, view.numbers);
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
  const scans = scansOf(machine, register);
  const outcome = run(readingOf(machine), {
    workbook: register.workbook,
    requestId: input.requestId,
    call: `create ${register.key}`,
    needs: {
      tails: [register, ...openedWith(machine, register)],
      lookups: [...lookups, ...scans],
      whole: (opens?.reads ?? []).map((key) => registerOf(machine, key)),
    },
    decide(view) {
      look?.(view, []);
      const swept = sweepBelow(machine, view, register);
      const { facts, numbers } = view;
      const related = relatedIn(machine, view, scans);
      const { plan } = decideCreate(machine.product, register, input.rows, facts, view, numbers, related);
      const along = plan.appends.map(({ values }) =>
        openingMoves(machine.product, register, values, facts, numbers, related),
      );
      return together(swept, plan, ...along);
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

/** Registers in which opening a record of this one makes others: they are read with it. */
export const openedWith = (machine: Machine, register: Register): readonly Register[] =>
  (machine.product.workflow(register.key)?.opens.opensIn ?? []).map((key) => registerOf(machine, key));

type Scan = { readonly register: Register; readonly column: string };

/** The columns that opening a record of this register looks through. */
export function scansOf(machine: Machine, register: Register): readonly Scan[] {
  const scans = machine.product.workflow(register.key)?.opens.scans ?? [];
  return scans.map((column) => ({ register, column }));
}

/** The numbered records of a register, as far as the scanned columns tell. */
function scanned(view: View, scans: readonly Scan[]): readonly RecordRow[] {
  const { register } = scans[0]!;
  const { language } = view.facts;
  const columns = scans.map(({ column }) => [column, view.column(register, column)] as const);
  return [...view.column(register, 'no')].map(([row, no]) => ({
    register: register.key,
    no: String(no),
    line: 1,
    row,
    values: Object.fromEntries(
      columns.map(([key, cells]) => [key, register.all[key]!.fromCell(cells.get(row) ?? '', language)]),
    ),
  }));
}

/** Each register is understood once, however often a step looks into it. `scans`: of a register that is not read whole. */
export function relatedIn(machine: Machine, view: View, scans: readonly Scan[] = []): Case['related'] {
  const known = new Map<string, readonly RecordRow[]>();
  return (key) => {
    const isScanned = scans[0]?.register.key === key;
    const records =
      known.get(key) ??
      (isScanned ? scanned(view, scans) : view.whole(registerOf(machine, key)).filter(({ no }) => no !== ''));
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
