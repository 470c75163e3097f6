// Records, columns and steps as the page gets them.
import type { Column } from '../kernel/columns';
import { labelOf } from '../kernel/columns';
import type { Facts } from '../kernel/facts';
import { readHistory } from '../kernel/history';
import { printedForm } from '../kernel/printed-form';
import { masked, maskedText, type Register } from '../kernel/register';
import { isEmpty, text, type RecordRow, type Values } from '../kernel/values';
import { isOffered } from '../kernel/step';
import type { Product } from '../kernel/chapter';
import { toneOf, type Case, type Transition, type Workflow } from '../kernel/workflow';
import { say, theSystem, type Language, type Words } from '../kernel/words';
import type { Chip, Choice, Field, Line, RecordView, Step } from './contract';

const people = (facts: Facts): readonly Choice[] =>
  facts.directory.people
    .filter((one) => one.leftOn === null || one.leftOn >= facts.today)
    .map((one) => ({ value: one.label, label: one.label, note: one.department }));
const departments = (facts: Facts): readonly Choice[] =>
  facts.directory.departments.map((one) => ({ value: one.name, label: one.name }));

/** What a control that chooses among people or departments offers. */
const offeredBy: Readonly<Record<string, (facts: Facts) => readonly Choice[]>> = {
  person: people,
  department: departments,
  personOrDepartment: (facts) => [...people(facts), ...departments(facts)],
};

export function fieldOf(key: string, column: Column, facts: Facts, language: Language, main: boolean): Field {
  const options =
    offeredBy[column.control.type]?.(facts) ??
    column.options?.map((option) => ({ value: option.key, label: say(option.words, language) }));
  const proposed = column.default?.(facts) ?? null;
  return {
    key,
    label: labelOf(column, language),
    control: column.control.type,
    required: column.required,
    main,
    ...(options && { options }),
    ...(column.help && { help: say(column.help, language) }),
    ...(proposed !== null && { default: proposed }),
  };
}

export const fieldsOf = (
  columns: Readonly<Record<string, Column>>,
  facts: Facts,
  language: Language,
): readonly Field[] => Object.entries(columns).map(([key, column]) => fieldOf(key, column, facts, language, true));

/** The records of a register as the forms of others offer them. */
export const choicesOf = (register: Register, records: readonly RecordRow[], facts: Facts): readonly Choice[] =>
  records.flatMap(({ values }) => {
    const offered = register.offers?.(values, facts);
    return offered ? [{ ...offered, label: offered.value }] : [];
  });

/** A step as it is offered on a record, or on the lines of a form. */
export function stepOf(
  product: Product,
  register: Register,
  key: string,
  transition: Transition,
  lines: readonly RecordRow[],
  facts: Facts,
  language: Language,
  related: Case['related'],
): Step {
  const asked = (record: RecordRow): NonNullable<Step['lines']>[number] => {
    const proposed = transition.lineDefaults?.(record, related) ?? {};
    const note = transition.lineNote?.(record, facts, related);
    return {
      line: record.line,
      text: register.lineText?.(record.values, facts) ?? String(record.line),
      ...(note && { note }),
      asks: fieldsOf(transition.lineAsks!, facts, language)
        .map(choosing)
        .map((field) => (isEmpty(proposed[field.key]) ? field : { ...field, default: proposed[field.key]! })),
    };
  };
  /** A record of another register is chosen, where the step reads that register. */
  const choosing = (field: Field): Field => {
    const { register: named = '', column } = transition.lineAsks![field.key]!.control;
    const other = product.register(named);
    const isRead = transition.reads?.includes(named) && (transition.lineNote ?? transition.lineDefaults);
    if (!other || column === undefined || !isRead) return field;
    return { ...field, options: choicesOf(other, related(named), facts) };
  };
  const concerned = lines.filter((line) => transition.from.includes(text(line.values['state'])));
  return {
    key,
    label: say(transition.label, language),
    look: transition.look ?? 'plain',
    asks: fieldsOf(transition.asks ?? {}, facts, language),
    ...(transition.lineAsks && { lines: concerned.map(asked) }),
    ...(transition.confirm && { confirm: say(transition.confirm, language) }),
  };
}

export function stateChip(register: Register, values: Values, language: Language): readonly Chip[] {
  const state = register.columns['state'];
  if (!state || isEmpty(values['state'])) return [];
  return [{ label: state.show(values['state']!, language), tone: toneOf(register, values['state']) }];
}

const lateWords: Words = { zh: '补录', en: 'entered late' };

/** A line of a list, with a client's personal data hidden. */
export function lineOf(register: Register, record: RecordRow, facts: Facts, chips: readonly Chip[] = []): Line {
  const spoken: Facts = facts;
  const shown = masked(register, record.values, say(maskedText, facts.language));
  const late: readonly Chip[] =
    record.values['late'] === true ? [{ label: say(lateWords, facts.language), tone: 'off' }] : [];
  return {
    register: register.key,
    no: record.no,
    row: record.row,
    strong: register.heading(shown, spoken) || record.no,
    quiet: register.detail?.(shown, spoken) ?? record.no,
    chips: [...chips, ...late],
  };
}

const created: Words = { zh: '登记', en: 'Recorded' };
const byLink: Words = { zh: '（通过链接）', en: '(by link)' };
const byTyping: Words = { zh: '在表格中填写', en: 'Typed into the tab' };

function whoWords(who: string, language: Language): string {
  const words: Readonly<Record<string, Words>> = { link: byLink, clock: theSystem, typed: byTyping };
  return words[who] ? say(words[who], language) : who;
}

function historyOf(workflow: Workflow | undefined, record: RecordRow, language: Language): RecordView['history'] {
  return readHistory(record.values['history'] ?? null).map(({ at, who, what }) => ({
    at: at.replace('T', ' ').slice(0, 16),
    who: whoWords(who, language),
    what: say(workflow?.transitions[what]?.label ?? created, language),
  }));
}

/** Columns whose content is no fact for the reader. */
const unshown = new Set(['no', 'check', 'history', 'state', 'line', 'lineCount']);

export function factsShown(register: Register, record: RecordRow, language: Language): RecordView['facts'] {
  return Object.entries(register.all)
    .filter(([key, column]) => !unshown.has(key) && !register.lines?.includes(key) && !column.hidden)
    .filter(([key]) => !isEmpty(record.values[key]))
    .map(([key, column]) => ({
      key,
      label: labelOf(column, language),
      text: column.show(record.values[key]!, language),
      ...(column.control.type === 'phone' && { tel: text(record.values[key]).replace(/[^+\d]/g, '') }),
    }));
}

/** What comes next by the board: the form of another register, or a step. */
interface Proposed {
  readonly form?: string;
  readonly step?: string;
}

type Steps = readonly (readonly [string, Transition])[];

/**
 * One step stands out, and comes first: the one that the board proposes; else rather the person's own than one that is meant
 * for the holder of a link. None does where a form comes next.
 */
function withOneMain(steps: Steps, proposed: Proposed): Steps {
  const mains = steps.filter(([, { look }]) => look === 'main');
  const usual = mains.find(([, { page }]) => page === undefined) ?? mains[0];
  const step = steps.some(([key]) => key === proposed.step) ? proposed.step : usual?.[0];
  const chosen = proposed.form === undefined ? step : undefined;
  const look = (key: string, step: Transition): Transition['look'] =>
    key === chosen ? 'main' : step.look === 'main' ? 'plain' : step.look;
  const shown: Steps = steps.map(([key, step]) => {
    const seen = look(key, step);
    return [key, seen === undefined ? step : { ...step, look: seen }];
  });
  return [...shown.filter(([key]) => key === chosen), ...shown.filter(([key]) => key !== chosen)];
}

function proposedOn(product: Product, record: RecordRow, facts: Facts): Proposed {
  const section = product.chapters
    .flatMap((chapter) => chapter.board ?? [])
    .find((one) => one.register === record.register && one.shows(record, facts));
  const form = section?.form?.(record, facts);
  const step = section?.next?.(record, facts);
  return { ...(form !== undefined && { form }), ...(step !== undefined && { step }) };
}

/** A record as it is shown, with what was read beside it. */
interface SeenRecord {
  readonly lines: readonly RecordRow[];
  /** The register's open records, where a note asks for them. */
  readonly open: readonly RecordRow[];
  readonly related: Case['related'];
}

export function recordView(
  product: Product,
  register: Register,
  { lines, open, related }: SeenRecord,
  facts: Facts,
  language: Language,
): RecordView {
  const record = lines[0]!;
  const proposed = proposedOn(product, record, facts);
  const workflow = product.workflow(register.key);
  const shownLines = (register.lines ?? []).filter((key) => !register.columns[key]!.hidden);
  const chapters = product.chapters;
  const notes = chapters.flatMap((chapter) => chapter.notes ?? []).filter((one) => one.register === register.key);
  const follows = chapters.flatMap((chapter) => chapter.follows ?? []).filter((one) => one.from === register.key);
  const paper = printedForm(register, lines, language);
  const page = chapters
    .flatMap((chapter) => chapter.pages ?? [])
    .find(
      (one) =>
        one.register === register.key &&
        one.signInto &&
        !isEmpty(record.values[one.signInto]) &&
        one.isOpen(record, facts),
    );
  return {
    register: register.key,
    registerTitle: say(register.title, language),
    no: record.no,
    row: record.row,
    title: register.heading(record.values, facts) || record.no,
    chips: stateChip(register, record.values, language),
    values: record.values,
    facts: factsShown(register, record, language),
    ...(register.lines && {
      lines: lines.map((line) => ({
        line: line.line,
        facts: shownLines.map((key) => ({
          label: labelOf(register.columns[key]!, language),
          text: register.columns[key]!.show(line.values[key] ?? null, language),
        })),
      })),
    }),
    ...(paper && { paper }),
    history: historyOf(workflow, record, language),
    steps: withOneMain(
      Object.entries(workflow?.transitions ?? {}).filter(([, transition]) =>
        lines.some((line) => isOffered(workflow!, transition, line, facts)),
      ),
      proposed,
    ).map(([key, transition]) => stepOf(product, register, key, transition, lines, facts, language, related)),
    follows: follows
      .filter((one) => one.when(record, facts, lines))
      .map((one) => ({
        register: one.register,
        label: say(one.label, language),
        values: one.values(record, facts),
        ...(one.lines && { lines: one.lines(lines, facts, related) }),
        ...(one.register === proposed.form && { main: true as const }),
      })),
    ...(page && { link: { label: say(page.title, language), url: text(record.values[page.signInto!]) } }),
    notes: notes.flatMap((one) => one.say(record, facts, open) ?? []),
  };
}
