// What the sheets of a quarter cost: ten people at the front desk, in an agency with years of records.
import { serialOfMoment } from '../../src/kernel/civil';
import type { Values } from '../../src/kernel/values';
import { agency, register, type Agency } from './agency';
import { makeSheets, next, quarter } from './appraisal-quarter';

const colleagues = Array.from({ length: 8 }, (_, index): Values => {
  const staffNo = `B${String(index + 1).padStart(2, '0')}`;
  return {
    ...{ no: `YG-2026-001${String(index).padStart(2, '0')}`, staffNo, name: `前台${index + 1}`, roles: ['front'] },
    ...{ email: `front${index + 1}@example.org`, department: '综合部', joinedOn: '2024-01-02' },
  };
});

/** Calls of ten an hour long before the quarter, and a few in it. */
function withCalls(older: number): Agency {
  const made = agency({ blankRows: older + 400 });
  made.type('staff', 8, colleagues);
  const keys = Object.keys(register('calls').all);
  const shared = { kind: '转接', transferCheck: '确认无误', state: '已办结', caller: '林女士', subject: '咨询' };
  const call = (index: number, at: number, by: string) => ({
    ...{ ...shared, no: `LD-2026-${String(index + 1).padStart(5, '0')}`, at, recordedAt: at, recordedBy: by },
  });
  const from = serialOfMoment('2023-01-02T09:00');
  const inQuarter = serialOfMoment('2026-07-01T09:00');
  const rows = [
    ...Array.from({ length: older }, (_, index) => call(index, from + index / 240, '王芳')),
    ...Array.from({ length: 60 }, (_, index) => call(older + index, inQuarter + index, index % 2 ? '王芳' : '前台1')),
  ];
  const cells = rows.map((row) => keys.map((key) => (row as Record<string, string | number>)[key] ?? ''));
  made.ports.people('desk').type(register('calls').sheetId, 2, 0, cells);
  made.ports.people('desk').type(9003, 1, 0, [['LD-2026', rows.length, '']]);
  const recent = { at: '2026-10-09T09:20', caller: '林女士', kind: 'enquiry', subject: '咨询', outcome: 'answered' };
  made.ask('王芳', 'create', { register: 'calls', rows: [recent], requestId: next() });
  made.ask('刘洋', 'create', { register: 'appraisal-rounds', rows: [{ quarter }], requestId: next() });
  return made;
}

function cost(older: number) {
  const made = withCalls(older);
  const before = made.ports.calls.length;
  makeSheets(made);
  const mine = made.ports.calls.slice(before);
  const tabs = made.ports.generated('restricted');
  return { calls: mine.length, cells: mine.reduce((sum, one) => sum + one.cellsRead, 0), tabs: tabs.length, made };
}

describe('the quarter’s sheets of ten people', () => {
  it('take at most five calls and read the quarter, not the years', () => {
    const small = cost(1_000);
    const large = cost(4_000);
    expect([small.calls, large.calls]).toEqual([5, 5]);
    expect([small.tabs, large.tabs]).toEqual([11, 11]);
    // A sample of the moments says where the quarter is; its rows, and the gap before the sample that follows it, are read.
    expect(large.cells).toBeLessThan(small.cells * 1.5);
  });

  it('made once more, they cost no more', () => {
    const { made } = cost(1_000);
    const before = made.ports.calls.length;
    makeSheets(made);
    expect(made.ports.calls.length - before).toBeLessThanOrEqual(5);
  });
});
