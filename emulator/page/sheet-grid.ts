// The open tab in a virtualised grid: rows fetched as they come into view, edits sent away.
import type { BeforeRangeSaveDataDetails, FocusAfterRenderEvent } from '@revolist/revogrid';
import { pastedCells, repeated, type Rectangle } from './a1';
import { chartLayer } from './chart-layer';
import { awaitEditor, forgetHanded } from './cell-editor';
import { cellOf } from './cell-look';
import { edit, tellLocked, type Edit } from './editing';
import { changesOf, fillIn } from './grid-edits';
import { gridElement } from './grid-element';
import { gridKeys } from './grid-keys';
import { gridPicture, type RowPart } from './grid-picture';
import { protectionOf } from './protections';
import { select, selected } from './selection';
import { sheetRows } from './sheet-rows';
import { type Row, type Shape } from './row';
import { attempt } from './telling';

const scrollPause = 60;
/** Of the first view, before the grid has measured itself. */
const firstRows = 60;

export interface SheetGrid {
  refresh(): void;
  dispose(): void;
}

const cellAt = (row: number, column: number): Rectangle => ({
  startRow: row,
  endRow: row + 1,
  startColumn: column,
  endColumn: column + 1,
});

export function sheetGrid(host: HTMLElement, book: string, sheet: number, label: string): SheetGrid {
  const source = sheetRows(book, sheet);
  const frame = document.createElement('div');
  frame.className = 'grid-frame';
  const grid = gridElement(label);
  const picture = gridPicture(grid);
  const charts = chartLayer(frame, book, sheet, picture);
  let gone = false;
  const shape = (): Shape => source.shape!;

  function show(): void {
    frame.classList.toggle('bare', !shape().gridlines);
    picture.show(source.rows, shape());
    charts.place();
    const now = selected.value;
    if (now?.book === book && now.sheet === sheet) showSelected(now);
  }

  function showSelected(range: Rectangle): void {
    const { startRow, endRow, startColumn, endColumn } = range;
    const cell = cellOf(source.rows[startRow], startColumn);
    const protection = protectionOf(shape().protections, range);
    select({ book, sheet, startRow, endRow, startColumn, endColumn, cell, protection });
  }

  async function load(from: number, to: number): Promise<void> {
    const isNew = await source.need(from, to).catch(() => false);
    if (isNew && !gone) show();
  }

  const loadVisible = () => picture.inView().then(({ from, to }) => load(from, Math.max(to, from + firstRows)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void loadVisible(), scrollPause);
  }

  async function selectedRange(): Promise<Rectangle | undefined> {
    const range = await grid.getSelectedRange();
    return range ? picture.rectangleOf(range) : undefined;
  }

  async function send(changes: readonly Pick<Edit, 'at' | 'values'>[]): Promise<void> {
    for (const change of changes) {
      fillIn(change, source.rows);
      void grid.refresh('all');
      if (await edit({ book, sheet, ...change }, shape().protections)) continue;
      source.expire();
      await loadVisible();
      return;
    }
  }

  async function paste(text: string): Promise<void> {
    const range = await selectedRange();
    if (!range || text === '') return;
    const { startRow: row, startColumn: column, endRow, endColumn } = range;
    await send([{ at: { row, column }, values: repeated(pastedCells(text), endRow - row, endColumn - column) }]);
  }

  const on = <Detail>(name: string, act: (event: CustomEvent<Detail>) => void) =>
    grid.addEventListener(name, (event) => act(event as CustomEvent<Detail>));

  on<{ model: Row; prop: number }>('beforeeditstart', (event) => {
    const { model, prop } = event.detail;
    if (protectionOf(shape().protections, cellAt(model.index, prop))?.mayEdit !== false) return awaitEditor();
    event.preventDefault();
    forgetHanded();
    void tellLocked();
  });
  on<{ model: Row; prop: number; val?: string }>('beforeedit', (event) => {
    event.preventDefault();
    const { model, prop, val = '' } = event.detail;
    const { text = '', entered = text } = cellOf(model, prop);
    if (val !== entered) void send([{ at: { row: model.index, column: prop }, values: [[val]] }]);
  });
  on<BeforeRangeSaveDataDetails>('beforerangeedit', (event) => {
    event.preventDefault();
    void send(changesOf(event.detail, picture.rows[event.detail.type as RowPart]));
  });
  on<{ dataText: string; event: ClipboardEvent }>('beforepasteapply', (event) => {
    event.preventDefault();
    event.detail.event.preventDefault();
    void attempt(() => paste(event.detail.dataText));
  });
  on<FocusAfterRenderEvent>('afterfocus', ({ detail: { model, column } }) => {
    if (model && column) showSelected(cellAt((model as Row).index, Number(column.prop)));
  });
  on('setrange', () => setTimeout(() => void selectedRange().then((range) => range && showSelected(range))));
  on('viewportscroll', soon);
  on('aftergridrender', charts.place);
  gridKeys(frame, grid, picture, label);
  const resized = new ResizeObserver(() => {
    charts.place();
    soon();
  });
  resized.observe(frame);

  frame.append(grid);
  host.append(frame);
  void load(0, firstRows).then(charts.refresh);

  return {
    refresh() {
      source.expire();
      charts.refresh();
      soon();
    },
    dispose() {
      gone = true;
      clearTimeout(timer);
      resized.disconnect();
      charts.dispose();
      frame.remove();
    },
  };
}
