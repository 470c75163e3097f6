// The unified social credit code of an organisation (统一社会信用代码): 18 characters, the last one a check character.
import { text, type Column, type ColumnOptions } from '../kernel/columns';
import { halfWidth } from '../kernel/columns/text';
import type { Value } from '../kernel/values';
import type { Words } from '../kernel/words';

/** GB 32100-2015: digits and capital letters without I, O, S, V and Z; a character's place is its value. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Registering authority, kind of organisation, region (six digits), organisation (nine), check character. */
const form = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** The check character that belongs to the first 17 characters: weights are the powers of 3 modulo 31. */
export function checkCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31]!;
}

export const isCreditCode = (code: string): boolean => form.test(code) && checkCharacter(code) === code[17];

const wrongForm: Words = {
  zh: '统一社会信用代码应为 18 位数字或大写字母（不用 I、O、S、V、Z），现为 {length} 位。',
  en: 'A unified social credit code has 18 digits or capital letters (never I, O, S, V, Z); this has {length}.',
};
const wrongCheck: Words = {
  zh: '统一社会信用代码的校验位不对，请与营业执照核对。',
  en: 'The check character of this unified social credit code does not fit; please compare it with the licence.',
};

const tidy = (input: unknown): Value =>
  halfWidth(String(input ?? ''))
    .replace(/[\s-]/g, '')
    .toUpperCase() || null;

export function creditCode(label: Words, options: ColumnOptions = {}): Column {
  return {
    ...text(label, { width: 165, ...options }),
    fromCell: tidy,
    fromInput: tidy,
    resolve(value) {
      const code = String(value);
      if (!form.test(code)) return { words: wrongForm, values: { length: code.length } };
      return isCreditCode(code) ? undefined : { words: wrongCheck };
    },
  };
}
