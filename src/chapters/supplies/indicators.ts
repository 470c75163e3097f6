// 8.2: supplies compliance: how much of a person's issue, stock and purchase work was done by the rules.
import type { Sentence } from '../../kernel/errors';
import { rowsFound, type Indicator } from '../../kernel/indicator';
import type { Words } from '../../kernel/words';
import type { Check, Rule } from './compliance';
import { countedWhenDue, varianceExplained } from './count-checks';
import { approvedFirst, notMore, signatureAsked } from './issue-checks';
import { issues } from './issues.register';
import { items } from './items.register';
import { requisitions } from './requisitions.register';
import { alertAnswered, receiptBooked } from './stock-checks';
import { stockLedger } from './stock-ledger.register';
import { stocktakes } from './stocktakes.register';
import { supplyPurchases } from './supply-purchases.register';

export const rules: readonly Rule[] = [
  approvedFirst,
  notMore,
  signatureAsked,
  alertAnswered,
  countedWhenDue,
  varianceExplained,
  receiptBooked,
];

/** Requests and what was issued on them before go back so many months; older ones are hardly open any more. */
const monthsBefore = 3;

const failed: Words = { zh: '{rule}：{all} 次中 {n} 次没做到', en: '{rule}: {n} of {all} not so' };

function failuresOf({ words }: Rule, checks: readonly Check[]): readonly Sentence[] {
  const n = checks.filter(({ passed }) => !passed).length;
  return n === 0 ? [] : [{ words: failed, values: { rule: words, n, all: checks.length } }];
}

const compliance: Indicator = {
  key: 'supplies',
  article: '8.2',
  reads: [
    { register: items },
    { register: requisitions, by: 'recordedAt', monthsBefore },
    { register: issues, by: 'issuedAt', monthsBefore },
    // Answers and counts that came after the period show what was late in it.
    { register: supplyPurchases, by: 'recordedAt', andAfter: true, monthsBefore },
    { register: stocktakes, by: 'recordedAt', andAfter: true, monthsBefore },
    { register: stockLedger, by: 'at' },
  ],
  measure(given) {
    const looked = rules.map((rule) => ({ rule, checks: rule.checks(given) }));
    const all = looked.flatMap(({ checks }) => checks);
    const aside = looked.flatMap(({ rule, checks }) => failuresOf(rule, checks));
    return {
      good: all.filter(({ passed }) => passed).length,
      all: all.length,
      found: rowsFound(all.map(({ record }) => record)),
      ...(aside.length > 0 && { aside }),
    };
  },
};

export const indicators: readonly Indicator[] = [compliance];
