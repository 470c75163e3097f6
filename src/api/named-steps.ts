// Steps that new records ask for on records of the same workbook that they name: taken in the same commit.
import { KnownError } from '../kernel/errors';
import { stepsAskedFor, type StepOn } from '../kernel/named-steps';
import { nothing, together, type Plan } from '../kernel/plan';
import type { Register } from '../kernel/register';
import { decideTransition } from '../kernel/step';
import type { RecordRow } from '../kernel/values';
import type { Needs, View } from '../kernel/view';
import type { Machine } from './machine';

/** Registers of the workbook on whose records opening one of this register takes steps. */
const movedBy = ({ product }: Machine, { key, workbook }: Register): readonly Register[] =>
  (product.workflow(key)?.opens.steps ?? [])
    .map((step) => product.register(step.register)!)
    .filter((other) => other.workbook === workbook);

/** What is to be read for it. */
export function needsOfSteps(machine: Machine, register: Register): Required<Pick<Needs, 'records' | 'open'>> {
  const others = movedBy(machine, register);
  return { records: others.map((other) => ({ register: other })), open: others.length > 0 };
}

/** The records that a plan makes in a register. */
function madeIn({ appends, updates }: Plan, register: Register): readonly RecordRow[] {
  const typed = updates
    .filter(({ transition }) => transition === 'create')
    .map(({ record, values }) => ({ ...record, values: { ...record.values, ...values } }));
  return [...typed, ...appends.map((one) => ({ ...one, row: -1 }))].filter((one) => one.register === register.key);
}

/** The plan, with the steps that follow from it on records that are there and open for them. */
export function withSteps(machine: Machine, view: View, register: Register, plan: Plan): Plan {
  const workflow = machine.product.workflow(register.key);
  const asked = madeIn(plan, register)
    .flatMap((record) => stepsAskedFor(machine.product, workflow, record))
    .filter((step) => step.register.workbook === view.workbook);
  const once = asked.filter((step, index) => asked.findIndex(({ no }) => no === step.no) === index);
  return together(plan, ...once.map((step) => stepPlan(machine, view, step)));
}

function stepPlan({ product }: Machine, view: View, { register, no, transition }: StepOn): Plan {
  const hint = view.open?.find((one) => one.register === register.key && one.no === no)?.row;
  const { facts, numbers } = view;
  try {
    const lines = view.records(register, no, hint);
    const more = { lines, following: true };
    return decideTransition(product, product.workflow(register.key)!, transition, lines[0]!, {}, facts, numbers, more);
  } catch (error) {
    if (error instanceof KnownError) return nothing;
    throw error;
  }
}
