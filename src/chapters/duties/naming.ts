// How tasks, checks and incidents are told of in lists and e-mails. Of an incident with a client only that it is one.
import { labelOf } from '../../kernel/columns';
import type { Facts } from '../../kernel/facts';
import type { Register } from '../../kernel/register';
import { isEmpty, text, type Value, type Values } from '../../kernel/values';
import { list } from '../../kernel/words';

export type Pair = readonly [label: string, said: string];

const longestGist = 30;

/** The first line of a free text, cut where it gets long. */
export function gist(said: Value | undefined): string {
  const line = text(said).trim().split('\n')[0]!.trim();
  const signs = [...line];
  return signs.length > longestGist ? `${signs.slice(0, longestGist - 1).join('')}…` : line;
}

/** What is known, as one line. */
export const told = ({ language }: Facts, ...parts: readonly string[]): string => list(parts.filter(Boolean), language);

/** A value in words, as its column shows it. */
export const worded = (register: Register, values: Values, key: string, { language }: Facts): string =>
  register.all[key]!.show(values[key] ?? null, language);

/** Columns with their labels, as a table of facts; empty ones are left out. */
export function pairs(register: Register, values: Values, keys: readonly string[], facts: Facts): readonly Pair[] {
  return keys
    .filter((key) => !isEmpty(values[key]))
    .map((key) => [labelOf(register.all[key]!, facts.language), worded(register, values, key, facts)]);
}
