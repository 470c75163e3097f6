// 6.3.1: a person's month in words, as the page shows it to them and to the head who signs.
import { labelOf } from '../../kernel/columns';
import type { Facts } from '../../kernel/facts';
import { text, type Values } from '../../kernel/values';
import { list, say, type Language, type Words } from '../../kernel/words';
import { leaveTypes, type LeaveKey } from '../../office/leave-types';
import { attendanceConfirmations } from './attendance-confirmations.register';
import { codeOf, legend } from './day-code';
import type { Month, MonthDay, MonthTotals } from './month-rules';

const parts = {
  due: { zh: '应出勤 {n} 天', en: '{n} days due' },
  actual: { zh: '实际出勤 {n} 天', en: '{n} days worked' },
  late: { zh: '迟到 {n} 次 {m} 分钟', en: 'late {n} times, {m} minutes' },
  early: { zh: '早退 {n} 次 {m} 分钟', en: 'left early {n} times, {m} minutes' },
  missing: { zh: '缺卡 {n} 次', en: '{n} missing punches' },
  absence: { zh: '旷工 {n} 天', en: '{n} days absent without leave' },
  leave: { zh: '{what} {n} 天', en: '{what}: {n} days' },
  rest: { zh: '休息日出勤 {n} 天', en: '{n} rest days worked' },
  holiday: { zh: '法定节假日出勤 {n} 天', en: '{n} public holidays worked' },
  unrecorded: { zh: '未登记 {n} 天', en: '{n} days unrecorded' },
} satisfies Record<string, Words>;

/** What is due and what was worked, and whatever else there is. */
export function totalsInWords(totals: MonthTotals, language: Language): string {
  const part = (words: Words, n: number, more: Readonly<Record<string, number | Words>> = {}): readonly string[] =>
    n === 0 ? [] : [say(words, language, { n, ...more })];
  const leave = (Object.keys(totals.leave) as LeaveKey[]).flatMap((type) =>
    part(parts.leave, totals.leave[type]!.counted, { what: leaveTypes[type].words }),
  );
  return list(
    [
      say(parts.due, language, { n: totals.due }),
      say(parts.actual, language, { n: totals.actual }),
      ...part(parts.late, totals.lateTimes, { m: totals.lateMinutes }),
      ...part(parts.early, totals.earlyTimes, { m: totals.earlyMinutes }),
      ...part(parts.missing, totals.missingPunches),
      ...part(parts.absence, totals.absence),
      ...leave,
      ...part(parts.rest, totals.restDaysWorked),
      ...part(parts.holiday, totals.holidaysWorked),
      ...part(parts.unrecorded, totals.unrecorded),
    ],
    language,
  );
}

/** `1 节、2 班、…`, without the days that do not count. */
const daysInWords = (days: readonly MonthDay[], language: Language): string =>
  list(
    days
      .filter(({ code }) => code.length > 0)
      .map(({ day, code }) => `${Number(day.slice(8))} ${codeOf(code, language)}`),
    language,
  );

export const leaveUsed = (months: readonly Month[]): readonly LeaveKey[] => {
  const used = new Set(
    months
      .flatMap(({ days }) => days.flatMap(({ code }) => code))
      .flatMap((one) => (typeof one === 'string' ? [] : one.leave)),
  );
  return (Object.keys(leaveTypes) as LeaveKey[]).filter((type) => used.has(type));
};

/** Totals on the first line, the days one by one on the second. */
export const summaryOf = ({ days, totals }: Month, language: Language): string =>
  [totalsInWords(totals, language), daysInWords(days, language)].join('\n');

const words = {
  totals: { zh: '合计', en: 'Totals' },
  days: { zh: '逐日', en: 'Day by day' },
  legend: { zh: '图例', en: 'Legend' },
} satisfies Record<string, Words>;

/** The marks that stand in the codes of this line. */
function legendFor(days: string, language: Language): string {
  const found = new Set(days.split(/[、,]\s*|[+]/).map((one) => one.trim().split(' ').pop()));
  const leave = legend(language, Object.keys(leaveTypes) as LeaveKey[]);
  const isUsed = (code: string): boolean =>
    [...found].some((one) => one === code || one?.replace(/[上下]$|-[ap]m$/, '') === code);
  return list(
    leave.filter(({ code }) => isUsed(code)).map(({ code, meaning }) => `${code} ${meaning}`),
    language,
  );
}

/** The line of a confirmation as a table of facts. */
export function lineFacts(values: Values, { language }: Facts): readonly (readonly [string, string])[] {
  const [totals = '', days = ''] = text(values['summary']).split('\n');
  const shown = ['month', 'department', 'remark', 'objection', 'settler', 'settled']
    .filter((key) => text(values[key]) !== '')
    .map((key) => [labelOf(attendanceConfirmations.columns[key]!, language), text(values[key])] as const);
  return [
    ...shown.slice(0, 2),
    [say(words.totals, language), totals],
    [say(words.days, language), days],
    [say(words.legend, language), legendFor(days, language)],
    ...shown.slice(2),
  ];
}
