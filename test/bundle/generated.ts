// Registers filled as they were long ago, and the tabs that reports make of them.
import { layoutOf, rowOf } from '../../src/kernel/layout';
import type { Register } from '../../src/kernel/register';
import type { Cell, Values } from '../../src/kernel/values';
import type { Language } from '../../src/kernel/words';
import { people, type Office, type Workbook } from './office';

const caller = { email: people.office };

export const change = (office: Office, requests: readonly object[], workbook: Workbook = 'desk'): unknown =>
  office.google.sheets.call('spreadsheets.batchUpdate', { spreadsheetId: office.id(workbook) }, { requests }, caller);

const valueOf = (cell: Cell) =>
  typeof cell === 'number' ? { numberValue: cell } : cell === '' ? undefined : { stringValue: String(cell) };

export function fill(office: Office, register: Register, rows: readonly Values[], language: Language = 'zh'): void {
  const { sheetId, workbook, serial } = register;
  const layout = layoutOf(register, Object.keys(register.all), language);
  const cells = rows.map((values, index) =>
    rowOf(layout, { no: `${serial}-2026-${String(index + 1).padStart(5, '0')}`, ...values }),
  );
  const updateCells = {
    start: { sheetId, rowIndex: 2, columnIndex: 0 },
    rows: cells.map((row) => ({ values: row.map((cell) => ({ userEnteredValue: valueOf(cell) })) })),
    fields: 'userEnteredValue',
  };
  const more = { sheetId, dimension: 'ROWS', length: rows.length };
  change(office, [{ appendDimension: more }, { updateCells }], workbook);
}

export function cellsOf(
  office: Office,
  sheetId: number,
  valueRenderOption = 'UNFORMATTED_VALUE',
): (string | number)[][] {
  const answer = office.google.sheets.call(
    'spreadsheets.values.batchGetByDataFilter',
    { spreadsheetId: office.id('desk') },
    { dataFilters: [{ gridRange: { sheetId } }], valueRenderOption },
    caller,
  ) as { valueRanges: { valueRange: { values: (string | number)[][] } }[] };
  return answer.valueRanges[0]!.valueRange.values;
}

export const sheetIdOf = ({ url }: { url: string }): number => Number(/#gid=(\d+)$/.exec(url)![1]);
