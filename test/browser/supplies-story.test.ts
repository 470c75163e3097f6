// 3.1–3.3 by four people: asked for on a phone, decided and signed for by links from the mailbox, handed out, bought and
// received in the sidebar. After each step the books, the log and the e-mails are right.
import type { Browser, FrameLocator } from 'playwright-core';
import { cellsOf, storeroom, tabs } from '../bundle/approvals';
import { people } from '../bundle/office';
import { launch } from './launch';
import { openDesk, pickMenu, type Desk } from './story-desk';

let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await launch();
}, 120_000);
afterAll(() => browser.close());
beforeEach(async () => {
  const office = storeroom();
  office.google.state.user = people.front;
  desk = await openDesk(browser, office);
});
afterEach(() => desk.close());

const requisition = 'LY-2026-00001';
const purchase = 'YC-2026-00001';

/** Mail has gone out by the page's kick, or by the clock where two kicks came at once. */
function post(): void {
  desk.office.google.clock.pass(60_000);
  desk.office.job('jobs.everyMinute');
}

/** Opens the newest e-mail of this subject to somebody, and its link. */
async function follow(name: string, subject: string): Promise<FrameLocator> {
  post();
  const { page, webPage } = desk;
  await page.locator('.views button').nth(1).click();
  const sent = desk.office.mails().length;
  await page.waitForFunction((n) => document.querySelectorAll('.mail-list .mail').length === n, sent);
  const letter = page.locator('.mail-list .mail', { hasText: name }).filter({ hasText: subject });
  await letter.first().click();
  await page.frameLocator('.letter iframe').locator('a[href*="/exec?t="]').first().click();
  return webPage;
}

/** Back to the sheet, to today's board, and there to the step that is next for this line. */
async function takeNext(label: string): Promise<void> {
  const { page, sidebar } = desk;
  await page.locator('.views button').nth(0).click();
  await pickMenu(page, '今日');
  await sidebar.locator('.line .small', { hasText: label }).click();
}

const asked = (no: string, step: string, key: string) => desk.sidebar.locator(`[id="record-${no}-${step}-${key}"]`);
async function save(): Promise<void> {
  const { sidebar } = desk;
  await sidebar.locator('[data-save]').click();
  await sidebar.locator('.notice, .banner-good, .saved').first().waitFor();
}

const stock = () => cellsOf(desk.office, tabs.items, 'onHand', 'onOrder', 'state', 'lastPrice');
const ledger = () => cellsOf(desk.office, tabs.ledger, 'kind', 'quantity', 'balance', 'reference');
const state = (sheetId: number) => cellsOf(desk.office, sheetId, 'state').flat();
const subjects = (to: string) => desk.office.mails(to).map(({ subject }) => subject.replace('[前台] ', ''));
const intact = () => expect(desk.office.menu('menu.verifyAuditLog').effects.alerts[0]?.text).toContain('操作日志完整');

/** The books as they stand after a step: the ledger from its second line on, the stock and what is on order, the audit chain. */
function books(moves: readonly (readonly [string, number, number, string])[], onOrder: number): void {
  expect(ledger()).toEqual([['期初', 3, 3, null], ...moves]);
  const balance = moves.at(-1)?.[2] ?? 3;
  expect(cellsOf(desk.office, tabs.items, 'onHand', 'onOrder')).toEqual([[balance, onOrder]]);
  intact();
}
const issuedThree = ['领用', -3, 0, requisition] as const;
const fourCame = ['入库', 4, 4, purchase] as const;
const allCame = ['入库', 6, 10, purchase] as const;
const issuedTwo = ['领用', -2, 8, requisition] as const;

test('3.1–3.3 short of stock: part is handed out, the rest bought, received, handed out, signed for', async () => {
  const { office, page, sidebar, webPage } = desk;

  const phone = await browser.newPage();
  await phone.goto(office.google.webAppUrl()!);
  const plain = phone.frameLocator('#userHtmlFrame');
  await plain.locator('#answer-sendLink-email').fill(people.staff);
  await plain.getByRole('button', { name: '把链接发给我' }).click();
  await plain.locator('.message-good').waitFor();
  await phone.close();
  await follow('周琳', '我的事务');
  await webPage.getByRole('button', { name: '申请领用用品' }).click();
  await webPage.locator('[id="entry-0.item"]').fill('打印纸');
  await webPage.locator('.option').first().click();
  await webPage.locator('[id="entry-0.quantity"]').fill('5');
  await webPage.getByRole('button', { name: '提交' }).click();
  await webPage.locator('.banner-good').waitFor();
  expect(cellsOf(office, tabs.requisitions, 'no', 'applicant', 'approver', 'quantity', 'stockThen', 'state')).toEqual([
    [requisition, '周琳', '陈静', 5, 3, '待部门审批'],
  ]);
  books([], 0);

  await follow('陈静', requisition);
  await webPage.getByRole('button', { name: '同意', exact: true }).click();
  await webPage.getByRole('button', { name: '确认同意' }).click();
  await webPage.getByText('已同意，谢谢。').waitFor();
  expect(cellsOf(office, tabs.requisitions, 'approvedQuantity', 'state')).toEqual([[5, '待发放']]);
  expect(String(office.rows(tabs.requisitions)[1]!['decisions'])).toMatch(/^陈静 · 同意 · .* · 邮件链接$/);
  books([], 0);

  await takeNext('发放');
  await expect(asked(requisition, 'issue', '1.quantity').inputValue()).resolves.toBe('3');
  await save();
  books([issuedThree], 0);
  expect(stock()).toEqual([[0, 0, '不足', 20]]);
  expect(cellsOf(office, tabs.requisitions, 'issuedQuantity', 'shortQuantity', 'state')).toEqual([[3, 2, '待发放']]);
  post();
  expect(subjects(people.front)).toEqual([
    expect.stringContaining(`请办理：办公用品领用申请表 ${requisition}`),
    expect.stringMatching(/^库存不足：打印纸 A4/),
  ]);
  expect(subjects(people.staff).slice(1)).toEqual([
    expect.stringContaining(requisition),
    expect.stringMatching(/请签收.*等 2 件/),
  ]);

  await follow('周琳', '请签收');
  await webPage.getByRole('button', { name: '确认已领取' }).click();
  await webPage.getByText('已签收，谢谢。').waitFor();
  expect(cellsOf(office, tabs.issues, 'recipient', 'quantity', 'signedBy', 'state')).toEqual([
    ['周琳', 3, '邮件链接', '已签收'],
  ]);
  books([issuedThree], 0);

  await page.locator('.views button').nth(0).click();
  await pickMenu(page, '今日');
  const toBuy = sidebar.locator('section', { hasText: '缺货、还没申请采购的领用' });
  await toBuy.locator('.line-strong').click();
  await sidebar.getByRole('button', { name: '缺的申请采购' }).click();
  await expect(sidebar.locator('[id="entry-0.quantity"]').inputValue()).resolves.toBe('2');
  // The form comes filled in: for which requisition, the department, the last price.
  await expect(sidebar.locator('[id="entry-requisition"]').inputValue()).resolves.toBe(requisition);
  await expect(sidebar.locator('[id="entry-department"]').inputValue()).resolves.toBe('综合部');
  await expect(sidebar.locator('[id="entry-0.estimatedPrice"]').inputValue()).resolves.toBe('20');
  await sidebar.locator('[id="entry-department"]').fill('社工部');
  await sidebar.locator('[id="entry-expectedOn"]').fill('2026-10-20');
  await sidebar.locator('[id="entry-0.quantity"]').fill('10');
  await save();
  expect(cellsOf(office, tabs.purchases, 'no', 'applicant', 'approver', 'quantity', 'state')).toEqual([
    [purchase, '王芳', '陈静', 10, '待部门审批'],
  ]);
  books([issuedThree], 0);

  await follow('陈静', purchase);
  await webPage.getByRole('button', { name: '同意', exact: true }).click();
  await webPage.getByRole('button', { name: '确认同意' }).click();
  await webPage.getByText('已同意，谢谢。').waitFor();
  expect(state(tabs.purchases)).toEqual(['待领导审批']);
  books([issuedThree], 0);

  await follow('赵敏', purchase);
  await webPage.getByRole('button', { name: '同意', exact: true }).click();
  await webPage.locator('[id="answer-approveDirector-amount"]').fill('20');
  await webPage.getByRole('button', { name: '确认同意' }).click();
  await webPage.getByText('与申请的合计金额 200.00 元不符。').waitFor();
  expect(state(tabs.purchases)).toEqual(['待领导审批']);
  await webPage.locator('[id="answer-approveDirector-amount"]').fill('200');
  await webPage.getByRole('button', { name: '确认同意' }).click();
  await webPage.getByText('已同意，谢谢。').waitFor();
  expect(state(tabs.purchases)).toEqual(['待订购']);
  books([issuedThree], 0);

  await takeNext('订购');
  await asked(purchase, 'order', '1.supplier').fill('晨光');
  await sidebar.locator('.option').first().click();
  await save();
  expect(stock()).toEqual([[0, 10, '充足', 20]]);
  books([issuedThree], 10);

  for (const [quantity, after, came] of [
    [4, [4, 6, '充足', 19], [fourCame]],
    [6, [10, 0, '充足', 19], [fourCame, allCame]],
  ] as const) {
    await takeNext('收货入库');
    await asked(purchase, 'receive', '1.quantity').fill(String(quantity));
    await asked(purchase, 'receive', '1.price').fill('19');
    await save();
    expect(stock()).toEqual([after]);
    books([issuedThree, ...came], after[1]);
  }
  expect(state(tabs.purchases)).toEqual(['已入库']);

  await takeNext('发放');
  await expect(asked(requisition, 'issue', '1.quantity').inputValue()).resolves.toBe('2');
  await save();
  books([issuedThree, fourCame, allCame, issuedTwo], 0);
  post();
  await follow('周琳', '请签收');
  await webPage.getByRole('button', { name: '确认已领取' }).click();
  await webPage.getByText('已签收，谢谢。').waitFor();

  expect(state(tabs.requisitions)).toEqual(['已发放']);
  expect(state(tabs.issues)).toEqual(['已签收', '已签收']);
  expect(stock()).toEqual([[8, 0, '充足', 19]]);
  books([issuedThree, fourCame, allCame, issuedTwo], 0);
  post();
  const letters = (who: keyof typeof people) => subjects(people[who]).map((subject) => subject.split(/（| \d/)[0]);
  expect({ front: letters('front'), head: letters('head'), staff: letters('staff') }).toEqual({
    front: [
      `请办理：办公用品领用申请表 ${requisition}`,
      '库存不足：打印纸 A4',
      `待订购：办公用品采购申请表 ${purchase}`,
    ],
    head: [`请审批：办公用品领用申请表 ${requisition}`, `请审批：办公用品采购申请表 ${purchase}`],
    staff: [
      '您的个人页面：我的事务',
      `待发放：办公用品领用申请表 ${requisition}`,
      '请签收：打印纸 A4',
      `已到货，请领取：领用申请 ${requisition}`,
      '请签收：打印纸 A4',
    ],
  });
  expect(letters('director')).toEqual([`请审批：办公用品采购申请表 ${purchase}`]);
  expect(letters('hr')).toEqual([]);
}, 90_000);
