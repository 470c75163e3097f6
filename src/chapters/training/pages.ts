// 7.2.3: the page on which who was at a training says so, and may add notes.
import { personIn, type LinkPage } from '../../kernel/workflow';
import { say } from '../../kernel/words';
import { pairs } from '../../kernel/pairs';
import { trainingAttendance } from './training-attendance.register';
import { attendancePage } from './training-attendance.workflow';

export const pages: readonly LinkPage[] = [
  {
    key: attendancePage,
    register: 'training-attendance',
    title: { zh: '参训确认', en: 'Were you at this training?' },
    holder: personIn('person'),
    binds: ['training', 'person', 'present'],
    isOpen: ({ values }) => values['state'] === 'unsigned',
    sentence: (_, { language }) =>
      say(
        {
          zh: '签到表上记着您参加了这次培训。参加了就点“我参加了”，学习笔记可以写，也可以不写。',
          en: 'You are on the attendance sheet of this training. If you were there, press the button; notes are welcome.',
        },
        language,
      ),
    facts: ({ values }, facts) => pairs(trainingAttendance, values, ['training', 'person', 'recordedBy'], facts),
  },
];
