// Where a register's columns stand on its tab today, and rows of cells as records.
import { Misconfigured } from './errors';
import type { SheetChange } from './ports';
import type { Register } from './register';
import type { Cell, RecordRow, Value, Values } from './values';
import type { Language } from './words';

export interface Layout {
  readonly register: Register;
  readonly language: Language;
  /** Column key → index on the tab. */
  readonly columns: Readonly<Record<string, number>>;
  readonly width: number;
}

/** The columns that are there. People may move them and add their own. */
export function columnsIn(register: Register, keyRow: readonly Cell[]): Layout['columns'] {
  const columns: Record<string, number> = {};
  keyRow.forEach((key, index) => {
    if (typeof key === 'string' && key in register.all && !(key in columns)) columns[key] = index;
  });
  return columns;
}

export const widthOf = (columns: Layout['columns']): number => Math.max(...Object.values(columns)) + 1;

/** Reads the key row. A key that is gone is for set-up to mend. */
export function layoutOf(register: Register, keyRow: readonly Cell[], language: Language): Layout {
  const columns = columnsIn(register, keyRow);
  const gone = Object.keys(register.all).filter((key) => !(key in columns));
  if (gone.length > 0) {
    throw new Misconfigured({
      words: {
        zh: '“{tab}”缺少列：{columns}。请用菜单“前台 → 安装 / 检查”修复。',
        en: 'The tab “{tab}” lacks columns: {columns}. Mend it with the menu Front desk → Set up / check.',
      },
      values: { tab: register.title, columns: gone.join('、') },
    });
  }
  return { register, language, columns, width: widthOf(columns) };
}

export function valueAt(layout: Layout, cells: readonly Cell[], key: string): Value {
  const cell = cells[layout.columns[key]!] ?? '';
  return cell === '' ? null : layout.register.all[key]!.fromCell(cell, layout.language);
}

export function recordOf(layout: Layout, cells: readonly Cell[], row: number): RecordRow {
  const values: Record<string, Value> = {};
  for (const key of Object.keys(layout.columns)) values[key] = valueAt(layout, cells, key);
  return {
    register: layout.register.key,
    no: typeof values['no'] === 'string' ? values['no'] : '',
    line: typeof values['line'] === 'number' ? values['line'] : 1,
    row,
    values,
  };
}

export const cellOf = (layout: Layout, key: string, value: Value): Cell =>
  value === null ? '' : layout.register.all[key]!.toCell(value, layout.language);

/** A whole new row, with nothing in the columns that people added. */
export function rowOf(layout: Layout, values: Values): readonly Cell[] {
  const cells: Cell[] = Array.from({ length: layout.width }, () => '');
  for (const [key, index] of Object.entries(layout.columns)) cells[index] = cellOf(layout, key, values[key] ?? null);
  return cells;
}

/** Writes cells of a row, given by column; neighbours are written together. */
export function writesOf(sheetId: number, row: number, cells: ReadonlyMap<number, Cell>): readonly SheetChange[] {
  const runs: { column: number; cells: Cell[] }[] = [];
  for (const [column, cell] of [...cells].sort(([a], [b]) => a - b)) {
    const run = runs[runs.length - 1];
    if (run && run.column + run.cells.length === column) run.cells.push(cell);
    else runs.push({ column, cells: [cell] });
  }
  return runs.map((run) => ({ kind: 'write', sheetId, row, column: run.column, cells: [run.cells] }));
}

/** Whether a person has typed anything into the columns that are filled by hand. */
export function isTyped(layout: Layout, cells: readonly Cell[]): boolean {
  return Object.entries(layout.columns).some(
    ([key, index]) => layout.register.all[key]!.by === 'hand' && (cells[index] ?? '') !== '',
  );
}
