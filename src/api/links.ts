// The web page of a link: what it shows, and what a person's click on it does. Showing changes nothing.
import { decideMade } from '../kernel/decide';
import { decideTransition } from '../kernel/step';
import { NotFound, OutOfDate, Refusal } from '../kernel/errors';
import type { Facts, Person } from '../kernel/facts';
import type { Who } from '../kernel/facts-source';
import { readHistory } from '../kernel/history';
import { contentOf, readToken, type Claim } from '../kernel/token';
import { run, type Outcome } from '../kernel/unit-of-work';
import type { RecordRow, Value } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import { guestOf, isParty, standing, type Case, type LinkPage } from '../kernel/workflow';
import { say, type Language, type Words } from '../kernel/words';
import type { Calls, PageValue } from './contract';
import { readsOf, relatedIn, tailsFor } from './commands';
import { readingOf, sharedKeys, wake, type Machine } from './machine';
import { fieldsOf, stepOf } from './wire';

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
  acting: {
    zh: '您正以 {name} 的身份办理（凭发到 {email} 的链接）。',
    en: 'You act as {name} (by the link sent to {email}).',
  },
  actingGuest: {
    zh: '凭发给您的链接办理，不需要登录。',
    en: 'By the link that was given to you; no account is needed.',
  },
  saved: { zh: '已收到', en: 'Received' },
  thanks: {
    zh: '您的答复已送达前台，可以关闭这个页面。',
    en: 'The front desk has your answer. You may close this page.',
  },
  step: { zh: '这个链接不能办理这一步。', en: 'This link does not open that step.' },
} satisfies Record<string, Words>;

type Dead = { readonly title: string; readonly text: string };

interface Opened {
  readonly claim: Claim;
  readonly page: LinkPage;
}

/** The claim of a genuine token of this workbook; anything else is counted and answered all alike. */
function openToken(machine: Machine, token: string): Opened | undefined {
  const { office, product, shared } = machine;
  const claim = office && readToken(token, office.signer, office.link);
  const page = claim && claim.w === office.workbookId ? product.page(claim.p) : undefined;
  if (claim && page && page.register === claim.r) return { claim, page };
  shared.put(sharedKeys.badLinks, String(Number(shared.get(sharedKeys.badLinks) ?? 0) + 1));
  return undefined;
}

/** Whoever holds the link, as the actor of what it does. */
function holderOf(machine: Machine, claim: Claim, record?: RecordRow, page?: LinkPage): Machine['who'] {
  const guest = record && page ? guestOf(page.holder, record.values) : '';
  const who: Omit<Who, 'now'> = { context: 'public', via: 'link', account: machine.who.account };
  if (claim.u === 'guest') return { ...who, guest };
  return claim.u === '' ? who : { ...who, person: claim.u };
}

function whatHappened(machine: Machine, page: LinkPage, record: RecordRow, language: Language): string {
  if (page.creates) return say(words.doneSurvey, language);
  const last = readHistory(record.values['history'] ?? null).slice(-1)[0];
  const label = machine.product.workflow(record.register)?.transitions[last?.what ?? '']?.label;
  return say(words.done, language, {
    who: last?.who ?? '',
    at: (last?.at ?? '').replace('T', ' ').slice(0, 16),
    what: label ? say(label, language) : '',
  });
}

/** The row that the page is about: of a form the first line for which there is something to do. */
const leadOf = (page: LinkPage, lines: readonly RecordRow[], facts: Facts): RecordRow =>
  lines.find((line) => page.isOpen(line, facts)) ?? lines[0]!;

/** Why a genuine link can no longer be used; undefined while it can. */
function deadOf(
  machine: Machine,
  opened: Opened,
  lines: readonly RecordRow[],
  facts: Facts,
  language: Language,
): Dead | undefined {
  const record = leadOf(opened.page, lines, facts);
  const { claim, page } = opened;
  const dead = (title: Words, text: string): Dead => ({ title: say(title, language), text });
  const { directory, actor } = facts;
  const holder = directory.person(claim.u);
  if (holder && actor.account !== '' && directory.person(actor.account) !== holder) {
    return dead(words.otherTitle, say(words.other, language, { name: holder.label, account: actor.account }));
  }
  if (holder && actor.account === '' && facts.setting<boolean>('approval.signInNeeded')) {
    return dead(words.signInTitle, say(words.signIn, language, { email: holder.email }));
  }
  if (claim.x < facts.today) return dead(words.expiredTitle, say(words.expired, language, { day: claim.x }));
  if (!page.isOpen(record, facts)) return dead(words.doneTitle, whatHappened(machine, page, record, language));
  const parties = [page.holder, ...stepsOf(machine, page).flatMap(([, step]) => step.by)];
  if (!page.creates && !isParty(parties, record.values, facts))
    return dead(words.movedTitle, say(words.moved, language));
  if (contentOf(page, lines, machine.ports.digest) !== claim.c)
    return dead(words.changedTitle, say(words.changed, language));
  return undefined;
}

const stepsOf = (machine: Machine, page: LinkPage) =>
  Object.entries(machine.product.workflow(page.register)?.transitions ?? {}).filter(
    ([, step]) => step.page === page.key,
  );

const badPage = (language: Language, agency: string): PageValue => ({
  language,
  agency,
  title: say(words.badTitle, language),
  sentence: '',
  facts: [],
  actingAs: '',
  steps: [],
  dead: { title: say(words.badTitle, language), text: say(words.bad, language) },
});

/** The record's rows; none when it is not there. */
function linesOfClaim(machine: Machine, view: View, claim: Claim): readonly RecordRow[] {
  try {
    return view.records(machine.product.register(claim.r)!, claim.n, claim.h);
  } catch (error) {
    if (error instanceof NotFound) return [];
    throw error;
  }
}

function actingAs(holder: Person | undefined, language: Language): string {
  if (!holder) return say(words.actingGuest, language);
  return say(words.acting, language, { name: holder.label, email: holder.email });
}

/** GET and this call change nothing: scanners of mail may open the link and run the page as often as they like. */
export function page(machine: Machine, input: Calls['page']['input']): PageValue {
  const asked = input.language;
  const opened = openToken(machine, input.token);
  if (!opened) return badPage(asked ?? 'zh', '');
  const { claim } = opened;
  const register = machine.product.register(claim.r)!;
  const whole = readsOf(machine, stepsOf(machine, opened.page));
  const first = openView(readingOf(machine, holderOf(machine, claim)), register.workbook, {
    records: [{ register, no: claim.n, row: claim.h }],
    whole,
  });
  const lines = linesOfClaim(machine, first, claim);
  const language = asked ?? first.facts.language;
  const agency = first.facts.setting<string>('agency.name');
  if (lines.length === 0) return badPage(language, agency);
  const facts: Facts = { ...factsFor(first.facts, opened, lines[0]!), language };
  const dead = deadOf(machine, opened, lines, facts, language);
  const record = leadOf(opened.page, lines, facts);
  const shared = {
    language,
    agency,
    title: say(opened.page.title, language),
    actingAs: actingAs(facts.directory.person(claim.u), language),
  };
  if (dead) return { ...shared, sentence: '', facts: [], steps: [], dead };
  return {
    ...shared,
    sentence: opened.page.sentence(record, facts),
    facts: opened.page.facts(record, facts, lines).map(([label, text]) => ({ label, text })),
    ...offeredOn(machine, opened.page, lines, facts, language, relatedIn(machine, first)),
  };
}

/** A guest is known by the address in the record, which is only known now. */
function factsFor(facts: Facts, { claim, page: linked }: Opened, record: RecordRow): Facts {
  if (claim.u !== 'guest') return facts;
  return { ...facts, actor: { ...facts.actor, guest: guestOf(linked.holder, record.values) } };
}

function offeredOn(
  machine: Machine,
  linked: LinkPage,
  lines: readonly RecordRow[],
  facts: Facts,
  language: Language,
  related: Case['related'],
): Pick<PageValue, 'steps' | 'notice'> {
  if (!linked.creates) {
    const record = leadOf(linked, lines, facts);
    const register = machine.product.register(linked.register)!;
    const open = stepsOf(machine, linked).filter(
      ([, step]) =>
        step.from.includes(String(record.values['state'])) && (step.when?.(standing(record, facts)) ?? true),
    );
    return { steps: open.map(([key, step]) => stepOf(register, key, step, lines, facts, language, related)) };
  }
  const target = machine.product.register(linked.creates.register)!;
  const asks = Object.fromEntries(linked.creates.asks.map((key) => [key, target.columns[key]!]));
  const notice = facts.setting<string>('agency.notice');
  return {
    steps: [
      {
        key: 'create',
        label: say(linked.creates.label, language),
        look: 'main',
        asks: fieldsOf(asks, facts, language),
      },
    ],
    ...(notice && { notice }),
  };
}

const died = (dead: Dead): OutOfDate =>
  new OutOfDate({ words: { zh: '{text}', en: '{text}' }, values: { text: dead.text } });

const badLink = (): Refusal => new Refusal({ words: words.bad });

/** A person's click. The token dies with it: the record moves on, and the link is for the state that it was in. */
export function answer(machine: Machine, input: Calls['answer']['input']): Calls['answer']['value'] {
  const opened = openToken(machine, input.token);
  if (!opened) throw badLink();
  const { page: linked } = opened;
  const { outcome, language, done } = linked.creates
    ? answerByRecord(machine, opened, input)
    : answerByStep(machine, opened, input);
  const written = machine.product.register(linked.creates?.register ?? linked.register)!;
  if (outcome.mail && !outcome.repeated) wake(machine, machine.ports.clock.now(), written.workbook);
  return { title: say(words.saved, language), message: say(done ?? words.thanks, language) };
}

interface Answered {
  readonly outcome: Outcome;
  readonly language: Language;
  readonly done: Words | undefined;
}

function answerByStep(machine: Machine, opened: Opened, input: Calls['answer']['input']): Answered {
  const { claim, page: linked } = opened;
  const register = machine.product.register(claim.r)!;
  const workflow = machine.product.workflow(claim.r);
  const step = workflow?.transitions[input.answer];
  if (!workflow || !step || step.page !== linked.key) throw new Refusal({ words: words.step });
  let language: Language | undefined;
  const reading = readingOf(machine, holderOf(machine, claim));
  const outcome = run(reading, {
    workbook: register.workbook,
    requestId: `${claim.n}.${input.requestId}`,
    call: `answer ${input.answer}`,
    needs: {
      records: [{ register, no: claim.n, row: claim.h }],
      tails: tailsFor(machine, step),
      whole: readsOf(machine, [['', step]]),
      open: true,
    },
    decide(view) {
      const lines = linesOfClaim(machine, view, claim);
      if (lines.length === 0) throw badLink();
      const facts = factsFor(view.facts, opened, lines[0]!);
      language = facts.language;
      const dead = deadOf(machine, opened, lines, facts, language);
      if (dead) throw died(dead);
      const record = leadOf(linked, lines, facts);
      return decideTransition(machine.product, workflow, input.answer, record, given(input), facts, view.numbers, {
        parties: [linked.holder],
        lines,
        related: relatedIn(machine, view),
      });
    },
  });
  language ??= openView(reading, register.workbook, {}).facts.language;
  return { outcome, language, done: step.done };
}

const given = (input: Calls['answer']['input']): Readonly<Record<string, Value>> => input.input ?? {};

/** The answer becomes a record of another register, once a record; its own register learns of it by an effect. */
function answerByRecord(machine: Machine, opened: Opened, input: Calls['answer']['input']): Answered {
  const { claim, page: linked } = opened;
  const creates = linked.creates!;
  const source = machine.product.register(claim.r)!;
  const target = machine.product.register(creates.register)!;
  const reading = readingOf(machine, holderOf(machine, claim));
  const asked = openView(reading, source.workbook, { records: [{ register: source, no: claim.n, row: claim.h }] });
  const lines = linesOfClaim(machine, asked, claim);
  if (lines.length === 0) throw badLink();
  const { language } = asked.facts;
  const requestId = `${claim.n}.${input.requestId}`;
  const outcome = run(reading, {
    workbook: target.workbook,
    requestId,
    call: `answer ${linked.key}`,
    needs: { tails: [target], lookups: [{ register: target, column: creates.onceBy }] },
    decide(view) {
      const dead =
        deadOf(machine, opened, lines, factsFor(view.facts, opened, lines[0]!), language) ??
        (view.taken(target.key, creates.onceBy, claim.n)
          ? { title: say(words.doneTitle, language), text: say(words.doneSurvey, language) }
          : undefined);
      if (dead) throw died(dead);
      const asks = Object.fromEntries(
        creates.asks.map((key) => [key, target.columns[key]!.fromInput(given(input)[key] ?? null)]),
      );
      const values = { ...asks, ...creates.values(lines[0]!), [creates.onceBy]: claim.n };
      const { plan } = decideMade(machine.product, target, values, view.facts, view.numbers);
      if (!creates.effect) return plan;
      const effect = { kind: 'effect' as const, name: creates.effect, register: claim.r, no: claim.n, to: '' };
      return { ...plan, orders: [...plan.orders, effect] };
    },
  });
  return { outcome, language, done: creates.done };
}
