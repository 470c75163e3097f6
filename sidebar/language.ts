// The language on the screen, and words in it.
import { cell } from './cell';
import type { Language, Words } from '../src/kernel/words';
import { words, type Word } from './words';

export const language = cell<Language>('zh');

export const languageTags: Readonly<Record<Language, string>> = { zh: 'zh-CN', hant: 'zh-HK', en: 'en' };
export const languageNames: Readonly<Record<Language, string>> = { zh: '简体中文', hant: '繁體中文', en: 'English' };

export function setLanguage(next: Language): void {
  language.value = next;
  if (typeof document !== 'undefined') document.documentElement.lang = languageTags[next];
}

/** A word of the catalogue, with `{name}` replaced by `values.name`. */
export const t = (word: Word, values: Values = {}): string => inLanguage(words[word], values);

type Values = Readonly<Record<string, string | number>>;

/** Words of another catalogue. */
export function inLanguage(entry: Words, values: Values = {}): string {
  const chosen = language.value === 'en' ? entry.en : language.value === 'hant' ? (entry.hant ?? entry.zh) : entry.zh;
  return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** Several words as one text. */
export const listed = (texts: readonly string[]): string => texts.join(t('listMark'));
