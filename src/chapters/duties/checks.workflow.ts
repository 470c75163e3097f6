// 1.3.6, 3.2.3, 4.2.4: what was not in order is put right. A check stays among the open records while its day or week
// lasts: by that the board knows what is still to be checked.
import { text } from '../../kernel/values';
import { clock, defineWorkflow, role } from '../../kernel/workflow';
import { checks } from './checks.register';
import { standsStill } from './rules';

const { article } = checks;
const desk = [role('front'), role('hr')];

export const checksWorkflow = defineWorkflow(checks, {
  opens: {
    article,
    by: desk,
    in: ['open', 'done'],
    state: (values) => (values['done'] === true ? 'done' : 'open'),
  },
  transitions: {
    putRight: {
      article,
      label: { zh: '已整改', en: 'Put right' },
      from: ['open'],
      to: ['done'],
      by: [...desk, clock],
      sets: () => ({ done: true }),
      look: 'main',
    },
    file: {
      article,
      label: { zh: '归档', en: 'Filed' },
      from: ['done'],
      to: ['filed'],
      by: [clock],
      when: ({ record, facts }) => !standsStill(record.values, facts),
    },
  },
  typed: {
    steps: ['putRight'],
    follow: ({ values }) =>
      values['state'] === 'open' && values['done'] === true ? { transition: 'putRight' } : undefined,
  },
  holder: ({ values }) => text(values['recordedBy']),
});
