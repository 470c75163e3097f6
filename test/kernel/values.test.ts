import { isEmpty, sameValue, text } from '../../src/kernel/values';
import { list, say, wordings } from '../../src/kernel/words';

describe('values', () => {
  it('are empty as null, empty text and empty list, but not as 0 or no', () => {
    expect([null, undefined, '', []].map((one) => isEmpty(one))).toEqual([true, true, true, true]);
    expect([0, false, ' ', ['a']].map((one) => isEmpty(one))).toEqual([false, false, false, false]);
  });

  it('are the same by content; all ways of being empty are the same', () => {
    expect(sameValue(null, '')).toBe(true);
    expect(sameValue(undefined, [])).toBe(true);
    expect(sameValue(['a', 'b'], ['a', 'b'])).toBe(true);
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false);
    expect(sameValue('1', 1)).toBe(false);
    expect(sameValue(false, null)).toBe(false);
  });

  it('are text or none', () => {
    expect([text('a'), text(3), text(null), text(undefined)]).toEqual(['a', '', '', '']);
  });
});

describe('words', () => {
  const words = { zh: '{n} 条，{who}', en: '{n} lines, {who}', hant: '{n} 條，{who}' };

  it('are said in the language asked, with the values in their places', () => {
    expect(say(words, 'zh', { n: 2, who: '{n}' })).toBe('2 条，{n}');
    expect(say(words, 'hant', { n: 2 })).toBe('2 條，{who}');
    expect(say({ zh: '表', en: 'Tab' }, 'hant')).toBe('表');
  });

  it('may hold other words, said in the same language', () => {
    const inner = { zh: '姓名', en: 'Name' };
    expect([say(words, 'zh', { n: 1, who: inner }), say(words, 'en', { n: 1, who: inner })]).toEqual([
      '1 条，姓名',
      '1 lines, Name',
    ]);
  });

  it('take no value from what every object has', () => {
    expect(say({ zh: '{constructor}', en: '{toString}' }, 'zh')).toBe('{constructor}');
  });

  it('are known in every language, and joined as the language does', () => {
    expect(wordings(words)).toEqual([words.zh, words.hant, words.en]);
    expect([list(['a', 'b'], 'zh'), list(['a', 'b'], 'en')]).toEqual(['a、b', 'a, b']);
  });
});
