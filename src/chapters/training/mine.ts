// 7.1.1, 7.2.3: what people find of the trainings on their own page: what they are to confirm, and what they are to give.
import type { MineSection } from '../../kernel/mine';
import { attendancePage } from './training-attendance.workflow';
import { isPlanned } from './rules';

export const mine: readonly MineSection[] = [
  {
    key: 'trainings-attended',
    title: { zh: '待我确认的培训', en: 'Trainings for me to confirm' },
    tone: 'waiting',
    register: 'training-attendance',
    person: 'person',
    shows: ({ values }) => values['state'] === 'unsigned',
    page: attendancePage,
  },
  {
    key: 'trainings-given',
    title: { zh: '我主讲的培训', en: 'Trainings that I give' },
    tone: 'active',
    register: 'training-plan',
    person: 'trainer',
    shows: ({ values }) => isPlanned(values),
  },
];
