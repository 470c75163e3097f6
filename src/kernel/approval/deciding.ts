// How a step is decided: approved, declined or sent back by whom it waits for; never by who asks, never what nobody has asked.
import { longText, money, type Column } from '../columns';
import type { Sentence } from '../errors';
import { away, samePerson, type Facts, type Person } from '../facts';
import { isEmpty, text, type RecordRow, type Values } from '../values';
import type { Words } from '../words';
import { personIn, type Case, type Guard, type Telling, type Transition } from '../workflow';
import {
  askersOf,
  contentOf,
  isAsAsked,
  letterKey,
  named,
  pageKey,
  passageOf,
  routeOf,
  states,
  type Approval,
  type ApprovalStep,
} from './approval';
import { ask, nobodysTurn, stopValues } from './asking';
import { deciders, decisionsOf, noted, verdicts, type Decision, type Verdict } from './decisions';
import { deciderOf, nextStop, type Stop } from './route';

const words = {
  comment: { zh: '意见', en: 'Comment' },
  why: { zh: '原因', en: 'Reason' },
  amount: { zh: '请输入金额（元）', en: 'Type the amount (CNY)' },
  amountHelp: {
    zh: '照申请的合计金额输入，以示核对。',
    en: 'As the request’s total, to show that you have checked it.',
  },
  wrongAmount: { zh: '与申请的合计金额 {amount} 元不符。', en: 'The request’s total is {amount}.' },
  own: {
    zh: '不能审批自己的申请，也不能审批自己登记的申请。',
    en: 'Nobody decides on their own request, nor on one that they have filed.',
  },
  twice: {
    zh: '您已审批过前一步，这一步须由另一人审批。',
    en: 'You have decided a step before; this one is for somebody else.',
  },
  changed: {
    zh: '送审以后内容改过，不能按原来的审批。正在按现在的内容重新送审，请看新的邮件。',
    en: 'It was changed after it was sent for approval. It is being sent again as it is now; please see the new e-mail.',
  },
  approved: { zh: '已同意，谢谢。', en: 'Approved. Thank you.' },
  declined: { zh: '已答复申请人：不同意。', en: 'The applicant is told: declined.' },
  returned: { zh: '已退回申请人补充。', en: 'Sent back to the applicant.' },
} satisfies Record<string, Words>;

/** Who acts: where somebody signed in has opened the link of another, they. */
export function actorLabel({ actor, directory }: Facts): string {
  const signedIn = actor.via === 'link' ? directory.person(actor.account) : undefined;
  return (signedIn ?? directory.person(actor.person))?.label ?? actor.account;
}

/** By name, or by the account that a stand-in has opened somebody's link with. */
const isActor = (people: readonly string[], { actor, directory }: Facts): boolean =>
  people.some((one) => [actor.person, actor.account].some((who) => samePerson(one, who, directory)));

/** The amount, where money is spent. */
export const amountAsk = ({ amount }: ApprovalStep): Readonly<Record<string, Column>> =>
  amount ? { amount: money(words.amount, { required: true, help: words.amountHelp }) } : {};

export function stepFaults(step: ApprovalStep, c: Case): Readonly<Record<string, Sentence>> {
  const wanted = step.amount?.(c.lines.map(({ record }) => record));
  const wrong = wanted !== undefined && c.input['amount'] !== wanted;
  return {
    ...step.faults?.(c),
    ...(wrong && { amount: { words: words.wrongAmount, values: { amount: wanted.toFixed(2) } } }),
  };
}

export const perLine = ({ lineAsks, lineDefaults, lineNote, reads }: ApprovalStep): Partial<Transition> => ({
  ...(lineAsks && { lineAsks }),
  ...(lineDefaults && { lineDefaults }),
  ...(lineNote && { lineNote }),
  ...(reads && { reads }),
});

/** What was changed by hand is asked about anew, from the first step on. */
export const changedGuard = (approval: Approval): Guard => ({
  article: approval.article,
  sentence: words.changed,
  applies: ({ lines }) => lines.some(({ record }) => !isAsAsked(approval, record)),
  instead: 'askAnew',
});

/** Where the request goes when `by` has approved the step. */
export function onward(approval: Approval, index: number, { record, facts }: Case, by: string): Stop {
  const passage = passageOf(approval, record.values);
  return nextStop(routeOf(approval), index + 1, { ...passage, decided: [...passage.decided, by] }, facts);
}

/** The steps that are decided with this one: those before it that fell to the same person. */
const decidedWith = ({ steps }: Approval, index: number, record: RecordRow): readonly ApprovalStep[] => {
  const done = decisionsOf(record).flatMap((one) => one.steps);
  return steps.filter(({ key }, at) => at <= index && !done.includes(key));
};

/** In whose place somebody decides, if in anybody's: of whom it waits for, or of whom it falls to by rights. */
function inPlaceOf(approval: Approval, [first]: readonly ApprovalStep[], c: Case, by: string): string | undefined {
  const { record, facts } = c;
  const rightful = first && deciderOf(first, passageOf(approval, record.values), facts)?.label;
  return [text(record.values['approver']), rightful ?? ''].find(
    (one) => one !== '' && !samePerson(one, by, facts.directory),
  );
}

/** What decides, besides whom the step falls to. */
export type How = Pick<Decision, 'by' | 'way' | 'comment' | 'paper'>;

/** Who says it, how they are known, and what they say about it. */
function said({ facts, input }: Case): How {
  const comment = text(input['comment']).replace(/\s+/g, ' ');
  const way = facts.actor.via === 'link' ? 'link' : 'account';
  return { by: actorLabel(facts), way, ...(comment && { comment }) };
}

function decisionOf(
  approval: Approval,
  own: readonly ApprovalStep[],
  c: Case,
  verdict: Verdict,
  { by, ...how }: How,
): Decision {
  const other = inPlaceOf(approval, own, c, by);
  const steps = own.map(({ key }) => key);
  return { steps, verdict, by, ...(other !== undefined && { inPlaceOf: other }), at: c.facts.now, ...how };
}

/** What approving leaves in each line: the decision, where the request goes on, and what has been approved. */
export function approvedValues(approval: Approval, index: number, c: Case, how: How): Values {
  const { record, facts } = c;
  const next = onward(approval, index, c, how.by);
  const own = decidedWith(approval, index, record);
  const set = Object.assign({}, ...own.map((step) => step.sets?.(c, how.by))) as Values;
  const content = contentOf(approval, { ...record.values, ...set }, facts);
  const passed = passedOver(approval, index, next, c);
  const whole = (one: Decision): Decision => ({ ...one, steps: [...one.steps, ...passed(one.by)] });
  const decision = decisionOf(approval, own, c, 'approve', how);
  return {
    ...set,
    ...stopValues(next, facts),
    ...noted(record, decisionsOf(record).map(whole), whole(decision), facts.language),
    askedContent: next.approver ? content : null,
    approvedContent: next.approver ? null : content,
  };
}

/** The later steps that are asked of nobody, because whose they are has decided already. */
function passedOver(
  approval: Approval,
  index: number,
  next: Stop,
  { record, facts }: Case,
): (by: string) => readonly string[] {
  const { steps } = approval;
  const end = steps.findIndex(({ state }) => state === next.state);
  const passage = passageOf(approval, record.values);
  return (by) =>
    steps
      .slice(index + 1, end < 0 ? steps.length : end)
      .filter((step) => isDecider(deciderOf(step, passage, facts), by, facts))
      .map(({ key }) => key);
}

const isDecider = (person: Person | undefined, by: string, { directory }: Facts): boolean =>
  person !== undefined && samePerson(person.staffNo, by, directory);

/** What is told when a step is approved: whoever decides next, or the applicant and who carries it out. */
export function tellsOnward(approval: Approval): readonly Telling[] {
  const ends = ({ record }: Case): boolean => isEmpty(record.values['approver']);
  const told: Telling[] = [ask(approval), { letter: letterKey(approval, 'answer'), when: ends }];
  if (!approval.carriedOutBy) return told;
  // The applicant reads the answer.
  const who = ({ record: { values }, facts }: Case, person: Person): boolean =>
    !away(person, facts.today) && !samePerson(text(values[approval.applicant]), person.staffNo, facts.directory);
  return [...told, { letter: letterKey(approval, 'carry-out'), when: ends, who }];
}

function approving(approval: Approval, index: number, unless: readonly Guard[]): Transition {
  const step = approval.steps[index]!;
  return {
    article: step.article,
    label: verdicts.approve,
    look: 'main',
    from: [step.state],
    to: [...states(approval).slice(index + 1), approval.approved],
    by: [personIn('approver')],
    unless,
    page: pageKey(approval),
    asks: { ...amountAsk(step), comment: longText(words.comment) },
    ...perLine(step),
    faults: (c) => stepFaults(step, c),
    settle: (c) => onward(approval, index, c, actorLabel(c.facts)).state,
    sets: (c) => approvedValues(approval, index, c, said(c)),
    tells: tellsOnward(approval),
    done: words.approved,
  };
}

function closing(
  approval: Approval,
  verdict: Exclude<Verdict, 'approve'>,
  [to, done]: readonly [state: string, done: Words],
  unless: readonly Guard[],
): Transition {
  const waiting = states(approval);
  return {
    article: approval.article,
    label: verdicts[verdict],
    look: verdict === 'decline' ? 'danger' : 'plain',
    from: waiting,
    to: [to],
    by: [personIn('approver')],
    unless,
    page: pageKey(approval),
    asks: { comment: longText(words.why, { required: true }) },
    sets(c) {
      const { record, facts } = c;
      const own = decidedWith(approval, waiting.indexOf(text(record.values['state'])), record);
      const decision = decisionOf(approval, own, c, verdict, said(c));
      return { ...stopValues(nobodysTurn, facts), ...noted(record, decisionsOf(record), decision, facts.language) };
    },
    tells: [{ letter: letterKey(approval, 'answer') }],
    done,
  };
}

/** The transitions by which a request is decided. */
export function decidingOf(approval: Approval): Readonly<Record<string, Transition>> {
  const { article, steps } = approval;
  const own: Guard = {
    article,
    sentence: words.own,
    applies: ({ record, facts }) => isActor(askersOf(approval, record.values), facts),
  };
  /** Whoever stands in for a later step must be somebody else than who has decided an earlier one. */
  const twice: Guard = {
    article,
    sentence: words.twice,
    applies({ record, facts }) {
      const same = (one: string): boolean => samePerson(one, actorLabel(facts), facts.directory);
      return !same(text(record.values['approver'])) && deciders(record).some(same);
    },
  };
  return {
    ...Object.fromEntries(
      steps.map((step, index) => [
        named('approve', step),
        approving(approval, index, [own, twice, changedGuard(approval)]),
      ]),
    ),
    decline: closing(approval, 'decline', ['declined', words.declined], [own]),
    sendBack: closing(approval, 'sendBack', ['returned', words.returned], [own]),
  };
}
