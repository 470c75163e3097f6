// The grid component as the page uses it, before it has anything to show.
import { defineCustomElements } from '@revolist/revogrid/loader';
import { cellEditor } from './cell-editor';
import { plainHeight, type Row } from './row';

defineCustomElements();

const rowHeaderWidth = 46;

export function gridElement(label: string): HTMLRevoGridElement {
  const grid = document.createElement('revo-grid');
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
  // The component's own roles leave the row of the column headings out.
  grid.addEventListener('aftergridrender', () =>
    grid.querySelectorAll('.header-rgRow').forEach((row) => row.setAttribute('role', 'row')),
  );
  return grid;
}
