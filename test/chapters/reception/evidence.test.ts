import { evidence } from '../../../src/chapters/reception/evidence';
import type { Values } from '../../../src/kernel/values';
import { factsWith, recordOf, type Name } from '../world';
import { caller, desk } from './samples';

const facts = factsWith({ now: '2026-11-02T09:00:00' });
const quarter = { from: '2026-10-01', to: '2027-01-01' };

function told(key: string, rows: readonly Values[], of: Name = '王芳', part = quarter): readonly string[] {
  const records = rows.map((values, index) =>
    recordOf(desk.register('calls'), { ...caller, ...values }, { no: `LD-2026-0000${index + 1}`, row: index + 2 }),
  );
  const person = facts.directory.person(of)!;
  return evidence
    .find((one) => one.key === key)!
    .tell({ facts, period: quarter, person, part, records: () => records });
}

describe('8.2 evidence: promised replies', () => {
  const promise = (repliedAt: string | null, more: Values = {}): Values => ({
    outcome: 'promised',
    replier: '王芳',
    replyDue: '2026-10-20T17:00',
    repliedAt,
    ...more,
  });
  test('are counted with those in time, of who owed them', () => {
    const rows = [
      promise('2026-10-20T17:00'),
      promise('2026-10-20T17:01'),
      promise(null),
      promise(null, { replyDue: '2026-11-02T15:00' }),
      promise('2026-10-19T09:00', { replier: '陈静' }),
    ];
    expect(told('replies', rows)).toEqual(['承诺回复 3 次，按时 1 次']);
    expect(told('replies', rows, '陈静')).toEqual(['承诺回复 1 次，按时 1 次']);
    expect(told('replies', rows, '李强')).toEqual([]);
    expect(told('replies', rows, '王芳', { from: '2026-10-21', to: '2027-01-01' })).toEqual([]);
  });
});

describe('8.2 evidence: complaints', () => {
  test('are named by number, never by caller', () => {
    const complaint = { kind: 'complaint', at: '2026-10-20T10:00', state: 'open' };
    const rows = [complaint, { ...complaint, state: 'closed' }, { ...complaint, kind: 'other' }];
    expect(told('complaints', rows)).toEqual(['接到投诉 2 次，已办结 1 次：LD-2026-00001、LD-2026-00002']);
    expect(told('complaints', [{ ...complaint, at: '2026-09-30T10:00' }])).toEqual([]);
  });
});
