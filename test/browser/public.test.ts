// What somebody can do who holds a link and opens the page's own tools: nothing but what the page itself does.
import type { Browser, Frame, Page } from 'playwright-core';
import { createApp, listen, type RunningServer } from '../../emulator/http';
import { newOffice, people, requestId, type Office } from '../bundle/office';
import { launch } from './launch';

let browser: Browser;
let server: RunningServer;
let office: Office;
let page: Page;

beforeAll(async () => {
  browser = await launch();
}, 120_000);
afterAll(() => browser.close());

beforeEach(async () => {
  page = await browser.newPage();
  office = newOffice();
  server = await listen(createApp(office.google), office.google, 0);
  office.google.state.properties.script['webApp'] = office.google.webAppUrl()!;
  office.ask('front', 'create', {
    register: 'visits',
    rows: [{ visitor: '张先生', organisation: '示例基金会', phone: '13800000000', purpose: '合作', host: '周琳' }],
    requestId: requestId(),
  });
  office.job('jobs.everyMinute');
});
afterEach(async () => {
  await page.close();
  await server.close();
});

type Asked = { said: unknown } | { failed: string };
interface Runner {
  withSuccessHandler(handler: (said: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Record<string, (...args: unknown[]) => void>;
}

async function scriptFrame(address: string): Promise<Frame> {
  await page.goto(address);
  for (let tries = 0; tries < 100; tries += 1) {
    for (const frame of page.frames())
      if (await frame.evaluate(`typeof google === 'object' && 'script' in google`).catch(() => false)) return frame;
    await page.waitForTimeout(100);
  }
  throw new Error('no frame of the page has google.script');
}

const namesIn = (frame: Frame): Promise<string[]> => frame.evaluate(`Object.keys(google.script.run)`);

/** What the page gets when it calls a function of the script. */
const ask = (frame: Frame, name: string, args: unknown[]): Promise<Asked> =>
  frame.evaluate(
    ([called, given]) =>
      new Promise<Asked>((resolve) => {
        const { run } = (globalThis as unknown as { google: { script: { run: Runner } } }).google.script;
        const runner = run
          .withSuccessHandler((said) => resolve({ said }))
          .withFailureHandler((error) => resolve({ failed: error.message }));
        if (typeof runner[called] !== 'function') return resolve({ failed: 'no such function' });
        runner[called](...given);
      }),
    [name, args] as const,
  );

/** Everything that a stranger could have changed. */
const state = () =>
  JSON.stringify([office.google.snapshot().sheets, office.google.state.mail, office.google.state.triggers]);

const refusal = (asked: Asked): string => {
  if ('failed' in asked) return 'failed';
  const answer = JSON.parse(String(asked.said)) as { ok: boolean; error?: { code: string } };
  return answer.ok ? 'answered' : answer.error!.code;
};

const helpers = ['withSuccessHandler', 'withFailureHandler', 'withUserObject'];
const events = [{}, { authMode: 'FULL', triggerUid: '7000000001', user: { email: 'frontdesk-system@example.org' } }];

/** Nobody, and the office account, whose own page it is. */
const visitors = ['', people.office];

describe('§3 the public context', () => {
  test.each(visitors)('no function but `call` says or does anything, whoever is signed in: %s', async (visitor) => {
    office.google.state.visitor = visitor;
    const frame = await scriptFrame(office.google.webAppUrl()!);
    const names = (await namesIn(frame)).filter((name) => !helpers.includes(name));
    expect(names).toContain('call');
    const before = state();
    for (const name of names.filter((one) => one !== 'call' && one !== 'doGet')) {
      for (const args of [[], ...events.map((event) => [event])]) {
        const asked = await ask(frame, name, args);
        expect([name, 'said' in asked ? asked.said : null]).toEqual([name, null]);
      }
    }
    expect(state()).toBe(before);
  });

  test.each(visitors)('no call but page, answer and kick is open, whatever it is given: %s', async (visitor) => {
    office.google.state.visitor = visitor;
    const token = office.tokenTo('zhoulin@example.org');
    const frame = await scriptFrame(`${office.google.webAppUrl()!}?t=${token}`);
    const visit = { register: 'visits', no: 'LF-2026-00001', row: 2 };
    const closed: Record<string, object> = {
      session: {},
      form: { register: 'visits' },
      create: { register: 'visits', rows: [{ visitor: '闯入者', host: '周琳' }], requestId: requestId() },
      transition: { ...visit, transition: 'leave', input: {}, requestId: requestId() },
      record: visit,
      find: { register: 'visits', text: '张' },
      suggest: { register: 'visits', values: { visitor: '张' } },
      board: {},
      report: { report: 'stock', period: '2026-10' },
      print: { register: 'visits', what: 'here' },
      setUp: {},
      health: {},
      constructor: {},
      ['__proto__']: {},
      nonsense: {},
    };
    const before = state();
    for (const [name, input] of Object.entries(closed)) {
      expect([name, refusal(await ask(frame, 'call', [name, JSON.stringify(input)]))]).toEqual([name, 'notAllowed']);
      const withToken = JSON.stringify({ ...input, token, t: token });
      expect([name, refusal(await ask(frame, 'call', [name, withToken]))]).toEqual([name, 'notAllowed']);
    }
    expect(state()).toBe(before);
  });

  test('a token does what it was made for and nothing else', async () => {
    const token = office.tokenTo('zhoulin@example.org');
    const frame = await scriptFrame(`${office.google.webAppUrl()!}?t=${token}`);
    const before = state();
    const opened = await ask(frame, 'call', ['page', JSON.stringify({ token })]);
    expect(JSON.parse(String((opened as { said: unknown }).said))).toMatchObject({ ok: true });
    for (const answer of ['leave', 'guide', 'sendSurvey', 'create', 'approve', 'rated', '__proto__', '']) {
      const input = JSON.stringify({ token, answer, input: {}, requestId: requestId() });
      expect([answer, refusal(await ask(frame, 'call', ['answer', input]))]).not.toEqual([answer, 'answered']);
    }
    expect(state()).toBe(before);
  });

  test('a page that is opened, loaded again and left alone changes nothing', async () => {
    const before = state();
    const address = `${office.google.webAppUrl()!}?t=${office.tokenTo('zhoulin@example.org')}`;
    const frame = await scriptFrame(address);
    await frame.waitForSelector('button');
    await page.reload();
    await page.waitForTimeout(500);
    expect(state()).toBe(before);
  });
});
