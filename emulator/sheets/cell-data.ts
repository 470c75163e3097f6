// CellData out of the grid, as spreadsheets.get answers it, and into the grid, as updateCells and repeatCell write it.
import { assertLength, attributesAt } from './draft';
import { effectiveAt, enteredValue, extendedValue, numberFormatAt, shown, type Calculation } from './effective';
import { refusal } from './errors';
import { below, merged, type Mask } from './field-mask';
import { attributesOf, isFormula, type Attributes, type Cell, type SheetState } from './model';
import type { CellData, CellFormat, ColorStyle, ExtendedValue, TextFormatRun } from './schema';

/** The format that a cell shows in the end; where it comes from is the caller's business. */
export type EffectiveFormat = (row: number, column: number) => CellFormat | undefined;

/** A cell as CellData, made of the fields that the mask asks for. */
export function cellData(
  calculation: Calculation,
  sheet: SheetState,
  row: number,
  column: number,
  locale: string,
  mask: Mask,
  effectiveFormat: EffectiveFormat,
): CellData {
  const cell = sheet.rows[row]?.cells[column] ?? null;
  const attributes = attributesAt(sheet, row, column);
  const wants = (field: string): boolean => below(mask, field) !== undefined;
  const data: CellData = {};
  if (cell !== null && wants('userEnteredValue')) data.userEnteredValue = enteredValue(cell);
  if (wants('effectiveValue') || wants('formattedValue')) {
    const value = effectiveAt(calculation, sheet, row, column);
    if (value !== null) {
      if (wants('effectiveValue')) data.effectiveValue = extendedValue(value);
      const text = wants('formattedValue') ? shown(value, numberFormatAt(sheet, row, column), locale) : '';
      if (text !== '') data.formattedValue = text;
    }
  }
  if (attributes?.format && wants('userEnteredFormat')) data.userEnteredFormat = attributes.format;
  if (wants('effectiveFormat') && (cell !== null || attributes?.format)) {
    data.effectiveFormat = effectiveFormat(row, column);
  }
  if (wants('hyperlink')) {
    const hyperlink = hyperlinkOf(cell, attributes);
    if (hyperlink !== undefined) data.hyperlink = hyperlink;
  }
  if (attributes?.note && wants('note')) data.note = attributes.note;
  if (attributes?.textRuns && wants('textFormatRuns')) data.textFormatRuns = [...attributes.textRuns];
  if (attributes?.validation && wants('dataValidation')) data.dataValidation = attributes.validation;
  for (const key of Object.keys(data) as (keyof CellData)[]) if (data[key] === undefined) delete data[key];
  return data;
}

/** The one link of a cell: of its format, of its only run, or of a HYPERLINK formula that names it outright. */
function hyperlinkOf(cell: Cell, attributes: Attributes | undefined): string | undefined {
  if (isFormula(cell)) return /^=\s*HYPERLINK\(\s*"((?:[^"]|"")*)"/i.exec(cell.f)?.[1]?.replaceAll('""', '"');
  const own = attributes?.format?.textFormat?.link?.uri;
  if (own) return own;
  const links = new Set(attributes?.textRuns?.map((run) => run.format?.link?.uri));
  return links.size === 1 ? ([...links][0] ?? undefined) : undefined;
}

/** The value to be stored; throws for what no cell can hold. */
export function storedValue(value: ExtendedValue | undefined): Cell {
  if (value === undefined) return null;
  if (value.stringValue !== undefined) {
    assertLength(value.stringValue);
    return value.stringValue === '' ? null : value.stringValue;
  }
  if (value.numberValue !== undefined) return value.numberValue;
  if (value.boolValue !== undefined) return value.boolValue;
  if (value.formulaValue !== undefined) {
    assertLength(value.formulaValue);
    if (!value.formulaValue.startsWith('=')) throw refusal('formulaValue must start with an equals sign');
    return { f: value.formulaValue };
  }
  if (value.errorValue !== undefined) throw refusal('Cannot set userEnteredValue.errorValue: it is read-only.');
  return null;
}

const written = ['userEnteredValue', 'userEnteredFormat', 'note', 'textFormatRuns', 'dataValidation'] as const;
const ignored = new Set(['effectiveValue', 'formattedValue', 'effectiveFormat', 'hyperlink', 'chipRuns']);

/** How one write request treats cells, as its field mask says. */
export interface CellWriter {
  readonly setsValue: boolean;
  readonly setsAttributes: boolean;
  valueOf(data: CellData | undefined): Cell;
  attributesAfter(old: Attributes | undefined, data: CellData | undefined): Attributes | undefined;
}

export function cellWriter(mask: Mask): CellWriter {
  if (mask !== true) {
    for (const field of mask.keys()) {
      if (!written.includes(field as never) && !ignored.has(field)) throw refusal(`the emulator cannot write ${field}`);
    }
  }
  const setsValue = below(mask, 'userEnteredValue') !== undefined;
  const sets = written.slice(1).filter((field) => below(mask, field) !== undefined);
  const formatMask = below(mask, 'userEnteredFormat');
  return {
    setsValue,
    setsAttributes: sets.length > 0,
    valueOf: (data) => storedValue(data?.userEnteredValue as ExtendedValue | undefined),
    attributesAfter(old, data) {
      // A new value erases the text runs of the old one, unless the same write brings new ones.
      if (sets.length === 0 && !old?.textRuns) return old;
      const next: { -readonly [K in keyof Attributes]: Attributes[K] } = { ...old };
      if (setsValue) delete next.textRuns;
      if (formatMask !== undefined)
        next.format = formatAfter(old?.format, data?.userEnteredFormat as CellFormat | undefined, formatMask);
      if (sets.includes('note')) next.note = data?.note || undefined;
      if (sets.includes('dataValidation')) next.validation = data?.dataValidation;
      if (sets.includes('textFormatRuns')) next.textRuns = withBothColors(data?.textFormatRuns) as TextFormatRun[];
      return attributesOf(next);
    },
  };
}

export function formatAfter(old: CellFormat | undefined, given: CellFormat | undefined, mask: Mask): CellFormat {
  return merged(old ?? {}, given && (withBothColors(given) as CellFormat), withBothColorNames(mask));
}

type Colored = Record<string, unknown>;
const colorName = /^(\w*[cC]olor)(Style)?$/;

/** Google keeps every colour under two names, `xColor` and `xColorStyle`; the style wins where both are given. */
export function withBothColors(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBothColors);
  if (typeof value !== 'object' || value === null) return value;
  const result: Colored = {};
  for (const [key, one] of Object.entries(value)) {
    const color = colorName.exec(key);
    if (!color) result[key] = withBothColors(one);
    else if (color[2]) {
      const rgb = (one as ColorStyle).rgbColor;
      if (rgb) result[color[1]!] = solid(rgb);
      result[key] = rgb ? { rgbColor: solid(rgb) } : one;
    } else if ((value as Colored)[`${key}Style`] === undefined) {
      result[key] = solid(one as object);
      result[`${key}Style`] = { rgbColor: solid(one as object) };
    }
  }
  return result;
}

/** A colour without zeros, as answers carry it. */
const solid = (color: object): object => Object.fromEntries(Object.entries(color).filter(([, part]) => part !== 0));

function withBothColorNames(mask: Mask): Mask {
  if (mask === true) return true;
  const both = new Map<string, Mask>();
  for (const [key, inner] of mask) {
    const color = colorName.exec(key);
    if (color) {
      both.set(color[1]!, true);
      both.set(`${color[1]}Style`, true);
    } else both.set(key, withBothColorNames(inner));
  }
  return both;
}
