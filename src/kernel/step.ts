// One step of a record's workflow: who may take it, what it asks, what it changes, whom it tells.
import type { Product } from './chapter';
import { canonicalValues, faultOf, type Column } from './columns';
import { bring, decideMade, signings, tell, unknownColumn, type Numbers } from './decide';
import { InvalidEntry, NotAllowed, OutOfDate, Refusal, type Sentence } from './errors';
import type { Facts } from './facts';
import { historyWith } from './history';
import { together, type Plan, type Update } from './plan';
import type { Register } from './register';
import { sameValue, text, type RecordRow, type Value, type Values } from './values';
import type { Said, Words } from './words';
import {
  isClock,
  isParty,
  noneRelated,
  refusalOf,
  standing,
  type Case,
  type Move,
  type Party,
  type Transition,
  type Workflow,
} from './workflow';

const moved: Words = {
  zh: '这条记录现在是“{state}”，不能再“{step}”。可能已有人处理，请刷新后再看。',
  en: 'This record is now “{state}”, so “{step}” is no longer possible. Somebody may have dealt with it; please look again.',
};
const notParty: Words = { zh: '“{step}”不归您办理。', en: '“{step}” is not yours to do.' };
const noSuch: Words = { zh: '没有这一步。', en: 'There is no such step.' };

const stateWords = (register: Register, state: Value | undefined): Said =>
  register.columns['state']?.options?.find((option) => option.key === state)?.words ?? text(state);

type Input = Readonly<Record<string, unknown>>;

/** What a step is decided with, besides the record that it is asked of. */
export interface With {
  /** Widens who may take it: a link's holder takes what the page offers. */
  readonly parties?: readonly Party[];
  /** It follows from something else, such as what was typed, and is the clock's to take: whoever acts. */
  readonly following?: boolean;
  /** All the lines of the record's form, read with it. */
  readonly lines?: readonly RecordRow[];
  /** Records of the registers that the step looks into. */
  readonly related?: Case['related'];
}

/** Reads and checks what is asked; faults are told under `at` + key. */
function read(
  asks: Readonly<Record<string, Column>>,
  input: Input,
  facts: Facts,
  at: string,
  faults: Record<string, Sentence>,
): Values {
  const values: Record<string, Value> = {};
  for (const key of Object.keys(input)) if (!(key in asks)) faults[at + key] = { words: unknownColumn };
  for (const [key, column] of Object.entries(asks)) {
    const given = column.fromInput(input[key] ?? null);
    const value = given === null && column.default ? column.default(facts) : given;
    const fault = faultOf(column, value, facts);
    if (fault) faults[at + key] = fault;
    values[key] = value;
  }
  return canonicalValues(asks, values, facts);
}

/** `2.quantity` is what was filled in for line 2. */
function inputOfLine(input: Input, line: number): Input {
  const own = `${line}.`;
  const mine = Object.entries(input).filter(([key]) => key.startsWith(own));
  return Object.fromEntries(mine.map(([key, value]) => [key.slice(own.length), value]));
}

/** The step as filled in, for the form and for each line. */
function filledIn(transition: Transition, c: Case, input: Input): Case {
  const faults: Record<string, Sentence> = {};
  const ofLines = (key: string): boolean => c.lines.some(({ record }) => key.startsWith(`${record.line}.`));
  const ofForm = Object.fromEntries(Object.entries(input).filter(([key]) => !ofLines(key)));
  const form = read(transition.asks ?? {}, ofForm, c.facts, '', faults);
  const lines = c.lines.map(({ record }) => {
    const own = read(transition.lineAsks ?? {}, inputOfLine(input, record.line), c.facts, `${record.line}.`, faults);
    return { record, input: { ...form, ...own } };
  });
  if (Object.keys(faults).length > 0) throw new InvalidEntry(faults);
  const filled: Case = { ...c, input: form, lines };
  const found = transition.faults?.(filled) ?? {};
  if (Object.keys(found).length > 0) throw new InvalidEntry(found);
  return filled;
}

/** What differs between a record and values to be set. */
export function changed(record: RecordRow, values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => !sameValue(record.values[key], value)));
}

/** Whether the person at hand could take the transition from the record's present state. */
export function isOffered(workflow: Workflow, transition: Transition, record: RecordRow, facts: Facts): boolean {
  return (
    transition.from.includes(text(record.values['state'])) &&
    isParty(transition.by, record.values, facts) &&
    (transition.when?.(standing(record, facts)) ?? true)
  );
}

/** One step of a record's workflow. Of a form it moves the lines that are in a state which the step leaves. */
export function decideTransition(
  product: Product,
  workflow: Workflow,
  key: string,
  asked: RecordRow,
  input: Input,
  facts: Facts,
  numbers: Numbers,
  more: With = {},
): Plan {
  const transition = workflow.transitions[key];
  if (!transition || !Object.keys(workflow.transitions).includes(key)) throw new OutOfDate({ words: noSuch });
  const step = transition.label;
  const all = more.lines && more.lines.length > 0 ? more.lines : [asked];
  const concerned = all.filter((line) => transition.from.includes(text(line.values['state'])));
  const record = concerned[0] ?? asked;
  const follows = more.following === true && transition.by.some(isClock);
  if (!follows && !isParty([...transition.by, ...(more.parties ?? [])], record.values, facts)) {
    throw new NotAllowed({ words: notParty, values: { step } }, transition.article);
  }
  const open: Case = {
    ...standing(record, facts),
    lines: concerned.map((line) => ({ record: line, input: {} })),
    ...(more.related && { related: more.related }),
  };
  if (concerned.length === 0 || transition.when?.(open) === false) {
    const state = stateWords(workflow.register, record.values['state']);
    throw new OutOfDate({ words: moved, values: { state, step } }, transition.article);
  }
  // Whatever was filled in: the record cannot stay as it is.
  refuse({ unless: transition.unless?.filter(({ instead }) => instead !== undefined) }, open);
  const c = filledIn(transition, open, input);
  refuse(transition, c);
  const updates = c.lines.map((line) => updateOf(workflow.register, transition, key, { ...c, ...line }));
  const [first] = updates as [Update];
  const after: RecordRow = { ...first.record, values: { ...first.record.values, ...first.values } };
  const ended: Case = { ...c, record: after };
  const orders = [
    ...tell(product, transition.tells, ended),
    ...bring(transition.brings, ended),
    ...signings(product, after, facts),
  ];
  const by = { name: key, article: transition.article };
  return together(
    { appends: [], updates, orders },
    movesPlan(product, transition.moves?.(c) ?? [], facts, numbers, by),
  );
}

function refuse(step: Pick<Transition, 'unless'>, c: Case): void {
  const refusal = refusalOf(step, c);
  if (refusal) throw new Refusal({ words: refusal.sentence }, refusal.article, refusal.instead);
}

function updateOf(register: Register, transition: Transition, key: string, c: Case): Update {
  const { record, facts } = c;
  const set: Values = {
    ...transition.sets?.(c),
    state: transition.stays ? record.values['state']! : (transition.settle?.(c) ?? transition.to[0]!),
    history: historyWith(record.values['history'] ?? null, facts, key),
  };
  const values = changed(record, canonicalValues(register.all, set, facts));
  return { record, values, transition: key, article: transition.article };
}

/** What brings moves about, for the audit log: a step, an effect, a report. */
export interface Mover {
  readonly name: string;
  readonly article: string;
}

/** Records made or changed in registers, by the same rules as a person's entries. */
export function movesPlan(product: Product, moves: readonly Move[], facts: Facts, numbers: Numbers, by: Mover): Plan {
  return together(
    ...moves.map((move): Plan => {
      const register = product.register(move.register);
      if (!register) throw new Error(`${by.name} moves in ${move.register}, which is no register`);
      if (!move.record) {
        const made = move.lines?.map((line) => ({ ...move.values, ...line })) ?? move.values;
        return decideMade(product, register, made, facts, numbers).plan;
      }
      const values = changed(move.record, canonicalValues(register.all, move.values, facts));
      const after: RecordRow = { ...move.record, values: { ...move.record.values, ...values } };
      if (move.takes !== undefined) return steppedPlan(product, move.takes, move.record, values, after, facts, numbers);
      const orders = [
        ...tell(product, move.tells, standing(after, facts)),
        ...bring(move.brings, standing(after, facts)),
      ];
      const update = { record: move.record, values, transition: by.name, article: move.article ?? by.article };
      return { appends: [], updates: [update], orders };
    }),
  );
}

/** A step that is taken along with a change: the change and what the step sets are one. */
function steppedPlan(
  product: Product,
  key: string,
  record: RecordRow,
  values: Values,
  after: RecordRow,
  facts: Facts,
  numbers: Numbers,
): Plan {
  const workflow = product.workflow(record.register);
  if (!workflow) throw new Error(`${record.register} has no workflow that could take ${key}`);
  const plan = decideTransition(product, workflow, key, after, {}, facts, numbers);
  const updates = plan.updates.map((update) => ({ ...update, record, values: { ...values, ...update.values } }));
  return { ...plan, updates };
}

/** What opening this record makes in other registers. `values`: as the new record has them. */
export function openingMoves(
  product: Product,
  register: Register,
  values: Values,
  facts: Facts,
  numbers: Numbers,
  related: Case['related'] = noneRelated,
): Plan {
  const opens = product.workflow(register.key)?.opens;
  const by = { name: 'create', article: opens?.article ?? register.article };
  return movesPlan(product, opens?.moves?.(values, facts, related) ?? [], facts, numbers, by);
}
