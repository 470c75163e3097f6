// The story of the house, by hand: a visitor is received in the sidebar, the row stands in the tab, the host's letter is in
// the mailbox, its link leads to a page, and the answer shows on the board.
import type { Browser } from 'playwright-core';
import { stateFile } from '../../emulator/state-file';
import { hostAnswers, visits } from '../../src/chapters/reception/visits.register';
import { visitsWorkflow } from '../../src/chapters/reception/visits.workflow';
import type { Language, Words } from '../../src/kernel/words';
import { say } from '../../src/kernel/words';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toTraditional } from '../../tools/traditional.mjs';
import { people, visitor } from '../bundle/office';
import { launch } from './launch';
import { enterVisitor, officeIn, openDesk, pickMenu, type Desk } from './story-desk';

let browser: Browser;
let desk: Desk | undefined;

beforeAll(async () => {
  browser = await launch();
}, 120_000);
afterAll(() => browser.close());
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

const words = (zh: string, en: string): Words => ({ zh, hant: toTraditional(zh), en });
const newVisit = words('登记来访', 'Record a visitor');
const today = words('今日', 'Today');
const states = visits.all['state']!.options!;

const stateWord = (key: string, language: Language) => say(states.find((one) => one.key === key)!.words, language);

describe.each<Language>(['zh', 'hant', 'en'])('2.1.2–2.1.3 the story, in %s', (language) => {
  test('a visitor is received, the host is told by e-mail, and their answer shows on the board', async () => {
    desk = await openDesk(browser, officeIn(language), language);
    const { page, sidebar, webPage, cell, openTab } = desk;

    await pickMenu(page, say(newVisit, language));
    await enterVisitor(sidebar, visitor);
    await sidebar.locator('.saved').waitFor();

    await openTab(say(visits.title, language), visits.sheetId);
    await expect((await cell(3, 'visitor')).innerText()).resolves.toBe(visitor.visitor);
    await expect((await cell(3, 'state')).innerText()).resolves.toBe(stateWord('here', language));

    await page.locator('.views button').nth(1).click();
    const letter = page.locator('.mail-list .mail').first();
    await letter.waitFor();
    await expect(letter.locator('.who').innerText()).resolves.toBe('陈静');
    await letter.click();
    await page.frameLocator('.letter iframe').locator('a[href*="/exec?t="]').first().click();
    const coming = say(visitsWorkflow.transitions['hostComing']!.label, language);
    await webPage.getByRole('button', { name: coming }).click();
    const done = say(visitsWorkflow.transitions['hostComing']!.done!, language);
    await webPage.getByText(done).waitFor();

    await page.locator('.views button').nth(0).click();
    await pickMenu(page, say(today, language));
    await sidebar.locator('.line .chip', { hasText: say(hostAnswers.coming.words, language) }).waitFor();
    const answer = await cell(3, 'hostAnswer');
    await page.waitForFunction((found) => found?.textContent !== '', await answer.elementHandle());
    await expect(answer.innerText()).resolves.toBe(say(hostAnswers.coming.words, language));
  }, 90_000);
});

describe('§5 once, even when asked twice', () => {
  test('the answer to a write is lost: the visitor is registered once, and the host has one letter', async () => {
    desk = await openDesk(browser, officeIn('zh'));
    const { page, sidebar, office } = desk;
    await pickMenu(page, newVisit.zh);
    await sidebar.locator('#entry-visitor').waitFor();
    await page.locator('.bar-button', { hasText: '故障' }).click();
    await page.getByRole('menuitem', { name: '下一次写入成功，但回答丢失' }).click();
    await page.getByText('已设好').waitFor();

    await enterVisitor(sidebar, visitor);
    const saved = sidebar.locator('.saved');
    const asked = sidebar.locator('[role=alert]');
    await saved.or(asked).first().waitFor();
    if (!(await saved.isVisible())) await sidebar.locator('[data-save]').click();
    await saved.waitFor();

    const rows = office.rows(visits.sheetId).slice(1);
    expect(rows.map(({ visitor: name, no }) => [name, no])).toEqual([[visitor.visitor, 'LF-2026-00001']]);
    office.google.clock.pass(60_000);
    office.job('jobs.everyMinute');
    expect(office.mails(people.head)).toHaveLength(1);
  }, 60_000);
});

/** The answer to the next write is lost, and from then on Google answers nothing. */
function silence({ google }: Desk['office']): void {
  const reads = Array.from({ length: 100 }, (_, index) => ({
    call: 'sheets.values.batchGetByDataFilter',
    nth: 1 + index,
    do: 'fail' as const,
  }));
  const act = () => google.gateway.setFaults(reads);
  google.gateway.setFaults([{ call: 'sheets.batchUpdate', nth: 1, do: 'dropAnswer', act }]);
}

describe('§5 once, also when Google stays silent after the write', () => {
  test('what is asked again is registered once and decided once, in the sidebar and by link', async () => {
    desk = await openDesk(browser, officeIn('zh'));
    const { page, sidebar, webPage, office } = desk;
    const steps = () =>
      office
        .rows(9001)
        .filter(({ register, transition }) => register === visits.key && transition !== 'sign')
        .map(({ transition }) => transition);
    await pickMenu(page, newVisit.zh);
    await sidebar.locator('#entry-visitor').waitFor();
    silence(office);
    await enterVisitor(sidebar, visitor);
    const unsure = '不会重复登记';
    const patient = { timeout: 40_000 };
    await sidebar.locator('.notice-bad', { hasText: unsure }).waitFor(patient);
    office.google.gateway.setFaults([]);
    await sidebar.locator('[data-save]').click();
    await sidebar.locator('.saved').waitFor();
    expect(steps()).toEqual(['create']);

    await page.locator('.views button').nth(1).click();
    await page.locator('.mail-list .mail').first().click();
    await page.frameLocator('.letter iframe').locator('a[href*="/exec?t="]').first().click();
    const coming = webPage.getByRole('button', { name: say(visitsWorkflow.transitions['hostComing']!.label, 'zh') });
    await coming.waitFor();
    silence(office);
    await coming.click();
    await webPage.locator('.fault', { hasText: unsure }).waitFor(patient);
    office.google.gateway.setFaults([]);
    await coming.click();
    await webPage.getByText(say(visitsWorkflow.transitions['hostComing']!.done!, 'zh')).waitFor();
    expect(steps()).toEqual(['create', 'hostComing']);

    await page.locator('.views button').nth(0).click();
    await pickMenu(page, today.zh);
    await sidebar.locator('.line-strong', { hasText: visitor.visitor }).first().click();
    const guide = say(visitsWorkflow.transitions['guide']!.label, 'zh');
    await sidebar.getByRole('button', { name: guide, exact: true }).click();
    await sidebar.locator('[id$="-guide-guidedTo"]').fill('会议室');
    silence(office);
    await sidebar.getByRole('button', { name: `确认${guide}` }).click();
    await sidebar.locator('.notice-bad', { hasText: unsure }).waitFor(patient);
    office.google.gateway.setFaults([]);
    await sidebar.getByRole('button', { name: `确认${guide}` }).click();
    await sidebar.locator('.notice-good').waitFor();
    expect(steps()).toEqual(['create', 'hostComing', 'guide']);
  }, 240_000);
});

describe('§10 state survives a restart', () => {
  test('what was registered, sent and shown is there again, on another port', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'emulator-'));
    const path = join(folder, 'state.json');
    desk = await openDesk(browser, officeIn('zh'));
    const saveAndStop = stateFile(desk.office.google, path).follow();
    await pickMenu(desk.page, newVisit.zh);
    await enterVisitor(desk.sidebar, visitor);
    await desk.sidebar.locator('.saved').waitFor();
    await desk.page.locator('.views .badge').waitFor();
    saveAndStop();
    await desk.close();

    const office = officeIn('zh');
    expect(office.rows(visits.sheetId)).toHaveLength(1);
    expect(stateFile(office.google, path).restore()).toBe(true);
    desk = await openDesk(browser, office);
    await desk.openTab(visits.title.zh, visits.sheetId);
    await expect((await desk.cell(3, 'visitor')).innerText()).resolves.toBe(visitor.visitor);
    await desk.page.locator('.views button').nth(1).click();
    await desk.page.locator('.mail-list .mail').first().click();
    // The letter names the port of yesterday; its link opens all the same.
    await desk.page.frameLocator('.letter iframe').locator('a[href*="/exec?t="]').first().click();
    await desk.webPage.getByRole('button', { name: '马上来' }).waitFor();
    rmSync(folder, { recursive: true });
  }, 60_000);
});
