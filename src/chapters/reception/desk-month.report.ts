// 1.3.2–1.3.5: the month at the front desk on one page, for the director: visits, calls, replies, supplies, purchases and
// satisfaction, each against the month before, with charts.
import type { Report, ReportGiven } from '../../kernel/report';
import type { Chart, ReportBody, SheetRow } from '../../kernel/report-sheet';
import type { Words } from '../../kernel/words';
import { items } from '../supplies/items.register';
import { stockLedger } from '../supplies/stock-ledger.register';
import { supplyPurchases } from '../supplies/supply-purchases.register';
import { calls } from './calls.register';
import { callsByKind } from './desk-month-calls';
import { figureCount, figuresOf } from './desk-month-figures';
import { beside, blankRows, chartOver, chartRows, half, widths, width } from './desk-month-grid';
import { issuesByItem } from './desk-month-issues';
import { shortItems } from './desk-month-levels';
import { purchasesByState } from './desk-month-purchases';
import { summary, summaryHeight } from './desk-month-summary';
import { at, cameAt, inMonths, monthsOf } from './desk-month-sums';
import { tellIn } from './desk-month-words';
import { visitsByDay } from './desk-month-visits';
import { feedback } from './feedback.register';
import { visits } from './visits.register';

const words = {
  title: { zh: '前台月报', en: 'The month at the front desk' },
  tab: { zh: '前台月报 {period}', en: 'Front desk {period}' },
  callsChart: { zh: '来电（按类别，上月与本月）', en: 'Calls by kind, before and now' },
  purchasesChart: { zh: '采购申请金额（按状态）', en: 'Amount of purchases by state' },
  issuesChart: { zh: '本月领用（按物品和部门）', en: 'Issued this month, by item and department' },
  unknown: {
    zh: '“无登记”是这个月没有人登记过，不等于 0；“无数据”是算不出来。上月按全月算，本月未结束时增减仅供参考。',
    en: '“No entry” is not 0: nobody entered anything that month. “No data”: cannot be computed. The month before counts whole, also while this month is running.',
  },
  visits: {
    zh: '来访按受访部门分：来访事由是来访人自己的话，不进报表。接通或答复 = 接通、当场答复、承诺后已回复。',
    en: 'Visits go by the department visited: what visitors write under purpose stays out. Answered: put through, answered at once, or promised and replied to.',
  },
  replies: {
    zh: '到期的承诺回复：已回复的和过了期限的，不含还在期限内的。邮件、快递还没有登记，所以无数据。来访评价只有人事或负责人制表时才看得到，少于 5 份时不显示评分。',
    en: 'Promised replies due: replied to or overdue, not those still in time. Mail and parcels are not recorded yet, hence no data. Visitors’ answers are seen when HR or the director makes this; of fewer than 5 no scores are shown.',
  },
  stock: {
    zh: '库存不足按现在的最低库存算。采购金额 = 数量 × 实际单价，没有实际单价的按预估单价；状态是制表时的。',
    en: 'Short: by the minimum as it is now. Amount: quantity × price paid, or the price expected; states are those of when this was made.',
  },
} satisfies Record<string, Words>;

function build(given: ReportGiven): ReportBody {
  const { facts, period, records } = given;
  const t = tellIn(facts.language);
  const months = monthsOf(period);
  const seen = {
    visits: inMonths(records(visits), months, cameAt),
    calls: inMonths(records(calls), months, at('at')),
    ledger: inMonths(records(stockLedger), months, at('at')),
    purchases: inMonths(records(supplyPurchases), months, at('recordedAt')),
    feedback: given.sees(feedback) ? inMonths(records(feedback), months, at('at')) : undefined,
  };
  const dayFrom = Math.max(summaryHeight(figureCount), 2 * chartRows) + 1;
  const dayTable = visitsByDay(given, seen.visits, seen.calls, dayFrom, t);
  const tablesFrom = dayFrom + dayTable.rows.length + 1;
  const callsTable = callsByKind(seen.calls, tablesFrom, t);
  const purchasesTable = purchasesByState(seen.purchases, tablesFrom, t);
  const tables = beside(callsTable.rows, purchasesTable.rows);
  const issuesFrom = tablesFrom + tables.length + 1;
  const issues = issuesByItem(given, seen.ledger, issuesFrom, t);
  const levelsFrom = issuesFrom + issues.rows.length + 1;
  const levels = shortItems(records(items), records(stockLedger), months, t);
  const figures = figuresOf({ ...seen, facts, dayTable, callsTable, purchasesTable, levels }, t);
  const right = { from: half, to: width };
  const charts: readonly Chart[] = [
    ...chartOver(
      'column',
      t(words.callsChart),
      { row: 0, ...right },
      { ...callsTable, known: seen.calls.now.length > 0 },
    ),
    ...chartOver(
      'pie',
      t(words.purchasesChart),
      { row: chartRows, ...right },
      { ...purchasesTable, known: seen.purchases.now.length > 0 },
    ),
    ...dayTable.charts,
    ...chartOver('stackedColumn', t(words.issuesChart), { row: levelsFrom, ...right }, { ...issues, known: true }),
  ];
  const rows: readonly SheetRow[] = [
    ...beside(summary(figures, 0, t), [], 2 * chartRows),
    ...blankRows(1),
    ...dayTable.rows,
    ...blankRows(1),
    ...tables,
    ...blankRows(1),
    ...issues.rows,
    ...blankRows(1),
    ...beside(levels.rows, [], chartRows),
  ];
  return {
    title: t(words.title),
    tab: t(words.tab, { period: period.key }),
    widths,
    headRows: 0,
    rows,
    charts,
    legend: [t(words.unknown), t(words.visits), t(words.replies), t(words.stock)],
    prints: 'onePage',
  };
}

export const deskMonth: Report = {
  key: 'desk-month',
  title: words.title,
  article: '1.3.2, 1.3.3, 1.3.5',
  workbook: 'desk',
  period: 'month',
  makers: ['director', 'front', 'hr'],
  reads: [
    // An appointment is entered before the visit, and a day on paper is entered late.
    { register: visits, by: 'recordedAt', before: 3, after: 1 },
    { register: calls, by: 'recordedAt', before: 1, after: 1 },
    { register: feedback, by: 'at', before: 1, ifOpen: true },
    { register: items },
    // What stood at the end of the month of an item that has not moved since is told by its next line.
    { register: stockLedger, by: 'at', before: 1, andAfter: true },
    { register: supplyPurchases, by: 'recordedAt', before: 1 },
  ],
  build,
};
