// A busy desk, for the properties: what people, commands and faults do in any order, and what must be true all the while.
import * as fc from 'fast-check';
import { auditLineOf, firstBreak, type AuditLine } from '../../src/kernel/audit';
import { Busy, KnownError } from '../../src/kernel/errors';
import { auditTab, countersTab, openTab } from '../../src/kernel/kernel-tabs';
import { TablesError } from '../../src/kernel/ports';
import { sweepPlan } from '../../src/kernel/typed-rows';
import { run, type Outcome } from '../../src/kernel/unit-of-work';
import type { Value, Values } from '../../src/kernel/values';
import type { Name } from '../chapters/world';
import { Death } from '../memory/memory-ports';
import { ledger, product, tasks, workshop, type Workshop } from './workshop';

/** What goes wrong while a command runs. */
export type Trouble =
  | { readonly kind: 'none' | 'busy' | 'doubleClick' | 'lostHints' }
  | {
      readonly kind: 'fails';
      readonly on: 'read' | 'commit';
      readonly nth: number;
      readonly times: number;
      readonly how: 'throttled' | 'ambiguous';
      readonly applied: boolean;
    }
  | { readonly kind: 'sorted'; readonly by: Sorting; readonly then: Aftermath; readonly meanwhile: Sorting }
  | { readonly kind: 'columnMoved'; readonly by: Moving; readonly then: Aftermath; readonly meanwhile: Moving }
  | { readonly kind: 'rowsPutIn'; readonly above: number }
  | { readonly kind: 'typedBelow' }
  | { readonly kind: 'edited'; readonly which: number };

interface Sorting {
  readonly column: number;
  readonly ascending: boolean;
}
interface Moving {
  readonly from: number;
  readonly to: number;
}

/**
 * What becomes of the write that hit the wrong cells: its answer is lost, and then nothing is answered at all; or the run dies,
 * and somebody else's command comes first.
 */
const aftermaths = ['answered', 'lost', 'silent', 'dies', 'diesAndOthersCome'] as const;
type Aftermath = (typeof aftermaths)[number];

export type Act =
  | { readonly does: 'create'; readonly rows: number; readonly who: Name; readonly trouble: Trouble }
  | {
      readonly does: 'step';
      readonly which: number;
      readonly step: 'start' | 'finish' | 'postpone';
      readonly rightRow: boolean;
      readonly trouble: Trouble;
    }
  | { readonly does: 'sweep'; readonly trouble: Trouble }
  | { readonly does: 'type'; readonly rows: number; readonly complete: boolean; readonly gap: number }
  | { readonly does: 'edit'; readonly which: number }
  | { readonly does: 'sort'; readonly column: number; readonly ascending: boolean }
  | { readonly does: 'moveColumn'; readonly from: number; readonly to: number }
  | { readonly does: 'putRowsIn'; readonly above: number }
  | { readonly does: 'mail'; readonly trouble: Trouble };

const small = fc.nat(40);
const flag = fc.boolean();
const sorting = fc.record<Sorting>({ column: small, ascending: flag });
const moving = fc.record<Moving>({ from: small, to: small });
const then = fc.constantFrom(...aftermaths);
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<Trouble>(
      { kind: 'none' },
      { kind: 'busy' },
      { kind: 'doubleClick' },
      { kind: 'lostHints' },
      { kind: 'typedBelow' },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fails' as const),
      on: fc.constantFrom('read' as const, 'commit' as const),
      nth: fc.integer({ min: 1, max: 3 }),
      times: fc.integer({ min: 1, max: 5 }),
      how: fc.constantFrom('throttled' as const, 'ambiguous' as const),
      applied: flag,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('sorted' as const), by: sorting, then, meanwhile: sorting }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('columnMoved' as const), by: moving, then, meanwhile: moving }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rowsPutIn' as const), above: small }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edited' as const), which: small }) },
);
export const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constant('create' as const),
        rows: fc.integer({ min: 1, max: 3 }),
        who: fc.constantFrom<Name>('王芳', '李强'),
        trouble,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constant('step' as const),
        which: small,
        step: fc.constantFrom('start' as const, 'finish' as const, 'postpone' as const),
        rightRow: flag,
        trouble,
      }),
    },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('sweep' as const), trouble }) },
    {
      weight: 3,
      arbitrary: fc.record({
        does: fc.constant('type' as const),
        rows: fc.integer({ min: 1, max: 6 }),
        complete: flag,
        gap: fc.nat(2),
      }),
    },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('edit' as const), which: small }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('sort' as const), column: small, ascending: flag }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('moveColumn' as const), from: small, to: small }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('putRowsIn' as const), above: small }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('mail' as const), trouble }) },
  ),
  { minLength: 1, maxLength: 25, size: 'max' },
);

/** What a row must hold, by its title, which nobody changes. */
interface Expected {
  no: string;
  state: string;
  note: Value;
  due: Value;
  phone: Value;
  /** Its letter may have been dropped, because the task was done before it went. */
  done: boolean;
}

const isRepeat = (answer: unknown): boolean => (answer as Partial<Outcome> | undefined)?.repeated === true;

const phone = '13800138000';
const width = Object.keys(tasks.all).length;

export interface Bustle {
  readonly shop: Workshop;
  /** Does one act, as a person would: what was not answered is asked again until it is. */
  act(one: Act): void;
  /** Sends what is left, with nothing in the way. */
  calmDown(): void;
  /** Throws where something is lost, doubled, or in the wrong row. */
  check(): void;
}

export function bustle(): Bustle {
  const shop = workshop({ blankRows: 20 });
  const { ports } = shop;
  const people = ports.people('desk');
  const expected = new Map<string, Expected>();
  let made = 0;
  let asked = 0;
  let noted = 0;

  const fresh = (): string => `件${String(++made).padStart(3, '0')}`;
  const rowsNow = () => shop.records(tasks);
  const nextFree = (): number => Math.max(1, ...rowsNow().map((one) => one.row)) + 1;
  const pick = <T>(some: readonly T[], which: number): T | undefined => some[which % Math.max(1, some.length)];

  function typeRows(rows: number, complete: boolean, gap: number): void {
    const from = nextFree() + gap;
    for (let index = 0; index < rows; index += 1) {
      const title = fresh();
      shop.type(tasks, from + index, { title, for: '陈静', ...(complete ? { phone } : { phone: '1' }) });
      expected.set(title, { no: '', state: '', note: null, due: null, phone: complete ? phone : '1', done: false });
    }
  }
  function editNote(which: number): void {
    const row = pick(rowsNow(), which);
    if (!row) return;
    const note = `记${++noted}`;
    shop.type(tasks, row.row, { note });
    expected.get(String(row.values['title']))!.note = note;
  }

  function disturb(by: Sorting | Moving): void {
    if ('column' in by) people.sort(tasks.sheetId, by.column % width, by.ascending);
    else people.moveColumn(tasks.sheetId, by.from % width, by.to % width);
  }
  function befall(what: Aftermath): void {
    if (what === 'answered') return;
    ports.fault({ on: 'commit', kind: what === 'lost' || what === 'silent' ? 'ambiguous' : 'death', applied: true });
    if (what !== 'silent') return;
    ports.before('commit', 1, () => {
      for (let nth = 1; nth <= 6; nth += 1) ports.fault({ on: 'read', nth, kind: 'ambiguous' });
    });
  }

  function arrange(one: Trouble): void {
    if (one.kind === 'busy') ports.holdLock(1);
    if (one.kind === 'lostHints') ports.hints.put({});
    if (one.kind === 'fails') {
      for (let time = 0; time < one.times; time += 1) {
        ports.fault({
          on: one.on,
          nth: one.nth + time,
          kind: one.how,
          applied: one.applied && one.how === 'ambiguous',
        });
      }
    }
    if (one.kind === 'sorted' || one.kind === 'columnMoved') {
      ports.before('commit', 1, () => disturb(one.by));
      befall(one.then);
    }
    if (one.kind === 'rowsPutIn')
      ports.before('commit', 1, () => people.insertRows(tasks.sheetId, 2 + (one.above % 10)));
    if (one.kind === 'typedBelow') ports.before('commit', 1, () => typeRows(1, true, 1));
    if (one.kind === 'edited') ports.before('commit', 1, () => editNote(one.which));
  }

  /** Asks, and asks again while nobody can say whether it was done; what the product refuses ends it. */
  function insisted<T>(one: Trouble, ask: () => T): T | undefined {
    arrange(one);
    let answer: T | undefined;
    let othersCame: ReturnType<typeof rowsNow> | undefined;
    for (let attempt = 1; ; attempt += 1) {
      try {
        answer = ask();
        break;
      } catch (error) {
        const again = error instanceof Busy || error instanceof TablesError || error instanceof Death;
        if (!again && !(error instanceof KnownError)) throw error;
        if (!again) break;
        if (attempt > 12) throw error;
        if (attempt === 1 && 'meanwhile' in one) disturb(one.meanwhile);
        if (error instanceof Death && 'then' in one && one.then === 'diesAndOthersCome') {
          acting.sweep({ does: 'sweep', trouble: { kind: 'none' } });
          othersCame = rowsNow();
        }
      }
    }
    ports.calm();
    // They have left nothing to be mended.
    if (othersCame && isRepeat(answer)) expect(rowsNow()).toEqual(othersCame);
    return one.kind === 'doubleClick' && answer !== undefined ? ask() : answer;
  }

  const acting: { readonly [D in Act['does']]: (one: Act & { readonly does: D }) => void } = {
    create(one) {
      const titles = Array.from({ length: one.rows }, fresh);
      const requestId = `request-${++asked}`;
      const rows = titles.map((title) => ({ title, for: '陈静', phone }));
      const outcome = insisted(one.trouble, () => shop.create(tasks, rows, requestId, one.who))!;
      titles.forEach((title, index) =>
        expected.set(title, {
          no: outcome.places[index]!.no,
          state: 'open',
          note: null,
          due: null,
          phone,
          done: false,
        }),
      );
    },
    step(one) {
      const row = pick(
        rowsNow().filter((each) => each.no !== ''),
        one.which,
      );
      if (!row) return;
      const requestId = `request-${++asked}`;
      const mine = expected.get(String(row.values['title']))!;
      const due = `2026-10-${String(10 + (asked % 20))}T09:00`;
      const input: Values = one.step === 'finish' ? { result: requestId } : one.step === 'postpone' ? { due } : {};
      const outcome = insisted(one.trouble, () =>
        shop.take(row.no, one.step, input, { requestId, row: one.rightRow ? row.row : 2 + (one.which % 7) }),
      );
      const possible = one.step === 'start' ? mine.state === 'open' : mine.state !== 'done';
      if ((outcome !== undefined) !== possible)
        throw new Error(`${one.step} of ${row.no} in ${mine.state}: ${outcome ? 'done' : 'refused'}`);
      if (!outcome) return;
      if (one.step === 'start') mine.state = 'doing';
      if (one.step === 'finish') Object.assign(mine, { state: 'done', done: true });
      if (one.step === 'postpone') mine.due = due;
    },
    sweep(one) {
      insisted(one.trouble, () =>
        run(shop.reading(), {
          workbook: 'desk',
          requestId: '',
          needs: { tails: [tasks] },
          decide: (view) => {
            const layout = view.layout(tasks);
            const rows = view
              .rows(tasks, 2, view.tail(tasks).lastRow + 40)
              .filter(
                ({ cells }) =>
                  (cells[layout.columns['no']!] ?? '') === '' && (cells[layout.columns['title']!] ?? '') !== '',
              );
            return sweepPlan(product, { register: tasks, layout, rows, taken: () => false }, view.facts, view.numbers);
          },
        }),
      );
      for (const { no, values } of rowsNow()) {
        const mine = expected.get(String(values['title']));
        if (mine && mine.no === '' && no !== '') Object.assign(mine, { no, state: 'open' });
      }
    },
    type: (one) => typeRows(one.rows, one.complete, one.gap),
    edit: (one) => editNote(one.which),
    sort: (one) => people.sort(tasks.sheetId, one.column % width, one.ascending),
    moveColumn: (one) => people.moveColumn(tasks.sheetId, one.from % width, one.to % width),
    putRowsIn: (one) => people.insertRows(tasks.sheetId, 2 + (one.above % 10)),
    mail: (one) =>
      void insisted(one.trouble.kind === 'doubleClick' ? { kind: 'none' } : one.trouble, () => shop.look()),
  };

  const lines = (): readonly AuditLine[] => ports.cells('desk', auditTab.sheetId).slice(1).map(auditLineOf);

  return {
    shop,
    act: (one) => (acting[one.does] as (each: Act) => void)(one),
    calmDown() {
      acting.sweep({ does: 'sweep', trouble: { kind: 'none' } });
      ports.setNow('2026-10-09T23:00');
      shop.look();
      shop.look();
    },
    check() {
      const found = rowsNow();
      // Every row that was typed or acknowledged is there once, with its own cells.
      expect(found.map((one) => one.values['title']).sort()).toEqual([...expected.keys()].sort());
      for (const { no, values } of found) {
        const { done: _, ...mine } = expected.get(String(values['title']))!;
        expect({
          title: values['title'],
          no,
          state: values['state'] ?? '',
          note: values['note'],
          due: values['due'],
          phone: values['phone'],
        }).toEqual({ title: values['title'], ...mine });
        expect(values['for']).toBe('陈静');
      }
      // Numbers are unique and without gaps.
      const numbers = found.flatMap(({ no }) => (no === '' ? [] : [Number(no.slice(-5))])).sort((a, b) => a - b);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      // The log has every record's beginning and each step once, in an unbroken chain.
      const log = lines();
      const head = shop.book(countersTab.sheetId).find((row) => row[0] === 'audit');
      expect(
        firstBreak(log, { seq: Number(head?.[1] ?? 0), hash: String(head?.[2] ?? '') }, ports.digest),
      ).toBeUndefined();
      const created = log
        .filter((line) => line.transition === 'create' && line.register === 'tasks')
        .map((line) => line.no);
      expect([...created].sort()).toEqual(found.flatMap(({ no }) => (no === '' ? [] : [no])).sort());
      for (const { no, values } of found.filter((one) => one.no !== '')) {
        const steps = log.filter((line) => line.no === no && line.transition !== 'sign').map((line) => line.transition);
        expect(
          String(values['history'])
            .split('\n')
            .map((line) => line.split('|')[2]),
        ).toEqual(steps);
      }
      // Open records stand on their list once, finished ones in the ledger.
      const open = shop.book(openTab.sheetId).map((row) => row[1]);
      expect([...open].sort()).toEqual(
        found.flatMap(({ no, values }) => (no !== '' && values['state'] !== 'done' ? [no] : [])).sort(),
      );
      const finished = found.filter(({ values }) => values['state'] === 'done');
      expect(
        shop
          .records(ledger)
          .map(({ values }) => values['task'])
          .sort(),
      ).toEqual(finished.map(({ no }) => no).sort());
      // No letter has gone twice.
      const letters = ports.sent.flatMap((mail) => mail.text.match(/件\d{3}/g) ?? []);
      expect(new Set(letters).size).toBe(letters.length);
    },
  };
}
