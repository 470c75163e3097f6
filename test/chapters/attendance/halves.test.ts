import * as fc from 'fast-check';
import { dayTypeOf } from '../../../src/chapters/attendance/day-type';
import {
  countsOf,
  daysOf,
  halves,
  halvesOn,
  leaveOn,
  overlaps,
  type LeaveSlip,
} from '../../../src/chapters/attendance/halves';
import { addDays } from '../../../src/kernel/civil';
import { factsWith } from '../world';
import { october, scheduleWith, slip } from './person';

const weekdays = (day: string) => dayTypeOf(day, undefined, scheduleWith());

const anySlip = fc
  .record({
    start: fc.nat(20),
    length: fc.nat(9),
    firstHalf: fc.constantFrom('whole', 'afternoon'),
    lastHalf: fc.constantFrom('whole', 'morning'),
    type: fc.constantFrom('annual', 'sick', 'outing'),
  })
  .map(({ start, length, ...rest }): LeaveSlip => {
    const firstDay = addDays('2026-10-01', start);
    return { ...rest, firstDay, lastDay: addDays(firstDay, length) };
  });

/** Each half day of October under a slip, one by one. */
const covered = (one: LeaveSlip) => october.flatMap((day) => halvesOn(one, day).map((half) => `${day} ${half}`));

describe('6.2.2 leave goes by halves', () => {
  it('from the first half of the first day to the last half of the last', () => {
    const one = slip('2026-10-12', { firstHalf: 'afternoon', lastDay: '2026-10-14', lastHalf: 'morning' });
    expect(
      ['2026-10-11', '2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15'].map((day) => halvesOn(one, day)),
    ).toEqual([[], ['afternoon'], ['morning', 'afternoon'], ['morning'], []]);
  });

  it('of one day are the morning, the afternoon or both', () => {
    expect(halvesOn(slip('2026-10-12'), '2026-10-12')).toEqual(halves);
    expect(halvesOn(slip('2026-10-12', { lastHalf: 'morning' }), '2026-10-12')).toEqual(['morning']);
    expect(halvesOn(slip('2026-10-12', { firstHalf: 'afternoon' }), '2026-10-12')).toEqual(['afternoon']);
  });

  it('cover nothing when the slip ends before it begins', () => {
    const nothing = slip('2026-10-12', { firstHalf: 'afternoon', lastHalf: 'morning' });
    expect(covered(nothing)).toEqual([]);
    expect(daysOf(nothing, 'calendar', weekdays)).toBe(0);
    expect(overlaps(nothing, slip('2026-10-12'))).toBe(false);
    expect(daysOf(slip('2026-10-12', { lastDay: '2026-10-09' }), 'calendar', weekdays)).toBe(0);
  });

  it('count due days only, or all days, as the type does', () => {
    const fridayNoonToMonday = slip('2026-10-16', { firstHalf: 'afternoon', lastDay: '2026-10-19' });
    expect(daysOf(fridayNoonToMonday, 'working', weekdays)).toBe(1.5);
    expect(daysOf(fridayNoonToMonday, 'calendar', weekdays)).toBe(3.5);
  });

  it('around a make-up Saturday count that Saturday, half or whole', () => {
    const withMakeUp = (day: string) => dayTypeOf(day, day === '2026-10-10' ? 'makeUp' : undefined, scheduleWith());
    const from = (lastHalf: LeaveSlip['lastHalf']) =>
      slip('2026-10-09', { firstHalf: 'afternoon', lastDay: '2026-10-10', lastHalf });
    expect(daysOf(from('whole'), 'working', withMakeUp)).toBe(1.5);
    expect(daysOf(from('morning'), 'working', withMakeUp)).toBe(1);
    expect(daysOf(from('whole'), 'working', weekdays)).toBe(0.5);
  });

  it('overlap where two slips have a half in common, and not where one ends at noon and the other begins', () => {
    const morning = slip('2026-10-12', { lastHalf: 'morning' });
    const afternoon = slip('2026-10-12', { firstHalf: 'afternoon' });
    expect(overlaps(morning, afternoon)).toBe(false);
    expect(overlaps(morning, slip('2026-10-12'))).toBe(true);
    expect(overlaps(slip('2026-10-09', { lastDay: '2026-10-14' }), morning)).toBe(true);
    expect(overlaps(slip('2026-10-09'), slip('2026-10-12'))).toBe(false);
  });

  it('agree with a count of one half after the other, for any slips', () => {
    fc.assert(
      fc.property(anySlip, anySlip, (one, other) => {
        expect(daysOf(one, 'calendar', weekdays)).toBe(covered(one).length / 2);
        const due = covered(one).filter((half) => weekdays(half.slice(0, 10)) === 'work');
        expect(daysOf(one, 'working', weekdays)).toBe(due.length / 2);
        expect(overlaps(one, other)).toBe(covered(one).some((half) => covered(other).includes(half)));
        expect(overlaps(other, one)).toBe(overlaps(one, other));
      }),
    );
  });

  it('of a day come from all slips, whatever their order', () => {
    const sick = slip('2026-10-12', { type: 'sick', firstHalf: 'afternoon' });
    const out = slip('2026-10-12', { type: 'outing' });
    expect(leaveOn('2026-10-12', [sick, out])).toEqual({ morning: 'outing', afternoon: 'sick' });
    expect(leaveOn('2026-10-12', [out, sick])).toEqual({ morning: 'outing', afternoon: 'sick' });
    expect(leaveOn('2026-10-13', [out, sick])).toEqual({});
  });
});

describe('6.2.2 how a type of leave counts', () => {
  it('is the agency’s setting, and the type’s own way when slips may no longer name it', () => {
    const { setting } = factsWith({ settings: { 'leave.marriage': '日历天', 'leave.maternity': '不设' } });
    expect(countsOf('annual', setting)).toBe('working');
    expect(countsOf('marriage', setting)).toBe('calendar');
    expect(countsOf('maternity', setting)).toBe('calendar');
  });
});
