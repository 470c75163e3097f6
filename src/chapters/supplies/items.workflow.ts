// 1.3.5, 3.2.1: stock that no purchase brings and no requisition takes: opening stock, gifts, what is scrapped.
import { longText, money, number, type Column } from '../../kernel/columns';
import { isEmpty, text, type Values } from '../../kernel/values';
import {
  clock,
  defineWorkflow,
  role,
  type Case,
  type Guard,
  type Transition,
  type Workflow,
} from '../../kernel/workflow';
import { items } from './items.register';
import { isLow, numberIn } from './rules';
import { hasCrossed, ledgerMoves, levels, stockChange, type Wanted } from './stock';

const front = role('front');
const quantity = number({ zh: '数量', en: 'Quantity' }, { required: true, min: 1 });
const price = money({ zh: '单价', en: 'Unit price' });
const remark = (label: Column['label']): Column => longText(label, { required: true });

/** Whatever somebody may have typed into the ledger adds up to. */
const ledgerSum = number({ zh: '台账合计', en: 'Ledger’s sum' }, { required: true, whole: false, min: -1e9, max: 1e9 });

const tellsOfShortage = [{ letter: 'stock-alert', when: hasCrossed }];

/** A step that moves stock of the item by the quantity asked: `sign` 1 in, −1 out. */
function moving(
  kind: Wanted['kind'],
  sign: 1 | -1,
  step: Pick<Transition, 'label' | 'asks' | 'when' | 'look'>,
): Transition {
  const change = ({ record, input, facts }: Case) =>
    stockChange(
      [record],
      [
        {
          item: text(record.values['label']),
          kind,
          quantity: sign * numberIn(input, 'quantity'),
          ...(!isEmpty(input['price']) && { price: numberIn(input, 'price') }),
          entry: { remark: input['remark'] ?? null },
          at: 'quantity',
        },
      ],
      facts,
    );
  const after = (c: Case): Values => change(c).items[0]!.values;
  return {
    ...step,
    article: '3.2.1',
    from: ['enough', 'low'],
    to: ['enough', 'low'],
    by: [front],
    faults: (c) => change(c).faults,
    sets: after,
    settle: (c) => text(after(c)['state']),
    moves: (c) => ledgerMoves(change(c)),
    opensIn: ['stock-ledger'],
    tells: tellsOfShortage,
  };
}

const differs = ({ record: { values }, facts }: Case): boolean =>
  Object.entries(levels(values, facts).values).some(([key, value]) => isEmpty(values[key]) !== isEmpty(value)) ||
  levels(values, facts).values['state'] !== values['state'];

const inStock: Guard = {
  article: '3.2.1',
  sentence: { zh: '还有库存或在途的，不能停用。', en: 'There is stock, or some on order.' },
  applies: ({ record: { values } }) => numberIn(values, 'onHand') + numberIn(values, 'onOrder') > 0,
};

const defined = defineWorkflow(items, {
  opens: {
    article: '1.3.5',
    by: [front],
    in: ['enough', 'low'],
    state: (values) => (isLow(values) ? 'low' : 'enough'),
    sets: () => ({ onHand: 0, onOrder: 0, inUse: true }),
  },
  transitions: {
    opening: moving('opening', 1, {
      label: { zh: '期初入账', en: 'Opening stock' },
      look: 'main',
      when: ({ record }) => isEmpty(record.values['movedOn']),
      asks: { quantity, price },
    }),
    receive: moving('receipt', 1, {
      label: { zh: '其他入库', en: 'Other receipt' },
      asks: { quantity, price, remark: remark({ zh: '来源（如捐赠）', en: 'From where (a gift, say)' }) },
    }),
    scrap: moving('scrap', -1, {
      label: { zh: '报废', en: 'Scrap' },
      look: 'danger',
      asks: { quantity, remark: remark({ zh: '报废原因', en: 'Reason' }) },
    }),
    recheck: {
      article: '3.3.1',
      label: { zh: '按最低库存重新判断', en: 'Look at the minimum again' },
      from: ['enough', 'low'],
      to: ['enough', 'low'],
      by: [clock, front],
      when: differs,
      sets: ({ record, facts }) => levels(record.values, facts).values,
      settle: ({ record, facts }) => text(levels(record.values, facts).values['state']),
      tells: tellsOfShortage,
    },
    compare: {
      article: '3.2.1',
      label: { zh: '与台账核对', en: 'Held against the ledger' },
      from: ['enough', 'low', 'retired'],
      to: ['enough', 'low', 'retired'],
      by: [clock],
      asks: { sum: ledgerSum },
      // Kept only while the two differ.
      sets: ({ record, input }) => ({
        ledgerSum: numberIn(input, 'sum') === numberIn(record.values, 'onHand') ? null : numberIn(input, 'sum'),
      }),
      settle: ({ record }) => text(record.values['state']),
      tells: [
        {
          letter: 'stock-differs',
          when: ({ record: { values } }) => !isEmpty(values['ledgerSum']),
        },
      ],
    },
    retire: {
      article: '3.2.3',
      label: { zh: '停用', en: 'Retire' },
      from: ['enough', 'low'],
      to: ['retired'],
      by: [front],
      unless: [inStock],
      sets: () => ({ inUse: false, alertedAt: null, alertTo: null }),
    },
    reuse: {
      article: '3.2.3',
      label: { zh: '恢复使用', en: 'Use again' },
      from: ['retired'],
      to: ['enough', 'low'],
      by: [front],
      sets: () => ({ inUse: true }),
      settle: ({ record }) => (isLow(record.values) ? 'low' : 'enough'),
    },
  },
  holder: ({ values }) => text(values['alertTo']),
  isOpen: ({ values }) => values['state'] === 'low',
});

/** An item is done with when it is retired, although it may be used again. */
export const itemsWorkflow: Workflow = { ...defined, final: ['retired'] };
