// 8.4.1, 8.4.2: what a round asks of somebody by link: with a day by which it is due, chased by the clock, asked for again.
import { text } from '../../kernel/values';
import { clock, role, type Opening, type Transition, type WorkflowDefinition } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { dueFrom, isToChase } from './rules';

export const hr = [role('hr')];

interface Asked {
  readonly article: string;
  readonly letter: string;
  /** The column of who is asked. */
  readonly of: string;
  /** The state of what is no longer asked for, from which it can be asked for again. */
  readonly givenUp: string;
  readonly again: Words;
}

interface Asking extends Required<Pick<WorkflowDefinition, 'due' | 'holder' | 'isOpen'>> {
  readonly opens: Opening;
  readonly remind: Transition;
  readonly askAgain: Transition;
}

export function asking({ article, letter, of, givenUp, again }: Asked): Asking {
  const tells = [{ letter }];
  return {
    opens: {
      article,
      by: hr,
      in: ['asked'],
      state: () => 'asked',
      sets: (_, facts) => ({ dueOn: dueFrom(facts) }),
      tells,
    },
    remind: {
      article,
      label: { zh: '提醒', en: 'Reminded' },
      from: ['asked'],
      to: ['asked'],
      by: [clock],
      when: ({ record, facts }) => isToChase(record.values, facts),
      sets: ({ facts }) => ({ remindedOn: facts.today }),
      tells,
    },
    askAgain: {
      article,
      label: again,
      from: [givenUp],
      to: ['asked'],
      by: hr,
      sets: ({ facts }) => ({ dueOn: dueFrom(facts), remindedOn: null }),
      tells,
    },
    due: ({ values }) => (values['state'] === 'asked' ? text(values['dueOn']) : null),
    holder: ({ values }) => text(values[of]),
    isOpen: ({ values }) => values['state'] === 'asked',
  };
}
