import type { Browser } from 'playwright-core';
import { accessibilityFaults, launch } from './launch';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 120_000);
afterAll(() => browser.close());

const html = (body: string) =>
  `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><html lang="zh-CN"><title>前台</title><main>${body}</main>`)}`;

describe('the browser', () => {
  test('opens a page and reads it', async () => {
    const page = await browser.newPage();
    await page.goto(html('<h1>来访人员登记表</h1>'));
    expect(await page.textContent('h1')).toBe('来访人员登记表');
    await page.close();
  });

  test('draws what it shows', async () => {
    const page = await browser.newPage();
    await page.goto(html('<span id="a">a</span><span id="b">b</span>'));
    const a = await page.locator('#a').screenshot();
    const b = await page.locator('#b').screenshot();
    expect(a.equals(b)).toBe(false);
    await page.close();
  });

  test('finds what is not accessible', async () => {
    const page = await browser.newPage();
    await page.goto(html('<h1>前台</h1><label>姓名 <input></label>'));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(html('<h1>前台</h1><input>'));
    expect(await accessibilityFaults(page)).toEqual([expect.stringMatching(/^label: /)]);
    await page.close();
  });

  test('keeps to this machine', async () => {
    const page = await browser.newPage();
    await expect(page.goto('http://example.com/')).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/);
    await page.close();
  });
});
