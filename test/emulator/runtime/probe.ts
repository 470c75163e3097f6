// Builds an emulated Google around a few lines of Apps Script, so that a test can ask what the platform does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GoogleOptions, RunRequest, RunResult } from '../../../emulator/runtime';
import { Google } from '../../../emulator/runtime';

export const office = 'office@example.org';
export const reception = 'reception@example.org';

export const manifest = {
  timeZone: 'Asia/Shanghai',
  runtimeVersion: 'V8',
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] },
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export type Files = Record<string, string | object>;

/** A folder as the build leaves it; `Code.js` is the script when only a text is given. */
export function projectFolder(files: string | Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  folders.push(folder);
  const all: Files = { 'appsscript.json': manifest, ...(typeof files === 'string' ? { 'Code.js': files } : files) };
  for (const [name, content] of Object.entries(all))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return folder;
}

export const noon = new Date('2026-03-02T04:00:00Z');

/** Reception is at the keyboard of a container workbook that the office account owns; the clock stands at noon. */
export function googleWith(files: string | Files, options: Partial<GoogleOptions> = {}): Google {
  const people = [{ email: reception, name: 'Reception', roles: ['front'] }];
  const google = new Google({ dist: projectFolder(files), now: noon, officeAccount: office, people, ...options });
  google.createContainer('Desk');
  google.sheets.share(google.containerId, reception, 'editor');
  google.state.user = reception;
  return google;
}

/** Runs `probe()` of the script in the container, unless told otherwise. */
export function probe(google: Google, request: Partial<RunRequest> = {}): RunResult {
  return google.run({ function: 'probe', kind: 'container', ...request });
}

/** What `probe()` with this body returns; a failed run fails the test. */
export function answerOf(body: string, request: Partial<RunRequest> = {}): unknown {
  const result = probe(googleWith(`function probe() { ${body} }`), request);
  if (result.error) throw new Error(`${result.error.name}: ${result.error.message}`);
  return result.value;
}

/** The name and message of what the body throws, caught by the script itself. */
export function thrownBy(body: string, request: Partial<RunRequest> = {}): unknown {
  return answerOf(
    `try { ${body} } catch (e) { return e.name + ': ' + e.message + ' ' + (e instanceof Error) }`,
    request,
  );
}
