import type { BoardSection, Line, Start } from '../../src/api/contract';
import { countOf, mergeBoard, startKey, without } from '../../sidebar/board-lines';

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
  const [here] = without([section('here', line('1'), line('2'))], 'visits/1');
  expect(here!.lines.map(({ no, gone }) => [no, gone ?? false])).toEqual([
    ['1', true],
    ['2', false],
  ]);
});

describe('what is still to be entered', () => {
  const start = (what: string): Start => ({ register: 'checks', label: what, values: { what } });
  const offering = (...starts: readonly Start[]): BoardSection => ({ ...section('checks'), starts });
  const shown = offering(start('area'), start('storage'));

  test('counts like a line', () => {
    expect(countOf({ ...shown, lines: [line('1')] })).toBe(3);
    expect(countOf(section('checks'))).toBe(0);
  });

  test('stays as a shadow where it stands once it is entered, and is offered again when it is due again', () => {
    const [entered] = without([shown], startKey(start('area')));
    expect(entered!.starts!.map(({ label, gone }) => [label, gone ?? false])).toEqual([
      ['area', true],
      ['storage', false],
    ]);
    expect(countOf(entered!)).toBe(1);
    const [fetched] = mergeBoard([entered!], [offering(start('storage'))], true);
    expect(fetched!.starts).toEqual(entered!.starts);
    expect(mergeBoard([fetched!], [shown], true)[0]!.starts).toEqual(shown.starts);
  });

  test('is a shadow, too, when its whole section went', () => {
    expect(mergeBoard([shown], [], true)[0]!.starts!.every(({ gone }) => gone)).toBe(true);
  });
});
