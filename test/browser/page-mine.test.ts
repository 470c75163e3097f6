// 我的事务 on a phone: a person's own page, by their own click and nothing else; read and reached by everybody.
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../src/kernel/words';
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

const visit = async (look: Look = {}, token = 'mine') => {
  page = await open(browser, site, 'page', { ...look, boot: { ...look.boot, token } });
  page.setDefaultTimeout(8_000);
  await page.waitForSelector('h1');
};
const done = () => page.evaluate(() => window.fixture.done);
const answers = () =>
  page.evaluate(() => window.fixture.calls.filter(({ name }) => name === 'answer').map(({ input }) => input));
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const openRequest = () => button('黄志强 · 可水洗蓝色马克笔等 2 项').click();
const openForm = async () => {
  await button('申请领用办公用品').click();
  await page.waitForSelector('.entry');
};

test('3.1.2 the head opens what waits, lowers a line, and is told; the list is shown again without it', async () => {
  await visit({ wishes: { delayMs: 100 } });
  await openRequest();
  await page.waitForSelector('.facts');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await button('同意').click();
  await page.fill('[id="answer-approve-2.quantity"]', '3');
  await button('确认同意').dblclick();
  await page.waitForSelector('.banner-good');
  expect(await page.textContent('.banner-good')).toContain('已同意，谢谢。');
  expect(await done()).toEqual(['answer approve']);
  expect(await answers()).toEqual([
    expect.objectContaining({
      token: 'mine',
      answer: 'approve',
      input: { '1.quantity': 5, '2.quantity': 3 },
      at: { register: 'requisitions', no: 'LY-2026-00017', row: 5, seen: 'what was seen' },
    }),
  ]);
  await page.getByText('没有等您审批的申请。').waitFor();
});

test('3.1.1 a request with lines is filed, its draft kept meanwhile, and stands in the list', async () => {
  await visit();
  await openForm();
  expect(await page.locator('#entry-applicant').count()).toBe(0);
  await page.fill('[id="entry-0.item"]', '打印');
  await page.keyboard.press('Enter');
  await page.fill('[id="entry-0.quantity"]', '2');
  await button('返回我的事务').click();
  await openForm();
  expect(await page.inputValue('[id="entry-0.quantity"]')).toBe('2');
  await button('加一行').click();
  await page.fill('[id="entry-1.item"]', 'WP-0003');
  await page.click('[data-save]');
  await page.waitForSelector('[id="entry-1.quantity"][aria-invalid=true]');
  await page.fill('[id="entry-1.quantity"]', '1');
  await page.click('[data-save]');
  await page.waitForSelector('.banner-good');
  expect(await page.textContent('.banner-good')).toContain('LY-2026-00018');
  expect(await answers()).toEqual([
    expect.objectContaining({
      create: 'requisitions',
      rows: [
        { department: '综合办公室', neededOn: '2026-10-09', item: 'WP-0001', quantity: 2 },
        { department: '综合办公室', neededOn: '2026-10-09', item: 'WP-0003', quantity: 1 },
      ],
    }),
  ]);
  await button('打印纸 A4 70g').waitFor();
  await openForm();
  expect(await page.inputValue('[id="entry-0.quantity"]')).toBe('');
});

test('a request is filed once when the server could not tell whether it had been', async () => {
  await visit({ wishes: { unsure: 3 } });
  await openForm();
  await page.fill('[id="entry-0.item"]', 'WP-0003');
  await page.fill('[id="entry-0.quantity"]', '1');
  await page.clock.install();
  await page.click('[data-save]');
  for (let second = 0; second < 6; second += 1) await page.clock.runFor(1_000);
  await page.getByText('不知道是否已保存').waitFor();
  await page.click('[data-save]');
  await page.clock.runFor(1_000);
  await page.waitForSelector('.banner-good');
  expect(await done()).toEqual(['answer create']);
});

test('what has meanwhile gone to somebody else is said above what is left', async () => {
  await visit();
  await page.evaluate(() => {
    window.fixture.refuse = { code: 'outOfDate', message: '这条记录不在您的事务里。' };
  });
  await openRequest();
  await page.getByText('这条记录不在您的事务里。').waitFor();
  await openRequest();
  await page.waitForSelector('.facts');
});

test('a link is tried by a click; all links are void after a second thought, and a new one is asked for', async () => {
  await visit();
  await button('链接打得开').click();
  await page.waitForSelector('.banner-good');
  expect(await button('链接打得开').count()).toBe(0);
  await page.click('.mine-links summary');
  await button('作废我的全部链接').click();
  await button('确认作废我的全部链接').click();
  await page.waitForSelector('.message-good');
  expect(await done()).toEqual(['answer tried', 'answer signOut']);
});

test('a link that is void leads to asking for a new one, by address', async () => {
  await visit({}, 'mine-void');
  await button('重新索取链接').click();
  await page.fill('#answer-sendLink-email', 'wang@yangguang.example');
  await button('把链接发给我').click();
  await page.waitForSelector('.message-good');
  expect(await answers()).toEqual([
    expect.objectContaining({ token: '', answer: 'sendLink', input: { email: 'wang@yangguang.example' } }),
  ]);
});

test.each([['home'], ['form']])(
  'a scanner that fills in, presses and submits everything changes nothing: %s',
  async (where) => {
    await visit();
    if (where === 'form') await openForm();
    await page.evaluate(async () => {
      const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
      for (let round = 0; round < 3; round += 1) {
        for (const field of document.querySelectorAll('input')) {
          field.value = '9';
          field.dispatchEvent(new Event('input', { bubbles: true }));
          field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
        }
        await pause();
        for (const each of document.querySelectorAll('button')) each.click();
        for (const form of document.forms) form.requestSubmit();
        await pause();
      }
    });
    expect(await done()).toEqual([]);
    expect(await answers()).toEqual([]);
  },
);

const places: Readonly<Record<string, () => Promise<unknown>>> = {
  home: async () => undefined,
  'the say over links': async () => {
    await page.click('.mine-links summary');
    await page.click('.mine-links .steps button');
  },
  'a request': openRequest,
  'lines to lower': async () => {
    await openRequest();
    await button('同意').click();
    await page.waitForSelector('.step-lines');
  },
  'a form with faults': async () => {
    await openForm();
    await page.click('[data-save]');
    await page.waitForSelector('.fault');
  },
};

describe.each([
  ['zh', false],
  ['hant', true],
  ['en', false],
] as const)('at 360 pixels, in %s (dark: %s)', (spoken: Language, dark) => {
  test('everything can be read and reached by everybody, with a thumb', async () => {
    for (const [name, go] of Object.entries(places)) {
      await visit({ dark, wishes: { language: spoken } });
      await go();
      await page.waitForTimeout(50);
      expect([name, await accessibilityFaults(page)]).toEqual([name, []]);
      const faults = await page.evaluate(() => {
        const found: string[] = [];
        if (document.documentElement.scrollWidth > window.innerWidth) found.push('scrolls sideways');
        for (const each of document.querySelectorAll<HTMLElement>('button, summary, input, select')) {
          const { height } = each.classList.contains('line-strong')
            ? each.closest('.line')!.getBoundingClientRect()
            : each.getBoundingClientRect();
          if (height > 0 && height < 40) found.push('too small: ' + (each.textContent || each.id));
        }
        return found;
      });
      expect([name, faults]).toEqual([name, []]);
      await page.context().close();
    }
    await visit({ dark }, '');
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 60_000);
});
