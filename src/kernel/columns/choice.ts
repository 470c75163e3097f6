// Columns with a list to choose from. On the tab stands the wording, in the code the key.
import * as z from 'zod/mini';
import type { Value } from '../values';
import { list, say, wordings, type Words } from '../words';
import { later, makeColumn, type Column, type ColumnOptions, type Option, type Tone } from './column';

/** Keys and wordings of a list; a state may have a tone. */
export type Choices = Readonly<Record<string, Words | { readonly words: Words; readonly tone: Tone }>>;

export function optionsOf(choices: Choices): readonly Option[] {
  return Object.entries(choices).map(([key, entry]) =>
    'words' in entry ? { key, words: entry.words, tone: entry.tone } : { key, words: entry },
  );
}

/** The key that is meant by a wording in any language, or by itself; what means none comes back as it is. */
function keyReader(options: readonly Option[]): (said: string) => string {
  const keys = later(() => {
    const found = new Map<string, string>();
    for (const { key, words } of options)
      for (const said of [key, ...wordings(words)]) if (!found.has(said)) found.set(said, key);
    return found;
  });
  return (said) => keys().get(said) ?? said;
}

const wordsOf = (options: readonly Option[], key: string): Words | undefined =>
  options.find((option) => option.key === key)?.words;

const pick: Words = { zh: '请从列表中选择。', en: 'Please choose from the list.' };

export function choice(label: Words, choices: Choices, options: ColumnOptions = {}): Column {
  const all = optionsOf(choices);
  const keyOf = keyReader(all);
  const read = (input: unknown): Value => {
    const said = String(input ?? '').trim();
    return said === '' ? null : keyOf(said);
  };
  return makeColumn(label, options, {
    kind: 'choice',
    width: 90,
    format: { type: 'TEXT', pattern: '@', align: 'CENTER' },
    control: { type: 'choice' },
    options: all,
    schema: later(() => z.enum(all.map((option) => option.key) as [string, ...string[]])),
    wrong: pick,
    fromCell: read,
    fromInput: read,
    toCell: (value, language) => wordedKey(all, value, language),
    show: (value, language) => wordedKey(all, value, language),
  });
}

function wordedKey(all: readonly Option[], value: Value, language: Parameters<typeof say>[1]): string {
  if (value === null) return '';
  const words = wordsOf(all, String(value));
  return words ? say(words, language) : String(value);
}

/** Several of a list; in the cell separated by 、 or a comma. */
export function choices(label: Words, some: Choices, options: ColumnOptions = {}): Column {
  const all = optionsOf(some);
  const keyOf = keyReader(all);
  const read = (input: unknown): Value => {
    const said = Array.isArray(input) ? input.map(String) : String(input ?? '').split(/[、,，;；]/);
    const keys = said
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map(keyOf);
    return keys.length === 0 ? null : [...new Set(keys)];
  };
  const worded: Column['show'] = (value, language) =>
    Array.isArray(value)
      ? list(
          value.map((key: string) => wordedKey(all, key, language)),
          language,
        )
      : String(value ?? '');
  return makeColumn(label, options, {
    kind: 'choices',
    width: 150,
    format: { type: 'TEXT', pattern: '@' },
    control: { type: 'choices' },
    options: all,
    schema: later(() => z.array(z.enum(all.map((option) => option.key) as [string, ...string[]]))),
    wrong: { zh: '请从列表中选择，几项之间用顿号隔开。', en: 'Please choose from the list, separated by commas.' },
    fromCell: read,
    fromInput: read,
    toCell: worded,
    show: worded,
  });
}

const yes: Words = { zh: '是', en: 'Yes' };
const no: Words = { zh: '否', en: 'No' };

const eitherWay = later(() => z.boolean());

/** A drop-down, not a checkbox: an unticked checkbox counts as data and would make every row look used. */
export function yesNo(label: Words, options: ColumnOptions = {}): Column {
  const read = (input: unknown): Value => {
    if (typeof input === 'boolean') return input;
    const said = String(input ?? '').trim();
    if (said === '') return null;
    if (wordings(yes).includes(said) || /^(true|y|yes|√|✓|1)$/i.test(said)) return true;
    if (wordings(no).includes(said) || /^(false|n|no|×|0)$/i.test(said)) return false;
    return said;
  };
  const worded: Column['show'] = (value, language) =>
    value === true ? say(yes, language) : value === false ? say(no, language) : String(value ?? '');
  return makeColumn(label, options, {
    kind: 'yesNo',
    width: 60,
    format: { type: 'TEXT', pattern: '@', align: 'CENTER' },
    control: { type: 'yesNo' },
    options: [
      { key: 'true', words: yes },
      { key: 'false', words: no },
    ],
    schema: eitherWay,
    wrong: { zh: '请选“是”或“否”。', en: 'Yes or No.' },
    fromCell: read,
    fromInput: read,
    toCell: worded,
    show: worded,
  });
}
