// The charts over a tab with what they show: the cells behind them, read as a chart reads them.
import type { sheets_v4 } from '@googleapis/sheets';
import type { Google } from '../runtime';

type ChartSpec = sheets_v4.Schema$ChartSpec;
type ChartData = sheets_v4.Schema$ChartData;
type GridRange = sheets_v4.Schema$GridRange;

export interface SheetChart {
  id: number;
  kind: 'column' | 'stackedColumn' | 'line' | 'pie';
  title: string;
  /** The cell that it is anchored to, and how far from its upper left corner it stands, in pixels. */
  row: number;
  column: number;
  left: number;
  top: number;
  width: number;
  height: number;
  labels: string[];
  /** What is no number is a gap. */
  series: { name: string; values: (number | null)[] }[];
}

type CellsOf = (range: GridRange, valueRenderOption: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE') => unknown[];

interface Drawn {
  kind: SheetChart['kind'];
  labels: ChartData | undefined;
  series: (ChartData | undefined)[];
  /** Cells at the head of each that name it; guessed where nothing is said. */
  heads: number | undefined;
}

/** Charts of other kinds are kept, and not drawn. */
function drawnOf({ basicChart, pieChart }: ChartSpec): Drawn | undefined {
  if (pieChart) {
    return { kind: 'pie', labels: pieChart.domain, series: [pieChart.series], heads: undefined };
  }
  const kinds: Record<string, SheetChart['kind']> = {
    COLUMN: basicChart?.stackedType === 'STACKED' ? 'stackedColumn' : 'column',
    LINE: 'line',
  };
  const kind = kinds[basicChart?.chartType ?? ''];
  if (!basicChart || !kind) return undefined;
  return {
    kind,
    labels: basicChart.domains?.[0]?.domain,
    series: (basicChart.series ?? []).map(({ series }) => series),
    heads: basicChart.headerCount ?? undefined,
  };
}

const isGap = (value: unknown): boolean => typeof value !== 'number';

function shownBy(drawn: Drawn, cellsOf: CellsOf): Pick<SheetChart, 'labels' | 'series'> {
  const read = (data: ChartData | undefined, option: Parameters<CellsOf>[1]) =>
    (data?.sourceRange?.sources ?? []).flatMap((range) => cellsOf(range, option));
  const numbers = drawn.series.map((data) => read(data, 'UNFORMATTED_VALUE'));
  const guessed = numbers.every(([first, ...rest]) => isGap(first) && rest.some((value) => !isGap(value))) ? 1 : 0;
  const heads = drawn.heads ?? guessed;
  return {
    labels: read(drawn.labels, 'FORMATTED_VALUE').slice(heads).map(String),
    series: numbers.map((values, index) => ({
      name: heads > 0 ? read(drawn.series[index], 'FORMATTED_VALUE').slice(0, heads).join(' ') : '',
      values: values.slice(heads).map((value) => (typeof value === 'number' ? value : null)),
    })),
  };
}

/** The cells of a range one after another; empty ones are ''. */
function reader(google: Google, spreadsheetId: string, email: string): CellsOf {
  return (gridRange, valueRenderOption) => {
    const answer = google.sheets.call(
      'spreadsheets.values.batchGetByDataFilter',
      { spreadsheetId },
      { dataFilters: [{ gridRange }], valueRenderOption },
      { email },
    ) as sheets_v4.Schema$BatchGetValuesByDataFilterResponse;
    const rows = (answer.valueRanges?.[0]?.valueRange?.values ?? []) as unknown[][];
    const isRow = (gridRange.endRowIndex ?? Infinity) - (gridRange.startRowIndex ?? 0) === 1;
    return isRow ? (rows[0] ?? []) : rows.map(([cell = '']) => cell);
  };
}

export function sheetCharts(google: Google, spreadsheetId: string, sheetId: number, email: string): SheetChart[] {
  const fields = 'sheets(properties(sheetId),charts)';
  const params = { spreadsheetId, fields };
  const book = google.sheets.call('spreadsheets.get', params, undefined, { email }) as sheets_v4.Schema$Spreadsheet;
  const sheet = book.sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === sheetId);
  const cellsOf = reader(google, spreadsheetId, email);
  return (sheet?.charts ?? []).flatMap(({ chartId, spec = {}, position }): SheetChart[] => {
    const drawn = drawnOf(spec);
    const place = position?.overlayPosition;
    if (!drawn || !place) return [];
    return [
      {
        id: chartId ?? 0,
        kind: drawn.kind,
        title: spec.title ?? '',
        row: place.anchorCell?.rowIndex ?? 0,
        column: place.anchorCell?.columnIndex ?? 0,
        left: place.offsetXPixels ?? 0,
        top: place.offsetYPixels ?? 0,
        width: place.widthPixels ?? 0,
        height: place.heightPixels ?? 0,
        ...shownBy(drawn, cellsOf),
      },
    ];
  });
}
