import { knowledgeOf } from '../../../src/chapters/training/indicators';
import { trainingResults } from '../../../src/chapters/training/training-results.register';
import type { Values } from '../../../src/kernel/values';
import { recordOf } from '../world';

const result = (values: Values) =>
  recordOf(trainingResults, { person: '李强', way: 'exam', score: 80, assessedOn: '2026-10-09', ...values });
const quarter = { from: '2026-10-01', to: '2026-12-31' };

describe('8.2 professional knowledge', () => {
  test('is the sum and the count of a person’s exams and practicals in the period', () => {
    const counted = [result({}), result({ way: 'practical', score: 71.5, assessedOn: '2026-12-31' })];
    const others = [
      result({ person: '王芳' }),
      result({ assessedOn: '2026-09-30' }),
      result({ assessedOn: '2027-01-01' }),
      result({ way: 'feedback', score: null, rating: 'excellent' }),
      result({ way: 'exam', score: null }),
    ];
    expect(knowledgeOf([...counted, ...others], '李强', quarter)).toEqual({ sum: 151.5, count: 2, rows: counted });
  });

  test('a make-up exam replaces the score in the quarter of the training', () => {
    const madeUp = result({ score: 72, firstScore: 40, makeUpOn: '2027-01-15' });
    expect(knowledgeOf([madeUp], '李强', quarter)).toMatchObject({ sum: 72, count: 1 });
    expect(knowledgeOf([madeUp], '李强', { from: '2027-01-01', to: '2027-03-31' }).count).toBe(0);
  });

  test('without results there is nothing, and no mean of nought', () => {
    expect(knowledgeOf([], '李强', quarter)).toEqual({ sum: 0, count: 0, rows: [] });
  });

  test('a score of nought counts', () => {
    expect(knowledgeOf([result({ score: 0 })], '李强', quarter)).toMatchObject({ sum: 0, count: 1 });
  });
});
