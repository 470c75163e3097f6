// A tab in memory: a grid of cells with the limits and the row operations of a real one.
import { TablesError, type Block, type SheetChange } from '../../src/kernel/ports';
import { dressed, type SheetPlan } from '../../src/kernel/report-sheet';
import type { Cell } from '../../src/kernel/values';
import { formulaText } from '../../src/platform/report-requests';

/** Never changed in place: each act answers a new tab, so that a batch that fails leaves the old ones. */
export interface MemoryTab {
  readonly sheetId: number;
  readonly cells: readonly (readonly Cell[])[];
  readonly gridRows: number;
  readonly gridColumns: number;
  readonly notes: Readonly<Record<string, string>>;
  /** Of a generated tab. */
  readonly title?: string;
  readonly plan?: SheetPlan;
}

export const noteKey = (row: number, column: number): string => `${row},${column}`;

export function makeTab(
  sheetId: number,
  cells: readonly (readonly Cell[])[],
  gridRows = 1000,
  gridColumns = 26,
): MemoryTab {
  return { sheetId, cells, gridRows: Math.max(gridRows, cells.length), gridColumns, notes: {} };
}

const isBlank = (row: readonly Cell[] | undefined): boolean => row === undefined || row.every((cell) => cell === '');

function trimmed(row: readonly Cell[]): readonly Cell[] {
  let length = row.length;
  while (length > 0 && (row[length - 1] ?? '') === '') length -= 1;
  return Array.from({ length }, (_, index) => row[index] ?? '');
}

/** The cells of a block, without trailing empty cells and rows. */
export function cut(tab: MemoryTab, block: Block): readonly (readonly Cell[])[] {
  const { fromRow, toRow = tab.gridRows, fromColumn = 0, toColumn = tab.gridColumns } = block;
  if (fromRow >= tab.gridRows || fromColumn >= tab.gridColumns) {
    throw new TablesError('outside', `the block begins at row ${fromRow} of ${tab.gridRows}`);
  }
  const rows: (readonly Cell[])[] = [];
  for (let row = fromRow; row < Math.min(toRow, tab.gridRows); row += 1) {
    rows.push(trimmed((tab.cells[row] ?? []).slice(fromColumn, toColumn)));
  }
  while (rows.length > 0 && rows[rows.length - 1]!.length === 0) rows.pop();
  return rows;
}

/** Rows that hold anything; the next free row for what is appended. */
export function usedRows(tab: MemoryTab): number {
  let used = tab.cells.length;
  while (used > 0 && isBlank(tab.cells[used - 1])) used -= 1;
  return used;
}

function shiftNotes(tab: MemoryTab, at: number, by: number): Readonly<Record<string, string>> {
  const kept = Object.entries(tab.notes).flatMap(([key, note]) => {
    const [row, column] = key.split(',').map(Number) as [number, number];
    if (row < at) return [[key, note]];
    if (by < 0 && row < at - by) return [];
    return [[noteKey(row + by, column), note]];
  });
  return Object.fromEntries(kept) as Record<string, string>;
}

export function insertRows(tab: MemoryTab, at: number, count: number): MemoryTab {
  if (at > tab.gridRows) throw new TablesError('outside', `rows cannot be inserted at ${at} of ${tab.gridRows}`);
  const cells = tab.cells.slice();
  if (at < cells.length) cells.splice(at, 0, ...Array.from({ length: count }, () => []));
  return { ...tab, cells, gridRows: tab.gridRows + count, notes: shiftNotes(tab, at, count) };
}

export function deleteRows(tab: MemoryTab, at: number, count: number): MemoryTab {
  if (count >= tab.gridRows) throw new TablesError('refused', 'a tab keeps at least one row');
  if (at + count > tab.gridRows) throw new TablesError('outside', `there are only ${tab.gridRows} rows`);
  const cells = tab.cells.slice();
  cells.splice(at, count);
  return { ...tab, cells, gridRows: tab.gridRows - count, notes: shiftNotes(tab, at, -count) };
}

/** Characters that a cell holds. */
const longest = 50_000;

export function write(tab: MemoryTab, row: number, column: number, some: readonly (readonly Cell[])[]): MemoryTab {
  if (some.some((cells) => cells.some((cell) => typeof cell === 'string' && cell.length > longest))) {
    throw new TablesError('refused', `a cell holds ${longest} characters`);
  }
  const width = Math.max(0, ...some.map((one) => one.length));
  if (row + some.length > tab.gridRows || column + width > tab.gridColumns) {
    throw new TablesError('outside', `row ${row}, column ${column} is beyond the tab`);
  }
  const cells = tab.cells.slice();
  while (cells.length < row + some.length) cells.push([]);
  some.forEach((values, index) => {
    const old = cells[row + index]!;
    const length = Math.max(old.length, column + values.length);
    cells[row + index] = Array.from({ length }, (_, at) =>
      at >= column && at < column + values.length ? values[at - column]! : (old[at] ?? ''),
    );
  });
  return { ...tab, cells };
}

export function appendRows(tab: MemoryTab, some: readonly (readonly Cell[])[]): MemoryTab {
  const at = usedRows(tab);
  return write({ ...tab, gridRows: Math.max(tab.gridRows, at + some.length) }, at, 0, some);
}

/** As the filter of a tab sorts: empty cells last, numbers before text; `from` is the first row of data. */
export function sortRows(tab: MemoryTab, column: number, ascending: boolean, from: number): MemoryTab {
  const rank = (cell: Cell): number => (cell === '' ? 2 : typeof cell === 'number' ? 0 : 1);
  const compare = (a: Cell, b: Cell): number => {
    if (rank(a) === 2 || rank(b) === 2) return rank(a) - rank(b);
    const byValue =
      rank(a) !== rank(b)
        ? rank(a) - rank(b)
        : typeof a === 'number' && typeof b === 'number'
          ? a - b
          : String(a) < String(b)
            ? -1
            : String(a) > String(b)
              ? 1
              : 0;
    return ascending ? byValue : -byValue;
  };
  const order = Array.from({ length: Math.max(0, tab.cells.length - from) }, (_, index) => from + index);
  order.sort((a, b) => compare(tab.cells[a]?.[column] ?? '', tab.cells[b]?.[column] ?? '') || a - b);
  const moved = new Map(order.map((old, index) => [old, from + index]));
  const notes = Object.fromEntries(
    Object.entries(tab.notes).map(([key, note]) => {
      const [row, at] = key.split(',').map(Number) as [number, number];
      return [noteKey(moved.get(row) ?? row, at), note];
    }),
  );
  return { ...tab, cells: [...tab.cells.slice(0, from), ...order.map((row) => tab.cells[row]!)], notes };
}

/** `to` as in a person's drag: the index the column has afterwards. */
export function moveColumn(tab: MemoryTab, from: number, to: number): MemoryTab {
  const cells = tab.cells.map((row) => {
    const moved = Array.from({ length: Math.max(row.length, from + 1, to + 1) }, (_, at) => row[at] ?? '');
    const [cell] = moved.splice(from, 1);
    moved.splice(to, 0, cell!);
    return moved;
  });
  return { ...tab, cells, notes: {} };
}

export function setNote(tab: MemoryTab, row: number, column: number, note: string): MemoryTab {
  if (row >= tab.gridRows || column >= tab.gridColumns) {
    throw new TablesError('outside', `row ${row}, column ${column} is beyond the tab`);
  }
  const notes = { ...tab.notes };
  if (note === '') delete notes[noteKey(row, column)];
  else notes[noteKey(row, column)] = note;
  return { ...tab, notes };
}

export type Tabs = ReadonlyMap<number, MemoryTab>;

export function tabOf(tabs: Tabs, sheetId: number): MemoryTab {
  const tab = tabs.get(sheetId);
  if (!tab) throw new TablesError('missing', `there is no tab ${sheetId}`);
  return tab;
}

const changers: {
  readonly [Kind in SheetChange['kind']]: (tabs: Tabs, change: SheetChange & { readonly kind: Kind }) => MemoryTab;
} = {
  insertRows: (tabs, change) => insertRows(tabOf(tabs, change.sheetId), change.at, change.count),
  deleteRows: (tabs, change) => deleteRows(tabOf(tabs, change.sheetId), change.at, change.count),
  write: (tabs, change) => write(tabOf(tabs, change.sheetId), change.row, change.column, change.cells),
  appendRows: (tabs, change) => appendRows(tabOf(tabs, change.sheetId), change.cells),
  copyRows: (tabs, change) => {
    const source = tabOf(tabs, change.sheetId);
    if (change.row >= source.gridRows) throw new TablesError('outside', `row ${change.row} is beyond the tab`);
    const rows = Array.from({ length: change.count }, (_, index) => {
      const row = source.cells[change.row + index] ?? [];
      return Array.from({ length: change.columns }, (_, at) => row[at] ?? '');
    });
    return write(tabOf(tabs, change.toSheetId), change.toRow, 0, rows);
  },
  note: (tabs, change) => setNote(tabOf(tabs, change.sheetId), change.row, change.column, change.text),
  newTab: (tabs, { sheetId, title, plan }) => {
    if (tabs.has(sheetId)) throw new TablesError('refused', `there is a tab ${sheetId}`);
    if ([...tabs.values()].some((tab) => tab.title === title))
      throw new TablesError('refused', `there is a tab ${title}`);
    // Formulas stand as text: nothing computes them here.
    const cells = plan.rows.map((row) =>
      row.map((cell) => {
        const { formula, value = '' } = dressed(cell);
        return formula ? formulaText(formula, (id) => `#${id}`) : value;
      }),
    );
    return { ...makeTab(sheetId, cells, cells.length + 1, plan.widths.length), title, plan };
  },
};

/** All changes, or an error and the tabs as they were. */
export function changed(tabs: Tabs, changes: readonly SheetChange[]): Tabs {
  let now: Map<number, MemoryTab> = new Map(tabs);
  for (const change of changes) {
    if (change.kind === 'newTab' && change.replaces !== undefined) {
      tabOf(now, change.replaces);
      now = new Map([...now].filter(([id]) => id !== change.replaces));
    }
    const apply = changers[change.kind] as (tabs: Tabs, one: SheetChange) => MemoryTab;
    const tab = apply(now, change);
    now = new Map(now).set(tab.sheetId, tab);
  }
  return now;
}
