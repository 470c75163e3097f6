// What a person changed in the grid, as edits of the tab.
import type { BeforeRangeSaveDataDetails } from '@revolist/revogrid';
import type { Edit } from './editing';
import type { Row } from './row';

type Change = Pick<Edit, 'at' | 'values'>;

/** Rows that lie together on the tab make one edit; hidden rows between them are left alone. */
export function changesOf({ data }: BeforeRangeSaveDataDetails, rows: readonly Row[]): Change[] {
  const typed = Object.entries(data)
    .map(([index, texts]) => ({ row: rows[Number(index)]!.index, texts }))
    .sort((a, b) => a.row - b.row);
  const changes: { at: { row: number; column: number }; values: string[][] }[] = [];
  for (const { row, texts } of typed) {
    const across = Object.keys(texts).map(Number);
    const column = Math.min(...across);
    const width = Math.max(...across) - column + 1;
    const values = Array.from({ length: width }, (_, x) => String(texts[column + x] ?? ''));
    const last = changes[changes.length - 1];
    if (last && last.at.row + last.values.length === row && last.at.column === column) last.values.push(values);
    else changes.push({ at: { row, column }, values: [values] });
  }
  return changes;
}

/** Shows what was typed until the tab has been read again. */
export function fillIn({ at, values }: Change, rows: readonly Row[]): void {
  values.forEach((texts, y) => {
    const row = rows[at.row + y];
    if (!row) return;
    const cells = [...row.cells];
    texts.forEach((text, x) => {
      cells[at.column + x] = { ...cells[at.column + x], text, entered: text };
      row[at.column + x] = text;
    });
    row.cells = cells;
  });
}
