// Finds the cells a caller points at, by A1 text, grid range or developer metadata, and names them in answers.
import { formatRange } from './a1';
import { sheetById } from './draft';
import { refusal, SheetsError } from './errors';
import { areaOf, type Area } from './grid-range';
import { found } from './metadata-search';
import { gridOf, type Book, type SheetState } from './model';
import { rangeNamed } from './range-names';
import type { DataFilter, GridRange } from './schema';

export interface Place {
  readonly sheet: SheetState;
  readonly area: Area;
}

export function placeOf(book: Book, range: GridRange): Place {
  const sheet = sheetById(book, range.sheetId);
  return { sheet, area: areaOf(range, gridOf(sheet)) };
}

export const placeNamed = (book: Book, text: string): Place => placeOf(book, rangeNamed(book, text));

export function echo({ sheet, area }: Place): string {
  return formatRange(sheet.properties.title, {
    startRowIndex: area.startRow,
    endRowIndex: area.endRow,
    startColumnIndex: area.startColumn,
    endColumnIndex: area.endColumn,
  });
}

/** The ranges that a data filter selects. */
export function rangesOf(book: Book, filter: DataFilter): GridRange[] {
  if (filter.a1Range !== undefined) return [rangeNamed(book, filter.a1Range)];
  if (filter.gridRange) return [filter.gridRange as GridRange];
  if (filter.developerMetadataLookup) {
    return found(book, filter).flatMap(({ location }): GridRange[] => {
      const span = location?.dimensionRange;
      if (span) {
        const { sheetId, startIndex, endIndex } = span as { sheetId: number; startIndex: number; endIndex: number };
        if (span.dimension === 'ROWS') return [{ sheetId, startRowIndex: startIndex, endRowIndex: endIndex }];
        return [{ sheetId, startColumnIndex: startIndex, endColumnIndex: endIndex }];
      }
      if (location?.spreadsheet) return book.sheets.map((sheet) => ({ sheetId: sheet.properties.sheetId }));
      return [{ sheetId: location?.sheetId ?? 0 }];
    });
  }
  throw refusal('Must specify a filter.');
}

/** Each filter with the places it selects; a filter that cannot be read fails the whole call. */
export function placesOf(book: Book, filters: readonly DataFilter[]): { filter: DataFilter; places: Place[] }[] {
  return filters.map((filter, index) => {
    try {
      return { filter, places: rangesOf(book, filter).map((range) => placeOf(book, range)) };
    } catch (error) {
      if (!(error instanceof SheetsError) || filter.a1Range !== undefined) throw error;
      throw refusal(`Invalid dataFilters[${index}]: ${error.message}`);
    }
  });
}
