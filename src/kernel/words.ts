// What people read, in the three languages of the product.

/** `hant` (traditional Chinese) is filled in by the build from `zh`; nobody writes it by hand. */
export interface Words {
  readonly zh: string;
  readonly en: string;
  readonly hant?: string;
}

export type Language = 'zh' | 'hant' | 'en';
export const languages: readonly Language[] = ['zh', 'hant', 'en'];

/** Who acts when nobody does: the clock. */
export const theSystem: Words = { zh: '系统', en: 'The system' };

/** What may stand in the place of a name: words are said in the same language. */
export type Said = string | number | Words;

/** The words in one language, with `{name}` replaced by `values.name`. */
export function say(words: Words, language: Language, values: Readonly<Record<string, Said>> = {}): string {
  const template = language === 'en' ? words.en : language === 'hant' ? (words.hant ?? words.zh) : words.zh;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const said = Object.entries(values).find(([key]) => key === name)?.[1] ?? whole;
    return typeof said === 'object' ? say(said, language) : String(said);
  });
}

/** Words with other words put in, in each language; put together when they are said. */
export function composed(words: Words, values: Readonly<Record<string, Words>>): Words {
  return {
    get zh() {
      return say(words, 'zh', values);
    },
    get hant() {
      return say(words, 'hant', values);
    },
    get en() {
      return say(words, 'en', values);
    },
  };
}

/** Every wording of the same words: what a tab may hold after its language changed. */
export function wordings(words: Words): readonly string[] {
  return [words.zh, words.hant ?? words.zh, words.en];
}

/** Joins as the language does: 、 in Chinese, a comma in English. */
export function list(items: readonly string[], language: Language): string {
  return items.join(language === 'en' ? ', ' : '、');
}
