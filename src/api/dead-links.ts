// Links that are genuine and can no longer be used: each with a page of its own that says what happened.
import { OutOfDate, Refusal } from '../kernel/errors';
import type { Facts, Person } from '../kernel/facts';
import { readHistory, type HistoryLine } from '../kernel/history';
import { contentOf, type Claim } from '../kernel/token';
import type { RecordRow } from '../kernel/values';
import { isParty, peopleOf, type LinkPage, type Transition } from '../kernel/workflow';
import { list, say, type Language, type Words } from '../kernel/words';
import type { PageValue } from './contract';
import type { Machine } from './machine';

const words = {
  badTitle: { zh: '链接无效', en: 'This link is not valid' },
  bad: {
    zh: '这个链接不完整或不是本机构发出的。请回到邮件里重新点按钮；还是不行，请联系前台。',
    en: 'The link is incomplete or was not sent by this agency. Please use the button in the e-mail again, or ask the front desk.',
  },
  expiredTitle: { zh: '链接已过期', en: 'This link has expired' },
  expired: {
    zh: '链接有效至 {day}。如果事情还没有办，请联系前台重新发送。',
    en: 'It was good until {day}. If the matter is still open, please ask the front desk to send it again.',
  },
  changedTitle: { zh: '内容已更改', en: 'The record has changed' },
  changed: {
    zh: '发出邮件以后，这条记录的内容改过了，旧链接不能再用。请看最新的邮件，或联系前台。',
    en: 'The record was changed after this e-mail was sent, so the old link no longer works. Please see the newest e-mail, or ask the front desk.',
  },
  doneTitle: { zh: '已经办过了', en: 'Already done' },
  done: {
    zh: '{who} 已在 {at} 办理：{what}。这个链接不能再用。',
    en: '{who} did this at {at}: {what}. The link cannot be used again.',
  },
  doneSurvey: { zh: '这次来访的评价已经收到，谢谢！', en: 'Your rating of this visit has been received. Thank you!' },
  movedTitle: { zh: '已转给别人办理', en: 'Passed on to somebody else' },
  moved: {
    zh: '这件事现在不归您办理，链接不能再用。',
    en: 'This is no longer yours to decide, so the link does not work any more.',
  },
  movedTo: {
    zh: '这件事现在由{name}办理，这个链接不能再用。',
    en: '{name} decides this now, so the link does not work any more.',
  },
  otherTitle: { zh: '登录的账号不对', en: 'Signed in as somebody else' },
  other: {
    zh: '这个链接是发给 {name} 的，您现在用 {account} 登录。请换到正确的 Google 账号，或用无痕窗口打开。',
    en: 'This link was sent to {name}; you are signed in as {account}. Please switch accounts, or open it in a private window.',
  },
  signInTitle: { zh: '请先登录', en: 'Please sign in' },
  signIn: {
    zh: '本机构规定，这样的链接要先登录 {email} 才能办理。请登录后重新打开邮件里的链接。',
    en: 'By the agency’s settings this link works only when you are signed in as {email}. Please sign in and open it again.',
  },
} satisfies Record<string, Words>;

export type Dead = { readonly title: string; readonly text: string };

export const stepsOf = (machine: Machine, page: LinkPage) =>
  Object.entries(machine.product.workflow(page.register)?.transitions ?? {}).filter(
    ([, step]) => step.page === page.key,
  );

/** The row that the page is about: of a form the first line for which there is something to do. */
export const leadOf = (page: LinkPage, lines: readonly RecordRow[], facts: Facts): RecordRow =>
  lines.find((line) => page.isOpen(line, facts)) ?? lines[0]!;

const isByClock = ({ by }: Transition): boolean => by.length > 0 && by.every((party) => 'clock' in party);

/** What became of the question that the page asks: the steps that leave the states in which it is asked, oldest first. */
function turnsOf(
  machine: Machine,
  page: LinkPage,
  record: RecordRow,
): readonly { readonly line: HistoryLine; readonly step: Transition }[] {
  const asked = new Set(stepsOf(machine, page).flatMap(([, step]) => step.from));
  const { transitions = {} } = machine.product.workflow(record.register) ?? {};
  return readHistory(record.values['history'] ?? null).flatMap((line) => {
    const step = transitions[line.what];
    return step && !step.stays && step.from.some((state) => asked.has(state)) ? [{ line, step }] : [];
  });
}

function doneBy(turn: ReturnType<typeof turnsOf>[number] | undefined, language: Language): Dead {
  const { line, step } = turn ?? {};
  return {
    title: say(words.doneTitle, language),
    text: say(words.done, language, {
      who: line?.who ?? '',
      at: (line?.at ?? '').replace('T', ' ').slice(0, 16),
      what: step?.label ?? '',
    }),
  };
}

/** The question is open, but no more for the holder: they, or somebody for them, answered it, or it was passed on. */
function goneFrom(machine: Machine, page: LinkPage, record: RecordRow, holder: Person | undefined, facts: Facts): Dead {
  const { language } = facts;
  const turns = turnsOf(machine, page, record);
  const byPeople = turns.filter(({ step }) => !isByClock(step));
  const lastBy = byPeople[byPeople.length - 1];
  const last = turns[turns.length - 1];
  if (lastBy && (last === lastBy || lastBy.line.who === holder?.label)) return doneBy(lastBy, language);
  const now = peopleOf(page.holder, record.values, facts).map(({ label }) => label);
  return {
    title: say(words.movedTitle, language),
    text: now.length > 0 ? say(words.movedTo, language, { name: list(now, language) }) : say(words.moved, language),
  };
}

/** Why the holder, whoever they are, cannot use any link of theirs now. `mayStandIn`: nor whoever stands in for them. */
export function deadForHolder(claim: Claim, facts: Facts, mayStandIn = false): Dead | undefined {
  const { directory, actor, language } = facts;
  const dead = (title: Words, text: string): Dead => ({ title: say(title, language), text });
  const holder = directory.person(claim.u);
  const signedIn = directory.person(actor.account);
  const standsIn = mayStandIn && signedIn !== undefined && signedIn === directory.person(holder?.standIn ?? '');
  if (holder && actor.account !== '' && signedIn !== holder && !standsIn) {
    return dead(words.otherTitle, say(words.other, language, { name: holder.label, account: actor.account }));
  }
  if (holder && actor.account === '' && facts.setting<boolean>('approval.signInNeeded')) {
    return dead(words.signInTitle, say(words.signIn, language, { email: holder.email }));
  }
  if (claim.x < facts.today) return dead(words.expiredTitle, say(words.expired, language, { day: claim.x }));
  return undefined;
}

/** Why a genuine link can no longer be used; undefined while it can. */
export function deadOf(
  machine: Machine,
  claim: Claim,
  page: LinkPage,
  lines: readonly RecordRow[],
  facts: Facts,
): Dead | undefined {
  const record = leadOf(page, lines, facts);
  const { language } = facts;
  const dead = deadForHolder(claim, facts, true);
  if (dead) return dead;
  if (!page.isOpen(record, facts))
    return page.creates ? answeredOnce(language) : closedBy(machine, page, record, language);
  const parties = [page.holder, ...stepsOf(machine, page).flatMap(([, step]) => step.by)];
  if (!page.creates && !isParty(parties, record.values, facts)) {
    return goneFrom(machine, page, record, facts.directory.person(claim.u), facts);
  }
  if (contentOf(page, lines, machine.ports.digest) !== claim.c) {
    return { title: say(words.changedTitle, language), text: say(words.changed, language) };
  }
  return undefined;
}

function closedBy(machine: Machine, page: LinkPage, record: RecordRow, language: Language): Dead {
  const turns = turnsOf(machine, page, record);
  return doneBy(turns[turns.length - 1], language);
}

/** A page whose answer becomes a record takes one. */
export const answeredOnce = (language: Language): Dead => ({
  title: say(words.doneTitle, language),
  text: say(words.doneSurvey, language),
});

export const badPage = (language: Language, agency: string): PageValue => ({
  language,
  agency,
  title: say(words.badTitle, language),
  sentence: '',
  facts: [],
  actingAs: '',
  steps: [],
  dead: { title: say(words.badTitle, language), text: say(words.bad, language) },
});

export const died = (dead: Dead): OutOfDate =>
  new OutOfDate({ words: { zh: '{text}', en: '{text}' }, values: { text: dead.text } });

export const badLink = (): Refusal => new Refusal({ words: words.bad });
