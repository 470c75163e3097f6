// 3.3.1–3.3.4: asked for, approved, ordered from a proper supplier, received in parts and put into stock.
import { openingOf, transitionsOf } from '../../kernel/approval';
import type { Sentence } from '../../kernel/errors';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import { defineWorkflow, role, type Opening, type Workflow } from '../../kernel/workflow';
import { purchaseApproval as approval } from './purchase-approval';
import { purchasing, supplierFault } from './purchasing';
import { fromCatalogue, itemFault } from './requests';
import { itemNamed } from './rules';
import { supplyPurchases } from './supply-purchases.register';

const base = transitionsOf(approval);
const ended = ['received', 'closed', 'declined', 'cancelled'];

const known = (values: RecordRow['values'], items: readonly RecordRow[]): RecordRow['values'] => ({
  ...fromCatalogue(values['item'], items),
  priceBefore: itemNamed(items, values['item'])?.values['lastPrice'] ?? null,
});

/** The alert that the request answers: the item itself forgets it as soon as its stock is enough. */
function answered(values: RecordRow['values'], items: readonly RecordRow[]): RecordRow['values'] {
  const item = itemNamed(items, values['item'])?.values;
  return { alertedAt: item?.['alertedAt'] ?? null, alertTo: item?.['alertTo'] ?? null };
}

function askFaults(
  { item, supplier }: RecordRow['values'],
  related: (register: string) => readonly RecordRow[],
): Readonly<Record<string, Sentence>> {
  const wrongItem = isEmpty(item) ? undefined : itemFault(item, related('items'));
  const wrongSupplier = isEmpty(supplier) ? undefined : supplierFault(text(supplier), related('suppliers'));
  return { ...(wrongItem && { item: wrongItem }), ...(wrongSupplier && { supplier: wrongSupplier }) };
}

const filing = openingOf(approval, [role('front')]);

const opening: Opening = {
  ...filing,
  article: '3.3.1',
  reads: ['items', 'suppliers'],
  sets: (values, facts, related) => ({
    ...filing.sets!(values, facts, related),
    ...known(values, related('items')),
    ...answered(values, related('items')),
    receivedQuantity: 0,
  }),
  faults: (values, facts, related) => ({
    ...filing.faults!(values, facts, related),
    ...askFaults(values, related),
  }),
};

const defined = defineWorkflow(supplyPurchases, {
  opens: opening,
  transitions: {
    ...base,
    resubmit: {
      ...base['resubmit']!,
      reads: ['items', 'suppliers'],
      faults: (c) => ({
        ...base['resubmit']!.faults!(c),
        ...Object.fromEntries(
          c.lines.flatMap(({ record, input }) =>
            Object.entries(askFaults(input, c.related)).map(([key, fault]) => [`${record.line}.${key}`, fault]),
          ),
        ),
      }),
      sets: (c) => ({
        ...base['resubmit']!.sets!(c),
        ...known(c.input, c.related('items')),
        ...(c.input['item'] !== c.record.values['item'] && answered(c.input, c.related('items'))),
      }),
    },
    ...purchasing,
  },
  due: ({ values }) =>
    ['approved', 'ordered'].includes(text(values['state'])) ? text(values['expectedOn']) || null : null,
  holder: ({ values }: RecordRow) => text(values['approver']) || text(values['applicant']),
  isOpen: ({ values }) => !ended.includes(text(values['state'])),
});

/** A purchase is done with when nothing more is to come, although what was noted of it may be corrected. */
export const supplyPurchasesWorkflow: Workflow = { ...defined, final: ended };
