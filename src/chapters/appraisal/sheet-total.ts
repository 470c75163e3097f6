// 8.2, 8.5.1: total and grade of a sheet as live formulas.
import type { Facts } from '../../kernel/facts';
import { cellAt, down, formula, type DressedCell, type Formula, type SheetRow } from '../../kernel/report-sheet';
import type { Words } from '../../kernel/words';
import { gradeThresholdsOf, grades } from './grade';
import { indicatorList } from './indicator-list';
import { at, columns } from './sheet-typed';
import { formats, sheetWords, type Tell } from './sheet-words';

const words = {
  total: { zh: '总分', en: 'Total' },
  grade: { zh: '等级', en: 'Grade' },
} satisfies Record<string, Words>;

const summed = (label: string, value: Formula): SheetRow =>
  columns.map((key): DressedCell => {
    if (key === 'indicator') return { value: label, look: 'total' };
    if (key !== 'points') return { value: '', look: 'total' };
    return { formula: value, look: 'total', format: formats.points };
  });

/** Of the rows of the table. */
export function totalRow(from: number, end: number, t: Tell): SheetRow {
  const points = formula`${down(from, end, at('points'))}`;
  const all = indicatorList.length;
  const sum = formula`IF(COUNT(${points})=${all},SUM(${points}),${{ text: t(sheetWords.unfinished) }})`;
  const row = summed(t(words.total), sum);
  return row.map((cell, column) =>
    column === at('possible')
      ? { formula: formula`SUM(${down(from, end, column)})`, look: 'total', format: formats.points }
      : cell,
  );
}

/** `total`: the row above it. */
export function gradeRow(total: number, facts: Facts, t: Tell): SheetRow {
  const { excellentFrom, qualifiedFrom } = gradeThresholdsOf(facts);
  const sum = cellAt(total, at('points'));
  const said = (key: keyof typeof grades) => ({ text: t(grades[key].words) });
  const grade = formula`IF(${sum}>=${excellentFrom},${said('excellent')},IF(${sum}>=${qualifiedFrom},${said('qualified')},${said('unqualified')}))`;
  return summed(t(words.grade), formula`IF(ISNUMBER(${sum}),${grade},${{ text: t(sheetWords.unfinished) }})`);
}
