// HR's work in the restricted workbook, on the board of who may see it.
import type { Calls } from '../../src/api/contract';
import { openTab } from '../../src/kernel/kernel-tabs';
import { courseIn, held, name as course } from '../chapters/training/course';
import { annual, leaveDesk } from '../chapters/attendance/leave-desk';
import type { Name } from '../chapters/world';
import type { Agency, AgencyOptions } from './agency';
import { agency, product, register } from './agency';
import { answer, linkTo, next, opened, quarter, step, summary } from './appraisal-quarter';

type Board = Calls['board']['value'];

const ofRestricted = ({ sections }: Board) => {
  const keys = product.chapters
    .flatMap((chapter) => chapter.board ?? [])
    .filter((section) => register(section.register).workbook === 'restricted')
    .map(({ key }) => key);
  return sections.filter(({ key }) => keys.includes(key));
};

/** Strong line, chips and what is offered, by section. */
const shown = (made: Agency, who: Name) =>
  Object.fromEntries(
    ofRestricted(made.ask(who, 'board', {})).map(({ key, lines }) => [
      key,
      lines.map(({ strong, chips, next: offered }) => [
        strong,
        ...chips.map(({ label }) => label),
        ...(offered ? [offered.transition] : []),
      ]),
    ]),
  );

const calls = (made: Agency, who: Name) => {
  const before = made.ports.calls.length;
  made.ask(who, 'board', {});
  return made.ports.calls.slice(before).map(({ workbook, cellsRead }) => ({ workbook, cellsRead }));
};

/** Everything about 李强 is in, or no longer asked for; nothing about 王芳. */
function quarterUnderWay(options: AgencyOptions = {}): Agency {
  const made = opened(options);
  answer(made, linkTo(made, '李强', '个人工作总结'), 'handIn', summary());
  for (const { no, row, values } of made.records('colleague-views')) {
    if (values['about'] !== '李强') continue;
    const strike = { register: 'colleague-views', no, row, transition: 'strikeOut', requestId: next() };
    made.ask('刘洋', 'transition', strike);
  }
  return made;
}

describe('8.3 the round of appraisals on the board', () => {
  test('is offered to HR once the quarter is over, and no more when there is one', () => {
    const made = agency();
    const round = () => made.ask('刘洋', 'board', {}).sections.find(({ key }) => key === 'appraisal-rounds')!;
    expect(round()).toMatchObject({
      lines: [],
      empty: '没有进行中的考核轮次。',
      starts: [{ register: 'appraisal-rounds', label: '发起 2026Q3 考核轮次', values: { quarter } }],
    });
    expect(made.ask('赵敏', 'board', {}).sections.find(({ key }) => key === 'appraisal-rounds')).not.toHaveProperty(
      'starts',
    );
    made.ask('刘洋', 'create', { register: 'appraisal-rounds', rows: [{ quarter }], requestId: next() });
    expect(round()).not.toHaveProperty('starts');
    expect(round().lines.map(({ strong }) => strong)).toEqual([quarter]);
  });

  test('says what is missing, and each appraisal what comes next', () => {
    const made = quarterUnderWay();
    expect(shown(made, '刘洋')).toEqual({
      'leave-waiting': [],
      'appraisal-rounds': [[quarter, '2 人未办结', '缺 4 份材料']],
      'appraisal-under-way': [
        ['王芳', '缺 4 份材料'],
        ['李强', '材料已齐', 'startScoring'],
      ],
      'appraisal-summaries': [['王芳', '2026-10-16 前']],
      'appraisal-views': Array.from({ length: 3 }, () => ['王芳', '2026-10-16 前']),
    });
    step(made, '李强', 'startScoring');
    made.ports.setNow('2026-10-19T09:30:00');
    const later = shown(made, '刘洋');
    expect(later['appraisal-under-way']![1]).toEqual(['李强', '等考核人评分']);
    expect(later['appraisal-summaries']).toEqual([['王芳', '逾期 3 天']]);
  });

  test('the director sees how far it is, and not who has not handed in', () => {
    expect(Object.keys(shown(quarterUnderWay(), '赵敏'))).toEqual(['appraisal-rounds', 'appraisal-under-way']);
  });
});

describe('7.3.3 results on the board', () => {
  test('are HR’s to follow up, without scores, by when it is due', () => {
    const made = agency();
    const training = courseIn(made);
    held(training);
    const exam = { training: course, way: 'exam' };
    const [failed] = training.create('刘洋', 'training-results', { ...exam, person: '李强', score: 41 });
    training.create('刘洋', 'training-results', { ...exam, person: '王芳', score: 97 });
    const followUps = () => shown(made, '刘洋')['training-follow-ups'];
    expect(followUps()).toEqual([
      ['李强', '待安排', '2026-10-16 前', 'arrangeMakeUp'],
      ['王芳', '待表彰', '2026-10-16 前', 'commend'],
    ]);
    training.take('刘洋', 'training-results', failed!, 'arrangeMakeUp', { followUpDue: '2026-10-14' });
    made.ports.setNow('2026-10-15T09:30:00');
    expect(followUps()![0]).toEqual(['李强', '待补考', '逾期 1 天', 'makeUp']);
    expect(JSON.stringify(made.ask('刘洋', 'board', {}))).not.toMatch(/41|97/);
  });
});

describe('6.2.2 leave slips on the board', () => {
  test('HR sees what waits with whom, the director what waits for them', () => {
    const { made, enter } = leaveDesk();
    enter('leave', { person: '周琳', ...annual('2026-10-13') });
    enter('leave', { person: '陈静', ...annual('2026-10-15') });
    expect(shown(made, '刘洋')['leave-waiting']!.map(([who]) => who)).toEqual(['周琳、年假', '陈静、年假']);
    expect(shown(made, '赵敏')).toMatchObject({ 'leave-decide': [['陈静、年假', 'approveHead']] });
    made.ports.setNow('2026-10-13T09:30:00');
    expect(shown(made, '刘洋')['leave-waiting']![0]).toEqual(['周琳、年假', '已等 2 个工作日']);
  });

  test('a slip that is proved by a paper stays until HR has seen it, or its address is typed into the tab', () => {
    const { made, enter, decide } = leaveDesk();
    const granted = (firstDay: string, type: string): string => {
      const no = enter('leave', { person: '周琳', ...annual(firstDay, { type }) });
      decide('陈静', 'approveHead');
      return no;
    };
    granted('2026-10-12', 'annual');
    const paper = granted('2026-10-13', 'sick');
    const linked = granted('2026-10-14', 'sick');
    const due = () => shown(made, '刘洋')['leave-proofs'];
    expect(due()).toBeUndefined();
    made.ports.setNow('2026-10-14T09:30:00');
    expect(due()).toEqual([
      ['周琳、病假', '假期已过 1 天', 'proofSeen'],
      ['周琳、病假', '休假中', 'proofSeen'],
    ]);
    const note = (input: object) => ({
      register: 'leave',
      no: paper,
      transition: 'proofSeen',
      input,
      requestId: next(),
    });
    expect(made.problem('刘洋', 'transition', note({})).fields).toHaveProperty('proofSeen');
    made.ask('刘洋', 'transition', { ...note({}), input: { proofSeen: '病假单，档案柜 3 号夹' } });
    const { row } = made.record('leave', linked);
    made.type('leave', row, [{ proof: 'https://drive.example.com/slip' }]);
    expect(due()).toBeUndefined();
    const at = made.column('leave', 'proof');
    made.edited('leave', row, row + 1, { from: at, to: at + 1 }, '刘洋');
    expect(made.record('leave', linked).values['proofSeen']).toBe('见“证明材料”');
    expect(made.record('leave', paper).values).toMatchObject({ state: 'approved', proofSeen: '病假单，档案柜 3 号夹' });
    const listed = made.ports
      .cells('restricted', openTab.sheetId)
      .slice(1)
      .map((cells) => cells[1]);
    expect(listed.filter(Boolean)).toEqual([]);
  });
});

describe('who sees it, and what it costs', () => {
  test('the front desk and heads see nothing of the restricted workbook, and it is not even asked', () => {
    const made = quarterUnderWay();
    for (const who of ['王芳', '陈静', '周琳'] as const) {
      expect(ofRestricted(made.ask(who, 'board', {}))).toEqual([]);
      expect(calls(made, who).map(({ workbook }) => workbook)).not.toContain('restricted');
    }
  });

  test('two calls, one a workbook, once it is known where records stand, however much has ended', () => {
    const cost = (ended: number) => {
      const made = quarterUnderWay({ blankRows: ended + 100 });
      const { sheetId } = register('training-results');
      made.ports.people('restricted').type(
        sheetId,
        2,
        0,
        Array.from({ length: ended }, (_, row) => [`PG-2025-${String(row).padStart(5, '0')}`]),
      );
      made.ask('刘洋', 'board', {});
      return calls(made, '刘洋');
    };
    const few = cost(10);
    expect(few.map(({ workbook }) => workbook)).toEqual(['desk', 'restricted']);
    expect(cost(1_000)).toEqual(few);
  });

  test('what has come meanwhile is found, and so is what has moved', () => {
    const { made, enter } = leaveDesk();
    enter('leave', { person: '周琳', ...annual('2026-10-13') });
    made.ask('刘洋', 'board', {});
    enter('leave', { person: '陈静', ...annual('2026-10-15') });
    expect(calls(made, '刘洋')).toHaveLength(2);
    const { sheetId } = register('leave');
    made.ports.people('restricted').sort(sheetId, made.column('leave', 'no'), false);
    expect(shown(made, '刘洋')['leave-waiting']!.map(([who]) => who)).toEqual(['周琳、年假', '陈静、年假']);
    made.ports.people('restricted').deleteRows(sheetId, 2, 1);
    expect(shown(made, '刘洋')['leave-waiting']!.map(([who]) => who)).toEqual(['周琳、年假']);
  });

  test('a tab that has shrunk stops nobody', () => {
    const { made, enter } = leaveDesk();
    for (const day of ['13', '14', '15', '16']) enter('leave', { person: '周琳', ...annual(`2026-10-${day}`) });
    made.ask('刘洋', 'board', {});
    made.ports.people('restricted').deleteRows(register('leave').sheetId, 3, 249);
    expect(shown(made, '刘洋')['leave-waiting']).toHaveLength(1);
  });

  test('the day at the desk goes on where the restricted workbook does not open', () => {
    const made = quarterUnderWay();
    made.ports.fault({ on: 'read', nth: 2, kind: 'closed' });
    const { sections, warnings } = made.ask('刘洋', 'board', {});
    expect(sections.map(({ key }) => key)).not.toContain('appraisal-rounds');
    expect(warnings.join('')).toContain('受限表格打不开');
  });

  test('also with everything in one workbook', () => {
    const made = quarterUnderWay({ alone: true });
    expect(Object.keys(shown(made, '刘洋'))).toContain('appraisal-under-way');
    expect(ofRestricted(made.ask('王芳', 'board', {}))).toEqual([]);
  });

  test('mail of the restricted workbook that has not gone out is told of', () => {
    const made = opened();
    Object.assign(made.ports.mailer, {
      send: () => {
        throw new Error('quota exceeded');
      },
    });
    step(made, '王芳', 'changeAssessor', { assessor: '赵敏' });
    step(made, '王芳', 'startScoring');
    expect(made.ask('刘洋', 'board', {}).warnings.join('')).toContain('quota exceeded');
    expect(made.ask('王芳', 'board', {}).warnings).toEqual([]);
  });
});
