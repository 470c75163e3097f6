// A small front desk's October in the workbooks, for whoever makes the month's report of it.
import { calls } from '../../src/chapters/reception/calls.register';
import { feedback } from '../../src/chapters/reception/feedback.register';
import { visits } from '../../src/chapters/reception/visits.register';
import { items } from '../../src/chapters/supplies/items.register';
import { stockLedger } from '../../src/chapters/supplies/stock-ledger.register';
import { supplyPurchases } from '../../src/chapters/supplies/supply-purchases.register';
import type { Language } from '../../src/kernel/words';
import {
  callRows,
  feedbackRows,
  purchaseRows,
  stockedItems,
  visitRows,
} from '../chapters/reception/desk-month-example';
import { moves } from '../chapters/supplies/stock-example';
import { fill } from './generated';
import type { Office } from './office';

export function fillOctober(office: Office, language: Language = 'zh'): void {
  fill(office, visits, visitRows, language);
  fill(office, calls, callRows, language);
  fill(office, feedback, feedbackRows, language);
  fill(office, items, stockedItems, language);
  fill(office, stockLedger, moves, language);
  fill(office, supplyPurchases, purchaseRows, language);
  office.setClock('2026-11-03T09:30');
}
