import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { build, buildPage } from '../../build.mjs';
import { declare, namesAtTheTop, namesOf } from '../../tools/apps-script.mjs';

const out = mkdtempSync(join(tmpdir(), 'dist-'));
afterAll(() => rmSync(out, { recursive: true }));
const read = (file: string) => readFileSync(join(out, file), 'utf8');

/** Runs Code.js the way Apps Script does: a bare global scope, no code from strings. */
function load(code: string): Record<string, never> & vm.Context {
  const context = vm.createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(code, context);
  return context as Record<string, never> & vm.Context;
}

let sizes: Record<string, number>;
beforeAll(async () => {
  writeFileSync(join(out, 'left-over.js'), '');
  sizes = await build({ root: join(__dirname, 'fixture'), out, quiet: true });
});

describe('build', () => {
  test('leaves exactly the files that are pushed, and says their sizes', () => {
    expect(readdirSync(out).sort()).toEqual(['Code.js', 'appsscript.json', 'sidebar.html']);
    expect(sizes['Code.js']).toBe(Buffer.byteLength(read('Code.js')));
  });

  test('Code.js has a top-level declaration for each export, with its parameters', () => {
    const code = read('Code.js');
    expect(code).toMatch(/^function call\(name, inputJson\) \{/m);
    expect(code).toMatch(/^function doGet\(argument1\) \{/m);
    expect(code).toMatch(/^function onOpen\(event\) \{/m);
    expect(code).toMatch(/^var menu = \{\n {2}greet: function \(name\) \{.*\},\n {2}openSidebar: function \(\) \{/m);
    const visible = [...code.matchAll(/^(?:function|var) ([\w$]+)/gm)]
      .map(([, name]) => name)
      .filter((name) => !name?.endsWith('_'));
    expect(visible.sort()).toEqual(['call', 'doGet', 'menu', 'onOpen']);
  });

  test('the declarations delegate', () => {
    const context = load(read('Code.js'));
    expect(vm.runInContext(`call('session', '{"a":1}')`, context)).toBe(
      '{"name":"session","input":{"a":1},"words":{"zh":"登记","hant":"登記","en":"Register"}}',
    );
    expect(vm.runInContext(`onOpen()`, context)).toBe('NONE');
    expect(vm.runInContext(`doGet({ parameter: 'x' })`, context)).toBe('x');
    expect(vm.runInContext(`menu.greet('you') + menu.openSidebar()`, context)).toBe('hello youopened');
  });

  test('a bundle that does not load says so at each call', () => {
    const code = read('Code.js').replace('"use strict";', '"use strict"; null.broken;');
    const context = load(code);
    expect(() => vm.runInContext(`call('session', '{}')`, context)).toThrow(
      /Qiantai did not load: TypeError: .*broken/,
    );
    expect(() => vm.runInContext('menu.openSidebar()', context)).toThrow(/Qiantai did not load/);
  });

  test('what touches a service while loading is not built', () => {
    expect(() => declare('var qiantai_ = { a: SpreadsheetApp.getActive() };')).toThrow(
      'The bundle does not load: SpreadsheetApp is not defined',
    );
  });

  test('what nobody can call is not exported', () => {
    expect(() => declare('var qiantai_ = { limit: 5 };')).toThrow('src/entry exports limit, which nobody can call.');
    expect(() => declare('var qiantai_ = { jobs: { at: 9 } };')).toThrow(
      'src/entry exports jobs.at, which nobody can call.',
    );
    expect(namesOf('var qiantai_ = { a() {}, jobs: { b() {} } };')).toEqual(['a', 'jobs.b']);
  });

  test('the functions of the modules keep their names, those within them are not named anew at each run', () => {
    const helper = 'var d=Object.defineProperty;var n=(e,t)=>d(e,"name",{value:t,configurable:!0});';
    const within =
      'function i(){}n(i,"inner");let a=n(()=>1,"one");let b=[2].map(n(x=>x,"two"));return n(function(){return 3},"three")()+a()+b[0]';
    const bundle = `var q=(()=>{${helper}function o(){${within}}n(o,"outer");var k=n(()=>4,"kept");return{o,k}})();`;
    const cut = namesAtTheTop(bundle);
    const { o, k } = vm.runInNewContext(`${cut};q`) as Record<'o' | 'k', () => number>;
    expect([o.name, k.name, o(), k()]).toEqual(['outer', 'kept', 6, 4]);
    expect(cut).toContain('n(o,"outer")');
    expect(cut).not.toMatch(/"inner"|"one"|"two"|"three"/);
    expect(() => namesAtTheTop('var q=1;')).toThrow('no longer keeps the names');
  });

  test('the page is one file without template literals, its script closed once', () => {
    const html = read('sidebar.html');
    expect(html).toContain('<style>body{color:red}</style>');
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html).not.toContain('<!--');
    expect(html).not.toContain('`');
    expect(html).toContain('登记');
  });
});

describe('programs and pages of the emulator', () => {
  test('a TypeScript program runs with the arguments that follow it', () => {
    const script = `import('./build.mjs').then(({ run }) => run('test/tools/fixture/program.ts', ['--empty', '9']))`;
    const said = execFileSync(process.execPath, ['-e', script], { cwd: join(__dirname, '../..'), encoding: 'utf8' });
    expect(JSON.parse(said)).toEqual({
      words: { zh: '登记', hant: '登記', en: 'Register' },
      arguments: ['--empty', '9'],
    });
  });

  test('the page is bundled with its style', async () => {
    const page = await buildPage({ root: join(__dirname, 'fixture'), out: join(out, 'page') });
    expect(readdirSync(page).sort()).toEqual(['index.html', 'main.css', 'main.js']);
    expect(readFileSync(join(page, 'main.js'), 'utf8')).toContain('前台');
  });
});
