import { items } from '../../../src/chapters/supplies/items.register';
import { stockLedger } from '../../../src/chapters/supplies/stock-ledger.register';
import { stock } from '../../../src/chapters/supplies/stock.report';
import { productOf } from '../../../src/kernel/chapter';
import { InvalidEntry } from '../../../src/kernel/errors';
import type { FactsSource } from '../../../src/kernel/facts-source';
import { layoutOf, rowOf } from '../../../src/kernel/layout';
import type { Register } from '../../../src/kernel/register';
import { makeReport } from '../../../src/kernel/report-making';
import type { Cell, Values } from '../../../src/kernel/values';
import { memoryPorts } from '../../memory/memory-ports';
import { factsWith } from '../world';
import { catalogue, hostile, moves, october, paperCard } from './stock-example';

const product = productOf([
  {
    key: 'supplies',
    title: { zh: '', en: '' },
    colour: '#188038',
    registers: [items, stockLedger],
    workflows: [],
    reports: [stock],
  },
]);
const source: FactsSource = { registers: [], build: (_, { now }) => factsWith({ now, as: '王芳' }) };

/** Head rows above the body, and the body's first row. */
const head = 4;

function office(now = '2026-11-03T09:30', lines: readonly Values[] = moves) {
  const ports = memoryPorts({ now, registers: product.registers });
  const fill = (register: Register, rows: readonly Values[]) => {
    const layout = layoutOf(register, Object.keys(register.all), 'zh');
    const cells = rows.map((values, index) =>
      rowOf(layout, { no: `${register.serial}-2026-${String(index + 1).padStart(5, '0')}`, ...values }),
    );
    ports.people('desk').type(register.sheetId, 2, 0, cells);
  };
  fill(items, catalogue);
  fill(stockLedger, lines);
  const who = { context: 'desk', via: 'account', account: 'wangfang@example.org' } as const;
  return {
    ports,
    make(period = '2026-10', subject = ''): readonly (readonly Cell[])[] {
      const { sheetId } = makeReport({ ports, product, source, who }, stock, { period, subject }, '#188038');
      return ports.cells('desk', sheetId).slice(head);
    },
  };
}

/** What is measured; formulas are left to be computed elsewhere. */
const measured = (cell: Cell | undefined, expected: Cell | undefined) =>
  typeof cell === 'string' && /^=(?!1\+1)/.test(cell) ? expected : cell;

describe('3.2.1 the stock report of a month', () => {
  const made = office().make();
  const row = (label: string) => made.find(([first]) => first === label)!;

  it('has every item that was there, and what each department used', () => {
    const plain = october.map((cells, at) => cells.map((cell, column) => measured(made[at]?.[column], cell) ?? ''));
    expect(plain).toEqual(october);
  });

  it('computes closing, value, months left and checks from its own cells', () => {
    expect(row('打印纸 A4').slice(8)).toEqual([
      '=C7+D7-E7+F7-G7+H7',
      41,
      '=IF(I7=J7,"相符","不符")',
      25,
      '=ROUND(I7*L7,2)',
      '=IF((E7-F7)>0,ROUND(I7/(E7-F7),1),"本期未领用")',
    ]);
  });

  it('is checked as a whole against the ledger, wherever its columns stand', () => {
    const at = (key: string) => String.fromCharCode(65 + Object.keys(stockLedger.all).indexOf(key));
    const [quantity, moment] = [at('quantity'), at('at')].map((column) => `'#3104'!$${column}$2:$${column}`);
    expect(row('合计')[10]).toBe(`=IF(I11=SUMIFS(${quantity},${moment},"<"&DATE(2026,11,1)),"相符","不符")`);
  });

  it('has no formula in which somebody’s words stand', () => {
    const formulas = made.flat().filter((cell) => typeof cell === 'string' && cell.startsWith('=') && cell !== hostile);
    expect(formulas.length).toBeGreaterThan(20);
    expect(formulas.filter((one) => /通用|打印纸|部/.test(String(one)))).toEqual([]);
  });

  it('of a running month goes up to the minute', () => {
    const now = office('2026-11-03T09:59').make('2026-11');
    expect(now.find(([first]) => first === '合计')![10]).toContain('"<"&(DATE(2026,11,3)+TIME(9,60,0))');
    expect(now.find(([first]) => first === '白板笔 蓝')!.slice(2, 8)).toEqual([5, 0, 0, 0, 0, 0]);
  });

  it('of a month in which nothing moved says so', () => {
    const quiet = office().make('2026-08');
    expect(quiet[0]).toEqual(['本期没有收发。']);
    expect(quiet.flat()).toContain('本期没有部门领用。');
    expect(quiet.find(([first]) => first === '打印纸 A4')).toBeUndefined();
  });

  it('shows where the ledger’s own balance differs', () => {
    const altered = moves.map((line, index) => (index === 10 ? { ...line, quantity: 7 } : line));
    const paper = office(undefined, altered)
      .make()
      .find(([first]) => first === '打印纸 A4')!;
    expect([paper[7], paper[9]]).toEqual([3, 41]);
  });
});

describe('3.2.1 the stock card of an item', () => {
  const made = office().make('2026-10', '打印纸 A4');
  const columns = [0, 2, 4, 6, 7, 8, 9, 10];

  it('has every move of the month with its running balance', () => {
    const shown = made
      .slice(2, 2 + paperCard.length)
      .map((cells, at) => columns.map((column, index) => measured(cells[column], paperCard[at]![index]) ?? ''));
    expect(shown).toEqual(
      paperCard.map((cells) =>
        cells.map((cell) => (typeof cell === 'number' && cell > 40_000 ? expect.closeTo(cell, 5) : cell)),
      ),
    );
  });

  it('computes each balance from the one above', () => {
    expect(made.slice(3, 5).map((cells) => cells[8])).toEqual(['=I7+G8-H8', '=I8+G9-H9']);
  });

  it('of something that is not there is refused', () => {
    const one = office();
    expect(() => one.make('2026-10', '没有的')).toThrow(InvalidEntry);
    expect(one.ports.generated('desk')).toEqual([]);
  });

  it('of an item that was never recorded says so', () => {
    const ink = office().make('2026-10', '墨盒 黑');
    expect(ink[0]).toEqual(['本期没有收发。']);
    expect(ink[2]![8]).toBe('未登记');
  });
});
