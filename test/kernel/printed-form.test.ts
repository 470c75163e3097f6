import { printedForm, type PrintedForm } from '../../src/kernel/printed-form';
import { defineRegister, type Register } from '../../src/kernel/register';
import type { Paper } from '../../src/kernel/paper';
import type { Language } from '../../src/kernel/words';
import { claim, claims, submit, type Way } from './claims';

const paper: Paper = {
  head: ['department', 'applicant', 'purpose'],
  lines: ['thing', 'quantity', 'price', 'allowed'],
  linesWhile: { states: ['paid'], lines: ['thing'] },
  amount: { price: 'price', quantity: 'quantity' },
  struckOut: { allowed: [0] },
  boxes: [
    { title: { zh: '申请人', en: 'Applicant' }, filed: 'applicant' },
    { title: { zh: '部门负责人', en: 'Head' }, step: 'head' },
    { title: { zh: '机构领导', en: 'Director' }, step: 'director' },
  ],
};
const withPaper: Register = { ...claims, paper };
const printed = (way: Way, language: Language = 'zh'): PrintedForm => printedForm(withPaper, way.lines(), language)!;
const boxes = (way: Way, language?: Language) => printed(way, language).boxes.map(({ lines }) => lines);

describe('a form on paper', () => {
  test('has the head and the table that the register names, with what each line costs and all together', () => {
    const { title, number, head, table } = printed(submit());
    expect([title, number]).toEqual(['报销单', submit().lines()[0]!.no]);
    expect(head.map(({ label, text }) => [label, text])).toEqual([
      ['部门', '社工部'],
      ['申请人', '周琳'],
      ['用途', ''],
    ]);
    expect(table!.headings.map(({ label }) => label)).toEqual(['物品', '数量', '单价', '批准数量', '金额（元）']);
    expect(table!.total).toEqual({ label: '合计（大写）：贰拾伍元整', text: '25.00' });
    expect(printed(submit(), 'en').table!.total).toEqual({ label: 'Total', text: '25.00' });
  });

  test('strikes out what was not approved, and does not count it', () => {
    const way = submit({}, {}, [{ ...claim, thing: '纸杯', quantity: 4, price: 1.5 }]).type({ allowed: 0 });
    const { rows, total } = printed(way).table!;
    expect(rows).toEqual([
      { cells: ['茶点', '2', '12.50', '0', ''], struckOut: true },
      { cells: ['纸杯', '4', '1.50', '', '6.00'] },
    ]);
    expect(total!.text).toBe('6.00');
  });

  test('shows other columns while the lines are in the states for that', () => {
    expect(printed(submit().type({ state: 'paid' })).table!.headings.map(({ label }) => label)).toEqual([
      '物品',
      '金额（元）',
    ]);
  });

  test('has a box for each signature: who, when, and how they were known', () => {
    const way = submit();
    expect(boxes(way)).toEqual([['周琳', '2026-10-09 09:30', '提交'], [], []]);
    way.take('approveHead', '陈静', { comment: '请尽快' }, { via: 'link', now: '2026-10-09T10:05:30' });
    way.take('paperDirector', '王芳', { amount: 25, paperRef: '档 7', signedOn: '2026-10-08' });
    expect(boxes(way).slice(1)).toEqual([
      ['陈静', '同意 2026-10-09 10:05', '邮件链接确认', '意见：请尽快'],
      ['赵敏', '同意 2026-10-08', '纸质签字，存放 档 7（王芳 2026-10-09 登记）'],
    ]);
    expect(boxes(way, 'en')[2]).toEqual([
      '赵敏',
      'Approve 2026-10-08',
      'Signed on paper, file 档 7 (entered by 王芳, 2026-10-09)',
    ]);
  });

  test('says who else entered it, and what was refused', () => {
    const way = submit().type({ recordedBy: '王芳' }).take('decline', '陈静', { comment: '没有预算' });
    expect(boxes(way)[0]![2]).toBe('王芳 代填');
    expect(boxes(way)[1]).toEqual(['陈静', '不同意 2026-10-09 09:30', '账号确认', '意见：没有预算']);
  });

  test('is none where the register declares none', () => {
    expect(printedForm(claims, submit().lines(), 'zh')).toBeUndefined();
  });

  test('names columns that there are', () => {
    const { key, workbook, sheetId, article, title, serial, columns, write, heading } = claims;
    const own = { key, workbook, sheetId, article, title, serial, columns, write, heading };
    const wrong: Paper = { head: [], boxes: [{ title, who: 'applicant', when: 'nothing' }] };
    expect(() => defineRegister({ ...own, paper: wrong })).toThrow('there is no column nothing; see its paper');
  });
});
