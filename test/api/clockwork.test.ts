import { everyMinute, kick } from '../../src/api/clockwork';
import { agency, visitor, type Agency, type AgencyOptions } from './agency';

const create = (made: Agency, row: object = {}, requestId = 'request-1'): void => {
  made.ask('王芳', 'create', { register: 'visits', rows: [{ ...visitor, ...row }], requestId });
};
const minute = (made: Agency): number => {
  const before = made.ports.calls.length;
  everyMinute(made.machine('clock'));
  return made.ports.calls.length - before;
};
const withVisit = (options: AgencyOptions = {}): Agency => {
  const made = agency(options);
  create(made);
  return made;
};

describe('every minute', () => {
  it('costs nothing when nothing is due, and sends what is', () => {
    const made = agency();
    expect(minute(made)).toBe(0);
    create(made);
    expect(minute(made)).toBeGreaterThan(0);
    expect(made.ports.sent.map((mail) => mail.to)).toEqual(['chenjing@example.org']);
    expect(minute(made)).toBe(0);
  });

  it('looks once an hour all the same: what is due may have been forgotten', () => {
    const made = withVisit();
    made.shared.set('nextDueAt', '');
    made.ports.setNow('2026-10-09T10:29');
    expect(minute(made)).toBe(0);
    made.ports.setNow('2026-10-09T10:30');
    expect(minute(made)).toBeGreaterThan(0);
    expect(made.ports.sent).toHaveLength(1);
    expect(made.shared.get('heartbeat')).toBe('2026-10-09T10:30:00');
  });

  it('looks into both workbooks once an hour, however busy the one is', () => {
    const made = agency();
    for (let time = 0; time < 8; time += 1) {
      made.ports.setNow(`2026-10-09T1${Math.floor(time / 4)}:${(time % 4) * 15}`.replace(/:0$/, ':00'));
      create(made, {}, `request-${time}`);
      minute(made);
    }
    const looked = made.ports.calls.filter((one) => one.workbook === 'restricted');
    expect(looked).toHaveLength(2);
  });

  it('waits for what is due later', () => {
    const made = agency();
    const message = { to: '陈静', from: '孙先生', phone: '13711112222', content: '请回电', urgent: true };
    made.ask('王芳', 'create', { register: 'messages', rows: [message], requestId: 'request-1' });
    minute(made);
    expect(made.shared.get('nextDueAt')).toBe('2026-10-09T10:00');
    made.ports.setNow('2026-10-09T09:59');
    expect(minute(made)).toBe(0);
    made.ports.setNow('2026-10-09T10:00');
    const before = made.ports.sent.length;
    minute(made);
    expect(made.ports.sent.length).toBeGreaterThan(before);
  });

  it('looks into the restricted workbook when something is due there', () => {
    const made = withVisit();
    minute(made);
    const token = /t=(.+)$/.exec(String(made.record('visits', 'LF-2026-00001').values['surveyLink']))![1]!;
    made.ask('public', 'answer', { token, answer: 'create', input: { score: 5 }, requestId: 'request-2' });
    expect([made.shared.get('nextDueAt'), made.shared.get('restrictedDueAt')]).toEqual(['', '2026-10-09T09:30:00']);
    minute(made);
    expect(made.record('visits', 'LF-2026-00001').values['surveyedAt']).toBe('2026-10-09T09:30');
    expect(minute(made)).toBe(0);
  });

  it('comes back soon when it was held up or broke off', () => {
    const made = withVisit();
    made.ports.holdLock(1);
    minute(made);
    expect(made.ports.sent).toEqual([]);
    for (const nth of [1, 2, 3, 4]) made.ports.fault({ on: 'read', nth, kind: 'ambiguous' });
    expect(() => minute(made)).toThrow();
    expect(minute(made)).toBeGreaterThan(0);
    expect(made.ports.sent).toHaveLength(1);
  });

  it('does not let a letter for the morning that fails take the others with it, or go twice', () => {
    const made = agency({ now: '2026-10-09T08:00:00' });
    create(made, { expectedAt: '2026-10-09T14:00', host: '陈静' });
    create(made, { expectedAt: '2026-10-09T15:00', host: '周琳' }, 'request-2');
    const { send } = made.ports.mailer;
    let left = 1;
    Object.assign(made.ports.mailer, {
      send(mail: Parameters<typeof send>[0]) {
        if (left-- > 0) throw new Error('Service unavailable');
        send(mail);
      },
    });
    made.morning();
    made.sendMail();
    for (const hour of ['09', '10', '11']) {
      made.ports.setNow(`2026-10-09T${hour}:15`);
      made.sendMail();
    }
    const to = made.ports.sent.filter((mail) => mail.subject.includes('今日')).map((mail) => mail.to);
    expect(new Set(to).size).toBe(to.length);
    expect(to).toEqual(expect.arrayContaining(['chenjing@example.org', 'zhoulin@example.org']));
  });
});

describe('the kick of a page', () => {
  it('looks now, but not more often than every two seconds, and only where mail waits', () => {
    const made = withVisit();
    const knock = () => kick(made.machine('public')).looked;
    expect(knock()).toBe(true);
    expect(made.ports.sent).toHaveLength(1);
    made.ports.setNow('2026-10-09T09:30:10');
    create(made, {}, 'request-2');
    expect(knock()).toBe(true);
    create(made, {}, 'request-3');
    expect(knock()).toBe(false);
    made.ports.setNow('2026-10-09T09:30:13');
    expect(knock()).toBe(true);
    made.ports.setNow('2026-10-09T09:30:20');
    const calls = made.ports.calls.length;
    expect(knock()).toBe(false);
    expect(made.ports.calls).toHaveLength(calls);
  });

  it('at the desk sends nothing: mail leaves from the office account only', () => {
    const made = withVisit();
    made.ask('王芳', 'kick', {});
    expect(made.ports.sent).toEqual([]);
    minute(made);
    expect(made.ports.sent).toHaveLength(1);
  });
});

describe('the morning', () => {
  it('writes once a day, on working days, to those for whom there is something', () => {
    const made = agency({ now: '2026-10-09T08:00:00' });
    create(made, { expectedAt: '2026-10-09T14:00' });
    made.ports.sent.length = 0;
    for (let time = 0; time < 3; time += 1) {
      made.morning();
      made.sendMail();
    }
    const mine = made.ports.sent.filter((mail) => mail.to === 'chenjing@example.org' && mail.subject.includes('今日'));
    expect(mine).toHaveLength(1);
    expect(made.ports.sent.filter((mail) => mail.to === 'zhoulin@example.org')).toEqual([]);
    made.ports.setNow('2026-10-11T08:00:00');
    const before = made.ports.sent.length;
    made.morning();
    made.sendMail();
    expect(made.ports.sent.length).toBe(before);
  });
});

describe('the evening', () => {
  it('closes appointments that nobody kept, carries typed times on, and changes nothing when it runs again', () => {
    const made = agency({ now: '2026-10-09T09:30:00' });
    create(made, { expectedAt: '2026-10-09T10:00' });
    create(made, { visitor: '乙' }, 'request-2');
    made.type('visits', 3, [{ leftAt: '2026-10-09T11:00' }]);
    made.ports.setNow('2026-10-09T18:30');
    made.evening();
    expect(made.records('visits').map(({ values }) => [values['state'], values['leftAt']])).toEqual([
      ['noShow', null],
      ['left', '2026-10-09T11:00'],
    ]);
    expect(made.open().filter((no) => no.startsWith('LF-'))).toEqual([]);
    const before = made.ports.cells('desk', 2101);
    made.evening();
    expect(made.ports.cells('desk', 2101)).toEqual(before);
    expect(made.chainBreak()).toBeUndefined();
  });

  it('goes on with the rest when one register cannot be read', () => {
    const made = agency();
    made.type('messages', 2, [{ to: '陈静', from: '孙', phone: '13711112222', content: 'x' }]);
    made.ports.people('desk').type(2102, 0, 3, [['']]);
    try {
      made.evening();
    } catch {
      // What is wrong with the calls is told to whoever looks after the installation.
    }
    expect(made.records('messages')[0]!.no).not.toBe('');
  });
});

describe('an agency that keeps everything in one workbook', () => {
  it('has one log, one outbox and one set of numbers, and nothing is lost between the two names', () => {
    const made = agency({ alone: true });
    create(made);
    made.sendMail();
    const token = /t=(.+)$/.exec(String(made.record('visits', 'LF-2026-00001').values['surveyLink']))![1]!;
    made.ask('public', 'answer', { token, answer: 'create', input: { score: 5 }, requestId: 'request-2' });
    create(made, {}, 'request-3');
    made.sendMail();
    made.evening();
    expect(made.record('feedback', 'PJ-2026-00001').values).toMatchObject({ visit: 'LF-2026-00001', score: 5 });
    expect(made.record('visits', 'LF-2026-00001').values['surveyedAt']).toBe('2026-10-09T09:30');
    expect(made.outbox().filter((row) => row.state !== 'sent')).toEqual([]);
    const ofVisits = made.ports.sent.filter(({ subject }) => /LF-\d{4}-/.test(subject));
    expect(ofVisits.map(({ to }) => to)).toEqual(['chenjing@example.org', 'chenjing@example.org']);
    expect([made.chainBreak('desk'), made.chainBreak('restricted')]).toEqual([undefined, undefined]);
  });
});

it('3.2.1 the evening reads the whole ledger of stock, the morning does not', () => {
  const made = agency({ now: '2026-10-12T08:00' });
  const ledgerRead = (act: () => void): boolean => {
    made.ports.calls.length = 0;
    act();
    const blocks = made.ports.calls.flatMap((one) => one.blocks);
    return blocks.some(
      ({ sheetId, fromRow, toRow, toColumn }) => sheetId === 3104 && fromRow === 2 && !toRow && !toColumn,
    );
  };
  expect(ledgerRead(() => made.morning())).toBe(false);
  made.ports.setNow('2026-10-12T18:30');
  expect(ledgerRead(() => made.evening())).toBe(true);
});
