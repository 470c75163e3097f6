// What the clock does in the built code: nothing while nothing is due, one letter a person in the morning, the evening's sweep.
import { columnLetters } from '../../emulator/page/a1';
import { deliverEdit } from '../../emulator/runtime';
import { create, newOffice, people, receive, recordOf, type Office } from './office';

let office: Office;
beforeEach(() => {
  office = newOffice();
});

const visits = 2101;
/** A person types into a tab, by column keys; the trigger hears of it or not. */
function type(row: number, values: Record<string, string>): void {
  const keys = Object.keys(office.rows(visits)[0]!).filter((key) => key !== 'row');
  const from = Math.min(...Object.keys(values).map((key) => keys.indexOf(key)));
  const to = Math.max(...Object.keys(values).map((key) => keys.indexOf(key)));
  const cells = keys.slice(from, to + 1).map((key) => values[key] ?? null);
  const name = (at: number) => `${at >= 26 ? 'A' : ''}${String.fromCharCode(65 + (at % 26))}${row + 1}`;
  office.google.sheets.edit(office.id('desk'), visits, `${name(from)}:${name(to)}`, [cells], { email: people.front });
}

describe('D25 a trigger that Google delivers twice', () => {
  /** What there is to see, a line each: records, what the log tells of them, letters. */
  const seen = (): readonly string[] => [
    ...[visits, 2102, 2103].flatMap((tab) =>
      office.rows(tab).map(({ no, state, history }) => [no, state, history].join()),
    ),
    ...office.rows(9001).map(({ no, transition }) => [no, transition].join()),
    ...office.rows(9002).map(({ name, to, state }) => [name, to, state].join()),
    ...office.rows(9005).map(({ no, state }) => [no, state].join()),
    ...office.mails().map(({ to, subject }) => [to, subject].join()),
  ];

  test.each([['jobs.everyMinute'], ['jobs.everyMorning'], ['jobs.everyEvening']])('%s has one effect', (job) => {
    receive(office, { expectedAt: '2026-10-09T15:00' });
    create(office, 'messages', { to: '周琳', from: '孙先生', content: '请回电' });
    type(5, { visitor: '林女士', phone: '13912345678', purpose: '洽谈', host: '陈静' });
    office.setClock(job === 'jobs.everyMorning' ? '2026-10-10T08:00' : '2026-10-09T18:30');
    if (job !== 'jobs.everyMinute') office.job('jobs.everyMinute');
    const before = seen();
    office.job(job);
    office.job('jobs.everyMinute');
    const once = seen();
    expect(once).not.toEqual(before);
    office.job(job);
    office.job('jobs.everyMinute');
    expect(seen()).toEqual(once);
  });

  test('jobs.onRegisterEdit gives a typed row one number and tells the host once', () => {
    const keys = Object.keys(office.rows(visits)[0]!).filter((key) => key !== 'row');
    const values = { visitor: '林女士', organisation: '蓝天公司', phone: '13912345678', purpose: '洽谈', host: '陈静' };
    const cells = keys.map((key) => (values as Record<string, string>)[key] ?? null);
    const range = `A3:${columnLetters(keys.length - 1)}3`;
    const act = { spreadsheetId: office.id('desk'), sheet: visits, range, values: [cells], user: people.front };
    const results = deliverEdit(office.google, act, 'twice');
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    office.job('jobs.everyMinute');
    expect(
      office
        .rows(visits)
        .slice(1)
        .map(({ no }) => no),
    ).toEqual(['LF-2026-00001']);
    expect(
      office
        .rows(9001)
        .filter(({ no }) => no === 'LF-2026-00001')
        .map(({ transition }) => transition),
    ).toEqual(['create', 'sign']);
    expect(office.mails(people.head)).toHaveLength(1);
  });
});

describe('every minute', () => {
  test('asks nothing of Sheets while nothing is due', () => {
    office.job('jobs.everyMinute');
    const log = office.callsOf(() => {
      office.google.clock.pass(60_000);
      office.job('jobs.everyMinute');
    });
    expect(log.sheets).toEqual([]);
  });

  test('looks regardless once an hour, so that a lost note delays mail and loses none', () => {
    office.job('jobs.everyMinute');
    receive(office);
    office.google.state.properties.script['nextDueAt'] = '';
    office.moveTo('2026-10-09T10:00');
    expect(office.mails()).toHaveLength(0);
    office.moveTo('2026-10-09T10:35');
    expect(office.mails(people.head)).toHaveLength(1);
  });

  test('mail that cannot be sent is tried again, and nothing else is held up by it', () => {
    const { no } = receive(office);
    office.during([{ call: 'mail.send', nth: 1, do: 'fail' }], () => office.job('jobs.everyMinute'));
    expect(office.mails()).toEqual([]);
    expect(recordOf(office, 'visits', no)['state']).toBe('here');
    office.moveTo('2026-10-09T09:45');
    expect(office.mails(people.head)).toHaveLength(1);
  });

  test('mail that could not be sent for a day is named on the board, also after later looks, until it is old', () => {
    const { no } = create(office, 'messages', { to: '周琳', from: '孙先生', content: '请回电' });
    const warnings = () => office.ask('front', 'board', {}).warnings.join();
    const always = Array.from({ length: 100 }, (_, index) => ({
      call: 'mail.send',
      nth: index + 1,
      do: 'fail' as const,
    }));
    office.during(always, () => office.moveTo('2026-10-09T18:00'));
    expect(warnings()).toContain('继续尝试');
    office.during(always, () => office.moveTo('2026-10-10T10:45'));
    office.moveTo('2026-10-11T12:00');
    expect(warnings()).toContain(no);
    expect(warnings()).not.toContain('继续尝试');
    office.moveTo('2026-10-14T12:00');
    expect(warnings()).toBe('');
  });

  test('mail beyond the day’s quota waits for the next day', () => {
    // Three approvers were written to when the agency was set up.
    office.google.limits.mail = { ...office.google.limits.mail, recipientsPerDay: 4 };
    receive(office);
    create(office, 'messages', { to: '周琳', from: '孙先生', content: '请回电' });
    office.job('jobs.everyMinute');
    expect(office.mails()).toHaveLength(1);
    office.moveTo('2026-10-10T12:00');
    const subjects = office.mails().map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('来访到达') || subject.includes('留言：'))).toHaveLength(2);
  });
});

describe('the morning', () => {
  test('one letter a person on a working day, none where there is nothing to say, none twice', () => {
    receive(office, { expectedAt: '2026-10-12T15:00' });
    receive(office, { expectedAt: '2026-10-12T16:00', visitor: '孙先生' });
    // On the Saturday, which is worked in exchange, the front desk has read of its checks.
    office.moveTo('2026-10-11T12:00');
    const before = office.mails().length;
    office.moveTo('2026-10-12T08:30');
    const digests = () =>
      office
        .mails()
        .slice(before)
        .filter(({ subject }) => subject.includes('今日事项'));
    expect(
      digests()
        .map(({ to }) => to[0])
        .sort(),
      // Nobody has clocked in: that waits for the head of the front desk to be found.
    ).toEqual([people.head, people.front, people.hr].sort());
    expect(digests()[0]?.body).toMatch(/林女士[^]*孙先生/);
    office.job('jobs.everyMorning');
    expect(digests()).toHaveLength(3);
  });

  test('nothing on a day off', () => {
    receive(office, { expectedAt: '2026-10-11T15:00' });
    // The Saturday before is worked in exchange.
    office.moveTo('2026-10-11T07:00');
    const before = office.mails().length;
    office.moveTo('2026-10-11T09:00');
    expect(office.mails()).toHaveLength(before);
  });
});

describe('the evening', () => {
  test('sweeps what was typed and nobody told of: complete rows get their numbers, the others a hint', () => {
    type(2, { visitor: '赵先生', phone: '13700000000', purpose: '送材料', host: '陈静' });
    type(3, { visitor: '钱女士' });
    office.moveTo('2026-10-09T19:00');
    expect(office.rows(visits).slice(1)).toMatchObject([
      { no: 'LF-2026-00001', visitor: '赵先生', state: '在访' },
      { visitor: '钱女士', check: expect.stringContaining('拜访对象') },
    ]);
    expect(office.rows(visits)[2]).not.toHaveProperty('no');
  });

  test('a command sweeps, too, and numbers nothing twice', () => {
    type(2, { visitor: '赵先生', phone: '13700000000', purpose: '送材料', host: '陈静' });
    const made = receive(office);
    expect(
      office
        .rows(visits)
        .slice(1)
        .map(({ no, visitor }) => [no, visitor]),
    ).toEqual([
      ['LF-2026-00001', '赵先生'],
      ['LF-2026-00002', '林女士'],
    ]);
    expect(made).toMatchObject({ no: 'LF-2026-00002', row: 3 });
  });
});
