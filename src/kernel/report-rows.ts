// The rows of a period in a register that only grows: found by a sample of its moments instead of by reading them all.
import { serialOfDay, type Day } from './civil';
import { firstRow } from './kernel-tabs';
import { recordOf } from './layout';
import type { Block } from './ports';
import type { Register } from './register';
import type { ReportReading } from './report';
import type { Cell, RecordRow } from './values';
import type { View } from './view';

type Cells = readonly (readonly Cell[])[];

export interface Sample {
  readonly row: number;
  readonly cell: Cell;
}

/** Rows read without looking for the period first. */
const fewRows = 400;
const samples = 100;

/** Where the column stands as long as nobody has moved it. */
const usualColumn = ({ register, by }: PeriodReading): number => Object.keys(register.all).indexOf(by);

export type PeriodReading = ReportReading & { readonly by: string };
export const isPeriodReading = (one: ReportReading): one is PeriodReading => one.by !== undefined;

/** What is read with the first call: everything, some moments, or, where the end of the tab is not known, all moments. */
export function firstBlocks(reading: PeriodReading, lastRow: number | undefined): readonly Block[] {
  const { sheetId } = reading.register;
  const at = usualColumn(reading);
  const moments = { sheetId, fromColumn: at, toColumn: at + 1 };
  if (lastRow === undefined) return [{ ...moments, fromRow: firstRow }];
  const count = lastRow + 1 - firstRow;
  if (count <= fewRows) return [{ sheetId, fromRow: firstRow }];
  return Array.from({ length: samples }, (_, index): Block => {
    const row = firstRow + Math.floor((index * (count - 1)) / (samples - 1));
    return { ...moments, fromRow: row, toRow: row + 1 };
  });
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

/** The records of a span of days, read where the first look says; in the order of their numbers. */
export function periodRecords(
  view: View,
  reading: PeriodReading,
  span: { readonly from: Day; readonly to?: Day },
  asked: readonly Block[],
  seen: readonly Cells[],
): readonly RecordRow[] {
  const { sheetId } = reading.register;
  const layout = view.layout(reading.register);
  const { no, [reading.by]: by } = layout.columns as Record<string, number>;
  const from = serialOfDay(span.from);
  const to = span.to === undefined ? undefined : serialOfDay(span.to);

  const numbered = (cells: Cells, first: number): readonly Found[] =>
    cells
      .map((one, index) => ({ cells: one, row: first + index, moment: one[by!] ?? '' }))
      .filter((one) => (one.cells[no!] ?? '') !== '');
  const within = (found: readonly Found[]): readonly RecordRow[] =>
    found
      .filter(({ moment }) => typeof moment === 'number' && moment >= from && (to === undefined || moment < to))
      .map((one) => recordOf(layout, one.cells, one.row));
  const everything = (): readonly Found[] => numbered(view.read([{ sheetId, fromRow: firstRow }])[0] ?? [], firstRow);

  /** Undefined when the tab is not in the order in which it was written. */
  function found(): readonly Found[] | undefined {
    const [first] = asked;
    if (first?.fromColumn === undefined) return numbered(seen[0] ?? [], firstRow);
    if (first.fromColumn !== by) return undefined;
    const sample = asked.flatMap((block, index) =>
      (seen[index] ?? []).map((cells, offset): Sample => ({ row: block.fromRow + offset, cell: cells[0] ?? '' })),
    );
    const bracket = bracketOf(sample, from, to);
    if (!bracket) return undefined;
    const { from: fromRow, ...end } = bracket;
    const rows = numbered(
      view.read([{ sheetId, fromRow, ...(end.to !== undefined && { toRow: end.to }) }])[0] ?? [],
      fromRow,
    );
    return isOrdered(rows.map(({ moment }) => moment)) ? rows : undefined;
  }
  return inOrder(within(found() ?? everything()));
}

interface Found {
  readonly cells: readonly Cell[];
  readonly row: number;
  readonly moment: Cell;
}

/** A number as text that sorts as it was given. */
const sortable = (no: string): string =>
  no.replace(/^[A-Z]+-(\d{4})-(\d+)$/, (_, of: string, n: string) => of + n.padStart(9, '0'));

/** As they were numbered, whatever people have sorted the tab by. */
function inOrder(records: readonly RecordRow[]): readonly RecordRow[] {
  return [...records].sort((a, b) => {
    const [one, other] = [sortable(a.no), sortable(b.no)];
    return one < other ? -1 : one > other ? 1 : a.line - b.line;
  });
}

/** Where registers end, as far as it is remembered. */
export const lastRowOf = (hints: Readonly<Record<string, number>>, register: Register): number | undefined =>
  hints[`${register.workbook}.${register.key}`];
