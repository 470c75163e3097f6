// A report: registers in, one generated tab out. What a chapter declares; making it is `report-making.ts`.
import { addDays, addMonths, isDay, monthOf, quarterOf, type Day } from './civil';
import { InvalidEntry } from './errors';
import { hasRole, type Actor, type Facts, type Role } from './facts';
import type { Register, WorkbookKey } from './register';
import type { Area, ReportBody } from './report-sheet';
import type { Digest } from './ports';
import type { Cell, RecordRow } from './values';
import type { Move } from './workflow';
import type { Words } from './words';

export type PeriodKind = 'month' | 'quarter';

export interface Period {
  /** `2026-10` or `2026Q4`. */
  readonly key: string;
  readonly from: Day;
  /** The first day after it. */
  readonly to: Day;
  /** Not over today. */
  readonly running: boolean;
}

/** What a report reads of a register. */
export interface ReportReading {
  readonly register: Register;
  /**
   * A column of moments that only go up from row to row: of a register that grows for ever, only the rows of the period
   * are read. Without it the register is read whole.
   */
  readonly by?: string;
  /** Also the rows of so many periods before it. */
  readonly before?: number;
  /** Also the rows of so many periods after it: what was entered late. */
  readonly after?: number;
  /** Also all rows after the period. */
  readonly andAfter?: boolean;
  /** Instead: the columns of a first and a last day. They are looked through whole, and the records that touch the period are read. */
  readonly between?: readonly [string, string];
  /** Also the rows of so many months before the period. */
  readonly monthsBefore?: number;
  /** Of a register that not every maker may see: where it is closed to them, the report is made without it. */
  readonly ifOpen?: boolean;
}

/** Handed to `build`. */
export interface ReportGiven {
  readonly facts: Facts;
  readonly period: Period;
  /** '' when the report is about everything. */
  readonly subject: string;
  records(register: Register): readonly RecordRow[];
  /** The tab made before, as people have left it; undefined when there is none. `part`: as in `ReportBody`. */
  before(part: string): readonly (readonly Cell[])[] | undefined;
  readonly digest: Digest;
  /** Whether it was open to whoever makes the report; its records are none where not. */
  sees(register: Register): boolean;
  /** The whole column on its tab, the label included, for live formulas. */
  column(register: Register, key: string): Area & { readonly sheetId: number };
}

export interface Report {
  readonly key: string;
  readonly title: Words;
  /** The articles that it carries out. */
  readonly article: string;
  /** Where the tab is made. */
  readonly workbook: WorkbookKey;
  readonly period: PeriodKind;
  /** What it may be narrowed to: a record of the register, by the column that names it. */
  readonly subject?: { readonly label: Words; readonly register: string; readonly column: string };
  readonly makers: readonly Role[];
  readonly reads: readonly ReportReading[];
  /** Its tabs are told apart by period and `part` alone: narrowed to a subject it makes some of the same tabs again. */
  readonly sharesTabs?: true;
  /** What people have entered in the tabs made before is wanted. */
  readonly readsBack?: true;
  /** Registers of its workbook in which making it makes records, or moves them, in the same write. */
  readonly opensIn?: readonly string[];
  /** By register: what the clock makes where a step has ordered it for a record; undefined when the record asks for it no more. */
  readonly ordered?: Readonly<Record<string, (record: RecordRow, facts: Facts) => ReportAsked | undefined>>;
  build(given: ReportGiven): ReportBody | ReportOutcome;
}

export interface ReportAsked {
  readonly period: string;
  /** '' for everything. */
  readonly subject: string;
}

/** What a tab is listed under: the report, its period and subject, and where it makes several which of them. */
export const tabKeyOf = (report: string, period: string, subject: string, part?: string): string =>
  [report, period, subject].join(' ') + (part ? `#${part}` : '');

/** Several tabs in one go, and the records that go with them. */
export interface ReportOutcome {
  readonly tabs: readonly ReportBody[];
  readonly moves?: readonly Move[];
}

export const outcomeOf = (built: ReportBody | ReportOutcome): ReportOutcome =>
  'tabs' in built ? built : { tabs: [built] };

/** The clock makes what was ordered. */
export const mayMake = ({ makers, ordered }: Report, actor: Actor): boolean =>
  makers.some((role) => hasRole(actor, role)) || (ordered !== undefined && actor.via === 'clock');

const words = {
  wrong: {
    month: { zh: '请选月份，如 2026-10。', en: 'A month such as 2026-10.' },
    quarter: { zh: '请选季度，如 2026Q4。', en: 'A quarter such as 2026Q4.' },
  },
  future: { zh: '{period} 还没有开始。', en: '{period} has not begun yet.' },
} as const;

const firstDays: Readonly<Record<PeriodKind, (text: string) => Day | undefined>> = {
  month: (text) => (/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : undefined),
  quarter(text) {
    const [, year, quarter] = /^(\d{4})Q([1-4])$/.exec(text) ?? [];
    return year === undefined ? undefined : `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
  },
};
const months: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3 };

/** Throws when it is none, or has not begun. */
export function periodOf(kind: PeriodKind, text: string, today: Day): Period {
  const from = firstDays[kind](text);
  if (from === undefined || !isDay(from)) throw new InvalidEntry({ period: { words: words.wrong[kind] } });
  if (from > today) throw new InvalidEntry({ period: { words: words.future, values: { period: text } } });
  const to = addMonths(from, months[kind]);
  return { key: text, from, to, running: today < to };
}

/** The one so many periods earlier. */
export function periodBefore(kind: PeriodKind, { from }: Period, count = 1): Period {
  const first = addMonths(from, -count * months[kind]);
  const keys: Readonly<Record<PeriodKind, string>> = { month: monthOf(first), quarter: quarterOf(first) };
  return { key: keys[kind], from: first, to: addMonths(first, months[kind]), running: false };
}

/** From the first day that a reading takes in to before the last; the end open where it reads on. */
export function spanOf(kind: PeriodKind, { from, to }: Period, reading: ReportReading): { from: Day; to?: Day } {
  const { before = 0, after = 0, andAfter } = reading;
  return {
    from: addMonths(from, -before * months[kind]),
    ...(!andAfter && { to: addMonths(to, after * months[kind]) }),
  };
}

export const lastDay = ({ to }: Period): Day => addDays(to, -1);
