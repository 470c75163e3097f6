// 6.3.1: everybody confirms their own line of the month, or says what is wrong with it.
import { department, longText, moment, month, number, person, text } from '../../kernel/columns';
import { defineRegister, state } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';

const filled = { by: 'system' } as const;
const later = { by: 'workflow' } as const;

export const attendanceConfirmations = defineRegister({
  key: 'attendance-confirmations',
  workbook: 'desk',
  sheetId: 6106,
  article: '6.3.1',
  title: { zh: '月度考勤确认表', en: 'Attendance confirmations' },
  serial: 'KR',
  columns: {
    month: month({ zh: '月份', en: 'Month' }, filled),
    department: department({ zh: '部门', en: 'Department' }, filled),
    version: number({ zh: '版本', en: 'Version' }, filled),
    person: person({ zh: '姓名', en: 'Person' }, filled),
    summary: longText({ zh: '本人考勤', en: 'The line' }, { ...filled, width: 260 }),
    contentHash: text({ zh: '内容校验', en: 'Content hash' }, { ...filled, hidden: true }),
    askedAt: moment({ zh: '送达时间', en: 'Asked at' }, filled),
    answeredAt: moment({ zh: '确认时间', en: 'Answered at' }, later),
    objection: longText({ zh: '异议', en: 'Objection' }, later),
    settler: person({ zh: '由谁处理异议', en: 'Who settles it' }, later),
    settlerAskedAt: moment({ zh: '提请处理时间', en: 'Put to them at' }, { ...later, hidden: true }),
    settled: longText({ zh: '异议处理', en: 'How it was settled' }, later),
    remark: longText({ zh: '备注', en: 'Remark' }, filled),
    state: state({
      asked: { words: { zh: '待确认', en: 'To confirm' }, tone: 'waiting' },
      confirmed: { words: { zh: '已确认', en: 'Confirmed' }, tone: 'done' },
      objected: { words: { zh: '有异议', en: 'Objects' }, tone: 'late' },
      settled: { words: { zh: '异议已处理', en: 'Objection settled' }, tone: 'done' },
      silent: { words: { zh: '未回应', en: 'No answer' }, tone: 'off' },
      dropped: { words: { zh: '不再列入', en: 'No longer on the sheet' }, tone: 'off' },
    }),
    // Month, department, version and staff number: by this the sheet finds the line.
    entry: text({ zh: '在表上的位置', en: 'Place on the sheet' }, { ...filled, hidden: true, unique: true }),
  },
  noForm: true,
  write: [],
  heading: (row) => [textOf(row['person']), textOf(row['month'])].filter(Boolean).join(' '),
  detail: (row) => textOf(row['department']),
});
