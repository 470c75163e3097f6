// A column as a plain object that answers for itself: what it accepts, how it stands in a cell, how it is asked for.
import * as z from 'zod/mini';
import type { Sentence } from '../errors';
import type { Facts } from '../facts';
import type { Cell, Value, Values } from '../values';
import type { Language, Words } from '../words';

export type FilledBy = 'hand' | 'system' | 'workflow';

/** How a form asks for the value. The page has one control for each. */
export interface Control {
  readonly type:
    | 'text'
    | 'textarea'
    | 'number'
    | 'rating'
    | 'money'
    | 'day'
    | 'time'
    | 'moment'
    | 'choice'
    | 'choices'
    | 'yesNo'
    | 'person'
    | 'department'
    | 'personOrDepartment'
    | 'link'
    | 'month'
    | 'quarter'
    | 'phone'
    | 'email'
    | 'url'
    | 'signature';
  /** For `link`: the register whose records are suggested, and the column by which they are named; `no` unless told. */
  readonly register?: string;
  readonly column?: string;
  /** For a link into several registers: which of them, by the letters of the number. */
  readonly registers?: Readonly<Record<string, string>>;
}

/** The look of the cells, in the words of Sheets' number formats. */
export interface CellFormat {
  readonly type: 'TEXT' | 'NUMBER' | 'DATE' | 'TIME' | 'DATE_TIME';
  readonly pattern: string;
  readonly align?: 'LEFT' | 'CENTER' | 'RIGHT';
  readonly wrap?: boolean;
}

export interface Option {
  readonly key: string;
  readonly words: Words;
  readonly tone?: Tone;
}
/** What is said of a column that names a record of another register, when there is none. */
export interface Absent {
  readonly words: Words;
  /** Where a person can mend it, if the system makes the name of several fields. */
  readonly at?: string;
}

/** The colour of a state: what a chip and a cell are tinted with. */
export type Tone = 'waiting' | 'active' | 'done' | 'late' | 'off';

export interface Column {
  readonly kind: string;
  readonly label: Words;
  readonly help?: Words;
  readonly by: FilledBy;
  readonly required: boolean;
  /** Personal data of people outside the agency: masked when its time is over, a salted digest in the audit log. */
  readonly personal: boolean;
  readonly unique: boolean;
  readonly hidden: boolean;
  /** Others name the record by it: it stays as it was first filled in. */
  readonly fixed: boolean;
  /** In pixels, on the tab. */
  readonly width: number;
  readonly format: CellFormat;
  readonly control: Control;
  readonly options?: readonly Option[];
  /** With it a column that the system fills is looked up, too. */
  readonly absent?: Absent;
  /** Made when it is first asked for: most of a workbook's columns are checked by no command. */
  schema(): z.ZodMiniType;
  /** Said when the schema refuses. */
  readonly wrong: Words;
  /** A value proposed by the form; computed with the facts at hand. */
  default?(facts: Facts): Value;
  /** Any cell, also one that a person typed, as a value; what cannot be read comes back as typed and is refused by the schema. */
  fromCell(cell: Cell, language: Language): Value;
  toCell(value: Value, language: Language): Cell;
  /** What a form sent, tidied (trimmed, full-width digits made plain). */
  fromInput(input: unknown): Value;
  show(value: Value, language: Language): string;
  /** What the schema cannot know: whether the person exists, the day makes sense. */
  resolve?(value: Value, facts: Facts): Sentence | undefined;
  /** The value as it is to be kept, once resolved: a staff number becomes the name on the tab. */
  canonical?(value: Value, facts: Facts): Value;
}

export interface ColumnOptions {
  readonly by?: FilledBy;
  readonly required?: boolean;
  readonly personal?: boolean;
  readonly unique?: boolean;
  readonly hidden?: boolean;
  readonly fixed?: boolean;
  readonly help?: Words;
  readonly width?: number;
  readonly absent?: Absent;
  readonly default?: (facts: Facts) => Value;
}

type Own = Pick<Column, 'kind' | 'width' | 'format' | 'control' | 'schema' | 'wrong'> &
  Partial<Pick<Column, 'options' | 'fromCell' | 'toCell' | 'fromInput' | 'show' | 'resolve' | 'canonical'>>;

const asText = (input: unknown): string => (typeof input === 'string' ? input.trim() : String(input));

const fromCell = (cell: Cell): Value => (cell === '' ? null : asText(cell) || null);
const toCell = (value: Value): Cell => (value === null ? '' : (value as Cell));
const fromInput = (input: unknown): Value =>
  input === null || input === undefined || input === '' ? null : asText(input) || null;
const show = (value: Value): string => (value === null ? '' : String(value));

/** Puts a kind's own answers and a chapter's options together; key by key, because loading makes every column there is. */
export function makeColumn(label: Words, options: ColumnOptions, own: Own): Column {
  const column: { -readonly [Key in keyof Column]: Column[Key] } = {
    kind: own.kind,
    label,
    by: options.by ?? 'hand',
    required: options.required ?? false,
    personal: options.personal ?? false,
    unique: options.unique ?? false,
    hidden: options.hidden ?? false,
    fixed: options.fixed ?? false,
    width: options.width ?? own.width,
    format: own.format,
    control: own.control,
    schema: own.schema,
    wrong: own.wrong,
    fromCell: own.fromCell ?? fromCell,
    toCell: own.toCell ?? toCell,
    fromInput: own.fromInput ?? fromInput,
    show: own.show ?? show,
  };
  if (own.options) column.options = own.options;
  if (own.resolve) column.resolve = own.resolve;
  if (own.canonical) column.canonical = own.canonical;
  if (options.help) column.help = options.help;
  if (options.absent) column.absent = options.absent;
  if (options.default) column.default = options.default;
  return column;
}

/** Something made when it is first asked for, and kept. */
export function later<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Not a person's to change once the record has its number. */
export const isKept = ({ by, fixed }: Column): boolean => by !== 'hand' || fixed;

const missing: Words = { zh: '请填写{label}。', en: '{label} is needed.' };

/** A record's number, such as LF-2026-00017. */
export const aNumber = later(() => z.string().check(z.regex(/^[A-Z]{2,4}-\d{4}-\d{5,}$/)));

/** Whether a value passes the column's schema. */
export const accepts = (column: Pick<Column, 'schema'>, value: Value): boolean =>
  column.schema().safeParse(value).success;

/** What is wrong with a value in a column, in words; undefined when nothing is. */
export function faultOf(column: Column, value: Value, facts: Facts): Sentence | undefined {
  if (value === null) {
    return column.required ? { words: missing, values: { label: column.label } } : undefined;
  }
  if (!accepts(column, value)) return { words: column.wrong };
  return column.resolve?.(value, facts);
}

export function labelOf(column: Column, language: Language): string {
  return language === 'en'
    ? column.label.en
    : language === 'hant'
      ? (column.label.hant ?? column.label.zh)
      : column.label.zh;
}

/** A plan's values for columns, in their kept form. */
export function canonicalValues(columns: Readonly<Record<string, Column>>, values: Values, facts: Facts): Values {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      value === null ? null : (columns[key]?.canonical?.(value, facts) ?? value),
    ]),
  );
}
