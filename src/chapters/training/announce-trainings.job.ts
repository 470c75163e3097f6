// 7.1.1: a week before a planned training its trainer and the front desk are reminded, once for each day that it is planned for.
import type { Job } from '../../kernel/job';
import { isToAnnounce } from './rules';

export const announceTrainings: Job = {
  key: 'training-announce',
  article: '7.1.1',
  when: 'morning',
  registers: ['training-plan'],
  plan: (open, facts) => ({
    acts: (facts.calendar.isWorkDay(facts.today) ? open : [])
      .filter(({ values }) => isToAnnounce(values, facts))
      .map((record) => ({ register: 'training-plan', record, transition: 'announce' })),
  }),
};
