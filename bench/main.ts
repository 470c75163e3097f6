// npm run bench: what operations cost in Sheets calls and cells, by number of rows, beside the usual way of doing them.
// Calls do not differ between machines, so they are held to the budgets; the exit code is 1 when one is broken.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chapters } from '../src/chapters';
import { productOf } from '../src/kernel/chapter';
import { kernelTabs } from '../src/kernel/kernel-tabs';
import { office } from '../src/office';
import { dist, newOffice, type Office } from '../test/bundle/office';
import { appraisalOperations } from './appraisal-operations';
import { attendanceOperations } from './attendance-operations';
import { fill } from './fill';
import { appraisedCount, fillAppraisal } from './fill-appraisal';
import { attendingCount, fillAttendance } from './fill-attendance';
import { fillSupplies, itemCount, staffCount } from './fill-supplies';
import { operations, setUp, setUpCalls, type Operation } from './operations';
import { processorTimes } from './processor';
import { suppliesOperations } from './supplies-operations';
import {
  countingTab,
  setUpOfTab,
  usual,
  usualAppraisal,
  usualAttendance,
  usualSupplies,
  type Cost,
  type Tab,
} from './usual';

const product = productOf([office, ...chapters]);
/** Visits; and lines of the stock ledger, 30,000 of which are three years with 10,000 requisitions. */
const sizes = [1_000, 10_000, 100_000];
const ledgerSizes = [3_000, 30_000];
/** Years of attendance; and of everything that an appraisal is measured by. */
const years = [1, 3];
const kilobytes = { 'Code.js': 760, 'sidebar.html': 120, 'set-up.html': 120, 'page.html': 120 };

interface Line {
  readonly operation: string;
  readonly rows: number;
  readonly calls: number;
  readonly budget?: number;
  readonly read: number;
  readonly written: number;
  readonly usual?: Cost;
  readonly verdict: string;
}

const broken: string[] = [];
function verdictOf(name: string, faults: readonly string[]): string {
  broken.push(...faults.map((fault) => `${name}: ${fault}`));
  return faults.length === 0 ? '' : faults.join(', ');
}

/** A desk's script, with as many rows in the tab of visits and in the log. */
function usualReception(operation: string, rows: number, tab: (key: string, height: number) => Tab): boolean {
  usual[operation]?.({
    visits: tab('visits', rows),
    others: [tab('calls', rows), tab('messages', rows)],
    staff: tab('staff', 5),
    settings: tab('settings', 78),
    log: tab('log', rows),
  });
  return operation in usual;
}

/** A storeroom's script: nine lines of the ledger in ten were issued, one was bought. */
function usualStoreroom(operation: string, rows: number, tab: (key: string, height: number) => Tab): boolean {
  usualSupplies[operation]?.({
    items: tab('items', itemCount),
    requisitions: tab('requisitions', 0.9 * rows),
    issues: tab('issues', 0.9 * rows),
    ledger: tab('stock-ledger', rows),
    purchases: tab('supply-purchases', 0.1 * rows),
    stocktakes: tab('stocktakes', itemCount),
    staff: tab('staff', staffCount),
    settings: tab('settings', 78),
    log: tab('log', rows),
  });
  return operation in usualSupplies;
}

const workDaysAYear = 260;

/** A script for attendance; every tenth is on leave once a month. */
function usualOfAttendance(operation: string, rows: number, tab: (key: string, height: number) => Tab): boolean {
  const leaves = 1.2 * attendingCount * rows;
  usualAttendance[operation]?.({
    attendance: tab('attendance', workDaysAYear * attendingCount * rows),
    leave: tab('leave', leaves),
    filings: tab('leave-filings', leaves),
    calendar: tab('calendar', 30 * rows),
    // Eleven columns beside those of the days.
    sheet: tab('attendance', 1),
    people: attendingCount,
    staff: tab('staff', attendingCount),
    settings: tab('settings', 78),
    log: tab('log', rows),
  });
  return operation in usualAttendance;
}

/** A script for the appraisal, over the tabs as `fill-appraisal.ts` fills them. */
function usualOfAppraisal(operation: string, rows: number, tab: (key: string, height: number) => Tab): boolean {
  const heights = {
    ...{ feedback: 4 * workDaysAYear, visits: 12 * workDaysAYear, calls: 20 * workDaysAYear, requisitions: 9_000 },
    ...{ issues: 9_000, 'supply-purchases': 1_000, stocktakes: 400, 'stock-ledger': 10_000 },
    ...{ 'training-results': 12 * appraisedCount, 'training-attendance': 12 * appraisedCount },
    ...{ attendance: workDaysAYear * appraisedCount },
    ...{ appraisals: 4 * appraisedCount, 'self-summaries': 4 * appraisedCount, 'colleague-views': 20 * appraisedCount },
  };
  usualAppraisal[operation]?.({
    sources: Object.entries(heights).map(([key, height]) => tab(key, height * rows)),
    sheet: tab('self-summaries', 1),
    people: appraisedCount,
    staff: tab('staff', staffCount),
    settings: tab('settings', 78),
  });
  return operation in usualAppraisal;
}

const logColumns = 13;

/** What the usual way costs; undefined where nobody would do it. */
function usualCost(by: typeof usualReception, operation: string, rows: number): Cost | undefined {
  const cost: Cost = { calls: 0, read: 0, written: 0 };
  const tab = (key: string, height: number): Tab =>
    countingTab(cost, height, key === 'log' ? logColumns : Object.keys(product.register(key)!.all).length);
  return by(operation, rows, tab) ? cost : undefined;
}

/** Cells read with the fewest rows, by operation: with more rows they must not be more. */
const fewest = new Map<string, number>();

interface Trade {
  /** What its sizes count. */
  readonly unit: 'rows' | 'years';
  readonly operations: readonly Operation[];
  readonly sizes: readonly number[];
  fill(office: Office, rows: number): void;
  readonly usual: typeof usualReception;
}

function measure(trade: Trade, agency: Office, rows: number): readonly Line[] {
  return trade.operations.map(({ name, calls: budget, grows, prepare, run }) => {
    prepare?.(agency);
    const { sheets, cellsRead, cellsWritten } = agency.callsOf(() => run(agency));
    const least = fewest.get(name) ?? cellsRead;
    fewest.set(name, least);
    const faults = [
      ...(budget !== undefined && sheets.length > budget ? [`${sheets.length} calls`] : []),
      ...(!grows && cellsRead > least * 1.05 + 50 ? [`reads ${cellsRead} cells, and ${least} with fewer rows`] : []),
    ];
    const beside = usualCost(trade.usual, name, rows);
    return {
      operation: name,
      rows,
      calls: sheets.length,
      ...(budget !== undefined && { budget }),
      read: cellsRead,
      written: cellsWritten,
      ...(beside && { usual: beside }),
      verdict: verdictOf(`${name} at ${rows} ${trade.unit}`, faults),
    };
  });
}

function measureSetUp(): Line {
  const { sheets, cellsRead, cellsWritten } = setUp();
  const tabs = [
    ...product.registers.map(({ all }) => Object.keys(all).length),
    ...kernelTabs.map((one) => one.columns.length),
  ];
  const calls = tabs.map(setUpOfTab).reduce((sum, one) => sum + one, 0);
  const faults = sheets.length > setUpCalls ? [`${sheets.length} calls`] : [];
  return {
    operation: 'set-up, all tabs',
    rows: 0,
    calls: sheets.length,
    budget: setUpCalls,
    read: cellsRead,
    written: cellsWritten,
    usual: { calls, read: 0, written: cellsWritten },
    verdict: verdictOf('set-up', faults),
  };
}

const amount = (value: number): string => value.toLocaleString('en-GB');
const ratio = (usually: number, here: number): string => (here === 0 ? '–' : `${amount(Math.round(usually / here))} ×`);

function print(lines: readonly Line[], unit: Trade['unit']): void {
  const head = [
    'operation',
    unit,
    'calls',
    '≤',
    'cells read',
    'written',
    'usual calls',
    'usual cells read',
    'ratio',
    'broken',
  ];
  const body = lines.map(({ operation, rows, calls, budget, read, written, usual: beside, verdict }) => [
    operation,
    amount(rows),
    String(calls),
    budget === undefined ? '' : String(budget),
    amount(read),
    amount(written),
    beside ? amount(beside.calls) : '',
    beside ? amount(beside.read) : '',
    beside ? (beside.read > 0 ? ratio(beside.read, read) : ratio(beside.calls, calls)) : '',
    verdict,
  ]);
  const all = [head, ...body];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((one, column) => one.padEnd(widths[column]!)).join(' | ')} |`;
  console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n'));
}

function linesOf(trade: Trade): readonly Line[] {
  const lines = trade.sizes.flatMap((rows) => {
    const agency = newOffice();
    trade.fill(agency, rows);
    return measure(trade, agency, rows);
  });
  const order = (line: Line): number => trade.operations.findIndex(({ name }) => name === line.operation);
  return [...lines].sort((a, b) => order(a) - order(b) || a.rows - b.rows);
}

function report(title: string, trade: Trade, ...before: readonly Line[]): void {
  console.log(`\n${title}`);
  print([...before, ...linesOf(trade)], trade.unit);
}

// While nothing else has filled the memory.
const times = processorTimes();
report(
  'Reception, by number of visits',
  { operations, unit: 'rows', sizes, fill, usual: usualReception },
  measureSetUp(),
);
report(`Supplies, by number of lines in the stock ledger: ${itemCount} items, ${staffCount} people`, {
  ...{ operations: suppliesOperations, unit: 'rows', sizes: ledgerSizes, fill: fillSupplies, usual: usualStoreroom },
});
report(`Attendance, by years of records: ${attendingCount} people`, {
  ...{ operations: attendanceOperations, unit: 'years', sizes: years, fill: fillAttendance, usual: usualOfAttendance },
});
report(`Appraisal, by years of records: ${appraisedCount} people of ${staffCount}`, {
  ...{ operations: appraisalOperations, unit: 'years', sizes: years, fill: fillAppraisal, usual: usualOfAppraisal },
});

console.log();
for (const [file, most] of Object.entries(kilobytes)) {
  const size = statSync(join(dist, file)).size / 1024;
  if (size > most) broken.push(`${file}: ${size.toFixed(1)} KB`);
  console.log(`dist/${file}  ${size.toFixed(1)} KB of ${most}`);
}
console.log('\nProcessor time on this machine, for information:');
for (const [what, milliseconds] of times) console.log(`  ${what}  ${milliseconds.toFixed(1)} ms`);
console.log(
  broken.length === 0 ? '\nEvery budget of calls, cells and sizes holds.' : `\nBroken:\n  ${broken.join('\n  ')}`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
