// 1.3.2–1.3.5, 2.2.4, 8.2: the lines of the month's summary, from what the sections have counted and from the registers.
import { supplyPurchases } from '../supplies/supply-purchases.register';
import { stockLedger } from '../supplies/stock-ledger.register';
import { items } from '../supplies/items.register';
import type { Facts } from '../../kernel/facts';
import type { Area, DressedCell } from '../../kernel/report-sheet';
import type { RecordRow } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { calls } from './calls.register';
import type { CallsTable } from './desk-month-calls';
import { isIssue } from './desk-month-issues';
import type { LevelsTable } from './desk-month-levels';
import type { PurchasesTable } from './desk-month-purchases';
import type { SummaryLine } from './desk-month-summary';
import { both, dueReplies, isInTime, peopleIn, type Two } from './desk-month-sums';
import { countOf, measured, quiet, said, same, wayTo, type Figure, type Tell } from './desk-month-words';
import { visits } from './visits.register';

const labels = {
  visits: { zh: '来访批次', en: 'Visits' },
  people: { zh: '来访人数', en: 'Visitors' },
  calls: { zh: '来电', en: 'Calls' },
  answered: { zh: '接通或答复的比率', en: 'Calls answered' },
  due: { zh: '到期的承诺回复', en: 'Promised replies due' },
  inTime: { zh: '其中按时回复', en: 'Replied in time' },
  inTimeShare: { zh: '按时回复率', en: 'Share in time' },
  mail: { zh: '邮件、快递按时率', en: 'Mail and parcels in time' },
  issues: { zh: '领用次数', en: 'Issues of supplies' },
  short: { zh: '月末库存不足的物品', en: 'Items short at the end' },
  purchases: { zh: '采购申请（项）', en: 'Purchases asked for' },
  amount: { zh: '采购申请金额（元）', en: 'Their amount, CNY' },
  answers: { zh: '来访评价（份）', en: 'Visitors’ answers' },
  satisfied: { zh: '其中满意（4、5 分）', en: 'Satisfied (4 or 5)' },
  satisfaction: { zh: '满意率', en: 'Satisfaction' },
} satisfies Record<string, Words>;

/** Of fewer, nobody is told what they said: a single answer could be guessed. */
const leastAnswers = 5;

type Records = Two<readonly RecordRow[]>;

export interface Counted {
  readonly facts: Facts;
  readonly visits: Records;
  readonly calls: Records;
  readonly ledger: Records;
  readonly purchases: Records;
  /** Undefined where whoever makes the report may not see it. */
  readonly feedback: Records | undefined;
  readonly dayTable: { readonly visits: Two<Area> };
  readonly callsTable: CallsTable;
  readonly purchasesTable: PurchasesTable;
  readonly levels: LevelsTable;
}

function answersOf(feedback: Records | undefined, t: Tell): readonly [Two<DressedCell>, Two<DressedCell>] {
  const notSeen = quiet(t(said.notSeen));
  if (!feedback) return [both({ now: notSeen, before: notSeen }, (one) => one), { now: notSeen, before: notSeen }];
  const satisfied = (all: readonly RecordRow[]): DressedCell =>
    all.length > 0 && all.length < leastAnswers
      ? quiet(t(said.fewAnswers, { n: leastAnswers }))
      : measured(countOf(all) && all.filter(({ values }) => Number(values['score']) >= 4).length, 'count', t);
  return [both(feedback, (all) => measured(countOf(all), 'count', t)), both(feedback, satisfied)];
}

export function figuresOf(counted: Counted, t: Tell): readonly SummaryLine[] {
  const { facts, callsTable, purchasesTable, levels, ledger } = counted;
  const line = (label: Words, figure: Figure, cells: Two<DressedCell>, source?: DressedCell): SummaryLine => ({
    label,
    figure,
    cells,
    ...(source && { source }),
  });
  const known = (records: Records, count: (all: readonly RecordRow[]) => number): Two<DressedCell> =>
    both(records, (all) => measured(all.length === 0 ? undefined : count(all), 'count', t));
  const repeated = (cells: Two<Area>, figure: Figure): Two<DressedCell> => both(cells, (one) => same(one, figure));
  const noData = quiet(t(said.noData));
  const [answers, satisfied] = answersOf(counted.feedback, t);
  const due = both(counted.calls, (all) => dueReplies(all, facts));
  const replies = (count: (records: readonly RecordRow[]) => number): Two<DressedCell> => ({
    now: measured(countOf(counted.calls.now) && count(due.now), 'count', t),
    before: measured(countOf(counted.calls.before) && count(due.before), 'count', t),
  });
  const head: readonly SummaryLine[] = [
    line(labels.visits, 'count', repeated(counted.dayTable.visits, 'count'), wayTo(visits, counted.visits.now, t)),
    line(labels.people, 'count', known(counted.visits, peopleIn), wayTo(visits, counted.visits.now, t)),
    line(labels.calls, 'count', repeated(callsTable.calls, 'count'), wayTo(calls, counted.calls.now, t)),
    { label: labels.answered, figure: 'share', part: callsTable.answered, whole: callsTable.calls },
    line(
      labels.due,
      'count',
      replies((all) => all.length),
      wayTo(calls, due.now, t),
    ),
    line(
      labels.inTime,
      'count',
      replies((all) => all.filter(isInTime).length),
    ),
  ];
  const storeroom: readonly SummaryLine[] = [
    line(labels.mail, 'share', { now: noData, before: noData }),
    line(
      labels.issues,
      'count',
      known(ledger, (all) => all.filter(isIssue).length),
      wayTo(stockLedger, ledger.now.filter(isIssue), t),
    ),
    line(
      labels.short,
      'count',
      both(levels.short, (one) => measured(one, 'count', t)),
      wayTo(items, levels.items, t),
    ),
    line(
      labels.purchases,
      'count',
      repeated(purchasesTable.lines, 'count'),
      wayTo(supplyPurchases, counted.purchases.now, t),
    ),
    line(labels.amount, 'yuan', repeated(purchasesTable.amount, 'yuan')),
    line(labels.answers, 'count', answers),
    line(labels.satisfied, 'count', satisfied),
  ];
  const replyShare: SummaryLine = {
    label: labels.inTimeShare,
    figure: 'share',
    part: head.length - 1,
    whole: head.length - 2,
  };
  const lines = [...head, replyShare, ...storeroom];
  const satisfaction: SummaryLine = {
    label: labels.satisfaction,
    figure: 'share',
    part: lines.length - 1,
    whole: lines.length - 2,
  };
  return [...lines, satisfaction];
}

/** They are as many in every month. */
export const figureCount = Object.keys(labels).length;
