// What Sheets makes of something typed into a cell: a number, a day, a truth value, a formula, or text.
import type { Cell } from './model';
import { isTextFormat, type NumberFormat } from './number-format';
import { serialOfDay } from './serial-date';

export interface Typed {
  readonly value: Cell;
  /** The number format that the typing suggests; a cell that has one keeps its own. */
  readonly format?: NumberFormat;
}

/** `present` is the cell's own number format, `year` the one that `3-8` means. */
export function typed(text: string, present: NumberFormat | undefined, year: number): Typed {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) === '' ? null : text.slice(1) };
  if (isTextFormat(present)) return { value: text };
  if (/^=./s.test(text)) return { value: { f: text } };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  const read = typedNumber(trimmed) ?? typedMoment(trimmed, year);
  if (read) return read;
  // A plus begins a formula too, also where `+86 010` was meant for a phone number.
  return { value: /^\+./s.test(text) ? { f: `=${text}` } : text };
}

function typedNumber(text: string): Typed | undefined {
  const found = /^([+-]?)\s*([$¥￥€£])?\s*([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?\s*(%)?$/i.exec(text);
  if (!found || (found[4] === undefined && !/\d/.test(found[5] ?? ''))) return undefined;
  const [, sign = '', currency, inner = '', whole = '', fraction = '', power = '', percent] = found;
  if ((sign && inner) || (currency && power)) return undefined;
  const size = Number(`${whole.replaceAll(',', '') || '0'}${fraction}${power.toLowerCase()}`);
  if (!Number.isFinite(size)) return undefined;
  const value = (sign === '-' || inner === '-' ? -size : size) / (percent ? 100 : 1);
  const places = fraction.length > 1 ? '.00' : '';
  if (currency) return { value, format: { type: 'CURRENCY', pattern: `"${currency}"#,##0${places}` } };
  if (percent) return { value, format: { type: 'PERCENT', pattern: `0${places}%` } };
  if (power) return { value, format: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  if (whole.includes(',')) return { value, format: { type: 'NUMBER', pattern: `#,##0${places}` } };
  return { value };
}

const clockPattern = /^(上午|下午)?\s*(\d{1,3})[:：](\d{1,2})(?:[:：](\d{1,2}(?:\.\d{1,3})?))?\s*(am|pm)?$/i;

function typedMoment(text: string, year: number): Typed | undefined {
  const clockOnly = typedClock(text);
  if (clockOnly) return { value: clockOnly.value, format: { type: 'TIME', pattern: clockOnly.pattern } };
  const split = /^(.*?\S)(?:\s+|T|\s*(?=[上下]午))((?:[上下]午\s*)?\d{1,2}[:：].*)$/i.exec(text);
  if (split) {
    const day = typedDay(split[1]!, year);
    const clock = typedClock(split[2]!);
    if (!day || !clock || clock.value >= 1) return undefined;
    const pattern = `${day.pattern} ${clock.pattern}`;
    return { value: day.value + clock.value, format: { type: 'DATE_TIME', pattern } };
  }
  const day = typedDay(text, year);
  return day && { value: day.value, format: { type: 'DATE', pattern: day.pattern } };
}

function typedClock(text: string): { value: number; pattern: string } | undefined {
  const found = clockPattern.exec(text);
  if (!found) return undefined;
  const [, chinese, h, m, s, latin] = found;
  if (chinese && latin) return undefined;
  const half = chinese ?? latin;
  let hour = Number(h);
  if (Number(m) > 59 || Number(s ?? 0) >= 60 || (half && (hour > 12 || hour === 0))) return undefined;
  if (half) hour = (hour % 12) + (/^(pm|下午)$/i.test(half) ? 12 : 0);
  const value = (hour * 3600 + Number(m) * 60 + Number(s ?? 0)) / 86_400;
  const hours = hour >= 24 ? '[h]' : h!.length > 1 ? 'hh' : 'h';
  const clock = `${hours}:mm${s === undefined ? '' : ':ss'}`;
  return { value, pattern: chinese ? `am/pm${clock}` : latin ? `${clock} am/pm` : clock };
}

function typedDay(text: string, year: number): { value: number; pattern: string } | undefined {
  const wide = (part: string, letter: string): string => (part.length > 1 ? letter + letter : letter);
  let found = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (found) {
    const [, y, mark, m, d] = found as unknown as [string, string, string, string, string];
    return dayOf(y, m, d, `yyyy${mark}${wide(m, 'm')}${mark}${wide(d, 'd')}`);
  }
  found = /^(?:(\d{4})\s*年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/.exec(text);
  if (found) return dayOf(found[1] ?? String(year), found[2]!, found[3]!, `${found[1] ? 'yyyy"年"' : ''}m"月"d"日"`);
  found = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/.exec(text);
  if (found) return dayOf(found[4]!, found[1]!, found[3]!, `m${found[2]}d${found[2]}yyyy`);
  found = /^(\d{1,2})([-/])(\d{1,2})$/.exec(text);
  if (found) return dayOf(String(year), found[1]!, found[3]!, `m${found[2]}d`);
  return undefined;
}

function dayOf(y: string, m: string, d: string, pattern: string): { value: number; pattern: string } | undefined {
  const value = serialOfDay(Number(y), Number(m), Number(d));
  return value === undefined ? undefined : { value, pattern };
}
