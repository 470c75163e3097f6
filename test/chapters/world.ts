// A valid agency at a known moment, so that each test says only what differs: people, facts, records, and a desk at which
// chapters are tried out without a workbook.
import type { Chapter, Product } from '../../src/kernel/chapter';
import { productOf } from '../../src/kernel/chapter';
import { decideCreate, type Lookups, type Numbers } from '../../src/kernel/decide';
import { decideTransition } from '../../src/kernel/step';
import type { Facts } from '../../src/kernel/facts';
import type { Who } from '../../src/kernel/facts-source';
import type { Letter } from '../../src/kernel/letter';
import type { Order, Plan } from '../../src/kernel/plan';
import type { Register } from '../../src/kernel/register';
import type { RecordRow, Value, Values } from '../../src/kernel/values';
import { officeFacts } from '../../src/office/facts';
import { settingRows } from '../../src/office/settings';

/** A Friday, the first after the National Day break: the morning's work has begun. */
export const today = '2026-10-09';
export const now = `${today}T09:30:00`;

export type Name = '王芳' | '李强' | '陈静' | '赵敏' | '刘洋' | '周琳';

const staffOf = (
  staffNo: string,
  name: Name,
  email: string,
  department: string,
  role: string,
  phone: string,
): Values => ({
  staffNo,
  name,
  email: `${email}@example.org`,
  department,
  roles: [role],
  phone,
  joinedOn: '2020-01-02',
});

/** 王芳 and 李强 at the front desk; 陈静 heads 社工部, where 周琳 works; 赵敏 is the director, 刘洋 is HR and heads 综合部. */
export const staffRows: Readonly<Record<Name, Values>> = {
  王芳: staffOf('A01', '王芳', 'wangfang', '综合部', 'front', '13800000001'),
  李强: staffOf('A02', '李强', 'liqiang', '综合部', 'front', '13800000002'),
  陈静: { ...staffOf('A03', '陈静', 'chenjing', '社工部', 'head', '13800000003'), standIn: '周琳' },
  赵敏: staffOf('A04', '赵敏', 'zhaomin', '综合部', 'director', '13800000004'),
  刘洋: staffOf('A05', '刘洋', 'liuyang', '综合部', 'hr', '13800000005'),
  周琳: staffOf('A06', '周琳', 'zhoulin', '社工部', 'staff', '13800000006'),
};

export const departmentRows: readonly Values[] = [
  { name: '社工部', head: '陈静' },
  { name: '综合部', head: '刘洋' },
];

const rowsOf = (register: string, rows: readonly Values[]): readonly RecordRow[] =>
  rows.map((values, index) => ({
    register,
    no: `XX-2026-${String(index + 1).padStart(5, '0')}`,
    line: 1,
    row: index + 2,
    values,
  }));

/** What a test may say that differs. */
export interface Difference {
  readonly now?: string;
  /** Who acts; nobody when the clock does. */
  readonly as?: Name | 'clock';
  readonly via?: Who['via'];
  /** Of a link: the account that is signed in with Google. */
  readonly account?: string;
  /** The address of a link's holder who is of outside. */
  readonly guest?: string;
  readonly staff?: Readonly<Partial<Record<Name, Values>>>;
  readonly departments?: readonly Values[];
  readonly calendar?: readonly Values[];
  readonly settings?: Values;
  readonly language?: Facts['language'];
}

export function factsWith(difference: Difference = {}): Facts {
  const { as = '王芳', via = as === 'clock' ? 'clock' : 'account', settings = {} } = difference;
  const staff = Object.entries(staffRows).map(([name, row]) => ({ ...row, ...difference.staff?.[name as Name] }));
  const who: Who = {
    now: difference.now ?? now,
    context: via === 'link' ? 'public' : via === 'clock' ? 'office' : 'desk',
    via,
    account: via === 'account' ? String(staffRows[as as Name]['email']) : (difference.account ?? ''),
    ...(via === 'link' && difference.guest === undefined && { person: as }),
    ...(difference.guest !== undefined && { guest: difference.guest }),
  };
  const written = settingRows('zh').map((row) =>
    String(row['key']) in settings ? { ...row, value: settings[String(row['key'])] ?? null } : row,
  );
  const facts = officeFacts.build(
    {
      staff: rowsOf('staff', staff),
      departments: rowsOf('departments', difference.departments ?? departmentRows),
      calendar: rowsOf('calendar', difference.calendar ?? []),
      settings: rowsOf('settings', written),
    },
    who,
  );
  return { ...facts, language: difference.language ?? facts.language };
}

/** A record as it stands on its tab: every column, empty where the test says nothing. */
export function recordOf(
  register: Register,
  values: Values,
  place: { no?: string; line?: number; row?: number } = {},
): RecordRow {
  const { no = `${register.serial}-2026-00001`, line = 1, row = 2 } = place;
  const empty = Object.fromEntries(Object.keys(register.all).map((key) => [key, null]));
  return {
    register: register.key,
    no,
    line,
    row,
    values: { ...empty, recordedBy: '王芳', recordedAt: now.slice(0, 16), ...values, no },
  };
}

/** Numbers from 1 on, for each register. */
export function numbersFrom(year = today.slice(0, 4)): Numbers {
  const given = new Map<string, number>();
  return {
    next({ serial }) {
      const number = (given.get(serial) ?? 0) + 1;
      given.set(serial, number);
      return `${serial}-${year}-${String(number).padStart(5, '0')}`;
    },
  };
}

/** What stands in columns already: `{'visits.no': ['LF-2026-00001']}`. */
export const lookupsOf = (standing: Readonly<Record<string, readonly Value[]>> = {}): Lookups => ({
  taken: (register, column, value) => (standing[`${register}.${column}`] ?? []).includes(value),
});

/** A record after a decision, and whom it tells. */
export interface Outcome {
  readonly plan: Plan;
  readonly record: RecordRow;
  /** `letter → staff number`, or the kind of another order and its name. */
  readonly tells: readonly string[];
}

const toldBy = (orders: readonly Order[]): readonly string[] =>
  orders.map(({ kind, name, to }) => (kind === 'letter' ? `${name} → ${to}` : `${kind} ${name}`));

export interface Desk {
  readonly product: Product;
  readonly register: (key: string) => Register;
  /** One row of a form, as the page sends it. */
  create(register: string, input: Readonly<Record<string, unknown>>, facts?: Facts, standing?: Lookups): Outcome;
  take(record: RecordRow, transition: string, input?: Readonly<Record<string, unknown>>, facts?: Facts): Outcome;
  letter(key: string, record: RecordRow, facts?: Facts): Letter;
}

export function deskOf(...chapters: readonly Chapter[]): Desk {
  const product = productOf(chapters);
  const register = (key: string): Register => {
    const found = product.register(key);
    if (!found) throw new Error(`no register ${key}`);
    return found;
  };
  return {
    product,
    register,
    create(key, input, facts = factsWith(), standing = lookupsOf()) {
      const { plan } = decideCreate(product, register(key), [input], facts, standing, numbersFrom());
      const { values, no } = plan.appends[0]!;
      return { plan, record: recordOf(register(key), values, { no }), tells: toldBy(plan.orders) };
    },
    take(record, transition, input = {}, facts = factsWith()) {
      const workflow = product.workflow(record.register)!;
      const plan = decideTransition(product, workflow, transition, record, input, facts, numbersFrom());
      const values = { ...record.values, ...plan.updates[0]!.values };
      return { plan, record: { ...record, values }, tells: toldBy(plan.orders) };
    },
    letter: (key, record, facts = factsWith({ as: 'clock' })) =>
      product.letter(key)!.make(record, facts, undefined, [record]),
  };
}

/** Everything that a reader of the e-mail sees, attachments included. */
export const wholeLetter = (letter: Letter): string =>
  [
    letter.subject,
    letter.sentence,
    ...letter.facts.flat(),
    letter.button ?? '',
    letter.why,
    ...(letter.attachments ?? []).map((one) => one.content),
  ].join('\n');
