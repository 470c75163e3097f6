// Text that looks like a formula, markup or a number is shown as it was typed wherever people read it, and never runs.
import type { Browser } from 'playwright-core';
import { visits } from '../../src/chapters/reception/visits.register';
import { requestId, visitor } from '../bundle/office';
import { launch } from './launch';
import { officeIn, openDesk, pickMenu, type Desk } from './story-desk';

const typed = [
  '=HYPERLINK("http://x","y")',
  '+86 010',
  '0123',
  '<img src=x onerror="window.top.ran=1;window.ran=1"><script>window.ran=1</script>',
  '👩‍👧‍👦 מִבְחָן abc',
  `${'字'.repeat(4_990)}！`,
];

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  browser = await launch();
}, 120_000);
afterAll(() => browser.close());
afterEach(() => desk.close());

const ran = (): Promise<unknown[]> =>
  Promise.all(desk.page.frames().map((frame) => frame.evaluate('window.ran ?? null').catch(() => null)));

test('2.1.2 in the tab, the sidebar, the e-mail and the page', async () => {
  const office = officeIn('zh');
  desk = await openDesk(browser, office);
  const { page, sidebar, webPage, cell, openTab } = desk;
  const rows = typed.map((purpose, index) => ({ ...visitor, visitor: `来客${index}`, purpose }));
  office.ask('front', 'create', { register: 'visits', rows, requestId: requestId() });
  office.google.clock.pass(60_000);
  office.job('jobs.everyMinute');

  await openTab('来访人员登记表', visits.sheetId);
  for (const [index, text] of typed.entries())
    expect(await (await cell(3 + index, 'purpose')).textContent()).toBe(text);

  await pickMenu(page, '今日');
  for (const [index, text] of typed.entries()) {
    await sidebar
      .locator('.line', { hasText: `来客${index}` })
      .locator('.line-open, .strong, a, button')
      .first()
      .click();
    await sidebar.getByText(text, { exact: true }).first().waitFor();
    await page.locator('.menu-button').waitFor();
    await pickMenu(page, '今日');
    await sidebar.locator('.line').first().waitFor();
  }

  // All visitors are the same host's: one e-mail says it all.
  await page.locator('.views button').nth(1).click();
  await page.locator('.mail-list .mail', { hasText: '来访到达' }).click();
  const letter = page.frameLocator('.letter iframe');
  for (const text of typed) await letter.getByText(text, { exact: true }).first().waitFor();

  const links = letter.locator('a[href*="/exec?t="]:not([href*="#"])', { hasText: '查看' });
  for (const [index, text] of typed.entries()) {
    await links.nth(index).click();
    await webPage.getByText(`来客${index}`, { exact: true }).waitFor();
    await webPage.getByText(text, { exact: true }).first().waitFor();
  }
  expect(await ran()).toEqual(expect.not.arrayContaining([1]));
}, 90_000);
