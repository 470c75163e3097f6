// 3.3.1: stock short, the front desk asks for a purchase: item, specification, quantity, expected purchase date.
import { day, link, longText, moment, money, named, number, person } from '../../kernel/columns';
import { approvalColumns, closings } from '../../kernel/approval';
import { defineRegister, state } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';
import { list } from '../../kernel/words';
import { goods } from './naming';
import { applicantColumn, departmentColumn, itemColumns } from './requests';

export const supplier = named({ zh: '供应商', en: 'Supplier' }, 'suppliers', 'name');

export const supplyPurchases = defineRegister({
  key: 'supply-purchases',
  workbook: 'desk',
  sheetId: 3106,
  article: '3.3.1',
  title: { zh: '办公用品采购申请表', en: 'Supply purchases' },
  serial: 'YC',
  columns: {
    department: departmentColumn({ zh: '申请部门', en: 'Department' }),
    applicant: applicantColumn,
    expectedOn: day({ zh: '预计采购时间', en: 'Expected on' }, { required: true }),
    reason: longText({ zh: '采购原因', en: 'Reason' }),
    requisition: link({ zh: '领用申请编号', en: 'For requisition' }, 'requisitions', {
      help: { zh: '为缺货的领用申请而买时填写。', en: 'When it is bought for a requisition that is short.' },
    }),
    ...itemColumns,
    estimatedPrice: money({ zh: '预估单价', en: 'Estimated price' }, { required: true }),
    supplier,
    stockThen: number({ zh: '申请时库存', en: 'Stock then' }, { by: 'system' }),
    priceBefore: money({ zh: '上次单价', en: 'Price before' }, { by: 'system' }),
    // Of the alert that the request answers.
    alertedAt: moment({ zh: '提醒时间', en: 'Alerted' }, { by: 'system', hidden: true }),
    alertTo: person({ zh: '提醒了谁', en: 'Alert to' }, { by: 'system', hidden: true }),
    orderedOn: day({ zh: '订购日期', en: 'Ordered on' }, { by: 'workflow' }),
    receivedQuantity: number({ zh: '已收数量', en: 'Received' }, { by: 'workflow' }),
    receivedOn: day({ zh: '收货日期', en: 'Received on' }, { by: 'workflow' }),
    price: money({ zh: '实际单价', en: 'Price' }, { by: 'workflow' }),
    // The estimate as it was approved, kept when it is ordered: anybody may type over the other.
    approvedPrice: money({ zh: '批准单价', en: 'Approved price' }, { by: 'system', hidden: true }),
    priceReason: longText({ zh: '高价原因', en: 'Why it cost more' }, { by: 'workflow' }),
    state: state({
      withHead: { words: { zh: '待部门审批', en: 'With head' }, tone: 'waiting' },
      withDirector: { words: { zh: '待领导审批', en: 'With director' }, tone: 'waiting' },
      approved: { words: { zh: '待订购', en: 'To order' }, tone: 'active' },
      ordered: { words: { zh: '待收货', en: 'Ordered' }, tone: 'active' },
      received: { words: { zh: '已入库', en: 'Received' }, tone: 'done' },
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
    'estimatedPrice',
    'supplier',
    'stockThen',
    'priceBefore',
    'alertedAt',
    'alertTo',
    'orderedOn',
    'receivedQuantity',
    'receivedOn',
    'price',
    'approvedPrice',
    'priceReason',
    'state',
  ],
  paper: {
    head: ['department', 'applicant', 'expectedOn', 'requisition', 'reason'],
    lines: ['item', 'spec', 'unit', 'quantity', 'estimatedPrice', 'supplier'],
    amount: { price: 'estimatedPrice', quantity: 'quantity' },
    boxes: [
      { title: { zh: '申请人', en: 'Applicant' }, filed: 'applicant' },
      { title: { zh: '部门负责人', en: 'Department head' }, step: 'head' },
      { title: { zh: '机构领导', en: 'Director' }, step: 'director' },
    ],
  },
  write: ['front'],
  heading: (row) => `${goods(row, 'quantity')}`,
  detail: (row, { language }) => list([textOf(row['department']), textOf(row['expectedOn'])].filter(Boolean), language),
  lineText: (row) => goods(row, 'quantity'),
});
