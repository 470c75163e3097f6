// 2.1.2, 2.2.2: visits of a month by day and by the department visited, and the calls of each day. What visitors write
// under purpose is personal and would outlive the register in a generated tab: the department says what it was about.
import { addDays, daysBetween, type Day } from '../../kernel/civil';
import type { ReportGiven } from '../../kernel/report';
import { along, cellAt, down, formula, type Area, type DressedCell, type SheetRow } from '../../kernel/report-sheet';
import type { RecordRow } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { blankRows, chartOver, chartRows, lineOf, startsOf, titleLine, width, type Section } from './desk-month-grid';
import { at, byDay, cameAt, departmentVisited, groupOf, leading, type Two } from './desk-month-sums';
import { countOf, dayCount, measured, quiet, said, sumOf, type Tell } from './desk-month-words';

const words = {
  title: { zh: '每天的来访（按受访部门）和来电', en: 'Visits by day and department visited, and calls' },
  department: { zh: '受访部门', en: 'Visited' },
  visits: { zh: '来访合计', en: 'All visits' },
  calls: { zh: '来电', en: 'Calls' },
  visitsChart: { zh: '每天来访', en: 'Visits by day' },
  callsChart: { zh: '每天来电', en: 'Calls by day' },
} satisfies Record<string, Words>;

const mostGroups = 5;
const days = 31;
const spans = [1, ...Array.from({ length: days }, () => 1), 2, 2];
const [total, before] = startsOf(spans).slice(-2) as [number, number];
/** Where the second chart begins. */
const middle = 20;

export interface VisitsSection extends Section {
  readonly visits: Two<Area>;
}

type Records = Two<readonly RecordRow[]>;

export function visitsByDay(given: ReportGiven, visits: Records, calls: Records, from: number, t: Tell): VisitsSection {
  const { facts, period } = given;
  const length = daysBetween(period.from, period.to);
  const dayAt = (index: number): Day => addDays(period.from, index);
  const isOver = (index: number): boolean => index < length && dayAt(index) <= facts.today;
  const visited = (one: RecordRow): string => departmentVisited(one, facts);
  const departments = facts.directory.departments.map(({ name }) => name);
  const groups = leading([...visits.now, ...visits.before].map(visited), mostGroups, departments);
  const inGroup = (records: readonly RecordRow[], group: string): readonly RecordRow[] =>
    records.filter((one) => groupOf(visited(one), groups) === group);

  const headRow = from + 1;
  const firstGroup = headRow + 1;
  const totalRow = firstGroup + groups.length;
  const callsRow = totalRow + 1;

  const head = (index: number): DressedCell =>
    index >= length
      ? { value: '', look: 'head' }
      : { value: String(index + 1), look: 'head', ...(!facts.calendar.isWorkDay(dayAt(index)) && { tone: 'off' }) };
  const onDays = (cell: (index: number) => DressedCell): DressedCell[] =>
    Array.from({ length: days }, (_, index) => (isOver(index) ? cell(index) : { value: '' }));
  const summed = (row: number, known: boolean): DressedCell =>
    known ? sumOf(along(row, 1, 1 + days), 'count') : quiet(t(said.none));

  function countRow(label: string, records: Records, all: Records, row: number, momentOf = cameAt): SheetRow {
    const counts = byDay(records.now, momentOf);
    const known = all.now.length > 0;
    const cells = known
      ? onDays((index) => ({ value: counts[index]!, format: dayCount }))
      : onDays(() => ({ value: '' }));
    const earlier = all.before.length > 0 ? records.before.length : undefined;
    return lineOf(spans, [label, ...cells, summed(row, known), measured(earlier, 'count', t)]);
  }

  const totals = lineOf(
    spans,
    [
      t(words.visits),
      ...onDays((index) =>
        visits.now.length > 0
          ? { formula: formula`SUM(${down(firstGroup, totalRow, 1 + index)})`, format: dayCount }
          : { value: '' },
      ),
      summed(totalRow, visits.now.length > 0),
      measured(countOf(visits.before), 'count', t),
    ],
    'total',
  );
  const rows = [
    titleLine(t(words.title)),
    lineOf(spans, [
      { value: t(words.department), look: 'head' },
      ...Array.from({ length: days }, (_, index) => head(index)),
      { value: t(said.total), look: 'head' },
      { value: t(said.before), look: 'head' },
    ]),
    ...groups.map((group, index) => {
      const own = { now: inGroup(visits.now, group), before: inGroup(visits.before, group) };
      return countRow(group || t(said.others), own, visits, firstGroup + index);
    }),
    totals,
    countRow(t(words.calls), calls, calls, callsRow, at('at')),
  ];
  const labels = along(headRow, 0, 1 + length);
  const seriesOf = (row: number): Area => along(row, 0, 1 + length);
  const row = from + rows.length;
  const series = groups.map((_, index) => seriesOf(firstGroup + index));
  const charts = [
    ...chartOver(
      'stackedColumn',
      t(words.visitsChart),
      { row, from: 0, to: middle },
      { labels, series, known: visits.now.length > 0 },
    ),
    ...chartOver(
      'line',
      t(words.callsChart),
      { row, from: middle, to: width },
      { labels, series: [seriesOf(callsRow)], known: calls.now.length > 0 },
    ),
  ];
  return {
    rows: [...rows, ...blankRows(charts.length > 0 ? chartRows : 0)],
    charts,
    visits: { now: cellAt(totalRow, total), before: cellAt(totalRow, before) },
  };
}
