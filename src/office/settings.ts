// The settings in force: what is written on the settings tab where it makes sense, else the last good value, else the preset.
// The last good value stands in a hidden column of the same row; `lastGoodUpdates` says what is to be kept there.
import { accepts } from '../kernel/columns';
import type { Sentence } from '../kernel/errors';
import type { Facts } from '../kernel/facts';
import type { Update } from '../kernel/plan';
import { isEmpty, sameValue, type RecordRow, type Value, type Values } from '../kernel/values';
import { list, say, wordings, type Language, type Words } from '../kernel/words';
import { settingGroups, settingList, type Setting, type SettingGroup, type SettingValue } from './setting-list';

/** What is written for a setting and not in force. */
export interface SettingFault {
  readonly key: string;
  readonly label: Words;
  readonly typed: string;
  readonly sentence: Sentence;
  /** The value in force instead, as it is shown. */
  inForce(language: Language): string;
}

export interface Settings {
  /** Throws for a key that is no setting: a bug. */
  value<T extends SettingValue>(key: string): T;
  /** For `health`. */
  faults(): readonly SettingFault[];
}

/** What a setting that names a person is held against. */
type Known = Pick<Facts, 'directory' | 'today'>;

const byKey = new Map(settingList.map((one) => [one.key, one]));

export const settingOf = (key: string): Setting | undefined => byKey.get(key);

const isWords = (preset: Value | Words): preset is Words =>
  typeof preset === 'object' && preset !== null && 'zh' in preset;

const presetOf = ({ preset }: Setting, language: Language): Value => (isWords(preset) ? say(preset, language) : preset);

/** Keys instead of wordings, so that it reads the same in every language. */
function plain(value: Value): SettingValue {
  if (Array.isArray(value)) return value.join(',');
  return value === null ? '' : (value as SettingValue);
}

/** "8 小时" and "90%" mean 8 and 90. */
function withoutUnit({ unit }: Setting, typed: string): string {
  const ending = (unit ? wordings(unit) : []).find((one) => typed.length > one.length && typed.endsWith(one));
  return ending === undefined ? typed : typed.slice(0, -ending.length).trim();
}

interface Reading {
  readonly value: Value;
  readonly fault?: Sentence;
}

/** What is written, understood. Null where nothing is. */
function read(setting: Setting, cell: Value | undefined, known: Known | undefined): Reading | null {
  if (isEmpty(cell)) return null;
  const { column } = setting;
  const written = withoutUnit(setting, String(cell).trim());
  // A time pasted into a cell of text arrives as the serial number's digits.
  const asNumber = /^0?\.\d+$/.test(written) ? [column.fromCell(Number(written), 'zh')] : [];
  const value = [column.fromCell(written, 'zh'), ...asNumber].find((one) => accepts(column, one));
  if (value === undefined) return { value: written, fault: { words: column.wrong } };
  // Columns that ask more than their schema ask about people and days only.
  const facts = known as Facts | undefined;
  const fault = facts && column.resolve?.(value, facts);
  if (fault) return { value, fault };
  return { value: (facts && column.canonical?.(value, facts)) ?? value };
}

/** What set-up has fixed; null where it may be changed. */
function fixedOf(setting: Setting, row: Values | undefined): Reading | null {
  const written = setting.fixed ? read(setting, row?.['lastGood'], undefined) : null;
  return written?.fault ? null : written;
}

const fixedAtSetUp: Words = {
  zh: '安装时定下，以后不能改。请改回来。',
  en: 'This was fixed at set-up and cannot be changed. Please put it back.',
};

function readTyped(setting: Setting, row: Values | undefined, known: Known | undefined): Reading | null {
  const typed = read(setting, row?.['value'], known);
  const fixed = fixedOf(setting, row);
  if (!typed || typed.fault || !fixed || sameValue(typed.value, fixed.value)) return typed;
  return { ...typed, fault: { words: fixedAtSetUp } };
}

interface Standing {
  readonly setting: Setting;
  readonly row: RecordRow | undefined;
  readonly typed: Reading | null;
  /** In force by itself; its group may still say no. */
  readonly own: Value;
}

interface InForce extends Standing {
  readonly value: Value;
  readonly fault: Sentence | undefined;
}

function lastGoodOf(setting: Setting, row: RecordRow | undefined, language: Language, known?: Known): Value {
  const last = read(setting, row?.values['lastGood'], known);
  return last && !last.fault ? last.value : presetOf(setting, language);
}

function standingOf(setting: Setting, row: RecordRow | undefined, language: Language, known?: Known): Standing {
  const typed = readTyped(setting, row?.values, known);
  // Nothing written means the preset; something wrong means what was right before.
  const own =
    typed === null
      ? (fixedOf(setting, row?.values)?.value ?? presetOf(setting, language))
      : typed.fault
        ? lastGoodOf(setting, row, language, known)
        : typed.value;
  return { setting, row, typed, own };
}

const groupOf = new Map(settingGroups.flatMap((group) => group.keys.map((key) => [key, group] as const)));

/** Answers for one setting at a time, because a command asks for few of them. */
function readerOf(rows: readonly RecordRow[], known: Known | undefined): (setting: Setting) => InForce {
  const language = languageOf(rows);
  const rowByKey = new Map([...rows].reverse().map((row) => [row.values['key'], row]));
  const standing = (key: string): Standing => standingOf(byKey.get(key)!, rowByKey.get(key), language, known);

  /** The values of a group that falls back as a whole: the last good ones, if they make sense. */
  const fallback = (group: SettingGroup): readonly Value[] => {
    const last = group.keys.map((key) => lastGoodOf(byKey.get(key)!, rowByKey.get(key), language, known));
    return group.makesSense(last.map(plain)) ? last : group.keys.map((key) => presetOf(byKey.get(key)!, language));
  };

  return (setting) => {
    const one = standing(setting.key);
    const alone = { ...one, value: one.own, fault: one.typed?.fault };
    const group = groupOf.get(setting.key);
    if (!group || group.makesSense(group.keys.map((key) => plain(standing(key).own)))) return alone;
    const value = fallback(group)[group.keys.indexOf(setting.key)]!;
    const isLost = one.typed && !sameValue(one.typed.value, value);
    return { ...one, value, fault: alone.fault ?? (isLost ? { words: group.sentence } : undefined) };
  };
}

/** Before anything else, because presets are worded in it. */
export function languageOf(rows: readonly RecordRow[]): Language {
  const row = rows.find((one) => one.values['key'] === 'agency.language');
  return standingOf(byKey.get('agency.language')!, row, 'zh').own as Language;
}

function faultsWith(reader: ReturnType<typeof readerOf>): readonly SettingFault[] {
  return settingList.map(reader).flatMap(({ setting, row, fault, value }) =>
    fault
      ? [
          {
            key: setting.key,
            label: setting.column.label,
            typed: String(row?.values['value'] ?? ''),
            sentence: fault,
            inForce: (language: Language) => setting.column.show(value, language),
          },
        ]
      : [],
  );
}

/** `rows`: of the settings tab. Without `known`, settings that name a person are taken as written. */
export function settingsOf(rows: readonly RecordRow[], known?: Known): Settings {
  const reader = readerOf(rows, known);
  const asked = new Map<string, SettingValue>();
  return {
    value<T extends SettingValue>(key: string): T {
      const setting = byKey.get(key);
      if (!setting) throw new Error(`there is no setting ${key}`);
      const value = asked.get(key) ?? plain(reader(setting).value);
      asked.set(key, value);
      return value as T;
    },
    faults: () => faultsWith(reader),
  };
}

const unknownKey: Words = {
  zh: '没有这一项设置。请运行“安装 / 检查”补齐本表，不要自己添加行。',
  en: 'There is no such setting. “Set up / check” completes this tab; please add no rows.',
};

/** What is wrong with a row of the settings tab, for its 填写提示. */
export function settingFault(row: Values, facts: Facts): Sentence | undefined {
  const setting = byKey.get(String(row['key'] ?? ''));
  if (!setting) return { words: unknownKey };
  const typed = readTyped(setting, row, facts);
  if (typed?.fault || typed === null) return typed?.fault;
  const group = groupOf.get(setting.key);
  return group && plain(typed.value) !== facts.setting(setting.key) ? { words: group.sentence } : undefined;
}

/** Rows whose good value is not yet remembered as the last good one. An emptied value forgets it. */
export function lastGoodUpdates(rows: readonly RecordRow[], known: Known): readonly Update[] {
  return settingList.map(readerOf(rows, known)).flatMap(({ setting, row, typed, value, fault }) => {
    if (!row || fault || fixedOf(setting, row.values)) return [];
    const lastGood = typed === null ? null : String(plain(value));
    if (sameValue(row.values['lastGood'], lastGood)) return [];
    return [{ record: row, values: { lastGood }, transition: 'keepLastGood', article: setting.article }];
  });
}

const choose: Words = { zh: '可填：{options}。', en: 'One of: {options}.' };
const chooseSome: Words = { zh: '可填几项：{options}。', en: 'Several of: {options}.' };

function meaningOf({ column }: Setting, language: Language): string {
  const meaning = column.help ? say(column.help, language) : '';
  if (!column.options) return meaning;
  const options = list(
    column.options.map((option) => say(option.words, language)),
    language,
  );
  const hint = say(Array.isArray(column.fromCell('x', language)) ? chooseSome : choose, language, { options });
  return [meaning, hint].filter((part) => part !== '').join(language === 'en' ? ' ' : '');
}

/** The rows that set-up writes, but for those that are there already; `values` are what the person set up chose, by key. */
export function settingRows(
  language: Language,
  there: ReadonlySet<string> = new Set(),
  values: Readonly<Record<string, Value>> = {},
): readonly Values[] {
  return settingList
    .filter(({ key }) => !there.has(key))
    .map((setting) => {
      const value = values[setting.key] ?? presetOf(setting, language);
      return {
        key: setting.key,
        label: say(setting.column.label, language),
        value: setting.column.show(value, language) || null,
        unit: setting.unit ? say(setting.unit, language) : null,
        article: setting.article,
        meaning: meaningOf(setting, language),
        ...(setting.fixed && { lastGood: String(plain(value)) }),
      };
    });
}

const middleFails: Words = {
  zh: '合格总分 {total} 高于 59：各项都在第二档的人也可能不合格。',
  en: 'Qualified from {total} is above 59: somebody in band 2 throughout may fail.',
};
const topNotExcellent: Words = {
  zh: '优秀总分 {total} 高于 80：各项都在第一档的人也可能不是优秀。',
  en: 'Excellent from {total} is above 80: somebody in band 1 throughout may not be excellent.',
};

/** In force, but hardly meant: for set-up and health to say. By the bands of 8.2 all-middle totals 59 to 70, all-top 80 to 100. */
export function settingWarnings(settings: Settings): readonly Sentence[] {
  const qualified = settings.value<number>('appraisal.qualifiedFrom');
  const excellent = settings.value<number>('appraisal.excellentFrom');
  return [
    ...(qualified > 59 ? [{ words: middleFails, values: { total: qualified } }] : []),
    ...(excellent > 80 ? [{ words: topNotExcellent, values: { total: excellent } }] : []),
  ];
}
