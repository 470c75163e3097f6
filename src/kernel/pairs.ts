// Columns of a record as a table of facts, for e-mails, pages and lists.
import { labelOf } from './columns';
import type { Facts } from './facts';
import type { Register } from './register';
import { isEmpty, type Values } from './values';

export type Pair = readonly [label: string, said: string];

/** Columns with their labels, as a table of facts; empty ones are left out. */
export function pairs(register: Register, values: Values, keys: readonly string[], facts: Facts): readonly Pair[] {
  return keys
    .filter((key) => !isEmpty(values[key]))
    .map((key) => {
      const column = register.all[key]!;
      return [labelOf(column, facts.language), column.show(values[key]!, facts.language)] as const;
    });
}
