// 6.2.1, 6.3.1: whose month is totalled, and on which department's sheet each of them stands.
import { addMonths, type Day } from '../../kernel/civil';
import type { Facts, Person } from '../../kernel/facts';
import { text, type RecordRow } from '../../kernel/values';

/** From the first day of a month to the first after it. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

export const spanOf = (month: string): Span => ({ from: `${month}-01`, to: addMonths(`${month}-01`, 1) });

const isInScope = ({ roles }: Person, { setting }: Facts): boolean =>
  setting<string>('attendance.scope') === 'all' || roles.includes('front');

const isEmployed = ({ joinedOn, leftOn }: Person, { from, to }: Span): boolean =>
  joinedOn < to && (leftOn === null || leftOn >= from);

/** In the order of their numbers, whatever the staff tab is sorted by. */
export const peopleInScope = (facts: Facts, span: Span): readonly Person[] =>
  facts.directory.people
    .filter((person) => isInScope(person, facts) && isEmployed(person, span))
    .sort((a, b) => (a.staffNo < b.staffNo ? -1 : 1));

/** In the order of the departments' tab; names that it does not have come last. */
export function inOrder(departments: Iterable<string>, { directory }: Facts): readonly string[] {
  const names = directory.departments.map(({ name }) => name);
  const place = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return [...new Set(departments)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

const versionOf = ({ values }: RecordRow): number => Number(values['version'] ?? 1);

/** Of each department the record of its newest version. */
export function newestByDepartment(records: readonly RecordRow[], month: string): ReadonlyMap<string, RecordRow> {
  const newest = new Map<string, RecordRow>();
  for (const record of records.filter(({ values }) => values['month'] === month)) {
    const department = text(record.values['department']);
    const known = newest.get(department);
    if (!known || versionOf(known) < versionOf(record)) newest.set(department, record);
  }
  return newest;
}

/** Whether lines still come and go: nobody has signed any version yet. */
const isLoose = (sheet: RecordRow | undefined): boolean =>
  !sheet || (sheet.values['state'] === 'made' && versionOf(sheet) === 1);

/**
 * By the staff tab; but once a sheet of the month has gone to be signed, who stood on it stays on it, also when they have
 * moved since: nobody is totalled twice, or not at all.
 */
export function departmentOf(
  person: Person,
  asked: RecordRow | undefined,
  newest: ReadonlyMap<string, RecordRow>,
): string {
  const before = text(asked?.values['department']);
  const isFixed = before !== '' && [before, person.department].some((name) => !isLoose(newest.get(name)));
  return isFixed ? before : person.department;
}
