import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlesOf, chaptersPresent, cited } from './definitions';

/** Chapters whose articles are not carried out yet. A chapter that is there must leave this list. */
const stillToCome: readonly string[] = ['mail', 'procurement', 'confidentiality'];

const chapterOf: Readonly<Record<string, string>> = {
  '1.3.2': 'reception',
  '1.3.3': 'reception',
  '1.3.4': 'mail',
  '1.3.5': 'supplies',
  '1': 'duties',
  '2': 'reception',
  '3': 'supplies',
  '4': 'mail',
  '5': 'procurement',
  '6': 'attendance',
  '7': 'training',
  '8': 'appraisal',
  '9': 'confidentiality',
};

const policy = readFileSync(join(__dirname, '../../docs/policy.md'), 'utf8');
const articles = [...policy.matchAll(/^\| (\d[\d.–]*) \| (.*) \|$/gm)].flatMap(([, numbers, text]) =>
  articlesOf(numbers ?? '').map((article) => ({ article, conduct: text?.startsWith('(conduct)') ?? false })),
);
const chapter = (article: string) => chapterOf[article] ?? chapterOf[article.split('.')[0] ?? ''] ?? 'nobody';
const due = articles.filter(({ article, conduct }) => !conduct && !stillToCome.includes(chapter(article)));

describe('the policy', () => {
  test('is read whole', () => {
    expect(articles).toHaveLength(79);
    expect(articles.filter(({ conduct }) => conduct).map(({ article }) => article)).toEqual(
      articlesOf('1.1, 1.2, 1.3.1, 1.4.1–1.4.3, 2.1.1, 2.1.5, 2.2.1, 9.2.1'),
    );
    expect(new Set(articles.map(({ article }) => article)).size).toBe(articles.length);
  });

  test('every article that asks for more than conduct is carried out by a definition', () => {
    expect(due.filter(({ article }) => !cited.has(article)).map(({ article }) => article)).toEqual([]);
  });

  test('definitions cite articles that exist', () => {
    // 8.2 and the like may be cited as a whole section; nothing else is made up.
    const known = articles.map(({ article }) => article);
    const exists = (one: string) => known.some((article) => article === one || article.startsWith(`${one}.`));
    expect([...cited].filter((one) => !exists(one))).toEqual([]);
  });

  test('a chapter that is there is no longer to come', () => {
    expect(chaptersPresent().filter((name) => stillToCome.includes(name))).toEqual([]);
  });
});
