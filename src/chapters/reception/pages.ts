// The pages behind the links in reception's e-mails. Who holds a message's or a reply's link has to know whom to call, client
// or not; of a visitor who is a client the page says no more than the e-mail: the front desk can be asked.
import { personIn, type LinkPage } from '../../kernel/workflow';
import { text } from '../../kernel/values';
import { say } from '../../kernel/words';
import { calls } from './calls.register';
import { replyPage, transferPage } from './calls.workflow';
import { visitAnswerPage } from './host-answer';
import { messages } from './messages.register';
import { messagePage } from './messages.workflow';
import { momentText, pairs, wholePairs, whoOf } from './naming';
import { isAstray, isTransferred, owesReply } from './rules';
import { surveyPage } from './survey';
import { visits } from './visits.register';
import { isUnanswered } from './waiting';

const visitAnswer: LinkPage = {
  key: visitAnswerPage,
  register: 'visits',
  title: { zh: '来访人员在前台等候', en: 'A visitor is waiting' },
  holder: personIn('attendant'),
  binds: ['attendant'],
  isOpen: ({ values }) => isUnanswered(values),
  sentence: ({ values }, facts) =>
    say(
      { zh: '{who}在前台等候。请告诉前台您是否过来。', en: '{who} is waiting at the front desk. Are you coming?' },
      facts.language,
      {
        who: whoOf(visits, 'visitor', values, facts),
      },
    ),
  facts: ({ values }, facts) =>
    pairs(visits, values, ['visitor', 'organisation', 'people', 'purpose', 'host', 'arrivedAt', 'badge'], facts),
};

const message: LinkPage = {
  key: messagePage,
  register: 'messages',
  title: { zh: '给您的留言', en: 'A message for you' },
  holder: personIn('to'),
  binds: ['to', 'from', 'phone', 'content'],
  isOpen: ({ values }) => values['state'] !== 'done' && !isAstray(values),
  sentence: ({ values }, { language }) =>
    say({ zh: '{from}给您留了言。', en: '{from} has left you a message.' }, language, { from: text(values['from']) }),
  facts: ({ values }, facts) =>
    wholePairs(
      messages,
      values,
      ['from', 'organisation', 'phone', 'content', 'urgent', 'recordedBy', 'recordedAt'],
      facts,
    ),
};

const reply: LinkPage = {
  key: replyPage,
  register: 'calls',
  title: { zh: '请回复来电', en: 'A reply is promised' },
  holder: personIn('replier'),
  binds: ['replier', 'caller', 'phone', 'subject'],
  isOpen: ({ values }) => owesReply(values),
  sentence: ({ values }, { language }) =>
    say(
      { zh: '请在 {due} 前回复，然后登记回复内容。', en: 'Please reply by {due}, then note what you said.' },
      language,
      {
        due: momentText(text(values['replyDue'])),
      },
    ),
  facts: ({ values }, facts) =>
    wholePairs(calls, values, ['caller', 'organisation', 'phone', 'subject', 'at', 'replyDue'], facts),
};

const transfer: LinkPage = {
  key: transferPage,
  register: 'calls',
  title: { zh: '转接确认', en: 'Was the call for you?' },
  holder: personIn('for'),
  binds: ['for'],
  isOpen: ({ values }) => isTransferred(values) && values['transferCheck'] !== 'wrong',
  sentence: (_, { language }) =>
    say(
      { zh: '前台把这个来电转给了您，转对了吗？', en: 'This call was transferred to you. Was it for you?' },
      language,
    ),
  facts: ({ values }, facts) => pairs(calls, values, ['caller', 'organisation', 'subject', 'at'], facts),
};

export const pages: readonly LinkPage[] = [visitAnswer, message, reply, transfer, surveyPage];
