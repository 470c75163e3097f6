// Fills an agency with years of work: visitors long gone, their lines in the audit log, their mails sent.
import { firstRow } from '../src/kernel/kernel-tabs';
import { auditTab, countersTab, outboxTab } from '../src/kernel/kernel-tabs';
import type { Office } from '../test/bundle/office';
import { people } from '../test/bundle/office';

type Cell = string | number;
export const visitsTab = 2101;

const atOnce = 5_000;
const dayOf2023 = 44_927;
const number = (index: number): string => `LF-2026-${String(index + 1).padStart(5, '0')}`;

const cell = (value: Cell | undefined) =>
  value === undefined
    ? {}
    : { userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value } };

function request(office: Office, requests: object[]): void {
  const caller = { email: people.office };
  office.google.sheets.call('spreadsheets.batchUpdate', { spreadsheetId: office.id('desk') }, { requests }, caller);
}

/** Puts rows below the headings, above what is there. */
function put(
  office: Office,
  sheetId: number,
  at: number,
  rows: number,
  row: (index: number) => (Cell | undefined)[],
): void {
  const range = { sheetId, dimension: 'ROWS', startIndex: at, endIndex: at + rows };
  request(office, [{ insertDimension: { range, inheritFromBefore: at > firstRow } }]);
  for (let from = 0; from < rows; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, rows - from) }, (_, index) => row(from + index));
    const start = { sheetId, rowIndex: at + from, columnIndex: 0 };
    const values = some.map((cells) => ({ values: cells.map(cell) }));
    request(office, [{ updateCells: { start, rows: values, fields: 'userEnteredValue' } }]);
  }
}

/** `rows` visits that are over, one line of the log and one sent mail each; the counter goes on behind them. */
export function fill(office: Office, rows: number): void {
  const keys = Object.keys(office.rows(visitsTab)[0]!).filter((key) => key !== 'row');
  const visit = (index: number): Record<string, Cell> => {
    const at = dayOf2023 + (index * 1_000) / rows + 0.4;
    return {
      no: number(index),
      visitor: `访客${index}`,
      organisation: '街道办事处',
      phone: `138${String(index).padStart(8, '0')}`,
      people: 1,
      purpose: '参观交流',
      host: '陈静',
      arrivedAt: at,
      attendant: '陈静',
      hostAnswer: '马上来',
      guidedTo: '会议室',
      leftAt: at + 0.04,
      state: '已离开',
      receivedBy: '王芳',
      recordedBy: '王芳',
      recordedAt: at,
      history: '2023-01-01T09:30:00|王芳|create',
    };
  };
  put(office, visitsTab, firstRow, rows, (index) => {
    const values = visit(index);
    return keys.map((key) => values[key]);
  });
  const lines = office.rows(auditTab.sheetId).length - 1;
  put(office, auditTab.sheetId, 1 + lines, rows, (index) => [
    lines + index + 1,
    '2023-01-01T09:30:00',
    people.front,
    '王芳',
    'desk/account',
    'visits',
    number(index),
    1,
    'create',
    '2.1.2',
    '{"state":"left"}',
    'request',
    'f'.repeat(64),
  ]);
  put(office, outboxTab.sheetId, 1, rows, (index) => [
    `mail-${index}`,
    '2023-01-01T09:30:00',
    'letter',
    'visit-arrived',
    'visits',
    number(index),
    firstRow + index,
    '002',
    'sent',
    '',
    '',
    1,
    '2023-01-01T09:30:10',
  ]);
  const counters = office.rows(countersTab.sheetId);
  const row = counters.length;
  const start = { sheetId: countersTab.sheetId, rowIndex: row, columnIndex: 0 };
  request(office, [
    { updateCells: { start, rows: [{ values: ['LF-2026', rows].map(cell) }], fields: 'userEnteredValue' } },
  ]);
}
