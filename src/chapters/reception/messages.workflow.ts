// 2.2.3: a message goes to the person at once; they say that they have seen it, will call back, or are the wrong person.
import { person } from '../../kernel/columns';
import type { Facts } from '../../kernel/facts';
import { text, type Values } from '../../kernel/values';
import { clock, defineWorkflow, personIn, role, type Telling, type Transition } from '../../kernel/workflow';
import { messages } from './messages.register';
import { isAstray, nowOf, standInOf, urgentWithin } from './rules';
import { tellAgain } from './tell-again';

const front = role('front');
const addressee = personIn('to');
export const messagePage = 'message';

/** An urgent message nobody has seen goes out again, with a copy to the stand-in. */
const tellsAddressee: readonly Telling[] = [
  { letter: 'message-new' },
  { letter: 'message-again', when: ({ record }) => record.values['urgent'] === true, afterMinutes: urgentWithin },
  { letter: 'message-copy', when: ({ record }) => record.values['urgent'] === true, afterMinutes: urgentWithin },
];

const copyFor = (to: string, facts: Facts): Values => {
  const meant = facts.directory.person(to);
  return { copiedTo: (meant && standInOf(meant, facts)?.label) ?? null };
};

const answering = (answer: string, label: Transition['label']): Transition => ({
  article: '2.2.3',
  label,
  from: ['taken', 'sent', 'seen'],
  to: ['seen'],
  by: [addressee, front],
  when: ({ record: { values } }) => values['state'] !== 'seen' || values['answer'] === 'seen',
  sets: ({ record, facts }) => ({ answer, seenAt: text(record.values['seenAt']) || nowOf(facts) }),
  page: messagePage,
  done: { zh: '已记录，谢谢。', en: 'Noted. Thank you.' },
});

const transitions: Readonly<Record<string, Transition>> = {
  sent: {
    article: '2.2.3',
    label: { zh: '已转告', en: 'Sent' },
    from: ['taken'],
    to: ['sent'],
    by: [clock, front],
    sets: ({ facts }) => ({ sentAt: nowOf(facts), answer: null }),
  },
  seen: { ...answering('seen', { zh: '已看到', en: 'Seen' }), from: ['taken', 'sent'], look: 'main' },
  willCallBack: answering('callBack', { zh: '我会回电', en: 'I will call back' }),
  done: {
    article: '1.3.3',
    label: { zh: '已处理', en: 'Done' },
    from: ['taken', 'sent', 'seen'],
    to: ['done'],
    by: [addressee, front],
    sets: ({ record, facts }) => ({ seenAt: text(record.values['seenAt']) || nowOf(facts), doneAt: nowOf(facts) }),
    page: messagePage,
    done: { zh: '已办结，谢谢。', en: 'Closed. Thank you.' },
  },
  wrongPerson: {
    article: '2.2.3',
    label: { zh: '找错人了', en: 'Wrong person' },
    from: ['taken', 'sent', 'seen'],
    to: ['taken'],
    by: [addressee, front],
    when: ({ record }) => record.values['answer'] !== 'wrongPerson',
    sets: () => ({ answer: 'wrongPerson', seenAt: null, sentAt: null }),
    page: messagePage,
    look: 'danger',
    done: { zh: '谢谢，前台会转给别人。', en: 'Thank you. The front desk will pass it on.' },
  },
  tellAgain: tellAgain('2.2.3', ['taken', 'sent'], ({ record }) => !isAstray(record.values), [
    { letter: 'message-new' },
  ]),
  readdress: {
    article: '2.2.3',
    label: { zh: '改留给', en: 'Pass on to' },
    from: ['taken', 'sent', 'seen'],
    to: ['taken'],
    by: [front],
    asks: { to: person({ zh: '留给', en: 'To' }, { required: true }) },
    unless: [
      {
        article: '2.2.3',
        sentence: { zh: '这条留言已经是留给这个人的。', en: 'The message is for this person already.' },
        applies: ({ record, input, facts: { directory } }) =>
          directory.person(text(input['to'])) === directory.person(text(record.values['to'])),
      },
    ],
    sets: ({ input, facts }) => ({
      to: input['to'] ?? null,
      ...copyFor(text(input['to']), facts),
      answer: null,
      seenAt: null,
      sentAt: null,
    }),
    tells: tellsAddressee,
  },
};

export const messagesWorkflow = defineWorkflow(messages, {
  opens: {
    article: '2.2.3',
    by: [front],
    in: ['taken'],
    state: () => 'taken',
    sets: (values, facts) => (values['urgent'] === true ? copyFor(text(values['to']), facts) : {}),
    tells: tellsAddressee,
    steps: [
      { by: 'source', register: 'calls', transition: 'messageTaken' },
      { by: 'source', register: 'visits', transition: 'messageTaken' },
    ],
  },
  transitions,
  holder: ({ values }) => text(values['to']),
});
