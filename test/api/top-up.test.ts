import { blankRows } from '../../src/kernel/tab-spec';
import { agency, register, visitor, type Agency } from './agency';

const { sheetId } = register('visits');
const typed = (count: number) => Array.from({ length: count }, () => ({ ...visitor, recordedBy: '王芳' }));
const heightOf = ({ ports }: Agency): number => ports.tables.heights('desk').get(sheetId)!;
const insertions = ({ ports }: Agency): number =>
  ports.calls.flatMap(({ changes }) => changes).filter((one) => one.kind === 'insertRows' && one.sheetId === sheetId)
    .length;

describe('blank rows', () => {
  it('are topped up in the evening to 200 below the last row in use, once', () => {
    const made = agency({ blankRows });
    made.type('visits', 2, typed(50));
    expect(heightOf(made)).toBe(2 + blankRows);

    made.evening();
    expect(made.records('visits')).toHaveLength(50);
    expect(heightOf(made)).toBe(2 + 50 + blankRows);
    made.evening();
    expect(insertions(made)).toBe(1);
  });

  it('come in on every register that is short, of both workbooks, in one call each', () => {
    const made = agency({ blankRows: 10 });
    made.ports.calls.length = 0;
    made.evening();
    for (const workbook of ['desk', 'restricted'] as const) {
      const commits = made.ports.calls.filter(
        ({ kind, changes, ...call }) =>
          kind === 'commit' && call.workbook === workbook && changes.every((one) => one.kind === 'insertRows'),
      );
      expect(commits).toHaveLength(1);
      expect(made.ports.calls.filter((call) => call.kind === 'heights' && call.workbook === workbook)).toHaveLength(1);
    }
    const used = made.records('staff').length;
    expect(made.ports.tables.heights('desk').get(register('staff').sheetId)).toBe(2 + used + blankRows);
  });

  it('count from an unfinished row far below, which stays where it stands', () => {
    const made = agency({ blankRows });
    made.type('visits', 180, [{ visitor: '只写了姓名' }]);
    made.evening();
    expect(made.records('visits').map(({ row, values }) => [row, values['visitor']])).toEqual([[180, '只写了姓名']]);
    expect(heightOf(made)).toBe(181 + blankRows);
  });

  it('come in below a row at the very end of the tab', () => {
    const made = agency({ blankRows });
    made.type('visits', 1 + blankRows, typed(1));
    made.evening();
    expect(made.records('visits').map(({ row, no }) => [row, no])).toEqual([[1 + blankRows, 'LF-2026-00001']]);
    expect(heightOf(made)).toBe(2 + 2 * blankRows);
  });
});
