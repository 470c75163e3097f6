// Cases that a real account would pay for with a minute of its quota, or that need a script: the emulator's alone.
import { createApp, listen } from '../../../emulator/http';
import { answerOf, googleWith } from '../runtime/probe';

describe('H: the Sheets API, writing', () => {
  test('H55 the 61st write of a minute comes too soon', async () => {
    const google = googleWith('');
    const server = await listen(createApp(google), google, 0);
    const write = () =>
      fetch(`${server.origin}/v4/spreadsheets/${google.containerId}:batchUpdate`, {
        method: 'POST',
        body: JSON.stringify({
          requests: [{ updateSpreadsheetProperties: { properties: { title: 'x' }, fields: 'title' } }],
        }),
      });
    try {
      for (let n = 1; n <= 60; n += 1) expect((await write()).status).toBe(200);
      const refused = await write();
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after')).toBeNull();
      expect(await refused.json()).toEqual({
        error: {
          code: 429,
          status: 'RESOURCE_EXHAUSTED',
          message: expect.stringMatching(
            /^Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user' of service 'sheets\.googleapis\.com' for consumer 'project_number:\d+'\.$/,
          ),
          details: [expect.objectContaining({ reason: 'RATE_LIMIT_EXCEEDED' })],
        },
      });
    } finally {
      await server.close();
    }
  });

  test('H58 a script gets the refusal as an exception of its own', () => {
    const thrown = answerOf(`
      const id = SpreadsheetApp.getActiveSpreadsheet().getId();
      try { Sheets.Spreadsheets.batchUpdate({ requests: [{ deleteSheet: { sheetId: 9 } }] }, id) }
      catch (e) { return [e.name, e.message, e.details.code] }`);
    expect(thrown).toEqual([
      'GoogleJsonResponseException',
      'API call to sheets.spreadsheets.batchUpdate failed with error: Invalid requests[0].deleteSheet: No sheet with id: 9',
      400,
    ]);
  });
});
