// The web page of a link: what it shows, and what a person's click on it does. Showing changes nothing.
import { decideMade } from '../kernel/decide';
import { decideTransition } from '../kernel/step';
import { Refusal } from '../kernel/errors';
import type { Facts, Person } from '../kernel/facts';
import type { Claim } from '../kernel/token';
import { needsOf, relatedOf } from '../kernel/related';
import { run, type Command, type Outcome } from '../kernel/unit-of-work';
import type { RecordRow, Value } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import { guestOf, standing, type Case, type LinkPage } from '../kernel/workflow';
import { say, type Language, type Words } from '../kernel/words';
import type { Calls, PageValue } from './contract';
import { tailsFor, valuesOf } from './commands';
import { answeredOnce, badLink, badPage, deadOf, died, leadOf, stepsOf } from './dead-links';
import { orInstead } from './edited';
import { holderOf, linesIn, openToken } from './link-tokens';
import { readingOf, wake, type Machine } from './machine';
import { answerMine, showMine } from './mine';
import { askForLink, askPage, sendLink } from './mine-links';
import { fieldsOf, stepOf } from './wire';

const words = {
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

/** A genuine token of a page about a record. */
interface Linked {
  readonly claim: Claim;
  readonly page: LinkPage;
}

const linesOfClaim = (machine: Machine, view: View, { r, n, h }: Claim): readonly RecordRow[] =>
  linesIn(view, machine.product.register(r)!, n, h);

function actingAs(holder: Person | undefined, language: Language): string {
  if (!holder) return say(words.actingGuest, language);
  return say(words.acting, language, { name: holder.label, email: holder.email });
}

/** GET and this call change nothing: scanners of mail may open the link and run the page as often as they like. */
export function page(machine: Machine, input: Calls['page']['input']): PageValue {
  const { token, language } = input;
  if (token === '') return askPage(machine, language);
  const opened = openToken(machine, token);
  if (!opened) return badPage(language ?? 'zh', '');
  const { claim, page: linked } = opened;
  return linked ? showLinked(machine, { claim, page: linked }, language) : showMine(machine, claim, input);
}

function showLinked(machine: Machine, opened: Linked, asked: Language | undefined): PageValue {
  const { claim } = opened;
  const register = machine.product.register(claim.r)!;
  const looking = { register, looks: stepsOf(machine, opened.page).map(([, step]) => step) };
  const looked = needsOf(machine.product, looking);
  const first = openView(readingOf(machine, holderOf(machine, claim)), register.workbook, {
    ...looked,
    records: [{ register, no: claim.n, row: claim.h }, ...looked.records],
  });
  const lines = linesOfClaim(machine, first, claim);
  const language = asked ?? first.facts.language;
  const agency = first.facts.setting<string>('agency.name');
  if (lines.length === 0) return badPage(language, agency);
  const facts: Facts = { ...factsFor(first.facts, opened, lines[0]!), language };
  const dead = deadOf(machine, opened.claim, opened.page, lines, facts);
  const record = leadOf(opened.page, lines, facts);
  const shared = {
    language,
    agency,
    title: say(opened.page.title, language),
    actingAs: actingAs(facts.directory.person(claim.u), language),
  };
  if (dead) return { ...shared, sentence: claim.n, facts: [], steps: [], dead };
  return {
    ...shared,
    sentence: opened.page.sentence(record, facts),
    facts: opened.page.facts(record, facts, lines).map(([label, text]) => ({ label, text })),
    ...offeredOn(
      machine,
      opened.page,
      lines,
      facts,
      language,
      relatedOf(machine.product, first, looking, valuesOf(lines)),
    ),
  };
}

/** A guest is known by the address in the record, which is only known now. */
function factsFor(facts: Facts, { claim, page: linked }: Linked, record: RecordRow): Facts {
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
    return {
      steps: open.map(([key, step]) => stepOf(machine.product, register, key, step, lines, facts, language, related)),
    };
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

/** A person's click. The token dies with it: the record moves on, and the link is for the state that it was in. */
export function answer(machine: Machine, input: Calls['answer']['input']): Calls['answer']['value'] {
  if (input.answer === sendLink) return askForLink(machine, input);
  const opened = openToken(machine, input.token);
  if (!opened) throw badLink();
  const { claim, page: linked } = opened;
  if (!linked) return answerMine(machine, claim, input);
  if (input.at || input.create) throw badLink();
  const { outcome, language, done } = linked.creates
    ? answerByRecord(machine, { claim, page: linked }, input)
    : answerByStep(machine, { claim, page: linked }, input);
  const written = machine.product.register(linked.creates?.register ?? linked.register)!;
  if (outcome.mail) wake(machine, machine.ports.clock.now(), written.workbook);
  return { title: say(words.saved, language), message: say(done ?? words.thanks, language) };
}

interface Answered {
  readonly outcome: Outcome;
  readonly language: Language;
  readonly done: Words | undefined;
}

function answerByStep(machine: Machine, opened: Linked, input: Calls['answer']['input']): Answered {
  const { claim, page: linked } = opened;
  const register = machine.product.register(claim.r)!;
  const workflow = machine.product.workflow(claim.r);
  const step = workflow?.transitions[input.answer];
  if (!workflow || !step || step.page !== linked.key) throw new Refusal({ words: words.step });
  let language: Language | undefined;
  const reading = readingOf(machine, holderOf(machine, claim));
  const looking = { register, looks: [step] };
  const looked = needsOf(machine.product, looking);
  const command: Command = {
    workbook: register.workbook,
    requestId: `${claim.n}.${input.requestId}`,
    call: `answer ${input.answer}`,
    needs: {
      ...looked,
      records: [{ register, no: claim.n, row: claim.h }, ...looked.records],
      tails: tailsFor(machine, step),
      open: true,
    },
    decide(view) {
      const lines = linesOfClaim(machine, view, claim);
      if (lines.length === 0) throw badLink();
      const facts = factsFor(view.facts, opened, lines[0]!);
      language = input.language ?? facts.language;
      const dead = deadOf(machine, claim, linked, lines, { ...facts, language });
      if (dead) throw died(dead);
      const record = leadOf(linked, lines, facts);
      return decideTransition(machine.product, workflow, input.answer, record, given(input), facts, view.numbers, {
        parties: [linked.holder],
        lines,
        related: relatedOf(machine.product, view, looking, valuesOf(lines)),
      });
    },
  };
  const at = { register: register.key, no: claim.n, row: claim.h };
  const outcome = orInstead(machine, at, () => run(reading, command));
  language ??= input.language ?? openView(reading, register.workbook, {}).facts.language;
  return { outcome, language, done: step.done };
}

const given = (input: Calls['answer']['input']): Readonly<Record<string, Value>> => input.input ?? {};

/** The answer becomes a record of another register, once a record. */
function answerByRecord(machine: Machine, opened: Linked, input: Calls['answer']['input']): Answered {
  const { claim, page: linked } = opened;
  const creates = linked.creates!;
  const source = machine.product.register(claim.r)!;
  const target = machine.product.register(creates.register)!;
  const reading = readingOf(machine, holderOf(machine, claim));
  const asked = openView(reading, source.workbook, { records: [{ register: source, no: claim.n, row: claim.h }] });
  const lines = linesOfClaim(machine, asked, claim);
  if (lines.length === 0) throw badLink();
  const language = input.language ?? asked.facts.language;
  const requestId = `${claim.n}.${input.requestId}`;
  const outcome = run(reading, {
    workbook: target.workbook,
    requestId,
    call: `answer ${linked.key}`,
    needs: { tails: [target], lookups: [{ register: target, column: creates.onceBy }] },
    decide(view) {
      const dead =
        deadOf(machine, claim, linked, lines, { ...factsFor(view.facts, opened, lines[0]!), language }) ??
        (view.taken(target.key, creates.onceBy, claim.n) ? answeredOnce(language) : undefined);
      if (dead) throw died(dead);
      const asks = Object.fromEntries(
        creates.asks.map((key) => [key, target.columns[key]!.fromInput(given(input)[key] ?? null)]),
      );
      const values = { ...asks, ...creates.values(lines[0]!), [creates.onceBy]: claim.n };
      return decideMade(machine.product, target, values, view.facts, view.numbers).plan;
    },
  });
  return { outcome, language, done: creates.done };
}
