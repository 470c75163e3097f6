// Requests about what is marked on a sheet: merges, filters, protections, bands, conditional formats.
import { withBothColors } from '../cell-data';
import { sheetById, sheetForWrite, setCell, type Draft } from '../draft';
import { refusal } from '../errors';
import { merged } from '../field-mask';
import { areaOf, contains, intersects, rangeOf, type Area } from '../grid-range';
import { gridOf, type SheetState } from '../model';
import { assertMayChange, assertUnprotected } from '../protection';
import type { BandedRange, BasicFilter, Body, FilterView, GridRange, ProtectedRange } from '../schema';
import { requestMask } from './mask';

/** The sheet that holds a thing, ready to be changed. */
export function sheetWith(draft: Draft, holds: (sheet: SheetState) => boolean, absent: string): SheetState {
  const found = draft.book.sheets.find(holds);
  if (!found) throw refusal(absent);
  return sheetForWrite(draft, found.properties.sheetId);
}

export function assertRange(draft: Draft, range: GridRange | null | undefined): SheetState {
  if (!range) throw refusal('range must be specified.');
  const sheet = sheetForWrite(draft, range.sheetId);
  areaOf(range, gridOf(sheet));
  return sheet;
}

export function mergeCells(draft: Draft, body: Body<'mergeCells'>): void {
  const range = body.range as GridRange | undefined;
  const sheet = assertRange(draft, range);
  const { sheetId } = sheet.properties;
  const whole = areaOf(range!, gridOf(sheet));
  assertUnprotected(draft.book, rangeOf(sheetId, whole), draft.caller);
  const inner = sheet.merges.filter((one) => intersects(one, rangeOf(sheetId, whole)));
  if (inner.some((one) => !contains(rangeOf(sheetId, whole), one))) {
    throw refusal('You must select all cells in a merged range to merge or unmerge them.');
  }
  const areas = parts(whole, body.mergeType ?? 'MERGE_ALL').filter(
    (area) => area.endRow - area.startRow > 1 || area.endColumn - area.startColumn > 1,
  );
  for (const area of areas) keepFirst(draft, sheet, area);
  sheet.merges = [
    ...sheet.merges.filter((one) => !inner.includes(one)),
    ...areas.map((area) => rangeOf(sheetId, area)),
  ];
}

function parts(area: Area, mergeType: string): Area[] {
  if (mergeType === 'MERGE_COLUMNS') {
    return Array.from({ length: area.endColumn - area.startColumn }, (_, i) => ({
      ...area,
      startColumn: area.startColumn + i,
      endColumn: area.startColumn + i + 1,
    }));
  }
  if (mergeType !== 'MERGE_ROWS') return [area];
  return Array.from({ length: area.endRow - area.startRow }, (_, i) => ({
    ...area,
    startRow: area.startRow + i,
    endRow: area.startRow + i + 1,
  }));
}

/** Only the upper left value survives a merge. */
function keepFirst(draft: Draft, sheet: SheetState, area: Area): void {
  for (let row = area.startRow; row < area.endRow; row += 1) {
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      if (row > area.startRow || column > area.startColumn) setCell(draft, sheet, row, column, null);
    }
  }
}

export function unmergeCells(draft: Draft, body: Body<'unmergeCells'>): void {
  const range = body.range as GridRange | undefined;
  const sheet = assertRange(draft, range);
  const { sheetId } = sheet.properties;
  const whole = rangeOf(sheetId, areaOf(range!, gridOf(sheet)));
  const inner = sheet.merges.filter((one) => intersects(one, whole));
  if (inner.some((one) => !contains(whole, one))) {
    throw refusal('You must select all cells in a merged range to merge or unmerge them.');
  }
  sheet.merges = sheet.merges.filter((one) => !inner.includes(one));
}

export function setBasicFilter(draft: Draft, body: Body<'setBasicFilter'>): void {
  const filter = body.filter as BasicFilter | undefined;
  const sheet = assertRange(draft, filter?.range as GridRange);
  sheet.basicFilter = { ...filter, range: { ...filter!.range, sheetId: sheet.properties.sheetId } };
}

export function clearBasicFilter(draft: Draft, body: Body<'clearBasicFilter'>): void {
  sheetForWrite(draft, body.sheetId).basicFilter = undefined;
}

export function addFilterView(draft: Draft, body: Body<'addFilterView'>): object {
  const given = body.filter as FilterView | undefined;
  const sheet = assertRange(draft, given?.range as GridRange);
  const filterViewId = given!.filterViewId ?? draft.newNumber();
  if (draft.book.sheets.some((one) => one.filterViews.some((view) => view.filterViewId === filterViewId))) {
    throw refusal(`Filter view with id ${filterViewId} already exists.`);
  }
  const filter: FilterView = {
    title: `Filter ${sheet.filterViews.length + 1}`,
    ...given,
    range: { ...given!.range, sheetId: sheet.properties.sheetId },
    filterViewId,
  };
  sheet.filterViews = [...sheet.filterViews, filter];
  return { filter };
}

const nowhere = (kind: string, id: unknown): string => `No ${kind} with id: ${String(id)}`;

/** The editors of a hard protection: whoever is named, the owner, and who set it. */
function settled(draft: Draft, given: ProtectedRange, protectedRangeId: number): ProtectedRange {
  const { requestingUserCanEdit: _, editors, ...rest } = given;
  if (given.warningOnly) return { ...rest, protectedRangeId };
  const users = [...new Set([...(editors?.users ?? []), draft.book.owner, draft.caller])].sort();
  return { ...rest, protectedRangeId, editors: { ...editors, users } };
}

export function addProtectedRange(draft: Draft, body: Body<'addProtectedRange'>): object {
  const given = (body.protectedRange ?? {}) as ProtectedRange;
  const named = draft.book.namedRanges.find((one) => one.namedRangeId === given.namedRangeId);
  const range = (given.range ?? (given.namedRangeId ? named?.range : undefined)) as GridRange | undefined;
  const sheet = assertRange(draft, range);
  const id = given.protectedRangeId ?? draft.newNumber();
  if (draft.book.sheets.some((one) => one.protectedRanges.some((other) => other.protectedRangeId === id))) {
    throw refusal(`Protected range with id ${id} already exists.`);
  }
  const protectedRange = settled(draft, { ...given, range: { ...range, sheetId: sheet.properties.sheetId } }, id);
  sheet.protectedRanges = [...sheet.protectedRanges, protectedRange];
  return { protectedRange: { ...protectedRange, requestingUserCanEdit: true } };
}

export function updateProtectedRange(draft: Draft, body: Body<'updateProtectedRange'>): void {
  const mask = requestMask(body.fields, 'ProtectedRange');
  const given = (body.protectedRange ?? {}) as ProtectedRange;
  const id = given.protectedRangeId;
  const has = (one: ProtectedRange): boolean => one.protectedRangeId === id;
  const sheet = sheetWith(draft, (one) => one.protectedRanges.some(has), nowhere('protected range', id));
  const old = sheet.protectedRanges.find(has)!;
  assertMayChange(draft.book, old, draft.caller);
  const next = settled(draft, merged(old, given, mask), id!);
  const target = assertRange(draft, next.range as GridRange);
  sheet.protectedRanges = sheet.protectedRanges.filter((one) => one !== old);
  target.protectedRanges = [...target.protectedRanges, next];
}

export function deleteProtectedRange(draft: Draft, body: Body<'deleteProtectedRange'>): void {
  const id = body.protectedRangeId;
  const has = (one: ProtectedRange): boolean => one.protectedRangeId === id;
  const sheet = sheetWith(draft, (one) => one.protectedRanges.some(has), nowhere('protected range', id));
  assertMayChange(draft.book, sheet.protectedRanges.find(has)!, draft.caller);
  sheet.protectedRanges = sheet.protectedRanges.filter((one) => !has(one));
}

function assertBand(draft: Draft, band: BandedRange): SheetState {
  const sheet = assertRange(draft, band.range as GridRange);
  if (!band.rowProperties && !band.columnProperties) {
    throw refusal('At least one of rowProperties or columnProperties must be specified.');
  }
  const { sheetId } = sheet.properties;
  const overlaps = sheet.bandedRanges.some(
    (one) =>
      one.bandedRangeId !== band.bandedRangeId &&
      intersects(one.range as GridRange, { ...band.range, sheetId } as GridRange),
  );
  if (overlaps) {
    throw refusal(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
  return sheet;
}

export function addBanding(draft: Draft, body: Body<'addBanding'>): object {
  const given = withBothColors(body.bandedRange ?? {}) as BandedRange;
  const id = given.bandedRangeId ?? draft.newNumber();
  if (draft.book.sheets.some((one) => one.bandedRanges.some((other) => other.bandedRangeId === id))) {
    throw refusal(`Banded range with id ${id} already exists.`);
  }
  const sheet = assertBand(draft, given);
  const bandedRange = { ...given, bandedRangeId: id, range: { ...given.range, sheetId: sheet.properties.sheetId } };
  sheet.bandedRanges = [...sheet.bandedRanges, bandedRange];
  return { bandedRange };
}

export function updateBanding(draft: Draft, body: Body<'updateBanding'>): void {
  const mask = requestMask(body.fields, 'BandedRange');
  const given = withBothColors(body.bandedRange ?? {}) as BandedRange;
  const has = (one: BandedRange): boolean => one.bandedRangeId === given.bandedRangeId;
  const sheet = sheetWith(draft, (one) => one.bandedRanges.some(has), nowhere('banded range', given.bandedRangeId));
  const next = { ...merged(sheet.bandedRanges.find(has)!, given, mask), bandedRangeId: given.bandedRangeId! };
  assertBand(draft, next);
  sheet.bandedRanges = sheet.bandedRanges.map((one) => (has(one) ? next : one));
}

export function deleteBanding(draft: Draft, body: Body<'deleteBanding'>): void {
  const has = (one: BandedRange): boolean => one.bandedRangeId === body.bandedRangeId;
  const sheet = sheetWith(draft, (one) => one.bandedRanges.some(has), nowhere('banded range', body.bandedRangeId));
  sheet.bandedRanges = sheet.bandedRanges.filter((one) => !has(one));
}

export const sheetOf = (draft: Draft, sheetId: number | undefined): SheetState => {
  sheetById(draft.book, sheetId);
  return sheetForWrite(draft, sheetId);
};
