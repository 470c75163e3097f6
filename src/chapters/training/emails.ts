// 7.1.1: a training is announced a week before; 7.2.3: who was there confirms it, and who recorded it hears of a mistake.
import { text } from '../../kernel/values';
import { personIn, role, type LetterKind, type Party } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { followUpLetters } from './follow-up-emails';
import { letterAbout } from './naming';
import { isPlanned } from './rules';
import { trainingAttendance } from './training-attendance.register';
import { attendancePage } from './training-attendance.workflow';
import { trainingPlan } from './training-plan.register';

const announced = (key: string, to: Party, sentence: Words, why: Words): LetterKind => ({
  key,
  register: 'training-plan',
  to,
  weight: 3,
  // The clock announces it, whoever has planned it.
  evenActor: true,
  isDue: ({ values }, { today }) => isPlanned(values) && text(values['plannedOn']) >= today,
  make: ({ values }, facts) =>
    letterAbout(
      trainingPlan,
      values,
      ['topic', 'area', 'way', 'plannedOn', 'trainer', 'hours', 'audience', 'content'],
      { subject: { zh: '培训提醒：{topic}（{day}）', en: 'Training ahead: {topic} ({day})' }, sentence, why },
      facts,
    ),
});

const confirm: LetterKind = {
  key: 'training-confirm',
  register: 'training-attendance',
  to: personIn('person'),
  weight: 3,
  page: attendancePage,
  isDue: ({ values }) => values['state'] === 'unsigned',
  make: ({ values }, facts) =>
    letterAbout(
      trainingAttendance,
      values,
      ['training', 'recordedBy'],
      {
        subject: { zh: '请确认参训：{topic}', en: 'Were you there: {topic}' },
        sentence: {
          zh: '签到表上记着您参加了这次培训，请确认；有学习笔记也可以写上。',
          en: 'You are on the attendance sheet of this training. Please confirm; you may add notes.',
        },
        button: { zh: '查看并确认', en: 'View and confirm' },
        why: { zh: '您收到本邮件，因为签到表上有您。', en: 'You get this because you are on the sheet.' },
      },
      facts,
    ),
};

const denied: LetterKind = {
  key: 'training-denied',
  register: 'training-attendance',
  to: personIn('recordedBy'),
  weight: 3,
  isDue: ({ values }) => values['state'] === 'absent',
  make: ({ values }, facts) =>
    letterAbout(
      trainingAttendance,
      values,
      ['training', 'person'],
      {
        subject: { zh: '{person}说没有参加：{topic}', en: '{person} was not at {topic}' },
        sentence: {
          zh: '{person}说没有参加这次培训，签到表已改为未到场。记错的是哪一方，请问清楚。',
          en: '{person} says they were not at this training; the sheet says so now. Please find out what is right.',
        },
        why: { zh: '您收到本邮件，因为签到是您登记的。', en: 'You get this because you took the attendance.' },
      },
      facts,
    ),
};

export const letters: readonly LetterKind[] = [
  announced(
    'training-announced-trainer',
    personIn('trainer'),
    { zh: '{day} 的培训由您主讲，请做好准备。', en: 'You give this training on {day}. Please prepare for it.' },
    { zh: '您收到本邮件，因为讲师填的是您。', en: 'You get this because you are named as the trainer.' },
  ),
  announced(
    'training-announced-front',
    role('front'),
    {
      zh: '{day} 有这次培训。请通知参加的人，备好场地和签到；要改期请在侧栏办理。',
      en: 'This training is on {day}. Please tell those who attend, and see to the room and the sheet; a change of the day is made in the sidebar.',
    },
    { zh: '您收到本邮件，因为您在前台。', en: 'You get this because you are at the front desk.' },
  ),
  confirm,
  denied,
  ...followUpLetters,
];
