// 8.4.1: colleagues’ views of a front-desk employee, one row each; on the sheet they stand as averages, without names.
import { day, longText, moment, person, quarter, text } from '../../kernel/columns';
import { defineRegister, state, type Check } from '../../kernel/register';
import { samePerson } from '../../kernel/facts';
import { text as textOf } from '../../kernel/values';
import { list } from '../../kernel/words';
import { quarterToAppraise } from './quarter';
import { entryOf } from './rules';
import { viewColumns } from './score-columns';

const once = { required: true, fixed: true } as const;
const later = { by: 'workflow' } as const;

const notOfThemselves: Check = {
  at: 'by',
  fault: ({ about, by }, { directory }) =>
    samePerson(textOf(about), textOf(by), directory)
      ? { words: { zh: '不能评价自己。', en: 'Nobody gives a view of themselves.' } }
      : undefined,
};

export const viewComment = longText({ zh: '补充意见', en: 'Comment' }, later);

export const colleagueViews = defineRegister({
  key: 'colleague-views',
  workbook: 'restricted',
  sheetId: 8102,
  article: '8.4.1',
  title: { zh: '同事评价表', en: 'Colleagues’ views' },
  serial: 'TS',
  columns: {
    quarter: quarter({ zh: '季度', en: 'Quarter' }, { ...once, default: quarterToAppraise }),
    about: person({ zh: '被评价人', en: 'About' }, once),
    by: person({ zh: '评价人', en: 'By' }, once),
    ...viewColumns,
    comment: viewComment,
    givenAt: moment({ zh: '评价时间', en: 'Given' }, later),
    dueOn: day({ zh: '截止日期', en: 'Due' }, later),
    state: state({
      asked: { words: { zh: '待评价', en: 'Asked for' }, tone: 'waiting' },
      given: { words: { zh: '已评价', en: 'Given' }, tone: 'done' },
      struck: { words: { zh: '不再征求', en: 'Struck out' }, tone: 'off' },
    }),
    remindedOn: day({ zh: '上次提醒', en: 'Reminded' }, { ...later, hidden: true }),
    entry: text({ zh: '季度与双方', en: 'Quarter and both' }, { by: 'system', hidden: true, unique: true }),
  },
  main: ['quarter', 'about', 'by'],
  checks: [notOfThemselves],
  read: ['hr', 'director'],
  write: ['hr'],
  derive: ({ quarter: of, about, by }, facts) => ({ entry: entryOf(textOf(of), [textOf(about), textOf(by)], facts) }),
  heading: (row) => textOf(row['about']),
  detail: (row, { language }) => list([textOf(row['quarter']), textOf(row['by'])], language),
});
