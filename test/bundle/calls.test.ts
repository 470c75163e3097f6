// 2.2 through the built code: calls, replies that were promised, messages for people who are absent.
import { answerLink, boardOf, create, livePage, newOffice, people, recordOf, step, type Office } from './office';

let office: Office;
beforeEach(() => {
  office = newOffice();
});

const call = {
  caller: '孙先生',
  organisation: '向日葵小学',
  phone: '13711112222',
  subject: '借用场地',
  kind: 'enquiry',
};
const message = { to: '陈静', from: '孙先生', phone: '13711112222', content: '请回电谈场地' };

describe('2.2.2–2.2.5 a call', () => {
  test('2.2.4 a promised reply stays on the board until the person who owes it notes it by the link', () => {
    const { no } = create(office, 'calls', { ...call, at: '2026-10-09T09:25', for: '陈静', outcome: 'promised' });
    expect(recordOf(office, 'calls', no)).toMatchObject({
      state: 'open',
      replyDue: expect.stringMatching(/^2026-10-/),
    });
    expect(boardOf(office)['replies']).toHaveLength(1);
    office.askPage('kick', {});
    const token = office.tokenTo(people.head);
    expect(livePage(office.askPage('page', { token })).steps.map(({ key }) => key)).toEqual(['reply']);
    expect(answerLink(office, token, 'reply')).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(answerLink(office, token, 'reply', { reply: '场地可以借' })).toMatchObject({ ok: true });
    expect(recordOf(office, 'calls', no)).toMatchObject({ state: 'closed', reply: '场地可以借', replier: '陈静' });
    expect(boardOf(office)).toEqual({});
  });

  test('2.2.4 an overdue reply is chased in the morning, the next day the head is told, too', () => {
    create(office, 'calls', { ...call, at: '2026-10-09T09:25', for: '周琳', outcome: 'promised' });
    // Eight working hours end on Saturday, which is worked in exchange for the holiday.
    office.moveTo('2026-10-11T18:00');
    const before = office.mails(people.staff).length;
    office.moveTo('2026-10-12T09:00');
    expect(office.mails(people.staff).slice(before)).toMatchObject([
      { subject: expect.stringContaining('回复已逾期') },
    ]);
    expect(office.mails(people.head)).toEqual([]);
    office.moveTo('2026-10-13T09:00');
    expect(office.mails(people.head)).toMatchObject([{ body: expect.stringContaining('逾期') }]);
  });

  test('2.2.5 a transfer is confirmed and closes itself; the person called may say that it was not for them', () => {
    const transfer = { ...call, at: '2026-10-09T09:25', kind: 'transfer', for: '陈静', outcome: 'connected' };
    const { no } = create(office, 'calls', transfer);
    expect(boardOf(office)['calls']).toHaveLength(1);
    step(office, 'calls', no, 'askTransfer');
    office.askPage('kick', {});
    expect(answerLink(office, office.tokenTo(people.head), 'rightTransfer')).toMatchObject({ ok: true });
    expect(recordOf(office, 'calls', no)).toMatchObject({ state: 'closed', transferCheck: 'right' });
    expect(boardOf(office)).toEqual({});
  });
});

describe('2.2.3 a message', () => {
  test('goes out at once; “seen” and “will call back” by link show at the desk', () => {
    const { no } = create(office, 'messages', message);
    expect(boardOf(office)['messages']).toHaveLength(1);
    office.askPage('kick', {});
    expect(recordOf(office, 'messages', no)['state']).toBe('sent');
    const token = office.tokenTo(people.head);
    expect(answerLink(office, token, 'willCallBack')).toMatchObject({ ok: true });
    expect(recordOf(office, 'messages', no)).toMatchObject({ state: 'seen', answer: 'callBack' });
    expect(boardOf(office)).toEqual({});
    expect(answerLink(office, token, 'done')).toMatchObject({ ok: true });
    expect(recordOf(office, 'messages', no)['state']).toBe('done');
  });

  test('for the wrong person comes back to the desk and is passed on', () => {
    const { no } = create(office, 'messages', message);
    office.askPage('kick', {});
    const token = office.tokenTo(people.head);
    answerLink(office, token, 'wrongPerson');
    expect(boardOf(office)['messages']?.[0]).toContain('找错人');
    step(office, 'messages', no, 'readdress', { to: '周琳' });
    office.google.clock.pass(5_000);
    office.askPage('kick', {});
    expect(office.mails(people.staff)).toHaveLength(1);
    expect(office.askPage('page', { token })).toMatchObject({ value: { dead: {} } });
  });

  test('urgent and unseen for 30 minutes: it goes out again by the clock', () => {
    create(office, 'messages', { ...message, urgent: true });
    office.moveTo('2026-10-09T09:40');
    expect(office.mails(people.head)).toHaveLength(1);
    office.moveTo('2026-10-09T10:05');
    expect(office.mails(people.head).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('给您的留言'),
      expect.stringContaining('仍未查看'),
    ]);
    office.moveTo('2026-10-09T11:30');
    expect(office.mails(people.head)).toHaveLength(2);
  });
});
