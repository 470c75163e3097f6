import type { Browser, FrameLocator, Page } from 'playwright-core';
import { calls } from '../../src/chapters/reception/calls.register';
import { indicatorList } from '../../src/chapters/appraisal/indicator-list';
import { columnLetters } from '../../emulator/page/a1';
import { blankOffice, people, settle, wizard, type Office } from '../bundle/office';
import { fill } from '../bundle/generated';
import { cellsOf, tabsOf } from '../bundle/workbook';
import { launch } from './launch';
import { openDesk, pickMenu, selectCell, typeText, type Desk } from './story-desk';

let browser: Browser;
let desk: Desk;
const liqiang = 'liqiang@example.org';
beforeAll(async () => { browser = await launch(); }, 120_000);
afterAll(() => browser.close());
afterEach(async () => { await desk.close(); });
let n = 20;
const shot = async (name: string) => { n += 1; await desk.page.screenshot({ path: `/tmp/shots/${n}-${name}.png` }); };

function agency(): Office {
  const office = blankOffice();
  office.google.state.people.push({ email: liqiang, name: '李强', roles: ['front'] });
  settle(office, { ...wizard, people: [...wizard.people, { name: '李强', email: liqiang, department: '综合部', roles: ['front'] }] });
  const one = (index: number) => ({ kind: 'transfer', for: '陈静', caller: '林女士', subject: '咨询', recordedBy: '王芳', state: 'done',
    transferCheck: index === 0 ? 'wrong' : 'right', at: `2026-08-${String(1 + index % 28).padStart(2, '0')}T10:00`, recordedAt: `2026-08-${String(1 + index % 28).padStart(2, '0')}T10:01` });
  fill(office, calls, Array.from({ length: 28 }, (_, i) => one(i)));
  office.google.state.user = people.hr;
  return office;
}
function post() { desk.office.google.clock.pass(60_000); desk.office.job('jobs.everyMinute'); desk.office.job('jobs.everyMinute'); }

async function follow(name: string, subject: string, button: string, nth = 0): Promise<FrameLocator> {
  post();
  const { page, webPage } = desk;
  await page.locator('.views button').nth(1).click();
  const sent = desk.office.mails().length;
  await page.waitForFunction((n) => document.querySelectorAll('.mail-list .mail').length === n, sent);
  await page.locator('.mail-list .mail', { hasText: name }).filter({ hasText: subject }).first().click();
  await page.frameLocator('.letter iframe').getByRole('link', { name: button, exact: true }).nth(nth).click();
  return webPage;
}
async function toWorkbook() { await desk.page.locator('.views button').nth(0).click(); }
async function findRecord(register: string, who: string) {
  const { page, sidebar } = desk;
  await toWorkbook();
  await pickMenu(page, '今日');
  await sidebar.locator('nav.tabs button').nth(2).click();
  await sidebar.getByLabel('登记表', { exact: true }).selectOption({ label: register });
  await sidebar.locator('.line-strong', { hasText: who }).first().click();
}
async function take(label: string, fills: Record<string, string> = {}) {
  const { sidebar } = desk;
  await sidebar.locator('.steps button', { hasText: label }).click();
  for (const [key, v] of Object.entries(fills)) await sidebar.locator(`[id$="-${key}"]`).fill(v);
  await shot('step-' + label);
  await sidebar.locator('[data-save]').click();
  await sidebar.locator('.notice, .banner-good, .saved').first().waitFor();
}

test('x', async () => {
  desk = await openDesk(browser, agency());
  const { page, sidebar, webPage } = desk;

  await pickMenu(page, '打开侧边栏');
  await sidebar.locator('nav.tabs button').nth(1).click();
  await sidebar.getByText('考核轮次').first().click();
  await sidebar.locator('[data-save]').click();
  await sidebar.locator('.saved').waitFor();
  for (const name of ['王芳', '李强']) {
    await follow(name, name === '王芳' ? '个人工作总结' : '评价同事', '写总结');
    await webPage.locator('[id="answer-handIn-work"]').fill(name + '接待来访一百二十人次');
    for (const { key, bands } of indicatorList) await webPage.locator(`[id="answer-handIn-${key}"]`).fill(String(bands[0].to));
    await webPage.locator('[data-save]').click();
    await webPage.getByText('总结已提交').waitFor();
  }
  for (const [name, nth, band] of [['李强', 0, 0], ['陈静', 0, 0], ['周琳', 0, 1]] as const) {
    await follow(name, '评价同事', '去评价', nth);
    await webPage.locator('[data-save]').waitFor();
    for (const { key } of indicatorList.filter((one) => !one.measured)) {
      await webPage.locator(`[data-field="answer-give-${key}"] label`).nth(band).click();
    }
    await webPage.locator(`[id="answer-give-comment"]`).fill('乐于助人得很');
    await webPage.locator('[data-save]').click();
    await webPage.getByText('评价已收到').waitFor();
  }
  await findRecord('绩效考核表', '王芳');
  await take('开始评分');
  await page.waitForTimeout(600);
  await shot('record-scoring');
  post();
  await page.locator('.switch button', { hasText: '受限' }).click();
  const tabNow = () => tabsOf(desk.office, 'restricted').find(({ title }) => title.includes('王芳'))!;
  const cells = () => cellsOf(desk.office, tabNow().sheetId, 'restricted');
  const openSheet = async () => { await toWorkbook(); await page.locator('.switch button', { hasText: '受限' }).click(); const tab = tabNow(); await desk.openTab(tab.title, tab.sheetId); await page.waitForTimeout(600); };
  await openSheet();
  await shot('sheet');
  const typeAt = async (label: string, column: number, text: string) => {
    const row = cells().findIndex(([a]) => a === label) + 1;
    await selectCell(desk, columnLetters(column) + row, () => desk.cellAt(row, column));
    await typeText(desk, text);
  };
  for (const { words, measured, key } of indicatorList) {
    if (key === 'phone') continue;
    await typeAt(words.zh, 6, key === 'responsibility' ? '12' : key === 'teamwork' || key === 'initiative' || key === 'supplies' ? '5' : '9');
    if (measured) await typeAt(words.zh, 7, '日常情况良好');
  }
  await page.waitForTimeout(800);
  await shot('sheet-typed');
  await page.locator('.switch button', { hasText: '前台' }).click();
  await findRecord('绩效考核表', '王芳');
  await page.waitForTimeout(500);
  await shot('record-scoring2');
  await take('评分定稿');
  await page.waitForTimeout(500);
  await shot('record-checking');
  post();
  await findRecord('绩效考核表', '王芳');
  await page.waitForTimeout(500);
  await shot('record-lacks');
  await openSheet();
  await shot('sheet-lacks');
  await typeAt('责任心', 6, '8');
  await typeAt('来访满意度', 6, '18');
  await page.waitForTimeout(500);
  await shot('sheet-full');
  await page.locator('.switch button', { hasText: '前台' }).click();
  await findRecord('绩效考核表', '王芳');
  await take('评分定稿');
  await follow('刘洋', '绩效面谈', '打开');
  await webPage.locator('[id="answer-talk-talkNotes"]').fill('谈了优点和改进');
  await page.waitForTimeout(500);
  await shot('talk-page');
  await webPage.locator('[data-save]').click();
  await page.waitForTimeout(1500);
  await follow('王芳', '考核结果', '查看并确认');
  await webPage.getByRole('button', { name: '有异议' }).waitFor();
  await shot('answer-page');
  await page.setViewportSize({width: 1280, height: 2000});
  await shot('answer-page-long');
  await page.setViewportSize({width: 1280, height: 720});
  await webPage.getByRole('button', { name: '有异议' }).click();
  await webPage.locator('[id="answer-object-objection"]').fill('沟通能力评低了');
  await webPage.locator('[data-save]').click();
  await webPage.getByText('异议已提交').waitFor();
  await follow('赵敏', '考核异议', '查看并复核');
  await webPage.getByRole('button', { name: '维持原评分' }).waitFor();
  await page.setViewportSize({width: 1280, height: 2000});
  await shot('objection-page');
  await page.setViewportSize({width: 1280, height: 720});
  await webPage.getByRole('button', { name: '维持原评分' }).click();
  await webPage.locator('[id$="-decision"]').fill('核对过，维持');
  await shot('objection-form');
  await webPage.locator('[data-save]').click();
  await page.waitForTimeout(1000);
  await findRecord('绩效考核表', '王芳');
  await page.waitForTimeout(500);
  await shot('record-outcome');
  await sidebar.locator('.steps button', { hasText: '定结果' }).click();
  await page.waitForTimeout(500);
  await shot('outcome-form');
  await sidebar.locator('[data-save]').click();
  await sidebar.locator('.notice, .banner-good, .saved').first().waitFor();
  post();
  await openSheet();
  await shot('sheet-locked');
  await desk.page.mouse.move(400, 400);
  await desk.page.mouse.wheel(0, 800);
  await page.waitForTimeout(500);
  await shot('sheet-locked-bottom');
  const row = cells().findIndex(([a]) => a === '沟通能力') + 1;
  await (await desk.cellAt(row, 6)).dblclick();
  await page.waitForTimeout(500);
  await shot('sheet-locked-try');
}, 280_000);
