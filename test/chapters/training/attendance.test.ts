import { agency } from '../../api/agency';
import { courseIn, held, name, plan, type Course } from './course';

const sheet = ({ office }: Course) =>
  office.records('training-attendance').map(({ values }) => [values['person'], values['present'], values['state']]);
const signature = '10,10 20,20;30,30 40,40';

describe('7.2.3 attendance', () => {
  test('of several is taken with one list of names', () => {
    const course = courseIn(agency());
    held(course, '王芳，李强\n周琳 王芳');
    expect(sheet(course)).toEqual([
      ['王芳', true, 'unsigned'],
      ['李强', true, 'unsigned'],
      ['周琳', true, 'unsigned'],
    ]);
    expect(course.values('training-attendance', 'PQ-2026-00003')).toMatchObject({
      training: name,
      recordedBy: '王芳',
      entry: 'PX-2026-00001 A06',
      presence: 'PX-2026-00001 A06',
    });
  });

  test('of others is added, and nobody is there twice', () => {
    const course = courseIn(agency());
    const no = held(course);
    const wrong = (present: string) =>
      course.office.problem('王芳', 'transition', {
        register: 'training-plan',
        no,
        transition: 'takeAttendance',
        input: { present },
        requestId: `add-${present}`,
      }).fields;
    expect(wrong('周琳、李强')).toEqual({ present: '签到表上已有：李强。' });
    expect(wrong('周琳、张三')).toEqual({ present: '员工花名册里没有：张三。' });
    course.take('王芳', 'training-plan', no, 'takeAttendance', { present: '周琳' });
    expect(sheet(course)).toHaveLength(3);
    const again = { training: name, person: '周琳', present: true };
    expect(course.faults('王芳', 'training-attendance', again)).toEqual({ person: '已有相同的记录。' });
  });

  test('several rows of a form are several records', () => {
    const course = courseIn(agency());
    held(course, '王芳');
    const rows = [
      { training: name, person: '周琳', present: true },
      { training: name, person: '赵敏', present: false },
    ];
    expect(course.create('刘洋', 'training-attendance', ...rows)).toEqual(['PQ-2026-00002', 'PQ-2026-00003']);
    expect(sheet(course).slice(1)).toEqual([
      ['周琳', true, 'unsigned'],
      ['赵敏', false, 'absent'],
    ]);
  });

  test('is only possible when the training is held', () => {
    const course = courseIn(agency());
    const [no] = course.create('王芳', 'training-plan', plan);
    const row = { training: `${no} 电话礼仪`, person: '周琳', present: true };
    expect(course.faults('王芳', 'training-attendance', row)['training']).toMatch('没有这样一次已举行的培训');
    expect(course.faults('王芳', 'training-attendance', { ...row, training: no! })['training']).toMatch('已举行');
  });

  test('may be typed into the tab, by the same rules', () => {
    const office = agency();
    const course = courseIn(office);
    held(course, '王芳');
    office.type('training-attendance', 3, [
      { training: name, person: '周琳' },
      { training: name, person: '王芳' },
      { training: 'PX-2026-00009 别的', person: '赵敏' },
    ]);
    office.edited('training-attendance', 3, 6);
    const rows = office.records('training-attendance').slice(1);
    expect(rows.map(({ no, values }) => [no, values['person'], values['present'], values['state']])).toEqual([
      ['PQ-2026-00002', '周琳', true, 'unsigned'],
      ['', '王芳', null, null],
      ['', '赵敏', null, null],
    ]);
    expect(rows[1]!.values['check']).toMatch('重复');
    expect(rows[2]!.values['check']).toMatch('没有这样一次已举行的培训');
  });

  test('an empty list leaves it to be taken; the tab may say that it is done', () => {
    const course = courseIn(agency());
    const no = held(course, '');
    const waits = () =>
      course.office
        .ask('王芳', 'board', {})
        .sections.find(({ key }) => key === 'training-without-attendance')
        ?.lines.map((line) => line.next?.transition);
    expect(waits()).toEqual(['takeAttendance']);
    course.take('王芳', 'training-plan', no, 'attendanceTaken');
    expect(waits()).toBeUndefined();
  });
});

describe('7.2.3 signing', () => {
  test('on the screen at the desk', () => {
    const course = courseIn(agency());
    held(course);
    course.take('李强', 'training-attendance', 'PQ-2026-00001', 'sign', { signature });
    expect(course.values('training-attendance', 'PQ-2026-00001')).toMatchObject({
      state: 'signed',
      signature,
      signedAt: '2026-10-09T09:30',
      signedBy: 'screen',
    });
    expect(course.office.open()).not.toContain('PQ-2026-00001');
  });

  test('by link, with notes; who has signed within the hour gets no e-mail', () => {
    const office = agency();
    const course = courseIn(office);
    held(course, '李强、周琳');
    course.take('王芳', 'training-attendance', 'PQ-2026-00001', 'sign', { signature });
    office.sendMail();
    expect(office.ports.sent).toEqual([]);
    office.ports.setNow('2026-10-09T10:31:00');
    office.sendMail();
    expect(office.ports.sent.map(({ to, subject }) => [to, subject])).toEqual([
      ['zhoulin@example.org', '[前台] 请确认参训：电话礼仪 2026-10-09'],
    ]);
    const token = office.token('zhoulin@example.org');
    const page = office.ask('public', 'page', { token });
    expect(page.steps.map(({ key, label }) => [key, label])).toEqual([
      ['confirm', '我参加了'],
      ['deny', '我没有参加'],
    ]);
    expect(page.facts).toContainEqual({ label: '培训', text: name });
    office.ask('public', 'answer', {
      token,
      answer: 'confirm',
      input: { notes: '先报单位名称' },
      requestId: 'my-notes',
    });
    expect(course.values('training-attendance', 'PQ-2026-00002')).toMatchObject({
      state: 'signed',
      notes: '先报单位名称',
      signedBy: 'link',
    });
  });

  test('who was not there says so; who recorded it hears of it, and can put it right', () => {
    const office = agency();
    const course = courseIn(office);
    held(course, '周琳');
    office.ports.setNow('2026-10-09T10:31:00');
    office.sendMail();
    office.ask('public', 'answer', {
      token: office.token('zhoulin@example.org'),
      answer: 'deny',
      requestId: 'not-there',
    });
    expect(course.values('training-attendance', 'PQ-2026-00001')).toMatchObject({
      state: 'absent',
      present: false,
      presence: null,
      entry: 'PX-2026-00001 A06',
    });
    office.sendMail();
    expect(office.ports.sent.at(-1)).toMatchObject({
      to: 'wangfang@example.org',
      subject: '[前台] 周琳说没有参加：电话礼仪 2026-10-09',
    });
    course.take('王芳', 'training-attendance', 'PQ-2026-00001', 'markPresent');
    expect(course.values('training-attendance', 'PQ-2026-00001')).toMatchObject({
      state: 'unsigned',
      present: true,
      presence: 'PX-2026-00001 A06',
    });
  });

  test('nobody signs for another by link, nor by a role that takes no attendance', () => {
    const course = courseIn(agency());
    held(course);
    const step = { register: 'training-attendance', no: 'PQ-2026-00001', requestId: 'for-another' };
    expect(course.office.problem('周琳', 'transition', { ...step, transition: 'confirm' }).code).toBe('notAllowed');
    expect(
      course.office.problem('周琳', 'transition', { ...step, transition: 'sign', input: { signature } }).code,
    ).toBe('notAllowed');
  });

  test('who signed stays on the sheet', () => {
    const course = courseIn(agency());
    held(course);
    course.take('王芳', 'training-attendance', 'PQ-2026-00001', 'sign', { signature });
    const step = {
      register: 'training-attendance',
      no: 'PQ-2026-00001',
      transition: 'markAbsent',
      requestId: 'struck-off',
    };
    expect(course.office.problem('王芳', 'transition', step).code).toBe('outOfDate');
  });
});
