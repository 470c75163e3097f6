// The month at the front desk through the built code: its figures computed, its charts over the cells, who sees what.
import { visits } from '../../src/chapters/reception/visits.register';
import type { GoogleSnapshot } from '../../emulator/runtime';
import { secret, visitRows } from '../chapters/reception/desk-month-example';
import { fillOctober } from './desk-month';
import { cellsOf, change, fill, sheetIdOf } from './generated';
import { blankOffice, newOffice, people, settle, wizard, type Office, type Who } from './office';

let office: Office;
beforeEach(() => {
  office = newOffice();
  fillOctober(office);
});

const make = (who: Who = 'front', period = '2026-10') => office.ask(who, 'report', { report: 'desk-month', period });
/** What a row says, blank cells left out; numbers to four places. */
const row = (sheetId: number, label: string) =>
  cellsOf(office, sheetId)
    .find(([first]) => first === label)!
    .filter((cell) => cell !== '')
    .map((cell) => (typeof cell === 'number' ? Math.round(cell * 10_000) / 10_000 : cell));

interface Sheet {
  readonly properties: { readonly sheetId: number };
  readonly charts?: readonly {
    readonly spec: { readonly title: string };
    readonly position: { readonly overlayPosition: { readonly anchorCell: { readonly sheetId: number } } };
  }[];
}
const chartsOf = () =>
  (
    office.google.sheets.call(
      'spreadsheets.get',
      { spreadsheetId: office.id('desk'), fields: 'sheets(properties(sheetId),charts)' },
      undefined,
      { email: people.office },
    ) as { sheets: readonly Sheet[] }
  ).sheets.flatMap(({ properties, charts = [] }) =>
    charts.map(({ spec, position }) => ({
      title: spec.title,
      on: properties.sheetId,
      anchored: position.overlayPosition.anchorCell.sheetId,
    })),
  );

describe('the month at the front desk', () => {
  test('has its figures computed, each against the month before', () => {
    const made = make();
    const id = sheetIdOf(made);
    expect(made.title).toBe('前台月报 2026-10');
    expect(row(id, '来访批次')).toEqual(['来访批次', 5, 1, 4, '第 3 至 9 行']);
    expect(row(id, '来访合计').slice(-2)).toEqual([5, 1]);
    expect(row(id, '来电').slice(0, 4)).toEqual(['来电', 7, 2, 5]);
    expect(row(id, '接通或答复的比率')).toEqual(['接通或答复的比率', 0.4286, 0.5, -0.0714]);
    expect(row(id, '按时回复率')).toEqual(['按时回复率', 0.3333, '无数据', '无数据']);
    expect(row(id, '邮件、快递按时率')).toEqual(['邮件、快递按时率', '无数据', '无数据', '无数据']);
    expect(row(id, '月末库存不足的物品')).toEqual(['月末库存不足的物品', 1, 2, -1, '第 7 至 7 行']);
    expect(row(id, '采购申请金额（元）')).toEqual(['采购申请金额（元）', 359, 50, 309]);
    expect(row(id, '打印纸 A4')).toEqual(['打印纸 A4', '包', 10, 0, 10, 5, 5]);
    expect(
      cellsOf(office, id)
        .flat()
        .filter((cell) => String(cell).startsWith('#')),
    ).toEqual([]);
  });

  test('has its charts on its own tab, anchored to it; made again, they are no more', () => {
    const first = sheetIdOf(make());
    expect(chartsOf().map(({ title }) => title)).toEqual([
      '来电（按类别，上月与本月）',
      '采购申请金额（按状态）',
      '每天来访',
      '每天来电',
      '本月领用（按物品和部门）',
    ]);
    expect(chartsOf().every(({ on, anchored }) => on === first && anchored === first)).toBe(true);
    const again = sheetIdOf(make());
    expect(chartsOf()).toHaveLength(5);
    expect(chartsOf().every(({ on, anchored }) => on === again && anchored === again)).toBe(true);
  });

  test('keeps its charts over a restart', () => {
    make();
    const before = chartsOf();
    office.google.restore(JSON.parse(JSON.stringify(office.google.snapshot())) as GoogleSnapshot);
    expect(chartsOf()).toEqual(before);
  });

  test('shows nothing of anybody who came or called', () => {
    const text = JSON.stringify(cellsOf(office, sheetIdOf(make('hr')), 'FORMULA'));
    for (const word of [secret, '小王', '林女士', '洽谈合作', '孙先生', '问路']) expect(text).not.toContain(word);
  });

  test('prints on one page', () => {
    const formulas = cellsOf(office, sheetIdOf(make()), 'FORMULA').flat().map(String);
    expect(formulas.find((cell) => cell.includes('format=pdf'))).toContain('&size=A4&portrait=true&scale=4');
  });
});

describe('satisfaction (8.2)', () => {
  const shown = (who: Who) => row(sheetIdOf(make(who)), '满意率').slice(1);

  test('is seen by HR and the director, and from the front desk said not to be seen', () => {
    // The agency shares the desk workbook with the director.
    office.google.sheets.share(office.id('desk'), people.director, 'editor');
    expect(row(sheetIdOf(make('hr')), '来访评价（份）')).toEqual(['来访评价（份）', 5, 2, 3]);
    expect(shown('hr')).toEqual([0.6, '无数据', '无数据']);
    expect(shown('director')).toEqual([0.6, '无数据', '无数据']);
    expect(row(sheetIdOf(make('front')), '来访评价（份）').slice(1)).toEqual(['此处看不到', '此处看不到', '无数据']);
    expect(shown('front')).toEqual(['无数据', '无数据', '无数据']);
  });

  test('is left out where the restricted workbook is closed to who makes it', () => {
    const owner = { email: people.office };
    const other = office.google.sheets.call('spreadsheets.create', {}, {}, owner) as { spreadsheetId: string };
    office.google.state.properties.script['workbook.restricted'] = other.spreadsheetId;
    const made = make('hr');
    expect(row(sheetIdOf(made), '来访评价（份）').slice(1)).toEqual(['此处看不到', '此处看不到', '无数据']);
    expect(row(sheetIdOf(made), '来访人数').slice(0, 3)).toEqual(['来访人数', 7, 1]);
  });
});

describe('what it reads', () => {
  const costOf = (older: number) => {
    office = newOffice();
    fillOctober(office);
    const old = { ...visitRows[0]!, arrivedAt: '2025-01-02T09:00', recordedAt: '2025-01-02T09:00' };
    fill(office, visits, [...Array.from({ length: older }, () => old), ...visitRows]);
    make();
    const { sheets } = office.callsOf(() => make());
    return { calls: sheets.length, cells: sheets.reduce((sum, one) => sum + one.cellsRead, 0) };
  };

  test('is the months, and of the years before at most one cell a record', () => {
    const [few, many] = [costOf(10), costOf(1_000)];
    expect(many.calls).toBeLessThanOrEqual(few.calls);
    expect(many.cells - few.cells).toBeLessThanOrEqual(990);
  });
});

test.each([
  ['hant', '前台月報 2026-10', ['來訪批次', '無數據']],
  ['en', 'Front desk 2026-10', ['Visits', 'no data']],
] as const)('it speaks the language of the workbook: %s', (language, title, words) => {
  office = blankOffice();
  settle(office, { ...wizard, language });
  fillOctober(office, language);
  const made = make();
  expect(made.title).toBe(title);
  const said = cellsOf(office, sheetIdOf(made)).flat();
  for (const word of words) expect(said).toContain(word);
});

test('a tab that people have put rows into keeps its charts over their cells', () => {
  const id = sheetIdOf(make());
  const insertDimension = { range: { sheetId: id, dimension: 'ROWS', startIndex: 5, endIndex: 7 } };
  change(office, [{ insertDimension }]);
  expect(row(id, '来访批次').slice(1, 4)).toEqual([5, 1, 4]);
  expect(chartsOf()).toHaveLength(5);
});
