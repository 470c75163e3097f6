// What comes out of the printer: a form with its boxes for signatures, and a list with numbered pages.
import type { Browser, Page } from 'playwright-core';
import { fillAppraisal } from '../../bench/fill-appraisal';
import { fillAttendance } from '../../bench/fill-attendance';
import { create, newOffice, type Workbook } from '../bundle/office';
import { session } from '../sidebar/fixture/desk-registers';
import { makeSite, open, type Look, type Site } from '../sidebar/fixture/site';
import { launch } from './launch';
import { gridOf, paperOf } from './sheet-paper';

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

/** A generated tab on paper: how many pages, how large the least of its text, and what is cut off or off the page. */
async function printed(office: ReturnType<typeof newOffice>, title: string, workbook?: Workbook) {
  const tab = await browser.newPage();
  await tab.setContent(paperOf(gridOf(office, title, workbook)));
  const look = await tab.evaluate(() => {
    const zoom = Number(getComputedStyle(document.body).zoom);
    const edge = document.querySelector('table')!.getBoundingClientRect().right;
    const cells = [...document.querySelectorAll<HTMLElement>('td > div')].filter(({ innerText }) => innerText !== '');
    const widthOf = (cell: HTMLElement): DOMRect => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getBoundingClientRect();
    };
    const isCut = (cell: HTMLElement): boolean => {
      const { right, left } = widthOf(cell);
      const box = cell.parentElement!.getBoundingClientRect();
      return cell.parentElement!.className === 'flows' ? right > edge : right - left > box.width + 0.5;
    };
    return {
      points: Math.min(...cells.map((cell) => parseFloat(getComputedStyle(cell).fontSize) * 0.75)) * zoom,
      cut: cells.filter(isCut).map(({ innerText }) => innerText),
      heads: getComputedStyle(document.querySelector('thead')!).display,
      text: document.body.innerText,
    };
  });
  const pages = pagesOf(await tab.pdf({ preferCSSPageSize: true, printBackground: true }));
  await tab.close();
  return { ...look, pages };
}

describe('6.3.1 the sheet of a month', () => {
  beforeEach(async () => {
    page = await browser.newPage();
  });

  test.each([
    [12, 1],
    [100, 4],
  ])(
    'of %d people prints across on %d pages, readable and nothing cut',
    async (count, pages) => {
      const office = newOffice();
      // Every second of them is in this department.
      fillAttendance(office, 1 / 12, 2 * count);
      office.ask('front', 'report', { report: 'attendance-month', period: '2026-10', subject: '社工部' });
      const paper = await printed(office, '考勤 社工部 2026-10');
      expect(paper).toMatchObject({ pages, cut: [], heads: 'table-header-group' });
      expect(paper.points).toBeGreaterThan(5.5);
      for (const said of ['考勤统计表', '2026-10-01 至 2026-10-31', '部门负责人签字：', '行政人事签收：', '图例：'])
        expect(paper.text).toContain(said);
    },
    120_000,
  );
});

describe('8.2 the sheets of an appraisal', () => {
  test('each prints on one page with lines to sign on, and so does their summary', async () => {
    page = await browser.newPage();
    const office = newOffice();
    fillAppraisal(office, 1);
    create(office, 'appraisal-rounds', { quarter: '2026Q3' }, 'hr');
    office.ask('hr', 'report', { report: 'appraisal', period: '2026Q3' });
    for (const title of ['考核汇总 2026Q3', '考核 王芳 2026Q3']) {
      const paper = await printed(office, title, 'restricted');
      expect(paper).toMatchObject({ pages: 1, cut: [] });
      expect(paper.points).toBeGreaterThan(8);
    }
    const { text } = await printed(office, '考核 王芳 2026Q3', 'restricted');
    expect(text).toContain('考核人签字：');
    expect(text).toContain('被考核人签字：');
  }, 120_000);
});
