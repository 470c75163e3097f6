// 6.2.2: a slip in days: how long it is to the person, what it overlaps, what they have taken this year, who else is away.
import { isDay, type Day } from '../../kernel/civil';
import { samePerson, type Facts } from '../../kernel/facts';
import { text, type RecordRow, type Values } from '../../kernel/values';
import { list, say, type Language, type Words } from '../../kernel/words';
import { leaveTypes, type LeaveKey } from '../../office/leave-types';
import { countsOf, daysOf, overlaps, type LeaveSlip } from './halves';
import { firstHalves, lastHalves } from './leave-columns';
import { dayTypeFor, scheduleFor } from './own-days';

/** What a slip is held against: the other slips, as far as these columns tell. */
export const leaveScans: Readonly<Record<string, readonly string[]>> = {
  leave: ['person', 'type', 'firstDay', 'firstHalf', 'lastDay', 'lastHalf', 'days', 'state', 'change'],
};

/** The slip that a row says; undefined while something is missing. */
export function slipOf(values: Values): LeaveSlip | undefined {
  const [type, firstDay, lastDay] = ['type', 'firstDay', 'lastDay'].map((key) => text(values[key])) as [
    string,
    Day,
    Day,
  ];
  if (!(type in leaveTypes) || !isDay(firstDay) || !isDay(lastDay)) return undefined;
  return {
    type: type as LeaveKey,
    firstDay,
    firstHalf: values['firstHalf'] === 'afternoon' ? 'afternoon' : 'whole',
    lastDay,
    lastHalf: values['lastHalf'] === 'morning' ? 'morning' : 'whole',
  };
}

/** As the type counts, by the person's own work days. */
export function daysFor(person: string, slip: LeaveSlip, facts: Facts): number {
  const schedule = scheduleFor(facts.directory.person(person), facts);
  return daysOf(slip, countsOf(slip.type, facts.setting), (day) => dayTypeFor(day, schedule, facts));
}

const half: Words = { zh: '{day}（{half}）', en: '{day} ({half})' };

/** “2026-10-12（下午起） – 2026-10-13”. */
export function spanOf(slip: LeaveSlip, language: Language): string {
  const { firstDay, firstHalf, lastDay, lastHalf } = slip;
  const from = firstHalf === 'whole' ? firstDay : say(half, language, { day: firstDay, half: firstHalves[firstHalf] });
  const to = lastHalf === 'whole' ? lastDay : say(half, language, { day: lastDay, half: lastHalves[lastHalf] });
  if (firstDay !== lastDay) return `${from} – ${to}`;
  return lastHalf === 'whole' ? from : to;
}

/** A slip that somebody has handed in, and that was not refused. */
export interface OtherSlip {
  readonly no: string;
  readonly slip: LeaveSlip;
  readonly days: number;
  /** Also while a change of it waits. */
  readonly approved: boolean;
}

export const isChange = (values: Values): boolean => text(values['change']) !== '';

/** The person's slips that are waiting or approved. `exceptNo`: but for this one. */
export const slipsOf = (
  person: string,
  records: readonly RecordRow[],
  { directory }: Facts,
  exceptNo = '',
): readonly OtherSlip[] =>
  records.flatMap(({ no, values }) => {
    const slip = slipOf(values);
    const stands = ['withHead', 'approved'].includes(text(values['state']));
    if (!slip || !stands || no === exceptNo || !samePerson(text(values['person']), person, directory)) return [];
    const approved = values['state'] === 'approved' || isChange(values);
    return [{ no, slip, days: typeof values['days'] === 'number' ? values['days'] : 0, approved }];
  });

export const overlapping = (slip: LeaveSlip, others: readonly OtherSlip[]): OtherSlip | undefined =>
  others.find((other) => overlaps(other.slip, slip));

/** The part of a slip that lies in a year. */
function within(slip: LeaveSlip, year: string): LeaveSlip | undefined {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (slip.lastDay < first || last < slip.firstDay) return undefined;
  return {
    ...slip,
    ...(slip.firstDay < first && { firstDay: first, firstHalf: 'whole' }),
    ...(last < slip.lastDay && { lastDay: last, lastHalf: 'whole' }),
  };
}

/** Days of approved leave of a kind in a year. */
function takenIn(year: string, type: LeaveKey, person: string, others: readonly OtherSlip[], facts: Facts): number {
  return others
    .filter(({ approved, slip }) => approved && slip.type === type)
    .reduce((sum, { slip, days }) => {
      const part = within(slip, year);
      if (!part) return sum;
      return (
        sum + (part.firstDay === slip.firstDay && part.lastDay === slip.lastDay ? days : daysFor(person, part, facts))
      );
    }, 0);
}

/** Others of the department whose approved leave falls together with the slip: names and days, not what for. */
export function clashesOf(person: string, slip: LeaveSlip, { directory, language }: Facts): string | null {
  const own = directory.person(person);
  if (!own) return null;
  const others = directory.people.filter((one) => one !== own && one.department === own.department);
  const said = others.flatMap(({ label, leaves }) =>
    (leaves as readonly LeaveSlip[])
      .filter((one) => overlaps(one, slip))
      .map((one) => `${label} ${spanOf(one, language)}`),
  );
  return list(said, language) || null;
}

/** What follows from the slip alone. Whoever handed it in before it began has not asked afterwards. */
export function lengthOf(values: Values, facts: Facts): Values {
  const slip = slipOf(values);
  if (!slip) return {};
  const person = text(values['person']);
  const filedOn = text(values['recordedAt']).slice(0, 10) || facts.today;
  return {
    days: daysFor(person, slip, facts),
    afterwards: slip.firstDay < filedOn ? true : null,
    clashes: clashesOf(person, slip, facts),
  };
}

/** What the head should know of a slip, as it is when it is submitted. */
export function reckoned(values: Values, others: readonly OtherSlip[], facts: Facts): Values {
  const slip = slipOf(values);
  if (!slip) return {};
  const person = text(values['person']);
  const year = slip.firstDay.slice(0, 4);
  const due = facts.directory.person(person)?.annualLeave ?? null;
  return {
    ...lengthOf(values, facts),
    takenThisYear: takenIn(year, slip.type, person, others, facts),
    annualLeft: due === null ? null : due - takenIn(year, 'annual', person, others, facts),
  };
}
