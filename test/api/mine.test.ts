import type { Calls, PageValue, Problem } from '../../src/api/contract';
import { call } from '../../src/api/door';
import { everyMinute, kick, lookNow } from '../../src/api/clockwork';
import { outboxTab } from '../../src/kernel/kernel-tabs';
import { signToken, type Claim } from '../../src/kernel/token';
import type { Values } from '../../src/kernel/values';
import { addressOf, linkText } from '../kernel/workshop';
import type { Name } from '../chapters/world';
import { agency, type Agency, type AgencyOptions } from './agency';
import { wanted, wantsChapter } from './wants';

const no = 'SX-2026-00001';

let asked = 0;
const next = (): string => `request-${String(++asked).padStart(5, '0')}`;

function onPage<N extends 'page' | 'answer'>(made: Agency, name: N, input: object, signedIn = '') {
  const log = { error: (_: string, error: unknown) => void made.logged.push(error) };
  return JSON.parse(call(() => made.machine('public', signedIn), name, JSON.stringify(input), log)) as
    { ok: true; value: Calls[N]['value'] } | { ok: false; error: Problem };
}
function show(made: Agency, token: string, more: object = {}): PageValue {
  const reply = onPage(made, 'page', { token, ...more });
  if (!reply.ok) throw new Error(JSON.stringify(reply.error) + String((made.logged[0] as Error)?.stack ?? ''));
  return reply.value;
}
const act = (made: Agency, token: string, answer: string, more: object = {}, signedIn = '') =>
  onPage(made, 'answer', { token, answer, requestId: next(), ...more }, signedIn);
const ask = (made: Agency, email: string) => act(made, '', 'sendLink', { input: { email } });
/** Asks for the link to a person's own page and takes it from their mail. */
function linkOf(made: Agency, name: Name): string {
  ask(made, addressOf[name]);
  kick(made.machine('public'));
  return made.token(addressOf[name]);
}
const at = (record = no, more: object = {}) => ({ at: { register: 'wants', no: record, ...more } });
const seenAt = (made: Agency, token: string, record = no) => ({ at: show(made, token, at(record)).at! });
const listed = (made: Agency, token: string, key: string): readonly string[] =>
  (show(made, token).mine!.sections.find((one) => one.key === key)?.lines ?? []).map((line) => line.no);
const states = (made: Agency, record = no) =>
  made
    .records('wants')
    .filter((one) => one.no === record)
    .map(({ values }) => values['state']);

const fresh = (options: AgencyOptions = {}): Agency => agency({ more: [wantsChapter], ...options });
const mails = (made: Agency, name: Name) => made.ports.sent.filter(({ to }) => to === addressOf[name]);
/** What 周琳 fills in on her own page: who asks is not hers to say. */
const filled: readonly Values[] = wanted.map(({ applicant: _, ...rest }) => rest);
const file = (made: Agency, token: string, rows: readonly object[] = filled) =>
  act(made, token, 'create', { create: 'wants', rows });

describe('§7 asking for the link to one’s own page', () => {
  it('says the same whether anybody has the address or not, and reads no workbook', () => {
    const made = fresh();
    const calls = made.ports.calls.length;
    const known = ask(made, addressOf['周琳']);
    expect(ask(made, 'nobody@example.com')).toEqual(known);
    expect(known).toMatchObject({ ok: true, value: { title: '请查收邮件' } });
    expect(made.ports.calls).toHaveLength(calls);
  });

  it('sends it to that address only', () => {
    const made = fresh();
    ask(made, ' ZhouLin@Example.org ');
    ask(made, 'nobody@example.com');
    made.sendMail();
    expect(made.ports.sent.map(({ to }) => to)).toEqual(['zhoulin@example.org']);
    expect(made.ports.sent[0]!.text).toContain('链接有效至 2026-11-08。');
    expect(made.ports.sent[0]!.text).not.toContain('办完即失效');
    expect(show(made, made.token()).actingAs).toContain('周琳');
  });

  it('sends nothing to who has left, and nothing to a name', () => {
    const made = fresh({ staff: { 周琳: { leftOn: '2026-10-08' } } });
    ask(made, addressOf['周琳']);
    expect(ask(made, '陈静')).toMatchObject({ ok: false, error: { code: 'invalid' } });
    made.sendMail();
    expect(made.ports.sent).toEqual([]);
  });

  it('is shown without a link, and shows nothing of the agency', () => {
    const made = fresh();
    const calls = made.ports.calls.length;
    const page = show(made, '');
    expect(page.steps.map(({ key, asks }) => [key, asks.map((one) => one.key)])).toEqual([['sendLink', ['email']]]);
    expect(JSON.stringify(page)).not.toContain('晴天');
    expect(made.ports.calls).toHaveLength(calls);
  });

  it('floods nobody: one in ten minutes, three a day, thirty a day for all', () => {
    const made = fresh();
    const minutes = (count: number) => {
      for (let minute = 0; minute < count; minute += 1) {
        ask(made, addressOf['周琳']);
        made.sendMail();
        made.ports.clock.sleep(60_000);
      }
    };
    minutes(9);
    expect(mails(made, '周琳')).toHaveLength(1);
    minutes(60);
    expect(mails(made, '周琳')).toHaveLength(3);
    made.shared.set('linksSent', Array.from({ length: 30 }, (_, n) => `B${n}@2026-10-09T10:00:00`).join('\n'));
    ask(made, addressOf['陈静']);
    made.sendMail();
    expect(mails(made, '陈静')).toEqual([]);
    made.ports.setNow('2026-10-10T09:00');
    ask(made, addressOf['陈静']);
    made.sendMail();
    expect(mails(made, '陈静')).toHaveLength(1);
  });

  it('takes no more than twenty addresses until the clock has looked', () => {
    const made = fresh();
    const replies = Array.from({ length: 100 }, (_, n) => ask(made, `nobody${n}@example.com`));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(20);
    const calls = made.ports.calls.length;
    lookNow(made.machine('clock'));
    expect(made.ports.calls.length - calls).toBeLessThanOrEqual(4);
    expect(ask(made, addressOf['周琳']).ok).toBe(true);
    everyMinute(made.machine('clock'));
    expect(mails(made, '周琳')).toHaveLength(1);
  });

  it('forgets nobody when the workbook cannot be read for a moment', () => {
    const made = fresh();
    ask(made, addressOf['周琳']);
    for (let nth = 1; nth <= 4; nth += 1) made.ports.fault({ on: 'read', nth, kind: 'throttled' });
    lookNow(made.machine('clock'));
    expect(mails(made, '周琳')).toEqual([]);
    made.ports.clock.sleep(60_000);
    everyMinute(made.machine('clock'));
    expect(mails(made, '周琳')).toHaveLength(1);
  });
});

describe('§7 我的事务', () => {
  it('3.1.1 takes a request with its lines in the person’s own name, whatever the page says', () => {
    const made = fresh();
    const token = linkOf(made, '周琳');
    expect(show(made, token).mine!.files).toContainEqual({ register: 'wants', label: '申请所需' });
    const { form } = show(made, token, { create: 'wants' });
    expect(form!.fields.map(({ key }) => key)).toEqual(['department', 'purpose']);
    expect(form!.fields[0]!.default).toBe('社工部');
    expect(form!.lines!.map(({ key }) => key)).toEqual(['thing', 'quantity']);
    const forging = filled.map((row) => ({ ...row, applicant: '陈静', recordedBy: '王芳' }));
    expect(file(made, token, forging)).toMatchObject({ ok: true, value: { title: '已提交', message: `编号 ${no}` } });
    expect(made.records('wants').map(({ values }) => [values['applicant'], values['recordedBy']])).toEqual([
      ['周琳', '周琳'],
      ['周琳', '周琳'],
    ]);
    expect(made.ports.cells('desk', 9001).slice(-1)[0]!.slice(2, 5)).toEqual(['', '周琳', 'public/link']);
    expect(listed(made, token, 'requests')).toEqual([no]);
    made.sendMail();
    expect(mails(made, '陈静')).toHaveLength(1);
  });

  it('says what is wrong at the field of the line', () => {
    const made = fresh();
    const token = linkOf(made, '周琳');
    const wrong = [filled[0]!, { ...filled[1], quantity: 0 }];
    expect(file(made, token, wrong)).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { '1.quantity': expect.any(String) as string } },
    });
    expect(file(made, token, [])).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(made.records('wants')).toEqual([]);
  });

  it('is filed for the person’s own department and no other, also by people of the front desk', () => {
    const made = fresh();
    for (const [name, own, other] of [
      ['周琳', '社工部', '综合部'],
      ['王芳', '综合部', '社工部'],
    ] as const) {
      const token = linkOf(made, name);
      const field = show(made, token, { create: 'wants' }).form!.fields[0]!;
      expect([field.default, field.options]).toEqual([own, [{ value: own, label: own }]]);
      const rows = filled.map((row) => ({ ...row, department: other }));
      expect(file(made, token, rows)).toMatchObject({
        ok: false,
        error: { code: 'invalid', fields: { '0.department': '请填您自己的部门。' } },
      });
    }
    expect(made.records('wants')).toEqual([]);
  });

  it('is filed once by a double click', () => {
    const made = fresh();
    const token = linkOf(made, '周琳');
    const twice = { create: 'wants', rows: filled, requestId: 'one and the same' };
    expect(act(made, token, 'create', twice)).toEqual(act(made, token, 'create', twice));
    expect(made.records('wants')).toHaveLength(2);
  });

  it('follows the request: who has it, what was decided; the person withdraws it', () => {
    const made = fresh();
    const token = linkOf(made, '周琳');
    file(made, token);
    const page = show(made, token, at());
    expect(page.facts.map(({ text }) => text)).toEqual([
      no,
      '待负责人审批',
      '陈静',
      '2026-10-09 09:30',
      '打印纸 5',
      '马克笔 8',
    ]);
    expect(page.steps.map(({ key }) => key)).toEqual(['withdraw', 'sendAgain']);
    expect(act(made, token, 'withdraw', seenAt(made, token)).ok).toBe(true);
    expect(states(made)).toEqual(['cancelled', 'cancelled']);
    expect(listed(made, token, 'requests')).toEqual([no]);
    made.ports.setNow('2026-12-20T09:30');
    expect(listed(made, linkOf(made, '周琳'), 'requests')).toEqual([]);
  });

  it('the head decides there, lines lowered; what came back is completed and goes round again', () => {
    const made = fresh();
    const [applicant, head] = [linkOf(made, '周琳'), linkOf(made, '陈静')];
    file(made, applicant);
    expect(listed(made, head, 'decisions')).toEqual([no]);
    expect(show(made, head, at()).steps.map(({ key }) => key)).toEqual(['approveHead', 'decline', 'sendBack']);
    act(made, head, 'sendBack', { ...seenAt(made, head), input: { comment: '写明活动' } });
    expect(listed(made, head, 'decisions')).toEqual([]);
    expect(show(made, applicant, at()).steps.map(({ key }) => key)).toEqual(['resubmit', 'withdraw']);
    const input = {
      department: '社工部',
      purpose: '周末外展',
      ...{ '1.thing': '打印纸', '1.quantity': 5, '2.thing': '马克笔', '2.quantity': 2 },
    };
    expect(act(made, applicant, 'resubmit', { ...seenAt(made, applicant), input }).ok).toBe(true);
    const lowered = { '1.quantity': 5, '2.quantity': 1 };
    expect(act(made, head, 'approveHead', { ...seenAt(made, head), input: lowered })).toEqual({
      ok: true,
      value: { title: '已办理', message: '已同意，谢谢。' },
    });
    expect(states(made)).toEqual(['ready', 'ready']);
    expect(made.records('wants')[0]!.values['decisions']).toContain('陈静 · 同意 · 2026-10-09 09:30 · 邮件链接');
    expect(made.chainBreak()).toBeUndefined();
  });

  it('takes no decision about what the head has not seen', () => {
    const made = fresh();
    const head = linkOf(made, '陈静');
    file(made, linkOf(made, '周琳'));
    const seen = seenAt(made, head);
    made.type('wants', 2, [{ quantity: 50 }]);
    const before = made.ports.snapshot();
    const input = { '1.quantity': 5, '2.quantity': 8 };
    for (const place of [seen, { at: { ...seen.at, seen: undefined } }, { at: { ...seen.at, seen: 'x' } }]) {
      expect(act(made, head, 'approveHead', { ...place, input })).toMatchObject({
        ok: false,
        error: { code: 'outOfDate' },
      });
    }
    expect(made.ports.snapshot()).toBe(before);
  });

  it('2.2.3 has the messages for the person, and what they say to them', () => {
    const made = fresh();
    const message = { to: '周琳', from: '林女士', phone: '13912345678', content: '请回电' };
    made.ask('王芳', 'create', { register: 'messages', rows: [message], requestId: next() });
    const token = linkOf(made, '周琳');
    const [line] = show(made, token).mine!.sections.find(({ key }) => key === 'messages')!.lines;
    const place = { at: { register: 'messages', no: line!.no, row: line!.row } };
    const page = show(made, token, place);
    expect(page.facts.map(({ text }) => text)).toContain('请回电');
    expect(page.steps.map(({ key }) => key)).toEqual(['seen', 'willCallBack', 'done', 'wrongPerson']);
    expect(act(made, token, 'willCallBack', { at: page.at }).ok).toBe(true);
    expect(made.record('messages', line!.no).values).toMatchObject({ answer: 'callBack', state: 'seen' });
    expect(show(made, linkOf(made, '李强')).mine!.sections.find(({ key }) => key === 'messages')!.lines).toEqual([]);
  });

  it('does not do by a role what a person does at the desk', () => {
    const made = fresh();
    made.ask('王芳', 'create', { register: 'wants', rows: wanted, requestId: next() });
    const head = linkOf(made, '陈静');
    act(made, head, 'approveHead', { ...seenAt(made, head), input: { '1.quantity': 5, '2.quantity': 8 } });
    const front = linkOf(made, '王芳');
    expect(act(made, front, 'give', at())).toMatchObject({ ok: false, error: { code: 'outOfDate' } });
    expect(states(made)).toEqual(['ready', 'ready']);
  });

  it('is in the language of the workbook, or the one that the reader asks for', () => {
    const made = fresh({ language: 'en' });
    const token = linkOf(made, '周琳');
    expect(show(made, token).title).toBe('My affairs');
    expect(show(made, token, { language: 'zh' }).title).toBe('我的事务');
    expect(show(made, '', { language: 'en' }).title).toBe('My affairs');
  });
});

describe('§7 a link to one’s own page is good for that person and nothing else', () => {
  const everyAnswer = ['approveHead', 'decline', 'sendBack', 'resubmit', 'withdraw', 'paperHead', 'objectToPaper'];

  /** 周琳 has asked; 陈静 decides. Nobody else has anything to do with it. */
  const others: readonly Name[] = ['王芳', '李强', '赵敏', '刘洋'];

  it.each(others)('shows nothing of 周琳 to %s, whatever their roles, and does nothing for her', (name) => {
    const made = fresh();
    made.ask('王芳', 'create', { register: 'wants', rows: wanted, requestId: next() });
    const mine = linkOf(made, '周琳');
    const token = linkOf(made, name);
    const seen = seenAt(made, mine);
    const before = made.ports.snapshot();
    expect(JSON.stringify(show(made, token))).not.toMatch(/SX-|打印纸|周琳/);
    const hidden = onPage(made, 'page', { token, ...at() });
    expect(hidden).toEqual(onPage(made, 'page', { token, ...at('SX-2026-00099') }));
    for (const answer of [...everyAnswer, 'passOn', 'escalate', 'remind', 'give', 'create', 'constructor']) {
      const input = { comment: '?', paperRef: '?', '1.quantity': 1, '2.quantity': 1 };
      expect(act(made, token, answer, { ...seen, input })).toEqual(
        act(made, token, answer, { at: { ...seen.at, no: 'SX-2026-00099' }, input }),
      );
    }
    expect(made.ports.snapshot()).toBe(before);
  });

  it('opens no register that declares nothing for it, not even to HR', () => {
    const made = fresh();
    const token = linkOf(made, '刘洋');
    const before = made.ports.snapshot();
    for (const register of ['staff', 'settings', 'visits', 'feedback', 'audit-log', 'constructor']) {
      const place = { at: { register, no: 'YG-2026-00001', row: 2 } };
      expect(onPage(made, 'page', { token, ...place }).ok).toBe(false);
      expect(onPage(made, 'page', { token, create: register }).ok).toBe(false);
      expect(act(made, token, 'leave', place).ok).toBe(false);
      expect(act(made, token, 'create', { create: register, rows: [{ name: '闯入者' }] }).ok).toBe(false);
    }
    expect(onPage(made, 'page', { token, create: 'messages' })).toMatchObject({ ok: false });
    expect(act(made, token, 'create', { create: 'messages', rows: [{ to: '周琳' }] }).ok).toBe(false);
    expect(made.ports.snapshot()).toBe(before);
  });

  const deadOf = (made: Agency, token: string, signedIn = ''): string | undefined => {
    const before = made.ports.snapshot();
    const pages = [{}, at(), { create: 'wants' }].map((more) => onPage(made, 'page', { token, ...more }, signedIn));
    const dead = new Set(
      pages.map((reply) => {
        if (!reply.ok) throw new Error(JSON.stringify(reply));
        expect(reply.value).toMatchObject({ facts: [], steps: [] });
        expect(reply.value.mine ?? reply.value.form ?? reply.value.at).toBeUndefined();
        return reply.value.dead?.title;
      }),
    );
    expect(dead.size).toBe(1);
    expect(act(made, token, 'withdraw', at(), signedIn).ok).toBe(false);
    expect(act(made, token, 'create', { create: 'wants', rows: filled }, signedIn).ok).toBe(false);
    for (const answer of ['signOut', 'tried', '']) expect(act(made, token, answer, {}, signedIn).ok).toBe(false);
    expect(made.ports.snapshot()).toBe(before);
    return [...dead][0];
  };
  const withRequest = (): { made: Agency; token: string } => {
    const made = fresh();
    const token = linkOf(made, '周琳');
    file(made, token);
    return { made, token };
  };

  it('ends after thirty days', () => {
    const { made, token } = withRequest();
    made.ports.setNow('2026-11-08T23:59');
    expect(show(made, token).dead).toBeUndefined();
    made.ports.setNow('2026-11-09T00:00');
    expect(deadOf(made, token)).toBe('链接已过期');
  });

  it('is void when the person says so, everywhere; a new one works', () => {
    const { made, token } = withRequest();
    made.ports.clock.sleep(660_000);
    const other = linkOf(made, '周琳');
    expect(act(made, other, 'signOut').ok).toBe(true);
    expect([deadOf(made, token), deadOf(made, other)]).toEqual(['链接已作废', '链接已作废']);
    made.ports.clock.sleep(660_000);
    const newest = linkOf(made, '周琳');
    expect(show(made, newest).dead).toBeUndefined();
    expect(deadOf(made, token)).toBe('链接已作废');
    expect(made.chainBreak()).toBeUndefined();
  });

  it('is void twice within one minute', () => {
    const { made, token } = withRequest();
    act(made, token, 'signOut');
    made.shared.delete('linksSent');
    const second = linkOf(made, '周琳');
    expect(act(made, second, 'signOut').ok).toBe(true);
    expect(deadOf(made, second)).toBe('链接已作废');
  });

  it.each<readonly [string, Values, string]>([
    ['HR writes a time into the staff tab', { linksVoidAt: '2026-10-09T09:00' }, '链接已作废'],
    ['the address changes', { email: 'zhou.lin@example.org' }, '链接已作废'],
    ['the person has left', { leftOn: '2026-10-08' }, '链接已作废'],
  ])('is void when %s', (_, change, title) => {
    const { made, token } = withRequest();
    made.type('staff', 7, [change]);
    expect(deadOf(made, token)).toBe(title);
  });

  it('is refused to another account', () => {
    const { made, token } = withRequest();
    expect(deadOf(made, token, 'chenjing@example.org')).toBe('登录的账号不对');
    expect(act(made, token, 'withdraw', seenAt(made, token), 'zhoulin@example.org').ok).toBe(true);
  });

  it('forged, altered and foreign ones are all alike, and those of records open no page', () => {
    const { made, token } = withRequest();
    made.sendMail();
    const [body, signature] = token.split('.') as [string, string];
    const claim = JSON.parse(linkText.decode(body)) as Claim;
    const sign = (change: Partial<Claim>): string => signToken({ ...claim, ...change }, made.ports.signer, linkText);
    const altered = linkText.encode(JSON.stringify({ ...claim, u: 'A04' }));
    const decision = made.token(addressOf['陈静']);
    const bad = [`${altered}.${signature}`, token.slice(0, -1), sign({ w: 'another agency' })];
    const pages = bad.map((one) => show(made, one));
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
    expect(pages[0]).toMatchObject({ title: '链接无效', steps: [], facts: [] });
    expect(deadOf(made, sign({ u: 'A04' }))).toBe('链接已作废');
    expect(deadOf(made, sign({ u: 'nobody' }))).toBe('链接已作废');
    expect(show(made, decision).mine).toBeUndefined();
    for (const one of bad)
      expect(act(made, one, 'withdraw', at())).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it('changes nothing by being looked at, whatever is asked of it', () => {
    const { made, token } = withRequest();
    const before = made.ports.snapshot();
    for (const more of [{}, at(), { create: 'wants' }, { language: 'en' }]) show(made, token, more);
    expect(made.ports.snapshot()).toBe(before);
  });

  it('a row typed into the outbox sends a person nothing but their own link', () => {
    const made = fresh();
    const row = ['x', '2026-10-09T09:00:00', 'digest', 'mine', '', '', 0, 'A06', 'waiting'];
    const foreign = ['y', '2026-10-09T09:00:00', 'digest', 'mine', '', '', 0, 'stranger@example.com', 'waiting'];
    made.ports.people('desk').type(outboxTab.sheetId, 1, 0, [row, foreign]);
    made.sendMail();
    expect(made.ports.sent.map(({ to }) => to)).toEqual(['zhoulin@example.org']);
    expect(show(made, made.token()).actingAs).toContain('周琳');
  });
});

describe('§7 approvers try a link', () => {
  it('which counts by a click only, and once', () => {
    const made = fresh();
    const token = linkOf(made, '陈静');
    const keys = () => show(made, token).steps.map(({ key }) => key);
    expect(keys()).toEqual(['tried', 'signOut']);
    expect(made.records('staff')[2]!.values['linkTestedAt']).toBeNull();
    expect(act(made, token, 'tried').ok).toBe(true);
    expect(made.records('staff')[2]!.values['linkTestedAt']).toBe('2026-10-09T09:30');
    expect(keys()).toEqual(['signOut']);
    expect(made.chainBreak()).toBeUndefined();
  });
});
