// 3.1.3: the applicant collects against the approved form and signs.
import { department, item, link, moment, number, person, signature, text, choice } from '../../kernel/columns';
import { defineRegister, state } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';
import { list } from '../../kernel/words';
import { goods } from './naming';

const filled = { by: 'system' } as const;
const later = { by: 'workflow' } as const;

export const signingWays = {
  screen: { zh: '屏幕签名', en: 'On screen' },
  link: { zh: '邮件链接', en: 'By link' },
};

export const issues = defineRegister({
  key: 'issues',
  workbook: 'desk',
  sheetId: 3103,
  article: '3.1.3',
  title: { zh: '办公用品领用登记表', en: 'Goods issued' },
  serial: 'FF',
  columns: {
    requisition: link({ zh: '申请编号', en: 'Requisition' }, 'requisitions', filled),
    department: department({ zh: '领用部门', en: 'Department' }, filled),
    recipient: person({ zh: '领用人', en: 'Recipient' }, filled),
    item: item({ zh: '物品', en: 'Item' }, filled),
    spec: text({ zh: '规格', en: 'Specification' }, filled),
    unit: text({ zh: '单位', en: 'Unit' }, { ...filled, width: 60 }),
    quantity: number({ zh: '数量', en: 'Quantity' }, filled),
    returnedQuantity: number({ zh: '已退数量', en: 'Returned' }, filled),
    correctedQuantity: number({ zh: '更正数量', en: 'Corrected' }, filled),
    requisitionLine: number({ zh: '申请行', en: 'Line of requisition' }, { ...filled, hidden: true }),
    issuedBy: person({ zh: '发放人', en: 'Issued by' }, filled),
    issuedAt: moment({ zh: '发放时间', en: 'Issued at' }, filled),
    signedAt: moment({ zh: '签收时间', en: 'Signed at' }, later),
    signedBy: choice({ zh: '签收方式', en: 'Signed' }, signingWays, later),
    signature: signature({ zh: '签名', en: 'Signature' }),
    chasedAt: moment({ zh: '催签时间', en: 'Chased' }, { ...later, hidden: true }),
    state: state({
      unsigned: { words: { zh: '待签收', en: 'Unsigned' }, tone: 'waiting' },
      signed: { words: { zh: '已签收', en: 'Signed' }, tone: 'done' },
      returned: { words: { zh: '已退回', en: 'Returned' }, tone: 'off' },
      reversed: { words: { zh: '已更正', en: 'Corrected' }, tone: 'off' },
    }),
  },
  lines: ['item', 'spec', 'unit', 'quantity', 'returnedQuantity', 'correctedQuantity', 'requisitionLine', 'state'],
  paper: {
    head: ['department', 'recipient', 'requisition'],
    lines: ['item', 'spec', 'unit', 'quantity', 'returnedQuantity', 'correctedQuantity'],
    struckOut: { state: ['returned', 'reversed'] },
    boxes: [
      { title: { zh: '发放人', en: 'Issued by' }, who: 'issuedBy', when: 'issuedAt' },
      {
        title: { zh: '领用人签收', en: 'Received by' },
        ...{ who: 'recipient', when: 'signedAt', how: 'signedBy', signature: 'signature' },
      },
    ],
  },
  write: ['front'],
  noForm: true,
  heading: (row) => `${textOf(row['recipient'])} ${goods(row, 'quantity')}`,
  detail: (row, { language }) =>
    list([textOf(row['department']), textOf(row['requisition'])].filter(Boolean), language),
  lineText: (row) => goods(row, 'quantity'),
});
