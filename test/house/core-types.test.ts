import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const house = join(__dirname, '../..');

/** What the compiler says of these files under the tsconfig of one room. */
function compile(room: string, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'types-'));
  try {
    cpSync(join(house, 'tsconfig.json'), join(folder, 'tsconfig.json'));
    cpSync(join(house, room, 'tsconfig.json'), join(folder, room, 'tsconfig.json'));
    symlinkSync(join(house, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    execFileSync(process.execPath, [join(house, 'node_modules/typescript/bin/tsc'), '-p', join(folder, room)]);
    return '';
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('what compiles where', () => {
  const rooms = ['kernel', 'office', 'chapters', 'api', 'migrations'];
  const plain = 'export const total = [1, 2].reduce((a, b) => a + b, Math.PI);';
  const unknown = [
    'SpreadsheetApp',
    'Sheets',
    'MailApp',
    'console',
    'document',
    'window',
    'process',
    'setTimeout',
    'URL',
  ];
  const core = compile('src', {
    ...Object.fromEntries(rooms.map((room) => [`src/${room}/plain.ts`, plain])),
    ...Object.fromEntries(
      rooms.flatMap((room) => unknown.map((name) => [`src/${room}/${name}.ts`, `export const a = ${name};`])),
    ),
  });

  test('the core compiles plain TypeScript', () => {
    expect(core).not.toContain('plain.ts');
  });

  test.each(unknown)('the core does not know %s', (name) => {
    for (const room of rooms) expect(core).toMatch(new RegExp(`src/${room}/${name}\\.ts.*Cannot find name '${name}'`));
  });

  test('platform knows Google, and neither page nor Node', () => {
    const said = compile('src/platform', {
      'src/platform/google.ts': 'console.log(SpreadsheetApp.getActive());',
      'src/platform/page.ts': 'export const a = document;',
      'src/platform/node.ts': 'export const a = process;',
    });
    expect(said).toMatch(/platform\/page\.ts.*Cannot find name 'document'/);
    expect(said).toMatch(/platform\/node\.ts.*Cannot find name 'process'/);
    expect(said).not.toContain('google.ts');
  });

  test('the sidebar knows the page and no Google service', () => {
    const said = compile('sidebar', {
      'sidebar/page.tsx': 'export const a = <b>{document.title}</b>;',
      'sidebar/google.ts': 'export const a = SpreadsheetApp;',
    });
    expect(said).toMatch(/sidebar\/google\.ts.*Cannot find name 'SpreadsheetApp'/);
    expect(said).not.toContain('page.tsx');
  });
});
