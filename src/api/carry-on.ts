// In the evening, rows of open records that people have typed into while Google told nobody carry their records on.
import { openRecords } from '../kernel/open-records';
import { isNothing, together } from '../kernel/plan';
import type { WorkbookKey } from '../kernel/register';
import { typedStepPlan } from '../kernel/typed-steps';
import { run } from '../kernel/unit-of-work';
import { needsOfTyping, relatedIn } from './commands';
import { clockOf, readingOf, wake, type Machine } from './machine';

const stepsAtOnce = 200;
/** A record may take several steps, one after the other. */
const mostRounds = 20;

export function carryOn(machine: Machine, workbook: WorkbookKey): void {
  for (let round = 0; round < mostRounds && carriedOn(machine, workbook); round += 1);
}

/** Whether there was anything to do. */
function carriedOn(machine: Machine, workbook: WorkbookKey): boolean {
  const { product, ports } = machine;
  const registers = product.registers.filter((one) => one.workbook === workbook && product.workflow(one.key)?.typed);
  if (registers.length === 0) return false;
  const outcome = run(readingOf(machine, clockOf(machine)), {
    workbook,
    requestId: '',
    needs: { ...needsOfTyping(machine, registers), open: true, records: registers.map((register) => ({ register })) },
    decide(view) {
      const open = openRecords(
        view,
        product,
        registers.map(({ key }) => key),
      );
      const related = relatedIn(machine, view);
      const plans = open.map((record) => typedStepPlan(product, record, view.facts, view.numbers, related));
      return together(...plans.filter((plan) => !isNothing(plan)).slice(0, stepsAtOnce));
    },
  });
  if (outcome.mail) wake(machine, ports.clock.now(), workbook);
  return outcome.places.length > 0;
}
