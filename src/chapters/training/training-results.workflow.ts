// 7.3.3: the outstanding are commended; who falls short sits a make-up exam or is trained again, by a day.
import { day, text as textColumn, type Column } from '../../kernel/columns';
import type { Sentence } from '../../kernel/errors';
import { isEmpty, text } from '../../kernel/values';
import { defineWorkflow, role, type Case, type Transition } from '../../kernel/workflow';
import { commendation, corrections, scoreAsked, withInput } from './result-corrections';
import { dueOn, isScored, isUnsettled, resultOf, stateAfter } from './rules';
import { trainingResults } from './training-results.register';

const hr = [role('hr')];

const dueAsked: Column = day({ zh: '期限', en: 'By' }, { required: true });

type Faults = Readonly<Record<string, Sentence>>;

const notBefore = ({ input, facts }: Case): Faults =>
  text(input['followUpDue']) < facts.today
    ? { followUpDue: { words: { zh: '期限不能早于今天。', en: 'Not before today.' } } }
    : {};

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
    ...corrections,
  },
  due: (record) => dueOn(record),
  isOpen: ({ values }) => isUnsettled(values),
});
