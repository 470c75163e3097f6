// What a workbook is made of. States are never changed once a batch is done: the next batch works on copies.
import type { Runs } from './runs';
import type {
  BandedRange,
  BasicFilter,
  CellFormat,
  ConditionalFormatRule,
  DataValidationRule,
  DeveloperMetadata,
  DimensionGroup,
  EmbeddedChart,
  FilterView,
  GridProperties,
  GridRange,
  NamedRange,
  ProtectedRange,
  SheetProperties,
  SpreadsheetProperties,
  Table,
  TextFormatRun,
} from './schema';

export interface Formula {
  readonly f: string;
}

/** What a cell holds: nothing, a value, or a formula. */
export type Cell = null | string | number | boolean | Formula;

export const isFormula = (cell: Cell | undefined): cell is Formula => typeof cell === 'object' && cell !== null;

/** The cells of a row up to its last filled one. Only the batch that made a row may change it. */
export interface Row {
  readonly batch: number;
  readonly cells: Cell[];
}

/** What a cell has besides its value. Interned: equal attributes are one object. */
export interface Attributes {
  readonly format?: CellFormat;
  readonly validation?: DataValidationRule;
  readonly note?: string;
  readonly textRuns?: readonly TextFormatRun[];
}

export interface DimensionSetting {
  readonly pixelSize?: number;
  readonly hiddenByUser?: boolean;
}

export interface SheetState {
  properties: Readonly<SheetProperties & { sheetId: number; title: string }>;
  grid: Readonly<GridProperties & { rowCount: number; columnCount: number }>;
  rows: (Row | null)[];
  /** By column; each a list of runs over rows. */
  attributes: (Runs<Attributes> | undefined)[];
  rowSettings: Runs<DimensionSetting>;
  columnSettings: Runs<DimensionSetting>;
  merges: readonly GridRange[];
  protectedRanges: readonly ProtectedRange[];
  bandedRanges: readonly BandedRange[];
  conditionalFormats: readonly ConditionalFormatRule[];
  basicFilter: BasicFilter | undefined;
  filterViews: readonly FilterView[];
  charts: readonly EmbeddedChart[];
  tables: readonly Table[];
  rowGroups: readonly DimensionGroup[];
  columnGroups: readonly DimensionGroup[];
  /** True once a formula was written: a sheet without any need not be searched for them. */
  hasFormulas: boolean;
}

export type AccessRole = 'owner' | 'editor' | 'viewer';

export interface Book {
  id: string;
  owner: string;
  access: Readonly<Record<string, AccessRole>>;
  properties: Readonly<SpreadsheetProperties>;
  sheets: readonly SheetState[];
  namedRanges: readonly NamedRange[];
  metadata: readonly DeveloperMetadata[];
}

export function newSheet(sheetId: number, title: string, rowCount = 1000, columnCount = 26): SheetState {
  return {
    properties: { sheetId, title, sheetType: 'GRID' },
    grid: { rowCount, columnCount },
    rows: [],
    attributes: [],
    rowSettings: [],
    columnSettings: [],
    merges: [],
    protectedRanges: [],
    bandedRanges: [],
    conditionalFormats: [],
    basicFilter: undefined,
    filterViews: [],
    charts: [],
    tables: [],
    rowGroups: [],
    columnGroups: [],
    hasFormulas: false,
  };
}

/** The sheet as `areaOf` wants to know it. */
export const gridOf = (sheet: SheetState): { title: string; rowCount: number; columnCount: number } => ({
  title: sheet.properties.title,
  rowCount: sheet.grid.rowCount,
  columnCount: sheet.grid.columnCount,
});

export const cellAt = (sheet: SheetState, row: number, column: number): Cell => sheet.rows[row]?.cells[column] ?? null;

/** One past the last row that holds a value. */
export function lastRow(sheet: SheetState): number {
  for (let r = sheet.rows.length - 1; r >= 0; r -= 1) {
    const cells = sheet.rows[r]?.cells;
    if (cells && cells.length > 0) return r + 1;
  }
  return 0;
}

const isBlank = (value: object): boolean => Object.values(value).every((one) => one === undefined);

const interned = new Map<string, Attributes>();

/** The one object that stands for these attributes; `undefined` for none at all. */
export function attributesOf(given: Attributes): Attributes | undefined {
  const filled = Object.entries(given)
    .filter(([, value]) => value !== undefined && !(typeof value === 'object' && isBlank(value)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (filled.length === 0) return undefined;
  const key = JSON.stringify(filled, (_, value: unknown) => sortedKeys(value));
  let known = interned.get(key);
  if (!known) {
    known = JSON.parse(JSON.stringify(Object.fromEntries(filled))) as Attributes;
    interned.set(key, known);
  }
  return known;
}

function sortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
