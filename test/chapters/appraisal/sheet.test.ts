import * as fc from 'fast-check';
import { indicatorList, possible } from '../../../src/chapters/appraisal/indicator-list';
import { at } from '../../../src/chapters/appraisal/sheet-typed';
import { dressed } from '../../../src/kernel/report-sheet';
import type { Cell, Values } from '../../../src/kernel/values';
import { after, appraisal, cellsOf, lineOf, made, tabOf, transfers, typedOver, type Tabs } from './sheets';

const measured = ['satisfaction', 'phone', 'mail', 'supplies', 'knowledge'];
const value = (tab: ReturnType<typeof tabOf>, key: string, column: Parameters<typeof at>[0]): Cell | undefined =>
  lineOf(tab, key)[at(column)]!.value;

describe('8.2 what is measured', () => {
  test('stands with its sample, its band, its points, and a way to the rows in the other workbook', () => {
    const tab = tabOf(made({ calls: transfers(99, 1) }));
    const line = lineOf(tab, 'phone');
    expect(line.map((cell) => cell.value)).toEqual([
      '电话转接准确率',
      15,
      '99.00%',
      100,
      '来电登记表 第 3–102 行',
      '98% 及以上（12–15）',
      14,
      '',
    ]);
    expect(line[at('found')]!.leadsTo).toMatchObject({ workbook: 'desk', sheetId: 2102, fromRow: 2, toRow: 102 });
    expect(line[at('points')]!.options).toBeUndefined();
  });

  test('with few data is a proposal that somebody confirms or changes', () => {
    const outcome = made({ calls: transfers(9, 1) });
    const tab = tabOf(outcome);
    expect(value(tab, 'phone', 'value')).toBe('90.00% 数据偏少');
    expect(value(tab, 'phone', 'points')).toBe(9);
    expect(lineOf(tab, 'phone')[at('remark')]!.options).toEqual(['确认']);
    expect(after(outcome)['phone']).toBeNull();
    const again = (cells: readonly (readonly Cell[])[], state = 'scoring') =>
      made({ calls: transfers(9, 1), appraisals: [{ ...after(outcome), state }] }, { A01: cells });
    expect(after(again(cellsOf(tab), 'checking'))['lacks']).toContain('电话转接准确率：数据偏少');
    const confirmed = again(typedOver(cellsOf(tab), 'phone', 'remark', '确认'));
    expect(after(confirmed)).toMatchObject({ phone: 9, phoneRemark: '确认' });
    const changed = again(typedOver(typedOver(cellsOf(tab), 'phone', 'points', 11), 'phone', 'remark', '设备故障'));
    expect(after(changed)).toMatchObject({ phone: 11, phoneRemark: '设备故障' });
  });

  test('without data says so and never 0; the points are somebody’s, with a reason', () => {
    const outcome = made();
    const tab = tabOf(outcome);
    for (const key of measured) {
      expect(lineOf(tab, key).map((cell) => cell.value ?? '')).toEqual(
        expect.arrayContaining(['无数据']) as readonly Cell[],
      );
      expect([value(tab, key, 'points'), value(tab, key, 'sample')]).toEqual(['', '']);
    }
    const cells = typedOver(cellsOf(tab), 'mail', 'points', '8');
    const checked = made({ appraisals: [{ ...after(outcome), state: 'checking' }] }, { A01: cells });
    expect(String(after(checked)['lacks'])).toContain('邮件快递及时率：没有数据，请在说明栏写评分理由');
  });

  test('by a chapter that is off is not known', () => {
    const settings = { 'agency.chapters': 'supplies,training,appraisal' };
    expect(value(tabOf(made({ calls: transfers(99, 1) }, {}, { settings })), 'phone', 'value')).toBe('无数据');
  });

  test('is of the part of the quarter in which the person was employed, and the sheet says so', () => {
    const staff = { 王芳: { joinedOn: '2026-08-10' } };
    const tab = tabOf(made({ calls: transfers(99, 1) }, {}, { staff }));
    expect(cellsOf(tab)[1]![0]).toBe('本季度只在职一段时间：按 2026-08-10 至 2026-09-30 考核。');
    expect(value(tab, 'phone', 'value')).toBe('无数据');
    expect(tabOf(made()).rows[1]!.map((cell) => dressed(cell).look)).toContain('head');
  });
});

describe('8.2 total and grade', () => {
  test('are live formulas over the points', () => {
    const tab = tabOf(made());
    const formulas = tab.rows.flat().flatMap((cell) => dressed(cell).formula ?? []);
    const texts = formulas.map(({ parts }) =>
      parts.map((part) => (typeof part === 'string' ? part : 'text' in part ? `"${part.text}"` : '#')).join(''),
    );
    expect(texts).toContain('IF(COUNT(#)=10,SUM(#),"未评完")');
    expect(texts).toContain('IF(ISNUMBER(#),IF(#>=80,"优秀",IF(#>=55,"合格","不合格")),"未评完")');
    const area = formulas[0]!.parts.find((part) => typeof part === 'object' && 'fromRow' in part);
    const lines = tab.rows.flatMap((row, index) =>
      indicatorList.some(({ words }) => words.zh === dressed(row[0]!)?.value) ? [index] : [],
    );
    expect(area).toMatchObject({ toColumn: expect.any(Number) as number });
    expect(lines).toHaveLength(10);
  });

  test('without a round there are no sheets', () => {
    expect(() => made({ appraisals: [] })).toThrow();
  });
});

/** All ten valid, with a reason each. */
const scores = fc.record(
  Object.fromEntries(indicatorList.map((one) => [one.key, fc.integer({ min: one.bands[2].from, max: possible(one) })])),
) as fc.Arbitrary<Readonly<Record<string, number>>>;

const scoredTab = (points: Readonly<Record<string, number>>, records: Tabs = {}) => {
  const first = made(records);
  const cells = indicatorList.reduce(
    (all, { key }) => typedOver(typedOver(all, key, 'points', points[key]!), key, 'remark', '理由'),
    cellsOf(tabOf(first)),
  );
  return { cells, values: after(first) };
};

describe('8.2, 8.4.3 properties', () => {
  test('the total is the sum of the points, each inside its bands, also of what was measured', () => {
    fc.assert(
      fc.property(scores, fc.nat(60), fc.nat(60), (points, right, wrong) => {
        const records = { calls: transfers(right, wrong) };
        const { cells, values } = scoredTab(points, records);
        const outcome = made({ ...records, appraisals: [{ ...values, state: 'checking' }] }, { A01: cells });
        const final = after(outcome, values);
        expect(final['lacks']).toBeNull();
        const all = indicatorList.map((one) => [one, Number(final[one.key])] as const);
        expect(final['total']).toBe(all.reduce((sum, [, own]) => sum + own, 0));
        for (const [{ bands }, own] of all) expect(bands.some(({ from, to }) => own >= from && own <= to)).toBe(true);
        expect(outcome.moves![0]!.takes).toBe('readScores');
        expect(tabOf(outcome).entries).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('made twice is the same, whatever was typed: nothing typed is lost', () => {
    const cell = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom('', '八分', '9'));
    const typing = fc.array(
      fc.tuple(fc.constantFrom(...indicatorList.map(({ key }) => key)), cell, fc.constantFrom('', '好', '确认')),
    );
    fc.assert(
      fc.property(typing, fc.nat(30), (typed, right) => {
        const records = { calls: transfers(right, 1) };
        const first = made(records);
        const cells = typed.reduce(
          (all, [key, points, remark]) => typedOver(typedOver(all, key, 'points', points), key, 'remark', remark),
          cellsOf(tabOf(first)),
        );
        const second = made({ ...records, appraisals: [after(first)] }, { A01: cells });
        const values: Values = after(second, after(first));
        const third = made({ ...records, appraisals: [values] }, { A01: cellsOf(tabOf(second)) });
        expect(tabOf(third)).toEqual(tabOf(second));
        expect(third.moves).toEqual([]);
        for (const [key, points] of typed.slice(-1)) {
          const line = lineOf(tabOf(third), key);
          if (line[at('points')]!.options && points !== '')
            expect(String(line[at('points')]!.value)).toBe(String(points));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a sheet that is closed is not made again; a deleted one is, as it was', () => {
    const { cells, values } = scoredTab(Object.fromEntries(indicatorList.map((one) => [one.key, possible(one)])));
    const final = after(made({ appraisals: [{ ...values, state: 'checking' }] }, { A01: cells }), values);
    const closed = appraisal({ ...final, state: 'closed' });
    const filed = made({ appraisals: [closed] });
    expect(tabOf(filed).locked).toBe(true);
    const kept = after(filed, closed);
    const typed = typedOver(cellsOf(tabOf(filed)), 'teamwork', 'points', 1);
    expect(made({ appraisals: [kept] }, { A01: typed }).tabs.map(({ part }) => part)).toEqual(['summary']);
    expect(value(tabOf(made({ appraisals: [kept] })), 'teamwork', 'points')).toBe(5);
  });
});
