import * as fc from 'fast-check';
import * as columns from '../../src/kernel/columns';
import { canonicalValues, faultOf, labelOf, type Column } from '../../src/kernel/columns';
import type { Cell, Value } from '../../src/kernel/values';
import { say } from '../../src/kernel/words';
import { factsWith } from '../chapters/world';

const label = { zh: '栏', en: 'Field', hant: '欄' };
const facts = factsWith();

/** What a form may send or a person type → the value, or that it is refused. */
const faulty = (column: Column, value: Value, some = facts): boolean => faultOf(column, value, some) !== undefined;
const fromForm = (column: Column, input: unknown): Value | 'refused' => {
  const value = column.fromInput(input);
  return faulty(column, value) ? 'refused' : value;
};
const fromTab = (column: Column, cell: Cell): Value | 'refused' => {
  const value = column.fromCell(cell, 'zh');
  return faulty(column, value) ? 'refused' : value;
};

describe('every column', () => {
  it('is empty where nothing is, and says so only when it is required', () => {
    for (const input of ['', '   ', null, undefined]) expect(columns.text(label).fromInput(input)).toBeNull();
    expect(faultOf(columns.text(label), null, facts)).toBeUndefined();
    const fault = faultOf(columns.text(label, { required: true }), null, facts)!;
    expect(say(fault.words, 'zh', fault.values)).toBe('请填写栏。');
  });

  it('speaks three languages', () => {
    expect((['zh', 'hant', 'en'] as const).map((language) => labelOf(columns.text(label), language))).toEqual([
      '栏',
      '欄',
      'Field',
    ]);
  });

  const kinds: readonly (readonly [Column, Value])[] = [
    [columns.text(label), '=HYPERLINK("http://x","y")'],
    [columns.longText(label), '一行\n=1+1'],
    [columns.phone(label), '0755-82345678'],
    [columns.email(label), 'a@example.org'],
    [columns.url(label), 'https://example.org/a?b=c'],
    [columns.serial(label), 'LF-2026-00017'],
    [columns.signature(label), '10,20 30,40;5,6'],
    [columns.number(label), 12],
    [columns.money(label), 1234.5],
    [columns.day(label), '2026-10-09'],
    [columns.time(label), '09:05'],
    [columns.moment(label), '2026-10-09T09:05'],
    [columns.month(label), '2026-10'],
    [columns.quarter(label), '2026Q4'],
    [columns.choice(label, { a: { zh: '甲', en: 'A' }, b: { zh: '乙', en: 'B' } }), 'b'],
    [columns.choices(label, { a: { zh: '甲', en: 'A' }, b: { zh: '乙', en: 'B' } }), ['a', 'b']],
    [columns.yesNo(label), false],
    [columns.person(label), '陈静'],
    [columns.department(label), '社工部'],
    [columns.personOrDepartment(label), '综合部'],
    [columns.link(label, 'visits'), 'LF-2026-00017'],
    [columns.linkAmong(label, [{ key: 'visits', serial: 'LF' }]), 'LF-2026-00017'],
    [columns.item(label), 'WP-2026-00001'],
  ];
  it.each(kinds.map(([column, value]) => [column.kind, column, value] as const))(
    '%s gives back from the cell, and from the form, what was put in',
    (_, column, value) => {
      for (const language of ['zh', 'hant', 'en'] as const) {
        expect(column.fromCell(column.toCell(value, language), language)).toEqual(value);
      }
      expect(column.fromInput(value)).toEqual(value);
      expect(faultOf(column, value, facts)).toBeUndefined();
      expect(column.toCell(null, 'zh')).toBe('');
    },
  );
  it('is of one of the kinds that chapters are written with', () => {
    const wanted =
      'text longText number money day time moment choice yesNo person department item link choices month quarter ' +
      'personOrDepartment phone email url serial signature';
    expect(kinds.map(([column]) => column.kind)).toEqual(expect.arrayContaining(wanted.split(' ')));
  });
});

describe('a link into several registers', () => {
  const column = columns.linkAmong(label, [
    { key: 'visits', serial: 'LF' },
    { key: 'calls', serial: 'LD' },
  ]);

  it('is told apart by the letters of the number', () => {
    expect(columns.pointedAt(column, 'LF-2026-00017')).toEqual({ register: 'visits', column: 'no' });
    expect(columns.pointedAt(column, 'LD-2026-00017')).toEqual({ register: 'calls', column: 'no' });
    for (const other of ['LY-2026-00017', 'constructor-2026-00017', 'LF', '']) {
      expect(columns.pointedAt(column, other)).toBeUndefined();
      expect(fromForm(columns.linkAmong(label, [{ key: 'a', serial: 'LF' }], { required: true }), other)).toBe(
        'refused',
      );
    }
  });

  it('as a link into one is of that one, and a column of text names nothing', () => {
    expect(columns.pointedAt(columns.link(label, 'visits'), 'LF-2026-00017')).toEqual({
      register: 'visits',
      column: 'no',
    });
    expect(columns.pointedAt(columns.named(label, 'items', 'label'), '纸')).toEqual({
      register: 'items',
      column: 'label',
    });
    expect(columns.pointedAt(columns.text(label), 'LF-2026-00017')).toBeUndefined();
  });
});

describe('text', () => {
  it('keeps what was typed, but for spaces around it', () => {
    const typed = ['=1+1', '+86 010', '0123', "'x", '👩‍👧', 'مرحبا', '@a', '-5', '字'.repeat(5_000)];
    for (const one of typed) {
      expect(fromForm(columns.text(label), ` ${one} `)).toBe(one);
      expect(fromTab(columns.text(label), one)).toBe(one);
      expect(columns.text(label).toCell(one, 'zh')).toBe(one);
      expect(columns.text(label).show(one, 'zh')).toBe(one);
    }
  });

  it('refuses more than 5,000 characters', () => {
    expect(fromForm(columns.text(label), '字'.repeat(5_001))).toBe('refused');
    expect(fromForm(columns.longText(label), '字'.repeat(5_001))).toBe('refused');
  });

  it('takes a number in the cell, as Sheets may make of typed digits, as text', () => {
    expect(fromTab(columns.text(label), 123)).toBe('123');
  });
});

describe('phone numbers', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '+86 138-0013-8000',
    '0755-82345678',
    '(010) 62345678',
    '010-62345678转801',
    '400-800-1234',
    '12345',
    '110',
    '95588',
    '95588转9',
    '96110',
    '021-12345',
    '116114',
    '1008611',
    '400-8208-820',
    '400 88 12345',
    '2345 6789',
    '+852 2345 6789',
    '+853 2812 3456',
    '0912-345-678',
    '+886 912 345 678',
    '+1 415 555 2671',
  ])('takes %s', (typed) => {
    expect(fromForm(columns.phone(label), typed)).toBe(typed);
  });

  it('makes full-width digits plain, and reads digits that became a number', () => {
    expect(fromForm(columns.phone(label), '１３８００１３８０００')).toBe('13800138000');
    expect(fromTab(columns.phone(label), 13_800_138_000)).toBe('13800138000');
  });

  it.each(['1380013800', '123456', '955', '400-820-882', '138001380001', '+86 010', '电话', '=1+1', '010-1'])(
    'refuses %s',
    (typed) => {
      expect(fromForm(columns.phone(label), typed)).toBe('refused');
    },
  );
});

describe('e-mail addresses and web addresses', () => {
  it('take an address and refuse what could carry two', () => {
    expect(fromForm(columns.email(label), 'ａ＠example.org')).toBe('a@example.org');
    for (const wrong of ['a@b', 'a b@example.org', 'a@example.org,b@example.org', 'A <a@example.org>', 'a@@x.org']) {
      expect(fromForm(columns.email(label), wrong)).toBe('refused');
    }
  });

  it('take no script as a web address', () => {
    expect(fromForm(columns.url(label), 'javascript:alert(1)')).toBe('refused');
  });
});

describe('numbers', () => {
  it('read separators and full-width digits, and nothing that only looks like a number', () => {
    expect(['1,200', '１２', 7, '0'].map((one) => fromForm(columns.number(label), one))).toEqual([1200, 12, 7, 0]);
    for (const wrong of ['1,20', '12a', '1e3', '--1', '=3', 'NaN', '']) {
      expect(fromForm(columns.number(label, { required: true }), wrong)).toBe('refused');
    }
  });

  it('hold the range and whole numbers', () => {
    const column = columns.number(label, { min: 1, max: 5 });
    expect([0, 1, 5, 6, 2.5].map((one) => fromForm(column, one))).toEqual(['refused', 1, 5, 'refused', 'refused']);
    expect(fromForm(columns.number(label, { whole: false }), '2.5')).toBe(2.5);
  });

  it('count money to the cent, never below nothing', () => {
    expect(['12.30', '0.07', '1,234.56'].map((one) => fromForm(columns.money(label), one))).toEqual([
      12.3, 0.07, 1234.56,
    ]);
    expect(['0.005', '-1', '100000001'].map((one) => fromForm(columns.money(label), one))).toEqual(
      Array(3).fill('refused'),
    );
    expect(columns.money(label).show(1234567.5, 'zh')).toBe('1,234,567.50');
  });
});

describe('days, times and moments', () => {
  it('read what people type', () => {
    const days = ['2026/10/9', '2026.10.9', '2026年10月9日', '20261009', '2026－10－09', 46304];
    expect(days.map((one) => columns.day(label).fromInput(one))).toEqual(Array(6).fill('2026-10-09'));
    const times: readonly [string, string][] = [
      ['9:05', '09:05'],
      ['９：０５', '09:05'],
      ['9点5分', '09:05'],
      ['下午2:30', '14:30'],
      ['2:30 PM', '14:30'],
      ['上午11:00', '11:00'],
      ['09:05:30', '09:05'],
      ['3点', '03:00'],
    ];
    expect(times.map(([typed]) => columns.time(label).fromInput(typed))).toEqual(times.map(([, read]) => read));
    const moments = [
      '2026-10-09 9:05',
      '2026/10/9 上午9:05',
      '2026年10月9日 9点5分',
      '2026-10-09T09:05:30',
      46304 + 545 / 1440,
    ];
    expect(moments.map((one) => columns.moment(label).fromInput(one))).toEqual(Array(5).fill('2026-10-09T09:05'));
  });

  it('read noon and midnight of a twelve-hour clock', () => {
    expect(
      ['12:30 AM', '12:30 PM', '中午12:30', '下午12:30', '中午1:30', '中午11:45', '晚上11:30'].map(
        columns.time(label).fromInput,
      ),
    ).toEqual(['00:30', '12:30', '12:30', '12:30', '13:30', '11:45', '23:30']);
  });

  it('keep what cannot be read as it was typed, and refuse it', () => {
    for (const wrong of ['2026-02-30', '明天', '10/9']) {
      expect(columns.day(label).fromCell(wrong, 'zh')).toBe(wrong);
      expect(fromTab(columns.day(label), wrong)).toBe('refused');
      expect(columns.day(label).toCell(wrong, 'zh')).toBe(wrong);
    }
    expect(['25:00', '9', 'noon'].map((one) => fromForm(columns.time(label), one))).toEqual(Array(3).fill('refused'));
    expect(['2026-10-09', '2026-10-09 25:00'].map((one) => fromForm(columns.moment(label), one))).toEqual(
      Array(2).fill('refused'),
    );
  });

  it('refuse a year that is a slip, and a future that cannot be', () => {
    expect(fromForm(columns.day(label), '2206-10-09')).toBe('refused');
    expect(fromForm(columns.day(label, { years: 60 }), '1975-01-01')).toBe('1975-01-01');
    expect(fromForm(columns.moment(label, { past: true }), '2026-10-09 09:30')).toBe('2026-10-09T09:30');
    expect(fromForm(columns.moment(label, { past: true }), '2026-10-09 09:31')).toBe('refused');
    expect(fromForm(columns.day(label, { past: true }), '2026-10-09')).toBe('2026-10-09');
    expect(fromForm(columns.day(label, { past: true }), '2026-10-10')).toBe('refused');
  });

  it('stand on the tab as serial numbers', () => {
    expect(columns.day(label).toCell('2026-10-09', 'zh')).toBe(46304);
    expect(columns.moment(label).toCell('2026-10-09T09:00', 'zh')).toBe(46304.375);
    expect(columns.moment(label).show('2026-10-09T09:00:12', 'zh')).toBe('2026-10-09 09:00');
  });

  it('know months and quarters', () => {
    expect(['2026-10', '2026-13', '202610'].map((one) => fromForm(columns.month(label), one))).toEqual([
      '2026-10',
      'refused',
      'refused',
    ]);
    expect(['2026Q4', '2026Q5'].map((one) => fromForm(columns.quarter(label), one))).toEqual(['2026Q4', 'refused']);
  });
});

describe('choices', () => {
  const options = { a: { zh: '甲', en: 'A', hant: '甲' }, b: { words: { zh: '乙', en: 'B' }, tone: 'late' } } as const;
  const one = columns.choice(label, options);
  const several = columns.choices(label, options);

  it('understand the key and every wording, and stand on the tab in its language', () => {
    expect(['a', '甲', 'A', ' 乙 '].map(one.fromInput)).toEqual(['a', 'a', 'a', 'b']);
    expect([one.toCell('b', 'zh'), one.toCell('b', 'en'), one.fromCell('B', 'zh')]).toEqual(['乙', 'B', 'b']);
    expect(fromForm(one, '丙')).toBe('refused');
    expect(fromForm(one, 'constructor')).toBe('refused');
  });

  it('take several, told apart by any comma, each once', () => {
    expect(several.fromInput('甲、B，a;乙')).toEqual(['a', 'b']);
    expect(several.fromInput(['b', '甲'])).toEqual(['b', 'a']);
    expect([several.toCell(['a', 'b'], 'zh'), several.toCell(['a', 'b'], 'en')]).toEqual(['甲、乙', 'A, B']);
    expect(fromForm(several, '甲、丙')).toBe('refused');
    expect(several.fromInput('、')).toBeNull();
  });

  it('read yes and no, never mistaking an empty cell for no', () => {
    const column = columns.yesNo(label);
    expect(['是', 'Yes', '√', true, 'TRUE'].map(column.fromInput)).toEqual(Array(5).fill(true));
    expect(['否', 'No', '×', false].map(column.fromInput)).toEqual(Array(4).fill(false));
    expect(column.fromCell('', 'zh')).toBeNull();
    expect(fromTab(column, '也许')).toBe('refused');
  });
});

describe('people and departments', () => {
  it('are known by name, staff number and address, and kept by name', () => {
    const column = columns.person(label);
    for (const said of ['陈静', 'A03', 'chenjing@example.org']) {
      expect(faulty(column, said)).toBe(false);
      expect(canonicalValues({ host: column }, { host: said }, facts)).toEqual({ host: '陈静' });
    }
    expect(fromForm(column, '陈某')).toBe('refused');
    expect(fromForm(column, '社工部')).toBe('refused');
    expect(fromForm(columns.personOrDepartment(label), '社工部')).toBe('社工部');
    expect(fromForm(columns.department(label), '陈静')).toBe('refused');
  });

  it('are told when somebody has left, or when two have the same name', () => {
    const gone = factsWith({ staff: { 陈静: { leftOn: '2026-10-08' } } });
    expect(faulty(columns.person(label), '陈静', gone)).toBe(true);
    expect(faulty(columns.person(label), '陈静', factsWith({ staff: { 陈静: { leftOn: '2026-10-09' } } }))).toBe(false);
    const twins = factsWith({ staff: { 周琳: { name: '陈静' } } });
    expect(faulty(columns.person(label), '陈静', twins)).toBe(true);
    expect(faulty(columns.person(label), '陈静 (A06)', twins)).toBe(false);
  });
});

describe('links and numbers of records', () => {
  it('are read in small letters and full width', () => {
    expect(fromForm(columns.link(label, 'visits'), ' ｌｆ-2026-00017 ')).toBe('LF-2026-00017');
    expect(fromForm(columns.link(label, 'visits'), '17')).toBe('refused');
  });
});

describe('anything at all', () => {
  const any: readonly Column[] = [
    columns.text(label),
    columns.phone(label),
    columns.number(label),
    columns.money(label),
    columns.day(label),
    columns.time(label),
    columns.moment(label),
    columns.yesNo(label),
    columns.choice(label, { a: { zh: '甲', en: 'A' } }),
    columns.choices(label, { a: { zh: '甲', en: 'A' } }),
    columns.person(label),
    columns.link(label, 'visits'),
  ];
  it('in a cell is read, judged and shown without a failure, and a good value stays itself', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
      fc.boolean(),
      fc.constantFrom('是', '甲', '陈静'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...any), cell, (column, found) => {
        const value = column.fromCell(found, 'zh');
        column.show(value, 'zh');
        if (value === null || faulty(column, value)) return;
        expect(column.fromCell(column.toCell(value, 'zh'), 'zh')).toEqual(value);
      }),
      { numRuns: 1_500, seed: 20261009 },
    );
  });
});
