import type { Fault, Google, Mail as Sent, RunRequest } from '../../emulator/runtime';
import type { Mail } from '../../src/kernel/letter';
import { TablesError, type Block, type SheetChange } from '../../src/kernel/ports';
import type { WorkbookKey } from '../../src/kernel/register';
import type { Area, Chart, ChartKind, SheetPlan } from '../../src/kernel/report-sheet';
import type { Cell } from '../../src/kernel/values';
import { office, reception } from '../emulator/runtime/probe';
import type { installationActs, officeActs, portActs, tableActs } from './acts';
import { asOffice, askGoogle, change, contractGoogle, look } from './google-world';
import { describeMailAndLinks } from './mail-and-links';
import { describePorts } from './ports';
import { describeTables } from './tables';
import { books, gridColumns, gridRows, rows, visits, type Trouble } from './world';

const owner = { email: office };
const typed = (cell: Cell) =>
  typeof cell === 'number'
    ? { numberValue: cell }
    : typeof cell === 'boolean'
      ? { boolValue: cell }
      : { stringValue: cell };

const addTab = (sheetId: number, title: string) => ({
  addSheet: {
    properties: { sheetId, title, gridProperties: { rowCount: gridRows, columnCount: gridColumns, frozenRowCount: 2 } },
  },
});

function newWorkbook(google: Google): string {
  const made = google.sheets.call('spreadsheets.create', {}, { properties: { title: '另一本' } }, owner);
  return (made as { spreadsheetId: string }).spreadsheetId;
}

interface Contract {
  readonly google: Google;
  readonly ids: Readonly<Record<WorkbookKey, string>>;
}

/** With the tabs of the contract in both workbooks. */
function withTabs(): Contract {
  const google = contractGoogle();
  const ids = { desk: google.containerId, restricted: newWorkbook(google) };
  google.state.properties.script['workbook.restricted'] = ids.restricted;
  google.sheets.share(ids.restricted, reception, 'editor');
  const seed = rows.map((row) => ({
    values: row.map((cell) => (cell === '' ? {} : { userEnteredValue: typed(cell) })),
  }));
  change(google, [
    addTab(books, '前像'),
    addTab(visits, '来访人员登记表'),
    { updateCells: { start: { sheetId: visits }, rows: seed, fields: 'userEnteredValue' } },
  ]);
  change(google, [addTab(books, '账册')], ids.restricted);
  return { google, ids };
}

const faults: Readonly<Record<Trouble, Pick<Fault, 'do' | 'status'>>> = {
  throttled: { do: 'fail', status: 429 },
  failed: { do: 'fail', status: 503 },
  lost: { do: 'dropAnswer', status: 503 },
  empty: { do: 'dropAnswer', status: 0 },
};
const calls = { read: 'sheets.values.batchGetByDataFilter', commit: 'sheets.batchUpdate' } as const;

const tables = (google: Google) => askGoogle<typeof tableActs>(google, 'tables');

describeTables('over Google', () => {
  const { google, ids } = withTabs();
  return {
    ask: tables(google),
    cells: (sheetId, workbook = 'desk') => {
      const body = { dataFilters: [{ gridRange: { sheetId } }], valueRenderOption: 'UNFORMATTED_VALUE' };
      const params = { spreadsheetId: ids[workbook] };
      const answer = google.sheets.call('spreadsheets.values.batchGetByDataFilter', params, body, owner) as {
        valueRanges: { valueRange: { values?: Cell[][] } }[];
      };
      return answer.valueRanges[0]!.valueRange.values ?? [];
    },
    note: (sheetId, row, column) => {
      interface View {
        sheets: { properties: { sheetId?: number }; data: { rowData?: { values?: { note?: string }[] }[] }[] }[];
      }
      const { sheets } = look<View>(google, 'sheets(properties(sheetId),data(rowData(values(note))))');
      const tab = sheets.find(({ properties }) => properties.sheetId === sheetId);
      return tab?.data[0]?.rowData?.[row]?.values?.[column]?.note ?? '';
    },
    sort: (sheetId, column) => google.sheets.sort(ids.desk, sheetId, column, true, owner),
    insertRows: (sheetId, at, count) => google.sheets.insertRows(ids.desk, sheetId, at, count, owner),
    renameTab: (sheetId, title) => google.sheets.renameSheet(ids.desk, sheetId, title, owner),
    deleteTab: (sheetId) => change(google, [{ deleteSheet: { sheetId } }]),
    beforeCommit: (act) => google.gateway.setFaults([{ call: calls.commit, nth: 1, do: 'before', act }]),
    trouble: (on, how) => google.gateway.setFaults([{ call: calls[on], nth: 1, ...faults[how] }]),
    shutOut: () => {
      google.state.properties.script['workbook.desk'] = newWorkbook(google);
    },
  };
});

const ports = (google: Google) => askGoogle<typeof portActs>(google, 'ports');

describePorts('over Google', () => {
  const google = contractGoogle();
  return {
    ask: ports(google),
    holdElsewhere: () => void google.locks.acquire('script', 0),
    loseHints: () => void (google.state.cache = {}),
  };
});

const officeThings = (google: Google, request: Partial<RunRequest> = asOffice) =>
  askGoogle<typeof officeActs>(google, 'office', request);

function withSecret(): { google: Google; secret: string } {
  const google = contractGoogle();
  askGoogle<typeof installationActs>(google, 'installation', asOffice)('ensureSecret');
  return { google, secret: google.state.properties.users[office]!['secret']! };
}

const plain = ({ to, fromName, subject, body, htmlBody, attachments }: Sent): Mail => ({
  to: to.join(),
  fromName: fromName ?? '',
  subject,
  text: body,
  html: htmlBody ?? '',
  attachments: attachments.map(({ name, mimeType, base64 }) => ({
    name,
    mimeType,
    content: Buffer.from(base64, 'base64').toString('utf8'),
  })),
});

describeMailAndLinks('over Google', () => {
  const { google, secret } = withSecret();
  return {
    ask: officeThings(google),
    sent: () => google.state.mail.sent.map(plain),
    leaveQuota(recipients) {
      google.limits.mail = { ...google.limits.mail, recipientsPerDay: recipients };
    },
    secret: () => secret,
  };
});

describe('what only Google does', () => {
  const block: Block = { sheetId: visits, fromRow: 2, toRow: 5 };
  const thrown = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      return error instanceof TablesError ? error.kind : (error as Error).name;
    }
    return 'nothing';
  };

  it.each([
    [400, 'refused'],
    [401, 'closed'],
    [403, 'closed'],
    [404, 'closed'],
    [429, 'throttled'],
    [500, 'ambiguous'],
    [502, 'ambiguous'],
    [504, 'ambiguous'],
    [0, 'ambiguous'],
  ])('an error %i is %s', (status, kind) => {
    const { google } = withTabs();
    google.gateway.setFaults([{ call: 'sheets.*', nth: 1, do: 'fail', status }]);
    expect(thrown(() => tables(google)('read', 'desk', [block]))).toBe(kind);
  });

  it('the sixty-first write in a minute is throttled, and goes through a minute later', () => {
    const { google } = withTabs();
    const write = () =>
      tables(google)('commit', 'desk', [{ kind: 'note', sheetId: visits, row: 2, column: 0, text: 'x' }], []);
    for (let times = 0; times < 60; times += 1) write();
    expect(thrown(write)).toBe('throttled');
    google.clock.pass(60_000);
    expect(thrown(write)).toBe('nothing');
  });

  it('a tab renamed since its name was read leaves open what was carried out', () => {
    const { google, ids } = withTabs();
    const act = () => google.sheets.renameSheet(ids.desk, visits, '访客', owner);
    google.gateway.setFaults([{ call: calls.commit, nth: 1, do: 'before', act }]);
    const note: SheetChange = { kind: 'note', sheetId: visits, row: 2, column: 0, text: 'x' };
    expect(thrown(() => tables(google)('readAndCommit', [block], [note], [block]))).toBe('ambiguous');
  });

  it('what a person may not change is refused, and not tried again', () => {
    const { google } = withTabs();
    change(google, [
      { addProtectedRange: { protectedRange: { range: { sheetId: visits }, editors: { users: [office] } } } },
    ]);
    const write = () =>
      tables(google)('commit', 'desk', [{ kind: 'write', sheetId: visits, row: 2, column: 0, cells: [['x']] }], []);
    expect(thrown(write)).toBe('refused');
  });

  it('what people type is read as it is worth: formulas computed, days as numbers, errors by their sign, read back alike', () => {
    const { google, ids } = withTabs();
    const typedCells = [['=1+1', '2026-10-09', '=1/0', '=NOSUCH(1)', '=NA()', '="a"&"b"', '=1=1', '=""']];
    google.sheets.edit(ids.desk, visits, 'A3:H3', typedCells, { email: reception });
    const worth = [2, 46304, '#DIV/0!', '#NAME?', '#N/A', 'ab', true];
    const row: Block = { sheetId: visits, fromRow: 2, toRow: 3 };
    const image: Block = { sheetId: books, fromRow: 0, toRow: 1 };
    const copied: SheetChange = {
      kind: 'copyRows',
      sheetId: visits,
      row: 2,
      count: 1,
      columns: 8,
      toSheetId: books,
      toRow: 0,
    };
    expect(tables(google)('readAndCommit', [row], [copied], [row, image])).toEqual({
      before: [[worth]],
      after: [[worth], [worth]],
    });
  });

  it('a new tab has its charts, each described as Google wants it', () => {
    const { google } = withTabs();
    const area = (row: number): Area => ({ fromRow: row, toRow: row + 1, fromColumn: 0, toColumn: 3 });
    const kinds: readonly ChartKind[] = ['column', 'stackedColumn', 'line', 'pie'];
    const charts = kinds.map((kind, row): Chart => {
      const series = kind === 'stackedColumn' ? [area(1), area(2)] : [area(1)];
      return { kind, title: kind, row, column: 1, width: 300, height: 168, labels: area(0), series };
    });
    const plan: SheetPlan = {
      colour: '#1a73e8',
      widths: [60, 60, 60],
      rows: [
        ['日', '1', '2'],
        ['甲', 3, 4],
        ['乙', 5, 6],
      ],
      frozenRows: 0,
      frozenColumns: 0,
      marks: [],
      entries: [],
      charts,
    };
    tables(google)('commit', 'desk', [{ kind: 'newTab', sheetId: 300_001, title: '图', plan }], []);
    const made = look<{ sheets: { charts?: object[] }[] }>(google, 'sheets(charts)').sheets.flatMap(
      (sheet) => sheet.charts ?? [],
    );
    // Zeros are left out of Google's answers.
    const data = (row: number, column = 0) => {
      const start = { ...(row > 0 && { startRowIndex: row }), ...(column > 0 && { startColumnIndex: column }) };
      return { sourceRange: { sources: [{ sheetId: 300_001, endRowIndex: row + 1, endColumnIndex: 3, ...start }] } };
    };
    const basic = (chartType: string, rows: number[], more = {}) => ({
      basicChart: {
        chartType,
        legendPosition: rows.length > 1 ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
        headerCount: 1,
        domains: [{ domain: data(0) }],
        series: rows.map((row) => ({ series: data(row), targetAxis: 'LEFT_AXIS' })),
        ...more,
      },
    });
    const specs = [
      basic('COLUMN', [1]),
      basic('COLUMN', [1, 2], { stackedType: 'STACKED' }),
      basic('LINE', [1]),
      { pieChart: { legendPosition: 'RIGHT_LEGEND', domain: data(0, 1), series: data(1, 1) } },
    ];
    expect(made).toEqual(
      specs.map((spec, row) => ({
        chartId: expect.any(Number),
        spec: { title: kinds[row], altText: kinds[row], ...spec },
        position: {
          overlayPosition: {
            anchorCell: { sheetId: 300_001, ...(row > 0 && { rowIndex: row }), columnIndex: 1 },
            widthPixels: 300,
            heightPixels: 168,
          },
        },
      })),
    );
  });

  it('says that set-up has not been run where no workbook is stored', () => {
    const { google } = withTabs();
    delete google.state.properties.script['workbook.desk'];
    expect(thrown(() => tables(google)('read', 'desk', [block]))).toBe('Misconfigured');
  });

  it('a run that ends lets its lock go', () => {
    const google = contractGoogle();
    expect(ports(google)('lockTwice')).toEqual([true, true]);
    expect(ports(google)('lock')).toBe(true);
  });

  it('a cache that holds something else, or fails, gives no hints and stops nobody', () => {
    const google = contractGoogle();
    const ask = ports(google);
    ask('putHints');
    Object.values(google.state.cache).forEach((entry) => (entry.value = '{'));
    expect(ask('hints')).toEqual({});
    google.gateway.setFaults([{ call: 'cache.put', nth: 1, do: 'fail' }]);
    expect(thrown(() => ask('putHints'))).toBe('nothing');
    google.gateway.setFaults([{ call: 'cache.get', nth: 1, do: 'fail' }]);
    expect(ask('hints')).toEqual({});
  });

  it('signs in the office context and for a page of the web app, alike', () => {
    const { google } = withSecret();
    expect(officeThings(google, { kind: 'webapp' })('sign', 'x')).toBe(officeThings(google)('sign', 'x'));
  });

  it('signs for nobody at the desk, and not without a secret', () => {
    const { google } = withSecret();
    for (const kind of ['container', 'api'] as const)
      expect(thrown(() => officeThings(google, { kind, user: reception })('sign', 'x'))).toBe('Misconfigured');
    expect(google.state.properties.users[reception] ?? {}).toEqual({});
    google.state.properties.users = {};
    expect(thrown(() => officeThings(google)('sign', 'x'))).toBe('Misconfigured');
  });

  it('the office’s quota is the office’s own', () => {
    const { google } = withSecret();
    const before = officeThings(google)('quota');
    google.state.mail.used[reception] = { since: google.clock.now().getTime(), recipients: 100 };
    expect(officeThings(google)('quota')).toBe(before);
    expect(officeThings(google, { kind: 'container' })('quota')).toBe(0);
  });
});
