import { masked } from '../../../src/kernel/register';
import type { RecordRow } from '../../../src/kernel/values';
import { factsWith, wholeLetter } from '../world';
import { callRecord, client, desk, messageRecord, visitRecord } from './samples';

const clock = factsWith({ as: 'clock' });

describe('2.1.3 the e-mail to the host', () => {
  test('names visitor and organisation, and what is known', () => {
    const letter = desk.letter('visit-arrived', visitRecord({ badge: '3', preparation: '合同样本' }));
    expect(letter.subject).toBe('来访到达：林女士（蓝天公司） LF-2026-00001');
    expect(letter.sentence).toBe('林女士（蓝天公司）于 09:20 到访，正在前台等候。请点按钮告诉前台您是否过来。');
    expect(letter.button).toBe('查看并答复');
    expect(letter.facts).toEqual([
      ['姓名', '林女士'],
      ['单位', '蓝天公司'],
      ['人数', '1'],
      ['来访事由', '洽谈合作'],
      ['拜访对象', '陈静'],
      ['来访时间', '2026-10-09 09:20'],
      ['访客证号', '3'],
      ['准备事项', '合同样本'],
    ]);
  });

  test('in English where the workbook is', () => {
    const english = factsWith({ as: 'clock', language: 'en' });
    expect(desk.letter('visit-arrived', visitRecord(), english).subject).toBe(
      'Visitor here: 林女士 (蓝天公司) LF-2026-00001',
    );
  });

  test('the stand-in reads for whom they stand in', () => {
    const letter = desk.letter('visit-stand-in', visitRecord({ attendant: '周琳' }));
    expect(letter.subject).toBe('请代为接待：林女士（蓝天公司） LF-2026-00001');
    expect(letter.why).toBe('您收到本邮件，因为您是陈静的代理人。');
  });

  test.each([
    ['waits', {}, true],
    ['has been guided', { guidedTo: '会议室' }, false],
    ['has an answer', { hostAnswer: 'coming' }, false],
    ['has left', { state: 'left' }, false],
    ['came yesterday', { arrivedAt: '2026-10-08T09:20' }, false],
    ['is received by the stand-in', { attendant: '周琳' }, false],
  ])('is due while the visitor %s: %j', (_, values, due) => {
    expect(desk.product.letter('visit-arrived')!.isDue(visitRecord(values), clock)).toBe(due);
  });
});

describe('clients are not named in any e-mail', () => {
  const secret = { organisation: '向阳小区', phone: '13987654321', email: 'he@example.com', isClient: true };
  const visit = { ...client, ...secret, expectedAt: '2026-10-09T14:30', attendant: '周琳' };
  const call = {
    caller: '何阿姨',
    subject: '家庭矛盾求助',
    ...secret,
    for: '陈静',
    outcome: 'promised',
    replyDue: '2026-10-09T09:00',
    replier: '陈静',
  };
  const message = { from: '何阿姨', content: '家庭矛盾求助', ...secret, urgent: true, copiedTo: '周琳' };
  const records: Readonly<Record<string, RecordRow>> = {
    visits: visitRecord(visit),
    calls: callRecord(call),
    messages: messageRecord(message),
  };
  const letters = desk.product.chapters.flatMap((chapter) => chapter.letters ?? []);

  test('all letters of reception are looked at', () => {
    expect(letters.map((one) => one.key).sort()).toEqual([
      'message-again',
      'message-copy',
      'message-new',
      'reply-asked',
      'reply-overdue',
      'transfer-asked',
      'visit-arrived',
      'visit-invitation',
      'visit-invitation-cancelled',
      'visit-stand-in',
      'visit-survey',
    ]);
  });

  test.each(letters.flatMap((one) => (['zh', 'en'] as const).map((language) => [one.key, language] as const)))(
    '%s in %s',
    (key, language) => {
      const { register } = desk.product.letter(key)!;
      const said = wholeLetter(desk.letter(key, records[register]!, factsWith({ as: 'clock', language })));
      for (const word of ['何阿姨', '向阳小区', '13987654321', 'he@example.com', '家庭矛盾'])
        expect(said).not.toContain(word);
    },
  );

  test('the host reads that a client is here, and which record it is', () => {
    expect(desk.letter('visit-arrived', visitRecord(visit)).subject).toBe('来访到达：（服务对象） LF-2026-00001');
  });

  test('the message itself is behind the link', () => {
    expect(desk.letter('message-new', records['messages']!).sentence).toBe(
      '（服务对象）给您留了言。留言内容请点按钮查看。',
    );
    const page = desk.product.page('message')!;
    expect(page.facts(records['messages']!, clock, [records['messages']!])).toContainEqual([
      '留言内容',
      '家庭矛盾求助',
    ]);
  });

  test('the page of a visit says no more than the e-mail', () => {
    const page = desk.product.page('visit-answer')!;
    const said = [
      page.sentence(records['visits']!, clock),
      ...page.facts(records['visits']!, clock, [records['visits']!]).flat(),
    ].join(' ');
    expect(said).not.toContain('何阿姨');
    expect(said).not.toContain('家庭矛盾');
  });

  test('lists hide what belongs to the person', () => {
    const shown = masked(desk.register('visits'), visitRecord(visit).values, '·');
    expect([shown['visitor'], shown['phone'], shown['purpose']]).toEqual(['·', '·', '·']);
  });
});

describe('2.2 e-mails about messages and calls', () => {
  test('an urgent message says so', () => {
    const letter = desk.letter('message-new', messageRecord({ urgent: true, organisation: '向日葵小学' }));
    expect(letter.subject).toBe('【紧急】给您的留言：孙先生（向日葵小学） LH-2026-00001');
    expect(letter.facts).toContainEqual(['留言内容', '请回电谈场地']);
  });

  test('the copy for the stand-in has no button', () => {
    const letter = desk.letter('message-copy', messageRecord({ urgent: true, copiedTo: '周琳' }));
    expect(letter.button).toBeUndefined();
    expect(letter.sentence).toContain('孙先生给陈静的紧急留言');
  });

  test('a promised reply says by when', () => {
    const call = callRecord({ outcome: 'promised', replyDue: '2026-10-12T10:00', replier: '陈静' });
    expect(desk.letter('reply-asked', call).subject).toBe(
      '请回复来电：孙先生（向日葵小学） LD-2026-00001，2026-10-12 10:00 前',
    );
    const overdue = desk.product.letter('reply-overdue')!;
    expect(overdue.isDue(call, clock)).toBe(false);
    expect(overdue.isDue(call, factsWith({ as: 'clock', now: '2026-10-12T10:01:00' }))).toBe(true);
  });
});
