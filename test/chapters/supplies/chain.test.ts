import type { Calls } from '../../../src/api/contract';
import type { Values } from '../../../src/kernel/values';
import { agency, type Agency } from '../../api/agency';
import { addressOf } from '../../kernel/workshop';
import type { Name } from '../world';
import { checkBooks, paper, pens } from './storeroom';

let asked = 0;
const next = (): string => `request-${String(++asked).padStart(5, '0')}`;
const create = (office: Agency, who: Name, register: string, rows: readonly Values[]): string =>
  office.ask(who, 'create', { register, rows, requestId: next() }).records[0]!.no;
const take = (office: Agency, who: Name, register: string, no: string, transition: string, input: Values = {}) =>
  office.ask(who, 'transition', { register, no, transition, input, requestId: next() });
/** Opens the link in the last mail to somebody. */
const opened = (office: Agency, who: Name): { token: string; page: Calls['page']['value'] } => {
  office.sendMail();
  const token = office.token(addressOf[who]);
  return { token, page: office.ask('public', 'page', { token }) };
};
const decide = (office: Agency, who: Name, answer: string, input: Values = {}): void => {
  const { token } = opened(office, who);
  office.ask('public', 'answer', { token, answer, input, requestId: next() });
};
const subjects = (office: Agency): readonly string[] => office.ports.sent.map(({ to, subject }) => `${to} ${subject}`);

function stocked(): Agency {
  const office = agency();
  const [sheets, writing] = [create(office, '王芳', 'items', [paper]), create(office, '王芳', 'items', [pens])];
  create(office, '王芳', 'suppliers', [{ name: '晨光文具', standing: 'qualified' }]);
  take(office, '王芳', 'items', sheets, 'opening', { quantity: 14, price: 20 });
  take(office, '王芳', 'items', writing, 'opening', { quantity: 30 });
  return office;
}

describe('3 a requisition, from the request to the signature', () => {
  test('short of stock: part is issued, the rest bought, received, issued and signed for', () => {
    const office = stocked();
    const wish = { department: '社工部', applicant: '周琳', neededOn: '2026-10-12' };
    const no = create(office, '周琳', 'requisitions', [
      { ...wish, item: '打印纸 A4', quantity: 20 },
      { ...wish, item: '签字笔 黑色', quantity: 6 },
    ]);
    const { page } = opened(office, '陈静');
    expect(page.facts.map(({ text }) => text)).toContain('打印纸 A4 20 包 · 申请时库存 14');
    const approve = page.steps.find(({ key }) => key === 'approveHead')!;
    expect(approve.lines!.map(({ text, note }) => [text, note])).toEqual([
      ['打印纸 A4 20 包', '现有库存 14 包'],
      ['签字笔 黑色 6 支', '现有库存 30 支'],
    ]);
    decide(office, '陈静', 'approveHead', { '1.approvedQuantity': 18, '2.approvedQuantity': 6 });

    office.sendMail();
    take(office, '王芳', 'requisitions', no, 'issue', { '1.quantity': 14, '2.quantity': 6 });
    office.sendMail();
    expect(subjects(office).slice(-2)).toEqual([
      'zhoulin@example.org [前台] 请签收：打印纸 A4 14 包等 2 项 FF-2026-00001 等 2 件',
      'wangfang@example.org [前台] 库存不足：打印纸 A4（还有 0 包）',
    ]);
    expect(office.ports.sent.at(-2)!.text).toMatch('打印纸 A4 18 包，缺 4');
    const { follows } = office.ask('王芳', 'record', { register: 'requisitions', no });
    expect(follows.map(({ register, lines }) => [register, lines])).toEqual([
      ['supply-purchases', [{ item: '打印纸 A4', quantity: 4, estimatedPrice: 20 }]],
    ]);
    const toBuyFor = () =>
      office
        .ask('王芳', 'board', {})
        .sections.find(({ key }) => key === 'supplies-short')
        ?.lines.map((line) => line.no);
    expect(toBuyFor()).toEqual([no]);

    const bought = create(office, '王芳', 'supply-purchases', [
      {
        department: '综合部',
        applicant: '王芳',
        expectedOn: '2026-10-12',
        ...follows[0]!.values,
        item: '打印纸 A4',
        quantity: 40,
        estimatedPrice: 20,
      },
    ]);
    expect(toBuyFor()).toBeUndefined();
    decide(office, '刘洋', 'approveHead');
    decide(office, '赵敏', 'approveDirector', { amount: 800 });
    take(office, '王芳', 'supply-purchases', bought, 'order', { '1.supplier': '晨光文具' });
    expect(office.record('items', 'YP-2026-00001').values).toMatchObject({ onHand: 0, onOrder: 40, alertedAt: null });
    take(office, '李强', 'supply-purchases', bought, 'receive', { '1.quantity': 25, '1.price': 19 });
    take(office, '李强', 'supply-purchases', bought, 'receive', { '1.quantity': 15, '1.price': 19 });
    office.sendMail();
    expect(subjects(office).slice(-1)).toEqual([
      `zhoulin@example.org [前台] 已到货，请领取：领用申请 ${no}（打印纸 A4 4 包）`,
    ]);

    take(office, '李强', 'requisitions', no, 'issue', { '1.quantity': 4 });
    expect(opened(office, '周琳').page.steps.map(({ key }) => key)).toEqual(['confirm']);
    decide(office, '周琳', 'confirm');
    take(office, '王芳', 'issues', 'FF-2026-00001', 'sign', { signature: '1,1 2,2;' });
    expect(office.records('requisitions').map(({ values }) => values['state'])).toEqual(['issued', 'issued']);
    expect(
      office.records('issues').map(({ values }) => [values['item'], values['quantity'], values['signedBy']]),
    ).toEqual([
      ['打印纸 A4', 14, 'screen'],
      ['签字笔 黑色', 6, 'screen'],
      ['打印纸 A4', 4, 'link'],
    ]);
    expect(
      office.records('stock-ledger').map(({ values }) => [values['kind'], values['quantity'], values['balance']]),
    ).toEqual([
      ['opening', 14, 14],
      ['opening', 30, 30],
      ['issue', -14, 0],
      ['issue', -6, 24],
      ['receipt', 25, 25],
      ['receipt', 15, 40],
      ['issue', -4, 36],
    ]);
    expect(office.record('items', 'YP-2026-00001').values).toMatchObject({ onHand: 36, onOrder: 0, lastPrice: 19 });
    checkBooks(office);
    expect(office.chainBreak()).toBeUndefined();
    expect(office.open()).toEqual([]);

    const kept = ['items', 'requisitions', 'issues', 'stock-ledger', 'supply-purchases'];
    const before = kept.map((key) => office.records(key));
    office.evening();
    expect(kept.map((key) => office.records(key))).toEqual(before);
  });

  test('two people issue the last at the same moment: one does, the other is told what is left', () => {
    const office = stocked();
    const wish = { department: '社工部', applicant: '周琳', item: '打印纸 A4', quantity: 10 };
    const nos = [1, 2].map(() => create(office, '周琳', 'requisitions', [wish]));
    nos.forEach((no) => take(office, '陈静', 'requisitions', no, 'approveHead'));
    const issue = { register: 'requisitions', transition: 'issue', input: { '1.quantity': 10 } };
    office.ask('王芳', 'transition', { ...issue, no: nos[0]!, requestId: next() });
    const problem = office.problem('李强', 'transition', { ...issue, no: nos[1]!, requestId: next() });
    expect(problem.fields).toEqual({ '1.quantity': '库存只有 4 包。' });
    expect(office.record('items', 'YP-2026-00001').values['onHand']).toBe(4);
  });
});

test('the board has a section for what there is, and none for what there is not', () => {
  const office = stocked();
  const supplies = (who: Name) =>
    office
      .ask(who, 'board', {})
      .sections.filter(({ key }) => !/^(reception|duties|attendance|leave|training)-/.test(key))
      .map(({ key, lines }) => [key, lines.map((line) => line.next?.transition)]);
  expect(supplies('王芳')).toEqual([['supplies-to-issue', []]]);
  const wish = { department: '社工部', applicant: '周琳', item: '打印纸 A4', quantity: 10 };
  const no = create(office, '周琳', 'requisitions', [wish]);
  expect(supplies('陈静')).toContainEqual(['requisitions-decide', ['approveHead']]);
  take(office, '陈静', 'requisitions', no, 'approveHead');
  expect(supplies('陈静').map(([key]) => key)).not.toContain('requisitions-decide');
  take(office, '王芳', 'requisitions', no, 'issue', { '1.quantity': 10 });
  expect(supplies('王芳')).toEqual([
    ['supplies-to-issue', []],
    ['supplies-unsigned', ['sign']],
    ['supplies-low', [undefined]],
  ]);
});

describe('the morning', () => {
  test('3.3.1 looks at a minimum that was typed into the tab, and tells of it once', () => {
    const office = stocked();
    const { row } = office.record('items', 'YP-2026-00002');
    office.type('items', row, [{ minimum: 50 }]);
    office.edited('items', row, row + 1);
    for (const day of ['2026-10-12', '2026-10-13']) {
      office.ports.setNow(`${day}T08:00:00`);
      office.morning();
    }
    expect(office.record('items', 'YP-2026-00002').values['state']).toBe('low');
    expect(office.outbox().filter(({ name }) => name === 'stock-alert')).toHaveLength(1);
  });

  test('3.2.2 says that a stocktake is due', () => {
    const office = stocked();
    office.ports.setNow('2027-01-07T08:00:00');
    office.morning();
    office.sendMail();
    const mail = office.ports.sent.find(({ to, text }) => to === addressOf['王芳'] && text.includes('该盘点了'));
    expect(mail?.text).toMatch('2 种用品已有 90 天没有盘点');
  });

  test('3.1.2 says to the head what waits, and chases', () => {
    const office = stocked();
    const wish = { department: '社工部', applicant: '周琳', item: '打印纸 A4', quantity: 1 };
    create(office, '周琳', 'requisitions', [wish]);
    office.sendMail();
    office.ports.setNow('2026-10-13T08:00:00');
    office.morning();
    office.sendMail();
    expect(subjects(office).filter((one) => one.includes('催办'))).toHaveLength(1);
    expect(office.ports.sent.some(({ text }) => text.includes('已等 2 个工作日'))).toBe(true);
  });
});
