// 2.2: a call is transferred and the transfer confirmed, or a reply is promised within a set time and given.
import { choice, longText, type Column } from '../../kernel/columns';
import { samePerson, type Facts } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import { clock, defineWorkflow, personIn, role } from '../../kernel/workflow';
import type { Transition, TypedStep, Workflow } from '../../kernel/workflow';
import { callOutcomes, calls, transferChecks } from './calls.register';
import {
  callState,
  hasTypedOutcome,
  isOverdue,
  isTransferred,
  isUnsettled,
  needsTransferCheck,
  nowOf,
  owesReply,
  replierOf,
  replyDueOf,
} from './rules';
import { tellAgain } from './tell-again';

const front = role('front');
/** The pages on which the person called answers: how the transfer went, what was replied. */
export const transferPage = 'call-transfer';
export const replyPage = 'call-reply';

const transferAsked: Column = choice({ zh: '转接确认', en: 'How did it go?' }, transferChecks, { required: true });

/** The person called says that the call was not for them. A closed call stays closed, but its record is put right. */
const wrongTransfer = (state: string): Transition => ({
  article: '2.2.5',
  label: { zh: '转错了', en: 'It was not for me' },
  from: [state],
  to: [state],
  by: [personIn('for')],
  when: ({ record }) => isTransferred(record.values) && record.values['transferCheck'] !== 'wrong',
  sets: () => ({ transferCheck: 'wrong' }),
  page: transferPage,
  look: 'danger',
  done: { zh: '已记录，谢谢。', en: 'Noted. Thank you.' },
});

const replierLabel = (call: Values, facts: Facts): string | null => replierOf(call, facts)?.label ?? null;

/** 2.2.4: who owes the reply, and by when; or what a reply that is there already says of both. */
function promised(call: Values, facts: Facts): Values {
  const replyDue = replyDueOf(call, facts);
  if (replyDue === null) return { replyDue };
  if (!isEmpty(call['reply'])) return { replyDue, repliedAt: nowOf(facts), replier: replierLabel(call, facts) };
  const recordedBy = text(call['recordedBy']) || facts.actor.person;
  return { replyDue, replier: replierLabel({ ...call, recordedBy }, facts) };
}

const transitions: Readonly<Record<string, Transition>> = {
  outcome: {
    article: '2.2.3',
    label: { zh: '登记结果', en: 'Outcome' },
    from: ['open'],
    to: ['open', 'closed'],
    by: [front],
    when: ({ record }) => isUnsettled(record.values),
    asks: { outcome: choice({ zh: '结果', en: 'Outcome' }, callOutcomes, { required: true }) },
    settle: ({ record, input }) => callState({ ...record.values, ...input }),
    sets: ({ record, input, facts }) => {
      const call = { ...record.values, ...input };
      const promised = input['outcome'] === 'promised';
      // The promise is made now, whenever the call was.
      const replyDue = promised ? replyDueOf({ ...call, at: nowOf(facts) }, facts) : null;
      return { ...input, replyDue, ...(promised && { replier: replierLabel(call, facts) }) };
    },
    tells: [{ letter: 'reply-asked', when: ({ record }) => owesReply(record.values) }],
  },
  messageTaken: {
    article: '2.2.3',
    label: { zh: '已留言', en: 'Message taken' },
    from: ['open'],
    to: ['closed'],
    by: [clock],
    when: ({ record }) => isUnsettled(record.values),
    sets: () => ({ outcome: 'messageTaken' }),
  },
  outcomeTyped: {
    article: '2.2.3',
    label: { zh: '登记结果', en: 'Outcome' },
    from: ['open', 'closed'],
    to: ['open', 'closed'],
    by: [clock],
    when: ({ record }) => hasTypedOutcome(record.values),
    settle: ({ record }) => callState(record.values),
    // A promise is made when it is typed; in a row that was entered late, when the call was.
    sets: ({ record: { values }, facts }) =>
      promised(values['late'] === true ? values : { ...values, at: nowOf(facts) }, facts),
    tells: [{ letter: 'reply-asked', when: ({ record: { values } }) => owesReply(values) && values['late'] !== true }],
  },
  checkTransfer: {
    article: '2.2.5',
    label: { zh: '转接确认', en: 'Confirm the transfer' },
    from: ['open'],
    to: ['open', 'closed'],
    by: [front, clock],
    when: ({ record }) => needsTransferCheck(record.values),
    asks: { transferCheck: transferAsked },
    settle: ({ record, input }) => callState({ ...record.values, ...input }),
    sets: ({ input }) => ({ transferCheck: input['transferCheck'] ?? null }),
  },
  askTransfer: {
    article: '2.2.5',
    label: { zh: '请对方确认', en: 'Ask by e-mail' },
    from: ['open'],
    to: ['open'],
    by: [front],
    when: ({ record }) => needsTransferCheck(record.values) && isEmpty(record.values['transferAskedAt']),
    sets: ({ facts }) => ({ transferAskedAt: nowOf(facts) }),
    tells: [{ letter: 'transfer-asked' }],
  },
  rightTransfer: {
    article: '2.2.5',
    label: { zh: '转接无误', en: 'It went well' },
    from: ['open'],
    to: ['closed'],
    by: [personIn('for')],
    when: ({ record }) => needsTransferCheck(record.values),
    sets: () => ({ transferCheck: 'right' }),
    page: transferPage,
    look: 'main',
    done: { zh: '已记录，谢谢。', en: 'Noted. Thank you.' },
  },
  wrongTransfer: wrongTransfer('open'),
  wrongTransferLater: wrongTransfer('closed'),
  reply: {
    article: '2.2.4',
    label: { zh: '已回复', en: 'Replied' },
    from: ['open'],
    to: ['closed'],
    by: [front, personIn('for'), personIn('replier'), clock],
    when: ({ record }) => owesReply(record.values),
    asks: { reply: longText({ zh: '回复内容', en: 'What was replied' }, { required: true, personal: true }) },
    sets: ({ input, record, facts }) => ({
      reply: input['reply'] ?? null,
      repliedAt: text(record.values['repliedAt']) || nowOf(facts),
      // The clock closes what was typed into the tab; it has not replied itself.
      ...(facts.actor.person !== '' && { replier: facts.actor.person }),
    }),
    page: replyPage,
    look: 'main',
    done: { zh: '已登记回复，谢谢。', en: 'The reply is on record. Thank you.' },
  },
  chaseReply: {
    article: '2.2.4',
    label: { zh: '催办', en: 'Chased' },
    from: ['open'],
    to: ['open'],
    by: [clock],
    when: ({ record, facts }) => isOverdue(record.values, facts) && isEmpty(record.values['chasedAt']),
    sets: ({ facts }) => ({ chasedAt: nowOf(facts) }),
    tells: [{ letter: 'reply-overdue' }],
  },
  tellAgain: tellAgain('2.2.4', ['open'], ({ record }) => owesReply(record.values), [
    { letter: 'reply-asked', when: ({ record, facts }) => !isOverdue(record.values, facts) },
    { letter: 'reply-overdue', when: ({ record, facts }) => isOverdue(record.values, facts) },
  ]),
  close: {
    article: '1.3.3',
    label: { zh: '办结', en: 'Close' },
    from: ['open'],
    to: ['closed'],
    by: [front],
    when: ({ record: { values } }) => !owesReply(values) && !isEmpty(values['outcome']) && !needsTransferCheck(values),
  },
};

function follow({ values }: RecordRow): TypedStep | undefined {
  if (owesReply(values) && !isEmpty(values['replyDue']) && !isEmpty(values['reply'])) {
    return { transition: 'reply', input: { reply: values['reply']! } };
  }
  return hasTypedOutcome(values) ? { transition: 'outcomeTyped' } : undefined;
}

const defined = defineWorkflow(calls, {
  opens: {
    article: '2.2.2',
    by: [front],
    in: ['open', 'closed'],
    state: callState,
    sets: (values, facts) => (values['outcome'] === 'promised' ? promised(values, facts) : {}),
    tells: [{ letter: 'reply-asked', when: ({ record }) => owesReply(record.values) }],
  },
  transitions,
  typed: { steps: ['outcomeTyped', 'reply'], follow },
  due: ({ values }) => (owesReply(values) ? text(values['replyDue']) : null),
  holder: ({ values }) => text(values['replier']) || text(values['recordedBy']),
});

/** A closed call opens again only when a promise is typed into it. */
export const callsWorkflow: Workflow = { ...defined, final: ['closed'] };

/** The step that the board offers on a call's line. */
export function nextOfCall(call: Values): string {
  if (owesReply(call)) return 'reply';
  if (needsTransferCheck(call)) return 'checkTransfer';
  return isUnsettled(call) ? 'outcome' : 'close';
}

export const isReplier = (call: Values, person: string, facts: Facts): boolean =>
  samePerson(text(call['replier']), person, facts.directory);
