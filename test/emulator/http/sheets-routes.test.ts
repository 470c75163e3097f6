import { sheets } from '@googleapis/sheets';
import { createApp, listen } from '../../../emulator/http';
import { googleWith, office } from '../runtime/probe';
import { clientOf } from './browser';

describe('the Sheets REST API', () => {
  test("Google's own client works against it", async () => {
    const google = googleWith('');
    const server = await listen(createApp(google), google, 0);
    try {
      const api = sheets({ version: 'v4', rootUrl: `${server.origin}/`, fetchImplementation: fetch }).spreadsheets;
      const made = await api.create({ requestBody: { properties: { title: 'Mine' } } });
      const spreadsheetId = made.data.spreadsheetId!;
      expect(google.sheets.accessOf(spreadsheetId, google.state.user)).toBe('owner');
      await api.values.update({
        spreadsheetId,
        range: 'A1:C1',
        valueInputOption: 'USER_ENTERED',
        requestBody: { values: [['1', '', '=A1+2']] },
      });
      const read = await api.values.get({ spreadsheetId, range: 'Sheet1!A1:E3' });
      expect(read.data).toEqual({ range: 'Sheet1!A1:E3', majorDimension: 'ROWS', values: [['1', '', '3']] });
      const many = await api.values.batchGet({
        spreadsheetId,
        ranges: ['A1', 'C1'],
        valueRenderOption: 'UNFORMATTED_VALUE',
      });
      expect(many.data.valueRanges!.map(({ values }) => values)).toEqual([[[1]], [[3]]]);
      const book = await api.get({ spreadsheetId, fields: 'sheets.properties.title' });
      expect(book.data).toEqual({ sheets: [{ properties: { title: 'Sheet1' } }] });
      await expect(api.get({ spreadsheetId: 'nothing' })).rejects.toMatchObject({ status: 404 });
    } finally {
      await server.close();
    }
  });

  test('errors come in the envelope of Google, for the person at the keyboard or the one named', async () => {
    const google = googleWith('');
    const client = clientOf(google);
    const path = `/v4/spreadsheets/${google.containerId}`;
    const bad = await client.send('POST', `${path}:batchUpdate`, { requests: [{ frobnicate: {} }] });
    expect(bad).toMatchObject({
      status: 400,
      json: {
        error: { code: 400, status: 'INVALID_ARGUMENT', message: expect.stringContaining('Unknown name "frobnicate"') },
      },
    });
    expect((await client.get('/v4/spreadsheets')).status).toBe(404);
    expect((await client.get(path, { 'x-emulator-user': 'stranger@else.com' })).status).toBeGreaterThanOrEqual(403);
    expect((await client.get(path, { 'x-emulator-user': office })).status).toBe(200);
    const text = await client.app.request(`http://127.0.0.1${path}:batchUpdate`, { method: 'POST', body: '{' });
    expect(text.status).toBe(400);
  });

  test('append, clear and the data filters find their methods', async () => {
    const google = googleWith('');
    const client = clientOf(google);
    const path = `/v4/spreadsheets/${google.containerId}`;
    const append = await client.send('POST', `${path}/values/A1:append?valueInputOption=RAW`, { values: [['a', 'b']] });
    expect(append.status).toBe(200);
    const filters = { dataFilters: [{ gridRange: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 } }] };
    const found = await client.send('POST', `${path}/values:batchGetByDataFilter`, filters);
    expect(found.json.valueRanges[0].valueRange.values).toEqual([['a', 'b']]);
    await client.send('POST', `${path}/values/${encodeURIComponent("'Sheet1'!A1")}:clear`, {});
    expect((await (await client.get(`${path}/values/A1:B1`)).json()).values).toEqual([['', 'b']]);
    const search = await client.send('POST', `${path}/developerMetadata:search`, {
      dataFilters: [{ developerMetadataLookup: {} }],
    });
    expect(search).toEqual({ status: 200, json: {} });
  });
});
