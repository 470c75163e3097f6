import type { GridWindow } from '../../../emulator/http';
import { googleWith } from '../runtime/probe';
import { clientOf } from './browser';

const red = { red: 1, green: 0, blue: 0 };
const grey = { red: 0.8, green: 0.8, blue: 0.8 };
const range = (startRowIndex: number, endRowIndex: number, startColumnIndex = 0, endColumnIndex = 3) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

async function sheet() {
  const google = googleWith('');
  const client = clientOf(google);
  const batch = (...requests: object[]) =>
    google.sheets.call(
      'spreadsheets.batchUpdate',
      { spreadsheetId: google.containerId },
      { requests },
      { email: google.state.user },
    );
  const act = (name: string, body: object) =>
    client.send('POST', `/emulator/workbooks/${google.containerId}/sheets/0/${name}`, body);
  const view = async (query = '?from=0&to=5') => {
    const response = await client.get(`/emulator/workbooks/${google.containerId}/sheets/0${query}`);
    return (await response.json()) as GridWindow;
  };
  const type = (a1: string, values: unknown[][]) =>
    client.send('POST', '/emulator/edit', { spreadsheetId: google.containerId, sheet: 0, range: a1, values });
  return { google, client, batch, act, view, type };
}

describe('a window of a tab', () => {
  test('shows text, formats, drop-downs, notes and protections', async () => {
    const { batch, view } = await sheet();
    batch(
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
          fields: 'userEnteredValue,userEnteredFormat,note',
          rows: [
            {
              values: [
                { userEnteredValue: { stringValue: '=1' }, note: 'as text', userEnteredFormat: { textFormat: { bold: true } } },
                { userEnteredValue: { numberValue: 46270 }, userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } } },
                { userEnteredValue: { formulaValue: '=1+1' } },
              ],
            },
          ],
        },
      },
      { setDataValidation: { range: range(1, 3, 0, 1), rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '在' }, { userEnteredValue: '离' }] } } } },
      { addConditionalFormatRule: { index: 0, rule: { ranges: [range(0, 5)], booleanRule: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: '2' }] }, format: { backgroundColorStyle: { rgbColor: red } } } } } },
      { addBanding: { bandedRange: { range: range(1, 5), rowProperties: { firstBandColorStyle: { rgbColor: { red: 1, green: 1, blue: 1 } }, secondBandColorStyle: { rgbColor: grey } } } } },
      { updateDimensionProperties: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 }, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
      { updateSheetProperties: { properties: { sheetId: 0, gridProperties: { frozenRowCount: 2 } }, fields: 'gridProperties.frozenRowCount' } },
      { addProtectedRange: { protectedRange: { range: range(0, 1), warningOnly: true, description: 'labels', unprotectedRanges: [{ ...range(0, 1), startColumnIndex: 2 }] } } },
    ); // prettier-ignore
    const window = await view();
    expect(window).toMatchObject({ title: 'Sheet1', rowCount: 1000, columnCount: 26, frozenRows: 2, from: 0 });
    expect(window.rows).toHaveLength(5);
    const [first, second, third] = window.rows;
    expect(first!.cells.slice(0, 3)).toEqual([
      { text: '=1', entered: "'=1", bold: true, note: 'as text' },
      { text: '2026-09-05', entered: '2026-09-05', align: 'right' },
      { text: '2', entered: '=1+1', align: 'right', background: '#ff0000' },
    ]);
    expect(second).toMatchObject({ hidden: true });
    expect(second!.cells[0]).toMatchObject({ choices: ['在', '离'] });
    expect(third!.cells[1]).toEqual({ background: '#cccccc' });
    expect(window.protections).toEqual([
      {
        area: { startRow: 0, endRow: 1, startColumn: 0, endColumn: 3 },
        open: [{ startRow: 0, endRow: 1, startColumn: 2, endColumn: 3 }],
        warningOnly: true,
        mayEdit: true,
        description: 'labels',
      },
    ]);
  });

  test('a person types, sorts, inserts, deletes, renames and moves', async () => {
    const { google, client, act, view, type } = await sheet();
    await type('A1:B3', [['c', '3'], ['a', '1'], ['b', '2']]); // prettier-ignore
    const column = async (index: number) => (await view('?from=0&to=4')).rows.map(({ cells }) => cells[index]?.text);
    expect(await column(0)).toEqual(['c', 'a', 'b', undefined]);
    await act('sort', { column: 0, ascending: true });
    expect(await column(1)).toEqual(['1', '2', '3', undefined]);
    await act('insertRows', { at: 1, count: 1 });
    expect(await column(0)).toEqual(['a', undefined, 'b', 'c']);
    await act('deleteRows', { at: 1 });
    await act('moveColumn', { from: 1, to: 0 });
    expect(await column(0)).toEqual(['1', '2', '3', undefined]);
    await act('rename', { title: '来访' });
    const book = await (await client.get(`/emulator/workbooks/${google.containerId}`)).json();
    expect(book).toMatchObject({ title: 'Desk', sheets: [{ sheetId: 0, title: '来访', hidden: false }] });
    expect((await act('explode', {})).status).toBe(400);
    google.state.user = 'stranger@else.com';
    expect((await client.get(`/emulator/workbooks/${google.containerId}`)).status).toBeGreaterThanOrEqual(403);
  });
});
