// What comes out of the printer: a form with its boxes for signatures, and a list with numbered pages.
import type { Browser, Page } from 'playwright-core';
import { session } from '../sidebar/fixture/desk-registers';
import { makeSite, open, type Look, type Site } from '../sidebar/fixture/site';
import { launch } from './launch';

let browser: Browser;
let site: Site;
let page: Page;
beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), makeSite()]);
}, 120_000);
afterEach(() => page.context().close());
afterAll(() => browser.close());

const start = async (look: Look) => {
  page = await open(browser, site, 'sidebar', look);
  page.setDefaultTimeout(8_000);
};
const seen = (selector: string) => page.locator(selector).isVisible();
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** Pages of a PDF, as its own objects tell. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;

describe('3.1.1 a form', () => {
  test('prints alone on one sheet, its boxes filled or blank to be signed', async () => {
    await start({ boot: { register: 'requisitions', no: 'LY-2026-00017' } });
    await button('打印').click();
    await page.waitForSelector('.paper');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.paper h2').innerText()).toBe('办公用品领用申请表');
    expect([await seen('.paper'), await seen('.tabs'), await seen('.top-bar'), await seen('.sticky-foot')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const [applicant, head] = await page.locator('.paper-box').allInnerTexts();
    expect(applicant).toContain('黄志强');
    expect(applicant).toContain('2026-10-09 09:12');
    expect(head).toContain('签字');
    const struck = await page
      .locator('.paper-struck-out td')
      .first()
      .evaluate((cell) => getComputedStyle(cell));
    expect(struck.textDecorationLine).toBe('line-through');
    expect(pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(1);
  }, 30_000);
});

describe('2.1.2 a list', () => {
  test('is found in the menu, also by who may make no report', async () => {
    const withoutReports = { ...session, reports: [] };
    await start({ wishes: { answers: { session: withoutReports } } });
    await page.waitForSelector('.line');
    await page.evaluate(() => document.querySelector<HTMLElement>('.more > button')!.click());
    await button('报表和打印').click();
    await button('库存不足清单').click();
    await page.waitForSelector('.paper');
    const asked = await page.evaluate(() => window.fixture.calls.filter(({ name }) => name === 'print'));
    expect(asked.map(({ input }) => input)).toEqual([{ register: 'items', what: 'low' }]);
  }, 30_000);

  test('of a month is chosen among the reports, and prints across, its head on every page', async () => {
    const columns = Array.from({ length: 9 }, (_, index) => ({ label: `栏目${index}`, width: 100 }));
    const rows = Array.from({ length: 90 }, (_, index) => columns.map((_column, at) => `${index}-${at}`));
    const print = { title: '来访人员登记表', agency: '晴天社工', subtitle: '', columns, rows, summary: '', madeAt: '' };
    await start({ boot: { screen: 'reports' }, wishes: { answers: { print } } });
    await page.selectOption('#print-month', '2026-09');
    await button('来访人员登记表').click();
    await page.waitForSelector('.paper');
    const asked = await page.evaluate(() => window.fixture.calls.filter(({ name }) => name === 'print'));
    expect(asked.map(({ input }) => input)).toEqual([{ register: 'visits', what: 'month', period: '2026-09' }]);
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('.paper');
    expect(await paper.evaluate((one) => getComputedStyle(one).getPropertyValue('page'))).toBe('wide');
    const head = page.locator('.paper thead');
    expect(await head.evaluate((one) => getComputedStyle(one).display)).toBe('table-header-group');
    expect(await page.evaluate(() => document.body.innerHTML.includes('栏目8'))).toBe(true);
    const numbered = await page.evaluate(() =>
      [...document.styleSheets]
        .flatMap(({ cssRules }) => [...cssRules])
        .some((rule) => /@bottom-center[^}]*counter\(page\)/.test(rule.cssText)),
    );
    expect(numbered).toBe(true);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBeGreaterThan(1);
  }, 30_000);
});
