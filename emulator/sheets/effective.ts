// What a cell is worth once formulas are computed, and how each kind of reader sees it.
import { type Cell, isFormula, type SheetState } from './model';
import { attributesAt } from './draft';
import { formatNumber, isDateFormat, type NumberFormat } from './number-format';
import type { ExtendedValue } from './schema';

export interface CellError {
  readonly error: string;
  readonly message: string;
}

export type Effective = null | string | number | boolean | CellError;

/** Gives the results of formulas, computed when first asked for. */
export interface Calculation {
  /** The result in a formula cell, or what an array formula spilled into an empty one. */
  resultAt(sheet: SheetState, row: number, column: number): Effective | undefined;
  /** Whether an array formula of the sheet may have filled empty cells. */
  maySpill(sheet: SheetState): boolean;
  /** The results of formulas that stand in no cell, as if they stood on the sheet. */
  scratch(sheet: SheetState, formulas: readonly string[]): Effective[];
  /** What time it is for the emulator. */
  now(): Date;
}

export const isCellError = (value: Effective | undefined): value is CellError =>
  typeof value === 'object' && value !== null;

export function effectiveAt(calculation: Calculation, sheet: SheetState, row: number, column: number): Effective {
  const cell = sheet.rows[row]?.cells[column] ?? null;
  if (isFormula(cell)) return calculation.resultAt(sheet, row, column) ?? null;
  if (cell === null && sheet.hasFormulas && calculation.maySpill(sheet)) {
    return calculation.resultAt(sheet, row, column) ?? null;
  }
  return cell;
}

/** Functions whose result shows as a day or time where the cell has no format of its own. */
const dateFunctions: Readonly<Record<string, string>> = { TODAY: 'DATE', DATE: 'DATE', NOW: 'DATE_TIME', TIME: 'TIME' };

export function numberFormatAt(sheet: SheetState, row: number, column: number): NumberFormat | undefined {
  const own = attributesAt(sheet, row, column)?.format?.numberFormat;
  if (own) return own;
  const cell = sheet.rows[row]?.cells[column];
  if (!isFormula(cell)) return undefined;
  const type = dateFunctions[/^=\s*([A-Z]+)\([^()]*\)\s*$/i.exec(cell.f)?.[1]?.toUpperCase() ?? ''];
  return type ? { type } : undefined;
}

/** The text in the grid. */
export function shown(value: Effective, format: NumberFormat | undefined, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return formatNumber(value, format, locale);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return isCellError(value) ? value.error : value;
}

export interface Rendering {
  readonly value: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dates: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
  readonly locale: string;
}

/** One entry of a ValueRange; empty cells are `""`. */
export function rendered(
  calculation: Calculation,
  sheet: SheetState,
  row: number,
  column: number,
  rendering: Rendering,
): string | number | boolean {
  const cell = sheet.rows[row]?.cells[column];
  if (rendering.value === 'FORMULA' && isFormula(cell)) return cell.f;
  const value = effectiveAt(calculation, sheet, row, column);
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (rendering.value === 'FORMATTED_VALUE') {
    return typeof value === 'string' ? value : shown(value, numberFormatAt(sheet, row, column), rendering.locale);
  }
  if (typeof value === 'number' && rendering.dates === 'FORMATTED_STRING') {
    const format = numberFormatAt(sheet, row, column);
    if (isDateFormat(format)) return shown(value, format, rendering.locale);
  }
  return value;
}

export function enteredValue(cell: Cell): ExtendedValue | undefined {
  if (cell === null) return undefined;
  if (isFormula(cell)) return { formulaValue: cell.f };
  return extendedValue(cell);
}

const errorTypes: Readonly<Record<string, string>> = {
  '#NULL!': 'NULL_VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
};

export function extendedValue(value: Effective): ExtendedValue | undefined {
  if (value === null) return undefined;
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'string') return { stringValue: value };
  return { errorValue: { type: errorTypes[value.error] ?? 'ERROR', message: value.message } };
}
