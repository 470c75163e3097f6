// 8.2: looks at pieces of supplies work, each of which was done by the rules or was not.
import { dayPart, isDay, type Day } from '../../kernel/civil';
import { samePerson } from '../../kernel/facts';
import { isWithin, type IndicatorGiven } from '../../kernel/indicator';
import { text, type RecordRow, type Values } from '../../kernel/values';
import type { Words } from '../../kernel/words';

export interface Check {
  /** The row that shows it. */
  readonly record: RecordRow;
  readonly passed: boolean;
}

export interface Rule {
  readonly article: string;
  readonly words: Words;
  /** One for each piece of the person's work in their part of the period; none where nothing is recorded to go by. */
  checks(given: IndicatorGiven): readonly Check[];
}

/** '' where there is none, or something else was typed over it. */
export function dayIn(values: Values, column: string): Day {
  const day = dayPart(text(values[column]));
  return isDay(day) ? day : '';
}

export const isOwn = (values: Values, column: string, { person, facts }: IndicatorGiven): boolean =>
  samePerson(text(values[column]), person.label, facts.directory);

export const isDuring = (day: Day, { part }: IndicatorGiven): boolean => isWithin(day, part);
