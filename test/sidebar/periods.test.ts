import { latestPeriods } from '../../sidebar/periods';

describe('the periods that a report may be made for', () => {
  it('are the last twelve months, the present one first, across the year', () => {
    const months = latestPeriods('month', '2026-02-14');
    expect(months.slice(0, 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
    expect(months).toHaveLength(12);
  });

  it('are the last eight quarters', () => {
    expect(latestPeriods('quarter', '2026-10-09T09:00').slice(0, 5)).toEqual([
      '2026Q4',
      '2026Q3',
      '2026Q2',
      '2026Q1',
      '2025Q4',
    ]);
  });
});
