// What Google does with a page of its own, where a browser is needed to see it.
import type { Browser } from 'playwright-core';
import { createApp, listen } from '../../emulator/http';
import { googleWith } from '../emulator/runtime/probe';
import { launch } from './launch';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 120_000);
afterAll(() => browser.close());

const code = `
function doGet() {
  return HtmlService.createHtmlOutput('<form><input name="a" value="1"><button>send</button></form><p></p><script>' +
    'document.querySelector("form").addEventListener("submit", function (event) { ' +
    'if (location.hash === "#held" || window.held) event.preventDefault();' +
    'google.script.run.withSuccessHandler(function (said) { document.querySelector("p").textContent = said }).late(this) })</script>')
}
function late(form) { return 'heard ' + form.a }`;

test.each([
  [true, 'heard 1'],
  [false, undefined],
])('F16 a form leads its frame away, and the answer is not heard, unless it is held back (%s)', async (held, heard) => {
  const google = googleWith(code);
  const server = await listen(createApp(google), google, 0);
  const page = await browser.newPage();
  page.setDefaultTimeout(8_000);
  await page.goto(google.webAppUrl()!);
  const frame = page.frames().find((one) => one.name() === 'userHtmlFrame')!;
  await frame.waitForSelector('form');
  await frame.evaluate((hold) => void Object.assign(window, { held: hold }), held);
  const before = frame.url();
  await frame.click('button');
  if (heard) await frame.waitForFunction((text) => document.querySelector('p')?.textContent === text, heard);
  else await page.waitForTimeout(1_000);
  expect(frame.url() === before).toBe(held);
  expect(await frame.locator('p', { hasText: 'heard' }).count()).toBe(held ? 1 : 0);
  await page.close();
  await server.close();
});
