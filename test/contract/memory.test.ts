import { linkText } from '../kernel/workshop';
import { memoryPorts, memorySecret } from '../memory/memory-ports';
import { officeActs, portActs, tableActs } from './acts';
import { askDirectly } from './ask';
import { describeMailAndLinks } from './mail-and-links';
import { describePorts } from './ports';
import { describeTables } from './tables';
import { books, gridColumns, gridRows, rows, visits } from './world';

describeTables('in memory', () => {
  const ports = memoryPorts();
  ports.addTab('desk', visits, rows, gridRows, gridColumns);
  ports.addTab('desk', books, [], gridRows, gridColumns);
  ports.addTab('restricted', books, [], gridRows, gridColumns);
  const people = ports.people('desk');
  return {
    ask: askDirectly(tableActs, ports),
    cells: (sheetId, workbook = 'desk') => ports.cells(workbook, sheetId),
    note: (sheetId, row, column) => ports.note('desk', sheetId, row, column),
    sort: (sheetId, column) => people.sort(sheetId, column),
    insertRows: (sheetId, at, count) => people.insertRows(sheetId, at, count),
    renameTab: () => undefined,
    deleteTab: (sheetId) => people.deleteTab(sheetId),
    beforeCommit: (act) => ports.before('commit', 1, act),
    trouble: (on, how) =>
      ports.fault({
        on,
        kind: how === 'throttled' ? 'throttled' : 'ambiguous',
        applied: how === 'lost' || how === 'empty',
      }),
    shutOut() {
      ports.fault({ on: 'read', kind: 'closed' });
      ports.fault({ on: 'commit', kind: 'closed' });
    },
  };
});

describePorts('in memory', () => {
  const ports = memoryPorts({ now: '2026-10-09T09:05' });
  return {
    ask: askDirectly(portActs, ports),
    holdElsewhere: () => ports.holdLock(1),
    loseHints: () => ports.hints.put({}),
  };
});

describeMailAndLinks('in memory', () => {
  const ports = memoryPorts();
  return {
    ask: askDirectly(officeActs, { mailer: ports.mailer, signer: ports.signer, link: linkText }),
    sent: () => ports.sent,
    leaveQuota(recipients) {
      ports.quota = recipients;
    },
    secret: () => memorySecret,
  };
});
