// 3.2.2: opened with the book quantities of that moment, counted blind, differences explained and approved, then booked.
import { longText } from '../../kernel/columns';
import { departmentFaults, isAsApproved, submitted, transitionsOf } from '../../kernel/approval';
import type { Sentence } from '../../kernel/errors';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import { defineWorkflow, personIn, role, type Case, type Guard, type Transition } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { countSteps } from './count-steps';
import { adjustments, linesToCount } from './counting';
import { isUnderWay, numberIn, variance } from './rules';
import { stockMoves } from './stock';
import { stocktakeApproval as approval } from './stocktake-approval';
import { stocktakes } from './stocktakes.register';

const front = role('front');
const base = transitionsOf(approval);

const words = {
  noItems: { zh: '没有这个类别或存放位置的在用物品。', en: 'There are no items of this category or place.' },
  underWay: {
    zh: '“{item}”正在 {no} 中盘点，请先办完。',
    en: '“{item}” is being counted in {no}; please finish that first.',
  },
  reason: { zh: '与账面不符，请写原因。', en: 'It differs from the book; please say why.' },
  difference: {
    zh: '账面 {book}，期间收发 {moved}，实盘 {counted}，差异 {variance}',
    en: 'book {book}, moved {moved}, counted {counted}, variance {variance}',
  },
  agrees: { zh: '相符', en: 'agrees' },
} satisfies Record<string, Words>;

const changed: Guard = {
  article: '3.2.2',
  sentence: {
    zh: '盘点结果与批准时不同，不能入账。请重盘。',
    en: 'The counts are no longer what was approved. Please count again.',
  },
  applies: ({ lines }) => lines.some(({ record }) => !isAsApproved(approval, record)),
};

const booked = (c: Case) =>
  adjustments(
    c.lines.map(({ record }) => record),
    c.related('items'),
    c.facts,
  );

const gone: Guard = {
  article: '3.2.1',
  sentence: {
    zh: '盘点以后发出的太多，库存已少于盘亏的数量。请重盘。',
    en: 'So much has gone out since that the stock is less than the loss. Please count again.',
  },
  applies: (c) => Object.keys(booked(c).faults).length > 0,
};

const submit: Transition = {
  article: '3.2.2',
  label: { zh: '说明差异并送审', en: 'Explain and submit' },
  look: 'main',
  from: ['counted'],
  to: ['withHead'],
  by: [front],
  lineAsks: { reason: longText({ zh: '差异原因', en: 'Reason' }) },
  lineDefaults: ({ values }) => ({ reason: values['reason'] ?? null }),
  lineNote: (record, { language }) =>
    variance(record) === 0
      ? say(words.agrees, language)
      : say(words.difference, language, {
          book: numberIn(record.values, 'bookQuantity'),
          moved: numberIn(record.values, 'movedQuantity'),
          counted: numberIn(record.values, 'counted'),
          variance: variance(record),
        }),
  faults: ({ lines }): Readonly<Record<string, Sentence>> =>
    Object.fromEntries(
      lines
        .filter(({ record, input }) => variance(record) !== 0 && isEmpty(input['reason']))
        .map(({ record }) => [`${record.line}.reason`, { words: words.reason }]),
    ),
  sets({ record, input, facts }) {
    const reason = variance(record) === 0 ? null : (input['reason'] ?? null);
    return { reason, ...submitted(approval, { ...record.values, reason }, facts).values };
  },
  settle: ({ record, facts }) => submitted(approval, record.values, facts).state,
  tells: [{ letter: 'stocktakes-ask' }],
};

export const stocktakesWorkflow = defineWorkflow(stocktakes, {
  opens: {
    article: '3.2.2',
    by: [front],
    in: ['open'],
    state: () => 'open',
    sets: (_, { today }) => ({ openedOn: today }),
    reads: ['items'],
    readsOpen: [{ register: 'stocktakes' }],
    lines: (values, facts, related) => linesToCount(values, related('items'), facts),
    faults(values, facts, related): Readonly<Record<string, Sentence>> {
      const wrong = departmentFaults(approval, values, facts);
      const lines = linesToCount(values, related('items'), facts);
      if (lines.length === 0) return { ...wrong, scope: { words: words.noItems } };
      const other = related('stocktakes').find(
        (one) => isUnderWay(one.values) && lines.some(({ item }) => item === one.values['item']),
      );
      return other
        ? { ...wrong, scope: { words: words.underWay, values: { item: text(other.values['item']), no: other.no } } }
        : wrong;
    },
  },
  transitions: {
    ...base,
    ...countSteps,
    submit,
    resubmit: { ...submit, label: base['resubmit']!.label, from: ['returned'] },
    withdraw: {
      ...base['withdraw']!,
      from: ['open', 'counted', ...base['withdraw']!.from],
      by: [personIn('countedBy'), front],
    },
    adjust: {
      article: '3.2.2',
      label: { zh: '调整入账', en: 'Adjust the books' },
      look: 'main',
      from: ['approved'],
      to: ['adjusted'],
      by: [front],
      unless: [changed, gone],
      reads: ['items'],
      moves: (c) => stockMoves(booked(c)),
      opensIn: ['stock-ledger'],
      done: { zh: '已按盘点结果调整库存。', en: 'The stock is adjusted to the counts.' },
    },
  },
  holder: ({ values }: RecordRow) => text(values['approver']) || text(values['countedBy']),
});
