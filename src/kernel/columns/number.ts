// Columns of numbers: quantities and money.
import * as z from 'zod/mini';
import type { Value } from '../values';
import type { Words } from '../words';
import { later, makeColumn, type Column, type ColumnOptions } from './column';
import { halfWidth } from './text';

/** Reads "1,200", "１２" or 12 as a number; anything else comes back as it is. */
function readNumber(input: unknown): Value {
  if (input === null || input === undefined || input === '') return null;
  if (typeof input === 'number') return input;
  const plain = halfWidth(String(input));
  if (plain === '') return null;
  return /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(plain) ? Number(plain.replace(/,/g, '')) : plain;
}

interface NumberOptions extends ColumnOptions {
  readonly min?: number;
  readonly max?: number;
  /** Whole numbers only; the default. */
  readonly whole?: boolean;
  /** One to five, chosen by its words. */
  readonly rating?: true;
}

export function number(label: Words, options: NumberOptions = {}): Column {
  const { rating, min = rating ? 1 : 0, max = rating ? 5 : 1_000_000, whole = true } = options;
  return makeColumn(label, options, {
    kind: 'number',
    width: 70,
    format: { type: 'NUMBER', pattern: whole ? '0' : '0.##', align: 'RIGHT' },
    control: { type: rating ? 'rating' : 'number' },
    schema: later(() => z.number().check(z.minimum(min), z.maximum(max), ...(whole ? [z.multipleOf(1)] : []))),
    wrong: whole
      ? { zh: `请填 ${min} 到 ${max} 的整数。`, en: `A whole number from ${min} to ${max}.` }
      : { zh: `请填 ${min} 到 ${max} 的数字。`, en: `A number from ${min} to ${max}.` },
    fromCell: readNumber,
    fromInput: readNumber,
  });
}

const anAmount = later(() =>
  z.number().check(
    z.minimum(0),
    z.maximum(100_000_000),
    z.refine((n) => Math.abs(n * 100 - Math.round(n * 100)) < 1e-6),
  ),
);

/** Yuan with two decimals, never negative. */
export function money(label: Words, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'money',
    width: 90,
    format: { type: 'NUMBER', pattern: '#,##0.00', align: 'RIGHT' },
    control: { type: 'money' },
    schema: anAmount,
    wrong: { zh: '请填金额，最多两位小数，不能为负。', en: 'An amount with at most two decimals, not negative.' },
    fromCell: readNumber,
    fromInput: readNumber,
    show: (value) =>
      typeof value === 'number' ? value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',') : String(value ?? ''),
  });
}
