import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { articlesOf, chaptersPresent, registers } from './definitions';

const house = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(house, path), 'utf8');

const pages = [
  ...readdirSync(house).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(house, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];
const texts = new Map(pages.map((page) => [page, read(page)]));
const withoutCode = (text: string): string => text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
const anchorsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading!));

/** Cells of the rows of a page's tables, headings and rules left out. */
function tableRows(text: string): readonly (readonly string[])[] {
  const rows = text.split('\n').map((line) => (line.startsWith('|') ? line.slice(1, -1).split('|') : []));
  const isRule = (row: readonly string[] | undefined): boolean =>
    row?.every((cell) => /^ ?:?-+:? ?$/.test(cell)) ?? true;
  return rows
    .filter(
      (row, index) => row.length > 0 && !isRule(row) && (rows[index + 1]?.length === 0 || !isRule(rows[index + 1])),
    )
    .map((row) => row.map((cell) => cell.trim()));
}

describe('documents', () => {
  test.each(pages)('%s: links lead somewhere', (page) => {
    const links = [...withoutCode(texts.get(page)!).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
    const dead = links
      .filter((target) => !/^(https?|mailto):/.test(target))
      .filter((target) => {
        const [file = '', anchor] = target.split('#');
        const path = file === '' ? join(house, page) : join(house, dirname(page), file);
        if (!existsSync(path)) return true;
        return anchor !== undefined && !anchorsIn(readFileSync(path, 'utf8')).includes(decodeURIComponent(anchor));
      });
    expect(dead).toEqual([]);
  });

  test.each(pages)('%s: its npm commands are there', (page) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...texts.get(page)!.matchAll(/npm (?:run ([\w-]+)|(start|test)\b)/g)].map(
      ([, run, own]) => run ?? own,
    );
    expect(named.filter((name) => !(name! in scripts))).toEqual([]);
  });

  test('the change log tells of this version', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(texts.get('CHANGELOG.md')).toContain(`## [${version}]`);
  });

  test('the README names every chapter that is there', () => {
    expect(chaptersPresent().filter((chapter) => !texts.get('README.md')!.includes(`| ${chapter} `))).toEqual([]);
  });

  test('docs/registers.md is what the definitions say', () => {
    const check = () => execFileSync(process.execPath, ['tools/registers-doc.mjs', '--check'], { cwd: house });
    expect(check).not.toThrow();
  });
});

describe('the guide', () => {
  const guide = texts.get('docs/guide.zh.md')!;

  test('names every register as its tab is called', () => {
    const titles = registers.map(({ title }) => title.zh);
    expect(titles.filter((title) => !guide.includes(title))).toEqual([]);
  });

  test('lists every article of conduct, and no other', () => {
    const conduct = [...texts.get('docs/policy.md')!.matchAll(/^\| (\d[\d.–]*) \| \(conduct\)/gm)].flatMap(([, one]) =>
      articlesOf(one!),
    );
    const part = guide.slice(guide.lastIndexOf('\n## '));
    const listed = tableRows(part).map(([article]) => article);
    expect(conduct.length).toBeGreaterThan(0);
    expect(listed).toEqual(conduct);
  });
});

describe('the dictionary', () => {
  const rows = tableRows(texts.get('docs/dictionary.md')!);

  test('has each term once, with its Chinese word and its home', () => {
    const terms = rows.flatMap(([term]) => term!.split(', '));
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
    expect(rows.filter(([, zh, , home]) => !/\p{Script=Han}/u.test(zh!) || !/\]\(/.test(home!))).toEqual([]);
    expect(rows.length).toBeGreaterThan(40);
  });

  test('has no term that nothing else uses', () => {
    const sources = ['src', 'sidebar']
      .flatMap((folder) =>
        readdirSync(join(house, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
      )
      .filter((file) => /\.tsx?$/.test(file));
    const others = pages.filter((page) => page !== 'docs/dictionary.md');
    const everything = [...sources, ...others]
      .map(read)
      .join('\n')
      .toLowerCase()
      .replace(/[-\s]+/g, '');
    const terms = rows.flatMap(([term]) => term!.split(', '));
    expect(terms.filter((term) => !everything.includes(term.toLowerCase().replace(/[-\s]+/g, '')))).toEqual([]);
  });
});

describe('the threat model', () => {
  const rows = tableRows(texts.get('docs/threat-model.md')!).filter(
    (row) => /^[a-z]/.test(row[0]!) && row.length === 3,
  );
  const proofs = rows.filter(([who]) => !/^(desk|office|public)$/.test(who!)).map((row) => row[2]!);

  test('every line names its test, or says that there is none', () => {
    expect(proofs.length).toBeGreaterThan(30);
    expect(proofs.filter((proof) => !/test\/\S+\.tsx? “|no test yet|\*\*not defended\*\*/.test(proof))).toEqual([]);
  });

  test('the tests that it names are there', () => {
    const named = proofs.flatMap((proof) => [...proof.matchAll(/(test\/[\w./-]+\.tsx?) “([^”]+)”/g)]);
    const missing = named.filter(
      ([, file, name]) => !existsSync(join(house, file!)) || !read(file!).includes(name!.replace(/\*/g, '')),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(missing.map(([whole]) => whole)).toEqual([]);
  });
});

test('no page names a path of one machine', () => {
  const named = pages.filter((page) => /(?:^|[\s(`"])\/(?:work|home|tmp|root|Users)\//m.test(texts.get(page)!));
  expect(named).toEqual([]);
});
