// A quarter of appraisals played through: by link, in the tab, by the steps of HR; and what nobody else may see of it.
import { outboxTab, auditTab } from '../../src/kernel/kernel-tabs';
import { NotAllowed } from '../../src/kernel/errors';
import { addressOf } from '../kernel/workshop';
import { agency, type Agency } from './agency';
import {
  answer,
  lineIn,
  linkTo,
  makeSheets,
  mailsTo,
  next,
  of,
  opened,
  ownLink,
  quarter,
  scoreAll,
  show,
  stateOf,
  step,
  summary,
  tabOf,
  typeInto,
  view,
} from './appraisal-quarter';

const best = (_: number, to: number): number => to;
const worst = (from: number): number => from;

/** 王芳 up to the talk: papers in, scored, final. */
function upToTalk(pointsOf: (from: number, to: number) => number = best, made: Agency = opened()): Agency {
  answer(made, linkTo(made, '王芳', '个人工作总结'), 'handIn', summary());
  for (const name of ['李强', '陈静', '周琳'] as const) {
    answer(made, linkTo(made, name, '王芳'), 'give', view(name === '周琳' ? 'second' : 'first'));
  }
  step(made, '王芳', 'startScoring');
  scoreAll(made, '王芳', pointsOf);
  step(made, '王芳', 'finalise');
  return made;
}

function upToAnswer(made: Agency = upToTalk()): Agency {
  answer(made, linkTo(made, '刘洋', '绩效面谈'), 'talk', { talkedOn: '2026-10-09', talkNotes: '谈了优点和改进' });
  return made;
}

describe('8.3, 8.4.1, 8.4.2 opening the round', () => {
  it('makes appraisals, summaries and views to be given in one commit, with the head as the assessor', () => {
    const made = opened();
    expect(
      made.records('appraisals').map(({ values }) => [values['person'], values['assessor'], values['state']]),
    ).toEqual([
      ['王芳', '刘洋', 'collecting'],
      ['李强', '刘洋', 'collecting'],
    ]);
    expect(made.records('self-summaries').map(({ values }) => values['person'])).toEqual(['王芳', '李强']);
    expect(made.records('colleague-views').map(({ values }) => [values['about'], values['by']])).toEqual([
      ['王芳', '李强'],
      ['王芳', '陈静'],
      ['王芳', '周琳'],
      ['李强', '王芳'],
      ['李强', '陈静'],
      ['李强', '周琳'],
    ]);
    expect(made.chainBreak('restricted')).toBeUndefined();
  });

  it('is opened once a quarter, and not before its end', () => {
    const made = opened();
    const again = { register: 'appraisal-rounds', rows: [{ quarter }], requestId: next() };
    expect(made.problem('刘洋', 'create', again).fields).toHaveProperty('quarter');
    const early = { register: 'appraisal-rounds', rows: [{ quarter: '2026Q4' }], requestId: next() };
    expect(made.problem('刘洋', 'create', early).fields).toHaveProperty('quarter');
  });

  it('does the same for a round that HR types into the tab', () => {
    const made = opened();
    made.type('appraisal-rounds', 3, [{ quarter: '2026Q2', recordedBy: '刘洋' }]);
    made.evening();
    expect(made.records('appraisals').map(({ values }) => values['quarter'])).toEqual([
      quarter,
      quarter,
      '2026Q2',
      '2026Q2',
    ]);
    made.evening();
    expect(made.records('appraisals')).toHaveLength(4);
  });

  it('is proposed to HR on the first working day after the quarter, unless it is open', () => {
    const proposed = (made: Agency): boolean => {
      made.ports.setNow('2026-10-12T08:00');
      made.morning();
      made.sendMail();
      return mailsTo(made, '刘洋').some(({ text }) => text.includes('请发起考核轮次'));
    };
    expect([proposed(agency()), proposed(opened())]).toEqual([true, false]);
    const onTheDay = agency({ now: '2026-10-01T08:00:00' });
    onTheDay.morning();
    onTheDay.sendMail();
    expect(
      mailsTo(onTheDay, '刘洋')
        .map(({ subject }) => subject)
        .join(),
    ).toContain('该发起季度考核了');
  });

  it('chases on the day when it is due and every second day, and tells HR what waits', () => {
    const made = opened();
    const asked = () => mailsTo(made, '王芳').filter(({ text }) => text.includes('个人工作总结')).length;
    expect(asked()).toBe(1);
    for (const day of ['14', '15', '16', '17', '18', '19']) {
      made.ports.setNow(`2026-10-${day}T08:00`);
      made.morning();
      made.sendMail();
    }
    expect(asked()).toBe(3);
    expect(mailsTo(made, '刘洋').some(({ text }) => text.includes('还缺 4 份总结或评价'))).toBe(true);
  });
});

describe('8.4.3, 8.1.3, 8.5.1 a quarter from the papers to the locked tab', () => {
  it('goes through with agreement: excellent, commended, locked', () => {
    const made = upToAnswer();
    const values = of(made, 'appraisals', '王芳').values;
    expect(values).toMatchObject({ state: 'acknowledging', total: 100, grade: 'excellent', lacks: null });
    const page = show(made, linkTo(made, '王芳', '考核结果'));
    const told = page.facts.map(({ label, text }) => `${label} ${text}`);
    expect(told).toContain('沟通能力 10 / 10 分');
    expect(told).toContain('总分 100');
    expect(told).toContain('面谈记录 谈了优点和改进');
    answer(made, linkTo(made, '王芳', '考核结果'), 'agree');
    step(made, '王芳', 'reward', { outcomes: ['commendation', 'bonus'] });
    expect(stateOf(made, '王芳')).toBe('closed');
    expect(tabOf(made, '王芳').plan).toMatchObject({ locked: true, entries: [] });
    expect(made.chainBreak('restricted')).toBeUndefined();
  });

  it('says what lacks and keeps what was typed, until the scores are complete', () => {
    const made = opened();
    step(made, '王芳', 'startScoring');
    typeInto(made, '王芳', '沟通能力', {
      points: 9,
      band: lineIn(made, '李强', '沟通能力')[5] ?? '',
      remark: '有礼貌',
    });
    typeInto(made, '王芳', '责任心', { points: 12 });
    typeInto(made, '王芳', '主动性', { points: 5, band: '低（1–2）' });
    step(made, '王芳', 'finalise');
    const { values } = of(made, 'appraisals', '王芳');
    expect(values['state']).toBe('scoring');
    expect(values).toMatchObject({
      communication: 9,
      communicationRemark: '有礼貌',
      responsibility: null,
      total: null,
    });
    const lacks = String(values['lacks']);
    expect(lacks).toContain('责任心：得分应是 4 到 10 的整数');
    expect(lacks).toContain('主动性：得分不在所选的档次内');
    expect(lacks).toContain('来访满意度：还没评分');
    expect(mailsTo(made, '刘洋').some(({ subject }) => subject.includes('评分还不能定稿'))).toBe(true);
    expect(lineIn(made, '王芳', '责任心').slice(6, 7)).toEqual([12]);
    makeSheets(made);
    expect(lineIn(made, '王芳', '沟通能力').slice(6)).toEqual([9, '有礼貌']);
    expect(lineIn(made, '王芳', '责任心').slice(6, 7)).toEqual([12]);
    expect(lineIn(made, '王芳', '主动性').slice(5, 7)).toEqual(['低（1–2）', 5]);
  });

  it('nobody makes scores final that have not been read', () => {
    const made = opened();
    step(made, '王芳', 'startScoring');
    const { no, row } = of(made, 'appraisals', '王芳');
    const steps = () => made.ask('刘洋', 'record', { register: 'appraisals', no, row }).steps.map(({ key }) => key);
    made.ask('刘洋', 'transition', { register: 'appraisals', no, row, transition: 'finalise', requestId: next() });
    expect(steps()).toEqual(['scoreAgain']);
    const read = { register: 'appraisals', no, row, transition: 'readScores', requestId: next() };
    expect(made.problem('刘洋', 'transition', read).code).toBe('outOfDate');
    expect(stateOf(made, '王芳')).toBe('checking');
  });

  it('says on the record what is being made, what to do next and what lacks', () => {
    const made = opened();
    const notes = () => {
      const { no, row } = of(made, 'appraisals', '王芳');
      return made.ask('刘洋', 'record', { register: 'appraisals', no, row }).notes.join();
    };
    const take = (transition: string) => {
      const { no, row } = of(made, 'appraisals', '王芳');
      made.ask('刘洋', 'transition', { register: 'appraisals', no, row, transition, requestId: next() });
    };
    expect(notes()).toBe('');
    take('startScoring');
    expect(notes()).toContain('考核表正在生成');
    made.sendMail();
    expect(notes()).toContain(`请在受限工作簿的标签页“${tabOf(made, '王芳').title}”里评分`);
    take('finalise');
    expect(notes()).toContain('正在读回考核表上的评分');
    made.sendMail();
    expect(notes()).toContain('还不能定稿');
    expect(notes()).toContain('沟通能力：还没评分');
  });

  it('takes the assessor’s scores by link, also when the tab was made before', () => {
    const made = opened({ staff: { 刘洋: { roles: ['hr', 'staff'] }, 王芳: { department: '社工部' } } });
    step(made, '王芳', 'startScoring');
    const token = linkTo(made, '陈静', '考核评分');
    expect(show(made, token).facts.map(({ text }) => text)).toContain('无数据');
    const scores = { communication: 8, problemSolving: 7, responsibility: 6, initiative: 3, teamwork: 4 };
    answer(made, token, 'score', { ...scores, communicationRemark: '表达清楚' });
    makeSheets(made);
    expect(lineIn(made, '王芳', '沟通能力').slice(6)).toEqual([8, '表达清楚']);
    typeInto(made, '王芳', '团队协作', { points: 5 });
    answer(made, token, 'score', { ...scores, communication: 9 });
    makeSheets(made);
    expect(of(made, 'appraisals', '王芳').values).toMatchObject({ communication: 9, teamwork: 5, initiative: 3 });
  });

  it('an objection goes to the director, who may have it scored again', () => {
    const made = upToAnswer();
    answer(made, linkTo(made, '王芳', '考核结果'), 'object', { objection: '沟通能力评低了' });
    expect(of(made, 'appraisals', '王芳').values).toMatchObject({ state: 'objected', reviewer: '赵敏' });
    const token = linkTo(made, '赵敏', '考核异议');
    expect(show(made, token).facts.map(({ text }) => text)).toContain('沟通能力评低了');
    answer(made, token, 'revise', { decision: '请重新核对' });
    made.sendMail();
    expect(stateOf(made, '王芳')).toBe('scoring');
    typeInto(made, '王芳', '沟通能力', { points: 7 });
    step(made, '王芳', 'finalise');
    expect(of(made, 'appraisals', '王芳').values).toMatchObject({ state: 'talk', total: 97, acknowledgement: null });
  });

  it('an objection to the director’s own appraisal goes to whom the settings name', () => {
    const made = opened({
      staff: { 刘洋: { roles: ['hr', 'front'] } },
      settings: { 'appraisal.objectionsTo': '陈静' },
    });
    expect(of(made, 'appraisals', '刘洋').values['assessor']).toBe('赵敏');
  });

  it('unqualified: demands and a day to follow up; a training is proposed without a name or a score', () => {
    const made = upToAnswer(upToTalk(worst));
    answer(made, linkTo(made, '王芳', '考核结果'), 'agree');
    expect(of(made, 'appraisals', '王芳').values).toMatchObject({ total: 35, grade: 'unqualified' });
    const { no, row } = of(made, 'appraisals', '王芳');
    const shown = made.ask('刘洋', 'record', { register: 'appraisals', no, row });
    const improve = shown.steps.find(({ key }) => key === 'improve')!;
    expect(improve.confirm).toContain('书面协议');
    expect(shown.steps.map(({ key }) => key)).not.toContain('reward');
    const [follow] = shown.follows;
    expect(follow).toMatchObject({ register: 'training-plan', values: { topic: '接待礼仪与服务', area: 'reception' } });
    expect(JSON.stringify(follow)).not.toMatch(/王芳|35/);
    step(made, '王芳', 'improve', { outcomes: ['formalTalk'], demands: '每周复盘', followUpOn: '2026-11-09' });
    expect(stateOf(made, '王芳')).toBe('following');
    step(made, '王芳', 'followUp', { followUpNote: '已改进' });
    expect(tabOf(made, '王芳').plan.locked).toBe(true);
  });

  it('who does not answer in time counts as such', () => {
    const made = upToAnswer();
    for (const day of ['2026-10-16', '2026-10-23', '2026-10-26']) {
      made.ports.setNow(`${day}T08:00`);
      made.morning();
      made.sendMail();
    }
    expect(of(made, 'appraisals', '王芳').values).toMatchObject({ state: 'outcome', acknowledgement: 'silent' });
  });

  it('what is typed into a tab whose scores are final changes nothing', () => {
    const made = upToTalk();
    typeInto(made, '王芳', '沟通能力', { points: 4 });
    makeSheets(made);
    expect(lineIn(made, '王芳', '沟通能力')[6]).toBe(10);
    expect(of(made, 'appraisals', '王芳').values['total']).toBe(100);
  });

  it('the round is closed when every appraisal is', () => {
    const made = opened();
    const [round] = made.records('appraisal-rounds');
    const close = { register: 'appraisal-rounds', no: round!.no, transition: 'close', requestId: next() };
    expect(made.problem('刘洋', 'transition', close)).toMatchObject({ code: 'refused', article: '8.3' });
  });
});

describe('8.4.1 views are averages without names', () => {
  it('three of them stand on the sheet; two are HR’s only', () => {
    const made = upToTalk();
    const cells = made.ports.cells('restricted', tabOf(made, '王芳').sheetId).flat().map(String);
    expect(cells.filter((cell) => cell.includes('平均第 1.33 档'))).toHaveLength(5);
    expect(cells.join('\n')).not.toContain('乐于助人');
    expect(cells.join('\n')).not.toMatch(/李强|陈静|周琳/);
    const fewer = opened();
    for (const name of ['李强', '陈静'] as const) answer(fewer, linkTo(fewer, name, '王芳'), 'give', view('first'));
    step(fewer, '王芳', 'startScoring');
    const few = fewer.ports.cells('restricted', tabOf(fewer, '王芳').sheetId).flat().map(String);
    expect(few.join('\n')).toContain('收到 2 份，不足 3 份，只供行政人事参考');
    expect(few.join('\n')).not.toContain('平均第');
  });
});

describe('8.1.3 nobody else sees any of it', () => {
  const secret = /乐于助人|谈了优点|接待来访一百二十|优秀|\d 分|总分/;

  it('neither the desk workbook nor its log nor its outbox, nor any mail, holds a score, a grade or a view', () => {
    const made = upToAnswer();
    answer(made, linkTo(made, '王芳', '考核结果'), 'agree');
    step(made, '王芳', 'reward', { outcomes: ['commendation'] });
    const [desk] = JSON.parse(made.ports.snapshot()) as [readonly [number, unknown][], unknown];
    const texts = JSON.stringify(desk.filter(([sheetId]) => sheetId !== 1005));
    expect(texts).not.toMatch(/乐于助人|谈了优点|接待来访一百二十/);
    for (const tab of [outboxTab, auditTab]) {
      expect(JSON.stringify(made.ports.cells('desk', tab.sheetId))).not.toMatch(/KH-|TS-|ZJ-|考核/);
    }
    for (const mail of made.ports.sent) {
      expect(`${mail.subject}${mail.text}`).not.toMatch(secret);
      expect(Object.values(addressOf)).toContain(mail.to);
    }
  });

  it.each(['王芳', '李强', '周琳', '陈静'] as const)('%s gets nothing at the desk, not even of their own', (name) => {
    const made = upToAnswer();
    const session = made.ask(name, 'session', {});
    expect(session.chapters.map(({ key }) => key)).not.toContain('appraisal');
    expect(session.reports.map(({ key }) => key)).not.toContain('appraisal');
    for (const key of ['appraisals', 'colleague-views', 'self-summaries', 'appraisal-rounds']) {
      expect(made.problem(name, 'find', { register: key }).code).toBe('notAllowed');
      const { no, row } = made.records(key)[0]!;
      expect(made.problem(name, 'record', { register: key, no, row }).code).toBe('notAllowed');
    }
    expect(JSON.stringify(made.ask(name, 'board', {}))).not.toMatch(/考核|KH-/);
    expect(() => makeSheets(made, name)).toThrow(NotAllowed);
    const { no, row } = of(made, 'appraisals', '王芳');
    for (const transition of ['agree', 'uphold', 'score', 'finalise', 'reward']) {
      const asked = { register: 'appraisals', no, row, transition, requestId: next() };
      expect(made.problem(name, 'transition', asked).code).toBe('notAllowed');
    }
  });

  it('the employee’s own page tells nothing before the talk, whatever number it is asked for', () => {
    const made = upToTalk();
    const token = ownLink(made, '王芳');
    const { no, row } = of(made, 'appraisals', '王芳');
    const at = { register: 'appraisals', no, row };
    const before = made.ask('public', 'page', { token, at });
    expect(before.facts.map(({ label }) => label)).toEqual(['编号', '状态', '季度', '考核人']);
    expect(JSON.stringify(made.ask('public', 'page', { token }))).not.toContain(no);
    upToAnswer(made);
    const after = made.ask('public', 'page', { token, at });
    expect(after.facts.map(({ label }) => label)).toContain('总分');
    expect(after.steps.map(({ key }) => key)).toEqual(['agree', 'object']);
    const other = made.problem('public', 'page', { token: ownLink(made, '李强'), at });
    expect(other.code).toBe('outOfDate');
  });
});
