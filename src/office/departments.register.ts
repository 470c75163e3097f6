// 3.1.2, 3.3.2, 5.1.2, 6.2.2, 6.3.2: the departments whose heads sign.
import { person, text } from '../kernel/columns';
import { defineRegister } from '../kernel/register';
import { text as textOf } from '../kernel/values';

export const departments = defineRegister({
  key: 'departments',
  workbook: 'desk',
  sheetId: 1002,
  article: '3.1.2',
  title: { zh: '部门', en: 'Departments' },
  serial: 'BM',
  columns: {
    name: text({ zh: '部门名称', en: 'Department' }, { required: true, unique: true }),
    head: person(
      { zh: '部门负责人', en: 'Head' },
      { required: true, help: { zh: '本部门的申请由其审批。', en: 'Decides what this department asks for.' } },
    ),
  },
  write: ['hr'],
  protection: 'hard',
  heading: (row) => textOf(row['name']),
  detail: (row) => textOf(row['head']),
});
