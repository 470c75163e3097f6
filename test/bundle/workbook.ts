// What people and older versions do to a workbook, as requests of the Sheets API, and how it looks afterwards.
import { people, type Office, type Workbook } from './office';

interface Tab {
  properties: {
    sheetId: number;
    title: string;
    hidden?: boolean;
    gridProperties: { rowCount: number; frozenRowCount?: number };
  };
  data?: { rowMetadata?: { hiddenByUser?: boolean }[] }[];
}

const caller = { email: people.office };

/** The workbook as the Sheets API shows it to its owner. */
export function look({ google, id }: Office, workbook: Workbook, includeGridData = false): { sheets: Tab[] } {
  const params = { spreadsheetId: id(workbook), includeGridData };
  return google.sheets.call('spreadsheets.get', params, undefined, caller) as { sheets: Tab[] };
}

export const tabsOf = (office: Office, workbook: Workbook = 'desk') =>
  look(office, workbook).sheets.map(({ properties }) => properties);

export function change({ google, id }: Office, requests: object[], workbook: Workbook = 'desk'): void {
  google.sheets.call('spreadsheets.batchUpdate', { spreadsheetId: id(workbook) }, { requests }, caller);
}

/** The cells of a tab as they stand, keys and labels first. */
export function cellsOf({ google, id }: Office, sheetId: number, workbook: Workbook = 'desk'): string[][] {
  const body = { dataFilters: [{ gridRange: { sheetId } }] };
  const params = { spreadsheetId: id(workbook) };
  const answer = google.sheets.call('spreadsheets.values.batchGetByDataFilter', params, body, caller) as {
    valueRanges: { valueRange: { values: string[][] } }[];
  };
  return answer.valueRanges[0]!.valueRange.values;
}

export const removeTab = (sheetId: number) => ({ deleteSheet: { sheetId } });
export const renameTab = (sheetId: number, title: string) => ({
  updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
});

const columns = (sheetId: number, startIndex: number) => ({
  sheetId,
  dimension: 'COLUMNS',
  startIndex,
  endIndex: startIndex + 1,
});
export const removeRow = (sheetId: number, at: number) => ({
  deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: at, endIndex: at + 1 } },
});
export const removeColumn = (sheetId: number, at: number) => ({ deleteDimension: { range: columns(sheetId, at) } });
export const moveColumn = (sheetId: number, from: number, to: number) => ({
  moveDimension: { source: columns(sheetId, from), destinationIndex: to },
});

/** Texts below one another. */
export const write = (sheetId: number, rowIndex: number, columnIndex: number, ...texts: string[]) => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex },
    rows: texts.map((stringValue) => ({ values: [stringValue === '' ? {} : { userEnteredValue: { stringValue } }] })),
    fields: 'userEnteredValue',
  },
});
