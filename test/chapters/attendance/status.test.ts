import type { DayGiven } from '../../../src/chapters/attendance/day-rules';
import { needsReason, soFar, statuses, statusOf } from '../../../src/chapters/attendance/status';
import { aDay, punches, scheduleWith } from './person';

const told = (text: string, difference: Partial<DayGiven> = {}) => {
  const day = aDay(text, difference);
  return [statusOf(day), needsReason(day)];
};

describe('6.2.3 the status of a row', () => {
  it('asks for the reason when late, early or missing', () => {
    expect(told('09:00-18:00')).toEqual(['normal', false]);
    expect(told('09:06-18:00')).toEqual(['late', true]);
    expect(told('09:00-17:54')).toEqual(['early', true]);
    expect(told('09:30-17:30')).toEqual(['lateEarly', true]);
    expect(told('09:30-')).toEqual(['missingPunch', true]);
  });

  it('says what is worst first', () => {
    expect(told('')).toEqual(['unrecorded', false]);
    expect(told('13:40-18:00')).toEqual(['halfUnrecorded', true]);
    expect(told('09:00-18:00', { rows: 2 })).toEqual(['unrecorded', false]);
    expect(told('', { absent: true })).toEqual(['absent', false]);
    expect(told('09:00-12:00', { absent: true })).toEqual(['absent', false]);
    expect(told('13:40-18:00', { leave: { morning: 'annual' } })).toEqual(['late', true]);
  });

  it('is leave when nothing is wrong beside it; 公出 is usual work; a free day is free', () => {
    expect(told('', { leave: { morning: 'sick', afternoon: 'sick' } })).toEqual(['onLeave', false]);
    expect(told('13:30-18:00', { leave: { morning: 'sick' } })).toEqual(['onLeave', false]);
    expect(told('', { leave: { morning: 'outing', afternoon: 'outing' } })).toEqual(['normal', false]);
    expect(told('10:00-', { dayType: 'holiday' })).toEqual(['free', false]);
  });

  it('has a word for each', () => {
    expect(new Set(Object.values(statuses).map(({ words }) => words.zh)).size).toBe(10);
  });
});

describe('6.2.1 while the day goes on', () => {
  const now = (text: string) => told('', { punches: soFar(punches(text), scheduleWith()) });

  it('who came has not left early and forgot nothing', () => {
    expect(now('09:00-')).toEqual(['normal', false]);
    expect(now('09:06-')).toEqual(['late', true]);
    expect(now('13:35-')).toEqual(['halfUnrecorded', false]);
  });

  it('what is already there stays', () => {
    expect(now('09:00-17:00')).toEqual(['early', true]);
    expect(now('-17:00')).toEqual(['missingPunch', true]);
    expect(now('')).toEqual(['unrecorded', false]);
  });
});
