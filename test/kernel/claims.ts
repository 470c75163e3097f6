// A request with two steps to try approvals on: claims, which the head decides and then the director, who types the amount.
import {
  approvalColumns,
  chaseJob,
  closings,
  digestOf,
  lettersOf,
  openingOf,
  pagesOf,
  sectionOf,
  total,
  transitionsOf,
  type Approval,
} from '../../src/kernel/approval';
import { productOf } from '../../src/kernel/chapter';
import { department, money, number, person, text } from '../../src/kernel/columns';
import { decideCreate } from '../../src/kernel/decide';
import type { Plan } from '../../src/kernel/plan';
import { defineRegister, state } from '../../src/kernel/register';
import { decideTransition } from '../../src/kernel/step';
import { text as textOf, type RecordRow, type Values } from '../../src/kernel/values';
import { defineWorkflow, headOf, role } from '../../src/kernel/workflow';
import { factsWith, lookupsOf, numbersFrom, recordOf, type Difference, type Name } from '../chapters/world';

export const claims = defineRegister({
  key: 'claims',
  workbook: 'desk',
  sheetId: 8201,
  article: '9.1',
  title: { zh: '报销单', en: 'Claims' },
  serial: 'BX',
  columns: {
    department: department({ zh: '部门', en: 'Department' }, { required: true }),
    applicant: person({ zh: '申请人', en: 'Applicant' }, { required: true }),
    purpose: text({ zh: '用途', en: 'Purpose' }),
    thing: text({ zh: '物品', en: 'Thing' }, { required: true }),
    quantity: number({ zh: '数量', en: 'Quantity' }, { required: true, min: 1 }),
    price: money({ zh: '单价', en: 'Price' }, { required: true }),
    allowed: number({ zh: '批准数量', en: 'Allowed' }, { by: 'workflow' }),
    state: state({
      withHead: { words: { zh: '待负责人审批', en: 'With head' }, tone: 'waiting' },
      withDirector: { words: { zh: '待领导审批', en: 'With director' }, tone: 'waiting' },
      approved: { words: { zh: '已批准', en: 'Approved' }, tone: 'active' },
      paid: { words: { zh: '已支付', en: 'Paid' }, tone: 'done' },
      ...closings,
    }),
    ...approvalColumns,
  },
  lines: ['thing', 'quantity', 'price', 'allowed'],
  write: ['front'],
  heading: (row) => textOf(row['thing']),
});

export const approval: Approval = {
  register: claims,
  article: '9.1',
  applicant: 'applicant',
  department: 'department',
  approved: 'approved',
  untouched: ['approved'],
  content: ['department', 'applicant', 'purpose', 'thing', 'quantity', 'price', 'allowed'],
  granted: ['allowed'],
  carriedOutBy: role('front'),
  steps: [
    {
      key: 'head',
      article: '9.1.1',
      title: { zh: '部门负责人', en: 'Head' },
      state: 'withHead',
      by: headOf('department'),
      lineAsks: { allowed: number({ zh: '批准数量', en: 'Allowed' }) },
      sets: ({ record, input }) => ({ allowed: input['allowed'] ?? record.values['quantity'] ?? null }),
    },
    {
      key: 'director',
      article: '9.1.2',
      title: { zh: '机构领导', en: 'Director' },
      state: 'withDirector',
      by: role('director'),
      amount: (lines) => total(lines, 'price', 'quantity'),
    },
  ],
  gist: (lines) => lines.map(({ values }) => textOf(values['thing'])).join('、'),
  facts: (lines) => lines.map(({ line, values }) => [`第 ${line} 行`, textOf(values['thing'])]),
};

const workflow = defineWorkflow(claims, {
  opens: openingOf(approval, [role('staff')]),
  transitions: {
    ...transitionsOf(approval),
    pay: {
      article: '9.1',
      label: { zh: '支付', en: 'Pay' },
      from: ['approved'],
      to: ['paid'],
      by: [role('front')],
    },
  },
});

export const product = productOf([
  {
    key: 'claims',
    title: { zh: '报销', en: 'Claims' },
    colour: '#1a73e8',
    registers: [claims],
    workflows: [workflow],
    letters: lettersOf(approval),
    pages: pagesOf(approval),
    board: [sectionOf(approval)],
    digests: [digestOf(approval)],
    jobs: [chaseJob(approval)],
  },
]);

/** One claim on its way. */
export interface Way {
  readonly lines: () => readonly RecordRow[];
  readonly values: () => Values;
  /** Letters since the last question: `letter → staff number`. */
  readonly told: () => readonly string[];
  take(transition: string, as: Name | 'clock', input?: Values, more?: Difference): Way;
  /** A person types over cells of the first line. */
  type(values: Values): Way;
}

export const claim: Values = { department: '社工部', applicant: '周琳', thing: '茶点', quantity: 2, price: 12.5 };

/** Submitted by the applicant, or by `filedBy`. `agency`: what else differs there, at every step. */
export function submit(
  values: Values = {},
  { filedBy, ...agency }: Difference & { readonly filedBy?: Name } = {},
  others: readonly Values[] = [],
): Way {
  const numbers = numbersFrom();
  const asks = { ...claim, ...values };
  const as = filedBy ?? (String(asks['applicant']) as Name);
  let lines: readonly RecordRow[] = [];
  let told: string[] = [];
  const note = ({ orders }: Plan): void => {
    told.push(...orders.map(({ name, to }) => `${name} → ${to}`));
  };
  const { plan } = decideCreate(product, claims, [asks, ...others], factsWith({ ...agency, as }), lookupsOf(), numbers);
  lines = plan.appends.map((one) => recordOf(claims, one.values, { no: one.no, line: one.line, row: one.line + 1 }));
  note(plan);
  const way: Way = {
    lines: () => lines,
    values: () => lines[0]!.values,
    told: () => {
      const now = told;
      told = [];
      return now;
    },
    take(transition, who, input = {}, differs = {}) {
      const facts = factsWith({ ...agency, ...differs, as: who });
      const page = differs.via === 'link' ? workflow.transitions[transition]?.page : undefined;
      const parties = page === undefined ? [] : [product.page(page)!.holder];
      const more = { lines, parties };
      const step = decideTransition(product, workflow, transition, lines[0]!, input, facts, numbers, more);
      lines = lines.map((line) => {
        const update = step.updates.find(({ record }) => record.line === line.line);
        return update ? { ...line, values: { ...line.values, ...update.values } } : line;
      });
      note(step);
      return way;
    },
    type(typed) {
      lines = lines.map((line, index) => (index === 0 ? { ...line, values: { ...line.values, ...typed } } : line));
      return way;
    },
  };
  return way;
}
