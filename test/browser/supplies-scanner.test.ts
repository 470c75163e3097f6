// A mail scanner with a browser of its own opens every link of the chain, runs the page's scripts, fills in its fields,
// presses its keys and buttons and sends its forms: nothing changes until a person clicks.
import type { Browser, Frame, Page } from 'playwright-core';
import { createApp, listen, type RunningServer } from '../../emulator/http';
import { chain, fetched, linksOf, storeroom } from '../bundle/approvals';
import { people, stateOf, type Office } from '../bundle/office';
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
  office = storeroom();
  server = await listen(createApp(office.google), office.google, 0);
  office.google.state.properties.script['webApp'] = office.google.webAppUrl()!;
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
});
afterEach(async () => {
  await page.close();
  await server.close();
});

async function opened(address: string): Promise<Frame> {
  await page.goto(address);
  for (let tries = 0; tries < 100; tries += 1) {
    for (const frame of page.frames()) if ((await frame.locator('main h1').count()) > 0) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error(`nothing is shown at ${address}`);
}

/** What a program may do with a page that it has loaded; `true` in the end when it found something to press. */
const scan = (frame: Frame): Promise<boolean> =>
  frame.evaluate(async () => {
    const pause = () => new Promise((resolve) => setTimeout(resolve, 30));
    let found = false;
    for (let round = 0; round < 3; round += 1) {
      const fields = document.querySelectorAll<HTMLInputElement>('input, textarea');
      for (const field of fields) {
        field.value = '200';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
      await pause();
      for (const field of fields)
        for (const key of [{ key: 'Enter' }, { key: 'Enter', ctrlKey: true }])
          field.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true }));
      for (const button of document.querySelectorAll('button')) {
        if (!/中文|English/.test(button.textContent)) found = true;
        for (const kind of ['pointerdown', 'mousedown', 'mouseup', 'click'])
          button.dispatchEvent(new MouseEvent(kind, { bubbles: true }));
        button.click();
      }
      for (const form of document.forms) form.requestSubmit();
      await pause();
    }
    return found;
  });

test('3.1–3.3 opens every link at every step: nothing changes; then a person clicks once', async () => {
  const alive: string[] = [];
  const seen = new Set<string>();
  for (const [name, happens] of chain) {
    happens(office);
    for (const address of linksOf(office).filter((one) => !seen.has(one))) {
      seen.add(address);
      const before = stateOf(office);
      for (const method of ['GET', 'HEAD'] as const) await fetched(office, address, method);
      if (await scan(await opened(address))) alive.push(name);
      expect([name, stateOf(office)]).toEqual([name, before]);
    }
  }
  expect(alive).toEqual([
    'asked for',
    'what there is is handed out',
    'the rest is to be bought',
    'the head approves the purchase',
    'the rest is handed out',
  ]);
}, 90_000);

test('3.1.2 a person’s own click, on the page that the scanner has been at, decides', async () => {
  chain[0]![1](office);
  const address = linksOf(office)[0]!;
  const frame = await opened(address);
  const before = stateOf(office);
  await scan(frame);
  expect(stateOf(office)).toEqual(before);
  const fresh = await opened(address);
  await fresh.getByRole('button', { name: '不同意', exact: true }).click();
  await fresh.locator('textarea').fill('先用旧的');
  await fresh.getByRole('button', { name: '确认不同意' }).click();
  await fresh.getByText('已答复申请人：不同意。').waitFor();
  expect(office.rows(3102)[1]).toMatchObject({ state: '不同意' });
  office.google.clock.pass(60_000);
  office.job('jobs.everyMinute');
  expect(office.mails(people.staff)).toHaveLength(1);
}, 60_000);

test('3.1.2 two windows of one person click together: it is decided once, and the second says by whom', async () => {
  chain[0]![1](office);
  const address = linksOf(office)[0]!;
  const first = await opened(address);
  const other = page;
  page = await browser.newPage();
  const second = await opened(address);
  for (const frame of [first, second]) {
    await frame.getByRole('button', { name: '同意', exact: true }).click();
    await frame.getByRole('button', { name: '确认同意' }).waitFor();
  }
  await Promise.all([first, second].map((frame) => frame.getByRole('button', { name: '确认同意' }).click()));
  const said = () =>
    Promise.all([first, second].map(async (frame) => (await frame.locator('main').innerText()).replace(/\s+/g, ' ')));
  const settled = (texts: readonly string[]) =>
    texts.filter((text) => text.includes('已同意，谢谢。')).length === 1 &&
    texts.filter((text) => text.includes('陈静 已在')).length === 1;
  for (let tries = 0; tries < 100 && !settled(await said()); tries += 1) await page.waitForTimeout(100);
  expect(settled(await said())).toBe(true);
  expect(String(office.rows(3102)[1]!['decisions']).split('\n')).toHaveLength(1);
  await other.close();
}, 60_000);
