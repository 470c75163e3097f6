// 8.2, 8.4.1: a quarter's appraisals on one tab, a line a person.
import { addDays } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import { down, formula, type DressedCell, type ReportBody, type SheetRow } from '../../kernel/report-sheet';
import { text } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { appraisals } from './appraisals.register';
import { gradeOf, grades, gradeThresholdsOf } from './grade';
import { isWhole } from './part';
import { totalOf } from './sheet-check';
import type { SheetGiven } from './sheet';
import { formats, middle, quiet, sheetWords, tellIn } from './sheet-words';

const words = {
  title: { zh: '前台绩效考核汇总　{quarter}', en: 'Appraisals of the front desk, {quarter}' },
  tab: { zh: '考核汇总 {quarter}', en: 'Appraisals {quarter}' },
  staffNo: { zh: '工号', en: 'Staff no.' },
  person: { zh: '姓名', en: 'Person' },
  department: { zh: '部门', en: 'Department' },
  period: { zh: '考核期', en: 'Period' },
  assessor: { zh: '考核人', en: 'Assessor' },
  total: { zh: '总分', en: 'Total' },
  grade: { zh: '等级', en: 'Grade' },
  answer: { zh: '本人意见', en: 'Answer' },
  outcomes: { zh: '结果运用', en: 'Outcome' },
  state: { zh: '状态', en: 'State' },
  whole: { zh: '整季', en: 'whole quarter' },
  part: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  mean: { zh: '平均', en: 'Mean' },
  legend: {
    zh: '每人一行；评完的才有总分和等级，平均只算评完的。明细见各人的考核表。',
    en: 'A line a person; total and grade once all is scored, the mean of those only. Details on each person’s sheet.',
  },
} satisfies Record<string, Words>;

const columns = [
  'staffNo',
  'person',
  'department',
  'period',
  'assessor',
  'total',
  'grade',
  'answer',
  'outcomes',
  'state',
] as const;
const widths = [60, 70, 80, 170, 70, 80, 70, 70, 120, 80];
const totalAt = columns.indexOf('total');

function personRow(one: SheetGiven): SheetRow {
  const { record, person, part, period, lines, facts } = one;
  const t = tellIn(facts.language);
  const { values } = record;
  const shown = (key: string): string => appraisals.all[key]!.show(values[key] ?? null, facts.language);
  const total = totalOf(lines);
  const grade = total === undefined ? undefined : gradeOf(total, gradeThresholdsOf(facts));
  const unfinished: DressedCell = { ...quiet(t(sheetWords.unfinished)), format: formats.middle };
  const employed = isWhole(part, period) ? t(words.whole) : t(words.part, { ...part, to: addDays(part.to, -1) });
  const cells: Readonly<Record<(typeof columns)[number], DressedCell>> = {
    staffNo: { value: person?.staffNo ?? '' },
    person: { value: text(values['person']) },
    department: { value: person?.department ?? '' },
    period: { value: employed },
    assessor: { value: shown('assessor') },
    total: total === undefined ? unfinished : { value: total, format: formats.points },
    grade: grade === undefined ? unfinished : { ...middle(t(grades[grade].words)), tone: grades[grade].tone },
    answer: { value: shown('acknowledgement') },
    outcomes: { value: shown('outcomes') },
    state: middle(shown('state')),
  };
  return columns.map((key) => cells[key]);
}

export function summaryOf(all: readonly SheetGiven[], quarter: string, facts: Facts): ReportBody {
  const t = tellIn(facts.language);
  const totals = formula`${down(1, 1 + all.length, totalAt)}`;
  const mean = formula`IF(COUNT(${totals})=0,${{ text: t(sheetWords.unfinished) }},ROUND(AVERAGE(${totals}),1))`;
  const last = columns.map((_, column): DressedCell => {
    if (column === 0) return { value: t(words.mean), look: 'total' };
    return column === totalAt ? { formula: mean, look: 'total', format: formats.tenths } : { value: '', look: 'total' };
  });
  return {
    part: 'summary',
    title: t(words.title, { quarter }),
    tab: t(words.tab, { quarter }),
    widths,
    headRows: 1,
    rows: [columns.map((key) => ({ value: t(words[key]), look: 'head' })), ...all.map(personRow), last],
    legend: [t(words.legend)],
    prints: 'portrait',
  };
}
