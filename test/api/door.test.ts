import type { CallName, Calls } from '../../src/api/contract';
import { publicCalls } from '../../src/api/contract';
import { call } from '../../src/api/door';
import { agency, visitor, type Agency, type Asker } from './agency';

/** Something that each call would act on, if it were let: the compiler asks for every call of the contract. */
const inputs: { readonly [N in CallName]: Calls[N]['input'] } = {
  session: { language: 'en' },
  form: { register: 'visits' },
  create: { register: 'visits', rows: [visitor], requestId: 'request-1' },
  transition: {
    register: 'visits',
    no: 'LF-2026-00001',
    transition: 'leave',
    requestId: 'request-2',
  },
  record: { register: 'visits', no: 'LF-2026-00001' },
  find: { register: 'visits' },
  suggest: { register: 'visits', values: { visitor: '林' } },
  board: {},
  report: { report: 'attendance', period: '2026-10' },
  print: { register: 'visits', what: 'here' },
  setUp: {
    agency: 'x',
    language: 'zh',
    region: 'mainland',
    departments: [],
    people: [],
    hours: { morningFrom: '09:00', morningTo: '12:00', afternoonFrom: '13:30', afternoonTo: '18:00' },
    requestId: 'request-3',
  },
  health: {},
  page: { token: 'x' },
  answer: { token: 'x', answer: 'coming', requestId: 'request-4' },
  kick: {},
};
const names = Object.keys(inputs) as CallName[];

/** What google.script.run offers besides, and what every object knows. */
const strangers = [
  'constructor',
  '__proto__',
  'hasOwnProperty',
  'toString',
  '',
  'everyMinute',
  'jobs',
  'doGet',
  'Create',
];

const desk = (): Agency => {
  const made = agency();
  made.ask('王芳', 'create', inputs.create);
  return made;
};
const raw = (made: Agency, asker: Asker, name: string, json: string, signedIn = ''): unknown =>
  JSON.parse(call(() => made.machine(asker, signedIn), name, json, { error: () => undefined }));

describe('the public context', () => {
  it('answers page, answer and kick, and nothing else', () => {
    expect(publicCalls).toEqual(['page', 'answer', 'kick']);
  });

  const refused = [...names.filter((name) => !publicCalls.includes(name)), ...strangers];
  it.each(refused)('refuses %s: nothing is read, written or told, whoever is signed in', (name) => {
    const made = desk();
    made.sendMail();
    const token = made.token();
    const before = made.ports.snapshot();
    const calls = made.ports.calls.length;
    const input = { ...inputs[name as CallName], token };
    for (const signedIn of ['', 'wangfang@example.org', 'zhaomin@example.org']) {
      expect(raw(made, 'public', name, JSON.stringify(input), signedIn)).toEqual({
        ok: false,
        error: { code: 'notAllowed', message: '这里不能办理这项操作。' },
      });
    }
    expect(made.ports.calls).toHaveLength(calls);
    expect(made.ports.snapshot()).toBe(before);
  });

  it.each(publicCalls)('gets nothing from %s without a link, and nothing is even read', (name) => {
    const made = desk();
    made.sendMail();
    const before = made.ports.snapshot();
    const calls = made.ports.calls.length;
    raw(made, 'public', name, JSON.stringify(inputs[name]), 'wangfang@example.org');
    expect(made.ports.snapshot()).toBe(before);
    expect(made.ports.calls).toHaveLength(calls);
  });
});

describe('the desk', () => {
  it.each(names.filter((name) => !['report', 'setUp', 'answer', 'health'].includes(name)))(
    'answers %s to reception',
    (name) => {
      expect(desk().call('王芳', name, inputs[name])).toMatchObject({ ok: true });
    },
  );

  it('signs no link and reads none: the secret is not there', () => {
    const made = desk();
    made.sendMail();
    const token = made.token();
    const before = made.ports.snapshot();
    expect(made.ask('陈静', 'page', { token }).dead).toBeDefined();
    expect(made.problem('陈静', 'answer', { token, answer: 'coming', requestId: 'request-9' }).code).toBe('refused');
    expect(made.ports.snapshot()).toBe(before);
  });

  it.each(strangers)('knows no call named “%s”', (name) => {
    expect(raw(desk(), '王芳', name, '{}')).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });

  const others = names.filter((name) => ['form', 'create', 'transition', 'suggest', 'setUp'].includes(name));
  it.each(others)('lets an account that is nobody’s do nothing by %s', (name) => {
    const made = desk();
    const before = made.ports.snapshot();
    expect(made.problem('stranger', name, { ...inputs[name], requestId: 'request-8' }).code).toMatch(
      /notAllowed|misconfigured/,
    );
    expect(made.ports.snapshot()).toBe(before);
  });

  it('keeps what is restricted from reception', () => {
    const made = desk();
    for (const name of ['record', 'find', 'print'] as const) {
      const input = { register: 'feedback', no: 'PJ-2026-00001', what: 'here' };
      expect(made.problem('王芳', name, input).code).toMatch(/notAllowed|notFound/);
    }
    expect(made.problem('王芳', 'create', { register: 'feedback', rows: [{}], requestId: 'request-5' }).code).toBe(
      'notAllowed',
    );
  });
});

describe('input that is not what the contract says', () => {
  it.each([
    ['create', '{'],
    ['create', 'null'],
    ['create', '[]'],
    ['create', '{}'],
    ['create', JSON.stringify({ ...inputs.create, rows: 'x' })],
    ['create', JSON.stringify({ ...inputs.create, rows: [{ visitor: { a: 1 } }] })],
    ['create', JSON.stringify({ ...inputs.create, rows: [{ visitor: 'x'.repeat(20_001) }] })],
    ['create', JSON.stringify({ ...inputs.create, requestId: 'short' })],
    ['create', JSON.stringify({ ...inputs.create, register: 7 })],
    ['transition', JSON.stringify({ ...inputs.transition, row: -1 })],
    ['transition', JSON.stringify({ ...inputs.transition, row: 1.5 })],
    ['find', JSON.stringify({ register: 'visits', from: 'yesterday' })],
    ['find', JSON.stringify({ register: 'visits', cursor: '-3' })],
    ['find', JSON.stringify({ register: 'visits', limit: 2.5 })],
    ['find', JSON.stringify({ register: 'visits', text: 'x'.repeat(201) })],
    ['session', JSON.stringify({ language: 'fr' })],
    ['page', JSON.stringify({ token: 'x'.repeat(2_001) })],
  ] as const)('is told as such: %s %.60s', (name, json) => {
    const made = desk();
    const before = made.ports.snapshot();
    expect(raw(made, name === 'page' ? 'public' : '王芳', name, json)).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
    expect(made.ports.snapshot()).toBe(before);
  });

  it.each([
    ['record', { register: 'nothing', no: 'x' }],
    ['find', { register: 'constructor' }],
    ['create', { register: '__proto__', rows: [{}], requestId: 'request-1' }],
    ['record', { register: 'visits', no: 'LF-2026-99999', row: 100_000 }],
  ] as const)('about what is not there is not found: %s %j', (name, input) => {
    expect(desk().problem('王芳', name, input).code).toBe('notFound');
  });

  it('with keys that every object knows changes nothing that they stand for', () => {
    const made = desk();
    const json = `{"register":"visits","rows":[{"__proto__":{"visitor":"x"},"constructor":"y"}],"requestId":"request-6"}`;
    expect(raw(made, '王芳', 'create', json)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(made.records('visits')).toHaveLength(1);
    const step = { ...inputs.transition, transition: 'constructor' };
    expect(made.problem('王芳', 'transition', step).code).toBe('outOfDate');
  });
});

describe('what goes wrong', () => {
  it('is said at the field, in the person’s own language', () => {
    const made = agency();
    const fields = () =>
      made.problem('王芳', 'create', {
        register: 'visits',
        rows: [{ ...visitor, phone: '1', host: '' }],
        requestId: 'request-1',
      });
    expect(fields()).toMatchObject({
      code: 'invalid',
      message: '请检查标出的栏目。',
      fields: { host: '请填写拜访对象。' },
    });
    made.ask('王芳', 'session', { language: 'en' });
    expect(fields().fields).toMatchObject({
      host: 'Host is needed.',
      phone: expect.stringMatching(/^Not a phone/) as string,
    });
    expect(made.problem('李强', 'create', { register: 'visits', rows: [{}], requestId: 'request-1' }).message).toBe(
      '请检查标出的栏目。',
    );
  });

  it('is said with the article that the refusal rests on', () => {
    const made = agency({ now: '2026-10-09T09:30:00' });
    made.ask('王芳', 'create', {
      register: 'visits',
      rows: [{ ...visitor, expectedAt: '2026-10-09T14:00' }],
      requestId: 'request-1',
    });
    const problem = made.problem('王芳', 'transition', {
      register: 'visits',
      no: 'LF-2026-00001',
      transition: 'reschedule',
      input: { expectedAt: '2026-10-09T08:00' },
      requestId: 'request-2',
    });
    expect(problem).toEqual({ code: 'refused', message: '新的预约时间已经过了。', article: '2.1.4' });
  });

  it('as busy keeps everything as it was', () => {
    const made = desk();
    const before = made.ports.snapshot();
    made.ports.holdLock(1);
    expect(made.problem('王芳', 'create', { ...inputs.create, requestId: 'request-7' }).code).toBe('busy');
    for (const nth of [1, 2, 3, 4]) made.ports.fault({ on: 'commit', nth, kind: 'throttled' });
    expect(made.problem('王芳', 'create', { ...inputs.create, requestId: 'request-7' })).toMatchObject({
      code: 'busy',
    });
    expect(made.ports.snapshot()).toBe(before);
    expect(made.logged).toEqual([]);
  });

  it('and may have been carried out says so: the request is asked again as the same, and done once', () => {
    const made = desk();
    const create = { ...inputs.create, requestId: 'request-8' };
    made.ports.fault({ on: 'commit', kind: 'ambiguous', applied: true });
    for (const nth of [2, 3, 4, 5]) made.ports.fault({ on: 'read', nth, kind: 'ambiguous' });
    expect(made.problem('王芳', 'create', create)).toMatchObject({ code: 'busy', lost: true });
    made.ports.fault({ on: 'commit', kind: 'refused' });
    expect(made.problem('王芳', 'transition', inputs.transition)).toMatchObject({ code: 'internal', lost: true });
    expect(made.ask('王芳', 'create', create).records).toMatchObject([{ no: 'LF-2026-00002' }]);
    expect(made.records('visits')).toHaveLength(2);
    made.ports.holdLock(1);
    expect(made.problem('王芳', 'create', { ...create, requestId: 'request-9' })).not.toHaveProperty('lost');
  });

  it('after a command was saved, when it is noted that mail waits, is no failure of the command', () => {
    const made = desk();
    made.shared.set = () => {
      throw new Error('Service invoked too many times for one day: properties.');
    };
    expect(made.ask('王芳', 'create', { ...inputs.create, requestId: 'request-8' }).records).toHaveLength(1);
    expect(made.logged).toEqual([]);
  });

  it('and is a bug gets a number that is also in the log, and shows nothing of itself', () => {
    const made = desk();
    made.ports.fault({ on: 'read', kind: 'refused' });
    const { code, message, reference } = made.problem('王芳', 'board', {});
    expect(code).toBe('internal');
    expect(reference).toMatch(/^E[0-9A-Z]{7}$/);
    expect(message).toContain(reference);
    expect(message).not.toContain('as the test asked');
    expect(made.logged).toHaveLength(1);
  });

  it('before anybody is known is answered too', () => {
    const reply = call(
      () => {
        throw new Error('no properties');
      },
      'board',
      '{}',
      { error: () => undefined },
    );
    expect(JSON.parse(reply)).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});

describe('a shared login', () => {
  const shared = { settings: { 'agency.sharedAccounts': 'liqiang@example.org' } };

  it('works as whoever is on duty; the log keeps account and person', () => {
    const made = agency(shared);
    made.ask('李强', 'session', { onDuty: 'A01' });
    made.ask('李强', 'create', inputs.create);
    expect(made.record('visits', 'LF-2026-00001').values).toMatchObject({ recordedBy: '王芳', receivedBy: '王芳' });
    made.ports.setNow('2026-10-10T09:00');
    made.ask('李强', 'create', { ...inputs.create, requestId: 'request-2' });
    expect(made.record('visits', 'LF-2026-00002').values['recordedBy']).toBeNull();
  });

  it('is nobody else’s: neither the director nor anybody at an account of their own', () => {
    const made = agency(shared);
    made.ask('李强', 'session', { onDuty: 'A04' });
    expect(made.ask('李强', 'session', {})).toMatchObject({ roles: ['front'], user: { staffNo: '' } });
    made.ask('周琳', 'session', { onDuty: 'A01' });
    expect(made.ask('周琳', 'session', {}).user.staffNo).toBe('A06');
    expect(made.problem('周琳', 'create', inputs.create).code).toBe('notAllowed');
  });
});
