// 8.2: the table of a sheet: three groups of indicators, each with its value, its source, its band and its points.
import type { Facts } from '../../kernel/facts';
import { cellAt, spread, type Area, type DressedCell, type Mark, type SheetRow } from '../../kernel/report-sheet';
import type { Words } from '../../kernel/words';
import { grades } from './grade';
import { groups, possible, type Group } from './indicator-list';
import { bandLabels, isValid, type ScoreLine } from './sheet-lines';
import { totalRow, gradeRow } from './sheet-total';
import { at, columns, type SheetColumn } from './sheet-typed';
import { formats, middle, quiet, sheetWords, tellIn, type Tell } from './sheet-words';

export const widths = [140, 45, 125, 50, 170, 135, 50, 160];

const words = {
  indicator: { zh: '指标', en: 'Indicator' },
  possible: { zh: '分值', en: 'Points possible' },
  value: { zh: '测得', en: 'Measured' },
  sample: { zh: '样本', en: 'Sample' },
  found: { zh: '依据', en: 'Where from' },
  band: { zh: '档次', en: 'Band' },
  points: { zh: '得分', en: 'Points' },
  remark: { zh: '说明', en: 'Remark' },
  group: { zh: '{group}（{possible} 分）', en: '{group} ({possible} points)' },
  rows: { zh: '{register} 第 {from}–{to} 行', en: '{register}, rows {from}–{to}' },
  reason: {
    zh: '没有数据：请评分，并在这里写理由。',
    en: 'No data: please score, and say here why.',
  },
  confirm: {
    zh: '数据偏少：同意建议的得分请选“确认”，修改请写理由。',
    en: 'Few data: choose “confirmed” to keep the points proposed, or say why you changed them.',
  },
} satisfies Record<SheetColumn | string, Words>;

export const headRow = (t: Tell): SheetRow => columns.map((key) => ({ value: t(words[key]), look: 'head' }));

/** The rows from which a figure comes, in the workbook where they are. */
function sourceCell({ of, rows }: ScoreLine['found'][number], t: Tell): DressedCell {
  const [from, to] = [Math.min(...rows), Math.max(...rows) + 1];
  return {
    value: t(words.rows, { register: of.title, from: from + 1, to }),
    leadsTo: {
      workbook: of.workbook,
      sheetId: of.sheetId,
      fromRow: from,
      toRow: to,
      fromColumn: 0,
      toColumn: Object.keys(of.all).length,
    },
  };
}

const descending = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(to - index));

function remarkCell({ data, remark, isEntry }: ScoreLine, t: Tell): DressedCell {
  const cell = { value: remark, format: formats.wrapped };
  if (!isEntry || data === undefined) return cell;
  if (data === 'none') return { ...cell, note: t(words.reason), ...(remark === '' && { tone: 'waiting' }) };
  const options = [t(sheetWords.confirmed)];
  return { ...cell, options, note: t(words.confirm), ...(remark === '' && { tone: 'waiting' }) };
}

function valueCell({ data, measured }: ScoreLine, t: Tell): DressedCell {
  if (data === undefined) return middle('');
  if (!measured) return { ...middle(t(sheetWords.noData)), tone: 'waiting' };
  return data === 'few'
    ? { ...middle(`${measured.value} ${t(sheetWords.few)}`), tone: 'waiting' }
    : middle(measured.value);
}

function lineRow(line: ScoreLine, facts: Facts, t: Tell): SheetRow {
  const { indicator, measured, points, band, isEntry, proposed } = line;
  const options = isEntry ? { options: bandLabels(indicator, facts) } : {};
  const offered = isEntry ? { options: descending(indicator.bands[2].from, possible(indicator)) } : {};
  const isWrong = points !== '' && !isValid(points, indicator);
  const tone = isWrong ? { tone: 'late' as const } : proposed ? { tone: 'waiting' as const } : {};
  const [source] = line.found;
  const cells: Readonly<Record<SheetColumn, DressedCell>> = {
    indicator: { value: t(indicator.words), note: t(indicator.by) },
    possible: { value: possible(indicator), format: formats.points },
    value: valueCell(line, t),
    sample: measured ? { value: measured.sample, format: formats.points } : middle(''),
    found: source ? sourceCell(source, t) : { value: '' },
    band: { value: band, format: formats.wrapped, ...options },
    points: { value: points, format: formats.points, ...offered, ...tone },
    remark: remarkCell(line, t),
  };
  return columns.map((key) => cells[key]);
}

/** Under an indicator: its other sources, and what was said beside it. */
const under = ({ found, told }: ScoreLine, t: Tell): readonly SheetRow[] => [
  ...found.slice(1).map((one): SheetRow => ['', ...spread(sourceCell(one, t), columns.length - 1)]),
  ...told.map((said): SheetRow => ['', ...spread({ ...quiet(said), format: formats.wrapped }, columns.length - 1)]),
];

export interface Table {
  readonly rows: readonly SheetRow[];
  readonly entries: readonly Area[];
  readonly marks: readonly Mark[];
}

/** From row `from` on. Total and grade are live formulas. */
export function tableOf(lines: readonly ScoreLine[], from: number, facts: Facts): Table {
  const t = tellIn(facts.language);
  const rows: SheetRow[] = [];
  const entries: Area[] = [];
  for (const group of Object.keys(groups) as readonly Group[]) {
    const own = lines.filter(({ indicator }) => indicator.group === group);
    const most = own.reduce((sum, { indicator }) => sum + possible(indicator), 0);
    rows.push(
      spread({ value: t(words.group, { group: groups[group], possible: most }), look: 'section' }, columns.length),
    );
    for (const line of own) {
      const row = from + rows.length;
      if (line.isEntry) {
        entries.push({ fromRow: row, toRow: row + 1, fromColumn: at('band'), toColumn: at('remark') + 1 });
      }
      rows.push(lineRow(line, facts, t), ...under(line, t));
    }
  }
  const end = from + rows.length;
  const sums = [totalRow(from, end, t), gradeRow(end, facts, t)];
  const marks = (['unqualified', 'excellent'] as const).map((key): Mark => ({
    area: cellAt(end + 1, at('points')),
    text: t(grades[key].words),
    tone: grades[key].tone,
  }));
  return { rows: [...rows, ...sums], entries, marks };
}
