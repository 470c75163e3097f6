// The budgets of docs/performance.md, held with few rows and with more: what is read must not grow with them.
import { fill } from '../../bench/fill';
import { fillSupplies } from '../../bench/fill-supplies';
import { operations, setUp, setUpCalls, type Operation } from '../../bench/operations';
import { suppliesOperations } from '../../bench/supplies-operations';
import { newOffice, type Office } from './office';

/** Sheets calls and cells read of each operation, in an agency with so many rows. */
function costs(
  some: readonly Operation[],
  filled: (office: Office, rows: number) => void,
  rows: number,
): Map<string, { calls: number; cellsRead: number }> {
  const office = newOffice();
  filled(office, rows);
  return new Map(
    some.map(({ name, prepare, run }) => {
      prepare?.(office);
      const { sheets, cellsRead } = office.callsOf(() => run(office));
      return [name, { calls: sheets.length, cellsRead }];
    }),
  );
}

describe.each([
  ['visits', operations, fill, 60, 400],
  ['lines of the stock ledger', suppliesOperations, fillSupplies, 1_500, 3_000],
] as const)('by number of %s', (_, some, filled, fewRows, manyRows) => {
  let few: ReturnType<typeof costs>;
  let many: ReturnType<typeof costs>;
  beforeAll(() => {
    few = costs(some, filled, fewRows);
    many = costs(some, filled, manyRows);
  }, 120_000);

  test.each(some.filter(({ calls }) => calls !== undefined))(
    '$name: at most $calls Sheets calls',
    ({ name, calls }) => {
      expect(many.get(name)?.calls).toBeLessThanOrEqual(calls!);
    },
  );

  test.each(some.filter(({ grows }) => !grows))('$name: reads no more where there are more rows', ({ name }) => {
    expect(many.get(name)?.cellsRead).toBeLessThanOrEqual(few.get(name)!.cellsRead + 30);
  });
});

test('set-up of all tabs: at most six Sheets calls', () => {
  expect(setUp().sheets.length).toBeLessThanOrEqual(setUpCalls);
});
