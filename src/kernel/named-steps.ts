// A new record may move the records that it names: a message closes its call, a survey answered by interview is no longer asked.
import type { Product } from './chapter';
import type { Order } from './plan';
import type { Register } from './register';
import { text, type RecordRow } from './values';
import type { NamedStep, Workflow } from './workflow';

export interface StepOn {
  readonly register: Register;
  readonly no: string;
  readonly transition: string;
}

/** Numbers of several registers may stand in one column: their letters tell which is meant. */
const isNumberOf = ({ serial }: Register, no: string): boolean => no.startsWith(`${serial}-`);

/** The steps that a new record asks for on those that it names. */
export function stepsAskedFor(product: Product, workflow: Workflow | undefined, record: RecordRow): readonly StepOn[] {
  return (workflow?.opens.steps ?? []).flatMap(({ by, register: key, transition }: NamedStep) => {
    const no = text(record.values[by]);
    const register = product.register(key);
    return register && isNumberOf(register, no) ? [{ register, no, transition }] : [];
  });
}

/** Those that the office takes in the other workbook, as orders. */
export function stepsElsewhere(product: Product, workflow: Workflow | undefined, record: RecordRow): readonly Order[] {
  return stepsAskedFor(product, workflow, record)
    .filter(({ register }) => register.workbook !== workflow!.register.workbook)
    .map(({ register, no, transition }) => ({
      kind: 'effect',
      name: transition,
      register: register.key,
      no,
      to: '',
    }));
}
