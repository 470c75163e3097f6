// Google's names for what travels over the Sheets API, and the trimmed discovery document at run time.
import type { sheets_v4 } from '@googleapis/sheets';
import discovery from './discovery.json';

/** A message as it arrives: nulls are taken out before anything reads it. */
type Arrived<T> = { [K in keyof T]?: Exclude<T[K], null> };

export type GridRange = Arrived<sheets_v4.Schema$GridRange>;
export type DimensionRange = Arrived<sheets_v4.Schema$DimensionRange>;
export type CellFormat = Arrived<sheets_v4.Schema$CellFormat>;
export type ColorStyle = sheets_v4.Schema$ColorStyle;
export type CellData = Arrived<sheets_v4.Schema$CellData>;
export type RowData = { values?: CellData[] };
export type ExtendedValue = Arrived<sheets_v4.Schema$ExtendedValue>;
export type DataValidationRule = sheets_v4.Schema$DataValidationRule;
export type BooleanCondition = Arrived<sheets_v4.Schema$BooleanCondition>;
export type TextFormatRun = sheets_v4.Schema$TextFormatRun;
export type ProtectedRange = Arrived<sheets_v4.Schema$ProtectedRange>;
export type BandedRange = Arrived<sheets_v4.Schema$BandedRange>;
export type BasicFilter = Arrived<sheets_v4.Schema$BasicFilter>;
export type FilterView = Arrived<sheets_v4.Schema$FilterView>;
export type SortSpec = Arrived<sheets_v4.Schema$SortSpec>;
export type ConditionalFormatRule = Arrived<sheets_v4.Schema$ConditionalFormatRule>;
export type EmbeddedChart = Arrived<sheets_v4.Schema$EmbeddedChart>;
export type Table = Arrived<sheets_v4.Schema$Table>;
export type TableColumn = Arrived<sheets_v4.Schema$TableColumnProperties>;
export type DimensionGroup = Arrived<sheets_v4.Schema$DimensionGroup>;
export type NamedRange = Arrived<sheets_v4.Schema$NamedRange>;
export type DeveloperMetadata = Arrived<sheets_v4.Schema$DeveloperMetadata>;
export type MetadataLocation = Arrived<sheets_v4.Schema$DeveloperMetadataLocation>;
export type MetadataLookup = Arrived<sheets_v4.Schema$DeveloperMetadataLookup>;
export type DataFilter = Arrived<sheets_v4.Schema$DataFilter>;
export type SpreadsheetProperties = Arrived<sheets_v4.Schema$SpreadsheetProperties>;
export type SheetProperties = Arrived<sheets_v4.Schema$SheetProperties>;
export type GridProperties = Arrived<sheets_v4.Schema$GridProperties>;
export type DimensionProperties = Arrived<sheets_v4.Schema$DimensionProperties>;
export type Spreadsheet = Arrived<sheets_v4.Schema$Spreadsheet>;
export type Request = sheets_v4.Schema$Request;
/** The body of one request kind, e.g. `Body<'updateCells'>`. */
export type Body<K extends keyof Request> = Arrived<NonNullable<Request[K]>>;

/** How a field is written down in discovery.json; see trim-discovery.mjs. */
export type Shape = string | readonly Shape[] | { readonly '*': Shape } | { readonly enum: readonly string[] };

export interface Method {
  readonly httpMethod: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, Shape>>;
  readonly request?: string;
  readonly response: string;
}

export const methods = discovery.methods as unknown as Readonly<Record<string, Method | undefined>>;
export const schemas = discovery.schemas as unknown as Readonly<
  Record<string, Readonly<Record<string, Shape>> | undefined>
>;

/** The name of the message behind a shape, if there is one: `#A`, `["#A"]` and `{"*": "#A"}` all lead to A. */
export function messageOf(shape: Shape | undefined): string | undefined {
  if (typeof shape === 'string') return shape.startsWith('#') ? shape.slice(1) : undefined;
  if (Array.isArray(shape)) return messageOf(shape[0] as Shape);
  if (shape && '*' in shape) return messageOf(shape['*']);
  return undefined;
}
