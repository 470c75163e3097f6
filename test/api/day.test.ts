// A day at the front desk through the door: forms, steps, typing with a trigger that is told of some of it, links and surveys,
// in any order and with faults. In the evening everything adds up.
import * as fc from 'fast-check';
import type { CallName } from '../../src/api/contract';
import { auditLineOf } from '../../src/kernel/audit';
import { openTab } from '../../src/kernel/kernel-tabs';
import type { Value } from '../../src/kernel/values';
import { agency, register, visitor, type Agency, type Asker } from './agency';

type Trouble = 'none' | 'busy' | 'throttled' | 'lostAnswer' | 'lostRequest' | 'sorted' | 'doubleClick';
interface Act {
  readonly does:
    'create' | 'leave' | 'type' | 'paste' | 'overtype' | 'sort' | 'moveColumn' | 'click' | 'survey' | 'mail';
  readonly which: number;
  readonly told: boolean;
  readonly trouble: Trouble;
}

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    does: fc.constantFrom<Act['does'][]>(
      'create',
      'create',
      'leave',
      'type',
      'type',
      'paste',
      'overtype',
      'sort',
      'moveColumn',
      'click',
      'survey',
      'mail',
    ),
    which: fc.nat(40),
    told: fc.boolean(),
    trouble: fc.constantFrom<Trouble[]>(
      'none',
      'busy',
      'throttled',
      'lostAnswer',
      'lostRequest',
      'sorted',
      'doubleClick',
    ),
  }),
  { minLength: 3, maxLength: 18, size: 'max' },
);

const { sheetId } = register('visits');
const width = Object.keys(register('visits').all).length;

function day(sequence: readonly Act[]): void {
  const made = agency({ blankRows: 60 });
  const people = made.ports.people('desk');
  const complete = new Set<string>();
  const wrong = new Set<string>();
  const numbers = new Map<string, string>();
  const left = new Set<string>();
  let names = 0;
  let asked = 0;
  const fresh = (): string => `客${String(++names).padStart(3, '0')}`;
  const visits = () => made.records('visits');
  const pick = <T>(some: readonly T[], which: number): T | undefined => some[which % Math.max(1, some.length)];

  /** Clicks, and clicks again while the answer is that nobody knows. */
  function insist(asker: Asker, name: CallName, input: object, { trouble, which }: Act): ReturnType<Agency['call']> {
    const { ports } = made;
    if (trouble === 'busy') ports.holdLock(1);
    if (trouble === 'throttled')
      for (const nth of [1, 2, 3, 4, 5]) ports.fault({ on: 'commit', nth, kind: 'throttled' });
    if (trouble === 'lostAnswer') ports.fault({ on: 'commit', kind: 'ambiguous', applied: true });
    if (trouble === 'lostRequest') ports.fault({ on: 'commit', kind: 'ambiguous' });
    if (trouble === 'sorted') ports.before('commit', 1, () => people.sort(sheetId, which % width, which % 2 === 0));
    let reply = made.call(asker, name, input);
    for (let time = 0; time < 5 && !reply.ok && reply.error.code === 'busy'; time += 1)
      reply = made.call(asker, name, input);
    ports.calm();
    const again = trouble === 'doubleClick' ? made.call(asker, name, input) : reply;
    if (reply.ok) expect(again).toMatchObject({ ok: true });
    return reply as ReturnType<Agency['call']>;
  }
  function typed(rows: number, told: boolean): void {
    const from = Math.max(1, ...visits().map((one) => one.row)) + 1;
    const fill = Array.from({ length: rows }, (_, index) => {
      const name = fresh();
      const isWrong = (names + index) % 5 === 0;
      (isWrong ? wrong : complete).add(name);
      return { ...visitor, visitor: name, ...(isWrong && { phone: '1' }) };
    });
    made.type('visits', from, fill);
    if (told) made.edited('visits', from, from + rows);
  }
  const acting: Readonly<Record<Act['does'], (act: Act) => void>> = {
    create(act) {
      const name = fresh();
      complete.add(name);
      const input = { register: 'visits', rows: [{ ...visitor, visitor: name }], requestId: `request-${++asked}` };
      const reply = insist(act.which % 2 === 0 ? '王芳' : '李强', 'create', input, act);
      if (!reply.ok) throw new Error(JSON.stringify(reply.error));
      numbers.set(name, (reply.value as unknown as { records: { no: string }[] }).records[0]!.no);
    },
    leave(act) {
      const record = pick(
        visits().filter(({ no }) => no !== ''),
        act.which,
      );
      if (!record) return;
      const input = {
        register: 'visits',
        no: record.no,
        transition: 'leave',
        requestId: `request-${++asked}`,
        row: 2 + act.which,
      };
      if (insist('王芳', 'transition', input, act).ok) left.add(record.no);
      else expect(left.has(record.no)).toBe(true);
    },
    type: ({ told }) => typed(1, told),
    paste: ({ which, told }) => typed(2 + (which % 9), told),
    overtype({ which }) {
      const record = pick(
        visits().filter(({ no }) => no !== ''),
        which,
      );
      if (!record) return;
      made.type('visits', record.row, [{ state: 'noShow', hostAnswer: 'out' }]);
      made.edited('visits', record.row, record.row + 1);
    },
    sort: ({ which, told }) => people.sort(sheetId, which % width, told),
    moveColumn: ({ which }) => people.moveColumn(sheetId, which % width, (which * 7) % width),
    click(act) {
      if (act.which % 3 === 0) made.sendMail();
      if (!made.ports.sent.some((mail) => mail.text.includes('?t='))) return;
      const input = {
        token: made.token(),
        answer: act.told ? 'hostComing' : 'hostWait',
        requestId: `request-${++asked}`,
      };
      insist('public', 'answer', input, act);
    },
    survey(act) {
      made.sendMail();
      const record = pick(
        visits().filter(({ values }) => values['surveyLink'] !== null),
        act.which,
      );
      const token = /t=(.+)$/.exec(String(record?.values['surveyLink'] ?? ''))?.[1];
      if (!token) return;
      const trouble = act.trouble === 'sorted' ? 'none' : act.trouble;
      insist(
        'public',
        'answer',
        { token, answer: 'create', input: { score: 5 }, requestId: `request-${++asked}` },
        { ...act, trouble },
      );
    },
    mail: () => made.sendMail(),
  };
  for (const act of sequence) acting[act.does](act);

  made.ports.setNow('2026-10-09T18:30');
  made.evening();
  made.sendMail();
  made.sendMail();
  expect(made.logged).toEqual([]);

  const found = visits();
  const nameOf = (one: (typeof found)[number]): string => String(one.values['visitor']);
  expect(found.map(nameOf).sort()).toEqual([...complete, ...wrong].sort());
  expect(
    found
      .filter(({ no }) => no !== '')
      .map(nameOf)
      .sort(),
  ).toEqual([...complete].sort());
  for (const one of found.filter(({ no }) => no === '')) expect(one.values['check']).toMatch(/^联系电话：/);
  for (const [name, no] of numbers) expect(nameOf(made.record('visits', no))).toBe(name);
  const given = found.flatMap(({ no }) => (no === '' ? [] : [Number(no.slice(-5))])).sort((a, b) => a - b);
  expect(given).toEqual(given.map((_, index) => index + 1));
  for (const no of left) expect(made.record('visits', no).values['state']).toBe('left');

  expect([made.chainBreak('desk'), made.chainBreak('restricted')]).toEqual([undefined, undefined]);
  const told = new Map<string, Record<string, Value>>();
  for (const line of made.ports.cells('desk', 9001).slice(1).map(auditLineOf)) {
    const changes = JSON.parse(line.changes) as Record<string, [Value, Value]>;
    const so = told.get(line.no) ?? {};
    for (const [key, [, after]] of Object.entries(changes)) so[key] = after;
    told.set(line.no, so);
  }
  for (const { no, values } of found.filter((one) => one.no !== '')) {
    for (const key of ['state', 'hostAnswer', 'leftAt', 'surveyedAt', 'surveyLink']) {
      expect([no, key, values[key]]).toEqual([no, key, told.get(no)![key] ?? null]);
    }
  }
  const open = made.ports
    .cells('desk', openTab.sheetId)
    .slice(1)
    .filter((cells) => cells[0] === 'visits')
    .map((cells) => String(cells[1]));
  expect([...open].sort()).toEqual(found.flatMap(({ no, values }) => (values['state'] === 'here' ? [no] : [])).sort());

  const rated = made.records('feedback').map(({ values }) => String(values['visit']));
  expect([...rated].sort()).toEqual(
    found.flatMap(({ no, values }) => (values['surveyedAt'] === null ? [] : [no])).sort(),
  );
  const arrivals = made.ports.sent.flatMap((mail) => mail.html.match(/客\d{3}(?=（蓝天公司）于)/g) ?? []);
  expect(new Set(arrivals).size).toBe(arrivals.length);
}

describe('a day at the front desk', () => {
  it('adds up in the evening, whatever was done in whatever order and whatever failed', () => {
    fc.assert(fc.property(acts, day), { numRuns: 20, seed: 20261009 });
  });
});
