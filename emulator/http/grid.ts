// A window of a tab as a person sees it: text, formats with bands and conditions applied, drop-downs, notes, protections.
import type { sheets_v4 } from '@googleapis/sheets';
import type { Google } from '../runtime';

type Sheet = sheets_v4.Schema$Sheet;
type CellData = sheets_v4.Schema$CellData;
type Color = sheets_v4.Schema$Color;
type GridRange = sheets_v4.Schema$GridRange;

/** Only what differs from an empty, unformatted cell is there. */
export interface GridCell {
  /** As shown. */
  text?: string;
  /** As typed: what an editor of the cell begins with. */
  entered?: string;
  background?: string;
  color?: string;
  bold?: true;
  italic?: true;
  strike?: true;
  align?: 'left' | 'center' | 'right';
  wrap?: true;
  link?: string;
  note?: string;
  /** Choices of a drop-down; `strict` ones refuse anything else. */
  choices?: string[];
  strict?: true;
}

export interface GridWindow {
  sheetId: number;
  title: string;
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  frozenColumns: number;
  gridlines: boolean;
  columns: { width: number; hidden: boolean }[];
  /** 0-based index of the first row given. */
  from: number;
  rows: { height: number; hidden: boolean; cells: GridCell[] }[];
  merges: Required<Area>[];
  /** `open`: the areas inside that are not protected. */
  protections: { area: Area; open: Area[]; warningOnly: boolean; mayEdit: boolean; description: string }[];
}

/** 0-based, half-open; an open end is left out. */
interface Area {
  startRow: number;
  startColumn: number;
  endRow?: number;
  endColumn?: number;
}

export interface WorkbookView {
  id: string;
  title: string;
  locale: string;
  timeZone: string;
  sheets: { sheetId: number; title: string; hidden: boolean; color?: string; rowCount: number; columnCount: number }[];
}

const defaultWidth = 100;
const defaultHeight = 21;

function get(google: Google, method: string, params: object, body: object | undefined, email: string) {
  return google.sheets.call(method, { ...params }, body, { email }) as sheets_v4.Schema$Spreadsheet;
}

export function workbookView(google: Google, spreadsheetId: string, email: string): WorkbookView {
  const fields = 'properties,sheets.properties';
  const book = get(google, 'spreadsheets.get', { spreadsheetId, fields }, undefined, email);
  return {
    id: spreadsheetId,
    title: book.properties?.title ?? '',
    locale: book.properties?.locale ?? '',
    timeZone: book.properties?.timeZone ?? '',
    sheets: (book.sheets ?? []).map(({ properties = {} }) => ({
      sheetId: properties.sheetId ?? 0,
      title: properties.title ?? '',
      hidden: properties.hidden ?? false,
      ...colorField('color', properties.tabColorStyle?.rgbColor ?? properties.tabColor),
      rowCount: properties.gridProperties?.rowCount ?? 0,
      columnCount: properties.gridProperties?.columnCount ?? 0,
    })),
  };
}

export function gridWindow(
  google: Google,
  spreadsheetId: string,
  sheetId: number,
  rows: { from: number; to: number },
  email: string,
): GridWindow {
  const gridRange = { sheetId, startRowIndex: rows.from, endRowIndex: rows.to };
  const body = { dataFilters: [{ gridRange }], includeGridData: true };
  const book = get(google, 'spreadsheets.getByDataFilter', { spreadsheetId }, body, email);
  const sheet = book.sheets?.[0] ?? {};
  const data = sheet.data?.[0] ?? {};
  const grid = sheet.properties?.gridProperties ?? {};
  const columnCount = grid.columnCount ?? 0;
  const last = Math.min(rows.to, grid.rowCount ?? 0);
  const bandAt = bands(sheet);
  const rowAt = (index: number) => {
    const metadata = data.rowMetadata?.[index - rows.from];
    const values = data.rowData?.[index - rows.from]?.values ?? [];
    const cells = Array.from({ length: columnCount }, (_, column) => gridCell(values[column], bandAt(index, column)));
    return { height: metadata?.pixelSize ?? defaultHeight, hidden: isHidden(metadata), cells };
  };
  return {
    sheetId,
    title: sheet.properties?.title ?? '',
    rowCount: grid.rowCount ?? 0,
    columnCount,
    frozenRows: grid.frozenRowCount ?? 0,
    frozenColumns: grid.frozenColumnCount ?? 0,
    gridlines: !grid.hideGridlines,
    columns: Array.from({ length: columnCount }, (_, column) => {
      const metadata = data.columnMetadata?.[column];
      return { width: metadata?.pixelSize ?? defaultWidth, hidden: isHidden(metadata) };
    }),
    from: rows.from,
    rows: Array.from({ length: Math.max(0, last - rows.from) }, (_, index) => rowAt(rows.from + index)),
    merges: (sheet.merges ?? []).map((merge) => areaOf(merge) as Required<Area>),
    protections: protectionsOf(sheet),
  };
}

function isHidden(metadata: sheets_v4.Schema$DimensionProperties | undefined): boolean {
  return Boolean(metadata?.hiddenByUser ?? false) || Boolean(metadata?.hiddenByFilter ?? false);
}

function areaOf(range: GridRange): Area {
  return {
    startRow: range.startRowIndex ?? 0,
    startColumn: range.startColumnIndex ?? 0,
    ...(range.endRowIndex == null ? {} : { endRow: range.endRowIndex }),
    ...(range.endColumnIndex == null ? {} : { endColumn: range.endColumnIndex }),
  };
}

function protectionsOf(sheet: Sheet): GridWindow['protections'] {
  return (sheet.protectedRanges ?? []).map((protection) => ({
    area: areaOf(protection.range ?? {}),
    open: (protection.unprotectedRanges ?? []).map(areaOf),
    warningOnly: protection.warningOnly ?? false,
    mayEdit: (protection.requestingUserCanEdit ?? false) || (protection.warningOnly ?? false),
    description: protection.description ?? '',
  }));
}

function hex(color: Color): string {
  const part = (share: number | null | undefined) =>
    Math.round((share ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(color.red)}${part(color.green)}${part(color.blue)}`;
}

function colorField<Key extends string>(key: Key, color: Color | null | undefined): { [K in Key]?: string } {
  return color ? ({ [key]: hex(color) } as { [K in Key]?: string }) : {};
}

/** Colour of the band that an empty cell lies in; cells with content carry it in their effective format. */
function bands(sheet: Sheet): (row: number, column: number) => string | undefined {
  const list = (sheet.bandedRanges ?? []).map((banded) => ({
    area: areaOf(banded.range ?? {}),
    ...banded.rowProperties,
  }));
  return (row, column) => {
    for (const { area, headerColorStyle, firstBandColorStyle, secondBandColorStyle } of list) {
      const { startRow, endRow = Infinity, startColumn, endColumn = Infinity } = area;
      if (row < startRow || row >= endRow || column < startColumn || column >= endColumn) continue;
      const header = headerColorStyle?.rgbColor;
      if (header && row === startRow) return hex(header);
      const odd = (row - startRow - (header ? 1 : 0)) % 2 === 1;
      const color = (odd ? secondBandColorStyle : firstBandColorStyle)?.rgbColor;
      return color ? hex(color) : undefined;
    }
    return undefined;
  };
}

function enteredText(value: sheets_v4.Schema$ExtendedValue | undefined, shown: string | undefined): string | undefined {
  if (value?.formulaValue != null) return value.formulaValue;
  if (value?.stringValue != null)
    return value.stringValue.startsWith('=') ? `'${value.stringValue}` : value.stringValue;
  // Numbers, days and truth values are edited as they are shown, as in Google's own editor.
  return shown;
}

const alignments = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;

function gridCell(data: CellData = {}, band: string | undefined): GridCell {
  const format = data.effectiveFormat ?? data.userEnteredFormat ?? {};
  const text = format.textFormat ?? {};
  const background = colorField('background', format.backgroundColorStyle?.rgbColor ?? format.backgroundColor);
  const entered = enteredText(data.userEnteredValue, data.formattedValue ?? undefined);
  const isNumber = data.effectiveValue?.numberValue != null;
  const align = alignments[format.horizontalAlignment as keyof typeof alignments] ?? (isNumber ? 'right' : undefined);
  return {
    ...(data.formattedValue == null ? {} : { text: data.formattedValue }),
    ...(entered === undefined ? {} : { entered }),
    ...(background.background === undefined || background.background === '#ffffff' ? {} : background),
    ...(background.background === undefined && band ? { background: band } : {}),
    ...withoutBlack(colorField('color', text.foregroundColorStyle?.rgbColor ?? text.foregroundColor)),
    ...(text.bold ? { bold: true } : {}),
    ...(text.italic ? { italic: true } : {}),
    ...(text.strikethrough ? { strike: true } : {}),
    ...(align ? { align } : {}),
    ...(format.wrapStrategy === 'WRAP' ? { wrap: true } : {}),
    ...(data.hyperlink ? { link: data.hyperlink } : {}),
    ...(data.note ? { note: data.note } : {}),
    ...choicesOf(data.dataValidation),
  };
}

const withoutBlack = (field: { color?: string }) => (field.color === '#000000' ? {} : field);

function choicesOf(rule: sheets_v4.Schema$DataValidationRule | undefined): Pick<GridCell, 'choices' | 'strict'> {
  if (rule?.condition?.type !== 'ONE_OF_LIST') return {};
  const choices = (rule.condition.values ?? []).map((value) => value.userEnteredValue ?? '');
  return { choices, ...(rule.strict ? { strict: true } : {}) };
}
