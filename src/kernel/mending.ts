// A person may sort a tab, or move its columns, between a command's read and its write. Then cells are hit that were not meant:
// they are put back from copies taken in the same write, and the change is made where the record stands now. What was meant is
// written beside the copies, so that the next command can look if this run cannot.
import { KnownError, OutOfDate } from './errors';
import { firstRow } from './kernel-tabs';
import { cellOf, columnsIn, layoutOf, recordOf, rowOf, widthOf, writesOf, type Layout } from './layout';
import type { Append, Update } from './plan';
import type { Block, Ports, SheetChange } from './ports';
import { handColumns, type Register, type WorkbookKey } from './register';
import { moreTries, retried } from './retrying';
import { isEmpty, sameValue, type Cell, type RecordRow } from './values';
import { registerIn, type Reading, type Rows } from './view';
import type { Language } from './words';

/** What a write was to do, and where everything stood when that was decided. */
export interface Written {
  readonly workbook: WorkbookKey;
  readonly storedId: string;
  readonly language: Language;
  /** Of each register written into. */
  readonly columns: Readonly<Record<string, Layout['columns']>>;
  readonly updates: readonly Change[];
  readonly appends: readonly Added[];
}
type Change = Pick<Update, 'record' | 'copyOf' | 'values'>;
type Added = Pick<Append, 'register' | 'no' | 'values'> & { readonly row: number };

/** The copies stand below the note of what was meant: first the rows to be changed, then the key rows. */
export const firstImage = 1;

/** A cell holds 50,000 characters. */
const pieces = /[\s\S]{1,20000}/gu;

/** The note as cells; of a record that has a number its values are not needed. */
export function noteOf(written: Written): readonly Cell[] {
  const updates = written.updates.map(({ record, copyOf, values }): Change => ({
    record: record.no === '' ? record : { ...record, values: {} },
    ...(copyOf !== undefined && { copyOf }),
    values,
  }));
  const appends = written.appends.map(({ register, no, values, row }): Added => ({ register, no, values, row }));
  return [...(JSON.stringify({ ...written, updates, appends }).match(pieces) ?? []), ''];
}

/** Undefined when there is none, or when it was left by a code that knew other registers. */
export function writtenIn({ product, source }: Reading, cells: readonly Cell[]): Written | undefined {
  const end = cells.indexOf('');
  try {
    const written = JSON.parse(cells.slice(0, end < 0 ? cells.length : end).join('')) as Written;
    const isKnown = Object.entries(written.columns).every(([key, columns]) => {
      const register = [...product.registers, ...source.registers].find((one) => one.key === key);
      return register && Object.keys(columns).every((column) => column in register.all);
    });
    return isKnown ? written : undefined;
  } catch {
    return undefined;
  }
}

/** Names a write among the hints, which are numbers. */
export const stampOf = ({ digest }: Ports, storedId: string): number => parseInt(digest(storedId).slice(0, 12), 16);

/** Looks at the copies and mends what was hit wrongly. `trouble`: what could not be mended. To be called under the lock. */
export function settle(
  reading: Reading,
  written: Written,
  images: Rows,
): { readonly allWell: boolean; readonly trouble?: KnownError } {
  const hits = wronglyHit(reading, written, images);
  let trouble: KnownError | undefined;
  try {
    if (hits.length > 0) mend(reading, written, hits);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    trouble = error;
  }
  return { allWell: hits.length === 0, ...(trouble && { trouble }) };
}

/** From now on it is known that somebody has looked. */
export function lookedAt({ ports }: Reading, { workbook, storedId }: Written, lastRows: Hints = {}): void {
  ports.hints.put({ ...ports.hints.get(), ...lastRows, [`${workbook}.seen`]: stampOf(ports, storedId) });
}
type Hints = Readonly<Record<string, number>>;

/** A row that was written into. */
interface Hit {
  readonly scene: Scene;
  /** Where it stood right after the write. */
  readonly row: number;
  /** What was written, by the place of its column before the write. */
  readonly cells: ReadonlyMap<number, Cell>;
  /** The row as it was; empty of a new one. */
  readonly image: readonly Cell[];
  readonly meant: { readonly update: Change } | { readonly append: Added };
}

/** A register that was written into. */
interface Scene {
  readonly register: Register;
  /** As read before the write. */
  readonly was: Layout;
  /** The key row at the instant of the write. */
  readonly keyRow: readonly Cell[];
  readonly hasMoved: boolean;
}

/** The tab as it stands now. `body`: its rows of data, as if what was hit were put back. */
interface Now {
  readonly keys: readonly Cell[];
  /** Without the columns that are gone. */
  readonly layout: Layout;
  readonly body: (readonly Cell[])[];
  /** Rows that are spoken for, for rows may be alike: by what was hit, with the row where it stood then; and by typed rows. */
  readonly hit: Map<number, number>;
  readonly given: Set<number>;
}

function mend(reading: Reading, written: Written, hits: readonly Hit[]): void {
  const tabs = tabsNow(reading, written, hits);
  const nowOf = ({ scene }: Hit): Now => tabs.get(scene.register.key)!;
  const rows = hits.map((hit) => hitRow(hit, nowOf(hit)));
  const back = hits.flatMap((hit, index) => putBack(hit, nowOf(hit), rows[index]!));
  const places = hits.map((hit, index) => placeOf(hit, nowOf(hit), rows[index]!));
  const again = hits.flatMap((hit, index) => redone(hit, nowOf(hit), places[index]!));
  const changes = [...back, ...again];
  if (changes.length > 0) retried(reading, () => reading.ports.tables.commit(written.workbook, changes, []), moreTries);
  for (const { keys, layout } of tabs.values()) layoutOf(layout.register, keys, layout.language);
  if (!places.includes(-1)) return;
  throw new OutOfDate({
    words: {
      zh: '保存时这条记录被人移动或删除了，请打开它核对一遍。',
      en: 'The record was moved or deleted while it was being saved. Please open it and check.',
    },
  });
}

/** In a tab whose columns had moved, all rows. Without its key row nothing can be told of a tab. */
function wronglyHit(reading: Reading, written: Written, images: Rows): readonly Hit[] {
  const { updates, appends } = written;
  const scenes = new Map(
    Object.entries(written.columns).map(([key, columns], index) => {
      const keyRow = images[updates.length + index] ?? [];
      return [key, sceneOf(registerIn(reading, key), written, columns, keyRow)];
    }),
  );
  const changed = updates.flatMap((update, index): readonly Hit[] => {
    const scene = scenes.get(update.record.register)!;
    const image = images[index] ?? [];
    if (scene.keyRow.length === 0 || (!scene.hasMoved && isHit(scene.was, update, image))) return [];
    const { columns } = scene.was;
    const keys = Object.keys(update.values).filter((key) => key in columns);
    const cells = new Map(keys.map((key) => [columns[key]!, cellOf(scene.was, key, update.values[key]!)]));
    return [{ scene, row: rowAfter(written, update.record), cells, image, meant: { update } }];
  });
  const added = appends.flatMap((append): readonly Hit[] => {
    const scene = scenes.get(append.register)!;
    if (scene.keyRow.length === 0 || !scene.hasMoved) return [];
    const cells = new Map(rowOf(scene.was, append.values).entries());
    return [{ scene, row: append.row, cells, image: [], meant: { append } }];
  });
  return [...changed, ...added];
}

function sceneOf(
  register: Register,
  { language }: Written,
  columns: Layout['columns'],
  keyRow: readonly Cell[],
): Scene {
  const hasMoved = Object.entries(columns).some(([key, column]) => keyRow[column] !== key);
  return { register, was: { register, language, columns, width: widthOf(columns) }, keyRow, hasMoved };
}

/** Where a row of before stands after the new ones were put in. */
function rowAfter({ appends }: Written, { register, row }: RecordRow): number {
  const added = appends.filter((one) => one.register === register);
  return added.length > 0 && row >= added[0]!.row ? row + added.length : row;
}

/** Cells that people had typed in the row that was meant and that are not in this one; undefined when it is numbered otherwise. */
function missingIn(layout: Layout, { record, copyOf }: Change, cells: readonly Cell[]): number | undefined {
  const found = recordOf(layout, cells, record.row);
  if (found.no !== (copyOf ?? record.no) || (record.no !== '' && found.line !== record.line)) return undefined;
  if (record.no !== '') return 0;
  const typed = handColumns(layout.register).filter((key) => !isEmpty(record.values[key]));
  return typed.filter((key) => !sameValue(found.values[key], record.values[key])).length;
}

/** Whether a row is the one that was meant; a typed row has no number yet and is known by all its cells. */
const isHit = (layout: Layout, change: Change, cells: readonly Cell[]): boolean =>
  missingIn(layout, change, cells) === 0;

function tabsNow(reading: Reading, { workbook }: Written, hits: readonly Hit[]): ReadonlyMap<string, Now> {
  const scenes = [...new Set(hits.map(({ scene }) => scene))];
  const blocks = scenes.flatMap(({ register: { sheetId } }): readonly Block[] => [
    { sheetId, fromRow: 0, toRow: 1 },
    { sheetId, fromRow: firstRow },
  ]);
  const read = retried(reading, () => reading.ports.tables.read(workbook, blocks), moreTries);
  return new Map(
    scenes.map(({ register, was }, index): [string, Now] => {
      const keys = read[2 * index]?.[0] ?? [];
      const columns = columnsIn(register, keys);
      const layout: Layout = { ...was, columns, width: widthOf(columns) };
      return [register.key, { keys, layout, body: [...(read[2 * index + 1] ?? [])], hit: new Map(), given: new Set() }];
    }),
  );
}

/** Where a cell stands now that stood in this column at the instant of the write. */
function columnNow({ keyRow }: Scene, { layout }: Now, column: number): number {
  const key = keyRow[column];
  return typeof key === 'string' && key in layout.columns ? layout.columns[key]! : column;
}

const sameCell = (a: Cell, b: Cell): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < 1e-6 : a === b;

/** Where the row that was hit stands now, counted from the first row of data; -1 when nothing in it is as it was written. */
function hitRow({ scene, row, cells, image }: Hit, now: Now): number {
  const own = row - firstRow;
  const isLeft = (at: number, column: number): boolean =>
    sameCell(
      now.body[at]?.[columnNow(scene, now, column)] ?? '',
      cells.has(column) ? cells.get(column)! : (image[column] ?? ''),
    );
  const columns = [...scene.keyRow.keys()].filter((column) => String(scene.keyRow[column]) in now.layout.columns);
  const isFree = (at: number): boolean => (now.hit.get(at) ?? row) === row;
  const isIt = (at: number): boolean => isFree(at) && columns.every((column) => isLeft(at, column));
  const found = isIt(own) ? own : now.body.findIndex((_, at) => isIt(at));
  const isOwn = isFree(own) && [...cells.keys()].every((column) => isLeft(own, column));
  const at = found < 0 && isOwn ? own : found;
  now.hit.set(at, row);
  return at;
}

function putBack({ scene, cells, image }: Hit, now: Now, at: number): readonly SheetChange[] {
  if (at < 0) return [];
  const before = new Map([...cells.keys()].map((column) => [columnNow(scene, now, column), image[column] ?? '']));
  const row = [...(now.body[at] ?? [])];
  before.forEach((cell, column) => (row[column] = cell));
  now.body[at] = row;
  return writesOf(scene.register.sheetId, firstRow + at, before);
}

/** Where the record that was meant stands now; -1 when it is gone. */
function placeOf({ row, meant }: Hit, { layout, body, given }: Now, at: number): number {
  if ('append' in meant) return at;
  const { update } = meant;
  const rowAt = (index: number): readonly Cell[] => body[index] ?? [];
  const hit = body.findIndex((_, index) => !given.has(index) && isHit(layout, update, rowAt(index)));
  // Somebody is just correcting a cell of it.
  const here = at < 0 ? row - firstRow : at;
  const place = hit < 0 && missingIn(layout, update, rowAt(here)) === 1 && !given.has(here) ? here : hit;
  if (update.record.no === '') given.add(place);
  return place;
}

function redone({ scene, meant }: Hit, { layout }: Now, at: number): readonly SheetChange[] {
  if (at < 0) return [];
  const { values } = 'update' in meant ? meant.update : meant.append;
  const keys = Object.keys(layout.columns).filter((key) => 'append' in meant || key in values);
  const cells = new Map(keys.map((key) => [layout.columns[key]!, cellOf(layout, key, values[key] ?? null)]));
  return writesOf(scene.register.sheetId, firstRow + at, cells);
}
