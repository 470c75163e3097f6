import { follows, notes, prints, suggestions } from '../../../src/chapters/reception/desk-aids';
import type { Values } from '../../../src/kernel/values';
import { factsWith, lookupsOf } from '../world';
import { callRecord, client, desk, visitRecord, visitor } from './samples';

describe('2.1.3 and 2.2.3 a message form, filled in', () => {
  const [ofVisit, ofCall] = follows as [(typeof follows)[number], (typeof follows)[number]];

  test('offered when the host is not in, or was tried in vain', () => {
    const when = (values: Values, facts = factsWith()) => ofVisit.when(visitRecord(values), facts);
    expect(when({})).toBe(false);
    expect(when({ hostAnswer: 'out' })).toBe(true);
    expect(when({ hostAnswer: 'coming' })).toBe(false);
    expect(when({ contactedAt: '2026-10-09T09:28', reached: false })).toBe(true);
    expect(when({ contactedAt: '2026-10-09T09:28', reached: true })).toBe(false);
    expect(when({ hostAnswer: 'out', state: 'left' })).toBe(false);
    const away = { awayFrom: '2026-10-08', awayTo: '2026-10-12', standIn: '' };
    expect(when({}, factsWith({ staff: { 陈静: away } }))).toBe(true);
  });

  test('with what the visit says, it is a whole message', () => {
    const values = ofVisit.values(visitRecord({ host: '社工部', hostAnswer: 'out' }), factsWith());
    expect(values).toEqual({
      to: '陈静',
      from: '林女士',
      organisation: '蓝天公司',
      phone: '13912345678',
      isClient: null,
      content: '洽谈合作',
      source: 'LF-2026-00001',
    });
    const standing = lookupsOf({ 'visits.no': ['LF-2026-00001'] });
    expect(desk.create('messages', values, factsWith(), standing).tells).toEqual(['message-new → A03']);
  });

  test('of a call that did not get through', () => {
    const missed = callRecord({ kind: 'transfer', for: '周琳', outcome: 'notReached' });
    expect(ofCall.when(missed, factsWith())).toBe(true);
    expect(ofCall.when(callRecord({ outcome: 'answered', state: 'closed' }), factsWith())).toBe(false);
    expect(ofCall.values(missed, factsWith())).toMatchObject({
      to: '周琳',
      from: '孙先生',
      content: '借用场地',
      source: 'LD-2026-00001',
    });
  });
});

describe('2.1.3 what the desk knows about the host', () => {
  const [ofVisit] = notes as [(typeof notes)[number]];

  test('phone, and whether they are in', () => {
    expect(ofVisit.say(visitRecord(), factsWith())).toBe('陈静 13800000003 · 没有登记外出');
    const away = factsWith({ staff: { 陈静: { awayFrom: '2026-10-08', awayTo: '2026-10-12' } } });
    expect(ofVisit.say(visitRecord(), away)).toBe(
      '陈静 13800000003 · 今天不在（至 2026-10-12）、代理人 周琳 13800000006',
    );
    expect(ofVisit.say(visitRecord({ state: 'left' }), factsWith())).toBeUndefined();
  });
});

describe('2.1.2 somebody who has been here before', () => {
  const [returning] = suggestions as [(typeof suggestions)[number]];

  test('by phone however it is written, or by name and organisation', () => {
    expect(returning.matches({ phone: '+86 139-1234-5678' }, visitor)).toBe(true);
    expect(returning.matches({ visitor: '林女士', organisation: '蓝天公司' }, visitor)).toBe(true);
    expect(returning.matches({ visitor: '林女士' }, visitor)).toBe(false);
    expect(returning.matches({}, { ...visitor, phone: null })).toBe(false);
  });

  test('told by columns that are there, and whether it is a client', () => {
    for (const key of [...returning.keys.flat(), ...returning.takes, desk.register('visits').clientFlag!]) {
      expect(desk.register('visits').columns).toHaveProperty(key);
    }
    expect(returning.matches({ phone: '13912345678' }, { phone: '13912345678' })).toBe(true);
  });

  test('never a client', () => {
    expect(returning.matches({ phone: '13987654321' }, client)).toBe(false);
    expect(returning.matches({ phone: '13912345678', isClient: true }, visitor)).toBe(false);
  });
});

describe('who is here', () => {
  const [list] = prints as [(typeof prints)[number]];

  test('everybody in the house, counted by people', () => {
    const open = [visitRecord({ people: 3 }), visitRecord(), visitRecord({ state: 'expected' })];
    const here = open.filter((one) => list.includes(one, factsWith()));
    expect(here).toHaveLength(2);
    expect(list.summary!(here, factsWith())).toBe('在访 4 人，2 条登记');
    for (const column of list.columns) expect(desk.register('visits').columns).toHaveProperty(column);
  });
});
