// The charts of a generated tab on the workbook page: drawn over their cells, moving with them, drawn anew.
import type { Browser } from 'playwright-core';
import { fillOctober } from '../bundle/desk-month';
import { change, sheetIdOf } from '../bundle/generated';
import { accessibilityFaults, launch } from './launch';
import { officeIn, openDesk, type Desk } from './story-desk';

let browser: Browser;
let desk: Desk;
let tab: number;

beforeAll(async () => {
  browser = await launch();
}, 120_000);
afterAll(() => browser.close());
beforeEach(async () => {
  const office = officeIn('zh');
  fillOctober(office);
  const made = office.ask('front', 'report', { report: 'desk-month', period: '2026-10' });
  tab = sheetIdOf(made);
  desk = await openDesk(browser, office);
  await desk.openTab(made.title, tab);
}, 60_000);
afterEach(() => desk.close());

const chart = (title: string) => desk.page.getByRole('img', { name: title, exact: true });
const visitsChart = '每天来访';

/** How many dots of a chart have a colour: neither white nor grey. */
const colouredDots = (title: string) =>
  chart(title).evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    let dots = 0;
    for (let at = 0; at < data.length; at += 4) {
      const own = [data[at]!, data[at + 1]!, data[at + 2]!];
      if (data[at + 3]! > 0 && Math.max(...own) - Math.min(...own) > 60) dots += 1;
    }
    return dots;
  });

describe('the charts of the month at the front desk', () => {
  test('are drawn, each where its cells leave room for it', async () => {
    await chart(visitsChart).waitFor({ state: 'attached' });
    const titles = await desk.page.locator('.chart').evaluateAll((all) => all.map((one) => one.ariaLabel));
    expect(titles).toEqual([
      '来电（按类别，上月与本月）',
      '采购申请金额（按状态）',
      visitsChart,
      '每天来电',
      '本月领用（按物品和部门）',
    ]);
    for (const title of titles) expect(await colouredDots(title!)).toBeGreaterThan(100);
    await expect(accessibilityFaults(desk.page)).resolves.toEqual([]);
  }, 60_000);

  test('stand at their cells, and scroll with them', async () => {
    const rowAbove = desk.page.locator('.rowHeaders revogr-data[type=rgRow] .rgCell', { hasText: /^29$/ });
    const gap = async () => {
      const [cell, own] = [await rowAbove.boundingBox(), await chart(visitsChart).boundingBox()];
      return Math.round(own!.y - (cell!.y + cell!.height));
    };
    await chart(visitsChart).waitFor({ state: 'attached' });
    const before = (await chart(visitsChart).boundingBox())!.y;
    expect(Math.abs(await gap())).toBeLessThanOrEqual(1);
    await desk.page.mouse.move(300, 500);
    await desk.page.mouse.wheel(0, 200);
    await desk.page.waitForFunction(
      ([title, y]) => document.querySelector(`[aria-label="${title}"]`)!.getBoundingClientRect().y < Number(y) - 100,
      [visitsChart, before] as const,
    );
    expect(Math.abs(await gap())).toBeLessThanOrEqual(1);
  }, 60_000);

  test('are drawn anew when a cell changes, and go when another tab is opened', async () => {
    await chart(visitsChart).waitFor({ state: 'attached' });
    const before = await colouredDots(visitsChart);
    const start = { sheetId: tab, rowIndex: 24, columnIndex: 1 };
    const rows = [{ values: Array.from({ length: 20 }, () => ({ userEnteredValue: { numberValue: 2 } })) }];
    change(desk.office, [{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
    desk.office.google.changed();
    for (let tries = 0; (await colouredDots(visitsChart)) <= 2 * before; tries += 1) {
      if (tries === 50) throw new Error('it was never drawn anew');
      await desk.page.waitForTimeout(100);
    }
    await desk.page.getByRole('tab', { name: '来访人员登记表', exact: true }).click();
    await chart(visitsChart).waitFor({ state: 'detached' });
    expect(await desk.page.locator('.chart').count()).toBe(0);
  }, 60_000);
});
