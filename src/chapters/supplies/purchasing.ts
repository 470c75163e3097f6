// 3.3.2–3.3.4: what is approved is ordered from a proper supplier, and put into stock as it comes, with its price.
import { day, longText, money, named, number } from '../../kernel/columns';
import { isAsApproved } from '../../kernel/approval';
import type { Sentence } from '../../kernel/errors';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import { role, type Case, type CaseLine, type Guard, type Transition } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { purchaseApproval as approval } from './purchase-approval';
import { numberIn, outstanding } from './rules';
import { stockChange, stockMoves, type StockChange, type Wanted } from './stock';

const front = role('front');

const words = {
  noSupplier: { zh: '供应商名录里没有“{name}”。', en: 'There is no supplier “{name}”.' },
  stopped: { zh: '“{name}”已停用，不能向它采购。', en: '“{name}” is stopped; nothing is bought there.' },
  other: { zh: '批准的供应商是“{name}”。', en: 'The supplier approved is “{name}”.' },
  toCome: { zh: '未到 {n} · 预估单价 {price} 元', en: '{n} to come · estimated at CNY {price}' },
  came: { zh: '已收 {n}', en: '{n} received' },
  tooMany: { zh: '最多 {n}。', en: 'At most {n}.' },
  nothing: { zh: '请填写数量。', en: 'Please say how many.' },
  price: { zh: '请填写实际单价。', en: 'Please say at what price.' },
} satisfies Record<string, Words>;

/** 3.3.3: only proper suppliers. */
export function supplierFault(name: string, suppliers: readonly RecordRow[]): Sentence | undefined {
  const found = suppliers.filter(({ values }) => values['name'] === name);
  if (found.length === 0) return { words: words.noSupplier, values: { name } };
  return found.every(({ values }) => values['standing'] === 'stopped')
    ? { words: words.stopped, values: { name } }
    : undefined;
}

const changed: Guard = {
  article: '3.3.2',
  sentence: {
    zh: '申请内容与批准时不同，不能订购。请改回批准的内容，或重新申请。',
    en: 'The request is no longer what was approved. Please restore it, or apply anew.',
  },
  applies: ({ lines }) => lines.some(({ record }) => !isAsApproved(approval, record)),
};

const given = ({ input }: CaseLine): number => numberIn(input, 'quantity');
const itemOf = ({ record }: CaseLine): string => text(record.values['item']);
const at = ({ record }: CaseLine, field: string): string => `${record.line}.${field}`;
const lineOf = ({ record, input }: Case): CaseLine => ({ record, input });

const changeOf = (c: Case, wanted: (line: CaseLine) => Omit<Wanted, 'item' | 'at'>): StockChange =>
  stockChange(
    c.related('items'),
    c.lines.map((line) => ({ ...wanted(line), item: itemOf(line), at: at(line, 'quantity') })),
    c.facts,
  );

/** A supplier that was named in the request is part of what was approved. */
function chosenFault({ record, input }: CaseLine, { related }: Case): Sentence | undefined {
  const name = text(record.values['supplier']);
  if (name !== '' && name !== input['supplier']) return { words: words.other, values: { name } };
  return supplierFault(text(input['supplier']), related('suppliers'));
}

const ordered = (c: Case): StockChange =>
  changeOf(c, ({ record }) => ({ kind: 'receipt', quantity: 0, ordered: numberIn(record.values, 'quantity') }));

const received = (c: Case): StockChange =>
  changeOf(c, (line) => ({
    kind: 'receipt',
    quantity: given(line),
    ordered: -given(line),
    ...(given(line) > 0 && { price: numberIn(line.input, 'price') }),
    entry: {
      reference: line.record.no,
      remark: line.record.values['supplier'] ?? null,
      arrivedOn: line.input['arrivedOn'] ?? null,
    },
  }));

const taken = (c: Case): StockChange =>
  changeOf(c, (line) => ({
    kind: 'correction',
    quantity: -given(line),
    ordered: given(line),
    entry: { reference: line.record.no, remark: c.input['remark'] ?? null },
  }));

const dropped = (c: Case): StockChange =>
  changeOf(c, ({ record }) => ({
    kind: 'receipt',
    quantity: 0,
    ordered: record.values['state'] === 'ordered' ? -outstanding(record) : 0,
  }));

function quantityFaults(c: Case, most: (record: RecordRow) => number): Readonly<Record<string, Sentence>> {
  if (c.lines.every((line) => given(line) === 0)) return { [at(c.lines[0]!, 'quantity')]: { words: words.nothing } };
  return Object.fromEntries(
    c.lines
      .filter((line) => given(line) > most(line.record))
      .map((line) => [at(line, 'quantity'), { words: words.tooMany, values: { n: most(line.record) } }]),
  );
}

const arrivedOn = day(
  { zh: '到货日期', en: 'Arrived on' },
  {
    past: true,
    default: ({ today }) => today,
    help: { zh: '空着即今天。到货后一个工作日内入库。', en: 'Blank: today. Goods are booked within a working day.' },
  },
);
const quantity = { quantity: number({ zh: '数量', en: 'Quantity' }, { required: true }) };
const cameBefore = ({ values }: RecordRow): number => numberIn(values, 'receivedQuantity');

export const purchasing: Readonly<Record<string, Transition>> = {
  order: {
    article: '3.3.3',
    label: { zh: '订购', en: 'Order' },
    look: 'main',
    from: ['approved'],
    to: ['ordered'],
    by: [front],
    unless: [changed],
    lineAsks: { supplier: named({ zh: '供应商', en: 'Supplier' }, 'suppliers', 'name', { required: true }) },
    lineDefaults: ({ values }) => ({ supplier: values['supplier'] ?? null }),
    reads: ['items', 'suppliers'],
    faults: (c) => {
      const wrong = c.lines.flatMap((line) => {
        const fault = chosenFault(line, c);
        return fault ? [[at(line, 'supplier'), fault] as const] : [];
      });
      return { ...ordered(c).faults, ...Object.fromEntries(wrong) };
    },
    sets: ({ input, facts }) => ({ supplier: input['supplier'] ?? null, orderedOn: facts.today }),
    moves: (c) => stockMoves(ordered(c)),
    opensIn: ['stock-ledger'],
    done: { zh: '已记为订购，在途数量已加上。', en: 'Ordered; what is on order is counted.' },
  },
  receive: {
    article: '3.3.4',
    label: { zh: '收货入库', en: 'Receive' },
    look: 'main',
    from: ['ordered'],
    to: ['ordered', 'received'],
    by: [front],
    asks: { arrivedOn },
    lineAsks: { ...quantity, price: money({ zh: '实际单价', en: 'Price' }) },
    lineDefaults: (record) => ({
      quantity: outstanding(record),
      price: record.values['price'] ?? record.values['estimatedPrice'] ?? null,
    }),
    lineNote: (record, { language }) =>
      say(words.toCome, language, {
        n: outstanding(record),
        price: numberIn(record.values, 'estimatedPrice').toFixed(2),
      }),
    reads: ['items'],
    faults: (c) => {
      const unpriced = c.lines.filter((line) => given(line) > 0 && isEmpty(line.input['price']));
      return {
        ...received(c).faults,
        ...Object.fromEntries(unpriced.map((line) => [at(line, 'price'), { words: words.price }])),
        ...quantityFaults(c, outstanding),
      };
    },
    sets: (c): Values =>
      given(lineOf(c)) === 0
        ? {}
        : {
            receivedQuantity: cameBefore(c.record) + given(lineOf(c)),
            receivedOn: c.facts.today,
            price: c.input['price'] ?? null,
          },
    settle: (c) => (outstanding(c.record) === given(lineOf(c)) ? 'received' : 'ordered'),
    moves: (c) => stockMoves(received(c)),
    opensIn: ['stock-ledger'],
    done: { zh: '已入库。', en: 'Put into stock.' },
  },
  correctReceipt: {
    article: '3.2.1',
    label: { zh: '更正收货', en: 'Correct a receipt' },
    look: 'danger',
    from: ['ordered', 'received'],
    to: ['ordered', 'received'],
    by: [front],
    when: ({ lines }) => lines.some(({ record }) => cameBefore(record) > 0),
    asks: { remark: longText({ zh: '更正原因', en: 'Reason' }, { required: true }) },
    lineAsks: {
      quantity: { ...quantity.quantity, label: { zh: '多记的数量', en: 'Too many by' }, default: () => 0 },
    },
    lineNote: (record, { language }) => say(words.came, language, { n: cameBefore(record) }),
    reads: ['items'],
    faults: (c) => ({ ...taken(c).faults, ...quantityFaults(c, cameBefore) }),
    sets: (c) => ({ receivedQuantity: cameBefore(c.record) - given(lineOf(c)) }),
    settle: (c) => (given(lineOf(c)) > 0 ? 'ordered' : text(c.record.values['state'])),
    moves: (c) => stockMoves(taken(c)),
    opensIn: ['stock-ledger'],
  },
  close: {
    article: '3.3.4',
    label: { zh: '余下的不再采购', en: 'Close the rest' },
    look: 'danger',
    from: ['approved', 'ordered'],
    to: ['closed'],
    by: [front],
    asks: { reason: longText({ zh: '原因', en: 'Reason' }, { required: true }) },
    reads: ['items'],
    sets: ({ record, input }) => ({
      decisions: [text(record.values['decisions']), text(input['reason'])].filter(Boolean).join('\n'),
    }),
    moves: (c) => stockMoves(dropped(c)),
    opensIn: ['stock-ledger'],
    tells: [{ letter: 'supply-purchases-answer' }],
  },
};
