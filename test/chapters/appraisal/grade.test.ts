import { gradeOf, gradeThresholdsOf, totalsOf } from '../../../src/chapters/appraisal/grade';
import { isWhole, partOf } from '../../../src/chapters/appraisal/part';
import type { Person } from '../../../src/kernel/facts';
import { settingsOf, settingWarnings } from '../../../src/office/settings';
import { factsWith } from '../world';

describe('8.2 the grade', () => {
  test('goes by the totals of the settings', () => {
    const preset = gradeThresholdsOf(factsWith());
    expect([100, 80, 79, 55, 54, 35].map((total) => gradeOf(total, preset))).toEqual([
      'excellent',
      'excellent',
      'qualified',
      'qualified',
      'unqualified',
      'unqualified',
    ]);
    const stricter = gradeThresholdsOf(
      factsWith({ settings: { 'appraisal.excellentFrom': 90, 'appraisal.qualifiedFrom': 60 } }),
    );
    expect([89, 59].map((total) => gradeOf(total, stricter))).toEqual(['qualified', 'unqualified']);
  });

  test('the bands run from 35 to 100', () => {
    expect([totalsOf(2).from, totalsOf(1), totalsOf(0)]).toEqual([35, { from: 59, to: 70 }, { from: 80, to: 100 }]);
  });

  test.each([
    ['appraisal.qualifiedFrom', totalsOf(1).from],
    ['appraisal.excellentFrom', totalsOf(0).from],
  ])('set-up warns of %s above what the bands allow', (key, most) => {
    const warned = (value: number) =>
      settingWarnings(
        settingsOf([{ register: 'settings', no: '', line: 1, row: 2, values: { key, value: String(value) } }]),
      ).map(({ values }) => values);
    expect([warned(most), warned(most + 1)]).toEqual([[], [{ total: most + 1 }]]);
  });
});

describe('8.3 part of a quarter', () => {
  const quarter = { from: '2026-10-01', to: '2027-01-01' };
  const of = (joinedOn: string, leftOn: string | null) => partOf({ joinedOn, leftOn } as Person, quarter);

  test('is what somebody was employed of it, the first and the last day included', () => {
    expect(of('2020-01-02', null)).toEqual(quarter);
    expect(of('2026-11-16', null)).toEqual({ from: '2026-11-16', to: '2027-01-01' });
    expect(of('2020-01-02', '2026-11-15')).toEqual({ from: '2026-10-01', to: '2026-11-16' });
    expect(of('2026-12-31', '2026-12-31')).toEqual({ from: '2026-12-31', to: '2027-01-01' });
    expect(of('2020-01-02', '2027-03-31')).toEqual(quarter);
  });

  test('is none of it before the first and after the last day', () => {
    expect([of('2027-01-01', null), of('2020-01-02', '2026-09-30')]).toEqual([undefined, undefined]);
  });

  test('is all of it where the staff tab does not say', () => expect(of('', null)).toEqual(quarter));

  test('is told from the whole', () => {
    expect([isWhole(quarter, quarter), isWhole(of('2026-11-16', null)!, quarter)]).toEqual([true, false]);
  });
});
