import { TablesError } from '../../src/kernel/ports';
import { memoryPorts } from './memory-ports';

const tab = (rows: readonly (readonly (string | number)[])[]) => {
  const ports = memoryPorts({ now: '2026-10-09T09:00' });
  ports.addTab('desk', 1, rows, 100, 5);
  return ports;
};

describe('the memory ports', () => {
  it('sorts as a person does: empty cells last, headings left alone', () => {
    const ports = tab([['no'], ['编号'], ['b', 1], ['', 2], ['a', 3]]);
    ports.people('desk').sort(1, 0);
    expect(ports.cells('desk', 1)).toEqual([['no'], ['编号'], ['a', 3], ['b', 1], ['', 2]]);
  });

  it('lets a person type beyond the tab and insert rows', () => {
    const ports = tab([['no']]);
    ports.people('desk').type(1, 100, 5, [['x']]);
    ports.people('desk').insertRows(1, 1);
    expect(ports.cells('desk', 1)[101]).toEqual(['', '', '', '', '', 'x']);
  });

  it('fails the n-th call, before or after it was carried out', () => {
    const ports = tab([]);
    const write = { kind: 'write', sheetId: 1, row: 0, column: 0, cells: [['x']] } as const;
    ports.fault({ on: 'commit', nth: 2, kind: 'throttled' });
    ports.fault({ on: 'commit', nth: 3, kind: 'ambiguous', applied: true });
    ports.tables.commit('desk', [write], []);
    expect(() => ports.tables.commit('desk', [{ ...write, row: 1 }], [])).toThrow(TablesError);
    expect(ports.cells('desk', 1)).toEqual([['x']]);
    expect(() => ports.tables.commit('desk', [{ ...write, row: 2 }], [])).toThrow(TablesError);
    expect(ports.cells('desk', 1)).toEqual([['x'], [], ['x']]);
  });

  it('does something just before the n-th call', () => {
    const ports = tab([['a']]);
    ports.before('read', 2, () => ports.people('desk').type(1, 0, 0, [['b']]));
    const block = { sheetId: 1, fromRow: 0 };
    expect(ports.tables.read('desk', [block])).toEqual([[['a']]]);
    expect(ports.tables.read('desk', [block])).toEqual([[['b']]]);
  });

  it('knows one lock, which somebody else may hold', () => {
    const { lock, holdLock } = memoryPorts();
    holdLock(1);
    expect([lock.acquire(10), lock.acquire(10), lock.acquire(10)]).toEqual([false, true, false]);
    lock.release();
    expect(lock.acquire(10)).toBe(true);
  });
});
