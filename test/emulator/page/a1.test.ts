import { a1, columnLetters, pastedCells, repeated } from '../../../emulator/page/a1';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is called %s', (column, letters) => expect(columnLetters(column)).toBe(letters));

test('a single cell has one name, a rectangle two', () => {
  expect(a1({ startRow: 2, endRow: 3, startColumn: 1, endColumn: 2 })).toBe('B3');
  expect(a1({ startRow: 2, endRow: 5, startColumn: 1, endColumn: 4 })).toBe('B3:D5');
});

describe('what is pasted', () => {
  test.each<[string, string, string[][]]>([
    ['one cell', 'a', [['a']]],
    [
      'cells and rows',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a line break at the end, as spreadsheets leave one', 'a\r\nb\r\n', [['a'], ['b']]],
    [
      'empty cells, the first too',
      '\tb\n\n',
      [
        ['', 'b'],
        ['', ''],
      ],
    ],
    ['quoted cells with a tab, a line break and quotes', '"a\tb"\t"c\nd"\t"say ""x"""', [['a\tb', 'c\nd', 'say "x"']]],
    ['a quote inside a cell', 'a "b" c', [['a "b" c']]],
    [
      'rows of different length',
      'a\nb\tc',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
  ])('%s', (_, text, cells) => expect(pastedCells(text)).toEqual(cells));

  test('fills a selection of which it is a whole part, and only then', () => {
    expect(repeated([['a', 'b']], 2, 4)).toEqual([
      ['a', 'b', 'a', 'b'],
      ['a', 'b', 'a', 'b'],
    ]);
    expect(repeated([['a', 'b']], 1, 3)).toEqual([['a', 'b']]);
  });
});
