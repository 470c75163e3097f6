// Rows as high as their wrapped text: Google fits rows of the usual height to what is in them.
import { plainHeight, type Row, type Shape } from './row';

const lineHeight = 17;
const padding = 4;
const sidePadding = 7;
/** Widths at 13 px of a Chinese character and, on the safe side, of a Latin one. */
const wide = 13;
const narrow = 7.4;
const mostLines = 30;

export function linesOf(text: string, width: number): number {
  const room = Math.max(wide, width - sidePadding);
  return text.split('\n').reduce((lines, part) => {
    const length = [...part].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? wide : narrow), 0);
    return lines + Math.max(1, Math.ceil(length / room));
  }, 0);
}

/** A merged cell has the width of all its columns. */
function widthAt(index: number, column: number, { columns, merges }: Shape): number {
  const merge = merges.find(
    ({ startRow, endRow, startColumn }) => startColumn === column && index >= startRow && index < endRow,
  );
  const own = columns.slice(column, merge?.endColumn ?? column + 1);
  return own.reduce((sum, { hidden, width }) => sum + (hidden ? 0 : width), 0);
}

export function heightOf({ index, height, cells }: Row, shape: Shape): number {
  if (height !== plainHeight) return height;
  const lines = cells.map(({ wrap, text = '' }, column) => {
    const width = wrap ? widthAt(index, column, shape) : 0;
    return width > 0 ? linesOf(text, width) : 1;
  });
  const most = Math.min(mostLines, Math.max(1, ...lines));
  return most === 1 ? plainHeight : most * lineHeight + padding;
}
