// A busy storeroom, for the property: people issue, receive, give back, count, correct, undo and withdraw in any order, calls
// fail and are repeated; and sums of our own of what must come of it.
import * as fc from 'fast-check';
import type { CallName, Calls } from '../../../src/api/contract';
import { addMinutes } from '../../../src/kernel/civil';
import type { RecordRow, Values } from '../../../src/kernel/values';
import { agency, type Agency } from '../../api/agency';
import type { Name } from '../world';
import { checkBooks, paper, pens } from './storeroom';

export type Trouble =
  | { readonly kind: 'none' | 'busy' | 'again' | 'lostHints' }
  | { readonly kind: 'fails'; readonly on: 'read' | 'commit'; readonly nth: number; readonly applied: boolean }
  | { readonly kind: 'sorted'; readonly tab: string; readonly column: number };

const doings = [
  'ask',
  'issue',
  'short',
  'giveBack',
  'correct',
  'undoReturn',
  'undoCorrection',
  'closeRequisition',
  'gift',
  'scrap',
  'reverse',
  'buy',
  'order',
  'receive',
  'receiveLate',
  'correctReceipt',
  'close',
  'openCount',
  'count',
  'recount',
  'explain',
  'adjust',
  'withdraw',
  'aDayPasses',
] as const;

/** What others must have gone before is done more often. */
const often: readonly (typeof doings)[number][] = [
  ...(['ask', 'ask', 'issue', 'issue', 'giveBack', 'correct', 'undoReturn', 'undoCorrection'] as const),
  ...(['buy', 'buy', 'order', 'receive', 'receive', 'close', 'receiveLate', 'correctReceipt'] as const),
  ...(['openCount', 'count', 'count', 'recount', 'explain', 'explain', 'adjust', 'adjust', 'reverse'] as const),
];

export interface Act {
  readonly does: (typeof doings)[number];
  readonly who: '王芳' | '李强';
  readonly which: number;
  readonly much: number;
  readonly trouble: Trouble;
}

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Trouble>({ kind: 'none' }, { kind: 'again' }, { kind: 'busy' }) },
  { weight: 1, arbitrary: fc.constant<Trouble>({ kind: 'lostHints' }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fails' as const),
      on: fc.constantFrom('read' as const, 'commit' as const),
      nth: fc.integer({ min: 1, max: 2 }),
      applied: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('sorted' as const),
      tab: fc.constantFrom('items', 'stock-ledger', 'requisitions'),
      column: fc.nat(12),
    }),
  },
);

export const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    does: fc.constantFrom(...doings, ...often, ...often),
    who: fc.constantFrom('王芳' as const, '李强' as const),
    which: fc.nat(20),
    much: fc.nat(12),
    trouble,
  }),
  { minLength: 40, maxLength: 70, size: 'max' },
);

export interface BusyStoreroom {
  readonly office: Agency;
  /** What has been answered so far: `issues.correct`. */
  readonly done: ReadonlySet<string>;
  act(one: Act): void;
  /** Throws where the books do not agree. */
  check(): void;
}

export function busyStoreroom(): BusyStoreroom {
  const office = agency();
  const { ports } = office;
  let asked = 0;
  const done = new Set<string>();
  const wasLow = new Map<unknown, boolean>();
  let crossings = 0;

  const isLow = ({ minimum, onHand, onOrder }: Values): boolean =>
    Number(minimum ?? 0) > 0 && Number(onHand) + Number(onOrder) <= Number(minimum);
  /** After every call, because each is a commit of its own. */
  const watch = (): void => {
    for (const { values } of office.records('items')) {
      const low = isLow(values) && values['movedOn'] !== null;
      if (low && !wasLow.get(values['label'])) crossings += 1;
      wasLow.set(values['label'], low);
    }
  };

  function arrange(one: Trouble): void {
    if (one.kind === 'busy') ports.holdLock(1);
    if (one.kind === 'lostHints') ports.hints.put({});
    if (one.kind === 'fails') {
      ports.fault({ on: one.on, nth: one.nth, kind: 'ambiguous', applied: one.applied && one.on === 'commit' });
    }
    if (one.kind === 'sorted') {
      const sheetId = { items: 3101, 'stock-ledger': 3104, requisitions: 3102 }[one.tab]!;
      ports.before('commit', 1, () => ports.people('desk').sort(sheetId, one.column, true));
    }
  }

  /** Asks until it is answered, as the page does: the same request again. What the policy refuses ends it. */
  function ask<N extends CallName>(
    who: Name,
    name: N,
    input: object,
    given: Trouble = { kind: 'none' },
  ): Calls[N]['value'] | undefined {
    const request = { ...input, requestId: `request-${String(++asked).padStart(5, '0')}` };
    arrange(given);
    const once = () => office.call(who, name, request);
    let reply = once();
    for (let attempt = 1; !reply.ok && ['busy', 'internal'].includes(reply.error.code); attempt += 1) {
      if (attempt > 6) throw new Error(`${name} ${JSON.stringify(input)}: ${String(office.logged.at(-1))}`);
      ports.calm();
      reply = once();
    }
    ports.calm();
    if (given.kind === 'again') reply = once();
    watch();
    if (!reply.ok) return undefined;
    const { register, transition = name } = input as { register: string; transition?: string };
    done.add(`${register}.${transition}`);
    return reply.value;
  }

  const take = (who: Name, register: string, no: string, transition: string, input: Values, given?: Trouble) =>
    ask(who, 'transition', { register, no, transition, input }, given);
  const pick = <T>(some: readonly T[], which: number): T | undefined => some[which % Math.max(1, some.length)];
  /** The number of a record in one of these states. */
  const someOf = (
    register: string,
    states: readonly string[],
    which: number,
    where: (values: Values) => boolean = () => true,
  ): string | undefined =>
    pick(
      office.records(register).filter(({ values }) => states.includes(String(values['state'])) && where(values)),
      which,
    )?.no;
  const linesOf = (register: string, no: string, states: readonly string[]) =>
    office.records(register).filter((one) => one.no === no && states.includes(String(one.values['state'])));
  /** For every line: `1.quantity`, `2.quantity`. */
  const each = (register: string, no: string, states: readonly string[], of: (values: Values) => Values): Values =>
    Object.fromEntries(
      linesOf(register, no, states).flatMap(({ line, values }) =>
        Object.entries(of(values)).map(([key, value]) => [`${line}.${key}`, value]),
      ),
    );
  /** As a rule no more than there is; now and then too many, or nothing. */
  const some = ({ much, which }: Act, most: number): number =>
    which % 8 === 0 ? most + 1 : which % 8 === 1 || most === 0 ? 0 : 1 + (much % most);

  const names = ['打印纸 A4', '签字笔 黑色'];
  const [sheets, writing] = [paper, { ...pens, minimum: 3 }].map(
    (row) => ask('王芳', 'create', { register: 'items', rows: [row] })!.records[0]!.no,
  ) as [string, string];
  ask('王芳', 'create', { register: 'suppliers', rows: [{ name: '晨光文具', standing: 'qualified' }] });
  take('王芳', 'items', sheets, 'opening', { quantity: 25, price: 20 });
  take('王芳', 'items', writing, 'opening', { quantity: 9 });

  const onForm =
    (
      register: string,
      states: readonly string[],
      step: string,
      input: (one: Act, no: string) => Values,
      where?: (values: Values) => boolean,
    ) =>
    (one: Act): void => {
      const no = someOf(register, states, one.which, where);
      if (no !== undefined) take(one.who, register, no, step, input(one, no), one.trouble);
    };
  const has =
    (key: string) =>
    (values: Values): boolean =>
      Number(values[key] ?? 0) > 0;
  const quantities =
    (register: string, states: readonly string[], most: (values: Values) => number) =>
    (one: Act, no: string): Values =>
      each(register, no, states, (values) => ({ quantity: some(one, most(values)) }));
  const left =
    (all: string, ...gone: readonly string[]) =>
    (values: Values): number =>
      gone.reduce((sum, key) => sum - Number(values[key] ?? 0), Number(values[all]));
  const out = ['unsigned', 'signed'];
  const all = [...out, 'returned', 'reversed'];
  const had = left('quantity', 'returnedQuantity', 'correctedQuantity');

  const bought = ['ordered', 'received', 'closed'];
  const begun = ['counted', 'approved'];
  /** Counts of some lines, at some minute since the stocktake was opened. */
  const counts =
    (states: readonly string[]) =>
    (one: Act, no: string): Values => {
      const [first] = linesOf('stocktakes', no, states);
      const opened = String(first!.values['recordedAt']).slice(0, 16);
      const now = ports.clock.now().slice(0, 16);
      const earlier = addMinutes(now, -one.much).slice(0, 16);
      return {
        ...(one.which % 2 === 0 && { countedAt: earlier < opened ? opened : earlier }),
        ...Object.fromEntries(
          linesOf('stocktakes', no, states)
            .filter(({ line }) => one.which % 5 !== line)
            .map(({ line, values }) => [
              `${line}.counted`,
              Math.max(0, Number(values['frozenQuantity']) + (one.much % 4 === 0 ? 0 : one.much - 6)),
            ]),
        ),
      };
    };

  const doing: Readonly<Record<Act['does'], (one: Act) => void>> = {
    ask({ which, much, trouble: given }) {
      const rows = names
        .slice(0, 1 + (which % 2))
        .map((item, index) => ({ department: '社工部', applicant: '周琳', item, quantity: 1 + ((much + index) % 9) }));
      const made = ask('周琳', 'create', { register: 'requisitions', rows }, given);
      if (made)
        take('陈静', 'requisitions', made.records[0]!.no, 'approveHead', { '1.approvedQuantity': rows[0]!.quantity });
    },
    issue: onForm(
      'requisitions',
      ['withFront'],
      'issue',
      quantities('requisitions', ['withFront'], left('approvedQuantity', 'issuedQuantity')),
    ),
    short: onForm('requisitions', ['withFront'], 'short', () => ({})),
    giveBack: onForm('issues', out, 'giveBack', quantities('issues', out, had)),
    correct: onForm('issues', out, 'correct', (one, no) => ({
      remark: '发错了',
      ...quantities('issues', out, had)(one, no),
    })),
    undoReturn: onForm(
      'issues',
      all,
      'undoReturn',
      (one, no) => ({ remark: '没有退', ...quantities('issues', all, left('returnedQuantity'))(one, no) }),
      has('returnedQuantity'),
    ),
    undoCorrection: onForm(
      'issues',
      all,
      'undoCorrection',
      (one, no) => ({ remark: '没有发错', ...quantities('issues', all, left('correctedQuantity'))(one, no) }),
      has('correctedQuantity'),
    ),
    closeRequisition: onForm('requisitions', ['withFront'], 'close', () => ({ reason: '不要了' })),
    gift: (one) =>
      void take(
        one.who,
        'items',
        pick([sheets, writing], one.which)!,
        'receive',
        { quantity: one.much, remark: '捐赠' },
        one.trouble,
      ),
    scrap: (one) =>
      void take(
        one.who,
        'items',
        pick([sheets, writing], one.which)!,
        'scrap',
        { quantity: one.much, remark: '坏' },
        one.trouble,
      ),
    reverse: onForm(
      'stock-ledger',
      ['valid'],
      'reverse',
      () => ({ reason: '记错了' }),
      ({ kind, reference }) => reference === null || kind === 'surplus' || kind === 'loss',
    ),
    buy({ who, which, much, trouble: given }) {
      const requisition = someOf('requisitions', ['withFront'], which) ?? null;
      const row = {
        department: '综合部',
        applicant: who,
        expectedOn: '2026-11-20',
        item: pick(names, which)!,
        requisition: which % 2 === 0 ? requisition : null,
      };
      const made = ask(
        who,
        'create',
        { register: 'supply-purchases', rows: [{ ...row, quantity: 1 + much, estimatedPrice: 2 }] },
        given,
      );
      if (!made) return;
      const { no } = made.records[0]!;
      take('刘洋', 'supply-purchases', no, 'approveHead', {});
      take('赵敏', 'supply-purchases', no, 'approveDirector', { amount: 2 + 2 * much });
    },
    order: onForm('supply-purchases', ['approved'], 'order', () => ({ '1.supplier': '晨光文具' })),
    receive: onForm('supply-purchases', ['ordered'], 'receive', (one, no) => ({
      '1.price': 2,
      ...quantities('supply-purchases', ['ordered'], left('quantity', 'receivedQuantity'))(one, no),
    })),
    receiveLate: onForm(
      'supply-purchases',
      ['closed'],
      'receiveLate',
      (one, no) => ({
        '1.price': 3,
        priceReason: '涨价',
        ...quantities('supply-purchases', ['closed'], left('quantity', 'receivedQuantity'))(one, no),
      }),
      ({ orderedOn }) => orderedOn !== null,
    ),
    correctReceipt: onForm(
      'supply-purchases',
      bought,
      'correctReceipt',
      (one, no) => ({
        remark: '多记了',
        ...quantities('supply-purchases', bought, left('receivedQuantity'))(one, no),
      }),
      has('receivedQuantity'),
    ),
    close: onForm('supply-purchases', ['ordered', 'approved'], 'close', () => ({ reason: '缺货' })),
    openCount: ({ who, which, trouble: given }) =>
      void ask(
        who,
        'create',
        {
          register: 'stocktakes',
          rows: [{ department: '综合部', countedBy: who, scope: which % 3 === 0 ? null : '纸张' }],
        },
        given,
      ),
    count: onForm('stocktakes', ['open'], 'count', counts(['open'])),
    recount: onForm('stocktakes', begun, 'recount', counts(begun)),
    explain(one) {
      const no = someOf('stocktakes', ['counted'], one.which);
      if (no === undefined) return;
      take(
        one.who,
        'stocktakes',
        no,
        'submit',
        each('stocktakes', no, ['counted'], () => ({ reason: '破损' })),
        one.trouble,
      );
      take('刘洋', 'stocktakes', no, 'approveHead', {});
    },
    adjust: onForm('stocktakes', ['approved'], 'adjust', () => ({})),
    withdraw({ which, trouble: given }) {
      const register = pick(['requisitions', 'supply-purchases', 'stocktakes'], which)!;
      const no = someOf(register, ['withHead', 'withFront', 'approved', 'open', 'counted'], which);
      const { applicant, countedBy } = office.records(register).find((one) => one.no === no)?.values ?? {};
      if (no !== undefined) take(String(applicant ?? countedBy) as Name, register, no, 'withdraw', {}, given);
    },
    aDayPasses: () => ports.setNow(addMinutes(ports.clock.now(), 24 * 60)),
  };

  // So that there is something to give back, to correct and to receive from the first act on.
  const quiet: Omit<Act, 'does'> = { who: '王芳', which: 3, much: 6, trouble: { kind: 'none' } };
  for (const does of ['ask', 'issue', 'giveBack', 'ask', 'issue', 'correct', 'buy', 'order', 'receive', 'ask'] as const)
    doing[does]({ ...quiet, does });
  done.clear();

  const sumOf = (some: readonly RecordRow[], key: string): number =>
    some.reduce((sum, { values }) => sum + Number(values[key] ?? 0), 0);

  /** What requisitions say was handed out is what was, less what was not after all; what is short is owed. */
  function checkRequisitions(): void {
    const issued = office.records('issues');
    for (const { no, line, values } of office.records('requisitions')) {
      const own = issued.filter(
        (one) => one.values['requisition'] === no && Number(one.values['requisitionLine']) === line,
      );
      const handed = sumOf(own, 'quantity') - sumOf(own, 'correctedQuantity');
      expect([no, line, values['issuedQuantity']]).toEqual([no, line, handed]);
      const owed = Number(values['approvedQuantity'] ?? 0) - handed;
      if (handed > 0) expect(owed).toBeGreaterThanOrEqual(0);
      if (values['state'] === 'withFront') expect(owed).toBeGreaterThan(0);
      if (values['state'] === 'issued') expect(owed).toBe(0);
      expect(Number(values['shortQuantity'] ?? 0)).toBeLessThanOrEqual(Math.max(0, owed));
    }
  }

  /** What a form says has come, or come back, is what the ledger has under its number. */
  function checkReferences(): void {
    const ledger = office.records('stock-ledger');
    const moved = ({ no, values }: RecordRow): number =>
      sumOf(
        ledger.filter((one) => one.values['reference'] === no && one.values['item'] === values['item']),
        'quantity',
      );
    for (const one of office.records('supply-purchases')) {
      expect([one.no, Number(one.values['receivedQuantity'])]).toEqual([one.no, moved(one)]);
    }
    for (const one of office.records('issues')) {
      const back = sumOf([one], 'returnedQuantity') + sumOf([one], 'correctedQuantity');
      expect([one.no, back]).toEqual([one.no, moved(one)]);
      expect(back).toBeLessThanOrEqual(Number(one.values['quantity']));
    }
  }

  /** A variance is the count less what the ledger had by that minute; each item was last counted when that was booked. */
  function checkCounts(): void {
    const ledger = office.records('stock-ledger');
    const counted = new Map<string, string>();
    for (const { no, values } of office.records('stocktakes')) {
      if (values['variance'] === null) continue;
      const at = String(values['countedAt']);
      const until = ledger.filter(
        (one) => one.values['item'] === values['item'] && String(one.values['at']).slice(0, 16) <= at,
      );
      const variance = Number(values['counted']) - sumOf(until, 'quantity');
      expect([no, values['item'], values['variance']]).toEqual([no, values['item'], variance]);
      if (values['state'] === 'adjusted') counted.set(String(values['item']), at.slice(0, 10));
    }
    for (const { values } of office.records('items')) {
      expect(values['lastCountedOn']).toBe(counted.get(String(values['label'])) ?? null);
    }
  }

  return {
    office,
    done,
    act(one) {
      ports.setNow(addMinutes(ports.clock.now(), 1));
      doing[one.does](one);
    },
    check() {
      checkBooks({
        records: (key) =>
          [...office.records(key)].sort((a, b) => (a.no < b.no ? -1 : a.no > b.no ? 1 : a.line - b.line)),
      });
      checkRequisitions();
      checkReferences();
      checkCounts();
      for (const { values } of office.records('items')) {
        expect([values['label'], values['alertedAt'] !== null]).toEqual([values['label'], isLow(values)]);
      }
      const alerts = office.outbox().filter(({ name }) => name === 'stock-alert');
      expect(alerts).toHaveLength(crossings);
    },
  };
}
