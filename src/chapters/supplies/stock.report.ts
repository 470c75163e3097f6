// 3.2.1: the stock report of a month: every item, what the departments used, or the card of one item.
import { InvalidEntry } from '../../kernel/errors';
import type { Report } from '../../kernel/report';
import { text } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { items } from './items.register';
import { stockCard } from './stock-report-card';
import { stockMonth } from './stock-report-month';
import { itemOf } from './stock-report-sums';
import { stockLedger } from './stock-ledger.register';

const noItem: Words = { zh: '办公用品目录和台账里没有“{item}”。', en: 'Neither catalogue nor ledger has “{item}”.' };

export const stock: Report = {
  key: 'stock',
  title: { zh: '库存报表', en: 'Stock report' },
  article: '3.2.1',
  workbook: 'desk',
  period: 'month',
  subject: {
    label: { zh: '只看一种物品（库存卡）', en: 'One item only (stock card)' },
    register: 'items',
    column: 'label',
  },
  makers: ['front', 'keeper', 'hr', 'finance', 'director'],
  // What stood before an item's first line is told by that line itself, so nothing before the period is read.
  reads: [{ register: items }, { register: stockLedger, by: 'at', andAfter: true }],
  build(given) {
    const { subject } = given;
    if (subject === '') return stockMonth(given);
    const known = given.records(items).some(({ values }) => text(values['label']) === subject);
    if (!known && !given.records(stockLedger).some((line) => itemOf(line) === subject)) {
      throw new InvalidEntry({ subject: { words: noItem, values: { item: subject } } });
    }
    return stockCard(given);
  },
};
