// Signatures on paper: the front desk enters them, whoever is said to have signed hears of it, and can say that they have not.
import { day, text as textColumn } from '../columns';
import { samePerson } from '../facts';
import { isEmpty, text, type RecordRow, type Values } from '../values';
import { say, type Words } from '../words';
import { role, type Case, type Guard, type Transition } from '../workflow';
import {
  contentOf,
  isAsApproved,
  isAsAsked,
  letterKey,
  named,
  paperPageKey,
  passageOf,
  routeOf,
  states,
  type Approval,
} from './approval';
import { ask, stopValues } from './asking';
import {
  actorLabel,
  amountAsk,
  approvedValues,
  changedGuard,
  onward,
  perLine,
  stepFaults,
  tellsOnward,
} from './deciding';
import { decisionsOf, trailWith, type Decision } from './decisions';
import { nextStop, type Stop } from './route';

const words = {
  enter: { zh: '登记纸质签字', en: 'Enter a signature on paper' },
  ref: { zh: '纸质单据的存放编号或链接', en: 'File number or link of the paper' },
  signedOn: { zh: '签字日期', en: 'Signed on' },
  own: { zh: '不能登记自己申请的签字，请由另一位前台登记。', en: 'Not for your own request; somebody else enters it.' },
  object: { zh: '这不是我签的', en: 'I did not sign this' },
  objected: {
    zh: '已记下您的异议。还没有办理的，退回到您这一步；已经办理的，已告知机构领导。',
    en: 'Your objection is noted. What has not been carried out waits for you again; of what has been the director is told.',
  },
} satisfies Record<string, Words>;

/** Nothing stays open for an objection to a request that has come to nothing. */
const closed: readonly string[] = ['returned', 'declined', 'cancelled'];

const isStanding = ({ way, objectedAt }: Decision): boolean => way === 'paper' && objectedAt === undefined;

const signersIn = (round: readonly Decision[]): Values => ({
  paperSigners: [...new Set(round.filter(isStanding).map(({ by }) => by))].join('\n') || null,
});

const roundOf = (round: readonly Decision[]): Values => ({
  round: round.length > 0 ? JSON.stringify(round) : null,
  ...signersIn(round),
});

/** Whether somebody can still say that a signature is not theirs. */
export const isOnPaper = ({ values }: RecordRow): boolean =>
  !isEmpty(values['paperSigners']) && !closed.includes(text(values['state']));

function entering(approval: Approval, index: number): Transition {
  const step = approval.steps[index]!;
  const approver = ({ record }: Case): string => text(record.values['approver']);
  const own: Guard = {
    article: step.article,
    sentence: words.own,
    applies: ({ record: { values }, facts: { actor, directory } }) =>
      samePerson(text(values[approval.applicant]), actor.person, directory),
  };
  return {
    article: step.article,
    label: words.enter,
    from: [step.state],
    to: [...states(approval).slice(index + 1), approval.approved],
    by: [role('front')],
    unless: [own, changedGuard(approval)],
    asks: {
      paperRef: textColumn(words.ref, { required: true }),
      signedOn: day(words.signedOn, { required: true, past: true, default: ({ today }) => today }),
      ...amountAsk(step),
    },
    ...perLine(step),
    faults: (c) => stepFaults(step, c),
    settle: (c) => onward(approval, index, c, approver(c)).state,
    sets(c) {
      const paper = {
        ref: text(c.input['paperRef']),
        signedOn: text(c.input['signedOn']),
        enteredBy: actorLabel(c.facts),
      };
      const values = approvedValues(approval, index, c, { by: approver(c), way: 'paper', paper });
      return { ...values, ...signersIn(decisionsOf({ values })) };
    },
    tells: [
      {
        letter: letterKey(approval, 'paper'),
        who: ({ record, facts }, { staffNo }) =>
          samePerson(decisionsOf(record).slice(-1)[0]?.by ?? '', staffNo, facts.directory),
      },
      ...tellsOnward(approval),
    ],
  };
}

/** Whether nothing has been carried out on the strength of the signature. */
const isUntouched = (approval: Approval, { lines }: Case): boolean => {
  const still = [...states(approval), ...approval.untouched, 'declined'];
  const records = lines.map(({ record }) => record);
  return records.every(({ values }) => still.includes(text(values['state']))) && !approval.isCarriedOut?.(records);
};

/** What is left of the round without the signature, and without what was decided after it or about other words. */
function without(approval: Approval, c: Case): { before: readonly Decision[]; stop: Stop; granted: Values } {
  const { record, facts } = c;
  const round = decisionsOf(record);
  const signed = round.findIndex((one) => isStanding(one) && isSigner(one, c));
  const asDecided = c.lines.every((one) => isAsAsked(approval, one.record) || isAsApproved(approval, one.record));
  const before = asDecided ? round.slice(0, signed) : [];
  const first = before.length === 0 ? 0 : approval.steps.findIndex(({ key }) => key === round[signed]?.steps[0]);
  const decided = before.map(({ by }) => by);
  const stop = nextStop(routeOf(approval), first, { ...passageOf(approval, record.values), decided }, facts);
  const open = before.length > 0 ? [] : (approval.granted ?? []);
  return { before, stop, granted: Object.fromEntries(open.map((key) => [key, null])) };
}

const isSigner = ({ by }: Decision, { facts: { actor, directory } }: Case): boolean =>
  samePerson(by, actor.person, directory);

function objecting(approval: Approval): Transition {
  const waiting = states(approval);
  const from = approval.register.columns['state']!.options!.map(({ key }) => key).filter(
    (key) => key !== 'returned' && key !== 'cancelled',
  );
  return {
    article: approval.article,
    label: words.object,
    look: 'danger',
    from,
    to: [...new Set([...waiting, ...from])],
    afterwards: true,
    by: [],
    when: ({ lines }) => lines.some(({ record }) => isOnPaper(record)),
    page: paperPageKey(approval),
    settle: (c) => (isUntouched(approval, c) ? without(approval, c).stop.state : text(c.record.values['state'])),
    sets(c) {
      const { record, facts } = c;
      const when = facts.now.slice(0, 16).replace('T', ' ');
      const trail = trailWith(record, [facts.actor.person, say(words.object, facts.language), when].join(' · '));
      if (!isUntouched(approval, c)) {
        const marked = decisionsOf(record).map((one) =>
          isStanding(one) && isSigner(one, c) ? { ...one, objectedAt: facts.now } : one,
        );
        return { ...trail, ...roundOf(marked) };
      }
      const { before, stop, granted } = without(approval, c);
      const askedContent = contentOf(approval, { ...record.values, ...granted }, facts);
      return {
        ...trail,
        ...granted,
        ...stopValues(stop, facts),
        ...roundOf(before),
        askedContent,
        approvedContent: null,
      };
    },
    tells: [
      ask(approval),
      { letter: letterKey(approval, 'objection'), when: ({ record }) => isEmpty(record.values['approver']) },
    ],
    done: words.objected,
  };
}

/** The transitions by which signatures on paper are entered and objected to. */
export const paperOf = (approval: Approval): Readonly<Record<string, Transition>> => ({
  ...Object.fromEntries(approval.steps.map((step, index) => [named('paper', step), entering(approval, index)])),
  objectToPaper: objecting(approval),
});
