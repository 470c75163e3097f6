// How a day of somebody is told in lists, e-mails and on pages.
import { labelOf } from '../../kernel/columns';
import type { Facts } from '../../kernel/facts';
import type { Register } from '../../kernel/register';
import { isEmpty, type Values } from '../../kernel/values';

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
