import { dayTypeOf } from '../../../src/chapters/attendance/day-type';
import { scheduleOf } from '../../../src/chapters/attendance/schedule';
import { timeOf } from '../../../src/kernel/civil';
import { readHours } from '../../../src/office/working-hours';
import { scheduleWith } from './person';

const shown = (hours: string | null) => {
  const { morning, afternoon } = scheduleWith({ hours });
  return [morning.from, morning.to, afternoon.from, afternoon.to].map(timeOf).join(' ');
};

describe('6.1 the hours of a person', () => {
  it('are the agency’s where the staff tab says nothing, or nothing that can be read', () => {
    expect(shown(null)).toBe('09:00 12:00 13:30 18:00');
    expect(shown('弹性')).toBe('09:00 12:00 13:30 18:00');
    expect([...scheduleWith({ workDays: null }).days]).toEqual([1, 2, 3, 4, 5]);
  });

  it('are the person’s own, days and hours each for itself', () => {
    const own = scheduleWith({ workDays: ['tue', 'sat'] });
    expect([...own.days]).toEqual([2, 6]);
    expect(timeOf(own.morning.from)).toBe('09:00');
    expect(shown('08:30-12:00，13:00-17:30')).toBe('08:30 12:00 13:00 17:30');
  });

  it('without a break are halved in the middle', () => {
    expect(shown('09:00-17:00')).toBe('09:00 13:00 13:00 17:00');
    expect(shown('09:00-17:15')).toBe('09:00 13:07 13:07 17:15');
    expect(scheduleOf({ days: new Set([1]), stretches: readHours('10:00-14:00')! }).morning).toEqual({
      from: 600,
      to: 720,
    });
  });

  it('of more than two stretches are the first, and the others as one', () => {
    expect(shown('08:00-11:00, 12:00-15:00, 16:00-19:00')).toBe('08:00 11:00 12:00 19:00');
  });
});

describe('6.1 what a day is', () => {
  const schedule = scheduleWith();
  const [friday, saturday] = ['2026-10-09', '2026-10-10'];

  it('is said by the calendar before the weekday', () => {
    expect(dayTypeOf(friday!, 'holiday', schedule)).toBe('holiday');
    expect(dayTypeOf(saturday!, 'holiday', schedule)).toBe('holiday');
    expect(dayTypeOf(friday!, 'dayOff', schedule)).toBe('dayOff');
    expect(dayTypeOf(saturday!, 'dayOff', schedule)).toBe('dayOff');
    expect(dayTypeOf(saturday!, 'makeUp', schedule)).toBe('work');
    expect(dayTypeOf(friday!, 'makeUp', schedule)).toBe('work');
  });

  it('goes by the person’s own work days otherwise', () => {
    expect([friday!, saturday!].map((day) => dayTypeOf(day, undefined, schedule))).toEqual(['work', 'rest']);
    const own = scheduleWith({ workDays: ['sat', 'sun'] });
    expect([friday!, saturday!].map((day) => dayTypeOf(day, undefined, own))).toEqual(['rest', 'work']);
  });
});
