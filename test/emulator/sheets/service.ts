// The Sheets API as the cases ask for it. They run against the emulator in this process, or, so that the emulator can be
// held against Google one day, over HTTP:
//   SHEETS_ROOT_URL=https://sheets.googleapis.com/ SHEETS_TOKEN=… npx jest test/emulator/sheets/cases -i
// The token's account then owns a new workbook for each case. Full quotas are waited out.
import { SheetsBackend } from '../../../emulator/sheets';
import { methods } from '../../../emulator/sheets/schema';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of every shape, looked into by the tests
export type Json = any;
type Parameters = Record<string, unknown>;

/** One call, by its name in the discovery document without `spreadsheets.`; rejects with code, status and message. */
export type Call = (method: string, params: Parameters, body?: object) => Promise<Json>;

const rootUrl = process.env['SHEETS_ROOT_URL'];
const token = process.env['SHEETS_TOKEN'];
const quotaMinute = 61_000;
if (rootUrl) jest.setTimeout(5 * quotaMinute);

const asSent = (value: object): Json => JSON.parse(JSON.stringify(value));

export const owner = 'owner@example.org';

export function newBackend(now: () => Date = () => new Date('2026-03-02T04:00:00Z')): SheetsBackend {
  let made = 0;
  return new SheetsBackend({ now, newId: () => `book-${(made += 1)}` });
}

export function callOf(backend: SheetsBackend, email = owner): Call {
  return async (method, params, body) =>
    asSent(backend.call(`spreadsheets.${method}`, params, body && asSent(body), { email }));
}

const overHttp =
  (root: string): Call =>
  async (method, params, body) => {
    const { httpMethod, path, parameters } = methods[`spreadsheets.${method}`]!;
    const query = new URLSearchParams();
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
    for (const [name, value] of Object.entries(params)) {
      if (path.includes(`{${name}}`) && name in parameters) continue;
      for (const one of [value].flat()) query.append(name, String(one));
    }
    const request: RequestInit = {
      method: httpMethod,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(httpMethod === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    };
    for (;;) {
      const response = await fetch(new URL(`${filled}?${query}`, root), request);
      const answer = (await response.json()) as Json;
      if (response.ok) return answer;
      if (response.status !== 429) throw Object.assign(new Error(answer.error.message), answer.error);
      await new Promise((done) => setTimeout(done, quotaMinute));
    }
  };

export const call: Call = rootUrl ? overHttp(rootUrl) : callOf(newBackend());

/** A new workbook and the calls that most cases make. */
export interface Workbook {
  readonly id: string;
  call: Call;
  batch(...requests: object[]): Promise<Json>;
  /** Values as text, or as `option` says. */
  values(range: string, option?: string): Promise<Json>;
  /** Writes as if typed. */
  type(range: string, values: unknown[][]): Promise<Json>;
  /** The cells of a range as CellData, with the fields named. */
  cells(range: string, fields: string): Promise<Json[][]>;
}

export function workbookOf(ask: Call, id: string): Workbook {
  const here: Call = (method, params, body) => ask(method, { spreadsheetId: id, ...params }, body);
  return {
    id,
    call: here,
    batch: (...requests) => here('batchUpdate', {}, { requests }),
    values: async (range, valueRenderOption = 'FORMATTED_VALUE') =>
      (await here('values.get', { range, valueRenderOption })).values,
    type: (range, values) => here('values.update', { range, valueInputOption: 'USER_ENTERED' }, { values }),
    cells: async (range, fields) => {
      const found = await here('get', { ranges: [range], fields: `sheets.data.rowData.values(${fields})` });
      const rows = (found.sheets[0].data?.[0].rowData ?? []) as { values?: Json[] }[];
      return rows.map((row) => row.values ?? []);
    },
  };
}

/** A workbook with these sheets; one `Sheet1` with id 0 unless told. */
export async function newWorkbook(
  sheets: object[] = [{ sheetId: 0, title: 'Sheet1' }],
  properties: object = {},
): Promise<Workbook> {
  const body = {
    properties: { title: 'Case', locale: 'en_US', timeZone: 'Asia/Shanghai', ...properties },
    sheets: sheets.map((one) => ({ properties: one })),
  };
  const made = await call('create', {}, body);
  return workbookOf(call, made.spreadsheetId);
}

/** What a refusal looks like from outside; `message` may be a part of it. */
export const refused = (message: string | RegExp, code = 400, status = 'INVALID_ARGUMENT') =>
  expect.objectContaining({
    code,
    status,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });

/** Rows of text cells for updateCells and appendCells. */
export const textRows = (rows: readonly (readonly string[])[]): object[] =>
  rows.map((row) => ({ values: row.map((stringValue) => ({ userEnteredValue: { stringValue } })) }));
