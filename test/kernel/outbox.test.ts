import { auditLineOf, firstBreak } from '../../src/kernel/audit';
import { Busy } from '../../src/kernel/errors';
import { auditTab, countersTab, outboxTab, reportsTab } from '../../src/kernel/kernel-tabs';
import { TablesError } from '../../src/kernel/ports';
import type { Cell } from '../../src/kernel/values';
import { complaints, tasks, task, workshop, type Workshop } from './workshop';

const no = (number: number): string => `RW-2026-0000${number}`;
const states = (shop: Workshop): readonly string[] => shop.book(outboxTab.sheetId).map((row) => `${row[3]} ${row[8]}`);
const mails = (shop: Workshop): readonly string[] =>
  shop.ports.sent.map((mail) => `${mail.to}: ${mail.subject.replace('[前台] ', '')}`);

/** A row written into the tab by hand. */
function forge(shop: Workshop, row: Partial<Record<(typeof outboxTab.columns)[number], Cell>>): void {
  const own = {
    id: 'x',
    at: '2026-10-09T09:00:00',
    kind: 'letter',
    name: 'task-new',
    register: 'tasks',
    state: 'waiting',
  };
  const cells = outboxTab.columns.map((key) => ({ ...own, ...row })[key] ?? '');
  shop.ports.people('desk').type(outboxTab.sheetId, shop.ports.cells('desk', outboxTab.sheetId).length, 0, [cells]);
}

/** What comes with the mailer's next mail. */
function mailerDoes(shop: Workshop, act: () => void, times = 1): void {
  const { send } = shop.ports.mailer;
  let left = times;
  Object.assign(shop.ports.mailer, {
    send(mail: Parameters<typeof send>[0]) {
      if (left-- > 0) act();
      send(mail);
    },
  });
}

describe('a letter that opens a generated tab', () => {
  const sentTo = (person: string, staffNo: string): string => {
    const shop = workshop();
    shop.create(tasks, [{ ...task, for: person }]);
    shop.ports.people('desk').type(reportsTab.sheetId, 1, 0, [[`tasks ${no(1)}`, 123_456, '任务', '', '']]);
    forge(shop, { name: 'task-sheet', no: no(1), recordRow: 2, to: staffNo });
    shop.look();
    return shop.ports.sent.map(({ text }) => text).join('\n');
  };

  it('names it to who may open the workbook, and to nobody else', () => {
    expect(sentTo('王芳', 'A01')).toContain('打开表：https://sheets.example/desk/edit#gid=123456');
    const other = sentTo('陈静', 'A03');
    expect(other).toContain('测试');
    expect(other).not.toMatch(/打开表|#gid=/);
  });
});

describe('a letter', () => {
  it('is leased, sent outside the lock, and marked, in three calls', () => {
    const shop = workshop();
    shop.create(tasks, [task]);
    const before = shop.ports.calls.length;
    let seen: readonly string[] = [];
    mailerDoes(shop, () => {
      seen = states(shop);
      expect(shop.ports.lock.acquire(1)).toBe(true);
      shop.ports.lock.release();
    });
    const result = shop.look();
    expect(seen).toEqual(['task-new sending', 'task sent']);
    expect(states(shop)).toEqual(['task-new sent', 'task sent']);
    expect(result).toMatchObject({ sent: 1, failed: 0, nextDueAt: '' });
    expect(mails(shop)).toEqual([`chenjing@example.org: task-new ${no(1)}`]);
    expect(shop.ports.calls.slice(before).map((one) => one.kind)).toEqual(['read', 'commit', 'commit']);
  });

  it.each([
    ['outside', true],
    ['outside', false],
    ['ambiguous', true],
  ] as const)('is sent, and its link signed, once when the lease came back %s (written: %s)', (kind, applied) => {
    const shop = workshop();
    shop.create(tasks, [task]);
    shop.ports.fault({ on: 'commit', kind, applied });
    shop.look();
    expect(states(shop)).toEqual(['task-new sent', 'task sent']);
    expect(mails(shop)).toEqual([`chenjing@example.org: task-new ${no(1)}`]);
    const log = shop.ports.cells('desk', auditTab.sheetId).slice(1).map(auditLineOf);
    expect(log.map((line) => line.transition)).toEqual(['create', 'sign']);
    const head = shop.book(countersTab.sheetId).find((row) => row[0] === 'audit')!;
    expect(firstBreak(log, { seq: Number(head[1]), hash: String(head[2]) }, shop.ports.digest)).toBeUndefined();
  });

  it('waits for the next look where there are more links to sign than one commit takes', () => {
    const shop = workshop({ blankRows: 700 });
    shop.ports.quota = 0;
    for (let form = 0; form < 6; form += 1)
      shop.create(
        tasks,
        Array.from({ length: 100 }, () => task),
      );
    const signed = (): number => shop.records(tasks).filter(({ values }) => values['sign'] !== null).length;
    expect(shop.look().nextDueAt).not.toBe('');
    expect(signed()).toBe(200);
    shop.look();
    shop.look();
    expect(signed()).toBe(600);
  });

  it('is made from the record as it stands when it goes', () => {
    const shop = workshop();
    shop.create(tasks, [task]);
    shop.type(tasks, 2, { title: '改过的事', for: '周琳' });
    shop.create(tasks, [{ ...task, title: '另一件' }]);
    shop.ports.people('desk').sort(tasks.sheetId, 0, false);
    shop.look();
    // The row names 陈静, but the record does not any more.
    expect(mails(shop)).toEqual([`chenjing@example.org: task-new ${no(2)}`]);
    expect(shop.ports.sent[0]!.text).toContain('另一件');
    expect(states(shop)).toContain('task-new dropped');
  });

  it('does not go when its time is over, or its record is gone', () => {
    const shop = workshop();
    shop.create(tasks, [task, task]);
    shop.take(no(1), 'finish', { result: '好' });
    shop.ports.people('desk').deleteRows(tasks.sheetId, 3);
    shop.look();
    expect(mails(shop)).toEqual([]);
    expect(states(shop).filter((one) => one.startsWith('task-new'))).toEqual(['task-new dropped', 'task-new dropped']);
  });

  it('goes to a guest at the address in the record, and to nobody where there is none any more', () => {
    const shop = workshop();
    shop.create(tasks, [{ ...task, email: 'guest@example.org' }]);
    shop.create(tasks, [{ ...task, email: 'other@example.org' }]);
    shop.type(tasks, 3, { email: null });
    shop.look();
    expect(mails(shop).filter((one) => one.includes('thanks'))).toEqual([`guest@example.org: task-thanks ${no(1)}`]);
  });

  it('stands with the others for the same person in one e-mail', () => {
    const shop = workshop();
    shop.create(tasks, [task, { ...task, title: '急：第二' }]);
    shop.look();
    expect(shop.ports.sent).toHaveLength(1);
    expect(mails(shop)[0]).toBe(`chenjing@example.org: task-urgent ${no(2)} 等 3 件`);
    expect(states(shop).filter((one) => one.endsWith('sent'))).toHaveLength(5);
  });

  it('is sent once, though two look at the same time', () => {
    const shop = workshop();
    shop.create(tasks, [task]);
    mailerDoes(shop, () => expect(shop.look()).toMatchObject({ sent: 0 }));
    shop.look();
    expect(shop.ports.sent).toHaveLength(1);
    shop.ports.holdLock(1);
    expect(() => shop.look()).toThrow(Busy);
  });

  it('is taken up again ten minutes after a run has died with it', () => {
    const shop = workshop();
    shop.create(tasks, [task]);
    mailerDoes(shop, () => {
      shop.ports.fault({ on: 'commit', kind: 'refused' });
      throw new Error('the run ends here');
    });
    expect(() => shop.look()).toThrow(TablesError);
    expect(states(shop)).toContain('task-new sending');
    shop.ports.setNow('2026-10-09T09:39');
    expect(shop.look().sent).toBe(0);
    shop.ports.setNow('2026-10-09T09:40');
    expect(shop.look().sent).toBe(1);
  });

  it('is not sent twice when its mark fails at first', () => {
    const shop = workshop();
    shop.create(tasks, [task]);
    shop.ports.fault({ on: 'read', kind: 'throttled' });
    shop.ports.fault({ on: 'commit', nth: 2, kind: 'throttled' });
    shop.ports.fault({ on: 'commit', nth: 3, kind: 'ambiguous', applied: true });
    expect(shop.look()).toMatchObject({ sent: 1 });
    shop.ports.setNow('2026-10-09T12:00');
    expect(shop.look()).toMatchObject({ sent: 0 });
    expect(shop.ports.sent).toHaveLength(1);
  });
});

describe('when mail does not go out', () => {
  it('it is tried again, later each time, and given up after a day; the decision stands', () => {
    const shop = workshop();
    shop.create(tasks, [task]);
    mailerDoes(
      shop,
      () => {
        throw new Error('Service unavailable: Gmail');
      },
      100,
    );
    expect(shop.look()).toMatchObject({ sent: 0, failed: 1, nextDueAt: '2026-10-09T09:35' });
    expect(shop.book(outboxTab.sheetId)[0]!.slice(8)).toEqual([
      'waiting',
      '2026-10-09T09:35',
      '',
      1,
      '',
      'Service unavailable: Gmail',
    ]);
    expect(shop.look()).toMatchObject({ failed: 0 });
    shop.ports.setNow('2026-10-09T09:35');
    expect(shop.look().nextDueAt).toBe('2026-10-09T09:45');
    shop.ports.setNow('2026-10-10T09:31');
    expect(shop.look()).toMatchObject({ nextDueAt: '' });
    expect(states(shop)).toContain('task-new failed');
    expect(shop.record(tasks, no(1)).values['state']).toBe('open');
  });

  it('what matters most goes first when the day’s mail is nearly used up; the rest waits and is not lost', () => {
    const shop = workshop();
    shop.ports.quota = 0;
    shop.create(tasks, [{ ...task, for: '周琳', email: 'guest@example.org' }]);
    shop.create(tasks, [{ ...task, title: '急：快' }]);
    expect(shop.look().sent).toBe(0);
    shop.ports.quota = 1;
    shop.look();
    expect(mails(shop)).toEqual([`chenjing@example.org: task-urgent ${no(2)}`]);
    shop.ports.quota = 100;
    shop.ports.setNow('2026-10-10T08:00');
    shop.look();
    expect([...mails(shop)].sort()).toEqual(
      [
        `chenjing@example.org: task-urgent ${no(2)}`,
        `chenjing@example.org: task-new ${no(2)}`,
        `guest@example.org: task-thanks ${no(1)}`,
        `zhoulin@example.org: task-new ${no(1)}`,
      ].sort(),
    );
  });
});

describe('a row that somebody has written into the outbox', () => {
  it('sends nothing that its record does not say, to nobody whom its record does not name', () => {
    const shop = workshop();
    shop.create(tasks, [{ ...task, email: 'guest@example.org' }]);
    shop.look();
    shop.take(no(1), 'finish', { result: '好' });
    shop.create(tasks, [{ ...task, title: '真的' }]);
    shop.look();
    const before = shop.ports.sent.length;
    forge(shop, { no: no(2), to: 'A04', row: 3 });
    forge(shop, { no: no(2), to: 'evil@example.com', row: 3 });
    forge(shop, { no: no(2), to: 'guest', row: 3 });
    forge(shop, { no: no(1), to: 'A03', row: 2 });
    forge(shop, { no: no(9), to: 'A03', row: 2 });
    forge(shop, { no: no(2), to: 'A03', name: 'no-such-letter', row: 3 });
    forge(shop, { no: 'DD-2026-00001', to: 'A03', register: 'orders', row: 2 });
    forge(shop, { no: no(2), to: 'A03', kind: 'transfer', row: 3 });
    shop.look();
    expect(shop.ports.sent.slice(before)).toEqual([]);
    // At most a letter that its record asks for, again.
    forge(shop, { no: no(2), to: 'A03', row: 3 });
    shop.look();
    expect(mails(shop).slice(before)).toEqual([`chenjing@example.org: task-new ${no(2)}`]);
  });

  it('does not stop the others, whatever stands in it', () => {
    const shop = workshop({ blankRows: 5 });
    forge(shop, { no: no(1), to: 'A03', row: 99_999 });
    forge(shop, { no: no(1), to: 'A03', row: 'nonsense', tries: 'x', dueAt: 'never', leasedAt: 5 });
    forge(shop, { no: 'TQ-2026-00001', to: 'A03', register: 'complaints', row: 2 });
    forge(shop, { kind: 'sign', name: 'task', no: no(7), row: 99_999 });
    forge(shop, { kind: 'sign', name: 'task', no: '', row: 3 });
    forge(shop, { kind: 'sign', name: 'task', register: 'complaints', no: 'TQ-2026-00001', row: 2 });
    shop.create(tasks, [task]);
    shop.type(tasks, 3, { title: '手写' });
    expect(shop.look().sent).toBeGreaterThan(0);
    expect(mails(shop)[0]).toContain(`task-new ${no(1)}`);
    expect(shop.record(tasks, no(1)).values['sign']).toContain('?t=');
    expect(shop.records(tasks)[1]!.values).toMatchObject({ title: '手写', sign: null });
    expect(shop.look()).toMatchObject({ sent: 0, failed: 0 });
  });

  it('that is signed says only what the record is, wherever the row has gone', () => {
    const shop = workshop();
    shop.create(tasks, [task, { ...task, title: '第二' }]);
    shop.ports.people('desk').sort(tasks.sheetId, 0, false);
    shop.look();
    const claims = shop.records(tasks).map((one) => {
      const body = /t=([\w-]+)\./.exec(String(one.values['sign']))![1]!;
      return [one.no, (JSON.parse(shop.office.link.decode(body)) as { n: string }).n];
    });
    expect(claims).toEqual([
      [no(2), no(2)],
      [no(1), no(1)],
    ]);
  });
});

describe('where all is in one workbook', () => {
  it('each letter waits for the look at the register that it tells of', () => {
    const shop = workshop({ alone: true });
    shop.create(tasks, [task]);
    shop.create(complaints, [{ task: no(1) }]);
    forge(shop, { name: 'complaint', register: 'complaints', no: 'TQ-2026-00001', row: 2, to: 'A05' });
    expect(shop.look()).toMatchObject({ sent: 1, nextDueAt: '' });
    expect(states(shop)).toContain('complaint waiting');
    expect(shop.look('restricted')).toMatchObject({ sent: 1 });
    expect(mails(shop)[1]).toBe('liuyang@example.org: complaint TQ-2026-00001');
  });
});
