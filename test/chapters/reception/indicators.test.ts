import { indicators } from '../../../src/chapters/reception/indicators';
import type { Indicator, Measured, Span } from '../../../src/kernel/indicator';
import type { RecordRow, Values } from '../../../src/kernel/values';
import { say } from '../../../src/kernel/words';
import { factsWith, recordOf, type Name } from '../world';
import { desk } from './samples';

const facts = factsWith({ now: '2027-01-04T09:00:00' });
const quarter: Span = { from: '2026-10-01', to: '2027-01-01' };

const register = (key: string, rows: readonly Values[]): readonly RecordRow[] =>
  rows.map((values, index) =>
    recordOf(desk.register(key), values, {
      no: `${desk.register(key).serial}-2026-${String(index + 1).padStart(5, '0')}`,
      row: index + 2,
    }),
  );

function measured(
  key: Indicator['key'],
  rows: Readonly<Record<string, readonly Values[]>>,
  of: Name = '王芳',
  part: Span = quarter,
): Measured {
  const tabs = new Map(Object.entries(rows).map(([tab, values]) => [tab, register(tab, values)]));
  return indicators
    .find((one) => one.key === key)!
    .measure({
      facts,
      period: quarter,
      person: facts.directory.person(of)!,
      part,
      records: (one) => tabs.get(one.key) ?? [],
    });
}

const answer = (score: number, more: Values = {}): Values => ({
  visit: 'LF-2026-00001',
  score,
  way: 'qr',
  at: '2026-10-20T15:00',
  receivedBy: '王芳',
  recordedBy: null,
  ...more,
});

describe('8.2 visitor satisfaction', () => {
  test('is the share of answers 4 or 5', () => {
    const scores = [5, 4, 3, 5, 1].map((score) => answer(score));
    expect(measured('satisfaction', { feedback: scores })).toEqual({
      good: 3,
      all: 5,
      found: [{ register: 'feedback', rows: [2, 3, 4, 5, 6] }],
    });
    expect(measured('satisfaction', {})).toEqual({ good: 0, all: 0, found: [] });
  });

  test('is about visits that this person received', () => {
    const feedback = [answer(5), answer(2, { receivedBy: '李强' }), answer(1, { receivedBy: null })];
    expect(measured('satisfaction', { feedback })).toMatchObject({ good: 1, all: 1 });
    expect(measured('satisfaction', { feedback }, '李强')).toMatchObject({ good: 0, all: 1 });
    // By the number as well as by the name.
    expect(measured('satisfaction', { feedback: [answer(5, { receivedBy: 'A02' })] }, '李强')).toMatchObject({
      all: 1,
    });
  });

  test('of an interview it goes by the visit', () => {
    const feedback = [
      answer(4, { way: 'interview', receivedBy: null, recordedBy: '刘洋', visit: 'LF-2026-00001' }),
      answer(4, { way: 'interview', receivedBy: null, recordedBy: '刘洋', visit: 'LF-2026-00002' }),
      answer(4, { way: 'interview', receivedBy: null, recordedBy: '刘洋', visit: 'LF-2026-00009' }),
    ];
    const visits = [
      { receivedBy: '李强', recordedBy: '王芳' },
      { receivedBy: null, recordedBy: '王芳' },
    ];
    expect(measured('satisfaction', { feedback, visits })).toMatchObject({ all: 1, found: [{ rows: [3] }] });
    expect(measured('satisfaction', { feedback, visits }, '李强')).toMatchObject({ all: 1, found: [{ rows: [2] }] });
  });

  test('counts no interview that the person rated has entered', () => {
    const feedback = [answer(5, { way: 'interview', receivedBy: null, recordedBy: '王芳' })];
    expect(measured('satisfaction', { feedback, visits: [{ receivedBy: '王芳' }] })).toMatchObject({ all: 0 });
  });

  test('counts what was answered in the quarter, and in the part on which the person was employed', () => {
    const on = (...days: readonly string[]) => days.map((day) => answer(5, { at: `${day}T23:59` }));
    const feedback = on('2026-09-30', '2026-10-01', '2026-11-15', '2026-11-16', '2026-12-31', '2027-01-01');
    expect(measured('satisfaction', { feedback })).toMatchObject({ all: 4 });
    const part = { from: '2026-10-01', to: '2026-11-16' };
    expect(measured('satisfaction', { feedback }, '王芳', part)).toMatchObject({ all: 2, found: [{ rows: [3, 4] }] });
  });
});

const transfer = (transferCheck: string | null, more: Values = {}): Values => ({
  kind: 'transfer',
  outcome: 'connected',
  at: '2026-10-20T10:00',
  transferCheck,
  ...more,
});

describe('8.2 phone accuracy', () => {
  test('is what went well of what is known; what is not confirmed stands beside', () => {
    const calls = ['right', 'right', 'wrong', 'dropped', 'unconfirmed', null].map((one) => transfer(one));
    const found = measured('phone', { calls });
    expect(found).toMatchObject({ good: 2, all: 4, found: [{ register: 'calls', rows: [2, 3, 4, 5] }] });
    expect(found.aside?.map(({ words, values }) => say(words, 'zh', values))).toEqual([
      '另有 2 次未确认，占转接 6 次的 33%',
    ]);
  });

  test('says nothing beside when all are confirmed', () => {
    expect(measured('phone', { calls: [transfer('right')] }).aside).toBeUndefined();
  });

  test('counts transfers only, put through or not, of this person', () => {
    const calls = [
      transfer('wrong', { outcome: 'notReached' }),
      transfer(null, { outcome: 'notReached' }),
      { kind: 'enquiry', at: '2026-10-20T10:00', outcome: 'answered' },
      transfer('right', { recordedBy: '李强' }),
    ];
    const found = measured('phone', { calls });
    expect(found).toMatchObject({ good: 0, all: 1 });
    expect(found.aside).toBeUndefined();
  });

  test('goes by the time of the call, whenever it was entered', () => {
    const calls = [
      transfer('right', { at: '2026-12-31T17:50', recordedAt: '2027-01-02T09:00' }),
      transfer('right', { at: '2026-09-30T17:50', recordedAt: '2026-10-01T09:00' }),
    ];
    expect(measured('phone', { calls })).toMatchObject({ all: 1, found: [{ rows: [2] }] });
    expect(measured('phone', { calls }, '王芳', { from: '2026-10-01', to: '2026-12-31' })).toMatchObject({ all: 0 });
  });
});
