// Workbooks as they come back from a file.
import { passBatches } from './draft';
import { attributesOf, type Attributes, type Book, type DimensionSetting, type SheetState } from './model';
import type { Runs } from './runs';

export interface SavedBooks {
  readonly books: readonly Book[];
}

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

const lastBatch = (rows: SheetState['rows']): number => rows.reduce((last, row) => Math.max(last, row?.batch ?? 0), 0);

const revivedSheet = (sheet: SheetState): SheetState => ({
  ...sheet,
  attributes: sheet.attributes.map(revivedAttributes),
  rowSettings: revivedSettings(sheet.rowSettings),
  columnSettings: revivedSettings(sheet.columnSettings),
  // JSON has no undefined.
  basicFilter: sheet.basicFilter,
});

export function revived(book: Book): Book {
  for (const { rows } of book.sheets) passBatches(lastBatch(rows));
  return { ...book, sheets: book.sheets.map(revivedSheet) };
}
