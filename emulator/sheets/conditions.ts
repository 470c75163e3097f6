// Conditions of conditional formats and filters: whether a value meets one.
import { isCellError, type Effective } from './effective';
import type { BooleanCondition } from './schema';
import { serialOfInstant } from './serial-date';
import { typed } from './typed-input';

export interface Today {
  /** Serial of the day in the workbook's zone. */
  readonly day: number;
  readonly year: number;
}

export function todayIn(timeZone: string, now: Date): Today {
  return { day: Math.floor(serialOfInstant(now, timeZone)), year: now.getUTCFullYear() };
}

/** CUSTOM_FORMULA and ONE_OF_RANGE need the sheet: they are the caller's, and false here. */
export function meets(condition: BooleanCondition, value: Effective, text: string, today: Today): boolean {
  const type = condition.type ?? '';
  if (type === 'BLANK') return value === null;
  if (type === 'NOT_BLANK') return value !== null;
  if (isCellError(value)) return false;
  const wanted = (condition.values ?? []).map((one) =>
    one.relativeDate
      ? relativeDay(one.relativeDate, today)
      : typed(one.userEnteredValue ?? '', undefined, today.year).value,
  );
  if (type.startsWith('NUMBER_')) return typeof value === 'number' && compares(type.slice(7), value, numbers(wanted));
  if (type.startsWith('DATE_')) return meetsDate(type.slice(5), value, numbers(wanted));
  if (type === 'ONE_OF_LIST') return (condition.values ?? []).some((one) => one.userEnteredValue === text);
  if (type === 'BOOLEAN') return typeof value === 'boolean';
  const needle = (condition.values?.[0]?.userEnteredValue ?? '').toLowerCase();
  return meetsText(type, text.toLowerCase(), needle);
}

const numbers = (values: readonly unknown[]): number[] =>
  values.map((value) => (typeof value === 'number' ? value : NaN));

function compares(relation: string, value: number, [a = NaN, b = NaN]: readonly number[]): boolean {
  switch (relation) {
    case 'GREATER':
      return value > a;
    case 'GREATER_THAN_EQ':
      return value >= a;
    case 'LESS':
      return value < a;
    case 'LESS_THAN_EQ':
      return value <= a;
    case 'EQ':
      return value === a;
    case 'NOT_EQ':
      return value !== a;
    case 'BETWEEN':
      return value >= Math.min(a, b) && value <= Math.max(a, b);
    case 'NOT_BETWEEN':
      return value < Math.min(a, b) || value > Math.max(a, b);
    default:
      return false;
  }
}

const dateRelations: Readonly<Record<string, string>> = {
  BEFORE: 'LESS',
  AFTER: 'GREATER',
  ON_OR_BEFORE: 'LESS_THAN_EQ',
  ON_OR_AFTER: 'GREATER_THAN_EQ',
};

function meetsDate(relation: string, value: Effective, wanted: readonly number[]): boolean {
  if (typeof value !== 'number') return false;
  if (relation === 'IS_VALID') return true;
  return compares(dateRelations[relation] ?? relation, Math.floor(value), wanted.map(Math.floor));
}

function relativeDay(name: string, { day }: Today): number {
  const back: Record<string, number> = {
    PAST_YEAR: 365,
    PAST_MONTH: 30,
    PAST_WEEK: 7,
    YESTERDAY: 1,
    TODAY: 0,
    TOMORROW: -1,
  };
  return day - (back[name] ?? 0);
}

function meetsText(type: string, text: string, needle: string): boolean {
  switch (type) {
    case 'TEXT_CONTAINS':
      return text.includes(needle);
    case 'TEXT_NOT_CONTAINS':
      return !text.includes(needle);
    case 'TEXT_STARTS_WITH':
      return text.startsWith(needle);
    case 'TEXT_ENDS_WITH':
      return text.endsWith(needle);
    case 'TEXT_EQ':
      return text === needle;
    case 'TEXT_NOT_EQ':
      return text !== needle;
    case 'TEXT_IS_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    case 'TEXT_IS_URL':
      return /^(https?:\/\/|www\.)\S+$/.test(text);
    default:
      return false;
  }
}
