import { training } from '../../../src/chapters/training';
import { digests } from '../../../src/chapters/training/digests';
import { auditTab, outboxTab } from '../../../src/kernel/kernel-tabs';
import type { Values } from '../../../src/kernel/values';
import { agency } from '../../api/agency';
import { deskOf, factsWith, recordOf, wholeLetter, type Name } from '../world';
import { courseIn, held, name, type Course } from './course';

const desk = deskOf(training);
const hr = factsWith({ as: '刘洋' });
const exam: Values = { training: name, person: '李强', way: 'exam', score: 75 };
const course = (): Course => {
  const made = courseIn(agency());
  held(made);
  return made;
};
const standing = { taken: (register: string) => register !== 'training-results' };
const entered = (values: Values) => desk.create('training-results', { ...exam, ...values }, hr, standing).record;
const faults = (values: Values) => course().faults('刘洋', 'training-results', { ...exam, ...values });

describe('7.3.1 the result', () => {
  test.each([
    [90, 'excellent', 'toCommend'],
    [89.5, 'qualified', 'passed'],
    [60, 'qualified', 'passed'],
    [59.9, 'unqualified', 'toArrange'],
  ])('of a score of %d is %s', (score, result, state) => {
    expect(entered({ score }).values).toMatchObject({ score, result, state, passMark: 60, excellentMark: 90 });
  });

  test('is asked for as a number, where visitors choose one of five', () => {
    const control = (register: string) =>
      course()
        .office.ask('刘洋', 'form', { register })
        .fields.find(({ key }) => key === 'score')!.control;
    expect([control('training-results'), control('feedback')]).toEqual(['number', 'rating']);
  });

  test('follows the marks of the assessment', () => {
    expect(entered({ score: 75, passMark: 80, excellentMark: 95 }).values['result']).toBe('unqualified');
    expect(entered({ way: 'practical', score: 75, passMark: 50, excellentMark: 75 }).values['result']).toBe(
      'excellent',
    );
  });

  test('of a questionnaire or feedback is judged by hand', () => {
    expect(entered({ way: 'feedback', score: null, rating: 'qualified' }).values).toMatchObject({
      result: 'qualified',
    });
  });

  test('a score is needed of exam and practical, and refused of the others, at the field', () => {
    expect(faults({ score: null })).toEqual({ score: '考试和实操要填分数。' });
    expect(faults({ way: 'practical', score: null, rating: 'qualified' })).toEqual({
      score: '考试和实操要填分数。',
      rating: '考试和实操的结果由分数得出，这里不填。',
    });
    expect(faults({ way: 'questionnaire', score: 80 })).toEqual({
      score: '问卷和反馈没有分数，请在“评定”里选。',
      rating: '问卷和反馈要选评定。',
    });
    expect(Object.keys(faults({ score: 101 }))).toEqual(['score']);
    expect(Object.keys(faults({ passMark: 90, excellentMark: 80 }))).toEqual(['excellentMark']);
  });

  test('is not typed: the system fills it in', () => {
    expect(faults({ result: 'excellent' })).toHaveProperty('result');
  });
});

describe('7.3.1 only who was there is assessed', () => {
  test('others are refused at the field', () => {
    const office = course();
    const [ok] = office.create('刘洋', 'training-results', exam);
    expect(office.values('training-results', ok!)).toMatchObject({ person: '李强', presence: 'PX-2026-00001 A02' });
    expect(office.faults('刘洋', 'training-results', { ...exam, person: '周琳' })).toEqual({
      person: '签到表上没有此人在这次培训到场的记录；到场的人才能评估。',
    });
  });

  test('also who is on the sheet as absent, or has said so', () => {
    const office = course();
    office.create('王芳', 'training-attendance', { training: name, person: '周琳', present: false });
    expect(office.faults('刘洋', 'training-results', { ...exam, person: '周琳' })).toHaveProperty('person');
    office.take('王芳', 'training-attendance', 'PQ-2026-00002', 'markAbsent');
    expect(office.faults('刘洋', 'training-results', exam)).toHaveProperty('person');
  });

  test('who was at another training has not been at this', () => {
    const office = course();
    const [no] = office.create('王芳', 'training-plan', {
      ...{ year: 2026, topic: '表格', area: 'software', way: 'online', plannedOn: '2026-10-08', trainer: '王芳' },
    });
    office.take('王芳', 'training-plan', no!, 'hold', { heldOn: '2026-10-08', present: '周琳' });
    expect(office.faults('刘洋', 'training-results', { ...exam, person: '周琳' })).toHaveProperty('person');
    const other = { ...exam, training: 'PX-2026-00002 表格 2026-10-08', person: '周琳' };
    expect(office.create('刘洋', 'training-results', other)).toEqual(['PG-2026-00001']);
  });

  test('a training that is not held has no results', () => {
    expect(faults({ training: 'PX-2026-00007 没有举行' })['training']).toMatch('没有这样一次已举行的培训');
  });

  test('which costs one look into the desk', () => {
    const office = course();
    office.create('刘洋', 'training-results', exam);
    const before = office.office.ports.calls.length;
    office.create('刘洋', 'training-results', { ...exam, way: 'practical' });
    expect(office.office.ports.calls.length - before).toBe(3);
  });

  test('typed rows are told the same', () => {
    const { office } = course();
    office.type('training-results', 2, [exam, { ...exam, person: '周琳' }]);
    office.evening();
    const rows = office.records('training-results');
    expect(rows.map(({ no, values }) => [no, values['result']])).toEqual([
      ['PG-2026-00001', 'qualified'],
      ['', null],
    ]);
    expect(rows[1]!.values['check']).toMatch('到场的人才能评估');
  });

  test('once for each way', () => {
    const office = course();
    office.create('刘洋', 'training-results', exam);
    expect(Object.keys(office.faults('刘洋', 'training-results', { ...exam, score: 80 }))).toEqual(['person']);
    const feedback = { training: name, person: '李强', way: 'feedback', rating: 'excellent' };
    expect(office.create('刘洋', 'training-results', feedback)).toEqual(['PG-2026-00002']);
  });
});

describe('7.3.1 scores are seen by HR and the director only', () => {
  test('others neither read nor enter them', () => {
    const office = course();
    const [no] = office.create('刘洋', 'training-results', exam);
    const reading = { register: 'training-results', no: no! };
    expect(office.office.ask('赵敏', 'record', reading).values['score']).toBe(75);
    for (const who of ['王芳', '陈静', '李强'] as const) {
      expect(office.office.problem(who, 'record', reading).code).toBe('notAllowed');
      expect(office.office.problem(who, 'find', { register: 'training-results' }).code).toBe('notAllowed');
    }
    const row = { register: 'training-results', rows: [exam], requestId: 'by-the-front' };
    expect(office.office.problem('王芳', 'create', row).code).toBe('notAllowed');
    expect(office.office.problem('赵敏', 'create', { ...row, requestId: 'by-the-director' }).code).toBe('notAllowed');
  });

  test('nothing of a result stands on a tab of the desk, nor in an e-mail or a digest', () => {
    const made = course();
    const { office } = made;
    const secret = { ...exam, score: 43.21, passMark: 61.7, excellentMark: 93.6, lessons: '要补基础' };
    const [no] = made.create('刘洋', 'training-results', secret);
    made.take('刘洋', 'training-results', no!, 'arrangeMakeUp', { followUpDue: '2026-10-12' });
    office.sendMail();
    office.ports.setNow('2026-10-12T08:00:00');
    office.morning();
    office.sendMail();
    const desks = [...training.registers.filter(({ workbook }) => workbook === 'desk'), auditTab, outboxTab];
    const said = [
      ...desks.map(({ sheetId }) => JSON.stringify(office.ports.cells('desk', sheetId))),
      ...office.ports.sent.map(({ subject, text, html }) => subject + text + html),
    ].join('\n');
    expect(office.ports.sent.length).toBeGreaterThan(0);
    const secrets = ['43.21', '61.7', '93.6', '要补基础', '不合格', 'unqualified'];
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
  });
});

describe('7.3.3 the outstanding are commended', () => {
  test('which HR notes, and nobody else', () => {
    const excellent = entered({ score: 95 });
    expect(excellent.values).toMatchObject({ state: 'toCommend', followUp: 'commend' });
    expect(() => desk.take(excellent, 'commend', {}, factsWith({ as: '王芳' }))).toThrow();
    const { record, tells } = desk.take(excellent, 'commend', { followUpNote: '例会表扬' }, hr);
    expect(record.values).toMatchObject({ state: 'closed', followUpDone: '2026-10-09', followUpNote: '例会表扬' });
    expect(tells).toEqual([]);
  });
});

describe('7.3.3 who falls short', () => {
  const failed = entered({ score: 40 });
  const makeUp = desk.take(failed, 'arrangeMakeUp', { followUpDue: '2026-10-20' }, hr);

  test('is told of the make-up exam by e-mail, without the score', () => {
    expect(makeUp.tells).toEqual(['training-make-up → A02']);
    expect(makeUp.record.values).toMatchObject({ state: 'makeUp', followUp: 'makeUp', followUpDue: '2026-10-20' });
    const letter = desk.letter('training-make-up', makeUp.record);
    expect(letter.subject).toBe('安排了补考：电话礼仪 2026-10-09（2026-10-20 前）');
    expect(letter.facts).toEqual([
      ['培训', name],
      ['后续期限', '2026-10-20'],
    ]);
    expect(wholeLetter(letter)).not.toMatch(/40|合格/);
  });

  test('the make-up exam replaces the score and keeps the first', () => {
    const { record } = desk.take(makeUp.record, 'makeUp', { score: 72, makeUpOn: '2026-10-09' }, hr);
    expect(record.values).toMatchObject({
      score: 72,
      firstScore: 40,
      makeUpOn: '2026-10-09',
      result: 'qualified',
      state: 'closed',
      followUp: 'makeUp',
      followUpDone: '2026-10-09',
    });
  });

  test('who fails again is arranged for again; the first score stays the first', () => {
    const again = desk.take(makeUp.record, 'makeUp', { score: 55, makeUpOn: '2026-10-09' }, hr).record;
    expect(again.values).toMatchObject({ state: 'toArrange', score: 55, firstScore: 40, followUpDue: null });
    const third = desk.take(again, 'arrangeMakeUp', { followUpDue: '2026-10-30' }, hr).record;
    expect(desk.take(third, 'makeUp', { score: 61 }, hr).record.values).toMatchObject({ score: 61, firstScore: 40 });
  });

  test('is trained again, by a day, and told so', () => {
    const { record, tells } = desk.take(failed, 'arrangeRetraining', { followUpDue: '2026-11-01' }, hr);
    expect([record.values['state'], tells]).toEqual(['retrain', ['training-again → A02']]);
    expect(wholeLetter(desk.letter('training-again', record))).not.toMatch(/40|合格/);
    const done = desk.take(record, 'retrained', { followUpDone: '2026-10-09' }, hr).record;
    expect(done.values).toMatchObject({ state: 'closed', followUp: 'retrain', followUpDone: '2026-10-09', score: 40 });
  });

  test('by a day to come; and a make-up exam only where there was an exam', () => {
    expect(() => desk.take(failed, 'arrangeMakeUp', { followUpDue: '2026-10-08' }, hr)).toThrow();
    const judged = entered({ way: 'feedback', score: null, rating: 'unqualified' });
    expect(() => desk.take(judged, 'arrangeMakeUp', { followUpDue: '2026-10-20' }, hr)).toThrow();
    expect(desk.take(judged, 'arrangeRetraining', { followUpDue: '2026-10-20' }, hr).record.values['state']).toBe(
      'retrain',
    );
  });

  test('HR is chased when it is due, and nobody else; no score is told', () => {
    const digest = digests.find(({ key }) => key === 'training-follow-ups')!;
    const lines = (day: string, who: Name = '刘洋', record = makeUp.record) => {
      const facts = factsWith({ now: `${day}T08:00:00` });
      return digest.lines([record], facts.directory.person(who)!, facts);
    };
    expect(lines('2026-10-19')).toEqual([]);
    const said = lines('2026-10-20');
    expect(said).toEqual([['PG-2026-00001', '李强：补考，电话礼仪 2026-10-09，期限 2026-10-20']]);
    expect(lines('2026-10-20', '王芳')).toEqual([]);
    expect(lines('2026-10-15', '刘洋', failed)).toEqual([]);
    expect(lines('2026-10-16', '刘洋', failed)[0]![1]).toMatch('安排补考或再培训');
  });
});

describe('7.3.1 a mistyped score', () => {
  test('is corrected with a reason, and what follows from it with it', () => {
    const { record } = desk.take(entered({ score: 59 }), 'correctScore', { score: 95, reason: '登分有误' }, hr);
    expect(record.values).toMatchObject({ score: 95, result: 'excellent', state: 'toCommend', followUp: 'commend' });
    const back = desk.take(record, 'correctScore', { score: 70, reason: '看错人' }, hr).record;
    expect(back.values).toMatchObject({ result: 'qualified', state: 'passed', followUp: null });
    expect(() => desk.take(back, 'correctScore', { score: 71 }, hr)).toThrow();
  });

  test('not once it has been made up; a judgement is corrected as a judgement', () => {
    const failed = entered({ score: 40 });
    const twice = recordOf(desk.register('training-results'), { ...failed.values, state: 'toArrange', firstScore: 30 });
    expect(() => desk.take(twice, 'correctScore', { score: 80, reason: '改' }, hr)).toThrow();
    const judged = entered({ way: 'questionnaire', score: null, rating: 'qualified' });
    expect(() => desk.take(judged, 'correctScore', { score: 80, reason: '改' }, hr)).toThrow();
    const { record } = desk.take(judged, 'correctRating', { rating: 'unqualified', reason: '漏看一份' }, hr);
    expect(record.values).toMatchObject({ rating: 'unqualified', result: 'unqualified', state: 'toArrange' });
  });
});
