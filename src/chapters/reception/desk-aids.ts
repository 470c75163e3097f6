// What helps at the desk beside the forms: the host's phone, a message form filled in, returning visitors, who is here.
import type { Follow, Note, PrintList, Suggestion } from '../../kernel/chapter';
import { personMeant } from '../../kernel/columns';
import { away, type Facts, type Person } from '../../kernel/facts';
import { isEmpty, text, type Value, type Values } from '../../kernel/values';
import { list, say, type Words } from '../../kernel/words';
import { isClient } from './naming';
import { hostOf, sameBadge, standInOf } from './rules';
import { needsMessage } from './waiting';

// 2.1.3 and 2.2.3: who cannot be had gets a message, filled in with what is known already.

const messageFor = (
  to: Person | undefined,
  values: Values,
  name: Value | undefined,
  content: Value | undefined,
): Values => ({
  to: to?.label ?? null,
  from: name ?? null,
  organisation: values['organisation'] ?? null,
  phone: values['phone'] ?? null,
  isClient: values['isClient'] ?? null,
  content: content ?? null,
  source: values['no'] ?? null,
});

const hostIsGone = (visit: Values, facts: Facts): boolean => {
  const host = hostOf(visit, facts);
  return (
    visit['state'] === 'here' &&
    isEmpty(visit['guidedTo']) &&
    host !== undefined &&
    away(host, facts.today) &&
    standInOf(host, facts) === undefined
  );
};

export const follows: readonly Follow[] = [
  {
    from: 'visits',
    register: 'messages',
    label: { zh: '给拜访对象留言', en: 'Take a message for the host' },
    when: ({ values }, facts) => needsMessage(values) || hostIsGone(values, facts),
    values: ({ no, values }, facts) =>
      messageFor(hostOf(values, facts), { ...values, no }, values['visitor'], values['purpose']),
  },
  {
    from: 'calls',
    register: 'messages',
    label: { zh: '留言', en: 'Take a message' },
    when: ({ values }) => values['state'] === 'open' && values['outcome'] === 'notReached',
    values: ({ no, values }, facts) =>
      messageFor(personMeant(text(values['for']), facts), { ...values, no }, values['caller'], values['subject']),
  },
];

/** A person's phone, and whether they are in today. */
function presence(person: Person, facts: Facts): string {
  const { language, today } = facts;
  const named = (one: Person): string => (one.phone === '' ? one.label : `${one.label} ${one.phone}`);
  if (!away(person, today)) {
    return `${named(person)} · ${say({ zh: '没有登记外出', en: 'not marked away' }, language)}`;
  }
  const until =
    person.awayTo === null ? '' : say({ zh: '（至 {day}）', en: ' (until {day})' }, language, { day: person.awayTo });
  const standIn = standInOf(person, facts);
  return list(
    [
      `${named(person)} · ${say({ zh: '今天不在', en: 'away today' }, language)}${until}`,
      ...(standIn ? [`${say({ zh: '代理人', en: 'stand-in' }, language)} ${named(standIn)}`] : []),
    ],
    language,
  );
}

const openStates = ['expected', 'here', 'open'];

const noteOf = (register: string, column: string): Note => ({
  register,
  say({ values }, facts) {
    const person = openStates.includes(text(values['state'])) ? personMeant(text(values[column]), facts) : undefined;
    return person && presence(person, facts);
  },
});

const badgeTwice: Words = {
  zh: '访客证 {badge} 也登记给了 {others}，请核对。',
  en: 'Badge {badge} was given to {others}, too; please check.',
};

const badgeNote: Note = {
  register: 'visits',
  amongOpen: ({ values }) => values['state'] === 'here' && !isEmpty(values['badge']),
  say(record, { language }, open = []) {
    const others = sameBadge(record, open).map(({ no }) => no);
    if (others.length === 0) return undefined;
    return say(badgeTwice, language, { badge: text(record.values['badge']), others: list(others, language) });
  },
};

export const notes: readonly Note[] = [noteOf('visits', 'host'), badgeNote, noteOf('calls', 'for')];

const digits = (phone: Value | undefined): string =>
  text(phone)
    .replace(/\D/g, '')
    .replace(/^86(?=1\d{10}$)/, '');
const sameText = (a: Value | undefined, b: Value | undefined): boolean =>
  text(a).trim() !== '' && text(a).trim() === text(b).trim();

// 2.1.2: somebody who has been here before need not spell everything again.
const returning: Suggestion = {
  register: 'visits',
  takes: ['visitor', 'organisation', 'phone', 'email', 'host'],
  keys: [['phone'], ['visitor', 'organisation']],
  matches: (typed, earlier) =>
    !isClient(typed) &&
    !isClient(earlier) &&
    ((digits(typed['phone']) !== '' && digits(typed['phone']) === digits(earlier['phone'])) ||
      (sameText(typed['visitor'], earlier['visitor']) && sameText(typed['organisation'], earlier['organisation']))),
};

export const suggestions: readonly Suggestion[] = [returning];

/** For an evacuation: how many, of whom, and where they were taken. Clients, too, are named: people are called by it. */
const hereList: PrintList = {
  register: 'visits',
  key: 'here',
  title: { zh: '在访人员名单（疏散用）', en: 'Who is here (for evacuation)' },
  columns: ['badge', 'visitor', 'organisation', 'people', 'host', 'guidedTo', 'arrivedAt'],
  includes: ({ values }) => values['state'] === 'here',
  note: {
    zh: '名单写出所有人的姓名，包括服务对象。只在疏散、清点时使用，用后交回前台销毁。',
    en: 'Everybody is named, clients too. For an evacuation only; hand it back to the front desk to be destroyed.',
  },
  namesClients: true,
  summary: (records, { language }) =>
    say({ zh: '在访 {people} 人，{visits} 条登记', en: '{people} people, {visits} registrations' }, language, {
      people: records.reduce(
        (sum, { values }) => sum + (typeof values['people'] === 'number' ? values['people'] : 1),
        0,
      ),
      visits: records.length,
    }),
};

const visitsOfMonth: PrintList = {
  register: 'visits',
  key: 'month',
  title: { zh: '来访人员登记表', en: 'Visitors' },
  columns: ['arrivedAt', 'visitor', 'organisation', 'phone', 'people', 'purpose', 'host', 'leftAt', 'receivedBy'],
  period: 'month',
  // An appointment is entered before the visit, and a day on paper is entered late.
  reads: { before: 3, after: 1 },
  includes: ({ values }) => !isEmpty(values['arrivedAt']),
};

const callsOfMonth: PrintList = {
  register: 'calls',
  key: 'month',
  title: { zh: '来电登记表', en: 'Calls' },
  columns: ['at', 'caller', 'organisation', 'phone', 'subject', 'kind', 'for', 'outcome', 'recordedBy'],
  period: 'month',
  includes: () => true,
};

export const prints: readonly PrintList[] = [hereList, visitsOfMonth, callsOfMonth];
