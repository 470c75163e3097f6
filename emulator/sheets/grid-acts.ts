// What a person does to a whole tab: sorting it, moving a column.
import { sheetForWrite, type Draft } from './draft';
import { rangeOf } from './grid-range';
import { lastRow, type SheetState } from './model';
import { assertUnprotected } from './protection';
import { sortRows } from './requests/sort';

/** Sorts everything below the frozen rows by one column. */
export function sortSheet(draft: Draft, found: SheetState, column: number, ascending: boolean): void {
  const { sheetId } = found.properties;
  const sheet = sheetForWrite(draft, sheetId);
  const area = {
    startRow: sheet.grid.frozenRowCount ?? 0,
    endRow: lastRow(sheet),
    startColumn: 0,
    endColumn: sheet.grid.columnCount,
  };
  if (area.endRow <= area.startRow) return;
  assertUnprotected(draft.book, rangeOf(sheetId, area), draft.caller);
  sortRows(draft, sheet, area, [{ dimensionIndex: column, sortOrder: ascending ? 'ASCENDING' : 'DESCENDING' }]);
}

/** The request that brings a column from one place to another; Google counts places as before the move. */
export const columnMove = (sheetId: number, from: number, to: number): object => ({
  moveDimension: {
    source: { sheetId, dimension: 'COLUMNS', startIndex: from, endIndex: from + 1 },
    destinationIndex: to > from ? to + 1 : to,
  },
});
