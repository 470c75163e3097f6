// 2.2.4: a promised reply that is overdue is chased: once by a letter with a link, on a working day,
// then in the morning letters.
import type { Job } from '../../kernel/job';
import { isEmpty } from '../../kernel/values';
import { isOverdue } from './rules';

export const chaseReplies: Job = {
  key: 'reception-chase-replies',
  article: '2.2.4',
  when: 'morning',
  registers: ['calls'],
  plan: (open, facts) => ({
    acts: (facts.calendar.isWorkDay(facts.today) ? open : [])
      .filter(({ register, values }) => register === 'calls' && isOverdue(values, facts) && isEmpty(values['chasedAt']))
      .map((record) => ({ register: 'calls', record, transition: 'chaseReply' })),
  }),
};
