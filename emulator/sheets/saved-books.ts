// Workbooks as they come back from a file.
import { attributesOf, type Attributes, type Book, type DimensionSetting, type Row, type SheetState } from './model';
import type { Runs } from './runs';

export interface SavedBooks {
  readonly books: readonly Book[];
}

/** Batch 0 made these rows: no later batch takes them for its own. */
const revivedRow = (row: Row | null): Row | null => row && { batch: 0, cells: row.cells };

const revivedAttributes = (runs: Runs<Attributes> | null | undefined): Runs<Attributes> | undefined =>
  runs?.map((run) => ({ ...run, value: attributesOf(run.value)! }));

function revivedSettings(runs: Runs<DimensionSetting>): Runs<DimensionSetting> {
  const known = new Map<string, DimensionSetting>();
  return runs.map((run) => {
    const key = JSON.stringify(run.value);
    if (!known.has(key)) known.set(key, run.value);
    return { ...run, value: known.get(key)! };
  });
}

const revivedSheet = (sheet: SheetState): SheetState => ({
  ...sheet,
  rows: sheet.rows.map(revivedRow),
  attributes: sheet.attributes.map(revivedAttributes),
  rowSettings: revivedSettings(sheet.rowSettings),
  columnSettings: revivedSettings(sheet.columnSettings),
  basicFilter: sheet.basicFilter,
});

export const revived = (book: Book): Book => ({ ...book, sheets: book.sheets.map(revivedSheet) });
