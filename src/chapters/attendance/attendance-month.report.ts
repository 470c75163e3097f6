// 6.3.1, 6.3.2: 《考勤统计表》, a tab a department: for everybody to confirm, for the head to sign, then locked for HR.
import type { Report } from '../../kernel/report';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import { attendance } from './attendance.register';
import { attendanceConfirmations } from './attendance-confirmations.register';
import { attendanceMonths } from './attendance-months.register';
import { leaveFilings } from './leave-filings.register';
import { rowsOfPeriod } from './month-lines';
import { changedMonth } from './month-again';
import { fateOf, movesOf } from './month-moves';
import { bodyOf, tabOf } from './month-sheet';
import { sheetsOf } from './month-sheets';
import { tellIn } from './month-sheet-words';

/** A record that has no sheet yet, one that goes to the head, one that is signed. */
const wantsSheet = ({ values }: RecordRow): boolean =>
  ['withHead', 'signed'].includes(text(values['state'])) || (values['state'] === 'made' && isEmpty(values['sheet']));

export const attendanceMonth: Report = {
  key: 'attendance-month',
  title: { zh: '考勤统计表', en: 'Attendance of a month' },
  article: '6.3.1–6.3.2',
  workbook: 'desk',
  period: 'month',
  subject: { label: { zh: '部门', en: 'Department' }, register: 'departments', column: 'name' },
  sharesTabs: true,
  makers: ['front', 'hr'],
  reads: [
    { register: attendance, by: 'recordedAt', andAfter: true },
    { register: leaveFilings, between: ['firstDay', 'lastDay'] },
    { register: attendanceMonths, by: 'recordedAt', andAfter: true },
    { register: attendanceConfirmations, by: 'recordedAt', andAfter: true },
  ],
  readsBack: true,
  opensIn: ['attendance-months', 'attendance-confirmations'],
  ordered: {
    'attendance-months': (record) =>
      wantsSheet(record)
        ? { period: text(record.values['month']), subject: text(record.values['department']) }
        : undefined,
    attendance: changedMonth,
    'leave-filings': changedMonth,
  },
  build(given) {
    const t = tellIn(given.facts.language);
    const rows = rowsOfPeriod(given);
    const sheets = sheetsOf(given);
    return {
      tabs: sheets.map((sheet) => bodyOf(sheet, fateOf(sheet) === 'handsOver', rows, given)),
      moves: sheets.flatMap((sheet) => movesOf(sheet, tabOf(sheet, t), given)),
    };
  },
};
