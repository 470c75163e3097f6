// 6.2.3: who forgot to clock asks for the row to be put right; the department head approves.
import { approvalColumns, closings } from '../../kernel/approval';
import { day, department, link, person, text, time } from '../../kernel/columns';
import type { Facts } from '../../kernel/facts';
import { defineRegister, state } from '../../kernel/register';
import { isEmpty, text as textOf } from '../../kernel/values';
import type { Words } from '../../kernel/words';

const filled = { by: 'system' } as const;
const me = ({ directory, actor }: Facts) => directory.person(actor.person);
const noTime: Words = { zh: '请填到岗或离岗时间。', en: 'The time of coming or leaving is needed.' };

export const corrections = defineRegister({
  key: 'corrections',
  workbook: 'desk',
  sheetId: 6104,
  article: '6.2.3',
  title: { zh: '补卡申请单', en: 'Corrections' },
  serial: 'BK',
  columns: {
    person: person({ zh: '姓名', en: 'Person' }, { required: true, default: (facts) => me(facts)?.label ?? null }),
    day: day({ zh: '日期', en: 'Day' }, { required: true, past: true }),
    in: time({ zh: '到岗', en: 'In' }),
    out: time({ zh: '离岗', en: 'Out' }),
    reason: text({ zh: '原因', en: 'Reason' }, { required: true, personal: true }),
    department: department({ zh: '部门', en: 'Department' }, filled),
    attendance: link({ zh: '考勤记录', en: 'Attendance' }, 'attendance', filled),
    was: text({ zh: '原来的登记', en: 'As recorded' }, filled),
    state: state({
      withHead: { words: { zh: '待部门审批', en: 'With head' }, tone: 'waiting' },
      applied: { words: { zh: '已更正', en: 'Applied' }, tone: 'done' },
      ...closings,
    }),
    ...approvalColumns,
  },
  main: ['person', 'day', 'in', 'out', 'reason'],
  paper: {
    head: ['person', 'department', 'day', 'was', 'in', 'out', 'reason', 'attendance'],
    boxes: [
      { title: { zh: '申请人', en: 'Applicant' }, filed: 'person' },
      { title: { zh: '部门负责人', en: 'Department head' }, step: 'head' },
    ],
  },
  checks: [{ at: 'in', fault: (row) => (isEmpty(row['in']) && isEmpty(row['out']) ? { words: noTime } : undefined) }],
  write: ['front', 'hr'],
  keep: { months: 24 },
  derive: (row, facts) => ({ department: facts.directory.person(textOf(row['person']))?.department ?? null }),
  heading: (row) => [textOf(row['person']), textOf(row['day'])].filter(Boolean).join(' '),
  detail: (row) => [textOf(row['in']), textOf(row['out'])].filter(Boolean).join(' – '),
});
