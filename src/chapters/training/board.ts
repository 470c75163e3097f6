// Trainings on the board: those of the coming week (7.1.1), those without attendance (7.2.3), those to be assessed (7.3.1), and
// what results ask for (7.3.3).
import type { BoardSection, Chip } from '../../kernel/board';
import { daysBetween } from '../../kernel/civil';
import { hasRole, samePerson, type Actor } from '../../kernel/facts';
import { text } from '../../kernel/values';
import { list } from '../../kernel/words';
import { topicOf } from './naming';
import { dueOn, isAssessmentDue, isComing, isScored, isUnsettled, lacksAssessment, lacksAttendance } from './rules';
import { trainingResults } from './training-results.register';

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

const followedBy: Readonly<Record<string, string>> = { toCommend: 'commend', makeUp: 'makeUp', retrain: 'retrained' };

/** In the restricted workbook. Scores stay on the record: others may look at the screen. */
const followUps: BoardSection = {
  key: 'training-follow-ups',
  register: 'training-results',
  title: { zh: '培训后续', en: 'Training follow-ups' },
  empty: { zh: '没有要办的培训后续。', en: 'No training has to be followed up.' },
  onlyFilled: true,
  tone: 'waiting',
  shows: ({ values }) => isUnsettled(values),
  isFor: (actor) => hasRole(actor, 'hr'),
  chips(record, { today }) {
    const due = dueOn(record);
    const days = daysBetween(due, today);
    return [
      ...trainingResults.columns['state']!.options!.flatMap(({ key, words, tone = 'waiting' }) =>
        key === record.values['state'] ? [chip(words, tone)] : [],
      ),
      days > 0
        ? chip({ zh: '逾期 {days} 天', en: '{days} days overdue' }, 'late', { days })
        : chip({ zh: '{due} 前', en: 'by {due}' }, 'waiting', { due }),
    ];
  },
  detail: ({ values }) => topicOf(values['training']),
  order: (record) => `${dueOn(record)} ${record.no}`,
  next({ values }) {
    const arrange = isScored(values) ? 'arrangeMakeUp' : 'arrangeRetraining';
    return followedBy[text(values['state'])] ?? arrange;
  },
};

export const board: readonly BoardSection[] = [coming, withoutAttendance, toAssess, followUps, unsigned];
