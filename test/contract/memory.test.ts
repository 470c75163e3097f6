import { memoryPorts } from '../memory/memory-ports';
import { acts, describePorts } from './ports';
import { describeTables } from './tables';
import { books, gridColumns, gridRows, rows, visits } from './world';

describeTables('in memory', () => {
  const ports = memoryPorts();
  ports.addTab('desk', visits, rows, gridRows, gridColumns);
  ports.addTab('desk', books, [], gridRows, gridColumns);
  const people = ports.people('desk');
  return {
    tables: ports.tables,
    cells: (sheetId) => ports.cells('desk', sheetId),
    note: (sheetId, row, column) => ports.note('desk', sheetId, row, column),
    sort: (sheetId, column) => people.sort(sheetId, column),
    insertRows: (sheetId, at, count) => people.insertRows(sheetId, at, count),
    renameTab: () => undefined,
  };
});

describePorts('in memory', () => {
  const ports = memoryPorts({ now: '2026-10-09T09:05' });
  return {
    ask: (act) => acts[act](ports),
    holdElsewhere: () => ports.holdLock(1),
  };
});
