// 7.1.1: a training is planned, perhaps put off, and announced; 7.2.1–7.2.3: it is held, and it is noted who was there;
// 7.3.1, 7.3.2: HR assesses it and says what to improve.
import { day, longText, text as textColumn } from '../../kernel/columns';
import type { Sentence } from '../../kernel/errors';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import { clock, defineWorkflow, role, type Case, type Guard, type Transition } from '../../kernel/workflow';
import { attendanceMoves, listFault, peopleIn, presentColumn } from './attendance-list';
import { isPlanned, isToAnnounce, lacksAssessment, lacksAttendance } from './rules';
import { inItsYear, trainingPlan } from './training-plan.register';

type Faults = Readonly<Record<string, Sentence>>;

const planners = [role('front'), role('hr')];

const longestTopic = 80;

/** Number, topic and day: what the attendance and the results of a training call it. */
const nameOf = ({ record: { no, values }, input }: Case): string =>
  [no, text(values['topic']).replace(/\s+/g, ' ').slice(0, longestTopic), text(input['heldOn'])].join(' ');

const trainingOf = (c: Case): string => text(c.record.values['training']) || nameOf(c);

/** Names of those who were there become rows of the attendance. */
const taking = (required: boolean): Pick<Transition, 'faults' | 'moves' | 'opensIn'> => ({
  faults(c): Faults {
    const before = required ? c.related('training-attendance') : [];
    const fault = listFault(text(c.input['present']), trainingOf(c), before, c.facts);
    return fault ? { present: fault } : {};
  },
  moves: (c) => attendanceMoves(text(c.input['present']), trainingOf(c), c.facts),
  opensIn: ['training-attendance'],
});

const someCame = ({ input, facts }: Case): boolean => peopleIn(text(input['present']), facts).length > 0;

const withoutAttendance: Guard = {
  article: '7.3.1',
  sentence: {
    zh: '还没有登记签到：到场的人才能评估。',
    en: 'Attendance has not been taken; only those who were there are assessed.',
  },
  applies: ({ record }) => lacksAttendance(record.values),
};

export const trainingPlanWorkflow = defineWorkflow(trainingPlan, {
  opens: { article: '7.1.1', by: planners, in: ['planned'], state: () => 'planned' },
  transitions: {
    hold: {
      article: '7.2.1–7.2.2',
      label: { zh: '已举行，登记签到', en: 'Held: take attendance' },
      look: 'main',
      from: ['planned'],
      to: ['held'],
      by: planners,
      asks: {
        heldOn: day({ zh: '举行日期', en: 'Held on' }, { required: true, past: true, default: ({ today }) => today }),
        present: presentColumn(false),
      },
      sets: (c) => ({
        heldOn: c.input['heldOn'] ?? null,
        training: nameOf(c),
        attendanceOn: someCame(c) ? c.facts.today : null,
      }),
      ...taking(false),
    },
    takeAttendance: {
      article: '7.2.3',
      label: { zh: '登记签到', en: 'Take attendance' },
      look: 'main',
      from: ['held'],
      to: ['held'],
      by: planners,
      asks: { present: presentColumn(true) },
      reads: ['training-attendance'],
      sets: ({ record, facts }) => ({ attendanceOn: text(record.values['attendanceOn']) || facts.today }),
      ...taking(true),
    },
    attendanceTaken: {
      article: '7.2.3',
      label: { zh: '签到表已填好', en: 'The attendance sheet is filled in' },
      from: ['held'],
      to: ['held'],
      by: planners,
      when: ({ record }) => lacksAttendance(record.values),
      sets: ({ facts }) => ({ attendanceOn: facts.today }),
    },
    assess: {
      article: '7.3.1–7.3.2',
      label: { zh: '效果评估已完成', en: 'Assessment is done' },
      from: ['held'],
      to: ['held'],
      by: [role('hr')],
      when: ({ record }) => isEmpty(record.values['assessedOn']),
      unless: [withoutAttendance],
      asks: {
        improvements: longText(
          { zh: '改进建议', en: 'To improve' },
          {
            help: { zh: '以后的培训怎样改进；不写姓名和分数。', en: 'For later trainings; without names and scores.' },
          },
        ),
      },
      sets: ({ input, facts }) => ({ assessedOn: facts.today, improvements: input['improvements'] ?? null }),
    },
    postpone: {
      article: '7.1.1',
      label: { zh: '改期', en: 'Change the day' },
      from: ['planned'],
      to: ['planned'],
      by: planners,
      asks: {
        plannedOn: day({ zh: '新的日期', en: 'New day' }, { required: true }),
        reason: textColumn({ zh: '原因', en: 'Reason' }),
      },
      faults({ record, input, facts }): Faults {
        const fault = inItsYear.fault({ ...record.values, ...input }, facts);
        return fault ? { plannedOn: fault } : {};
      },
      sets: ({ input }) => ({ plannedOn: input['plannedOn'] ?? null, reason: input['reason'] ?? null }),
    },
    cancel: {
      article: '7.1.1',
      label: { zh: '取消', en: 'Cancel' },
      look: 'danger',
      from: ['planned'],
      to: ['cancelled'],
      by: planners,
      asks: { reason: textColumn({ zh: '原因', en: 'Reason' }, { required: true }) },
      sets: ({ input }) => ({ reason: input['reason'] ?? null }),
    },
    announce: {
      article: '7.1.1',
      label: { zh: '提醒', en: 'Announced' },
      from: ['planned'],
      to: ['planned'],
      by: [clock],
      when: ({ record, facts }) => isToAnnounce(record.values, facts),
      sets: ({ record }) => ({ announcedFor: record.values['plannedOn'] ?? null }),
      tells: [{ letter: 'training-announced-trainer' }, { letter: 'training-announced-front' }],
    },
  },
  due: ({ values }) => (isPlanned(values) ? text(values['plannedOn']) : null),
  isOpen: ({ values }: RecordRow) => isPlanned(values) || lacksAttendance(values) || lacksAssessment(values),
});
