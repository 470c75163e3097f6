import { googleWith, office, reception } from '../runtime/probe';
import { clientOf, openPage } from './browser';

const echo = `
function doGet(e) { PropertiesService.getScriptProperties().setProperty('visits', String(Number(PropertiesService.getScriptProperties().getProperty('visits')) + 1));
  return ContentService.createTextOutput(JSON.stringify(e)).setMimeType(ContentService.MimeType.JSON) }
function doPost(e) { return ContentService.createTextOutput(JSON.stringify(e)) }`;

function site(code: string) {
  const google = googleWith(code, { domain: 'example.org' });
  const client = clientOf(google);
  const path = new URL(google.webAppUrl()!).pathname;
  /** What the script answered, read at the address that Google leads to. */
  const read = async (suffix: string, init?: RequestInit) => {
    const first = await client.app.request(`http://127.0.0.1${path}${suffix}`, init);
    const to = new URL(first.headers.get('location')!);
    const second = await client.app.request(to.href);
    return { first, second, to, event: JSON.parse(await second.text()) as Record<string, unknown> };
  };
  const visit = (suffix = '', init?: RequestInit) => client.app.request(`http://127.0.0.1${path}${suffix}`, init);
  return { google, client, path, read, visit };
}

describe('F: the web app', () => {
  test('F01 the event of a GET', async () => {
    const { event } = await site(echo).read('?username=jsmith&age=21');
    expect(event).toEqual({
      queryString: 'username=jsmith&age=21',
      parameter: { username: 'jsmith', age: '21' },
      contextPath: '',
      parameters: { username: ['jsmith'], age: ['21'] },
      contentLength: -1,
    });
  });

  test('F02 a repeated parameter', async () => {
    const { event } = await site(echo).read('?name=alice&n=1&n=2');
    expect(event).toMatchObject({ parameter: { n: '1' }, parameters: { n: ['1', '2'] } });
  });

  test('F04 a posted form joins the parameters of the address', async () => {
    const { event } = await site(echo).read('?key3=value3', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'key1=value1&key2=value2',
    });
    expect(event).toMatchObject({
      parameter: { key1: 'value1', key2: 'value2', key3: 'value3' },
      queryString: 'key3=value3',
      contentLength: 23,
      postData: {
        type: 'application/x-www-form-urlencoded',
        length: 23,
        contents: 'key1=value1&key2=value2',
        name: 'postData',
      },
    });
  });

  test('F05 JSON without content type becomes the name of a parameter', async () => {
    const body = new TextEncoder().encode('{"a":1}');
    const { event } = await site(echo).read('', { method: 'POST', body });
    expect(event['parameter']).toEqual({ '{"a":1}': '' });
    const typed = await site(echo).read('', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"a":1}',
    });
    expect(typed.event).toMatchObject({ parameter: {}, postData: { type: 'application/json', contents: '{"a":1}' } });
  });

  test('F07 a result that is no page', async () => {
    for (const body of ["'text'", '({})', 'Promise.resolve(HtmlService.createHtmlOutput())']) {
      const response = await site(`function doGet() { return ${body} }`).visit();
      expect(response.status).toBe(200);
      expect(await response.text()).toContain(
        'The script completed but the returned value is not a supported return type.',
      );
    }
    expect(await (await site('function x() {}').visit()).text()).toContain('Script function not found: doGet');
  });

  test('F08 reserved names', async () => {
    for (const name of ['c', 'sid']) {
      const response = await site(echo).visit(`?${name}=1`);
      expect(response.status).toBe(405);
      expect(await response.text()).toContain('Sorry, the file you have requested does not exist.');
    }
  });

  test('text is answered by a redirect; the side effect is in the first request, F10 the second must be a GET', async () => {
    const { google, client, read } = site(echo);
    const { first, second, to } = await read('');
    expect(first.status).toBe(302);
    expect(to.pathname).toBe('/macros/echo');
    expect(second.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect((await client.app.request(to.href, { method: 'POST' })).status).toBe(405);
    expect(google.state.properties.script['visits']).toBe('1');
  });

  test('F11 HEAD is refused and runs nothing', async () => {
    const { google, visit } = site(echo);
    expect((await visit('', { method: 'HEAD' })).status).toBe(403);
    expect(google.state.properties.script).toEqual({});
  });

  test('F13 a path behind exec and F14 the development address ask for a login', async () => {
    const { client, path, visit } = site(echo);
    expect(await (await visit('/sub/path')).text()).toContain('Sign in');
    const dev = await client.app.request(`http://127.0.0.1${path.replace(/exec$/, 'dev')}`);
    expect(await dev.text()).toContain('Sign in');
  });

  test('F17 no active spreadsheet', async () => {
    const { event } = await site(
      `function doGet() { return ContentService.createTextOutput(JSON.stringify([SpreadsheetApp.getActiveSpreadsheet()])) }`,
    ).read('');
    expect(event).toEqual([null]);
  });

  test('a deployment for the domain lets in its people and tells who they are', async () => {
    const { google, client } = site(
      'function doGet() { return HtmlService.createHtmlOutput(Session.getActiveUser().getEmail() + "/" + Session.getEffectiveUser().getEmail()) }',
    );
    const { json } = await client.send('POST', '/emulator/deployment', { access: 'DOMAIN' });
    const path = new URL(json.url as string).pathname;
    const visit = async (visitor: string) => (await client.get(path, { 'x-emulator-visitor': visitor })).text();
    expect(await visit('')).toContain('Sign in');
    expect(await visit('a@else.com')).toContain('Sign in');
    const frame = /src="([^"]+)"/.exec(await visit(reception))![1]!;
    expect(await (await client.get(new URL(frame).pathname)).text()).toContain(`${reception}/${office}`);
    expect((await client.get('/macros/s/unknown/exec')).status).toBe(404);
    expect(google.state.deployments).toHaveLength(2);
  });

  test('an error in the script is a page with status 200', async () => {
    const response = await site('function doGet() {\n  throw new Error("broken <b>") }').visit();
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Error: broken &lt;b&gt; (line 2, file &quot;Code&quot;)');
  });
});

describe('C: the page around a web app', () => {
  const html =
    '<!DOCTYPE html><html><head><meta name="viewport" content="width=1"><title>file</title></head><body>here</body></html>';
  const code = `function doGet(e) { return HtmlService.createHtmlOutputFromFile('page').setTitle('前台 & co').addMetaTag('viewport', 'width=device-width') }`;

  test('C17 the frame is sandboxed without top navigation; C10 title and meta tags are those that were set', async () => {
    const google = googleWith({ 'Code.js': code, 'page.html': html });
    const client = clientOf(google);
    const response = await client.get(`${new URL(google.webAppUrl()!).pathname}?token=t`);
    const frame = await response.text();
    expect(frame).toContain('<title>前台 &amp; co</title>');
    expect(frame).toContain('<meta name="viewport" content="width=device-width">');
    expect(/sandbox="([^"]+)"/.exec(frame)![1]!.split(' ').sort()).toEqual([
      'allow-downloads',
      'allow-forms',
      'allow-modals',
      'allow-popups',
      'allow-popups-to-escape-sandbox',
      'allow-same-origin',
      'allow-scripts',
    ]);
    const url = /src="([^"]+)"/.exec(frame)![1]!;
    expect(new URL(url).host).not.toBe(new URL(google.origin).host);
    const content = await client.get(new URL(url).pathname);
    expect(content.headers.get('content-security-policy')).toContain(`default-src 'self' ${google.origin} https:`);
    const text = await content.text();
    expect(text).not.toContain('name="viewport"');
    expect(text.indexOf('google')).toBeLessThan(text.indexOf('here'));
    const page = await openPage(client, url);
    expect(page.evaluate('google.script.url.getLocation((l) => { globalThis.l = JSON.stringify(l) }); l')).toBe(
      '{"parameter":{"token":"t"},"parameters":{"token":["t"]},"hash":""}',
    );
  });
});
