import { googleWith, office, reception } from '../runtime/probe';
import type { OpenPage } from './browser';
import { called, clientOf, openPage } from './browser';

const code = `
function onOpen() { SpreadsheetApp.getUi().createMenu('Desk').addItem('Open', 'show').addToUi() }
function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>hi</p>').setTitle('Desk')) }
function doGet() { return HtmlService.createHtmlOutput('<p>web</p>') }
function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()] }
function same(value) { return value }
function seen(value) { return JSON.stringify(value) }
function fails() { throw new RangeError('too far') }
function bytes() { return new Uint8Array(3) }
function day() { return new Date() }
function shout() { SpreadsheetApp.getActiveSpreadsheet().toast('done'); return 1 }
function hidden_() {}
var o = { f() {} };
const arrow = () => 'arrow';
`;

async function sidebar() {
  const google = googleWith(code);
  const client = clientOf(google);
  const { json } = await client.send('POST', '/emulator/menu/show', {});
  const page = await openPage(client, json.effects.sidebar.url as string);
  return { google, client, page, title: json.effects.sidebar.title as string };
}

/** What a call with this argument comes to: the value, or the text of the failure however it is told. */
async function passing(page: OpenPage, call: string): Promise<unknown> {
  try {
    return await page.evaluate(called(call));
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

describe('B: google.script.run', () => {
  test('B01 private functions and B02 methods of objects are not offered', async () => {
    const { page } = await sidebar();
    const names = page.evaluate('JSON.stringify(Object.keys(google.script.run))') as string;
    expect(JSON.parse(names)).toEqual([
      'withSuccessHandler',
      'withFailureHandler',
      'withUserObject',
      'onOpen',
      'show',
      'doGet',
      'who',
      'same',
      'seen',
      'fails',
      'bytes',
      'day',
      'shout',
      'arrow',
    ]);
    expect(page.evaluate('typeof google.script.run.hidden_ + typeof google.script.run.o')).toBe('undefinedundefined');
  });

  test('B04 the illegal value is named by its key, B05 whatever it is', async () => {
    const { page } = await sidebar();
    expect(await passing(page, 'same([0, 1, 2, new Date(), 4])')).toBe(
      'TypeError: Failed due to illegal value in property: 3',
    );
    for (const value of [
      'new Date()',
      'new Map()',
      'new Set()',
      '/x/',
      '() => 1',
      'new Number(1)',
      "new String('s')",
      'new Uint8Array(1)',
      'new Promise(() => {})',
      "new Blob(['x'])",
    ])
      expect([value, await passing(page, `same(${value})`)]).toEqual([
        value,
        'TypeError: Failed due to illegal value in property: 0',
      ]);
    expect(await passing(page, 'same({ a: { when: new Date() } })')).toContain('property: when');
  });

  test('B07 undefined in a list arrives as null', async () => {
    const { page } = await sidebar();
    expect(await passing(page, 'seen([1, undefined, 2])')).toBe('[1,null,2]');
    expect(await passing(page, 'seen({ a: [{ b: true }], c: null })')).toBe('{"a":[{"b":true}],"c":null}');
  });

  test('B08 a cycle fails', async () => {
    const { page } = await sidebar();
    expect(await passing(page, 'same((() => { const a = {}; a.a = a; return a })())')).toContain('illegal value');
  });

  test('a form alone becomes its values, B10 with a second argument it is not legal', async () => {
    const { page } = await sidebar();
    page.evaluate(`var form = { [Symbol.toStringTag]: 'HTMLFormElement', elements: [
      { name: 'name', value: '王' }, { name: 'n', value: 2 }, { name: 'no', type: 'checkbox', checked: false, value: 'on' }, { value: 'nameless' }] }`);
    expect(await passing(page, 'seen(form)')).toBe('{"name":"王","n":"2"}');
    expect(await passing(page, 'seen(form, 1)')).toContain('illegal value in property: 0');
  });

  test('B11 a Date is lost without failure, B19 a Uint8Array fails', async () => {
    const { page } = await sidebar();
    expect(await passing(page, 'day()')).toBeNull();
    expect(await passing(page, 'bytes()')).toContain('ScriptError: ');
  });

  test('of an error only the message crosses', async () => {
    const { page } = await sidebar();
    expect(await passing(page, 'fails()')).toBe('ScriptError: too far');
  });

  test('B22 without a failure handler the error goes to the console, null silences it', async () => {
    const { page } = await sidebar();
    await page.evaluate(
      'google.script.run.fails(); google.script.run.withFailureHandler(null).fails(); ' + called('same(1)'),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(page.errors.map(String)).toEqual(['ScriptError: too far']);
  });

  test('B23 a runner is never changed, and the user object comes back', async () => {
    const { page } = await sidebar();
    const seen = await page.evaluate(`(async () => {
      const log = [];
      const r = google.script.run;
      const r2 = r.withSuccessHandler((value, user) => log.push(['r2', value, user]));
      r.same(1);
      await new Promise((resolve) => r2.withUserObject('u').withFailureHandler(() => {}).withSuccessHandler((v, u) => { log.push(['r3', v, u]); resolve() }).same(2));
      return JSON.stringify(log) })()`);
    expect(seen).toBe('[["r3",2,"u"]]');
  });

  test('B25 ten calls at once, the eleventh waits', async () => {
    const { page } = await sidebar();
    const values = await page.evaluate(
      `Promise.all(Array.from({ length: 25 }, (_, i) => ${called('same(i)')})).then((v) => JSON.stringify(v))`,
    );
    expect(JSON.parse(values as string)).toEqual(Array.from({ length: 25 }, (_, i) => i));
    expect(page.mostAtOnce()).toBe(10);
  });

  test('a page runs in the context that it was served in, for ever', async () => {
    const { google, client, page } = await sidebar();
    google.state.user = office;
    expect(await passing(page, 'who()')).toEqual([reception, reception]);
    const wrapper = await (await client.get(new URL(google.webAppUrl()!).pathname)).text();
    const web = await openPage(client, /src="([^"]+)"/.exec(wrapper)![1]!);
    expect(await passing(web, 'who()')).toEqual(['', office]);
    const unknown = await client.send('POST', '/macros/run/nothing', { function: 'who', arguments: [] });
    expect(unknown.status).toBe(404);
  });

  test('what a call shows on the screen reaches the window around the page', async () => {
    const { page } = await sidebar();
    await passing(page, 'shout()');
    page.evaluate('google.script.host.close()');
    expect(page.messages).toEqual([
      {
        emulator: 'effects',
        effects: expect.objectContaining({ toasts: [{ message: 'done', title: '', seconds: 5 }] }),
      },
      { emulator: 'close', host: 'sidebar' },
    ]);
    expect(page.evaluate('typeof google.script.url')).toBe('undefined');
  });
});
