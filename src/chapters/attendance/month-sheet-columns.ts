// 6.3.1: the columns of the month's sheet in the order that HR knows: who, the days, the totals, what was said to them.
import { weekday, type Day } from '../../kernel/civil';
import type { Tone } from '../../kernel/columns';
import type { Facts } from '../../kernel/facts';
import type { SheetRow } from '../../kernel/report-sheet';
import type { Words } from '../../kernel/words';
import { leaveTypes, type LeaveKey } from '../../office/leave-types';
import { weekdays } from '../../office/working-hours';
import type { SheetLine } from './month-sheets';
import { columnWords, formats, type Tell } from './month-sheet-words';

const before = ['staffNo', 'name', 'department'] as const;
const counts = [
  'due',
  'actual',
  'lateTimes',
  'lateMinutes',
  'earlyTimes',
  'earlyMinutes',
  'missingPunches',
  'absence',
] as const;
const afterLeave = ['restDaysWorked', 'holidaysWorked', 'unrecorded'] as const;
const said = ['remark', 'confirmed', 'confirmedAt'] as const;

export type CountColumn = (typeof counts)[number] | (typeof afterLeave)[number];
export type SheetColumn = keyof typeof columnWords;

export interface SheetColumns {
  readonly days: readonly Day[];
  /** The types of leave that occur. */
  readonly leave: readonly LeaveKey[];
  at(column: SheetColumn | LeaveKey): number;
  /** Of the first day. */
  readonly firstDay: number;
  readonly width: number;
  readonly widths: readonly number[];
}

export function columnsOf(days: readonly Day[], lines: readonly SheetLine[]): SheetColumns {
  const leave = (Object.keys(leaveTypes) as LeaveKey[]).filter((type) =>
    lines.some(({ month }) => month.totals.leave[type] !== undefined),
  );
  const order: readonly string[] = [...before, ...days, ...counts, ...leave, ...afterLeave, ...said];
  // Narrow enough that a month across an A4 page can be read, wide enough for the totals of a hundred people.
  const own: Readonly<Record<string, number>> = {
    ...{ staffNo: 56, name: 58, department: 58, due: 46, actual: 46 },
    ...{ remark: 100, confirmed: 48, confirmedAt: 74 },
  };
  const widthOf = (column: string): number =>
    own[column] ?? (days.includes(column) ? 26 : formatOf(column as CountColumn) === formats.count ? 34 : 40);
  return {
    ...{ days, leave },
    at: (column) => order.indexOf(column),
    firstDay: before.length,
    width: order.length,
    widths: order.map(widthOf),
  };
}

/** Halves for days, whole numbers for times and minutes. */
export const formatOf = (column: CountColumn | LeaveKey) =>
  /Times$|Minutes$|Punches$/.test(column) ? formats.count : formats.days;

const kindWords: Readonly<Record<string, { readonly words: Words; readonly tone: Tone }>> = {
  holiday: { words: { zh: '节', en: 'H' }, tone: 'active' },
  dayOff: { words: { zh: '假', en: 'D' }, tone: 'off' },
  makeUp: { words: { zh: '补班', en: 'M-up' }, tone: 'waiting' },
};
const weekdayWords = Object.values(weekdays);

/** The labels, and below the numbers of the days their weekdays and what the calendar says of them. */
export function headRows({ days, leave }: SheetColumns, { calendar }: Facts, t: Tell): readonly SheetRow[] {
  const head = (value: string | number) => ({ value, look: 'head' as const, format: formats.middle });
  const labels = (keys: readonly SheetColumn[]) => keys.map((key) => head(t(columnWords[key])));
  const blank = (count: number) => Array.from({ length: count }, () => ({ value: '', look: 'head' as const }));
  const below = days.map((day) => {
    const name = t(weekdayWords[weekday(day) - 1]!)
      .replace('周', '')
      .replace('週', '');
    const kind = kindWords[calendar.kindOf(day) ?? ''];
    const isFree = !calendar.isWorkDay(day);
    return {
      value: kind ? `${name}\n${t(kind.words)}` : name,
      look: 'head' as const,
      format: formats.code,
      ...((kind || isFree) && { tone: kind?.tone ?? ('off' as const) }),
    };
  });
  return [
    [
      ...labels(before),
      ...days.map((day) => head(Number(day.slice(8)))),
      ...labels(counts),
      ...leave.map((type) => head(t(leaveTypes[type].words))),
      ...labels(afterLeave),
      ...labels(said),
    ],
    [...blank(before.length), ...below, ...blank(counts.length + leave.length + afterLeave.length + said.length)],
  ];
}

/** Every column of numbers, in order. */
export const numberColumns = ({ leave }: SheetColumns): readonly (CountColumn | LeaveKey)[] => [
  ...counts,
  ...leave,
  ...afterLeave,
];
