// Trainings on the board: those of the coming week (7.1.1), those without attendance (7.2.3), those to be assessed (7.3.1).
import type { BoardSection, Chip } from '../../kernel/board';
import { daysBetween } from '../../kernel/civil';
import { hasRole, samePerson, type Actor } from '../../kernel/facts';
import { text } from '../../kernel/values';
import { list } from '../../kernel/words';
import { topicOf } from './naming';
import { isAssessmentDue, isComing, lacksAssessment, lacksAttendance } from './rules';

const isPlanner = (actor: Actor): boolean => hasRole(actor, 'front') || hasRole(actor, 'hr');

const chip = (words: Chip['words'], tone: Chip['tone'], values?: Chip['values']): Chip => ({
  words,
  tone,
  ...(values && { values }),
});

const coming: BoardSection = {
  key: 'training-coming',
  register: 'training-plan',
  title: { zh: '一周内的培训', en: 'Trainings this week' },
  empty: { zh: '一周内没有培训。', en: 'There is no training within a week.' },
  onlyFilled: true,
  tone: 'active',
  shows: ({ values }, facts) => isComing(values, facts),
  isFor: (actor, { values }, { directory }) =>
    isPlanner(actor) || samePerson(text(values['trainer']), actor.person, directory),
  chips({ values }, { today }) {
    const days = daysBetween(today, text(values['plannedOn']));
    if (days < 0) return [chip({ zh: '已过计划日期', en: 'Past its day' }, 'late')];
    if (days === 0) return [chip({ zh: '今天', en: 'Today' }, 'active')];
    return [chip({ zh: '还有 {days} 天', en: 'in {days} days' }, 'waiting', { days })];
  },
  detail: ({ values }, { language }) =>
    list([values['plannedOn'], values['trainer'], values['audience']].map(text).filter(Boolean), language),
  order: ({ values }) => text(values['plannedOn']),
  next: ({ values }, { today }) => (text(values['plannedOn']) <= today ? 'hold' : undefined),
};

const withoutAttendance: BoardSection = {
  key: 'training-without-attendance',
  register: 'training-plan',
  title: { zh: '还没登记签到的培训', en: 'Trainings without attendance' },
  empty: { zh: '举行过的培训都登记了签到。', en: 'Attendance has been taken of every training.' },
  onlyFilled: true,
  tone: 'late',
  shows: ({ values }) => lacksAttendance(values),
  isFor: isPlanner,
  detail: ({ no, values }, { language }) => list([text(values['heldOn']), no], language),
  order: ({ values }) => text(values['heldOn']),
  next: () => 'takeAttendance',
};

const toAssess: BoardSection = {
  key: 'training-to-assess',
  register: 'training-plan',
  title: { zh: '待评估的培训', en: 'Trainings to assess' },
  empty: { zh: '没有待评估的培训。', en: 'No training waits to be assessed.' },
  onlyFilled: true,
  tone: 'waiting',
  shows: ({ values }) => lacksAssessment(values),
  isFor: (actor) => hasRole(actor, 'hr'),
  chips: ({ values }, facts) =>
    isAssessmentDue(values, facts) ? [chip({ zh: '超过一周', en: 'More than a week' }, 'late')] : [],
  detail: ({ no, values }, { language }) => list([text(values['heldOn']), no], language),
  order: ({ values }) => text(values['heldOn']),
  next: () => 'assess',
};

const unsigned: BoardSection = {
  key: 'training-unsigned',
  register: 'training-attendance',
  title: { zh: '待签名的参训人', en: 'To sign for a training' },
  empty: { zh: '参训人都已签名。', en: 'Everybody has signed.' },
  onlyFilled: true,
  tone: 'waiting',
  shows: ({ values }) => values['state'] === 'unsigned',
  isFor: (actor, { values }, { directory }) =>
    isPlanner(actor) || samePerson(text(values['person']), actor.person, directory),
  detail: ({ values }) => topicOf(values['training']),
  order: ({ no, values }) => `${text(values['training'])} ${no}`,
  next: () => 'sign',
};

export const board: readonly BoardSection[] = [coming, withoutAttendance, toAssess, unsigned];
