// Which rows a sheet's filter hides.
import { meets, todayIn } from './conditions';
import { effectiveAt, numberFormatAt, shown, type Calculation } from './effective';
import { clipped } from './grid-range';
import { lastRow, type Book, type SheetState } from './model';
import type { BasicFilter, BooleanCondition, GridRange } from './schema';

interface Criteria {
  readonly hiddenValues?: readonly string[] | null;
  readonly condition?: BooleanCondition;
}

/** The filter's criteria by column, under either of the names that Google gives them. */
export function criteriaOf(filter: BasicFilter): [number, Criteria][] {
  if (filter.filterSpecs) {
    return filter.filterSpecs.map((spec) => [spec.columnIndex ?? 0, (spec.filterCriteria ?? {}) as Criteria]);
  }
  return Object.entries(filter.criteria ?? {}).map(([column, criteria]) => [Number(column), criteria as Criteria]);
}

export function hiddenByFilter(calculation: Calculation, book: Book, sheet: SheetState): ReadonlySet<number> {
  const hidden = new Set<number>();
  const filter = sheet.basicFilter;
  if (!filter?.range) return hidden;
  const criteria = criteriaOf(filter).filter(([, one]) => one.hiddenValues?.length || one.condition);
  if (criteria.length === 0) return hidden;
  const area = clipped(filter.range as GridRange, sheet.grid);
  const locale = book.properties.locale ?? 'en_US';
  const today = todayIn(book.properties.timeZone ?? 'UTC', calculation.now());
  const end = Math.min(area.endRow, lastRow(sheet));
  // The first row of the range is the filter's head and always shown.
  for (let row = area.startRow + 1; row < end; row += 1) {
    const stays = criteria.every(([column, one]) => {
      const value = effectiveAt(calculation, sheet, row, column);
      const text = shown(value, numberFormatAt(sheet, row, column), locale);
      if (one.hiddenValues?.includes(text)) return false;
      return !one.condition || meets(one.condition, value, text, today);
    });
    if (!stays) hidden.add(row);
  }
  return hidden;
}
