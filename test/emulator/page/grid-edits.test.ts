import { changesOf, fillIn } from '../../../emulator/page/grid-edits';
import { emptyRow, type Row } from '../../../emulator/page/row';

/** Rows 2, 3 and 6 of the tab: the ones between are hidden. */
const rows = [2, 3, 6].map(emptyRow);
const detail = (data: Record<number, Record<number, string>>) =>
  ({ data, models: {}, type: 'rgRow', newRange: null, oldRange: null }) as Parameters<typeof changesOf>[0];

test('rows that lie together make one edit, a hidden row between them none', () => {
  expect(changesOf(detail({ 0: { 1: 'a', 2: 'b' }, 1: { 1: 'c', 2: '' }, 2: { 1: 'd', 2: 'e' } }), rows)).toEqual([
    {
      at: { row: 2, column: 1 },
      values: [
        ['a', 'b'],
        ['c', ''],
      ],
    },
    { at: { row: 6, column: 1 }, values: [['d', 'e']] },
  ]);
});

test('what was typed is shown at once, formats stay', () => {
  const row: Row = { ...emptyRow(0), cells: [{ text: 'before', bold: true }] };
  fillIn({ at: { row: 0, column: 0 }, values: [['after']] }, [row]);
  expect(row.cells).toEqual([{ text: 'after', entered: 'after', bold: true }]);
  expect(row[0]).toBe('after');
});
