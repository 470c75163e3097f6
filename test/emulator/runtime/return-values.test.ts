import { googleWith, probe } from './probe';

/** What a page receives from a function that returns this. */
function received(expression: string): unknown {
  const result = probe(googleWith(`function probe() { return ${expression} }`), { fromPage: true });
  return result.error ? `failed: ${result.error.message}` : result.value;
}

describe('B: what reaches the page', () => {
  test('B01 private functions and B02 methods of objects cannot be called', () => {
    const google = googleWith(
      'function foo_() {} var o = { f() {} }; const arrow = () => 1; globalThis.late = () => 1',
    );
    const answer = (name: string) => probe(google, { function: name, fromPage: true });
    for (const name of ['foo_', 'o', 'o.f', 'late', 'Utilities.getUuid', 'toString'])
      expect(answer(name).error?.message).toBe(`Script function not found: ${name}`);
    expect(answer('arrow').value).toBe(1);
  });

  test('B11 a Date anywhere loses the whole result', () => {
    expect(received('new Date()')).toBeNull();
    expect(received('({ a: 1, b: [new Date()] })')).toBeNull();
  });

  test('B13 maps, sets, patterns and number objects arrive hollow', () => {
    expect(received("[new Map([['a', 'b']]), new Set([1]), /x/, new Number(1)]")).toEqual([{}, {}, {}, {}]);
  });

  test('B14 a String object becomes its characters', () => {
    expect(received("new String('ab')")).toEqual({ 0: 'a', 1: 'b' });
  });

  test('B16 a promise counts by what it comes to', () => {
    expect(received("Promise.resolve('ok')")).toBe('ok');
    expect(received("(async () => { await null; return ['late'] })()")).toEqual(['late']);
    expect(received("(async () => { throw new Error('no') })()")).toBe('failed: no');
    expect(received('new Promise(() => {})')).toBeNull();
  });

  test('B17 undefined is null, also inside', () => {
    expect(received('undefined')).toBeNull();
    expect(received('[1, undefined, { a: undefined }]')).toEqual([1, null, { a: null }]);
  });

  test('B19 Uint8Array fails the call', () => {
    expect(received('new Uint8Array(3)')).toContain('server error');
  });

  test('B20 a service object is lost', () => {
    expect(received('SpreadsheetApp.getActiveSpreadsheet()')).toBeNull();
  });

  test('bytes arrive, functions arrive as their source, a blob as its methods', () => {
    expect(received("Utilities.newBlob('é').getBytes()")).toEqual([-61, -87]);
    expect(received('function twice(n) { return 2 * n }')).toBe('function twice(n) { return 2 * n }');
    expect(received("Utilities.newBlob('x')")).toHaveProperty('getBytes', expect.stringContaining('getBytes'));
    expect(received('new Int8Array([5])')).toEqual({ 0: 5 });
  });

  test('a cycle fails the call', () => {
    expect(received('(() => { const a = {}; a.a = a; return a })()')).toContain('server error');
  });

  test('B26 the argument is a copy', () => {
    const google = googleWith('function probe(list) { list.push(2); return list }');
    const list = [1];
    expect(probe(google, { args: [list] }).value).toEqual([1, 2]);
    expect(list).toEqual([1]);
  });
});
