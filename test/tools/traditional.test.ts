import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addTraditional, toTraditional, traditionalByCharacter } from '../../tools/traditional.mjs';

describe('traditional Chinese beside simplified', () => {
  test('a word that differs gets its traditional form, one that does not is left alone', () => {
    expect(addTraditional(`{ zh: '库存台账', en: 'Ledger' }`)).toBe(
      `{ zh: '库存台账', hant: "庫存台賬", en: 'Ledger' }`,
    );
    expect(addTraditional(`{ zh: '前台', en: 'Front desk' }`)).toBe(`{ zh: '前台', en: 'Front desk' }`);
  });

  test('the policy’s own words stay what they are', () => {
    expect(toTraditional('保密文件、项目、前台')).toBe('保密文件、項目、前台');
  });

  test.each([
    ['escaped quote', String.raw`{ zh: '\'单\'', en: '' }`, `'單'`],
    ['double quotes', `{ zh: "单'据", en: '' }`, `單'據`],
    ['line break', String.raw`{ zh: '单\n据', en: '' }`, '單\n據'],
    ['code point', String.raw`{ zh: '\u5355', en: '' }`, '單'],
    ['template', '{ zh: `单{n}`, en: `` }', '單{n}'],
    ['template over two lines', '{ zh: `单\n据`, en: `` }', '單\n據'],
    ['template with a dollar', '{ zh: `$5 单`, en: `` }', '$5 單'],
    ['joined strings', `{ zh: '单' +\n  '据', en: '' }`, '單據'],
    ['quoted key', `{ 'zh': '单', en: '' }`, '單'],
    ['after a comment', `{ // 单\n  zh: '单', en: '' }`, '單'],
    ['last, before a comment', `{ en: '', zh: '单' /* 单 */ }`, '單'],
    ['second in line', `{ en: '', zh: '单' }`, '單'],
  ])('reads %s', (_name, source, hant) => {
    const value = new Function(`return ${addTraditional(source)};`)() as { zh: string; hant: string; en: string };
    expect(value.hant).toBe(hant);
    expect(toTraditional(value.zh)).toBe(hant);
    expect(value.en).toBe('');
  });

  test.each([
    ['written by hand', `{ zh: '单', hant: '单子', en: '' }`],
    ['a substitution with braces', '{ zh: `单${{ n }}`, en: `` }'],
    ['a substitution joined', "{ zh: '单' + `${n}`, en: `` }"],
    ['a choice', `x ? zh : '单'`],
    ['another name', `{ $zh: '单', xzh: '单' }`],
    ['a type', `{ zh: '单'; en: string }`],
    ['a call on it', `{ zh: '单'.trim(), en: '' }`],
    ['joined with a variable', `{ zh: '单' + n, en: '' }`],
  ])('leaves %s alone', (_name, source) => {
    expect(addTraditional(source)).toBe(source);
  });

  test('a template keeps its substitutions', () => {
    const source = '{ zh: `单${n}\n据${m.toFixed(2)}`, en: `` }';
    expect(addTraditional(source)).toBe(
      '{ zh: `单${n}\n据${m.toFixed(2)}`, hant: `單${n}\\n據${m.toFixed(2)}`, en: `` }',
    );
  });

  test('keeps every line where it was, for source maps', () => {
    const source = `const words = {\n  zh:\n    '单' +\n    '据',\n  en: 'Slip',\n};\n`;
    expect(addTraditional(source).split('\n')).toHaveLength(source.split('\n').length);
  });
});

describe('traditional Chinese in dist/, character by character', () => {
  const house = join(__dirname, '../..');
  const words = String.raw`'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|` + '`(?:[^`\\\\]|\\\\[^])*`';
  const calls = new RegExp(String.raw`\bzh_\((?:${words}|[^'"\x60)])*\)`, 'g');

  /** The words of some sources as the bundle would hold them. */
  function written(...sources: string[]): { zh: string; hant: string; en?: string }[] {
    const short = traditionalByCharacter();
    const found = sources.flatMap((source) => {
      const rewritten = short.addTraditional(source);
      const met = rewritten.match(calls) ?? [];
      expect(met).toHaveLength(rewritten.split(' zh_(').length - 1);
      return met;
    });
    const all = `${short.preface()} return [${found.join(',\n')}];`;
    return new Function(all)() as { zh: string; hant: string; en?: string }[];
  }

  test.each([
    ['联系电话', '聯繫電話'],
    ['操作日志', '操作日誌'],
    ['周五复核', '週五複核'],
  ])('%s, where a character depends on its neighbours', (zh, hant) => {
    expect(written(`{ zh: '${zh}', en: 'x' }`)).toEqual([{ zh, hant, en: 'x' }]);
    expect(written(`{ zh: '${zh}', key: '' }`)).toEqual([{ zh, hant }]);
  });

  test.each([
    ['plain', `{ zh: '单', en: '' }`],
    ['on several lines', `{\n  zh:\n    '单' + // 单\n    '据',\n  en: "It's",\n}`],
    ['with more', `{ zh: '单', en: 'a', tone: 'b' }`],
    ['with more before', `{ tone: 'b', zh: '单', en: 'a' }`],
    ['with an exception', `{ zh: '联系', en: 'a', tone: 'b' }`],
    ['English first', `{ en: 'a', zh: '单' }`],
    ['alike in both', `{ zh: '前台', en: 'a' }`],
    ['in English by a call', `{ zh: '单', en: 'a'.concat('b') }`],
  ])('words %s are the same as without the table', (_name, source) => {
    const short = traditionalByCharacter();
    const code = short.addTraditional(source);
    const value: unknown = new Function(`${short.preface()} return ${code};`)();
    expect(value).toEqual(new Function(`return ${addTraditional(source)};`)());
  });

  test('every word of the product is what the library makes of it', () => {
    const files = ['src', 'sidebar'].flatMap((folder) =>
      readdirSync(join(house, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(house, folder, file)),
    );
    const all = written(...files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(file, 'utf8')));
    expect(all.length).toBeGreaterThan(700);
    expect(all.filter(({ zh, hant }) => hant !== toTraditional(zh))).toEqual([]);
  });

  test('what holds a substitution or was written by hand stays as it is', () => {
    const { addTraditional: shorten } = traditionalByCharacter();
    for (const source of ['{ zh: `单${n}`, en: `` }', `{ zh: '单', hant: '单子', en: '' }`])
      expect(shorten(source)).toBe(addTraditional(source));
  });
});
