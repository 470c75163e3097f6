// 3.2.2: counted blind, line by line: what is not counted yet is left blank, and each save says when it was counted.
import { moment, number, type Column } from '../../kernel/columns';
import { noRound } from '../../kernel/approval';
import { text } from '../../kernel/values';
import { role, type Case, type Transition } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { adjustments, afterCount, countedValues, countFaults, isAllCounted } from './counting';
import { isCounted, numberIn, variance } from './rules';
import { stockMoves } from './stock';

const before: Words = { zh: '已录 {n}（{at}）', en: '{n} entered ({at})' };

const counted = (help: Words): Column => number({ zh: '实盘数量', en: 'Counted' }, { help });
const countedAt = moment(
  { zh: '盘点时间', en: 'Counted at' },
  {
    past: true,
    help: {
      zh: '这次填的各行是几点数的；空着即现在。之后的收发不算在内。',
      en: 'When these lines were counted; blank: now. What moved later is left out.',
    },
  },
);

const agrees = (c: Case): boolean => isAllCounted(c) && c.lines.every((line) => variance(afterCount(c, line)) === 0);

/** Neither the book nor the stock is shown. When all is counted and agrees, the stocktake is done. */
const counting: Omit<Transition, 'label' | 'from' | 'to' | 'lineAsks'> = {
  article: '3.2.2',
  by: [role('front')],
  asks: { countedAt },
  reads: ['items'],
  readsAfter: ['stock-ledger'],
  faults: countFaults,
  sets: (c) => ({ ...countedValues(c, c), ...noRound }),
  settle: (c) => (agrees(c) ? 'adjusted' : isAllCounted(c) ? 'counted' : 'open'),
  moves: (c) => {
    if (!agrees(c)) return [];
    const after = c.lines.map((line) => afterCount(c, line));
    return stockMoves(adjustments(after, c.related('items'), c.facts));
  },
  opensIn: ['stock-ledger'],
};

export const countSteps: Readonly<Record<string, Transition>> = {
  count: {
    ...counting,
    label: { zh: '录入实盘', en: 'Enter the counts' },
    look: 'main',
    from: ['open'],
    to: ['open', 'counted', 'adjusted'],
    lineAsks: { counted: counted({ zh: '还没数的空着，以后再录。', en: 'Leave blank what is not counted yet.' }) },
    lineNote: ({ values }, { language }) =>
      isCounted(values)
        ? say(before, language, {
            n: numberIn(values, 'counted'),
            at: text(values['countedAt']).slice(5, 16).replace('T', ' '),
          })
        : '',
    done: { zh: '已记录。每行都录完后才与账面比较。', en: 'Recorded. The books are looked at once all is counted.' },
  },
  recount: {
    ...counting,
    label: { zh: '重盘', en: 'Count again' },
    from: ['counted', 'returned', 'approved'],
    to: ['counted', 'adjusted'],
    lineAsks: { counted: counted({ zh: '空着的行不变。', en: 'Lines left blank stay as they are.' }) },
  },
};
