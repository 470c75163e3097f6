import { appraisedIn, assessorOf, reviewerOf, viewersOf } from '../../../src/chapters/appraisal/participants';
import { quarterToAppraise, spanOf } from '../../../src/chapters/appraisal/quarter';
import { roundMoves } from '../../../src/chapters/appraisal/round';
import { factsWith, type Difference, type Name } from '../world';

const span = spanOf('2026Q3');
const person = (name: Name, difference: Difference = {}) => {
  const facts = factsWith(difference);
  return { facts, one: facts.directory.person(name)! };
};
const assessor = (name: Name, difference: Difference = {}): string | undefined => {
  const { facts, one } = person(name, difference);
  return assessorOf(one, facts)?.name;
};

describe('8.3 the quarter', () => {
  test.each([
    ['2026-10-09', '2026Q3'],
    ['2026-09-10', '2026Q2'],
    ['2026-09-17', '2026Q3'],
    ['2027-01-02', '2026Q4'],
  ])('on %s is %s', (today, quarter) => expect(quarterToAppraise(factsWith({ now: `${today}T09:00` }))).toBe(quarter));

  test('has those at the front desk who were employed in it', () => {
    const staff = { 王芳: { leftOn: '2026-07-10' }, 李强: { joinedOn: '2026-10-01' } };
    expect(appraisedIn(span, factsWith({ staff })).map(({ name }) => name)).toEqual(['王芳']);
  });

  test('asks no summary of who has left', () => {
    const registers = roundMoves('2026Q3', factsWith({ staff: { 王芳: { leftOn: '2026-09-10' } } }))
      .filter(({ values }) => values['person'] === '王芳')
      .map(({ register }) => register);
    expect(registers).toEqual(['appraisals']);
  });
});

describe('8.1.1, 8.4.3 the assessor', () => {
  test('is the head of the department, and for the head the director', () => {
    expect(assessor('王芳')).toBe('刘洋');
    expect(assessor('刘洋')).toBe('赵敏');
    expect(assessor('王芳', { departments: [] })).toBe('赵敏');
  });

  test('is nobody who has left, and never the person', () => {
    expect(assessor('王芳', { staff: { 刘洋: { leftOn: '2026-10-01' } } })).toBe('赵敏');
    expect(assessor('赵敏')).toBe('刘洋');
  });
});

describe('8.1.1 an objection', () => {
  const settings = { 'appraisal.objectionsTo': '陈静' };
  test.each([
    ['王芳', '刘洋', {}, '赵敏'],
    ['王芳', '赵敏', { settings }, '陈静'],
    ['王芳', '赵敏', {}, ''],
    ['陈静', '赵敏', { settings }, ''],
  ] as const)('of %s, assessed by %s, goes to the right person', (who, by, difference, reviewer) =>
    expect(reviewerOf(who, by, factsWith(difference))).toBe(reviewer),
  );
});

describe('8.4.1 colleagues', () => {
  test('are others at the front desk and of other departments, without the assessor', () => {
    const { facts, one } = person('王芳');
    const viewers = viewersOf(one, assessorOf(one, facts), span, facts).map(({ name }) => name);
    expect(viewers.sort()).toEqual(['周琳', '李强', '陈静'].sort());
  });

  test('are the same each time they are looked for', () => {
    const { facts, one } = person('李强');
    expect(viewersOf(one, undefined, span, facts)).toEqual(viewersOf(one, undefined, span, facts));
  });
});
