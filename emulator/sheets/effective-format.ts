// The format a cell shows in the end: the default, its band, its own, and what conditions lay over it.
import { withBothColors } from './cell-data';
import { meets, todayIn } from './conditions';
import { attributesAt } from './draft';
import { effectiveAt, numberFormatAt, shown, type Calculation } from './effective';
import { copied } from './formula-text';
import { clipped } from './grid-range';
import type { Book, SheetState } from './model';
import type { BandedRange, BooleanCondition, CellFormat, ConditionalFormatRule, GridRange } from './schema';
import { defaultFormat } from './default-format';

/** Only these parts of a format can depend on a condition. */
type Overlay = CellFormat | undefined;

export function effectiveFormatOf(
  calculation: Calculation,
  book: Book,
  sheet: SheetState,
): (row: number, column: number) => CellFormat {
  const locale = book.properties.locale ?? 'en_US';
  const formulas = new Map<string, boolean>();
  const holdsFormula = (text: string, range: GridRange, row: number, column: number): boolean => {
    const at = (r: number, c: number): string =>
      copied(text, r - (range.startRowIndex ?? 0), c - (range.startColumnIndex ?? 0));
    const here = at(row, column);
    if (!formulas.has(here)) {
      // One computation costs as much as a hundred: the rows below will be asked for next.
      const area = clipped(range, sheet.grid);
      const ahead = new Set<string>([here]);
      for (let r = row; r < Math.min(row + 100, area.endRow); r += 1) {
        for (let c = area.startColumn; c < area.endColumn; c += 1) ahead.add(at(r, c));
      }
      const results = calculation.scratch(sheet, [...ahead]);
      [...ahead].forEach((one, index) => {
        const value = results[index];
        formulas.set(one, value === true || (typeof value === 'number' && value !== 0));
      });
    }
    return formulas.get(here)!;
  };
  const holds = (rule: ConditionalFormatRule, range: GridRange, row: number, column: number): boolean => {
    const condition = rule.booleanRule!.condition as BooleanCondition;
    if (condition.type === 'CUSTOM_FORMULA') {
      return holdsFormula(condition.values?.[0]?.userEnteredValue ?? '', range, row, column);
    }
    const value = effectiveAt(calculation, sheet, row, column);
    const today = todayIn(book.properties.timeZone ?? 'UTC', calculation.now());
    return meets(condition, value, shown(value, numberFormatAt(sheet, row, column), locale), today);
  };
  return (row, column) => {
    const own = attributesAt(sheet, row, column)?.format;
    const laid: Overlay[] = [];
    for (const rule of sheet.conditionalFormats) {
      if (!rule.booleanRule) continue;
      const range = (rule.ranges ?? []).find((one) => isWithin(one as GridRange, sheet, row, column));
      if (range && holds(rule, range as GridRange, row, column)) laid.push(rule.booleanRule.format as CellFormat);
    }
    const number = numberFormatAt(sheet, row, column);
    const layers = [bandFormat(sheet, row, column), own, number && { numberFormat: number }, ...laid.reverse()];
    return layers.reduce<CellFormat>((under, over) => (over ? laidOver(under, over) : under), defaultFormat);
  };
}

const isWithin = (range: GridRange, sheet: SheetState, row: number, column: number): boolean => {
  const area = clipped(range, sheet.grid);
  return row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn;
};

function laidOver(under: CellFormat, over: CellFormat): CellFormat {
  const textFormat = over.textFormat ? { ...under.textFormat, ...over.textFormat } : under.textFormat;
  return { ...under, ...over, textFormat };
}

function bandFormat(sheet: SheetState, row: number, column: number): CellFormat | undefined {
  for (const band of sheet.bandedRanges) {
    if (!isWithin(band.range as GridRange, sheet, row, column)) continue;
    const color = bandColor(band, sheet, row, column);
    if (color) return withBothColors({ backgroundColorStyle: color }) as CellFormat;
  }
  return undefined;
}

function bandColor(band: BandedRange, sheet: SheetState, row: number, column: number): object | undefined {
  const area = clipped(band.range as GridRange, sheet.grid);
  const rows = band.rowProperties;
  const at = rows ? row - area.startRow : column - area.startColumn;
  const last = rows ? area.endRow - 1 - row : area.endColumn - 1 - column;
  const colors = rows ?? band.columnProperties ?? {};
  if (at === 0 && colors.headerColorStyle) return colors.headerColorStyle;
  if (last === 0 && colors.footerColorStyle) return colors.footerColorStyle;
  const first = (at - (colors.headerColorStyle ? 1 : 0)) % 2 === 0;
  return (first ? colors.firstBandColorStyle : colors.secondBandColorStyle) ?? undefined;
}
