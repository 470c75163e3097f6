// A register: a tab as data. From this one value come the tab, the checks, the forms, the prints and the docs.
import type { Column } from './columns';
import { choice, faultOf, moment, number, person, serial, text, longText, yesNo } from './columns';
import type { Sentence } from './errors';
import type { Actor, Facts, Role } from './facts';
import { isEmpty, type Values } from './values';
import { columnsOfPaper, type Paper } from './paper';
import type { Words } from './words';

export type WorkbookKey = 'desk' | 'restricted';

/** The roles with which set-up shares a workbook. */
export const sharedWith: Readonly<Record<WorkbookKey, readonly Role[]>> = {
  desk: ['front', 'hr'],
  restricted: ['hr', 'director'],
};

export type Columns = Readonly<Record<string, Column>>;

/** A check on one row, beyond what the columns check by themselves. */
export interface Check {
  /** The column at which the fault is shown. */
  readonly at: string;
  fault(row: Values, facts: Facts): Sentence | undefined;
}

/** What a chapter writes. */
export interface RegisterDefinition {
  readonly key: string;
  readonly workbook: WorkbookKey;
  /** Fixed for ever: tabs are found by it whatever people call them. */
  readonly sheetId: number;
  readonly article: string;
  readonly title: Words;
  /** The letters before the number: LF in LF-2026-00017. */
  readonly serial: string;
  readonly columns: Columns;
  /** Columns of the lines of a form; absent for registers without lines. */
  readonly lines?: readonly string[];
  readonly checks?: readonly Check[];
  /** Who may see records in the sidebar; everybody who may open the workbook when absent. */
  readonly read?: readonly Role[];
  readonly write: readonly Role[];
  /** Months after which personal data is masked, unless the settings say otherwise. */
  readonly keep?: { readonly months: number };
  /** `hard`: only the office account and HR may type here; the root of every right. */
  readonly protection?: 'warn' | 'hard';
  /** Rows are only ever added. */
  readonly appendOnly?: boolean;
  /** Columns shown first in the form. */
  readonly main?: readonly string[];
  /** Among the four offered first under “new”. */
  readonly quick?: boolean;
  /** Made by other records only, never by a form of its own. */
  readonly noForm?: boolean;
  /** The moment that a row tells of; entries for an earlier time are marked 补录. */
  readonly happenedAt?: string;
  /** Personal columns whose content is hidden in lists and e-mails when `isClient` says so. */
  readonly clientFlag?: string;
  /** How a record looks as the form that it stands for; without it it is printed as it is shown. */
  readonly paper?: Paper;
  /** System columns that follow from what was filled in, when a record is new. */
  derive?(row: Values, facts: Facts): Values;
  /** The record as a choice in the forms of others, by the column that they name it by; absent when it is none. */
  offers?(row: Values, facts: Facts): { readonly value: string; readonly note?: string } | undefined;
  /** What a line of a form is about, in a few words. */
  lineText?(row: Values, facts: Facts): string;
  /** The strong line of a list. */
  heading(row: Values, facts: Facts): string;
  /** The quiet line of a list. */
  detail?(row: Values, facts: Facts): string;
}

/** What the kernel keeps: the definition, with the columns that every register has, in tab order. */
export interface Register extends RegisterDefinition {
  readonly all: Columns;
}

const numberLabel: Words = { zh: '编号', en: 'No.' };

/** Columns of every register, before and after its own. */
function before(withLines: boolean): Columns {
  return {
    no: serial(numberLabel),
    check: text({ zh: '填写提示', en: 'Check' }, { by: 'system', width: 170 }),
    ...(withLines && {
      line: number({ zh: '行', en: 'Line' }, { by: 'system', width: 40 }),
      lineCount: number({ zh: '行数', en: 'Lines' }, { by: 'system', hidden: true }),
    }),
  };
}
const after: Columns = {
  recordedBy: person({ zh: '登记人', en: 'Recorded by' }),
  recordedAt: moment({ zh: '登记时间', en: 'Recorded at' }, { by: 'system' }),
  late: yesNo({ zh: '补录', en: 'Entered late' }, { by: 'system' }),
  history: longText({ zh: '经过', en: 'History' }, { by: 'system', hidden: true }),
};

/** Keys that every register has besides its own columns. */
export const commonKeys: readonly string[] = ['no', 'check', 'line', 'lineCount', ...Object.keys(after)];

export function defineRegister(definition: RegisterDefinition): Register {
  const { key, columns } = definition;
  for (const common of commonKeys) {
    if (common in columns) throw new Error(`register ${key}: column ${common} is in every register; take it out`);
  }
  for (const named of [...(definition.lines ?? []), ...(definition.main ?? []), definition.happenedAt ?? []].flat()) {
    if (!(named in columns))
      throw new Error(`register ${key}: there is no column ${named}; see its lines, main or happenedAt`);
  }
  for (const named of definition.paper ? columnsOfPaper(definition.paper) : []) {
    if (!(named in columns)) throw new Error(`register ${key}: there is no column ${named}; see its paper`);
  }
  if (!/^[A-Z]{2,4}$/.test(definition.serial))
    throw new Error(`register ${key}: serial is two to four capital letters`);
  return { ...definition, all: { ...before(definition.lines !== undefined), ...columns, ...after } };
}

export const handColumns = (register: Register): readonly string[] =>
  Object.keys(register.columns).filter((key) => register.columns[key]!.by === 'hand');

/** A state column: the wording is the chip that people see. */
export function state(states: Parameters<typeof choice>[1]): Column {
  return choice({ zh: '状态', en: 'State' }, states, { by: 'workflow', width: 80 });
}

export const mayRead = (register: Register, actor: Actor): boolean =>
  register.read === undefined || register.read.some((role) => actor.roles.includes(role));
export const mayWrite = (register: Register, actor: Actor): boolean =>
  register.write.some((role) => actor.roles.includes(role));

/** Everything wrong with the hand-filled columns of a row, who recorded it included: column key → sentence. */
export function faultsOf(register: Register, values: Values, facts: Facts): Readonly<Record<string, Sentence>> {
  const faults: Record<string, Sentence> = {};
  for (const key of [...handColumns(register), 'recordedBy']) {
    const fault = faultOf(register.all[key]!, values[key] ?? null, facts);
    if (fault) faults[key] = fault;
  }
  for (const check of register.checks ?? []) {
    if (check.at in faults) continue;
    const fault = check.fault(values, facts);
    if (fault) faults[check.at] = fault;
  }
  return faults;
}

/** Defaults of the hand columns that were left empty. */
export function withDefaults(register: Register, values: Values, facts: Facts): Values {
  const filled: Record<string, Values[string]> = { ...values };
  for (const [key, column] of Object.entries(register.columns)) {
    if (isEmpty(filled[key]) && column.default) filled[key] = column.default(facts);
  }
  return filled;
}

/** What stands instead of a client's personal data in lists and e-mails. */
export const maskedText: Words = { zh: '（服务对象）', en: '(client)' };

/** The row with a client's personal columns masked, for lists, notes and e-mails. */
export function masked(register: Register, values: Values, mask: string): Values {
  if (!register.clientFlag || values[register.clientFlag] !== true) return values;
  const hide = (key: string): boolean => register.columns[key]?.personal === true && !isEmpty(values[key]);
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, hide(key) ? mask : value]));
}
