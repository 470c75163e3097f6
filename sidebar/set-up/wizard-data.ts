// What the set-up wizard collects, and what is still missing from each of its steps.
import type { WizardInput } from '../../src/api/contract';
import type { SetUpWord } from './words';

export interface WizardPerson {
  readonly name: string;
  readonly email: string;
  readonly department: string;
  readonly roles: readonly string[];
  readonly head: boolean;
}

export interface WizardData {
  readonly agency: string;
  readonly language: WizardInput['language'];
  readonly region: WizardInput['region'];
  readonly workbooks: NonNullable<WizardInput['workbooks']>;
  readonly departments: readonly string[];
  readonly people: readonly WizardPerson[];
  readonly hours: WizardInput['hours'];
}

export const emptyPerson: WizardPerson = { name: '', email: '', department: '', roles: [], head: false };

export const emptyWizard = (language: WizardData['language']): WizardData => ({
  agency: '',
  language,
  region: 'mainland',
  workbooks: 'two',
  departments: ['', '', ''],
  people: [emptyPerson],
  hours: { morningFrom: '09:00', morningTo: '12:00', afternoonFrom: '13:30', afternoonTo: '17:30' },
});

/** Roles that a person may be given here; everybody is staff, and a head is named with the department. */
export const givenRoles = ['front', 'director', 'hr', 'keeper', 'finance'] as const;
export const roleWords = {
  front: 'roleFront',
  staff: 'roleStaff',
  head: 'roleHead',
  director: 'roleDirector',
  hr: 'roleHr',
  keeper: 'roleKeeper',
  finance: 'roleFinance',
} as const satisfies Record<string, SetUpWord>;
/** Without these nothing can be decided or filed. */
const neededRoles = ['front', 'director', 'hr'] as const;

export interface Fault {
  /** The field that is wrong, '' for the step as a whole. */
  readonly place: string;
  readonly word: SetUpWord;
  readonly values?: Readonly<Record<string, string>>;
  /** A word of the catalogue that goes into the sentence as `role`. */
  readonly role?: SetUpWord;
}

const emailPattern = /^[^\s@<>(),;:"']+@[^\s@<>(),;:"']+\.[^\s@<>(),;:"'.]{2,}$/;

export const namedDepartments = (data: WizardData): readonly string[] =>
  data.departments.map((name) => name.trim()).filter((name) => name !== '');

const isUsed = (person: WizardPerson): boolean => person.name.trim() !== '' || person.email.trim() !== '';
export const namedPeople = (data: WizardData): readonly WizardPerson[] => data.people.filter(isUsed);

function agencyFaults(data: WizardData): readonly Fault[] {
  return data.agency.trim() === '' ? [{ place: 'agency', word: 'needAgency' }] : [];
}

function departmentFaults(data: WizardData): readonly Fault[] {
  const names = data.departments.map((name) => name.trim());
  if (names.every((name) => name === '')) return [{ place: 'department-0', word: 'needDepartment' }];
  return names.flatMap((name, index) =>
    name !== '' && names.indexOf(name) < index
      ? [{ place: 'department-' + index, word: 'sameDepartment' as const, values: { name } }]
      : [],
  );
}

function personFaults(data: WizardData, person: WizardPerson, index: number): readonly Fault[] {
  const faults: Fault[] = [];
  const email = person.email.trim().toLowerCase();
  const earlier = data.people.slice(0, index).some((other) => other.email.trim().toLowerCase() === email);
  if (person.name.trim() === '') faults.push({ place: 'name-' + index, word: 'needName' });
  if (!emailPattern.test(email)) faults.push({ place: 'email-' + index, word: 'wrongEmail' });
  else if (earlier) faults.push({ place: 'email-' + index, word: 'sameEmail' });
  if (!namedDepartments(data).includes(person.department)) {
    faults.push({ place: 'departmentOf-' + index, word: 'needOwnDepartment' });
  }
  return faults;
}

function peopleFaults(data: WizardData): readonly Fault[] {
  const used = namedPeople(data);
  if (used.length === 0) return [{ place: 'name-0', word: 'needPerson' }];
  const own = data.people.flatMap((person, index) => (isUsed(person) ? personFaults(data, person, index) : []));
  if (own.length > 0) return own;
  const roles = neededRoles.flatMap((role): readonly Fault[] =>
    used.some((person) => person.roles.includes(role)) ? [] : [{ place: '', word: 'needRole', role: roleWords[role] }],
  );
  const heads = namedDepartments(data).flatMap((name): readonly Fault[] => {
    const count = used.filter((person) => person.head && person.department === name).length;
    return count === 1 ? [] : [{ place: '', word: count === 0 ? 'needHead' : 'twoHeads', values: { name } }];
  });
  return [...roles, ...heads];
}

function hoursFaults({ hours }: WizardData): readonly Fault[] {
  const times = [hours.morningFrom, hours.morningTo, hours.afternoonFrom, hours.afternoonTo];
  const inOrder = times.every((time, index) => time !== '' && (index === 0 || times[index - 1]! <= time));
  return inOrder && times[0]! < times[1]! && times[2]! < times[3]!
    ? []
    : [{ place: 'morningFrom', word: 'wrongHours' }];
}

/** What is wrong with each step, in the order of the steps; the last one is the review. */
export const stepFaults = [agencyFaults, departmentFaults, peopleFaults, hoursFaults, () => []] as const;

export function wizardInput(data: WizardData): Omit<WizardInput, 'requestId'> {
  return {
    ...data,
    agency: data.agency.trim(),
    departments: namedDepartments(data),
    people: namedPeople(data).map((person) => ({
      name: person.name.trim(),
      email: person.email.trim(),
      department: person.department,
      roles: [...new Set(['staff', ...person.roles, ...(person.head ? ['head'] : [])])],
      ...(person.head && { head: true }),
    })),
  };
}
