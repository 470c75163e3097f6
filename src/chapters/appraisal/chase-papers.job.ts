// 8.1.3, 8.4.1, 8.4.2: summaries, views and answers that are due are chased; an answer that never comes counts as none.
import type { Act, Job } from '../../kernel/job';
import type { RecordRow } from '../../kernel/values';
import type { Facts } from '../../kernel/facts';
import { isSilent, isToChase } from './rules';

function actOn(record: RecordRow, facts: Facts): readonly Act[] {
  const { register, values } = record;
  if (isSilent(values, facts)) return [{ register, record, transition: 'noAnswer' }];
  const isAwaited = values['state'] === 'asked' || values['state'] === 'acknowledging';
  return isAwaited && isToChase(values, facts) ? [{ register, record, transition: 'remind' }] : [];
}

export const chasePapers: Job = {
  key: 'appraisal-chase-papers',
  article: '8.1.3, 8.4.1–8.4.2',
  when: 'morning',
  registers: ['self-summaries', 'colleague-views', 'appraisals'],
  plan: (open, facts) => ({
    acts: (facts.calendar.isWorkDay(facts.today) ? open : []).flatMap((record) => actOn(record, facts)),
  }),
};
