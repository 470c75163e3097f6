// The contract of the kernel's tables: what must hold of them in memory and over Google alike.
import fc from 'fast-check';
import { TablesError, type Block, type SheetChange } from '../../src/kernel/ports';
import type { SheetPlan } from '../../src/kernel/report-sheet';
import type { Cell } from '../../src/kernel/values';
import { books, gridColumns, gridRows, rows, visits, type TablesWorld, type Trouble } from './world';

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

const copy: SheetChange & { kind: 'copyRows' } = {
  kind: 'copyRows',
  sheetId: visits,
  row: 2,
  count: 1,
  columns: 4,
  toSheetId: books,
  toRow: 0,
};

export function describeTables(name: string, make: () => TablesWorld): void {
  describe(`tables ${name}`, () => {
    let world: TablesWorld;
    beforeEach(() => {
      world = make();
    });
    const read = (...blocks: readonly Block[]) => world.ask('read', 'desk', blocks);
    const commit = (changes: readonly SheetChange[], readBack: readonly Block[] = []) =>
      world.ask('commit', 'desk', changes, readBack);

    it('knows how many rows each tab has, blank ones included', () => {
      const heightOf = (sheetId: number) => new Map(world.ask('heights', 'desk')).get(sheetId);
      expect([heightOf(visits), heightOf(books)]).toEqual([gridRows, gridRows]);
      commit([{ kind: 'insertRows', sheetId: visits, at: gridRows - 1, count: 7 }]);
      expect([heightOf(visits), heightOf(books)]).toEqual([gridRows + 7, gridRows]);
    });

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

      it('gives nothing when asked for nothing', () => {
        expect(read()).toEqual([]);
      });

      it('says when there is no such tab', () => {
        expect(kindOf(() => read({ sheetId: 4711, fromRow: 0 }))).toBe('missing');
      });
    });

    describe('a new tab', () => {
      const plan = (title: string): SheetPlan => ({
        colour: '#188038',
        widths: [120, 80, 60],
        rows: [
          [{ value: title, look: 'title', across: 3 }, '', ''],
          [{ value: '看', leadsTo: { sheetId: visits, fromRow: 2, toRow: 4, fromColumn: 0, toColumn: 3 } }],
          [
            '=1+1',
            { value: 0.5, format: { type: 'NUMBER', pattern: '0.0', align: 'RIGHT' } },
            { value: '', note: '空' },
          ],
        ],
        frozenRows: 1,
        frozenColumns: 0,
        marks: [{ area: { fromRow: 1, toRow: 3, fromColumn: 0, toColumn: 1 }, text: '看', tone: 'late' }],
        entries: [{ fromRow: 2, toRow: 3, fromColumn: 2, toColumn: 3 }],
        charts: [
          {
            kind: 'pie',
            title,
            row: 1,
            column: 1,
            width: 300,
            height: 168,
            labels: { fromRow: 0, toRow: 3, fromColumn: 0, toColumn: 1 },
            series: [{ fromRow: 0, toRow: 3, fromColumn: 1, toColumn: 2 }],
          },
        ],
      });
      const newTab = (sheetId: number, title: string, replaces?: number): SheetChange => ({
        kind: 'newTab',
        sheetId,
        title,
        plan: plan(title),
        ...(replaces !== undefined && { replaces }),
      });
      const named = (): readonly string[] =>
        world
          .ask('titles', 'desk')
          .filter(([sheetId]) => sheetId > 200_000)
          .map(([sheetId, title]) => `${sheetId} ${title}`);

      it('stands as it was planned, its text as text', () => {
        commit([newTab(200_001, '报表')]);
        expect(world.cells(200_001)).toEqual([['报表'], ['看'], ['=1+1', 0.5]]);
        expect(named()).toEqual(['200001 报表']);
      });

      it('takes the place of another in the same write, the name included', () => {
        commit([newTab(200_001, '报表')]);
        commit([newTab(200_002, '报表', 200_001), write(2, 1, [['written, too']])]);
        expect(named()).toEqual(['200002 报表']);
        expect(world.cells(visits)[2]![1]).toBe('written, too');
      });

      it('is refused with everything beside it when its name or id is taken, or what it replaces is gone', () => {
        commit([newTab(200_001, '报表')]);
        const before = world.cells(visits);
        const beside = write(2, 1, [['never written']]);
        expect(kindOf(() => commit([beside, newTab(200_002, '报表')]))).toBe('refused');
        expect(kindOf(() => commit([beside, newTab(200_001, '另一张')]))).toBe('refused');
        expect(kindOf(() => commit([beside, newTab(200_002, '另一张', 200_009)]))).toBe('missing');
        expect(world.cells(visits)).toEqual(before);
        expect(named()).toEqual(['200001 报表']);
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

      const beyond: readonly [string, SheetChange][] = [
        ['below the last row', { kind: 'write', sheetId: visits, row: gridRows, column: 0, cells: [['x']] }],
        ['right of the last column', { kind: 'write', sheetId: visits, row: 2, column: gridColumns, cells: [['x']] }],
        ['partly', { kind: 'write', sheetId: visits, row: gridRows - 1, column: 0, cells: [['x'], ['y']] }],
        ['inserting', { kind: 'insertRows', sheetId: visits, at: gridRows + 1, count: 1 }],
        ['deleting', { kind: 'deleteRows', sheetId: visits, at: gridRows, count: 1 }],
        ['noting', { kind: 'note', sheetId: visits, row: gridRows, column: 0, text: 'x' }],
        ['copying from there', { ...copy, row: gridRows }],
        ['copying to there', { ...copy, toRow: gridRows }],
      ];
      it.each(beyond)('says when a change lies beyond the tab: %s', (_, bad) => {
        const before = world.cells(visits);
        expect(kindOf(() => commit([write(2, 0, [['x']]), bad]))).toBe('outside');
        expect(world.cells(visits)).toEqual(before);
      });

      const refused: readonly [string, SheetChange][] = [
        ['a text of more than 50,000 characters', write(2, 0, [['x'.repeat(50_001)]])],
        ['to take out every row', { kind: 'deleteRows', sheetId: visits, at: 0, count: gridRows }],
      ];
      it.each(refused)('refuses %s', (_, bad) => {
        expect(kindOf(() => commit([write(3, 0, [['x']]), bad]))).toBe('refused');
        expect(world.cells(visits)).toEqual(rows);
      });

      it('writes to the workbook that is named, and not to the other', () => {
        world.ask(
          'commit',
          'restricted',
          [{ kind: 'write', sheetId: books, row: 0, column: 0, cells: [['hidden']] }],
          [],
        );
        expect(world.cells(books, 'restricted')).toEqual([['hidden']]);
        expect(world.cells(books)).toEqual([]);
        expect(kindOf(() => world.ask('read', 'restricted', [{ sheetId: visits, fromRow: 0 }]))).toBe('missing');
      });

      it('keeps whatever it is given: text of any kind, numbers, yes and no', () => {
        const cell = fc.oneof(
          fc.constantFrom<Cell>(
            '=HYPERLINK("http://x","y")',
            '+86 010',
            '0123',
            '🙂',
            'עברית',
            ' a\n\tb ',
            "'x",
            '#REF!',
            'TRUE',
            '1e5',
          ),
          fc.string({ unit: 'grapheme', minLength: 1 }),
          fc.integer(),
          fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
          fc.boolean(),
        );
        fc.assert(
          fc.property(fc.array(cell, { minLength: 1, maxLength: gridColumns }), (cells) => {
            const blank = cells.map(() => '');
            const block: Block = { sheetId: books, fromRow: 4, toRow: 5 };
            const change = (row: readonly Cell[]): SheetChange => ({
              kind: 'write',
              sheetId: books,
              row: 4,
              column: 0,
              cells: [row],
            });
            expect(commit([change(cells)], [block])).toEqual([[cells]]);
            expect(read(block)).toEqual([[cells]]);
            commit([change(blank)]);
            expect(read(block)).toEqual([[]]);
          }),
          { numRuns: 15 },
        );
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
        const [seen] = commit([copy, write(2, 1, [['x']])], [{ sheetId: books, fromRow: 0, toRow: 1 }]);
        expect(seen).toEqual([['LF-2026-00001', '=1+1', 46303.5]]);
      });

      it('asks for an end of what is read back, and writes nothing without one', () => {
        expect(() => commit([write(2, 0, [['x']])], [{ sheetId: visits, fromRow: 2 }])).toThrow('needs a last row');
        expect(world.cells(visits)).toEqual(rows);
      });

      it('says when what is read back begins beyond the tab', () => {
        const block = { sheetId: visits, fromRow: gridRows, toRow: gridRows + 1 };
        expect(kindOf(() => commit([write(2, 0, [['x']])], [block]))).toBe('outside');
      });

      it('writes nothing when there is no such tab to be read back', () => {
        const block = { sheetId: 4711, fromRow: 0, toRow: 1 };
        expect(kindOf(() => commit([write(2, 0, [['x']])], [block]))).toBe('missing');
        expect(world.cells(visits)).toEqual(rows);
      });

      it('does without a read before it, and with tabs of any name', () => {
        world.renameTab(visits, "It's 来访! 2026");
        const block = { sheetId: visits, fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 1 };
        expect(commit([write(2, 0, [['x']])], [block])).toEqual([[['x']]]);
      });
    });

    describe('in one run', () => {
      const block: Block = { sheetId: visits, fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 1 };

      it('writes where it was told to, though a person has sorted since the read', () => {
        world.beforeCommit(() => world.sort(visits, 0));
        const { before, after } = world.ask('readAndCommit', [block], [write(2, 1, [['x']])], [block]);
        expect([before, after]).toEqual([[[['LF-2026-00002']]], [[['LF-2026-00001']]]]);
        expect(world.cells(visits)[2]).toEqual(['LF-2026-00001', 'x', 46303.5]);
      });

      it('may stumble over a tab that was renamed since the read, but not twice', () => {
        world.beforeCommit(() => world.renameTab(visits, '访客'));
        const { seen } = world.ask('commitAtLast', [block], [write(2, 0, [['x']])], [block]);
        expect(seen).toEqual([[['x']]]);
        expect(world.cells(visits)[2]![0]).toBe('x');
      });

      it('tells the tabs of the two workbooks apart, whatever their names', () => {
        const change: SheetChange = { kind: 'appendRows', sheetId: books, cells: [['x']] };
        commit([change]);
        const seen = world.ask('commitInBoth', [change], [{ sheetId: books, fromRow: 0, toRow: 5 }]);
        expect(seen).toEqual([[[['x'], ['x']]], [[['x']]]]);
      });

      it('says when a tab was deleted since the read', () => {
        world.beforeCommit(() => world.deleteTab(visits));
        expect(kindOf(() => world.ask('readAndCommit', [block], [write(2, 0, [['x']])], []))).toBe('missing');
      });
    });

    describe('trouble', () => {
      const change = write(2, 0, [['x']]);
      const troubles: readonly [Trouble, string, boolean][] = [
        ['throttled', 'throttled', false],
        ['failed', 'ambiguous', false],
        ['lost', 'ambiguous', true],
        ['empty', 'ambiguous', true],
      ];
      it.each(troubles)('%s: a commit is %s', (how, kind, applied) => {
        world.trouble('commit', how);
        expect(kindOf(() => commit([change]))).toBe(kind);
        expect(world.cells(visits)[2]![0]).toBe(applied ? 'x' : 'LF-2026-00002');
        expect(kindOf(() => commit([change]))).toBe('nothing thrown');
      });

      it.each(troubles)('%s: a read is %s', (how, kind) => {
        world.trouble('read', how);
        expect(kindOf(() => read({ sheetId: visits, fromRow: 2 }))).toBe(kind);
        expect(read({ sheetId: visits, fromRow: 2 })).toEqual([rows.slice(2)]);
      });

      it('says when the workbook is not this person’s to open', () => {
        world.shutOut();
        expect(kindOf(() => read({ sheetId: visits, fromRow: 2 }))).toBe('closed');
        expect(kindOf(() => commit([change]))).toBe('closed');
        expect(world.cells(visits)).toEqual(rows);
      });
    });

    it('sees rows that a person has put in', () => {
      world.insertRows(visits, 2, 3);
      expect(read({ sheetId: visits, fromRow: 2, toRow: 6 })).toEqual([[[], [], [], rows[2]]]);
    });
  });
}
