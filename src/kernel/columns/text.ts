// Columns of text: plain, long, and the kinds of text that have a form of their own.
import * as z from 'zod/mini';
import type { Words } from '../words';
import { aNumber, later, makeColumn, type Column, type ColumnOptions } from './column';

z.config({ jitless: true });

/** Text cells are never parsed by Sheets: `0123` keeps its zero, `=…` stays text. */
const format = { type: 'TEXT', pattern: '@' } as const;

const longest = 5_000;
const tooLong: Words = { zh: '太长了：最多 5000 个字。', en: 'Too long: at most 5,000 characters.' };
const anyText = later(() => z.string().check(z.minLength(1), z.maxLength(longest)));

export function text(label: Words, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'text',
    width: 130,
    format,
    control: { type: 'text' },
    schema: anyText,
    wrong: tooLong,
  });
}

export function longText(label: Words, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'longText',
    width: 240,
    format: { ...format, wrap: true },
    control: { type: 'textarea' },
    schema: anyText,
    wrong: tooLong,
  });
}

/** Full-width digits and signs, as Chinese input methods leave them, made plain. */
export function halfWidth(input: string): string {
  return input
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/　/g, ' ')
    .trim();
}

const phonePattern = new RegExp(
  [
    /(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}/,
    /(?:(?:\+?86[- ]?)?\(?0\d{2,3}\)?[- ]?)?[2-9]\d{6,7}(?:[- #转x]\d{1,6})?/,
    // Service numbers: 400 and 800, banks and carriers, hotlines, with an area code or without; emergencies.
    /(?:400|800)(?:[- ]?\d){7}/,
    /(?:0\d{2,3}[- ]?)?(?:9[56]\d{3,4}|1\d{4})(?:[- #转x]\d{1,6})?/,
    /11[468]\d{3}|100\d{4}|1[12]\d|999/,
    /(?:\+?852[- ]?)?[2-9]\d{3}[- ]?\d{4}/,
    /(?:\+?853[- ]?)?[268]\d{3}[- ]?\d{4}/,
    /(?:\+?886[- ]?)?0?9\d{2}[- ]?\d{3}[- ]?\d{3}/,
    /\+[1-9]\d{0,3}(?:[- ]?\d){5,13}/,
  ]
    .map(({ source }) => `^(?:${source})$`)
    .join('|'),
);

const aPhone = later(() => z.string().check(z.regex(phonePattern)));

/** Mainland mobile, landline (with extension) and service numbers, Hong Kong, Macau, Taiwan, +country; kept as typed. */
export function phone(label: Words, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'phone',
    width: 125,
    format,
    control: { type: 'phone' },
    schema: aPhone,
    wrong: {
      zh: '电话号码不对。请填手机（如 13800138000）或带区号的座机（如 0755-82345678），境外号码以 + 开头。',
      en: 'Not a phone number. A mobile such as 13800138000, a landline with its area code, or +country and number.',
    },
    fromInput: (input) => halfWidth(String(input ?? '')) || null,
    fromCell: (cell) => halfWidth(String(cell)) || null,
  });
}

const anEmail = later(() =>
  z.string().check(z.regex(/^[^\s@<>(),;:"']+@[^\s@<>(),;:"']+\.[^\s@<>(),;:"'.]{2,}$/), z.maxLength(254)),
);

export function email(label: Words, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'email',
    width: 170,
    format,
    control: { type: 'email' },
    schema: anEmail,
    wrong: { zh: '电子邮箱不对，应如 name@example.org。', en: 'Not an e-mail address, such as name@example.org.' },
    fromInput: (input) => halfWidth(String(input ?? '')) || null,
    fromCell: (cell) => halfWidth(String(cell)) || null,
  });
}

const aUrl = later(() => z.string().check(z.regex(/^https?:\/\/[^\s]+$/), z.maxLength(2_000)));

export function url(label: Words, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'url',
    width: 200,
    format,
    control: { type: 'url' },
    schema: aUrl,
    wrong: { zh: '网址应以 http:// 或 https:// 开头。', en: 'A web address begins with http:// or https://.' },
  });
}

/** The record's number, such as LF-2026-00017: given by the system, never reused. */
export function serial(label: Words, options: ColumnOptions = {}): Column {
  return makeColumn(
    label,
    { ...options, by: 'system' },
    {
      kind: 'serial',
      width: 125,
      format,
      control: { type: 'text' },
      schema: aNumber,
      wrong: { zh: '编号由系统填写。', en: 'Numbers are given by the system.' },
    },
  );
}

const strokes = later(() =>
  z.string().check(z.regex(/^(?:\d{1,3},\d{1,3}(?: \d{1,3},\d{1,3})*;?)+$/), z.maxLength(20_000)),
);

/** Compact stroke paths `x,y x,y;x,y …` in a box of 300 × 120, drawn again on prints. */
export function signature(label: Words, options: ColumnOptions = {}): Column {
  return makeColumn(
    label,
    { ...options, hidden: true, by: options.by ?? 'workflow' },
    {
      kind: 'signature',
      width: 60,
      format,
      control: { type: 'signature' },
      schema: strokes,
      wrong: { zh: '请签名。', en: 'Please sign.' },
    },
  );
}
