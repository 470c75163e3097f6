// 2.2.4 and 2.2.5: who has promised a reply is told and chased; who was called is asked how the transfer went.
import type { Facts } from '../../kernel/facts';
import { letterOf, type Letter, type Wording } from '../../kernel/letter';
import { text, type RecordRow } from '../../kernel/values';
import { personIn, type LetterKind } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { calls } from './calls.register';
import { replyPage, transferPage } from './calls.workflow';
import { momentText, pairs, whoOf } from './naming';
import { isOverdue, needsTransferCheck, owesReply } from './rules';

const keys = ['caller', 'organisation', 'phone', 'subject', 'at', 'replyDue'];

function letter({ no, values }: RecordRow, facts: Facts, wording: Wording): Letter {
  const said = { who: whoOf(calls, 'caller', values, facts), no, due: momentText(text(values['replyDue'])) };
  return letterOf(facts, wording, said, pairs(calls, values, keys, facts));
}

const noteReply: Words = { zh: '查看并登记回复', en: 'View, and note the reply' };
const yourReply: Words = {
  zh: '您收到本邮件，因为这个来电由您回复。',
  en: 'You get this because the reply is yours to give.',
};

const asked: LetterKind = {
  key: 'reply-asked',
  register: 'calls',
  to: personIn('replier'),
  weight: 2,
  page: replyPage,
  isDue: ({ values }) => owesReply(values),
  make: (record, facts) =>
    letter(record, facts, {
      subject: { zh: '请回复来电：{who} {no}，{due} 前', en: 'Please call back: {who} {no}, by {due}' },
      sentence: {
        zh: '前台已答应{who}在 {due} 前得到回复。请您回复后登记。',
        en: '{who} was promised a reply by {due}. Please give it, and note what you said.',
      },
      button: noteReply,
      why: yourReply,
    }),
};

const overdue: LetterKind = {
  key: 'reply-overdue',
  register: 'calls',
  to: personIn('replier'),
  weight: 2,
  page: replyPage,
  isDue: ({ values }, facts) => isOverdue(values, facts),
  make: (record, facts) =>
    letter(record, facts, {
      subject: { zh: '回复已逾期：{who} {no}', en: 'Reply overdue: {who} {no}' },
      sentence: {
        zh: '答应{who}的回复应在 {due} 前给出，现已逾期。请尽快回复并登记。',
        en: 'The reply promised to {who} was due by {due}. Please give it now, and note what you said.',
      },
      button: noteReply,
      why: yourReply,
    }),
};

const transferAsked: LetterKind = {
  key: 'transfer-asked',
  register: 'calls',
  to: personIn('for'),
  weight: 4,
  page: transferPage,
  isDue: ({ values }) => needsTransferCheck(values),
  make: (record, facts) =>
    letter(record, facts, {
      subject: { zh: '请确认转接：{who} {no}', en: 'Please confirm the transfer: {who} {no}' },
      sentence: {
        zh: '前台把{who}的来电转给了您。请告诉前台是否转对。',
        en: 'The call of {who} was transferred to you. Please say whether it was for you.',
      },
      button: { zh: '确认', en: 'Confirm' },
      why: { zh: '您收到本邮件，因为来电转给了您。', en: 'You get this because the call was transferred to you.' },
    }),
};

export const callLetters: readonly LetterKind[] = [asked, overdue, transferAsked];
