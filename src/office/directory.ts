// The agency's people and departments, found by what stands in a cell: a label, a name, a staff number or an address.
import type { Department, Directory, Person, Role } from '../kernel/facts';
import { halfWidth } from '../kernel/columns/text';
import { readLeaves } from './leaves';
import { text, type RecordRow, type Value } from '../kernel/values';
import { isRole } from './roles';

const listIn = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];
const dayIn = (value: Value | undefined): string | null => text(value) || null;

const plain = /^[!-~\u4e00-\u9fff]*$/;

/** Brackets, spaces and capitals do not tell people apart. */
const tidy = (label: string): string =>
  (plain.test(label) ? label : halfWidth(label).replace(/\s+/g, '')).toLowerCase();

type Row = Omit<Person, 'label'>;

/** Everybody in the staff tab is staff, whatever else they are. Rows without a number or a name are nobody yet. */
function rowOf({ values }: RecordRow): Row | undefined {
  const staffNo = text(values['staffNo']);
  const name = text(values['name']);
  if (staffNo === '' || name === '') return undefined;
  const roles = listIn(values['roles']).filter(isRole);
  return {
    staffNo,
    name,
    email: text(values['email']).toLowerCase(),
    department: text(values['department']),
    roles: [...new Set<Role>(['staff', ...roles])],
    phone: text(values['phone']),
    joinedOn: text(values['joinedOn']),
    leftOn: dayIn(values['leftOn']),
    standIn: text(values['standIn']),
    awayFrom: dayIn(values['awayFrom']),
    awayTo: dayIn(values['awayTo']),
    workDays: listIn(values['workDays']),
    hours: text(values['hours']),
    annualLeave: typeof values['annualLeave'] === 'number' ? values['annualLeave'] : null,
    leaves: readLeaves(text(values['leaves'])),
  };
}

/** Two people with one name, number or address are told apart by nobody: then it names nobody, and gives no right. */
function indexOf(people: readonly Person[], key: (person: Person) => string): ReadonlyMap<string, number> {
  const found = new Map<string, number[]>();
  people.forEach((person, place) => {
    const own = tidy(key(person));
    if (own !== '') found.set(own, [...(found.get(own) ?? []), place]);
  });
  const index = new Map<string, number>();
  for (const [own, several] of found) {
    // Somebody who left and came back has two rows.
    const one = several.length === 1 ? several : several.filter((place) => people[place]!.leftOn === null);
    if (one.length === 1) index.set(own, one[0]!);
  }
  return index;
}

/** Finds a person's place among the people. */
function finder(people: readonly Person[]): (label: string) => number | undefined {
  const byLabel = indexOf(people, (person) => person.label);
  const byNumber = indexOf(people, (person) => person.staffNo);
  const byAddress = indexOf(people, (person) => person.email);
  return (label) => {
    const key = tidy(label);
    return byLabel.get(key) ?? byNumber.get(key) ?? byAddress.get(key);
  };
}

/** A label is the name where only one person ever had it. */
function labelled(rows: readonly Row[]): readonly Person[] {
  const numbers = new Map<string, Set<string>>();
  for (const { name, staffNo } of rows) {
    numbers.set(tidy(name), (numbers.get(tidy(name)) ?? new Set<string>()).add(tidy(staffNo)));
  }
  const shared = (name: string): boolean => numbers.get(tidy(name))!.size > 1;
  return rows.map((row) => ({ ...row, label: shared(row.name) ? `${row.name} (${row.staffNo})` : row.name }));
}

/** `staff`, `departments`: rows of the tabs. Heads of departments are heads also where the staff tab forgets it. */
export function directoryOf(staff: readonly RecordRow[], departments: readonly RecordRow[]): Directory {
  const known = labelled(staff.flatMap((row) => rowOf(row) ?? []));
  const units: readonly Department[] = departments
    .map(({ values }) => ({ name: text(values['name']), head: text(values['head']) }))
    .filter((one) => one.name !== '');
  const find = finder(known);
  const heads = new Set(units.map((one) => find(one.head)));
  const people = known.map((person, place) =>
    heads.has(place) && !person.roles.includes('head')
      ? { ...person, roles: [...person.roles, 'head' as const] }
      : person,
  );
  const person = (label: string): Person | undefined => {
    const place = find(label);
    return place === undefined ? undefined : people[place];
  };
  const byName = new Map(units.map((one) => [tidy(one.name), one]));
  const department = (name: string): Department | undefined => byName.get(tidy(name));
  return {
    people,
    departments: units,
    person,
    department,
    headOf: (name) => {
      const head = department(name)?.head ?? '';
      return head === '' ? undefined : person(head);
    },
  };
}
