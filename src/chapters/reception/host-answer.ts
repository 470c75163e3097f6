// 2.1.3: what the host may answer, by the link in the e-mail; the front desk enters what the host said in another way.
import { choice } from '../../kernel/columns';
import { isEmpty, text, type Values } from '../../kernel/values';
import { personIn, role, type Case, type Transition } from '../../kernel/workflow';
import { nowOf } from './rules';
import { hostAnswers } from './visits.register';
import { needsAnotherWay, standInToAsk } from './waiting';

/** The page on which the person who was asked to receive the visitor answers. */
export const visitAnswerPage = 'visit-answer';

/** “Please wait” may be said again when it is asked again. */
const isNewAnswer = ({ record: { values }, facts }: Case, answer: string): boolean =>
  isEmpty(values['guidedTo']) &&
  (values['hostAnswer'] !== answer || (answer === 'wait' && needsAnotherWay(values, facts)));

const standInHere = ({ record, facts }: Case): string | undefined => standInToAsk(record.values, facts)?.label;

const answered = (c: Case, answer: string): Values => ({
  hostAnswer: answer,
  hostAnsweredAt: nowOf(c.facts),
  ...(answer === 'standIn' && { attendant: standInHere(c) ?? null, reached: null }),
});

const answering = (answer: string, label: Transition['label']): Transition => ({
  article: '2.1.3',
  label,
  from: ['here'],
  to: ['here'],
  by: [personIn('attendant'), personIn('host')],
  when: (c) => isNewAnswer(c, answer),
  sets: (c) => answered(c, answer),
  page: visitAnswerPage,
  done: { zh: '已告诉前台，谢谢。', en: 'The front desk has been told. Thank you.' },
});

export const hostAnswering: Readonly<Record<string, Transition>> = {
  hostComing: { ...answering('coming', { zh: '马上来', en: 'Coming' }), look: 'main' },
  hostWait: {
    ...answering('wait', { zh: '请稍候', en: 'Please wait' }),
    done: {
      zh: '已告诉前台。能过去时，请再打开这个链接答复。',
      en: 'The front desk has been told. Open this link again when you can come.',
    },
  },
  hostStandIn: {
    ...answering('standIn', { zh: '请代理人接待', en: 'Ask the stand-in' }),
    when: (c) => isEmpty(c.record.values['guidedTo']) && standInHere(c) !== undefined,
    tells: [{ letter: 'visit-stand-in' }],
    done: { zh: '已请您的代理人接待，谢谢。', en: 'Your stand-in has been asked. Thank you.' },
  },
  hostOut: { ...answering('out', { zh: '不在', en: 'Not in' }), look: 'danger' },
  hostAnswered: {
    article: '2.1.3',
    label: { zh: '登记对方答复', en: "Enter the host's answer" },
    from: ['here'],
    to: ['here'],
    by: [role('front')],
    when: ({ record }) => isEmpty(record.values['guidedTo']),
    asks: { answer: choice({ zh: '对方答复', en: "Host's answer" }, hostAnswers, { required: true }) },
    unless: [
      {
        article: '2.1.3',
        sentence: { zh: '对方没有能接待的代理人。', en: 'The host has no stand-in who could come.' },
        applies: (c) => c.input['answer'] === 'standIn' && standInHere(c) === undefined,
      },
    ],
    sets: (c) => answered(c, text(c.input['answer'])),
    tells: [{ letter: 'visit-stand-in', when: ({ input }) => input['answer'] === 'standIn' }],
  },
};
