// What the page asks without changing anything: a record, a search, a form.
import { NotAllowed } from '../kernel/errors';
import type { Facts } from '../kernel/facts';
import { firstRow } from '../kernel/kernel-tabs';
import { recordOf } from '../kernel/layout';
import { openRecords } from '../kernel/open-records';
import { handColumns, mayRead, mayWrite, masked, maskedText, type Register } from '../kernel/register';
import type { Block } from '../kernel/ports';
import { needsOf, relatedOf } from '../kernel/related';
import { isEmpty, type RecordRow } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import { isParty, type Transition } from '../kernel/workflow';
import { say, type Language } from '../kernel/words';
import { registerOf, valuesOf } from './commands';
import type { Choice, Calls } from './contract';
import { languageOf, readingOf, type Machine } from './machine';
import { seenFor } from './seen';
import { choicesOf, fieldOf, lineOf, recordView, stateChip } from './wire';

/** The facts in the person's own language: what they read, not what is written on the tab. */
export const spokenTo = (facts: Facts, language: Language): Facts => ({ ...facts, language });

function refuseUnlessReadable(register: Register, facts: Facts): void {
  if (!mayRead(register, facts.actor)) throw new NotAllowed(undefined, register.article);
}

export function form(machine: Machine, input: Calls['form']['input']): Calls['form']['value'] {
  const register = registerOf(machine, input.register);
  const view = openView(readingOf(machine), 'desk', { whole: namedBy(machine, register) });
  const { facts } = view;
  if (!mayWrite(register, facts.actor)) throw new NotAllowed(undefined, register.article);
  return formOf(machine, register, view, languageOf(machine, facts.language));
}

/** The registers whose records a form offers as choices. */
export const namedBy = (machine: Machine, register: Register): readonly Register[] =>
  Object.values(register.columns).flatMap(({ by, control }) =>
    by === 'hand' && control.register && control.column ? [registerOf(machine, control.register)] : [],
  );

/** The form of a register, with the choices that are to be had. */
export function formOf(machine: Machine, register: Register, view: View, language: Language): Calls['form']['value'] {
  const { facts } = view;
  const named = namedBy(machine, register);
  const main = register.main ?? handColumns(register);
  const keys = [...main, ...handColumns(register).filter((key) => !main.includes(key))];
  const choices = (other: Register): readonly Choice[] =>
    choicesOf(other, view.whole(other), spokenTo(facts, language));
  const field = (key: string) => {
    const column = register.columns[key]!;
    const asked = fieldOf(key, column, facts, language, main.includes(key));
    const other = named.find((one) => one.key === column.control.register);
    return other ? { ...asked, options: choices(other) } : asked;
  };
  const inLines = register.lines ?? [];
  return {
    register: register.key,
    title: say(register.title, language),
    fields: keys.filter((key) => !inLines.includes(key)).map(field),
    ...(register.lines && { lines: register.lines.filter((key) => register.columns[key]!.by === 'hand').map(field) }),
  };
}

/** A step that the page is told something about from other registers; the others read them when they are taken. */
const saysOfLines = ({ lineNote, lineDefaults }: Transition): boolean =>
  lineNote !== undefined || lineDefaults !== undefined;

export function record(machine: Machine, input: Calls['record']['input']): Calls['record']['value'] {
  const register = registerOf(machine, input.register);
  const place = { register, no: input.no, ...(input.row !== undefined && { row: input.row }) };
  const steps = Object.values(machine.product.workflow(register.key)?.transitions ?? {});
  const follows = machine.product.chapters.flatMap((chapter) => chapter.follows ?? []);
  const notes = machine.product.chapters.flatMap((chapter) => chapter.notes ?? []);
  const among = notes.filter((note) => note.register === register.key && note.amongOpen);
  const looking = {
    register,
    looks: [...steps.filter(saysOfLines), ...follows.filter(({ from }) => from === register.key)],
  };
  const looked = needsOf(machine.product, looking);
  const view = openView(readingOf(machine), register.workbook, {
    ...looked,
    records: [place, ...looked.records],
    open: looked.open || among.length > 0,
  });
  const lines = view.records(register, input.no, input.row);
  const isAmong = among.some((note) => note.amongOpen?.(lines[0]!));
  const open = isAmong ? openRecords(view, machine.product, [register.key]) : [];
  const { facts } = view;
  const workflow = machine.product.workflow(register.key);
  const concerned = Object.values(workflow?.transitions ?? {}).some((one) => isParty(one.by, lines[0]!.values, facts));
  if (!mayRead(register, facts.actor) && !concerned) throw new NotAllowed(undefined, register.article);
  const language = languageOf(machine, facts.language);
  const related = relatedOf(machine.product, view, looking, valuesOf(lines));
  const spoken = spokenTo(facts, language);
  const shown = recordView(machine.product, register, { lines, open, related }, spoken, language);
  return {
    ...shown,
    steps: shown.steps.map((step) => {
      const seen = seenFor(machine, workflow?.transitions[step.key], lines);
      return { ...step, ...(seen !== undefined && { seen }) };
    }),
  };
}

const pageSize = 50;
/** Rows looked through for one page of a search: one read, whatever the size of the register. */
const searchedAtOnce = 1_000;

/** Newest first. Search looks through so many rows at a time; the cursor goes on from there. */
export function find(machine: Machine, input: Calls['find']['input']): Calls['find']['value'] {
  const register = registerOf(machine, input.register);
  const byNumbers = input.cursor?.startsWith('s') || wasSorted(machine, register);
  const view = openView(readingOf(machine), register.workbook, {
    tails: [register],
    ...(byNumbers && { lookups: [{ register, column: 'no' }] }),
  });
  refuseUnlessReadable(register, view.facts);
  const language = languageOf(machine, view.facts.language);
  const facts = spokenTo(view.facts, language);
  const limit = Math.min(Math.max(input.limit ?? pageSize, 1), 200);
  const matches = matcherOf(register, input, facts, language);
  const sought = (input.text ?? '').trim().toUpperCase();
  if (/^[A-Z]{2,4}-\d{4}-\d{5,}$/.test(sought)) {
    const hit = [...view.column(register, 'no')].find(([, cell]) => cell === sought);
    const found = hit ? view.records(register, sought, hit[0]) : [];
    return { records: found.map((one) => withValues(register, one, facts, language)) };
  }
  if (input.cursor?.startsWith('s')) return sortedPage(register, view, facts, language, limit, input.cursor);
  const plain = matches === undefined;
  if (plain && wasSorted(machine, register)) {
    if (isSorted([...view.column(register, 'no').values()].map(String)))
      return sortedPage(register, view, facts, language, limit, input.cursor);
    rememberSorted(machine, register, false);
  }
  const before = input.cursor === undefined ? view.tail(register).lastRow + 1 : Number(input.cursor);
  const from = Math.max(firstRow, before - (plain ? limit : searchedAtOnce));
  const read = before <= firstRow ? [] : view.rows(register, from, before);
  const rows = read
    .map(({ row, cells }) => recordOf(view.layout(register), cells, row))
    .filter((one) => one.no !== '' && (matches?.(one) ?? true));
  if (plain && isSorted(rows.map(({ no }) => no))) {
    rememberSorted(machine, register, true);
    return sortedPage(register, view, facts, language, limit, input.cursor);
  }
  const newest = [...rows].reverse();
  const page = newest.slice(0, limit);
  const last = page[page.length - 1];
  const next = newest.length > limit && last ? last.row : from;
  return {
    records: page.map((one) => withValues(register, one, facts, language)),
    ...(next > firstRow && { cursor: String(next) }),
  };
}

/** A person has sorted the tab: the rows at the end are not the newest. */
const isSorted = (nos: readonly string[]): boolean =>
  nos.some((no, index) => index > 0 && byNumber(nos[index - 1]!, no) > 0);

/** Remembered, because then all numbers are wanted in the first read. */
const sortedHint = ({ workbook, key }: Register): string => `${workbook}.${key}.sorted`;
const wasSorted = ({ ports }: Machine, register: Register): boolean => ports.hints.get()[sortedHint(register)] === 1;
function rememberSorted({ ports }: Machine, register: Register, is: boolean): void {
  ports.hints.put({ ...ports.hints.get(), [sortedHint(register)]: is ? 1 : 0 });
}

export function byNumber(a: string, b: string): number {
  const key = (no: string): string =>
    no.replace(/^[A-Z]+-(\d{4})-(\d+)$/, (_, year: string, n: string) => year + n.padStart(9, '0'));
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

export const rowBlock = ({ sheetId }: Register, row: number): Block => ({ sheetId, fromRow: row, toRow: row + 1 });

/** Numbers tell what is newest when the order of the rows does not. */
function sortedPage(
  register: Register,
  view: View,
  facts: Facts,
  language: Language,
  limit: number,
  cursor: string | undefined,
): Calls['find']['value'] {
  const skip = cursor?.startsWith('s') ? Number(cursor.slice(1)) : 0;
  const nos = [...view.column(register, 'no')].sort((a, b) => byNumber(String(b[1]), String(a[1])));
  const wanted = nos.slice(skip, skip + limit);
  const read = view.read(wanted.map(([row]) => rowBlock(register, row)));
  const records = wanted.map(([row], index) => recordOf(view.layout(register), read[index]?.[0] ?? [], row));
  return {
    records: records.map((one) => withValues(register, one, facts, language)),
    ...(skip + limit < nos.length && { cursor: `s${skip + limit}` }),
  };
}

export const maskedValues = (register: Register, one: RecordRow, language: Language) =>
  masked(register, one.values, say(maskedText, language));

const withValues = (register: Register, one: RecordRow, facts: Facts, language: Language) => ({
  ...lineOf(register, one, facts, stateChip(register, one.values, language)),
  values: maskedValues(register, one, language),
});

type Matcher = ((record: RecordRow) => boolean) | undefined;

function matcherOf(register: Register, input: Calls['find']['input'], facts: Facts, language: Language): Matcher {
  const sought = (input.text ?? '').trim().toLowerCase();
  const filter = Object.entries(input.filter ?? {}).filter(([, value]) => !isEmpty(value));
  if (sought === '' && filter.length === 0 && !input.from && !input.to) return undefined;
  const words = sought.split(/\s+/).filter(Boolean);
  return (one) => {
    const day = String(one.values[register.happenedAt ?? 'recordedAt'] ?? one.values['recordedAt'] ?? '').slice(0, 10);
    if ((input.from && day < input.from) || (input.to && day > input.to)) return false;
    if (filter.some(([key, value]) => one.values[key] !== value)) return false;
    // What is masked in lists is not found by its content either.
    const shown = maskedValues(register, one, language);
    const hay = Object.entries(register.all)
      .filter(([key, column]) => key !== 'history' && !column.hidden && !isEmpty(shown[key]))
      .map(([key, column]) => column.show(shown[key]!, facts.language))
      .join('\n')
      .toLowerCase();
    return words.every((word) => hay.includes(word));
  };
}
