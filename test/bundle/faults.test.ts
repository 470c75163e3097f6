// A fault at each Sheets call of a command, in each way a call can fail: what was asked for is there once and only once.
import fc from 'fast-check';
import type { Fault } from '../../emulator/runtime';
import { newOffice, people, receive, requestId, visitor, type Office } from './office';

type Kind = Pick<Fault, 'do' | 'status'>;
const kinds: [string, Kind][] = [
  ['the service is unavailable', { do: 'fail', status: 503 }],
  ['it fails inside', { do: 'fail', status: 500 }],
  ['too many requests', { do: 'fail', status: 429 }],
  ['an empty response', { do: 'fail', status: 0 }],
  ['the answer is lost', { do: 'dropAnswer', status: 503 }],
  ['the answer comes back empty', { do: 'dropAnswer', status: 0 }],
];
/** More than a command makes, with its retries. */
const calls = [1, 2, 3, 4, 5];

const verified = (office: Office) => office.menu('menu.verifyAuditLog').effects.alerts[0]?.text ?? '';

/** Asks as a page does: the same request again until there is an answer. */
function insist(office: Office, name: string, input: object): { ok: boolean } {
  for (let times = 0; ; times += 1) {
    const { value } = office.google.run({
      function: 'call',
      args: [name, JSON.stringify(input)],
      kind: 'container',
      fromPage: true,
      user: people.front,
    });
    const reply = JSON.parse(String(value)) as { ok: boolean; error?: { code: string } };
    if (reply.ok || times === 5) return reply;
    expect(reply.error?.code).toBe('busy');
  }
}

const numbersOf = (office: Office) =>
  office
    .rows(2101)
    .slice(1)
    .map(({ no }) => no);
const logOf = (office: Office) => office.rows(9001).filter(({ register }) => register === 'visits');

describe.each(kinds)('%s', (_name, kind) => {
  test.each(calls)('at call %i of a create: one record, one line in the log, one e-mail', (nth) => {
    const office = newOffice();
    const input = { register: 'visits', rows: [visitor], requestId: requestId() };
    const reply = office.during([{ call: 'sheets.*', nth, ...kind }], () => insist(office, 'create', input));
    expect(reply.ok).toBe(true);
    expect(numbersOf(office)).toEqual(['LF-2026-00001']);
    expect(logOf(office)).toHaveLength(1);
    expect(verified(office)).toContain('操作日志完整');
    office.job('jobs.everyMinute');
    expect(office.mails()).toHaveLength(1);
    expect(receive(office).no).toBe('LF-2026-00002');
  });

  test.each(calls)('at call %i of a step: it is taken once', (nth) => {
    const office = newOffice();
    const { no, row } = receive(office);
    const input = {
      register: 'visits',
      no,
      row,
      transition: 'guide',
      input: { guidedTo: '会议室' },
      requestId: requestId(),
    };
    const reply = office.during([{ call: 'sheets.*', nth, ...kind }], () => insist(office, 'transition', input));
    expect(reply.ok).toBe(true);
    expect(office.rows(2101)[1]).toMatchObject({ no, guidedTo: '会议室' });
    expect(logOf(office).map(({ transition }) => transition)).toEqual(['create', 'guide']);
    expect(verified(office)).toContain('操作日志完整');
  });

  test.each(calls)('at call %i of the outbox: the letter goes out once', (nth) => {
    const office = newOffice();
    receive(office);
    office.during([{ call: 'sheets.*', nth, ...kind }], () => office.moveTo('2026-10-09T09:32'));
    office.moveTo('2026-10-09T11:00');
    expect(office.mails(people.head)).toHaveLength(1);
    expect(office.rows(9002).filter(({ state }) => state === 'waiting' || state === 'sending')).toEqual([]);
  });
});

test('whatever fails, and however often it is asked: each request is one record, numbers do not repeat, the chain is whole', () => {
  const fault = fc.record({
    call: fc.constantFrom('sheets.*', 'sheets.batchUpdate', 'sheets.values.batchGetByDataFilter'),
    nth: fc.integer({ min: 1, max: 4 }),
    kind: fc.constantFrom(...kinds.map(([, kind]) => kind)),
  });
  const command = fc.record({ repeats: fc.integer({ min: 1, max: 3 }), faults: fc.array(fault, { maxLength: 2 }) });
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 5 }), (commands) => {
      const office = newOffice();
      commands.forEach(({ repeats, faults }, index) => {
        const input = { register: 'visits', rows: [{ ...visitor, visitor: `访客${index}` }], requestId: requestId() };
        const ordered = faults.map(({ call, nth, kind }) => ({ call, nth, ...kind }));
        office.during(ordered, () => {
          for (let times = 0; times < repeats; times += 1) insist(office, 'create', input);
        });
      });
      const rows = office.rows(2101).slice(1);
      expect(rows.map(({ visitor: name }) => name)).toEqual(commands.map((_, index) => `访客${index}`));
      expect(new Set(numbersOf(office)).size).toBe(commands.length);
      expect(logOf(office)).toHaveLength(commands.length);
      expect(verified(office)).toContain('操作日志完整');
    }),
    { numRuns: 15 },
  );
});
