import type { SheetChart } from '../../../emulator/http';
import { googleWith } from '../runtime/probe';
import { clientOf } from './browser';

const cells = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sourceRange: { sources: [{ sheetId: 0, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex }] },
});
const anchor = {
  overlayPosition: { anchorCell: { rowIndex: 6, columnIndex: 2 }, widthPixels: 300, heightPixels: 168 },
};

function sheet() {
  const google = googleWith('');
  const client = clientOf(google);
  const caller = { email: google.state.user };
  const params = { spreadsheetId: google.containerId };
  const add = (spec: object) =>
    google.sheets.call(
      'spreadsheets.batchUpdate',
      params,
      { requests: [{ addChart: { chart: { spec, position: anchor } } }] },
      caller,
    );
  const type = (range: string, values: unknown[][]) =>
    google.sheets.edit(params.spreadsheetId, 0, range, values, caller);
  type('A1:C4', [
    ['月', '来访', '来电'],
    ['2026-10-01', 3, '=B2*2'],
    ['2026-11-01', '无登记', 5],
    ['2026-12-01', 0, null],
  ]);
  const charts = async () =>
    (await (await client.get(`/emulator/workbooks/${params.spreadsheetId}/sheets/0/charts`)).json()) as SheetChart[];
  return { add, type, charts };
}

describe('the charts of a tab', () => {
  const basicChart = (more: object = {}) => ({
    basicChart: {
      chartType: 'COLUMN',
      domains: [{ domain: cells(0, 4, 0, 1) }],
      series: [{ series: cells(0, 4, 1, 2) }, { series: cells(0, 4, 2, 3) }],
      ...more,
    },
  });

  test('come with what their cells say now: labels as shown, formulas computed, text a gap', async () => {
    const { add, type, charts } = sheet();
    add({ title: '月', ...basicChart({ headerCount: 1, stackedType: 'STACKED' }) });
    const [one] = await charts();
    expect(one).toMatchObject({
      kind: 'stackedColumn',
      title: '月',
      row: 6,
      column: 2,
      left: 0,
      top: 0,
      width: 300,
      height: 168,
      series: [
        { name: '来访', values: [3, null, 0] },
        { name: '来电', values: [6, 5] },
      ],
    });
    expect(one!.labels).toHaveLength(3);
    type('B3:B3', [[9]]);
    expect((await charts())[0]!.series[0]!.values).toEqual([3, 9, 0]);
  });

  test('without a word about names: the first cells are guessed to be some where they are no numbers', async () => {
    const { add, charts } = sheet();
    add(basicChart());
    add({ pieChart: { domain: cells(1, 4, 0, 1), series: cells(1, 4, 1, 2) } });
    const [column, pie] = await charts();
    expect(column!.series.map(({ name }) => name)).toEqual(['来访', '来电']);
    expect(pie).toMatchObject({ kind: 'pie', series: [{ name: '', values: [3, null, 0] }] });
  });

  test('may lie along a row; those of other kinds are kept and not drawn', async () => {
    const { add, charts } = sheet();
    const row = { domains: [{ domain: cells(0, 1, 0, 3) }], series: [{ series: cells(1, 2, 0, 3) }] };
    add({ basicChart: { chartType: 'LINE', headerCount: 1, ...row } });
    add({ basicChart: { chartType: 'SCATTER', ...row } });
    const drawn = await charts();
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toMatchObject({ kind: 'line', labels: ['来访', '来电'], series: [{ values: [3, 6] }] });
  });
});
