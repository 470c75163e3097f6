// Shows numbers by their number format, as the grid and FORMATTED_VALUE do.
import { civilOf, type Civil } from './serial-date';

export interface NumberFormat {
  readonly type?: string | null;
  readonly pattern?: string | null;
}

const dateTypes = new Set(['DATE', 'TIME', 'DATE_TIME']);
export const isDateFormat = (format: NumberFormat | undefined): boolean => dateTypes.has(format?.type ?? '');
export const isTextFormat = (format: NumberFormat | undefined): boolean =>
  format?.type === 'TEXT' || format?.pattern === '@';

/** How the locale writes a day where the format does not say. */
function dayPattern(locale: string): string {
  if (/^(zh|ja)/.test(locale)) return 'yyyy/m/d';
  if (/^en(_US)?$/.test(locale)) return 'm/d/yyyy';
  return /^en/.test(locale) ? 'dd/mm/yyyy' : 'dd.mm.yyyy';
}

export function defaultPattern(type: string | null | undefined, locale: string): string {
  switch (type) {
    case 'DATE':
      return dayPattern(locale);
    case 'TIME':
      return 'h:mm:ss';
    case 'DATE_TIME':
      return `${dayPattern(locale)} h:mm:ss`;
    case 'PERCENT':
      return '0.00%';
    case 'NUMBER':
      return '#,##0.00';
    case 'CURRENCY':
      return /^zh/.test(locale) ? '"¥"#,##0.00' : '"$"#,##0.00';
    case 'SCIENTIFIC':
      return '0.00E+00';
    default:
      return '';
  }
}

export function formatNumber(value: number, format: NumberFormat | undefined, locale: string): string {
  const pattern = format?.pattern || defaultPattern(format?.type, locale);
  if (pattern === '' || pattern === '@' || /^general$/i.test(pattern)) return automatic(value);
  const sections = readPattern(pattern);
  const index = value < 0 && sections[1] ? 1 : value === 0 && sections[2] ? 2 : 0;
  const section = sections[index] ?? sections[0]!;
  const shown = index === 1 ? -value : value;
  return section.some((token) => token.kind === 'date') ? showDate(shown, section, locale) : showNumber(shown, section);
}

/** Ten significant digits, as the automatic format shows. */
export function automatic(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return String(value);
  if (size >= 1e15 || size < 1e-9) {
    const [digits, power] = value.toExponential(5).split('e') as [string, string];
    const exponent = Math.abs(Number(power));
    return `${Number(digits)}E${Number(power) < 0 ? '-' : '+'}${exponent < 10 ? `0${exponent}` : exponent}`;
  }
  const fixed = Number(value.toPrecision(10));
  return Math.abs(fixed) < 1e-6 ? fixed.toFixed(15).replace(/0+$/, '') : String(fixed);
}

interface Token {
  readonly kind: 'literal' | 'date' | 'digits' | 'percent' | 'text';
  readonly text: string;
}

const patterns = new Map<string, Token[][]>();

/** A pattern's sections (positive; negative; zero; text), each a list of tokens. */
function readPattern(pattern: string): Token[][] {
  const known = patterns.get(pattern);
  if (known) return known;
  const sections: Token[][] = [[]];
  const lexer =
    /"([^"]*)"|\\(.)|\[(h+|m+|s+)\]|\[[^\]]*\]|(am\/pm|a\/p)|(y+|m+|d+|h+|s+(?:\.0+)?)|([0#?][0#?,]*(?:\.[0#?]*)?(?:E[+-]0+)?|\.[0#?]+)|(%)|(@)|(;)|(_.|\*.)|(.)/gis;
  for (const found of pattern.matchAll(lexer)) {
    const [, text, escaped, elapsed, half, date, digits, percent, at, semicolon, , other] = found;
    const section = sections[sections.length - 1]!;
    if (semicolon) sections.push([]);
    else if (text !== undefined) section.push({ kind: 'literal', text });
    else if (escaped ?? other) section.push({ kind: 'literal', text: (escaped ?? other)! });
    else if (elapsed) section.push({ kind: 'date', text: `[${elapsed.toLowerCase()}]` });
    else if (half ?? date) section.push({ kind: 'date', text: (half ?? date)!.toLowerCase() });
    else if (digits) section.push({ kind: 'digits', text: digits });
    else if (percent) section.push({ kind: 'percent', text: '%' });
    else if (at) section.push({ kind: 'text', text: '@' });
  }
  const read = sections.map(withMinutes);
  patterns.set(pattern, read);
  return read;
}

/** `m` after hours or before seconds means minutes; it is written `n` from here on. */
function withMinutes(section: Token[]): Token[] {
  const dates = section.filter((token) => token.kind === 'date' && !token.text.includes('/'));
  return section.map((token) => {
    if (token.kind !== 'date' || !/^m{1,2}$/.test(token.text)) return token;
    const at = dates.indexOf(token);
    const minutes = /^\[?h/.test(dates[at - 1]?.text ?? '') || /^\[?s/.test(dates[at + 1]?.text ?? '');
    return minutes ? { kind: 'date', text: token.text.replaceAll('m', 'n') } : token;
  });
}

function showDate(serial: number, section: readonly Token[], locale: string): string {
  const seconds = section.some((token) => token.kind === 'date' && token.text.startsWith('s'));
  // What is not shown is cut off, not rounded up into the next minute; seconds are rounded.
  const civil = civilOf(seconds && !section.some((t) => t.text.includes('.0')) ? roundToSecond(serial) : serial);
  const half = section.some((token) => token.text === 'am/pm' || token.text === 'a/p');
  return section
    .map((token) => (token.kind === 'date' ? datePart(token.text, civil, serial, half, locale) : token.text))
    .join('');
}

const roundToSecond = (serial: number): number => Math.round(serial * 86_400) / 86_400;
const two = (n: number): string => String(n).padStart(2, '0');
const intlNames = (civil: Civil, locale: string, part: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale.replace('_', '-'), { ...part, timeZone: 'UTC' }).format(
    Date.UTC(civil.year, civil.month - 1, civil.day),
  );

function datePart(text: string, civil: Civil, serial: number, half: boolean, locale: string): string {
  const hour = half ? civil.hour % 12 || 12 : civil.hour;
  if (text.startsWith('[h')) return String(Math.floor(serial * 24 + 1e-9)).padStart(text.length - 2, '0');
  if (text.startsWith('[m')) return String(Math.floor(serial * 1440 + 1e-9)).padStart(text.length - 2, '0');
  if (text.startsWith('[s')) return String(Math.round(serial * 86_400)).padStart(text.length - 2, '0');
  if (text.startsWith('s.')) {
    const places = text.length - text.indexOf('.') - 1;
    return `${two(civil.second)}.${String(civil.millisecond).padStart(3, '0').padEnd(places, '0').slice(0, places)}`;
  }
  switch (text) {
    case 'am/pm':
      if (/^zh/.test(locale)) return civil.hour < 12 ? '上午' : '下午';
      return civil.hour < 12 ? 'AM' : 'PM';
    case 'a/p':
      return civil.hour < 12 ? 'A' : 'P';
    case 'yy':
      return two(civil.year % 100);
    case 'm':
      return String(civil.month);
    case 'mm':
      return two(civil.month);
    case 'mmm':
      return intlNames(civil, locale, { month: 'short' });
    case 'mmmm':
      return intlNames(civil, locale, { month: 'long' });
    case 'd':
      return String(civil.day);
    case 'dd':
      return two(civil.day);
    case 'ddd':
      return intlNames(civil, locale, { weekday: 'short' });
    case 'h':
      return String(hour);
    case 'hh':
      return two(hour);
    case 'n':
      return String(civil.minute);
    case 'nn':
      return two(civil.minute);
    case 's':
      return String(civil.second);
    case 'ss':
      return two(civil.second);
    default:
      if (text.startsWith('y')) return String(civil.year).padStart(4, '0');
      if (text.startsWith('d')) return intlNames(civil, locale, { weekday: 'long' });
      return intlNames(civil, locale, { month: 'long' });
  }
}

function showNumber(value: number, section: readonly Token[]): string {
  const scale = section.filter((token) => token.kind === 'percent').length;
  const digits = section.find((token) => token.kind === 'digits');
  if (!digits && !section.some((token) => token.kind === 'text')) {
    return section.map((token) => token.text).join('');
  }
  const negative = value < 0;
  const shown = section
    .map((token) => {
      if (token.kind === 'text') return automatic(Math.abs(value));
      return token === digits ? showDigits(Math.abs(value) * 100 ** scale, token.text) : token.text;
    })
    .join('');
  return negative && /[1-9]/.test(shown) ? `-${shown}` : shown;
}

function showDigits(value: number, text: string): string {
  const exponent = /E([+-])(0+)$/i.exec(text);
  const plain = exponent ? text.slice(0, exponent.index) : text;
  const [whole, decimals = ''] = plain.split('.') as [string, string?];
  if (exponent) {
    const [digits, power] = value.toExponential(decimals.length).split('e') as [string, string];
    const sign = Number(power) < 0 ? '-' : exponent[1] === '+' ? '+' : '';
    return `${digits}E${sign}${String(Math.abs(Number(power))).padStart(exponent[2]!.length, '0')}`;
  }
  const thousands = /,+$/.exec(whole)?.[0].length ?? 0;
  const fixed = roundedTo(value / 1000 ** thousands, decimals.length);
  let [integer, fraction = ''] = fixed.split('.') as [string, string?];
  const least = whole.replace(/[^0?]/g, '').length;
  if (integer === '0' && least === 0) integer = '';
  integer = integer.padStart(least, '0');
  if (/,/.test(whole.replace(/,+$/, ''))) integer = integer.replace(/\B(?=(\d{3})+$)/g, ',');
  const needed = decimals.replace(/#+$/, '').length;
  while (fraction.length > needed && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return fraction === '' ? `${integer}${plain.endsWith('.') ? '.' : ''}` : `${integer}.${fraction}`;
}

/** Half away from zero on the decimal value, so that 1.005 shows as 1.01. */
function roundedTo(value: number, places: number): string {
  if (value >= 1e21 || places > 20) return value.toFixed(Math.min(places, 100));
  const shifted = Number(`${value.toPrecision(15)}e${places}`);
  const rounded = Number.isFinite(shifted) ? Number(`${Math.round(shifted)}e-${places}`) : value;
  return rounded.toFixed(places);
}
