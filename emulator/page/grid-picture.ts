// What of a tab stands in the grid: visible rows and columns, frozen ones pinned, and where each of them is on the tab.
import type { AllDimensionType, ColumnRegular, RangeArea } from '@revolist/revogrid';
import { columnLetters, type Rectangle } from './a1';
import { cellLook } from './cell-look';
import { heightOf } from './row-heights';
import { plainHeight, type Row, type Shape } from './row';

export type RowPart = 'rgRow' | 'rowPinStart';
export type ColumnPart = 'rgCol' | 'colPinStart';
const rowParts: readonly RowPart[] = ['rowPinStart', 'rgRow'];

export interface GridPicture {
  readonly rows: Readonly<Record<RowPart, readonly Row[]>>;
  readonly columns: Readonly<Record<ColumnPart, readonly number[]>>;
  show(rows: readonly Row[], shape: Shape): void;
  /** Pixels from the first cell that scrolls to this one. */
  offsetOf(row: number, column: number): { left: number; top: number };
  rectangleOf(range: RangeArea & AllDimensionType): Rectangle | undefined;
  /** Rows of the tab that are in view now. */
  inView(): Promise<{ from: number; to: number }>;
}

export function gridPicture(grid: HTMLRevoGridElement): GridPicture {
  let rows: Record<RowPart, Row[]> = { rgRow: [], rowPinStart: [] };
  let columns: Record<ColumnPart, number[]> = { rgCol: [], colPinStart: [] };
  let shape: Shape;
  let columnsText = '';
  let rowsText = '';
  const look = cellLook(() => shape);

  function showColumns(): void {
    const { columns: all, frozenColumns } = shape;
    const text = JSON.stringify([all, frozenColumns]);
    if (text === columnsText) return;
    columnsText = text;
    const visible = all.flatMap(({ hidden }, column) => (hidden ? [] : [column]));
    columns = {
      colPinStart: visible.filter((column) => column < frozenColumns),
      rgCol: visible.filter((column) => column >= frozenColumns),
    };
    grid.columns = visible.map((column): ColumnRegular => ({
      prop: column,
      name: columnLetters(column),
      size: all[column]!.width,
      ...(column < frozenColumns ? { pin: 'colPinStart' as const } : {}),
      editor: 'cell',
      filter: false,
      ...look,
    }));
  }

  function showRows(all: readonly Row[]): void {
    const visible = all.filter(({ hidden }) => !hidden);
    rows = {
      rowPinStart: visible.filter(({ index }) => index < shape.frozenRows),
      rgRow: visible.filter(({ index }) => index >= shape.frozenRows),
    };
    const heights = new Map(visible.map((row) => [row, heightOf(row, shape)]));
    const text = JSON.stringify([visible.map((row) => [row.index, heights.get(row)]), shape.frozenRows]);
    if (text === rowsText) {
      void grid.refresh('all');
      return;
    }
    rowsText = text;
    grid.pinnedTopSource = rows.rowPinStart;
    grid.source = rows.rgRow;
    grid.rowDefinitions = rowParts.flatMap((type) =>
      rows[type].flatMap((row, index) => {
        const size = heights.get(row)!;
        return size === plainHeight ? [] : [{ type, index, size }];
      }),
    );
  }

  return {
    get rows() {
      return rows;
    },
    get columns() {
      return columns;
    },
    show(all, next) {
      shape = next;
      showColumns();
      showRows(all);
    },
    offsetOf(row, column) {
      const above = rows.rgRow.filter(({ index }) => index < row);
      const before = columns.rgCol.filter((index) => index < column);
      return {
        top: above.reduce((sum, one) => sum + heightOf(one, shape), 0),
        left: before.reduce((sum, index) => sum + shape.columns[index]!.width, 0),
      };
    },
    rectangleOf({ x, y, x1, y1, rowType, colType }) {
      const first = rows[rowType as RowPart][y];
      const last = rows[rowType as RowPart][y1];
      const across = columns[colType as ColumnPart];
      if (!first || !last) return undefined;
      const [startColumn = 0, endColumn = 0] = [across[x], across[x1]];
      return { startRow: first.index, endRow: last.index + 1, startColumn, endColumn: endColumn + 1 };
    },
    async inView() {
      const providers = await grid.getProviders();
      const items = providers?.viewport.stores.rgRow.store.get('items') ?? [];
      const at = (item: { itemIndex: number } | undefined) => (item ? rows.rgRow[item.itemIndex]?.index : undefined);
      const from = at(items[0]) ?? 0;
      return { from, to: (at(items[items.length - 1]) ?? from) + 1 };
    },
  };
}
