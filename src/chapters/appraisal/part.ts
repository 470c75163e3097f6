// 8.3: who was employed for part of the quarter is appraised on that part.
import { addDays, isDay, type Day } from '../../kernel/civil';
import type { Person } from '../../kernel/facts';
import type { Span } from '../../kernel/indicator';

const later = (one: Day, other: Day): Day => (one > other ? one : other);
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

/** The days of the period on which the person was employed, the first and the last one included; undefined for none. */
export function partOf({ joinedOn, leftOn }: Person, { from, to }: Span): Span | undefined {
  const part = {
    from: isDay(joinedOn) ? later(from, joinedOn) : from,
    to: leftOn !== null && isDay(leftOn) ? earlier(to, addDays(leftOn, 1)) : to,
  };
  return part.from < part.to ? part : undefined;
}

export const isWhole = (part: Span, period: Span): boolean => part.from === period.from && part.to === period.to;
