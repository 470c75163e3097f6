import type { Calls, PageValue, Problem } from '../../src/api/contract';
import { call } from '../../src/api/door';
import { signToken, type Claim } from '../../src/kernel/token';
import type { Values } from '../../src/kernel/values';
import { linkText } from '../kernel/workshop';
import { agency, register, visitor, type Agency, type AgencyOptions } from './agency';

const no = 'LF-2026-00001';

/** A visitor has arrived and the host has the e-mail. */
function arrived(options: AgencyOptions = {}, change: Values = {}): Agency {
  const made = agency(options);
  made.ask('王芳', 'create', { register: 'visits', rows: [{ ...visitor, ...change }], requestId: 'request-1' });
  made.sendMail();
  return made;
}

let asked = 0;
function onPage<N extends 'page' | 'answer'>(made: Agency, name: N, input: object, signedIn = '') {
  const log = { error: (_: string, error: unknown) => void made.logged.push(error) };
  return JSON.parse(call(() => made.machine('public', signedIn), name, JSON.stringify(input), log)) as
    { ok: true; value: Calls[N]['value'] } | { ok: false; error: Problem };
}
function show(made: Agency, token: string, signedIn = ''): PageValue {
  const reply = onPage(made, 'page', { token }, signedIn);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
}
const click = (made: Agency, token: string, answer: string, more: object = {}, signedIn = '') =>
  onPage(made, 'answer', { token, answer, requestId: `click-${String(++asked).padStart(5, '0')}`, ...more }, signedIn);

const claimOf = (token: string): Claim => JSON.parse(linkText.decode(token.split('.')[0]!)) as Claim;
const forged = (made: Agency, token: string, change: Partial<Claim>): string =>
  signToken({ ...claimOf(token), ...change }, made.ports.signer, linkText);

describe('2.1.3 the link in the e-mail to the host', () => {
  it('shows the visit as it stands, who acts, and the answers that there are', () => {
    const made = arrived();
    const page = show(made, made.token());
    expect(page).toMatchObject({ title: '来访人员在前台等候', agency: '晴天社工', language: 'zh' });
    expect(page.actingAs).toContain('陈静');
    expect(page.actingAs).toContain('chenjing@example.org');
    expect(page.facts.map((one) => one.text)).toContain('洽谈合作');
    expect(page.steps.map((one) => one.key)).toEqual(['hostComing', 'hostWait', 'hostStandIn', 'hostOut']);
    expect(page.dead).toBeUndefined();
  });

  it('answers in the language that the reader has chosen, also when it refuses; what is recorded is in the workbook’s', () => {
    const made = arrived();
    const token = made.token();
    const english = { language: 'en', requestId: 'click-in-english' };
    const received = { ok: true, value: { title: 'Received', message: 'The front desk has been told. Thank you.' } };
    expect(click(made, token, 'hostComing', english)).toEqual(received);
    expect(click(made, token, 'hostComing', english)).toEqual(received);
    made.ask('王芳', 'transition', { register: 'visits', no, transition: 'leave', requestId: 'request-2' });
    const refused = (some: string, more?: object): string => {
      const reply = click(made, some, 'hostOut', more);
      return reply.ok ? '' : reply.error.message;
    };
    expect(refused(token, { language: 'en' })).toMatch(/Left\. The link cannot be used again\.$/);
    expect(refused(token)).toMatch(/离开/);
    expect(refused('no token', { language: 'en' })).toMatch(/^The link is incomplete/);
    expect(made.ports.cells('desk', register('visits').sheetId)[2]).toContain('马上来');
  });

  it('changes nothing by being opened, however often, and by whomever', () => {
    const made = arrived();
    const before = made.ports.snapshot();
    for (let time = 0; time < 20; time += 1) show(made, made.token(), time % 2 === 0 ? '' : 'chenjing@example.org');
    expect(made.ports.snapshot()).toBe(before);
    expect(made.ports.calls.slice(-1)[0]!.kind).toBe('read');
  });

  it('takes the answer of a click, tells the desk, and says in the log that it came by link', () => {
    const made = arrived();
    expect(click(made, made.token(), 'hostComing')).toEqual({
      ok: true,
      value: { title: '已收到', message: '已告诉前台，谢谢。' },
    });
    expect(made.record('visits', no).values).toMatchObject({
      hostAnswer: 'coming',
      hostAnsweredAt: '2026-10-09T09:30',
    });
    const [line] = made.ports.cells('desk', 9001).slice(-1);
    expect(line!.slice(2, 9)).toEqual(['', '陈静', 'public/link', 'visits', no, 1, 'hostComing']);
    expect(made.chainBreak()).toBeUndefined();
  });

  it('dies with the click: the page then says who did what, and when', () => {
    const made = arrived();
    const token = made.token();
    click(made, token, 'hostComing');
    const { dead, steps } = show(made, token);
    expect(dead).toEqual({ title: '已经办过了', text: '陈静 已在 2026-10-09 09:30 办理：马上来。这个链接不能再用。' });
    expect(steps).toEqual([]);
    const before = made.ports.snapshot();
    expect(click(made, token, 'hostOut')).toMatchObject({
      ok: false,
      error: { code: 'outOfDate', message: dead!.text },
    });
    expect(made.ports.snapshot()).toBe(before);
  });

  it('dies too when the front desk has noted the answer', () => {
    const made = arrived();
    const input = { answer: 'out' };
    made.ask('王芳', 'transition', {
      register: 'visits',
      no,
      transition: 'hostAnswered',
      input,
      requestId: 'request-2',
    });
    expect(show(made, made.token()).dead!.text).toContain('王芳');
  });

  it('is answered once by a double click, and by two windows at the same moment', () => {
    const made = arrived();
    const token = made.token();
    let other: unknown;
    made.ports.before('commit', 1, () => {
      other = click(made, token, 'hostOut');
    });
    const first = click(made, token, 'hostComing', { requestId: 'one click' });
    expect(other).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(click(made, token, 'hostComing', { requestId: 'one click' }).ok).toBe(first.ok);
    expect(made.record('visits', no).values).toMatchObject({
      hostAnswer: 'coming',
      history: '2026-10-09T09:30:00|王芳|create\n2026-10-09T09:30:00|陈静|hostComing',
    });
  });

  it('finds the visit where a person has moved it', () => {
    const made = arrived();
    const token = made.token();
    made.ports.people('desk').insertRows(register('visits').sheetId, 2, 3);
    made.ports.people('desk').moveColumn(register('visits').sheetId, 0, 6);
    expect(click(made, token, 'hostComing').ok).toBe(true);
    expect(made.record('visits', no).values['hostAnswer']).toBe('coming');
  });

  it('takes no step of another page, and none that is not on it', () => {
    const made = arrived();
    const before = made.ports.snapshot();
    for (const answer of ['leave', 'guide', 'surveyed', 'create', 'seen', 'constructor', '']) {
      expect(click(made, made.token(), answer)).toMatchObject({ ok: false, error: { code: 'refused' } });
    }
    expect(click(made, made.token(), 'hostComing', { input: { hostAnswer: 'out' } })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
    expect(made.ports.snapshot()).toBe(before);
  });
});

describe('a link that cannot be used any more', () => {
  const deadTitle = (made: Agency, token: string, signedIn = ''): string | undefined => {
    const before = made.ports.snapshot();
    const page = show(made, token, signedIn);
    const reply = click(made, token, 'hostComing', {}, signedIn);
    expect(reply.ok).toBe(false);
    expect(made.ports.snapshot()).toBe(before);
    return page.dead?.title;
  };

  it('says that it has expired, the day after its last', () => {
    const made = arrived();
    const token = made.token();
    expect(claimOf(token).x).toBe('2026-10-16');
    made.ports.setNow('2026-10-16T23:59');
    expect(show(made, token).dead).toBeUndefined();
    made.ports.setNow('2026-10-17T00:00');
    expect(deadTitle(made, token)).toBe('链接已过期');
  });

  it('says that the record has changed', () => {
    const made = arrived();
    const token = made.token();
    made.type('visits', 2, [{ attendant: '周琳' }]);
    expect(deadTitle(made, token)).toBe('内容已更改');
    made.type('visits', 2, [{ attendant: '陈静' }]);
    expect(show(made, token).dead).toBeUndefined();
  });

  it('says that the matter has passed to somebody else when the holder has left', () => {
    const made = arrived();
    const token = made.token();
    made.type('staff', 4, [{ leftOn: '2026-10-08' }]);
    expect(deadTitle(made, token)).toBe('已转给别人办理');
  });

  it('says so to anybody who is signed in as somebody else', () => {
    const made = arrived();
    const token = made.token();
    for (const account of ['zhaomin@example.org', 'stranger@example.com']) {
      expect(deadTitle(made, token, account)).toBe('登录的账号不对');
    }
    expect(click(made, token, 'hostComing', {}, 'ChenJing@example.org').ok).toBe(true);
  });
});

describe('a token that is none', () => {
  const bad = (made: Agency): Readonly<Record<string, string>> => {
    const token = made.token();
    const [body, signature] = token.split('.') as [string, string];
    const other = (change: Partial<Claim>): string => linkText.encode(JSON.stringify({ ...claimOf(token), ...change }));
    return {
      words: 'hello',
      'cut short': token.slice(0, -1),
      'another signature': `${body}.${signature.split('').reverse().join('')}`,
      'another record': `${other({ n: 'LF-2026-00002' })}.${signature}`,
      'another person': `${other({ u: 'A04' })}.${signature}`,
      'another day': `${other({ x: '2099-01-01' })}.${signature}`,
      'another agency': forged(made, token, { w: 'another workbook' }),
      'another page': forged(made, token, { p: 'nothing' }),
      'the page of another register': forged(made, token, { p: 'message' }),
      'a record that never was': forged(made, token, { n: 'LF-2026-00099' }),
      'a record that never was, far down': forged(made, token, { n: 'LF-2026-00099', h: 1_000_000 }),
    };
  };

  it.each(Object.keys(bad(arrived())))('is answered all alike, with nothing of the record: %s', (kind) => {
    const made = arrived();
    const token = bad(made)[kind]!;
    const before = made.ports.snapshot();
    const page = show(made, token);
    expect(page).toMatchObject({ title: '链接无效', facts: [], steps: [], sentence: '', actingAs: '' });
    expect(JSON.stringify(page)).not.toMatch(/林女士|陈静|LF-/);
    expect(click(made, token, 'hostComing')).toMatchObject({
      ok: false,
      error: { code: 'refused', message: page.dead!.text },
    });
    expect(made.ports.snapshot()).toBe(before);
  });

  it('is counted, at once, without a look into the workbooks', () => {
    const made = arrived();
    const calls = made.ports.calls.length;
    const now = made.ports.clock.now();
    for (let time = 0; time < 1_000; time += 1) onPage(made, 'page', { token: `bad${time}.bad` });
    expect(made.shared.get('badLinks')).toBe('1000');
    expect(made.ports.calls).toHaveLength(calls);
    expect(made.ports.clock.now()).toBe(now);
  });
});

describe('8.2 the survey by QR code', () => {
  const surveyed = (): { made: Agency; token: string } => {
    const made = arrived();
    return { made, token: /t=(.+)$/.exec(String(made.record('visits', no).values['surveyLink']))![1]! };
  };

  it('asks for a score from 1 to 5 and takes one answer a visit, into the restricted workbook', () => {
    const { made, token } = surveyed();
    expect(show(made, token).steps[0]!.asks.map((one) => one.key)).toEqual(['score', 'comment']);
    expect(click(made, token, 'create', { input: { score: 9 } })).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { score: '请填 1 到 5 的整数。' } },
    });
    expect(click(made, token, 'create', { input: { score: '5', comment: '=好' } }).ok).toBe(true);
    expect(made.record('feedback', 'PJ-2026-00001').values).toMatchObject({
      visit: no,
      score: 5,
      comment: '=好',
      way: 'qr',
      receivedBy: '王芳',
    });
    expect(click(made, token, 'create', { input: { score: 1 } })).toMatchObject({
      ok: false,
      error: { code: 'outOfDate' },
    });
    made.sendMail();
    expect(made.record('visits', no).values['surveyedAt']).toBe('2026-10-09T09:30');
    expect(show(made, token).dead!.title).toBe('已经办过了');
    expect(made.records('feedback')).toHaveLength(1);
    expect([made.chainBreak('desk'), made.chainBreak('restricted')]).toEqual([undefined, undefined]);
  });

  it('is answered once by a double click', () => {
    const { made, token } = surveyed();
    for (let time = 0; time < 3; time += 1) {
      expect(click(made, token, 'create', { input: { score: 4 }, requestId: 'one click' }).ok).toBe(true);
    }
    expect(made.records('feedback')).toHaveLength(1);
  });

  it('still takes the answer when a person has corrected the row, but not a fortnight later', () => {
    const { made, token } = surveyed();
    made.type('visits', 2, [{ visitor: '林小姐', host: '周琳' }]);
    expect(show(made, token).dead).toBeUndefined();
    made.ports.setNow('2026-11-02T10:00');
    expect(show(made, token).dead).toBeDefined();
  });

  it('takes nothing into fields that it does not ask for', () => {
    const { made, token } = surveyed();
    click(made, token, 'create', { input: { score: 4, visit: 'LF-2026-00009', receivedBy: '李强', way: 'interview' } });
    expect(
      made.records('feedback').map(({ values }) => [values['visit'], values['receivedBy'], values['way']]),
    ).toEqual([[no, '王芳', 'qr']]);
  });
});

describe('what the page and the mail say', () => {
  it('names no client', () => {
    const made = arrived({}, { visitor: '何阿姨', phone: '13987654321', purpose: '家庭矛盾求助', isClient: true });
    const said = JSON.stringify([show(made, made.token()), made.ports.sent]);
    expect(said).not.toMatch(/何阿姨|13987654321|家庭矛盾/);
  });

  it('is in the language of the workbook, or the one that the reader asks for', () => {
    const made = arrived({ language: 'en' });
    const token = made.token();
    expect(show(made, token).title).toBe('A visitor is waiting');
    const reply = onPage(made, 'page', { token, language: 'zh' });
    expect(reply.ok && reply.value.title).toBe('来访人员在前台等候');
    const first = click(made, token, 'hostComing', { requestId: 'one click' });
    expect(first).toMatchObject({ ok: true, value: { title: 'Received' } });
    expect(click(made, token, 'hostComing', { requestId: 'one click' })).toEqual(first);
  });
});
