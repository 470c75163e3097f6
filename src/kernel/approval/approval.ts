// A request that must be approved, as data: its steps become transitions, pages for links, e-mails and a job.
import { canonicalValues, type Column } from '../columns';
import type { Sentence } from '../errors';
import type { Facts } from '../facts';
import { readHistory } from '../history';
import type { Register } from '../register';
import { text, type RecordRow, type Values } from '../values';
import type { Words } from '../words';
import type { Case, Party } from '../workflow';
import { deciders } from './decisions';
import type { Passage, Route, Stage } from './route';

export interface ApprovalStep extends Stage {
  readonly key: string;
  readonly article: string;
  /** Who decides it, as a title: 部门负责人. */
  readonly title: Words;
  readonly lineAsks?: Readonly<Record<string, Column>>;
  lineDefaults?(record: RecordRow, related: Case['related']): Values;
  lineNote?(record: RecordRow, facts: Facts, related: Case['related']): string;
  readonly reads?: readonly string[];
  faults?(c: Case): Readonly<Record<string, Sentence>>;
  /** What deciding it writes into each line. Where a later step is asked in its stead, nothing was filled in for it. */
  sets?(c: Case, decidedBy: string): Values;
}

export interface Approval extends Omit<Route, 'stages'> {
  readonly register: Register;
  readonly article: string;
  readonly steps: readonly ApprovalStep[];
  /** The column that names who asks. */
  readonly applicant: string;
  /** The column of their department: whoever is not of the front desk asks for their own. */
  readonly department?: string;
  /** States after the approval from which it can still be withdrawn: nothing has been carried out yet. */
  readonly untouched: readonly string[];
  /** Whether part of it has been carried out although the state does not tell. */
  isCarriedOut?(lines: readonly RecordRow[]): boolean;
  /** Columns of the request itself: what is approved, and what the applicant may mend when it comes back. */
  readonly content: readonly string[];
  /** Columns that deciding writes, which are empty until it is decided. */
  readonly granted?: readonly string[];
  /** Who carries it out: told once it is approved. */
  readonly carriedOutBy?: Party;
  /** What is asked, in a few words, for the subject. */
  gist(lines: readonly RecordRow[], facts: Facts): string;
  facts(lines: readonly RecordRow[], facts: Facts): readonly (readonly [string, string])[];
}

export type LetterName = 'ask' | 'anew' | 'remind' | 'answer' | 'withdrawn' | 'carry-out' | 'paper' | 'objection';

export const pageKey = ({ register }: Approval): string => `${register.key}-decision`;
export const paperPageKey = ({ register }: Approval): string => `${register.key}-paper`;
export const letterKey = ({ register }: Approval, what: LetterName): string => `${register.key}-${what}`;

/** The states in which somebody's decision is waited for. */
export const states = ({ steps }: Approval): readonly string[] => steps.map(({ state }) => state);

export const routeOf = (approval: Approval): Route => ({ ...approval, stages: approval.steps });

/** `approveHead` from `approve`. */
export const named = (prefix: string, { key }: ApprovalStep): string => prefix + key[0]!.toUpperCase() + key.slice(1);

/** The transition by which a request in this state is approved. */
export function approveKey({ steps }: Approval, state: string): string | undefined {
  const step = steps.find((one) => one.state === state);
  return step && named('approve', step);
}

export const total = (lines: readonly RecordRow[], price: string, quantity: string): number =>
  Math.round(
    lines.reduce((sum, { values }) => sum + Number(values[price] ?? 0) * Number(values[quantity] ?? 0), 0) * 100,
  ) / 100;

/** Who asks, who stands as having filed it, and who has. */
export const askersOf = ({ applicant }: Approval, values: Values): readonly string[] =>
  [values[applicant], values['recordedBy'], readHistory(values['history'] ?? null)[0]?.who]
    .flatMap((one) => text(one).split('\n'))
    .filter(Boolean);

export const passageOf = (approval: Approval, values: Values): Passage => ({
  values,
  askers: askersOf(approval, values),
  decided: deciders({ values }),
});

/** A request word for word: what an approval is about, and what is carried out must still be. */
const contentIn = ({ content }: Approval, values: Values): string =>
  JSON.stringify(content.map((key) => values[key] ?? null));

/** The same of values that are about to be written. */
export const contentOf = (approval: Approval, values: Values, facts: Facts): string =>
  contentIn(approval, canonicalValues(approval.register.all, values, facts));

/** Whether the request is still word for word what was asked about; by hand anything can be typed into a tab. */
export const isAsAsked = (approval: Approval, { values }: RecordRow): boolean =>
  text(values['askedContent']) === contentIn(approval, values);

/** Whether the request is still word for word what was approved. */
export const isAsApproved = (approval: Approval, { values }: RecordRow): boolean =>
  text(values['approvedContent']) === contentIn(approval, values);
