// Installable triggers: what a script has asked for, and when the clock is to fire it.
import { momentOf, wallClockAt } from './zone';

export interface TriggerRecord {
  id: string;
  handler: string;
  /** The account that made it and that it runs as. */
  owner: string;
  event: 'CLOCK' | 'ON_EDIT';
  sourceId?: string;
  everyMinutes?: number;
  everyDays?: number;
  hour?: number;
  /** The minute of the hour, drawn once when the trigger is made. */
  minute?: number;
  zone: string;
  /** Milliseconds since the epoch. */
  nextAt?: number;
}

export const triggersPerUser = 20;
export const allowedMinutes = [1, 5, 10, 15, 30];

/** A number below `range` that is always the same for the same text. */
export function drawn(text: string, range: number): number {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 16777619) >>> 0;
  return hash % range;
}

/** The minute at which a daily trigger fires: anywhere in the hour, or within 15 minutes of the wish. */
export function minuteOf(id: string, nearMinute: number | undefined): number {
  if (nearMinute === undefined) return drawn(id, 60);
  return Math.min(59, Math.max(0, nearMinute - 15 + drawn(id, 31)));
}

/** The first moment after `after` (milliseconds) at which the trigger is due. */
export function nextDue(trigger: TriggerRecord, after: number): number {
  if (trigger.everyMinutes !== undefined) {
    const step = trigger.everyMinutes * 60_000;
    // A phase of its own within the minute, as on the real platform.
    const phase = drawn(trigger.id, 60) * 1000;
    return (Math.floor((after - phase) / step) + 1) * step + phase;
  }
  const wall = wallClockAt(new Date(after), trigger.zone);
  const at = { ...wall, hour: trigger.hour ?? 0, minute: trigger.minute ?? 0, second: 0 };
  let due = momentOf(at, trigger.zone).getTime();
  for (let ahead = 1; due <= after; ahead++) {
    const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + ahead));
    const next = { ...at, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    due = momentOf(next, trigger.zone).getTime();
  }
  return due;
}

/** After firing at `firedAt`, when again: a daily trigger counts its days from there. */
export function dueAfterFiring(trigger: TriggerRecord, firedAt: number): number {
  const days = trigger.everyDays ?? 0;
  return days > 1 ? nextDue(trigger, firedAt + (days - 1) * 86_400_000) : nextDue(trigger, firedAt);
}

export interface Firing {
  trigger: TriggerRecord;
  at: number;
}

/** How many firings of one minute trigger a move of the clock plays one by one. */
const patience = 30;

/**
 * What fires while the clock moves from one moment to another, in order. Daily triggers fire at each of their times. A
 * minute trigger that would fire more than 30 times is let through once before each daily one and once at the end:
 * Google promises no more than that either.
 */
export function firingsBetween(triggers: readonly TriggerRecord[], from: number, to: number): Firing[] {
  const firings: Firing[] = [];
  const minuteTriggers: TriggerRecord[] = [];
  for (const trigger of triggers) {
    if (trigger.event !== 'CLOCK') continue;
    let first = trigger.nextAt ?? nextDue(trigger, from);
    if (first < from) {
      // Missed while nothing ran: late, and once.
      firings.push({ trigger, at: from });
      first = dueAfterFiring(trigger, from);
    }
    if (trigger.everyMinutes !== undefined && (to - first) / (trigger.everyMinutes * 60_000) > patience) {
      minuteTriggers.push(trigger);
      continue;
    }
    for (let at = first; at <= to; at = dueAfterFiring(trigger, at)) firings.push({ trigger, at });
  }
  firings.sort((a, b) => a.at - b.at);
  if (minuteTriggers.length === 0) return firings;
  const stops = [...new Set(firings.map(({ at }) => at)), to];
  for (const at of stops) for (const trigger of minuteTriggers) firings.push({ trigger, at });
  const isDaily = ({ trigger }: Firing) => (trigger.everyMinutes === undefined ? 1 : 0);
  return firings.sort((a, b) => a.at - b.at || isDaily(a) - isDaily(b));
}

/** The event object of a time-driven trigger; Google gives its fields in UTC. */
export function clockEvent(at: Date): Record<string, unknown> {
  const year = at.getUTCFullYear();
  const dayOfYear = Math.floor((Date.UTC(year, at.getUTCMonth(), at.getUTCDate()) - Date.UTC(year, 0, 1)) / 86_400_000);
  return {
    'day-of-month': at.getUTCDate(),
    'day-of-week': at.getUTCDay() || 7,
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    month: at.getUTCMonth() + 1,
    second: at.getUTCSeconds(),
    timezone: 'UTC',
    'week-of-year': Math.min(52, Math.floor(dayOfYear / 7) + 1),
    year,
  };
}
