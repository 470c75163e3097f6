// The duties' parts of the morning letters: tasks due and overdue (1.3.7), what is to be checked (1.3.6, 3.2.3, 4.2.4).
import { samePerson, type Person } from '../../kernel/facts';
import type { Digest } from '../../kernel/job';
import { text } from '../../kernel/values';
import { say } from '../../kernel/words';
import { checkKinds, checks } from './checks.register';
import type { Pair } from '../../kernel/pairs';
import { gist, told } from './naming';
import { checksDue, daysLate, isDue, isWeekly } from './rules';

const isFront = (person: Person): boolean => person.roles.includes('front');

const taskDigest: Digest = {
  key: 'duties-tasks',
  article: '1.3.7',
  registers: ['tasks'],
  title: { zh: '到期的交办事项', en: 'Tasks due' },
  lines: (open, person, facts) =>
    open
      .filter(({ values }) => isDue(values, facts))
      .filter(({ values }) => isFront(person) || samePerson(text(values['assignee']), person.staffNo, facts.directory))
      .sort((a, b) => (text(a.values['dueOn']) < text(b.values['dueOn']) ? -1 : 1))
      .map(({ no, values }): Pair => {
        const n = daysLate(values, facts);
        const due = { due: text(values['dueOn']), n };
        return [
          n > 0 ? say({ zh: '{due} 逾期 {n} 天', en: '{due}, {n} days overdue' }, facts.language, due) : due.due,
          told(facts, `${gist(values['content'])} ${no}`, text(values['assignee'])),
        ];
      }),
};

const checkDigest: Digest = {
  key: 'duties-checks',
  article: checks.article,
  registers: ['checks'],
  title: { zh: '要做的环境检查', en: 'Checks to do' },
  lines: (open, person, facts) =>
    (isFront(person) ? checksDue(open, facts) : []).map((what): Pair => [
      say(checkKinds[what], facts.language),
      say(isWeekly(what, facts) ? { zh: '本周内', en: 'this week' } : { zh: '今天', en: 'today' }, facts.language),
    ]),
};

export const digests: readonly Digest[] = [taskDigest, checkDigest];
