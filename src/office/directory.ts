// The agency's people and departments, found by what stands in a cell: a label, a name, a staff number or an address.
import type { Department, Directory, Person, Role } from '../kernel/facts';
import { halfWidth } from '../kernel/columns/text';
import { text, type RecordRow, type Value } from '../kernel/values';
import { isRole } from './roles';

const dayIn = (value: Value | undefined): string | null => text(value) || null;

/** Brackets, spaces and capitals do not tell people apart. */
const tidy = (label: string): string => halfWidth(label).replace(/\s+/g, '').toLowerCase();

type Row = Omit<Person, 'label'>;

/** Everybody in the staff tab is staff, whatever else they are. Rows without a number or a name are nobody yet. */
function rowOf({ values }: RecordRow): Row | undefined {
  const staffNo = text(values['staffNo']);
  const name = text(values['name']);
  if (staffNo === '' || name === '') return undefined;
  const given = values['roles'];
  const roles = (Array.isArray(given) ? (given as readonly string[]) : []).filter(isRole);
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
  };
}

/** Two people with one name, number or address are told apart by nobody: then it names nobody, and gives no right. */
function indexOf(people: readonly Person[], keys: (person: Person) => readonly string[]): ReadonlyMap<string, Person> {
  const found = new Map<string, Person[]>();
  for (const person of people) {
    for (const key of new Set(keys(person).map(tidy))) {
      if (key !== '') found.set(key, [...(found.get(key) ?? []), person]);
    }
  }
  const index = new Map<string, Person>();
  for (const [key, several] of found) {
    // Somebody who left and came back has two rows.
    const one = several.length === 1 ? several : several.filter((person) => person.leftOn === null);
    if (one.length === 1) index.set(key, one[0]!);
  }
  return index;
}

/** A label is the name where only one person ever had it. */
function finder(people: readonly Person[]): (label: string) => Person | undefined {
  const byNumber = indexOf(people, (person) => [person.staffNo]);
  const byAddress = indexOf(people, (person) => [person.email]);
  const byLabel = indexOf(people, (person) => [person.label]);
  return (label) => {
    const key = tidy(label);
    return byLabel.get(key) ?? byNumber.get(key) ?? byAddress.get(key);
  };
}

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
  const people = known.map((person) =>
    heads.has(person) && !person.roles.includes('head')
      ? { ...person, roles: [...person.roles, 'head' as const] }
      : person,
  );
  const person = finder(people);
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
