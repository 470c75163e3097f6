// Carries everything on a sheet along when rows or columns are inserted, deleted or moved: cells, formats, merges,
// protections, filters, charts, names, metadata, and the formulas that refer to them, on whatever sheet they stand.
import { resize, rowForWrite, sheetForWrite, type Draft } from '../draft';
import { shifted as shiftedFormula } from '../formula-text';
import { shiftedIndex, shiftedRange, shiftedSpan, type Dimension, type Shift } from '../grid-range';
import { attributesOf, isFormula, type Attributes, type Row, type SheetState } from '../model';
import { moved, put, valueAt, withRoom, without, type Runs } from '../runs';
import type { BasicFilter, DimensionGroup, GridRange, MetadataLocation, SortSpec } from '../schema';
import { shiftCharts } from './chart-sources';

/** `inheritFrom` is the row or column whose format the inserted ones take. */
export function shiftSheet(
  draft: Draft,
  sheet: SheetState,
  dimension: Dimension,
  shift: Shift,
  inheritFrom?: number,
): void {
  resizeGrid(draft, sheet, dimension, shift);
  if (dimension === 'ROWS') shiftRows(sheet, shift, inheritFrom);
  else shiftColumns(draft, sheet, shift, inheritFrom);
  const runs = dimension === 'ROWS' ? 'rowSettings' : 'columnSettings';
  const inherited = inheritFrom === undefined ? undefined : valueAt(sheet[runs], inheritFrom);
  sheet[runs] = shiftedRuns(sheet[runs], shift, inherited && !inherited.hiddenByUser ? inherited : undefined);
  shiftMarks(sheet, dimension, shift);
  shiftNames(draft, sheet, dimension, shift);
  shiftCharts(draft, sheet, dimension, shift);
  shiftFormulas(draft, sheet, dimension, shift);
}

function resizeGrid(draft: Draft, sheet: SheetState, dimension: Dimension, shift: Shift): void {
  if (shift.kind === 'move') return;
  const by = shift.kind === 'insert' ? shift.count : shift.start - shift.end;
  const { rowCount, columnCount } = sheet.grid;
  if (dimension === 'ROWS') resize(draft, sheet, rowCount + by, columnCount);
  else resize(draft, sheet, rowCount, columnCount + by);
  const field = dimension === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount';
  const frozen = sheet.grid[field] ?? 0;
  if (frozen === 0) return;
  const span = shiftedSpan(0, frozen, shift);
  sheet.grid = { ...sheet.grid, [field]: span?.end ?? 0 };
}

function shiftedRuns<T>(runs: Runs<T> | undefined, shift: Shift, inherited: T | undefined): Runs<T> {
  if (shift.kind === 'insert') return withRoom(runs, shift.at, shift.count, inherited);
  if (shift.kind === 'delete') return without(runs, shift.start, shift.end);
  return moved(runs, shift.start, shift.end, shift.to);
}

/** What a new row or column takes over: how it looks and what it asks for, not what was said about one cell. */
const inheritable = (from: Attributes | undefined): Attributes | undefined =>
  from && attributesOf({ format: withoutLink(from.format), validation: from.validation });

function withoutLink(format: Attributes['format']): Attributes['format'] {
  if (!format?.textFormat?.link) return format;
  const { link: _, ...textFormat } = format.textFormat;
  return { ...format, textFormat };
}

function shiftRows(sheet: SheetState, shift: Shift, inheritFrom: number | undefined): void {
  shiftList<Row | null>(sheet.rows, shift, () => null);
  sheet.attributes = sheet.attributes.map((runs) => {
    const from = inheritFrom === undefined ? undefined : inheritable(valueAt(runs, inheritFrom));
    return runs && shiftedRuns(runs, shift, from);
  });
}

function shiftColumns(draft: Draft, sheet: SheetState, shift: Shift, inheritFrom: number | undefined): void {
  sheet.rows.forEach((row, r) => {
    const first =
      shift.kind === 'insert' ? shift.at : shift.kind === 'move' ? Math.min(shift.start, shift.to) : shift.start;
    if (!row || row.cells.length <= first) return;
    const cells = rowForWrite(draft, sheet, r);
    shiftList(cells, shift, () => null);
    while (cells.length > 0 && (cells[cells.length - 1] ?? null) === null) cells.pop();
  });
  const source = inheritFrom === undefined ? undefined : sheet.attributes[inheritFrom];
  const inherited = source?.reduce<Runs<Attributes>>(
    (runs, run) => put(runs, run.start, run.end, inheritable(run.value)),
    [],
  );
  shiftList(sheet.attributes, shift, () => inherited);
}

/** Shifts a list whose tail may be missing. */
function shiftList<T>(list: T[], shift: Shift, blank: () => T): void {
  if (shift.kind === 'insert') {
    if (shift.at >= list.length && blank() === null) return;
    pad(list, shift.at, blank);
    const tail = list.splice(shift.at);
    for (let i = 0; i < shift.count; i += 1) list.push(blank());
    for (const one of tail) list.push(one);
  } else if (shift.kind === 'delete') list.splice(shift.start, shift.end - shift.start);
  else {
    const absent = list.length;
    if (shift.start >= absent && shift.to >= absent) return;
    pad(list, Math.max(shift.end, shift.to), () => (blank() === null ? blank() : (undefined as T)));
    const block = list.splice(shift.start, shift.end - shift.start);
    list.splice(shift.to > shift.start ? shift.to - block.length : shift.to, 0, ...block);
  }
}

function pad<T>(list: T[], length: number, blank: () => T): void {
  while (list.length < length) list.push(blank() === null ? blank() : (undefined as T));
}

function shiftMarks(sheet: SheetState, dimension: Dimension, shift: Shift): void {
  const each = (ranges: readonly GridRange[]): GridRange[] =>
    ranges.flatMap((range) => shiftedRange(range, dimension, shift) ?? []);
  const owners = <T extends { range?: unknown }>(list: readonly T[]): T[] =>
    list.flatMap((one) => {
      if (!one.range) return [one];
      const range = shiftedRange(one.range as GridRange, dimension, shift);
      return range ? [{ ...one, range }] : [];
    });
  sheet.merges = each(sheet.merges).filter(
    (range) => range.endRowIndex! - range.startRowIndex! > 1 || range.endColumnIndex! - range.startColumnIndex! > 1,
  );
  sheet.protectedRanges = owners(sheet.protectedRanges).map((one) =>
    one.unprotectedRanges ? { ...one, unprotectedRanges: each(one.unprotectedRanges as GridRange[]) } : one,
  );
  sheet.bandedRanges = owners(sheet.bandedRanges);
  sheet.tables = owners(sheet.tables);
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    const ranges = each((rule.ranges ?? []) as GridRange[]);
    return ranges.length > 0 ? [{ ...rule, ranges }] : [];
  });
  const filters = <T extends BasicFilter>(list: readonly T[]): T[] =>
    owners(list).map((one) => (dimension === 'COLUMNS' ? shiftedCriteria(one, shift) : one));
  sheet.basicFilter = sheet.basicFilter && filters([sheet.basicFilter])[0];
  sheet.filterViews = filters(sheet.filterViews as (BasicFilter & (typeof sheet.filterViews)[number])[]);
  const groups = dimension === 'ROWS' ? 'rowGroups' : 'columnGroups';
  sheet[groups] = sheet[groups].flatMap((group): DimensionGroup[] => {
    const span = shiftedSpan(group.range?.startIndex ?? 0, group.range?.endIndex ?? undefined, shift);
    return span ? [{ ...group, range: { ...group.range, startIndex: span.start, endIndex: span.end } }] : [];
  });
}

function shiftedCriteria<T extends BasicFilter>(filter: T, shift: Shift): T {
  const next: T = { ...filter };
  const at = (column: number | null | undefined): number | undefined => shiftedIndex(column ?? 0, shift);
  if (filter.criteria) {
    next.criteria = Object.fromEntries(
      Object.entries(filter.criteria).flatMap(([column, one]) => {
        const to = at(Number(column));
        return to === undefined ? [] : [[String(to), one]];
      }),
    );
  }
  if (filter.filterSpecs) {
    next.filterSpecs = filter.filterSpecs.flatMap((spec) => {
      const columnIndex = at(spec.columnIndex);
      return columnIndex === undefined ? [] : [{ ...spec, columnIndex }];
    });
  }
  if (filter.sortSpecs) {
    next.sortSpecs = (filter.sortSpecs as SortSpec[]).flatMap((spec) => {
      const dimensionIndex = at(spec.dimensionIndex);
      return dimensionIndex === undefined ? [] : [{ ...spec, dimensionIndex }];
    });
  }
  return next;
}

function shiftNames(draft: Draft, sheet: SheetState, dimension: Dimension, shift: Shift): void {
  const { sheetId } = sheet.properties;
  draft.book.namedRanges = draft.book.namedRanges.flatMap((one) => {
    if ((one.range?.sheetId ?? 0) !== sheetId) return [one];
    const range = shiftedRange((one.range ?? {}) as GridRange, dimension, shift);
    return range ? [{ ...one, range }] : [];
  });
  draft.book.metadata = draft.book.metadata.flatMap((one) => {
    const location = one.location as MetadataLocation;
    const span = location.dimensionRange;
    if (!span || (span.sheetId ?? 0) !== sheetId || span.dimension !== dimension) return [one];
    const startIndex = shiftedIndex(span.startIndex ?? 0, shift);
    if (startIndex === undefined) return [];
    const dimensionRange = { ...span, startIndex, endIndex: startIndex + 1 };
    return [{ ...one, location: { ...location, dimensionRange } }];
  });
}

function shiftFormulas(draft: Draft, changed: SheetState, dimension: Dimension, shift: Shift): void {
  const { title } = changed.properties;
  rewriteFormulas(draft, (text, sheet) => shiftedFormula(text, sheet.properties.title, title, dimension, shift));
}

/** Rewrites every formula of the workbook that needs it. */
export function rewriteFormulas(draft: Draft, change: (text: string, sheet: SheetState) => string): void {
  for (const { hasFormulas, properties } of draft.book.sheets) {
    if (!hasFormulas) continue;
    let sheet = draft.book.sheets.find((one) => one.properties.sheetId === properties.sheetId)!;
    for (let r = 0; r < sheet.rows.length; r += 1) {
      const cells = sheet.rows[r]?.cells ?? [];
      for (let c = 0; c < cells.length; c += 1) {
        const cell = cells[c]!;
        if (!isFormula(cell)) continue;
        const next = change(cell.f, sheet);
        if (next === cell.f) continue;
        sheet = sheetForWrite(draft, properties.sheetId);
        rowForWrite(draft, sheet, r)[c] = { f: next };
      }
    }
  }
}
