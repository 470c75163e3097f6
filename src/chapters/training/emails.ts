// 7.1.1: a training is announced a week before; 7.2.3: who was there confirms it; 7.3.3: who falls short hears what follows,
// and by when. Nothing of a score or a result stands in any of these letters.
import type { Facts } from '../../kernel/facts';
import type { Letter } from '../../kernel/letter';
import type { Register } from '../../kernel/register';
import { text, type Values } from '../../kernel/values';
import { personIn, role, type LetterKind, type Party } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { pairs, topicOf } from './naming';
import { isPlanned } from './rules';
import { trainingAttendance } from './training-attendance.register';
import { attendancePage } from './training-attendance.workflow';
import { trainingPlan } from './training-plan.register';
import { trainingResults } from './training-results.register';

interface Wording {
  readonly subject: Words;
  readonly sentence: Words;
  readonly why: Words;
  readonly button?: Words;
}

function letterOf(
  register: Register,
  values: Values,
  columns: readonly string[],
  wording: Wording,
  facts: Facts,
): Letter {
  const { language } = facts;
  const said = {
    topic: text(values['topic']) || topicOf(values['training']),
    day: text(values['plannedOn']) || text(values['followUpDue']),
    person: text(values['person']),
  };
  return {
    subject: say(wording.subject, language, said),
    sentence: say(wording.sentence, language, said),
    facts: pairs(register, values, columns, facts),
    why: say(wording.why, language),
    ...(wording.button && { button: say(wording.button, language) }),
  };
}

const announced = (key: string, to: Party, sentence: Words, why: Words): LetterKind => ({
  key,
  register: 'training-plan',
  to,
  weight: 3,
  // The clock announces it, whoever has planned it.
  evenActor: true,
  isDue: ({ values }, { today }) => isPlanned(values) && text(values['plannedOn']) >= today,
  make: ({ values }, facts) =>
    letterOf(
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
    letterOf(
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
    letterOf(
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

const followUp = (key: string, state: string, subject: Words, sentence: Words): LetterKind => ({
  key,
  register: 'training-results',
  to: personIn('person'),
  weight: 2,
  isDue: ({ values }) => values['state'] === state,
  make: ({ values }, facts) =>
    letterOf(
      trainingResults,
      values,
      ['training', 'followUpDue'],
      {
        subject,
        sentence,
        why: { zh: '您收到本邮件，因为您参加了这次培训。', en: 'You get this because you were at this training.' },
      },
      facts,
    ),
});

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
  followUp(
    'training-make-up',
    'makeUp',
    { zh: '安排了补考：{topic}（{day} 前）', en: 'A make-up exam: {topic}, by {day}' },
    {
      zh: '这次培训给您安排了补考，请在 {day} 前完成，具体时间请与行政人事约定。',
      en: 'A make-up exam is arranged for you by {day}. Please agree the time with HR.',
    },
  ),
  followUp(
    'training-again',
    'retrain',
    { zh: '安排了再培训：{topic}（{day} 前）', en: 'Training again: {topic}, by {day}' },
    {
      zh: '这次培训的内容给您安排了再培训，请在 {day} 前完成，具体时间请与行政人事约定。',
      en: 'You are to be trained again in this by {day}. Please agree the time with HR.',
    },
  ),
];
