// 3.2.1: stock arithmetic. From the items as they are and the moves that are wanted come the lines of the ledger with their
// balances, what changes of each item, the alerts at a crossing, and what cannot be: nothing goes below zero.
import type { Sentence } from '../../kernel/errors';
import type { Facts } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import type { Case, Move } from '../../kernel/workflow';
import { alerted, isLow, isRetired, itemNamed, nowOf, numberIn } from './rules';
import type { MoveKind } from './stock-ledger.register';

export interface Wanted {
  /** Full name of the item. */
  readonly item: string;
  readonly kind: MoveKind;
  /** In: more than 0, out: less. With 0 the ledger gets no line. */
  readonly quantity: number;
  /** By how much what is on order changes. */
  readonly ordered?: number;
  readonly price?: number;
  readonly countedOn?: string;
  /** department, person, reference and remark of the ledger's line. */
  readonly entry?: Values;
  /** The field at which a fault is shown. */
  readonly at: string;
}

export interface ItemChange {
  readonly record: RecordRow;
  readonly values: Values;
  /** The item has just become low: somebody is to hear of it, once. */
  readonly crossed: boolean;
}

export interface StockChange {
  readonly ledger: readonly Values[];
  readonly items: readonly ItemChange[];
  readonly faults: Readonly<Record<string, Sentence>>;
}

const noItem: Words = { zh: '办公用品目录里没有“{item}”。', en: 'The catalogue has no “{item}”.' };
const tooFew: Words = { zh: '库存只有 {stock} {unit}。', en: 'There are only {stock} {unit} in stock.' };

/** What follows from the quantities: the state, and the alert that is out as long as the item is low. */
export function levels(item: Values, facts: Facts): { values: Values; crossed: boolean } {
  const low = isLow(item) && !isRetired(item);
  const crossed = low && isEmpty(item['alertedAt']);
  const values: Values = {
    state: isRetired(item) ? 'retired' : low ? 'low' : 'enough',
    alertedAt: low ? text(item['alertedAt']) || nowOf(facts) : null,
    alertTo: low ? text(item['alertTo']) || (alerted(item, facts)?.label ?? null) : null,
  };
  return { values, crossed };
}

function moved(item: Values, wanted: Wanted, facts: Facts): Values {
  return {
    ...item,
    onHand: numberIn(item, 'onHand') + wanted.quantity,
    onOrder: Math.max(0, numberIn(item, 'onOrder') + (wanted.ordered ?? 0)),
    ...(wanted.quantity !== 0 && { movedOn: facts.today }),
    ...(wanted.price !== undefined && { lastPrice: wanted.price }),
    ...(wanted.countedOn !== undefined && { lastCountedOn: wanted.countedOn }),
  };
}

const changesAnything = ({ quantity, ordered = 0, countedOn }: Wanted): boolean =>
  quantity !== 0 || ordered !== 0 || countedOn !== undefined;

const kept = ['onHand', 'onOrder', 'movedOn', 'lastPrice', 'lastCountedOn'];

export function stockChange(items: readonly RecordRow[], wanted: readonly Wanted[], facts: Facts): StockChange {
  const running = new Map<RecordRow, Values>();
  const ledger: Values[] = [];
  const faults: Record<string, Sentence> = {};
  for (const one of wanted.filter(changesAnything)) {
    const record = itemNamed(items, one.item);
    if (!record) {
      faults[one.at] = { words: noItem, values: { item: one.item } };
      continue;
    }
    const before = running.get(record) ?? record.values;
    const after = moved(before, one, facts);
    if (numberIn(after, 'onHand') < 0) {
      const stock = numberIn(before, 'onHand');
      faults[one.at] = { words: tooFew, values: { stock, unit: text(before['unit']) } };
      continue;
    }
    running.set(record, after);
    if (one.quantity !== 0) ledger.push(ledgerLine(after, one, facts));
  }
  const changes = [...running].map(([record, after]): ItemChange => {
    const { values, crossed } = levels(after, facts);
    const quantities = Object.fromEntries(kept.map((key) => [key, after[key] ?? null]));
    return { record, values: { ...quantities, ...values }, crossed };
  });
  return { ledger, items: changes, faults };
}

const ledgerLine = (item: Values, { kind, quantity, entry }: Wanted, facts: Facts): Values => ({
  ...entry,
  at: nowOf(facts),
  item: item['label'] ?? null,
  spec: item['spec'] ?? null,
  unit: item['unit'] ?? null,
  kind,
  quantity,
  balance: item['onHand'] ?? null,
  handledBy: facts.actor.person || null,
});

export const ledgerMoves = ({ ledger }: StockChange): readonly Move[] =>
  ledger.map((values) => ({ register: 'stock-ledger', values }));

/** The change as moves of a step in another register. */
export const stockMoves = (change: StockChange): readonly Move[] => [
  ...ledgerMoves(change),
  ...change.items.map(({ record, values, crossed }) => ({
    register: 'items',
    record,
    values,
    article: '3.2.1',
    ...(crossed && { tells: [{ letter: 'stock-alert' }] }),
  })),
];

/** Of a step of the item itself, once it is taken: whether it has just become low. */
export const hasCrossed = ({ record, lines }: Case): boolean =>
  !isEmpty(record.values['alertedAt']) && isEmpty(lines[0]!.record.values['alertedAt']);
