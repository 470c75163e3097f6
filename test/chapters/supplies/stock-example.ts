// October 2026 in the stock of a small agency: what stands in the catalogue and in the ledger on the third of November.
import type { Values } from '../../../src/kernel/values';

/** A name that would like to be a formula, and to match every other. */
export const hostile = '=1+1 * "通用"';

const item = (label: string, unit: string, more: Values): Values => ({
  label,
  unit,
  state: 'enough',
  inUse: true,
  ...more,
});

export const catalogue: readonly Values[] = [
  item('打印纸 A4', '包', { onHand: 35, lastPrice: 25 }),
  item(hostile, '个', { onHand: 8 }),
  item('墨盒 黑', '盒', { lastPrice: 300 }),
  item('旧账本 通用', '本', { onHand: 0, state: 'retired' }),
  item('订书钉 10号', '盒', { onHand: 12, lastPrice: 3.5 }),
  item('白板笔 蓝', '支', { onHand: 5, lastPrice: 6 }),
];

const line = (
  at: string,
  kind: string,
  label: string,
  quantity: number,
  balance: number,
  department?: string,
): Values => ({
  at,
  item: label,
  kind,
  quantity,
  balance,
  state: 'valid',
  ...(department !== undefined && { department, person: '周琳' }),
});

export const moves: readonly Values[] = [
  line('2026-09-01T09:00', 'opening', '打印纸 A4', 40, 40),
  line('2026-09-01T09:01', 'opening', '订书钉 10号', 12, 12),
  line('2026-09-20T10:00', 'issue', '打印纸 A4', -5, 35, '社工部'),
  line('2026-10-08T09:30', 'receipt', '打印纸 A4', 20, 55),
  line('2026-10-12T11:00', 'issue', '打印纸 A4', -12, 43, '社工部'),
  line('2026-10-12T11:05', 'opening', hostile, 10, 10),
  line('2026-10-15T15:00', 'return', '打印纸 A4', 2, 45, '社工部'),
  line('2026-10-16T09:00', 'scrap', '打印纸 A4', -1, 44),
  line('2026-10-19T14:00', 'issue', hostile, -3, 7, '综合部'),
  line('2026-10-20T17:00', 'loss', '打印纸 A4', -4, 40),
  line('2026-10-20T17:00', 'surplus', '打印纸 A4', 1, 41),
  line('2026-10-31T23:59', 'correction', hostile, 1, 8, '综合部'),
  line('2026-11-01T00:00', 'issue', '打印纸 A4', -6, 35, '社工部'),
  line('2026-11-02T09:00', 'opening', '白板笔 蓝', 5, 5),
];

/** The report of October, formulas computed, without its head and legend. */
export const october: readonly (readonly (string | number)[])[] = [
  ['看台账：第 6 至 14 行'],
  [
    '物品',
    '单位',
    '期初',
    '入库',
    '领用',
    '退回',
    '报废',
    '调整',
    '期末',
    '台账结存',
    '核对',
    '最近单价',
    '金额',
    '可用月数',
  ],
  ['打印纸 A4', '包', 35, 20, 12, 2, 1, -3, 41, 41, '相符', 25, 1025, 4.1],
  [hostile, '个', 10, 0, 3, 0, 0, 1, 8, 8, '相符', '无单价', '无单价', 2.7],
  ['墨盒 黑', '盒', '未登记', 0, 0, 0, 0, 0, '未登记', '未登记', '未登记', 300, '未登记', '未登记'],
  ['订书钉 10号', '盒', 12, 0, 0, 0, 0, 0, 12, 12, '相符', 3.5, 42, '本期未领用'],
  ['合计', '', 57, 20, 15, 2, 1, -2, 61, 61, '相符', '', 1067],
  [],
  ['各部门领用'],
  ['部门', '物品', '', '', '', '', '', '', '净领用', '单位', '', '最近单价', '金额'],
  ['社工部', '打印纸 A4', '', '', '', '', '', '', 10, '包', '', 25, 250],
  ['社工部 小计', '', '', '', '', '', '', '', '', '', '', '', 250],
  ['综合部', hostile, '', '', '', '', '', '', 2, '个', '', '无单价', '无单价'],
  ['综合部 小计', '', '', '', '', '', '', '', '', '', '', '', '无单价'],
];

/** The card of the paper in October: at, kind, department, in, out, balance, ledger, check. */
export const paperCard: readonly (readonly (string | number)[])[] = [
  ['', '期初结存', '', '', '', 35, '', ''],
  [46303 + 9.5 / 24, '入库', '', 20, '', 55, 55, '相符'],
  [46307 + 11 / 24, '领用', '社工部', '', 12, 43, 43, '相符'],
  [46310 + 15 / 24, '退回', '社工部', 2, '', 45, 45, '相符'],
  [46311 + 9 / 24, '报废', '', '', 1, 44, 44, '相符'],
  [46315 + 17 / 24, '盘亏', '', '', 4, 40, 40, '相符'],
  [46315 + 17 / 24, '盘盈', '', 1, '', 41, 41, '相符'],
  ['合计', '', '', 23, 17, 41, '', ''],
];
