// What counts as what in attendance: pure predicates over a row and the facts. Articles 6.2.1, 6.2.3.
import { addDays, type Day, type Moment } from '../../kernel/civil';
import { samePerson, type Facts, type Person } from '../../kernel/facts';
import { isEmpty, text, type Values } from '../../kernel/values';
import { responsibleFor } from '../../kernel/approval';
import { headOf } from '../../kernel/workflow';
import { dayOfRow } from './row-status';
import { needsReason } from './status';

/** Now, to the minute, as cells keep it. */
export const nowOf = (facts: Facts): Moment => facts.now.slice(0, 16);
export const clockNow = (facts: Facts): string => facts.now.slice(11, 16);

/** Whose attendance is kept, by the setting: the front desk's, or everybody's. */
export const isInScope = (person: Person, day: Day, { setting }: Facts): boolean =>
  person.joinedOn <= day &&
  (person.leftOn === null || day <= person.leftOn) &&
  (setting<string>('attendance.scope') === 'all' || person.roles.includes('front'));

export const isOwn = (row: Values, { actor, directory }: Facts): boolean =>
  samePerson(text(row['person']), actor.person, directory);

/** Nothing was said of when, today, by the person: the button. */
export const isClocking = (row: Values, facts: Facts): boolean =>
  row['day'] === facts.today &&
  isOwn(row, facts) &&
  ['in', 'out', 'absentFrom', 'absentTo'].every((key) => isEmpty(row[key]));

/** Late, early or missing, and nobody has said why. */
export const asksReason = (row: Values, facts: Facts): boolean =>
  isEmpty(row['reason']) && needsReason(dayOfRow(row, facts));

/** Until this hour of the next day who works through the night may clock out. */
const nightEnds = '06:00';
export const mayClockOut = (row: Values, facts: Facts): boolean =>
  !isEmpty(row['in']) &&
  isEmpty(row['out']) &&
  (row['day'] === facts.today || (row['day'] === addDays(facts.today, -1) && clockNow(facts) < nightEnds));

/** Who is to find 旷工: the department's head, never the person: then the next level. */
export const finderOf = (row: Values, facts: Facts): Person | undefined =>
  responsibleFor(headOf('department'), row, text(row['person']), facts);

/** Leave or punches have come meanwhile: nothing is unrecorded any more. */
export const isSettled = (row: Values, facts: Facts): boolean => dayOfRow(row, facts).unrecorded === 0;
