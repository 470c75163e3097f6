// A chapter of the policy as one value, and the whole product as the chapters it is made of.
import type { Facts } from './facts';
import type { Evidence, Indicator } from './indicator';
import type { Register } from './register';
import type { Report, ReportReading } from './report';
import type { RecordRow, Values } from './values';
import type { Words } from './words';
import type { Case, LetterKind, LinkPage, Looks, Workflow } from './workflow';
import type { BoardSection } from './board';
import type { Effect } from './effect';
import type { Job, Digest } from './job';
import type { MineSection } from './mine';

/** A form that continues from a record, filled in. */
export interface Follow extends Pick<Looks, 'reads'> {
  readonly from: string;
  readonly register: string;
  readonly label: Words;
  /** `lines`: all of the form that it continues; else the record alone. */
  when(record: RecordRow, facts: Facts, lines?: readonly RecordRow[]): boolean;
  values(record: RecordRow, facts: Facts): Values;
  /** Of a form with lines: what its lines begin with. */
  lines?(lines: readonly RecordRow[], facts: Facts, related?: Case['related']): readonly Values[];
}

/** What the person at the desk should know now about a record. */
export interface Note {
  readonly register: string;
  /** Whether it has to be held against the register's other open records, which are read for it. */
  amongOpen?(record: RecordRow): boolean;
  say(record: RecordRow, facts: Facts, open?: readonly RecordRow[]): string | undefined;
}

/** Earlier records like the one being typed. */
export interface Suggestion {
  readonly register: string;
  /** Columns that are taken over. */
  readonly takes: readonly string[];
  /** Sets of columns by which it is told: of a set that is typed, each column is read whole. */
  readonly keys: readonly (readonly string[])[];
  /** Whether an earlier record is about the same. Of `earlier` only the columns of these sets are known, and whether it is of a client. */
  matches(typed: Values, earlier: Values): boolean;
}

export interface PrintList {
  readonly register: string;
  readonly key: string;
  readonly title: Words;
  readonly columns: readonly string[];
  /** Of all the records of a small register, in the order of the tab; else of the open ones. */
  readonly whole?: boolean;
  /** Of those of a month, by when they happened, or else were recorded. */
  readonly period?: 'month';
  /** Of a list for a month: what is read by when it was recorded; the month and the next one unless told. */
  readonly reads?: Pick<ReportReading, 'before' | 'after' | 'andAfter'>;
  /** Clients are named: people are called by this list. */
  readonly namesClients?: boolean;
  includes(record: RecordRow, facts: Facts): boolean;
  /** One line under the list, such as how many people there are. */
  summary?(records: readonly RecordRow[], facts: Facts): string;
  /** What whoever holds the list must know of it. */
  readonly note?: Words;
}

export interface Chapter {
  readonly key: string;
  readonly title: Words;
  /** The accent colour, as #rrggbb. */
  readonly colour: string;
  readonly registers: readonly Register[];
  readonly workflows: readonly Workflow[];
  readonly letters?: readonly LetterKind[];
  readonly pages?: readonly LinkPage[];
  readonly board?: readonly BoardSection[];
  readonly mine?: readonly MineSection[];
  readonly effects?: readonly Effect[];
  readonly follows?: readonly Follow[];
  readonly notes?: readonly Note[];
  readonly suggestions?: readonly Suggestion[];
  readonly prints?: readonly PrintList[];
  readonly jobs?: readonly Job[];
  readonly digests?: readonly Digest[];
  readonly reports?: readonly Report[];
  readonly indicators?: readonly Indicator[];
  readonly evidence?: readonly Evidence[];
}

/** The chapters in use, with everything in them found by key. */
export interface Product {
  readonly chapters: readonly Chapter[];
  readonly registers: readonly Register[];
  register(key: string): Register | undefined;
  workflow(register: string): Workflow | undefined;
  letter(key: string): LetterKind | undefined;
  page(key: string): LinkPage | undefined;
  report(key: string): Report | undefined;
  effect(key: string): Effect | undefined;
}

function twice(what: string, keys: readonly (string | number)[]): void {
  const double = keys.find((key, index) => keys.indexOf(key) !== index);
  if (double !== undefined) throw new Error(`${what} ${double} is defined twice`);
}

export function productOf(chapters: readonly Chapter[]): Product {
  const registers = chapters.flatMap((chapter) => chapter.registers);
  const workflows = chapters.flatMap((chapter) => chapter.workflows);
  const letters = chapters.flatMap((chapter) => chapter.letters ?? []);
  const pages = chapters.flatMap((chapter) => chapter.pages ?? []);
  const reports = chapters.flatMap((chapter) => chapter.reports ?? []);
  const effects = chapters.flatMap((chapter) => chapter.effects ?? []);
  twice(
    'register',
    registers.map((one) => one.key),
  );
  twice(
    'sheet id',
    registers.map((one) => one.sheetId),
  );
  twice(
    'serial',
    registers.map((one) => one.serial),
  );
  twice(
    'tab title',
    registers.map((one) => one.title.zh),
  );
  twice(
    'letter',
    letters.map((one) => one.key),
  );
  twice(
    'page',
    pages.map((one) => one.key),
  );
  twice(
    'report',
    reports.map((one) => one.key),
  );
  twice(
    'effect',
    effects.map((one) => one.key),
  );
  twice(
    'indicator',
    chapters.flatMap(({ indicators = [] }) => indicators.map((one) => one.key)),
  );
  twice(
    'evidence',
    chapters.flatMap(({ evidence = [] }) => evidence.map((one) => one.key)),
  );
  return {
    chapters,
    registers,
    register: (key) => registers.find((one) => one.key === key),
    workflow: (key) => workflows.find((one) => one.register.key === key),
    letter: (key) => letters.find((one) => one.key === key),
    page: (key) => pages.find((one) => one.key === key),
    report: (key) => reports.find((one) => one.key === key),
    effect: (key) => effects.find((one) => one.key === key),
  };
}
