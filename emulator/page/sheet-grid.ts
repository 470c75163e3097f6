// The open tab in a virtualised grid: frozen parts pinned, rows fetched as they come into view, edits sent away.
import type { BeforeRangeSaveDataDetails, ColumnRegular, FocusAfterRenderEvent } from '@revolist/revogrid';
import { defineCustomElements } from '@revolist/revogrid/loader';
import { a1, columnLetters, pastedCells, repeated, type Rectangle } from './a1';
import { awaitEditor, cellEditor, forgetHanded } from './cell-editor';
import { cellLook, cellOf } from './cell-look';
import { edit, tellLocked, type Edit } from './editing';
import { protectionOf } from './protections';
import { select, selected } from './selection';
import { plainHeight, sheetRows, type Row, type Shape } from './sheet-rows';
import { attempt } from './telling';
import { typedText } from './typed-text';

defineCustomElements();

const scrollPause = 60;
const rowHeaderWidth = 46;
/** Of the first view, before the grid has measured itself. */
const firstRows = 60;

export interface SheetGrid {
  refresh(): void;
  dispose(): void;
}

type RowPart = 'rgRow' | 'rowPinStart';
type ColumnPart = 'rgCol' | 'colPinStart';

export function sheetGrid(host: HTMLElement, book: string, sheet: number, label: string): SheetGrid {
  const source = sheetRows(book, sheet);
  const grid = document.createElement('revo-grid');
  let shown: Record<RowPart, Row[]> = { rgRow: [], rowPinStart: [] };
  let columns: Record<ColumnPart, number[]> = { rgCol: [], colPinStart: [] };
  let shapeText = '';
  let rowsText = '';
  let gone = false;
  let focused: { row: number; column: number; rows: RowPart } | undefined;

  const shape = (): Shape => source.shape!;
  const look = cellLook(shape);

  Object.assign(grid, {
    theme: 'default',
    hideAttribution: true,
    range: true,
    resize: true,
    applyOnClose: true,
    useClipboard: true,
    rowSize: plainHeight,
    editors: { cell: cellEditor },
    rowHeaders: {
      size: rowHeaderWidth,
      columnProperties: () => ({ role: 'columnheader' }),
      cellProperties: () => ({ role: 'rowheader' }),
      cellTemplate: (_: unknown, { model }: { model: Row }) => String(model.index + 1),
    },
  });
  grid.setAttribute('aria-label', label);

  function applyColumns(): void {
    host.classList.toggle('bare', !shape().gridlines);
    const { columns: all, frozenColumns } = shape();
    const text = JSON.stringify([all, frozenColumns]);
    if (text === shapeText) return;
    shapeText = text;
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

  function applyRows(): void {
    const visible = source.rows.filter(({ hidden }) => !hidden);
    const { frozenRows } = shape();
    shown = {
      rowPinStart: visible.filter(({ index }) => index < frozenRows),
      rgRow: visible.filter(({ index }) => index >= frozenRows),
    };
    const text = JSON.stringify([visible.map(({ index, height }) => [index, height]), frozenRows]);
    if (text === rowsText) {
      void grid.refresh('all');
      return;
    }
    rowsText = text;
    grid.rowDefinitions = (['rowPinStart', 'rgRow'] as const).flatMap((type) =>
      shown[type].flatMap(({ height: size }, index) => (size === plainHeight ? [] : [{ type, index, size }])),
    );
    grid.pinnedTopSource = shown.rowPinStart;
    grid.source = shown.rgRow;
  }

  function apply(): void {
    applyColumns();
    applyRows();
    const now = selected.value;
    if (now?.book === book && now.sheet === sheet) showSelected(now);
  }

  async function visibleRows(): Promise<{ from: number; to: number }> {
    const providers = await grid.getProviders();
    const items = providers?.viewport.stores.rgRow.store.get('items') ?? [];
    const at = (item: { itemIndex: number } | undefined) => (item ? shown.rgRow[item.itemIndex]?.index : undefined);
    const from = at(items[0]) ?? 0;
    return { from, to: (at(items[items.length - 1]) ?? from + firstRows) + 1 };
  }

  async function loadVisible(): Promise<void> {
    const { from, to } = await visibleRows();
    const isNew = await source.need(from, to).catch(() => false);
    if (isNew && !gone) apply();
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void loadVisible(), scrollPause);
  }

  function showSelected(range: Rectangle): void {
    const { startRow, endRow, startColumn, endColumn } = range;
    const cell = cellOf(source.rows[startRow], startColumn);
    const protection = protectionOf(shape().protections, range);
    select({ book, sheet, startRow, endRow, startColumn, endColumn, cell, protection });
  }

  async function selectedRange(): Promise<Rectangle | undefined> {
    const range = await grid.getSelectedRange();
    if (!range) return undefined;
    const rows = shown[range.rowType as RowPart];
    const across = columns[range.colType as ColumnPart];
    const [first, last] = [rows[range.y], rows[range.y1]];
    if (!first || !last) return undefined;
    const [startColumn = 0, endColumn = 0] = [across[range.x], across[range.x1]];
    return { startRow: first.index, endRow: last.index + 1, startColumn, endColumn: endColumn + 1 };
  }

  /** Shows what was typed until the tab has been read again. */
  function showAtOnce({ at, values }: Edit): void {
    values.forEach((texts, y) => {
      const row = source.rows[at.row + y];
      if (!row) return;
      const cells = [...row.cells];
      texts.forEach((text, x) => {
        cells[at.column + x] = { ...cells[at.column + x], text, entered: text };
        row[at.column + x] = text;
      });
      row.cells = cells;
    });
    void grid.refresh('all');
  }

  async function send(changes: readonly Edit[]): Promise<void> {
    for (const change of changes) {
      showAtOnce(change);
      if (await edit(change, shape().protections)) continue;
      source.expire();
      await loadVisible();
      return;
    }
  }

  /** What the grid wants changed, by rows that lie together on the tab. */
  function editsOf({ data, type }: BeforeRangeSaveDataDetails): Edit[] {
    const rows = Object.entries(data)
      .map(([index, texts]) => ({ row: shown[type as RowPart][Number(index)]!.index, texts }))
      .sort((a, b) => a.row - b.row);
    const edits: { book: string; sheet: number; at: { row: number; column: number }; values: string[][] }[] = [];
    for (const { row, texts } of rows) {
      const across = Object.keys(texts).map(Number);
      const column = Math.min(...across);
      const values = Array.from({ length: Math.max(...across) - column + 1 }, (_, x) =>
        String(texts[column + x] ?? ''),
      );
      const last = edits[edits.length - 1];
      if (last && last.at.row + last.values.length === row && last.at.column === column) last.values.push(values);
      else edits.push({ book, sheet, at: { row, column }, values: [values] });
    }
    return edits;
  }

  async function paste(text: string): Promise<void> {
    const range = await selectedRange();
    if (!range || text === '') return;
    const { startRow: row, startColumn: column, endRow, endColumn } = range;
    const values = repeated(pastedCells(text), endRow - row, endColumn - column);
    await send([{ book, sheet, at: { row, column }, values }]);
  }

  const on = <Detail>(name: string, act: (event: CustomEvent<Detail>) => void) =>
    grid.addEventListener(name, (event) => act(event as CustomEvent<Detail>));

  on<{ model: Row; prop: number; val?: string }>('beforeedit', (event) => {
    event.preventDefault();
    const { model, prop, val = '' } = event.detail;
    const { text = '', entered = text } = cellOf(model, prop);
    if (val !== entered) void send([{ book, sheet, at: { row: model.index, column: prop }, values: [[val]] }]);
  });
  on<BeforeRangeSaveDataDetails>('beforerangeedit', (event) => {
    event.preventDefault();
    void send(editsOf(event.detail));
  });
  on<{ model: Row; prop: number }>('beforeeditstart', (event) => {
    const { model, prop } = event.detail;
    const range = { startRow: model.index, endRow: model.index + 1, startColumn: prop, endColumn: prop + 1 };
    if (protectionOf(shape().protections, range)?.mayEdit !== false) return awaitEditor();
    event.preventDefault();
    forgetHanded();
    void tellLocked();
  });
  on<{ dataText: string; event: ClipboardEvent }>('beforepasteapply', (event) => {
    event.preventDefault();
    event.detail.event.preventDefault();
    void attempt(() => paste(event.detail.dataText));
  });
  on<FocusAfterRenderEvent>('afterfocus', ({ detail }) => {
    const row = (detail.model as Row | undefined)?.index;
    const column = Number(detail.column?.prop);
    if (row === undefined || Number.isNaN(column)) return;
    const range = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
    showSelected(range);
    focused = { row: detail.rowIndex, column, rows: detail.rowType as RowPart };
    const { rowType, colType, rowIndex, colIndex } = detail;
    const place = `revogr-data[type=${rowType}][col-type=${colType}] [data-rgrow="${rowIndex}"][data-rgcol="${colIndex}"]`;
    const said = `${a1(range)} ${cellOf(source.rows[row], column).text ?? ''}`;
    // The grid puts the focus on the cell itself; this comes after it.
    setTimeout(() => typed.standBy(grid.querySelector<HTMLElement>(place), said));
  });
  const beginEdit = () => {
    if (focused) void grid.setCellEdit(focused.row, focused.column, focused.rows);
  };
  const typed = typedText(host, label, beginEdit);
  host.addEventListener('keydown', (event) => {
    if (event.key === 'F2') beginEdit();
  });
  // The grid listens to the whole document; what is typed elsewhere is not for it.
  for (const name of ['beforekeydown', 'beforepaste', 'beforecopy', 'beforecut'])
    on<{ original?: Event; event?: Event }>(name, (event) => {
      const target = (event.detail.original ?? event.detail.event)?.target as Node | null;
      const here = host.contains(target) || target === document.body;
      if (!here || host.offsetParent === null) event.preventDefault();
    });
  // Its own roles leave the heading's row out.
  on('aftergridrender', () => grid.querySelectorAll('.header-rgRow').forEach((row) => row.setAttribute('role', 'row')));
  on('setrange', () => setTimeout(() => void selectedRange().then((range) => range && showSelected(range))));
  on('viewportscroll', soon);
  const resized = new ResizeObserver(soon);
  resized.observe(host);

  host.append(grid);
  void source
    .need(0, firstRows)
    .then(() => !gone && apply())
    .catch(() => undefined);

  return {
    refresh() {
      source.expire();
      soon();
    },
    dispose() {
      gone = true;
      clearTimeout(timer);
      resized.disconnect();
      host.replaceChildren();
    },
  };
}
