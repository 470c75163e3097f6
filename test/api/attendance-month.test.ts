// 6.3.1, 6.3.2: a month from the first working day after it to HR, by links and by the clock.
import { kick } from '../../src/api/clockwork';
import { readingOf } from '../../src/api/machine';
import { attendanceMonth } from '../../src/chapters/attendance/attendance-month.report';
import { outboxTab } from '../../src/kernel/kernel-tabs';
import { makeReport } from '../../src/kernel/report-making';
import type { Values } from '../../src/kernel/values';
import { exampleLeave, exampleRows, holidays, regular } from '../chapters/attendance/month-office';
import { agency, type Agency, type AgencyOptions } from './agency';

const numbered = (serial: string, rows: readonly Values[]): readonly Values[] =>
  rows.map((values, index) => ({ ...values, no: `${serial}-2026-${String(index + 1).padStart(5, '0')}` }));

/** The first working day of November, before the morning's work. */
function anAgency(options: AgencyOptions = {}): Agency {
  const one = agency({ now: '2026-11-02T08:00:00', ...options });
  one.type('calendar', 2, numbered('JR', holidays.slice(-60)));
  one.type('attendance', 2, numbered('KQ', [...exampleRows, ...regular('李强')]));
  one.type('leave-filings', 2, numbered('QB', exampleLeave));
  return one;
}

/** What is ordered with letters or with sheets brings more of them. */
const work = (one: Agency): void => [1, 2, 3].forEach(() => one.sendMail());

let asked = 0;
const answer = (one: Agency, token: string, key: string, input: Values = {}) =>
  one.call('public', 'answer', { token, answer: key, input, requestId: `answer-${(asked += 1)}-of-the-month` });
const pageOf = (one: Agency, token: string) => one.ask('public', 'page', { token });
const step = (one: Agency, who: '王芳' | '刘洋', no: string, transition: string, input: Values = {}) =>
  one.call(who, 'transition', {
    ...{ register: 'attendance-months', no, transition, input },
    requestId: `step-${(asked += 1)}-of-the-month`,
  });
/** As the sidebar asks for it. */
const make = (one: Agency, who: '王芳' | '刘洋' = '王芳') =>
  makeReport(readingOf(one.machine(who)), attendanceMonth, { period: '2026-10', subject: '' }, '#1967d2');
const to = (name: string) => `${name}@example.org`;
const month = (one: Agency, no = 'KB-2026-00001') => one.record('attendance-months', no).values;
const lines = (one: Agency) =>
  Object.fromEntries(one.records('attendance-confirmations').map(({ values }) => [values['person'], values['state']]));
const tabs = (one: Agency) => one.ports.generated('desk').map(({ title, plan }) => [title, plan.locked ?? false]);
const subjects = (one: Agency, address: string) =>
  one.ports.sent.filter((mail) => mail.to === address).map(({ subject }) => subject);
const sheet = '考勤 综合部 2026-10';

function begun(options: AgencyOptions = {}): Agency {
  const one = anAgency(options);
  one.morning();
  work(one);
  return one;
}

function bothConfirmed(one: Agency): void {
  answer(one, one.token(to('wangfang')), 'confirm');
  answer(one, one.token(to('liqiang')), 'confirm');
}

function signed(one: Agency): void {
  bothConfirmed(one);
  step(one, '王芳', 'KB-2026-00001', 'submit');
  work(one);
  answer(one, one.token(to('liuyang')), 'sign');
}

describe('6.3.1 the month is begun by the clock', () => {
  it('on the first working day: record, sheet, and a letter to everybody on it, once', () => {
    const one = begun();
    one.morning();
    work(one);
    expect(one.records('attendance-months')).toHaveLength(1);
    expect(month(one)).toMatchObject({ month: '2026-10', department: '综合部', sheet, people: 2, state: 'made' });
    expect(tabs(one)).toEqual([[sheet, false]]);
    for (const address of ['wangfang', 'liqiang'].map(to))
      expect(subjects(one, address).filter((subject) => subject.includes('请确认您的考勤：2026-10'))).toHaveLength(1);
    expect(one.chainBreak()).toBeUndefined();
  });

  it('also days later, when the clock had stood still; not before the month is over', () => {
    expect(begun({ now: '2026-11-19T08:00:00' }).records('attendance-months')).toHaveLength(1);
    const sunday = begun({ now: '2026-11-01T08:00:00' });
    expect(sunday.records('attendance-months').filter(({ values }) => values['month'] === '2026-10')).toEqual([]);
  });

  it('shows people their line in words, day by day', () => {
    const one = begun();
    const page = pageOf(one, one.token(to('wangfang')));
    const facts = Object.fromEntries(page.facts.map(({ label, text }) => [label, text]));
    expect(facts['合计']).toContain('实际出勤 13.5 天');
    expect(facts['逐日']).toContain('12 年上+迟、13 缺、14 旷');
    expect(facts['图例']).toContain('迟 迟到');
    expect(page.steps.map(({ key }) => key)).toEqual(['confirm', 'object']);
  });
});

describe('6.3.2 reviewed, signed, handed to HR', () => {
  it('cannot be submitted while somebody has not answered; it says who', () => {
    const one = begun();
    answer(one, one.token(to('wangfang')), 'confirm');
    expect(lines(one)).toEqual({ 王芳: 'confirmed', 李强: 'asked' });
    expect(month(one)['confirmations']).toBe(1);
    expect(step(one, '王芳', 'KB-2026-00001', 'submit')).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('李强') as string, article: '6.3.1' },
    });
  });

  it('the head signs by link what stands there, the tab is locked with it, and HR is told', () => {
    const one = begun();
    bothConfirmed(one);
    expect(step(one, '王芳', 'KB-2026-00001', 'submit')).toMatchObject({ ok: true });
    expect(subjects(one, to('liuyang')).some((subject) => subject.includes('请签字'))).toBe(false);
    work(one);
    const token = one.token(to('liuyang'));
    const page = pageOf(one, token);
    expect(page.facts.find(({ label }) => label === 'A01 王芳')!.text).toContain('实际出勤 13.5 天');
    expect(page.facts.find(({ label }) => label === 'A02 李强')!.text).toContain('（已确认）');
    expect(page.steps.map(({ key }) => key)).toEqual(['sign', 'sendBack']);
    expect(answer(one, token, 'sign').ok).toBe(true);
    expect([month(one)['state'], tabs(one)]).toEqual(['signed', [[sheet, false]]]);
    one.ports.setNow('2026-11-02T11:30:00');
    work(one);
    expect(month(one)).toMatchObject({
      state: 'handedOver',
      handedOverAt: '2026-11-02T11:30',
      signedBy: '刘洋',
      signedVia: 'link',
    });
    expect(tabs(one)).toEqual([[sheet, true]]);
    const cells = one.ports.cells('desk', one.ports.generated('desk')[0]!.sheetId).flat().map(String);
    expect(cells.some((cell) => /^部门负责人签字：刘洋　2026-11-02 08:00　邮件链接$/.test(cell))).toBe(true);
    expect(cells.filter((cell) => cell === '已确认')).toHaveLength(2);
    expect(cells.filter((cell) => cell.includes('MATCH('))).toEqual([]);
    const [handover, ...others] = one.ports.sent.filter(({ subject }) =>
      subject.includes('考勤已报送：2026-10 综合部'),
    );
    expect([handover!.to, others]).toEqual([to('liuyang'), []]);
    const tab = `https://sheets.example/desk/edit#gid=${one.ports.generated('desk')[0]!.sheetId}`;
    expect(handover!.text).toContain(`打开考勤统计表：${tab}`);
    expect(handover!.html).toContain(`href="${tab}"`);
    expect(handover!.text).not.toContain('请勿转发');
    expect(pageOf(one, token).dead!.text).toContain('刘洋');
    expect(one.open().filter((no) => /^K[BR]-/.test(no))).toEqual([]);
    expect(one.chainBreak()).toBeUndefined();
    // Handed over is handed over: making it again is refused.
    expect(() => make(one)).toThrow('is locked');
    expect(tabs(one)).toEqual([[sheet, true]]);
  });

  it('sent back, with the reason to the front desk; a remark typed since is in what is signed next', () => {
    const one = begun();
    bothConfirmed(one);
    step(one, '王芳', 'KB-2026-00001', 'submit');
    work(one);
    const token = one.token(to('liuyang'));
    answer(one, token, 'sendBack', { note: '请注明病假证明' });
    work(one);
    expect(month(one)).toMatchObject({ state: 'made', note: '请注明病假证明', signer: null });
    const { sheetId } = one.ports.generated('desk')[0]!;
    const back = one.ports.sent.find(({ to: whom, subject }) => whom === to('wangfang') && subject.includes('被退回'))!;
    expect(back.text).toContain(`/desk/edit#gid=${sheetId}`);
    // Who signs may not open the workbook, unless they are HR.
    const asking = one.ports.sent.filter(({ subject }) => subject.includes('请签字'));
    expect(asking.filter(({ text }) => text.includes('#gid='))).toEqual([]);
    const head = one.ports.cells('desk', sheetId).findIndex(([first]) => first === '工号');
    const at = one.ports.cells('desk', sheetId)[head]!.indexOf('备注');
    one.ports.people('desk').type(sheetId, head + 2, at, [['病假证明已交']]);
    step(one, '王芳', 'KB-2026-00001', 'submit');
    work(one);
    const again = one.token(to('liuyang'));
    expect(again).not.toBe(token);
    expect(pageOf(one, again).facts.find(({ label }) => label === 'A01 王芳')!.text).toContain('备注：病假证明已交');
    expect(lines(one)).toEqual({ 王芳: 'confirmed', 李强: 'confirmed' });
    answer(one, again, 'sign');
    work(one);
    expect([month(one)['state'], tabs(one)]).toEqual(['handedOver', [[sheet, true]]]);
  });

  it('changed between signing and locking: nothing is locked, the front desk is told, who is concerned is asked anew', () => {
    const one = begun();
    signed(one);
    one.type('attendance', 2 + exampleRows.length, [{ in: '09:40' }]);
    work(one);
    expect(month(one)).toMatchObject({ state: 'made', signedBy: null, signer: null, handedOverAt: null });
    expect(tabs(one)).toEqual([[sheet, false]]);
    expect(lines(one)).toEqual({ 王芳: 'confirmed', 李强: 'asked' });
    expect(subjects(one, to('wangfang')).some((subject) => subject.includes('内容已变'))).toBe(true);
  });

  it('a remark typed between signing and locking is none that was signed', () => {
    const one = begun();
    signed(one);
    const { sheetId } = one.ports.generated('desk')[0]!;
    const head = one.ports.cells('desk', sheetId).findIndex(([first]) => first === '工号');
    const at = one.ports.cells('desk', sheetId)[head]!.indexOf('备注');
    one.ports.people('desk').type(sheetId, head + 2, at, [['扣三天']]);
    work(one);
    expect([month(one)['state'], tabs(one)]).toEqual(['made', [[sheet, false]]]);
    expect(lines(one)).toEqual({ 王芳: 'confirmed', 李强: 'confirmed' });
  });

  it('a row of the outbox that somebody typed makes and locks nothing', () => {
    const one = begun();
    bothConfirmed(one);
    const before = one.ports.generated('desk')[0]!.sheetId;
    const rows = one.ports.cells('desk', outboxTab.sheetId).length;
    const forged: Readonly<Record<string, string>> = {
      ...{ id: 'forged', at: '2026-11-02T08:00:00', kind: 'report', name: 'attendance-month' },
      ...{ register: 'attendance-months', no: 'KB-2026-00001', state: 'waiting' },
    };
    one.ports
      .people('desk')
      .type(outboxTab.sheetId, rows, 0, [outboxTab.columns.map((column) => forged[column] ?? '')]);
    work(one);
    expect(
      one
        .outbox()
        .filter(({ kind }) => kind === 'report')
        .map(({ state }) => state),
    ).toEqual(['sent', 'dropped']);
    expect(one.ports.generated('desk').map(({ sheetId }) => sheetId)).toEqual([before]);
    expect(month(one)['state']).toBe('made');
  });
});

describe('6.3.1, 6.3.2 the board', () => {
  const shown = (one: Agency, who: '王芳' | '刘洋' | '周琳') =>
    Object.fromEntries(
      one
        .ask(who, 'board', {})
        .sections.filter(({ key, lines: some }) => key.startsWith('attendance') && some.length > 0)
        .map(({ key, lines: some }) => [
          key,
          some.map(({ strong, chips }) => [strong, ...chips.map(({ label }) => label)]),
        ]),
    );

  it('shows each what is theirs, and by when', () => {
    const one = begun();
    expect(shown(one, '王芳')).toEqual({
      'attendance-months': [['2026-10 综合部', '2026-11-06 前报送']],
      'attendance-to-confirm': [['王芳 2026-10']],
    });
    expect(shown(one, '周琳')).toEqual({});
    answer(one, one.token(to('wangfang')), 'confirm');
    answer(one, one.token(to('liqiang')), 'object', { objection: '8 日我在外出' });
    expect(shown(one, '刘洋')).toEqual({
      'attendance-months': [['2026-10 综合部', '2026-11-06 前报送', '异议 1']],
      'attendance-objections': [['李强 2026-10']],
    });
    work(one);
    answer(one, one.token(to('liuyang')), 'settle', { settled: '已核对' });
    step(one, '王芳', 'KB-2026-00001', 'submit');
    work(one);
    one.ports.setNow('2026-11-10T09:00:00');
    expect(shown(one, '刘洋')['attendance-sign']).toEqual([['2026-10 综合部', '报送逾期 4 天']]);
  });
});

describe('6.3.1, 6.3.2 on people’s own pages', () => {
  const page = (one: Agency, input: object) => one.ask('public', 'page', input as { token: string });
  const linkOf = (one: Agency, name: '李强' | '刘洋', email: string): string => {
    answer(one, '', 'sendLink', { email });
    kick(one.machine('public'));
    work(one);
    expect(subjects(one, email).at(-1)).toContain('我的事务');
    return one.token(email);
  };
  /** The steps that the first line of a section offers, and taking one of them. */
  const open = (one: Agency, token: string, key: string) => {
    const { register, no, row } = page(one, { token }).mine!.sections.find((each) => each.key === key)!.lines[0]!;
    return page(one, { token, at: { register, no, row } });
  };
  const act = (one: Agency, token: string, { at }: ReturnType<typeof page>, key: string, input: Values = {}) =>
    one.call('public', 'answer', { token, answer: key, at, input, requestId: `own-${(asked += 1)}-of-the-month` });

  it('a line is objected to, the objection settled, the month signed', () => {
    const one = begun();
    answer(one, one.token(to('wangfang')), 'confirm');
    const [own, head] = [linkOf(one, '李强', to('liqiang')), linkOf(one, '刘洋', to('liuyang'))];
    const line = open(one, own, 'attendance-months');
    expect(line.steps.map(({ key }) => key)).toEqual(['confirm', 'object']);
    expect(act(one, own, line, 'object', { objection: '8 日我在外出' }).ok).toBe(true);
    const objection = open(one, head, 'attendance-objections');
    expect(objection.steps.map(({ key }) => key)).toEqual(['settle']);
    expect(act(one, head, objection, 'settle', { settled: '已核对' }).ok).toBe(true);
    step(one, '王芳', 'KB-2026-00001', 'submit');
    work(one);
    const sign = open(one, head, 'attendance-sign');
    expect(sign.steps.map(({ key }) => key)).toEqual(['sign', 'sendBack']);
    expect(act(one, head, sign, 'sign').ok).toBe(true);
    work(one);
    expect(month(one)).toMatchObject({ state: 'handedOver', signedBy: '刘洋', signedVia: 'link', lines: null });
    expect(open(one, own, 'attendance-months').steps).toEqual([]);
  });
});

describe('6.3.1 objections', () => {
  it('go to the head, who settles them by link; the person is told', () => {
    const one = begun();
    answer(one, one.token(to('wangfang')), 'confirm');
    answer(one, one.token(to('liqiang')), 'object', { objection: '8 日我在外出' });
    work(one);
    expect(month(one)['objections']).toBe(1);
    expect(step(one, '王芳', 'KB-2026-00001', 'submit')).toMatchObject({ ok: false });
    const token = one.token(to('liuyang'));
    expect(pageOf(one, token).facts).toContainEqual({ label: '异议', text: '8 日我在外出' });
    answer(one, token, 'settle', { settled: '已核对，打卡无误' });
    work(one);
    expect(lines(one)).toEqual({ 王芳: 'confirmed', 李强: 'settled' });
    expect(subjects(one, to('liqiang')).some((subject) => subject.includes('考勤异议已处理'))).toBe(true);
    expect(step(one, '王芳', 'KB-2026-00001', 'submit')).toMatchObject({ ok: true });
    work(one);
    expect(pageOf(one, one.token(to('liuyang'))).facts.find(({ label }) => label === 'A02 李强')!.text).toContain(
      '异议：8 日我在外出 处理：已核对，打卡无误',
    );
  });

  it('of the head go to the next level, never to themselves', () => {
    const one = begun({ staff: { 刘洋: { roles: ['hr', 'front'] } } });
    answer(one, one.token(to('liuyang')), 'object', { objection: '未登记' });
    work(one);
    const { values } = one.records('attendance-confirmations').find((each) => each.values['person'] === '刘洋')!;
    expect([values['state'], values['settler']]).toEqual(['objected', '赵敏']);
  });

  it('a correction changes the line: the sheet made again asks its person anew', () => {
    const one = begun();
    answer(one, one.token(to('liqiang')), 'object', { objection: '29 日我提前走了' });
    work(one);
    one.type('attendance', 2 + exampleRows.length + 16, [{ out: '17:00' }]);
    make(one);
    work(one);
    expect(lines(one)['李强']).toBe('asked');
    expect(pageOf(one, one.token(to('liqiang'))).facts.find(({ label }) => label === '合计')!.text).toContain(
      '早退 1 次',
    );
  });
});

describe('6.2.3, 6.2.2, 6.3.1 what is put right after the sheet was made', () => {
  const correct = (one: Agency, day: string, values: Values, person = '李强') => {
    const rows = [{ person, day, reason: '忘打卡', ...values }];
    one.ask('王芳', 'create', { register: 'corrections', rows, requestId: `correction-${(asked += 1)}` });
    one.sendMail();
  };
  const approve = (one: Agency, head = 'liuyang') => answer(one, one.token(to(head)), 'approveHead');
  const reports = (one: Agency) =>
    one
      .outbox()
      .filter(({ kind }) => kind === 'report')
      .map(({ state }) => state);
  const made = (one: Agency) => one.ports.generated('desk').map(({ sheetId }) => sheetId);

  it('a correction: its commit only orders the sheet; it is made again, who is concerned is asked once more, nobody else', () => {
    const one = begun();
    bothConfirmed(one);
    correct(one, '2026-10-29', { in: '09:40' });
    const before = made(one);
    const calls = one.ports.calls.length;
    expect(approve(one)).toMatchObject({ ok: true });
    expect(one.ports.calls.length - calls).toBeLessThanOrEqual(4);
    expect([made(one), reports(one).at(-1)]).toEqual([before, 'waiting']);
    work(one);
    expect(made(one)).not.toEqual(before);
    expect(lines(one)).toEqual({ 王芳: 'confirmed', 李强: 'asked' });
    expect(month(one)).toMatchObject({ state: 'made', confirmations: 1 });
    expect(pageOf(one, one.token(to('liqiang'))).facts.find(({ label }) => label === '合计')!.text).toContain(
      '迟到 1 次 40 分钟',
    );
    expect(subjects(one, to('wangfang')).filter((subject) => subject.includes('请确认您的考勤'))).toHaveLength(1);
    expect(one.chainBreak()).toBeUndefined();
  });

  it('several before the next look make it once', () => {
    const one = begun();
    bothConfirmed(one);
    for (const day of ['2026-10-28', '2026-10-29']) {
      correct(one, day, { in: '09:40' });
      approve(one);
    }
    const calls = one.ports.calls.length;
    one.sendMail();
    expect(reports(one)).toEqual(['sent', 'sent', 'sent']);
    expect(one.ports.calls.slice(calls).filter(({ kind }) => kind === 'commit').length).toBeLessThanOrEqual(5);
    work(one);
    expect(lines(one)).toEqual({ 王芳: 'confirmed', 李强: 'asked' });
  });

  it('while the head has it: it comes back to the front desk', () => {
    const one = begun();
    bothConfirmed(one);
    step(one, '王芳', 'KB-2026-00001', 'submit');
    work(one);
    correct(one, '2026-10-29', { in: '09:40' });
    approve(one);
    work(one);
    expect(month(one)).toMatchObject({ state: 'made', signer: null });
    expect(lines(one)).toEqual({ 王芳: 'confirmed', 李强: 'asked' });
    expect(subjects(one, to('wangfang')).some((subject) => subject.includes('内容已变'))).toBe(true);
  });

  it('leave approved afterwards does the same', () => {
    const one = begun();
    bothConfirmed(one);
    const slip = { person: '李强', type: 'sick', firstDay: '2026-10-29', lastDay: '2026-10-29', reason: '发烧' };
    one.ask('刘洋', 'create', { register: 'leave', rows: [slip], requestId: 'a slip afterwards' });
    work(one);
    // HR has filed it, so that the head of HR's own department does not decide.
    expect(approve(one, 'zhaomin')).toMatchObject({ ok: true });
    for (const _ of [1, 2]) work(one);
    expect(lines(one)).toEqual({ 王芳: 'confirmed', 李强: 'asked' });
    const line = one.records('attendance-confirmations').find(({ values }) => values['person'] === '李强')!;
    expect(line.values['summary']).toContain('病假 1 天');
  });

  it('nothing where the month goes on, has not been begun, or is locked', () => {
    const running = begun();
    const sheets = made(running);
    running.ports.setNow('2026-11-04T10:00:00');
    running.type('attendance', 2 + exampleRows.length + regular('李强').length, [
      { no: 'KQ-2026-00900', person: '李强', day: '2026-11-03', in: '09:00', entry: '2026-11-03 A02', state: 'closed' },
    ]);
    correct(running, '2026-11-03', { out: '18:00' });
    approve(running);
    work(running);
    expect([made(running), reports(running)]).toEqual([sheets, ['sent']]);

    const early = anAgency();
    correct(early, '2026-10-29', { in: '09:40' });
    approve(early);
    work(early);
    expect([made(early), early.records('attendance-months'), reports(early)]).toEqual([[], [], ['dropped']]);

    const locked = begun();
    signed(locked);
    work(locked);
    const final = made(locked);
    correct(locked, '2026-10-29', { in: '09:40' });
    approve(locked);
    work(locked);
    expect([made(locked), month(locked)['state'], lines(locked)['李强']]).toEqual([final, 'handedOver', 'confirmed']);
  });

  it('found absent by the head: that line is asked of again', () => {
    const one = begun();
    bothConfirmed(one);
    const no = one.records('attendance').find(({ values }) => values['person'] === '李强')!.no;
    one.type('attendance', one.records('attendance').find((each) => each.no === no)!.row, [
      { in: '', out: '', state: 'missing', finder: '刘洋' },
    ]);
    const absent = { register: 'attendance', no, transition: 'findAbsent', input: { note: '问过' } };
    expect(one.call('刘洋', 'transition', { ...absent, requestId: 'found-absent-afterwards' })).toMatchObject({
      ok: true,
    });
    work(one);
    expect(lines(one)).toEqual({ 王芳: 'confirmed', 李强: 'asked' });
  });
});

describe('6.3.1 a month of which nothing was recorded', () => {
  it('is not put to people by the clock; made by the front desk it goes its way all the same', () => {
    const one = agency({ now: '2026-11-02T08:00:00' });
    one.morning();
    work(one);
    expect([month(one)['state'], month(one)['sheet'], tabs(one), lines(one)]).toEqual(['made', null, [], {}]);
    expect(step(one, '王芳', 'KB-2026-00001', 'submit')).toMatchObject({ ok: false, error: { code: 'refused' } });
    make(one);
    work(one);
    signed(one);
    work(one);
    expect([month(one)['state'], tabs(one)]).toEqual(['handedOver', [[sheet, true]]]);
  });
});

describe('6.3.1 silence', () => {
  it('of two working days is noted; then it may be submitted, and the late may still answer', () => {
    const one = begun();
    answer(one, one.token(to('wangfang')), 'confirm');
    const token = one.token(to('liqiang'));
    for (const [day, state] of [
      ['2026-11-03', 'asked'],
      ['2026-11-04', 'asked'],
      ['2026-11-05', 'silent'],
    ]) {
      one.ports.setNow(`${day}T08:00:00`);
      one.morning();
      expect([day, lines(one)['李强']]).toEqual([day, state]);
    }
    expect(answer(one, token, 'confirm').ok).toBe(true);
    expect(month(one)['confirmations']).toBe(2);
    expect(step(one, '王芳', 'KB-2026-00001', 'submit')).toMatchObject({ ok: true });
  });

  it('after it has gone to the head nobody confirms any more', () => {
    const one = begun();
    answer(one, one.token(to('wangfang')), 'confirm');
    const token = one.token(to('liqiang'));
    one.ports.setNow('2026-11-05T08:00:00');
    one.morning();
    step(one, '王芳', 'KB-2026-00001', 'submit');
    expect(answer(one, token, 'confirm')).toMatchObject({ ok: false, error: { code: 'refused', article: '6.3.1' } });
  });
});

describe('6.3.2 the head', () => {
  it('who is the only one on the sheet does not sign it', () => {
    const one = begun({
      staff: { 刘洋: { roles: ['hr', 'front'] }, 王芳: { department: '社工部' }, 李强: { roles: ['staff'] } },
    });
    const own = one.records('attendance-months').find(({ values }) => values['department'] === '综合部')!;
    answer(one, one.token(to('liuyang')), 'confirm');
    expect(step(one, '王芳', own.no, 'submit')).toMatchObject({ ok: true });
    expect(month(one, own.no)).toMatchObject({ alone: '刘洋', signer: '赵敏' });
  });

  it('is reminded before the deadline, and told of in the morning letters', () => {
    const one = begun();
    bothConfirmed(one);
    step(one, '王芳', 'KB-2026-00001', 'submit');
    work(one);
    one.ports.setNow('2026-11-05T08:00:00');
    one.morning();
    work(one);
    expect(subjects(one, to('liuyang')).filter((subject) => subject.includes('催办'))).toHaveLength(1);
    one.ports.setNow('2026-11-09T08:00:00');
    one.morning();
    work(one);
    const digest = one.ports.sent.filter(
      ({ to: whom, subject }) => whom === to('wangfang') && subject.includes('今日事项'),
    );
    expect(digest.at(-1)!.text).toContain('报送逾期 3 天');
  });

  it('who is away is replaced by the stand-in', () => {
    const one = begun({ staff: { 刘洋: { standIn: '陈静', awayFrom: '2026-11-03', awayTo: '2026-11-20' } } });
    bothConfirmed(one);
    step(one, '王芳', 'KB-2026-00001', 'submit');
    work(one);
    expect(month(one)['signer']).toBe('刘洋');
    one.ports.setNow('2026-11-03T08:00:00');
    one.morning();
    work(one);
    expect(month(one)['signer']).toBe('陈静');
    expect(answer(one, one.token(to('chenjing')), 'sign').ok).toBe(true);
  });
});

describe('6.3.2 re-opened', () => {
  it('by HR only, with a reason: version 2 beside version 1, which stays locked', () => {
    const one = begun();
    signed(one);
    work(one);
    expect(step(one, '王芳', 'KB-2026-00001', 'reopen', { note: '漏记' })).toMatchObject({ ok: false });
    expect(step(one, '刘洋', 'KB-2026-00001', 'reopen')).toMatchObject({ ok: false });
    expect(step(one, '刘洋', 'KB-2026-00001', 'reopen', { note: '漏记 29 日早退' })).toMatchObject({ ok: true });
    one.type('attendance', 2 + exampleRows.length + 16, [{ out: '17:00' }]);
    work(one);
    expect(month(one)['state']).toBe('reopened');
    expect(month(one, 'KB-2026-00002')).toMatchObject({ version: 2, state: 'made', people: 2, confirmations: 1 });
    expect(tabs(one)).toEqual([
      [sheet, true],
      [`${sheet} 第 2 版`, false],
    ]);
    const second = one.records('attendance-confirmations').filter(({ values }) => values['version'] === 2);
    expect(second.map(({ values }) => [values['person'], values['state']])).toEqual([
      ['王芳', 'confirmed'],
      ['李强', 'asked'],
    ]);
    answer(one, one.token(to('liqiang')), 'confirm');
    step(one, '王芳', 'KB-2026-00002', 'submit');
    work(one);
    answer(one, one.token(to('liuyang')), 'sign');
    work(one);
    expect(tabs(one).map(([, locked]) => locked)).toEqual([true, true]);
    expect(one.chainBreak()).toBeUndefined();
  });
});
