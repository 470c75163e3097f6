// 8.3: once a quarter a round of appraisals: opening it asks everybody for what they have to give.
import { longText, quarter } from '../../kernel/columns';
import { defineRegister, state } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';
import { atItsEnd, quarterToAppraise } from './quarter';

export const appraisalRounds = defineRegister({
  key: 'appraisal-rounds',
  workbook: 'restricted',
  sheetId: 8104,
  article: '8.3',
  title: { zh: '考核轮次', en: 'Appraisal rounds' },
  serial: 'KL',
  columns: {
    quarter: quarter(
      { zh: '季度', en: 'Quarter' },
      {
        required: true,
        fixed: true,
        unique: true,
        default: quarterToAppraise,
        help: {
          zh: '提交即发起：为本季度在职的前台人员建立考核表，并用邮件请本人写总结、请同事评价。',
          en: 'Opens the round: front-desk staff get their appraisal and are asked for a summary, colleagues for views.',
        },
      },
    ),
    remark: longText({ zh: '备注', en: 'Remark' }),
    state: state({
      open: { words: { zh: '进行中', en: 'Under way' }, tone: 'active' },
      closed: { words: { zh: '已结束', en: 'Closed' }, tone: 'done' },
    }),
  },
  checks: [atItsEnd],
  read: ['hr', 'director'],
  write: ['hr'],
  heading: (row) => textOf(row['quarter']),
});
