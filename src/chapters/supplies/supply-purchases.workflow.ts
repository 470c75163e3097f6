// 3.3.1–3.3.4: asked for, approved, ordered from a proper supplier, received in parts and put into stock.
import { openingOf, transitionsOf } from '../../kernel/approval';
import type { Sentence } from '../../kernel/errors';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import { defineWorkflow, role, type Opening } from '../../kernel/workflow';
import { purchaseApproval as approval } from './purchase-approval';
import { purchasing, supplierFault } from './purchasing';
import { fromCatalogue, itemFault } from './requests';
import { itemNamed } from './rules';
import { supplyPurchases } from './supply-purchases.register';

const base = transitionsOf(approval);

const known = (values: RecordRow['values'], items: readonly RecordRow[]): RecordRow['values'] => ({
  ...fromCatalogue(values['item'], items),
  priceBefore: itemNamed(items, values['item'])?.values['lastPrice'] ?? null,
});

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
    receivedQuantity: 0,
  }),
  faults: (values, facts, related) => ({
    ...filing.faults!(values, facts, related),
    ...askFaults(values, related),
  }),
};

export const supplyPurchasesWorkflow = defineWorkflow(supplyPurchases, {
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
      sets: (c) => ({ ...base['resubmit']!.sets!(c), ...known(c.input, c.related('items')) }),
    },
    ...purchasing,
  },
  due: ({ values }) =>
    ['approved', 'ordered'].includes(text(values['state'])) ? text(values['expectedOn']) || null : null,
  holder: ({ values }: RecordRow) => text(values['approver']) || text(values['applicant']),
  isOpen: ({ values }) => !['received', 'closed', 'declined', 'cancelled'].includes(text(values['state'])),
});
