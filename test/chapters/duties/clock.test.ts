import { digests } from '../../../src/chapters/duties/digests';
import { fileChecks } from '../../../src/chapters/duties/file-checks.job';
import type { RecordRow } from '../../../src/kernel/values';
import { factsWith, type Name } from '../world';
import { carriedOn, checkRecord, clockAt, incidentRecord, ran, taskRecord } from './samples';

describe('1.3.7, 1.3.6, 8.2 what was typed into the tabs carries records on', () => {
  const evening = clockAt('2026-10-09T18:30:00');

  test('a result, a correction and an end', () => {
    const open = [
      taskRecord({ result: '已修好' }),
      checkRecord({ state: 'open', done: true, remark: '已清走' }),
      incidentRecord({ resolvedAt: '2026-10-09T11:00' }),
    ];
    const after = open.map((record) => carriedOn(record, evening));
    expect(after.map(({ values }) => values['state'])).toEqual(['done', 'done', 'resolved']);
    expect(after[0]!.values).toMatchObject({ result: '已修好', doneAt: '2026-10-09T18:30' });
    expect(after[2]!.values['resolvedAt']).toBe('2026-10-09T11:00');
    expect(after.map((record) => carriedOn(record, evening))).toEqual(after);
  });

  test('what says nothing, or makes no sense, is left for a person', () => {
    const open = [
      taskRecord(),
      checkRecord({ state: 'open', done: false, remark: '纸箱' }),
      incidentRecord(),
      incidentRecord({ resolvedAt: '下午' }),
      incidentRecord({ resolvedAt: '2026-10-09T09:00' }),
      incidentRecord({ resolvedAt: '2026-10-10T09:00' }),
    ];
    expect(open.map((record) => carriedOn(record, evening))).toEqual(open);
  });
});

describe('1.3.6, 3.2.3, 4.2.4 checks are filed when their day or week is over', () => {
  const open = [
    checkRecord(),
    checkRecord({ what: 'storage', day: '2026-10-05' }),
    checkRecord({ day: '2026-10-08', state: 'open', done: false, remark: '纸箱' }),
  ];
  const states = (records: readonly RecordRow[]) => records.map(({ values }) => values['state']);

  test('the daily one the next morning, the weekly one on Monday; what is not put right stays', () => {
    expect(states(ran(fileChecks, open, clockAt('2026-10-09T08:00:00')))).toEqual(['done', 'done', 'open']);
    const saturday = ran(fileChecks, open, clockAt('2026-10-10T08:00:00'));
    expect(states(saturday)).toEqual(['filed', 'done', 'open']);
    const monday = ran(fileChecks, saturday, clockAt('2026-10-12T08:00:00'));
    expect(states(monday)).toEqual(['filed', 'filed', 'open']);
    expect(fileChecks.plan(monday, clockAt('2026-10-12T08:00:00')).acts).toEqual([]);
  });

  test('also when the setting was changed meanwhile', () => {
    const settings = { 'checks.storage': 'daily' };
    const facts = factsWith({ as: 'clock', now: '2026-10-09T08:00:00', settings });
    expect(states(ran(fileChecks, open, facts))).toEqual(['done', 'filed', 'open']);
  });
});

describe('the morning letters', () => {
  const lines = (key: string, name: Name, open: readonly RecordRow[], facts = clockAt('2026-10-09T08:00:00')) =>
    digests.find((one) => one.key === key)!.lines(open, facts.directory.person(name)!, facts);

  test('1.3.7 tasks due and overdue, for who is to do them and for the front desk', () => {
    const open = [
      taskRecord({ dueOn: '2026-10-09' }),
      taskRecord({ dueOn: '2026-10-07', assignee: '李强' }),
      taskRecord({ dueOn: '2026-10-10' }),
      taskRecord({ dueOn: '2026-10-08', state: 'done' }),
    ];
    const late = ['2026-10-07 逾期 2 天', '联系会议室投影维修 RW-2026-00001、李强'];
    const due = ['2026-10-09', '联系会议室投影维修 RW-2026-00001、周琳'];
    expect(lines('duties-tasks', '周琳', open)).toEqual([due]);
    expect(lines('duties-tasks', '王芳', open)).toEqual([late, due]);
    expect(lines('duties-tasks', '赵敏', open)).toEqual([]);
  });

  test('1.3.6, 3.2.3, 4.2.4 what is still to be checked, for the front desk', () => {
    const open = [checkRecord({ what: 'storage', day: '2026-10-06' })];
    expect(lines('duties-checks', '王芳', open)).toEqual([
      ['前台区域整洁', '今天'],
      ['快递包装清理', '本周内'],
    ]);
    expect(lines('duties-checks', '刘洋', open)).toEqual([]);
  });
});
