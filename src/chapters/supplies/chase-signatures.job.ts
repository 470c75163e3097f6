// 3.1.3: what was handed out and not signed for within three days is chased, on working days.
import type { Job } from '../../kernel/job';
import { isSignatureDue } from './rules';

export const chaseSignatures: Job = {
  key: 'supplies-chase-signatures',
  article: '3.1.3',
  when: 'morning',
  registers: ['issues'],
  plan: (open, facts) => ({
    acts: (facts.calendar.isWorkDay(facts.today) ? open : [])
      .filter((one) => isSignatureDue(one, facts))
      .filter((one, index, all) => all.findIndex(({ no }) => no === one.no) === index)
      .map((record) => ({ register: 'issues', record, transition: 'chase' })),
  }),
};
