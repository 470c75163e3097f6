import { answerOf, googleWith, noon, office, probe, reception, thrownBy } from './probe';

describe('E: locks, cache, properties, utilities', () => {
  test('E01 a new lock is not held, E02 a free one is got at once, E07 releasing what is not held does nothing', () => {
    expect(
      answerOf(`const lock = LockService.getScriptLock(); lock.releaseLock();
        return [lock.hasLock(), lock.tryLock(0), lock.hasLock(), lock.tryLock(0), (lock.releaseLock(), lock.hasLock())]`),
    ).toEqual([false, true, true, true, false]);
  });

  test('E04 a negative wait', () => {
    expect(answerOf('return LockService.getScriptLock().tryLock(-100)')).toBe(false);
    expect(thrownBy('LockService.getScriptLock().waitLock(-100)')).toContain('Lock timeout');
  });

  test('E05 a lock that another execution holds, E08 and another kind of lock', () => {
    const google = googleWith(`
      function probe() { LockService.getScriptLock().tryLock(0); PropertiesService.getScriptProperties().getProperty('x'); return LockService.getScriptLock().hasLock() }
      function inner() {
        const found = [LockService.getScriptLock().tryLock(50), LockService.getDocumentLock().tryLock(0)];
        try { LockService.getScriptLock().waitLock(100) } catch (e) { found.push(e.message) }
        return found }`);
    let inner: unknown;
    const act = () => (inner = probe(google, { function: 'inner', user: office }).value);
    google.gateway.setFaults([{ call: 'properties.getProperty', nth: 1, do: 'before', act }]);
    expect(probe(google).value).toBe(true);
    expect(inner).toEqual([false, true, 'Lock timeout: another process was holding the lock for too long.']);
    expect(google.clock.now().getTime() - noon.getTime()).toBe(150);
    expect(probe(google, { function: 'inner' }).value).toEqual([true, true]);
  });

  test('E10 a cache miss, E11 and expiry by the clock', () => {
    const google = googleWith(`
      function probe() { const cache = CacheService.getScriptCache(); const before = cache.get('k'); cache.put('k', 'v'); return [before, cache.get('k')] }
      function later() { return CacheService.getScriptCache().get('k') }`);
    expect(probe(google).value).toEqual([null, 'v']);
    google.clock.pass(599_000);
    expect(probe(google, { function: 'later' }).value).toBe('v');
    google.clock.pass(2_000);
    expect(probe(google, { function: 'later' }).value).toBeNull();
  });

  test('E13 longer than six hours is cut to six hours', () => {
    const google = googleWith(`function probe() { CacheService.getScriptCache().put('k', 'v', 99999) }`);
    probe(google);
    expect(google.state.cache['k']?.expiresAt).toBe(noon.getTime() + 21_600_000);
  });

  test('E14 above a thousand keys about nine hundred remain', () => {
    const google = googleWith(
      `function probe() { const cache = CacheService.getScriptCache(); for (let i = 0; i < 1001; i++) cache.put('k' + i, 'v', 100 + i) }`,
    );
    probe(google);
    expect(Object.keys(google.state.cache)).toHaveLength(900);
    expect(google.state.cache['k0']).toBeUndefined();
    expect(google.state.cache['k1000']).toBeDefined();
  });

  test('a cache value above 100 KB', () => {
    expect(thrownBy(`CacheService.getScriptCache().put('k', 'x'.repeat(102401))`)).toContain(
      'Argument too large: value',
    );
    expect(thrownBy(`CacheService.getScriptCache().put('k'.repeat(251), 'x')`)).toContain('Argument too large: key');
  });

  test('E16 an absent property, E17 an empty name, E19 others are kept', () => {
    expect(answerOf(`return PropertiesService.getScriptProperties().getProperty('x')`)).toBeNull();
    expect(thrownBy(`PropertiesService.getScriptProperties().setProperty('', 'v')`)).toContain(
      'When setting or getting a property value, the property name must not be null or empty.',
    );
    const set = (more: string) =>
      answerOf(
        `const p = PropertiesService.getScriptProperties(); p.setProperty('b', '2'); p.setProperties({ a: '1' }${more}); return p.getProperties()`,
      );
    expect(set('')).toEqual({ a: '1', b: '2' });
    expect(set(', true')).toEqual({ a: '1' });
  });

  test('a property of 9 KB is the longest', () => {
    expect(thrownBy(`PropertiesService.getScriptProperties().setProperty('k', 'x'.repeat(9217))`)).toContain(
      'Argument too large: value',
    );
  });

  test('user properties are the own of each account', () => {
    const google = googleWith(`
      function keep(v) { PropertiesService.getUserProperties().setProperty('secret', v) }
      function probe() { return PropertiesService.getUserProperties().getProperty('secret') }`);
    probe(google, { function: 'keep', args: ['s'], user: office });
    expect(probe(google, { user: reception }).value).toBeNull();
    expect(probe(google, { user: office }).value).toBe('s');
    expect(probe(google, { kind: 'webapp', user: '' }).value).toBe('s');
  });

  test.each([
    ['E20', `'this is my input','my key - use a stronger one'`, [53, -75, -52, -25, -47, 86, -21, 14, -2, -57, 5, -13, 24, 105, -2, -84, 127, 115, -40, -75, -93, -27, -21, 34, -55, -117, -36, -103, -47, 116, -55, -61]],
    ['E22', `'café','€🙂'`, [-125, 73, -127, -128, -43, -39, 99, -10, 39, -49, -128, 27, 8, -117, 4, -120, -26, -111, 16, 114, -115, 1, -1, -68, -27, 88, 7, 117, 55, -87, -123, -52]],
    ['E22', `'caf?','??'`, [-125, 73, -127, -128, -43, -39, 99, -10, 39, -49, -128, 27, 8, -117, 4, -120, -26, -111, 16, 114, -115, 1, -1, -68, -27, 88, 7, 117, 55, -87, -123, -52]],
    ['E23', `'café','my key - use a stronger one'`, [-108, -2, -46, -84, 68, -4, 60, -105, -65, -90, -43, 1, -112, -23, -79, 50, -78, 35, -9, -122, 39, -83, 115, -55, 91, 61, 82, 47, 61, 53, -37, 14]],
  ])('%s a signature without charset of %s', (_id, args, bytes) => {
    expect(answerOf(`return Utilities.computeHmacSha256Signature(${args})`)).toEqual(bytes);
  }); // prettier-ignore

  test('with UTF-8 accents count', () => {
    const sign = (text: string) =>
      answerOf(`return Utilities.computeHmacSha256Signature('${text}', 'k', Utilities.Charset.UTF_8)`);
    expect(sign('café')).not.toEqual(sign('caf?'));
  });

  test('E25 bytes that are no numbers', () => {
    expect(thrownBy(`Utilities.computeHmacSha256Signature(['12woah'], [1])`)).toContain('Cannot convert');
    expect(thrownBy(`Utilities.computeHmacSha256Signature('a', [1])`)).toContain(
      "don't match the method signature for Utilities.computeHmacSha256Signature.",
    );
  });

  test('E26 padding is kept, E28 bytes are signed', () => {
    expect(answerOf(`return Utilities.base64EncodeWebSafe('A string here')`)).toBe('QSBzdHJpbmcgaGVyZQ==');
    expect(answerOf(`return Utilities.base64Decode('4oKs')`)).toEqual([-30, -126, -84]);
    expect(answerOf(`return Utilities.base64EncodeWebSafe([-5, -1])`)).toBe('-_8=');
    expect(answerOf(`return Utilities.base64DecodeWebSafe('-_8=')`)).toEqual([-5, -1]);
    expect(answerOf(`return Utilities.newBlob(Utilities.base64Decode('5YmN5Y+w')).getDataAsString()`)).toBe('前台');
  });

  test('E29 a date as text', () => {
    const format = (zone: string, pattern: string) =>
      answerOf(`return Utilities.formatDate(new Date(Date.UTC(2023, 0, 1, 12)), '${zone}', "${pattern}")`);
    expect(format('GMT', 'yyyy-MM-dd HH:mm:ss')).toBe('2023-01-01 12:00:00');
    expect(format('Asia/Shanghai', "yyyy-MM-dd'T'HH:mm:ssXXX u EEE D")).toBe('2023-01-01T20:00:00+08:00 7 Sun 1');
  });

  test('a digest and its bytes', () => {
    expect(answerOf(`return Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc')`)).toEqual([
      -112, 1, 80, -104, 60, -46, 79, -80, -42, -106, 63, 125, 40, -31, 127, 114,
    ]);
  });
});
