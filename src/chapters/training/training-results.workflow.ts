// 7.3.3: the outstanding are commended; who falls short sits a make-up exam or is trained again, by a day.
import { choice, day, number, text as textColumn, type Column } from '../../kernel/columns';
import type { Sentence } from '../../kernel/errors';
import { isEmpty, text, type Values } from '../../kernel/values';
import { defineWorkflow, role, type Case, type Transition } from '../../kernel/workflow';
import { results } from './result-marks';
import { dueOn, isScored, isUnsettled, resultOf, stateAfter } from './rules';
import { trainingResults } from './training-results.register';

const hr = [role('hr')];

const scoreAsked: Column = number({ zh: '分数', en: 'Score' }, { required: true, min: 0, max: 100, whole: false });
const reasonAsked: Column = textColumn({ zh: '更正原因', en: 'Reason' }, { required: true });
const dueAsked: Column = day({ zh: '期限', en: 'By' }, { required: true });

/** The result as it is with what was filled in. */
const withInput = ({ record, input }: Case): Values => ({ ...record.values, ...input });

type Faults = Readonly<Record<string, Sentence>>;

const notBefore = ({ input, facts }: Case): Faults =>
  text(input['followUpDue']) < facts.today
    ? { followUpDue: { words: { zh: '期限不能早于今天。', en: 'Not before today.' } } }
    : {};

const commendation = (state: string): Values => ({ followUp: state === 'toCommend' ? 'commend' : null });

/** What an unqualified result is followed by; another day or another way may be chosen until it is done. */
const arranging = (
  followUp: 'makeUp' | 'retrain',
  letter: string,
  more: Pick<Transition, 'label' | 'when'>,
): Transition => ({
  article: '7.3.3',
  ...more,
  from: ['toArrange', 'makeUp', 'retrain'],
  to: [followUp],
  by: hr,
  asks: { followUpDue: dueAsked },
  faults: notBefore,
  sets: ({ input }) => ({ followUp, followUpDue: input['followUpDue'] ?? null, followUpDone: null }),
  tells: [{ letter }],
});

/** Somebody has mistyped: what follows from the score or the judgement is found anew. */
const correcting = (key: 'score' | 'rating', asked: Column, more: Pick<Transition, 'label' | 'when'>): Transition => ({
  article: '7.3.1',
  ...more,
  from: ['toCommend', 'passed', 'toArrange'],
  to: ['toCommend', 'passed', 'toArrange'],
  by: hr,
  asks: { [key]: asked, reason: reasonAsked },
  sets: (c) => ({
    [key]: c.input[key] ?? null,
    result: resultOf(withInput(c)),
    ...commendation(stateAfter(withInput(c))),
    followUpNote: c.input['reason'] ?? null,
  }),
  settle: (c) => stateAfter(withInput(c)),
});

export const trainingResultsWorkflow = defineWorkflow(trainingResults, {
  opens: {
    article: '7.3.1',
    by: hr,
    in: ['toCommend', 'passed', 'toArrange'],
    state: stateAfter,
    sets: (values) => commendation(stateAfter(values)),
  },
  transitions: {
    commend: {
      article: '7.3.3',
      label: { zh: '已表彰', en: 'Commended' },
      look: 'main',
      from: ['toCommend'],
      to: ['closed'],
      by: hr,
      asks: { followUpNote: textColumn({ zh: '怎样表彰', en: 'How' }) },
      sets: ({ input, facts }) => ({ followUpDone: facts.today, followUpNote: input['followUpNote'] ?? null }),
    },
    arrangeMakeUp: arranging('makeUp', 'training-make-up', {
      label: { zh: '安排补考', en: 'Arrange a make-up exam' },
      when: ({ record }) => isScored(record.values),
    }),
    arrangeRetraining: arranging('retrain', 'training-again', {
      label: { zh: '安排再培训', en: 'Arrange training again' },
      when: () => true,
    }),
    makeUp: {
      article: '7.3.3',
      label: { zh: '登记补考分数', en: 'Enter the make-up score' },
      look: 'main',
      from: ['makeUp'],
      to: ['closed', 'toArrange'],
      by: hr,
      asks: {
        score: scoreAsked,
        makeUpOn: day(
          { zh: '补考日期', en: 'Made up on' },
          { required: true, past: true, default: ({ today }) => today },
        ),
      },
      faults: ({ record, input }): Faults =>
        text(input['makeUpOn']) < text(record.values['assessedOn'])
          ? { makeUpOn: { words: { zh: '不能早于首次评估。', en: 'Not before the first assessment.' } } }
          : {},
      sets(c) {
        const { record, input } = c;
        const passed = resultOf(withInput(c)) !== 'unqualified';
        return {
          score: input['score'] ?? null,
          firstScore: isEmpty(record.values['firstScore']) ? record.values['score']! : record.values['firstScore']!,
          makeUpOn: input['makeUpOn'] ?? null,
          result: resultOf(withInput(c)),
          followUp: passed ? 'makeUp' : null,
          followUpDue: passed ? record.values['followUpDue']! : null,
          followUpDone: passed ? input['makeUpOn']! : null,
        };
      },
      settle: (c) => (resultOf(withInput(c)) === 'unqualified' ? 'toArrange' : 'closed'),
    },
    retrained: {
      article: '7.3.3',
      label: { zh: '再培训已完成', en: 'Trained again' },
      look: 'main',
      from: ['retrain'],
      to: ['closed'],
      by: hr,
      asks: {
        followUpDone: day(
          { zh: '完成日期', en: 'Done on' },
          { required: true, past: true, default: ({ today }) => today },
        ),
        followUpNote: textColumn({ zh: '后续说明', en: 'About it' }),
      },
      sets: ({ input }) => ({
        followUpDone: input['followUpDone'] ?? null,
        followUpNote: input['followUpNote'] ?? null,
      }),
    },
    correctScore: correcting('score', scoreAsked, {
      label: { zh: '更正分数', en: 'Correct the score' },
      when: ({ record }) => isScored(record.values) && isEmpty(record.values['firstScore']),
    }),
    correctRating: correcting('rating', choice({ zh: '评定', en: 'Judgement' }, results, { required: true }), {
      label: { zh: '更正评定', en: 'Correct the judgement' },
      when: ({ record }) => !isScored(record.values),
    }),
  },
  due: (record) => dueOn(record),
  isOpen: ({ values }) => isUnsettled(values),
});
