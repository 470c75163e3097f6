// 3.3.3: only proper suppliers; who they are and how they stand.
import { choice, longText, number, phone, text } from '../kernel/columns';
import { defineRegister } from '../kernel/register';
import { text as textOf } from '../kernel/values';
import { creditCode } from './credit-code';

export const suppliers = defineRegister({
  key: 'suppliers',
  workbook: 'desk',
  sheetId: 1003,
  article: '3.3.3',
  title: { zh: '供应商名录', en: 'Suppliers' },
  serial: 'GY',
  columns: {
    name: text({ zh: '供应商名称', en: 'Supplier' }, { required: true, width: 180 }),
    contact: text({ zh: '联系人', en: 'Contact' }),
    phone: phone({ zh: '联系电话', en: 'Phone' }),
    address: text({ zh: '地址', en: 'Address' }, { width: 200 }),
    licenceNo: creditCode(
      { zh: '统一社会信用代码', en: 'Social credit code' },
      { unique: true, help: { zh: '营业执照上的 18 位代码。', en: 'The 18 characters on the licence.' } },
    ),
    supplies: longText({ zh: '供应内容', en: 'Supplies' }),
    standing: choice(
      { zh: '资格', en: 'Standing' },
      {
        qualified: { words: { zh: '合格', en: 'Qualified' }, tone: 'done' },
        watched: { words: { zh: '观察', en: 'On watch' }, tone: 'waiting' },
        stopped: { words: { zh: '停用', en: 'Stopped' }, tone: 'off' },
      },
      {
        required: true,
        default: () => 'qualified',
        help: { zh: '停用的供应商不能再下单。', en: 'Nothing can be ordered from a stopped supplier.' },
      },
    ),
    rating: number(
      { zh: '验收合格率 %', en: 'Accepted %' },
      { by: 'system', whole: false, max: 100, help: { zh: '由验收单得出。', en: 'From the acceptances.' } },
    ),
  },
  main: ['name', 'contact', 'phone', 'standing'],
  write: ['front', 'hr'],
  offers: (row) =>
    row['standing'] === 'stopped' || textOf(row['name']) === ''
      ? undefined
      : { value: textOf(row['name']), note: textOf(row['supplies']) },
  heading: (row) => textOf(row['name']),
  detail: (row) => [textOf(row['contact']), textOf(row['phone'])].filter((part) => part !== '').join(' · '),
});
