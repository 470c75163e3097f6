// Tables that answer from what was read before in the same run: for set-up, which looks at whole tabs and then at parts of them.
import { firstRow } from '../kernel/kernel-tabs';
import type { Block, Tables } from '../kernel/ports';
import type { Cell } from '../kernel/values';

type Rows = readonly (readonly Cell[])[];

const isWholeBody = (block: Block): boolean =>
  block.fromRow === firstRow &&
  block.toRow === undefined &&
  block.fromColumn === undefined &&
  block.toColumn === undefined;

function part(body: Rows, { fromRow, toRow, fromColumn = 0, toColumn }: Block): Rows {
  const rows = body.slice(fromRow - firstRow, toRow === undefined ? undefined : toRow - firstRow);
  return rows.map((row) => row.slice(fromColumn, toColumn));
}

/** To be used under the lock and for one command only: forgets everything with the first write. */
export function rememberingTables(tables: Tables): Tables {
  const bodies = new Map<string, Rows>();
  return {
    read(workbook, blocks) {
      const keyOf = (block: Block): string => `${workbook}|${block.sheetId}`;
      const known = (block: Block): Rows | undefined =>
        // The label row may be asked for along with the body: it is not among what is remembered.
        block.fromRow >= firstRow - 1 ? bodies.get(keyOf(block)) : undefined;
      const asked = blocks.filter((block) => known(block) === undefined);
      const answers = asked.length > 0 ? tables.read(workbook, asked) : [];
      const fresh = new Map(asked.map((block, index) => [block, answers[index]!]));
      const found = blocks.map((block): Rows => {
        const body = known(block);
        if (!body) return fresh.get(block)!;
        return block.fromRow < firstRow ? [[], ...part(body, { ...block, fromRow: firstRow })] : part(body, block);
      });
      asked.forEach((block, index) => {
        if (isWholeBody(block)) bodies.set(keyOf(block), answers[index]!);
      });
      return found;
    },
    commit(workbook, changes, readBack) {
      bodies.clear();
      return tables.commit(workbook, changes, readBack);
    },
    titles: (workbook) => tables.titles(workbook),
    heights: (workbook) => tables.heights(workbook),
  };
}
