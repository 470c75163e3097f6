// 1.3.6, 3.2.3, 4.2.4: checks whose day or week is over are filed.
import type { Job } from '../../kernel/job';
import { checks } from './checks.register';
import { standsStill } from './rules';

export const fileChecks: Job = {
  key: 'duties-file-checks',
  article: checks.article,
  when: 'morning',
  registers: ['checks'],
  plan: (open, facts) => ({
    acts: open
      .filter(({ values }) => values['state'] === 'done' && !standsStill(values, facts))
      .map((record) => ({ register: 'checks', record, transition: 'file' })),
  }),
};
