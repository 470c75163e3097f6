import { board } from '../../../src/chapters/reception/board';
import { say } from '../../../src/kernel/words';
import type { RecordRow } from '../../../src/kernel/values';
import { factsWith } from '../world';
import { appointment, callRecord, desk, messageRecord, visitRecord } from './samples';

const section = (key: string) => board.find((one) => one.key === key)!;
const chipsOf = (key: string, record: RecordRow, facts = factsWith()): readonly string[] =>
  section(key).chips!(record, facts).map((chip) => say(chip.words, 'zh', chip.values));
const at = (time: string) => factsWith({ now: `2026-10-09T${time}:00` });

describe('2.1.4 expected today', () => {
  const expected = visitRecord({ ...appointment, state: 'expected', arrivedAt: null, preparation: '合同样本' });

  test('today’s appointments, with what is to be prepared', () => {
    const one = section('reception-expected');
    expect(one.shows(expected, at('09:30'))).toBe(true);
    expect(one.shows(expected, factsWith({ now: '2026-10-08T09:30:00' }))).toBe(false);
    expect(one.detail!(expected, at('09:30'))).toBe('14:30、陈静、合同样本');
    expect(one.next!(expected, at('09:30'))).toBe('arrive');
    expect(chipsOf('reception-expected', expected, at('14:40'))).toEqual(['已过预约时间', '需准备']);
  });

  test('hosts see their own', () => {
    const one = section('reception-expected');
    const isFor = (as: '陈静' | '周琳' | '李强') => one.isFor!(factsWith({ as }).actor, expected, factsWith());
    expect([isFor('陈静'), isFor('周琳'), isFor('李强')]).toEqual([true, false, true]);
  });
});

describe('2.1.3 here now', () => {
  const next = (record: RecordRow, facts = at('09:30')): string | undefined =>
    section('reception-here').next!(record, facts);

  test('a line says which badge the visitor wears, whom they see and where they were taken', () => {
    const guided = visitRecord({ badge: '11', guidedTo: '会议室', purpose: '洽谈' });
    expect(section('reception-here').detail!(guided, factsWith())).toBe('访客证 11、陈静、会议室、洽谈');
  });

  test('the host has ten minutes to answer; then another way is to be tried', () => {
    expect(chipsOf('reception-here', visitRecord(), at('09:29'))).toEqual(['已等 9 分钟']);
    expect(next(visitRecord(), at('09:29'))).toBe('guide');
    expect(chipsOf('reception-here', visitRecord(), at('09:30'))).toEqual([
      '已等 10 分钟',
      '10 分钟没有答复，请换一种方式联系',
    ]);
    expect(next(visitRecord(), at('09:30'))).toBe('contacted');
  });

  test('tried in vain, a message may be taken', () => {
    const tried = visitRecord({ contactedAt: '2026-10-09T09:31', contactedBy: 'phone', reached: false });
    expect(chipsOf('reception-here', tried, at('09:32'))).toEqual(['已等 12 分钟', '可以留言']);
  });

  test('the message is the next thing to do, and when it is taken nobody is asked any more', () => {
    const form = (record: RecordRow) => section('reception-here').form!(record, at('09:32'));
    const out = visitRecord({ hostAnswer: 'out' });
    expect(form(visitRecord())).toBeUndefined();
    expect(form(out)).toBe('messages');
    const { record } = desk.take(out, 'messageTaken', {}, factsWith({ as: 'clock' }));
    expect(form(record)).toBeUndefined();
    expect(chipsOf('reception-here', record)).toEqual(['不在', '已留言']);
    expect(next(record)).toBe('leave');
    const tried = visitRecord({ contactedAt: '2026-10-09T09:31', reached: false, history: record.values['history']! });
    expect([form(tried), next(tried, at('09:50'))]).toEqual([undefined, 'leave']);
    const other = desk.take(record, 'rehost', { host: '刘洋' }, at('09:35')).record;
    expect(chipsOf('reception-here', other, at('09:45'))).toEqual([
      '已等 10 分钟',
      '10 分钟没有答复，请换一种方式联系',
    ]);
  });

  test('asked to wait, the board asks again after ten minutes', () => {
    const waiting = visitRecord({ hostAnswer: 'wait', hostAnsweredAt: '2026-10-09T09:25' });
    expect(chipsOf('reception-here', waiting, at('09:34'))).toEqual(['请稍候', '已等 14 分钟']);
    expect(next(waiting, at('09:34'))).toBe('guide');
    expect(chipsOf('reception-here', waiting, at('09:35'))).toEqual([
      '请稍候',
      '已等 15 分钟',
      '请稍候已过 10 分钟，请再问一次',
    ]);
    expect(next(waiting, at('09:35'))).toBe('contacted');
  });

  test('a badge that two visitors wear is pointed out', () => {
    const [one, two] = [visitRecord({ badge: 'A7' }), { ...visitRecord({ badge: 'a7' }), no: 'LF-2026-00002' }];
    const chips = (open: readonly RecordRow[]) =>
      section('reception-here').chips!(one, factsWith(), open).map((chip) => chip.words.zh);
    expect(chips([one, two])).toContain('访客证重复');
    expect(chips([one])).not.toContain('访客证重复');
    expect(chips([one, { ...two, values: { ...two.values, state: 'left' } }])).not.toContain('访客证重复');
  });

  test('the host’s answer is shown', () => {
    expect(chipsOf('reception-here', visitRecord({ hostAnswer: 'coming' }))).toEqual(['马上来']);
    expect(chipsOf('reception-here', visitRecord({ hostAnswer: 'out' }))).toEqual(['不在', '可以留言']);
    const standIn = visitRecord({ hostAnswer: 'standIn', hostAnsweredAt: '2026-10-09T09:25', attendant: '周琳' });
    expect(chipsOf('reception-here', standIn)).toEqual(['请代理人接待', '已等 5 分钟']);
  });

  test('a quarter of an hour before closing the board asks who is still here', () => {
    const guided = visitRecord({ guidedTo: '会议室', hostAnswer: 'coming' });
    const closing = factsWith().calendar.closingTime('2026-10-09')!;
    const minute = (back: number) => {
      const [hour, minutes] = closing.split(':').map(Number) as [number, number];
      const total = hour * 60 + minutes - back;
      return at(`${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`);
    };
    expect(chipsOf('reception-here', guided, minute(16))).toEqual(['马上来']);
    expect(chipsOf('reception-here', guided, minute(15))).toEqual(['快下班了，还在吗？', '马上来']);
    expect(next(guided, minute(15))).toBe('leave');
  });

  test('somebody who never left is asked about', () => {
    const forgotten = visitRecord({ arrivedAt: '2026-10-08T16:00', guidedTo: '会议室' });
    expect(chipsOf('reception-here', forgotten)).toEqual(['离开未登记']);
    expect(next(forgotten)).toBe('leftEarlier');
  });

  test('who came on an earlier day is not said to be waiting, whoever was told then', () => {
    const typed = visitRecord({ arrivedAt: '2026-09-18T10:00' });
    expect(chipsOf('reception-here', typed)).toEqual(['离开未登记 · 21 天前']);
  });
});

describe('2.2 messages and calls', () => {
  test('2.2.3 urgent messages come first, the wrongly addressed are passed on', () => {
    const one = section('reception-messages');
    const plain = messageRecord({ recordedAt: '2026-10-09T08:00' });
    const urgent = messageRecord({ urgent: true });
    expect(one.order!(urgent) < one.order!(plain)).toBe(true);
    expect(one.shows(messageRecord({ state: 'seen' }), factsWith())).toBe(false);
    const astray = messageRecord({ answer: 'wrongPerson' });
    expect(chipsOf('reception-messages', astray)).toEqual(['找错人，请改留']);
    expect(one.next!(astray, factsWith())).toBe('readdress');
  });

  test('2.2.4 replies due, the overdue ones marked', () => {
    const owed = callRecord({ outcome: 'promised', replyDue: '2026-10-09T10:00', replier: '陈静' });
    expect(section('reception-replies').shows(owed, factsWith())).toBe(true);
    expect(chipsOf('reception-replies', owed, at('09:59'))).toEqual(['2026-10-09 10:00 前']);
    expect(chipsOf('reception-replies', owed, at('10:01'))).toEqual(['已逾期']);
    expect(section('reception-calls').shows(owed, factsWith())).toBe(false);
  });

  test.each([
    [{ outcome: 'connected', kind: 'transfer' }, ['接通'], 'checkTransfer'],
    [{ outcome: 'connected', kind: 'transfer', transferCheck: 'wrong' }, ['转错'], 'close'],
    [{ outcome: 'notReached', kind: 'transfer' }, ['未接通'], 'outcome'],
    [{}, ['未填结果'], 'outcome'],
  ])('2.2.5 an open call %j', (values, chips, next) => {
    const record = callRecord(values);
    expect(chipsOf('reception-calls', record)).toEqual(chips);
    expect(section('reception-calls').next!(record, factsWith())).toBe(next);
    expect(section('reception-calls').form!(record, factsWith())).toBe(
      record.values['outcome'] === 'notReached' ? 'messages' : undefined,
    );
  });
});
