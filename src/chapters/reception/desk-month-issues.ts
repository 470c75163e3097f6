// 3.1.3, 3.2.1: what was handed out in a month, item by item and department by department, less what came back.
import type { ReportGiven } from '../../kernel/report';
import { along, cellAt, down, type Area, type DressedCell, type SheetRow } from '../../kernel/report-sheet';
import { text, type RecordRow } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { items } from '../supplies/items.register';
import { lineOf, startsOf, titleLine, width } from './desk-month-grid';
import { groupOf, leading, type Two } from './desk-month-sums';
import { difference, measured, quiet, remark, said, sumOf, type Tell } from './desk-month-words';

const words = {
  title: { zh: '办公用品领用（按物品和部门，已减去退回）', en: 'Supplies issued, less what came back' },
  nothing: { zh: '本月和上月都没有领用。', en: 'Nothing was issued in this month or the one before.' },
  more: { zh: '另有 {n} 种物品有领用，见库存报表。', en: '{n} more items were issued: see the stock report.' },
} satisfies Record<string, Words>;

const mostItems = 8;
const mostGroups = 6;
const forGroups = 18;

const departmentOf = ({ values }: RecordRow): string => text(values['department']);
const itemOf = ({ values }: RecordRow): string => text(values['item']);
export const isIssue = ({ values }: RecordRow): boolean => values['kind'] === 'issue';

/** What the departments have used: handed out, come back, corrected. */
const isUse = (line: RecordRow): boolean =>
  ['issue', 'return', 'correction'].includes(text(line.values['kind'])) && departmentOf(line) !== '';
const usedIn = (lines: readonly RecordRow[]): number =>
  0 - lines.reduce((sum, { values }) => sum + Number(values['quantity'] ?? 0), 0);

export interface IssuesTable {
  readonly rows: readonly SheetRow[];
  /** Items, and a series for each department. */
  readonly labels: Area;
  readonly series: readonly Area[];
}

/** So many columns shared out, the last taking the rest. */
function sharedOut(columns: number, parts: number): readonly number[] {
  const each = Math.floor(columns / parts);
  return Array.from({ length: parts }, (_, index) => (index < parts - 1 ? each : columns - each * (parts - 1)));
}

function unitOf(item: string, given: ReportGiven, lines: readonly RecordRow[]): string {
  const listed = given.records(items).find(({ values }) => text(values['label']) === item);
  return text((listed ?? lines.find((line) => itemOf(line) === item))?.values['unit']);
}

export function issuesByItem(
  given: ReportGiven,
  ledger: Two<readonly RecordRow[]>,
  from: number,
  t: Tell,
): IssuesTable {
  const uses: Two<readonly RecordRow[]> = { now: ledger.now.filter(isUse), before: ledger.before.filter(isUse) };
  const all = [...uses.now, ...uses.before];
  const order = given.facts.directory.departments.map(({ name }) => name);
  const groups = leading(all.map(departmentOf), mostGroups, order);
  const shown = leading(all.map(itemOf), mostItems + 1, []).filter((item) => item !== '');
  const left = new Set(all.map(itemOf)).size - shown.length;
  const title = titleLine(t(words.title));
  const none = { labels: cellAt(from, 0), series: [] };
  const nothing = ledger.now.length + ledger.before.length === 0 ? said.none : words.nothing;
  if (groups.length === 0) return { ...none, rows: [title, lineOf([width], [remark(t(nothing))])] };

  const spans = [4, 2, ...sharedOut(forGroups, groups.length), 4, 4, 4];
  const starts = startsOf(spans);
  const firstGroup = 2;
  const [total, before] = starts.slice(-3) as [number, number];
  const headRow = from + 1;
  const first = headRow + 1;
  const end = first + shown.length;

  function itemRow(item: string, index: number): SheetRow {
    const row = first + index;
    const own = (lines: readonly RecordRow[]) => lines.filter((line) => itemOf(line) === item);
    const inGroup = (group: string): DressedCell => {
      const lines = own(uses.now).filter((line) => groupOf(departmentOf(line), groups) === group);
      return ledger.now.length === 0 ? { value: '' } : measured(usedIn(lines), 'count', t);
    };
    return lineOf(spans, [
      item,
      unitOf(item, given, all),
      ...groups.map(inGroup),
      ledger.now.length === 0 ? quiet(t(said.none)) : sumOf(along(row, starts[firstGroup]!, total), 'count'),
      measured(ledger.before.length === 0 ? undefined : usedIn(own(uses.before)), 'count', t),
      difference(cellAt(row, total), cellAt(row, before), 'count', t),
    ]);
  }

  const heads = [said.item, said.unit].map((one) => t(one));
  const lastHeads = [said.now, said.before, said.change].map((one) => t(one));
  const named = groups.map((group) => group || t(said.others));
  return {
    rows: [
      title,
      lineOf(spans, [...heads, ...named, ...lastHeads], 'head'),
      ...shown.map(itemRow),
      ...(left > 0 ? [lineOf([width], [remark(t(words.more, { n: left }))])] : []),
    ],
    labels: down(headRow, end, 0),
    series: ledger.now.length === 0 ? [] : groups.map((_, index) => down(headRow, end, starts[firstGroup + index]!)),
  };
}
