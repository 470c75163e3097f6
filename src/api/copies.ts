// Rows that people have copied with their number, to make a similar one: of rows with one number, which keeps it.
import type { Told } from '../kernel/audit';
import { recordOf } from '../kernel/layout';
import { handColumns, type Register } from '../kernel/register';
import { copiedRow } from '../kernel/typed-rows';
import { isEmpty, sameValue, text, type RecordRow } from '../kernel/values';
import type { TypedRow, View } from '../kernel/view';
import { readTold, tellingBlock, toldKey } from './put-back';

/** Rows of the register that carry one number; the lines of a form are told apart. */
function sharing(view: View, register: Register): readonly (readonly number[])[] {
  const lines = register.lines ? view.column(register, 'line') : undefined;
  const rows = new Map<string, number[]>();
  for (const [row, no] of view.column(register, 'no')) {
    const key = `${no}|${lines?.get(row) ?? 1}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  return [...rows.values()].filter((some) => some.length > 1);
}

function cellsOf(view: View, register: Register, rows: readonly number[]): ReadonlyMap<number, TypedRow> {
  const read = view.read(rows.map((row) => ({ sheetId: register.sheetId, fromRow: row, toRow: row + 1 })));
  return new Map(rows.map((row, index) => [row, { row, cells: read[index]?.[0] ?? [] }]));
}

/** The others are copies of `kept` if they tell its story so far; a record of another story has had its number typed over. */
function copiesOf(view: View, register: Register, kept: TypedRow, others: readonly TypedRow[]): readonly TypedRow[] {
  const layout = view.layout(register);
  const story = ({ row, cells }: TypedRow): string => text(recordOf(layout, cells, row).values['history']);
  return others.filter((one) => story(kept).startsWith(story(one))).map((one) => copiedRow(layout, one));
}

/** Copies among rows that a person has just pasted: what stood there before keeps its number. */
export function pastedCopies(view: View, register: Register, fromRow: number, toRow: number): readonly TypedRow[] {
  const isPasted = (row: number): boolean => row >= fromRow && row < toRow;
  return sharing(view, register).flatMap((rows) => {
    if (!rows.some(isPasted)) return [];
    const kept = rows.find((row) => !isPasted(row)) ?? rows[0]!;
    const cells = cellsOf(view, register, rows);
    const others = rows.filter((row) => row !== kept && isPasted(row));
    return copiesOf(
      view,
      register,
      cells.get(kept)!,
      others.map((row) => cells.get(row)!),
    );
  });
}

/** Copies of which nobody has told: the row that the log tells of keeps its number, of two alike the upper one. */
export function leftCopies(view: View, register: Register): readonly TypedRow[] {
  const groups = sharing(view, register);
  if (groups.length === 0) return [];
  const layout = view.layout(register);
  const cells = cellsOf(view, register, groups.flat());
  const told = toldOf(view, register);
  const rank = (row: number): number => {
    const record = recordOf(layout, cells.get(row)!.cells, row);
    return agreement(register, record, told.get(toldKey(record)));
  };
  return groups.flatMap((rows) => {
    const [kept, ...others] = [...rows].sort((a, b) => rank(b) - rank(a) || a - b);
    return copiesOf(
      view,
      register,
      cells.get(kept!)!,
      others.map((row) => cells.get(row)!),
    );
  });
}

/** In how many columns the record is as the log tells. */
function agreement(register: Register, { values }: RecordRow, told: Told | undefined): number {
  const known = (key: string) => told?.values[key] ?? null;
  return [...handColumns(register), 'state'].filter((key) => !isEmpty(known(key)) && sameValue(values[key], known(key)))
    .length;
}

const linesAtOnce = 5_000;

function toldOf(view: View, register: Register): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  const head = view.counters.get('audit')?.number ?? 0;
  for (let from = 1; from <= head; from += linesAtOnce) {
    const [lines = []] = view.read([tellingBlock(from, Math.min(from + linesAtOnce, head + 1))]);
    readTold(lines, (key) => key === register.key, told);
  }
  return told;
}
