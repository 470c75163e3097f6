// Columns that point at a record of another register, by its number.
import * as z from 'zod/mini';
import type { Words } from '../words';
import { makeColumn, type Column, type ColumnOptions } from './column';
import { halfWidth } from './text';

/** `register`: the key of the register pointed at. Whether the record exists is a lookup that the command declares. */
export function link(label: Words, register: string, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'link',
    width: 125,
    format: { type: 'TEXT', pattern: '@' },
    control: { type: 'link', register },
    schema: z.string().check(z.regex(/^[A-Z]{2,4}-\d{4}-\d{5,}$/)),
    wrong: { zh: '请填记录编号，如 LF-2026-00017。', en: 'A record number such as LF-2026-00017.' },
    fromInput: (input) => halfWidth(String(input ?? '')).toUpperCase() || null,
  });
}

/** A record of another register by what it is called there. */
export function named(label: Words, register: string, column: string, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'named',
    width: 160,
    format: { type: 'TEXT', pattern: '@' },
    control: { type: 'link', register, column },
    schema: z.string().check(z.maxLength(120)),
    wrong: { zh: '请从列表中选择。', en: 'Please choose from the list.' },
  });
}

/** An item of the office supplies' catalogue, by its full name. */
export const item = (label: Words, options: ColumnOptions = {}): Column => ({
  ...named(label, 'items', 'label', options),
  kind: 'item',
  wrong: { zh: '请从办公用品目录中选择。', en: 'Choose from the catalogue of office supplies.' },
});
