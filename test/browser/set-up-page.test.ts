// The page of set-up beside the workbook, at the desk of the fixture: the wizard, mending, and the checks for everybody else.
import type { Browser, Page } from 'playwright-core';
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

const start = async (wishes: NonNullable<Look['wishes']> = {}) => {
  page = await open(browser, site, 'set-up', { wishes });
  page.setDefaultTimeout(8_000);
};
const done = () => page.evaluate(() => window.fixture.done);
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('a workbook that is not set up', () => {
  test('is asked about in five steps, says what is missing at each, and survives a reload', async () => {
    await start({ notSetUp: true });
    await page.fill('#set-up-agency', '');
    await button('下一步').click();
    expect(await page.textContent('.fault')).toContain('请填写机构名称');
    await page.fill('#set-up-agency', '阳光社工');
    await page.keyboard.press('Enter');
    await page.fill('#set-up-department-0', '综合办公室');
    await button('下一步').click();
    await page.fill('#set-up-name-0', '李静');
    await page.fill('#set-up-email-0', 'lijing@');
    await button('下一步').click();
    expect(await page.locator('.fault').allTextContents()).toEqual([
      '电子邮箱不对，应如 name@example.org。',
      '请选择部门。',
    ]);
    await page.reload();
    await page.waitForSelector('#set-up-agency');
    expect(await page.inputValue('#set-up-agency')).toBe('阳光社工');
    await button('下一步').click();
    await button('下一步').click();
    await page.fill('#set-up-email-0', 'lijing@example.org');
    await page.getByRole('radio', { name: '综合办公室' }).check();
    await button('下一步').click();
    expect(await page.textContent('.banner-error')).toContain('还没有人是“机构领导”。');
    for (const role of ['前台', '机构领导', '行政人事', '是本部门负责人'])
      await page.getByRole('checkbox', { name: role, exact: true }).check();
    await button('下一步').click();
    await button('下一步').click();
    expect(await page.textContent('.review')).toContain('李静 · 综合办公室 · 前台、机构领导、行政人事、部门负责人');
    expect(await page.textContent('.set-up')).toContain('系统账号qiantai@yangguang.example');
    await button('开始设置').click();
    await page.waitForSelector('.health');
    expect(await page.textContent('.banner-good')).toContain('打开侧边栏');
    expect(await done()).toEqual(['setUp 1']);
  });
});

describe('a workbook that is set up', () => {
  test('is mended without a question, once', async () => {
    await start({ unsure: 3 });
    await button('开始检查').waitFor();
    await page.clock.install();
    await button('开始检查').click();
    for (let second = 0; second < 6; second++) await page.clock.runFor(1_000);
    await page.waitForSelector('.banner-error');
    await button('开始检查').click();
    await page.clock.runFor(1_000);
    await page.waitForSelector('.health');
    expect(await done()).toEqual(['mend']);
  });

  test('is mended also when it cannot be read', async () => {
    await start({ refuseSession: { code: 'misconfigured', message: '“来访人员登记表”缺少列：状态。' } });
    await page.waitForSelector('.banner-error');
    expect(await page.textContent('.banner-error')).toContain('缺少列');
    await button('开始检查').click();
    await page.waitForSelector('.health');
    expect(await done()).toEqual(['mend']);
  });

  test('shows its checks to whoever may not mend it', async () => {
    await start({ notOffice: true });
    await page.waitForSelector('.health');
    expect(await button('开始检查').count()).toBe(0);
    expect(await done()).toEqual([]);
  });
});
