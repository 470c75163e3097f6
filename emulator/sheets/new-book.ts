// A workbook as spreadsheets.create makes it.
import { refusal } from './errors';
import { newSheet, type Book } from './model';
import { assertZone } from './requests/sheets';
import type { SheetProperties, Spreadsheet, SpreadsheetProperties } from './schema';

/** The book with one empty sheet, and the properties of the sheets that are wanted instead. */
export function newBook(body: Spreadsheet, id: string, owner: string): { book: Book; sheets: SheetProperties[] } {
  for (const field of Object.keys(body)) {
    if (field !== 'properties' && field !== 'sheets')
      throw refusal(`the emulator cannot create a workbook with ${field}`);
  }
  const given = (body.properties ?? {}) as SpreadsheetProperties;
  const { title = '', locale = 'en_US', timeZone = 'Etc/GMT', autoRecalc = 'ON_CHANGE' } = given;
  assertZone(timeZone);
  const untitled = locale.startsWith('zh') ? '无标题的电子表格' : 'Untitled spreadsheet';
  const sheets = (body.sheets ?? []).map(({ properties, ...rest }) => {
    const [other] = Object.keys(rest);
    if (other) throw refusal(`the emulator cannot create a sheet with ${other}`);
    return (properties ?? {}) as SheetProperties;
  });
  const book: Book = {
    id,
    owner,
    access: {},
    properties: { ...given, title: title || untitled, locale, timeZone, autoRecalc },
    sheets: [newSheet(0, 'Sheet1')],
    namedRanges: [],
    metadata: [],
  };
  return { book, sheets };
}
