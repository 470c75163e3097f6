// 3.2.2: at intervals the stock is counted; book and shelf must agree, a difference is explained and adjusted.
import { day, item, longText, moment, number, person, text } from '../../kernel/columns';
import { approvalColumns, closings } from '../../kernel/approval';
import { defineRegister, state } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';
import { list, say } from '../../kernel/words';
import { applicantColumn, departmentColumn } from './requests';
import { isCounted, numberIn } from './rules';

const filled = { by: 'system' } as const;
const later = { by: 'workflow' } as const;
const most = 1_000_000;

export const stocktakes = defineRegister({
  key: 'stocktakes',
  workbook: 'desk',
  sheetId: 3105,
  article: '3.2.2',
  title: { zh: '库存盘点表', en: 'Stocktakes' },
  serial: 'PD',
  columns: {
    department: departmentColumn({ zh: '部门', en: 'Department' }),
    scope: text(
      { zh: '范围', en: 'Scope' },
      { help: { zh: '填一个类别或存放位置；空着即全部用品。', en: 'A category or a place; blank: everything.' } },
    ),
    countedBy: { ...applicantColumn, label: { zh: '盘点人', en: 'Counted by' } },
    openedOn: day({ zh: '开始日期', en: 'Opened on' }, filled),
    item: item({ zh: '物品', en: 'Item' }, filled),
    spec: text({ zh: '规格', en: 'Specification' }, filled),
    unit: text({ zh: '单位', en: 'Unit' }, { ...filled, width: 60 }),
    location: text({ zh: '存放位置', en: 'Place' }, filled),
    dueOn: day({ zh: '应盘日期', en: 'Due on' }, filled),
    // Frozen when the stocktake opens and when the line is counted, and shown only when every line is counted.
    frozenQuantity: number({ zh: '开始时账面', en: 'Book at opening' }, { ...filled, hidden: true }),
    expectedQuantity: number({ zh: '盘点时账面', en: 'Book at the count' }, { ...filled, hidden: true }),
    bookQuantity: number({ zh: '账面数量', en: 'Book' }, filled),
    movedQuantity: number({ zh: '期间收发', en: 'Moved since' }, { ...filled, min: -most, max: most }),
    counted: number({ zh: '实盘数量', en: 'Counted' }, later),
    variance: number({ zh: '差异', en: 'Variance' }, { ...filled, min: -most, max: most }),
    reason: longText({ zh: '差异原因', en: 'Reason' }, later),
    countedAt: moment({ zh: '盘点时间', en: 'Counted at' }, later),
    approvedBy: person({ zh: '批准人', en: 'Approved by' }, later),
    state: state({
      open: { words: { zh: '盘点中', en: 'Counting' }, tone: 'active' },
      counted: { words: { zh: '待说明差异', en: 'To explain' }, tone: 'waiting' },
      withHead: { words: { zh: '待部门审批', en: 'With head' }, tone: 'waiting' },
      approved: { words: { zh: '待入账', en: 'To adjust' }, tone: 'active' },
      adjusted: { words: { zh: '已入账', en: 'Adjusted' }, tone: 'done' },
      ...closings,
    }),
    ...approvalColumns,
  },
  lines: [
    'item',
    'spec',
    'unit',
    'location',
    'dueOn',
    'frozenQuantity',
    'expectedQuantity',
    'bookQuantity',
    'movedQuantity',
    'counted',
    'variance',
    'reason',
    'countedAt',
    'state',
  ],
  paper: {
    head: ['department', 'scope', 'openedOn', 'countedBy'],
    lines: ['item', 'spec', 'unit', 'location', 'bookQuantity', 'movedQuantity', 'counted', 'variance', 'reason'],
    // Whoever counts sees no books.
    linesWhile: { states: ['open'], lines: ['item', 'spec', 'unit', 'location', 'counted', 'reason'] },
    boxes: [
      { title: { zh: '盘点人', en: 'Counted by' }, who: 'countedBy', when: 'countedAt' },
      { title: { zh: '部门负责人', en: 'Department head' }, step: 'head' },
    ],
  },
  write: ['front'],
  heading: (row, { language }) => {
    const all = say({ zh: '全部用品', en: 'everything' }, language);
    return `${textOf(row['openedOn'])} ${textOf(row['scope']) || all}`;
  },
  detail: (row, { language }) =>
    list(
      [
        textOf(row['item']),
        isCounted(row)
          ? say({ zh: '实盘 {n}，差异 {variance}', en: 'counted {n}, variance {variance}' }, language, {
              n: numberIn(row, 'counted'),
              variance: numberIn(row, 'variance'),
            })
          : '',
      ].filter(Boolean),
      language,
    ),
  lineText: (row) => [textOf(row['item']), textOf(row['location'])].filter(Boolean).join(' · '),
});
