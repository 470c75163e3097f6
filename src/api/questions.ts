// What the page asks without changing anything: the board, a record, a search, a form.
import type { Start as Offered } from '../kernel/board';
import { addMinutes } from '../kernel/civil';
import { mayOpen } from '../kernel/decide';
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
import { list, say, type Language, type Words } from '../kernel/words';
import { chaptersInUse } from '../office';
import { isOffered } from '../kernel/step';
import { outboxTab } from '../kernel/kernel-tabs';
import { isFailure, outboxRowOf } from '../kernel/outbox';
import { registerOf, valuesOf } from './commands';
import type { BoardSection, Choice, Calls, Line, Start } from './contract';
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

const mailFailed: Words = {
  zh: '{n} 封通知没有发出去，系统会继续尝试。原因：{why}',
  en: '{n} notices have not gone out; the system keeps trying. Reason: {why}',
};
const mailGivenUp: Words = {
  zh: '{n} 封通知试了一天没有发出去，不再尝试：{records}。请用电话等方式告诉本人，或在记录里重发。',
  en: '{n} notices could not be sent for a day and are given up: {records}. Please tell the people otherwise, or send them again from the record.',
};
const mailWaits: Words = {
  zh: '{n} 封通知在排队（当天邮件额度用完时，次日继续发）。',
  en: '{n} notices are queued (when the day’s mail quota is used up, they go tomorrow).',
};

/** Letters go out within minutes; what waits longer waits for the quota, or for jobs that have stopped. */
const queuedMinutes = 10;

export function board(machine: Machine): Calls['board']['value'] {
  const from = machine.ports.hints.get()['desk.outbox'];
  const blocks = from === undefined ? [] : [{ sheetId: outboxTab.sheetId, fromRow: from, toColumn: 14, fromColumn: 0 }];
  const view = openView(readingOf(machine), 'desk', { open: true, blocks, records: registersOf(machine) });
  const language = languageOf(machine, view.facts.language);
  const facts = spokenTo(view.facts, language);
  const sections = chaptersInUse(machine.product, facts).flatMap((chapter) => chapter.board ?? []);
  const readable = sections.filter(({ register }) => mayRead(registerOf(machine, register), facts.actor));
  const open = openRecords(view, machine.product, [...new Set(readable.map((one) => one.register))]);
  const shown = readable.map((section): BoardSection => {
    const register = registerOf(machine, section.register);
    const own = open.filter((one) => one.register === section.register);
    const starts = (section.starts?.(own, facts) ?? []).flatMap((one) => startOf(machine, one, facts, language));
    const lines = own
      .filter((one) => section.shows(one, facts, open))
      .filter((one) => section.isFor?.(facts.actor, one, facts) ?? true)
      .filter((one, index, all) => all.findIndex(({ no }) => no === one.no) === index)
      .map((one) => ({ one, order: section.order?.(one) ?? one.no }))
      .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
      .map(({ one }): Line => {
        const chips = (section.chips?.(one, facts, open) ?? []).map((chip) => ({
          label: say(chip.words, language, chip.values),
          tone: chip.tone,
        }));
        const line = lineOf(register, one, facts, chips);
        const form = formAfter(machine, section.form?.(one, facts), one, facts, language);
        const next = form ? undefined : nextOf(machine, section.next?.(one, facts), one, facts, language);
        const shownDetail = section.detail?.({ ...one, values: maskedValues(register, one, language) }, facts);
        return {
          ...line,
          ...(shownDetail !== undefined && { quiet: shownDetail }),
          ...(next && { next }),
          ...(form && { form }),
        };
      });
    return {
      key: section.key,
      title: say(section.title, language),
      empty: say(section.empty, language),
      tone: section.tone,
      lines,
      ...(starts.length > 0 && { starts }),
    };
  });
  const filled = shown.filter(({ lines, starts }, index) => lines.length > 0 || starts || !readable[index]!.onlyFilled);
  return { sections: filled, at: facts.now, warnings: mailWarnings(view, from ?? 1, language) };
}

/** Only what this person may enter is offered. */
function startOf(machine: Machine, one: Offered, facts: Facts, language: Language): readonly Start[] {
  const register = registerOf(machine, one.register);
  if (!mayOpen(register, machine.product.workflow(register.key), one.values, facts)) return [];
  const { values, atOnce } = one;
  return [{ register: register.key, label: say(one.label, language), values, ...(atOnce && { atOnce }) }];
}

const maskedValues = (register: Register, one: RecordRow, language: Language) =>
  masked(register, one.values, say(maskedText, language));

const registersOf = (machine: Machine) =>
  machine.product.registers.filter((one) => one.workbook === 'desk').map((register) => ({ register }));

function mailWarnings(view: View, from: number, language: Language): readonly string[] {
  const rows = (view.asked[0] ?? []).map((cells, index) => ({
    ...outboxRowOf(cells, from + index),
    error: String(cells[13] ?? ''),
  }));
  const failing = rows.filter((row) => row.state === 'waiting' && row.error !== '');
  const lost = rows.filter((row) => isFailure(row, view.facts.now));
  const waiting = rows.filter((row) => row.state === 'waiting' && row.error === '' && row.dueAt === '');
  const overdue = waiting.some(({ at }) => at.slice(0, 16) <= addMinutes(view.facts.now, -queuedMinutes));
  return [
    ...(failing.length > 0
      ? [say(mailFailed, language, { n: failing.length, why: failing[failing.length - 1]!.error })]
      : []),
    ...(lost.length > 0
      ? [
          say(mailGivenUp, language, {
            n: lost.length,
            records: list([...new Set(lost.map(({ no }) => no))], language),
          }),
        ]
      : []),
    ...(waiting.length > 10 || overdue ? [say(mailWaits, language, { n: waiting.length })] : []),
  ];
}

function nextOf(
  machine: Machine,
  key: string | undefined,
  one: RecordRow,
  facts: Facts,
  language: Language,
): Line['next'] | undefined {
  const workflow = machine.product.workflow(one.register);
  const transition = key === undefined ? undefined : workflow?.transitions[key];
  if (!key || !workflow || !transition || !isOffered(workflow, transition, one, facts)) return undefined;
  const asks =
    Object.keys(transition.asks ?? {}).length > 0 ||
    transition.lineAsks !== undefined ||
    transition.confirm !== undefined;
  return { transition: key, label: say(transition.label, language), asks };
}

/** The form that continues from the record, for who may fill it in. */
function formAfter(
  { product }: Machine,
  key: string | undefined,
  one: RecordRow,
  facts: Facts,
  language: Language,
): Line['form'] | undefined {
  const follow = product.chapters
    .flatMap((chapter) => chapter.follows ?? [])
    .find(({ from, register, when }) => from === one.register && register === key && when(one, facts));
  const mayFill = follow && mayWrite(product.register(follow.register)!, facts.actor);
  return mayFill ? { register: follow.register, label: say(follow.label, language) } : undefined;
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
