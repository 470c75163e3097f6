import { codeOf } from '../../../src/chapters/attendance/day-code';
import type { DayResult } from '../../../src/chapters/attendance/day-result';
import { aDay, scheduleWith } from './person';

const code = (day: DayResult) => codeOf(day.code, 'zh');
/** 未登记, 旷工, worked. */
const piles = ({ unrecorded, absence, worked }: DayResult) => [unrecorded, absence, worked];
const minutes = ({ lateMinutes, earlyMinutes }: DayResult) => [lateMinutes, earlyMinutes];

describe('6.2.3 grace is a threshold, not a discount', () => {
  it('09:05 is not late, 09:06 is late by 6 minutes', () => {
    expect([code(aDay('09:05-18:00')), minutes(aDay('09:05-18:00'))]).toEqual(['√', [0, 0]]);
    expect([code(aDay('09:06-18:00')), minutes(aDay('09:06-18:00'))]).toEqual(['迟', [6, 0]]);
  });

  it('17:55 is not early, 17:54 is early by 6 minutes', () => {
    expect([code(aDay('09:00-17:55')), minutes(aDay('09:00-17:55'))]).toEqual(['√', [0, 0]]);
    expect([code(aDay('09:00-17:54')), minutes(aDay('09:00-17:54'))]).toEqual(['早', [0, 6]]);
    expect(code(aDay('09:20-17:00'))).toBe('迟+早');
  });

  it('may be none', () => {
    expect(minutes(aDay('09:01-17:59', { grace: 0 }))).toEqual([1, 1]);
    expect(minutes(aDay('09:00-18:00', { grace: 0 }))).toEqual([0, 0]);
  });

  it('goes by the minute: seconds are cut', () => {
    expect(minutes(aDay('09:05:59-18:00'))).toEqual([0, 0]);
  });
});

describe('6.2.1 a half is worked when the time between the punches reaches into it', () => {
  it('coming at 13:35 without leave is half a day unrecorded, and not late', () => {
    const day = aDay('13:35-18:00');
    expect([code(day), piles(day), minutes(day)]).toEqual(['未½', [0.5, 0, 0.5], [0, 0]]);
    expect([code(aDay('13:40-18:00')), minutes(aDay('13:40-18:00'))]).toEqual(['迟+未½', [10, 0]]);
  });

  it('leaving at noon is half a day unrecorded, and not early', () => {
    const day = aDay('09:00-12:00');
    expect([code(day), piles(day), minutes(day)]).toEqual(['未½', [0.5, 0, 0.5], [0, 0]]);
    expect(minutes(aDay('09:00-11:50'))).toEqual([0, 10]);
  });

  it('does not reach into a half by its first or last minute alone', () => {
    expect(piles(aDay('12:00-18:00'))).toEqual([0.5, 0, 0.5]);
    expect(piles(aDay('11:59-18:00'))).toEqual([0, 0, 1]);
    expect(piles(aDay('09:00-13:30'))).toEqual([0.5, 0, 0.5]);
    expect(piles(aDay('09:00-13:31'))).toEqual([0, 0, 1]);
  });

  it('one punch counts for both halves, and the other is missing', () => {
    for (const text of ['09:00-', '-18:00']) {
      const day = aDay(text);
      expect([code(day), piles(day), day.missingPunch]).toEqual(['缺', [0, 0, 1], true]);
    }
    expect([code(aDay('09:10-')), minutes(aDay('09:10-'))]).toEqual(['迟+缺', [10, 0]]);
    expect([code(aDay('-17:00')), minutes(aDay('-17:00'))]).toEqual(['早+缺', [0, 60]]);
  });

  it('no punch at all, or none that is a time, is a whole day unrecorded', () => {
    for (const day of [aDay(''), aDay('', { rows: 0 }), aDay('中午-')]) {
      expect([code(day), piles(day), day.missingPunch]).toEqual(['未', [1, 0, 0], false]);
    }
  });

  it('two punches in the same minute show no work', () => {
    expect([code(aDay('09:00-09:00')), aDay('09:00-09:00').missingPunch]).toEqual(['未', false]);
  });

  it('going home after midnight is the same day', () => {
    expect([code(aDay('09:00-00:30')), minutes(aDay('09:00-00:30'))]).toEqual(['√', [0, 0]]);
    expect(piles(aDay('13:30-01:00'))).toEqual([0.5, 0, 0.5]);
    const late = { schedule: scheduleWith({ hours: '14:00-18:00, 19:00-23:30' }) };
    expect([code(aDay('14:00-02:15', late)), minutes(aDay('14:00-02:15', late))]).toEqual(['√', [0, 0]]);
  });

  it('hours without a break have their halves all the same', () => {
    const noBreak = { schedule: scheduleWith({ hours: '09:00-17:00' }) };
    expect(code(aDay('09:00-17:00', noBreak))).toBe('√');
    expect(code(aDay('09:00-13:00', noBreak))).toBe('未½');
    expect([code(aDay('09:00-13:01', noBreak)), minutes(aDay('09:00-13:01', noBreak))]).toEqual(['早', [0, 239]]);
    expect(minutes(aDay('13:10-17:00', { ...noBreak, leave: { morning: 'annual' } }))).toEqual([10, 0]);
  });

  it('nursing hours are the person’s own: an hour less is not early', () => {
    const nursing = { schedule: scheduleWith({ hours: '09:00-12:00, 13:30-17:00' }) };
    expect(code(aDay('09:00-17:00', nursing))).toBe('√');
    expect(minutes(aDay('09:00-16:30', nursing))).toEqual([0, 30]);
    expect(minutes(aDay('09:00-17:00'))).toEqual([0, 60]);
  });
});

describe('6.2.3 late by what the agency’s own rule counts as half a day', () => {
  const ruled = { halfDayMinutes: 60 };

  it('makes the half unrecorded, and not late as well', () => {
    expect([code(aDay('09:59-18:00', ruled)), minutes(aDay('09:59-18:00', ruled))]).toEqual(['迟', [59, 0]]);
    const day = aDay('10:00-18:00', ruled);
    expect([code(day), piles(day), minutes(day)]).toEqual(['未½', [0.5, 0, 0.5], [0, 0]]);
  });

  it('is off at 0, and nothing within the grace', () => {
    expect(minutes(aDay('11:00-18:00', { halfDayMinutes: 0 }))).toEqual([120, 0]);
    expect(code(aDay('09:05-18:00', { halfDayMinutes: 3 }))).toBe('√');
    expect(code(aDay('09:06-18:00', { halfDayMinutes: 3 }))).toBe('未½');
  });

  it('goes for the afternoon, too, where that is the first half worked', () => {
    expect(code(aDay('14:30-18:00', { ...ruled, leave: { morning: 'sick' } }))).toBe('病上+未½');
    expect(code(aDay('14:30-18:00', ruled))).toBe('未');
  });

  it('says nothing of leaving early', () => {
    expect(minutes(aDay('09:00-16:00', ruled))).toEqual([0, 120]);
  });

  it('weighs one punch like two', () => {
    const day = aDay('13:40-', ruled);
    expect([code(day), piles(day), minutes(day)]).toEqual(['迟+缺+未½', [0.5, 0, 0.5], [10, 0]]);
  });
});

describe('6.2.2 leave', () => {
  it('of a half leaves the other to the punches', () => {
    const morning = { leave: { morning: 'annual' } } as const;
    expect([code(aDay('13:40-18:00', morning)), minutes(aDay('13:40-18:00', morning))]).toEqual(['年上+迟', [10, 0]]);
    expect(code(aDay('13:30-18:00', morning))).toBe('年上');
    expect(aDay('13:30-18:00', morning).leave).toEqual({ annual: 0.5 });
    expect(code(aDay('', { leave: { afternoon: 'sick' } }))).toBe('病下+未½');
    expect(code(aDay('13:30-', morning))).toBe('年上+缺');
  });

  it('stands, though there were punches in the half', () => {
    const morning = { leave: { morning: 'annual' } } as const;
    const day = aDay('09:20-18:00', morning);
    expect([code(day), piles(day), minutes(day)]).toEqual(['年上', [0, 0, 0.5], [0, 0]]);
    expect([code(aDay('09:00-12:00', morning)), piles(aDay('09:00-12:00', morning))]).toEqual([
      '年上+未½',
      [0.5, 0, 0],
    ]);
  });

  it('of the whole day stands, whatever was punched', () => {
    const whole = { leave: { morning: 'personal', afternoon: 'personal' } } as const;
    for (const text of ['', '09:30-', '10:00-11:00']) {
      const day = aDay(text, whole);
      expect([code(day), piles(day), minutes(day)]).toEqual(['事', [0, 0, 0], [0, 0]]);
      expect([day.leave, day.missingPunch]).toEqual([{ personal: 1 }, false]);
    }
  });

  it('of two types is counted by type', () => {
    const day = aDay('', { leave: { morning: 'prenatal', afternoon: 'inLieu' } });
    expect([code(day), day.leave]).toEqual(['产检上+补休下', { prenatal: 0.5, inLieu: 0.5 }]);
  });

  it('公出 is work: without punches, and not late when the other half began in time', () => {
    const whole = aDay('', { leave: { morning: 'outing', afternoon: 'outing' } });
    expect([code(whole), piles(whole), whole.leave, whole.outing]).toEqual(['公出', [0, 0, 1], {}, 1]);
    const morning = aDay('14:00-18:00', { leave: { morning: 'outing' } });
    expect([code(morning), piles(morning), minutes(morning)]).toEqual(['公出上+迟', [0, 0, 1], [30, 0]]);
    expect(code(aDay('', { leave: { morning: 'outing' } }))).toBe('公出上+未½');
  });
});

describe('6.2.3 absence without reason is found by the head only', () => {
  it('turns what is unrecorded into 旷工, and nothing else', () => {
    expect([code(aDay('', { absent: true })), piles(aDay('', { absent: true }))]).toEqual(['旷', [0, 1, 0]]);
    const half = aDay('13:40-18:00', { absent: true });
    expect([code(half), piles(half)]).toEqual(['迟+旷½', [0, 0.5, 0.5]]);
    expect(code(aDay('', { absent: true, leave: { morning: 'sick' } }))).toBe('病上+旷½');
    expect([code(aDay('09:00-18:00', { absent: true })), code(aDay('09:00-', { absent: true }))]).toEqual(['√', '缺']);
  });
});

describe('6.2.1 free days', () => {
  it('are no work, unless somebody punched', () => {
    expect((['rest', 'dayOff', 'holiday'] as const).map((dayType) => code(aDay('', { dayType })))).toEqual([
      '休',
      '假',
      '节',
    ]);
    for (const text of ['09:00-12:00', '10:00-', '-18:00']) {
      const day = aDay(text, { dayType: 'rest' });
      expect([code(day), day.workedFree, day.due, piles(day), minutes(day)]).toEqual([
        '班',
        'rest',
        0,
        [0, 0, 0],
        [0, 0],
      ]);
      expect(day.missingPunch).toBe(false);
    }
  });

  it('work on a 法定节假日 is kept apart from work on a rest day and on 调休放假', () => {
    expect(aDay('09:00-18:00', { dayType: 'holiday' }).workedFree).toBe('holiday');
    expect(aDay('09:00-18:00', { dayType: 'dayOff' }).workedFree).toBe('rest');
    expect(aDay('', { dayType: 'holiday' }).workedFree).toBeUndefined();
  });

  it('under leave stay free, and lower nothing', () => {
    const day = aDay('', { dayType: 'rest', leave: { morning: 'maternity', afternoon: 'maternity' } });
    expect([code(day), day.leave, day.freeLeave]).toEqual(['休', {}, { maternity: 1 }]);
    expect(aDay('', { dayType: 'rest', absent: true }).absence).toBe(0);
  });
});

describe('6.2.1 two rows for one day', () => {
  it('count for nothing, neither punches nor the finding', () => {
    const day = aDay('09:30-18:00', { rows: 2, absent: true });
    expect([code(day), piles(day), minutes(day), day.missingPunch]).toEqual(['重', [1, 0, 0], [0, 0], false]);
    const free = aDay('09:00-18:00', { rows: 2, dayType: 'holiday' });
    expect([code(free), free.workedFree]).toEqual(['重', undefined]);
  });

  it('leave the slips as they are', () => {
    const day = aDay('09:00-18:00', { rows: 3, leave: { morning: 'annual' } });
    expect([code(day), piles(day), day.leave]).toEqual(['年上+重', [0.5, 0, 0], { annual: 0.5 }]);
  });
});
