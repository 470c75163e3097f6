// 3.2.2: the department head approves the differences, each with its reason, before they are booked.
import type { Approval } from '../../kernel/approval';
import { text, type RecordRow } from '../../kernel/values';
import { headOf } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { pairs } from '../../kernel/pairs';
import { linePairs } from './naming';
import { numberIn, variance } from './rules';
import { stocktakes } from './stocktakes.register';

const words = {
  gist: { zh: '共 {all} 项，差异 {different} 项', en: '{all} items, {different} of them different' },
  line: {
    zh: '{item}：账面 {book}，期间收发 {moved}，实盘 {counted}，差异 {variance}；{reason}',
    en: '{item}: book {book}, moved {moved}, counted {counted}, variance {variance}; {reason}',
  },
} satisfies Record<string, Words>;

const different = (lines: readonly RecordRow[]): readonly RecordRow[] => lines.filter((line) => variance(line) !== 0);

export const stocktakeApproval: Approval = {
  register: stocktakes,
  article: '3.2.2',
  applicant: 'countedBy',
  department: 'department',
  approved: 'approved',
  untouched: ['approved'],
  content: ['department', 'countedBy', 'item', 'bookQuantity', 'movedQuantity', 'counted', 'variance', 'reason'],
  granted: ['approvedBy'],
  steps: [
    {
      key: 'head',
      article: '3.2.2',
      title: { zh: '部门负责人', en: 'Department head' },
      state: 'withHead',
      by: headOf('department'),
      sets: (_, approvedBy) => ({ approvedBy }),
    },
  ],
  gist: (lines, { language }) => say(words.gist, language, { all: lines.length, different: different(lines).length }),
  facts: (lines, facts) => [
    ...pairs(stocktakes, lines[0]!.values, ['department', 'scope', 'countedBy', 'openedOn', 'countedAt'], facts),
    ...linePairs(
      different(lines),
      ({ values }) =>
        say(words.line, facts.language, {
          item: text(values['item']),
          book: numberIn(values, 'bookQuantity'),
          moved: numberIn(values, 'movedQuantity'),
          counted: numberIn(values, 'counted'),
          variance: numberIn(values, 'variance'),
          reason: text(values['reason']),
        }),
      facts,
    ),
  ],
};
