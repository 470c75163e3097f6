// Steps that follow from what people have typed into rows of records: what they look into, and in the evening those of open
// records of whose edits Google told nobody.
import { openRecords } from '../kernel/open-records';
import { isNothing, together } from '../kernel/plan';
import type { Register, WorkbookKey } from '../kernel/register';
import { needsOf, relatedOf, type Looking } from '../kernel/related';
import { typedStepPlan } from '../kernel/typed-steps';
import { run } from '../kernel/unit-of-work';
import type { RecordRow } from '../kernel/values';
import type { Needs, View } from '../kernel/view';
import type { Case, Transition } from '../kernel/workflow';
import { tailsFor } from './commands';
import { clockOf, readingOf, wake, type Machine } from './machine';

const stepsAtOnce = 200;
/** A record may take several steps, one after the other. */
const mostRounds = 20;

function stepsOf({ product }: Machine, { key }: Register): readonly Transition[] {
  const { typed, transitions = {} } = product.workflow(key) ?? {};
  return (typed?.steps ?? []).map((step) => transitions[step]!);
}

const lookingOf = (machine: Machine, register: Register): Looking => ({ register, looks: stepsOf(machine, register) });

/** What is to be read so that the steps that follow from typing can be taken. */
export function needsOfTyping(
  machine: Machine,
  registers: readonly Register[],
): Required<Pick<Needs, 'tails' | 'records' | 'whole' | 'lookups'>> {
  const needs = registers.map((register) => needsOf(machine.product, lookingOf(machine, register)));
  return {
    tails: registers.flatMap((register) => stepsOf(machine, register).flatMap((step) => tailsFor(machine, step))),
    records: needs.flatMap(({ records }) => records),
    whole: needs.flatMap(({ whole }) => whole),
    lookups: needs.flatMap(({ lookups }) => lookups),
  };
}

/** Answers for what the steps of these records look into. */
export const typingIn = (
  machine: Machine,
  view: View,
  register: Register,
  records: readonly RecordRow[],
): Case['related'] =>
  relatedOf(
    machine.product,
    view,
    lookingOf(machine, register),
    records.map(({ values }) => values),
  );

export function carryOn(machine: Machine, workbook: WorkbookKey): void {
  for (let round = 0; round < mostRounds && carriedOn(machine, workbook); round += 1);
}

/** Whether there was anything to do. */
function carriedOn(machine: Machine, workbook: WorkbookKey): boolean {
  const { product, ports } = machine;
  const registers = product.registers.filter((one) => one.workbook === workbook && product.workflow(one.key)?.typed);
  if (registers.length === 0) return false;
  const looked = needsOfTyping(machine, registers);
  const outcome = run(readingOf(machine, clockOf(machine)), {
    workbook,
    requestId: '',
    needs: { ...looked, open: true, records: [...looked.records, ...registers.map((register) => ({ register }))] },
    decide(view) {
      const plans = registers.flatMap((register) => {
        const open = openRecords(view, product, [register.key]);
        const related = typingIn(machine, view, register, open);
        return open.map((record) => typedStepPlan(product, record, view.facts, view.numbers, related));
      });
      return together(...plans.filter((plan) => !isNothing(plan)).slice(0, stepsAtOnce));
    },
  });
  if (outcome.mail) wake(machine, ports.clock.now(), workbook);
  return outcome.places.length > 0;
}
