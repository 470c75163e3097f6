// What a decision may know besides the records: handed in, never fetched.
import type { Day, Moment } from './civil';
import type { Language } from './words';

export type Role = 'front' | 'staff' | 'head' | 'director' | 'hr' | 'keeper' | 'finance';

export interface Person {
  readonly staffNo: string;
  /** As written on the tabs: the name, with the staff number where two people share it. */
  readonly label: string;
  readonly name: string;
  readonly email: string;
  readonly department: string;
  readonly roles: readonly Role[];
  readonly phone: string;
  readonly joinedOn: Day;
  readonly leftOn: Day | null;
  readonly standIn: string;
  readonly awayFrom: Day | null;
  readonly awayTo: Day | null;
  /** Own work days of the week and hours, as in the staff tab; empty: the agency’s. */
  readonly workDays: readonly string[];
  readonly hours: string;
  /** Days of annual leave a year; null where nobody has said. */
  readonly annualLeave: number | null;
  /** Approved leave of late, of now and to come. */
  readonly leaves: readonly Absence[];
}

/** Approved leave, by halves of days. */
export interface Absence {
  /** Number of the slip. */
  readonly slip: string;
  readonly type: string;
  readonly firstDay: Day;
  readonly firstHalf: 'whole' | 'afternoon';
  readonly lastDay: Day;
  readonly lastHalf: 'whole' | 'morning';
}

export interface Department {
  readonly name: string;
  readonly head: string;
}

/** Staff and departments, asked by what stands in a cell (a label, a staff number or an e-mail address). */
export interface Directory {
  readonly people: readonly Person[];
  readonly departments: readonly Department[];
  person(label: string): Person | undefined;
  department(name: string): Department | undefined;
  /** The head of a department, by the department's name. */
  headOf(department: string): Person | undefined;
}

/** The agency's working hours and holidays. */
export interface Calendar {
  isWorkDay(day: Day): boolean;
  /** What the calendar says of a day, by its key there; undefined for an ordinary one. */
  kindOf(day: Day): string | undefined;
  /** Whether the public holidays of the day’s year are known. */
  isCovered(day: Day): boolean;
  /** The moment at which `hours` of working time have passed since `from`. */
  afterWorkingHours(from: Moment, hours: number): Moment;
  /** Minutes of working time between two moments. */
  workingMinutes(from: Moment, to: Moment): number;
  nextWorkDay(day: Day): Day;
  closingTime(day: Day): string | null;
}

export type Context = 'desk' | 'office' | 'public';

/** Who acts. `person` is empty for an account that is not in the staff tab; `via` says how a link's holder is known. */
export interface Actor {
  readonly account: string;
  readonly person: string;
  readonly roles: readonly Role[];
  readonly context: Context;
  readonly via: 'account' | 'link' | 'clock' | 'typed';
  /** For a link's holder who is not of the agency, such as a visitor. */
  readonly guest?: string;
}

export interface Facts {
  readonly now: Moment;
  readonly today: Day;
  readonly language: Language;
  readonly actor: Actor;
  readonly directory: Directory;
  readonly calendar: Calendar;
  /** A setting by its key; the setting's own default when nothing good is written. */
  setting<T extends string | number | boolean>(key: string): T;
}

export const hasRole = (actor: Actor, role: Role): boolean => actor.roles.includes(role);

/** Whether two labels, numbers or addresses name the same person. */
export function samePerson(a: string, b: string, directory: Directory): boolean {
  if (a === '' || b === '') return false;
  const one = directory.person(a);
  return one !== undefined && one === directory.person(b);
}

/** By a dated delegation, or on approved leave. */
export const away = ({ awayFrom, awayTo, leaves }: Person, day: Day): boolean =>
  (awayFrom !== null && awayFrom <= day && (awayTo === null || day <= awayTo)) ||
  leaves.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
