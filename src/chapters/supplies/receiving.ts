// 3.3.4: what has come is put into stock with its price, in parts; what was noted wrongly is made good by a new line.
import { day, longText, money, number } from '../../kernel/columns';
import type { Sentence } from '../../kernel/errors';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import { role, type Case, type CaseLine, type Transition } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { arrivals } from './arrivals';
import { at, given, lineOf, received, taken } from './purchase-stock';
import { approvedPrice, numberIn, outstanding } from './rules';
import { stockMoves } from './stock';

const words = {
  toCome: { zh: '未到 {n} · 批准单价 {price} 元', en: '{n} to come · approved at CNY {price}' },
  came: { zh: '已收 {n}', en: '{n} received' },
  tooMany: { zh: '最多 {n}。', en: 'At most {n}.' },
  nothing: { zh: '请填写数量。', en: 'Please say how many.' },
  price: { zh: '请填写实际单价。', en: 'Please say at what price.' },
  dearer: {
    zh: '“{item}”的单价高于批准的 {price} 元，请写原因；机构领导会收到邮件。',
    en: '“{item}” costs more than the CNY {price} approved. Please say why; the director is told.',
  },
  why: { zh: '{day} 单价 {price} 元：{why}', en: '{day}, at CNY {price}: {why}' },
} satisfies Record<string, Words>;

function quantityFaults(c: Case, most: (record: RecordRow) => number): Readonly<Record<string, Sentence>> {
  if (c.lines.every((line) => given(line) === 0)) return { [at(c.lines[0]!, 'quantity')]: { words: words.nothing } };
  return Object.fromEntries(
    c.lines
      .filter((line) => given(line) > most(line.record))
      .map((line) => [at(line, 'quantity'), { words: words.tooMany, values: { n: most(line.record) } }]),
  );
}

/** 3.3.2: it comes at a higher price than was approved. */
const isDearer = (line: CaseLine): boolean =>
  given(line) > 0 && numberIn(line.input, 'price') > approvedPrice(line.record);

function reasonFault({ lines, input }: Case): Readonly<Record<string, Sentence>> {
  const dearer = lines.find(isDearer);
  if (!dearer || !isEmpty(input['priceReason'])) return {};
  const values = { item: text(dearer.record.values['item']), price: approvedPrice(dearer.record).toFixed(2) };
  return { priceReason: { words: words.dearer, values } };
}

function receivedValues(c: Case): Values {
  const line = lineOf(c);
  const why = say(words.why, c.facts.language, {
    day: c.facts.today,
    price: numberIn(c.input, 'price').toFixed(2),
    why: text(c.input['priceReason']),
  });
  return {
    receivedQuantity: cameBefore(c.record) + given(line),
    receivedOn: c.facts.today,
    price: c.input['price'] ?? null,
    ...(isDearer(line) && {
      priceReason: [text(c.record.values['priceReason']), why].filter(Boolean).join('\n'),
    }),
  };
}

function receiptFaults(c: Case): Readonly<Record<string, Sentence>> {
  const unpriced = c.lines.filter((line) => given(line) > 0 && isEmpty(line.input['price']));
  return {
    ...received(c).faults,
    ...reasonFault(c),
    ...Object.fromEntries(unpriced.map((line) => [at(line, 'price'), { words: words.price }])),
    ...quantityFaults(c, toCome),
  };
}

const arrivedOn = day(
  { zh: '到货日期', en: 'Arrived on' },
  {
    past: true,
    default: ({ today }) => today,
    help: { zh: '空着即今天。到货后一个工作日内入库。', en: 'Blank: today. Goods are booked within a working day.' },
  },
);
const quantity = number({ zh: '数量', en: 'Quantity' }, { required: true });
const cameBefore = ({ values }: RecordRow): number => numberIn(values, 'receivedQuantity');
/** Of a line that was never ordered nothing can come. */
const toCome = (record: RecordRow): number => (isEmpty(record.values['orderedOn']) ? 0 : outstanding(record));

const receive: Transition = {
  article: '3.3.4',
  label: { zh: '收货入库', en: 'Receive' },
  look: 'main',
  from: ['ordered'],
  to: ['ordered', 'received'],
  by: [role('front')],
  asks: {
    arrivedOn,
    priceReason: longText(
      { zh: '高于批准单价的原因', en: 'Why it costs more than approved' },
      { help: { zh: '没有高于批准的单价就空着。', en: 'Blank, unless it costs more than was approved.' } },
    ),
  },
  lineAsks: { quantity, price: money({ zh: '实际单价', en: 'Price' }) },
  lineDefaults: (record) => ({
    quantity: toCome(record),
    price: record.values['price'] ?? record.values['estimatedPrice'] ?? null,
  }),
  lineNote: (record, { language }) =>
    say(words.toCome, language, {
      n: toCome(record),
      price: approvedPrice(record).toFixed(2),
    }),
  reads: ['items'],
  faults: receiptFaults,
  sets: (c) => (given(lineOf(c)) === 0 ? {} : receivedValues(c)),
  settle: (c) => (outstanding(c.record) === given(lineOf(c)) ? 'received' : 'ordered'),
  readsOpen: [{ register: 'requisitions', in: ['withFront'] }],
  moves: (c) => [...stockMoves(received(c)), ...arrivals(c, received(c))],
  opensIn: ['stock-ledger'],
  tells: [{ letter: 'purchase-price-above', when: ({ lines }) => lines.some(isDearer) }],
  done: { zh: '已入库。', en: 'Put into stock.' },
};

const correctReceipt: Transition = {
  article: '3.2.1',
  label: { zh: '更正收货', en: 'Correct a receipt' },
  look: 'danger',
  from: ['ordered', 'received', 'closed'],
  to: ['ordered', 'received', 'closed'],
  by: [role('front')],
  when: ({ lines }) => lines.some(({ record }) => cameBefore(record) > 0),
  asks: { remark: longText({ zh: '更正原因', en: 'Reason' }, { required: true }) },
  lineAsks: { quantity: { ...quantity, label: { zh: '多记的数量', en: 'Too many by' }, default: () => 0 } },
  lineNote: (record, { language }) => say(words.came, language, { n: cameBefore(record) }),
  reads: ['items'],
  faults: (c) => ({ ...taken(c).faults, ...quantityFaults(c, cameBefore) }),
  sets: (c) => ({ receivedQuantity: cameBefore(c.record) - given(lineOf(c)) }),
  settle: (c) => {
    const state = text(c.record.values['state']);
    return given(lineOf(c)) > 0 && state === 'received' ? 'ordered' : state;
  },
  moves: (c) => stockMoves(taken(c)),
  opensIn: ['stock-ledger'],
};

export const receiving: Readonly<Record<string, Transition>> = {
  receive,
  // What nobody expects any more may still come, or had come all the same.
  receiveLate: {
    ...receive,
    label: { zh: '补记收货', en: 'Add a receipt' },
    look: 'plain',
    from: ['closed'],
    to: ['closed'],
    when: ({ lines }) => lines.some(({ record }) => toCome(record) > 0),
    lineDefaults: ({ values }) => ({ quantity: 0, price: values['price'] ?? values['estimatedPrice'] ?? null }),
    settle: () => 'closed',
  },
  correctReceipt,
};
