// 3.2.1: nothing in the ledger is changed or taken out; a mistake is made good by a new line.
import { longText } from '../../kernel/columns';
import { isEmpty, text } from '../../kernel/values';
import { defineWorkflow, role, type Case } from '../../kernel/workflow';
import { numberIn } from './rules';
import { stockChange, stockMoves, type StockChange } from './stock';
import { stockLedger } from './stock-ledger.register';

const reversal = ({ record: { no, values }, input, facts, related }: Case): StockChange =>
  stockChange(
    related('items'),
    [
      {
        item: text(values['item']),
        kind: 'correction',
        quantity: -numberIn(values, 'quantity'),
        entry: { reference: no, remark: input['reason'] ?? null, department: null, person: null },
        at: 'reason',
      },
    ],
    facts,
  );

export const stockLedgerWorkflow = defineWorkflow(stockLedger, {
  opens: { article: '3.2.1', by: [], in: ['valid'], state: () => 'valid' },
  transitions: {
    reverse: {
      article: '3.2.1',
      label: { zh: '更正（冲销）', en: 'Reverse' },
      from: ['valid'],
      to: ['reversed'],
      by: [role('front')],
      // What a requisition or a purchase has moved is corrected there, so that their quantities agree.
      when: ({ record: { values } }) =>
        ['surplus', 'loss'].includes(text(values['kind'])) ||
        (isEmpty(values['reference']) && values['kind'] !== 'correction'),
      asks: { reason: longText({ zh: '更正原因', en: 'Reason' }, { required: true }) },
      reads: ['items'],
      faults: (c) => reversal(c).faults,
      moves: (c) => stockMoves(reversal(c)),
      opensIn: ['stock-ledger'],
      look: 'danger',
      done: { zh: '已用一行更正冲销。', en: 'Reversed by a new line.' },
    },
  },
  isOpen: () => false,
});
