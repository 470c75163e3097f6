import type { Field } from '../../src/api/contract';
import type { Row } from '../../sidebar/draft';
import { collect, defaultsOf, differs, halfWidth, missing, placeFaults, readNumber } from '../../sidebar/form-values';

const field = (key: string, rest: Partial<Field> = {}): Field => ({
  key,
  label: key,
  control: 'text',
  required: false,
  main: true,
  ...rest,
});
const head = [field('department', { required: true }), field('purpose')];
const line = [field('item', { required: true }), field('quantity', { required: true })];

describe('numbers as people type them', () => {
  test.each([
    ['12', 12],
    ['１２', 12],
    ['¥1,200.50', 1200.5],
    ['￥30', 30],
    [' 7 ', 7],
    ['-3', -3],
    ['', null],
    ['1,2', '1,2'],
    ['一打', '一打'],
    ['1e3', '1e3'],
  ])('%s', (typed, read) => expect(readNumber(typed)).toBe(read));

  test('full-width signs of an input method become plain', () => {
    expect(halfWidth(' １３８－００１３ ')).toBe('138-0013');
  });
});

describe('what a form begins with', () => {
  test('is what the server proposes', () => {
    const fields = [field('people', { default: 1 }), field('purpose'), field('note', { default: '' })];
    expect(defaultsOf(fields, '2026-10-09T10:00', '2026-10-09T10:00')).toEqual({ people: 1 });
  });

  test('“now” is now, also in a form that was fetched an hour ago; another time stays', () => {
    const at = field('at', { control: 'moment', default: '2026-10-09T10:01' });
    const due = field('due', { control: 'moment', default: '2026-10-09T18:00' });
    expect(defaultsOf([at, due], '2026-10-09T10:00', '2026-10-09T11:12')).toEqual({
      at: '2026-10-09T11:12',
      due: '2026-10-09T18:00',
    });
  });
});

describe('what is sent', () => {
  test('is one row without what is blank', () => {
    const { rows } = collect(head, { department: '综合办公室', purpose: '', other: 1 }, undefined, []);
    expect(rows).toEqual([{ department: '综合办公室' }]);
  });

  test('is a row a line, without the lines that nobody touched', () => {
    const lines: Row[] = [
      { quantity: 1 },
      { item: 'WP-0001', quantity: 2 },
      { quantity: 1 },
      { item: 'WP-0002', quantity: 1 },
    ];
    expect(collect(head, { department: 'A' }, line, lines, { quantity: 1 })).toEqual({
      rows: [
        { department: 'A', item: 'WP-0001', quantity: 2 },
        { department: 'A', item: 'WP-0002', quantity: 1 },
      ],
      lineOf: [1, 3],
    });
  });

  test('has one line even when none was touched, so that the server can say what is missing', () => {
    expect(collect(head, {}, line, [{}, {}]).lineOf).toEqual([0]);
  });
});

describe('what is wrong', () => {
  test('is every needed field that is blank, of the head and of each line sent', () => {
    const lines: Row[] = [{ item: 'WP-0001' }, {}, { quantity: 0 }];
    expect(missing(head, {}, line, lines, [0, 2], (label) => label + '!')).toEqual({
      department: 'department!',
      '0.quantity': 'quantity!',
      '2.item': 'item!',
    });
  });

  test('comes to the line that the row was sent from', () => {
    expect(placeFaults({ '1.quantity': 'too many' }, head, line, [0, 3])).toEqual({ '3.quantity': 'too many' });
  });

  test('of the head comes to the head, whichever row it was found in', () => {
    expect(placeFaults({ '1.department': 'unknown' }, head, line, [0, 3])).toEqual({ department: 'unknown' });
  });

  test('that fits no field is said for the form as a whole', () => {
    expect(placeFaults({ signature: 'one', state: 'two' }, head, undefined, [0])).toEqual({ '': 'one two' });
  });
});

describe('a form that was touched', () => {
  test.each([
    [{}, {}, false],
    [{ purpose: '' }, {}, false],
    [{ purpose: null }, { purpose: '' }, false],
    [{ purpose: 'x' }, {}, true],
    [{ roles: ['front'] }, { roles: ['front'] }, false],
    [{ roles: ['front'] }, { roles: ['hr'] }, true],
  ])('%j beside %j: %s', (now, before, touched) => expect(differs(now, before)).toBe(touched));
});
