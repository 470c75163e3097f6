// Google's own Node client against the emulator's HTTP server.
import { sheets, type sheets_v4 } from '@googleapis/sheets';
import { createApp, listen, type RunningServer } from '../../../emulator/http';
import { googleWith, reception } from '../runtime/probe';

let server: RunningServer;
let api: sheets_v4.Resource$Spreadsheets;
const google = googleWith('');

beforeAll(async () => {
  server = await listen(createApp(google), google, 0);
  api = sheets({ version: 'v4', rootUrl: `${server.origin}/`, fetchImplementation: fetch }).spreadsheets;
});
afterAll(() => server.close());

async function newBook(): Promise<string> {
  const requestBody = {
    properties: { title: '前台', locale: 'zh_CN', timeZone: 'Asia/Shanghai' },
    sheets: [{ properties: { sheetId: 2101, title: '来访人员登记表' } }],
  };
  return (await api.create({ requestBody })).data.spreadsheetId!;
}

/** What the client throws: the status, and Google's envelope. */
const failure = (code: number, status: string, message: unknown) =>
  expect.objectContaining({
    status: code,
    response: expect.objectContaining({ data: { error: expect.objectContaining({ code, status, message }) } }),
  });

describe("Google's own client", () => {
  test('creates a workbook as asked and reads its shape', async () => {
    const spreadsheetId = await newBook();
    const { data } = await api.get({ spreadsheetId });
    expect(data.properties).toMatchObject({ title: '前台', locale: 'zh_CN', timeZone: 'Asia/Shanghai' });
    expect(data.sheets!.map(({ properties }) => properties)).toEqual([
      {
        sheetId: 2101,
        title: '来访人员登记表',
        sheetType: 'GRID',
        gridProperties: { rowCount: 1000, columnCount: 26 },
      },
    ]);
    expect(google.sheets.accessOf(spreadsheetId, reception)).toBe('owner');
  });

  test('writes and reads values of a tab with a Chinese name', async () => {
    const spreadsheetId = await newBook();
    const range = '来访人员登记表!A1:C1';
    const written = await api.values.update({
      spreadsheetId,
      range,
      valueInputOption: 'USER_ENTERED',
      includeValuesInResponse: true,
      requestBody: { values: [['张三 😀', '2026-03-02', '=B1+1']] },
    });
    expect(written.data).toMatchObject({
      updatedRange: "'来访人员登记表'!A1:C1",
      updatedCells: 3,
      updatedData: { values: [['张三 😀', '2026-03-02', '46084']] },
    });
    const read = await api.values.batchGet({
      spreadsheetId,
      ranges: [range, "'来访人员登记表'!C1"],
      valueRenderOption: 'FORMULA',
    });
    expect(read.data.valueRanges!.map(({ values }) => values)).toEqual([[['张三 😀', 46_083, '=B1+1']], [['=B1+1']]]);
    await api.values.clear({ spreadsheetId, range: '来访人员登记表!A1' });
    expect((await api.values.get({ spreadsheetId, range })).data.values).toEqual([['', '2026-03-02', '46084']]);
  });

  test('changes everything in one batch and gets back what it asks for', async () => {
    const spreadsheetId = await newBook();
    const rows = [
      { values: [{ userEnteredValue: { stringValue: '=1+1' } }, { userEnteredValue: { numberValue: 2 } }] },
    ];
    const { data } = await api.batchUpdate({
      spreadsheetId,
      fields: 'replies,updatedSpreadsheet.sheets.data.rowData.values.effectiveValue',
      requestBody: {
        requests: [
          { insertDimension: { range: { sheetId: 2101, dimension: 'ROWS', startIndex: 2, endIndex: 3 } } },
          { updateCells: { start: { sheetId: 2101, rowIndex: 2, columnIndex: 0 }, rows, fields: 'userEnteredValue' } },
        ],
        includeSpreadsheetInResponse: true,
        responseIncludeGridData: true,
        responseRanges: ['来访人员登记表!A3:B3'],
      },
    });
    expect(data).toEqual({
      replies: [{}, {}],
      updatedSpreadsheet: {
        sheets: [
          {
            data: [
              {
                rowData: [
                  { values: [{ effectiveValue: { stringValue: '=1+1' } }, { effectiveValue: { numberValue: 2 } }] },
                ],
              },
            ],
          },
        ],
      },
    });
    const dataFilters = [{ gridRange: { sheetId: 2101, startRowIndex: 2, endRowIndex: 3 } }];
    const found = await api.values.batchGetByDataFilter({ spreadsheetId, requestBody: { dataFilters } });
    expect(found.data.valueRanges![0]!.valueRange!.values).toEqual([['=1+1', '2']]);
  });

  test('appends, copies a tab to another workbook, and finds developer metadata', async () => {
    const spreadsheetId = await newBook();
    const appended = await api.values.append({
      spreadsheetId,
      range: '来访人员登记表!A1',
      valueInputOption: 'RAW',
      requestBody: { values: [['a'], ['b']] },
    });
    expect(appended.data.updates!.updatedRange).toBe("'来访人员登记表'!A1:A2");
    const location = { dimensionRange: { sheetId: 2101, dimension: 'ROWS', startIndex: 1, endIndex: 2 } };
    const developerMetadata = { metadataKey: 'k', metadataValue: 'v', visibility: 'DOCUMENT', location };
    await api.batchUpdate({
      spreadsheetId,
      requestBody: { requests: [{ createDeveloperMetadata: { developerMetadata } }] },
    });
    const dataFilters = [{ developerMetadataLookup: { metadataKey: 'k' } }];
    const search = await api.developerMetadata.search({ spreadsheetId, requestBody: { dataFilters } });
    expect(search.data.matchedDeveloperMetadata![0]!.developerMetadata).toMatchObject({ metadataValue: 'v' });
    const destinationSpreadsheetId = await newBook();
    const copy = await api.sheets.copyTo({ spreadsheetId, sheetId: 2101, requestBody: { destinationSpreadsheetId } });
    const title = copy.data.title!;
    const read = await api.values.get({ spreadsheetId: destinationSpreadsheetId, range: `'${title}'!A1:A2` });
    expect(read.data.values).toEqual([['a'], ['b']]);
  });

  test('gets errors in the envelope of Google', async () => {
    const spreadsheetId = await newBook();
    const requests = [{ deleteSheet: { sheetId: 1 } }];
    await expect(api.batchUpdate({ spreadsheetId, requestBody: { requests } })).rejects.toEqual(
      failure(400, 'INVALID_ARGUMENT', expect.stringMatching(/^Invalid requests\[0\]\.deleteSheet: /)),
    );
    await expect(api.values.get({ spreadsheetId, range: 'Nowhere!A1' })).rejects.toEqual(
      failure(400, 'INVALID_ARGUMENT', 'Unable to parse range: Nowhere!A1'),
    );
    await expect(api.get({ spreadsheetId: 'nothing' })).rejects.toEqual(
      failure(404, 'NOT_FOUND', 'Requested entity was not found.'),
    );
    google.sheets.share(spreadsheetId, 'viewer@example.org', 'viewer');
    const headers = { 'x-emulator-user': 'viewer@example.org' };
    expect((await api.get({ spreadsheetId }, { headers })).status).toBe(200);
    await expect(api.values.clear({ spreadsheetId, range: 'A1' }, { headers })).rejects.toEqual(
      failure(403, 'PERMISSION_DENIED', 'The caller does not have permission'),
    );
  });
});
