// 2.1.3: the visitor wants to see somebody else after all: who is asked now is told at once.
import { personOrDepartment } from '../../kernel/columns';
import { isEmpty, text, type Values } from '../../kernel/values';
import { clock, role, type Case, type Telling, type Transition } from '../../kernel/workflow';
import { attendantIsHost, attendantOf, isLeftOver } from './rules';
import { hasTypedHost, isUnanswered } from './waiting';

/** The same person or department, however it is written. */
const isSameHost = ({ record, input, facts: { directory } }: Case): boolean => {
  const [before, after] = [text(record.values['host']), text(input['host'])];
  const person = directory.department(after) ? undefined : directory.person(after);
  return before === after || (person !== undefined && person === directory.person(before));
};

const tells = (letter: string, toHost: boolean): Telling => ({
  letter,
  when: ({ record: { values }, facts }) =>
    values['late'] !== true &&
    isUnanswered(values) &&
    !isLeftOver(values, facts) &&
    attendantIsHost(values, facts) === toHost,
});

export const rehosting: Readonly<Record<string, Transition>> = {
  rehost: {
    article: '2.1.3',
    label: { zh: '改拜访对象', en: 'Another host' },
    from: ['expected', 'here'],
    to: ['expected', 'here'],
    by: [role('front'), clock],
    when: ({ record }) => isEmpty(record.values['guidedTo']),
    asks: { host: personOrDepartment({ zh: '拜访对象', en: 'Host' }, { required: true }) },
    unless: [
      {
        article: '2.1.3',
        sentence: { zh: '拜访对象没有变。', en: 'This is the host already.' },
        applies: (c) => isSameHost(c) && !hasTypedHost(c.record.values, c.facts),
      },
    ],
    settle: ({ record }) => text(record.values['state']),
    sets: (c): Values => {
      const host: Values = isSameHost(c) ? {} : { host: c.input['host'] ?? null };
      if (c.record.values['state'] === 'expected') return host;
      const attendant = attendantOf({ ...c.record.values, ...host }, c.facts);
      return { ...host, attendant, hostAnswer: null, hostAnsweredAt: null, reached: null };
    },
    tells: [tells('visit-arrived', true), tells('visit-stand-in', false)],
    done: { zh: '已改，正在通知新的拜访对象。', en: 'Changed; the new host is being told.' },
  },
};
