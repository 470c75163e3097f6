// The facts of the office: who acts with which rights, the people, the calendar and the settings, from their tabs.
import { dayPart } from '../kernel/civil';
import type { Actor, Directory, Facts, Person } from '../kernel/facts';
import type { FactsSource, Who } from '../kernel/facts-source';
import { calendarOf } from './calendar';
import { calendarDays } from './calendar.register';
import { departments } from './departments.register';
import { directoryOf } from './directory';
import { addressesIn } from './setting-list/agency';
import { settings } from './settings.register';
import { languageOf, settingsOf, type Settings } from './settings';
import { staff } from './staff.register';
import { agencyHours } from './working-hours';

/** Whether a person is of the agency on a day: until the last day, that day included. */
const isHere = (person: Person, today: string): boolean => person.leftOn === null || person.leftOn >= today;

/** Several people use this login: it says nothing about which of them is at the desk. */
export const isSharedAccount = (account: string, value: Settings['value']): boolean =>
  account !== '' && addressesIn(value<string>('agency.sharedAccounts')).includes(account.toLowerCase());

/** Who may be on duty at a shared login: the front desk's own people, so that nobody picks the director's name. */
export const mayBeOnDuty = (person: Person, today: string): boolean =>
  person.roles.includes('front') && isHere(person, today);

function actorOf(who: Who, directory: Directory, value: Settings['value'], today: string): Actor {
  const { account, context, via } = who;
  const nobody: Actor = { account, context, via, person: '', roles: [], ...(who.guest && { guest: who.guest }) };
  if (via === 'clock') return nobody;
  const named = who.person ? directory.person(who.person) : undefined;
  if (via !== 'link' && isSharedAccount(account, value)) {
    const onDuty = named && mayBeOnDuty(named, today) ? named.label : '';
    return { ...nobody, person: onDuty, roles: ['front'] };
  }
  // A link speaks for the person it was sent to; at the keyboard only the account counts, whatever the page says.
  const person = via === 'link' ? named : account === '' ? undefined : directory.person(account);
  return person && isHere(person, today) ? { ...nobody, person: person.label, roles: person.roles } : nobody;
}

export const officeFacts: FactsSource = {
  registers: [staff, departments, calendarDays, settings],
  build(rows, who): Facts {
    const of = (key: string): (typeof rows)[string] => rows[key] ?? [];
    const today = dayPart(who.now);
    const directory = directoryOf(of('staff'), of('departments'));
    const { value } = settingsOf(of('settings'), { directory, today });
    return {
      now: who.now,
      today,
      language: languageOf(of('settings')),
      actor: actorOf(who, directory, value, today),
      directory,
      calendar: calendarOf(of('calendar'), agencyHours(value)),
      setting: value,
    };
  },
};
