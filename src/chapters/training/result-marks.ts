// 7.3.1, 7.3.3: what an assessment must say: a score where there was an exam or a practical, a judgement where there was none.
import type { Check } from '../../kernel/register';
import { isEmpty, type Values } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { isScored, numberIn } from './rules';

export const assessmentWays = {
  exam: { zh: '考试', en: 'Exam' },
  practical: { zh: '实操', en: 'Practical' },
  questionnaire: { zh: '问卷', en: 'Questionnaire' },
  feedback: { zh: '反馈', en: 'Feedback' },
};

export const results = {
  excellent: { words: { zh: '优秀', en: 'Excellent' }, tone: 'done' },
  qualified: { words: { zh: '合格', en: 'Qualified' }, tone: 'active' },
  unqualified: { words: { zh: '不合格', en: 'Unqualified' }, tone: 'late' },
} as const;

const words = {
  score: { zh: '考试和实操要填分数。', en: 'An exam or a practical has a score.' },
  noScore: {
    zh: '问卷和反馈没有分数，请在“评定”里选。',
    en: 'Questionnaires and feedback have no score; choose a judgement.',
  },
  rating: { zh: '问卷和反馈要选评定。', en: 'A questionnaire or feedback has a judgement.' },
  noRating: {
    zh: '考试和实操的结果由分数得出，这里不填。',
    en: 'The result of an exam or a practical follows from its score.',
  },
  marks: { zh: '优秀线不能低于合格线。', en: 'Not below the pass mark.' },
} satisfies Record<string, Words>;

function scoreWords(row: Values): Words | undefined {
  if (isEmpty(row['way'])) return undefined;
  if (isScored(row)) return isEmpty(row['score']) ? words.score : undefined;
  return isEmpty(row['score']) ? undefined : words.noScore;
}

function ratingWords(row: Values): Words | undefined {
  if (isEmpty(row['way'])) return undefined;
  if (isScored(row)) return isEmpty(row['rating']) ? undefined : words.noRating;
  return isEmpty(row['rating']) ? words.rating : undefined;
}

const marksWords = (row: Values): Words | undefined =>
  numberIn(row, 'excellentMark') < numberIn(row, 'passMark') ? words.marks : undefined;

const check = (at: string, wrong: (row: Values) => Words | undefined): Check => ({
  at,
  fault(row) {
    const said = wrong(row);
    return said && { words: said };
  },
});

export const markChecks: readonly Check[] = [
  check('score', scoreWords),
  check('rating', ratingWords),
  check('excellentMark', marksWords),
];
