// 3.2.1 through the built code: the stock report of a month and the card of an item, with their formulas computed.
import { items } from '../../src/chapters/supplies/items.register';
import { stockLedger } from '../../src/chapters/supplies/stock-ledger.register';
import type { Register } from '../../src/kernel/register';
import type { Values } from '../../src/kernel/values';
import type { Language } from '../../src/kernel/words';
import { catalogue, hostile, moves, october, paperCard } from '../chapters/supplies/stock-example';
import { cellsOf as cellsIn, change as changeIn, fill as fillIn, sheetIdOf } from './generated';
import { blankOffice, newOffice, people, settle, wizard, type Office } from './office';

const caller = { email: people.office };
/** Rows of the head. */
const head = 4;

const lastColumn = String.fromCharCode(64 + Object.keys(stockLedger.all).length);

let office: Office;

const change = (...requests: object[]): unknown => changeIn(office, requests);
const fill = (register: Register, rows: readonly Values[], language?: Language): void =>
  fillIn(office, register, rows, language);

interface Sheet {
  readonly properties: { readonly sheetId: number; readonly title: string; readonly gridProperties: object };
  readonly merges?: readonly object[];
  readonly conditionalFormats?: readonly object[];
  readonly protectedRanges?: readonly { readonly warningOnly?: boolean }[];
}
const sheets = (): readonly Sheet[] =>
  (
    office.google.sheets.call(
      'spreadsheets.get',
      { spreadsheetId: office.id('desk'), fields: 'sheets(properties,merges,conditionalFormats,protectedRanges)' },
      undefined,
      caller,
    ) as { sheets: readonly Sheet[] }
  ).sheets;

const cellsOf = (sheetId: number, render?: string) => cellsIn(office, sheetId, render);

const make = (period: string, subject?: string) =>
  office.ask('front', 'report', { report: 'stock', period, ...(subject !== undefined && { subject }) });

beforeEach(() => {
  office = newOffice();
  fill(items, catalogue);
  fill(stockLedger, moves);
  office.setClock('2026-11-03T09:30');
});

const near = (rows: readonly (readonly (string | number)[])[]) =>
  rows.map((row) => row.map((cell) => (typeof cell === 'number' ? expect.closeTo(cell, 5) : cell)));

describe('3.2.1 the stock report', () => {
  test('of a month: every cell, computed', () => {
    const made = make('2026-10');
    const cells = cellsOf(sheetIdOf(made));
    expect(made.title).toBe('库存报表 2026-10');
    expect(cells.slice(0, head)).toEqual([
      ['库存报表'],
      ['晨光社工　2026-10-01 至 2026-10-31'],
      ['制表：王芳　2026-11-03 09:30　依据：制度 3.2.1'],
      ['打印（A4 PDF）'],
    ]);
    expect(cells.slice(head, head + october.length)).toEqual(near(october));
    expect(cells.slice(head + october.length + 1).map(([line]) => String(line).slice(0, 2))).toEqual([
      '期末',
      '核对',
      '金额',
    ]);
  });

  test('of one item: every move with its running balance, computed', () => {
    const made = make('2026-10', '打印纸 A4');
    expect(made.title).toBe('库存卡 打印纸 A4 2026-10');
    const shown = cellsOf(sheetIdOf(made))
      .slice(head + 2, head + 2 + paperCard.length)
      .map((row) => [0, 2, 4, 6, 7, 8, 9, 10].map((column) => row[column] ?? ''));
    expect(shown).toEqual(near(paperCard));
  });

  test('of an item with a name like a formula: the name stays text, and nothing else is counted with it', () => {
    const cells = cellsOf(sheetIdOf(make('2026-10', hostile)), 'FORMULA');
    expect(cells[0]).toEqual([`库存卡：${hostile}`]);
    const made = cellsOf(sheetIdOf(make('2026-10', hostile)));
    expect(made.slice(head + 2, head + 7).map((row) => row[8])).toEqual([0, 10, 7, 8, 8]);
  });

  test('says that the ledger was altered', () => {
    const quantity = Object.keys(stockLedger.all).indexOf('quantity');
    const start = { sheetId: stockLedger.sheetId, rowIndex: 2 + 4, columnIndex: quantity };
    const rows = [{ values: [{ userEnteredValue: { numberValue: -2 } }] }];
    change({ updateCells: { start, rows, fields: 'userEnteredValue' } });
    const cells = cellsOf(sheetIdOf(make('2026-10')));
    expect(cells[head + 2]![10]).toBe('不符');
  });

  test('goes on agreeing with the ledger when columns are moved and the tab is renamed', () => {
    const id = sheetIdOf(make('2026-10'));
    const source = { sheetId: stockLedger.sheetId, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 };
    change(
      { moveDimension: { source, destinationIndex: 9 } },
      { updateSheetProperties: { properties: { sheetId: stockLedger.sheetId, title: "it's" }, fields: 'title' } },
    );
    expect(cellsOf(id)[head + 6]![10]).toBe('相符');
    const again = cellsOf(sheetIdOf(make('2026-10')));
    expect(again.slice(head, head + october.length)).toEqual(near(october));
  });
});

test.each([
  ['hant', ['庫存報表', '期初', '相符', '未登記', '本期未領用']],
  ['en', ['Stock report', 'Opening', 'agrees', 'not recorded', 'none used']],
] as const)('the report speaks the language of the workbook: %s', (language, said) => {
  office = blankOffice();
  settle(office, { ...wizard, language });
  fill(items, catalogue, language);
  fill(stockLedger, moves, language);
  office.setClock('2026-11-03T09:30');
  const cells = cellsOf(sheetIdOf(make('2026-10')));
  expect([cells[0]![0], cells[5]![2], cells[10]![10], cells[8]![2], cells[9]![13]]).toEqual(said);
  expect(cells[6]!.slice(2, 10)).toEqual([35, 20, 12, 2, 1, -3, 41, 41]);
});

describe('the tab', () => {
  test('has frozen and merged cells, a warning, colours, and the way to its print and its rows', () => {
    const id = sheetIdOf(make('2026-10'));
    const tab = sheets().find(({ properties }) => properties.sheetId === id)!;
    expect(tab.properties.gridProperties).toMatchObject({ frozenRowCount: 6 });
    expect(tab.merges).toHaveLength(4 + 3 + 3 * 2);
    expect(tab.conditionalFormats).toHaveLength(1);
    expect(tab.protectedRanges).toMatchObject([{ warningOnly: true }]);
    const formulas = cellsOf(id, 'FORMULA').flat().map(String);
    expect(formulas[3]).toContain(`gid=${id}&size=A4&portrait=false&fitw=true`);
    expect(formulas[4]).toBe(`=HYPERLINK("#gid=3104&range=A6:${lastColumn}14","看台账：第 6 至 14 行")`);
  });

  test('made again takes the place of the one before; people’s own tabs stay', () => {
    change({ addSheet: { properties: { sheetId: 777, title: '库存报表 2026-09' } } });
    const first = make('2026-10');
    const before = cellsOf(sheetIdOf(first));
    const count = sheets().length;
    const again = make('2026-10');
    expect(sheets()).toHaveLength(count);
    expect(cellsOf(sheetIdOf(again))).toEqual(before);
    expect(make('2026-09').title).toBe('库存报表 2026-09 (2)');
    expect(sheets().map(({ properties }) => properties.sheetId)).toContain(777);
  });

  test('is made anew where somebody has deleted it', () => {
    change({ deleteSheet: { sheetId: sheetIdOf(make('2026-10')) } });
    const made = make('2026-10');
    expect(made.title).toBe('库存报表 2026-10');
    expect(cellsOf(sheetIdOf(made))[0]).toEqual(['库存报表']);
  });

  test.each([
    ['the answer of the write is lost', { do: 'dropAnswer', status: 503 }],
    ['the write fails', { do: 'fail', status: 503 }],
    ['too much is asked', { do: 'fail', status: 429 }],
  ] as const)('there is one when %s', (_, how) => {
    make('2026-10');
    const made = office.during([{ call: 'sheets.batchUpdate', nth: 1, ...how }], () => make('2026-10'));
    expect(sheets().filter(({ properties }) => properties.title.startsWith('库存报表'))).toHaveLength(1);
    expect(cellsOf(sheetIdOf(made)).slice(head, head + october.length)).toEqual(near(october));
  });

  test('is offered in the session; what cannot be made is refused at its field', () => {
    expect(office.ask('front', 'session', {}).reports).toContainEqual({
      key: 'stock',
      title: '库存报表',
      period: 'month',
      subject: { label: '只看一种物品（库存卡）', register: 'items', column: 'label' },
    });
    const problem = (input: object) =>
      office.refused('front', 'report', { report: 'stock', period: '2026-10', ...input });
    expect(problem({ report: 'none' }).fields).toHaveProperty('report');
    expect(problem({ period: '2026-12' }).fields).toHaveProperty('period');
    expect(problem({ subject: '没有的' }).fields).toHaveProperty('subject');
    expect(sheets().filter(({ properties }) => properties.title.startsWith('库存'))).toHaveLength(1);
  });
});

describe('what it costs', () => {
  const costOf = (older: number) => {
    office = newOffice();
    fill(items, catalogue);
    const last = moves.filter(({ at }) => String(at) < '2026-10').at(-1)!;
    const long = Array.from({ length: older }, () => ({ ...last, kind: 'surplus', quantity: 0 }));
    fill(stockLedger, [...moves.slice(0, 3), ...long, ...moves.slice(3)]);
    office.setClock('2026-11-03T09:30');
    const { sheets: calls } = office.callsOf(() => make('2026-10'));
    return { methods: calls.map(({ method }) => method), cells: calls.reduce((sum, one) => sum + one.cellsRead, 0) };
  };

  test('is two reads and one write, and of the years before at most one cell a line', () => {
    const [few, many] = [costOf(10), costOf(1_000)];
    const read = 'spreadsheets.values.batchGetByDataFilter';
    expect(many.methods).toEqual([read, read, 'spreadsheets.batchUpdate']);
    expect(few.methods).toEqual(many.methods);
    expect(many.cells - few.cells).toBeLessThanOrEqual(990);
  });
});
