// 1.3.7: the e-mails about tasks: to who is to do it, with a link, and about its end to who gave it.
import type { Facts } from '../../kernel/facts';
import { letterOf, type Letter, type Wording } from '../../kernel/letter';
import { text, type RecordRow } from '../../kernel/values';
import { personIn, type LetterKind } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { pairs } from '../../kernel/pairs';
import { gist } from './naming';
import { isToDo } from './rules';
import { tasks } from './tasks.register';
import { taskPage } from './tasks.workflow';

function letter({ no, values }: RecordRow, keys: readonly string[], facts: Facts, wording: Wording): Letter {
  const said = {
    no,
    what: gist(values['content']),
    giver: text(values['givenBy']),
    who: text(values['assignee']),
    due: text(values['dueOn']),
  };
  return letterOf(facts, wording, said, pairs(tasks, values, keys, facts));
}

const yours: Words = { zh: '您收到本邮件，因为这件事由您承办。', en: 'You get this because the task is yours.' };
const fromYou: Words = { zh: '您收到本邮件，因为这件事是您交办的。', en: 'You get this because you gave the task.' };

const given: LetterKind = {
  key: 'task-given',
  register: 'tasks',
  to: personIn('assignee'),
  weight: 3,
  page: taskPage,
  isDue: ({ values }) => isToDo(values),
  make: (record, facts) =>
    letter(record, ['content', 'dueOn', 'givenBy'], facts, {
      subject: { zh: '交办事项：{what} {no}，{due} 前', en: 'Task: {what} {no}, by {due}' },
      sentence: {
        zh: '{giver}交办给您一件事，请在 {due} 前办好。办好后点按钮登记，{giver}会收到邮件。',
        en: '{giver} has given you a task, due by {due}. Use the button when it is done; {giver} is told by e-mail.',
      },
      button: { zh: '查看并登记', en: 'View, and say that it is done' },
      why: yours,
    }),
};

const done: LetterKind = {
  key: 'task-done',
  register: 'tasks',
  to: personIn('givenBy'),
  weight: 4,
  isDue: ({ values }) => values['state'] === 'done',
  make: (record, facts) =>
    letter(record, ['content', 'result', 'assignee', 'doneAt', 'dueOn'], facts, {
      subject: { zh: '已完成：{what} {no}', en: 'Done: {what} {no}' },
      sentence: { zh: '您交办的事，{who}已经办好。', en: 'The task that you gave has been done by {who}.' },
      why: fromYou,
    }),
};

const dropped = (key: string, to: string, sentence: Words, why: Words): LetterKind => ({
  key,
  register: 'tasks',
  to: personIn(to),
  weight: 4,
  isDue: ({ values }) => values['state'] === 'dropped',
  make: (record, facts) =>
    letter(record, ['content', 'result', 'givenBy', 'assignee'], facts, {
      subject: { zh: '不再办理：{what} {no}', en: 'Dropped: {what} {no}' },
      sentence,
      why,
    }),
});

export const letters: readonly LetterKind[] = [
  given,
  done,
  dropped(
    'task-dropped',
    'assignee',
    { zh: '{giver}交办给您的事不用再办了，原因见下。', en: 'The task of {giver} is off; the reason is below.' },
    yours,
  ),
  dropped(
    'task-dropped-giver',
    'givenBy',
    { zh: '您交办的事不再办理，原因见下。', en: 'The task that you gave will not be done; the reason is below.' },
    fromYou,
  ),
];
