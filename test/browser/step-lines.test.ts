// A step that asks something of each line of a form, in the sidebar and on the page of a link; and a form with lines.
import type { Browser, Page } from 'playwright-core';
import { makeSite, open, type Look, type Site } from '../sidebar/fixture/site';
import { accessibilityFaults, launch } from './launch';

let browser: Browser;
let site: Site;
let page: Page;
beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), makeSite()]);
}, 120_000);
afterEach(() => page.context().close());
afterAll(() => browser.close());

const places = {
  'the sidebar, 300 pixels wide': {
    which: 'sidebar',
    look: { boot: { screen: 'record', register: 'requisitions', no: 'LY-2026-00017' } },
    field: (key: string) => `[id="record-LY-2026-00017-approve-${key}"]`,
    call: 'transition',
  },
  'the page of a link, 360 pixels wide': {
    which: 'page',
    look: { boot: { token: 'requisition' } },
    field: (key: string) => `[id="answer-approve-${key}"]`,
    call: 'answer',
  },
} as const;

async function show(which: 'sidebar' | 'page', look: Look): Promise<void> {
  page = await open(browser, site, which, look);
  page.setDefaultTimeout(8_000);
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.waitForSelector('.step-lines');
}
const calls = (name: string) =>
  page.evaluate(
    (wanted) => window.fixture.calls.filter((call) => call.name === wanted).map(({ input }) => input),
    name,
  );

describe.each(Object.entries(places))('3.1.2 lines that are lowered, on %s', (_, { which, look, field, call }) => {
  test('go back as 2.quantity; what is wrong is said at the field of the line; all by keyboard', async () => {
    await show(which, look);
    expect(await page.inputValue(field('1.quantity'))).toBe('5');
    await page.focus(field('1.quantity'));
    await page.keyboard.press('Enter');
    await expect(page.evaluate(() => document.activeElement?.id.endsWith('2.quantity'))).resolves.toBe(true);
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector(`${field('2.quantity')}[aria-invalid=true]`);
    const fault = await page.getAttribute(field('2.quantity'), 'aria-describedby');
    expect(await page.textContent(`[id="${fault}"]`)).toContain('库存只有 3 盒。');
    await page.waitForFunction(() => document.activeElement?.id.endsWith('2.quantity'));

    await page.fill(field('2.quantity'), '３');
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction(() => window.fixture.done.length === 1);
    expect(await calls(call)).toEqual([
      expect.objectContaining({ input: { '1.quantity': 5, '2.quantity': 8 } }),
      expect.objectContaining({ input: { '1.quantity': 5, '2.quantity': 3 } }),
    ]);
  });

  test('must not be left blank', async () => {
    await show(which, look);
    await page.fill(field('1.quantity'), '');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector(`${field('1.quantity')}[aria-invalid=true]`);
    expect(await calls(call)).toEqual([]);
  });

  test.each([false, true])('can be read and reached by everybody (dark: %s)', async (dark) => {
    await show(which, { ...look, dark });
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.step-lines .fault');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('.step-lines input')].every((one) => one.clientWidth >= 60),
      ),
    ).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('3.1.1 a form with lines, in the sidebar', () => {
  test('offers items with what is on hand, found by what is typed, and sends a row a line', async () => {
    page = await open(browser, site, 'sidebar', { boot: { screen: 'new', register: 'requisitions' } });
    const item = (line: number) => `[id="entry-${line}.item"]`;
    const quantity = (line: number) => `[id="entry-${line}.quantity"]`;
    await page.waitForSelector(item(0));
    await page.fill('#entry-applicant', '王芳');
    await page.fill(item(0), '笔');
    await page.waitForSelector('.option.active');
    expect(await page.textContent('.option.active')).toBe('中性笔 黑 0.5库存 48 支');
    await page.keyboard.press('Enter');
    await page.fill(quantity(0), '4');
    await page.getByRole('button', { name: '加一行' }).click();
    await page.fill(item(1), '没有的东西');
    await page.waitForSelector('.option.none');
    await page.fill(item(1), 'dah');
    await page.keyboard.press('Enter');
    await page.fill(quantity(1), '1');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.saved');
    const [sent] = (await calls('create')) as { rows: object[] }[];
    expect(sent!.rows).toEqual([
      expect.objectContaining({ applicant: '王芳', item: 'WP-0002', quantity: 4 }),
      expect.objectContaining({ applicant: '王芳', item: 'WP-0003', quantity: 1 }),
    ]);
  });
});
