// The rows of a period in a register that only grows: found by a sample of its moments instead of by reading them all. Two
// looks: what is found in the first says what the second reads.
import { addMonths, serialOfDay, type Day } from './civil';
import { firstRow } from './kernel-tabs';
import { recordOf } from './layout';
import { spansOf } from './open-records';
import type { Block } from './ports';
import type { Register } from './register';
import type { ReportReading } from './report';

/** Days, the last not included; without it to the end. */
export interface Days {
  readonly from: Day;
  readonly to?: Day;
}
import type { Cell, RecordRow } from './values';
import type { View } from './view';

export type Cells = readonly (readonly Cell[])[];

export interface Sample {
  readonly row: number;
  readonly cell: Cell;
}

/** Rows read without looking for the period first. */
const fewRows = 400;
const samplesOf = (count: number): number => Math.min(200, Math.max(100, Math.ceil(count / 400)));

/** Where the column stands as long as nobody has moved it. */
const usualColumn = ({ all }: Register, key: string): number => Object.keys(all).indexOf(key);

/** A register that is read whole needs no look of its own. */
export const isWhole = ({ by, between }: ReportReading): boolean => by === undefined && between === undefined;

const columnBlock = ({ sheetId }: Register, at: number): Block => ({
  sheetId,
  fromRow: firstRow,
  fromColumn: at,
  toColumn: at + 1,
});

/** What is read with the first call: everything, some moments, or, where the end of the tab is not known, all moments. */
export function firstBlocks({ register, by, between }: ReportReading, lastRow: number | undefined): readonly Block[] {
  if (between) return between.map((key) => columnBlock(register, usualColumn(register, key)));
  const { sheetId } = register;
  const moments = columnBlock(register, usualColumn(register, by!));
  if (lastRow === undefined) return [moments];
  const count = lastRow + 1 - firstRow;
  if (count <= fewRows) return [{ sheetId, fromRow: firstRow }];
  const samples = samplesOf(count);
  const rows = Array.from({ length: samples }, (_, index) => {
    // Closer together towards the end: what is asked for is mostly of late, however many years there are.
    const back = (count - 1) * (1 - index / (samples - 1)) ** 3;
    return firstRow + Math.floor(count - 1 - back);
  });
  return [...new Set(rows)].map((row): Block => ({ ...moments, fromRow: row, toRow: row + 1 }));
}

const isOrdered = (cells: readonly Cell[]): boolean =>
  cells.every((cell, index) => typeof cell === 'number' && (index === 0 || (cells[index - 1] as number) <= cell));

/** The rows among which the period's are, `to` open when they may reach to the end; undefined when the sample is out of order. */
export function bracketOf(
  found: readonly Sample[],
  from: number,
  to: number | undefined,
): { from: number; to?: number } | undefined {
  const known = found.filter(({ cell }) => cell !== '');
  if (known.length === 0 || !isOrdered(known.map(({ cell }) => cell))) return undefined;
  const before = known.filter(({ cell }) => (cell as number) < from);
  const after = to === undefined ? undefined : known.find(({ cell }) => (cell as number) >= to);
  return { from: before[before.length - 1]?.row ?? firstRow, ...(after && { to: after.row }) };
}

/** What the second call reads of a register. */
export interface SecondLook {
  readonly blocks: readonly Block[];
  /** The records of the period, in the order of their numbers; undefined when all of the register has to be read. */
  take(read: readonly Cells[]): readonly RecordRow[] | undefined;
}

interface Found {
  readonly cells: readonly Cell[];
  readonly row: number;
}

const numbered = (cells: Cells, first: number, no: number): readonly Found[] =>
  cells.map((one, index) => ({ cells: one, row: first + index })).filter((one) => (one.cells[no] ?? '') !== '');

/** All of the register, in which the period's records are then looked for. */
export const wholeBlock = ({ sheetId }: Register): Block => ({ sheetId, fromRow: firstRow });

/** `seen`: what the first call has read for `asked`. */
export function secondLook(
  view: View,
  reading: ReportReading,
  days: Days,
  asked: readonly Block[],
  seen: readonly Cells[],
): SecondLook {
  return reading.between ? touching(view, reading, days, asked, seen) : passing(view, reading, days, asked, seen);
}

/** The records of the period among these cells of the whole register. */
export function recordsAmong(view: View, reading: ReportReading, days: Days, cells: Cells): readonly RecordRow[] {
  const { columns } = view.layout(reading.register);
  return picked(view, reading, days, numbered(cells, firstRow, columns['no']!));
}

interface Bounds {
  readonly from: number;
  readonly to?: number;
}

const boundsOf = ({ monthsBefore = 0 }: ReportReading, { from, to }: Days): Bounds => ({
  from: serialOfDay(addMonths(from, -monthsBefore)),
  ...(to !== undefined && { to: serialOfDay(to) }),
});

/** Tells whether the cells of a row, by the columns that tell its time, are of the period. */
function within(reading: ReportReading, days: Days): (cellOf: (key: string) => Cell) => boolean {
  const { by, between } = reading;
  const { from, to } = boundsOf(reading, days);
  return (cellOf) => {
    const first = cellOf(between ? between[0] : by!);
    const last = between ? cellOf(between[1]) : first;
    if (typeof first !== 'number' || typeof last !== 'number') return false;
    return last >= from && (to === undefined || first < to);
  };
}

function picked(view: View, reading: ReportReading, days: Days, found: readonly Found[]): readonly RecordRow[] {
  const layout = view.layout(reading.register);
  const isWithin = within(reading, days);
  return inOrder(
    found
      .filter(({ cells }) => isWithin((key) => cells[layout.columns[key]!] ?? ''))
      .map(({ cells, row }) => recordOf(layout, cells, row)),
  );
}

function passing(
  view: View,
  reading: ReportReading,
  days: Days,
  asked: readonly Block[],
  seen: readonly Cells[],
): SecondLook {
  const { register, by } = reading;
  const { no, [by!]: at } = view.layout(register).columns as Record<string, number>;
  const everything: SecondLook = {
    blocks: [wholeBlock(register)],
    take: ([cells = []]) => recordsAmong(view, reading, days, cells),
  };
  const [first] = asked;
  if (first?.fromColumn === undefined) {
    return { blocks: [], take: () => recordsAmong(view, reading, days, seen[0] ?? []) };
  }
  if (first.fromColumn !== at) return everything;
  const sample = asked.flatMap((block, index) =>
    (seen[index] ?? []).map((cells, offset): Sample => ({ row: block.fromRow + offset, cell: cells[0] ?? '' })),
  );
  const { from, to } = boundsOf(reading, days);
  const bracket = bracketOf(sample, from, to);
  if (!bracket) return everything;
  const { from: fromRow, to: toRow } = bracket;
  return {
    blocks: [{ sheetId: register.sheetId, fromRow, ...(toRow !== undefined && { toRow }) }],
    take([cells = []]) {
      const rows = numbered(cells, fromRow, no!);
      return isOrdered(rows.map((one) => one.cells[at!] ?? '')) ? picked(view, reading, days, rows) : undefined;
    },
  };
}

function touching(
  view: View,
  reading: ReportReading,
  days: Days,
  asked: readonly Block[],
  seen: readonly Cells[],
): SecondLook {
  const { register, between } = reading;
  const { columns } = view.layout(register);
  if (between!.some((key, index) => asked[index]?.fromColumn !== columns[key])) {
    return {
      blocks: [wholeBlock(register)],
      take: ([cells = []]) => recordsAmong(view, reading, days, cells),
    };
  }
  const [firsts = [], lasts = []] = seen;
  const isWithin = within(reading, days);
  const rows = firsts.flatMap((cells, index) => {
    const cellOf = (key: string): Cell => (key === between![0] ? cells[0] : lasts[index]?.[0]) ?? '';
    return isWithin(cellOf) ? [firstRow + index] : [];
  });
  const spans = spansOf(register, rows);
  return {
    blocks: spans.map(({ from, to }) => ({ sheetId: register.sheetId, fromRow: from, toRow: to })),
    take: (read) =>
      picked(
        view,
        reading,
        days,
        spans.flatMap(({ from }, index) => numbered(read[index] ?? [], from, columns['no']!)),
      ),
  };
}

/** A number as text that sorts as it was given. */
const sortable = (no: string): string =>
  no.replace(/^[A-Z]+-(\d{4})-(\d+)$/, (_, of: string, n: string) => of + n.padStart(9, '0'));

/** As they were numbered, whatever people have sorted the tab by. */
function inOrder(records: readonly RecordRow[]): readonly RecordRow[] {
  return records
    .map((record) => ({ record, at: sortable(record.no) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.record.line - b.record.line))
    .map(({ record }) => record);
}

/** Where registers end, as far as it is remembered. */
export const lastRowOf = (hints: Readonly<Record<string, number>>, register: Register): number | undefined =>
  hints[`${register.workbook}.${register.key}`];
