// 8.2: the sheet of one person, as an office files it: head, table, notes, legend.
import { addDays } from '../../kernel/civil';
import type { Facts, Person } from '../../kernel/facts';
import type { Span } from '../../kernel/indicator';
import type { ReportBody, SheetRow } from '../../kernel/report-sheet';
import { spread } from '../../kernel/report-sheet';
import { text, type RecordRow } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { appraisals } from './appraisals.register';
import { isWhole } from './part';
import type { Pair } from '../../kernel/pairs';
import type { ScoreLine } from './sheet-lines';
import { noteRows } from './sheet-notes';
import { headRow, tableOf, widths } from './sheet-table';
import { columns } from './sheet-typed';
import { tellIn } from './sheet-words';

const words = {
  title: { zh: '前台人员绩效考核表：{person}　{quarter}', en: 'Appraisal of {person}, {quarter}' },
  tab: { zh: '考核 {person} {quarter}', en: 'Appraisal {person} {quarter}' },
  head: {
    zh: '工号：{staffNo}　部门：{department}　考核人：{assessor}　编号：{no}　状态：{state}',
    en: 'Staff no. {staffNo} · {department} · Assessor: {assessor} · {no} · {state}',
  },
  part: {
    zh: '本季度只在职一段时间：按 {from} 至 {to} 考核。',
    en: 'Employed for part of the quarter: appraised on {from} to {to}.',
  },
  assessorSigns: { zh: '考核人签字：　　　　　　　　日期：', en: 'Assessor:                 Date: ' },
  employeeSigns: { zh: '被考核人签字：　　　　　　　　日期：', en: 'Employee:                 Date: ' },
  scoring: {
    zh: '观察项和没有数据、数据偏少的指标由人评分：选档次，再选档次内的得分。总分和等级自动计算，100 分满分。',
    en: 'What is observed, and what has no or few data, is scored by people: choose a band, then points inside it. Total and grade follow.',
  },
  data: {
    zh: '测得的百分比由笔数算出，取两位小数；点“依据”看原始记录。没有数据不等于 0：须在说明栏写评分理由。',
    en: 'Percentages come from counts, cut to two decimals; “where from” leads to the records. No data is not 0: the remark says why.',
  },
  grades: {
    zh: '依据制度 8.1–8.5。同事评价只列平均，不署名。办结后本表锁定。',
    en: 'Policy 8.1–8.5. Colleagues’ views are averages without names. The sheet is locked when all is done.',
  },
} satisfies Record<string, Words>;

export interface SheetGiven {
  /** As it is once the sheet is made. */
  readonly record: RecordRow;
  readonly person: Person | undefined;
  readonly part: Span;
  readonly period: Span;
  readonly lines: readonly ScoreLine[];
  readonly summary: readonly Pair[];
  readonly views: Pair;
  readonly facts: Facts;
}

export const partName = ({ values }: RecordRow, { directory }: Facts): string =>
  directory.person(text(values['person']))?.staffNo ?? text(values['person']);

export function sheetOf({ record, person, part, period, lines, summary, views, facts }: SheetGiven): ReportBody {
  const t = tellIn(facts.language);
  const { values, no } = record;
  const said = { person: text(values['person']), quarter: text(values['quarter']) };
  const head = {
    no,
    staffNo: person?.staffNo ?? '',
    department: person?.department ?? '',
    assessor: text(values['assessor']),
    state: appraisals.columns['state']!.show(values['state'] ?? null, facts.language),
  };
  const wide = (value: string): SheetRow => spread({ value }, columns.length);
  const top = [
    wide(t(words.head, head)),
    ...(isWhole(part, period) ? [] : [wide(t(words.part, { from: part.from, to: addDays(part.to, -1) }))]),
    headRow(t),
  ];
  const table = tableOf(lines, top.length, facts);
  const signatures = [t(words.assessorSigns), t(words.employeeSigns)].flatMap((value) =>
    spread({ value }, columns.length / 2),
  );
  return {
    part: partName(record, facts),
    ...(values['state'] === 'closed' && { locked: true as const }),
    title: t(words.title, said),
    tab: t(words.tab, said),
    widths,
    headRows: top.length,
    rows: [...top, ...table.rows, ...noteRows(values, summary, views, facts), [], signatures],
    marks: table.marks,
    entries: table.entries,
    legend: [t(words.scoring), t(words.data), t(words.grades)],
    prints: 'portrait',
  };
}
