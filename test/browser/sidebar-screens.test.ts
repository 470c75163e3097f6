// Every screen of the sidebar and of set-up at 300 pixels, in each language, light and dark: nothing cut off, nobody shut out.
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../src/kernel/words';
import { makeSite, open, type Look, type Site } from '../sidebar/fixture/site';
import { accessibilityFaults, launch } from './launch';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), makeSite()]);
}, 120_000);
afterAll(() => browser.close());

const long = '阿不都热合曼·买买提明·伊布拉音江（广州市荔湾区逢源街道社会工作服务站联络员）';
const visit = { register: 'visits', no: 'LF-2026-00182' };

interface Screen {
  readonly which?: 'set-up';
  readonly boot?: Look['boot'];
  readonly wishes?: Look['wishes'];
  /** What shows that it is there. */
  readonly shows: string;
  readonly then?: (page: Page) => Promise<unknown>;
}

const screens: Readonly<Record<string, Screen>> = {
  today: { shows: '.line' },
  'a step taken': {
    shows: '.line',
    then: (page) => page.click('.line .small').then(() => page.waitForSelector('.gone')),
  },
  menu: { shows: '.line', then: (page) => page.click('.more > button') },
  new: { boot: { screen: 'new' }, shows: '.quick' },
  'a form with long words': {
    boot: { screen: 'new', register: 'visits' },
    shows: '#entry-visitor',
    then: async (page) => {
      await page.fill('#entry-visitor', long);
      await page.fill('#entry-host', '王');
      await page.waitForSelector('.options');
    },
  },
  'a form with faults': {
    boot: { screen: 'new', register: 'visits' },
    shows: '#entry-visitor',
    then: (page) => page.click('[data-save]').then(() => page.waitForSelector('.fault')),
  },
  'a form with lines': { boot: { screen: 'new', register: 'requisitions' }, shows: '.form-line' },
  'a form that does not open': { boot: { screen: 'new', register: 'nothing' }, shows: '.banner-error' },
  find: { boot: { screen: 'find' }, shows: '.line', then: (page) => page.click('.fold') },
  'nothing found': { boot: { screen: 'find', register: 'attendance' }, shows: '.empty' },
  record: {
    boot: visit,
    shows: '.record-steps',
    // Half of a button under the foot would be too small a target.
    then: (page) => page.evaluate(() => document.querySelector('#main')!.scrollTo(0, 9_999)),
  },
  'QR code': { boot: visit, shows: '.qr', then: (page) => page.click('.qr summary') },
  'a step that asks': { boot: visit, shows: '.record-steps', then: (page) => page.click('.record-steps .main') },
  signing: {
    boot: visit,
    shows: '.record-steps',
    then: async (page) => {
      await page.click('.record-steps .main');
      await page.click('.signature button');
      await page.waitForSelector('dialog[open]');
    },
  },
  'the paper form': { boot: visit, shows: '.record-steps', then: (page) => page.click('.top-bar > :last-child') },
  'who is here': { boot: { screen: 'print' }, shows: '.paper' },
  reports: {
    boot: { screen: 'reports' },
    shows: '#report-subject',
    then: (page) =>
      page
        .click('.sticky-foot .main')
        .then(() => page.waitForSelector('.banner-good'))
        .then(() => undefined),
  },
  'a report of others': { boot: { screen: 'reports', what: 'attendance-month' }, shows: '.banner-warning' },
  health: { boot: { screen: 'health' }, shows: '.health' },
  'not set up': { wishes: { notSetUp: true }, shows: '.banner-warning' },
  'set-up': { which: 'set-up', wishes: { notSetUp: true }, shows: '#set-up-agency' },
  'set-up, to be mended': { which: 'set-up', shows: '.set-up' },
  'set-up, for others': { which: 'set-up', wishes: { notOffice: true }, shows: '.health' },
  'set-up, people': {
    which: 'set-up',
    wishes: { notSetUp: true },
    shows: '#set-up-agency',
    then: async (page) => {
      await page.fill('#set-up-agency', long);
      await page.click('.sticky-foot .main');
      await page.fill('#set-up-department-0', long);
      await page.click('.sticky-foot .main');
      await page.waitForSelector('#set-up-name-0');
    },
  },
  'several accounts': { wishes: { severalAccounts: true }, shows: '.banner-error' },
};

/** Text that is wider than where it stands and does not say so with an ellipsis, and a screen that scrolls sideways. */
function cutOff(): string[] {
  const found: string[] = [];
  const main = document.getElementById('main')!;
  if (main.scrollWidth > main.clientWidth || document.documentElement.scrollWidth > window.innerWidth)
    found.push('the screen scrolls sideways');
  for (const each of document.querySelectorAll<HTMLElement>('button, .chip, .label, h1, h2, h3, dd, legend')) {
    if (
      each.scrollWidth > each.clientWidth + 1 &&
      getComputedStyle(each).textOverflow !== 'ellipsis' &&
      each.clientWidth > 1
    )
      found.push('cut off: ' + each.textContent);
  }
  return found;
}

describe.each([
  ['zh', false],
  ['hant', true],
  ['en', false],
] as const)('in %s (dark: %s)', (language: Language, dark) => {
  test.each(Object.entries(screens))('%s', async (_, { which, boot, wishes, shows, then }) => {
    const page = await open(browser, site, which ?? 'sidebar', {
      boot: { ...boot, language },
      wishes: { ...wishes, language },
      dark,
    });
    page.setDefaultTimeout(8_000);
    await page.waitForSelector(shows);
    await then?.(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(cutOff)).toEqual([]);
    await page.context().close();
  });
});
