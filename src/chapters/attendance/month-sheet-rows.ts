// 6.3.1: the rows of the month's sheet: one a person, with what can be added up added up by the sheet itself, and the totals.
import { serialOfMoment } from '../../kernel/civil';
import type { Tone } from '../../kernel/columns';
import type { ReportGiven } from '../../kernel/report';
import { cellAt, down, formula, type DressedCell, type Formula, type SheetRow } from '../../kernel/report-sheet';
import { text } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import type { LeaveKey } from '../../office/leave-types';
import { attendanceConfirmations } from './attendance-confirmations.register';
import { codeOf } from './day-code';
import type { CodePart } from './day-result';
import type { MonthDay, MonthTotals } from './month-rules';
import { formatOf, numberColumns, type CountColumn, type SheetColumns } from './month-sheet-columns';
import { entryOf, type MonthSheet, type SheetLine } from './month-sheets';
import { formats, type Tell } from './month-sheet-words';

const words = {
  total: { zh: '合计', en: 'Total' },
  check: { zh: '核对', en: 'Check' },
  agrees: { zh: '相符', en: 'agrees' },
  differs: { zh: '不符', en: 'differs' },
} satisfies Record<string, Words>;
export const differs = words.differs;

/** How a sheet is filled: alive while it is on its way, with values once it is signed. */
export interface Filling {
  readonly sheet: MonthSheet;
  readonly columns: SheetColumns;
  readonly given: ReportGiven;
  readonly t: Tell;
  /** Whether people are asked to confirm: not before the month is over. */
  readonly isAsked: boolean;
  readonly isFinal: boolean;
}

/** The first that applies; red is for what nobody has recorded. */
const tones: readonly (readonly [Tone, readonly CodePart[]])[] = [
  ['late', ['unrecorded', 'halfUnrecorded', 'double']],
  ['waiting', ['late', 'early', 'missing', 'absent', 'halfAbsent']],
  ['active', ['holiday', 'onFreeDay']],
  ['off', ['rest', 'dayOff']],
];

function dayCell({ code }: MonthDay, { given }: Filling): DressedCell {
  const tone = tones.find(([, parts]) => code.some((part) => parts.includes(part)))?.[0];
  return { value: codeOf(code, given.facts.language), format: formats.code, ...(tone && { tone }) };
}

const countOf = ({ leave, ...totals }: MonthTotals, column: CountColumn | LeaveKey): number =>
  column in totals ? totals[column as CountColumn] : (leave[column as LeaveKey]?.counted ?? 0);

/** Of leave only what falls on due days lowers it. */
function actualOf({ month }: SheetLine, row: number, { columns }: Filling): Formula {
  const cell = (column: CountColumn | LeaveKey) => cellAt(row, columns.at(column));
  const leave = columns.leave.reduce(
    (sum, type): Formula => {
      const { counted = 0, onDueDays = 0 } = month.totals.leave[type] ?? {};
      const free = counted - onDueDays;
      return free === 0 ? formula`${sum}-${cell(type)}` : formula`${sum}-(${cell(type)}-${free})`;
    },
    formula``,
  );
  return formula`${cell('due')}${leave}-${cell('absence')}-${cell('unrecorded')}`;
}

/** What the person's confirmation says now; '' while there is none. */
function answerCells(line: SheetLine, filling: Filling): readonly DressedCell[] {
  const { sheet, given, isAsked, isFinal } = filling;
  const { month, department, version } = sheet;
  const { state } = attendanceConfirmations.columns;
  const values = line.confirmation?.values ?? {};
  const at = text(values['answeredAt']);
  if (!isAsked) return [{ value: '' }, { value: '' }];
  if (isFinal) {
    const said = state!.show(values['state'] ?? null, given.facts.language);
    return [
      { value: said, format: formats.code },
      { value: at === '' ? '' : serialOfMoment(at), format: formats.answered },
    ];
  }
  const entry = { text: entryOf(month, department, version, line.person.staffNo) };
  const found = (key: string): Formula =>
    formula`INDEX(${given.column(attendanceConfirmations, key)},MATCH(${entry},${given.column(attendanceConfirmations, 'entry')},0))`;
  const ifAny = (it: Formula): Formula => formula`IFERROR(IF(${it}="","",${it}),"")`;
  return [
    { formula: ifAny(found('state')), format: { ...formats.middle, wrap: true } },
    { formula: ifAny(found('answeredAt')), format: formats.answered },
  ];
}

function lineRow(line: SheetLine, row: number, filling: Filling): SheetRow {
  const { sheet, columns } = filling;
  const { person, month } = line;
  return [
    ...[person.staffNo, person.name, sheet.department].map((value): DressedCell => ({ value, format: formats.text })),
    ...month.days.map((day) => dayCell(day, filling)),
    ...numberColumns(columns).map((column): DressedCell =>
      column === 'actual'
        ? { formula: actualOf(line, row, filling), format: formatOf(column) }
        : { value: countOf(month.totals, column), format: formatOf(column) },
    ),
    { value: line.remark, format: formats.text },
    ...answerCells(line, filling),
  ];
}

const filler = (count: number): readonly DressedCell[] =>
  Array.from({ length: count }, () => ({ value: '', look: 'total' as const }));

function totalRow(from: number, to: number, { columns, t }: Filling): SheetRow {
  const sum = (column: CountColumn | LeaveKey): DressedCell => ({
    formula: to > from ? formula`SUM(${down(from, to, columns.at(column))})` : formula`0`,
    format: formatOf(column),
    look: 'total',
  });
  return [
    { value: t(words.total), look: 'total' },
    ...filler(columns.at('due') - 1),
    ...numberColumns(columns).map(sum),
    ...filler(3),
  ];
}

/** The sums against what the rules have counted day by day. */
function checkRow(total: number, { sheet, columns, t }: Filling): SheetRow {
  const counted = (column: CountColumn): number =>
    sheet.lines.reduce((sum, { month }) => sum + month.totals[column], 0);
  const agrees = (column: CountColumn): Formula => formula`${cellAt(total, columns.at(column))}=${counted(column)}`;
  const check = formula`IF(AND(${agrees('due')},${agrees('actual')}),${{ text: t(words.agrees) }},${{ text: t(words.differs) }})`;
  return [
    { value: t(words.check), look: 'quiet' },
    ...Array.from({ length: columns.at('actual') - 1 }, () => ''),
    { formula: check, format: formats.middle },
  ];
}

/** From row `from` on: the people, the totals, the check. */
export function tableRows(from: number, filling: Filling): readonly SheetRow[] {
  const { lines } = filling.sheet;
  const total = from + lines.length;
  return [
    ...lines.map((line, index) => lineRow(line, from + index, filling)),
    totalRow(from, total, filling),
    checkRow(total, filling),
  ];
}
