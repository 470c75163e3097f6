// The web page behind a link: on a phone, by a person's click and nothing else.
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

const visit = async (token: string | undefined, look: Look = {}) => {
  page = await open(browser, site, 'page', { ...look, boot: { ...look.boot, ...(token !== undefined && { token }) } });
  page.setDefaultTimeout(8_000);
  await page.waitForSelector('h1');
};
const done = () => page.evaluate(() => window.fixture.done);
const asked = () => page.evaluate(() => [...new Set(window.fixture.calls.map((call) => call.name))]);
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** All that a scanner of mail may do with a page: fill its fields, press its keys and buttons, send its forms. */
const scan = () =>
  page.evaluate(async () => {
    const pause = () => new Promise((resolve) => setTimeout(resolve, 30));
    for (let round = 0; round < 4; round++) {
      const fields = document.querySelectorAll<HTMLInputElement>('textarea, input:not([type=radio])');
      for (const field of fields) {
        field.value = '9800';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      for (const choice of document.querySelectorAll<HTMLElement>('input[type=radio]')) choice.click();
      await pause();
      for (const field of fields)
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
      const buttons = [...document.querySelectorAll('button')];
      for (const each of round % 2 === 0 ? buttons : buttons.reverse()) each.click();
      for (const form of document.forms) form.requestSubmit();
      await pause();
    }
  });

describe('a link that is open', () => {
  test.each(['decision', 'simple', 'survey'])(
    'changes nothing when a scanner opens it and runs its scripts: %s',
    async (token) => {
      await visit(token);
      await scan();
      expect(await asked()).toEqual(['page']);
      expect(await done()).toEqual([]);
    },
  );

  test('F16 has no form that a browser could send by itself', async () => {
    await visit('survey');
    expect(await page.locator('form[action], form[method], [formaction], a[href]').count()).toBe(0);
  });

  test('is answered once, by a double click too', async () => {
    await visit('simple', { wishes: { delayMs: 100 } });
    await button('我已领取').dblclick();
    await page.waitForSelector('.message-good');
    expect(await done()).toEqual(['answer collected']);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.locator('.page-steps').count()).toBe(0);
  });

  test('asks for what the answer needs, and goes to what is missing', async () => {
    await visit('decision');
    await button('不同意').click();
    await button('确认不同意').click();
    await page.waitForSelector('#answer-decline-comment:focus');
    expect(await page.textContent('.fault')).toContain('请填写意见。');
    await page.fill('#answer-decline-comment', '请先询价。');
    await button('确认不同意').click();
    await page.waitForSelector('.message-good');
    expect(await done()).toEqual(['answer decline']);
  });

  test('takes a score by keyboard', async () => {
    await visit('survey');
    await page.focus('#answer-rate-score');
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
    await button('提交评价').click();
    await page.waitForSelector('.message-good');
    const input = await page.evaluate(() => window.fixture.calls.find((call) => call.name === 'answer')?.input);
    expect(input).toMatchObject({ answer: 'rate', input: { score: 5 } });
  });

  test('is not answered twice when the first answer got lost', async () => {
    await visit('simple', { wishes: { lose: 1 } });
    await button('我已领取').click();
    await page.waitForSelector('.message-good');
    expect(await done()).toEqual(['answer collected']);
  });

  test('is not answered twice when the server could not tell whether it had been', async () => {
    await visit('simple', { wishes: { unsure: 3 } });
    await page.clock.install();
    await button('我已领取').click();
    for (let second = 0; second < 6; second++) await page.clock.runFor(1_000);
    await page.waitForSelector('.fault');
    await button('我已领取').click();
    await page.clock.runFor(1_000);
    await page.waitForSelector('.message-good');
    expect(await done()).toEqual(['answer collected']);
  });

  test('says that it has been decided meanwhile', async () => {
    await visit('simple');
    await page.evaluate(() => {
      window.fixture.refuse = { code: 'refused', message: '陈建国已于 10-08 同意。' };
    });
    await button('我已领取').click();
    expect(await page.textContent('.fault')).toContain('陈建国已于 10-08 同意。');
    expect(await done()).toEqual([]);
  });

  test('speaks the reader’s language', async () => {
    await visit('simple');
    await button('English').click();
    await page.waitForSelector('html[lang="en"]');
    expect(await page.textContent('.page-nothing')).toBe('Nothing is sent before you press a button.');
    await button('繁體中文').click();
    await page.waitForSelector('html[lang="zh-HK"]');
  });
});

test('an address without a link asks for the address of the person’s mail, and says that a link may be cut', async () => {
  await visit(undefined);
  expect(await page.textContent('h1')).toBe('我的事务');
  expect(await page.textContent('main')).toContain('链接可能不完整');
  expect(await page.locator('#answer-sendLink-email').count()).toBe(1);
});

describe('a link that is dead', () => {
  test.each([
    ['dead', '这项申请已经办过了', '陈建国（代王芳）'],
    ['unknown', '页面打不开', '这个链接不能使用'],
  ])('says what happened and offers nothing: %s', async (token, title, text) => {
    await visit(token);
    expect((await page.textContent('h1'))?.trim()).toBe(title);
    expect(await page.textContent('main')).toContain(text);
    expect(await page.locator('.page-steps').count()).toBe(0);
  });
});

describe('on any screen', () => {
  const tokens = ['decision', 'simple', 'survey', 'dead', undefined, 'unknown'];

  test.each([
    ['phone', { width: 360, height: 780 }],
    ['phone, dark', { width: 360, height: 780, dark: true }],
    ['desktop', { width: 1280, height: 800 }],
  ])('nothing is cut off, and nothing stands in the way of anybody: %s', async (_, look) => {
    const faults: string[] = [];
    for (const token of tokens) {
      if (token !== tokens[0]) await page.context().close();
      await visit(token, look);
      faults.push(...(await accessibilityFaults(page)).map((fault) => (token ?? 'none') + ' ' + fault));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      if (wide) faults.push((token ?? 'none') + ' is wider than the screen');
    }
    expect(faults).toEqual([]);
  });

  test('buttons are large enough for a thumb', async () => {
    await visit('decision');
    for (const each of await page.locator('.page-steps button').all()) {
      expect((await each.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
  });
});
