import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault, Google } from '../../../emulator/runtime';
import { clickMenu } from '../../../emulator/runtime';
import { googleWith, noon, office, probe, reception } from './probe';

const code = `
  const id = () => SpreadsheetApp.getActiveSpreadsheet().getId();
  function write(text) {
    return Sheets.Spreadsheets.batchUpdate({ requests: [{ updateCells: { start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
      rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }], fields: 'userEnteredValue' } }] }, id()) }
  function read() { return (Sheets.Spreadsheets.Values.batchGet(id(), { ranges: ['A1'] }).valueRanges[0].values || [[null]])[0][0] }
  function attempt(f) { try { return f() } catch (e) { return e.name + ': ' + e.message + ' ' + JSON.stringify(e.details && e.details.code) } }
  function writeSafely(text) { return attempt(() => write(text)) }
  function writes(n) { for (let i = 0; i < n; i++) { const r = attempt(() => write(String(i))); if (typeof r === 'string') return i + ' ' + r } return 'all' }
  function lockTwice() { const lock = LockService.getScriptLock(); return [lock.tryLock(0), lock.tryLock(0)] }`;

const run = (google: Google, name: string, ...args: unknown[]) => {
  const result = probe(google, { function: name, args });
  return result.error ? `${result.error.name}: ${result.error.message}` : result.value;
};

const withFault = (fault: Omit<Fault, 'nth'> & { nth?: number }) => {
  const google = googleWith(code);
  google.gateway.setFaults([{ nth: 1, ...fault }]);
  return google;
};

describe('the gateway', () => {
  test('counts calls by name, and what Sheets read and wrote', () => {
    const google = googleWith(code);
    run(google, 'write', 'x');
    run(google, 'read');
    const log = google.gateway.log();
    expect(log.calls).toEqual({
      'spreadsheet.getActiveSpreadsheet': 2,
      'sheets.batchUpdate': 1,
      'sheets.values.batchGet': 1,
    });
    expect(log.sheets).toEqual([
      { method: 'spreadsheets.batchUpdate', by: reception, cellsRead: 0, cellsWritten: 1 },
      { method: 'spreadsheets.values.batchGet', by: reception, cellsRead: 1, cellsWritten: 0 },
    ]);
    google.gateway.resetLog();
    expect(google.gateway.log()).toMatchObject({ calls: {}, total: 0, cellsRead: 0 });
  });

  test('lets a user write sixty times a minute', () => {
    const google = googleWith(code);
    expect(run(google, 'writes', 61)).toMatch(
      /^60 GoogleJsonResponseException: API call to sheets\.spreadsheets\.batchUpdate failed with error: Quota exceeded for quota metric 'Write requests'.* 429$/,
    );
    expect(run(google, 'read')).toBe('59');
    google.sheets.share(google.containerId, office, 'editor');
    expect(probe(google, { function: 'writes', args: [2], user: office }).value).toBe('all');
    google.clock.pass(60_000);
    expect(run(google, 'writes', 60)).toBe('all');
  });

  test('a call that fails does nothing', () => {
    const google = withFault({ call: 'sheets.batchUpdate', do: 'fail' });
    expect(run(google, 'writeSafely', 'x')).toBe(
      'GoogleJsonResponseException: API call to sheets.spreadsheets.batchUpdate failed with error: The service is currently unavailable. 503',
    );
    expect(run(google, 'read')).toBeNull();
    expect(run(google, 'writeSafely', 'y')).toEqual(expect.objectContaining({ replies: [{}] }));
  });

  test('an answer that is dropped has had its effect', () => {
    const google = withFault({ call: 'sheets.*', do: 'dropAnswer', status: 0 });
    expect(run(google, 'writeSafely', 'x')).toBe('Exception: Empty response undefined');
    expect(run(google, 'read')).toBe('x');
  });

  test('a delay takes time of the emulator only', () => {
    const google = withFault({ call: 'sheets.batchUpdate', do: 'delay', seconds: 45 });
    run(google, 'write', 'x');
    expect(google.clock.now().getTime() - noon.getTime()).toBe(45_000);
  });

  test('the n-th call counts from when the fault is set, and is met once', () => {
    const google = withFault({ call: '*', nth: 4, do: 'fail' });
    expect([run(google, 'writeSafely', 'a'), run(google, 'writeSafely', 'b'), run(google, 'writeSafely', 'c')]).toEqual(
      [expect.anything(), expect.stringContaining('503'), expect.objectContaining({ replies: [{}] })],
    );
  });

  test('something may happen just before a call', () => {
    const google = googleWith(code);
    const edit = { spreadsheetId: google.containerId, sheet: 0, range: 'A1', values: [['typed']] };
    google.gateway.setFaults([{ call: 'sheets.values.batchGet', nth: 1, do: 'before', edit }]);
    run(google, 'write', 'x');
    expect(run(google, 'read')).toBe('typed');
  });

  test('a lock that is refused', () => {
    expect(run(withFault({ call: 'lock.tryLock', do: 'fail' }), 'lockTwice')).toEqual([false, true]);
  });

  test('calls are recorded as they were made', () => {
    const folder = mkdtempSync(join(tmpdir(), 'record-'));
    const google = googleWith(code, { recordTo: join(folder, 'calls.ndjson') });
    run(google, 'read');
    const lines = readFileSync(join(folder, 'calls.ndjson'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { method: 'spreadsheets.values.batchGet', params: { spreadsheetId: google.containerId, ranges: ['A1'] } },
    ]);
    rmSync(folder, { recursive: true });
  });
});

describe('the emulated Google', () => {
  test('is saved and restored as JSON', () => {
    const google = googleWith(
      `${code} function keep() { PropertiesService.getUserProperties().setProperty('k', 'v') }`,
    );
    run(google, 'write', 'before');
    run(google, 'keep');
    const saved = JSON.parse(JSON.stringify(google.snapshot())) as ReturnType<Google['snapshot']>;
    run(google, 'write', 'after');
    google.state.user = office;
    google.clock.pass(1000);
    const other = googleWith(code);
    other.restore(saved);
    expect(run(other, 'read')).toBe('before');
    expect(other.snapshot()).toEqual(saved);
    expect(other.state.properties.users).toEqual({ [reception]: { k: 'v' } });
  });

  test('keeps nothing of a menu run that waits for an answer', () => {
    const google = googleWith(`${code}
      function clear() { write('cleared'); const ui = SpreadsheetApp.getUi();
        if (ui.alert('Clear?', 'All of it', ui.ButtonSet.YES_NO) !== ui.Button.YES) write('kept'); return read() }`);
    const asked = clickMenu(google, 'clear', [], true);
    expect(asked.asks).toEqual({ title: 'Clear?', text: 'All of it', buttons: 'YES_NO' });
    expect(run(google, 'read')).toBeNull();
    expect(clickMenu(google, 'clear', ['NO'], true).value).toBe('kept');
    expect(clickMenu(google, 'clear', [], false).value).toBe('cleared');
  });

  test('a person without access to the container cannot run its script', () => {
    expect(() => probe(googleWith(code), { function: 'read', user: 'stranger@else.com' })).toThrow(
      'You do not have permission to access the requested document.',
    );
  });
});
