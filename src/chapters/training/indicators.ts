// 8.2: what the appraisal takes from trainings: the mean score of a person's exams and practicals.
import type { Day } from '../../kernel/civil';
import { text, type RecordRow } from '../../kernel/values';
import { isScored, numberIn } from './rules';

/** Days, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export interface Knowledge {
  /** Of the scores, each from 0 to 100; the mean is sum ÷ count. */
  readonly sum: number;
  readonly count: number;
  readonly rows: readonly RecordRow[];
}

/**
 * Results belong to the period in which the training was assessed; a make-up exam replaces the score there, whenever it was sat.
 * `person`: as written on the tab.
 */
export function knowledgeOf(results: readonly RecordRow[], person: string, { from, to }: Period): Knowledge {
  const rows = results.filter(({ values }) => {
    const assessedOn = text(values['assessedOn']);
    return (
      isScored(values) &&
      typeof values['score'] === 'number' &&
      values['person'] === person &&
      from <= assessedOn &&
      assessedOn <= to
    );
  });
  return { sum: rows.reduce((sum, { values }) => sum + numberIn(values, 'score'), 0), count: rows.length, rows };
}
