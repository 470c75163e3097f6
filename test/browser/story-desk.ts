// The workbook page over an agency in the emulator, as somebody at the desk has it in front of them.
import { join } from 'node:path';
import type {} from '@revolist/revogrid';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { createApp, listen, type RunningServer } from '../../emulator/http';
import { columnLetters } from '../../emulator/page/a1';
import { addStaticPage } from '../../emulator/static-page';
import type { Language } from '../../src/kernel/words';
import { blankOffice, newOffice, settle, people, wizard, type Office } from '../bundle/office';

const pageFolder = join(__dirname, '../../node_modules/.cache/qiantai/page');
const locales: Record<Language, string> = { zh: 'zh_CN', hant: 'zh_HK', en: 'en' };

export interface Desk {
  readonly office: Office;
  readonly server: RunningServer;
  readonly page: Page;
  /** The sidebar's page. */
  readonly sidebar: FrameLocator;
  /** The page of a link, in the frame that Google puts around it. */
  readonly webPage: FrameLocator;
  /** Its name: `C3`. */
  place(row: number, key: string): string;
  /** A cell of the open tab, by the number of its row as it is shown and the key of its column. */
  cell(row: number, key: string): Promise<Locator>;
  /** The same, by the place of its column. */
  cellAt(row: number, column: number): Promise<Locator>;
  openTab(title: string, sheetId: number): Promise<void>;
  close(): Promise<void>;
}

/** The agency, set up in this language; its people read it, too. */
export function officeIn(language: Language): Office {
  const office = language === 'zh' ? newOffice() : blankOffice();
  for (const person of office.google.state.people) person.locale = locales[language];
  if (language !== 'zh') settle(office, { ...wizard, language });
  office.google.state.user = people.front;
  return office;
}

function columnOf({ google }: Office, sheetId: number, key: string): number {
  const body = { dataFilters: [{ gridRange: { sheetId, endRowIndex: 1 } }] };
  const params = { spreadsheetId: google.containerId };
  const method = 'spreadsheets.values.batchGetByDataFilter';
  const answer = google.sheets.call(method, params, body, { email: people.office }) as {
    valueRanges: { valueRange: { values: string[][] } }[];
  };
  return answer.valueRanges[0]!.valueRange.values[0]!.indexOf(key);
}

const serve = (office: Office): Promise<RunningServer> =>
  listen(createApp(office.google, addStaticPage(pageFolder)), office.google, 0);

export async function openDesk(browser: Browser, office: Office, language: Language = 'zh'): Promise<Desk> {
  const server = await serve(office);
  // Set-up came before the address was known.
  office.google.state.properties.script['webApp'] = office.google.webAppUrl()!;
  // Time runs, as at the desk: kicks are let through by the second.
  office.google.clock.unfreeze();
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.addInitScript((chosen) => localStorage.setItem('emulator.language', chosen), language);
  await page.goto(`${server.origin}/`);
  await page.waitForSelector('revogr-data .rgCell');

  async function cellAt(row: number, column: number): Promise<Locator> {
    type Columns = readonly { readonly prop: number }[];
    const isThere = (prop: number) =>
      ((document.querySelector('revo-grid')?.columns ?? []) as Columns).some((one) => one.prop === prop);
    await page.waitForFunction(isThere, column);
    // The grid has only those columns in the page that are in view.
    const at = await page.evaluate(async (prop) => {
      const grid = document.querySelector('revo-grid')!;
      await grid.scrollToColumnProp(prop);
      return (grid.columns as Columns).findIndex((one) => one.prop === prop);
    }, column);
    const number = page.locator('.rowHeaders revogr-data[type=rgRow] .rgCell', { hasText: new RegExp(`^${row}$`) });
    const index = await number.getAttribute('data-rgrow');
    return page.locator(`revogr-data[type=rgRow][col-type=rgCol] .rgCell[data-rgrow="${index}"][data-rgcol="${at}"]`);
  }

  let openSheet = 0;
  return {
    office,
    server,
    page,
    sidebar: page.frameLocator('.side-panel iframe'),
    webPage: page.frameLocator('.web-panel iframe').frameLocator('#userHtmlFrame'),
    place: (row, key) => `${columnLetters(columnOf(office, openSheet, key))}${row}`,
    cell: (row, key) => cellAt(row, columnOf(office, openSheet, key)),
    cellAt,
    async openTab(title, sheetId) {
      openSheet = sheetId;
      await page.getByRole('tab', { name: title, exact: true }).click();
      await page.waitForFunction(
        (wanted) =>
          document.querySelector('[role=tab][aria-selected=true]')?.textContent === wanted &&
          document.querySelectorAll('revogr-data[type=rowPinStart] .rgCell').length > 0,
        title,
      );
    },
    async close() {
      await context.close();
      await server.close();
    },
  };
}

/** Selects a cell of the grid, `at` its name; the next text goes into it. */
export async function selectCell({ page }: Desk, at: string, cell: () => Promise<Locator>): Promise<void> {
  const ready = (place: string) => document.activeElement?.ariaLabel?.startsWith(`${place} `) ?? false;
  for (let tries = 0; tries < 5; tries += 1) {
    // Until the grid has come to rest a click may meet the cell that was there before.
    await (await cell()).click();
    const selected = page.waitForFunction(ready, at, { timeout: 2_000 });
    if (await selected.then(() => true).catch(() => false)) return;
  }
  throw new Error(`${at} cannot be selected`);
}

/** Types into the cell that is selected. */
export async function typeText({ page }: Desk, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.locator('.cell-edit input').waitFor();
  await page.keyboard.press('Enter');
}

/** A frame that comes to life takes the focus, and what was open closes: it is opened again, as a person would. */
export async function openAndClick(open: () => Promise<void>, item: Locator): Promise<void> {
  for (let left = 4; ; left -= 1) {
    if (!(await item.isVisible())) await open();
    try {
      return await item.click({ timeout: 4_000 });
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** Picks an item of the script's menu, by its name. */
export const pickMenu = (page: Page, label: string): Promise<void> =>
  openAndClick(() => page.locator('.menu-button').click(), page.getByRole('menuitem', { name: label, exact: true }));

/** Fills in and saves the form of a visitor. */
export async function enterVisitor(sidebar: FrameLocator, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [key, value] of Object.entries(values)) await sidebar.locator(`#entry-${key}`).fill(value);
  await sidebar.locator('[data-save]').click();
}
