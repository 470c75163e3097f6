import { training } from '../../../src/chapters/training';
import { digests } from '../../../src/chapters/training/digests';
import { isFor } from '../../../src/chapters/training/rules';
import type { Values } from '../../../src/kernel/values';
import { agency } from '../../api/agency';
import { deskOf, factsWith, recordOf, type Name } from '../world';
import { courseIn, held, name, plan } from './course';

const desk = deskOf(training);
const planned = (values: Values = {}) =>
  recordOf(desk.register('training-plan'), { ...plan, state: 'planned', ...values });
const person = (who: Name) => factsWith().directory.person(who)!;
const on = (day: string, as: Name | 'clock' = 'clock') => factsWith({ now: `${day}T08:00:00`, as });
const digest = (key: string) => digests.find((one) => one.key === key)!;

describe('7.1.1 the year’s plan', () => {
  test('front desk and HR plan; content, way, time and trainer are needed', () => {
    const course = courseIn(agency());
    expect(course.create('刘洋', 'training-plan', plan)).toEqual(['PX-2026-00001']);
    expect(course.values('training-plan', 'PX-2026-00001')).toMatchObject({ state: 'planned', training: null });
    const missing = { year: 2026, topic: '', area: '', way: '', plannedOn: '', trainer: '' };
    expect(Object.keys(course.faults('王芳', 'training-plan', missing)).sort()).toEqual(
      ['area', 'plannedOn', 'topic', 'trainer', 'way'].sort(),
    );
    const mine = { register: 'training-plan', rows: [plan], requestId: 'of-a-member-of-staff' };
    expect(course.office.problem('周琳', 'create', mine).code).toBe('notAllowed');
  });

  test('a training stands in the year in which it is planned', () => {
    const course = courseIn(agency());
    expect(course.faults('王芳', 'training-plan', { ...plan, year: 2027 })).toEqual({
      plannedOn: '不在计划的年度（2027）里。',
    });
    const [no] = course.create('王芳', 'training-plan', plan);
    const away = { register: 'training-plan', no: no!, transition: 'postpone', requestId: 'next-year' };
    const problem = course.office.problem('王芳', 'transition', { ...away, input: { plannedOn: '2027-01-08' } });
    expect(problem.fields).toEqual({ plannedOn: '不在计划的年度（2026）里。' });
    course.take('王芳', 'training-plan', no!, 'postpone', { plannedOn: '2026-12-08', reason: '讲师出差' });
    expect(course.values('training-plan', no!)).toMatchObject({ plannedOn: '2026-12-08', state: 'planned' });
  });

  test('what is cancelled says why, and is not held any more', () => {
    const { record } = desk.take(planned(), 'cancel', { reason: '并入下一次' });
    expect(record.values).toMatchObject({ state: 'cancelled', reason: '并入下一次' });
    expect(() => desk.take(record, 'hold', { heldOn: '2026-10-09' })).toThrow();
    expect(() => desk.take(planned(), 'cancel')).toThrow();
  });

  test('the plan is printed by its year, ended trainings with it', () => {
    const course = courseIn(agency());
    const no = held(course);
    course.take('刘洋', 'training-plan', no, 'assess');
    course.create('王芳', 'training-plan', { ...plan, topic: '沟通技巧', year: 2027, plannedOn: '2027-03-05' });
    expect(course.office.open()).not.toContain(no);
    const printed = (what: string) =>
      course.office.ask('周琳', 'print', { register: 'training-plan', what }).rows.map((row) => row[1]);
    expect([printed('this-year'), printed('next-year'), printed('last-year')]).toEqual([
      ['电话礼仪'],
      ['沟通技巧'],
      [],
    ]);
  });
});

describe('7.1.1 a week before', () => {
  test('trainer and front desk are told, once for each day', () => {
    const ahead = planned({ plannedOn: '2026-10-16' });
    const jobs = (record = ahead, day = '2026-10-09') =>
      training.jobs![0]!.plan([record], on(day)).acts!.map(({ transition }) => transition);
    expect(jobs()).toEqual(['announce']);
    expect(jobs(ahead, '2026-10-08')).toEqual([]);
    const { record, tells } = desk.take(ahead, 'announce', {}, on('2026-10-09'));
    expect(tells).toEqual([
      'training-announced-trainer → A03',
      'training-announced-front → A01',
      'training-announced-front → A02',
    ]);
    expect(jobs(record)).toEqual([]);
    expect(jobs({ ...record, values: { ...record.values, plannedOn: '2026-10-15' } })).toEqual(['announce']);
    expect(jobs(planned({ plannedOn: '2026-10-08' }))).toEqual([]);
  });

  test('not on a day off', () => {
    const sunday = training.jobs![0]!.plan([planned({ plannedOn: '2026-10-16' })], on('2026-10-11'));
    expect(sunday.acts).toEqual([]);
  });

  test('a trainer of outside gets no letter', () => {
    const { tells } = desk.take(planned({ trainer: '张教授' }), 'announce', {}, on('2026-10-09'));
    expect(tells.filter((one) => one.includes('trainer'))).toEqual([]);
  });

  test('the letter names topic, day and trainer, and goes no more once it is held', () => {
    const letter = desk.letter('training-announced-front', planned());
    expect(letter.subject).toBe('培训提醒：电话礼仪（2026-10-09）');
    expect(letter.facts).toContainEqual(['讲师', '陈静']);
    const isDue = desk.product.letter('training-announced-front')!.isDue;
    expect([isDue(planned(), factsWith()), isDue(planned({ state: 'held' }), factsWith())]).toEqual([true, false]);
  });

  test('those whom it is for read of it a week before, and everybody concerned on its day', () => {
    const ahead = planned({ plannedOn: '2026-10-19', audience: '社工部、前台' });
    const readers = (day: string) =>
      (['王芳', '陈静', '赵敏', '刘洋', '周琳'] as const).filter(
        (who) => digest('training-coming').lines([ahead], person(who), on(day)).length > 0,
      );
    expect(readers('2026-10-12')).toEqual(['周琳']);
    expect(readers('2026-10-13')).toEqual([]);
    expect(readers('2026-10-19')).toEqual(['王芳', '陈静', '周琳']);
  });

  test('where the week before begins on a day off, on the first working day', () => {
    const sunday = planned({ plannedOn: '2026-10-18', audience: '周琳' });
    const lines = (day: string) => digest('training-coming').lines([sunday], person('周琳'), on(day));
    expect(lines('2026-10-11')).toEqual([]);
    expect(lines('2026-10-12')).toEqual([['2026-10-18', '电话礼仪、陈静']]);
  });

  test.each([
    ['', ['王芳', '李强']],
    ['全员', ['王芳', '李强', '陈静', '赵敏', '刘洋', '周琳']],
    ['全体员工', ['王芳', '李强', '陈静', '赵敏', '刘洋', '周琳']],
    ['社工部', ['陈静', '周琳']],
    ['前台人员，刘洋', ['王芳', '李强', '刘洋']],
    ['志愿者', []],
  ])('“%s” means %p', (audience, meant) => {
    const people = factsWith().directory.people.filter((one) => isFor({ audience }, one));
    expect(people.map(({ name: who }) => who)).toEqual(meant);
  });
});

describe('7.1.1 next year’s plan', () => {
  const asked = (day: string, who: Name = '刘洋', plans = [planned()]) =>
    digest('training-plan-asked').lines(plans, person(who), on(day)).length > 0;

  test('is asked of HR in December, from its first working day on, on Mondays', () => {
    expect([asked('2026-11-30'), asked('2026-12-01'), asked('2026-12-02'), asked('2026-12-07')]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(asked('2026-12-01', '王芳')).toBe(false);
  });

  test('until there is a row of it', () => {
    expect(asked('2026-12-07', '刘洋', [planned({ year: 2027 })])).toBe(false);
  });

  test('and is what a form proposes then', () => {
    const { year } = desk.register('training-plan').columns;
    expect([year!.default!(on('2026-11-30')), year!.default!(on('2026-12-01'))]).toEqual([2026, 2027]);
  });

  test('no letter of an earlier day tells of it twice', () => {
    const office = agency({ now: '2026-12-01T08:00:00' });
    office.morning();
    office.sendMail();
    const mails = office.ports.sent.filter(({ text }) => text.includes('2027 年的培训'));
    expect(mails.map(({ to }) => to)).toEqual(['liuyang@example.org']);
  });
});

describe('7.2.2 the training is held', () => {
  test('and named by its number, topic and day', () => {
    const course = courseIn(agency());
    const no = held(course);
    expect(course.values('training-plan', no)).toMatchObject({
      state: 'held',
      heldOn: '2026-10-09',
      training: name,
      attendanceOn: '2026-10-09',
    });
  });

  test('not on a day to come', () => {
    expect(() => desk.take(planned(), 'hold', { heldOn: '2026-10-10' })).toThrow();
  });

  test('the letter to the front desk goes out in the morning', () => {
    const office = agency();
    const course = courseIn(office);
    course.create('王芳', 'training-plan', { ...plan, plannedOn: '2026-10-16' });
    office.morning();
    office.sendMail();
    const told = office.ports.sent.filter(({ subject }) => subject.includes('电话礼仪')).map(({ to }) => to);
    expect(told.sort()).toEqual(['chenjing@example.org', 'liqiang@example.org', 'wangfang@example.org']);
  });
});

describe('7.3.2 what to improve in later trainings', () => {
  test('is noted by HR when the assessment is done; not before attendance is taken', () => {
    const without = planned({ state: 'held', heldOn: '2026-10-09', training: name });
    const hr = factsWith({ as: '刘洋' });
    expect(() => desk.take(without, 'assess', {}, hr)).toThrow();
    const taken = { ...without, values: { ...without.values, attendanceOn: '2026-10-09' } };
    expect(() => desk.take(taken, 'assess', {}, factsWith({ as: '王芳' }))).toThrow();
    const { record } = desk.take(taken, 'assess', { improvements: '多做演练' }, hr);
    expect(record.values).toMatchObject({ state: 'held', assessedOn: '2026-10-09', improvements: '多做演练' });
  });

  test('HR is reminded of what is not assessed after a week', () => {
    const waiting = planned({ state: 'held', heldOn: '2026-10-02', attendanceOn: '2026-10-02', training: name });
    const lines = (who: Name, day: string) => digest('training-to-assess').lines([waiting], person(who), on(day));
    expect(lines('刘洋', '2026-10-09')).toEqual([['PX-2026-00001', '电话礼仪，2026-10-02 举行']]);
    expect([lines('刘洋', '2026-10-08'), lines('王芳', '2026-10-09')]).toEqual([[], []]);
  });
});
