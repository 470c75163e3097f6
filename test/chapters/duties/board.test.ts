import { board } from '../../../src/chapters/duties/board';
import { say } from '../../../src/kernel/words';
import type { RecordRow } from '../../../src/kernel/values';
import { factsWith, type Name } from '../world';
import { checkRecord, incidentRecord, taskRecord } from './samples';

const section = (key: string) => board.find((one) => one.key === key)!;

describe('1.3.7 tasks on the board', () => {
  const tasks = section('duties-tasks');
  const chips = (values: object) =>
    tasks.chips!(taskRecord(values as never), factsWith()).map((chip) => say(chip.words, 'zh', chip.values));

  test.each([
    ['2026-10-12', ['2026-10-12 前']],
    ['2026-10-09', ['今天到期']],
    ['2026-10-07', ['逾期 2 天']],
  ])('due %s: %j', (dueOn, said) => {
    expect(chips({ dueOn })).toEqual(said);
  });

  test('while they are to do, the soonest first, with the step', () => {
    expect(tasks.shows(taskRecord(), factsWith())).toBe(true);
    expect(tasks.shows(taskRecord({ state: 'done' }), factsWith())).toBe(false);
    expect(tasks.order!(taskRecord({ dueOn: '2026-10-10' })) < tasks.order!(taskRecord())).toBe(true);
    expect(tasks.next!(taskRecord(), factsWith())).toBe('done');
    expect(tasks.detail!(taskRecord(), factsWith())).toBe('周琳、赵敏');
  });

  test('the front desk sees all, HR what concerns them', () => {
    const isFor = (as: Name, record: RecordRow) => tasks.isFor!(factsWith({ as }).actor, record, factsWith());
    expect(isFor('王芳', taskRecord())).toBe(true);
    expect(isFor('刘洋', taskRecord())).toBe(false);
    expect(isFor('刘洋', taskRecord({ givenBy: '刘洋' }))).toBe(true);
    expect(isFor('刘洋', taskRecord({ assignee: '刘洋' }))).toBe(true);
  });
});

describe('1.3.6, 3.2.3, 4.2.4 checks on the board', () => {
  const checks = section('duties-checks');
  const offered = (open: readonly RecordRow[], as: Name = '王芳', language: 'zh' | 'en' = 'zh') =>
    checks.starts!(open, factsWith({ as })).map(({ label, values }) => [say(label, language), values]);

  test('what is still to be checked is offered to the front desk, its form filled in', () => {
    expect(offered([])).toEqual([
      ['检查：前台区域整洁（今天）', { what: 'frontArea' }],
      ['检查：用品存放区整洁（本周）', { what: 'storage' }],
      ['检查：快递包装清理（本周）', { what: 'packaging' }],
    ]);
    expect(offered([checkRecord(), checkRecord({ what: 'storage' })], '李强', 'en')).toEqual([
      ['Check: Packaging disposed of (this week)', { what: 'packaging' }],
    ]);
    expect(offered([], '刘洋')).toEqual([]);
  });

  test('what is to be put right stands there until it is', () => {
    const bad = checkRecord({ done: false, remark: '纸箱堆在过道', state: 'open', day: '2026-09-30' });
    expect(checks.shows(bad, factsWith())).toBe(true);
    expect(checks.detail!(bad, factsWith())).toBe('纸箱堆在过道、2026-09-30');
    expect(checks.next!(bad, factsWith())).toBe('putRight');
    expect(checks.shows(checkRecord(), factsWith())).toBe(false);
  });
});

describe('8.2 incidents on the board', () => {
  test('until they are resolved', () => {
    const incidents = section('duties-incidents');
    expect(incidents.shows(incidentRecord(), factsWith())).toBe(true);
    expect(incidents.next!(incidentRecord(), factsWith())).toBe('resolve');
    expect(incidents.shows(incidentRecord({ state: 'resolved' }), factsWith())).toBe(false);
  });
});
