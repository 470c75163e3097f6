import { daysLater, nextWeekday } from '../../../emulator/page/days';

test('the next working day passes over the weekend', () => {
  expect(nextWeekday('2026-10-09T17:00', '08:00')).toBe('2026-10-12T08:00');
  expect(nextWeekday('2026-10-10T09:00', '08:00')).toBe('2026-10-12T08:00');
  expect(nextWeekday('2026-10-12T07:00', '08:00')).toBe('2026-10-13T08:00');
});

test('days pass over the ends of months and years', () => {
  expect(daysLater('2026-12-31T18:00', 1, '08:00')).toBe('2027-01-01T08:00');
  expect(daysLater('2028-02-28T18:00', 1, '08:00')).toBe('2028-02-29T08:00');
});
