// Every `[…]` of the policy and what else an agency decides: one row a setting, checked by the setting's own schema.
import { longText, text } from '../kernel/columns';
import { defineRegister } from '../kernel/register';
import { text as textOf } from '../kernel/values';
import { settingFault } from './settings';

export const settings = defineRegister({
  key: 'settings',
  workbook: 'desk',
  sheetId: 1005,
  article: '6.1',
  title: { zh: '参数设置', en: 'Settings' },
  serial: 'SZ',
  columns: {
    label: text({ zh: '设置', en: 'Setting' }, { by: 'system', width: 200 }),
    value: longText(
      { zh: '值', en: 'Value' },
      {
        width: 200,
        help: {
          zh: '只改这一列。填错时系统会提示，并继续用上一次正确的值；清空即恢复默认值。',
          en: 'Change this column only. A wrong value is told and the last good one stays in force; empty means the preset.',
        },
      },
    ),
    unit: text({ zh: '单位', en: 'Unit' }, { by: 'system', width: 80 }),
    meaning: longText({ zh: '说明', en: 'Meaning' }, { by: 'system', width: 420 }),
    article: text({ zh: '条款', en: 'Article' }, { by: 'system', width: 60 }),
    key: text({ zh: '键', en: 'Key' }, { by: 'system', width: 170 }),
    lastGood: longText({ zh: '上一次正确的值', en: 'Last good value' }, { by: 'system', hidden: true }),
  },
  checks: [{ at: 'value', fault: settingFault }],
  write: ['hr'],
  protection: 'hard',
  noForm: true,
  heading: (row) => textOf(row['label']),
  detail: (row) => textOf(row['value']),
});
