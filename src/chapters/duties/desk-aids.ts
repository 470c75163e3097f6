// 8.2: a call that was a complaint is entered as an incident, filled in with what is known already.
import type { Follow } from '../../kernel/chapter';

export const follows: readonly Follow[] = [
  {
    from: 'calls',
    register: 'incidents',
    label: { zh: '登记为服务情况', en: 'Enter as an incident' },
    when: ({ values }) => values['kind'] === 'complaint',
    values: ({ values }) => ({
      at: values['at'] ?? null,
      kind: 'complaint',
      what: values['subject'] ?? null,
      isClient: values['isClient'] ?? null,
    }),
  },
];
