import { officeFacts } from '../../src/office';
import { factsOf, member, people } from './office-rows';

const actor = (who: Parameters<typeof factsOf>[1], office = {}) => factsOf(office, who).actor;

describe('who acts', () => {
  test('by the account’s address, in any case', () => {
    expect(actor({ account: 'WANG@example.org' })).toEqual({
      account: 'WANG@example.org',
      context: 'desk',
      via: 'account',
      person: '王芳',
      roles: ['staff', 'front'],
    });
  });

  test('an account that is not in the staff tab has no rights: the office account', () => {
    expect(actor({ account: 'system@example.org', context: 'office' })).toMatchObject({ person: '', roles: [] });
    expect(actor({ account: '' })).toMatchObject({ person: '', roles: [] });
  });

  test('at the keyboard nobody is who they say they are', () => {
    expect(actor({ account: 'wang@example.org', person: '赵敏' }).person).toBe('王芳');
    expect(actor({ account: 'system@example.org', person: '赵敏' }).person).toBe('');
  });

  test('rights end after the last day', () => {
    const staff = [...people.slice(1), member('A01', '王芳', { email: 'wang@example.org', leftOn: '2026-10-09' })];
    expect(actor({ account: 'wang@example.org' }, { staff }).person).toBe('王芳');
    expect(actor({ account: 'wang@example.org', now: '2026-10-10T09:00:00' }, { staff })).toMatchObject({
      person: '',
      roles: [],
    });
  });

  test('a link speaks for the person it was sent to, by number or label', () => {
    const link = { via: 'link', context: 'public', account: '' } as const;
    expect(actor({ ...link, person: 'A04' })).toMatchObject({
      person: '赵敏',
      roles: ['staff', 'director'],
      via: 'link',
    });
    expect(actor({ ...link, person: '赵敏' }).person).toBe('赵敏');
    expect(actor({ ...link, guest: 'visitor@example.com' })).toEqual({
      ...link,
      person: '',
      roles: [],
      guest: 'visitor@example.com',
    });
  });

  test('the clock is nobody', () => {
    expect(actor({ via: 'clock', context: 'office', account: 'a05@example.org' })).toMatchObject({
      person: '',
      roles: [],
    });
  });
});

describe('1.3.2 a login that reception shares', () => {
  const office = { settings: { 'agency.sharedAccounts': 'Desk@example.org' } };

  test('has the front desk’s rights and whoever is on duty', () => {
    expect(actor({ account: 'desk@example.org', person: 'A02' }, office)).toMatchObject({
      person: '李强',
      roles: ['front'],
    });
    expect(actor({ account: 'desk@example.org' }, office)).toMatchObject({ person: '', roles: ['front'] });
  });

  test('nobody picks the name of somebody who is not of the front desk', () => {
    expect(actor({ account: 'desk@example.org', person: '赵敏' }, office)).toMatchObject({
      person: '',
      roles: ['front'],
    });
  });

  test('a link opened there is still the link’s', () => {
    expect(actor({ account: 'desk@example.org', via: 'link', person: '赵敏' }, office).roles).toContain('director');
  });
});

describe('what every decision may know', () => {
  test('time, language, settings, people and calendar', () => {
    const facts = factsOf({
      settings: { 'agency.language': 'English', 'reception.replyHours': '4' },
      calendar: [{ day: '2026-10-10', kind: 'makeUp', name: '国庆节' }],
    });
    expect([facts.now, facts.today, facts.language]).toEqual(['2026-10-09T09:05:30', '2026-10-09', 'en']);
    expect(facts.setting('reception.replyHours')).toBe(4);
    expect(facts.directory.headOf('社工部')?.label).toBe('陈静');
    expect(facts.calendar.afterWorkingHours('2026-10-09T17:00', facts.setting('reception.replyHours'))).toBe(
      '2026-10-10T12:00',
    );
  });

  test('before set-up nothing is there, and the presets hold', () => {
    const facts = officeFacts.build(
      {},
      { now: '2026-10-09T09:00:00', context: 'desk', via: 'account', account: 'a@b.cn' },
    );
    expect([facts.language, facts.actor.roles, facts.setting('agency.name')]).toEqual(['zh', [], '本机构']);
    expect(facts.calendar.isWorkDay('2026-10-09')).toBe(true);
  });
});
