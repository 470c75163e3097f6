// How a cell is drawn: its format, the note in its corner, the arrow of a drop-down, its link, what it spills over.
import type { CellProps, CellTemplateProp, HyperFunc, VNode } from '@revolist/revogrid';
import type { GridCell } from './emulator-types';
import type { Row, Shape } from './row';

export const cellOf = (row: Row | undefined, column: number): GridCell => row?.cells[column] ?? {};

const isEmpty = ({ text, choices }: GridCell) => (text === undefined || text === '') && choices === undefined;

/** Text runs on over empty neighbours, as far as they are empty. */
function spillWidth(row: Row, column: number, { columns, frozenColumns }: Shape): number {
  let width = columns[column]?.width ?? 0;
  const end = column < frozenColumns ? frozenColumns : columns.length;
  for (let next = column + 1; next < end && isEmpty(cellOf(row, next)); next++)
    if (!columns[next]!.hidden) width += columns[next]!.width;
  return width;
}

/** Size of the cell that stands for a merged area; undefined for the cells that it covers. */
function mergedSize(shape: Shape, row: Row, column: number): { width: number; rows: number } | 'covered' | undefined {
  const merge = shape.merges.find(
    ({ startRow, endRow, startColumn, endColumn }) =>
      row.index >= startRow && row.index < endRow && column >= startColumn && column < endColumn,
  );
  if (!merge) return undefined;
  if (row.index !== merge.startRow || column !== merge.startColumn) return 'covered';
  const columns = shape.columns.slice(merge.startColumn, merge.endColumn);
  return {
    width: columns.reduce((sum, one) => sum + (one.hidden ? 0 : one.width), 0),
    rows: merge.endRow - merge.startRow,
  };
}

function styleOf({ background, color, bold, italic, strike, align }: GridCell) {
  return {
    ...(background ? { backgroundColor: background } : {}),
    ...(color ? { color } : {}),
    ...(bold ? { fontWeight: 'bold' } : {}),
    ...(italic ? { fontStyle: 'italic' } : {}),
    ...(strike ? { textDecoration: 'line-through' } : {}),
    ...(align ? { textAlign: align } : {}),
  };
}

export function cellLook(shapeNow: () => Shape) {
  return {
    cellProperties({ model, prop }: CellTemplateProp): CellProps {
      const row = model as Row;
      const column = Number(prop);
      const cell = cellOf(row, column);
      const merged = mergedSize(shapeNow(), row, column);
      if (merged === 'covered') return { class: { covered: true } };
      // The grid sets width and height itself, after these.
      const area = merged && { minWidth: `${merged.width}px`, minHeight: `${merged.rows * row.height}px`, zIndex: '1' };
      return {
        dir: 'auto',
        class: {
          noted: cell.note !== undefined,
          listed: cell.choices !== undefined,
          wrapped: cell.wrap === true,
          spilling: (cell.text ?? '') !== '' && !cell.wrap && !cell.choices && (cell.align ?? 'left') === 'left',
        },
        style: { ...styleOf(cell), ...area },
        ...(cell.note ? { 'data-note': cell.note } : {}),
      };
    },
    cellTemplate(h: HyperFunc<VNode>, { model, prop }: CellTemplateProp) {
      const row = model as Row;
      const column = Number(prop);
      const { text = '', link, choices, wrap, align = 'left' } = cellOf(row, column);
      if (link) return h('a', { href: link, target: '_blank', rel: 'noopener', tabIndex: -1 }, text);
      if (choices) return [h('span', { class: 'chosen' }, text), h('span', { class: 'arrow', 'aria-hidden': 'true' })];
      if (text === '' || wrap || align !== 'left') return text;
      return h('span', { class: 'spill', style: { maxWidth: `${spillWidth(row, column, shapeNow()) - 6}px` } }, text);
    },
  };
}
