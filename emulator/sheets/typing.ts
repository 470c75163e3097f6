// What a person types or pastes into the grid.
import { parseCells } from './a1';
import { meets, todayIn } from './conditions';
import { attributesAt, resize, sheetById, sheetForWrite, type Draft } from './draft';
import { shown } from './effective';
import { badRange, refusal } from './errors';
import { areaOf, rangeOf, type Area } from './grid-range';
import { cellAt, gridOf, isFormula, type Book, type Cell, type SheetState } from './model';
import { assertUnprotected } from './protection';
import { sheetByTitle } from './range-names';
import type { BooleanCondition } from './schema';
import { yearAt } from './serial-date';
import { typed } from './typed-input';
import { enter } from './values-write';

export interface Edited {
  readonly sheetId: number;
  readonly range: Area;
  /** Of a single cell, as an edit's event tells them: as text; absent for an empty cell. */
  readonly value?: string;
  readonly oldValue?: string;
}

export function sheetNamed(book: Book, sheet: string | number): SheetState {
  const found = typeof sheet === 'number' ? sheetById(book, sheet) : sheetByTitle(book, sheet);
  if (!found) throw refusal(`There is no tab "${sheet}".`);
  return found;
}

/** `values` begin at the first cell of `range` and may reach beyond it and beyond the last row. */
export function typeInto(
  draft: Draft,
  name: string | number,
  range: string,
  values: readonly (readonly unknown[])[],
  now: Date,
): Edited {
  const { sheetId } = sheetNamed(draft.book, name).properties;
  const sheet = sheetForWrite(draft, sheetId);
  const cells = parseCells(range);
  if (!cells) throw badRange(range);
  const { startRowIndex: startRow = 0, startColumnIndex: startColumn = 0 } = cells;
  const width = values.reduce((most, row) => Math.max(most, row.length), 0);
  const area = { startRow, startColumn, endRow: startRow + values.length, endColumn: startColumn + width };
  const { rowCount, columnCount } = sheet.grid;
  if (area.endRow > rowCount && area.endColumn <= columnCount) resize(draft, sheet, area.endRow, columnCount);
  areaOf(rangeOf(sheetId, { ...area, startRow: area.endRow - 1, startColumn: area.endColumn - 1 }), gridOf(sheet));
  assertUnprotected(draft.book, rangeOf(sheetId, area), draft.caller);
  const single = values.length === 1 && width === 1;
  const old = cellAt(sheet, startRow, startColumn);
  const timeZone = draft.book.properties.timeZone ?? 'UTC';
  const year = yearAt(now, timeZone);
  if (single) assertValid(draft.book, sheet, area, values[0]![0], now);
  values.forEach((row, r) =>
    row.forEach((value, c) => {
      if (value === null || value === undefined) return;
      enter(draft, sheet, startRow + r, startColumn + c, value, { option: 'USER_ENTERED', year });
    }),
  );
  if (!single) return { sheetId, range: area };
  const next = cellAt(sheet, startRow, startColumn);
  return { sheetId, range: area, ...named('value', next), ...named('oldValue', old) };
}

function named(key: 'value' | 'oldValue', cell: Cell): object {
  if (cell === null) return {};
  return { [key]: isFormula(cell) ? cell.f : String(cell) };
}

/** A rule that rejects stops typing into one cell; pasting goes past it. */
function assertValid(book: Book, sheet: SheetState, { startRow, startColumn }: Area, given: unknown, now: Date): void {
  const attributes = attributesAt(sheet, startRow, startColumn);
  const rule = attributes?.validation;
  if (!rule?.strict || !rule.condition || given === '' || given === null) return;
  const timeZone = book.properties.timeZone ?? 'UTC';
  const format = attributes?.format?.numberFormat ?? undefined;
  const read = typeof given === 'string' ? typed(given, format, yearAt(now, timeZone)).value : (given as Cell);
  const type = rule.condition.type ?? '';
  if (isFormula(read) || type === 'CUSTOM_FORMULA' || type === 'ONE_OF_RANGE') return;
  const text = shown(read, format, book.properties.locale ?? 'en_US');
  if (meets(rule.condition as BooleanCondition, read, text, todayIn(timeZone, now))) return;
  throw refusal(rule.inputMessage ?? 'The data that you entered violates the data validation rules set on this cell.');
}
