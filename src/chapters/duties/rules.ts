// What the duties go by: when a task is overdue, which checks still stand, what was typed into the tabs.
import { addDays, daysBetween, isMoment, weekday, type Day, type Moment } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import { checkKinds, type CheckKind } from './checks.register';

/** Now, to the minute, as cells keep it. */
export const nowOf = (facts: Facts): Moment => facts.now.slice(0, 16);

// 1.3.7 Tasks

export const isToDo = (task: Values): boolean => task['state'] === 'open';
export const isDue = (task: Values, { today }: Facts): boolean => isToDo(task) && text(task['dueOn']) <= today;
export const daysLate = (task: Values, { today }: Facts): number => daysBetween(text(task['dueOn']), today);

/** Done within the last week: whoever gave the task may still want to look. */
export const isFreshlyDone = (task: Values, { today }: Facts): boolean =>
  task['state'] === 'done' && text(task['doneAt']) >= addDays(today, -7);

// 1.3.6, 3.2.3, 4.2.4 Checks

export const isWeekly = (what: CheckKind, facts: Facts): boolean =>
  facts.setting<string>(`checks.${what}`) === 'weekly';

const isKind = (what: string): what is CheckKind => what in checkKinds;

/** The first day of the period in which a check of today counts: today, or Monday. */
function periodFrom(what: string, facts: Facts): Day {
  const weekly = isKind(what) && isWeekly(what, facts);
  return weekly ? addDays(facts.today, 1 - weekday(facts.today)) : facts.today;
}

export const standsStill = (check: Values, facts: Facts): boolean =>
  text(check['day']) >= periodFrom(text(check['what']), facts);

/** What is to be checked today or this week, and has not been. `checks`: those that are open. */
export function checksDue(checks: readonly RecordRow[], facts: Facts): readonly CheckKind[] {
  if (!facts.calendar.isWorkDay(facts.today)) return [];
  const made = checks.filter(({ values }) => standsStill(values, facts)).map(({ values }) => text(values['what']));
  return (Object.keys(checkKinds) as CheckKind[]).filter((what) => !made.includes(what));
}

// 8.2 Incidents

/** Praise asks for nothing more. */
export const incidentState = (incident: Values): 'open' | 'resolved' =>
  isEmpty(incident['resolvedAt']) && incident['kind'] !== 'praise' ? 'open' : 'resolved';

/** An end that was typed into the tab and makes sense. */
export function hasTypedEnd(incident: Values, facts: Facts): boolean {
  const end = text(incident['resolvedAt']);
  return isMoment(end) && end <= facts.now && end >= text(incident['at']);
}
