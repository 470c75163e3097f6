// 我的事务 by hand, over the built add-on: the page is asked for, the link is in the mailbox, a request is filed on the phone,
// and the head decides it on theirs, without anybody opening the workbook.
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { createApp, listen, type RunningServer } from '../../emulator/http';
import { newOffice, people, requestId, type Office } from '../bundle/office';
import { launch } from './launch';

let browser: Browser;
let server: RunningServer;
let office: Office;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launch();
}, 120_000);
afterAll(() => browser.close());
beforeEach(async () => {
  office = newOffice();
  server = await listen(createApp(office.google), office.google, 0);
  office.google.state.properties.script['webApp'] = office.google.webAppUrl()!;
  office.ask('front', 'create', {
    register: 'items',
    rows: [{ name: '打印纸', spec: 'A4', unit: '包', category: '文具', location: '柜 1' }],
    requestId: requestId(),
  });
  context = await browser.newContext({ viewport: { width: 360, height: 780 } });
});
afterEach(async () => {
  await context.close();
  await server.close();
});

/** The frame in which Google shows the page, once it says what is awaited. */
async function frameOf(page: Page, awaited: string): Promise<Frame> {
  for (let tries = 0; tries < 100; tries += 1) {
    for (const frame of page.frames()) if ((await frame.locator(awaited).count()) > 0) return frame;
    await page.waitForTimeout(100);
  }
  throw new Error(`no frame shows ${awaited}`);
}

async function openMine(address: string): Promise<Frame> {
  // Approvers were written to when the agency was set up: one link in ten minutes.
  office.google.clock.pass(11 * 60_000);
  const asking = await context.newPage();
  await asking.goto(office.google.webAppUrl()!);
  const plain = await frameOf(asking, '#answer-sendLink-email');
  await plain.fill('#answer-sendLink-email', address);
  await plain.getByRole('button', { name: '把链接发给我' }).click();
  await plain.waitForSelector('.message-good');
  await asking.close();
  office.job('jobs.everyMinute');
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${office.google.webAppUrl()!}?t=${office.tokenTo(address)}`);
  return frameOf(page, '.section');
}

test('3.1.1–3.1.2 a requisition is filed and decided on two phones', async () => {
  const applicant = await openMine(people.staff);
  await applicant.getByRole('button', { name: '申请领用用品' }).click();
  await applicant.fill('[id="entry-0.item"]', '打印纸');
  await applicant.locator('.option').first().click();
  await applicant.fill('[id="entry-0.quantity"]', '5');
  await applicant.getByRole('button', { name: '提交' }).click();
  await applicant.waitForSelector('.banner-good');
  expect(office.rows(3102).map(({ applicant: name, quantity }) => [name, quantity])).toContainEqual(['周琳', 5]);

  const head = await openMine(people.head);
  await head.locator('.line-strong').first().click();
  await head.getByRole('button', { name: '同意', exact: true }).click();
  await head.fill('[id="answer-approveHead-1.approvedQuantity"]', '3');
  await head.getByRole('button', { name: '确认同意' }).click();
  await head.waitForSelector('.banner-good');
  await head.getByText('没有等您审批的申请。').waitFor();

  await applicant.locator('.line-strong').first().click();
  await applicant.getByText('陈静 · 同意').waitFor();
  expect(office.rows(3102).map(({ approvedQuantity, state }) => [approvedQuantity, state])).toContainEqual([
    3,
    '待发放',
  ]);
}, 60_000);
