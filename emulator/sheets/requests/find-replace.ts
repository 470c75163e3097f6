// findReplace: text exchanged in values and, if asked, in formulas.
import { setCell, sheetForWrite, type Draft } from '../draft';
import { refusal } from '../errors';
import { clipped, rangeOf } from '../grid-range';
import { isFormula, type Cell, type SheetState } from '../model';
import { automatic } from '../number-format';
import { assertUnprotected } from '../protection';
import type { Body, GridRange } from '../schema';
import { typed } from '../typed-input';
import { assertRange } from './marks';

export function findReplace(draft: Draft, body: Body<'findReplace'>): object {
  if (!body.find) throw refusal('find must not be empty.');
  const pattern = patternOf(body);
  const counts = { occurrencesChanged: 0, rowsChanged: 0, sheetsChanged: 0, valuesChanged: 0, formulasChanged: 0 };
  for (const range of rangesOf(draft, body)) {
    const sheet = sheetForWrite(draft, range.sheetId);
    const before = counts.occurrencesChanged;
    replaceIn(draft, sheet, range, pattern, body, counts);
    if (counts.occurrencesChanged > before) counts.sheetsChanged += 1;
  }
  return counts;
}

function rangesOf(draft: Draft, body: Body<'findReplace'>): GridRange[] {
  if (body.allSheets) return draft.book.sheets.map((sheet) => ({ sheetId: sheet.properties.sheetId }));
  if (body.range) {
    assertRange(draft, body.range as GridRange);
    return [body.range as GridRange];
  }
  if (body.sheetId === undefined) throw refusal('Must specify one of range, sheetId or allSheets.');
  return [{ sheetId: body.sheetId }];
}

function patternOf(body: Body<'findReplace'>): RegExp {
  const text = body.searchByRegex ? body.find! : body.find!.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  try {
    return new RegExp(body.matchEntireCell ? `^(?:${text})$` : text, `g${body.matchCase ? '' : 'i'}u`);
  } catch {
    throw refusal(`Invalid regular expression: ${body.find}`);
  }
}

function replaceIn(
  draft: Draft,
  sheet: SheetState,
  range: GridRange,
  pattern: RegExp,
  body: Body<'findReplace'>,
  counts: Record<'occurrencesChanged' | 'rowsChanged' | 'valuesChanged' | 'formulasChanged', number>,
): void {
  const area = clipped(range, sheet.grid);
  const replacement = body.searchByRegex ? (body.replacement ?? '') : (body.replacement ?? '').replaceAll('$', '$$$$');
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.rows.length); row += 1) {
    let changed = false;
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      const cell = sheet.rows[row]?.cells[column] ?? null;
      if (cell === null || (isFormula(cell) && !body.includeFormulas)) continue;
      const text = textOf(cell);
      const hits = text.match(pattern)?.length ?? 0;
      if (hits === 0) continue;
      const next = text.replace(pattern, replacement);
      const { sheetId } = sheet.properties;
      const one = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
      assertUnprotected(draft.book, rangeOf(sheetId, one), draft.caller);
      setCell(draft, sheet, row, column, typed(next, undefined, 1970).value);
      counts.occurrencesChanged += hits;
      counts[isFormula(cell) ? 'formulasChanged' : 'valuesChanged'] += 1;
      draft.cellsWritten += 1;
      changed = true;
    }
    if (changed) counts.rowsChanged += 1;
  }
}

function textOf(cell: Cell): string {
  if (isFormula(cell)) return cell.f;
  if (typeof cell === 'number') return automatic(cell);
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}
