import * as fc from 'fast-check';
import type { SheetsBackend } from '../../../emulator/sheets';
import { SheetsError } from '../../../emulator/sheets';
import { anyRequest, sheets } from './any-request';
import { newBackend, owner, type Json } from './service';

const caller = { email: owner };

function small(): { backend: SheetsBackend; id: string } {
  const backend = newBackend();
  const body = { properties: { locale: 'zh_CN' }, sheets: sheets.map((properties) => ({ properties })) };
  const { spreadsheetId } = backend.call('spreadsheets.create', {}, body, caller) as { spreadsheetId: string };
  return { backend, id: spreadsheetId };
}

/** Whether the batch was taken; anything but a refusal is a bug. */
function taken(backend: SheetsBackend, spreadsheetId: string, requests: object[]): boolean {
  try {
    backend.call('spreadsheets.batchUpdate', { spreadsheetId }, { requests }, caller);
    return true;
  } catch (error) {
    if (error instanceof SheetsError) return false;
    throw error;
  }
}

/** All that can be asked about a workbook, as it travels; ids that the emulator makes up are alike. */
function everything(backend: SheetsBackend, spreadsheetId: string): Json {
  const answer = backend.call('spreadsheets.get', { spreadsheetId, includeGridData: true }, undefined, caller);
  const madeUp = (key: string, value: unknown) => /RangeId$/.test(key) && Number(value) > 1000;
  return JSON.parse(JSON.stringify(answer, (key, value: unknown) => (madeUp(key, value) ? 'made up' : value)));
}

const batches = fc.array(fc.array(anyRequest, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
const bad = { deleteSheet: { sheetId: 999_999 } };

describe('for any requests', () => {
  test('a batch that fails at its k-th request leaves everything as it was', () => {
    fc.assert(
      fc.property(batches, fc.array(anyRequest, { maxLength: 6 }), fc.boolean(), (before, batch, looked) => {
        const { backend, id } = small();
        for (const one of before) taken(backend, id, one);
        const state = JSON.stringify(backend.snapshot());
        const answer = looked ? everything(backend, id) : undefined;
        expect(taken(backend, id, [...batch, bad])).toBe(false);
        expect(JSON.stringify(backend.snapshot())).toBe(state);
        if (answer) expect(everything(backend, id)).toEqual(answer);
      }),
      { numRuns: 60 },
    );
  });

  test('a batch does what its requests do one by one', () => {
    fc.assert(
      fc.property(batches, fc.array(anyRequest, { minLength: 1, maxLength: 8 }), (before, list) => {
        const [one, two] = [small(), small()];
        for (const batch of before) expect(taken(two.backend, two.id, batch)).toBe(taken(one.backend, one.id, batch));
        const good = list.filter((request) => {
          const done = taken(one.backend, one.id, [request]);
          if (done) everything(one.backend, one.id);
          return done;
        });
        if (good.length > 0) expect(taken(two.backend, two.id, good)).toBe(true);
        expect(everything(two.backend, two.id)).toEqual(everything(one.backend, one.id));
      }),
      { numRuns: 60 },
    );
  });

  test('a workbook that comes back from a file answers as before, then and after more requests', () => {
    fc.assert(
      fc.property(batches, batches, (before, after) => {
        const { backend, id } = small();
        for (const batch of before) taken(backend, id, batch);
        const other = newBackend();
        other.restore(JSON.parse(JSON.stringify(backend.snapshot())));
        expect(everything(other, id)).toEqual(everything(backend, id));
        for (const batch of after) expect(taken(other, id, batch)).toBe(taken(backend, id, batch));
        expect(everything(other, id)).toEqual(everything(backend, id));
      }),
      { numRuns: 40 },
    );
  });

  test('results that were followed step by step are those that are computed afresh', () => {
    fc.assert(
      fc.property(batches, (list) => {
        const { backend, id } = small();
        for (const batch of list) {
          taken(backend, id, batch);
          everything(backend, id);
        }
        const fresh = newBackend();
        fresh.restore(JSON.parse(JSON.stringify(backend.snapshot())));
        expect(everything(backend, id)).toEqual(everything(fresh, id));
      }),
      { numRuns: 60 },
    );
  });
});
