// The public context: pages of the web app run as the office account, so they may do nothing but page, answer and kick.
import * as entry from '../../src/entry';
import { publicCalls, type CallName } from '../../src/api/contract';
import { newOffice, people, receive, requestId, stateOf, visitor, wizard, type Office } from './office';

const everyCall: Record<CallName, object> = {
  session: {},
  form: { register: 'visits' },
  create: { register: 'visits', rows: [visitor], requestId: 'request-of-nobody' },
  transition: { register: 'visits', no: 'LF-2026-00001', transition: 'leave', requestId: 'request-of-nobody' },
  record: { register: 'visits', no: 'LF-2026-00001', row: 2 },
  find: { register: 'visits' },
  suggest: { register: 'visits', values: { phone: visitor.phone } },
  board: {},
  report: { report: 'stock', period: '2026-10' },
  print: { register: 'visits', what: 'here' },
  setUp: { ...wizard, requestId: 'request-of-nobody' },
  health: {},
  page: { token: 'x.y' },
  answer: { token: 'x.y', answer: 'hostComing', requestId: 'request-of-nobody' },
  kick: {},
};
const closed = (Object.keys(everyCall) as CallName[]).filter((name) => !publicCalls.includes(name));
/** Google says who is signed in within one Workspace; the office account may open its own page. */
const visitors = ['', 'stranger@example.com', people.front, people.office];

let office: Office;
let token: string;
beforeEach(() => {
  office = newOffice();
  receive(office);
  office.askPage('kick', {});
  token = office.tokenTo(people.head);
});

const fromPage = (name: string, args: unknown[], user = '') =>
  office.google.run({ function: name, args, kind: 'webapp', fromPage: true, user });

describe('a page of the web app', () => {
  test.each(closed)('is refused %s, also with a genuine link’s token, whoever is signed in', (name) => {
    const before = stateOf(office);
    for (const user of visitors)
      for (const more of [{}, { token }, { context: 'desk', account: people.office, triggerUid: '7000000001' }]) {
        const { value } = fromPage('call', [name, JSON.stringify({ ...everyCall[name], ...more })], user);
        expect(JSON.parse(value as string)).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
      }
    expect(stateOf(office)).toEqual(before);
  });

  test('learns nothing of what calls there are', () => {
    const said = ['session', 'nonsense', 'constructor', '__proto__', ''].map(
      (name) => fromPage('call', [name, '{}']).value,
    );
    expect(new Set(said).size).toBe(1);
  });

  test('is refused every function that google.script.run can name', () => {
    const names = office.google.project.functions;
    expect(names.filter((name) => !name.endsWith('_')).sort()).toEqual([
      'call',
      'doGet',
      'onInstall',
      'onOpen',
      'setUp',
    ]);
    const before = stateOf(office);
    for (const name of ['setUp', 'onOpen', 'onInstall', 'loaded_'])
      for (const user of visitors)
        for (const args of [[], [office.id('desk')], [{ triggerUid: office.google.state.triggers[0]!.id }]])
          expect({ name, ok: fromPage(name, args, user).ok }).toEqual({ name, ok: false });
    expect(stateOf(office)).toEqual(before);
  });

  test('is refused set-up also when the office account has it open, but for the once that the editor is allowed', () => {
    const { script } = office.google.state.properties;
    const setUp = () => fromPage('setUp', [], people.office);
    expect(setUp().error?.message).toContain('setUpFromEditor');
    script['setUpFromEditor'] = 'yes';
    expect(fromPage('setUp', [], people.front).ok).toBe(false);
    expect(setUp().ok).toBe(true);
    expect(setUp().ok).toBe(false);
  });

  test('cannot name the menu and the jobs', () => {
    const before = stateOf(office);
    const named = Object.entries({ menu: entry.menu, jobs: entry.jobs }).flatMap(([object, methods]) =>
      Object.keys(methods).map((method) => `${object}.${method}`),
    );
    for (const name of named)
      expect(fromPage(name, [{ triggerUid: office.google.state.triggers[0]!.id }]).error?.message).toContain(
        'not found',
      );
    expect(stateOf(office)).toEqual(before);
  });

  test('shows a page by GET and changes nothing, whatever the address says', () => {
    const before = stateOf(office);
    for (const parameter of [
      { t: token },
      { t: 'x.y' },
      {},
      { t: token, answer: 'hostComing' },
      { t: '"><script>alert(1)</script>' },
    ])
      expect(office.google.run({ function: 'doGet', args: [{ parameter }], kind: 'webapp', user: '' }).ok).toBe(true);
    expect(stateOf(office)).toEqual(before);
  });

  test('answers what a broken page sends with a refusal, not with a failure', () => {
    const sent: unknown[][] = [
      [],
      [''],
      [null, null],
      ['page'],
      ['page', 'not json'],
      ['page', '[]'],
      ['page', '{"token":1}'],
      ['answer', '{}'],
      ['page', { token }],
    ];
    for (const args of sent) expect(JSON.parse(String(fromPage('call', args).value))).toMatchObject({ ok: false });
    expect(office.google.executions.at(-1)?.logs).toEqual([]);
  });
});

describe('at the desk', () => {
  test('a person without a role may fill and change nothing', () => {
    office.google.sheets.share(office.id('desk'), people.staff, 'editor');
    const before = stateOf(office);
    for (const name of ['create', 'transition', 'setUp'] as const)
      expect(office.refused('staff', name, { ...everyCall[name], requestId: requestId() }).code).toBe('notAllowed');
    expect(stateOf(office)).toEqual(before);
  });

  test('a job runs for nobody but the office account’s own trigger', () => {
    const before = stateOf(office);
    const genuine = office.google.state.triggers[1]!.id;
    const run = (event: object | undefined, user: string) =>
      office.google.run({ function: 'jobs.everyMorning', args: [event], kind: 'container', user }).ok;
    expect([undefined, {}, { triggerUid: genuine }].map((event) => run(event, people.front))).toEqual(
      Array(3).fill(false),
    );
    expect([undefined, {}, { triggerUid: '1' }].map((event) => run(event, people.office))).toEqual(
      Array(3).fill(false),
    );
    expect(stateOf(office)).toEqual(before);
  });
});
