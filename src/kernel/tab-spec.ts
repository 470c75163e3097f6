// A tab as it should be on the sheet: made from a register, before any service is asked for it.
import { labelOf, type CellFormat, type Column, type Tone } from './columns';
import { copyWidth, firstRow, kernelTabs } from './kernel-tabs';
import type { Register } from './register';
import { list, say, type Language, type Words } from './words';

/** Formatted blank rows kept below the records, for what people type. */
export const blankRows = 200;
export const homeSheetId = 9000;

export type DropDown =
  | { readonly options: readonly string[] }
  /** The cells of a column of another tab of the workbook. */
  | { readonly sheetId: number; readonly column: string };

export interface ColumnSpec {
  readonly key: string;
  readonly label: string;
  /** Shown when the pointer rests on the label. */
  readonly note: string;
  readonly width: number;
  readonly format: CellFormat;
  readonly hidden: boolean;
  /** Filled by the system or a workflow: typing there is warned of. */
  readonly guarded: boolean;
  readonly dropDown?: DropDown;
  readonly colours: readonly { readonly text: string; readonly tone: Tone }[];
}

export interface HomeLine {
  readonly chapter: string;
  readonly title: string;
  readonly register: string;
  readonly sheetId: number;
}

/** The first tab: a link to each register with today's counts, and the state of set-up. */
export interface HomeSpec {
  readonly heading: string;
  readonly columns: readonly [string, string, string, string];
  readonly lines: readonly HomeLine[];
  /** Column of each register that says when a record was entered. */
  readonly countedBy: string;
  readonly openSheetId: number;
  readonly status: readonly string[];
}

export interface TabSpec {
  readonly sheetId: number;
  readonly title: string;
  readonly colour?: string;
  readonly hidden: boolean;
  /** Rows above the data: two on registers (keys, labels), one on the kernel's own tabs. */
  readonly headings: 0 | 1 | 2;
  readonly rows: number;
  readonly width: number;
  readonly columns: readonly ColumnSpec[];
  /** `hard`: only the owner and the editors named at set-up may type here. */
  readonly protection: 'none' | 'warn' | 'hard';
  readonly home?: HomeSpec;
}

/** Where drop-downs of people and departments come from. */
const sources: Readonly<Partial<Record<Column['control']['type'], readonly [string, string]>>> = {
  person: ['staff', 'name'],
  department: ['departments', 'name'],
};

const filledBySystem: Words = {
  zh: '由系统填写，请勿手工修改。',
  en: 'Filled in by the system; please leave it alone.',
};
const filledByWorkflow: Words = {
  zh: '随办理步骤自动填写，请用侧边栏办理。',
  en: 'Filled in by the steps of the workflow; please use the sidebar.',
};
const needed: Words = { zh: '必填。', en: 'Needed.' };
const articleWords: Words = { zh: '制度 {article}', en: 'Policy {article}' };
const severalWords: Words = {
  zh: '可填几项，用顿号隔开：{options}',
  en: 'One or more, separated by commas: {options}',
};
const anyoneWords: Words = { zh: '填员工姓名或部门名称。', en: 'The name of a member of staff or of a department.' };

function noteOf(register: Register, column: Column, language: Language): string {
  const several = column.control.type === 'choices';
  const lines = [
    ...(column.help ? [say(column.help, language)] : []),
    ...(column.by === 'system' ? [say(filledBySystem, language)] : []),
    ...(column.by === 'workflow' ? [say(filledByWorkflow, language)] : []),
    ...(column.required && column.by === 'hand' ? [say(needed, language)] : []),
    ...(several ? [say(severalWords, language, { options: list(optionsIn(column, language), language) })] : []),
    ...(column.control.type === 'personOrDepartment' ? [say(anyoneWords, language)] : []),
    say(articleWords, language, { article: register.article }),
  ];
  return lines.join('\n');
}

const optionsIn = (column: Column, language: Language): readonly string[] =>
  (column.options ?? []).map((option) => say(option.words, language));

function dropDownOf(column: Column, language: Language, others: readonly Register[]): DropDown | undefined {
  // Several options in one cell would each be marked as wrong.
  if (column.options) return column.control.type === 'choices' ? undefined : { options: optionsIn(column, language) };
  const [register, key] = sources[column.control.type] ?? [];
  const source = others.find((one) => one.key === register);
  return source && key !== undefined && key in source.all ? { sheetId: source.sheetId, column: key } : undefined;
}

function columnSpec(register: Register, key: string, language: Language, others: readonly Register[]): ColumnSpec {
  const column = register.all[key]!;
  const dropDown = dropDownOf(column, language, others);
  return {
    key,
    label: labelOf(column, language),
    note: noteOf(register, column, language),
    width: column.width,
    format: column.format,
    hidden: column.hidden,
    guarded: column.by !== 'hand',
    ...(dropDown && { dropDown }),
    colours: (column.options ?? []).flatMap((option) =>
      option.tone ? [{ text: say(option.words, language), tone: option.tone }] : [],
    ),
  };
}

/** `others`: the registers of the same workbook, for drop-downs of people and departments. */
export function registerTab(
  register: Register,
  colour: string,
  language: Language,
  others: readonly Register[],
): TabSpec {
  const columns = Object.keys(register.all).map((key) => columnSpec(register, key, language, others));
  return {
    sheetId: register.sheetId,
    title: say(register.title, language),
    colour,
    hidden: false,
    headings: 2,
    rows: firstRow + blankRows,
    width: columns.length,
    columns,
    protection: register.protection ?? 'warn',
  };
}

const plain: CellFormat = { type: 'TEXT', pattern: '@' };

/** The kernel's own tabs: hidden, one row of keys. */
export function hiddenTabs(language: Language): readonly TabSpec[] {
  return kernelTabs.map(({ sheetId, title, rows, columns }) => ({
    sheetId,
    title: say(title, language),
    hidden: true,
    headings: columns.length > 0 ? 1 : 0,
    rows,
    width: columns.length > 0 ? columns.length : copyWidth,
    protection: 'warn',
    columns: columns.map((key) => ({
      key,
      label: key,
      note: '',
      width: 100,
      format: plain,
      hidden: false,
      guarded: false,
      colours: [],
    })),
  }));
}

const homeTitle: Words = { zh: '首页', en: 'Home' };
const homeHeading: Words = { zh: '{agency} · 前台', en: '{agency} · Front desk' };
const homeColumns: readonly [Words, Words, Words, Words] = [
  { zh: '章节', en: 'Chapter' },
  { zh: '登记表', en: 'Register' },
  { zh: '今日登记', en: 'Entered today' },
  { zh: '未办结', en: 'Open' },
];

export interface HomeOptions {
  readonly agency: string;
  readonly language: Language;
  readonly status: readonly string[];
  readonly chapters: readonly { readonly title: Words; readonly registers: readonly Register[] }[];
}

/** `chapters`: those with registers in the same workbook. */
export function homeTab({ agency, language, status, chapters }: HomeOptions): TabSpec {
  const lines = chapters.flatMap(({ title, registers }) =>
    registers.map((register) => ({
      chapter: say(title, language),
      title: say(register.title, language),
      register: register.key,
      sheetId: register.sheetId,
    })),
  );
  return {
    sheetId: homeSheetId,
    title: say(homeTitle, language),
    hidden: false,
    headings: 0,
    rows: Math.max(100, lines.length + 20),
    width: 8,
    columns: [],
    protection: 'warn',
    home: {
      heading: say(homeHeading, language, { agency }),
      columns: homeColumns.map((words) => say(words, language)) as unknown as HomeSpec['columns'],
      lines,
      countedBy: 'recordedAt',
      openSheetId: kernelTabs.find((tab) => tab.key === 'open-records')!.sheetId,
      status,
    },
  };
}
