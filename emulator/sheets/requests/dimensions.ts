// Requests about rows and columns: inserting, deleting, appending, moving, sizing, hiding, grouping them.
import { resize, sheetForWrite, type Draft } from '../draft';
import { refusal } from '../errors';
import type { Dimension } from '../grid-range';
import type { DimensionSetting, SheetState } from '../model';
import { assertUnprotected } from '../protection';
import { patched, spansWithin } from '../runs';
import type { Body, DimensionGroup, DimensionProperties, DimensionRange, GridRange } from '../schema';
import { below, merged } from '../field-mask';
import { requestMask } from './mask';
import { shiftSheet } from './shift-sheet';

const sizeOf = (sheet: SheetState, dimension: Dimension): number =>
  dimension === 'ROWS' ? sheet.grid.rowCount : sheet.grid.columnCount;

const nameOf = (dimension: Dimension): string => (dimension === 'ROWS' ? 'rows' : 'columns');

function dimensionOf(range: DimensionRange | undefined): Dimension {
  if (range?.dimension !== 'ROWS' && range?.dimension !== 'COLUMNS')
    throw refusal('range.dimension must be specified.');
  return range.dimension;
}

export function spanRange(sheetId: number, dimension: Dimension, start: number, end: number): GridRange {
  return dimension === 'ROWS'
    ? { sheetId, startRowIndex: start, endRowIndex: end }
    : { sheetId, startColumnIndex: start, endColumnIndex: end };
}

/** The part of a span that lies on the sheet; a span wholly beyond it is an error. */
function spanOf(sheet: SheetState, range: DimensionRange, dimension: Dimension): { start: number; end: number } {
  const size = sizeOf(sheet, dimension);
  const start = range.startIndex ?? 0;
  const end = Math.min(range.endIndex ?? size, size);
  if (start < 0) throw refusal(`range.startIndex[${start}] is negative.`);
  if ((range.endIndex ?? size) <= start) {
    throw refusal(`range.endIndex[${range.endIndex}] must be after range.startIndex[${start}].`);
  }
  if (start >= size) {
    throw refusal(`range.startIndex[${start}] is beyond the grid: the sheet has ${size} ${nameOf(dimension)}.`);
  }
  return { start, end };
}

export function insertDimension(draft: Draft, body: Body<'insertDimension'>): void {
  const range = body.range as DimensionRange | undefined;
  const dimension = dimensionOf(range);
  const sheet = sheetForWrite(draft, range!.sheetId);
  const { startIndex: at = 0, endIndex } = range!;
  const before = body.inheritFromBefore ?? false;
  const size = sizeOf(sheet, dimension);
  if (endIndex === undefined) throw refusal('range.endIndex must be specified.');
  if (at < 0 || endIndex <= at) throw refusal(`range.endIndex[${endIndex}] must be after range.startIndex[${at}].`);
  if (before && at === 0) throw refusal('range.startIndex must be greater than 0 if inheritFromBefore is true.');
  if (!before && at >= size) {
    throw refusal(`range.startIndex must be less than the grid size (${size}) if inheritFromBefore is false.`);
  }
  if (at > size) {
    throw refusal(
      `range.startIndex must be less than or equal to the grid size (${size}) if inheritFromBefore is true.`,
    );
  }
  // A row between two rows of a protected range is as protected as they are.
  if (at > 0 && at < size) {
    const { sheetId } = sheet.properties;
    for (const one of sheet.protectedRanges) {
      const own = one.range as GridRange | undefined;
      const [from, to] =
        dimension === 'ROWS'
          ? [own?.startRowIndex ?? -1, own?.endRowIndex ?? Infinity]
          : [own?.startColumnIndex ?? -1, own?.endColumnIndex ?? Infinity];
      if (own && from < at && at < to) assertUnprotected(draft.book, { ...own, sheetId }, draft.caller);
    }
  }
  shiftSheet(draft, sheet, dimension, { kind: 'insert', at, count: endIndex - at }, before ? at - 1 : at);
}

export function deleteDimension(draft: Draft, body: Body<'deleteDimension'>): void {
  const range = body.range as DimensionRange | undefined;
  const dimension = dimensionOf(range);
  const sheet = sheetForWrite(draft, range!.sheetId);
  const size = sizeOf(sheet, dimension);
  if ((range!.startIndex ?? 0) >= size) {
    const one = dimension === 'ROWS' ? 'row' : 'column';
    const counted = `Tried to delete ${one} index ${range!.startIndex} but there are only ${size} ${nameOf(dimension)}.`;
    throw refusal(`Cannot delete a ${one} that doesn't exist. ${counted}`);
  }
  const { start, end } = spanOf(sheet, range!, dimension);
  assertUnprotected(draft.book, spanRange(sheet.properties.sheetId, dimension, start, end), draft.caller);
  deleteSpan(draft, sheet, dimension, start, end);
}

export function deleteSpan(draft: Draft, sheet: SheetState, dimension: Dimension, start: number, end: number): void {
  const size = sizeOf(sheet, dimension);
  if (end - start >= size) throw refusal(`You can't delete all the ${nameOf(dimension)} on the sheet.`);
  const frozen = (dimension === 'ROWS' ? sheet.grid.frozenRowCount : sheet.grid.frozenColumnCount) ?? 0;
  if (start <= frozen && end >= size && frozen > 0) {
    throw refusal(`Sorry, it is not possible to delete all non-frozen ${nameOf(dimension)}.`);
  }
  shiftSheet(draft, sheet, dimension, { kind: 'delete', start, end });
}

export function appendDimension(draft: Draft, body: Body<'appendDimension'>): void {
  const dimension = dimensionOf(body);
  const sheet = sheetForWrite(draft, body.sheetId);
  const length = body.length ?? 0;
  if (length <= 0) throw refusal('length must be greater than zero.');
  const { rowCount, columnCount } = sheet.grid;
  if (dimension === 'ROWS') resize(draft, sheet, rowCount + length, columnCount);
  else resize(draft, sheet, rowCount, columnCount + length);
}

export function moveDimension(draft: Draft, body: Body<'moveDimension'>): void {
  const range = body.source as DimensionRange | undefined;
  const dimension = dimensionOf(range);
  const sheet = sheetForWrite(draft, range!.sheetId);
  const { start, end } = spanOf(sheet, range!, dimension);
  const to = body.destinationIndex ?? 0;
  if (to < 0 || to > sizeOf(sheet, dimension)) throw refusal(`destinationIndex[${to}] is beyond the grid.`);
  if (to > start && to < end) throw refusal('destinationIndex must not be within the source.');
  assertUnprotected(draft.book, spanRange(sheet.properties.sheetId, dimension, start, end), draft.caller);
  if (to !== start && to !== end) shiftSheet(draft, sheet, dimension, { kind: 'move', start, end, to });
}

export function updateDimensionProperties(draft: Draft, body: Body<'updateDimensionProperties'>): void {
  const mask = requestMask(body.fields, 'DimensionProperties');
  const range = body.range as DimensionRange | undefined;
  const dimension = dimensionOf(range);
  const sheet = sheetForWrite(draft, range!.sheetId);
  const { start, end } = spanOf(sheet, range!, dimension);
  const given = (body.properties ?? {}) as DimensionProperties;
  if (below(mask, 'pixelSize') && given.pixelSize !== undefined && given.pixelSize < 0) {
    throw refusal('properties.pixelSize must not be negative.');
  }
  const settable = mask === true ? given : { pixelSize: given.pixelSize, hiddenByUser: given.hiddenByUser };
  change(sheet, dimension, start, end, (old) => {
    const next = merged<DimensionSetting>(old ?? {}, settable as DimensionSetting, mask);
    return settingOf(next);
  });
}

const settings = new Map<string, DimensionSetting>();

/** Equal settings are one object, so that neighbours grow together. */
function settingOf({ pixelSize, hiddenByUser }: DimensionSetting): DimensionSetting | undefined {
  const plain = { ...(pixelSize === undefined ? {} : { pixelSize }), ...(hiddenByUser ? { hiddenByUser } : {}) };
  if (Object.keys(plain).length === 0) return undefined;
  const key = JSON.stringify(plain);
  if (!settings.has(key)) settings.set(key, plain);
  return settings.get(key);
}

function change(
  sheet: SheetState,
  dimension: Dimension,
  start: number,
  end: number,
  to: (old: DimensionSetting | undefined) => DimensionSetting | undefined,
): void {
  const field = dimension === 'ROWS' ? 'rowSettings' : 'columnSettings';
  const spans = spansWithin(sheet[field], start, end);
  sheet[field] = patched(
    sheet[field],
    spans.map((span) => ({ ...span, value: to(span.value) })),
  );
}

/** Columns become as wide as their longest text, seven pixels a letter and fourteen an ideograph. */
export function autoResizeDimensions(draft: Draft, body: Body<'autoResizeDimensions'>): void {
  const range = body.dimensions as DimensionRange | undefined;
  const dimension = dimensionOf(range);
  const sheet = sheetForWrite(draft, range!.sheetId);
  const { start, end } = spanOf(sheet, range!, dimension);
  for (let at = start; at < end; at += 1) {
    const pixelSize = dimension === 'ROWS' ? 21 : widthOf(sheet, at);
    change(sheet, dimension, at, at + 1, (old) => settingOf({ ...old, pixelSize }));
  }
}

function widthOf(sheet: SheetState, column: number): number {
  let widest = 0;
  for (const row of sheet.rows) {
    const cell = row?.cells[column] ?? null;
    if (cell === null || typeof cell === 'object') continue;
    let width = 0;
    for (const letter of String(cell).split('\n', 1)[0]!) width += letter.charCodeAt(0) > 0x2e7f ? 14 : 7;
    widest = Math.max(widest, width);
  }
  return Math.max(21, Math.min(widest + 9, 1000));
}

export function addDimensionGroup(draft: Draft, body: Body<'addDimensionGroup'>): object {
  const range = body.range as DimensionRange | undefined;
  const dimension = dimensionOf(range);
  const sheet = sheetForWrite(draft, range!.sheetId);
  const { start, end } = spanOf(sheet, range!, dimension);
  const field = dimension === 'ROWS' ? 'rowGroups' : 'columnGroups';
  const span = { sheetId: sheet.properties.sheetId, dimension, startIndex: start, endIndex: end };
  const around = sheet[field].filter(({ range: own }) => own!.startIndex! <= start && own!.endIndex! >= end);
  const group: DimensionGroup = { range: span, depth: around.length + 1 };
  sheet[field] = [...sheet[field], group].sort(
    (a, b) => a.range!.startIndex! - b.range!.startIndex! || a.depth! - b.depth!,
  );
  return { dimensionGroups: sheet[field] };
}
