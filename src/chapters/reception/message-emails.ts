// 2.2.3: the e-mails that pass a message on. A client's message is not in the mail: the link leads to it.
import type { Facts } from '../../kernel/facts';
import { letterOf, type Letter, type Wording } from '../../kernel/letter';
import type { RecordRow, Values } from '../../kernel/values';
import { text } from '../../kernel/values';
import { personIn, type LetterKind } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { isClient, pairs, whoOf } from './naming';
import { isAstray, isUnseen } from './rules';
import { messagePage } from './messages.workflow';
import { messages } from './messages.register';

const keys = ['from', 'organisation', 'phone', 'content', 'urgent', 'source', 'recordedBy', 'recordedAt'];

const atLink: Words = { zh: '留言内容请点按钮查看。', en: 'The button leads to what it says.' };
const urgentMark: Words = { zh: '【紧急】', en: 'URGENT: ' };

function letter({ no, values }: RecordRow, facts: Facts, wording: Wording): Letter {
  const { language } = facts;
  const said = { who: whoOf(messages, 'from', values, facts), no, to: text(values['to']) };
  const mark = values['urgent'] === true ? say(urgentMark, language) : '';
  const made = letterOf(facts, wording, said, pairs(messages, values, keys, facts));
  const hidden = wording.button && isClient(values) ? `${language === 'en' ? ' ' : ''}${say(atLink, language)}` : '';
  return { ...made, subject: `${mark}${made.subject}`, sentence: `${made.sentence}${hidden}` };
}

const answerWords: Words = { zh: '查看并答复', en: 'View and answer' };
const forYou: Words = { zh: '您收到本邮件，因为留言是留给您的。', en: 'You get this because the message is for you.' };
const isWaiting = (values: Values): boolean => isUnseen(values) && !isAstray(values);
const isUrgent = (values: Values): boolean => isWaiting(values) && values['urgent'] === true;

const fresh: LetterKind = {
  key: 'message-new',
  register: 'messages',
  sent: 'sent',
  to: personIn('to'),
  weight: 2,
  page: messagePage,
  isDue: ({ values }) => isWaiting(values),
  make: (record, facts) =>
    letter(record, facts, {
      subject: { zh: '给您的留言：{who} {no}', en: 'Message for you: {who} {no}' },
      sentence: { zh: '{who}给您留了言。', en: '{who} has left you a message.' },
      why: forYou,
      button: answerWords,
    }),
};

const again: LetterKind = {
  key: 'message-again',
  register: 'messages',
  to: personIn('to'),
  weight: 1,
  page: messagePage,
  isDue: ({ values }) => isUrgent(values),
  make: (record, facts) =>
    letter(record, facts, {
      subject: { zh: '仍未查看：{who}的留言 {no}', en: 'Still unseen: message of {who} {no}' },
      sentence: {
        zh: '{who}给您的紧急留言已过 30 分钟，您还没有看。',
        en: 'The urgent message of {who} has been waiting for you for 30 minutes.',
      },
      why: forYou,
      button: answerWords,
    }),
};

// The copy has no link: the stand-in is to find the person or tell the front desk, not to answer in their name.
const copy: LetterKind = {
  key: 'message-copy',
  register: 'messages',
  to: personIn('copiedTo'),
  weight: 1,
  isDue: ({ values }) => isUrgent(values),
  make: (record, facts) =>
    letter(record, facts, {
      subject: { zh: '{to}未查看的留言：{who} {no}', en: 'Unseen by {to}: message of {who} {no}' },
      sentence: {
        zh: '{who}给{to}的紧急留言已过 30 分钟无人查看。请您转告，或联系前台。',
        en: 'An urgent message of {who} for {to} has been unseen for 30 minutes. Please pass it on, or ask the front desk.',
      },
      why: { zh: '您收到本邮件，因为您是{to}的代理人。', en: 'You get this because you stand in for {to}.' },
    }),
};

export const messageLetters: readonly LetterKind[] = [fresh, again, copy];
