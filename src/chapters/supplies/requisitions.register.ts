// 3.1.1: who needs something fills in department, item name, specification, quantity, date.
import { day, number, text } from '../../kernel/columns';
import { approvalColumns, closings } from '../../kernel/approval';
import { defineRegister, state } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';
import { list } from '../../kernel/words';
import { goods } from './naming';
import { applicantColumn, departmentColumn, itemColumns } from './requests';

export const requisitions = defineRegister({
  key: 'requisitions',
  workbook: 'desk',
  sheetId: 3102,
  article: '3.1.1',
  title: { zh: '办公用品领用申请表', en: 'Requisitions' },
  serial: 'LY',
  columns: {
    department: departmentColumn({ zh: '领用部门', en: 'Department' }),
    applicant: applicantColumn,
    neededOn: day({ zh: '领用日期', en: 'Needed on' }, { required: true, default: ({ today }) => today }),
    purpose: text({ zh: '用途', en: 'Purpose' }),
    ...itemColumns,
    stockThen: number({ zh: '申请时库存', en: 'Stock then' }, { by: 'system' }),
    approvedQuantity: number({ zh: '批准数量', en: 'Approved' }, { by: 'workflow' }),
    issuedQuantity: number({ zh: '已发数量', en: 'Issued' }, { by: 'system' }),
    shortQuantity: number({ zh: '缺货数量', en: 'Short' }, { by: 'workflow' }),
    state: state({
      withHead: { words: { zh: '待部门审批', en: 'With head' }, tone: 'waiting' },
      withFront: { words: { zh: '待发放', en: 'To issue' }, tone: 'active' },
      issued: { words: { zh: '已发放', en: 'Issued' }, tone: 'done' },
      closed: { words: { zh: '已结束', en: 'Closed' }, tone: 'off' },
      ...closings,
    }),
    ...approvalColumns,
  },
  lines: [
    'item',
    'spec',
    'unit',
    'quantity',
    'stockThen',
    'approvedQuantity',
    'issuedQuantity',
    'shortQuantity',
    'state',
  ],
  paper: {
    head: ['department', 'applicant', 'neededOn', 'purpose'],
    lines: ['item', 'spec', 'unit', 'quantity', 'approvedQuantity', 'issuedQuantity'],
    struckOut: { approvedQuantity: [0] },
    boxes: [
      { title: { zh: '申请人', en: 'Applicant' }, filed: 'applicant' },
      { title: { zh: '部门负责人', en: 'Department head' }, step: 'head' },
    ],
  },
  quick: true,
  write: ['front', 'staff'],
  heading: (row) => `${textOf(row['applicant'])} ${goods(row, 'quantity')}`,
  detail: (row, { language }) => list([textOf(row['department']), textOf(row['neededOn'])].filter(Boolean), language),
  lineText: (row) => goods(row, 'quantity'),
});
