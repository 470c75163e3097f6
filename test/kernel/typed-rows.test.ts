import { productOf } from '../../src/kernel/chapter';
import { layoutOf, rowOf } from '../../src/kernel/layout';
import { hintOf, recheckPlan, sweepPlan, type Sweep } from '../../src/kernel/typed-rows';
import type { Plan } from '../../src/kernel/plan';
import type { Value, Values } from '../../src/kernel/values';
import type { Opening } from '../../src/kernel/workflow';
import { factsWith, numbersFrom } from '../chapters/world';
import { ledger, product, task, tasks, tasksWorkflow, workshopChapter } from './workshop';

const layout = layoutOf(tasks, Object.keys(tasks.all), 'zh');
const ledgerLayout = layoutOf(ledger, Object.keys(ledger.all), 'zh');
const facts = factsWith({ via: 'typed', as: 'clock' });
const typist = factsWith();

const sweepOf = (rows: readonly Values[], taken: Sweep['taken'] = () => false): Sweep => ({
  register: tasks,
  layout,
  rows: rows.map((values, index) => ({ row: 10 + index, cells: rowOf(layout, values) })),
  taken,
});
const swept = (rows: readonly Values[], some = typist, taken?: Sweep['taken']): Plan =>
  sweepPlan(product, sweepOf(rows, taken), some, numbersFrom());
const hints = (plan: Plan): readonly (Value | undefined)[] => plan.updates.map((one) => one.values['check']);
/** The row as it stands after the plan. */
const after = (values: Values, plan: Plan): Values => ({ ...values, ...plan.updates[0]?.values });

describe('a typed row that is complete', () => {
  it('gets its number, its state, who and when, as if it had come from the form', () => {
    const { updates, orders: mail } = swept([task]);
    expect(updates).toHaveLength(1);
    expect(updates[0]).toMatchObject({
      transition: 'create',
      article: '9.1',
      values: { no: 'RW-2026-00001', state: 'open', recordedBy: '王芳', recordedAt: '2026-10-09T09:30:00' },
    });
    expect(mail.map((one) => [one.name, one.to])).toEqual([
      ['task-new', 'A03'],
      ['task', ''],
    ]);
  });

  it('keeps every hand column as it was typed', () => {
    const typed = { ...task, for: 'A03', note: '  =1+1 ', title: '0123' };
    const { values } = swept([typed]).updates[0]!;
    for (const key of Object.keys(typed)) expect(values).not.toHaveProperty(key);
  });

  it('is marked 补录 when it tells of an earlier time, and nobody is told', () => {
    const plan = swept([{ ...task, due: '2026-10-09T08:59' }]);
    expect(plan.updates[0]!.values['late']).toBe(true);
    expect(plan.orders.filter((one) => one.kind === 'letter')).toEqual([]);
    expect(swept([{ ...task, due: '2026-10-09T09:00' }]).updates[0]!.values).not.toHaveProperty('late');
  });

  it('is asked who wrote it when the account is unknown, and keeps a name that was chosen', () => {
    expect(swept([task], facts).updates[0]!.values).toMatchObject({
      no: 'RW-2026-00001',
      check: '请在“登记人”里选您的名字',
    });
    expect(swept([{ ...task, recordedBy: '李强' }], facts).updates[0]!.values).not.toHaveProperty('check');
  });

  it('loses the hint that it had', () => {
    expect(swept([{ ...task, check: '还需填写：事项' }]).updates[0]!.values['check']).toBeNull();
  });
});

describe('a typed row that is not', () => {
  it('is told in plain words what is missing and what is wrong, and nothing else of it changes', () => {
    const typed = { phone: '123456', due: '明天' };
    const plan = swept([typed]);
    expect(plan.updates[0]).toMatchObject({ transition: 'check' });
    expect(plan.orders).toEqual([]);
    expect(Object.keys(plan.updates[0]!.values)).toEqual(['check']);
    expect(hints(plan)[0]).toBe(
      '还需填写：事项、负责人 电话：电话号码不对。请填手机（如 13800138000）或带区号的座机（如 0755-82345678），境外号码以 + 开头。 期限：请填日期和时间，如 2026-10-09 09:05。',
    );
    expect(hintOf(tasks, { title: 'x', for: '陈静' }, facts)).toBe('');
    expect(hintOf(tasks, { title: 'x' }, factsWith({ language: 'en' }))).toBe('Still needed: For');
  });

  it('is told once: looked at again, there is nothing to do', () => {
    const typed = { title: '只有事项' };
    const first = swept([typed]);
    expect(first.updates).toHaveLength(1);
    expect(swept([after(typed, first)]).updates).toEqual([]);
  });

  it('is told when the same stands in another record, or in a row above', () => {
    const plan = swept([
      { ...task, code: 'a' },
      { ...task, code: 'a' },
      { ...task, code: 'b' },
    ]);
    expect(hints(plan)).toEqual([undefined, '与别的记录重复', undefined]);
    expect(hints(swept([{ ...task, code: 'a' }], typist, (_register, _column, value) => value === 'a'))).toEqual([
      '与别的记录重复',
    ]);
  });

  it('is told when a record that it names is not there, as in a form', () => {
    const typed = { task: 'RW-2026-00009', result: '好' };
    const sweep = (isThere: boolean): Sweep => ({
      register: ledger,
      layout: ledgerLayout,
      rows: [{ row: 10, cells: rowOf(ledgerLayout, typed) }],
      taken: (register, column) => isThere && `${register}.${column}` === 'tasks.no',
    });
    expect(hints(sweepPlan(product, sweep(false), typist, numbersFrom()))).toEqual([
      '任务：没有编号为 RW-2026-00009 的记录。',
    ]);
    expect(sweepPlan(product, sweep(true), typist, numbersFrom()).updates[0]!.values['no']).toBe('TZ-2026-00001');
  });

  it('is told what the chapter finds wrong in it, unless that takes other registers', () => {
    const faults: Opening['faults'] = () => ({ title: { words: { zh: '今天不行。', en: 'Not today.' } } });
    const checking = (opens: Partial<Opening>): readonly (Value | undefined)[] => {
      const workflow = { ...tasksWorkflow, opens: { ...tasksWorkflow.opens, faults, ...opens } };
      const strict = productOf([{ ...workshopChapter, workflows: [workflow] }]);
      return hints(sweepPlan(strict, sweepOf([task]), typist, numbersFrom()));
    };
    expect(checking({})).toEqual(['事项：今天不行。']);
    expect(checking({ reads: ['ledger'] })).toEqual([undefined]);
  });

  it('names somebody as its writer who is not of the staff', () => {
    expect(hints(swept([{ ...task, recordedBy: '张三' }]))[0]).toMatch(/^登记人：员工花名册里没有“张三”/);
  });

  it('uses no number', () => {
    const plan = swept([{ title: 'x' }, task]);
    expect(plan.updates[1]!.values['no']).toBe('RW-2026-00001');
  });
});

describe('a record that was corrected by hand', () => {
  const record = { ...task, no: 'RW-2026-00001', state: 'open', recordedBy: '王芳' };
  const recheck = (values: Values): readonly (Value | undefined)[] =>
    hints(recheckPlan(product, { ...sweepOf([values]), byHand: true }, facts, numbersFrom()));

  it('is told what the correction has left wrong, and that it is right again', () => {
    expect(recheck(record)).toEqual([]);
    expect(recheck({ ...record, title: null })).toEqual(['还需填写：事项']);
    expect(recheck({ ...record, check: '还需填写：事项' })).toEqual([null]);
    expect(recheck({ ...record, recordedBy: null })).toEqual(['请在“登记人”里选您的名字']);
    const bySetUp = '2026-10-09T09:00:00|frontdesk-system@example.org|create';
    expect(recheck({ ...record, recordedBy: null, history: bySetUp })).toEqual([]);
  });

  it('without a number is none', () => {
    expect(recheck({ title: 'x' })).toEqual([]);
  });
});
