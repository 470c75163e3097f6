import { InvalidEntry, NotAllowed, OutOfDate } from '../../../src/kernel/errors';
import { faultsOf } from '../../../src/kernel/register';
import { reachable } from '../../../src/kernel/workflow';
import { calls } from '../../../src/chapters/reception/calls.register';
import { callsWorkflow } from '../../../src/chapters/reception/calls.workflow';
import { factsWith } from '../world';
import { callRecord, caller, desk } from './samples';

const faults = (values: object): string[] =>
  Object.keys(faultsOf(calls, { ...caller, at: '2026-10-09T09:25', ...values }, factsWith()));
const opened = (values: object): unknown => desk.create('calls', { ...caller, ...values }).record.values['state'];

describe('2.2.2 what a call’s row must hold', () => {
  test('caller, subject and kind; the time is now unless another is given', () => {
    expect(faults({ caller: null, subject: null, kind: null }).sort()).toEqual(['caller', 'kind', 'subject']);
    expect(desk.create('calls', caller).record.values['at']).toBe('2026-10-09T09:30');
  });

  test('of a client a code is enough', () => {
    expect(faults({ caller: 'K-07', subject: null, phone: null, isClient: true })).toEqual([]);
  });

  test('a transfer says to whom, and only a transfer is confirmed', () => {
    expect(faults({ kind: 'transfer' })).toEqual(['for']);
    expect(faults({ kind: 'enquiry', transferCheck: 'right' })).toEqual(['transferCheck']);
  });
});

describe('2.2.3 what became of a call', () => {
  const transfer = { kind: 'transfer', for: '陈静' };

  test.each([
    [{ outcome: 'otherContact' }, 'closed'],
    [{ outcome: 'messageTaken' }, 'closed'],
    [{ outcome: 'answered' }, 'closed'],
    [{ ...transfer, outcome: 'notReached' }, 'open'],
    [{ ...transfer, outcome: 'connected' }, 'open'],
    [{ ...transfer, outcome: 'connected', transferCheck: 'right' }, 'closed'],
    [{ ...transfer, outcome: 'connected', transferCheck: 'wrong' }, 'open'],
    [{ outcome: 'promised' }, 'open'],
    [{ outcome: 'promised', reply: '场地可以借' }, 'closed'],
    [{}, 'open'],
  ])('%j begins %s', (values, state) => {
    expect(opened(values)).toBe(state);
  });

  test('the outcome may be said later', () => {
    const missed = callRecord({ kind: 'transfer', for: '陈静', outcome: 'notReached' });
    const { record } = desk.take(missed, 'outcome', { outcome: '已留言' });
    expect(record.values).toMatchObject({ state: 'closed', outcome: 'messageTaken' });
  });
});

describe('2.2.4 a promised reply', () => {
  test('is due after the working hours of the settings, and told to whom the call was for', () => {
    const { record, tells } = desk.create('calls', { ...caller, for: '陈静', outcome: 'promised' });
    expect(record.values).toMatchObject({ state: 'open', replier: '陈静', replyDue: '2026-10-12T10:00' });
    expect(tells).toEqual(['reply-asked → A03']);
  });

  test('follows another setting', () => {
    const facts = factsWith({ settings: { 'reception.replyHours': 1 } });
    const { record } = desk.create('calls', { ...caller, outcome: 'promised' }, facts);
    expect(record.values).toMatchObject({ replyDue: '2026-10-09T10:30', replier: '王芳' });
  });

  test('promised later, it is due from then', () => {
    const facts = factsWith({ now: '2026-10-12T09:00:00', settings: { 'reception.replyHours': 2 } });
    const { record, tells } = desk.take(callRecord({ for: '陈静' }), 'outcome', { outcome: 'promised' }, facts);
    expect(record.values).toMatchObject({ state: 'open', replyDue: '2026-10-12T11:00', replier: '陈静' });
    expect(tells).toEqual(['reply-asked → A03']);
  });

  const owed = callRecord({ for: '陈静', outcome: 'promised', replyDue: '2026-10-09T09:00', replier: '陈静' });

  test('is given with what was said, by the person or the front desk', () => {
    const byLink = factsWith({ as: '陈静', via: 'link' });
    const { record } = desk.take(owed, 'reply', { reply: '周六可以' }, byLink);
    expect(record.values).toMatchObject({ state: 'closed', reply: '周六可以', repliedAt: '2026-10-09T09:30' });
    expect(() => desk.take(owed, 'reply', {}, byLink)).toThrow(InvalidEntry);
    expect(() => desk.take(owed, 'reply', { reply: '好' }, factsWith({ as: '周琳' }))).toThrow(NotAllowed);
    expect(() => desk.take(owed, 'close')).toThrow(OutOfDate);
  });

  test('is chased once it is overdue', () => {
    const clock = factsWith({ as: 'clock' });
    const { record, tells } = desk.take(owed, 'chaseReply', {}, clock);
    expect(record.values['chasedAt']).toBe('2026-10-09T09:30');
    expect(tells).toEqual(['reply-overdue → A03']);
    expect(() => desk.take(record, 'chaseReply', {}, clock)).toThrow(OutOfDate);
  });
});

describe('2.2.5 a transfer is confirmed', () => {
  const connected = callRecord({ kind: 'transfer', for: '陈静', outcome: 'connected' });

  test('confirmed, it closes; gone wrong, it stays until it is dealt with', () => {
    expect(desk.take(connected, 'checkTransfer', { transferCheck: '确认无误' }).record.values['state']).toBe('closed');
    const wrong = desk.take(connected, 'checkTransfer', { transferCheck: '转错' }).record;
    expect(wrong.values).toMatchObject({ state: 'open', transferCheck: 'wrong' });
    expect(desk.take(wrong, 'close').record.values['state']).toBe('closed');
  });

  test('no e-mail asks the person called unless the front desk wants it', () => {
    expect(desk.create('calls', { ...caller, kind: 'transfer', for: '陈静', outcome: 'connected' }).tells).toEqual([]);
    expect(desk.take(connected, 'askTransfer').tells).toEqual(['transfer-asked → A03']);
  });

  test('the person called says that it went wrong, also afterwards', () => {
    const byLink = factsWith({ as: '陈静', via: 'link' });
    expect(desk.take(connected, 'wrongTransfer', {}, byLink).record.values['transferCheck']).toBe('wrong');
    const closed = { ...connected, values: { ...connected.values, state: 'closed', transferCheck: 'right' } };
    expect(desk.take(closed, 'wrongTransferLater', {}, byLink).record.values).toMatchObject({
      state: 'closed',
      transferCheck: 'wrong',
    });
    expect(() => desk.take(connected, 'wrongTransfer')).toThrow(NotAllowed);
  });

  test('every state can be reached, and closed ends it', () => {
    expect([...reachable(callsWorkflow)].sort()).toEqual(['closed', 'open']);
    expect(callsWorkflow.final).toEqual(['closed']);
  });
});
