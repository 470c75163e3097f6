// 6.3.1, 6.3.2: the month's sheet of a department as a tab: what is wrong first, then the table, then the signature.
import type { ReportGiven } from '../../kernel/report';
import { besideFrozen, down, type DressedCell, type ReportBody, type SheetRow } from '../../kernel/report-sheet';
import { addDays } from '../../kernel/civil';
import { text, type RecordRow } from '../../kernel/values';
import { list, say, type Words } from '../../kernel/words';
import type { OfficeCalendar } from '../../office/calendar';
import { yearGap } from '../../office/holidays';
import { attendance } from './attendance.register';
import { attendanceMonths } from './attendance-months.register';
import { legend } from './day-code';
import { daysOfPeriod } from './month-lines';
import { columnsOf, headRows } from './month-sheet-columns';
import { differs, tableRows, type Filling } from './month-sheet-rows';
import { partOf, type MonthSheet } from './month-sheets';
import { tellIn, type Tell } from './month-sheet-words';
import { leaveUsed } from './month-summary';

const words = {
  title: { zh: '考勤统计表　{department}　{month}', en: 'Attendance of {month}: {department}' },
  soFar: { zh: '{title}（未满月，统计至 {upTo}）', en: '{title} (not over yet, up to {upTo})' },
  notBegun: { zh: '{title}（未满月，尚无可统计的日子）', en: '{title} (not over yet, no day to count)' },
  version: { zh: '{title}（第 {version} 版）', en: '{title} (version {version})' },
  tab: { zh: '考勤 {department} {month}', en: 'Attendance {department} {month}' },
  tabVersion: { zh: '{tab} 第 {version} 版', en: '{tab} v{version}' },
  doubles: {
    zh: '同一人同一天有两行考勤记录，均未计入，请核对后只留一行：{rows}',
    en: 'Two rows for one person and day, neither counted; please settle which is right: {rows}',
  },
  double: { zh: '{name} {day}（{nos}）', en: '{name} {day} ({nos})' },
  link: { zh: '看考勤记录：第 {from} 至 {to} 行', en: 'See the attendance register: rows {from} to {to}' },
  noRows: { zh: '这个月没有考勤记录。', en: 'Nothing was recorded in this month.' },
  signature: { zh: '部门负责人签字：', en: 'Department head: ' },
  signed: { zh: '{who}　{at}　{way}', en: '{who}, {at}, {way}' },
  unsigned: { zh: '　　　　　　　　日期：', en: '                Date: ' },
  received: { zh: '行政人事签收：　　　　　　　　日期：', en: 'Received by HR:                 Date: ' },
  legend: { zh: '图例：{codes}', en: 'Legend: {codes}' },
  rule: {
    zh: '实际出勤 = 应出勤 − 应出勤日的请假 − 旷工 − 未登记；公出算出勤。按日历天计的假，落在休息日的部分不减。红色为未登记。',
    en: 'Worked = due − leave on due days − absent − unrecorded; being out on duty is work. Leave counted in calendar days lowers it only on due days. Red: unrecorded.',
  },
  remark: {
    zh: '“备注”可以直接填写；重新生成时会带到新表。“本人确认”由本人凭邮件链接确认。',
    en: 'Remarks may be typed here and are carried over when the sheet is made again. People confirm by the link sent to them.',
  },
} satisfies Record<string, Words>;

export function tabOf({ department, month, version }: MonthSheet, t: Tell): string {
  const tab = t(words.tab, { department, month });
  return version === 1 ? tab : t(words.tabVersion, { tab, version });
}

function titleOf({ department, month, version }: MonthSheet, { facts, period }: ReportGiven, t: Tell): string {
  const plain = t(words.title, { department, month });
  const title = version === 1 ? plain : t(words.version, { title: plain, version });
  if (!period.running) return title;
  const upTo = addDays(facts.today, -1);
  return upTo < period.from ? t(words.notBegun, { title }) : t(words.soFar, { title, upTo });
}

function doublesSaid({ lines }: MonthSheet, { facts }: ReportGiven, t: Tell): readonly string[] {
  const said = lines.flatMap(({ person, doubles }) =>
    [...new Set(doubles.map(({ values }) => text(values['day'])))].map((day) => {
      const nos = doubles.filter(({ values }) => values['day'] === day).map(({ no }) => no);
      return t(words.double, { name: person.label, day, nos: list(nos, facts.language) });
    }),
  );
  return said.length > 0 ? [t(words.doubles, { rows: list(said, facts.language) })] : [];
}

function gapsSaid({ facts, period }: ReportGiven): readonly string[] {
  const region = facts.setting<Parameters<typeof yearGap>[1]>('agency.region');
  const gap = yearGap(facts.calendar as OfficeCalendar, region, Number(period.from.slice(0, 4)));
  return gap ? [say(gap.words, facts.language, gap.values)] : [];
}

/** The way to the rows of the register from which the figures come. */
function registerLink(rows: readonly RecordRow[], t: Tell): DressedCell {
  if (rows.length === 0) return { value: t(words.noRows), look: 'quiet' };
  const places = rows.map(({ row }) => row);
  const [fromRow, toRow] = [Math.min(...places), Math.max(...places) + 1];
  const columns = { fromColumn: 0, toColumn: Object.keys(attendance.all).length };
  const value = t(words.link, { from: fromRow + 1, to: toRow });
  return { value, leadsTo: { sheetId: attendance.sheetId, fromRow, toRow, ...columns } };
}

/** Who, when and how; a line to sign on while nobody has. */
function signatureOf({ record }: MonthSheet, isFinal: boolean, { facts }: ReportGiven, t: Tell): string {
  const shown = (key: string): string =>
    attendanceMonths.columns[key]!.show(record?.values[key] ?? null, facts.language);
  const signed = { who: shown('signedBy'), at: shown('signedAt'), way: shown('signedVia') };
  return t(words.signature) + (isFinal ? t(words.signed, signed) : t(words.unsigned));
}

/** As many to a line as the page is wide. */
function inLines(said: readonly string[]): readonly (readonly string[])[] {
  const most = 9;
  return said.flatMap((_, index) => (index % most === 0 ? [said.slice(index, index + most)] : []));
}

/** Number and name stay in view. */
const frozenColumns = 2;
const beside = besideFrozen(frozenColumns);

/** `rows`: of the attendance register, in the period. */
export function bodyOf(
  sheet: MonthSheet,
  isFinal: boolean,
  rows: readonly RecordRow[],
  given: ReportGiven,
): ReportBody {
  const { facts, period } = given;
  const t = tellIn(facts.language);
  const columns = columnsOf(daysOfPeriod(period), sheet.lines);
  const filling: Filling = { sheet, columns, given, t, isAsked: !period.running, isFinal };
  const wrong = [...gapsSaid(given), ...doublesSaid(sheet, given, t)];
  const top: readonly SheetRow[] = [
    ...wrong.map((value): SheetRow => [...beside, { value, tone: 'late' }]),
    ...headRows(columns, facts, t),
  ];
  const table = tableRows(top.length, filling);
  const codes = legend(facts.language, leaveUsed(sheet.lines.map(({ month }) => month)));
  const codesSaid = inLines(codes.map(({ code, meaning }) => `${code} ${meaning}`));
  // The second stands far enough to the right for a name and a date.
  const between = Array.from({ length: columns.firstDay + 14 - frozenColumns }, () => '');
  const signatures = [
    ...beside,
    { value: signatureOf(sheet, isFinal, given, t) },
    ...between,
    { value: t(words.received) },
  ];
  const remarks = down(top.length, top.length + sheet.lines.length, columns.at('remark'));
  return {
    part: partOf(sheet.department, sheet.version),
    title: titleOf(sheet, given, t),
    tab: tabOf(sheet, t),
    widths: columns.widths,
    rows: [...top, ...table, [...beside, registerLink(rows, t)], [], signatures],
    headRows: top.length,
    frozenColumns,
    fontSize: 9,
    marks: [
      { area: down(top.length, top.length + table.length, columns.at('actual')), text: t(differs), tone: 'late' },
    ],
    legend: [
      ...codesSaid.map((said) => t(words.legend, { codes: list(said, facts.language) })),
      t(words.rule),
      t(words.remark),
    ],
    prints: 'landscape',
    ...(isFinal ? { locked: true } : sheet.lines.length > 0 && { entries: [remarks] }),
  };
}
