import type { Calls, PageValue, Problem } from '../../src/api/contract';
import { call } from '../../src/api/door';
import type { Values } from '../../src/kernel/values';
import { agency, type Agency, type AgencyOptions, type Asker } from './agency';
import { wanted, wantsChapter } from './wants';

const no = 'SX-2026-00001';
const head = 'chenjing@example.org';

let asked = 0;
const next = (): string => `request-${String(++asked).padStart(5, '0')}`;

function asking(options: AgencyOptions = {}): Agency {
  const made = agency({ more: [wantsChapter], ...options });
  made.ask('王芳', 'create', { register: 'wants', rows: wanted, requestId: next() });
  made.sendMail();
  return made;
}
function onPage<N extends 'page' | 'answer'>(made: Agency, name: N, input: object, signedIn = '') {
  const log = { error: (_: string, error: unknown) => void made.logged.push(error) };
  return JSON.parse(call(() => made.machine('public', signedIn), name, JSON.stringify(input), log)) as
    { ok: true; value: Calls[N]['value'] } | { ok: false; error: Problem };
}
function show(made: Agency, token: string, signedIn = ''): PageValue {
  const reply = onPage(made, 'page', { token }, signedIn);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error) + String(made.logged[0] ?? ''));
  return reply.value;
}
const click = (made: Agency, token: string, answer: string, input: Values = {}, requestId = next()) =>
  onPage(made, 'answer', { token, answer, input, requestId });
const approve = (made: Agency, token: string, requestId = next()) =>
  click(made, token, 'approveHead', { '1.quantity': 5, '2.quantity': 3 }, requestId);
const take = (made: Agency, who: Asker, transition: string, input: Values = {}) =>
  made.ask(who, 'transition', { register: 'wants', no, transition, input, requestId: next() });
const lines = (made: Agency) => made.records('wants').filter((one) => one.no === no);
const states = (made: Agency) => lines(made).map(({ values }) => values['state']);

describe('the decision page', () => {
  it('shows the facts, asks of each line with what is known of it, and offers to approve, decline or send back', () => {
    const made = asking();
    const page = show(made, made.token(head));
    expect(page.sentence).toContain('周琳');
    expect(page.facts.map(({ text }) => text)).toEqual(['打印纸 5', '马克笔 8']);
    expect(page.steps.map(({ label, look }) => [label, look])).toEqual([
      ['同意', 'main'],
      ['不同意', 'danger'],
      ['退回补充', 'plain'],
    ]);
    expect(page.steps[0]!.lines).toMatchObject([
      { line: 1, text: '打印纸', note: '申请 5', asks: [{ key: 'quantity', default: 5 }] },
      { line: 2, text: '马克笔', note: '申请 8', asks: [{ key: 'quantity', default: 8 }] },
    ]);
  });

  it('takes the lines as they were lowered, and says what is wrong at the line', () => {
    const made = asking();
    const token = made.token(head);
    expect(click(made, token, 'approveHead', { '1.quantity': 6, '2.quantity': 8 })).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { '1.quantity': '只能减少。' } },
    });
    expect(approve(made, token)).toEqual({ ok: true, value: { title: '已收到', message: '已同意，谢谢。' } });
    expect(lines(made).map(({ values }) => [values['state'], values['approved']])).toEqual([
      ['ready', 5],
      ['ready', 3],
    ]);
  });

  it.each(['decline', 'sendBack'])('needs a comment to %s', (answer) => {
    const made = asking();
    const token = made.token(head);
    expect(click(made, token, answer)).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { comment: expect.any(String) as string } },
    });
    expect(click(made, token, answer, { comment: '先用旧的。' }).ok).toBe(true);
    expect(lines(made)[0]!.values['decisions']).toContain('先用旧的。');
  });

  it('is decided once: by a double click, and by two windows at the same moment', () => {
    const made = asking();
    const token = made.token(head);
    let other: unknown;
    made.ports.before('commit', 1, () => {
      other = click(made, token, 'decline', { comment: '不要' });
    });
    const first = approve(made, token, 'one and the same');
    expect(other).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(approve(made, token, 'one and the same')).toEqual(first);
    expect(states(made)).toEqual(['ready', 'ready']);
    expect(click(made, token, 'decline', { comment: '不要' })).toMatchObject({
      ok: false,
      error: { code: 'outOfDate' },
    });
    expect(states(made)).toEqual(['ready', 'ready']);
    expect(made.chainBreak()).toBeUndefined();
  });

  it('shows the decisions so far to whoever decides next', () => {
    const made = asking();
    click(made, made.token(head), 'sendBack', { comment: '请写明活动。' });
    take(made, '周琳', 'resubmit', {
      department: '社工部',
      purpose: '周末外展',
      '1.thing': '打印纸',
      '1.quantity': 5,
      '2.thing': '马克笔',
      '2.quantity': 2,
    });
    made.sendMail();
    const page = show(made, made.token(head));
    expect(page.facts.map(({ text }) => text).join()).toContain('请写明活动。');
    expect(page.steps[0]!.lines![1]!.asks[0]!.default).toBe(2);
  });
});

describe('a decision link that cannot be used any more says what happened', () => {
  const dead = (made: Agency, token: string, signedIn = '') => {
    const before = made.ports.snapshot();
    const page = show(made, token, signedIn);
    expect(page.steps).toEqual([]);
    expect(page.facts).toEqual([]);
    const reply = onPage(
      made,
      'answer',
      { token, answer: 'approveHead', input: { '1.quantity': 5, '2.quantity': 3 }, requestId: next() },
      signedIn,
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'outOfDate', message: page.dead!.text } });
    expect(made.ports.snapshot()).toBe(before);
    return page.dead!;
  };

  it('who decided and when, also after the request has gone on', () => {
    const made = asking();
    const token = made.token(head);
    approve(made, token);
    made.ports.setNow('2026-10-09T15:00');
    take(made, '王芳', 'give');
    expect(dead(made, token)).toEqual({
      title: '已经办过了',
      text: '陈静 已在 2026-10-09 09:30 办理：同意。这个链接不能再用。',
    });
  });

  it('the front desk has entered a signature on paper', () => {
    const made = asking();
    const token = made.token(head);
    take(made, '王芳', 'paperHead', { paperRef: '文件柜 3', '1.quantity': 5, '2.quantity': 8 });
    expect(dead(made, token).text).toContain('王芳 已在 2026-10-09 09:30 办理：登记纸质签字');
  });

  it('the applicant has withdrawn it', () => {
    const made = asking();
    const token = made.token(head);
    take(made, '周琳', 'withdraw');
    expect(dead(made, token).text).toContain('周琳 已在 2026-10-09 09:30 办理：撤回');
  });

  it('it was sent back: whoever sent it back; submitted again: the newest e-mail', () => {
    const made = asking();
    const token = made.token(head);
    click(made, token, 'sendBack', { comment: '请写明活动。' });
    expect(dead(made, token).text).toContain('退回补充');
    made.ports.setNow('2026-10-09T11:00');
    const again = { department: '社工部', purpose: '', '1.thing': '打印纸', '1.quantity': 5 };
    take(made, '周琳', 'resubmit', { ...again, '2.thing': '马克笔', '2.quantity': 8 });
    expect(dead(made, token).title).toBe('内容已更改');
  });

  it('somebody has typed into what is asked for', () => {
    const made = asking();
    const token = made.token(head);
    made.type('wants', 3, [{ quantity: 80 }]);
    expect(dead(made, token).title).toBe('内容已更改');
  });

  it('it has passed to a stand-in, who is named', () => {
    const made = asking({ staff: { 陈静: { standIn: '李强' } } });
    const token = made.token(head);
    made.type('staff', 4, [{ awayFrom: '2026-10-10', awayTo: '2026-10-20' }]);
    made.ports.setNow('2026-10-12T08:00');
    made.morning();
    made.sendMail();
    expect(lines(made)[0]!.values['approver']).toBe('李强');
    expect(dead(made, token)).toEqual({
      title: '已转给别人办理',
      text: '这件事现在由李强办理，这个链接不能再用。',
    });
    expect(approve(made, made.token('liqiang@example.org')).ok).toBe(true);
    expect(lines(made)[0]!.values['decisions']).toMatch(/陈静 → 李强.*\n李强（陈静） · 同意/);
    expect(dead(made, token).text).toContain('李强 已在');
  });

  it('not for a stand-in who is signed in: the log names both (§7)', () => {
    const made = asking({ staff: { 陈静: { standIn: '李强' } } });
    const input = { token: made.token(head), answer: 'approveHead', input: { '1.quantity': 5, '2.quantity': 3 } };
    expect(onPage(made, 'answer', { ...input, requestId: next() }, 'liqiang@example.org').ok).toBe(true);
    expect(lines(made)[0]!.values['decisions']).toMatch(/^李强（陈静） · 同意/);
    const [, , account, person] = made.ports.cells('desk', 9001).find((row) => row[8] === 'approveHead')!;
    expect([account, person]).toEqual(['liqiang@example.org', '陈静']);
  });

  it('for a stand-in who is the applicant', () => {
    const made = asking({ staff: { 陈静: { standIn: '周琳' } } });
    const input = { token: made.token(head), answer: 'approveHead', input: { '1.quantity': 5, '2.quantity': 3 } };
    expect(onPage(made, 'answer', { ...input, requestId: next() }, 'zhoulin@example.org')).toMatchObject({ ok: false });
    expect(states(made)).toEqual(['withHead', 'withHead']);
  });

  it('another account is signed in', () => {
    const made = asking();
    expect(dead(made, made.token(head), 'zhaomin@example.org').title).toBe('登录的账号不对');
  });

  it('it has expired', () => {
    const made = asking();
    const token = made.token(head);
    made.ports.setNow('2026-10-17T00:00');
    expect(dead(made, token).title).toBe('链接已过期');
  });
});

it('a decision link does nothing on the personal page, whatever it names there', () => {
  const made = asking();
  const token = made.token(head);
  const before = made.ports.snapshot();
  for (const more of [{ at: { register: 'wants', no } }, { create: 'wants', rows: [wanted[0]] }]) {
    const reply = onPage(made, 'answer', { token, answer: 'approveHead', requestId: next(), ...more });
    expect(reply).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(onPage(made, 'page', { token, ...more })).toMatchObject({ ok: true, value: { title: '请您审批' } });
  }
  expect(made.ports.snapshot()).toBe(before);
});
