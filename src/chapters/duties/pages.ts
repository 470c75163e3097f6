// 1.3.7: the page behind the link in the e-mail about a task.
import { text } from '../../kernel/values';
import { personIn, type LinkPage } from '../../kernel/workflow';
import { say } from '../../kernel/words';
import { pairs } from '../../kernel/pairs';
import { isToDo } from './rules';
import { tasks } from './tasks.register';
import { taskPage } from './tasks.workflow';

const task: LinkPage = {
  key: taskPage,
  register: 'tasks',
  title: { zh: '交办给您的事项', en: 'A task for you' },
  holder: personIn('assignee'),
  binds: ['assignee', 'content', 'dueOn'],
  isOpen: ({ values }) => isToDo(values),
  sentence: ({ values }, { language }) =>
    say({ zh: '请在 {due} 前办好，然后点“已完成”。', en: 'Please do it by {due}, then press “Done”.' }, language, {
      due: text(values['dueOn']),
    }),
  facts: ({ values }, facts) => pairs(tasks, values, ['content', 'dueOn', 'givenBy', 'recordedAt'], facts),
};

export const pages: readonly LinkPage[] = [task];
