// 8.3, 8.4.1: HR opens a round at a quarter's end and closes it when every appraisal of it is closed.
import type { Sentence } from '../../kernel/errors';
import { text } from '../../kernel/values';
import { defineWorkflow, role, type Guard } from '../../kernel/workflow';
import { appraisalRounds } from './appraisal-rounds.register';
import { appraisedIn } from './participants';
import { spanOf } from './quarter';
import { isOfQuarter } from './rules';
import { roundMoves } from './round';

const unfinished: Guard = {
  article: '8.3',
  sentence: {
    zh: '本季度还有没办结的考核表，请先办完。',
    en: 'Appraisals of this quarter are still under way; please finish them first.',
  },
  applies: ({ record, related }) =>
    related('appraisals').some(
      (one) => isOfQuarter(one, text(record.values['quarter'])) && one.values['state'] !== 'closed',
    ),
};

export const appraisalRoundsWorkflow = defineWorkflow(appraisalRounds, {
  opens: {
    article: '8.3, 8.4.1',
    by: [role('hr')],
    in: ['open'],
    state: () => 'open',
    faults({ quarter }, facts): Readonly<Record<string, Sentence>> {
      if (!/^\d{4}Q[1-4]$/.test(text(quarter)) || appraisedIn(spanOf(text(quarter)), facts).length > 0) return {};
      return {
        quarter: {
          words: {
            zh: '员工花名册里没有本季度在职的前台人员。',
            en: 'The staff list has nobody at the front desk who was employed in this quarter.',
          },
        },
      };
    },
    moves: ({ quarter }, facts) => roundMoves(text(quarter), facts),
    opensIn: ['appraisals', 'self-summaries', 'colleague-views'],
  },
  transitions: {
    close: {
      article: '8.3',
      label: { zh: '结束本轮', en: 'Close the round' },
      look: 'main',
      from: ['open'],
      to: ['closed'],
      by: [role('hr')],
      reads: ['appraisals'],
      unless: [unfinished],
    },
  },
  holder: ({ values }) => text(values['recordedBy']),
});
