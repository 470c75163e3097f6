import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { parse } from 'acorn';
import * as entry from '../../src/entry';

const house = join(__dirname, '../..');
const code = readFileSync(join(house, 'dist/Code.js'), 'utf8');
const kilobytes = (file: string) => statSync(join(house, 'dist', file)).size / 1024;

/** The names at the top level, as Google's parser finds them: it stops before private names and static blocks. */
function declared(source: string): string[] {
  return parse(source, { ecmaVersion: 2020, sourceType: 'script' })
    .body.flatMap((statement) =>
      statement.type === 'FunctionDeclaration'
        ? [statement.id.name]
        : statement.type === 'VariableDeclaration'
          ? statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
          : [],
    )
    .sort();
}

describe('what is pushed', () => {
  test('K01 is five files', () => {
    const status = execFileSync(
      process.execPath,
      [join(house, 'node_modules/.bin/clasp'), 'show-file-status', '--json'],
      {
        cwd: house,
        encoding: 'utf8',
      },
    );
    const { filesToPush } = JSON.parse(status) as { filesToPush: string[] };
    expect(filesToPush.map((file) => file.replace(/^dist\//, '')).sort()).toEqual([
      'Code.js',
      'appsscript.json',
      'page.html',
      'set-up.html',
      'sidebar.html',
    ]);
  });

  test('asks for the least permissions', () => {
    const manifest = JSON.parse(readFileSync(join(house, 'dist/appsscript.json'), 'utf8')) as { oauthScopes: string[] };
    expect(manifest.oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', '')).sort()).toEqual([
      'script.container.ui',
      'script.scriptapp',
      'script.send_mail',
      'spreadsheets',
      'userinfo.email',
    ]);
  });

  test('stays within its size', () => {
    expect(kilobytes('Code.js')).toBeLessThanOrEqual(760);
    expect(kilobytes('sidebar.html')).toBeLessThanOrEqual(120);
    expect(kilobytes('set-up.html')).toBeLessThanOrEqual(120);
    expect(kilobytes('page.html')).toBeLessThanOrEqual(120);
  });

  test('has no comment-like text in a template literal of a page, which HtmlService would cut', () => {
    for (const page of ['sidebar.html', 'set-up.html', 'page.html']) {
      expect(readFileSync(join(house, 'dist', page), 'utf8')).not.toContain('`');
    }
  });
});

describe('Code.js', () => {
  const context = vm.createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(code, context);
  const names = (value: object) => Object.keys(value).sort();

  test('can be parsed by Apps Script, and declares exactly the functions of src/entry', () => {
    const visible = declared(code).filter((name) => !name.endsWith('_'));
    expect(visible).toEqual(names(entry));
    for (const [name, value] of Object.entries(entry as Record<string, object>)) {
      if (typeof value === 'function') expect(vm.runInContext(`typeof ${name}`, context)).toBe('function');
      else expect(names(vm.runInContext(name, context) as object)).toEqual(names(value));
    }
  });

  test('declares the names of the contract', () => {
    expect(names(entry)).toEqual(['call', 'doGet', 'jobs', 'menu', 'onInstall', 'onOpen', 'setUp']);
    expect(names(entry.jobs)).toEqual(['everyEvening', 'everyMinute', 'everyMorning', 'onRegisterEdit']);
  });

  test('keeps names and short lines, so that a stack trace in the execution log says function and place', () => {
    const stack = vm.runInContext(`try { setUp() } catch (error) { error.stack }`, context) as string;
    expect(stack).toMatch(/^ReferenceError: PropertiesService is not defined/);
    expect([...stack.matchAll(/at (?:Object\.)?(\w+) /g)].map(([, name]) => name)).toEqual(
      expect.arrayContaining(['scriptProperties', 'callerOf', 'setUp']),
    );
    expect(code.split('\n').length).toBeGreaterThan(code.length / 250);
  });
});
