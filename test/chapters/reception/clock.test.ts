import { digests } from '../../../src/chapters/reception/digests';
import { chaseReplies } from '../../../src/chapters/reception/chase-replies.job';
import { receptionEvening } from '../../../src/chapters/reception/evening.job';
import type { Job } from '../../../src/kernel/job';
import type { Facts } from '../../../src/kernel/facts';
import type { RecordRow } from '../../../src/kernel/values';
import { factsWith, type Name } from '../world';
import { appointment, callRecord, client, desk, messageRecord, visitRecord } from './samples';

const clockAt = (now: string): Facts => factsWith({ as: 'clock', now });

/** Runs a job on records, and the records as they are then. */
function ran(job: Job, open: readonly RecordRow[], facts: Facts): readonly RecordRow[] {
  const acts = job.plan(open, facts).acts ?? [];
  return open.map((record) => {
    const act = acts.find((one) => one.record === record);
    return act ? desk.take(record, act.transition, act.input ?? {}, facts).record : record;
  });
}
const twice = (job: Job, open: readonly RecordRow[], facts: Facts) => job.plan(ran(job, open, facts), facts).acts;

describe('2.1.4 the end of the day', () => {
  const evening = clockAt('2026-10-09T18:30:00');
  const expected = (expectedAt: string, more = {}) =>
    visitRecord({ ...appointment, state: 'expected', arrivedAt: null, attendant: null, expectedAt, ...more });

  test('appointments that nobody kept, of today and of days without a run', () => {
    const open = ['2026-10-07T10:00', '2026-10-09T14:30', '2026-10-09T19:00', '2026-10-10T09:00'].map((at) =>
      expected(at),
    );
    const states = ran(receptionEvening, open, evening).map((one) => one.values['state']);
    expect(states).toEqual(['noShow', 'noShow', 'expected', 'expected']);
    expect(twice(receptionEvening, open, evening)).toEqual([]);
  });

  test('times that make no sense are left for a person', () => {
    const odd = [
      visitRecord({ leftAt: '下午' }),
      visitRecord({ leftAt: '2026-10-09T08:00' }),
      expected('2026-10-09T14:30', { arrivedAt: '下午' }),
    ];
    expect(receptionEvening.plan(odd, evening).acts).toEqual([]);
  });

  test('2.1.2 a visit whose end nobody has recorded for a week ends without a time', () => {
    const open = ['2026-10-02T16:00', '2026-10-03T09:00'].map((arrivedAt) => visitRecord({ arrivedAt }));
    const after = ran(receptionEvening, open, evening).map(({ values }) => [values['state'], values['leftAt']]);
    expect(after).toEqual([
      ['left', null],
      ['here', null],
    ]);
    expect(twice(receptionEvening, open, evening)).toEqual([]);
  });

  test('2.2.5 a transfer of yesterday that nobody could confirm is said to be so', () => {
    const transfer = { kind: 'transfer', for: '陈静', outcome: 'connected' };
    const open = [callRecord({ ...transfer, at: '2026-10-08T16:00' }), callRecord(transfer)];
    const after = ran(receptionEvening, open, evening);
    expect(after.map((one) => one.values['transferCheck'])).toEqual(['unconfirmed', null]);
    expect(after[0]!.values['state']).toBe('closed');
    expect(twice(receptionEvening, open, evening)).toEqual([]);
  });
});

describe('2.2.4 overdue replies are chased', () => {
  const owed = callRecord({ for: '周琳', outcome: 'promised', replier: '周琳', replyDue: '2026-10-09T17:00' });
  const lines = (key: string, name: Name, open: readonly RecordRow[], now: string) => {
    const facts = clockAt(now);
    return digests.find((one) => one.key === key)!.lines(open, facts.directory.person(name)!, facts);
  };
  const both = (name: Name, open: readonly RecordRow[], now: string) => [
    ...lines('reception-replies', name, open, now),
    ...lines('reception-overdue-in-department', name, open, now),
  ];

  test('the first morning by a letter, the next also in the morning letters of the person and the head', () => {
    const monday = '2026-10-12T08:00:00';
    const chased = ran(chaseReplies, [owed], clockAt(monday));
    expect(chased[0]!.values['chasedAt']).toBe('2026-10-12T08:00');
    expect(twice(chaseReplies, [owed], clockAt(monday))).toEqual([]);
    expect(both('周琳', chased, monday)).toEqual([]);
    expect(both('陈静', chased, monday)).toEqual([]);
    const tuesday = '2026-10-13T08:00:00';
    const line = ['2026-10-09 17:00 已逾期', '孙先生（向日葵小学） LD-2026-00001、周琳'];
    expect(chaseReplies.plan(chased, clockAt(tuesday)).acts).toEqual([]);
    expect(both('周琳', chased, tuesday)).toEqual([line]);
    expect(both('陈静', chased, tuesday)).toEqual([line]);
    expect(both('刘洋', chased, tuesday)).toEqual([]);
  });

  test('nobody is chased on a Sunday', () => {
    expect(chaseReplies.plan([owed], clockAt('2026-10-11T08:00:00')).acts).toEqual([]);
  });

  test('due today, the person and the front desk read it in the morning', () => {
    const line = ['2026-10-09 17:00', '孙先生（向日葵小学） LD-2026-00001、周琳'];
    expect(both('周琳', [owed], '2026-10-09T08:00:00')).toEqual([line]);
    expect(both('王芳', [owed], '2026-10-09T08:00:00')).toEqual([line]);
    expect(both('周琳', [owed], '2026-10-08T08:00:00')).toEqual([]);
  });
});

describe('2.1.4 and 2.2.3 the morning letters', () => {
  const morning = clockAt('2026-10-09T08:00:00');
  const lines = (key: string, name: Name, open: readonly RecordRow[]) =>
    digests.find((one) => one.key === key)!.lines(open, morning.directory.person(name)!, morning);
  const at = (expectedAt: string, more = {}) =>
    visitRecord({ ...appointment, state: 'expected', arrivedAt: null, expectedAt, ...more });

  test('today’s appointments, for the front desk and for their hosts', () => {
    const open = [
      at('2026-10-09T14:30', { preparation: '合同样本' }),
      at('2026-10-09T10:00', { host: '综合部' }),
      at('2026-10-10T10:00'),
    ];
    const first = ['10:00', '林女士（蓝天公司） LF-2026-00001、找综合部'];
    const second = ['14:30', '林女士（蓝天公司） LF-2026-00001、找陈静、准备：合同样本'];
    expect(lines('reception-appointments', '李强', open)).toEqual([first, second]);
    expect(lines('reception-appointments', '陈静', open)).toEqual([second]);
    expect(lines('reception-appointments', '刘洋', open)).toEqual([first]);
    expect(lines('reception-appointments', '周琳', open)).toEqual([]);
  });

  test('2.1.2 visitors of earlier days whose leaving nobody recorded, for the front desk', () => {
    const open = [visitRecord({ arrivedAt: '2026-10-08T15:00' }), visitRecord()];
    expect(lines('reception-left-over', '王芳', open)).toEqual([
      ['2026-10-08 15:00', '林女士（蓝天公司） LF-2026-00001、陈静'],
    ]);
    expect(lines('reception-left-over', '陈静', open)).toEqual([]);
  });

  test('clients are not named', () => {
    const [line] = lines('reception-appointments', '陈静', [at('2026-10-09T14:30', { ...client, organisation: null })]);
    expect(line).toEqual(['14:30', '（服务对象） LF-2026-00001、找陈静']);
  });

  test('messages not seen, for the front desk; not dealt with, for the person', () => {
    const open = [messageRecord({ urgent: true }), messageRecord({ state: 'seen', answer: 'callBack' })];
    expect(lines('reception-messages', '王芳', open)).toEqual([
      ['2026-10-09 09:30', '孙先生 LH-2026-00001、陈静、紧急'],
    ]);
    expect(lines('reception-messages', '陈静', open)).toHaveLength(2);
    expect(lines('reception-messages', '周琳', open)).toEqual([]);
  });
});
