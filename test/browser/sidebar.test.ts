// The sidebar as the build makes it, at the desk of the fixture: by keyboard, with mistakes, lost answers and reloads.
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

const start = async (look: Look = {}) => {
  page = await open(browser, site, 'sidebar', look);
  page.setDefaultTimeout(8_000);
};
const visitForm: Look = { boot: { screen: 'new', register: 'visits' } };
const done = () => page.evaluate(() => window.fixture.done);
const focused = () => page.evaluate(() => document.activeElement?.id);
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = (text: string) => page.keyboard.insertText(text);
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Everything that the form of a visit needs. */
async function fillVisit() {
  await page.fill('#entry-visitor', '张伟');
  await page.fill('#entry-phone', '13800138000');
  await page.fill('#entry-purpose', '商谈场地');
  await page.fill('#entry-host', '王芳');
}

describe('2.1.2 receiving a visitor', () => {
  test('works by keyboard alone, from the board to the next visitor', async () => {
    await start();
    await page.waitForSelector('.line');
    await press('Tab', 'Tab', 'Enter');
    await page.waitForSelector('.quick');
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    await page.waitForSelector('#entry-visitor:focus');
    await type('张伟');
    await press('Enter', 'Enter');
    await type('13800138000');
    await press('Enter');
    await type('商谈场地');
    await press('Enter');
    await page.keyboard.type('wf');
    await press('Enter', 'Control+Enter');
    await page.waitForSelector('.saved');
    const visit = { visitor: '张伟', phone: '13800138000', purpose: '商谈场地', host: '王芳', people: 1 };
    const [what, which, rows] = (await done())[0]!.split(' ');
    expect([what, which, JSON.parse(rows!)]).toEqual(['create', 'visits', [visit]]);
    expect(await page.textContent('.saved-line')).toContain('LF-2026-00185');
    await press('Enter');
    await page.waitForSelector('#entry-visitor:focus');
    expect(await page.inputValue('#entry-visitor')).toBe('');
    expect(await done()).toHaveLength(1);
  });

  test('takes over what is known of somebody who has been here before', async () => {
    await start(visitForm);
    await page.waitForSelector('#entry-visitor:focus');
    await page.fill('#entry-phone', '13800138000');
    await page.waitForSelector('.suggestion');
    await press('Alt+1');
    expect(await page.inputValue('#entry-visitor')).toBe('张伟');
    expect(await page.inputValue('#entry-host')).toBe('王芳');
  });

  test('says at each field what is missing, and goes to the first', async () => {
    await start(visitForm);
    await page.fill('#entry-visitor', '张伟');
    await press('Control+Enter');
    await page.waitForSelector('#entry-phone:focus');
    expect(await page.locator('.field .fault').allTextContents()).toEqual([
      '请填写联系电话。',
      '请填写来访事由。',
      '请填写拜访对象。',
    ]);
    expect(await page.getAttribute('#entry-phone', 'aria-describedby')).toBe('entry-phone-fault');
    expect(await page.evaluate(() => window.fixture.calls.map((call) => call.name))).not.toContain('create');
  });

  test('shows the server’s complaint at its field until something else is typed there', async () => {
    await start(visitForm);
    await fillVisit();
    await page.fill('#entry-phone', '12345');
    await page.click('[data-save]');
    await page.waitForSelector('#entry-phone:focus');
    expect(await page.textContent('#entry-phone-fault')).toContain('13800138000');
    await page.fill('#entry-phone', '13800138000');
    expect(await page.locator('.fault').count()).toBe(0);
  });

  test('keeps what was typed over a reload, until it is saved', async () => {
    await start(visitForm);
    await page.fill('#entry-visitor', '阿不都热合曼·买买提明');
    await page.reload();
    await page.waitForSelector('.draft-note');
    expect(await page.inputValue('#entry-visitor')).toBe('阿不都热合曼·买买提明');
    await fillVisit();
    await page.click('[data-save]');
    await page.waitForSelector('.saved');
    await page.reload();
    await page.waitForSelector('#entry-visitor');
    expect(await page.inputValue('#entry-visitor')).toBe('');
  });

  test('saves once for a double click', async () => {
    await start({ ...visitForm, wishes: { delayMs: 150 } });
    await page.waitForSelector('#entry-visitor');
    await fillVisit();
    await page.dblclick('[data-save]');
    await page.waitForSelector('.saved');
    expect(await done()).toHaveLength(1);
    expect(await page.evaluate(() => window.fixture.calls.filter((call) => call.name === 'create').length)).toBe(1);
  });

  test('says when no answer came, keeps everything, and saves once when asked again', async () => {
    await start({ ...visitForm, wishes: { lose: 3 } });
    await page.waitForSelector('#entry-visitor');
    await page.clock.install();
    await fillVisit();
    await page.click('[data-save]');
    for (let second = 0; second < 6; second++) await page.clock.runFor(1_000);
    await page.waitForSelector('.notice-bad');
    expect(await page.textContent('.notice')).toContain('不会重复登记');
    expect(await page.inputValue('#entry-visitor')).toBe('张伟');
    await page.click('[data-save]');
    await page.clock.runFor(1_000);
    await page.waitForSelector('.saved');
    expect(await done()).toHaveLength(1);
  });

  test('says when the server cannot tell, and saves once when asked again, also after a reload', async () => {
    await start({ ...visitForm, wishes: { unsure: 3 } });
    await page.waitForSelector('#entry-visitor');
    await page.clock.install();
    await fillVisit();
    const save = async () => {
      await page.click('[data-save]');
      for (let second = 0; second < 6; second++) await page.clock.runFor(1_000);
    };
    await save();
    expect(await page.textContent('.notice-bad')).toContain('不知道是否已保存');
    const ids = () =>
      page.evaluate(() =>
        window.fixture.calls.flatMap(({ name, input }) =>
          name === 'create' ? [(input as { requestId: string }).requestId] : [],
        ),
      );
    const before = await ids();
    const busy = { code: 'busy' as const, message: '另一项操作正在保存。' };
    await page.evaluate((problem) => void (window.fixture.refuse = [problem, problem, problem]), busy);
    await save();
    expect(await page.textContent('.notice-bad')).toContain('另一项操作正在保存');
    await page.reload();
    await page.waitForSelector('.draft-note');
    await page.evaluate(() => void (window.fixture.unsure = 0));
    await save();
    await page.waitForSelector('.saved');
    expect(new Set([...before, ...(await ids())]).size).toBe(1);
  });

  test('says so when the computer is offline', async () => {
    await start({ ...visitForm, wishes: { lose: 3 } });
    await page.waitForSelector('#entry-visitor');
    await page.clock.install();
    await fillVisit();
    await page.context().setOffline(true);
    await page.click('[data-save]');
    for (let second = 0; second < 6; second++) await page.clock.runFor(1_000);
    await page.waitForSelector('.notice-bad');
    expect(await page.textContent('.notice')).toContain('电脑没有连上网络');
  });

  test('shows the policy’s refusal with its article, and keeps the form', async () => {
    await start(visitForm);
    await page.waitForSelector('#entry-visitor');
    await fillVisit();
    await page.evaluate(() => {
      window.fixture.refuse = { code: 'refused', message: '这位来访人员已经登记。', article: '2.1.2' };
    });
    await page.click('[data-save]');
    await page.waitForSelector('.notice-bad');
    expect(await page.textContent('.notice')).toContain('这位来访人员已经登记。 依据：制度 2.1.2');
    expect(await page.inputValue('#entry-visitor')).toBe('张伟');
  });
});

describe('the board', () => {
  test('takes a step at a click, once, and strikes the line out where it stands', async () => {
    await start({ wishes: { delayMs: 100 } });
    await page.dblclick('.line .small');
    await page.waitForSelector('.line.gone');
    expect(await done()).toEqual(['arrive LF-2026-00181']);
    expect(await page.locator('.line').first().getAttribute('class')).toBe('line gone');
    await page.click('.line .small', { force: true });
    expect(await done()).toHaveLength(1);
  });

  test('opens the record where a step asks for more', async () => {
    await start();
    await page.waitForSelector('.line');
    await page.getByRole('button', { name: '领取：黄志强' }).click();
    await page.waitForSelector('.record');
    expect(await page.textContent('.top-bar')).toContain('KD-2026-00412');
  });
});

describe('what the board offers to be entered', () => {
  const clockIn = () => button('上班打卡');

  test('opens its form filled in, or is made by one press, once, and struck out where it stands', async () => {
    await start({ wishes: { delayMs: 150 } });
    await clockIn().dblclick();
    await page.waitForSelector('.start[aria-busy="true"]');
    await page.waitForSelector('.notice-good');
    expect(await page.textContent('.notice')).toContain('已完成：上班打卡');
    expect(await clockIn().getAttribute('aria-disabled')).toBe('true');
    await clockIn().click({ force: true });
    expect(await done()).toEqual(['create attendance [{"day":"2026-10-09"}]']);
    await button('检查：前台区域整洁（今天）').click();
    await page.waitForSelector('#entry-what');
    expect(await page.locator('.entry').textContent()).toContain('前台区域整洁');
    expect(await done()).toHaveLength(1);
  });

  test('asks in its form for what one press does not say, and is made once though the answer got lost', async () => {
    const problem = { code: 'invalid', message: '请检查标出的栏目。', fields: { reason: '请填写迟到的原因。' } };
    await start({ wishes: { refuse: problem } });
    await clockIn().click();
    await page.waitForSelector('#entry-reason');
    expect(await page.textContent('.notice-bad')).toContain('请填写迟到的原因。');
    expect(await page.inputValue('#entry-day')).toBe('2026-10-09');
    await page.context().close();
    await start({ wishes: { lose: 1 } });
    await clockIn().click();
    await page.waitForSelector('.notice-good');
    expect(await done()).toHaveLength(1);
  });
});

describe('2.1.3 a host who is not in', () => {
  test('from the line to the message, filled in; back leads to the board', async () => {
    await start();
    await page.waitForSelector('.line');
    await page.getByRole('button', { name: '留言：赵先生' }).click();
    await page.waitForSelector('#entry-to');
    expect(await page.inputValue('#entry-to')).toBe('王芳');
    expect(await page.inputValue('#entry-from')).toBe('张伟');
    await button('返回').click();
    await page.waitForSelector('.today');
  });

  test('on the record the message stands above what is known', async () => {
    await start({ boot: { register: 'visits', no: 'LF-2026-00182' } });
    await page.waitForSelector('.follows');
    const top = async (selector: string) => (await page.locator(selector).first().boundingBox())!.y;
    expect(await top('.follows')).toBeLessThan(await top('.facts'));
  });
});

describe('who is here', () => {
  test('is read beside a sheet without scrolling sideways: host and place of everybody', async () => {
    await start({ boot: { screen: 'print', register: 'visits', what: 'here' } });
    await page.waitForSelector('.paper-list');
    for (const said of ['王芳', '会议室', '社工服务部', '个案室 2']) {
      const { x, width } = (await page.getByRole('cell', { name: said }).boundingBox())!;
      expect([x >= 0, x + width <= 300]).toEqual([true, true]);
    }
    await page.emulateMedia({ media: 'print' });
    const [name, host] = await Promise.all(
      ['姓名', '拜访对象'].map((label) => page.getByRole('columnheader', { name: label }).boundingBox()),
    );
    expect(name!.y).toBe(host!.y);
  });
});

describe('a record', () => {
  const record: Look = { boot: { register: 'visits', no: 'LF-2026-00182' } };

  test('asks what a step needs, and takes it', async () => {
    await start(record);
    await button('引导').click();
    await button('确认引导').click();
    await page.waitForSelector('.fault');
    expect(await focused()).toBe('record-LF-2026-00182-guide-guidedTo');
    await type('会议室');
    await press('Control+Enter');
    await page.waitForSelector('.notice-good');
    expect(await done()).toEqual(['guide LF-2026-00182']);
  });

  test('takes a step once when the server could not tell whether it was taken', async () => {
    await start({ ...record, wishes: { unsure: 3 } });
    await button('引导').click();
    await page.clock.install();
    await page.fill('#record-LF-2026-00182-guide-guidedTo', '会议室');
    await button('确认引导').click();
    for (let second = 0; second < 6; second++) await page.clock.runFor(1_000);
    await page.waitForSelector('.notice-bad');
    await button('确认引导').click();
    await page.clock.runFor(1_000);
    await page.waitForSelector('.notice-good');
    expect(await done()).toEqual(['guide LF-2026-00182']);
  });

  test('asks before what cannot be undone, and goes back to the button after “cancel”', async () => {
    await start(record);
    await button('作废').click();
    expect(await page.textContent('.confirm')).toContain('不能恢复');
    await button('取消').click();
    await page.waitForSelector('#record-LF-2026-00182-cancel:focus');
    expect(await done()).toEqual([]);
  });

  test('lets the visitor sign, on a surface that covers everything', async () => {
    await start(record);
    await button('离开').click();
    await button('在屏幕上签名').click();
    const box = (await page.locator('canvas').boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    for (const step of [1, 2, 3, 4, 5, 6]) await page.mouse.move(box.x + 20 + step * 20, box.y + 20 + (step % 2) * 40);
    await page.mouse.up();
    await button('签好了').click();
    expect(await page.getAttribute('.signature-image path', 'd')).toMatch(/^M\d+,\d+L(\d+,\d+ ?){4,}$/);
    await button('确认离开').click();
    await page.waitForSelector('.notice-good');
    const sent = await page.evaluate(() => window.fixture.calls.find((call) => call.name === 'transition')?.input);
    expect((sent as { input: { signature: string } }).input.signature).toMatch(/^\d+,\d+( \d+,\d+){4,}$/);
  });
});

describe('Escape', () => {
  test('closes the menu and nothing else', async () => {
    await start(visitForm);
    await button('更多功能').click();
    await page.waitForSelector('.menu button:focus');
    await press('Escape');
    expect(await page.locator('.menu').count()).toBe(0);
    expect(await page.locator('#entry-visitor').count()).toBe(1);
  });

  test('leads one screen back', async () => {
    await start();
    await button('登记').click();
    await button('来访人员登记表').click();
    await page.waitForSelector('#entry-visitor:focus');
    await press('Escape');
    await page.waitForSelector('.quick');
  });
});

test('people who open a workbook that is not set up are sent to the menu', async () => {
  await start({ wishes: { notSetUp: true } });
  await page.waitForSelector('.banner-warning');
  expect(await page.textContent('.banner-warning')).toContain('安装 / 检查');
});

test('Several Google accounts in one browser are told what to do about it', async () => {
  await start({ wishes: { severalAccounts: true } });
  await page.waitForSelector('.banner-error');
  expect(await page.textContent('.banner-error')).toContain('无痕窗口');
});

describe('the language', () => {
  test.each([
    ['zh', 'zh-CN', ['今日', '登记', '查找'], '更多功能'],
    ['hant', 'zh-HK', ['今日', '登記', '查找'], '更多功能'],
    ['en', 'en', ['Today', 'New', 'Find'], 'More functions'],
  ] as const)('is %s where it was chosen', async (language, tag, tabs, menu) => {
    await start();
    await page.waitForSelector('.line');
    await button('更多功能').click();
    await page.selectOption('#language', language);
    await page.waitForSelector(`html[lang="${tag}"]`);
    expect(await page.locator('.tab').allTextContents()).toEqual(tabs);
    expect(await button(menu).count()).toBe(1);
  });
});
