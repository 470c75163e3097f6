import type { BoardSection, Line } from '../../src/api/contract';
import { countOf, mergeBoard, withoutLine } from '../../sidebar/board-lines';

const line = (no: string, quiet = ''): Line => ({ register: 'visits', no, row: 3, strong: no, quiet, chips: [] });
const section = (key: string, ...lines: readonly Line[]): BoardSection => ({
  key,
  title: key,
  empty: '',
  tone: 'active',
  lines,
});

describe('news on the board', () => {
  const shown = [section('here', line('1'), line('2'))];
  const fresh = [section('here', line('3'), line('2', 'new'))];

  test('are shown as they come while nobody points at it', () => {
    expect(mergeBoard(shown, fresh, false)).toBe(fresh);
    expect(mergeBoard(undefined, fresh, true)).toBe(fresh);
  });

  test('move nothing under a finger: what is gone stays as a shadow, what is new comes last', () => {
    const [here] = mergeBoard(shown, fresh, true);
    expect(here!.lines).toEqual([{ ...line('1'), gone: true }, line('2', 'new'), line('3')]);
    expect(countOf(here!)).toBe(2);
  });

  test('bring new sections after those that are shown, and empty those that went', () => {
    const merged = mergeBoard(shown, [section('expected', line('9'))], true);
    expect(merged.map(({ key }) => key)).toEqual(['here', 'expected']);
    expect(merged[0]!.lines.every((each) => each.gone)).toBe(true);
  });
});

test('A step taken crosses its line out where it stands', () => {
  const [here] = withoutLine([section('here', line('1'), line('2'))], 'visits/1');
  expect(here!.lines.map(({ no, gone }) => [no, gone ?? false])).toEqual([
    ['1', true],
    ['2', false],
  ]);
});
