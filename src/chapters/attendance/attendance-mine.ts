// 6.2.3: attendance on people's own pages: days to explain, days without an entry, and for heads what is to be found.
import type { MineSection } from '../../kernel/mine';
import { text } from '../../kernel/values';
import { explainPage, findingPage, missingPage } from './attendance.workflow';
import { asksReason } from './rules';

const shared = { register: 'attendance', tone: 'waiting' } as const;

export const attendanceMine: readonly MineSection[] = [
  {
    ...shared,
    key: 'attendance-missing',
    title: { zh: '没有考勤登记的日子', en: 'Days without an entry' },
    person: 'person',
    shows: ({ values }) => values['state'] === 'missing',
    page: missingPage,
  },
  {
    ...shared,
    key: 'attendance-explain',
    title: { zh: '待说明的考勤', en: 'Attendance to explain' },
    person: 'person',
    shows: ({ values }, facts) => values['state'] === 'toExplain' && asksReason(values, facts),
    page: explainPage,
  },
  {
    ...shared,
    key: 'attendance-finding',
    title: { zh: '待我认定的缺勤', en: 'Absences for me to find' },
    person: 'finder',
    shows: ({ values }) => ['missing', 'answered'].includes(text(values['state'])),
    page: findingPage,
  },
];
