// A chart as the Sheets API describes it.
import type { Area, Chart, ChartKind } from '../kernel/report-sheet';

type ChartSpec = GoogleAppsScript.Sheets.Schema.ChartSpec;
type ChartData = GoogleAppsScript.Sheets.Schema.ChartData;
type RangeOf = (area: Area) => object;

const basicSpec =
  (chartType: string, look: object = {}) =>
  ({ labels, series }: Chart, data: (area: Area) => ChartData): ChartSpec => ({
    basicChart: {
      chartType,
      legendPosition: series.length > 1 ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
      // Without it Google guesses whether the first cells are names.
      headerCount: 1,
      domains: [{ domain: data(labels) }],
      series: series.map((area) => ({ series: data(area), targetAxis: 'LEFT_AXIS' })),
      ...look,
    },
  });

/** A pie cannot say that its first cells are names, and shows none of them: they are left out. */
const unnamed = (area: Area): Area =>
  area.toRow === area.fromRow + 1
    ? { ...area, fromColumn: area.fromColumn + 1 }
    : { ...area, fromRow: area.fromRow + 1 };

const specs: Readonly<Record<ChartKind, (chart: Chart, data: (area: Area) => ChartData) => ChartSpec>> = {
  column: basicSpec('COLUMN'),
  stackedColumn: basicSpec('COLUMN', { stackedType: 'STACKED' }),
  line: basicSpec('LINE'),
  pie: ({ labels, series: [series] }, data) => ({
    pieChart: {
      legendPosition: 'RIGHT_LEGEND',
      domain: data(unnamed(labels)),
      series: data(unnamed(series!)),
    },
  }),
};

export function chartSpec(chart: Chart, rangeOf: RangeOf): ChartSpec {
  const data = (area: Area): ChartData => ({ sourceRange: { sources: [rangeOf(area)] } });
  return { title: chart.title, altText: chart.title, ...specs[chart.kind](chart, data) };
}
