// 8.1.3: the result is talked over, and the employee agrees or objects; an objection goes to somebody who did not assess.
import { day, longText, person } from '../../kernel/columns';
import type { Sentence } from '../../kernel/errors';
import { samePerson } from '../../kernel/facts';
import { isEmpty, text, type Values } from '../../kernel/values';
import { clock, type Case, type Transition } from '../../kernel/workflow';
import { reviewerOf } from './participants';
import { dueFrom, isSilent, isToChase } from './rules';
import { assessPage, hr, own } from './scoring';

export const answerPage = 'appraisal-acknowledge';
export const objectionPage = 'appraisal-objection';

const required = { required: true } as const;
const hasReviewer = ({ record }: Case): boolean => !isEmpty(record.values['reviewer']);
const lacksReviewer = (c: Case): boolean => !hasReviewer(c);
const decisionAsked = longText({ zh: '复核意见', en: 'Decision' }, required);

/** Of an appraisal that is scored again: what came after the scores. */
const undone: Values = Object.fromEntries(
  ['total', 'grade', 'tellingOn', 'talkedOn', 'talkNotes', 'acknowledgement', 'answeredOn'].map((key) => [key, null]),
);

export const talking: Readonly<Record<string, Transition>> = {
  talk: {
    article: '8.1.3',
    label: { zh: '登记面谈', en: 'Note the talk' },
    look: 'main',
    from: ['talk'],
    to: ['acknowledging'],
    by: hr,
    page: assessPage,
    unless: [own],
    asks: {
      talkedOn: day({ zh: '面谈日期', en: 'Talked on' }, { ...required, past: true, default: ({ today }) => today }),
      talkNotes: longText(
        { zh: '面谈记录', en: 'Notes of the talk' },
        { ...required, help: { zh: '本人会看到。', en: 'The employee will read them.' } },
      ),
    },
    sets: ({ input, facts }) => ({ ...input, dueOn: dueFrom(facts), remindedOn: null }),
    tells: [{ letter: 'appraisal-acknowledge' }],
    done: { zh: '已登记，并请本人确认。', en: 'Noted; the employee is asked to answer.' },
  },
  agree: {
    article: '8.1.3',
    label: { zh: '同意', en: 'I agree' },
    look: 'main',
    from: ['acknowledging'],
    to: ['outcome'],
    by: [],
    page: answerPage,
    sets: ({ facts }) => ({ acknowledgement: 'agreed', answeredOn: facts.today }),
    done: { zh: '已记下您的意见，谢谢。', en: 'Your answer is noted. Thank you.' },
  },
  object: {
    article: '8.1.3',
    label: { zh: '有异议', en: 'I object' },
    from: ['acknowledging'],
    to: ['objected'],
    by: [],
    page: answerPage,
    asks: { objection: longText({ zh: '异议内容', en: 'What you object to' }, required) },
    sets: ({ record: { values }, input, facts }) => ({
      acknowledgement: 'objected',
      answeredOn: facts.today,
      objection: input['objection'] ?? null,
      reviewer: reviewerOf(text(values['person']), text(values['assessor']), facts) || null,
    }),
    tells: [
      { letter: 'appraisal-objection', when: hasReviewer },
      { letter: 'appraisal-no-reviewer', when: lacksReviewer },
    ],
    done: { zh: '异议已提交，将由没有参与评分的人复核。', en: 'Your objection goes to somebody who did not assess.' },
  },
  remind: {
    article: '8.1.3',
    label: { zh: '提醒', en: 'Reminded' },
    from: ['acknowledging'],
    to: ['acknowledging'],
    by: [clock],
    when: ({ record, facts }) => isToChase(record.values, facts),
    sets: ({ facts }) => ({ remindedOn: facts.today }),
    tells: [{ letter: 'appraisal-acknowledge' }],
  },
  noAnswer: {
    article: '8.1.3',
    label: { zh: '逾期未回应', en: 'No answer in time' },
    from: ['acknowledging'],
    to: ['outcome'],
    by: [clock],
    when: ({ record, facts }) => isSilent(record.values, facts),
    sets: () => ({ acknowledgement: 'silent' }),
  },
  nameReviewer: {
    article: '8.1.1',
    label: { zh: '指定异议复核人', en: 'Name who settles it' },
    from: ['objected'],
    to: ['objected'],
    by: hr,
    unless: [own],
    asks: { reviewer: person({ zh: '复核人', en: 'Reviewer' }, required) },
    faults: ({ record: { values }, input, facts }): Readonly<Record<string, Sentence>> =>
      [values['person'], values['assessor']].some((one) =>
        samePerson(text(one), text(input['reviewer']), facts.directory),
      )
        ? { reviewer: { words: { zh: '复核人不能是本人或考核人。', en: 'Neither the employee nor the assessor.' } } }
        : {},
    sets: ({ input }) => ({ reviewer: input['reviewer'] ?? null }),
    tells: [{ letter: 'appraisal-objection' }],
  },
  uphold: {
    article: '8.1.1',
    label: { zh: '维持原评分', en: 'The scores stand' },
    from: ['objected'],
    to: ['outcome'],
    by: [],
    page: objectionPage,
    asks: { decision: decisionAsked },
    sets: ({ input }) => ({ decision: input['decision'] ?? null }),
    tells: [{ letter: 'appraisal-decided' }],
    done: { zh: '已记下：维持原评分。', en: 'Noted: the scores stand.' },
  },
  revise: {
    article: '8.1.1',
    label: { zh: '退回重新评分', en: 'To be scored again' },
    from: ['objected'],
    to: ['scoring'],
    by: [],
    page: objectionPage,
    asks: { decision: decisionAsked },
    sets: ({ input }) => ({ ...undone, decision: input['decision'] ?? null }),
    tells: [{ letter: 'appraisal-decided' }],
    brings: [{ report: 'appraisal' }],
    done: { zh: '已退回考核人重新评分。', en: 'The assessor is asked to score again.' },
  },
};
