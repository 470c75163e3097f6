// The settings in force: what is written on the settings tab where it makes sense, else the last good value, else the preset.
// The last good value stands in a hidden column of the same row; `lastGoodUpdates` says what is to be kept there.
import { faultOf } from '../kernel/columns';
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
  readonly faults: readonly SettingFault[];
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
  const value = [column.fromCell(written, 'zh'), ...asNumber].find((one) => column.schema.safeParse(one).success);
  if (value === undefined) return { value: written, fault: { words: column.wrong } };
  // Columns that ask more than their schema ask about people and days only.
  const facts = known as Facts | undefined;
  const fault = facts ? faultOf(column, value, facts) : undefined;
  if (fault) return { value, fault };
  return { value: (facts && column.canonical?.(value, facts)) ?? value };
}

interface Standing {
  readonly setting: Setting;
  readonly row: RecordRow | undefined;
  readonly typed: Reading | null;
  /** In force by itself; its group may still say no. */
  readonly own: Value;
  readonly fallback: Value;
}

function standingOf(setting: Setting, rows: readonly RecordRow[], language: Language, known?: Known): Standing {
  const row = rows.find((one) => one.values['key'] === setting.key);
  const typed = read(setting, row?.values['value'], known);
  const last = read(setting, row?.values['lastGood'], known);
  const preset = presetOf(setting, language);
  const fallback = last && !last.fault ? last.value : preset;
  // Nothing written means the preset; something wrong means what was right before.
  const own = typed === null ? preset : typed.fault ? fallback : typed.value;
  return { setting, row, typed, own, fallback };
}

interface InForce extends Standing {
  readonly value: Value;
  readonly fault: Sentence | undefined;
}

function groupFallback(group: SettingGroup, members: readonly Standing[], language: Language): readonly Value[] {
  const last = members.map((one) => one.fallback);
  return group.makesSense(last.map(plain)) ? last : members.map((one) => presetOf(one.setting, language));
}

function inForceOf(rows: readonly RecordRow[], known: Known | undefined): readonly InForce[] {
  const language = languageOf(rows);
  const standings = settingList.map((one) => standingOf(one, rows, language, known));
  const overruled = new Map<string, { value: Value; sentence: Words }>();
  for (const group of settingGroups) {
    const members = group.keys.map((key) => standings.find((one) => one.setting.key === key)!);
    if (group.makesSense(members.map((one) => plain(one.own)))) continue;
    const values = groupFallback(group, members, language);
    group.keys.forEach((key, index) => overruled.set(key, { value: values[index]!, sentence: group.sentence }));
  }
  return standings.map((one) => {
    const over = overruled.get(one.setting.key);
    const value = over ? over.value : one.own;
    const lost = over && one.typed && !sameValue(one.typed.value, value);
    return { ...one, value, fault: one.typed?.fault ?? (lost ? { words: over.sentence } : undefined) };
  });
}

/** Before anything else, because presets are worded in it. */
export function languageOf(rows: readonly RecordRow[]): Language {
  return standingOf(byKey.get('agency.language')!, rows, 'zh').own as Language;
}

/** `rows`: of the settings tab. Without `known`, settings that name a person are taken as written. */
export function settingsOf(rows: readonly RecordRow[], known?: Known): Settings {
  const all = inForceOf(rows, known);
  const values = new Map(all.map(({ setting, value }) => [setting.key, plain(value)]));
  return {
    value<T extends SettingValue>(key: string): T {
      const value = values.get(key);
      if (value === undefined) throw new Error(`there is no setting ${key}`);
      return value as T;
    },
    faults: all.flatMap(({ setting, row, fault, value }) =>
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
    ),
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
  const typed = read(setting, row['value'], facts);
  if (typed?.fault || typed === null) return typed?.fault;
  const group = settingGroups.find((one) => one.keys.includes(setting.key));
  return group && plain(typed.value) !== facts.setting(setting.key) ? { words: group.sentence } : undefined;
}

/** Rows whose good value is not yet remembered as the last good one. An emptied value forgets it. */
export function lastGoodUpdates(rows: readonly RecordRow[], known: Known): readonly Update[] {
  return inForceOf(rows, known).flatMap(({ setting, row, typed, value, fault }) => {
    if (!row || fault) return [];
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
    .map((setting) => ({
      key: setting.key,
      label: say(setting.column.label, language),
      value: setting.column.show(values[setting.key] ?? presetOf(setting, language), language) || null,
      unit: setting.unit ? say(setting.unit, language) : null,
      article: setting.article,
      meaning: meaningOf(setting, language),
    }));
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
