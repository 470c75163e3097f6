// A workbook's structure as it is: two narrow reads, whatever the number of rows.
import type { Cell } from '../kernel/values';
import type { TabSpec } from '../kernel/tab-spec';
import { quoted } from './ranges';
import { called, type SheetsService, type Spreadsheet } from './sheets-service';

export interface FoundProtection {
  readonly id: number;
  readonly mark: string;
  readonly warningOnly: boolean;
  /** Absent when this account may not see them. */
  readonly users: readonly string[] | undefined;
  readonly fromColumn: number;
  /** Open to the right when absent. */
  readonly toColumn: number | undefined;
}

export interface FoundSheet {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly frozenRows: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly protections: readonly FoundProtection[];
  readonly keys: readonly Cell[];
  readonly labels: readonly Cell[];
  readonly keysHidden: boolean;
  readonly hiddenColumns: ReadonlySet<number>;
  /** The rule on the first row of data, by column: its only value where it is a range, else ''. */
  readonly rules: ReadonlyMap<number, string>;
  /** Whether anything stands in the first row of data. */
  readonly firstRow: readonly Cell[];
  /** Formulas of the first rows, for the home tab. */
  readonly formulas: readonly string[];
}

export interface Found {
  readonly timeZone: string;
  readonly locale: string;
  readonly sheets: ReadonlyMap<number, FoundSheet>;
  readonly titles: readonly string[];
}

const outlineFields =
  'properties(title,locale,timeZone),sheets(properties(sheetId,title,hidden,gridProperties(rowCount,columnCount,frozenRowCount)),' +
  'protectedRanges(protectedRangeId,range,description,warningOnly,editors(users)))';
const headFields =
  'sheets(properties(sheetId),data(startRow,rowData(values(effectiveValue,userEnteredValue(formulaValue),dataValidation(condition))),' +
  'rowMetadata(hiddenByUser),columnMetadata(hiddenByUser)))';

type Sheet = NonNullable<Spreadsheet['sheets']>[number];
type CellData = GoogleAppsScript.Sheets.Schema.CellData;

function cellOf(data: CellData | undefined): Cell {
  const value = data?.effectiveValue;
  return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? '';
}

function protectionsOf(sheet: Sheet): readonly FoundProtection[] {
  return (sheet.protectedRanges ?? []).map((one) => ({
    id: one.protectedRangeId ?? 0,
    mark: one.description ?? '',
    warningOnly: one.warningOnly ?? false,
    users: one.editors?.users,
    fromColumn: one.range?.startColumnIndex ?? 0,
    toColumn: one.range?.endColumnIndex,
  }));
}

function ruleText(data: CellData): string {
  const condition = data.dataValidation?.condition;
  return condition?.type === 'ONE_OF_RANGE' ? (condition.values?.[0]?.userEnteredValue ?? '') : '';
}

function sheetOf(sheet: Sheet, head: Sheet | undefined): FoundSheet {
  const { properties } = sheet;
  const grid = properties?.gridProperties;
  const data = head?.data?.[0];
  const rows = data?.rowData ?? [];
  const cells = (index: number): readonly Cell[] => (rows[index]?.values ?? []).map(cellOf);
  const rules = new Map<number, string>();
  (rows[2]?.values ?? []).forEach((cell, index) => {
    if (cell.dataValidation) rules.set(index, ruleText(cell));
  });
  const hiddenColumns = new Set<number>();
  (data?.columnMetadata ?? []).forEach((column, index) => {
    if (column.hiddenByUser) hiddenColumns.add(index);
  });
  return {
    sheetId: properties?.sheetId ?? 0,
    title: properties?.title ?? '',
    hidden: properties?.hidden ?? false,
    frozenRows: grid?.frozenRowCount ?? 0,
    rowCount: grid?.rowCount ?? 0,
    columnCount: grid?.columnCount ?? 0,
    protections: protectionsOf(sheet),
    keys: cells(0),
    labels: cells(1),
    keysHidden: data?.rowMetadata?.[0]?.hiddenByUser ?? false,
    hiddenColumns,
    rules,
    firstRow: cells(2),
    formulas: rows.flatMap((row) => (row.values ?? []).flatMap((cell) => cell.userEnteredValue?.formulaValue ?? [])),
  };
}

/** Reads what is there of the specified tabs. */
export function findStructure(sheets: SheetsService, id: string, specs: readonly TabSpec[]): Found {
  const outline = called(() => sheets.Spreadsheets.get(id, { fields: outlineFields }));
  const all = outline.sheets ?? [];
  const wanted = new Map(specs.map((spec) => [spec.sheetId, spec]));
  const known = all.filter((sheet) => wanted.has(sheet.properties?.sheetId ?? 0));
  const ranges = known.map((sheet) => {
    const { properties } = sheet;
    const home = wanted.get(properties?.sheetId ?? 0)?.home;
    return `${quoted(properties?.title ?? '')}!1:${home ? home.lines.length + 20 : 3}`;
  });
  const heads =
    ranges.length > 0 ? called(() => sheets.Spreadsheets.get(id, { ranges, fields: headFields })).sheets : [];
  const headOf = new Map((heads ?? []).map((sheet) => [sheet.properties?.sheetId ?? 0, sheet]));
  return {
    timeZone: outline.properties?.timeZone ?? '',
    locale: outline.properties?.locale ?? '',
    titles: all.map((sheet) => sheet.properties?.title ?? ''),
    sheets: new Map(
      known.map((sheet) => {
        const found = sheetOf(sheet, headOf.get(sheet.properties?.sheetId ?? 0));
        return [found.sheetId, found];
      }),
    ),
  };
}
