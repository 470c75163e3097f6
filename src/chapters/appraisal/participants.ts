// 8.3, 8.4.1–8.4.3: who is appraised in a quarter, by whom, and which colleagues are asked for their views.
import type { Day } from '../../kernel/civil';
import { samePerson, type Facts, type Person } from '../../kernel/facts';
import type { Span } from '../../kernel/indicator';
import { partOf } from './part';

export const mostViews = 5;
/** Others at the front desk; the rest is for colleagues of other departments. */
const mostOfFront = 3;

export const isHere = ({ leftOn }: Person, today: Day): boolean => leftOn === null || leftOn >= today;

const inOrder = (people: readonly Person[]): readonly Person[] =>
  [...people].sort((a, b) => (a.staffNo < b.staffNo ? -1 : 1));

/** Front-desk employees who were employed in the quarter, those who have left since included. */
export const appraisedIn = (span: Span, { directory }: Facts): readonly Person[] =>
  inOrder(directory.people.filter((one) => one.roles.includes('front') && partOf(one, span) !== undefined));

/** The head of their department; for a head, or where there is none, the director; nobody assesses themselves. */
export function assessorOf(person: Person, facts: Facts): Person | undefined {
  const { directory, today } = facts;
  const withRole = (role: 'director' | 'hr'): readonly Person[] =>
    inOrder(directory.people.filter(({ roles }) => roles.includes(role)));
  const candidates = [directory.headOf(person.department), ...withRole('director'), ...withRole('hr')];
  return candidates.find((one) => one !== undefined && one !== person && isHere(one, today));
}

/** Who settles an objection: the director; where the director assessed, whom the settings name. */
export function reviewerOf(person: string, assessor: string, facts: Facts): string {
  const { directory, today } = facts;
  const isInvolved = (one: Person): boolean =>
    samePerson(one.staffNo, person, directory) || samePerson(one.staffNo, assessor, directory);
  const named = directory.person(facts.setting<string>('appraisal.objectionsTo') ?? '');
  const directorAssessed = directory.person(assessor)?.roles.includes('director') ?? false;
  const directors = directorAssessed ? [] : inOrder(directory.people.filter(({ roles }) => roles.includes('director')));
  const found = [...directors, ...(named ? [named] : [])].find((one) => isHere(one, today) && !isInvolved(one));
  return found?.label ?? '';
}

/** Begins elsewhere each quarter, so that it is not always the same who are asked. */
function rotated<T>(all: readonly T[], { from }: Span): readonly T[] {
  if (all.length === 0) return all;
  const at = (Number(from.slice(0, 4)) * 4 + Number(from.slice(5, 7)) / 3) % all.length;
  return [...all.slice(Math.floor(at)), ...all.slice(0, Math.floor(at))];
}

/** The first of each department, then the second of each, and so on. */
function acrossDepartments(people: readonly Person[]): readonly Person[] {
  const placed = people.map((one, index) => ({
    one,
    nth: people.slice(0, index).filter(({ department }) => department === one.department).length,
  }));
  return [...placed].sort((a, b) => a.nth - b.nth).map(({ one }) => one);
}

/** Others at the front desk and colleagues of other departments, five at most; the assessor scores already. */
export function viewersOf(person: Person, assessor: Person | undefined, span: Span, facts: Facts): readonly Person[] {
  const { directory, today } = facts;
  const others = inOrder(directory.people).filter(
    (one) => one !== person && one !== assessor && one.email !== '' && isHere(one, today) && partOf(one, span),
  );
  const isFront = ({ roles }: Person): boolean => roles.includes('front');
  const front = rotated(others.filter(isFront), span);
  const elsewhere = rotated(
    others.filter((one) => !isFront(one) && one.department !== person.department),
    span,
  );
  const chosen = [...front.slice(0, mostOfFront), ...acrossDepartments(elsewhere), ...front.slice(mostOfFront)];
  return chosen.slice(0, mostViews);
}
