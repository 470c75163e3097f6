// 3.2.3: items are kept by category and specification, each at its place, so that they are easy to find.
import { day, longText, moment, money, number, person, text, yesNo } from '../../kernel/columns';
import { defineRegister, state, type Check } from '../../kernel/register';
import { isEmpty, text as textOf, type Values } from '../../kernel/values';
import { say } from '../../kernel/words';
import { isRetired, numberIn } from './rules';

/** Others name an item by its name and specification together. */
const labelOf = (row: Values): string =>
  [row['name'], row['spec']].map(textOf).filter(Boolean).join(' ').replace(/\s+/g, ' ');

const levels: Check = {
  at: 'reorderTo',
  fault: (row) =>
    !isEmpty(row['reorderTo']) && numberIn(row, 'reorderTo') <= numberIn(row, 'minimum')
      ? { words: { zh: '补货到的数量须高于最低库存。', en: 'Must be more than the minimum.' } }
      : undefined,
};

export const items = defineRegister({
  key: 'items',
  workbook: 'desk',
  sheetId: 3101,
  article: '3.2.3',
  title: { zh: '办公用品目录', en: 'Office supplies' },
  serial: 'YP',
  columns: {
    name: text({ zh: '物品名称', en: 'Item' }, { required: true, fixed: true }),
    spec: text(
      { zh: '规格', en: 'Specification' },
      { required: true, fixed: true, help: { zh: '如 A4 70克；没有规格的填“通用”。', en: 'Such as A4 70 g.' } },
    ),
    label: text({ zh: '全称', en: 'Full name' }, { by: 'system', unique: true, width: 180 }),
    unit: text({ zh: '单位', en: 'Unit' }, { required: true, width: 60 }),
    category: text({ zh: '类别', en: 'Category' }, { required: true }),
    location: text({ zh: '存放位置', en: 'Place' }, { required: true }),
    minimum: number(
      { zh: '最低库存', en: 'Minimum' },
      { help: { zh: '到了这个数就提醒；空着或 0 为不提醒。', en: 'An alert goes out at this stock; 0: none.' } },
    ),
    reorderTo: number(
      { zh: '补货到', en: 'Reorder to' },
      { help: { zh: '采购申请会建议买到这个数。', en: 'Purchases are proposed up to this stock.' } },
    ),
    keeper: person(
      { zh: '保管人', en: 'Keeper' },
      { help: { zh: '库存不足时通知谁；空着即通知前台。', en: 'Told when stock is short; blank: the front desk.' } },
    ),
    onHand: number({ zh: '库存', en: 'In stock' }, { by: 'system' }),
    onOrder: number({ zh: '在途', en: 'On order' }, { by: 'system' }),
    lastPrice: money({ zh: '最近单价', en: 'Last price' }, { by: 'system' }),
    movedOn: day({ zh: '最近收发', en: 'Last moved' }, { by: 'system' }),
    lastCountedOn: day({ zh: '最近盘点', en: 'Last counted' }, { by: 'system' }),
    alertedAt: moment({ zh: '提醒时间', en: 'Alerted' }, { by: 'system' }),
    alertTo: person({ zh: '提醒了谁', en: 'Alert to' }, { by: 'system', hidden: true }),
    ledgerSum: number(
      { zh: '台账合计', en: 'Ledger’s sum' },
      { by: 'system', hidden: true, whole: false, min: -1e9, max: 1e9 },
    ),
    inUse: yesNo({ zh: '在用', en: 'In use' }, { by: 'workflow' }),
    state: state({
      enough: { words: { zh: '充足', en: 'Enough' }, tone: 'done' },
      low: { words: { zh: '不足', en: 'Low' }, tone: 'late' },
      retired: { words: { zh: '停用', en: 'Retired' }, tone: 'off' },
    }),
    note: longText({ zh: '备注', en: 'Remark' }),
  },
  main: ['name', 'spec', 'unit', 'category', 'location', 'minimum', 'reorderTo'],
  checks: [levels],
  write: ['front'],
  derive: (row) => ({ label: labelOf(row) || null }),
  offers: (row, { language }) =>
    isRetired(row) || isEmpty(row['label'])
      ? undefined
      : {
          value: textOf(row['label']),
          note: say({ zh: '库存 {n} {unit}', en: '{n} {unit} in stock' }, language, {
            n: numberIn(row, 'onHand'),
            unit: textOf(row['unit']),
          }),
        },
  heading: (row) => labelOf(row),
  detail: (row, { language }) =>
    say({ zh: '库存 {n} {unit} · {place}', en: '{n} {unit} in stock · {place}' }, language, {
      n: numberIn(row, 'onHand'),
      unit: textOf(row['unit']),
      place: textOf(row['location']),
    }),
});
