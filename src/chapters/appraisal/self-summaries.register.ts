// 8.4.2: each front-desk employee hands in a summary and a self-assessment after the quarter.
import { day, longText, moment, person, quarter, text } from '../../kernel/columns';
import { defineRegister, state } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';
import { quarterToAppraise } from './quarter';
import { entryOf } from './rules';
import { selfScores } from './score-columns';

const once = { required: true, fixed: true } as const;
const later = { by: 'workflow' } as const;

export const summaryTexts = {
  work: longText({ zh: '本季度工作', en: 'Work of the quarter' }, { ...later, required: true }),
  problems: longText({ zh: '问题与不足', en: 'Problems' }, later),
  plan: longText({ zh: '下季度打算', en: 'Plans' }, later),
};

export const selfSummaries = defineRegister({
  key: 'self-summaries',
  workbook: 'restricted',
  sheetId: 8101,
  article: '8.4.2',
  title: { zh: '个人工作总结', en: 'Self-summaries' },
  serial: 'ZJ',
  columns: {
    quarter: quarter({ zh: '季度', en: 'Quarter' }, { ...once, default: quarterToAppraise }),
    person: person({ zh: '姓名', en: 'Person' }, once),
    ...summaryTexts,
    ...selfScores,
    handedInAt: moment({ zh: '提交时间', en: 'Handed in' }, later),
    dueOn: day({ zh: '截止日期', en: 'Due' }, later),
    state: state({
      asked: { words: { zh: '待提交', en: 'Asked for' }, tone: 'waiting' },
      handedIn: { words: { zh: '已提交', en: 'Handed in' }, tone: 'done' },
      missing: { words: { zh: '未提交', en: 'Not handed in' }, tone: 'off' },
    }),
    remindedOn: day({ zh: '上次提醒', en: 'Reminded' }, { ...later, hidden: true }),
    entry: text({ zh: '季度与人员', en: 'Quarter and person' }, { by: 'system', hidden: true, unique: true }),
  },
  main: ['quarter', 'person'],
  paper: {
    head: ['person', 'quarter', ...Object.keys(summaryTexts), ...Object.keys(selfScores)],
    boxes: [{ title: { zh: '本人', en: 'Employee' }, who: 'person', when: 'handedInAt' }],
  },
  read: ['hr', 'director'],
  write: ['hr'],
  derive: (row, facts) => ({ entry: entryOf(textOf(row['quarter']), [textOf(row['person'])], facts) }),
  heading: (row) => textOf(row['person']),
  detail: (row) => textOf(row['quarter']),
});
