// From the fields of a form to the rows that are sent, and from the server's complaints back to the fields.
import type { Field, Step } from '../src/api/contract';
import type { Value } from '../src/kernel/values';
import { minutesBetween } from './clock';
import type { Row } from './draft';

export const isBlank = (value: Value | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Full-width digits and signs, as Chinese input methods leave them, made plain. */
export const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).trim();

/** "1,200.50", "１２", "¥30" → a number; anything else stays as typed, for the server to explain. */
export function readNumber(typed: string): Value {
  const tidy = halfWidth(typed)
    .replace(/^[¥$￥]\s*/, '')
    .replace(/,(?=\d{3}\b)/g, '');
  if (tidy === '') return null;
  return /^-?\d+(\.\d+)?$/.test(tidy) ? Number(tidy) : typed.trim();
}

/** A proposed moment that meant “now” when the form was fetched still means now. */
function proposed(field: Field, fetchedAt: string, now: string): Value | undefined {
  const value = field.default;
  if (field.control !== 'moment' || typeof value !== 'string') return value;
  return Math.abs(minutesBetween(value, fetchedAt)) <= 2 ? now : value;
}

/** The values with which an empty form begins. */
export function defaultsOf(fields: readonly Field[], fetchedAt: string, now: string): Row {
  const values: Record<string, Value> = {};
  for (const field of fields) {
    const value = proposed(field, fetchedAt, now);
    if (!isBlank(value)) values[field.key] = value as Value;
  }
  return values;
}

/** Whether anything was typed beyond what the form proposed. */
export const differs = (values: Row, from: Row): boolean =>
  [...new Set([...Object.keys(values), ...Object.keys(from)])].some(
    (key) => !(isBlank(values[key]) && isBlank(from[key])) && JSON.stringify(values[key]) !== JSON.stringify(from[key]),
  );

const only = (fields: readonly Field[], values: Row): Row =>
  Object.fromEntries(
    fields.filter((field) => !isBlank(values[field.key])).map((field) => [field.key, values[field.key] as Value]),
  );

export interface Collected {
  readonly rows: readonly Row[];
  /** For each row sent, the line of the form that it came from. */
  readonly lineOf: readonly number[];
}

/** The rows of a form: one, or one a line; lines left untouched are not sent. */
export function collect(
  fields: readonly Field[],
  values: Row,
  lineFields: readonly Field[] | undefined,
  lines: readonly Row[],
  untouched: Row = {},
): Collected {
  const head = only(fields, values);
  if (lineFields === undefined) return { rows: [head], lineOf: [0] };
  const used = lines.map((line, index) => ({ line, index })).filter(({ line }) => differs(line, untouched));
  const sent = used.length > 0 ? used : [{ line: lines[0] ?? {}, index: 0 }];
  return {
    rows: sent.map(({ line }) => ({ ...head, ...only(lineFields, line) })),
    lineOf: sent.map(({ index }) => index),
  };
}

/** What is wrong, by field of the form; a field of a line is `line.key`. */
export type Faults = Readonly<Record<string, string>>;

export const lineFieldKey = (line: number, key: string): string => line + '.' + key;

/** Needed fields that are blank, before anything is sent. */
export function missing(
  fields: readonly Field[],
  values: Row,
  lineFields: readonly Field[] | undefined,
  lines: readonly Row[],
  lineOf: readonly number[],
  say: (label: string) => string,
): Faults {
  const faults: Record<string, string> = {};
  for (const field of fields) if (field.required && isBlank(values[field.key])) faults[field.key] = say(field.label);
  for (const line of lineFields === undefined ? [] : lineOf) {
    for (const field of lineFields!) {
      if (field.required && isBlank(lines[line]?.[field.key])) faults[lineFieldKey(line, field.key)] = say(field.label);
    }
  }
  return faults;
}

/** The server's complaints (`key` or `row.key`) by field of the form; what fits no field comes under ''. */
export function placeFaults(
  complaints: Readonly<Record<string, string>>,
  fields: readonly Field[],
  lineFields: readonly Field[] | undefined,
  lineOf: readonly number[],
): Faults {
  const faults: Record<string, string> = {};
  for (const [place, text] of Object.entries(complaints)) {
    const [, row, key] = /^(?:(\d+)\.)?(.+)$/.exec(place)!;
    const line = lineOf[Number(row ?? 0)] ?? 0;
    const target = fields.some((field) => field.key === key)
      ? key!
      : lineFields?.some((field) => field.key === key)
        ? lineFieldKey(line, key!)
        : '';
    faults[target] = target === '' && faults[''] ? faults[''] + ' ' + text : text;
  }
  return faults;
}

/** The fields of a step as one form: what is asked of line 2 has keys such as `2.quantity`. */
export const fieldsOfStep = ({ asks, lines = [] }: Step): readonly Field[] => [
  ...asks,
  ...lines.flatMap(({ line, asks: own }) => own.map((field) => ({ ...field, key: lineFieldKey(line, field.key) }))),
];
