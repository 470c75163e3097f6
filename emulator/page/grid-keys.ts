// Keys that the grid component does not know, and keys that are not meant for it.
import type { FocusAfterRenderEvent } from '@revolist/revogrid';
import { a1 } from './a1';
import { cellOf } from './cell-look';
import type { ColumnPart, GridPicture, RowPart } from './grid-picture';
import { plainHeight, type Row } from './row';
import { typedText } from './typed-text';

interface Place {
  x: number;
  y: number;
  rows: RowPart;
  columns: ColumnPart;
}

/** Headings and a row for where one was. */
const rowsKept = 3;

/** F2 edits, Page Up and Page Down turn pages, input methods type; `frame` is what the grid stands in. */
export function gridKeys(frame: HTMLElement, grid: HTMLRevoGridElement, picture: GridPicture, label: string): void {
  let place: Place | undefined;

  function beginEdit(): void {
    if (place) void grid.setCellEdit(place.y, picture.columns[place.columns][place.x]!, place.rows);
  }

  async function turnPage(step: 1 | -1): Promise<void> {
    if (place?.rows !== 'rgRow') return;
    const page = Math.max(1, Math.floor(frame.clientHeight / plainHeight) - rowsKept);
    const y = Math.min(picture.rows.rgRow.length - 1, Math.max(0, place.y + step * page));
    const cell = { x: place.x, y };
    await grid.scrollToRow(Math.max(0, y - Math.floor(page / 2)));
    await grid.setCellsFocus(cell, cell, place.columns, 'rgRow');
  }

  const typed = typedText(frame, label, beginEdit);
  grid.addEventListener('afterfocus', (event) => {
    const { rowType, colType, rowIndex: y, colIndex: x, model } = (event as CustomEvent<FocusAfterRenderEvent>).detail;
    place = { x, y, rows: rowType as RowPart, columns: colType as ColumnPart };
    const column = picture.columns[place.columns][x];
    if (column === undefined || !model) return;
    const row = model as Row;
    const at = { startRow: row.index, endRow: row.index + 1, startColumn: column, endColumn: column + 1 };
    const cell = `revogr-data[type=${rowType}][col-type=${colType}] [data-rgrow="${y}"][data-rgcol="${x}"]`;
    const said = `${a1(at)} ${cellOf(row, column).text ?? ''}`;
    // The grid puts the focus on the cell itself; this comes after it.
    setTimeout(() => typed.standBy(grid.querySelector<HTMLElement>(cell), said));
  });
  frame.addEventListener('keydown', (event) => {
    if (event.key === 'F2') beginEdit();
    if (event.key === 'PageDown') void turnPage(1);
    if (event.key === 'PageUp') void turnPage(-1);
  });
  // The grid listens to the whole document; what is typed elsewhere is not for it.
  for (const name of ['beforekeydown', 'beforepaste', 'beforecopy', 'beforecut'])
    grid.addEventListener(name, (event) => {
      const { original, event: cause } = (event as CustomEvent<{ original?: Event; event?: Event }>).detail;
      const target = (original ?? cause)?.target as Node | null;
      const here = frame.contains(target) || target === document.body;
      if (!here || frame.offsetParent === null) event.preventDefault();
    });
}
