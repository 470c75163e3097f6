import { agency } from '../../api/agency';
import type { Name } from '../world';
import { courseIn, held, plan, type Course } from './course';

const sections = ({ office }: Course, who: Name) =>
  Object.fromEntries(
    office
      .ask(who, 'board', {})
      .sections.filter(({ key, lines }) => key.startsWith('training-') && lines.length > 0)
      .map(({ key, lines }) => [key, lines.map(({ strong, next }) => [strong, next?.transition])]),
  );

describe('7.1.1 the board', () => {
  test('shows trainings of the coming week, and on their day how to hold them', () => {
    const course = courseIn(agency());
    course.create('王芳', 'training-plan', plan, { ...plan, topic: '表格', plannedOn: '2026-10-16' });
    course.create('王芳', 'training-plan', { ...plan, topic: '远期', plannedOn: '2026-10-17', trainer: '张教授' });
    const seen = {
      'training-coming': [
        ['电话礼仪', 'hold'],
        ['表格', undefined],
      ],
    };
    expect(sections(course, '李强')).toEqual(seen);
    expect(sections(course, '陈静')).toEqual({
      'training-coming': [
        ['电话礼仪', undefined],
        ['表格', undefined],
      ],
    });
    expect(sections(course, '周琳')).toEqual({});
  });
});

describe('7.2.3, 7.3.1 the board', () => {
  test('shows who is to sign, and HR what is to be assessed until that is done', () => {
    const course = courseIn(agency());
    const no = held(course, '周琳');
    expect(sections(course, '王芳')).toEqual({ 'training-unsigned': [['周琳', 'sign']] });
    expect(sections(course, '周琳')).toEqual({ 'training-unsigned': [['周琳', undefined]] });
    expect(sections(course, '刘洋')['training-to-assess']).toEqual([['电话礼仪', 'assess']]);
    course.take('刘洋', 'training-plan', no, 'assess', { improvements: '多做演练' });
    expect(sections(course, '刘洋')).not.toHaveProperty('training-to-assess');
  });

  test('a training held continues with one more name, or with a result, filled in', () => {
    const course = courseIn(agency());
    const no = held(course);
    const follows = (who: Name) =>
      course.office.ask(who, 'record', { register: 'training-plan', no }).follows.map(({ register }) => register);
    expect(follows('刘洋')).toEqual(['training-attendance', 'training-results']);
    expect(follows('王芳')).toEqual(['training-attendance']);
    const form = course.office.ask('刘洋', 'form', { register: 'training-results' });
    const offered = form.fields.find(({ key }) => key === 'training')!.options;
    expect(offered).toEqual([
      { value: 'PX-2026-00001 电话礼仪 2026-10-09', label: 'PX-2026-00001 电话礼仪 2026-10-09', note: '陈静' },
    ]);
  });
});
