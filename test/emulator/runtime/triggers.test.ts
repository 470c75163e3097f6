import { deliverBurst, deliverEdit, fireHandler, moveClock, openWorkbook } from '../../../emulator/runtime';
import { googleWith, manifest, noon, office, probe, reception, thrownBy } from './probe';

const noting = `
  function note(text) {
    const store = PropertiesService.getScriptProperties();
    store.setProperty('notes', (store.getProperty('notes') || '') + text + ';');
  }`;

const notesOf = (google: ReturnType<typeof googleWith>) =>
  (google.state.properties.script['notes'] ?? '').split(';').filter((note) => note !== '');

const cell = (google: ReturnType<typeof googleWith>, range: string, ...values: unknown[]) => ({
  spreadsheetId: google.containerId,
  sheet: 0,
  range,
  values: [values],
});

describe('D: triggers, authority, session', () => {
  test('D01 what a script writes fires no edit trigger', () => {
    const google = googleWith(`${noting}
      function onEdit() { note('edit') }
      function probe() { Sheets.Spreadsheets.batchUpdate({ requests: [{ updateCells: { start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }], fields: 'userEnteredValue' } }] }, SpreadsheetApp.getActiveSpreadsheet().getId()) }`);
    expect(probe(google).ok).toBe(true);
    expect(notesOf(google)).toEqual([]);
  });

  test('D02 the event of one typed cell', () => {
    const google = googleWith(`${noting}
      function onEdit(e) { note(JSON.stringify([e.value, e.oldValue === undefined, e.range.rowStart, e.range.rowEnd, e.range.getColumn(), e.range.getNumColumns(), e.authMode, e.triggerUid === undefined])) }`);
    const results = deliverEdit(google, cell(google, 'B3', 10), 'now');
    expect(results.map((result) => result.error)).toEqual([undefined]);
    expect(notesOf(google)).toEqual(['["10",true,3,3,2,1,"LIMITED",true]']);
  });

  test('D04 formatting cells and moving them fires no edit trigger', () => {
    const google = googleWith(`${noting}
      function install() { ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet().getId()).onEdit().create() }
      function onEdit() { note('simple') }
      function edited() { note('installed') }`);
    probe(google, { function: 'install', user: office });
    const { containerId: spreadsheetId } = google;
    const cells = (from: number, to: number) => ({ sheetId: 0, startRowIndex: from, endRowIndex: to });
    const requests = [
      { repeatCell: { range: cells(0, 1), cell: { userEnteredFormat: { textFormat: { bold: true } } }, fields: '*' } },
      { cutPaste: { source: cells(0, 1), destination: { sheetId: 0, rowIndex: 4 }, pasteType: 'PASTE_NORMAL' } },
      { moveDimension: { source: { sheetId: 0, dimension: 'ROWS', startIndex: 4, endIndex: 5 }, destinationIndex: 0 } },
    ];
    google.sheets.call('spreadsheets.batchUpdate', { spreadsheetId }, { requests }, { email: reception });
    expect(notesOf(google)).toEqual([]);
    deliverEdit(google, cell(google, 'A1', 'x'), 'now');
    expect(notesOf(google)).toEqual(['simple', 'installed']);
  });

  test('D07 a burst loses events between the first and the last two', () => {
    const google = googleWith(`${noting} function onEdit(e) { note(e.range.getRow()) }`);
    deliverBurst(
      google,
      [1, 2, 3, 4, 5].map((row) => cell(google, `A${row}`, row)),
    );
    expect(notesOf(google)).toEqual(['1', '4', '5']);
  });

  test('D08 a simple trigger may not send mail', () => {
    const google = googleWith(
      `${noting} function onEdit() { try { MailApp.sendEmail({ to: 'a@b.cn' }) } catch (e) { note(e.message) } }`,
    );
    deliverEdit(google, cell(google, 'A1', 1), 'now');
    expect(notesOf(google)).toEqual([
      'You do not have permission to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail',
    ]);
  });

  test('D10 in AuthMode NONE properties are closed', () => {
    const request = { kind: 'simple', authMode: 'NONE' } as const;
    expect(thrownBy('PropertiesService.getScriptProperties()', request)).toContain('You do not have permission');
    expect(thrownBy('SpreadsheetApp.getActiveSpreadsheet()', request)).toContain('You do not have permission');
  });

  test('D11 an installable trigger runs as its maker', () => {
    const google = googleWith(`${noting}
      function install() { ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet().getId()).onEdit().create() }
      function edited(e) { note([Session.getEffectiveUser().getEmail(), Session.getActiveUser().getEmail(), e.user.getEmail(), e.triggerUid].join()) }`);
    probe(google, { function: 'install', user: office });
    deliverEdit(google, cell(google, 'A1', 'x'), 'now');
    const [trigger] = google.state.triggers;
    expect(notesOf(google)).toEqual([`${office},,,${trigger!.id}`]);
    google.state.domain = 'example.org';
    deliverEdit(google, cell(google, 'A1', 'y'), 'now');
    expect(notesOf(google)[1]).toBe(`${office},${reception},${reception},${trigger!.id}`);
  });

  test('D25 the same event may come twice', () => {
    const google = googleWith(`${noting} function onEdit(e) { note(e.range.getRow()) }`);
    deliverEdit(google, cell(google, 'A3', 1), 'twice');
    expect(notesOf(google)).toEqual(['3', '3']);
  });

  test('D11 other accounts do not see the trigger', () => {
    const google = googleWith(`
      function install() { ScriptApp.newTrigger('x').timeBased().everyMinutes(1).create() }
      function probe() { return ScriptApp.getProjectTriggers().map(t => [t.getHandlerFunction(), t.getEventType() === ScriptApp.EventType.CLOCK]) }`);
    probe(google, { function: 'install', user: office });
    expect(probe(google, { user: reception }).value).toEqual([]);
    expect(probe(google, { user: office }).value).toEqual([['x', true]]);
  });

  test('D13 the twenty-first trigger', () => {
    expect(
      thrownBy(`for (let i = 0; i < 21; i++) ScriptApp.newTrigger('x').timeBased().everyMinutes(1).create()`),
    ).toContain(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  });

  test('D14 not every number of minutes will do', () => {
    expect(thrownBy(`ScriptApp.newTrigger('x').timeBased().everyMinutes(7)`)).toContain('everyMinutes');
  });

  test('D16 nearMinute is within a quarter of an hour, and stays', () => {
    const google = googleWith(`
      function install() { for (let i = 0; i < 20; i++) ScriptApp.newTrigger('x').timeBased().everyDays(1).atHour(9).nearMinute(30).create() }`);
    probe(google, { function: 'install', user: office });
    const minutes = google.state.triggers.map((trigger) => trigger.minute!);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(15);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(45);
    expect(new Set(minutes).size).toBeGreaterThan(5);
  });

  test('D19 a failing trigger writes to its owner, once a day', () => {
    const google = googleWith(`
      function install() { ScriptApp.newTrigger('fails').timeBased().everyMinutes(1).create() }
      function fails() { throw new Error('broken') }`);
    probe(google, { function: 'install', user: office });
    const results = moveClock(google, new Date(noon.getTime() + 5 * 60_000));
    expect(results).toHaveLength(5);
    expect(google.state.mail.sent.map(({ to, body }) => [to, body])).toEqual([[[office], 'fails\nError: broken']]);
  });

  test('D20 a manifest that does not list the scope', () => {
    const scopes = ['https://www.googleapis.com/auth/spreadsheets'];
    const code = 'function probe() { try { ScriptApp.getProjectTriggers() } catch (e) { return e.message } }';
    const google = googleWith({ 'Code.js': code, 'appsscript.json': { ...manifest, oauthScopes: scopes } });
    expect(probe(google).value).toBe(
      'Specified permissions are not sufficient to call ScriptApp.getProjectTriggers. Required permissions: https://www.googleapis.com/auth/script.scriptapp',
    );
  });

  test('D22 nor does who is there come without its scope', () => {
    const scopes = ['https://www.googleapis.com/auth/spreadsheets'];
    const code =
      'function probe() { try { return Session.getActiveUser().getEmail() } catch (e) { return e.message } }';
    const told = (oauthScopes?: string[]) =>
      probe(googleWith({ 'Code.js': code, 'appsscript.json': { ...manifest, ...(oauthScopes && { oauthScopes }) } }))
        .value;
    expect(told(scopes)).toBe(
      'Specified permissions are not sufficient to call Session.getActiveUser. Required permissions: https://www.googleapis.com/auth/userinfo.email',
    );
    expect(told([...scopes, 'https://www.googleapis.com/auth/userinfo.email'])).toBe(reception);
  });

  test('D23 in the web app an outside visitor has no name, the deployer runs', () => {
    const google = googleWith(
      'function probe() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), LockService.getDocumentLock(), SpreadsheetApp.getActiveSpreadsheet()] }',
      { domain: 'example.org' },
    );
    const visit = (user: string) => probe(google, { kind: 'webapp', user }).value;
    expect(visit('someone@else.com')).toEqual(['', office, null, null]);
    expect(visit('')).toEqual(['', office, null, null]);
    expect(visit(reception)).toEqual([reception, office, null, null]);
  });

  test('the screen is out of reach of triggers', () => {
    const google = googleWith(`
      function install() { ScriptApp.newTrigger('probe').timeBased().everyMinutes(1).create() }
      function probe() { SpreadsheetApp.getUi() }`);
    probe(google, { function: 'install', user: office });
    expect(fireHandler(google, 'probe')?.[0]?.error?.message).toBe(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
    expect(fireHandler(google, 'nobody')).toBeUndefined();
  });

  test('daily triggers fire at each of their hours, in the zone of the script; minutes are let through in between', () => {
    const google = googleWith(`${noting}
      function install() {
        ScriptApp.newTrigger('daily').timeBased().everyDays(1).atHour(8).inTimezone('Asia/Shanghai').create();
        ScriptApp.newTrigger('minute').timeBased().everyMinutes(1).create();
      }
      function daily(e) { note('daily ' + Utilities.formatDate(new Date(Date.UTC(e.year, e.month - 1, e['day-of-month'], e.hour)), 'Asia/Shanghai', 'dd HH')) }
      function minute() { note('minute') }`);
    probe(google, { function: 'install', user: office });
    google.clock.freeze(noon);
    moveClock(google, new Date(noon.getTime() + 2 * 86_400_000));
    expect(notesOf(google)).toEqual(['minute', 'daily 03 08', 'minute', 'daily 04 08', 'minute']);
    expect(google.clock.now()).toEqual(new Date(noon.getTime() + 2 * 86_400_000));
  });

  test('opening the workbook runs onOpen without authority', () => {
    const google = googleWith(
      `function onOpen(e) { return [e.authMode, Session.getActiveUser().getEmail(), e.source.getId()] }`,
    );
    expect(openWorkbook(google)?.ok).toBe(true);
  });
});
