// Chapter 8, a whole quarter by hand: HR opens the round, the front desk and its colleagues answer links from the mailbox, the
// assessor scores in the tab, one objects and the director settles it, HR closes and the sheets are locked. Whoever works at
// the front desk sees none of it in their workbook.
import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { columnLetters } from '../../emulator/page/a1';
import { appraisalRounds } from '../../src/chapters/appraisal/appraisal-rounds.register';
import { appraisals } from '../../src/chapters/appraisal/appraisals.register';
import { colleagueViews } from '../../src/chapters/appraisal/colleague-views.register';
import { indicatorList, type AppraisalIndicator } from '../../src/chapters/appraisal/indicator-list';
import { selfSummaries } from '../../src/chapters/appraisal/self-summaries.register';
import { at } from '../../src/chapters/appraisal/sheet-typed';
import { calls } from '../../src/chapters/reception/calls.register';
import { fill } from '../bundle/generated';
import { blankOffice, people, settle, wizard, type Office } from '../bundle/office';
import { cellsOf, look, tabsOf } from '../bundle/workbook';
import { launch } from './launch';
import { openDesk, pickMenu, selectCell, typeText, type Desk } from './story-desk';

let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await launch();
}, 120_000);
afterAll(() => browser.close());

/** The second at the front desk. */
const liqiang = { name: '李强', email: 'liqiang@example.org', department: '综合部', roles: ['front'] };

/** Calls of 王芳 in the quarter: enough for that indicator to be measured. One in 28 went wrong. */
const callIn = (index: number) => ({
  ...{ kind: 'transfer', for: '陈静', caller: '林女士', subject: '咨询', recordedBy: '王芳', state: 'done' },
  ...{ transferCheck: index === 0 ? 'wrong' : 'right', at: '2026-08-03T10:00', recordedAt: '2026-08-03T10:01' },
});

beforeEach(async () => {
  const office: Office = blankOffice();
  office.google.state.people.push({ ...liqiang });
  settle(office, { ...wizard, people: [...wizard.people, liqiang] });
  fill(
    office,
    calls,
    Array.from({ length: 28 }, (_, index) => callIn(index)),
  );
  office.google.state.user = people.hr;
  desk = await openDesk(browser, office);
}, 60_000);
afterEach(() => desk.close());

const said = {
  work: '接待来访一百二十人次',
  plan: '把常问的问题写成小抄',
  comment: '乐于助人，有时急躁',
  remark: '查无记录，按日常观察评分',
  talk: '谈了转接的准头',
  objection: '沟通能力评低了',
  decision: '已与考核人核对，维持',
};

/** What was ordered and what is to be told, a minute and another one later. */
function post(): void {
  for (const _ of [1, 2]) {
    desk.office.google.clock.pass(60_000);
    desk.office.job('jobs.everyMinute');
  }
}

const toWorkbook = () => desk.page.locator('.views button').nth(0).click();
const toBook = async (name: '前台' | '受限') => {
  await toWorkbook();
  await desk.page.locator('.switch button', { hasText: name }).click();
};

/** Opens the newest e-mail of this subject to somebody; its link with this button. */
async function linkTo(name: string, subject: string, button: string): Promise<Locator> {
  post();
  const { page } = desk;
  await page.locator('.views button').nth(1).click();
  const sent = desk.office.mails().length;
  await page.waitForFunction((n) => document.querySelectorAll('.mail-list .mail').length === n, sent);
  await page.locator('.mail-list .mail', { hasText: name }).filter({ hasText: subject }).first().click();
  return page.frameLocator('.letter iframe').getByRole('link', { name: button, exact: true }).first();
}

/** Answers a link and opens it once more: it says that this has been done. */
async function answer(link: Locator, done: string, act: (web: FrameLocator) => Promise<void>): Promise<void> {
  const { webPage } = desk;
  await link.click();
  await webPage.locator('.page-steps').waitFor();
  await act(webPage);
  await webPage.getByText(done).waitFor();
  await link.click();
  await webPage.getByText('已经办过了').waitFor();
}

const send = (web: FrameLocator) => web.locator('[data-save]').click();

async function handIn(link: Locator): Promise<void> {
  await answer(link, '总结已提交，谢谢。', async (web) => {
    const field = (key: string) => web.locator(`[id="answer-handIn-${key}"]`);
    await field('work').fill(said.work);
    await field('plan').fill(said.plan);
    for (const { key, bands } of indicatorList) await field(key).fill(String(bands[0].from));
    await field('satisfaction').fill('25');
    await send(web);
    await web
      .locator('[data-field="answer-handIn-satisfaction"] .fault', { hasText: '请填 6 到 20 的整数。' })
      .waitFor();
    await expect(field('work').inputValue()).resolves.toBe(said.work);
    await expect(field('teamwork').inputValue()).resolves.toBe('4');
    await expect(web.locator('.page').or(web.locator('body')).first().innerText()).resolves.not.toContain('{');
    await field('satisfaction').fill('18');
    await send(web);
  });
}

const observed = indicatorList.filter(({ measured }) => !measured);

async function giveView(name: string, band: 0 | 1): Promise<void> {
  await answer(await linkTo(name, '评价同事', '去评价'), '评价已收到，谢谢。', async (web) => {
    for (const { key } of observed) await web.locator(`[data-field="answer-give-${key}"] label`).nth(band).click();
    await web.locator('[id="answer-give-comment"]').fill(said.comment);
    await send(web);
  });
}

/** HR finds a record in the sidebar. */
async function find(register: string, words: string): Promise<void> {
  const { page, sidebar } = desk;
  await toBook('前台');
  await pickMenu(page, '今日');
  await sidebar.getByRole('button', { name: '查找', exact: true }).first().click();
  await sidebar.getByLabel('登记表', { exact: true }).selectOption({ label: register });
  await sidebar.locator('.line-strong', { hasText: words }).first().click();
  await sidebar.locator('.record-head').waitFor();
}

const note = (text: string | RegExp) => desk.sidebar.locator('.record .banner', { hasText: text }).waitFor();

/** Takes a step of the record that is open. */
async function take(label: string): Promise<void> {
  const { sidebar } = desk;
  await sidebar.locator('.steps button', { hasText: label }).click();
  await sidebar.locator('.step-form [data-save]').click();
  await sidebar.getByText(`已完成：`).waitFor();
}

const sheetOf = (name: string) =>
  tabsOf(desk.office, 'restricted').find(({ title }) => title === `考核 ${name} 2026Q3`)!;
const rowsOf = (name: string) => cellsOf(desk.office, sheetOf(name).sheetId, 'restricted');

async function openSheet(name: string): Promise<void> {
  await toBook('受限');
  const { title, sheetId } = sheetOf(name);
  await desk.openTab(title, sheetId);
}

/** The cell of the sheet's table in the grid, and its name. */
function cellFor(name: string, words: string, column: 'points' | 'remark' | 'band') {
  const row = rowsOf(name).findIndex(([first]) => first === words) + 1;
  return { place: `${columnLetters(at(column))}${row}`, cell: () => desk.cellAt(row, at(column)) };
}

async function typeAt(name: string, words: string, column: 'points' | 'remark', text: string): Promise<void> {
  const { place, cell } = cellFor(name, words, column);
  await selectCell(desk, place, cell);
  await typeText(desk, text);
}

/** Waits until the grid shows this in a row of the table. */
async function shows(name: string, words: string, text: string, look: (cell: Element) => boolean = () => true) {
  let last = '';
  for (let tries = 0; tries < 50; tries += 1) {
    const cell = await cellFor(name, words, 'points').cell();
    last = (await cell.count()) === 1 ? await cell.innerText() : '';
    if (last === text && (await cell.evaluate(look))) return;
    await desk.page.waitForTimeout(100);
  }
  throw new Error(`${words} never came to be ${text}, it is ${last}`);
}

/** The sheets made from the menu: a line says so while they are, and a link leads to them. */
async function makeFromMenu(): Promise<void> {
  const { page, sidebar } = desk;
  await toBook('前台');
  await pickMenu(page, '报表和打印…');
  await sidebar.locator('#report-report').selectOption({ label: '绩效考核表' });
  await sidebar.locator('#report-period').selectOption('2026Q3');
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route('**/macros/run/*', (route) => held.then(() => route.continue()));
  await sidebar.getByRole('button', { name: '生成', exact: true }).click();
  await sidebar.getByText('正在生成，通常要几秒钟…').waitFor();
  goOn();
  await sidebar.getByText('已生成“考核汇总 2026Q3”。').waitFor();
  await page.unroute('**/macros/run/*');
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    sidebar.getByRole('link', { name: '打开这张表' }).click(),
  ]);
  await opened.getByRole('tab', { name: '考核汇总 2026Q3', selected: true }).waitFor();
  await opened.close();
}

/** Scores in the tab what is not measured; without data a reason is written beside it. */
async function score(
  name: string,
  pointsOf: (one: AppraisalIndicator) => number,
  isMeasured: (key: string) => boolean,
) {
  for (const one of indicatorList.filter(({ key }) => !isMeasured(key))) {
    await typeAt(name, one.words.zh, 'points', String(pointsOf(one)));
    if (one.measured) await typeAt(name, one.words.zh, 'remark', said.remark);
  }
}

async function finalise(name: string): Promise<void> {
  await find('绩效考核表', name);
  await take('评分定稿');
  post();
}

async function talk(name: string): Promise<void> {
  await answer(await linkTo('刘洋', `请绩效面谈：${name}`, '打开'), '已登记，并请本人确认。', async (web) => {
    await web.locator('[id="answer-talk-talkNotes"]').fill(said.talk);
    await send(web);
  });
}

async function become(name: string): Promise<void> {
  await toWorkbook();
  await desk.page.locator('.bar-button', { has: desk.page.locator('.avatar') }).click();
  await desk.page.locator('.people button', { hasText: name }).click();
}

const isMarked = (cell: Element): boolean => getComputedStyle(cell).backgroundColor === 'rgb(252, 232, 230)';
const isPlain = (cell: Element): boolean => getComputedStyle(cell).backgroundColor !== 'rgb(252, 232, 230)';

const states = () =>
  desk.office
    .rows(appraisals.sheetId, 'restricted')
    .slice(1)
    .map(({ person, state }) => [person, state]);
const own = [appraisalRounds, appraisals, selfSummaries, colleagueViews];

/** Every cell and note of the desk workbook, of hidden tabs too, by the title of the tab. */
const deskWorkbook = () =>
  Object.fromEntries(look(desk.office, 'desk', true).sheets.map((tab) => [tab.properties.title, JSON.stringify(tab)]));

/** What a front desk person can come to see: their workbook, as it was before the round, and their mailbox. */
function nothingAtTheDesk(before: ReturnType<typeof deskWorkbook>): void {
  const { office } = desk;
  const after = deskWorkbook();
  expect(Object.keys(after)).toEqual(expect.arrayContaining(['来电登记表', '操作日志', '通知发件箱']));
  expect(Object.keys(after).filter((title) => after[title] !== before[title])).toEqual([]);
  const seen = Object.values(after).join();
  expect(seen).toContain('LD-2026-00028');
  for (const secret of [...Object.values(said), ...own.map(({ serial }) => `${serial}-2026-`)]) {
    expect(seen.includes(secret) ? secret : '').toBe('');
  }
  const mails = [people.front, liqiang.email].flatMap((email) => office.mails(email));
  expect(mails.length).toBeGreaterThan(5);
  for (const mail of mails) {
    const text = JSON.stringify(mail);
    for (const secret of Object.values(said)) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/优秀|合格|总分|\d ?分[^钟]/);
  }
}

test('8.1–8.5 a quarter from the round to the locked sheets; nothing of it at the front desk', async () => {
  const { office, page, sidebar } = desk;
  const before = deskWorkbook();

  await pickMenu(page, '打开侧边栏');
  await sidebar.getByRole('button', { name: '登记', exact: true }).first().click();
  await sidebar.getByText('考核轮次').click();
  await sidebar.locator('[data-save]').click();
  await sidebar.locator('.saved').waitFor();
  await sidebar.getByRole('button', { name: '打开', exact: true }).click();
  await note('各人的考核在“查找 → 绩效考核表”里办理');

  await handIn(await linkTo('王芳', '个人工作总结', '写总结'));
  await handIn(await linkTo('李强', '评价同事', '写总结'));
  await giveView('李强', 0);
  await giveView('陈静', 0);
  await giveView('周琳', 1);

  for (const name of ['王芳', '李强']) {
    await find('绩效考核表', name);
    await take('开始评分');
    // The page's kick may have had it made already.
    await note(/考核表正在生成|里评分/);
  }
  post();
  await find('绩效考核表', '王芳');
  await note('请在受限工作簿的标签页“考核 王芳 2026Q3”里评分');
  await makeFromMenu();
  await openSheet('王芳');
  await shows('王芳', '总分', '未评完');
  const high = ({ bands }: AppraisalIndicator) => bands[0].from;
  await score('王芳', high, (key) => key === 'phone');
  // 16 + 11 measured + 8 + 4 + 8, 8 + 8, 8 + 4 + 4.
  await shows('王芳', '总分', '79');
  await shows('王芳', '等级', '合格');
  await typeAt('王芳', '责任心', 'points', '12');
  await shows('王芳', '责任心', '12', isMarked);
  await shows('王芳', '总分', '83');

  await finalise('王芳');
  await find('绩效考核表', '王芳');
  await note('责任心：得分应是 4 到 10 的整数');
  await openSheet('王芳');
  await typeAt('王芳', '责任心', 'points', '9');
  await shows('王芳', '责任心', '9', isPlain);
  await shows('王芳', '总分', '80');
  await shows('王芳', '等级', '优秀');
  await finalise('王芳');
  await openSheet('李强');
  await score(
    '李强',
    ({ bands }) => bands[1].to,
    () => false,
  );
  await shows('李强', '等级', '合格');
  await finalise('李强');
  expect(states()).toEqual([
    ['王芳', '待面谈'],
    ['李强', '待面谈'],
  ]);

  await talk('王芳');
  await talk('李强');
  await answer(await linkTo('李强', '请确认考核结果', '查看并确认'), '已记下您的意见，谢谢。', (web) =>
    web.getByRole('button', { name: '同意', exact: true }).click(),
  );
  await answer(
    await linkTo('王芳', '请确认考核结果', '查看并确认'),
    '异议已提交，将由没有参与评分的人复核。',
    async (web) => {
      await web.getByText('80', { exact: true }).waitFor();
      await web.getByRole('button', { name: '有异议' }).click();
      await send(web);
      await web.getByText('请填写异议内容。').waitFor();
      await web.locator('[id="answer-object-objection"]').fill(said.objection);
      await send(web);
    },
  );
  await answer(await linkTo('赵敏', '请复核考核异议：王芳', '查看并复核'), '已记下：维持原评分。', async (web) => {
    await web.getByText(said.objection).waitFor();
    await web.getByRole('button', { name: '维持原评分' }).click();
    await web.locator('[id="answer-uphold-decision"]').fill(said.decision);
    await send(web);
  });

  await find('考核轮次', '2026Q3');
  await sidebar.locator('.steps button', { hasText: '结束本轮' }).click();
  await sidebar.getByText('本季度还有没办结的考核表，请先办完。').waitFor();
  for (const [name, step] of [
    ['王芳', '定结果（优秀）'],
    ['李强', '定结果（合格）'],
  ] as const) {
    await find('绩效考核表', name);
    await take(step);
  }
  await find('考核轮次', '2026Q3');
  await sidebar.locator('.steps button', { hasText: '结束本轮' }).click();
  await sidebar.getByText('已完成：结束本轮').waitFor();
  post();
  expect(states()).toEqual([
    ['王芳', '已办结'],
    ['李强', '已办结'],
  ]);

  const locked = rowsOf('王芳');
  await openSheet('王芳');
  const { place, cell } = cellFor('王芳', '沟通能力', 'points');
  await selectCell(desk, place, cell);
  await (await cell()).dblclick();
  await page.getByRole('dialog').getByText('受保护的单元格').first().waitFor();
  await page.getByRole('button', { name: '确定' }).click();
  expect(rowsOf('王芳')).toEqual(locked);
  expect(office.menu('menu.verifyAuditLog').effects.alerts[0]?.text).toContain('操作日志完整');

  await become('王芳');
  await page.getByText('没有权限打开这个工作簿').waitFor();
  await toBook('前台');
  await pickMenu(page, '今日');
  await sidebar.getByRole('button', { name: '查找', exact: true }).first().click();
  const offered = await sidebar.getByLabel('登记表', { exact: true }).locator('option').allInnerTexts();
  expect(offered).toContain('来访人员登记表');
  for (const { key, title } of own) {
    expect(offered).not.toContain(title.zh);
    expect(office.refused('front', 'find', { register: key }).code).toBe('notAllowed');
  }
  expect(office.ask('front', 'session', {}).reports.map(({ key }) => key)).not.toContain('appraisal');
  nothingAtTheDesk(before);
}, 300_000);
