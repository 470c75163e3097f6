// A small trade of its own to try the kernel on: tasks with a workflow, orders that are forms with lines, a ledger that
// finished tasks write into, and complaints in the restricted workbook. People and calendar are the chapters' tests' own.
import { productOf, type Chapter } from '../../src/kernel/chapter';
import { choice, link, longText, money, moment, number, person, phone, text } from '../../src/kernel/columns';
import { decideCreate } from '../../src/kernel/decide';
import { decideTransition } from '../../src/kernel/step';
import type { FactsSource } from '../../src/kernel/facts-source';
import { layoutOf, recordOf, rowOf } from '../../src/kernel/layout';
import { lookAtOutbox, type OfficePorts, type OutboxResult } from '../../src/kernel/outbox';
import { defineRegister, state, type Register, type WorkbookKey } from '../../src/kernel/register';
import { run, type Outcome } from '../../src/kernel/unit-of-work';
import { text as textOf, type RecordRow, type Values } from '../../src/kernel/values';
import type { Reading } from '../../src/kernel/view';
import {
  clock,
  defineWorkflow,
  guestIn,
  personIn,
  role,
  type LetterKind,
  type LinkPage,
} from '../../src/kernel/workflow';
import { factsWith, type Name } from '../chapters/world';
import { memoryPorts, type MemoryPorts } from '../memory/memory-ports';

export const tasks = defineRegister({
  key: 'tasks',
  workbook: 'desk',
  sheetId: 3001,
  article: '9.1',
  title: { zh: '任务表', en: 'Tasks' },
  serial: 'RW',
  columns: {
    title: text({ zh: '事项', en: 'Task' }, { required: true }),
    code: text({ zh: '代号', en: 'Code' }, { unique: true }),
    phone: phone({ zh: '电话', en: 'Phone' }, { personal: true }),
    email: text({ zh: '邮箱', en: 'E-mail' }, { personal: true }),
    for: person({ zh: '负责人', en: 'For' }, { required: true }),
    due: moment({ zh: '期限', en: 'Due' }),
    state: state({
      open: { words: { zh: '待办', en: 'Open' }, tone: 'waiting' },
      doing: { words: { zh: '在办', en: 'Doing' }, tone: 'active' },
      done: { words: { zh: '办结', en: 'Done' }, tone: 'done' },
    }),
    doneAt: moment({ zh: '办结时间', en: 'Done at' }, { by: 'workflow' }),
    result: text({ zh: '结果', en: 'Result' }, { by: 'workflow' }),
    sign: text({ zh: '链接', en: 'Link' }, { by: 'system', hidden: true }),
    note: longText({ zh: '备注', en: 'Remark' }),
  },
  happenedAt: 'due',
  write: ['front'],
  heading: (row) => textOf(row['title']),
});

export const orders = defineRegister({
  key: 'orders',
  workbook: 'desk',
  sheetId: 3002,
  article: '9.2',
  title: { zh: '订单', en: 'Orders' },
  serial: 'DD',
  columns: {
    thing: text({ zh: '物品', en: 'Thing' }, { required: true }),
    quantity: number({ zh: '数量', en: 'Quantity' }, { required: true, min: 1, max: 99 }),
    price: money({ zh: '单价', en: 'Price' }),
  },
  lines: ['thing', 'quantity', 'price'],
  write: ['front', 'staff'],
  heading: (row) => textOf(row['thing']),
});

export const ledger = defineRegister({
  key: 'ledger',
  workbook: 'desk',
  sheetId: 3003,
  article: '9.3',
  title: { zh: '台账', en: 'Ledger' },
  serial: 'TZ',
  columns: {
    task: link({ zh: '任务', en: 'Task' }, 'tasks', { required: true }),
    result: text({ zh: '结果', en: 'Result' }, { required: true }),
  },
  write: ['front'],
  noForm: true,
  heading: (row) => textOf(row['task']),
});

export const complaints = defineRegister({
  key: 'complaints',
  workbook: 'restricted',
  sheetId: 3004,
  article: '9.4',
  title: { zh: '投诉', en: 'Complaints' },
  serial: 'TQ',
  columns: {
    task: link({ zh: '任务', en: 'Task' }, 'tasks', { required: true, unique: true }),
    kind: choice({ zh: '类别', en: 'Kind' }, { rude: { zh: '态度', en: 'Manner' }, slow: { zh: '拖延', en: 'Delay' } }),
  },
  read: ['hr'],
  write: ['hr', 'front'],
  heading: (row) => textOf(row['task']),
});

export const tasksWorkflow = defineWorkflow(tasks, {
  opens: {
    article: '9.1',
    by: [role('front')],
    in: ['open'],
    state: () => 'open',
    tells: [
      { letter: 'task-new' },
      { letter: 'task-thanks' },
      { letter: 'task-urgent', when: ({ record }) => textOf(record.values['title']).startsWith('急') },
    ],
  },
  transitions: {
    start: {
      article: '9.1.1',
      label: { zh: '开始', en: 'Start' },
      from: ['open'],
      to: ['doing'],
      by: [personIn('for'), role('front')],
      unless: [
        {
          article: '9.1.1',
          sentence: { zh: '没有电话不能开始。', en: 'It cannot start without a phone number.' },
          applies: ({ record }) => record.values['title'] === '无电话' && record.values['phone'] === null,
        },
      ],
      page: 'task',
    },
    finish: {
      article: '9.1.2',
      label: { zh: '办结', en: 'Finish' },
      from: ['open', 'doing'],
      to: ['done'],
      by: [role('front'), personIn('for')],
      asks: { result: text({ zh: '结果', en: 'Result' }, { required: true }) },
      sets: ({ input, facts }) => ({ result: input['result'] ?? null, doneAt: facts.now.slice(0, 16) }),
      moves: ({ record, input }) => [
        { register: 'ledger', values: { task: record.no, result: input['result'] ?? null }, article: '9.3' },
      ],
      opensIn: ['ledger'],
    },
    postpone: {
      article: '9.1.3',
      label: { zh: '延期', en: 'Postpone' },
      from: ['open', 'doing'],
      to: ['open', 'doing'],
      by: [role('front'), clock],
      asks: { due: moment({ zh: '期限', en: 'Due' }) },
      settle: ({ record }) => textOf(record.values['state']),
      sets: ({ input }) => ({ due: input['due'] ?? null }),
    },
  },
  due: ({ values }) => textOf(values['due']) || null,
  holder: ({ values }) => textOf(values['for']),
});

const page: LinkPage = {
  key: 'task',
  register: 'tasks',
  title: { zh: '任务', en: 'Task' },
  holder: personIn('for'),
  binds: ['title', 'for'],
  signInto: 'sign',
  isOpen: ({ values }) => values['state'] === 'open',
  sentence: ({ values }) => textOf(values['title']),
  facts: () => [],
};

const letter = (key: string, weight: 1 | 2 | 3 | 4, more: Partial<LetterKind> = {}): LetterKind => ({
  key,
  register: 'tasks',
  to: personIn('for'),
  weight,
  isDue: ({ values }) => values['state'] !== 'done',
  make: ({ no, values }) => ({
    subject: `${key} ${no}`,
    sentence: textOf(values['title']),
    facts: [['备注', textOf(values['note'])]],
    button: '查看',
    why: '测试',
  }),
  ...more,
});

export const workshopChapter: Chapter = {
  key: 'workshop',
  title: { zh: '工场', en: 'Workshop' },
  colour: '#1a73e8',
  registers: [tasks, orders, ledger, complaints],
  workflows: [tasksWorkflow],
  letters: [
    letter('task-new', 3, { page: 'task' }),
    letter('task-urgent', 1),
    letter('task-thanks', 4, { to: guestIn('email') }),
    letter('task-sheet', 2, {
      tab: ({ no }) => `tasks ${no}`,
      make: ({ no }) => ({ subject: `task-sheet ${no}`, sentence: '', facts: [], opens: '打开表', why: '测试' }),
    }),
    letter('complaint', 2, { register: 'complaints', to: role('hr') }),
  ],
  pages: [page],
};

export const product = productOf([workshopChapter]);

/** Facts that rest on no tab: a command of the desk reads nothing but its own register. */
const source: FactsSource = {
  registers: [],
  build: (_, who) => {
    const { account, context, via } = who;
    const facts = factsWith({ now: who.now, as: via === 'clock' ? 'clock' : '王芳' });
    const person = facts.directory.person(via === 'link' ? (who.person ?? '') : account);
    return {
      ...facts,
      actor: { account, context, via, person: person?.label ?? '', roles: person?.roles ?? [] },
    };
  },
};

export const addressOf: Readonly<Record<Name, string>> = {
  王芳: 'wangfang@example.org',
  李强: 'liqiang@example.org',
  陈静: 'chenjing@example.org',
  赵敏: 'zhaomin@example.org',
  刘洋: 'liuyang@example.org',
  周琳: 'zhoulin@example.org',
};

export const linkText = {
  encode: (plain: string): string => Buffer.from(plain, 'utf8').toString('base64url'),
  decode: (encoded: string): string => Buffer.from(encoded, 'base64url').toString('utf8'),
};

export interface Workshop {
  readonly ports: MemoryPorts;
  readonly office: OfficePorts;
  reading(as?: Name | 'clock'): Reading;
  create(register: Register, rows: readonly Values[], requestId?: string, as?: Name): Outcome;
  take(no: string, transition: string, input?: Values, more?: { row?: number; requestId?: string; as?: Name }): Outcome;
  /** Looks at an outbox, the desk's unless told, as the office account. */
  look(workbook?: WorkbookKey): OutboxResult;
  /** What a person types into hand columns of a row, wherever these stand now. */
  type(register: Register, row: number, values: Values): void;
  /** The rows of a register that hold anything, as records. */
  records(register: Register): readonly RecordRow[];
  record(register: Register, no: string): RecordRow;
  /** The rows of a kernel tab, without its headings. */
  book(sheetId: number): readonly (readonly unknown[])[];
}

export function workshop(options: { now?: string; blankRows?: number; alone?: boolean } = {}): Workshop {
  const { now = '2026-10-09T09:30:00', blankRows = 50, alone = false } = options;
  const ports = memoryPorts({ now, registers: product.registers, blankRows, alone });
  let asked = 0;
  const reading = (as: Name | 'clock' = '王芳'): Reading => ({
    ports,
    product,
    source,
    who:
      as === 'clock'
        ? { context: 'office', via: 'clock', account: 'system@example.org' }
        : { context: 'desk', via: 'account', account: addressOf[as] },
  });
  const office: OfficePorts = {
    mailer: ports.mailer,
    signer: ports.signer,
    link: linkText,
    webApp: 'https://script.example/exec',
    workbookId: 'desk-id',
    address: (workbook) => `https://sheets.example/${workbook}/edit`,
  };
  const layout = (register: Register) =>
    layoutOf(register, ports.cells(register.workbook, register.sheetId)[0] ?? [], 'zh');
  const records = (register: Register): readonly RecordRow[] =>
    ports
      .cells(register.workbook, register.sheetId)
      .map((cells, row) => ({ cells, row }))
      .slice(2)
      .filter(({ cells }) => cells.length > 0)
      .map(({ cells, row }) => recordOf(layout(register), cells, row));
  return {
    ports,
    office,
    reading,
    create: (register, rows, requestId = `request-${++asked}`, as = '王芳') =>
      run(reading(as), {
        workbook: register.workbook,
        requestId,
        needs: {
          tails: [register],
          lookups: register.key === 'tasks' ? [{ register, column: 'code' }] : [],
          open: true,
        },
        decide: (view) => decideCreate(product, register, rows, view.facts, view, view.numbers).plan,
      }),
    take: (no, transition, input = {}, { row, requestId = `request-${++asked}`, as = '王芳' } = {}) =>
      run(reading(as), {
        workbook: 'desk',
        requestId,
        needs: { records: [{ register: tasks, no, ...(row !== undefined && { row }) }], tails: [ledger], open: true },
        decide: (view) => {
          const record = view.records(tasks, no, row)[0]!;
          return decideTransition(product, tasksWorkflow, transition, record, input, view.facts, view.numbers);
        },
      }),
    look: (workbook = 'desk') => lookAtOutbox(reading('clock'), workbook, office),
    type(register, row, values) {
      const { columns } = layout(register);
      const cells = rowOf(layout(register), values);
      for (const key of Object.keys(values)) {
        ports.people(register.workbook).type(register.sheetId, row, columns[key]!, [[cells[columns[key]!]!]]);
      }
    },
    records,
    record(register, no) {
      const found = records(register).filter((one) => one.no === no);
      if (found.length !== 1) throw new Error(`${found.length} rows are numbered ${no}`);
      return found[0]!;
    },
    book: (sheetId) => ports.cells('desk', sheetId).slice(1),
  };
}

export const task: Values = { title: '换灯泡', phone: '13800138000', for: '陈静' };
