import { along, cellAt, composed, down, formula, type Chart, type ReportBody } from '../../src/kernel/report-sheet';

const chart: Chart = {
  kind: 'stackedColumn',
  title: '每日来访',
  row: 3,
  column: 1,
  width: 600,
  height: 168,
  labels: along(0, 0, 3),
  series: [along(1, 0, 3), down(0, 3, 2)],
};

const body: ReportBody = {
  title: '月报',
  tab: '月报 2026-10',
  widths: [100, 50, 50],
  rows: [
    ['日', '1', '2'],
    ['甲', 1, { formula: formula`${cellAt(1, 1)}+1` }],
  ],
  headRows: 1,
  marks: [{ area: down(1, 2, 0), text: '甲', tone: 'late' }],
  charts: [chart],
  legend: ['说明'],
  prints: 'onePage',
};

describe('a report under its head', () => {
  const plan = composed(['一', '二'], body, '#1a73e8');

  it('has its charts where their cells have gone, with the cells that they look at', () => {
    expect(plan.charts).toEqual([
      { ...chart, row: 5, labels: along(2, 0, 3), series: [along(3, 0, 3), down(2, 5, 2)] },
    ]);
  });

  it('has marks and formulas moved alike', () => {
    expect(plan.marks[0]!.area).toEqual(down(3, 4, 0));
    expect(plan.rows[3]![2]).toEqual({ formula: { parts: [cellAt(3, 1), '+1'] } });
  });

  it('has none where the body has none', () => {
    const { charts: _, ...plain } = body;
    expect(composed([], plain, '#1a73e8').charts).toEqual([]);
  });
});
