// 6.2.1, 6.2.3: who was there from when to when, who was not, and why: one row a person and day.
import { choice, day, department, link, moment, number, person, text, time, yesNo } from '../../kernel/columns';
import type { Facts } from '../../kernel/facts';
import { defineRegister, state } from '../../kernel/register';
import { isEmpty, text as textOf, type Values } from '../../kernel/values';
import { list, type Words } from '../../kernel/words';
import { statuses } from './status';

const filled = { by: 'system' } as const;
const later = { by: 'workflow' } as const;
const kept = { by: 'system', hidden: true } as const;

const me = ({ directory, actor }: Facts) => directory.person(actor.person);
const absentOrder: Words = { zh: '缺勤结束不能早于开始。', en: 'The absence cannot end before it begins.' };

/** One row a person and day. */
export function entryOf(row: Values, { directory }: Facts): string | null {
  const who = directory.person(textOf(row['person']))?.staffNo;
  return who === undefined || isEmpty(row['day']) ? null : `${textOf(row['day'])} ${who}`;
}

export const attendance = defineRegister({
  key: 'attendance',
  workbook: 'desk',
  sheetId: 6101,
  article: '6.2.1',
  title: { zh: '考勤记录表', en: 'Attendance' },
  serial: 'KQ',
  columns: {
    day: day({ zh: '日期', en: 'Day' }, { required: true, past: true, default: ({ today }) => today }),
    person: person({ zh: '姓名', en: 'Person' }, { required: true, default: (facts) => me(facts)?.label ?? null }),
    department: department({ zh: '部门', en: 'Department' }, filled),
    in: time(
      { zh: '到岗', en: 'In' },
      { help: { zh: '今天的都空着，即现在打卡。', en: 'Both blank, today: clock in now.' } },
    ),
    out: time(
      { zh: '离岗', en: 'Out' },
      { help: { zh: '早于到岗的，算次日凌晨。', en: 'Earlier than the time of coming: after midnight.' } },
    ),
    absentFrom: time({ zh: '缺勤自', en: 'Absent from' }),
    absentTo: time({ zh: '缺勤至', en: 'Absent until' }),
    status: choice({ zh: '情况', en: 'Status' }, statuses, filled),
    lateMinutes: number({ zh: '迟到分钟', en: 'Minutes late' }, filled),
    earlyMinutes: number({ zh: '早退分钟', en: 'Minutes early' }, filled),
    reason: text(
      { zh: '原因', en: 'Reason' },
      { personal: true, help: { zh: '迟到、早退、缺卡请写原因。', en: 'Needed when late, early or missing.' } },
    ),
    finding: choice(
      { zh: '认定', en: 'Finding' },
      { absent: { zh: '旷工', en: 'Absent without leave' }, excused: { zh: '不算旷工', en: 'Excused' } },
      later,
    ),
    typed: yesNo({ zh: '手工登记', en: 'Entered by hand' }, filled),
    correctedBy: link({ zh: '补卡申请', en: 'Corrected by' }, 'corrections', later),
    answer: text({ zh: '本人说明', en: 'What the person says' }, { ...later, personal: true }),
    finder: person({ zh: '由谁认定', en: 'Who is to find' }, later),
    askedHeadAt: moment({ zh: '提请认定时间', en: 'Put to the head at' }, { ...later, hidden: true }),
    findingNote: text({ zh: '认定说明', en: 'About the finding' }, later),
    state: state({
      open: { words: { zh: '当日', en: 'Today' }, tone: 'active' },
      toExplain: { words: { zh: '待说明', en: 'To explain' }, tone: 'waiting' },
      missing: { words: { zh: '未登记', en: 'Unrecorded' }, tone: 'late' },
      answered: { words: { zh: '待认定', en: 'To be found' }, tone: 'waiting' },
      absent: { words: { zh: '旷工', en: 'Absent' }, tone: 'late' },
      closed: { words: { zh: '已记', en: 'Recorded' }, tone: 'done' },
    }),
    entry: text({ zh: '日期与人员', en: 'Day and person' }, { ...kept, unique: true }),
  },
  main: ['person', 'day', 'in', 'out', 'reason'],
  checks: [
    {
      at: 'absentTo',
      fault: (row) =>
        !isEmpty(row['absentFrom']) && !isEmpty(row['absentTo']) && textOf(row['absentTo']) < textOf(row['absentFrom'])
          ? { words: absentOrder }
          : undefined,
    },
  ],
  write: ['front', 'hr'],
  keep: { months: 24 },
  happenedAt: 'day',
  derive: (row, facts) => ({
    entry: entryOf(row, facts),
    department: facts.directory.person(textOf(row['person']))?.department ?? null,
  }),
  heading: (row) => [textOf(row['person']), textOf(row['day'])].filter(Boolean).join(' '),
  detail: (row, { language }) =>
    list([textOf(row['in']), textOf(row['out']), textOf(row['reason'])].filter(Boolean), language),
});
