// src/platform in an emulated Google: the desk workbook is the script's own, the script runs in another zone than it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Google, RunRequest } from '../../emulator/runtime';
import { TablesError } from '../../src/kernel/ports';
import { declare } from '../../tools/apps-script.mjs';
import { googleWith, office } from '../emulator/runtime/probe';
import type { Ask } from './ask';

const house = join(__dirname, '../..');
const bundled = (): string =>
  buildSync({
    entryPoints: [join(__dirname, 'google-acts.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'qiantai_',
    platform: 'neutral',
    target: 'es2020',
  }).outputFiles[0]!.text;
const manifest = JSON.parse(readFileSync(join(house, 'appsscript.json'), 'utf8')) as object;

let script: string | undefined;

/** Friday, 2026-10-09, 09:05 in Shanghai. */
export const morning = new Date('2026-10-09T01:05:00Z');
export const zone = 'Asia/Shanghai';

/** What set-up has stored: the workbooks, whose they are, and their zone. */
export function contractGoogle(): Google {
  script ??= declare(bundled()) as string;
  const files = { 'Code.js': script, 'appsscript.json': { ...manifest, timeZone: 'America/New_York' } };
  const google = googleWith(files, { now: morning });
  Object.assign(google.state.properties.script, { 'workbook.desk': google.containerId, owner: office, zone });
  return google;
}

export const asOffice = { kind: 'trigger' } satisfies Partial<RunRequest>;

/** A run for each act; reception's in the workbook unless told. */
export const askGoogle =
  <Acts extends object>(google: Google, room: string, request: Partial<RunRequest> = {}): Ask<Acts> =>
  (name, ...args) => {
    const run = google.run({
      kind: 'container',
      function: 'act',
      args: [room, name, JSON.stringify(args)],
      ...request,
    });
    if (run.error) throw new Error(`${run.error.name}: ${run.error.message}`);
    const told = JSON.parse(run.value as string) as {
      value?: unknown;
      error?: { name: string; message: string; kind?: TablesError['kind'] };
    };
    if (told.error?.kind !== undefined) throw new TablesError(told.error.kind, told.error.message);
    if (told.error) throw Object.assign(new Error(told.error.message), { name: told.error.name });
    return told.value as never;
  };

const owner = { email: office };

export function change(google: Google, requests: readonly object[], id = google.containerId): void {
  google.sheets.call('spreadsheets.batchUpdate', { spreadsheetId: id }, { requests }, owner);
}

export function look<View>(google: Google, fields: string, id = google.containerId): View {
  return google.sheets.call('spreadsheets.get', { spreadsheetId: id, fields }, undefined, owner) as View;
}
