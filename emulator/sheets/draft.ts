// A workbook being changed: copies are made of what is touched, so that dropping the draft undoes everything.
import { valueAt, type Run, patched } from './runs';
import type { Calculation } from './effective';
import { noGrid, refusal } from './errors';
import { isFormula, type Attributes, type Book, type Cell, type SheetState } from './model';

export const maxCells = 10_000_000;
export const maxCellText = 50_000;

export interface Draft {
  /** Rows that carry this number are the draft's own and may be changed in place. */
  batch: number;
  book: Book;
  /** Sheets that this draft has copied already. */
  readonly owned: Set<SheetState>;
  readonly caller: string;
  /** A number nobody can guess, for ids. */
  newNumber(): number;
  /** Results of formulas as the draft stands now; made anew at each call, so not for every cell. */
  calculation(): Calculation;
  cellsWritten: number;
}

let batches = 0;
const nextBatch = (): number => (batches += 1);

/** Rows that came from elsewhere carry these numbers; later batches get others. */
export function passBatches(highest: number): void {
  batches = Math.max(batches, highest);
}

export interface DraftTools {
  newNumber(): number;
  calculationOf(book: Book): Calculation;
}

export function openDraft(book: Book, caller: string, { newNumber, calculationOf }: DraftTools): Draft {
  const draft: Draft = {
    batch: nextBatch(),
    book: { ...book },
    owned: new Set(),
    caller,
    newNumber,
    calculation: () => {
      // What is computed with must stay as it is now: rows are copied once more before they change again.
      draft.batch = nextBatch();
      const sheets = draft.book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice() }));
      return calculationOf({ ...draft.book, sheets });
    },
    cellsWritten: 0,
  };
  return draft;
}

export function sheetById(book: Book, sheetId: number | undefined, absent = noGrid): SheetState {
  const found = book.sheets.find((sheet) => sheet.properties.sheetId === (sheetId ?? 0));
  if (!found) throw absent(sheetId ?? 0);
  return found;
}

/** The sheet, copied so that its fields may be set. */
export function sheetForWrite(draft: Draft, sheetId: number | undefined, absent = noGrid): SheetState {
  const found = sheetById(draft.book, sheetId, absent);
  if (draft.owned.has(found)) return found;
  const copy: SheetState = { ...found, rows: found.rows.slice(), attributes: found.attributes.slice() };
  draft.owned.add(copy);
  draft.book.sheets = draft.book.sheets.map((sheet) => (sheet === found ? copy : sheet));
  return copy;
}

/** The cells of a row, copied so that they may be set. */
export function rowForWrite(draft: Draft, sheet: SheetState, row: number): Cell[] {
  const found = sheet.rows[row];
  if (found && found.batch === draft.batch) return found.cells;
  const cells = found ? found.cells.slice() : [];
  while (sheet.rows.length < row) sheet.rows.push(null);
  sheet.rows[row] = { batch: draft.batch, cells };
  return cells;
}

export function setCell(draft: Draft, sheet: SheetState, row: number, column: number, value: Cell): void {
  if (value === null && !sheet.rows[row]?.cells.length) return;
  const cells = rowForWrite(draft, sheet, row);
  if (value === null) {
    if (column >= cells.length) return;
    cells[column] = null;
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    return;
  }
  while (cells.length < column) cells.push(null);
  cells[column] = value;
  if (isFormula(value)) sheet.hasFormulas = true;
}

/** Attributes to be put on single cells, gathered by column and put down in one go. */
export interface AttributePatch {
  readonly columns: Map<number, Run<Attributes | undefined>[]>;
}

export const newPatch = (): AttributePatch => ({ columns: new Map() });

export function addToPatch(patch: AttributePatch, row: number, column: number, value: Attributes | undefined): void {
  const list = patch.columns.get(column);
  if (list) list.push({ start: row, end: row + 1, value });
  else patch.columns.set(column, [{ start: row, end: row + 1, value }]);
}

export function applyPatch(sheet: SheetState, patch: AttributePatch): void {
  for (const [column, patches] of patch.columns) {
    sheet.attributes[column] = patched(sheet.attributes[column], patches);
  }
}

export const attributesAt = (sheet: SheetState, row: number, column: number): Attributes | undefined =>
  valueAt(sheet.attributes[column], row);

/** Sets the size of a grid, within the limits of a workbook. */
export function resize(draft: Draft, sheet: SheetState, rowCount: number, columnCount: number): void {
  const others = draft.book.sheets.reduce(
    (sum, one) => sum + (one === sheet ? 0 : one.grid.rowCount * one.grid.columnCount),
    0,
  );
  assertRoom(others, rowCount, columnCount, rowCount * columnCount > sheet.grid.rowCount * sheet.grid.columnCount);
  sheet.grid = { ...sheet.grid, rowCount, columnCount };
}

export function assertRoom(others: number, rowCount: number, columnCount: number, grows = true): void {
  if (columnCount > 18_278) {
    throw refusal('This action would increase the number of columns in the sheet above the limit of 18278 columns.');
  }
  if (grows && others + rowCount * columnCount > maxCells) {
    throw refusal(
      `This action would increase the number of cells in the workbook above the limit of ${maxCells} cells.`,
    );
  }
}

export function assertLength(text: string): void {
  if (text.length > maxCellText) {
    throw refusal(`Your input contains more than the maximum of ${maxCellText} characters in a single cell.`);
  }
}
