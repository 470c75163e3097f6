// The duties' part of the board: tasks and by when (1.3.7), what is to be checked and put right (1.3.6, 3.2.3, 4.2.4), and
// incidents that are not dealt with (8.2).
import type { BoardSection, Chip, Start } from '../../kernel/board';
import { hasRole, samePerson } from '../../kernel/facts';
import { text, type RecordRow } from '../../kernel/values';
import { composed, type Words } from '../../kernel/words';
import { checkKinds, type CheckKind } from './checks.register';
import { gist, told } from './naming';
import { checksDue, daysLate, isToDo, isWeekly } from './rules';

const chip = (words: Words, tone: Chip['tone'], values?: Chip['values']): Chip => ({
  words,
  tone,
  ...(values && { values }),
});

const taskSection: BoardSection = {
  key: 'duties-tasks',
  register: 'tasks',
  title: { zh: '交办事项', en: 'Tasks' },
  empty: { zh: '没有待办的交办事项。', en: 'There are no tasks to do.' },
  onlyFilled: true,
  tone: 'waiting',
  shows: ({ values }) => isToDo(values),
  // HR may read them all, and works on its own.
  isFor: (actor, { values }, { directory }) =>
    hasRole(actor, 'front') ||
    ['assignee', 'givenBy'].some((key) => samePerson(text(values[key]), actor.person, directory)),
  chips({ values }, facts) {
    const n = daysLate(values, facts);
    if (n > 0) return [chip({ zh: '逾期 {n} 天', en: '{n} days overdue' }, 'late', { n })];
    if (n === 0) return [chip({ zh: '今天到期', en: 'Due today' }, 'late')];
    return [chip({ zh: '{due} 前', en: 'by {due}' }, 'waiting', { due: text(values['dueOn']) })];
  },
  detail: ({ values }, facts) => told(facts, text(values['assignee']), text(values['givenBy'])),
  order: ({ values }) => text(values['dueOn']),
  next: () => 'done',
};

const today: Words = { zh: '检查：{what}（今天）', en: 'Check: {what} (today)' };
const thisWeek: Words = { zh: '检查：{what}（本周）', en: 'Check: {what} (this week)' };

const checkSection: BoardSection = {
  key: 'duties-checks',
  register: 'checks',
  title: { zh: '环境检查', en: 'Checks' },
  empty: { zh: '该做的检查都做了。', en: 'Everything has been checked.' },
  onlyFilled: true,
  tone: 'waiting',
  shows: ({ values }) => values['state'] === 'open',
  detail: ({ values }, facts) => told(facts, gist(values['remark']), text(values['day'])),
  order: ({ values }) => text(values['day']),
  next: () => 'putRight',
  starts(open: readonly RecordRow[], facts) {
    const offer = (what: CheckKind): Start => ({
      register: 'checks',
      label: composed(isWeekly(what, facts) ? thisWeek : today, { what: checkKinds[what] }),
      values: { what },
    });
    return hasRole(facts.actor, 'front') ? checksDue(open, facts).map(offer) : [];
  },
};

const incidentSection: BoardSection = {
  key: 'duties-incidents',
  register: 'incidents',
  title: { zh: '处理中的服务情况', en: 'Open incidents' },
  empty: { zh: '没有处理中的情况。', en: 'No incident is open.' },
  onlyFilled: true,
  tone: 'late',
  shows: ({ values }) => values['state'] === 'open',
  order: ({ values }) => text(values['at']),
  next: () => 'resolve',
};

export const board: readonly BoardSection[] = [taskSection, checkSection, incidentSection];
