// 8.2, 8.5.1: the grade that a total makes, by the totals that the settings ask for.
import type { Facts } from '../../kernel/facts';
import { indicatorList, type BandIndex } from './indicator-list';

export const grades = {
  excellent: { words: { zh: '优秀', en: 'Excellent' }, tone: 'done' },
  qualified: { words: { zh: '合格', en: 'Qualified' }, tone: 'active' },
  unqualified: { words: { zh: '不合格', en: 'Unqualified' }, tone: 'late' },
} as const;
export type Grade = keyof typeof grades;

export interface GradeThresholds {
  readonly excellentFrom: number;
  readonly qualifiedFrom: number;
}

export const gradeThresholdsOf = (facts: Facts): GradeThresholds => ({
  excellentFrom: facts.setting<number>('appraisal.excellentFrom'),
  qualifiedFrom: facts.setting<number>('appraisal.qualifiedFrom'),
});

export function gradeOf(total: number, { excellentFrom, qualifiedFrom }: GradeThresholds): Grade {
  if (total >= excellentFrom) return 'excellent';
  return total >= qualifiedFrom ? 'qualified' : 'unqualified';
}

/** The least and the most that somebody totals who is in the same band throughout. */
export const totalsOf = (band: BandIndex): { readonly from: number; readonly to: number } => ({
  from: indicatorList.reduce((sum, { bands }) => sum + bands[band].from, 0),
  to: indicatorList.reduce((sum, { bands }) => sum + bands[band].to, 0),
});
