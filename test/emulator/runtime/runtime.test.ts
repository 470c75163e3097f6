import { answerOf, googleWith, probe, projectFolder, reception } from './probe';
import { Google, offeredNames } from '../../../emulator/runtime';

describe('A: the runtime', () => {
  test('A01 timers are not defined', () => {
    expect(probe(googleWith('function probe() { setTimeout(() => {}, 1) }')).error).toMatchObject({
      name: 'ReferenceError',
      message: 'setTimeout is not defined',
      stack: [{ function: 'probe', file: 'Code', line: 1 }],
    });
    expect(answerOf('return [typeof setInterval, typeof clearTimeout, typeof setImmediate]')).toEqual([
      'undefined',
      'undefined',
      'undefined',
    ]);
  });

  test('A02 what browsers and Node have is absent', () => {
    const names = [
      'fetch',
      'URL',
      'URLSearchParams',
      'TextEncoder',
      'TextDecoder',
      'atob',
      'btoa',
      'crypto',
      'performance',
      'process',
      'window',
      'navigator',
      'require',
      'module',
      'Buffer',
      'global',
      'structuredClone',
      'queueMicrotask',
      'Temporal',
    ];
    const kinds = answerOf(`return [${names.map((name) => `typeof ${name}`).join()}]`);
    expect(kinds).toEqual(names.map(() => 'undefined'));
  });

  test('A04 static fields are refused at load', () => {
    expect(() => new Google({ dist: projectFolder('class A { static n = 0 }') })).toThrow(
      'ParseError: Unexpected token = (line 1, file "Code")',
    );
  });

  test('A05 static blocks are refused at load', () => {
    expect(() => new Google({ dist: projectFolder('class A { static { } }') })).toThrow("Unexpected token '{'");
  });

  test('A04 private names are refused at load', () => {
    expect(() => new Google({ dist: projectFolder('class A { #n; m() { return this.#n } }') })).toThrow('ParseError');
  });

  test('A07 microtasks are done before the execution ends', () => {
    const google = googleWith(`
      const order = [];
      async function later() { await null; order.push(2); PropertiesService.getScriptProperties().setProperty('order', order.join()) }
      function probe() { later(); order.push(1) }`);
    probe(google);
    expect(google.state.properties.script['order']).toBe('1,2');
  });

  test('A10 dates print by locale', () => {
    const body = `return new Date(Date.UTC(2012, 11, 21, 12)).toLocaleDateString('de-DE', { year: 'numeric', month: 'long', day: 'numeric' })`;
    expect(answerOf(body)).toBe('21. Dezember 2012');
  });

  test('A13 assignment to a constant', () => {
    expect(probe(googleWith('function probe() { const x = 1; x = 2 }')).error).toMatchObject({
      name: 'TypeError',
      message: 'Assignment to constant variable.',
    });
  });

  test('A14 menus may name a method of a top-level const', () => {
    const google = googleWith('const menu = { item1() { return this === menu } }');
    expect(probe(google, { function: 'menu.item1' }).value).toBe(true);
    expect(probe(google, { function: 'menu.item2' }).error?.message).toBe('Script function not found: menu.item2');
    expect(probe(google, { function: 'menu.constructor' }).error?.message).toContain('not found');
  });

  test('files share one global scope and each execution a new one', () => {
    const google = googleWith({
      'A.js': 'let n = 0; const two = 2',
      'B.js': 'function probe() { n += two; return n }',
    });
    expect([probe(google).value, probe(google).value]).toEqual([2, 2]);
  });

  test('no code from text, not even through a service', () => {
    const google = googleWith(`function probe() {
      const seen = [];
      for (const start of [() => {}, SpreadsheetApp.getUi, Utilities, Session.getActiveUser(), Utilities.base64Decode('AA==')]) {
        try { seen.push(typeof start.constructor.constructor('return process')()) } catch (e) { seen.push(e.message) }
      }
      return seen }`);
    const blocked = 'Code generation from strings disallowed for this context';
    expect(probe(google).value).toEqual([blocked, blocked, blocked, blocked, blocked]);
  });

  test('an endless loop ends', () => {
    const google = googleWith('function probe() { for (;;); }', { limits: { cpuMilliseconds: 50 } });
    expect(probe(google).error?.message).toBe('Exceeded maximum execution time');
  });

  test('six minutes of the emulator clock end a run whatever it catches', () => {
    const google = googleWith(`function probe() {
      for (let i = 0; i < 10; i++) { try { Utilities.sleep(60000) } catch (e) {} }
      PropertiesService.getScriptProperties().setProperty('done', 'yes') }`);
    expect(probe(google).error?.message).toBe('Exceeded maximum execution time');
    expect(google.state.properties.script).toEqual({});
  });

  test('what the emulator does not offer says so by name', () => {
    const google = googleWith(`function probe() {
      return [() => SpreadsheetApp.flush(), () => DriveApp.getFileById('x'), () => Sheets.Spreadsheets.Values.append({})].map(f => {
        try { f() } catch (e) { return e.message } }) }`);
    expect(probe(google).value).toEqual([
      'the emulator has no SpreadsheetApp.flush',
      'the emulator has no DriveApp.getFileById',
      'the emulator has no Sheets.Spreadsheets.Values.append',
    ]);
  });

  test('every name that it offers is there', () => {
    const google = googleWith('');
    const names = offeredNames(google);
    expect(names).toEqual(
      expect.arrayContaining(['MailApp.sendEmail', 'Sheets.Spreadsheets.Values.batchGet', 'Utilities.Charset.UTF_8']),
    );
    expect(names).not.toContain('DriveApp.getFileById');
    const google2 = googleWith(`function probe() { return [${names.join()}].map((member) => typeof member) }`);
    const kinds = probe(google2).value as string[];
    expect(new Set(kinds)).toEqual(new Set(['function', 'object']));
  });

  test('what is thrown is reported with the lines of the script', () => {
    const google = googleWith('function inner() {\n  throw new RangeError("too far")\n}\nfunction probe() { inner() }');
    expect(probe(google, { user: reception }).error).toEqual({
      name: 'RangeError',
      message: 'too far',
      stack: [
        { function: 'inner', file: 'Code', line: 2 },
        { function: 'probe', file: 'Code', line: 4 },
      ],
    });
  });
});
