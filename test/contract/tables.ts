// The contract of the kernel's tables: what must hold of them in memory and over Google alike.
import { TablesError, type SheetChange } from '../../src/kernel/ports';
import { books, gridRows, rows, visits, type TablesWorld } from './world';

function kindOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof TablesError) return error.kind;
    throw error;
  }
  return 'nothing thrown';
}

const write = (
  row: number,
  column: number,
  cells: readonly (readonly (string | number | boolean)[])[],
): SheetChange => ({
  kind: 'write',
  sheetId: visits,
  row,
  column,
  cells,
});

export function describeTables(name: string, make: () => TablesWorld): void {
  describe(`tables ${name}`, () => {
    let world: TablesWorld;
    beforeEach(() => {
      world = make();
    });
    const read = (...blocks: Parameters<TablesWorld['tables']['read']>[1]) => world.tables.read('desk', blocks);
    const commit = (changes: readonly SheetChange[], readBack: Parameters<TablesWorld['tables']['commit']>[2] = []) =>
      world.tables.commit('desk', changes, readBack);

    describe('reading', () => {
      it('gives numbers, text and yes/no as they are, and text that looks like a formula as text', () => {
        expect(read({ sheetId: visits, fromRow: 2 })).toEqual([rows.slice(2)]);
      });

      it('answers in the order asked, whatever order the answers come in, the same block twice included', () => {
        const last = { sheetId: books, fromRow: 0 };
        const first = { sheetId: visits, fromRow: 0, toRow: 1 };
        const middle = { sheetId: visits, fromRow: 3, toRow: 4, fromColumn: 0, toColumn: 2 };
        commit([{ kind: 'write', sheetId: books, row: 0, column: 0, cells: [['audit', 7]] }]);
        expect(read(last, middle, first, last)).toEqual([
          [['audit', 7]],
          [['LF-2026-00001', '=1+1']],
          [rows[0]],
          [['audit', 7]],
        ]);
      });

      it('begins where the block begins, with what is empty before the first cell that is not', () => {
        expect(read({ sheetId: visits, fromRow: 2, fromColumn: 3, toColumn: 4 })).toEqual([[[true]]]);
        expect(read({ sheetId: visits, fromRow: 3, fromColumn: 1 })).toEqual([[['=1+1', 46303.5], ['0123']]]);
        expect(read({ sheetId: visits, fromRow: 4, toRow: 5 })).toEqual([[['', '0123']]]);
      });

      it('cuts empty rows and cells at the end, and gives nothing of an empty block', () => {
        commit([write(4, 1, [['']])]);
        expect(read({ sheetId: visits, fromRow: 3 }, { sheetId: visits, fromRow: 10, toRow: 20 })).toEqual([
          [['LF-2026-00001', '=1+1', 46303.5]],
          [],
        ]);
      });

      it('ends at the edge of the tab, and says so when a block begins beyond it', () => {
        expect(read({ sheetId: visits, fromRow: gridRows - 1, toRow: gridRows + 5 })).toEqual([[]]);
        expect(kindOf(() => read({ sheetId: visits, fromRow: gridRows }))).toBe('outside');
      });

      it('says when there is no such tab', () => {
        expect(kindOf(() => read({ sheetId: 4711, fromRow: 0 }))).toBe('missing');
      });
    });

    describe('writing', () => {
      it('never parses text, empties cells, and leaves the cells around alone', () => {
        commit([write(2, 0, [['=HYPERLINK("x")', '']]), write(3, 1, [['2026-10-09'], ["'0123"]])]);
        expect(world.cells(visits).slice(2)).toEqual([
          ['=HYPERLINK("x")', '', 46304.375, true],
          ['LF-2026-00001', '2026-10-09', 46303.5],
          ['', "'0123"],
        ]);
      });

      it('writes ragged rows as they are', () => {
        commit([write(2, 1, [['a', 1, false], ['b']])]);
        expect(world.cells(visits).slice(2, 4)).toEqual([
          ['LF-2026-00002', 'a', 1, false],
          ['LF-2026-00001', 'b', 46303.5],
        ]);
      });

      it('puts rows in and takes rows out; what stood below moves', () => {
        commit([{ kind: 'insertRows', sheetId: visits, at: 3, count: 2 }, write(3, 0, [['x'], ['y']])]);
        expect(
          world
            .cells(visits)
            .slice(2, 6)
            .map((row) => row[0]),
        ).toEqual(['LF-2026-00002', 'x', 'y', 'LF-2026-00001']);
        commit([{ kind: 'deleteRows', sheetId: visits, at: 2, count: 2 }]);
        expect(
          world
            .cells(visits)
            .slice(2, 4)
            .map((row) => row[0]),
        ).toEqual(['y', 'LF-2026-00001']);
      });

      it('puts rows in right below the headings and at the very end', () => {
        commit([{ kind: 'insertRows', sheetId: visits, at: 2, count: 1 }, write(2, 0, [['first']])]);
        commit([
          { kind: 'insertRows', sheetId: visits, at: gridRows + 1, count: 1 },
          write(gridRows + 1, 0, [['last']]),
        ]);
        expect(world.cells(visits)[2]).toEqual(['first']);
        expect(world.cells(visits)[gridRows + 1]).toEqual(['last']);
      });

      it('appends below the last row that holds anything, and makes room', () => {
        const append: SheetChange = { kind: 'appendRows', sheetId: visits, cells: [['a'], ['b', 2]] };
        commit([append, append]);
        expect(world.cells(visits).slice(5)).toEqual([['a'], ['b', 2], ['a'], ['b', 2]]);
        commit([{ kind: 'appendRows', sheetId: books, cells: Array.from({ length: gridRows + 5 }, (_, n) => [n]) }]);
        expect(world.cells(books)).toHaveLength(gridRows + 5);
      });

      it('copies rows to another tab, values only, empty cells over what was there', () => {
        commit([{ kind: 'write', sheetId: books, row: 1, column: 0, cells: [['o', 'o', 'o', 'o', 'o']] }]);
        commit([
          { kind: 'copyRows', sheetId: visits, row: 3, count: 2, columns: 4, toSheetId: books, toRow: 1 },
          write(3, 1, [['changed']]),
        ]);
        expect(world.cells(books)).toEqual([[], ['LF-2026-00001', '=1+1', 46303.5, '', 'o'], ['', '0123']]);
      });

      it('notes a cell, and takes the note away', () => {
        const note = (text: string): SheetChange => ({ kind: 'note', sheetId: visits, row: 2, column: 1, text });
        commit([note('已还原')]);
        expect(world.note(visits, 2, 1)).toBe('已还原');
        expect(world.cells(visits)).toEqual(rows);
        commit([note('')]);
        expect(world.note(visits, 2, 1)).toBe('');
      });

      it('does all or nothing', () => {
        const before = world.cells(visits);
        const bad: SheetChange = { kind: 'write', sheetId: 4711, row: 0, column: 0, cells: [['x']] };
        expect(kindOf(() => commit([write(2, 0, [['x']]), bad]))).toBe('missing');
        expect(kindOf(() => commit([write(2, 0, [['x']]), write(gridRows, 0, [['x']])]))).toBe('outside');
        expect(world.cells(visits)).toEqual(before);
      });

      it('refuses to commit nothing', () => {
        expect(kindOf(() => commit([]))).toBe('refused');
      });
    });

    describe('reading back', () => {
      it('shows the cells as they stand right after, in the order asked', () => {
        const seen = commit(
          [
            { kind: 'insertRows', sheetId: visits, at: 2, count: 1 },
            write(2, 0, [['new', '=2+2', 1.5, false]]),
            { kind: 'write', sheetId: books, row: 3, column: 1, cells: [['b']] },
          ],
          [
            { sheetId: visits, fromRow: 3, toRow: 4, fromColumn: 0, toColumn: 1 },
            { sheetId: books, fromRow: 0, toRow: 4 },
            { sheetId: visits, fromRow: 2, toRow: 3 },
            { sheetId: visits, fromRow: 2, toRow: 3, fromColumn: 1, toColumn: 2 },
          ],
        );
        expect(seen).toEqual([[['LF-2026-00002']], [[], [], [], ['', 'b']], [['new', '=2+2', 1.5, false]], [['=2+2']]]);
      });

      it('tells by the copies which rows a person has put there meanwhile', () => {
        read({ sheetId: visits, fromRow: 2 });
        world.sort(visits, 0);
        const image: SheetChange = {
          kind: 'copyRows',
          sheetId: visits,
          row: 2,
          count: 1,
          columns: 4,
          toSheetId: books,
          toRow: 0,
        };
        const [seen] = commit([image, write(2, 1, [['x']])], [{ sheetId: books, fromRow: 0, toRow: 1 }]);
        expect(seen).toEqual([['LF-2026-00001', '=1+1', 46303.5]]);
      });

      it('does without a read before it, and with tabs of any name', () => {
        world.renameTab(visits, "It's 来访! 2026");
        const block = { sheetId: visits, fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 1 };
        expect(commit([write(2, 0, [['x']])], [block])).toEqual([[['x']]]);
      });
    });

    it('sees rows that a person has put in', () => {
      world.insertRows(visits, 2, 3);
      expect(read({ sheetId: visits, fromRow: 2, toRow: 6 })).toEqual([[[], [], [], rows[2]]]);
    });
  });
}
