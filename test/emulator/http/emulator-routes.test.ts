import { googleWith, office, reception } from '../runtime/probe';
import { clientOf } from './browser';

const code = `
function onOpen() { SpreadsheetApp.getUi().createMenu('前台').addItem('Open', 'menu.show').addToUi() }
const menu = {
  show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>hi</p>').setTitle('Desk')) },
  ask() { const ui = SpreadsheetApp.getUi(); return ui.alert('Sure?', 'Really?', ui.ButtonSet.YES_NO) === ui.Button.YES },
};
const jobs = { everyMinute(e) { MailApp.sendEmail({ to: 'boss@example.org', subject: 'now ' + e.hour, body: Session.getEffectiveUser().getEmail() }) } };
function setUp() { ScriptApp.newTrigger('jobs.everyMinute').timeBased().everyMinutes(5).create(); return ScriptApp.getService().getUrl() }
function onEdit(e) { PropertiesService.getScriptProperties().setProperty('edit ' + e.range.getRow(), String(e.value)) }
function add(a, b) { return a + b }
function fails() { return inner() }
function inner() { null.x }
`;

const world = () => {
  const google = googleWith(code);
  return { google, client: clientOf(google) };
};

describe('/emulator', () => {
  test('info names the script, the workbooks by role, and the people', async () => {
    const { google, client } = world();
    const other = google.sheets.call('spreadsheets.create', {}, { properties: { title: 'HR' } }, { email: office }) as {
      spreadsheetId: string;
    };
    google.state.properties.script['workbook.restricted'] = other.spreadsheetId;
    expect(await (await client.get('/emulator/info')).json()).toEqual({
      scriptId: google.scriptId,
      webApp: google.webAppUrl(),
      workbooks: [
        { id: google.containerId, title: 'Desk', role: 'desk', owner: office, access: 'editor' },
        { id: other.spreadsheetId, title: 'HR', role: 'restricted', owner: office, access: null },
      ],
      people: [{ email: reception, name: 'Reception', roles: ['front'] }],
      user: reception,
      visitor: '',
      officeAccount: office,
      now: '2026-03-02T04:00:00.000Z',
      timeZone: 'Asia/Shanghai',
      origin: google.origin,
    });
  });

  test('the clock moves by wall clock and by minutes, and fires what is due', async () => {
    const { client, google } = world();
    await client.send('PUT', '/emulator/user', { email: office });
    const set = await client.send('POST', `/v1/scripts/${google.scriptId}:run`, { function: 'setUp' });
    expect(set.json.response.result).toBe(google.webAppUrl());
    const moved = await client.send('PUT', '/emulator/clock', { now: '2026-03-02T12:10' });
    expect(moved.json).toMatchObject({
      now: '2026-03-02T04:10:00.000Z',
      wallClock: '2026-03-02T12:10:00',
      frozen: true,
    });
    expect(moved.json.ran).toHaveLength(2);
    expect((await client.send('PUT', '/emulator/clock', { advanceMinutes: 5 })).json.ran).toHaveLength(1);
    expect((await client.send('POST', '/emulator/trigger/jobs.everyMinute', {})).json.ran).toMatchObject([
      { ok: true },
    ]);
    const mails = await (await client.get('/emulator/outbox')).json();
    expect(mails).toHaveLength(4);
    expect(mails[0]).toMatchObject({ from: office, to: ['boss@example.org'], subject: 'now 4', body: office });
    expect((await client.send('POST', '/emulator/trigger/nobody', {})).status).toBe(404);
    expect((await client.send('PUT', '/emulator/clock', { now: 'yesterday' })).status).toBe(400);
  });

  test('typing fires the edit trigger, unless the event is lost', async () => {
    const { client, google } = world();
    const edit = (range: string, events?: string) => ({
      spreadsheetId: google.containerId,
      sheet: 0,
      range,
      values: [['x']],
      events,
    });
    expect((await client.send('POST', '/emulator/edit', edit('A1'))).json.ran).toMatchObject([{ ok: true }]);
    expect((await client.send('POST', '/emulator/edit', edit('A2', 'lost'))).json.ran).toEqual([]);
    await client.send(
      'POST',
      '/emulator/edits',
      [3, 4, 5, 6].map((row) => edit(`A${row}`)),
    );
    expect(Object.keys(google.state.properties.script)).toEqual(['edit 1', 'edit 3', 'edit 5', 'edit 6']);
    expect((await client.send('POST', '/emulator/edit', {})).status).toBe(400);
  });

  test('calls are counted and faults ordered', async () => {
    const { client, google } = world();
    await client.send('PUT', '/emulator/faults', [{ call: 'sheets.get', nth: 1, do: 'fail', status: 429 }]);
    const failed = await client.get(`/v4/spreadsheets/${google.containerId}`);
    expect(failed.status).toBe(429);
    expect((await failed.json()).error).toMatchObject({
      status: 'RESOURCE_EXHAUSTED',
      details: [{ reason: 'RATE_LIMIT_EXCEEDED' }],
    });
    expect((await client.get(`/v4/spreadsheets/${google.containerId}`)).status).toBe(200);
    expect(await (await client.get('/emulator/calls')).json()).toMatchObject({ total: 2, calls: { 'sheets.get': 2 } });
    await client.send('DELETE', '/emulator/calls', {});
    expect(await (await client.get('/emulator/calls')).json()).toMatchObject({ total: 0 });
    expect((await client.send('PUT', '/emulator/faults', [{ call: 'x' }])).status).toBe(400);
  });

  test('the state goes out and comes back', async () => {
    const { client, google } = world();
    const state = (await (await client.get('/emulator/state')).json()) as object;
    const before = google.version;
    await client.send('PUT', '/emulator/user', { email: office });
    await client.send('PUT', '/emulator/state', state);
    expect(google.state.user).toBe(reception);
    expect(google.version).toBeGreaterThan(before);
  });

  test('menus, the sidebar and questions', async () => {
    const { client, google } = world();
    expect(await (await client.get('/emulator/menu')).json()).toEqual({
      menus: [{ title: '前台', entries: [{ label: 'Open', function: 'menu.show' }] }],
    });
    const shown = await client.send('POST', '/emulator/menu/menu.show', {});
    expect(shown.json.effects.sidebar.title).toBe('Desk');
    expect(await (await client.get('/emulator/sidebar')).json()).toEqual(shown.json.effects.sidebar);
    expect((await client.send('POST', '/emulator/menu/menu.ask', { interactive: true })).json).toEqual({
      asks: { title: 'Sure?', text: 'Really?', buttons: 'YES_NO' },
    });
    const answered = await client.send('POST', '/emulator/menu/menu.ask', { interactive: true, answers: ['NO'] });
    expect(answered.json.effects.alerts).toEqual([
      { title: 'Sure?', text: 'Really?', buttons: 'YES_NO', answer: 'NO' },
    ]);
    const missing = await client.send('POST', '/emulator/menu/menu.none', {});
    expect(missing.json).toMatchObject({ ok: false, error: { message: 'Script function not found: menu.none' } });
    google.state.user = office;
    expect(await (await client.get('/emulator/sidebar')).json()).toBeNull();
  });

  test('a change is told by the version', async () => {
    const { client, google } = world();
    const { version } = (await (await client.get('/emulator/version')).json()) as { version: number };
    const response = await client.app.request('http://127.0.0.1/emulator/changes');
    const reader = response.body!.getReader();
    const text = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await text()).toContain(`event: version\ndata: ${version}\n`);
    google.changed();
    expect(await text()).toContain(`data: ${version + 1}\n`);
    await reader.cancel();
  });
});

describe('scripts.run', () => {
  test('answers in the envelope of the Apps Script API', async () => {
    const { client, google } = world();
    const run = (body: object, id = google.scriptId) => client.send('POST', `/v1/scripts/${id}:run`, body);
    expect((await run({ function: 'add', parameters: [1, 2] })).json).toEqual({
      done: true,
      response: { '@type': 'type.googleapis.com/google.apps.script.v1.ExecutionResponse', result: 3 },
    });
    expect((await run({ function: 'fails' })).json).toEqual({
      done: true,
      error: {
        code: 3,
        message: 'ScriptError',
        details: [
          {
            '@type': 'type.googleapis.com/google.apps.script.v1.ExecutionError',
            errorMessage: "Cannot read properties of null (reading 'x')",
            errorType: 'TypeError',
            scriptStackTraceElements: [
              { function: 'inner', lineNumber: 12 },
              { function: 'fails', lineNumber: 11 },
            ],
          },
        ],
      },
    });
    expect((await run({ function: 'nope' })).json.error.details[0].errorMessage).toBe(
      'Script function not found: nope',
    );
    expect((await run({ function: 'add' }, 'other')).status).toBe(404);
    expect((await run({})).status).toBe(400);
    google.state.user = 'stranger@else.com';
    expect((await run({ function: 'add' })).status).toBe(403);
  });
});
