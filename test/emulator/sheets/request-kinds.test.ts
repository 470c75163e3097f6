import { SheetsError } from '../../../emulator/sheets';
import { messageOf, schemas } from '../../../emulator/sheets/schema';
import { callOf, newBackend, owner } from './service';

const kinds = Object.keys(schemas['Request']!);
/** Those of which the emulator knows the shape. */
const known = kinds.filter((kind) => schemas[messageOf(schemas['Request']![kind]) ?? ''] !== undefined);

/** How the emulator takes a request: `done`, or the sentence of its refusal; anything else thrown is a bug. */
function taken(request: object): string {
  const backend = newBackend();
  const caller = { email: owner };
  const { spreadsheetId } = backend.call('spreadsheets.create', {}, {}, caller) as { spreadsheetId: string };
  try {
    backend.call('spreadsheets.batchUpdate', { spreadsheetId }, { requests: [request] }, caller);
    return 'done';
  } catch (error) {
    if (error instanceof SheetsError && error.code === 400) return error.message;
    throw error;
  }
}

describe('request kinds', () => {
  test.each(kinds)('%s without a body is done or refused', (kind) => {
    expect(taken({ [kind]: {} })).toMatch(/^(done$|Invalid requests|the emulator has no request)/);
  });

  test.each(known)('%s of a sheet that is not there is refused', (kind) => {
    const fields = schemas[messageOf(schemas['Request']![kind])!]!;
    const range = { sheetId: 99 };
    const places: Record<string, unknown> = { range, source: range, destination: range, sheetId: 99 };
    const given = Object.keys(fields).filter((name) => name in places);
    const body = Object.fromEntries(given.map((name) => [name, places[name]]));
    const mask = 'fields' in fields ? { fields: '*' } : {};
    const refusal = /^(Invalid |the emulator has no request)/;
    expect(taken({ [kind]: { ...body, ...mask } })).toMatch(given.length > 0 ? refusal : /./);
  });

  test('those that it lacks are refused by name', () => {
    expect(taken({ autoFill: {} })).toBe('the emulator has no request autoFill');
    expect(taken({ addSheet: { properties: { sheetType: 'OBJECT' } } })).toMatch(/the emulator has no sheets of type/);
  });

  test('methods that nobody knows are refused', async () => {
    const call = callOf(newBackend());
    await expect(call('values.frobnicate', { spreadsheetId: 'x' })).rejects.toMatchObject({ name: 'SheetsError' });
  });
});
