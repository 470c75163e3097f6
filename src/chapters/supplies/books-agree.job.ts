// 3.2.1: every evening the stock of each item is held against the sum of its ledger.
import type { Job } from '../../kernel/job';
import { isEmpty, text } from '../../kernel/values';
import { numberIn } from './rules';

export const booksAgree: Job = {
  key: 'supplies-books-agree',
  article: '3.2.1',
  when: 'evening',
  registers: [],
  reads: ['items', 'stock-ledger'],
  plan(records) {
    const sums = new Map<string, number>();
    for (const { register, values } of records) {
      if (register !== 'stock-ledger') continue;
      const item = text(values['item']);
      sums.set(item, (sums.get(item) ?? 0) + numberIn(values, 'quantity'));
    }
    // Cells hold binary fractions: a thousandth of a unit is no difference.
    const sumOf = (item: string): number => Math.round((sums.get(item) ?? 0) * 1000) / 1000;
    return {
      acts: records
        .filter(({ register }) => register === 'items')
        .map((record) => ({ record, sum: sumOf(text(record.values['label'])) }))
        .filter(({ record: { values }, sum }) =>
          sum === numberIn(values, 'onHand')
            ? !isEmpty(values['ledgerSum'])
            : isEmpty(values['ledgerSum']) || numberIn(values, 'ledgerSum') !== sum,
        )
        .map(({ record, sum }) => ({ register: 'items', record, transition: 'compare', input: { sum } })),
    };
  },
};
