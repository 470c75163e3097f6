// Decisions: given records, input and facts, what is to be done, or why not. Nothing is read or written here.
import type { Product } from './chapter';
import { canonicalValues, pointedAt, type Column } from './columns';
import { addMinutes } from './civil';
import { InvalidEntry, NotAllowed, type Sentence } from './errors';
import { samePerson, type Facts } from './facts';
import { historyWith } from './history';
import { stepsElsewhere } from './named-steps';
import { nothing, together, type Append, type Order, type Plan } from './plan';
import { faultsOf, mayWrite, withDefaults, type Register } from './register';
import { isEmpty, text, type RecordRow, type Value, type Values } from './values';
import type { Words } from './words';
import {
  guestOf,
  isParty,
  noneRelated,
  peopleOf,
  standing,
  type Bringing,
  type Case,
  type Telling,
  type Workflow,
} from './workflow';

/** Gives the next number of a register's year; moved in the same commit. */
export interface Numbers {
  next(register: Register): string;
}

/** Answers about the columns that a command has declared it looks up. */
export interface Lookups {
  /** Whether a value stands in the column of a numbered record, other than `exceptNo`. */
  taken(register: string, column: string, value: Value, exceptNo?: string): boolean;
}

/** Entries for a time further back than this are marked 补录. */
export const lateAfterMinutes = 30;

const double: Words = { zh: '已有相同的记录。', en: 'There is such a record already.' };
const absent: Words = { zh: '没有编号为 {no} 的记录。', en: 'There is no record {no}.' };
const notYours: Words = { zh: '这一栏由系统填写。', en: 'This is filled in by the system.' };
export const unknownColumn: Words = { zh: '没有这一栏。', en: 'There is no such field.' };
const noRows: Words = { zh: '请至少填写一行。', en: 'Please fill in at least one line.' };
const tooMany: Words = { zh: '一次最多 {most} 条。', en: 'At most {most} at once.' };

export const mostRows = 200;

/** Tidies what a form sent; keys that are not the person's to fill are told at the field. */
export function readInput(
  register: Register,
  input: Readonly<Record<string, unknown>>,
): {
  values: Values;
  faults: Readonly<Record<string, Sentence>>;
} {
  const values: Record<string, Value> = {};
  const faults: Record<string, Sentence> = {};
  for (const [key, given] of Object.entries(input)) {
    const column = register.all[key];
    if (!column) faults[key] = { words: unknownColumn };
    else if (column.by !== 'hand') faults[key] = { words: notYours };
    else values[key] = column.fromInput(given);
  }
  return { values, faults };
}

const lineKey = (rows: number, index: number, key: string): string => (rows === 1 ? key : `${index}.${key}`);

/** Whether the record that the column names must be there: a person has named it, or the definition says so. */
const isLookedUp = ({ by, absent }: Column): boolean => by === 'hand' || absent !== undefined;

/** Where the records stand that these rows name; of a column that the system fills, those that they may come to name. */
const namedBy = (
  column: Column,
  key: string,
  rows: readonly Values[],
): readonly { register: string; column: string }[] =>
  rows.flatMap(({ [key]: value = null }) =>
    column.by === 'hand' && isEmpty(value) ? [] : (pointedAt(column, value) ?? []),
  );

/** The lookups that creating such rows needs: unique columns, and the numbers of records that links point at. */
export function lookupsOf(
  register: Register,
  rows: readonly Values[],
): readonly { register: string; column: string }[] {
  const filled = Object.entries(register.columns).filter(
    ([key, { by, unique, absent }]) =>
      (by === 'system' && (unique || absent)) || rows.some((row) => !isEmpty(row[key])),
  );
  return filled.flatMap(([key, column]) => [
    ...(column.unique ? [{ register: register.key, column: key }] : []),
    ...(isLookedUp(column) ? namedBy(column, key, rows) : []),
  ]);
}

/** Records that are named and are not there. */
export function absentFaults(register: Register, values: Values, lookups: Lookups): Readonly<Record<string, Sentence>> {
  const faults: Record<string, Sentence> = {};
  for (const [key, column] of Object.entries(register.columns)) {
    const value = values[key] ?? null;
    const at = pointedAt(column, value);
    if (!at || !isLookedUp(column) || isEmpty(value) || lookups.taken(at.register, at.column, value)) continue;
    const { words, at: field = key } = column.absent ?? { words: absent };
    faults[field] = { words, values: { no: String(value) } };
  }
  return faults;
}

function lookupFaults(register: Register, values: Values, lookups: Lookups): Readonly<Record<string, Sentence>> {
  const faults: Record<string, Sentence> = {};
  for (const [key, column] of Object.entries(register.columns)) {
    const value = values[key] ?? null;
    if (isEmpty(value) || !column.unique || !lookups.taken(register.key, key, value)) continue;
    // What the system made of several fields is told at the first of them.
    faults[column.by === 'hand' ? key : (register.main?.[0] ?? key)] = { words: double };
  }
  return { ...faults, ...absentFaults(register, values, lookups) };
}

function partyOrders(product: Product, telling: Telling, c: Case): readonly Order[] {
  const { record, facts } = c;
  const letter = product.letter(telling.letter);
  if (!letter) throw new Error(`there is no letter ${telling.letter}`);
  const order = (to: string): Order => ({
    kind: 'letter',
    name: letter.key,
    register: record.register,
    no: record.no,
    to,
  });
  const guest = guestOf(letter.to, record.values);
  if (guest !== '') return [order('guest')];
  return peopleOf(letter.to, record.values, facts)
    .filter((person) => telling.who?.(c, person) ?? true)
    .filter((person) => letter.evenActor || !samePerson(person.staffNo, facts.actor.person, facts.directory))
    .map((person) => order(person.staffNo));
}

export function tell(product: Product, tells: readonly Telling[] | undefined, c: Case): readonly Order[] {
  return (tells ?? [])
    .filter((telling) => telling.when?.(c) ?? true)
    .flatMap((telling) => {
      const { afterMinutes } = telling;
      const orders = partyOrders(product, telling, c);
      if (afterMinutes === undefined) return orders;
      const dueAt = addMinutes(c.facts.now, afterMinutes);
      return orders.map((order) => ({ ...order, dueAt }));
    });
}

/** Effects on the other workbook and generated tabs, for the office to carry out. */
export const bring = (brings: readonly Bringing[] | undefined, { record, ...c }: Case): readonly Order[] =>
  (brings ?? [])
    .filter((one) => one.when?.({ ...c, record }) ?? true)
    .flatMap(({ effect, report }): readonly Order[] => {
      const order = { register: record.register, no: record.no, to: '' };
      return [
        ...(effect === undefined ? [] : [{ ...order, kind: 'effect' as const, name: effect }]),
        ...(report === undefined ? [] : [{ ...order, kind: 'report' as const, name: report }]),
      ];
    });

/** Pages that have opened with this change and want their link signed into the record. */
export function signings(product: Product, record: RecordRow, facts: Facts): readonly Order[] {
  return product.chapters
    .flatMap((chapter) => chapter.pages ?? [])
    .filter((page) => page.register === record.register && page.signInto !== undefined)
    .filter((page) => isEmpty(record.values[page.signInto!]) && page.isOpen(record, facts))
    .map((page) => ({ kind: 'sign' as const, name: page.key, register: record.register, no: record.no, to: '' }));
}

/** What a new row gets besides what was filled in: its number, its state, who and when. */
export function openingValues(
  register: Register,
  workflow: Workflow | undefined,
  filled: Values,
  no: string,
  line: { line: number; lineCount: number },
  facts: Facts,
  related: Case['related'] = noneRelated,
): Values {
  const happened = register.happenedAt ? text(filled[register.happenedAt]) : '';
  // A day is late when it is over.
  const lateBefore = happened.length > 10 ? addMinutes(facts.now, -lateAfterMinutes) : facts.today;
  const late = happened !== '' && happened < lateBefore;
  const opened: Values = workflow
    ? {
        ...(register.columns['state'] && { state: workflow.opens.state(filled, facts) }),
        ...workflow.opens.sets?.(filled, facts, related),
      }
    : {};
  const values: Record<string, Value> = {
    ...filled,
    ...register.derive?.(filled, facts),
    ...opened,
    no,
    ...(register.lines && line),
    recordedBy: isEmpty(filled['recordedBy']) ? facts.actor.person || null : (filled['recordedBy'] ?? null),
    recordedAt: facts.now,
    late: late ? true : null,
    history: historyWith(null, facts, 'create'),
  };
  return canonicalValues(register.all, values, facts);
}

/** Whether the person at hand may make such a record. */
export function mayOpen(register: Register, workflow: Workflow | undefined, values: Values, facts: Facts): boolean {
  if (mayWrite(register, facts.actor)) return true;
  return workflow !== undefined && isParty(workflow.opens.by, values, facts);
}

export interface Created {
  readonly plan: Plan;
  readonly records: readonly { readonly no: string; readonly line: number }[];
}

/** New records as a form sends them. Several rows are the lines of one form, or several records of a register without lines. */
export function decideCreate(
  product: Product,
  register: Register,
  input: readonly Readonly<Record<string, unknown>>[],
  facts: Facts,
  lookups: Lookups,
  numbers: Numbers,
  related: Case['related'] = noneRelated,
): Created {
  const workflow = product.workflow(register.key);
  if (input.length === 0) throw new InvalidEntry({ rows: { words: noRows } });
  if (input.length > mostRows) throw new InvalidEntry({ rows: { words: tooMany, values: { most: mostRows } } });
  const faults: Record<string, Sentence> = {};
  const filled = input.map((given, index) => {
    const read = readInput(register, given);
    const values = withDefaults(register, read.values, facts);
    const found = {
      ...workflow?.opens.faults?.(values, facts, related),
      ...faultsOf(register, values, facts),
      ...lookupFaults(register, { ...values, ...register.derive?.(values, facts) }, lookups),
      ...read.faults,
    };
    for (const [key, fault] of Object.entries(found)) faults[lineKey(input.length, index, key)] = fault;
    return values;
  });
  if (filled.some((row) => !mayOpen(register, workflow, row, facts))) throw new NotAllowed(undefined, register.article);
  if (Object.keys(faults).length > 0) throw new InvalidEntry(faults);
  const rows = workflow?.opens.lines?.(filled[0]!, facts, related) ?? filled;
  if (rows.length === 0) throw new InvalidEntry({ rows: { words: noRows } });
  const formNo = register.lines ? numbers.next(register) : '';
  const plans = rows.map((values, index) =>
    openedRecord(
      product,
      register,
      workflow,
      values,
      facts,
      { no: formNo || numbers.next(register), line: register.lines ? index + 1 : 1, lineCount: rows.length },
      related,
    ),
  );
  return {
    plan: together(...plans),
    records: plans.flatMap((plan) => plan.appends.map(({ no, line }) => ({ no, line }))),
  };
}

function openedRecord(
  product: Product,
  register: Register,
  workflow: Workflow | undefined,
  filled: Values,
  facts: Facts,
  place: { no: string; line: number; lineCount: number },
  related?: Case['related'],
): Plan {
  const { no, line, lineCount } = place;
  const values = openingValues(register, workflow, filled, no, { line, lineCount }, facts, related);
  const article = workflow?.opens.article ?? register.article;
  const append: Append = { register: register.key, no, line, values, transition: 'create', article };
  const record: RecordRow = { register: register.key, no, line, row: -1, values };
  const orders = line > 1 ? [] : openingOrders(product, workflow, record, facts);
  return { ...nothing, appends: [append], orders };
}

/** Whom a new record is told to, what follows from it in the other workbook, and links it wants. Records entered late tell nobody: what they tell of is over. */
export function openingOrders(
  product: Product,
  workflow: Workflow | undefined,
  record: RecordRow,
  facts: Facts,
): readonly Order[] {
  const tells = record.values['late'] === true ? [] : tell(product, workflow?.opens.tells, standing(record, facts));
  const brought = bring(workflow?.opens.brings, standing(record, facts));
  const steps = stepsElsewhere(product, workflow, record);
  return [...tells, ...brought, ...steps, ...signings(product, record, facts)];
}

/** A record, or a form with its lines, made by the product itself; by the same rules as a person's, but whoever acts. */
export function decideMade(
  product: Product,
  register: Register,
  given: Values | readonly Values[],
  facts: Facts,
  numbers: Numbers,
  lookups?: Lookups,
): { plan: Plan; no: string } {
  const faults: Record<string, Sentence> = {};
  const lines = (Array.isArray(given) ? (given as readonly Values[]) : [given as Values]).map((one, index, all) => {
    const filled = withDefaults(register, one, facts);
    const found = { ...faultsOf(register, filled, facts), ...(lookups && lookupFaults(register, filled, lookups)) };
    for (const [key, fault] of Object.entries(found)) faults[lineKey(all.length, index, key)] = fault;
    return filled;
  });
  if (Object.keys(faults).length > 0) throw new InvalidEntry(faults);
  const no = numbers.next(register);
  const workflow = product.workflow(register.key);
  const plans = lines.map((filled, index) =>
    openedRecord(product, register, workflow, filled, facts, { no, line: index + 1, lineCount: lines.length }),
  );
  return { plan: together(...plans), no };
}
