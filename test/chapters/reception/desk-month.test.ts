import { calls } from '../../../src/chapters/reception/calls.register';
import { deskMonth } from '../../../src/chapters/reception/desk-month.report';
import { leading } from '../../../src/chapters/reception/desk-month-sums';
import { feedback } from '../../../src/chapters/reception/feedback.register';
import { visits } from '../../../src/chapters/reception/visits.register';
import { items } from '../../../src/chapters/supplies/items.register';
import { stockLedger } from '../../../src/chapters/supplies/stock-ledger.register';
import { supplyPurchases } from '../../../src/chapters/supplies/supply-purchases.register';
import { productOf } from '../../../src/kernel/chapter';
import { NotAllowed } from '../../../src/kernel/errors';
import type { FactsSource } from '../../../src/kernel/facts-source';
import { layoutOf, rowOf } from '../../../src/kernel/layout';
import type { Register } from '../../../src/kernel/register';
import { makeReport } from '../../../src/kernel/report-making';
import { dressed, type Area, type Chart, type SheetPlan } from '../../../src/kernel/report-sheet';
import type { Cell, Values } from '../../../src/kernel/values';
import { memoryPorts } from '../../memory/memory-ports';
import { moves } from '../supplies/stock-example';
import { factsWith, type Name } from '../world';
import { callRows, feedbackRows, purchaseRows, secret, stockedItems, visitRows } from './desk-month-example';

const product = productOf([
  {
    key: 'reception',
    title: { zh: '', en: '' },
    colour: '#1a73e8',
    registers: [visits, calls, feedback, items, stockLedger, supplyPurchases],
    workflows: [],
    reports: [deskMonth],
  },
]);

const filled: readonly [Register, readonly Values[]][] = [
  [visits, visitRows],
  [calls, callRows],
  [feedback, feedbackRows],
  [items, stockedItems],
  [stockLedger, moves],
  [supplyPurchases, purchaseRows],
];

interface Made {
  readonly plan: SheetPlan;
  readonly cells: readonly (readonly Cell[])[];
  /** The cells of a section's row, without the blank ones; of half the page where tables stand side by side. */
  row(section: string, label: string): readonly Cell[];
  chart(title: string): Chart | undefined;
}
/** Columns of a table that has another beside it. */
const half = 18;

function office(rows = filled, now = '2026-11-03T09:30') {
  const ports = memoryPorts({ now, registers: product.registers });
  for (const [register, values] of rows) {
    const layout = layoutOf(register, Object.keys(register.all), 'zh');
    const cells = values.map((one, index) =>
      rowOf(layout, { no: `${register.serial}-2026-${String(index + 1).padStart(5, '0')}`, ...one }),
    );
    ports.people(register.workbook).type(register.sheetId, 2, 0, cells);
  }
  return {
    ports,
    make(as: Name = '赵敏', period = '2026-10'): Made {
      const source: FactsSource = { registers: [], build: (_, who) => factsWith({ now: who.now, as }) };
      const who = { context: 'desk', via: 'account', account: `${as}@example.org` } as const;
      const { sheetId } = makeReport({ ports, product, source, who }, deskMonth, { period, subject: '' }, '#1a73e8');
      const cells = ports.cells('desk', sheetId);
      const { plan } = ports.generated('desk').find((tab) => tab.sheetId === sheetId)!;
      const row = (section: string, label: string): readonly Cell[] => {
        const titled = cells.findIndex((one) => one.includes(section));
        const from = cells[titled]!.indexOf(section);
        const sides = cells.slice(titled).map((one) => (wide.includes(section) ? one : one.slice(from, from + half)));
        const found = sides.find(([first]) => first === label);
        if (!found) throw new Error(`no row ${label} under ${section}`);
        return found.filter((cell) => cell !== '');
      };
      return { plan, cells, row, chart: (title) => plan.charts.find((one) => one.title === title) };
    },
  };
}

const inShort = '要点';
const byDay = '每天的来访（按受访部门）和来电';
const byKind = '来电（按类别）';
const byState = '办公用品采购（按现在的状态）';
const issued = '办公用品领用（按物品和部门，已减去退回）';
const short = '月末库存不足（在最低库存或以下）';
const wide = [byDay, issued];

const isFormula = (cell: Cell): boolean => typeof cell === 'string' && cell.startsWith('=') && !cell.startsWith('=1+1');
const figures = (cells: readonly Cell[]) => cells.slice(1).filter((cell) => !isFormula(cell));

describe('1.3.2 the month at the front desk', () => {
  const made = office().make();
  const rowNumber = (label: string): number => made.cells.findIndex(([first]) => first === label) + 1;

  it('has every visit of the month on its day, by the department visited, whenever it was entered', () => {
    const days = (label: string) => {
      const cells = made.cells
        .slice(rowNumber(byDay))
        .find(([one]) => one === label)!
        .slice(1, 32);
      return cells.flatMap((count, at) => (count === 0 || count === '' ? [] : [`${at + 1}: ${count}`]));
    };
    expect(days('社工部')).toEqual(['8: 2', '30: 1']);
    expect(days('综合部')).toEqual(['9: 1']);
    expect(days('其他')).toEqual(['31: 1']);
    expect(days('来电')).toEqual(['8: 2', '9: 1', '12: 1', '13: 1', '14: 1', '31: 1']);
  });

  it('sums the days, and says how it was a month before', () => {
    const at = rowNumber('社工部');
    expect(made.row(byDay, '社工部').slice(-2)).toEqual([`=SUM(B${at}:AF${at})`, 1]);
    expect(made.row(byDay, '来访合计').slice(-2)).toEqual([`=SUM(B${at + 3}:AF${at + 3})`, 1]);
    expect(made.row(byDay, '来访合计')[1]).toBe(`=SUM(B${at}:B${at + 2})`);
    expect(figures(made.row(inShort, '来访人数')).slice(0, 2)).toEqual([7, 1]);
    expect(made.row(inShort, '来访批次').slice(1, 3)).toEqual([`=AG${at + 3}`, `=AI${at + 3}`]);
  });

  it('has calls by kind with the share answered (2.2.3)', () => {
    const kinds = ['转接', '留言', '咨询', '投诉', '其他'].map((kind) => figures(made.row(byKind, kind)));
    expect(kinds).toEqual([
      [2, 1, 1, 1],
      [0, 0, 0, 0],
      [4, 2, 1, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    const at = rowNumber('转接');
    const share = `IF(AND(ISNUMBER(F${at}),ISNUMBER(D${at})),IF(D${at}>0,F${at}/D${at},"无数据"),"无数据")`;
    expect(made.row(byKind, '转接')[3]).toBe(`=${share}`);
  });

  it('counts a promised reply when it is given or overdue, and not while there is time (2.2.4)', () => {
    expect(made.row(inShort, '到期的承诺回复').slice(1, 3)).toEqual([3, 0]);
    expect(made.row(inShort, '其中按时回复').slice(1, 3)).toEqual([1, 0]);
    const due = rowNumber('到期的承诺回复');
    expect(made.row(inShort, '按时回复率')[1]).toContain(`E${due + 1}/E${due}`);
  });

  it('has what was issued by item and department, less what came back (3.2.1)', () => {
    expect(made.row(issued, '打印纸 A4').slice(0, 4)).toEqual(['打印纸 A4', '包', 10, 0]);
    expect(made.row(issued, '=1+1 * "通用"').slice(0, 4)).toEqual(['=1+1 * "通用"', '个', 0, 2]);
    expect(made.row(issued, '打印纸 A4').at(-2)).toBe(5);
    expect(made.row(inShort, '领用次数').slice(1, 3)).toEqual([2, 1]);
  });

  it('has the stock that was short at the end of the month, and how it stood a month before', () => {
    expect(made.row(short, '订书钉 10号')).toEqual(['订书钉 10号', '盒', 12, 12, 12]);
    expect(() => made.row(short, '打印纸 A4')).toThrow('no row');
    expect(made.row(inShort, '月末库存不足的物品').slice(1, 3)).toEqual([1, 2]);
  });

  it('has purchases by state and amount, at the price paid or else expected (3.3.1)', () => {
    expect(made.row(byState, '待收货')).toEqual(['待收货', 1, 255, 0, 0]);
    expect(made.row(byState, '已入库')).toEqual(['已入库', 2, 104, 1, 50]);
    expect(made.row(byState, '合计').slice(1).every(isFormula)).toBe(true);
  });

  it('has the satisfaction of five answers or more, and of fewer only how many they were (8.2)', () => {
    expect(made.row(inShort, '来访评价（份）').slice(1, 3)).toEqual([5, 2]);
    expect(made.row(inShort, '其中满意（4、5 分）').slice(1, 3)).toEqual([3, '少于 5 份']);
  });

  it('has each figure against the month before as a formula, and mail, which nobody records yet, as no data', () => {
    const at = rowNumber('来访批次');
    expect(made.row(inShort, '来访批次')[3]).toBe(`=IF(AND(ISNUMBER(E${at}),ISNUMBER(I${at})),E${at}-I${at},"无数据")`);
    expect(made.row(inShort, '邮件、快递按时率').slice(1, 3)).toEqual(['无数据', '无数据']);
  });

  it('leads to the rows that were counted', () => {
    const cells = made.plan.rows.flat();
    const leads = cells.flatMap((cell) => (typeof cell === 'object' && cell.leadsTo ? [cell.leadsTo] : []));
    expect(leads.map(({ sheetId, fromRow, toRow }) => [sheetId, fromRow, toRow])).toEqual([
      [visits.sheetId, 2, 9],
      [visits.sheetId, 2, 9],
      [calls.sheetId, 4, 11],
      [calls.sheetId, 7, 10],
      [stockLedger.sheetId, 6, 11],
      [items.sheetId, 6, 7],
      [supplyPurchases.sheetId, 3, 6],
    ]);
  });

  it('has charts over cells that are there: one name, then as many values as labels', () => {
    const { charts, rows } = made.plan;
    const at = ({ fromRow, toRow, fromColumn, toColumn }: Area) =>
      rows.slice(fromRow, toRow).flatMap((row) => row.slice(fromColumn, toColumn).map((cell) => dressed(cell)));
    for (const { labels, series } of charts) {
      for (const one of series) expect(at(one)).toHaveLength(at(labels).length);
    }
    const visited = made.chart('每天来访')!;
    expect(visited.kind).toBe('stackedColumn');
    expect(visited.series.map((one) => at(one)[0]!.value)).toEqual(['社工部', '综合部', '其他']);
    expect(at(visited.labels)).toHaveLength(32);
    expect(at(made.chart('来电（按类别，上月与本月）')!.series[1]!)[0]!.value).toBe('本月');
    expect(at(made.chart('采购申请金额（按状态）')!.series[0]!).map(({ value }) => value)).toEqual([
      '金额（元）',
      255,
      104,
    ]);
  });

  it('stands on one page: no row is wider than it, nothing is left of a client', () => {
    const { rows, widths } = made.plan;
    expect(rows.every((row) => row.length <= widths.length)).toBe(true);
    const printed = rows.flat().map((cell) => dressed(cell).prints);
    expect(printed.filter(Boolean)).toEqual(['onePage']);
    const text = JSON.stringify(rows);
    for (const word of [secret, '小王', '林女士', '洽谈合作', '孙先生', '问路']) expect(text).not.toContain(word);
  });
});

describe('who makes it', () => {
  it.each(['赵敏', '刘洋'] as const)('%s sees what visitors answered', (as) => {
    expect(office().make(as).row(inShort, '来访评价（份）')[1]).toBe(5);
  });

  it('the front desk makes it without them, and is told so', () => {
    const made = office().make('王芳');
    expect(made.row(inShort, '来访评价（份）').slice(1, 3)).toEqual(['此处看不到', '此处看不到']);
    expect(made.row(inShort, '其中满意（4、5 分）').slice(1, 3)).toEqual(['此处看不到', '此处看不到']);
    expect(figures(made.row(inShort, '来访人数')).slice(0, 2)).toEqual([7, 1]);
  });

  it('others do not make it', () => {
    expect(() => office().make('周琳')).toThrow(NotAllowed);
  });
});

describe('a month of which nothing is known', () => {
  const made = office([], '2026-10-09T09:30').make('赵敏');

  it('says so, and never 0', () => {
    const shown = [
      '来访人数',
      '到期的承诺回复',
      '领用次数',
      '月末库存不足的物品',
      '来访评价（份）',
      '其中满意（4、5 分）',
    ];
    for (const label of shown) expect(made.row(inShort, label).slice(1, 3)).toEqual(['无登记', '无登记']);
    expect(made.row(byDay, '来访合计').slice(-2)).toEqual(['无登记', '无登记']);
    expect(made.row(byKind, '合计').filter((cell) => cell === '无登记')).toHaveLength(4);
    expect(made.row(byState, '合计').slice(1)).toEqual(['无登记', '无登记', '无登记', '无登记']);
    expect(made.cells.flat().filter((cell) => cell === 0)).toEqual([]);
  });

  it('has no charts and no ways to rows that are not there', () => {
    expect(made.plan.charts).toEqual([]);
    expect(made.plan.rows.flat().some((cell) => typeof cell === 'object' && cell.leadsTo)).toBe(false);
  });
});

describe('a month that is not over', () => {
  it('leaves the days to come blank, and counts those gone by', () => {
    const made = office([[visits, visitRows.slice(0, 4)]], '2026-10-09T18:00').make('王芳');
    const days = made.cells.find(([first]) => first === '社工部')!.slice(1, 32);
    expect(days.slice(6, 10)).toEqual([0, 2, 0, '']);
    expect(made.cells[1]![0]).toContain('截至 2026-10-09 18:00');
    expect(made.row(byDay, '来电').slice(-2)).toEqual(['无登记', '无登记']);
  });

  it('of February has no thirtieth, and no label for it in the chart', () => {
    const made = office([
      [visits, [{ ...visitRows[0]!, arrivedAt: '2026-02-27T09:00', recordedAt: '2026-02-27T09:00' }]],
    ]).make('王芳', '2026-02');
    expect(made.chart('每天来访')!.labels).toMatchObject({ fromColumn: 0, toColumn: 29 });
    expect(made.cells.find(([first]) => first === '受访部门')!.slice(28, 33)).toEqual(['28', '', '', '', '合计']);
  });
});

describe('groups', () => {
  it('are the names that occur most, in their own order, the rest in one', () => {
    const order = ['丙', '乙', '甲', '丁'];
    expect(leading(['甲', '乙', '甲'], 3, order)).toEqual(['乙', '甲']);
    expect(leading(['甲', '乙', '甲', '丙', '丙', '丁'], 3, order)).toEqual(['丙', '甲', '']);
    expect(leading(['甲', '乙', ''], 3, order)).toEqual(['乙', '甲', '']);
    expect(leading(['甲', '乙', '丙', ''], 3, order)).toHaveLength(3);
    expect(leading([], 3, order)).toEqual([]);
  });
});
