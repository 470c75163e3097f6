// 6.2.2: the leave slip: first day, last day, reason; approved by the department head. For HR's eyes only.
import { approvalColumns, closings } from '../../kernel/approval';
import { choice, day, department, longText, number, person, text, url, yesNo } from '../../kernel/columns';
import type { Facts } from '../../kernel/facts';
import { defineRegister, state } from '../../kernel/register';
import { isEmpty, text as textOf, type Values } from '../../kernel/values';
import { list, type Words } from '../../kernel/words';
import { changes, lastHalves, leaveColumns } from './leave-columns';
import { proofSeen } from './leave-proof';

const filled = { by: 'system' } as const;
const later = { by: 'workflow' } as const;
const me = ({ directory, actor }: Facts) => directory.person(actor.person);

const wrongOrder: Words = { zh: '结束不能早于开始。', en: 'It cannot end before it begins.' };

const endsBefore = (row: Values): boolean =>
  textOf(row['lastDay']) < textOf(row['firstDay']) ||
  (row['lastDay'] === row['firstDay'] && row['firstHalf'] === 'afternoon' && row['lastHalf'] === 'morning');

export const leave = defineRegister({
  key: 'leave',
  workbook: 'restricted',
  sheetId: 6102,
  article: '6.2.2',
  title: { zh: '请假条', en: 'Leave slips' },
  serial: 'QJ',
  columns: {
    ...leaveColumns(
      'hand',
      person({ zh: '请假人', en: 'Person' }, { required: true, default: (facts) => me(facts)?.label ?? null }),
    ),
    department: department({ zh: '部门', en: 'Department' }, filled),
    reason: longText({ zh: '请假事由', en: 'Reason' }, { required: true, personal: true }),
    proof: url(
      { zh: '证明材料', en: 'Proof' },
      { personal: true, help: { zh: '病假单等的网址。', en: 'The address of a certificate, say.' } },
    ),
    afterwards: yesNo({ zh: '补办', en: 'Asked for afterwards' }, filled),
    takenThisYear: number(
      { zh: '本年已休（同假别）', en: 'Taken this year, of this kind' },
      { ...filled, whole: false },
    ),
    annualLeft: number(
      { zh: '年假剩余（本次之前）', en: 'Annual leave left before this' },
      { ...filled, whole: false, min: -400 },
    ),
    clashes: text({ zh: '部门同期请假', en: 'Others of the department away' }, filled),
    proofSeen,
    approvedBy: person({ zh: '批准人', en: 'Approved by' }, later),
    change: choice({ zh: '变更', en: 'Change' }, changes, later),
    newLastDay: day({ zh: '改为结束于', en: 'New last day' }, later),
    newLastHalf: choice({ zh: '改后的最后一天', en: 'On the new last day' }, lastHalves, later),
    changeReason: longText({ zh: '变更原因', en: 'Reason of the change' }, { ...later, personal: true }),
    state: state({
      withHead: { words: { zh: '待部门审批', en: 'With head' }, tone: 'waiting' },
      approved: { words: { zh: '已批准', en: 'Approved' }, tone: 'done' },
      ...closings,
      cancelled: { words: { zh: '已取消', en: 'Cancelled' }, tone: 'off' },
    }),
    ...approvalColumns,
  },
  main: ['person', 'type', 'firstDay', 'firstHalf', 'lastDay', 'lastHalf', 'reason', 'proof'],
  paper: {
    head: ['person', 'department', 'type', 'days', 'firstDay', 'firstHalf', 'lastDay', 'lastHalf', 'reason'],
    also: [
      'proof',
      'proofSeen',
      'afterwards',
      'takenThisYear',
      'annualLeft',
      'change',
      'newLastDay',
      'newLastHalf',
      'changeReason',
    ],
    boxes: [
      { title: { zh: '请假人', en: 'Applicant' }, filed: 'person' },
      { title: { zh: '部门负责人', en: 'Department head' }, step: 'head' },
    ],
  },
  checks: [
    {
      at: 'lastDay',
      fault: (row) =>
        !isEmpty(row['firstDay']) && !isEmpty(row['lastDay']) && endsBefore(row) ? { words: wrongOrder } : undefined,
    },
  ],
  read: ['hr', 'director'],
  write: ['hr'],
  keep: { months: 24 },
  derive: (row, facts) => ({ department: facts.directory.person(textOf(row['person']))?.department ?? null }),
  heading: (row, { language }) =>
    list([textOf(row['person']), leave.columns['type']!.show(row['type'] ?? null, language)].filter(Boolean), language),
  detail: (row) => [textOf(row['firstDay']), textOf(row['lastDay'])].filter(Boolean).join(' – '),
});
