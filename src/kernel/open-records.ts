// The records that are still on their way, found by the kernel's own list instead of by reading whole registers.
import type { Product } from './chapter';
import { recordOf } from './layout';
import type { Block } from './ports';
import type { Register } from './register';
import type { RecordRow } from './values';
import type { OpenRow, View } from './view';
import { NotFound } from './errors';

/** At most so many rows that nobody asked for are read to join two blocks into one. */
const gap = 3;

interface Span {
  readonly register: Register;
  readonly from: number;
  to: number;
}

export function spansOf(register: Register, rows: readonly number[]): readonly Span[] {
  const spans: Span[] = [];
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
  const spans = registers.flatMap((register) =>
    spansOf(
      register,
      rows.filter((row) => row.register === register.key).map((row) => row.row),
    ),
  );
  if (spans.length === 0) return [];
  const blocks = spans.map(({ register, from, to }): Block => ({
    sheetId: register.sheetId,
    fromRow: from,
    toRow: to,
  }));
  const read = view.read(blocks);
  const found = new Map<string, RecordRow>();
  spans.forEach(({ register, from }, index) => {
    read[index]?.forEach((cells, offset) => {
      const record = recordOf(view.layout(register), cells, from + offset);
      if (record.no !== '') found.set(`${register.key} ${record.no} ${record.line}`, record);
    });
  });
  return rows.flatMap((row) => found.get(`${row.register} ${row.no} ${row.line}`) ?? searched(view, product, row));
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
