// 1.3.7: temporary tasks that leaders give: who gave it, by when, done when.
import { day, longText, moment, person } from '../../kernel/columns';
import { hasRole, type Facts } from '../../kernel/facts';
import { defineRegister, state } from '../../kernel/register';
import { text } from '../../kernel/values';
import { gist, told } from './naming';

/** Whoever enters a task at the front desk mostly carries it out. */
const ownTask = ({ actor }: Facts): string | null => (hasRole(actor, 'front') ? actor.person || null : null);

export const tasks = defineRegister({
  key: 'tasks',
  workbook: 'desk',
  sheetId: 1101,
  article: '1.3.7',
  title: { zh: '临时交办事项登记表', en: 'Tasks' },
  serial: 'RW',
  columns: {
    givenBy: person({ zh: '交办人', en: 'Given by' }, { required: true }),
    content: longText({ zh: '交办事项', en: 'Task' }, { required: true }),
    dueOn: day({ zh: '完成期限', en: 'Due' }, { required: true }),
    assignee: person({ zh: '承办人', en: 'Assignee' }, { required: true, default: ownTask }),
    doneAt: moment({ zh: '完成时间', en: 'Done' }, { by: 'workflow' }),
    result: longText(
      { zh: '办理结果', en: 'Result' },
      {
        help: {
          zh: '办好后填写。直接填在表格里的，当晚自动办结。',
          en: 'For a task that is done. Typed into the tab, it closes the task the same evening.',
        },
      },
    ),
    state: state({
      open: { words: { zh: '待办', en: 'To do' }, tone: 'waiting' },
      done: { words: { zh: '已完成', en: 'Done' }, tone: 'done' },
      dropped: { words: { zh: '不再办理', en: 'Dropped' }, tone: 'off' },
    }),
  },
  main: ['givenBy', 'content', 'dueOn', 'assignee'],
  read: ['front', 'hr'],
  write: ['front', 'hr'],
  heading: (row) => gist(row['content']),
  detail: (row, facts) => told(facts, text(row['dueOn']), text(row['assignee'])),
});
