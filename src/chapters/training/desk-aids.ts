// What helps beside the forms: attendance and results that continue from a training held, and the year's plan on paper (7.1.1).
import type { Follow, PrintList } from '../../kernel/chapter';
import type { Facts } from '../../kernel/facts';
import { mayWrite, type Register } from '../../kernel/register';
import { isHeld } from './rules';
import { trainingAttendance } from './training-attendance.register';
import { trainingResults } from './training-results.register';

const continuing = (register: Register, label: Follow['label']): Follow => ({
  from: 'training-plan',
  register: register.key,
  label,
  when: ({ values }, { actor }) => isHeld(values) && mayWrite(register, actor),
  values: ({ values }) => ({ training: values['training'] ?? null }),
});

export const follows: readonly Follow[] = [
  continuing(trainingAttendance, { zh: '补登一人签到', en: 'One more was there' }),
  continuing(trainingResults, { zh: '登记效果评估', en: 'Enter a result' }),
];

const yearOf = ({ today }: Facts): number => Number(today.slice(0, 4));

const planOf = (key: string, title: PrintList['title'], later: number): PrintList => ({
  register: 'training-plan',
  key,
  title,
  columns: ['area', 'topic', 'way', 'plannedOn', 'trainer', 'hours', 'audience', 'state', 'heldOn'],
  whole: true,
  includes: ({ values }, facts) => values['year'] === yearOf(facts) + later,
});

export const prints: readonly PrintList[] = [
  planOf('this-year', { zh: '本年度培训计划', en: 'Training plan of this year' }, 0),
  planOf('next-year', { zh: '下年度培训计划', en: 'Training plan of next year' }, 1),
  planOf('last-year', { zh: '上年度培训计划', en: 'Training plan of last year' }, -1),
];
