// 3.3.2, 3.3.3: what is approved is ordered from a proper supplier; what will not come is given up.
import { longText, named } from '../../kernel/columns';
import { isAsApproved } from '../../kernel/approval';
import type { Sentence } from '../../kernel/errors';
import { text, type RecordRow } from '../../kernel/values';
import { role, type Case, type CaseLine, type Guard, type Transition } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { purchaseApproval as approval } from './purchase-approval';
import { at, dropped, ordered } from './purchase-stock';
import { receiving } from './receiving';
import { stockMoves } from './stock';

const front = role('front');

const words = {
  noSupplier: { zh: '供应商名录里没有“{name}”。', en: 'There is no supplier “{name}”.' },
  stopped: { zh: '“{name}”已停用，不能向它采购。', en: '“{name}” is stopped; nothing is bought there.' },
  other: { zh: '批准的供应商是“{name}”。', en: 'The supplier approved is “{name}”.' },
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

/** A supplier that was named in the request is part of what was approved. */
function chosenFault({ record, input }: CaseLine, { related }: Case): Sentence | undefined {
  const name = text(record.values['supplier']);
  if (name !== '' && name !== input['supplier']) return { words: words.other, values: { name } };
  return supplierFault(text(input['supplier']), related('suppliers'));
}

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
    sets: ({ record, input, facts }) => ({
      supplier: input['supplier'] ?? null,
      orderedOn: facts.today,
      approvedPrice: record.values['estimatedPrice'] ?? null,
    }),
    moves: (c) => stockMoves(ordered(c)),
    opensIn: ['stock-ledger'],
    done: { zh: '已记为订购，在途数量已加上。', en: 'Ordered; what is on order is counted.' },
  },
  ...receiving,
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
