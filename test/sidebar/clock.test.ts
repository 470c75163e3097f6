import { minutesBetween, setWorkbookClock, shortMoment, workbookNow } from '../../sidebar/clock';

describe('the workbook’s clock', () => {
  test('goes on from what the session said, wherever the browser is', () => {
    setWorkbookClock('2026-10-09T23:58', 1_000);
    expect(workbookNow(1_000 + 3 * 60_000)).toBe('2026-10-10T00:01');
  });

  test('counts minutes', () => expect(minutesBetween('2026-10-09T23:50', '2026-10-10T00:05')).toBe(15));

  test.each([
    ['2026-10-09T09:40', '09:40'],
    ['2026-10-08T09:40', '10-08 09:40'],
    ['2025-10-08T09:40', '2025-10-08 09:40'],
    ['2026-10-08', '10-08'],
    ['2026-10-09', '2026-10-09'],
  ])('says %s as people do', (moment, said) => expect(shortMoment(moment, '2026-10-09')).toBe(said));
});
