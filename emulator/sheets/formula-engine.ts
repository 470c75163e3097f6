// Computes formulas with IronCalc. The grid keeps the values; the engine is handed the formulas and the columns that
// they refer to, and afterwards only what has changed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initSync, Model } from '@ironcalc/wasm';
import type { Calculation, Effective } from './effective';
import { forEngine, mayFill, referredColumns, type EngineNames } from './formula-engine-text';
import { isFormula, type Book, type Cell, type Row, type SheetState } from './model';

interface FedSheet {
  /** Index in the engine's workbook. */
  readonly index: number;
  state: SheetState | undefined;
  rows: readonly (Row | null)[];
  columns: ReadonlySet<number>;
  /** The formulas that the engine holds, by cell. */
  readonly formulas: Map<number, string>;
}

const keyOf = (row: number, column: number): number => row * 20_000 + column;
const scratchName = 'scratch';

/** Cells set in one engine before it is made anew: it remembers every step for undo. */
const maxSteps = 1_000_000;

let ready = false;
function load(): void {
  if (ready) return;
  const file = createRequire(join(process.cwd(), 'package.json')).resolve('@ironcalc/wasm/wasm_bg.wasm');
  initSync({ module: readFileSync(file) });
  ready = true;
}

export class FormulaEngine {
  private model: Model | undefined;
  private fed = new Map<number, FedSheet>();
  private zone = '';
  private steps = 0;
  private scratch = 0;
  private book: Book | undefined;
  private clock = 0;
  private results = new Map<number, Map<number, Effective>>();
  private filled = new Map<number, ReadonlySet<number>>();

  /** The results of the book's formulas, computed when the first is asked for. */
  calculation(book: Book, now: () => Date): Calculation {
    const spilling = new Map<number, boolean>();
    return {
      now,
      resultAt: (sheet, row, column) => {
        this.bring(book, now());
        return this.resultAt(sheet, row, column);
      },
      maySpill: ({ properties: { sheetId } }) => {
        let may = spilling.get(sheetId);
        if (may === undefined) {
          const sheet = book.sheets.find((one) => one.properties.sheetId === sheetId);
          may = sheet !== undefined && fillsCells(sheet);
          spilling.set(sheetId, may);
        }
        return may;
      },
      scratch: (sheet, formulas) => {
        this.bring(book, now());
        return this.compute(book, sheet, formulas, now());
      },
    };
  }

  private resultAt(sheet: SheetState, row: number, column: number): Effective | undefined {
    const { sheetId } = sheet.properties;
    const fed = this.fed.get(sheetId);
    if (!fed || !this.model) return undefined;
    const key = keyOf(row, column);
    const known = this.results.get(sheetId) ?? new Map<number, Effective>();
    this.results.set(sheetId, known);
    if (!known.has(key)) {
      const holds = fed.formulas.has(key) || this.filled.get(sheetId)?.has(key);
      if (!holds) return undefined;
      known.set(key, valueOf(this.model, fed.index, row, column));
    }
    return known.get(key);
  }

  /** Brings the engine up to the book as it stands. */
  private bring(book: Book, now: Date): void {
    const second = Math.floor(now.getTime() / 1000);
    const changed = this.book !== book;
    const later = second !== this.clock && this.volatile();
    if (!changed && !later) return;
    const gone = [...this.fed.keys()].some((id) => !book.sheets.some((sheet) => sheet.properties.sheetId === id));
    const zone = book.properties.timeZone ?? 'UTC';
    if (gone || zone !== this.zone || this.steps > maxSteps) this.forget();
    this.model ??= this.open(zone);
    const before = this.steps;
    if (changed) this.feed(book, this.model);
    this.book = book;
    // Most changes are of no concern to any formula.
    if (this.steps === before && !later) return;
    evaluate(this.model, now);
    this.clock = second;
    this.results = new Map();
    this.filled = new Map(book.sheets.map((sheet) => [sheet.properties.sheetId, this.filledIn(sheet)]));
  }

  private volatile(): boolean {
    const volatile = /\b(NOW|TODAY|RAND|RANDBETWEEN)\(/i;
    return [...this.fed.values()].some((fed) => [...fed.formulas.values()].some((text) => volatile.test(text)));
  }

  private forget(): void {
    this.model?.free();
    this.model = undefined;
    this.fed = new Map();
    this.steps = 0;
    this.results = new Map();
    this.filled = new Map();
  }

  private open(zone: string): Model {
    load();
    let model: Model;
    try {
      model = new Model('book', 'en', zone, 'en');
    } catch {
      model = new Model('book', 'en', 'UTC', 'en');
    }
    model.pauseEvaluation();
    model.renameSheet(0, scratchName);
    this.zone = zone;
    return model;
  }

  private feed(book: Book, model: Model): void {
    const names: EngineNames = { book, nameOf };
    const formulas = new Map(book.sheets.map((sheet) => [sheet, formulasOf(sheet)] as const));
    const needed = new Map<number, Set<number>>();
    for (const [sheet, list] of formulas) {
      for (const { text } of list) referredColumns(book, sheet, text, needed);
      // Any value may stand in the way of an array.
      if (fillsCells(sheet)) needed.set(sheet.properties.sheetId, everyColumn(sheet));
    }
    for (const [sheet, list] of formulas) {
      const { sheetId } = sheet.properties;
      const columns = needed.get(sheetId);
      if (list.length > 0 || columns || this.fed.has(sheetId)) this.sheet(model, sheetId);
      if (this.fed.has(sheetId)) this.feedValues(model, sheet, columns ?? new Set());
    }
    for (const [sheet, list] of formulas) {
      const fed = this.fed.get(sheet.properties.sheetId);
      for (const { row, column, text } of list) {
        const translated = forEngine(text, sheet, names);
        const key = keyOf(row, column);
        if (!fed || fed.formulas.get(key) === translated) continue;
        fed.formulas.set(key, translated);
        this.set(model, fed.index, row, column, translated);
      }
    }
    model.flushSendQueue();
  }

  private sheet(model: Model, sheetId: number): FedSheet {
    let fed = this.fed.get(sheetId);
    if (!fed) {
      model.newSheet();
      const index = model.getWorksheetsProperties().length - 1;
      model.renameSheet(index, nameOf(sheetId));
      fed = { index, state: undefined, rows: [], columns: new Set(), formulas: new Map() };
      this.fed.set(sheetId, fed);
    }
    return fed;
  }

  /** Hands over the values of rows that are not the ones handed over before. */
  private feedValues(model: Model, sheet: SheetState, needed: ReadonlySet<number>): void {
    const fed = this.fed.get(sheet.properties.sheetId)!;
    const columns = new Set([...fed.columns, ...needed]);
    if (fed.state === sheet && columns.size === fed.columns.size) return;
    const added = [...columns].filter((column) => !fed.columns.has(column));
    const count = Math.max(fed.rows.length, sheet.rows.length);
    for (let row = 0; row < count; row += 1) {
      const before = fed.rows[row];
      const after = sheet.rows[row];
      if (before !== after) this.feedRow(model, fed, row, before?.cells, after?.cells, columns);
      else if (after) for (const column of added) this.value(model, fed, row, column, after.cells[column] ?? null);
    }
    fed.state = sheet;
    fed.rows = sheet.rows;
    fed.columns = columns;
  }

  private feedRow(
    model: Model,
    fed: FedSheet,
    row: number,
    before: readonly Cell[] | undefined,
    after: readonly Cell[] | undefined,
    columns: ReadonlySet<number>,
  ): void {
    const width = Math.max(before?.length ?? 0, after?.length ?? 0);
    for (let column = 0; column < width; column += 1) {
      const [old, next] = [before?.[column] ?? null, after?.[column] ?? null];
      if (isFormula(next)) continue;
      const wasFormula = fed.formulas.delete(keyOf(row, column));
      if (!columns.has(column) && !wasFormula) continue;
      if (old !== next || wasFormula || !fed.columns.has(column)) this.value(model, fed, row, column, next);
    }
  }

  private value(model: Model, fed: FedSheet, row: number, column: number, cell: Cell): void {
    if (isFormula(cell)) return;
    if (cell === null) {
      model.rangeClearContents(fed.index, row + 1, column + 1, row + 1, column + 1);
      this.steps += 1;
    } else this.set(model, fed.index, row, column, literal(cell));
  }

  private set(model: Model, index: number, row: number, column: number, text: string): void {
    model.setUserInput(index, row + 1, column + 1, text);
    this.steps += 1;
    if (!text.startsWith('=')) return;
    exactly(model, index, row, column, 1, 1);
  }

  /** The empty cells that array formulas filled. */
  private filledIn(sheet: SheetState): ReadonlySet<number> {
    const cells = new Set<number>();
    const fed = this.fed.get(sheet.properties.sheetId);
    if (!fed || !this.model) return cells;
    for (const { row, column, text } of formulasOf(sheet)) {
      if (!mayFill(text)) continue;
      const structure: unknown = this.model.getCellArrayStructure(fed.index, row + 1, column + 1);
      const size = (structure as { DynamicAnchor?: [number, number] }).DynamicAnchor;
      if (!size) continue;
      exactly(this.model, fed.index, row, column, size[0], size[1]);
      for (let r = 0; r < size[1]; r += 1) {
        for (let c = 0; c < size[0]; c += 1) cells.add(keyOf(row + r, column + c));
      }
    }
    return cells;
  }

  /** Results of formulas that stand in no cell, such as conditions of conditional formats. */
  private compute(book: Book, sheet: SheetState, formulas: readonly string[], now: Date): Effective[] {
    const model = this.model;
    if (!model || formulas.length === 0) return formulas.map(() => null);
    const needed = new Map<number, Set<number>>();
    for (const text of formulas) referredColumns(book, sheet, text, needed);
    for (const one of book.sheets) {
      const columns = needed.get(one.properties.sheetId);
      if (!columns) continue;
      this.sheet(model, one.properties.sheetId);
      this.feedValues(model, one, columns);
    }
    formulas.forEach((text, index) => {
      this.set(model, 0, index, 0, forEngine(text, sheet, { book, nameOf }));
    });
    evaluate(model, now);
    const results = formulas.map((_, index) => valueOf(model, 0, index, 0));
    this.scratch = Math.max(this.scratch, formulas.length);
    model.rangeClearContents(0, 1, 1, this.scratch, 1);
    model.flushSendQueue();
    return results;
  }
}

const nameOf = (sheetId: number): string => `s${sheetId}`;

const lists = new WeakMap<SheetState, readonly { row: number; column: number; text: string }[]>();

/** Every formula of a sheet that is no longer being changed. */
export function formulasOf(sheet: SheetState): readonly { row: number; column: number; text: string }[] {
  if (!sheet.hasFormulas) return [];
  const known = lists.get(sheet);
  if (known) return known;
  const list: { row: number; column: number; text: string }[] = [];
  sheet.rows.forEach((row, r) =>
    row?.cells.forEach((cell, c) => isFormula(cell) && list.push({ row: r, column: c, text: cell.f })),
  );
  lists.set(sheet, list);
  return list;
}

const fillsCells = (sheet: SheetState): boolean => formulasOf(sheet).some(({ text }) => mayFill(text));

const everyColumn = (sheet: SheetState): Set<number> => new Set(Array(sheet.grid.columnCount).keys());

function literal(cell: string | number | boolean): string {
  if (typeof cell === 'string') return `'${cell}`;
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell);
}

/** Shows a number with every digit the engine keeps; its own default rounds to nine. */
function exactly(model: Model, index: number, row: number, column: number, width: number, height: number): void {
  const area = { sheet: index, row: row + 1, column: column + 1, width, height };
  model.updateRangeStyle(area, 'num_fmt', '0.00000000000000E+00');
}

/** The engine reads the clock of the machine; the emulator has its own. */
function evaluate(model: Model, now: Date): void {
  const real = Date.now;
  Date.now = () => now.getTime();
  try {
    model.evaluate();
  } finally {
    Date.now = real;
  }
}

const kinds = { number: 1, text: 2, truth: 4, error: 16 };

function valueOf(model: Model, index: number, row: number, column: number): Effective {
  const text = model.getFormattedCellValue(index, row + 1, column + 1);
  switch (model.getCellType(index, row + 1, column + 1)) {
    case kinds.number: {
      const number = Number(text);
      return Number.isFinite(number) ? number : Number(plain(model, index, row, column));
    }
    case kinds.truth:
      return text === 'TRUE';
    case kinds.error:
      return errorShown(text);
    default:
      return text;
  }
}

/** Exponents of three digits come out garbled in the exact format: such numbers are read with fewer digits. */
function plain(model: Model, index: number, row: number, column: number): string {
  model.updateRangeStyle({ sheet: index, row: row + 1, column: column + 1, width: 1, height: 1 }, 'num_fmt', 'general');
  const text = model.getFormattedCellValue(index, row + 1, column + 1);
  exactly(model, index, row, column, 1, 1);
  return text;
}

/** The engine's errors under the names and sentences that Sheets gives them. */
function errorShown(text: string): Effective {
  switch (text) {
    case '#DIV/0!':
      return { error: text, message: 'Function DIVIDE parameter 2 cannot be zero.' };
    case '#N/A':
      return { error: text, message: 'Did not find value in lookup.' };
    case '#NAME?':
    case '#N/IMPL!':
      return { error: '#NAME?', message: 'Unknown function or range name.' };
    case '#REF!':
      return { error: text, message: 'Reference does not exist.' };
    case '#CIRC!':
      return { error: '#REF!', message: 'Circular dependency detected.' };
    case '#SPILL!':
      return { error: '#REF!', message: 'Array result was not expanded because it would overwrite data.' };
    case '#NUM!':
      return { error: text, message: 'Result is not a number.' };
    case '#VALUE!':
      return { error: text, message: 'A parameter has a value of the wrong type.' };
    default:
      return { error: '#ERROR!', message: 'Formula parse error.' };
  }
}
