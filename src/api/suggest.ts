// Earlier records like the one being typed, however long ago: told by a few columns read whole, then only those rows are read.
import type { Suggestion } from '../kernel/chapter';
import { NotAllowed } from '../kernel/errors';
import { recordOf } from '../kernel/layout';
import { mayWrite, type Register } from '../kernel/register';
import { isEmpty, type RecordRow, type Values } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import { registerOf } from './commands';
import type { Calls } from './contract';
import { languageOf, readingOf, type Machine } from './machine';
import { byNumber, rowBlock, spokenTo } from './questions';

/** Of earlier records like this one so many of the newest are read; several may say the same. */
const mostAlike = 12;
const mostSuggested = 3;

/** The columns by which earlier records are told, as far as something is typed in all of a set. */
function keysTyped({ keys }: Suggestion, { clientFlag }: Register, typed: Values): readonly string[] {
  const sets = keys.filter((set) => set.every((key) => !isEmpty(typed[key])));
  return sets.length === 0 ? [] : [...new Set([...sets.flat(), ...(clientFlag === undefined ? [] : [clientFlag])])];
}

/** The newest records that match, told by these columns alone. */
function recordsLike(
  view: View,
  register: Register,
  keys: readonly string[],
  matches: (earlier: Values) => boolean,
): readonly RecordRow[] {
  const { language } = view.facts;
  const columns = keys.map((key) => [key, register.all[key]!, view.column(register, key)] as const);
  const valuesAt = (row: number): Values =>
    Object.fromEntries(columns.map(([key, { fromCell }, cells]) => [key, fromCell(cells.get(row) ?? '', language)]));
  const rows = [...view.column(register, 'no')]
    .filter(([row]) => matches(valuesAt(row)))
    .sort((a, b) => byNumber(String(b[1]), String(a[1])))
    .slice(0, mostAlike)
    .map(([row]) => row);
  const read = rows.length === 0 ? [] : view.read(rows.map((row) => rowBlock(register, row)));
  // Somebody may have sorted the tab between the reads.
  return rows
    .map((row, index) => recordOf(view.layout(register), read[index]?.[0] ?? [], row))
    .filter(({ no, values }) => no !== '' && matches(values));
}

export function suggest(machine: Machine, input: Calls['suggest']['input']): Calls['suggest']['value'] {
  const register = registerOf(machine, input.register);
  const suggestion = machine.product.chapters
    .flatMap((chapter) => chapter.suggestions ?? [])
    .find((one) => one.register === register.key);
  if (!suggestion) return { suggestions: [] };
  const keys = keysTyped(suggestion, register, input.values);
  const lookups = keys.map((column) => ({ register, column }));
  const view = openView(readingOf(machine), register.workbook, { lookups });
  if (!mayWrite(register, view.facts.actor)) throw new NotAllowed(undefined, register.article);
  if (keys.length === 0) return { suggestions: [] };
  const facts = spokenTo(view.facts, languageOf(machine, view.facts.language));
  const found = new Map<string, RecordRow>();
  for (const earlier of recordsLike(view, register, keys, (values) => suggestion.matches(input.values, values))) {
    const taken = JSON.stringify(suggestion.takes.map((key) => earlier.values[key] ?? null));
    if (!found.has(taken)) found.set(taken, earlier);
  }
  return {
    suggestions: [...found.values()].slice(0, mostSuggested).map((earlier) => ({
      label: register.heading(earlier.values, facts),
      note: [register.detail?.(earlier.values, facts) ?? '', earlier.no].filter(Boolean).join(' · '),
      values: Object.fromEntries(suggestion.takes.map((key) => [key, earlier.values[key] ?? null])),
    })),
  };
}
