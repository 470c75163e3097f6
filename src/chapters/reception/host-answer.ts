// 2.1.3: what the host may answer, by the link in the e-mail or through the front desk.
import { isEmpty } from '../../kernel/values';
import { personIn, role, type Case, type Transition } from '../../kernel/workflow';
import { nowOf } from './rules';
import { standInToAsk } from './waiting';

/** The page on which the person who was asked to receive the visitor answers. */
export const visitAnswerPage = 'visit-answer';

const answering = (answer: string, label: Transition['label']): Transition => ({
  article: '2.1.3',
  label,
  from: ['here'],
  to: ['here'],
  by: [personIn('attendant'), personIn('host'), role('front')],
  when: ({ record }) => isEmpty(record.values['guidedTo']) && record.values['hostAnswer'] !== answer,
  sets: ({ facts }) => ({ hostAnswer: answer, hostAnsweredAt: nowOf(facts) }),
  page: visitAnswerPage,
  done: { zh: '已告诉前台，谢谢。', en: 'The front desk has been told. Thank you.' },
});

const standInHere = (c: Case): string | undefined => standInToAsk(c.record.values, c.facts)?.label;

export const hostAnswering: Readonly<Record<string, Transition>> = {
  hostComing: { ...answering('coming', { zh: '马上来', en: 'Coming' }), look: 'main' },
  hostWait: answering('wait', { zh: '请稍候', en: 'Please wait' }),
  hostStandIn: {
    ...answering('standIn', { zh: '请代理人接待', en: 'Ask the stand-in' }),
    when: (c) => isEmpty(c.record.values['guidedTo']) && standInHere(c) !== undefined,
    sets: (c) => ({
      hostAnswer: 'standIn',
      hostAnsweredAt: nowOf(c.facts),
      attendant: standInHere(c) ?? null,
      reached: null,
    }),
    tells: [{ letter: 'visit-stand-in' }],
    done: { zh: '已请您的代理人接待，谢谢。', en: 'Your stand-in has been asked. Thank you.' },
  },
  hostOut: { ...answering('out', { zh: '不在', en: 'Not in' }), look: 'danger' },
};
