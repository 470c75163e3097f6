import * as fc from 'fast-check';
import * as civil from '../../src/kernel/civil';

const day = fc.integer({ min: civil.dayNumber('1930-01-01'), max: civil.dayNumber('2099-12-31') }).map(civil.dayOf);
const minutes = fc.integer({ min: 0, max: 1439 });

describe('days', () => {
  it('exist only where the calendar has them', () => {
    expect(['2026-02-28', '2028-02-29', '2026-12-31'].map(civil.isDay)).toEqual([true, true, true]);
    expect(
      ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '今天', '2026-10-09T09:00'].map(civil.isDay),
    ).toEqual(Array(7).fill(false));
  });

  it('have a weekday from Monday 1 to Sunday 7, also before 1970', () => {
    expect(['2026-10-09', '2026-10-11', '2026-10-12', '1969-12-29'].map(civil.weekday)).toEqual([5, 7, 1, 1]);
  });

  it('are added over the ends of months and years', () => {
    expect(civil.addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(civil.addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(civil.daysBetween('2026-10-09', '2027-10-09')).toBe(365);
  });

  it('are the last of the month where the month is too short', () => {
    expect(civil.addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(civil.addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(civil.addMonths('2026-11-15', 14)).toBe('2028-01-15');
  });

  it('belong to a month and a quarter', () => {
    expect([civil.monthOf('2026-10-09'), civil.quarterOf('2026-10-09'), civil.quarterOf('2026-03-31T23:59')]).toEqual([
      '2026-10',
      '2026Q4',
      '2026Q1',
    ]);
  });
});

describe('times and moments', () => {
  it('exist only on the clock', () => {
    expect(['00:00', '23:59'].map(civil.isTime)).toEqual([true, true]);
    expect(['24:00', '9:00', '12:60', ''].map(civil.isTime)).toEqual([false, false, false, false]);
    expect(['2026-10-09T09:05', '2026-10-09T09:05:59'].map(civil.isMoment)).toEqual([true, true]);
    expect(['2026-02-30T09:05', '2026-10-09 09:05', '2026-10-09T25:00', '2026-10-09'].map(civil.isMoment)).toEqual(
      Array(4).fill(false),
    );
  });

  it('go on over midnight', () => {
    expect(civil.addMinutes('2026-12-31T23:50', 20)).toBe('2027-01-01T00:10');
    expect(civil.addMinutes('2026-10-09T00:10:30', -20)).toBe('2026-10-08T23:50');
    expect(civil.minutesBetween('2026-10-08T23:50', '2026-10-09T00:10')).toBe(20);
  });
});

describe('serial numbers of Sheets', () => {
  it('count days from 1899-12-30', () => {
    expect(civil.serialOfDay('2026-10-09')).toBe(46304);
    expect(civil.serialOfMoment('2026-10-09T09:00')).toBe(46304.375);
    expect(civil.serialOfMoment('2026-10-09T00:00:01')).toBeCloseTo(46304 + 1 / 86_400, 9);
    expect(civil.serialOfTime('18:00')).toBe(0.75);
  });

  it('give back the day, the minute and the time that went in', () => {
    fc.assert(
      fc.property(day, minutes, (one, minute) => {
        const time = civil.timeOf(minute);
        const moment = civil.at(one, time);
        expect(civil.dayOfSerial(civil.serialOfDay(one))).toBe(one);
        expect(civil.momentOfSerial(civil.serialOfMoment(moment))).toBe(moment);
        expect(civil.timeOfSerial(civil.serialOfTime(time))).toBe(time);
      }),
      { numRuns: 300 },
    );
  });

  it('show the minute that a person typed with seconds', () => {
    expect(civil.momentOfSerial(civil.serialOfMoment('2026-10-09T09:05:59'))).toBe('2026-10-09T09:05');
    expect(civil.dayOfSerial(46304.999)).toBe('2026-10-09');
  });
});
