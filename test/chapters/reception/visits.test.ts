import { NotAllowed, OutOfDate, Refusal } from '../../../src/kernel/errors';
import { faultsOf } from '../../../src/kernel/register';
import { reachable } from '../../../src/kernel/workflow';
import { visits } from '../../../src/chapters/reception/visits.register';
import { visitsWorkflow } from '../../../src/chapters/reception/visits.workflow';
import { factsWith, now } from '../world';
import { appointment, client, desk, visitRecord, visitor } from './samples';

const faults = (values: object, facts = factsWith()): string[] =>
  Object.keys(faultsOf(visits, { ...visitor, people: 1, ...values }, facts));

describe('2.1.2 what a visitor’s row must hold', () => {
  test('name, purpose, phone and host are needed', () => {
    const nothing = { visitor: null, phone: null, purpose: null, host: null };
    expect(faults(nothing).sort()).toEqual(['host', 'phone', 'purpose', 'visitor']);
    expect(faults({})).toEqual([]);
  });

  test('of a client a code is enough', () => {
    expect(faults({ visitor: 'K-07', phone: null, purpose: null, isClient: true })).toEqual([]);
    expect(faults({ phone: null, purpose: null, isClient: false })).toEqual(['phone', 'purpose']);
  });

  test('nobody leaves before arriving, or without having arrived', () => {
    expect(faults({ arrivedAt: '2026-10-09T09:00', leftAt: '2026-10-09T08:59' })).toEqual(['leftAt']);
    expect(faults({ arrivedAt: '2026-10-09T09:00', leftAt: '2026-10-09T09:00' })).toEqual([]);
    expect(faults({ leftAt: '2026-10-09T09:00' })).toEqual(['arrivedAt']);
  });

  test('times to come are no arrivals', () => {
    expect(faults({ arrivedAt: '2026-10-09T09:31' })).toEqual(['arrivedAt']);
  });

  test('an appointment lies ahead; a typed one, looked at later, is of today at least', () => {
    const typed = factsWith({ via: 'typed' });
    expect(faults({ expectedAt: '2026-10-09T09:00' })).toEqual(['expectedAt']);
    expect(faults({ expectedAt: '2026-10-09T09:00' }, typed)).toEqual([]);
    expect(faults({ expectedAt: '2026-10-08T09:00' }, typed)).toEqual(['expectedAt']);
    expect(faults({ expectedAt: '2026-10-09T09:00', arrivedAt: '2026-10-09T09:05' })).toEqual([]);
  });

  test('a registered appointment is not faulty when its time has passed', () => {
    const record = visitRecord({ state: 'noShow', arrivedAt: null, expectedAt: '2026-10-08T09:00' });
    expect(faultsOf(visits, record.values, factsWith())).toEqual({});
  });
});

describe('2.1.2 where a visit begins', () => {
  test('without times it is a walk-in, here from now on; the host is told', () => {
    const { record, tells } = desk.create('visits', visitor);
    expect(record.values).toMatchObject({
      state: 'here',
      arrivedAt: '2026-10-09T09:30',
      attendant: '陈静',
      receivedBy: '王芳',
      people: 1,
      late: null,
    });
    expect(tells).toEqual(['visit-arrived → A03', 'sign survey']);
  });

  test('with the appointment’s time alone it is expected, and the host is told nothing yet', () => {
    const { record, tells } = desk.create('visits', appointment);
    expect(record.values).toMatchObject({ state: 'expected', arrivedAt: null, attendant: null });
    expect(tells).toEqual([]);
  });

  test('paper after an outage: with the time of leaving it is over, marked late, and tells nobody', () => {
    const past = { ...visitor, arrivedAt: '2026-10-08T10:00', leftAt: '2026-10-08T10:40' };
    const { record, tells } = desk.create('visits', past);
    expect(record.values).toMatchObject({ state: 'left', late: true, leftAt: '2026-10-08T10:40', receivedBy: '王芳' });
    expect(tells).toEqual(['sign survey']);
  });

  test('of a department its head is asked', () => {
    const { record, tells } = desk.create('visits', { ...visitor, host: '社工部' });
    expect(record.values).toMatchObject({ host: '社工部', attendant: '陈静' });
    expect(tells).toContain('visit-arrived → A03');
  });

  test('for a host who is away the stand-in is asked', () => {
    const facts = factsWith({ staff: { 陈静: { awayFrom: '2026-10-08', awayTo: '2026-10-12' } } });
    const { record, tells } = desk.create('visits', visitor, facts);
    expect(record.values['attendant']).toBe('周琳');
    expect(tells).toContain('visit-stand-in → A06');
    expect(tells).not.toContain('visit-arrived → A03');
  });

  test('only the front desk registers', () => {
    expect(() => desk.create('visits', visitor, factsWith({ as: '周琳' }))).toThrow(NotAllowed);
  });
});

describe('2.1.4 appointments', () => {
  const expected = visitRecord({ ...appointment, state: 'expected', arrivedAt: null, attendant: null });

  test('the visitor arrives: here from now on, the host is told', () => {
    const { record, tells } = desk.take(expected, 'arrive', {}, factsWith({ now: '2026-10-09T14:28:40', as: '李强' }));
    expect(record.values).toMatchObject({ state: 'here', arrivedAt: '2026-10-09T14:28', receivedBy: '李强' });
    expect(tells).toEqual(['visit-arrived → A03', 'sign survey']);
  });

  test('an arrival typed hours ago fetches nobody', () => {
    const typed = { ...expected, values: { ...expected.values, arrivedAt: '2026-10-09T14:30' } };
    const { record, tells } = desk.take(typed, 'arrive', {}, factsWith({ now: '2026-10-09T18:30:00', as: 'clock' }));
    expect(record.values).toMatchObject({ state: 'here', arrivedAt: '2026-10-09T14:30', receivedBy: null });
    expect(tells).toEqual(['sign survey']);
  });

  test('an appointment with an address is sent there, moved and cancelled there', () => {
    const { record, tells } = desk.create('visits', { ...appointment, email: 'lin@example.com' });
    expect(tells).toEqual(['visit-invitation → guest']);
    const moved = desk.take(record, 'reschedule', { expectedAt: '2026-10-10 10:00' });
    expect(moved.record.values).toMatchObject({ state: 'expected', expectedAt: '2026-10-10T10:00' });
    expect(moved.tells).toEqual(['visit-invitation → guest']);
    expect(desk.take(record, 'cancel').tells).toEqual(['visit-invitation-cancelled → guest']);
  });

  test('it cannot be moved to a time gone by', () => {
    expect(() => desk.take(expected, 'reschedule', { expectedAt: '2026-10-09 09:00' })).toThrow(Refusal);
  });

  test('cancelled by the host, too, but by nobody else', () => {
    expect(desk.take(expected, 'cancel', {}, factsWith({ as: '陈静' })).record.values['state']).toBe('cancelled');
    expect(() => desk.take(expected, 'cancel', {}, factsWith({ as: '周琳' }))).toThrow(NotAllowed);
  });

  test('nobody is a no-show before the time has come', () => {
    expect(() => desk.take(expected, 'noShow')).toThrow(OutOfDate);
    const later = factsWith({ as: 'clock', now: '2026-10-09T18:30:00' });
    expect(desk.take(expected, 'noShow', {}, later).record.values['state']).toBe('noShow');
  });
});

describe('2.1.3 the person concerned is contacted and answers', () => {
  const byLink = factsWith({ as: '陈静', via: 'link' });

  test.each([
    ['hostComing', 'coming'],
    ['hostWait', 'wait'],
    ['hostOut', 'out'],
  ])('%s is the answer “%s”', (step, answer) => {
    const { record, tells } = desk.take(visitRecord(), step, {}, byLink);
    expect(record.values).toMatchObject({ state: 'here', hostAnswer: answer, hostAnsweredAt: now.slice(0, 16) });
    expect(tells).toEqual(['sign survey']);
  });

  test('the stand-in is asked in the host’s place, once', () => {
    const { record, tells } = desk.take(visitRecord(), 'hostStandIn', {}, byLink);
    expect(record.values).toMatchObject({ hostAnswer: 'standIn', attendant: '周琳' });
    expect(tells).toContain('visit-stand-in → A06');
    const again = factsWith({ as: '周琳', via: 'link', staff: { 周琳: { standIn: '王芳' } } });
    expect(() => desk.take(record, 'hostStandIn', {}, again)).toThrow(OutOfDate);
    expect(desk.take(record, 'hostComing', {}, again).record.values['hostAnswer']).toBe('coming');
  });

  test('without a stand-in there is nobody to ask instead', () => {
    const alone = factsWith({ as: '陈静', via: 'link', staff: { 陈静: { standIn: '' } } });
    expect(() => desk.take(visitRecord(), 'hostStandIn', {}, alone)).toThrow(OutOfDate);
  });

  test('nobody else answers for the host but the front desk', () => {
    expect(() => desk.take(visitRecord(), 'hostOut', {}, factsWith({ as: '周琳', via: 'link' }))).toThrow(NotAllowed);
    expect(() => desk.take(visitRecord(), 'hostOut')).toThrow(NotAllowed);
    expect(desk.take(visitRecord(), 'hostAnswered', { answer: '不在' }).record.values['hostAnswer']).toBe('out');
    expect(() => desk.take(visitRecord(), 'hostAnswered', { answer: '不在' }, factsWith({ as: '周琳' }))).toThrow(
      NotAllowed,
    );
  });

  test('the front desk enters that the stand-in is to be asked, where there is one', () => {
    const { record, tells } = desk.take(visitRecord(), 'hostAnswered', { answer: 'standIn' });
    expect(record.values).toMatchObject({ hostAnswer: 'standIn', attendant: '周琳' });
    expect(tells).toContain('visit-stand-in → A06');
    const alone = factsWith({ staff: { 陈静: { standIn: '' } } });
    expect(() => desk.take(visitRecord(), 'hostAnswered', { answer: 'standIn' }, alone)).toThrow(Refusal);
  });

  test('“please wait” is no last word: the link stays open, and may say so again once it is asked again', () => {
    const waiting = desk.take(visitRecord(), 'hostWait', {}, byLink).record;
    expect(desk.product.page('visit-answer')!.isOpen(waiting, byLink)).toBe(true);
    expect(() => desk.take(waiting, 'hostWait', {}, byLink)).toThrow(OutOfDate);
    const later = factsWith({ as: '陈静', via: 'link', now: '2026-10-09T09:40:00' });
    expect(desk.take(waiting, 'hostWait', {}, later).record.values['hostAnsweredAt']).toBe('2026-10-09T09:40');
    const coming = desk.take(waiting, 'hostComing', {}, later).record;
    expect(coming.values['hostAnswer']).toBe('coming');
    expect(desk.product.page('visit-answer')!.isOpen(coming, later)).toBe(false);
  });

  test('another host: asked and told instead of the first, whose answer counts no more', () => {
    const out = visitRecord({ hostAnswer: 'out', hostAnsweredAt: '2026-10-09T09:25', reached: false });
    const { record, tells } = desk.take(out, 'rehost', { host: '刘洋' });
    expect(record.values).toMatchObject({ host: '刘洋', attendant: '刘洋', hostAnswer: null, reached: null });
    expect(tells).toEqual(['visit-arrived → A05', 'sign survey']);
    expect(() => desk.take(out, 'rehost', { host: '陈静' })).toThrow(Refusal);
    expect(() => desk.take(visitRecord({ guidedTo: '会议室' }), 'rehost', { host: '刘洋' })).toThrow(OutOfDate);
    const away = factsWith({ staff: { 陈静: { awayFrom: '2026-10-08', awayTo: '2026-10-12' } } });
    expect(
      desk.take(visitRecord({ host: '刘洋', attendant: '刘洋' }), 'rehost', { host: '陈静' }, away).tells,
    ).toContain('visit-stand-in → A06');
  });

  test('another host of an appointment is told when the visitor comes', () => {
    const expected = visitRecord({ ...appointment, state: 'expected', arrivedAt: null, attendant: null });
    const { record, tells } = desk.take(expected, 'rehost', { host: '社工部' });
    expect(record.values).toMatchObject({ state: 'expected', host: '社工部', attendant: null });
    expect(tells).toEqual([]);
  });

  test('tried another way: how, when, and whether the host was reached', () => {
    const { record } = desk.take(visitRecord(), 'contacted', { contactedBy: '电话', reached: '否' });
    expect(record.values).toMatchObject({ contactedBy: 'phone', reached: false, contactedAt: '2026-10-09T09:30' });
  });

  test('guided, then gone', () => {
    const guided = desk.take(visitRecord(), 'guide', { guidedTo: '三楼会议室' }).record;
    expect(guided.values).toMatchObject({ state: 'here', guidedTo: '三楼会议室' });
    expect(() => desk.take(guided, 'hostOut', {}, byLink)).toThrow(OutOfDate);
    expect(() => desk.take(guided, 'hostAnswered', { answer: 'out' })).toThrow(OutOfDate);
    const gone = desk.take(guided, 'leave', {}, factsWith({ now: '2026-10-09T11:00:00' })).record;
    expect(gone.values).toMatchObject({ state: 'left', leftAt: '2026-10-09T11:00' });
  });

  test('a leaving forgotten yesterday is not now, and not before the arrival', () => {
    const forgotten = visitRecord({ arrivedAt: '2026-10-08T16:00' });
    expect(() => desk.take(forgotten, 'leave')).toThrow(OutOfDate);
    expect(() => desk.take(forgotten, 'leftEarlier', { leftAt: '2026-10-08 15:00' })).toThrow(Refusal);
    const gone = desk.take(forgotten, 'leftEarlier', { leftAt: '2026-10-08 17:20' }).record;
    expect(gone.values).toMatchObject({ state: 'left', leftAt: '2026-10-08T17:20' });
  });

  test('a time of leaving typed into the tab is kept', () => {
    const typed = visitRecord({ leftAt: '2026-10-09T09:25' });
    expect(desk.take(typed, 'leave').record.values['leftAt']).toBe('2026-10-09T09:25');
    expect(() => desk.take(visitRecord({ leftAt: '2026-10-09T08:00' }), 'leave')).toThrow(Refusal);
  });
});

describe('2.1 the workflow as data', () => {
  test('every state can be reached, and three of them end it', () => {
    expect([...reachable(visitsWorkflow)].sort()).toEqual([...visitsWorkflow.states].sort());
    expect(visitsWorkflow.final).toEqual(['left', 'noShow', 'cancelled']);
  });

  test('a client’s line names nobody, and tells three of them apart', () => {
    const { record } = desk.create('visits', client);
    const masked = { ...record.values, visitor: '（服务对象）', purpose: '（服务对象）' };
    expect(visits.heading(masked, factsWith())).toBe('（服务对象） LF-2026-00001');
    expect(visits.detail!(record.values, factsWith())).toBe('陈静');
    expect(visits.heading({ ...visitor }, factsWith())).toBe('林女士（蓝天公司）');
    expect(visits.heading({ ...visitor }, factsWith({ language: 'en' }))).toBe('林女士 (蓝天公司)');
  });
});
