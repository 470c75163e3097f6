// The budgets of docs/performance.md, held with few rows and with more: what is read must not grow with them.
import { fill } from '../../bench/fill';
import { operations, setUp, setUpCalls } from '../../bench/operations';
import { newOffice } from './office';

/** Sheets calls and cells read of each operation, in an agency with so many visits. */
function costs(records: number): Map<string, { calls: number; cellsRead: number }> {
  const office = newOffice();
  fill(office, records);
  return new Map(
    operations.map(({ name, prepare, run }) => {
      prepare?.(office);
      const { sheets, cellsRead } = office.callsOf(() => run(office));
      return [name, { calls: sheets.length, cellsRead }];
    }),
  );
}

const few = costs(60);
const many = costs(400);

test.each(operations.filter(({ calls }) => calls !== undefined))(
  '$name: at most $calls Sheets calls',
  ({ name, calls }) => {
    expect(many.get(name)?.calls).toBeLessThanOrEqual(calls!);
  },
);

test.each(operations.filter(({ grows }) => !grows))('$name: reads no more where there are more rows', ({ name }) => {
  expect(many.get(name)?.cellsRead).toBeLessThanOrEqual(few.get(name)!.cellsRead + 30);
});

test('set-up of all tabs: at most six Sheets calls', () => {
  expect(setUp().sheets.length).toBeLessThanOrEqual(setUpCalls);
});
