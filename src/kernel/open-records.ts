// The records that are still on their way, found by the kernel's own list instead of by reading whole registers.
import type { Product } from './chapter';
import { recordOf } from './layout';
import type { Block } from './ports';
import type { Hints } from './ports';
import type { Register } from './register';
import type { Cell, RecordRow } from './values';
import type { OpenRow, Span, View } from './view';
import { NotFound } from './errors';

/** At most so many rows that nobody asked for are read to join two blocks into one. */
const gap = 3;

export function spansOf(register: Register, rows: readonly number[]): readonly Span[] {
  const spans: { register: Register; from: number; to: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = spans[spans.length - 1];
    if (last && row <= last.to + gap) last.to = Math.max(last.to, row + 1);
    else spans.push({ register, from: row, to: row + 1 });
  }
  return spans;
}

/** The open records of these registers, read in one go where the list says they stand; searched where they have moved. */
export function openRecords(
  view: View,
  product: Product,
  wanted: readonly string[],
  listed: (row: OpenRow) => boolean = () => true,
): readonly RecordRow[] {
  const registers = wanted
    .flatMap((key) => product.register(key) ?? [])
    .filter((one) => one.workbook === view.workbook);
  // The list is in no order of its own: what has ended is replaced by the last.
  const rows = (view.open ?? [])
    .filter((row) => registers.some((one) => one.key === row.register) && listed(row))
    .sort((a, b) => (a.no === b.no ? a.line - b.line : a.no < b.no ? -1 : 1));
  const rowsOf = ({ key }: Register): readonly number[] =>
    rows.filter((row) => row.register === key).map(({ row }) => row);
  const found = new Map<string, RecordRow>();
  const keep = (register: Register, row: number, cells: readonly Cell[]): void => {
    const record = recordOf(view.layout(register), cells, row);
    if (record.no !== '') found.set(`${register.key} ${record.no} ${record.line}`, record);
  };
  const spans = registers.flatMap((register) => {
    const unseen = rowsOf(register).filter((row) => {
      const cells = view.seen(register, row);
      if (cells) keep(register, row, cells);
      return !cells;
    });
    return spansOf(register, unseen);
  });
  const blocks = spans.map(({ register, from, to }): Block => ({
    sheetId: register.sheetId,
    fromRow: from,
    toRow: to,
  }));
  const read = blocks.length === 0 ? [] : view.read(blocks);
  spans.forEach(({ register, from }, index) => {
    read[index]?.forEach((cells, offset) => keep(register, from + offset, cells));
  });
  return rows.flatMap((row) => found.get(`${row.register} ${row.no} ${row.line}`) ?? searched(view, product, row));
}

/** How far below the last open record the next ones are looked for. */
const ahead = 5;

const hintOf = ({ workbook, key }: Register, from: number): string => `${workbook}.${key}@${from}`;

/** Where the open records of these registers stood when they were last looked for: read at once, they take no second call. */
export function lastSeen(hints: Hints, registers: readonly Register[]): readonly Span[] {
  return Object.entries(hints.get()).flatMap(([key, to]): readonly Span[] => {
    const [name, from] = key.split('@');
    const register = from && registers.find((one) => name === `${one.workbook}.${one.key}`);
    return register ? [{ register, from: Number(from), to }] : [];
  });
}

/** Remembers for the next look where they stand, when this one had to look twice. */
export function rememberSeen(
  hints: Hints,
  view: View,
  registers: readonly Register[],
  found: readonly RecordRow[],
): void {
  const own = registers.map((register) => ({ register, rows: found.filter((one) => one.register === register.key) }));
  if (own.every(({ register, rows }) => rows.every(({ row }) => view.seen(register, row)))) return;
  const spans = own.flatMap(({ register, rows }) => {
    const all = spansOf(
      register,
      rows.map(({ row }) => row),
    );
    return all.map(({ from, to }, at) => [hintOf(register, from), at === all.length - 1 ? to + ahead : to] as const);
  });
  const before = new Set(lastSeen(hints, registers).map(({ register, from }) => hintOf(register, from)));
  const others = Object.entries(hints.get()).filter(([key]) => !before.has(key));
  hints.put(Object.fromEntries([...others, ...spans]));
}

/** Somebody sorted the tab, or deleted the row. */
function searched(view: View, product: Product, row: OpenRow): readonly RecordRow[] {
  try {
    return view.records(product.register(row.register)!, row.no).filter((one) => one.line === row.line);
  } catch (error) {
    if (error instanceof NotFound) return [];
    throw error;
  }
}
