// 1.3.7: a task is told to who is to do it, and its end to who gave it: done, or dropped with a reason.
import { longText, person } from '../../kernel/columns';
import { at } from '../../kernel/civil';
import { samePerson } from '../../kernel/facts';
import { isEmpty, text } from '../../kernel/values';
import { clock, defineWorkflow, personIn, role, type Transition } from '../../kernel/workflow';
import { nowOf } from './rules';
import { tasks } from './tasks.register';

const article = '1.3.7';
const desk = [role('front'), role('hr')];
const assignee = personIn('assignee');
const giver = personIn('givenBy');
/** The page on which the assignee says that it is done. */
export const taskPage = 'task';

const transitions: Readonly<Record<string, Transition>> = {
  done: {
    article,
    label: { zh: '已完成', en: 'Done' },
    from: ['open'],
    to: ['done'],
    by: [...desk, assignee, clock],
    asks: { result: longText({ zh: '办理结果', en: 'Result' }) },
    sets: ({ input, record, facts }) => ({
      result: input['result'] ?? record.values['result'] ?? null,
      doneAt: nowOf(facts),
    }),
    tells: [{ letter: 'task-done' }],
    page: taskPage,
    look: 'main',
    done: { zh: '已登记完成，谢谢。', en: 'Noted as done. Thank you.' },
  },
  passOn: {
    article,
    label: { zh: '改由他人办理', en: 'Pass on' },
    from: ['open'],
    to: ['open'],
    by: [...desk, giver],
    asks: { assignee: person({ zh: '承办人', en: 'Assignee' }, { required: true }) },
    unless: [
      {
        article,
        sentence: { zh: '这件事已经由这个人承办。', en: 'This person has the task already.' },
        applies: ({ record, input, facts: { directory } }) =>
          samePerson(text(input['assignee']), text(record.values['assignee']), directory),
      },
    ],
    sets: ({ input }) => ({ assignee: input['assignee'] ?? null }),
    tells: [{ letter: 'task-given' }],
    done: { zh: '已改派，新的承办人会收到邮件。', en: 'Passed on. The new assignee gets an e-mail.' },
  },
  tellAgain: {
    article,
    label: { zh: '重发邮件', en: 'Send the e-mail again' },
    from: ['open'],
    to: ['open'],
    by: desk,
    tells: [{ letter: 'task-given' }],
    done: { zh: '邮件马上重发。', en: 'The e-mail is being sent again.' },
  },
  drop: {
    article,
    label: { zh: '不再办理', en: 'Drop' },
    from: ['open'],
    to: ['dropped'],
    by: [...desk, giver],
    asks: { result: longText({ zh: '不再办理的原因', en: 'Why it is dropped' }, { required: true }) },
    sets: ({ input }) => ({ result: input['result'] ?? null }),
    tells: [{ letter: 'task-dropped' }, { letter: 'task-dropped-giver' }],
    look: 'danger',
    done: { zh: '已注明不再办理。', en: 'Noted as dropped.' },
  },
};

export const tasksWorkflow = defineWorkflow(tasks, {
  opens: {
    article,
    by: desk,
    in: ['open', 'done'],
    state: (values) => (isEmpty(values['result']) ? 'open' : 'done'),
    sets: (values, facts) => ({ doneAt: isEmpty(values['result']) ? null : nowOf(facts) }),
    tells: [
      { letter: 'task-given', when: ({ record }) => record.values['state'] === 'open' },
      { letter: 'task-done', when: ({ record }) => record.values['state'] === 'done' },
    ],
  },
  transitions,
  typed: {
    steps: ['done'],
    follow: ({ values }) =>
      values['state'] === 'open' && !isEmpty(values['result']) ? { transition: 'done' } : undefined,
  },
  due: ({ values }) => at(text(values['dueOn']), '23:59'),
  holder: ({ values }) => text(values['assignee']),
});
