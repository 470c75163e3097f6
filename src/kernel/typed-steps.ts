// What people type into the row of a record carries it on as a button would: a time of leaving, an outcome, a reply.
import type { Product } from './chapter';
import type { Numbers } from './decide';
import { KnownError } from './errors';
import type { Facts } from './facts';
import { isMasked } from './keep-time';
import { nothing, type Plan } from './plan';
import { faultsOf, handColumns, type Register } from './register';
import { decideTransition } from './step';
import { isEmpty, sameValue, type RecordRow, type Values } from './values';
import type { Case } from './workflow';

/** Columns that a typed row gets although people may fill them: only where they left them empty. */
export function filledFor(record: RecordRow, values: Values, register: Register): Values {
  const own = new Set(handColumns(register));
  return Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) => !sameValue(record.values[key], value) && (!own.has(key) || isEmpty(record.values[key])),
    ),
  );
}

/**
 * The step that follows from what was typed into a record; nothing while something is wrong in its row, or where the step may
 * not be taken. Nothing typed is changed. Of registers without lines.
 */
export function typedStepPlan(
  product: Product,
  record: RecordRow,
  facts: Facts,
  numbers: Numbers,
  related?: Case['related'],
): Plan {
  const workflow = product.workflow(record.register);
  if (!workflow?.typed || workflow.register.lines) return nothing;
  const { register, typed } = workflow;
  if (isMasked(register, record.values) || Object.keys(faultsOf(register, record.values, facts)).length > 0) {
    return nothing;
  }
  const step = typed.follow(record, facts);
  if (!step) return nothing;
  const { transition, input = {} } = step;
  if (!typed.steps.includes(transition))
    throw new Error(`${register.key}: ${transition} is not said to follow from typing`);
  const more = { following: true, ...(related && { related }) };
  try {
    const plan = decideTransition(product, workflow, transition, record, input, facts, numbers, more);
    const updates = plan.updates.map((update) =>
      update.record === record ? { ...update, values: filledFor(record, update.values, register) } : update,
    );
    return { ...plan, updates };
  } catch (error) {
    if (error instanceof KnownError) return nothing;
    throw error;
  }
}
