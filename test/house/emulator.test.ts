// The emulator offers exactly what src/platform uses of Google, besides what the conformance cases try out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Google, offeredNames } from '../../emulator/runtime';

const house = join(__dirname, '../..');

/** The code of some folders, without comments. */
const codeOf = (...folders: string[]) =>
  folders
    .flatMap((folder) =>
      readdirSync(join(house, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.ts$/.test(file))
        .map((file) => readFileSync(join(house, folder, file), 'utf8')),
    )
    .join('\n')
    .replace(/\/\/.*|\/\*[^]*?\*\//g, '');

const google = new Google({ dist: join(house, 'dist') });
const offered = offeredNames(google);
const services = [...new Set(offered.map((name) => name.split('.')[0]!))];
/** `MailApp.sendEmail`: names spelt out from a service; enumerations begin with a capital and are offered whole. */
const named = (code: string) =>
  new Set(
    [...code.matchAll(new RegExp(String.raw`\b(?:${services.join('|')})(?:\s*\.\w+)+`, 'g'))]
      .map(([name]) => name.replace(/\s/g, ''))
      .filter((name) => !name.startsWith('Sheets.Schema.')),
  );
const isMethod = (name: string) => /^[a-z]/.test(name.split('.').at(-1)!);

const platform = codeOf('src/platform', 'src/entry').replace(/\bsheets\.Spreadsheets/g, 'Sheets.Spreadsheets');
const used = named(platform);
const tried = named(codeOf('test/emulator'));

describe('the emulator', () => {
  test('offers whatever the platform layer uses', () => {
    expect(used.size).toBeGreaterThan(30);
    expect([...used].filter((name) => !offered.includes(name))).toEqual([]);
  });

  test('offers nothing that neither the platform layer uses nor a conformance case tries', () => {
    const known = (name: string) => used.has(name) || tried.has(name) || name.startsWith('console.');
    expect(offered.filter((name) => isMethod(name) && !known(name))).toEqual([]);
  });
});
