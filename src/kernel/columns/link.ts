// Columns that point at a record of another register, by its number.
import * as z from 'zod/mini';
import type { Value } from '../values';
import type { Words } from '../words';
import { aNumber, later, makeColumn, type Column, type ColumnOptions } from './column';
import { halfWidth } from './text';

/** `register`: the key of the register pointed at. Whether the record exists is a lookup that the command declares. */
export function link(label: Words, register: string, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'link',
    width: 125,
    format: { type: 'TEXT', pattern: '@' },
    control: { type: 'link', register },
    schema: aNumber,
    wrong: { zh: '请填记录编号，如 LF-2026-00017。', en: 'A record number such as LF-2026-00017.' },
    fromInput: (input) => halfWidth(String(input ?? '')).toUpperCase() || null,
  });
}

/** A record of one of several registers, by its number: the letters tell of which. */
export function linkAmong(
  label: Words,
  registers: readonly { readonly key: string; readonly serial: string }[],
  options: ColumnOptions = {},
): Column {
  const serials = registers.map(({ serial }) => serial);
  const letters = serials.join(' / ');
  return {
    ...link(label, '', options),
    control: { type: 'link', registers: Object.fromEntries(registers.map(({ key, serial }) => [serial, key])) },
    schema: later(() => z.string().check(z.regex(new RegExp(`^(?:${serials.join('|')})-\\d{4}-\\d{5,}$`)))),
    wrong: {
      zh: `请填记录编号，开头是 ${letters}，如 ${serials[0]!}-2026-00017。`,
      en: `A record number that begins with ${letters}, such as ${serials[0]!}-2026-00017.`,
    },
  };
}

/** Where the record stands that a value of this column names; undefined of columns that name none. */
export function pointedAt({ control }: Column, value: Value): { register: string; column: string } | undefined {
  const among = Object.entries(control.registers ?? {});
  const register = control.register ?? among.find(([serial]) => String(value).startsWith(`${serial}-`))?.[1];
  return register === undefined ? undefined : { register, column: control.column ?? 'no' };
}

const aName = later(() => z.string().check(z.maxLength(120)));

/** A record of another register by what it is called there. */
export function named(label: Words, register: string, column: string, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'named',
    width: 160,
    format: { type: 'TEXT', pattern: '@' },
    control: { type: 'link', register, column },
    schema: aName,
    wrong: { zh: '请从列表中选择。', en: 'Please choose from the list.' },
  });
}

/** An item of the office supplies' catalogue, by its full name. */
export const item = (label: Words, options: ColumnOptions = {}): Column => ({
  ...named(label, 'items', 'label', options),
  kind: 'item',
  wrong: { zh: '请从办公用品目录中选择。', en: 'Choose from the catalogue of office supplies.' },
});
