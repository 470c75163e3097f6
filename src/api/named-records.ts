// What opening a record knows of those that it names, in either workbook: columns read whole, and only the rows that are named.
import type { Register } from '../kernel/register';
import { text, type RecordRow, type Values } from '../kernel/values';
import type { View } from '../kernel/view';
import type { LookUp } from '../kernel/workflow';
import type { Machine } from './machine';

interface LookedUp extends LookUp {
  readonly register: Register;
}

/** What opening a record of this register looks up. */
function lookUpsOf({ product }: Machine, { key, columns }: Register): readonly LookedUp[] {
  return (product.workflow(key)?.opens.looksUp ?? []).map((one) => {
    const register = product.register(columns[one.by]?.control.register ?? '');
    if (!register) throw new Error(`opening ${key} looks ${one.by} up, which names no record`);
    return { ...one, register };
  });
}

/** The columns to be read for it. */
export const lookUpColumns = (
  machine: Machine,
  register: Register,
): readonly { register: Register; column: string }[] =>
  lookUpsOf(machine, register).flatMap((one) => one.columns.map((column) => ({ register: one.register, column })));

/** The records of another register that these rows name; undefined of a register that is not looked up. */
export function namedRecords(
  machine: Machine,
  view: View,
  register: Register,
  rows: readonly Values[],
  other: string,
): readonly RecordRow[] | undefined {
  const looked = lookUpsOf(machine, register).filter((one) => one.register.key === other);
  if (looked.length === 0) return undefined;
  const { language } = view.facts;
  return looked.flatMap(({ by, register: target, columns }) => {
    const nos = new Set(rows.map((row) => text(row[by])));
    return [...view.column(target, 'no')]
      .filter(([, no]) => nos.has(String(no)))
      .map(([row, no]) => ({
        register: target.key,
        no: String(no),
        line: 1,
        row,
        values: Object.fromEntries(
          columns.map((key) => [key, target.all[key]!.fromCell(view.column(target, key).get(row) ?? '', language)]),
        ),
      }));
  });
}
