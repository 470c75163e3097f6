// 1.3.7: what people find on their own page of the tasks: those that are theirs to do, and those that they gave.
import type { MineSection } from '../../kernel/mine';
import { isFreshlyDone, isToDo } from './rules';
import { taskPage } from './tasks.workflow';

export const mine: readonly MineSection[] = [
  {
    key: 'tasks',
    title: { zh: '交办给我的事项', en: 'Tasks for me' },
    empty: { zh: '没有交办给您的事项。', en: 'There is no task for you.' },
    tone: 'waiting',
    register: 'tasks',
    person: 'assignee',
    shows: ({ values }) => isToDo(values),
    page: taskPage,
  },
  {
    key: 'tasks-given',
    title: { zh: '我交办的事项', en: 'Tasks that I gave' },
    tone: 'active',
    register: 'tasks',
    person: 'givenBy',
    shows: ({ values }, facts) => isToDo(values) || isFreshlyDone(values, facts),
  },
];
