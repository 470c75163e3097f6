// 3.3.1: a minimum that somebody has changed on the tab is looked at in the morning.
import type { Job } from '../../kernel/job';
import { standing } from '../../kernel/workflow';
import { itemsWorkflow } from './items.workflow';

const { recheck } = itemsWorkflow.transitions;

export const recheckLevels: Job = {
  key: 'supplies-recheck-levels',
  article: '3.3.1',
  when: 'morning',
  registers: [],
  reads: ['items'],
  plan: (items, facts) => ({
    acts: items
      .filter(({ values }) => values['state'] === 'enough' || values['state'] === 'low')
      .filter((record) => recheck!.when!(standing(record, facts)))
      .map((record) => ({ register: 'items', record, transition: 'recheck' })),
  }),
};
