import type { Calls, PageValue, Problem } from '../../src/api/contract';
import { kick } from '../../src/api/clockwork';
import { call } from '../../src/api/door';
import type { Values } from '../../src/kernel/values';
import type { Name } from '../chapters/world';
import { addressOf } from '../kernel/workshop';
import { agency, type Agency } from './agency';

const no = 'LY-2026-00001';

let asked = 0;
const next = (): string => `request-${String(++asked).padStart(5, '0')}`;
function onPage<N extends 'page' | 'answer'>(made: Agency, name: N, input: object): Calls[N]['value'] {
  const log = { error: (_: string, error: unknown) => void made.logged.push(error) };
  const reply = JSON.parse(call(() => made.machine('public'), name, JSON.stringify(input), log)) as
    { ok: true; value: Calls[N]['value'] } | { ok: false; error: Problem };
  if (!reply.ok) throw new Error(JSON.stringify(reply.error) + String(made.logged[0] ?? ''));
  return reply.value;
}
function linkOf(made: Agency, name: Name): string {
  onPage(made, 'answer', { token: '', answer: 'sendLink', input: { email: addressOf[name] }, requestId: next() });
  kick(made.machine('public'));
  return made.token(addressOf[name]);
}
const linesOf = (made: Agency, token: string, key: string) =>
  onPage(made, 'page', { token }).mine!.sections.find((one) => one.key === key)?.lines ?? [];
/** Opens the first line of a section, as a finger does. */
function open(made: Agency, token: string, key: string): PageValue {
  const { register, no: of, row } = linesOf(made, token, key)[0]!;
  return onPage(made, 'page', { token, at: { register, no: of, row } });
}
const act = (made: Agency, token: string, { at }: PageValue, answer: string, input: Values = {}) =>
  onPage(made, 'answer', { token, answer, at, input, requestId: next() });

/** A storeroom with paper and pens. */
function storeroom(): Agency {
  const made = agency();
  const item = { spec: '通用', category: '文具', location: '柜 1' };
  made.ask('王芳', 'create', {
    register: 'items',
    rows: [
      { ...item, name: '打印纸', unit: '包' },
      { ...item, name: '马克笔', unit: '盒' },
    ],
    requestId: next(),
  });
  for (const [index, quantity] of [20, 6].entries()) {
    const record = made.records('items')[index]!;
    made.ask('王芳', 'transition', {
      register: 'items',
      no: record.no,
      transition: 'opening',
      input: { quantity },
      requestId: next(),
    });
  }
  return made;
}

describe('3.1 a requisition by people who never open the workbook', () => {
  it('is asked for, lowered, issued at the desk and signed for', () => {
    const made = storeroom();
    const [applicant, head] = [linkOf(made, '周琳'), linkOf(made, '陈静')];

    const { form } = onPage(made, 'page', { token: applicant, create: 'requisitions' });
    const item = form!.lines!.find(({ key }) => key === 'item')!;
    expect(item.options!.map(({ label, note }) => [label, note])).toEqual([
      [expect.stringContaining('打印纸'), expect.stringContaining('20')],
      [expect.stringContaining('马克笔'), expect.stringContaining('6')],
    ]);
    const [paper, pens] = item.options!.map(({ value }) => value);
    const head0 = { department: '社工部', neededOn: '2026-10-12' };
    const rows = [
      { ...head0, item: paper, quantity: 3 },
      { ...head0, item: pens, quantity: 4 },
    ];
    const filing = { token: applicant, answer: 'create', create: 'requisitions', rows, requestId: next() };
    expect(onPage(made, 'answer', filing).message).toBe(`编号 ${no}`);

    const request = open(made, head, 'decisions');
    expect(request.steps[0]!.lines!.map(({ note }) => note)).toEqual([
      expect.stringContaining('20'),
      expect.stringContaining('6'),
    ]);
    act(made, head, request, 'approveHead', { '1.approvedQuantity': 3, '2.approvedQuantity': 0 });
    expect(linesOf(made, head, 'decisions')).toEqual([]);
    expect(open(made, applicant, 'requests').facts.map(({ text }) => text)).toContain('待发放');

    made.ask('王芳', 'transition', {
      register: 'requisitions',
      no,
      transition: 'issue',
      input: { '1.quantity': 3 },
      requestId: next(),
    });
    const receipt = open(made, applicant, 'signatures');
    expect(receipt.title).toBe('用品签收');
    expect(act(made, applicant, receipt, 'confirm').message).toBe('已签收，谢谢。');
    expect(linesOf(made, applicant, 'signatures')).toEqual([]);
    expect(made.records('issues')[0]!.values).toMatchObject({ state: 'signed', signedBy: 'link', recipient: '周琳' });
    expect(made.records('items').map(({ values }) => values['onHand'])).toEqual([17, 6]);
    expect(made.chainBreak()).toBeUndefined();
  });

  it('offers the catalogue again when a request comes back to be completed', () => {
    const made = storeroom();
    const [applicant, head] = [linkOf(made, '周琳'), linkOf(made, '陈静')];
    const [paper, pens] = made.records('items').map(({ values }) => String(values['label']));
    const rows = [{ department: '社工部', neededOn: '2026-10-12', item: paper, quantity: 3 }];
    onPage(made, 'answer', { token: applicant, answer: 'create', create: 'requisitions', rows, requestId: next() });
    act(made, head, open(made, head, 'decisions'), 'sendBack', { comment: '要马克笔吧？' });
    const back = open(made, applicant, 'requests');
    const [line] = back.steps.find(({ key }) => key === 'resubmit')!.lines!;
    const item = line!.asks.find(({ key }) => key === 'item')!;
    expect([item.default, item.options!.map(({ value }) => value)]).toEqual([paper, [paper, pens]]);
    act(made, applicant, back, 'resubmit', {
      department: '社工部',
      neededOn: '2026-10-12',
      '1.item': pens!,
      '1.quantity': 2,
    });
    expect(linesOf(made, head, 'decisions')).toHaveLength(1);
  });
});
