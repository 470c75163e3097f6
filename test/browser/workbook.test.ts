// The workbook page as a spreadsheet: typing, pasting, sorting, locks, tabs, people, mailbox, clock; by keyboard, too.
import type { Browser } from 'playwright-core';
import { staff } from '../../src/office/staff.register';
import { visits } from '../../src/chapters/reception/visits.register';
import { blankOffice, people, receive } from '../bundle/office';
import { accessibilityFaults, launch } from './launch';
import { officeIn, openDesk, pickMenu, selectCell, typeText, type Desk, openAndClick } from './story-desk';

let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await launch();
}, 120_000);
afterAll(() => browser.close());
beforeEach(async () => {
  const office = officeIn('zh');
  receive(office);
  receive(office, { visitor: '何女士', phone: '13987654321' });
  desk = await openDesk(browser, office);
}, 60_000);
afterEach(() => desk.close());

const openVisits = () => desk.openTab('来访人员登记表', visits.sheetId);
const rows = () => desk.office.rows(visits.sheetId).slice(1);

/** Selects a cell; the next text goes into it. */
const select = (row: number, key: string) => selectCell(desk, desk.place(row, key), () => desk.cell(row, key));

async function type(row: number, key: string, text: string): Promise<void> {
  await select(row, key);
  await typeText(desk, text);
}

async function paste(row: number, key: string, text: string): Promise<void> {
  await select(row, key);
  await desk.page.evaluate((clipboard) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', clipboard);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** Waits until what the emulator holds is so. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (holds()) return;
    await desk.page.waitForTimeout(100);
  }
  throw new Error(`it never came to be: ${holds.toString()} ${JSON.stringify(rows())}`);
}

describe('typing', () => {
  test('a row typed cell by cell gets its number when it is complete', async () => {
    await openVisits();
    for (const [key, text] of Object.entries({
      visitor: '林先生',
      phone: '13700000000',
      purpose: '=HYPERLINK("http://x","y")',
      host: '周琳',
    }))
      await type(5, key, text);
    await until(() => rows()[2]?.['no'] === 'LF-2026-00003');
    const purpose = '=HYPERLINK("http://x","y")';
    expect(rows()[2]).toMatchObject({ visitor: '林先生', phone: '13700000000', purpose, state: '在访' });
    await expect((await desk.cell(5, 'purpose')).innerText()).resolves.toBe(purpose);
    await expect((await desk.cell(5, 'purpose')).locator('a').count()).resolves.toBe(0);
    const number = await desk.cell(5, 'no');
    await desk.page.waitForFunction((cell) => cell?.textContent === 'LF-2026-00003', await number.elementHandle());
  }, 60_000);

  test('a rectangle is pasted as one edit; quotes hold line breaks', async () => {
    await openVisits();
    await paste(5, 'visitor', '甲\t"一行\n两行"\n乙\t单位乙');
    await until(() => rows().some(({ visitor }) => visitor === '乙'));
    expect(rows().slice(2)).toMatchObject([
      { visitor: '甲', organisation: '一行\n两行' },
      { visitor: '乙', organisation: '单位乙' },
    ]);
  }, 60_000);

  test('a drop-down offers its choices and takes what was picked', async () => {
    await openVisits();
    const cell = await desk.cell(5, 'isClient');
    await openAndClick(() => cell.dblclick(), desk.page.locator('.cell-edit .choices li', { hasText: /^是$/ }));
    await until(() => rows()[2]?.['isClient'] === '是');
  }, 60_000);

  test('Delete empties the cells, Escape keeps them', async () => {
    await openVisits();
    await type(5, 'note', '再见');
    await until(() => rows()[2]?.['note'] === '再见');
    await select(5, 'note');
    await desk.page.keyboard.press('F2');
    await desk.page.locator('.cell-edit input').fill('不要');
    await desk.page.keyboard.press('Escape');
    expect(rows()[2]?.['note']).toBe('再见');
    await desk.page.locator('.cell-edit').waitFor({ state: 'detached' });
    await desk.page.keyboard.press('Delete');
    await until(() => rows()[2]?.['note'] === undefined);
  }, 60_000);
});

describe('protected cells', () => {
  test('a locked cell says so, and nothing is changed', async () => {
    await desk.openTab('员工花名册', staff.sheetId);
    await (await desk.cell(3, 'name')).dblclick();
    await desk.page.getByRole('dialog').getByText('受保护的单元格').first().waitFor();
    await desk.page.getByRole('button', { name: '确定' }).click();
    expect(desk.office.rows(staff.sheetId)[1]?.['name']).toBe('王芳');
    await desk.page.locator('.lock', { hasText: '受保护' }).waitFor();
  }, 60_000);

  test('a column of the system asks first; what is written all the same is put back by the script', async () => {
    await openVisits();
    await type(3, 'state', '已离开');
    await desk.page.getByRole('button', { name: '取消' }).click();
    expect(rows()[0]?.['state']).toBe('在访');
    await type(3, 'state', '已离开');
    await desk.page.getByRole('button', { name: '仍要修改' }).click();
    const state = await desk.cell(3, 'state');
    await desk.page.waitForFunction((cell) => cell?.textContent?.startsWith('在访'), await state.elementHandle());
    expect(rows()[0]?.['state']).toBe('在访');
  }, 60_000);
});

describe('rows, columns and tabs', () => {
  test('a column is sorted from the menu at the pointer', async () => {
    await openVisits();
    await (await desk.cell(3, 'no')).click({ button: 'right' });
    await desk.page.getByRole('menuitem', { name: '按此列排序 Z→A' }).click();
    await until(() => rows()[0]?.['no'] === 'LF-2026-00002');
  }, 60_000);

  test('a row is put in and taken away', async () => {
    await openVisits();
    await (await desk.cell(3, 'no')).click();
    await desk.page.getByRole('button', { name: '⋯' }).click();
    await desk.page.getByRole('menuitem', { name: '在上方插入 1 行' }).click();
    await until(() => rows()[0]?.['row'] === 3);
    await (await desk.cell(3, 'no')).click();
    await desk.page.getByRole('button', { name: '⋯' }).click();
    await desk.page.getByRole('menuitem', { name: '删除行' }).click();
    await until(() => rows()[0]?.['row'] === 2);
    expect(rows()).toHaveLength(2);
  }, 60_000);

  test('several rows are taken away at once: the other button keeps what is selected', async () => {
    await openVisits();
    await select(3, 'no');
    await (await desk.cell(4, 'no')).click({ modifiers: ['Shift'] });
    await desk.page.waitForFunction(() => document.querySelector('.name-box')?.textContent === 'A3:A4');
    await (await desk.cell(3, 'no')).click({ button: 'right' });
    await desk.page.getByRole('menuitem', { name: '删除所选行' }).click();
    await until(() => rows().length === 0);
  }, 60_000);

  test('a tab is renamed; a hidden one can be looked at', async () => {
    await openVisits();
    await desk.page.getByRole('tab', { selected: true }).dblclick();
    await desk.page.getByLabel('重命名工作表').fill('来客');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('tab', { name: '来客' }).waitFor();
    await desk.page.getByRole('button', { name: '☰' }).click();
    await desk.page.getByRole('menuitemradio', { name: '操作日志' }).click();
    await desk.page.getByRole('tab', { name: '操作日志', selected: true }).waitFor();
  }, 60_000);

  test('the home tab leads to a register', async () => {
    await desk.page.locator('revogr-data a', { hasText: '来访人员登记表' }).click();
    await desk.page.getByRole('tab', { name: '来访人员登记表', selected: true }).waitFor();
  }, 60_000);
});

describe('people', () => {
  const become = async (name: string) => {
    await desk.page.locator('.bar-button', { has: desk.page.locator('.avatar') }).click();
    await desk.page.locator('.people button', { hasText: name }).click();
  };

  test('somebody without access sees no workbook, but their letters', async () => {
    desk.office.job('jobs.everyMinute');
    await become('陈静');
    await desk.page.getByText('没有权限打开这个工作簿').waitFor();
    expect(desk.office.google.state.user).toBe(people.head);
    await desk.page.getByRole('button', { name: '看这个人的邮箱' }).click();
    await desk.page.locator('.mail').first().waitFor();
    await expect(desk.page.locator('.mail .who').allInnerTexts()).resolves.toEqual(
      desk.office.mails(people.head).map(() => '陈静'),
    );
  }, 60_000);

  test('the restricted workbook opens for HR only', async () => {
    await desk.page.getByRole('button', { name: '受限' }).click();
    await desk.page.getByText('没有权限打开这个工作簿').waitFor();
    await become('刘洋');
    await desk.page.getByRole('tab', { name: '来访满意度评价表' }).waitFor();
  }, 60_000);
});

describe('around the workbook', () => {
  test('the clock is moved, and what falls due on the way runs', async () => {
    await desk.page.locator('.bar-button', { has: desk.page.locator('.clock') }).click();
    await desk.page.getByRole('button', { name: '+1 小时' }).click();
    await desk.page.getByText('个触发器已运行').waitFor();
    expect(desk.office.mails(people.head).length).toBeGreaterThan(0);
  }, 60_000);

  test('what the script says in a box is read and closed', async () => {
    await pickMenu(desk.page, '核验操作日志');
    const box = desk.page.getByRole('dialog');
    await box.waitFor();
    await desk.page.keyboard.press('Escape');
    await box.waitFor({ state: 'hidden' });
  }, 60_000);

  test('the sidebar is 300 pixels wide and closes', async () => {
    await pickMenu(desk.page, '今日');
    await desk.sidebar.locator('.section').first().waitFor();
    const frame = await desk.page.locator('.side-panel iframe').boundingBox();
    expect(Math.round(frame!.width)).toBe(299);
    await desk.page.locator('.side-panel').getByRole('button', { name: '关闭' }).click();
    await desk.page.locator('.side-panel').waitFor({ state: 'detached' });
  }, 60_000);

  test('nobody is shut out: workbook, menu and mailbox', async () => {
    await openVisits();
    const own = () => accessibilityFaults(desk.page);
    await expect(own()).resolves.toEqual([]);
    for (const button of ['.menu-button', '.bar-button:has(.avatar)', '.bar-button:has(.clock)']) {
      await desk.page.locator(button).click();
      await desk.page.locator('.panel').waitFor();
      await expect(own()).resolves.toEqual([]);
      await desk.page.keyboard.press('Escape');
    }
    await pickMenu(desk.page, '核验操作日志');
    await desk.page.getByRole('dialog').waitFor();
    await expect(own()).resolves.toEqual([]);
    await desk.page.keyboard.press('Escape');
    desk.office.job('jobs.everyMinute');
    await desk.page.locator('.views button').nth(1).click();
    await desk.page.locator('.mail').first().click();
    await desk.page.frameLocator('.letter iframe').locator('a').first().waitFor();
    await expect(own()).resolves.toEqual([]);
  }, 90_000);
});

describe('a blank workbook', () => {
  test('says what comes first, and leads there', async () => {
    await desk.close();
    desk = await openDesk(browser, blankOffice());
    await desk.page.getByText('这个工作簿还是空的').waitFor();
    await desk.page.getByRole('button', { name: '开始安装' }).click();
    await desk.sidebar.locator('#set-up-agency').waitFor();
    await desk.page.locator('.hint').waitFor({ state: 'detached' });
  }, 60_000);
});
