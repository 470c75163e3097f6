// Chapter 8 of the policy: the quarterly appraisal of the front desk, from the records of the other chapters.
import type { Chapter } from '../../kernel/chapter';
import { appraisalReport } from './appraisal.report';
import * as parts from './parts';

/** `chapters`: those whose indicators and evidence count. */
export const appraisalOf = (chapters: readonly Chapter[]): Chapter => ({
  key: 'appraisal',
  title: { zh: '绩效考核', en: 'Appraisal' },
  colour: '#b06000',
  ...parts,
  reports: [appraisalReport(chapters)],
});
