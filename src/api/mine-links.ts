// Links to people's own pages: asked for by e-mail address, sent to that address and nowhere else, void when the person or
// HR says so. Whether an address is known is told to nobody: it is looked up later, by the clock.
import { addDays, addMinutes } from '../kernel/civil';
import { accepts, email as emailColumn } from '../kernel/columns';
import { Busy, InvalidEntry, KnownError } from '../kernel/errors';
import type { Facts, Person } from '../kernel/facts';
import { letterOf, type Envelope, type Letter, type Wording } from '../kernel/letter';
import { addressOf, type OutboxRow } from '../kernel/outbox';
import type { Order, Update } from '../kernel/plan';
import { TablesError } from '../kernel/ports';
import { signToken, type Claim } from '../kernel/token';
import { run } from '../kernel/unit-of-work';
import { isEmpty, text, type RecordRow } from '../kernel/values';
import type { View } from '../kernel/view';
import { say, type Language, type Words } from '../kernel/words';
import { staff } from '../office/staff.register';
import type { Calls, PageValue } from './contract';
import { deadForHolder, type Dead } from './dead-links';
import { minePage } from './link-tokens';
import { clockOf, readingOf, sharedKeys, wake, type Machine } from './machine';

/** The answer by which a link is asked for; it needs no link. */
export const sendLink = 'sendLink';
const goodForDays = 30;

/** So many addresses wait for the clock; so many links go to one person, and to all, on one day. */
const mostWaiting = 20;
const mostADay = { one: 3, all: 30 };
const minutesApart = 10;

const openIt: Words = { zh: '打开我的事务', en: 'Open my affairs' };
/** Of the link that somebody asked for, and of the one with which approvers try whether they can open any. */
const letters: Readonly<Record<'mine' | 'test', Wording>> = {
  mine: {
    subject: { zh: '您的个人页面：我的事务', en: 'Your own page: my affairs' },
    sentence: {
      zh: '{name}，这是您要的链接：您的申请、待您审批的事和给您的留言都在这一页。',
      en: '{name}, here is the link that you asked for: your requests, what waits for your decision and messages for you.',
    },
    why: {
      zh: '您收到本邮件，因为有人用您的邮箱索取链接。不是您本人时不必理会：只有您收得到它。',
      en: 'You get this because somebody asked for it with your address. If it was not you, ignore it: nobody else gets it.',
    },
    button: openIt,
  },
  test: {
    subject: { zh: '请试一下：您打得开这个链接吗？', en: 'Please try: does this link open?' },
    sentence: {
      zh: '{name}，以后请您审批的邮件里有这样的按钮。请现在点开，在页面上按“链接打得开”。',
      en: '{name}, e-mails that ask for your decision will have a button like this one. Please open it now and press “The link works” on the page.',
    },
    why: {
      zh: '您收到本邮件，因为有的申请由您审批。打不开时，请告诉行政人事：您所在的网络可能打不开 script.google.com。',
      en: 'You get this because some requests are yours to decide. If it does not open, tell HR: your network may not reach script.google.com.',
    },
    button: openIt,
  },
};

const words = {
  title: { zh: '我的事务', en: 'My affairs' },
  sentence: {
    zh: '看您的申请、待您审批的事和给您的留言：填您在本机构登记的邮箱，我们把您的个人页面链接发到这个邮箱。',
    en: 'Your requests, what waits for your decision, messages for you: enter the e-mail address that the agency has of you, and the link to your own page is sent there.',
  },
  email: { zh: '邮箱', en: 'E-mail address' },
  send: { zh: '把链接发给我', en: 'Send me the link' },
  askedTitle: { zh: '请查收邮件', en: 'Please look at your mail' },
  asked: {
    zh: '如果这个邮箱登记在员工花名册里，几分钟内会收到链接。没有收到，请看看垃圾邮件，或问行政人事。',
    en: 'If this address is in the staff list, the link arrives within minutes. If it does not, look among the spam or ask HR.',
  },
  voidTitle: { zh: '链接已作废', en: 'This link is void' },
  void: {
    zh: '发给您的链接已经全部作废。请打开不带链接的网页地址，重新索取。',
    en: 'All links that were sent to you have been made void. Please ask for a new one.',
  },
} satisfies Record<string, Words>;

const address = emailColumn(words.email, { required: true });

const languageHere = ({ shared }: Machine): Language => {
  const stored = shared.get(sharedKeys.language);
  return stored === 'hant' || stored === 'en' ? stored : 'zh';
};

/** The plain page of the web app: reads nothing, so that nobody is held up by it. */
export function askPage(machine: Machine, asked: Language | undefined): PageValue {
  const language = asked ?? languageHere(machine);
  return {
    language,
    agency: '',
    title: say(words.title, language),
    sentence: say(words.sentence, language),
    facts: [],
    actingAs: '',
    steps: [
      {
        key: sendLink,
        label: say(words.send, language),
        look: 'main',
        asks: [{ key: 'email', label: say(words.email, language), control: 'email', required: true, main: true }],
      },
    ],
  };
}

const linesIn = (memory: string | null): readonly string[] => (memory ?? '').split('\n').filter(Boolean);

/** Under the lock, so that no address that is asked for at the same moment gets lost. */
function locked<T>({ ports }: Machine, act: () => T): T {
  if (!ports.lock.acquire(1_000)) throw new Busy();
  try {
    return act();
  } finally {
    ports.lock.release();
  }
}

/** Notes the address for the clock. The answer is the same, and comes as quickly, whether anybody has this address. */
export function askForLink(
  machine: Machine,
  { input = {}, language = languageHere(machine) }: Calls['answer']['input'],
): Calls['answer']['value'] {
  const given = text(address.fromInput(input['email'] ?? null)).toLowerCase();
  if (!accepts(address, given)) throw new InvalidEntry({ email: { words: address.wrong } });
  const { shared, ports } = machine;
  const waiting = (): readonly string[] => linesIn(shared.get(sharedKeys.linksAsked));
  if (!waiting().includes(given)) {
    if (waiting().length >= mostWaiting) throw new Busy();
    locked(machine, () => shared.put(sharedKeys.linksAsked, [...waiting(), given].join('\n')));
  }
  wake(machine, ports.clock.now());
  return { title: say(words.askedTitle, language), message: say(words.asked, language) };
}

/** Who was sent a link today and when, as `staffNo@moment`. */
const sentToday = ({ shared }: Machine, now: string): readonly string[] =>
  linesIn(shared.get(sharedKeys.linksSent)).filter((line) => line.includes(`@${now.slice(0, 10)}`));

/** The people to whom a link may go now; they are noted as written to. */
function withinLimits(machine: Machine, people: readonly Person[], now: string): readonly Person[] {
  const sent = sentToday(machine, now);
  const before = ({ staffNo }: Person): readonly string[] =>
    sent.filter((line) => line.startsWith(`${staffNo}@`)).map((line) => line.slice(staffNo.length + 1));
  const soonest = addMinutes(now, -minutesApart);
  const fit = [...new Set(people)]
    .filter((one) => before(one).length < mostADay.one && before(one).every((at) => at.slice(0, 16) <= soonest))
    .slice(0, Math.max(0, mostADay.all - sent.length));
  if (fit.length > 0) {
    const lines = [...sent, ...fit.map(({ staffNo }) => `${staffNo}@${now}`)];
    machine.shared.put(sharedKeys.linksSent, lines.join('\n'));
  }
  return fit;
}

const order =
  (name: 'mine' | 'try-link') =>
  ({ staffNo }: Person): Order => ({ kind: 'digest', name, register: '', no: '', to: staffNo });

const isHere = ({ leftOn }: Person, { today }: Facts): boolean => leftOn === null || leftOn >= today;

/** The clock looks up who has asked, and puts their letters into the outbox. */
export function takeAsked(machine: Machine): void {
  const { shared, ports } = machine;
  if (!shared.get(sharedKeys.linksAsked)) return;
  let asked: readonly string[] = [];
  try {
    asked = locked(machine, () => {
      const waiting = linesIn(shared.get(sharedKeys.linksAsked));
      shared.put(sharedKeys.linksAsked, '');
      return waiting;
    });
    run(readingOf(machine, clockOf(machine)), {
      workbook: 'desk',
      requestId: '',
      needs: {},
      decide({ facts }) {
        const people = asked.flatMap((one) => {
          const person = facts.directory.person(one);
          return person && person.email === one && isHere(person, facts) ? [person] : [];
        });
        return { appends: [], updates: [], orders: withinLimits(machine, people, facts.now).map(order('mine')) };
      },
    });
  } catch (error) {
    if (!(error instanceof KnownError) && !(error instanceof TablesError)) throw error;
    // Other mail goes on; they are taken up at the next look.
    shared.put(
      sharedKeys.linksAsked,
      [...new Set([...linesIn(shared.get(sharedKeys.linksAsked)), ...asked])].join('\n'),
    );
    wake(machine, addMinutes(ports.clock.now(), 1));
  }
}

/** People who may have to decide something by link. */
function approversOf(facts: Facts): readonly Person[] {
  const { directory } = facts;
  const forDirector = directory.person(facts.setting<string>('approval.forDirector'));
  return directory.people.filter(
    (one) =>
      isHere(one, facts) &&
      one.email !== '' &&
      (one === forDirector || one.roles.includes('head') || one.roles.includes('director')),
  );
}

const rowOf = (rows: readonly RecordRow[], staffNo: string): RecordRow | undefined => {
  const own = rows.filter(({ values }) => text(values['staffNo']) === staffNo);
  return own.find(({ values }) => isEmpty(values['leftOn'])) ?? own[0];
};

/** Approvers who have not yet said that a link opens. */
export const untriedOf = (rows: readonly RecordRow[], facts: Facts): readonly Person[] =>
  approversOf(facts).filter(({ staffNo }) => isEmpty(rowOf(rows, staffNo)?.values['linkTestedAt']));

/** Set-up asks them to try one. */
export function testOrders(machine: Machine, rows: readonly RecordRow[], facts: Facts): readonly Order[] {
  const people = withinLimits(machine, untriedOf(rows, facts), facts.now);
  if (people.length > 0) wake(machine, facts.now);
  return people.map(order('try-link'));
}

/** What a link is bound to: the person, the address, and the moment at which all links before were made void. */
const boundTo = ({ ports }: Machine, { values }: RecordRow): string =>
  ports.digest(JSON.stringify(['staffNo', 'email', 'linksVoidAt'].map((key) => values[key] ?? null))).slice(0, 24);

export interface LinkLetter {
  readonly letter: Letter;
  readonly envelope: Pick<Envelope, 'url' | 'ends' | 'lasting'>;
}

/** The letter that an outbox row asks for, with the link; whoever wrote the row, it goes to that person only. */
export function linkLetter(machine: Machine, view: View, row: OutboxRow): LinkLetter | undefined {
  const { facts } = view;
  const { office } = machine;
  if ((row.name !== 'mine' && row.name !== 'try-link') || !office || office.webApp === '') return undefined;
  const person = facts.directory.person(row.to);
  const record = person && rowOf(view.whole(staff), person.staffNo);
  const isFresh = row.at.slice(0, 10) >= addDays(facts.today, -1);
  if (!person || !record || !isHere(person, facts) || !isFresh) return undefined;
  const ends = addDays(facts.today, goodForDays);
  const claim: Claim = {
    w: office.workbookId,
    p: minePage,
    r: '',
    n: '',
    h: 0,
    u: person.staffNo,
    c: boundTo(machine, record),
    x: ends,
  };
  return {
    letter: letterOf(facts, letters[row.name === 'try-link' ? 'test' : 'mine'], { name: person.name }),
    envelope: {
      url: addressOf(signToken(claim, office.signer, office.link), true, facts, office),
      ends,
      lasting: true,
    },
  };
}

/** Why the link to a person's own page can no longer be used; undefined while it can. */
export function deadForMine(machine: Machine, claim: Claim, view: View, facts: Facts): Dead | undefined {
  const dead = deadForHolder(claim, facts);
  if (dead) return dead;
  const person = facts.directory.person(claim.u);
  const record = person && isHere(person, facts) ? rowOf(view.whole(staff), person.staffNo) : undefined;
  if (record && boundTo(machine, record) === claim.c) return undefined;
  return { title: say(words.voidTitle, facts.language), text: say(words.void, facts.language) };
}

const staffUpdate = (record: RecordRow, values: Update['values'], transition: string): Update => ({
  record,
  values,
  transition,
  article: staff.article,
});

/** The person says that links reach them; undefined when that is known. */
export function triedUpdate({ u }: Claim, view: View, { now }: Facts): Update | undefined {
  const record = rowOf(view.whole(staff), u);
  if (!record || record.no === '' || !isEmpty(record.values['linkTestedAt'])) return undefined;
  return staffUpdate(record, { linkTestedAt: now.slice(0, 16) }, 'tried');
}

/** Makes void every link that was sent before. */
export function signOutUpdate({ u }: Claim, view: View): Update | undefined {
  const record = rowOf(view.whole(staff), u);
  if (!record || record.no === '') return undefined;
  const now = view.facts.now.slice(0, 16);
  const before = text(record.values['linksVoidAt']).slice(0, 16);
  return staffUpdate(record, { linksVoidAt: before < now ? now : addMinutes(before, 1) }, 'signOut');
}
