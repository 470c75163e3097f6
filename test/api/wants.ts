// A chapter to try approvals, links and personal pages on: wants, a form with lines that the head approves and lowers.
import {
  approvalColumns,
  chaseJob,
  closings,
  lettersOf,
  minesOf,
  openingOf,
  pagesOf,
  transitionsOf,
  type Approval,
} from '../../src/kernel/approval';
import type { Chapter } from '../../src/kernel/chapter';
import { department, number, person, text } from '../../src/kernel/columns';
import { defineRegister, state } from '../../src/kernel/register';
import { text as textOf, type Values } from '../../src/kernel/values';
import { defineWorkflow, headOf, personIn, role } from '../../src/kernel/workflow';

export const wants = defineRegister({
  key: 'wants',
  workbook: 'desk',
  sheetId: 9901,
  article: '9.9',
  title: { zh: '所需申请表', en: 'Wants' },
  serial: 'SX',
  columns: {
    department: department({ zh: '部门', en: 'Department' }, { required: true }),
    applicant: person({ zh: '申请人', en: 'Applicant' }, { required: true }),
    purpose: text({ zh: '用途', en: 'Purpose' }),
    thing: text({ zh: '物品', en: 'Thing' }, { required: true }),
    quantity: number({ zh: '数量', en: 'Quantity' }, { required: true, min: 1, max: 99 }),
    approved: number({ zh: '批准数量', en: 'Approved' }, { by: 'workflow' }),
    state: state({
      withHead: { words: { zh: '待负责人审批', en: 'With the head' }, tone: 'waiting' },
      ready: { words: { zh: '待发放', en: 'Ready' }, tone: 'active' },
      given: { words: { zh: '已发放', en: 'Given' }, tone: 'done' },
      ...closings,
    }),
    ...approvalColumns,
  },
  lines: ['thing', 'quantity', 'approved'],
  write: ['front'],
  heading: (row) => textOf(row['thing']),
  lineText: (row) => textOf(row['thing']),
});

const approval: Approval = {
  register: wants,
  article: '9.9',
  applicant: 'applicant',
  approved: 'ready',
  steps: [
    {
      key: 'head',
      article: '9.9',
      title: { zh: '部门负责人', en: 'Head' },
      state: 'withHead',
      by: headOf('department'),
      lineAsks: { quantity: number({ zh: '批准数量', en: 'Approved' }, { required: true, min: 0, max: 99 }) },
      lineDefaults: ({ values }) => ({ quantity: values['quantity'] ?? null }),
      lineNote: ({ values }) => `申请 ${String(values['quantity'])}`,
      sets: ({ input }) => ({ approved: input['quantity'] ?? null }),
      faults: ({ lines }) =>
        Object.fromEntries(
          lines
            .filter(({ record, input }) => Number(input['quantity']) > Number(record.values['quantity']))
            .map(({ record }) => [`${record.line}.quantity`, { words: { zh: '只能减少。', en: 'Only less.' } }]),
        ),
    },
  ],
  untouched: ['ready'],
  content: ['department', 'applicant', 'purpose', 'thing', 'quantity'],
  gist: (lines) => lines.map(({ values }) => textOf(values['thing'])).join('、'),
  facts: (lines) =>
    lines.map(({ line, values }) => [`第 ${line} 行`, `${textOf(values['thing'])} ${String(values['quantity'])}`]),
};

export const wantsChapter: Chapter = {
  key: 'wants',
  title: { zh: '所需', en: 'Wants' },
  colour: '#1e8e3e',
  registers: [wants],
  workflows: [
    defineWorkflow(wants, {
      opens: openingOf(approval, [personIn('applicant'), role('front')]),
      transitions: {
        ...transitionsOf(approval),
        give: {
          article: '9.9',
          label: { zh: '发放', en: 'Give' },
          from: ['ready'],
          to: ['given'],
          by: [role('front')],
        },
      },
    }),
  ],
  letters: lettersOf(approval),
  pages: pagesOf(approval),
  mine: minesOf(approval, { zh: '申请所需', en: 'Ask for something' }),
  jobs: [chaseJob(approval)],
};

/** 周琳 of 社工部 asks for two things; 陈静 heads it. */
export const wanted: readonly Values[] = [
  { department: '社工部', applicant: '周琳', purpose: '外展', thing: '打印纸', quantity: 5 },
  { department: '社工部', applicant: '周琳', purpose: '外展', thing: '马克笔', quantity: 8 },
];
