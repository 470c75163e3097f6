// 8.5.2: a weak result continues as a training of the plan, which names nobody and no points.
import type { Follow } from '../../kernel/chapter';
import { hasRole } from '../../kernel/facts';
import { isTrainingProposed, trainingFor } from './development';
import { isScored } from './rules';

export const follows: readonly Follow[] = [
  {
    from: 'appraisals',
    register: 'training-plan',
    label: { zh: '列入培训计划', en: 'Plan a training' },
    when: ({ values }, { actor }) => hasRole(actor, 'hr') && isScored(values) && isTrainingProposed(values),
    values: ({ values }, { language }) => trainingFor(values, language),
  },
];
