// A sheet's properties as answers carry them.
import { withoutDefaults } from './answer';
import type { Book, SheetState } from './model';
import type { SheetProperties } from './schema';

export function sheetProperties(book: Book, sheet: SheetState): SheetProperties {
  return withoutDefaults({
    ...sheet.properties,
    index: book.sheets.indexOf(sheet),
    gridProperties: sheet.grid,
  }) as SheetProperties;
}
