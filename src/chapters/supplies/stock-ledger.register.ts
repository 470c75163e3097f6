// 3.2.1: everything in and out: item, specification, quantity, receiving department, date, who handled it.
import { choice, day, department, item, longText, moment, number, person, text } from '../../kernel/columns';
import { defineRegister, state } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';
import { say } from '../../kernel/words';
import { numberIn } from './rules';

export const moveKinds = {
  opening: { zh: '期初', en: 'Opening' },
  receipt: { zh: '入库', en: 'Received' },
  issue: { zh: '领用', en: 'Issued' },
  return: { zh: '退回', en: 'Returned' },
  scrap: { zh: '报废', en: 'Scrapped' },
  surplus: { zh: '盘盈', en: 'Surplus' },
  loss: { zh: '盘亏', en: 'Loss' },
  correction: { zh: '更正', en: 'Correction' },
};
export type MoveKind = keyof typeof moveKinds;

const filled = { by: 'system' } as const;
const most = 1_000_000;

export const stockLedger = defineRegister({
  key: 'stock-ledger',
  workbook: 'desk',
  sheetId: 3104,
  article: '3.2.1',
  title: { zh: '办公用品库存台账', en: 'Stock ledger' },
  serial: 'KC',
  columns: {
    at: moment({ zh: '日期', en: 'At' }, filled),
    item: item({ zh: '物品', en: 'Item' }, filled),
    spec: text({ zh: '规格', en: 'Specification' }, filled),
    unit: text({ zh: '单位', en: 'Unit' }, { ...filled, width: 60 }),
    kind: choice({ zh: '类型', en: 'Kind' }, moveKinds, filled),
    quantity: number({ zh: '数量', en: 'Quantity' }, { ...filled, min: -most, max: most }),
    balance: number({ zh: '结存', en: 'Balance' }, filled),
    department: department({ zh: '领用部门', en: 'Department' }, filled),
    person: person({ zh: '领用人', en: 'Person' }, filled),
    // A requisition, a purchase, a stocktake, a line of this ledger: no link column can hold them all.
    reference: text({ zh: '单据编号', en: 'Reference' }, { ...filled, width: 125 }),
    arrivedOn: day({ zh: '到货日期', en: 'Arrived on' }, filled),
    handledBy: person({ zh: '经手人', en: 'Handled by' }, filled),
    remark: longText({ zh: '备注', en: 'Remark' }, filled),
    state: state({
      valid: { words: { zh: '有效', en: 'Valid' }, tone: 'done' },
      reversed: { words: { zh: '已更正', en: 'Reversed' }, tone: 'off' },
    }),
  },
  write: ['front'],
  noForm: true,
  appendOnly: true,
  happenedAt: 'at',
  heading: (row) => textOf(row['item']),
  detail: (row, { language }) =>
    say({ zh: '{kind} {n}，结存 {balance}', en: '{kind} {n}, balance {balance}' }, language, {
      kind: moveKinds[textOf(row['kind']) as MoveKind] ?? '',
      n: numberIn(row, 'quantity'),
      balance: numberIn(row, 'balance'),
    }),
});
