// How a request is put to somebody: when it is submitted, completed, changed, passed on, or its e-mail is sent again.
import { addMinutes } from '../civil';
import type { Column } from '../columns';
import type { Sentence } from '../errors';
import type { Facts, Person } from '../facts';
import { readHistory } from '../history';
import { isEmpty, text, type RecordRow, type Values } from '../values';
import { say, type Words } from '../words';
import { clock, personIn, role, type Case, type Guard, type Opening, type Telling, type Transition } from '../workflow';
import { contentOf, isAsAsked, letterKey, passageOf, routeOf, states, type Approval } from './approval';
import { decisionsOf, trailWith } from './decisions';
import { askedAt, nextLevel, nextStop, standInFor, type Stop } from './route';

const words = {
  notOwnDepartment: {
    zh: '请填申请人自己的部门（{own}）：只有前台可以替别的部门申请。',
    en: 'Please name the applicant’s own department ({own}): only the front desk asks for other departments.',
  },
  resubmit: { zh: '补充后重新提交', en: 'Complete and submit again' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  withdrawSure: {
    zh: '撤回后不能恢复，需要时请重新申请。确定撤回？',
    en: 'This cannot be undone. Withdraw the request?',
  },
  anew: { zh: '内容改过，重新送审', en: 'Changed, and asked anew' },
  again: { zh: '重发邮件', en: 'Send the e-mail again' },
  againDone: { zh: '邮件马上重发。', en: 'The e-mail is being sent again.' },
  tooSoon: { zh: '邮件刚发过，10 分钟内不重发。', en: 'It has just been sent: not again within 10 minutes.' },
  pass: { zh: '转给代理人', en: 'Passed to the stand-in' },
  escalate: { zh: '转给上一级', en: 'Passed to the next level' },
  remind: { zh: '催办', en: 'Reminded' },
} satisfies Record<string, Words>;

/** As long as somebody may still be typing into the next cell, no letter tells of the change. */
export const restMinutes = 2;
/** So long the e-mail is not sent again; the sentence says so, too. */
const againMinutes = 10;

/** Whom a request waits for, and since when. */
export function stopValues({ approver, had }: Pick<Stop, 'approver' | 'had'>, { now }: Facts): Values {
  return {
    approver: approver?.label ?? null,
    askedAt: approver ? now.slice(0, 16) : null,
    remindedAt: null,
    asked: had.map(({ label }) => label).join('\n') || null,
  };
}
export const nobodysTurn = { approver: undefined, had: [] };

/** A round that is over before anything was approved by it. */
export const noRound: Values = {
  approver: null,
  askedAt: null,
  remindedAt: null,
  asked: null,
  askedContent: null,
  approvedContent: null,
  round: null,
  paperSigners: null,
};

/** The first question of a round: where the request stands, and what is written into it. */
export function submitted(approval: Approval, values: Values, facts: Facts): { state: string; values: Values } {
  const { askers } = passageOf(approval, values);
  const passage = { values, askers: [...askers, facts.actor.person], decided: [] };
  const first = nextStop(routeOf(approval), 0, passage, facts);
  const open = Object.fromEntries((approval.granted ?? []).map((key) => [key, null]));
  return {
    state: first.state,
    values: {
      ...noRound,
      ...open,
      ...stopValues(first, facts),
      askedContent: contentOf(approval, { ...values, ...open }, facts),
    },
  };
}

/** Nobody chooses who decides by naming another department. */
export function departmentFaults(
  { applicant, department }: Approval,
  values: Values,
  { directory }: Facts,
): Readonly<Record<string, Sentence>> {
  const asks = directory.person(text(values[applicant]));
  const own = directory.department(asks?.department ?? '');
  if (!department || !asks || !own || asks.roles.includes('front')) return {};
  if (isEmpty(values[department]) || directory.department(text(values[department])) === own) return {};
  return { [department]: { words: words.notOwnDepartment, values: { own: own.name } } };
}

export const ask = (approval: Approval): Telling => ({
  letter: letterKey(approval, 'ask'),
  when: ({ record }) => !isEmpty(record.values['approver']),
});

/** How a request begins: with the first who must decide it. */
export function openingOf(approval: Approval, by: Opening['by']): Opening {
  return {
    article: approval.article,
    by,
    in: states(approval),
    state: (values, facts) => submitted(approval, values, facts).state,
    sets: (values, facts) => submitted(approval, values, facts).values,
    faults: (values, facts) => departmentFaults(approval, values, facts),
    tells: [ask(approval)],
  };
}

const hadBy = ({ values }: Pick<RecordRow, 'values'>): readonly string[] =>
  text(values['asked']).split('\n').filter(Boolean);

/** Whom a request is passed on to, and with that perhaps to a later step of theirs. */
function passedTo(
  approval: Approval,
  { values }: RecordRow,
  facts: Facts,
  to: (present: Person, barred: readonly string[], had: readonly string[]) => Person | undefined,
): Stop | undefined {
  const present = facts.directory.person(text(values['approver']));
  const index = states(approval).indexOf(text(values['state']));
  if (!present || index < 0) return undefined;
  const passage = passageOf(approval, values);
  const had = hadBy({ values });
  const next = to(present, [present.staffNo, ...had, ...passage.askers, ...passage.decided], had);
  const people = had.flatMap((one) => facts.directory.person(one) ?? []);
  return next && askedAt(routeOf(approval), index, next, people, passage, facts);
}

/** The stand-in of whom the step was asked of first: once, and no further. */
export const standInStop = (approval: Approval, record: RecordRow, facts: Facts): Stop | undefined =>
  passedTo(approval, record, facts, (present, barred, had) =>
    had.length > 1 ? undefined : standInFor(present, barred, facts),
  );

/** The stand-in, or else the next level that has not had the step. */
export const superiorStop = (approval: Approval, record: RecordRow, facts: Facts): Stop | undefined =>
  standInStop(approval, record, facts) ?? passedTo(approval, record, facts, (_, barred) => nextLevel(barred, facts));

function passing(approval: Approval, label: Words, stopOf: typeof standInStop): Transition {
  const waiting = states(approval);
  const stop = ({ record, facts }: Case): Stop | undefined => stopOf(approval, record, facts);
  return {
    article: approval.article,
    label,
    from: waiting,
    to: waiting,
    by: [clock],
    when: (c) => stop(c) !== undefined,
    settle: (c) => stop(c)!.state,
    sets(c) {
      const next = stop(c)!;
      const names = `${text(c.record.values['approver'])} → ${next.approver!.label}`;
      const line = [names, say(label, c.facts.language), c.facts.today].join(' · ');
      return { ...stopValues(next, c.facts), ...trailWith(c.record, line) };
    },
    tells: [ask(approval)],
  };
}

/** What was approved before the change is approved no more. */
function askAnew(approval: Approval): Transition {
  const waiting = states(approval);
  return {
    article: approval.article,
    label: words.anew,
    from: waiting,
    to: waiting,
    by: [clock],
    onEdit: true,
    when: ({ lines }) => lines.some(({ record }) => !isAsAsked(approval, record)),
    settle: ({ record, facts }) => submitted(approval, record.values, facts).state,
    sets({ record, facts }) {
      const line = [say(words.anew, facts.language), facts.now.slice(0, 16).replace('T', ' ')].join(' · ');
      return {
        ...submitted(approval, record.values, facts).values,
        ...(decisionsOf(record).length > 0 && trailWith(record, line)),
      };
    },
    tells: [{ letter: letterKey(approval, 'anew'), afterMinutes: restMinutes }],
  };
}

function sendAgain(approval: Approval): Transition {
  const waiting = states(approval);
  const tooSoon: Guard = {
    article: approval.article,
    sentence: words.tooSoon,
    applies({ record: { values }, facts: { now } }) {
      const sent = readHistory(values['history'] ?? null).filter(
        ({ what }) => what === 'sendAgain' || what === 'remind',
      );
      const last = [text(values['askedAt']), ...sent.map(({ at }) => at)].sort().pop()!;
      return last !== '' && addMinutes(last, againMinutes) > now.slice(0, 16);
    },
  };
  return {
    article: approval.article,
    label: words.again,
    from: waiting,
    to: waiting,
    stays: true,
    by: [personIn(approval.applicant), role('front')],
    unless: [tooSoon],
    tells: [ask(approval)],
    done: words.againDone,
  };
}

/** Columns of the request that the applicant may mend. */
function mend({ register, content, applicant }: Approval, ofLines: boolean): Readonly<Record<string, Column>> {
  const { columns, lines = [] } = register;
  const own = content.filter(
    (key) => key !== applicant && columns[key]!.by === 'hand' && lines.includes(key) === ofLines,
  );
  return Object.fromEntries(own.map((key) => [key, columns[key]!]));
}

function resubmit(approval: Approval): Transition {
  const filled = ({ record, input }: Case): Values => ({ ...record.values, ...input });
  return {
    article: approval.article,
    label: words.resubmit,
    look: 'main',
    from: ['returned'],
    to: states(approval),
    by: [personIn(approval.applicant), role('front')],
    asks: mend(approval, false),
    ...(approval.register.lines && { lineAsks: mend(approval, true), lineDefaults: ({ values }) => values }),
    faults: (c) => departmentFaults(approval, filled(c), c.facts),
    settle: (c) => submitted(approval, filled(c), c.facts).state,
    sets: (c) => ({ ...c.input, ...submitted(approval, filled(c), c.facts).values }),
    tells: [ask(approval)],
  };
}

/** Whoever has a link that has just died hears of it. */
function withdraw(approval: Approval): Transition {
  return {
    article: approval.article,
    label: words.withdraw,
    look: 'danger',
    from: [...states(approval), 'returned', ...approval.untouched],
    to: ['cancelled'],
    by: [personIn(approval.applicant)],
    confirm: words.withdrawSure,
    sets: () => ({ approver: null, askedAt: null, remindedAt: null }),
    tells: [
      {
        letter: letterKey(approval, 'withdrawn'),
        who: ({ record, facts }, person) => facts.directory.person(hadBy(record).slice(-1)[0] ?? '') === person,
      },
    ],
  };
}

/** The transitions by which a request is put to people. */
export const askingOf = (approval: Approval): Readonly<Record<string, Transition>> => ({
  resubmit: resubmit(approval),
  withdraw: withdraw(approval),
  askAnew: askAnew(approval),
  sendAgain: sendAgain(approval),
  passOn: passing(approval, words.pass, standInStop),
  escalate: passing(approval, words.escalate, superiorStop),
  remind: {
    article: approval.article,
    label: words.remind,
    from: states(approval),
    to: states(approval),
    by: [clock],
    stays: true,
    sets: ({ facts }) => ({ remindedAt: facts.now.slice(0, 16) }),
    tells: [{ letter: letterKey(approval, 'remind') }],
  },
});
