import type { Lookups } from '../../../src/kernel/decide';
import { InvalidEntry, NotAllowed, Refusal } from '../../../src/kernel/errors';
import { faultsOf } from '../../../src/kernel/register';
import { reachable } from '../../../src/kernel/workflow';
import { messages } from '../../../src/chapters/reception/messages.register';
import { messagesWorkflow } from '../../../src/chapters/reception/messages.workflow';
import { factsWith, lookupsOf } from '../world';
import { desk, messageRecord, note } from './samples';

const byLink = factsWith({ as: '陈静', via: 'link' });

describe('2.2.3 a message is taken in detail and passed on promptly', () => {
  test('to whom, from whom and what are needed; its source is a visit or a call', () => {
    const faults = (values: object) => Object.keys(faultsOf(messages, { ...note, ...values }, factsWith())).sort();
    expect(faults({ to: null, from: null, content: null })).toEqual(['content', 'from', 'to']);
    expect(faults({ source: 'LF-2026-00017' })).toEqual([]);
    expect(faults({ source: '昨天的来电' })).toEqual(['source']);
    expect(faults({ source: 'LH-2026-00001' })).toEqual(['source']);
  });

  test.each([
    ['LF-2026-00017', 'visits.no'],
    ['LD-2026-00017', 'calls.no'],
  ])('its source %s is looked up in the register that the letters name', (source, column) => {
    const taken = (standing: Lookups) => () => desk.create('messages', { ...note, source }, factsWith(), standing);
    const absent = { words: expect.objectContaining({ zh: '没有编号为 {no} 的记录。' }), values: { no: source } };
    expect(taken(lookupsOf())).toThrow(expect.objectContaining({ fields: { source: absent } }));
    const other = column === 'calls.no' ? 'visits.no' : 'calls.no';
    expect(taken(lookupsOf({ [other]: [source] }))).toThrow(InvalidEntry);
    expect(taken(lookupsOf({ [column]: [source] }))().record.values['source']).toBe(source);
  });

  test('it goes to the person at once', () => {
    const { record, plan, tells } = desk.create('messages', note);
    expect(record.values['state']).toBe('taken');
    expect(tells).toEqual(['message-new → A03']);
    expect(plan.orders[0]!.dueAt).toBeUndefined();
  });

  test('an urgent one goes again after 30 minutes, with a copy to the stand-in', () => {
    const { record, plan, tells } = desk.create('messages', { ...note, urgent: '是' });
    expect(record.values['copiedTo']).toBe('周琳');
    expect(tells).toEqual(['message-new → A03', 'message-again → A03', 'message-copy → A06']);
    expect(plan.orders.map((order) => order.dueAt?.slice(0, 16))).toEqual([
      undefined,
      '2026-10-09T10:00',
      '2026-10-09T10:00',
    ]);
  });

  test('what was seen meanwhile does not go again', () => {
    const again = desk.product.letter('message-again')!;
    const facts = factsWith({ as: 'clock', now: '2026-10-09T10:00:00' });
    expect(again.isDue(messageRecord({ urgent: true, state: 'sent' }), facts)).toBe(true);
    expect(again.isDue(messageRecord({ urgent: true, state: 'seen' }), facts)).toBe(false);
    expect(again.isDue(messageRecord({ urgent: true, answer: 'wrongPerson' }), facts)).toBe(false);
  });

  test('seen, will call back, done', () => {
    const sent = desk.take(messageRecord(), 'sent', {}, factsWith({ as: 'clock' })).record;
    expect(sent.values).toMatchObject({ state: 'sent', sentAt: '2026-10-09T09:30' });
    const seen = desk.take(sent, 'seen', {}, byLink).record;
    expect(seen.values).toMatchObject({ state: 'seen', answer: 'seen', seenAt: '2026-10-09T09:30' });
    const later = factsWith({ as: '陈静', via: 'link', now: '2026-10-09T10:00:00' });
    const back = desk.take(seen, 'willCallBack', {}, later).record;
    expect(back.values).toMatchObject({ state: 'seen', answer: 'callBack', seenAt: '2026-10-09T09:30' });
    const done = desk.take(back, 'done', {}, later).record;
    expect(done.values).toMatchObject({ state: 'done', doneAt: '2026-10-09T10:00' });
  });

  test('answered before the clock has marked it as sent', () => {
    expect(desk.take(messageRecord(), 'willCallBack', {}, byLink).record.values['state']).toBe('seen');
  });

  test('nobody answers for somebody else', () => {
    expect(() => desk.take(messageRecord(), 'seen', {}, factsWith({ as: '周琳', via: 'link' }))).toThrow(NotAllowed);
  });

  test('the wrong person gives it back, and the front desk passes it on', () => {
    const astray = desk.take(messageRecord({ state: 'sent' }), 'wrongPerson', {}, byLink).record;
    expect(astray.values).toMatchObject({ state: 'taken', answer: 'wrongPerson' });
    const { record, tells } = desk.take(astray, 'readdress', { to: '周琳' });
    expect(record.values).toMatchObject({ state: 'taken', to: '周琳', answer: null });
    expect(tells).toEqual(['message-new → A06']);
    expect(() => desk.take(astray, 'readdress', { to: '陈静' })).toThrow(Refusal);
  });

  test('every state can be reached, and done ends it', () => {
    expect([...reachable(messagesWorkflow)].sort()).toEqual([...messagesWorkflow.states].sort());
    expect(messagesWorkflow.final).toEqual(['done']);
  });
});
