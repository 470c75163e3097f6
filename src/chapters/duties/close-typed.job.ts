// 1.3.7, 1.3.6, 8.2: results, corrections and ends that people typed into the tabs carry their records on.
import type { Facts } from '../../kernel/facts';
import type { Job } from '../../kernel/job';
import { isEmpty, type RecordRow, type Values } from '../../kernel/values';
import { hasTypedEnd } from './rules';

/** The step that follows from what was typed, by register; all of them leave the state `open`. */
const steps: Readonly<Record<string, { readonly transition: string; typed(values: Values, facts: Facts): boolean }>> = {
  tasks: { transition: 'done', typed: (task) => !isEmpty(task['result']) },
  checks: { transition: 'putRight', typed: (check) => check['done'] === true },
  incidents: { transition: 'resolve', typed: hasTypedEnd },
};

export const closeTyped: Job = {
  key: 'duties-close-typed',
  article: '1.3.7',
  when: 'evening',
  registers: Object.keys(steps),
  plan: (open, facts) => ({
    acts: open.flatMap((record: RecordRow) => {
      const step = steps[record.register];
      return step && record.values['state'] === 'open' && step.typed(record.values, facts)
        ? [{ register: record.register, record, transition: step.transition }]
        : [];
    }),
  }),
};
