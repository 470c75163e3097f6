// A busy storeroom, for the property: people issue, receive, give back, count and correct in any order, calls fail and are
// repeated; and a count of our own of how often each item has become low.
import * as fc from 'fast-check';
import type { CallName, Calls } from '../../../src/api/contract';
import type { Values } from '../../../src/kernel/values';
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
  'gift',
  'scrap',
  'reverse',
  'buy',
  'order',
  'receive',
  'correctReceipt',
  'close',
  'openCount',
  'count',
  'explain',
  'adjust',
] as const;

const often: readonly (typeof doings)[number][] = [
  'ask',
  'issue',
  'issue',
  'buy',
  'order',
  'receive',
  'giveBack',
  'openCount',
  'count',
  'explain',
  'adjust',
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
    // What others must have gone before is done more often.
    does: fc.constantFrom(...doings, ...often, ...often),
    who: fc.constantFrom('王芳' as const, '李强' as const),
    which: fc.nat(20),
    much: fc.nat(12),
    trouble,
  }),
  { minLength: 20, maxLength: 45, size: 'max' },
);

export interface BusyStoreroom {
  readonly office: Agency;
  act(one: Act): void;
  /** Throws where the books do not agree. */
  check(): void;
}

export function busyStoreroom(): BusyStoreroom {
  const office = agency();
  const { ports } = office;
  let asked = 0;
  let answered = 0;
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
    answered += 1;
    return reply.value;
  }

  const take = (who: Name, register: string, no: string, transition: string, input: Values, given?: Trouble) =>
    ask(who, 'transition', { register, no, transition, input }, given);
  const pick = <T>(some: readonly T[], which: number): T | undefined => some[which % Math.max(1, some.length)];
  /** The number of a record in one of these states. */
  const someOf = (register: string, states: readonly string[], which: number): string | undefined =>
    pick(
      office.records(register).filter(({ values }) => states.includes(String(values['state']))),
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
  /** As a rule no more than there is; now and then too many. */
  const some = ({ much, which }: Act, most: number): number => (which === 0 ? most + 1 : much % (most + 1));

  const names = ['打印纸 A4', '签字笔 黑色'];
  const [sheets, writing] = [paper, { ...pens, minimum: 3 }].map(
    (row) => ask('王芳', 'create', { register: 'items', rows: [row] })!.records[0]!.no,
  ) as [string, string];
  ask('王芳', 'create', { register: 'suppliers', rows: [{ name: '晨光文具', standing: 'qualified' }] });
  take('王芳', 'items', sheets, 'opening', { quantity: 25, price: 20 });
  take('王芳', 'items', writing, 'opening', { quantity: 9 });

  const onForm =
    (register: string, states: readonly string[], step: string, input: (one: Act, no: string) => Values) =>
    (one: Act): void => {
      const no = someOf(register, states, one.which);
      if (no !== undefined) take(one.who, register, no, step, input(one, no), one.trouble);
    };
  const quantities =
    (register: string, states: readonly string[], most: (values: Values) => number) =>
    (one: Act, no: string): Values =>
      each(register, no, states, (values) => ({ quantity: some(one, most(values)) }));
  const left =
    (all: string, ...gone: readonly string[]) =>
    (values: Values): number =>
      gone.reduce((sum, key) => sum - Number(values[key] ?? 0), Number(values[all]));
  const out = ['unsigned', 'signed'];
  const had = left('quantity', 'returnedQuantity', 'correctedQuantity');

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
    reverse: onForm('stock-ledger', ['valid'], 'reverse', () => ({ reason: '记错了' })),
    buy({ who, which, much, trouble: given }) {
      const row = { department: '综合部', applicant: who, expectedOn: '2026-10-20', item: pick(names, which)! };
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
    correctReceipt: onForm('supply-purchases', ['ordered', 'received'], 'correctReceipt', (one, no) => ({
      remark: '多记了',
      ...quantities('supply-purchases', ['ordered', 'received'], left('receivedQuantity'))(one, no),
    })),
    close: onForm('supply-purchases', ['approved', 'ordered'], 'close', () => ({ reason: '缺货' })),
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
    count: onForm('stocktakes', ['open'], 'count', (one, no) =>
      each('stocktakes', no, ['open'], ({ frozenQuantity }) => ({
        counted: Math.max(0, Number(frozenQuantity) + one.much - 6),
      })),
    ),
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
  };

  return {
    office,
    act: (one) => doing[one.does](one),
    check() {
      checkBooks({
        records: (key) =>
          [...office.records(key)].sort((a, b) => (a.no < b.no ? -1 : a.no > b.no ? 1 : a.line - b.line)),
      });
      for (const { values } of office.records('items')) {
        expect([values['label'], values['alertedAt'] !== null]).toEqual([values['label'], isLow(values)]);
      }
      const alerts = office.outbox().filter(({ name }) => name === 'stock-alert');
      expect(alerts).toHaveLength(crossings);
      expect(answered).toBeGreaterThan(4);
    },
  };
}
