// What helps beside the forms: the days of a month on paper (6.2.1).
import type { PrintList } from '../../kernel/chapter';

const daysOfMonth: PrintList = {
  register: 'attendance',
  key: 'month',
  title: { zh: '考勤记录表', en: 'Attendance' },
  columns: ['day', 'person', 'department', 'in', 'out', 'status', 'lateMinutes', 'earlyMinutes', 'finding', 'state'],
  period: 'month',
  // What was forgotten is entered whenever it comes out.
  reads: { andAfter: true },
  includes: () => true,
};

export const prints: readonly PrintList[] = [daysOfMonth];
