// What a setting is: a column like any other (label, meaning, schema, wording), with a key, an article and a default.
import type { Column } from '../../kernel/columns';
import type { Value } from '../../kernel/values';
import type { Words } from '../../kernel/words';

/** As rules ask for it. Several of a list are their keys joined by commas; nothing chosen is ''. */
export type SettingValue = string | number | boolean;

export interface Setting {
  readonly key: string;
  readonly article: string;
  /** `label` names it, `help` says what it does. */
  readonly column: Column;
  readonly unit?: Words;
  /** In force while nothing is written; words are taken in the workbook's language. */
  readonly preset: Value | Words;
  /** Decided at set-up, which writes it down beside; what is typed later is not in force. */
  readonly fixed?: true;
}

/** Settings that make sense together only; all of them fall back when they do not. */
export interface SettingGroup {
  readonly keys: readonly string[];
  readonly sentence: Words;
  makesSense(values: readonly SettingValue[]): boolean;
}

export function setting(key: string, article: string, column: Column, preset: Value | Words, unit?: Words): Setting {
  return { key, article, column, preset, ...(unit && { unit }) };
}

export const fixed = (one: Setting): Setting => ({ ...one, fixed: true });

export const rising = (values: readonly SettingValue[]): boolean =>
  values.every((value, index) => index === 0 || values[index - 1]! < value);

export const units = {
  workingHours: { zh: '工作小时', en: 'working hours' },
  workingDays: { zh: '个工作日', en: 'working days' },
  days: { zh: '天', en: 'days' },
  months: { zh: '个月', en: 'months' },
  minutes: { zh: '分钟', en: 'minutes' },
  yuan: { zh: '元', en: 'yuan' },
  percent: { zh: '%', en: '%' },
  points: { zh: '分', en: 'points' },
  pieces: { zh: '份', en: 'of them' },
} as const satisfies Readonly<Record<string, Words>>;
