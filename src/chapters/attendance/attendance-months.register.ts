// 6.3.1, 6.3.2: the month of a department on its way: made, confirmed by everybody on it, signed by the head, handed to HR.
import { choice, department, longText, moment, month, number, person, text } from '../../kernel/columns';
import { defineRegister, state } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';
import { list } from '../../kernel/words';

const filled = { by: 'system' } as const;
const later = { by: 'workflow' } as const;

export const signingWays = {
  link: { zh: '邮件链接', en: 'Link in an e-mail' },
  account: { zh: '登录账号', en: 'Own account' },
};

export const attendanceMonths = defineRegister({
  key: 'attendance-months',
  workbook: 'desk',
  sheetId: 6105,
  article: '6.3.1–6.3.2',
  title: { zh: '月度考勤报送登记', en: 'Attendance months' },
  serial: 'KB',
  columns: {
    month: month({ zh: '月份', en: 'Month' }, filled),
    department: department({ zh: '部门', en: 'Department' }, filled),
    version: number({ zh: '版本', en: 'Version' }, filled),
    sheet: text({ zh: '统计表', en: 'Sheet' }, { ...filled, width: 180 }),
    madeAt: moment({ zh: '制表时间', en: 'Made at' }, filled),
    people: number({ zh: '人数', en: 'People' }, filled),
    confirmations: number({ zh: '已确认', en: 'Confirmed' }, filled),
    objections: number({ zh: '异议', en: 'Objections' }, filled),
    // A sheet of one person is not signed by that person.
    alone: person({ zh: '表上只有', en: 'The only one on it' }, { ...filled, hidden: true }),
    lines: longText({ zh: '各人合计', en: 'Line by line' }, { ...filled, hidden: true }),
    signer: person({ zh: '由谁签字', en: 'Who is to sign' }, later),
    askedAt: moment({ zh: '送签时间', en: 'Put to the signer at' }, later),
    remindedAt: moment({ zh: '催办时间', en: 'Reminded at' }, { ...later, hidden: true }),
    signedBy: person({ zh: '签字人', en: 'Signed by' }, later),
    signedAt: moment({ zh: '签字时间', en: 'Signed at' }, later),
    signedVia: choice({ zh: '签字方式', en: 'Signed by way of' }, signingWays, later),
    signedHash: text({ zh: '签字时的校验', en: 'Hash as signed' }, { ...later, hidden: true }),
    handedOverAt: moment({ zh: '报送时间', en: 'Handed over at' }, later),
    note: longText({ zh: '说明', en: 'Note' }, later),
    contentHash: text({ zh: '内容校验', en: 'Content hash' }, { ...filled, width: 120 }),
    state: state({
      made: { words: { zh: '待确认', en: 'To confirm' }, tone: 'active' },
      withHead: { words: { zh: '待签字', en: 'With head' }, tone: 'waiting' },
      signed: { words: { zh: '已签字', en: 'Signed' }, tone: 'active' },
      handedOver: { words: { zh: '已报送', en: 'Handed over' }, tone: 'done' },
      reopened: { words: { zh: '已重开', en: 'Re-opened' }, tone: 'off' },
    }),
  },
  noForm: true,
  write: [],
  heading: (row) => [textOf(row['month']), textOf(row['department'])].filter(Boolean).join(' '),
  detail: (row, { language }) => list([textOf(row['sheet']), textOf(row['signedBy'])].filter(Boolean), language),
});
