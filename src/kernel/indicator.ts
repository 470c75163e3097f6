// What the records of a chapter say of a person's work: what is measured, and evidence for what is observed.
import type { Day } from './civil';
import type { Sentence } from './errors';
import type { Facts, Person } from './facts';
import type { Register } from './register';
import type { ReportReading } from './report';
import type { RecordRow } from './values';

export type MeasuredKey = 'satisfaction' | 'phone' | 'mail' | 'supplies' | 'knowledge';
export type ObservedKey = 'communication' | 'problemSolving' | 'responsibility' | 'initiative' | 'teamwork';
export type IndicatorKey = MeasuredKey | ObservedKey;

/** Days, the last of them not included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

export interface IndicatorGiven {
  readonly facts: Facts;
  readonly period: Span;
  readonly person: Person;
  /** The days of the period on which the person was employed. */
  readonly part: Span;
  /** Of a register that is read: the period's rows and whatever else was read of it, in the order of their numbers. */
  records(register: Register): readonly RecordRow[];
}

/** The percentage is computed from the two counts, and never rounded before. */
export interface Share {
  readonly good: number;
  readonly all: number;
}

/** Marks of 0 to 100 with two decimals at most; what counts is their mean. */
export interface Marks {
  readonly sum: number;
  readonly count: number;
}

/** Rows of a register as on its tab, for a link to them: in order, counted from 0. */
export interface RowsFound {
  readonly register: string;
  readonly rows: readonly number[];
}

export type Measured = (Share | Marks) & {
  /** What is said beside the value. */
  readonly aside?: readonly Sentence[];
  readonly found: readonly RowsFound[];
};

/** Measured by the records of the chapter that declares it; nothing to count is a share of 0. */
export interface Indicator {
  readonly key: MeasuredKey;
  readonly article: string;
  readonly reads: readonly ReportReading[];
  measure(given: IndicatorGiven): Measured;
}

/** Helps whoever scores an indicator by judgement. */
export interface Evidence {
  readonly key: string;
  readonly indicator: IndicatorKey;
  readonly article: string;
  readonly reads: readonly ReportReading[];
  /** A line for each thing there is to say, in the language of the facts. */
  tell(given: IndicatorGiven): readonly string[];
}

export const isWithin = (day: Day, { from, to }: Span): boolean => from <= day && day < to;

/** The rows of records, register by register. */
export function rowsFound(records: readonly RecordRow[]): readonly RowsFound[] {
  const rows = new Map<string, Set<number>>();
  for (const { register, row } of records) rows.set(register, (rows.get(register) ?? new Set()).add(row));
  return [...rows].map(([register, found]) => ({ register, rows: [...found].sort((a, b) => a - b) }));
}

function widest(one: ReportReading, other: ReportReading): ReportReading {
  const { register, by } = one;
  if (by === undefined || by !== other.by) return { register };
  const monthsBefore = Math.max(one.monthsBefore ?? 0, other.monthsBefore ?? 0);
  return {
    register,
    by,
    ...((one.andAfter || other.andAfter) && { andAfter: true }),
    ...(monthsBefore > 0 && { monthsBefore }),
  };
}

/** What several of them read, each register once and as far as any of them asks. */
export function readingsOf(several: readonly { readonly reads: readonly ReportReading[] }[]): readonly ReportReading[] {
  const found = new Map<string, ReportReading>();
  for (const one of several.flatMap(({ reads }) => reads)) {
    const { key } = one.register;
    const known = found.get(key);
    found.set(key, known ? widest(known, one) : one);
  }
  return [...found.values()];
}
