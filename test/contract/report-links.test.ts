// Ways from a generated tab to rows of registers: in its own workbook by the tab, in the other by that workbook's address.
import type { WorkbookKey } from '../../src/kernel/register';
import { newTabRequests } from '../../src/platform/report-requests';

const idOf = (workbook: WorkbookKey): string => `${workbook}-id`;
const rows = { sheetId: 2102, fromRow: 4, toRow: 9, fromColumn: 0, toColumn: 3 };

function formulasOf(alone: boolean, workbook?: WorkbookKey): string {
  const cell = { value: '5 行', leadsTo: { ...rows, ...(workbook && { workbook }) } };
  const plan = {
    ...{ colour: '#b06000', widths: [90], rows: [[cell]], frozenRows: 0, frozenColumns: 0 },
    ...{ marks: [], charts: [], entries: [] },
  };
  const tab = { sheetId: 100_001, title: '考核', plan };
  const other = alone ? () => 'restricted-id' : idOf;
  return JSON.stringify(newTabRequests(tab, 'restricted-id', 'system@example.org', () => '来电', other));
}

describe('a way to rows', () => {
  it('of the same workbook names the tab only', () => {
    expect(formulasOf(false)).toContain('HYPERLINK(\\"#gid=2102&range=');
    expect(formulasOf(false, 'restricted')).toContain('HYPERLINK(\\"#gid=2102&range=');
    expect(formulasOf(true, 'desk')).toContain('HYPERLINK(\\"#gid=2102&range=');
  });

  it('of the other workbook names that one', () => {
    expect(formulasOf(false, 'desk')).toContain('https://docs.google.com/spreadsheets/d/desk-id/edit#gid=2102&range=');
  });
});
