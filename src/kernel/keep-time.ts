// Keep times: when a record's is over, the personal data in it is masked; the record stays for the counts.
import { accepts } from './columns';
import { addMonths, dayPart, type Day } from './civil';
import type { Facts } from './facts';
import type { Register } from './register';
import { isEmpty, text, type Value, type Values } from './values';
import { say, wordings, type Language, type Words } from './words';

const mask: Words = { zh: '（已遮蔽）', en: '(masked)' };

const isMask = (value: Value | undefined): boolean => wordings(mask).includes(text(value));

const personalIn = (register: Register): readonly string[] =>
  Object.keys(register.columns).filter((key) => register.columns[key]!.personal);

/** What a record tells of before this day is past its time. */
export const keptFrom = (register: Register, facts: Facts): Day =>
  addMonths(facts.today, -facts.setting<number>(`keep.${register.key}`));

/** Columns by which the age of a record is told: by the latest of them. */
export const agedBy = (register: Register): readonly string[] => [
  'recordedAt',
  ...(register.happenedAt === undefined ? [] : [register.happenedAt]),
];

export function isPast(register: Register, values: Values, from: Day): boolean {
  const days = agedBy(register).map((key) => dayPart(text(values[key])));
  return days.some((day) => day !== '') && days.every((day) => day < from);
}

/** Personal values as they are to be masked: by a word where the column takes words, else by nothing. */
export function maskedValues(register: Register, values: Values, language: Language): Values {
  const word = say(mask, language);
  const open = personalIn(register).filter((key) => !isEmpty(values[key]) && !isMask(values[key]));
  return Object.fromEntries(open.map((key) => [key, accepts(register.columns[key]!, word) ? word : null]));
}

/** A masked record lacks what it once had, and nobody is to fill it in again. */
export const isMasked = (register: Register, values: Values): boolean =>
  personalIn(register).some((key) => isMask(values[key]));
