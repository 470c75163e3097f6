// Charts over the cells: kept with their sheet, following their cells, refused as Google refuses them.
import { callOf, newBackend, newWorkbook, owner, refused, workbookOf, type Json, type Workbook } from './service';

const column = (at: number, sheetId = 0) => ({
  sourceRange: {
    sources: [{ sheetId, startRowIndex: 0, endRowIndex: 4, startColumnIndex: at, endColumnIndex: at + 1 }],
  },
});
const spec = (sheetId = 0) => ({
  title: '来访',
  basicChart: {
    chartType: 'COLUMN',
    headerCount: 1,
    domains: [{ domain: column(0, sheetId) }],
    series: [{ series: column(1, sheetId) }],
  },
});
const at = (rowIndex: number, columnIndex: number, sheetId = 0) => ({
  overlayPosition: { anchorCell: { sheetId, rowIndex, columnIndex } },
});
const add = (chart: object) => ({ addChart: { chart } });

async function charts(book: Workbook): Promise<Json[]> {
  const { sheets } = await book.call('get', { fields: 'sheets(properties(sheetId),charts)' });
  return (sheets as Json[]).flatMap((sheet) => sheet.charts ?? []);
}
const sources = ({ spec: { basicChart } }: Json): Json[] =>
  [basicChart.domains[0].domain, basicChart.series[0].series].map((data: Json) => data.sourceRange.sources[0]);

describe('charts', () => {
  test('are answered with an id, Google’s own size, and where they stand', async () => {
    const book = await newWorkbook();
    const { replies } = await book.batch(add({ spec: spec(), position: at(5, 2) }));
    const { chart } = replies[0].addChart;
    expect(chart).toMatchObject({ chartId: expect.any(Number), spec: { title: '来访' } });
    expect(chart.position.overlayPosition).toMatchObject({ widthPixels: 600, heightPixels: 371 });
    expect(await charts(book)).toEqual([chart]);
  });

  test('look at one row or one column each, of a sheet that is there', async () => {
    const book = await newWorkbook();
    const block = { sourceRange: { sources: [{ sheetId: 0, endRowIndex: 4, endColumnIndex: 2 }] } };
    const wide = { ...spec(), basicChart: { ...spec().basicChart, series: [{ series: block }] } };
    await expect(book.batch(add({ spec: wide, position: at(0, 3) }))).rejects.toEqual(
      refused(
        'Invalid requests[0].addChart: ChartSourceRange ranges require all rows or all columns to have length of 1',
      ),
    );
    await expect(book.batch(add({ spec: spec(9), position: at(0, 3) }))).rejects.toEqual(
      refused('Invalid requests[0].addChart: No grid with id: 9'),
    );
    expect(await charts(book)).toEqual([]);
  });

  test('follow their cells when rows and columns come and go, also from another sheet', async () => {
    const book = await newWorkbook([
      { sheetId: 0, title: 'One' },
      { sheetId: 1, title: 'Two' },
    ]);
    await book.batch(add({ spec: spec(), position: at(5, 2) }), add({ spec: spec(), position: at(5, 2, 1) }));
    const span = (dimension: string, startIndex: number, endIndex: number) => ({
      range: { sheetId: 0, dimension, startIndex, endIndex },
    });
    await book.batch(
      { insertDimension: span('ROWS', 1, 3) },
      { insertDimension: span('COLUMNS', 0, 1) },
      { deleteDimension: span('ROWS', 1, 2) },
    );
    const [here, there] = await charts(book);
    const moved = { endRowIndex: 5, startColumnIndex: 1, endColumnIndex: 2 };
    expect(sources(here)[0]).toMatchObject(moved);
    expect(sources(there)[0]).toMatchObject(moved);
    expect(sources(here)[1]).toMatchObject({ startColumnIndex: 2, endColumnIndex: 3 });
    expect(here.position.overlayPosition.anchorCell).toMatchObject({ rowIndex: 6, columnIndex: 3 });
    expect(there.position.overlayPosition.anchorCell).toEqual({ sheetId: 1, rowIndex: 5, columnIndex: 2 });
  });

  test('go with their sheet; a copy of the sheet has its own, which looks at the copy', async () => {
    const book = await newWorkbook([
      { sheetId: 3, title: 'One' },
      { sheetId: 4, title: 'Two' },
    ]);
    await book.batch(add({ spec: spec(3), position: at(5, 2, 3) }));
    await book.batch({ duplicateSheet: { sourceSheetId: 3, newSheetId: 7 } });
    const both = await charts(book);
    expect(new Set(both.map(({ chartId }) => chartId)).size).toBe(2);
    const copy = both.find(({ position }) => position.overlayPosition.anchorCell.sheetId === 7);
    expect(sources(copy).map(({ sheetId }) => sheetId)).toEqual([7, 7]);
    await book.batch({ deleteSheet: { sheetId: 3 } });
    expect(await charts(book)).toEqual([copy]);
  });

  test('are there after a restart', async () => {
    const backend = newBackend();
    const call = callOf(backend);
    const book = workbookOf(call, (await call('create', {}, {})).spreadsheetId);
    await book.batch(add({ spec: spec(), position: at(5, 2) }));
    const again = newBackend();
    again.restore(JSON.parse(JSON.stringify(backend.snapshot())));
    expect(await charts(workbookOf(callOf(again, owner), book.id))).toEqual(await charts(book));
  });
});
