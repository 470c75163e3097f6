// Columns of time: days, times of day, moments, months and quarters, all civil.
import * as z from 'zod/mini';
import {
  addDays,
  dayOfSerial,
  isDay,
  isMoment,
  isTime,
  momentOfSerial,
  serialOfDay,
  serialOfMoment,
  serialOfTime,
  timeOfSerial,
} from '../civil';
import type { Cell, Value } from '../values';
import type { Words } from '../words';
import { later, makeColumn, type Column, type ColumnOptions } from './column';
import { halfWidth } from './text';

const two = (part: string | undefined): string => (part ?? '0').padStart(2, '0');

/** "2026/10/9", "2026.10.9", "2026年10月9日", "20261009" → 2026-10-09. */
function readDayText(input: string): string {
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(input) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(input);
  return match ? `${match[1]}-${two(match[2])}-${two(match[3])}` : input;
}

/** "9:05", "9点5分", "下午2:30", "2:30 PM" → 09:05, 14:30. */
function readTimeText(input: string): string {
  const match =
    /^(上午|下午|晚上|早上|中午)?\s*(\d{1,2})\s*[:点时時]\s*(?:(\d{1,2})\s*分?)?(?::\d{2})?\s*([aApP][mM])?$/.exec(
      input,
    );
  if (!match) return input;
  const hour = Number(match[2]);
  const late = /下午|晚上|p/i.test([match[1], match[4]].join()) || (match[1] === '中午' && hour < 4);
  const midnight = hour === 12 && /a/i.test(match[4] ?? '');
  return `${two(String(late && hour < 12 ? hour + 12 : midnight ? 0 : hour))}:${two(match[3])}`;
}

function readMomentText(input: string): string {
  const match = /^(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)[T\s]*(.+)$/.exec(input);
  if (!match) return input;
  const read = `${readDayText(match[1]!)}T${readTimeText(match[2]!.replace(/^(\d{2}:\d{2}):\d{2}.*$/, '$1'))}`;
  return isMoment(read) ? read : input;
}

const reader =
  (fromSerial: (serial: number) => string, fromText: (text: string) => string) =>
  (input: unknown): Value => {
    if (input === null || input === undefined || input === '') return null;
    if (typeof input === 'number') return fromSerial(input);
    const plain = halfWidth(String(input));
    return plain === '' ? null : fromText(plain);
  };

const writer =
  (isRight: (text: string) => boolean, toSerial: (text: string) => number) =>
  (value: Value): Cell =>
    typeof value === 'string' ? (isRight(value) ? toSerial(value) : value) : '';

/** A day in 1926 or 2126 is a typing mistake; what counts as sensible is measured from today. */
const sensibleYears = 2;
const strange: Words = {
  zh: '日期离今天太远，请检查年份。',
  en: 'This day is too far from today; please check the year.',
};

interface TimeOptions extends ColumnOptions {
  /** Years around today that are accepted. */
  readonly years?: number;
  /** Not after now. */
  readonly past?: boolean;
}

const future: Words = { zh: '这个时间还没有到。', en: 'This time has not come yet.' };

function span(options: TimeOptions): Pick<Column, 'resolve'> {
  const days = (options.years ?? sensibleYears) * 366;
  return {
    resolve(value, facts) {
      const day = String(value).slice(0, 10);
      if (day < addDays(facts.today, -days) || day > addDays(facts.today, days)) return { words: strange };
      if (options.past && String(value) > (String(value).length === 10 ? facts.today : facts.now))
        return { words: future };
      return undefined;
    },
  };
}

const aDay = later(() => z.string().check(z.refine(isDay)));

export function day(label: Words, options: TimeOptions = {}): Column {
  const read = reader(dayOfSerial, readDayText);
  return makeColumn(label, options, {
    kind: 'day',
    width: 95,
    format: { type: 'DATE', pattern: 'yyyy-mm-dd', align: 'CENTER' },
    control: { type: 'day' },
    schema: aDay,
    wrong: { zh: '请填日期，如 2026-10-09。', en: 'A day such as 2026-10-09.' },
    fromCell: read,
    fromInput: read,
    toCell: writer(isDay, serialOfDay),
    ...span(options),
  });
}

const aTime = later(() => z.string().check(z.refine(isTime)));

export function time(label: Words, options: ColumnOptions = {}): Column {
  const read = reader(timeOfSerial, readTimeText);
  return makeColumn(label, options, {
    kind: 'time',
    width: 65,
    format: { type: 'TIME', pattern: 'hh:mm', align: 'CENTER' },
    control: { type: 'time' },
    schema: aTime,
    wrong: { zh: '请填时间，如 09:05。', en: 'A time such as 09:05.' },
    fromCell: read,
    fromInput: read,
    toCell: writer(isTime, serialOfTime),
  });
}

const aMoment = later(() => z.string().check(z.refine(isMoment)));

export function moment(label: Words, options: TimeOptions = {}): Column {
  const read = reader(momentOfSerial, readMomentText);
  return makeColumn(label, options, {
    kind: 'moment',
    width: 130,
    format: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm', align: 'CENTER' },
    control: { type: 'moment' },
    schema: aMoment,
    wrong: { zh: '请填日期和时间，如 2026-10-09 09:05。', en: 'A day and time such as 2026-10-09 09:05.' },
    fromCell: read,
    fromInput: read,
    toCell: writer(isMoment, serialOfMoment),
    show: (value) =>
      String(value ?? '')
        .replace('T', ' ')
        .slice(0, 16),
    ...span(options),
  });
}

const aMonth = later(() => z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)));

export function month(label: Words, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'month',
    width: 80,
    format: { type: 'TEXT', pattern: '@', align: 'CENTER' },
    control: { type: 'month' },
    schema: aMonth,
    wrong: { zh: '请填月份，如 2026-10。', en: 'A month such as 2026-10.' },
  });
}

const aQuarter = later(() => z.string().check(z.regex(/^\d{4}Q[1-4]$/)));

export function quarter(label: Words, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'quarter',
    width: 80,
    format: { type: 'TEXT', pattern: '@', align: 'CENTER' },
    control: { type: 'quarter' },
    schema: aQuarter,
    wrong: { zh: '请填季度，如 2026Q4。', en: 'A quarter such as 2026Q4.' },
  });
}
