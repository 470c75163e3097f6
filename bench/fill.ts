// Fills an agency with years of work: one visit is carried through the product, and copied with its lines in the audit log
// and its sent mails.
import { auditTab, countersTab, firstRow, outboxTab } from '../src/kernel/kernel-tabs';
import type { WorkbookKey } from '../src/kernel/register';
import { people, receive, step, type Office } from '../test/bundle/office';

type Cell = string | number | boolean;
type Rows = readonly (readonly Cell[])[];

const visitsTab = 2101;
const atOnce = 5_000;
/** A workbook holds ten million cells. */
const mostMails = 20_000;
const caller = { email: people.office };
const numberOf = (index: number): string => `LF-2026-${String(index).padStart(5, '0')}`;

export function rowsOf({ google, id }: Office, sheetId: number, from: number, workbook: WorkbookKey = 'desk'): Rows {
  const body = {
    dataFilters: [{ gridRange: { sheetId, startRowIndex: from } }],
    valueRenderOption: 'UNFORMATTED_VALUE',
  };
  const params = { spreadsheetId: id(workbook) };
  const answer = google.sheets.call('spreadsheets.values.batchGetByDataFilter', params, body, caller) as {
    valueRanges: { valueRange: { values?: Rows } }[];
  };
  return answer.valueRanges[0]?.valueRange.values ?? [];
}

function request({ google, id }: Office, requests: object[], workbook: WorkbookKey): void {
  google.sheets.call('spreadsheets.batchUpdate', { spreadsheetId: id(workbook) }, { requests }, caller);
}

const valueOf = (cell: Cell) =>
  typeof cell === 'number'
    ? { numberValue: cell }
    : typeof cell === 'boolean'
      ? { boolValue: cell }
      : { stringValue: cell };
const dataOf = (cells: readonly Cell[]) => ({
  values: cells.map((cell) => (cell === '' ? {} : { userEnteredValue: valueOf(cell) })),
});

export function write(
  office: Office,
  sheetId: number,
  rowIndex: number,
  rows: Rows,
  workbook: WorkbookKey = 'desk',
): void {
  for (let first = 0; first < rows.length; first += atOnce) {
    const start = { sheetId, rowIndex: rowIndex + first, columnIndex: 0 };
    const some = rows.slice(first, first + atOnce).map(dataOf);
    request(office, [{ updateCells: { start, rows: some, fields: 'userEnteredValue' } }], workbook);
  }
}

export function insertRows(
  office: Office,
  sheetId: number,
  at: number,
  count: number,
  workbook: WorkbookKey = 'desk',
): void {
  const range = { sheetId, dimension: 'ROWS', startIndex: at, endIndex: at + count };
  if (count > 0) request(office, [{ insertDimension: { range, inheritFromBefore: at > firstRow } }], workbook);
}

/** Copies below each other what one record has left on a tab, for the records up to number `last`. */
function copyRows(office: Office, sheetId: number, from: number, last: number): void {
  const one = rowsOf(office, sheetId, from);
  const at = from + one.length;
  insertRows(office, sheetId, at, one.length * (last - 1));
  for (let first = 2; first <= last; first += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, last + 1 - first) }, (_, index) => first + index);
    const rows = some.flatMap((record) =>
      one.map((cells) => cells.map((cell) => (cell === numberOf(1) ? numberOf(record) : cell))),
    );
    write(office, sheetId, at + (first - 2) * one.length, rows);
  }
}

/** `records` visits that are over; the counters go on behind them. */
export function fill(office: Office, records: number): void {
  const linesBefore = rowsOf(office, auditTab.sheetId, 1).length;
  const { no } = receive(office);
  office.job('jobs.everyMinute');
  step(office, 'visits', no, 'leave');
  copyRows(office, visitsTab, firstRow, records);
  copyRows(office, auditTab.sheetId, 1 + linesBefore, records);
  copyRows(office, outboxTab.sheetId, 1, Math.min(records, mostMails));
  const ends: Record<string, number> = {
    'LF-2026': records,
    audit: rowsOf(office, auditTab.sheetId, 1).length,
  };
  const counters = rowsOf(office, countersTab.sheetId, 1).map(([key = '', number = 0, ...rest]) => [
    key,
    ends[String(key)] ?? number,
    ...rest,
  ]);
  write(office, countersTab.sheetId, 1, counters);
  // What was remembered of the ends of tabs is not true any more.
  office.google.state.cache = {};
}
