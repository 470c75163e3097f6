import { evidence, indicators } from '../../../src/chapters/training/indicators';
import { trainingAttendance } from '../../../src/chapters/training/training-attendance.register';
import { trainingResults } from '../../../src/chapters/training/training-results.register';
import type { Register } from '../../../src/kernel/register';
import type { RecordRow, Values } from '../../../src/kernel/values';
import { factsWith, recordOf } from '../world';

const result = (values: Values, row = 2): RecordRow => ({
  ...recordOf(trainingResults, { person: '李强', way: 'exam', score: 80, assessedOn: '2026-10-09', ...values }),
  row,
});
const quarter = { from: '2026-10-01', to: '2027-01-01' };

function givenOf(records: readonly RecordRow[], period = quarter) {
  const facts = factsWith({});
  return {
    facts,
    period,
    part: period,
    person: facts.directory.person('李强')!,
    records: ({ key }: Register) => records.filter(({ register }) => register === key),
  };
}
const measured = (records: readonly RecordRow[], period = quarter) => indicators[0]!.measure(givenOf(records, period));

describe('8.2 professional knowledge', () => {
  test('is the sum and the count of a person’s exams and practicals in the period, with their rows', () => {
    const counted = [result({}, 5), result({ way: 'practical', score: 71.5, assessedOn: '2026-12-31' }, 9)];
    const others = [
      result({ person: '王芳' }),
      result({ assessedOn: '2026-09-30' }),
      result({ assessedOn: '2027-01-01' }),
      result({ way: 'feedback', score: null, rating: 'excellent' }),
      result({ way: 'exam', score: null }),
    ];
    expect(measured([...counted, ...others])).toEqual({
      sum: 151.5,
      count: 2,
      found: [{ register: 'training-results', rows: [5, 9] }],
    });
  });

  test('a make-up exam replaces the score in the quarter of the training', () => {
    const madeUp = result({ score: 72, firstScore: 40, makeUpOn: '2027-01-15' });
    expect(measured([madeUp])).toMatchObject({ sum: 72, count: 1 });
    expect(measured([madeUp], { from: '2027-01-01', to: '2027-04-01' })).toMatchObject({ count: 0 });
  });

  test('without results there is nothing, and no mean of nought', () => {
    expect(measured([])).toEqual({ sum: 0, count: 0, found: [] });
  });

  test('a score of nought counts', () => {
    expect(measured([result({ score: 0 })])).toMatchObject({ sum: 0, count: 1 });
  });
});

describe('8.5.2 trainings as evidence', () => {
  const attendance = (values: Values) =>
    recordOf(trainingAttendance, {
      person: '李强',
      present: true,
      training: 'PX-2026-00001 电话礼仪 2026-10-09',
      recordedAt: '2026-10-09T17:00',
      ...values,
    });
  test('are told by topic, of those at which the person was', () => {
    const records = [attendance({}), attendance({ present: false }), attendance({ person: '王芳' })];
    expect(evidence[0]!.tell(givenOf(records))).toEqual(['参加培训 1 次：电话礼仪 2026-10-09']);
    expect(evidence[0]!.tell(givenOf([]))).toEqual([]);
  });
});
