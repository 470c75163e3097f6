// How tasks, checks and incidents are told of in lists and e-mails. Of an incident with a client only that it is one.
import type { Facts } from '../../kernel/facts';
import type { Register } from '../../kernel/register';
import { text, type Value, type Values } from '../../kernel/values';
import { list } from '../../kernel/words';

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
