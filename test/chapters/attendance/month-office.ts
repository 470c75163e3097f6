// An agency that keeps attendance, over memory ports: its tabs filled with rows, and the month's sheet made of them.
import { attendanceMonth } from '../../../src/chapters/attendance/attendance-month.report';
import { attendance, entryOf } from '../../../src/chapters/attendance/attendance.register';
import { leaveFilings } from '../../../src/chapters/attendance/leave-filings.register';
import * as parts from '../../../src/chapters/attendance/month-parts';
import { chapters } from '../../../src/chapters';
import { productOf, type Chapter } from '../../../src/kernel/chapter';
import { addDays } from '../../../src/kernel/civil';
import type { Facts } from '../../../src/kernel/facts';
import type { FactsSource } from '../../../src/kernel/facts-source';
import { layoutOf, recordOf, rowOf } from '../../../src/kernel/layout';
import type { Register } from '../../../src/kernel/register';
import { makeReport } from '../../../src/kernel/report-making';
import { dressed } from '../../../src/kernel/report-sheet';
import type { Cell, RecordRow, Values } from '../../../src/kernel/values';
import { holidayRows } from '../../../src/office/holidays';
import { memoryPorts } from '../../memory/memory-ports';
import { factsWith, type Difference } from '../world';
import { dueDays } from './person';

/** The month's part by itself, with the registers that it reads. */
export const monthChapter: Chapter = {
  key: 'attendance',
  title: { zh: '考勤管理', en: 'Attendance' },
  colour: '#1967d2',
  ...parts,
  registers: [attendance, leaveFilings, ...parts.registers],
};
/** What an agency has besides the chapters that are there. */
export const more: readonly Chapter[] = chapters.some(({ key }) => key === 'attendance') ? [] : [monthChapter];

export const holidays = holidayRows('mainland', 'zh');

/** A row as it stands on the tab: `09:00-18:00`, or one side, or nothing. */
export function attended(person: string, day: string, text: string, different: Values = {}): Values {
  const [came = '', left = ''] = text.split('-');
  const values = { person, day, in: came || null, out: left || null, recordedAt: `${day}T18:30`, state: 'closed' };
  return { ...values, entry: entryOf(values, factsWith()), ...different };
}

/** On all days due in October 2026 but those named. */
export const regular = (person: string, without: readonly string[] = []): readonly Values[] =>
  dueDays.filter((day) => !without.includes(day)).map((day) => attended(person, day, '09:00-18:00'));

export const filed = (person: string, type: string, firstDay: string, different: Values = {}): Values => ({
  ...{ person, type, firstDay, lastDay: firstDay, firstHalf: 'whole', lastHalf: 'whole', state: 'filed' },
  recordedAt: `${firstDay}T08:30`,
  ...different,
});

const dayOfOctober = (date: number): string => addDays('2026-10-01', date - 1);

/** The worked example: person A, here 王芳. */
export const exampleRows: readonly Values[] = [
  ...regular('王芳', [8, 9, 10, 12, 13, 14, 15, 16, 19].map(dayOfOctober)),
  attended('王芳', '2026-10-02', '09:00-18:00'),
  attended('王芳', '2026-10-08', '09:05-18:00'),
  attended('王芳', '2026-10-09', '09:06-18:00'),
  attended('王芳', '2026-10-10', '08:50-17:54'),
  attended('王芳', '2026-10-12', '13:40-18:00'),
  attended('王芳', '2026-10-13', '09:00-'),
  attended('王芳', '2026-10-14', '', { finding: 'absent' }),
  attended('王芳', '2026-10-17', '09:00-12:00'),
];
export const exampleLeave: readonly Values[] = [
  filed('王芳', 'annual', '2026-10-12', { lastHalf: 'morning' }),
  filed('王芳', 'personal', '2026-10-15'),
  filed('王芳', 'sick', '2026-10-16', { firstHalf: 'afternoon' }),
  filed('王芳', 'annual', '2026-10-20', { state: 'cancelled' }),
];

export interface MonthOffice {
  readonly ports: ReturnType<typeof memoryPorts>;
  /** Other facts from now on. */
  differ(difference: Difference): void;
  fill(register: Register, rows: readonly Values[]): void;
  make(asked?: { period?: string; subject?: string }): { sheetId: number; title: string };
  /** Cells of a generated tab below its head of four rows, by the tab's name. */
  tab(title: string): readonly (readonly Cell[])[];
  titles(): readonly string[];
  plan(title: string): ReturnType<ReturnType<typeof memoryPorts>['generated']>[number]['plan'];
  records(register: Register): readonly RecordRow[];
  /** Changes cells of a record where it stands. */
  set(register: Register, no: string, values: Values): void;
}

export function monthOffice(
  rows: readonly Values[] = exampleRows,
  leave: readonly Values[] = exampleLeave,
  first: Difference = {},
  { blankRows = 1_500, factsOf = factsWith }: { blankRows?: number; factsOf?(difference: Difference): Facts } = {},
): MonthOffice {
  let difference: Difference = { now: '2026-11-02T09:30:00', as: '王芳', calendar: holidays, ...first };
  const product = productOf([monthChapter]);
  const ports = memoryPorts({ now: difference.now!, registers: product.registers, blankRows });
  const source: FactsSource = { registers: [], build: (_, { now }) => factsOf({ ...difference, now }) };
  const layout = (register: Register) => layoutOf(register, Object.keys(register.all), 'zh');
  const fill = (register: Register, values: readonly Values[]): void => {
    const there = Math.max(0, ports.cells('desk', register.sheetId).length - 2);
    const known = layout(register);
    const cells = values.map((one, index) =>
      rowOf(known, {
        no: `${register.serial}-2026-${String(there + index + 1).padStart(5, '0')}`,
        ...one,
      }),
    );
    if (cells.length > 0) ports.people('desk').type(register.sheetId, 2 + there, 0, cells);
  };
  fill(attendance, rows);
  fill(leaveFilings, leave);
  const records = (register: Register): readonly RecordRow[] =>
    ports
      .cells('desk', register.sheetId)
      .slice(2)
      .map((cells, index) => recordOf(layout(register), cells, index + 2));
  const generated = (title: string) => {
    const found = ports.generated('desk').find((one) => one.title === title);
    if (!found)
      throw new Error(
        `no tab ${title}: ${ports
          .generated('desk')
          .map((one) => one.title)
          .join(', ')}`,
      );
    return found;
  };
  return {
    ports,
    differ(more_) {
      difference = { ...difference, ...more_ };
      if (more_.now) ports.setNow(more_.now);
    },
    fill,
    make({ period = '2026-10', subject = '' } = {}) {
      const { as = '王芳' } = difference;
      const via = as === 'clock' ? 'clock' : 'account';
      const who = { context: via === 'clock' ? 'office' : 'desk', via, account: '' } as const;
      return makeReport({ ports, product, source, who }, attendanceMonth, { period, subject }, '#1967d2');
    },
    tab: (title) => ports.cells('desk', generated(title).sheetId).slice(4),
    titles: () => ports.generated('desk').map(({ title }) => title),
    plan: (title) => generated(title).plan,
    records,
    set(register, no, values) {
      const record = records(register).find((one) => one.no === no)!;
      const { columns } = layout(register);
      const cells = rowOf(layout(register), values);
      for (const key of Object.keys(values)) {
        ports.people('desk').type(register.sheetId, record.row, columns[key]!, [[cells[columns[key]!]!]]);
      }
    },
  };
}

/** The column of a heading, by its words, on the tab below its head. */
export function columnAt(cells: readonly (readonly Cell[])[], heading: string | number): number {
  const head = cells.find(([first]) => first === '工号')!;
  return head.indexOf(heading);
}

/** What the sheet computes, as simple as its formulas are: sums and differences of cells of the tab. */
export function computed(cells: readonly (readonly Cell[])[], row: number, column: number): Cell {
  const cell = cells[row]?.[column] ?? '';
  if (typeof cell !== 'string' || !cell.startsWith('=')) return cell;
  const place = (name: string): [number, number] => {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
    const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return [Number(digits) - 1 - 4, at];
  };
  const valueAt = (name: string): number => Number(computed(cells, ...place(name)) || 0);
  const sum = /^=SUM\(([A-Z]+\d+)(?::([A-Z]+\d+))?\)$/.exec(cell);
  if (sum) {
    const [from, at] = place(sum[1]!);
    const [to] = place(sum[2] ?? sum[1]!);
    return Array.from({ length: to - from + 1 }, (_, index) => Number(computed(cells, from + index, at) || 0)).reduce(
      (total, one) => total + one,
      0,
    );
  }
  const plain = cell
    .slice(1)
    .replace(/-\(([A-Z]+\d+)-([\d.]+)\)/g, (_, name: string, free: string) => `-${name}+${free}`);
  return [...plain.matchAll(/([+-]?)([A-Z]+\d+|[\d.]+)/g)].reduce((total, [, sign, term]) => {
    const value = /^[A-Z]/.test(term!) ? valueAt(term!) : Number(term);
    return sign === '-' ? total - value : total + value;
  }, 0);
}

/** The tones of a row of the plan, below the head. */
export const tonesOf = (plan: ReturnType<MonthOffice['plan']>, row: number): readonly (string | undefined)[] =>
  plan.rows[row + 4]!.map((cell) => dressed(cell).tone);
