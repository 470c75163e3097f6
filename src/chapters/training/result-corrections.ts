// 7.3.1: somebody has mistyped a score or a judgement: what follows from it is found anew, with a reason.
import { choice, number, text as textColumn, type Column } from '../../kernel/columns';
import { isEmpty, type Values } from '../../kernel/values';
import { role, type Case, type Transition } from '../../kernel/workflow';
import { results } from './result-marks';
import { isScored, resultOf, stateAfter } from './rules';

export const scoreAsked: Column = number(
  { zh: '分数', en: 'Score' },
  { required: true, min: 0, max: 100, whole: false },
);
const reasonAsked: Column = textColumn({ zh: '更正原因', en: 'Reason' }, { required: true });

/** The result as it is with what was filled in. */
export const withInput = ({ record, input }: Case): Values => ({ ...record.values, ...input });

export const commendation = (state: string): Values => ({ followUp: state === 'toCommend' ? 'commend' : null });

const correcting = (key: 'score' | 'rating', asked: Column, more: Pick<Transition, 'label' | 'when'>): Transition => ({
  article: '7.3.1',
  ...more,
  from: ['toCommend', 'passed', 'toArrange'],
  to: ['toCommend', 'passed', 'toArrange'],
  by: [role('hr')],
  asks: { [key]: asked, reason: reasonAsked },
  sets: (c) => ({
    [key]: c.input[key] ?? null,
    result: resultOf(withInput(c)),
    ...commendation(stateAfter(withInput(c))),
    followUpNote: c.input['reason'] ?? null,
  }),
  settle: (c) => stateAfter(withInput(c)),
});

export const corrections: Readonly<Record<string, Transition>> = {
  correctScore: correcting('score', scoreAsked, {
    label: { zh: '更正分数', en: 'Correct the score' },
    when: ({ record }) => isScored(record.values) && isEmpty(record.values['firstScore']),
  }),
  correctRating: correcting('rating', choice({ zh: '评定', en: 'Judgement' }, results, { required: true }), {
    label: { zh: '更正评定', en: 'Correct the judgement' },
    when: ({ record }) => !isScored(record.values),
  }),
};
