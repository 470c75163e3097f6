// A request that must be approved, as data: its steps become transitions, a page for the link, e-mails and a job.
import type { Column } from '../columns';
import { day, longText, money, text as textColumn } from '../columns';
import type { Sentence } from '../errors';
import { samePerson, type Facts } from '../facts';
import type { Register } from '../register';
import { isEmpty, text, type RecordRow, type Values } from '../values';
import { say, type Words } from '../words';
import { clock, personIn, role, type Case, type Guard, type Opening, type Transition } from '../workflow';
import { deciders, decisionsOf, noted, trailWith, verdicts, type Decision, type Verdict } from './decisions';
import { nextLevel, nextStop, standInFor, type Route, type Stage, type Stop } from './route';

export interface ApprovalStep extends Stage {
  readonly key: string;
  readonly article: string;
  /** Who decides it, as a title: 部门负责人. */
  readonly title: Words;
  /** Where money is spent: the amount that whoever decides must type. */
  amount?(lines: readonly RecordRow[]): number;
  readonly lineAsks?: Readonly<Record<string, Column>>;
  lineDefaults?(record: RecordRow, related: Case['related']): Values;
  lineNote?(record: RecordRow, facts: Facts, related: Case['related']): string;
  readonly reads?: readonly string[];
  faults?(c: Case): Readonly<Record<string, Sentence>>;
  /** What deciding it writes into each line. */
  sets?(c: Case): Values;
}

export interface Approval extends Omit<Route, 'stages'> {
  readonly register: Register;
  readonly article: string;
  readonly steps: readonly ApprovalStep[];
  /** States after the approval from which it can still be withdrawn: nothing has been carried out yet. */
  readonly untouched: readonly string[];
  /** Columns of the request itself: what is approved, and what the applicant may mend when it comes back. */
  readonly content: readonly string[];
  /** What is asked, in a few words, for the subject. */
  gist(lines: readonly RecordRow[], facts: Facts): string;
  facts(lines: readonly RecordRow[], facts: Facts): readonly (readonly [string, string])[];
}

export const pageKey = ({ register }: Approval): string => `${register.key}-decision`;
export const paperPageKey = ({ register }: Approval): string => `${register.key}-paper`;
export const letterKey = ({ register }: Approval, what: 'ask' | 'remind' | 'answer' | 'paper'): string =>
  `${register.key}-${what}`;

export const states = ({ steps }: Approval): readonly string[] => steps.map(({ state }) => state);
const approver = personIn('approver');

const words = {
  comment: { zh: '意见', en: 'Comment' },
  why: { zh: '原因', en: 'Reason' },
  amount: { zh: '请输入金额（元）', en: 'Type the amount (CNY)' },
  amountHelp: {
    zh: '照申请的合计金额输入，以示核对。',
    en: 'As the request’s total, to show that you have checked it.',
  },
  wrongAmount: { zh: '与申请的合计金额 {amount} 元不符。', en: 'The request’s total is {amount}.' },
  resubmit: { zh: '补充后重新提交', en: 'Complete and submit again' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  withdrawSure: {
    zh: '撤回后不能恢复，需要时请重新申请。确定撤回？',
    en: 'This cannot be undone. Withdraw the request?',
  },
  paper: { zh: '登记纸质签字', en: 'Enter a signature on paper' },
  paperRef: { zh: '纸质单据的存放编号或链接', en: 'File number or link of the paper' },
  signedOn: { zh: '签字日期', en: 'Signed on' },
  object: { zh: '这不是我签的', en: 'I did not sign this' },
  pass: { zh: '转给代理人', en: 'Passed to the stand-in' },
  escalate: { zh: '转给上一级', en: 'Passed to the next level' },
  remind: { zh: '催办', en: 'Reminded' },
  own: { zh: '不能审批自己的申请。', en: 'Nobody decides on their own request.' },
  approved: { zh: '已同意，谢谢。', en: 'Approved. Thank you.' },
  declined: { zh: '已答复申请人：不同意。', en: 'The applicant is told: declined.' },
  returned: { zh: '已退回申请人补充。', en: 'Sent back to the applicant.' },
  objected: {
    zh: '已记下您的异议，申请退回到您这一步。',
    en: 'Your objection is noted; the request waits for you again.',
  },
} satisfies Record<string, Words>;

export const total = (lines: readonly RecordRow[], price: string, quantity: string): number =>
  Math.round(
    lines.reduce((sum, { values }) => sum + Number(values[price] ?? 0) * Number(values[quantity] ?? 0), 0) * 100,
  ) / 100;

/** Who decides: where somebody signed in has opened the link of another, they. */
function deciderOf({ actor, directory }: Facts): string {
  const signedIn = actor.via === 'link' ? directory.person(actor.account) : undefined;
  return (signedIn ?? directory.person(actor.person))?.label ?? actor.account;
}

/** A decision that is being made. */
function deciding({ record, facts, input }: Case, steps: readonly string[], verdict: Verdict): Decision {
  const by = deciderOf(facts);
  const meant = text(record.values['approver']);
  const comment = text(input['comment']).replace(/\s+/g, ' ');
  return {
    steps,
    verdict,
    by,
    ...(meant !== '' && !samePerson(meant, by, facts.directory) && { inPlaceOf: meant }),
    at: facts.now,
    way: facts.actor.via === 'link' ? 'link' : 'account',
    ...(comment && { comment }),
  };
}

/** The request word for word: what an approval is about, and what is carried out must still be. */
export const contentOf = ({ content }: Approval, { values }: RecordRow): string =>
  JSON.stringify(content.map((key) => values[key] ?? null));

function stopValues({ approver: next }: Stop, facts: Facts): Values {
  return { approver: next?.label ?? null, askedAt: next ? facts.now.slice(0, 16) : null, remindedAt: null };
}

const routeOf = (approval: Approval): Route => ({ ...approval, stages: approval.steps });

/** By name, or by the account that a stand-in has opened somebody's link with. */
const isOwn = ({ record, facts: { actor, directory } }: Case, column: string): boolean =>
  [actor.person, actor.account].some((who) => samePerson(text(record.values[column]), who, directory));

const asks = { letter: 'ask', when: (c: Case) => !isEmpty(c.record.values['approver']) } as const;

const named = (prefix: string, { key }: ApprovalStep): string => prefix + key[0]!.toUpperCase() + key.slice(1);

/** The transition by which a request in this state is approved. */
export function approveKey({ steps }: Approval, state: string): string | undefined {
  const step = steps.find((one) => one.state === state);
  return step && named('approve', step);
}

/** Where a request stands once it is submitted, and what is written into it. */
export function submitted(approval: Approval, values: Values, facts: Facts): { state: string; values: Values } {
  const first = nextStop(routeOf(approval), 0, values, [], facts);
  const fresh = { round: null, paperStep: null, paperApprover: null };
  return { state: first.state, values: { ...stopValues(first, facts), ...fresh } };
}

/** How a request begins: with the first who must decide it. */
export function openingOf(approval: Approval, by: Opening['by']): Opening {
  return {
    article: approval.article,
    by,
    in: [...states(approval), approval.approved],
    state: (values, facts) => submitted(approval, values, facts).state,
    sets: (values, facts) => submitted(approval, values, facts).values,
    tells: [{ ...asks, letter: letterKey(approval, 'ask') }],
  };
}

/** The transitions of the approval; a chapter adds those that carry it out. */
export function transitionsOf(approval: Approval): Readonly<Record<string, Transition>> {
  const { steps, applicant } = approval;
  const waiting = states(approval);
  const ask = { ...asks, letter: letterKey(approval, 'ask') };
  const answer = { letter: letterKey(approval, 'answer') };
  const notOwn: Guard = { article: approval.article, sentence: words.own, applies: (c) => isOwn(c, applicant) };
  const comment = (required: boolean): Column => longText(required ? words.why : words.comment, { required });

  const onward = (index: number, c: Case): Stop => {
    const decided = [...deciders(c.record), c.facts.actor.person, text(c.record.values['approver'])];
    return nextStop(routeOf(approval), index + 1, c.record.values, decided.filter(Boolean), c.facts);
  };
  const ends = ({ record }: Case): boolean => isEmpty(record.values['approver']);

  const approving = (index: number): Transition => {
    const step = steps[index]!;
    const { amount } = step;
    return {
      article: step.article,
      label: verdicts.approve,
      look: 'main',
      from: [step.state],
      to: [...waiting.slice(index + 1), approval.approved],
      by: [approver],
      unless: [notOwn],
      page: pageKey(approval),
      asks: {
        ...(amount && { amount: money(words.amount, { required: true, help: words.amountHelp }) }),
        comment: comment(false),
      },
      ...perLine(step),
      faults: (c) => {
        const wanted = amount?.(c.lines.map(({ record }) => record));
        const wrong: Record<string, Sentence> = { ...step.faults?.(c) };
        if (wanted !== undefined && c.input['amount'] !== wanted)
          wrong['amount'] = { words: words.wrongAmount, values: { amount: wanted.toFixed(2) } };
        return wrong;
      },
      settle: (c) => onward(index, c).state,
      sets: (c) => decidedValues(step, c, onward(index, c), deciding(c, [step.key], 'approve')),
      tells: [ask, { ...answer, when: ends }],
      done: words.approved,
    };
  };
  const decidedValues = (step: ApprovalStep, c: Case, next: Stop, decision: Decision): Values => {
    const set = step.sets?.(c);
    const after: RecordRow = { ...c.record, values: { ...c.record.values, ...set } };
    return {
      ...set,
      ...stopValues(next, c.facts),
      ...noted(c.record, decisionsOf(c.record), decision, c.facts.language),
      ...(next.approver === undefined && { approvedContent: contentOf(approval, after) }),
    };
  };
  const perLine = ({ lineAsks, lineDefaults, lineNote, reads }: ApprovalStep): Partial<Transition> => ({
    ...(lineAsks && { lineAsks }),
    ...(lineDefaults && { lineDefaults }),
    ...(lineNote && { lineNote }),
    ...(reads && { reads }),
  });

  const onPaper = (index: number): Transition => {
    const step = steps[index]!;
    return {
      article: step.article,
      label: words.paper,
      from: [step.state],
      to: [...waiting.slice(index + 1), approval.approved],
      by: [role('front')],
      unless: [notOwn],
      asks: {
        paperRef: textColumn(words.paperRef, { required: true }),
        signedOn: day(words.signedOn, { required: true, past: true, default: ({ today }) => today }),
      },
      ...perLine(step),
      faults: (c) => step.faults?.(c) ?? {},
      settle: (c) => onward(index, c).state,
      sets: (c) => {
        const meant = text(c.record.values['approver']);
        const decision: Decision = {
          steps: [step.key],
          verdict: 'approve',
          by: meant,
          at: c.facts.now,
          way: 'paper',
          paper: {
            ref: text(c.input['paperRef']),
            signedOn: text(c.input['signedOn']),
            enteredBy: deciderOf(c.facts),
          },
        };
        return { ...decidedValues(step, c, onward(index, c), decision), paperStep: step.state, paperApprover: meant };
      },
      tells: [{ letter: letterKey(approval, 'paper') }, ask, { ...answer, when: ends }],
    };
  };

  const closing = (key: 'decline' | 'sendBack', to: string, done: Words): Transition => ({
    article: approval.article,
    label: verdicts[key],
    look: key === 'decline' ? 'danger' : 'plain',
    from: waiting,
    to: [to],
    by: [approver],
    unless: [notOwn],
    page: pageKey(approval),
    asks: { comment: comment(true) },
    sets: (c) => {
      const own = steps.filter(({ state }) => state === c.record.values['state']).map((step) => step.key);
      const decision = deciding(c, own, key);
      return {
        ...stopValues({ state: to, approver: undefined }, c.facts),
        ...noted(c.record, decisionsOf(c.record), decision, c.facts.language),
      };
    },
    tells: [answer],
    done,
  });

  const { columns, lines: lineKeys = [] } = approval.register;
  const mend = (ofLines: boolean): Readonly<Record<string, Column>> =>
    Object.fromEntries(
      approval.content
        .filter((key) => key !== applicant && columns[key]!.by === 'hand' && lineKeys.includes(key) === ofLines)
        .map((key) => [key, columns[key]!]),
    );

  const passing = (label: Words, to: (c: Case) => Stop['approver']): Transition => ({
    article: approval.article,
    label,
    from: waiting,
    to: waiting,
    by: [clock],
    when: (c) => to(c) !== undefined,
    settle: ({ record }) => text(record.values['state']),
    sets: (c) => ({
      ...stopValues({ state: '', approver: to(c) }, c.facts),
      ...trailWith(
        c.record,
        `${text(c.record.values['approver'])} → ${to(c)?.label ?? ''} · ${c.facts.language === 'en' ? label.en : label.zh} · ${c.facts.today}`,
      ),
    }),
    tells: [ask],
  });
  const applicantOf = ({ record }: Case): string => text(record.values[applicant]);
  const approverOf = ({ record, facts }: Case) => facts.directory.person(text(record.values['approver']));
  const standIn = (c: Case): Stop['approver'] => {
    const present = approverOf(c);
    return present && standInFor(present, applicantOf(c), c.facts);
  };
  const superior = (c: Case): Stop['approver'] => {
    const present = approverOf(c);
    return present && (standInFor(present, applicantOf(c), c.facts) ?? nextLevel(present, applicantOf(c), c.facts));
  };

  const each = (prefix: string, make: (index: number) => Transition): Readonly<Record<string, Transition>> =>
    Object.fromEntries(steps.map((step, index) => [named(prefix, step), make(index)]));

  return {
    ...each('approve', approving),
    decline: closing('decline', 'declined', words.declined),
    sendBack: closing('sendBack', 'returned', words.returned),
    ...each('paper', onPaper),
    resubmit: {
      article: approval.article,
      label: words.resubmit,
      look: 'main',
      from: ['returned'],
      to: [...waiting, approval.approved],
      by: [personIn(applicant), role('front')],
      asks: mend(false),
      ...(lineKeys.length > 0 && { lineAsks: mend(true), lineDefaults: ({ values }) => values }),
      settle: (c) => submitted(approval, { ...c.record.values, ...c.input }, c.facts).state,
      sets: (c) => ({
        ...c.input,
        ...submitted(approval, { ...c.record.values, ...c.input }, c.facts).values,
      }),
      tells: [ask],
    },
    withdraw: {
      article: approval.article,
      label: words.withdraw,
      look: 'danger',
      from: [...waiting, 'returned', ...approval.untouched],
      to: ['cancelled'],
      by: [personIn(applicant)],
      confirm: words.withdrawSure,
      sets: () => ({ approver: null, askedAt: null, remindedAt: null }),
    },
    objectToPaper: {
      article: approval.article,
      label: words.object,
      look: 'danger',
      from: [...waiting, ...approval.untouched],
      to: waiting,
      by: [],
      when: ({ record }) => !isEmpty(record.values['paperStep']),
      page: paperPageKey(approval),
      settle: ({ record }) => text(record.values['paperStep']),
      sets: (c) => {
        const meant = text(c.record.values['paperApprover']);
        const signed = text(c.record.values['paperStep']);
        const step = steps.find(({ state }) => state === signed);
        const others = decisionsOf(c.record).filter((one) => !one.steps.includes(step?.key ?? ''));
        return {
          approver: meant,
          askedAt: c.facts.now.slice(0, 16),
          remindedAt: null,
          round: others.length > 0 ? JSON.stringify(others) : null,
          approvedContent: null,
          paperStep: null,
          paperApprover: null,
          ...trailWith(
            c.record,
            [meant, say(words.object, c.facts.language), c.facts.now.slice(0, 16).replace('T', ' ')].join(' · '),
          ),
        };
      },
      tells: [ask],
      done: words.objected,
    },
    passOn: passing(words.pass, standIn),
    escalate: passing(words.escalate, superior),
    remind: {
      article: approval.article,
      label: words.remind,
      from: waiting,
      to: waiting,
      by: [clock],
      settle: ({ record }) => text(record.values['state']),
      sets: ({ facts }) => ({ remindedAt: facts.now.slice(0, 16) }),
      tells: [{ letter: letterKey(approval, 'remind') }],
    },
  };
}

/** Whether the request is still word for word what was approved; by hand anything can be typed into a tab. */
export const isAsApproved = (approval: Approval, record: RecordRow): boolean =>
  text(record.values['approvedContent']) === contentOf(approval, record);
