// A generated tab as data: what stands in its cells and how it looks, before anybody knows where it will stand.
import type { CellFormat, Tone } from './columns';
import type { WorkbookKey } from './register';
import type { Cell } from './values';

/** Cells of this tab, or of the tab with the `sheetId`; rows and columns from 0, ends not included, open when absent. */
export interface Area {
  readonly sheetId?: number;
  readonly fromRow: number;
  readonly toRow?: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** Code as written here, cells, and text as a text of the formula: nothing that people typed becomes code. */
export type FormulaPart = string | Area | { readonly text: string };
export interface Formula {
  readonly parts: readonly FormulaPart[];
}

/** `` formula`SUM(${down(2, 5, 3)})` ``, without the equals sign. */
export function formula(
  code: TemplateStringsArray,
  ...given: readonly (number | Formula | Exclude<FormulaPart, string>)[]
): Formula {
  const partsOf = (one: (typeof given)[number] | undefined): readonly FormulaPart[] => {
    if (one === undefined) return [];
    if (typeof one === 'number') return [String(one)];
    return 'parts' in one ? one.parts : [one];
  };
  return { parts: code.flatMap((piece, index) => [piece, ...partsOf(given[index])]).filter((part) => part !== '') };
}

export const cellAt = (row: number, column: number): Area => ({
  fromRow: row,
  toRow: row + 1,
  fromColumn: column,
  toColumn: column + 1,
});
/** A row's cells from one column to before another. */
export const along = (row: number, fromColumn: number, toColumn: number): Area => ({
  fromRow: row,
  toRow: row + 1,
  fromColumn,
  toColumn,
});
/** A column's cells from one row to before another. */
export const down = (fromRow: number, toRow: number, column: number): Area => ({
  fromRow,
  toRow,
  fromColumn: column,
  toColumn: column + 1,
});

/** As wide as the page, as many pages as it takes; or all of it on one page. */
export type Prints = 'portrait' | 'landscape' | 'onePage';

export type Look = 'title' | 'section' | 'quiet' | 'head' | 'plain' | 'total';

export interface DressedCell {
  readonly value?: Cell;
  readonly formula?: Formula;
  /** A way to these cells of a register, said as `value`; `workbook`: where they are, if not in that of the tab. */
  readonly leadsTo?: Area & { readonly sheetId: number; readonly workbook?: WorkbookKey };
  /** A way to this tab as an A4 page, said as `value`. */
  readonly prints?: Prints;
  readonly look?: Look;
  readonly tone?: Tone;
  readonly format?: CellFormat;
  readonly note?: string;
  /** Offered to whoever fills it in. */
  readonly options?: readonly string[];
  /** Cells that it covers, itself included. */
  readonly across?: number;
}
/** A bare text is written as text, whatever it looks like. */
export type SheetCell = Cell | DressedCell;
export type SheetRow = readonly SheetCell[];

export const dressed = (cell: SheetCell): DressedCell => (typeof cell === 'object' ? cell : { value: cell });

/** Colours cells that say this, or hold a number that is none of the whole ones from the first to the last. */
export type Mark = { readonly area: Area; readonly tone: Tone } & (
  { readonly text: string } | { readonly outside: readonly [number, number] }
);

export type ChartKind = 'column' | 'stackedColumn' | 'line' | 'pie';

/**
 * Stands over the cells of its tab and follows what is in them. Labels and series are one row or one column of cells
 * each, all of one length; the first cell of each names it.
 */
export interface Chart {
  readonly kind: ChartKind;
  readonly title: string;
  /** The cell at whose upper left corner it stands. */
  readonly row: number;
  readonly column: number;
  /** In pixels, like the height. */
  readonly width: number;
  readonly height: number;
  readonly labels: Area;
  readonly series: readonly Area[];
}

export interface SheetPlan {
  readonly colour: string;
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  /** They are repeated on every printed page. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** In points; the usual size when absent. */
  readonly fontSize?: number;
  readonly marks: readonly Mark[];
  /** Where people fill in; typing anywhere else is warned of. */
  readonly entries: readonly Area[];
  readonly locked?: true;
  readonly charts: readonly Chart[];
}

/** A cell that covers those to its right, which must be there and empty. */
export const spread = (cell: SheetCell, across: number): SheetRow => [
  { ...dressed(cell), across },
  ...Array.from({ length: across - 1 }, (): SheetCell => ({ value: '', look: dressed(cell).look ?? 'plain' })),
];

/** What a report makes of the records; rows are counted from its own first one. */
export interface ReportBody {
  /** Tells the tabs of one report apart, where it makes several: a person, a version. */
  readonly part?: string;
  /** Nobody types in it any more. */
  readonly locked?: true;
  readonly title: string;
  /** The name of the tab. */
  readonly tab: string;
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  /** Of its rows, those that head the columns. */
  readonly headRows: number;
  readonly frozenColumns?: number;
  /** In points, of all but the title: where the page would else be too wide to be read. */
  readonly fontSize?: number;
  readonly marks?: readonly Mark[];
  readonly entries?: readonly Area[];
  readonly charts?: readonly Chart[];
  readonly legend: readonly string[];
  readonly prints: Prints;
}

/** What stands above the body: one cell a row. */
export type HeadRows = readonly SheetCell[];

const movedArea = (area: Area, by: number): Area =>
  area.sheetId !== undefined
    ? area
    : { ...area, fromRow: area.fromRow + by, ...(area.toRow !== undefined && { toRow: area.toRow + by }) };

function movedCell(cell: SheetCell, by: number): SheetCell {
  if (typeof cell !== 'object' || !cell.formula) return cell;
  const parts = cell.formula.parts.map((part) =>
    typeof part === 'object' && 'fromRow' in part ? movedArea(part, by) : part,
  );
  return { ...cell, formula: { parts } };
}

const movedChart = (chart: Chart, by: number): Chart => ({
  ...chart,
  row: chart.row + by,
  labels: movedArea(chart.labels, by),
  series: chart.series.map((area) => movedArea(area, by)),
});

/** Google merges nothing across the line at which columns are frozen, and text is cut there: long texts begin beside it. */
export const besideFrozen = (frozenColumns: number): SheetRow => Array.from({ length: frozenColumns }, () => '');

/** The whole tab: head, body, legend. */
export function composed(head: HeadRows, body: ReportBody, colour: string): SheetPlan {
  const by = head.length;
  const { frozenColumns = 0 } = body;
  const wide = (cell: SheetCell): SheetRow => [
    ...besideFrozen(frozenColumns),
    ...spread(cell, body.widths.length - frozenColumns),
  ];
  return {
    colour,
    widths: body.widths,
    rows: [
      ...head.map(wide),
      ...body.rows.map((row) => row.map((cell) => movedCell(cell, by))),
      [],
      ...body.legend.map((line) => wide({ value: line, look: 'quiet' })),
    ],
    frozenRows: by + body.headRows,
    frozenColumns,
    marks: (body.marks ?? []).map((mark) => ({ ...mark, area: movedArea(mark.area, by) })),
    entries: (body.entries ?? []).map((area) => movedArea(area, by)),
    ...(body.fontSize !== undefined && { fontSize: body.fontSize }),
    ...(body.locked && { locked: true }),
    charts: (body.charts ?? []).map((chart) => movedChart(chart, by)),
  };
}
