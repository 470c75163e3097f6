// 3.1.2, 3.1.3: the head signs, the front desk checks the stock: enough, it is issued; short, the applicant is told.
import { longText, number, person } from '../../kernel/columns';
import { isAsApproved, openingOf, transitionsOf } from '../../kernel/approval';
import type { Sentence } from '../../kernel/errors';
import { hasRole, samePerson } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import {
  defineWorkflow,
  role,
  type Case,
  type CaseLine,
  type Guard,
  type Opening,
  type Transition,
} from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { fromCatalogue, itemFault } from './requests';
import { isStruckOut, requisitionApproval as approval, stockNote } from './requisition-approval';
import { requisitions } from './requisitions.register';
import { itemNamed, nowOf, numberIn, remaining } from './rules';
import { stockChange, stockMoves, type StockChange } from './stock';

const front = role('front');
const base = transitionsOf(approval);

const words = {
  toIssue: { zh: '待发 {n} · {stock}', en: '{n} to issue · {stock}' },
  tooMany: { zh: '这一行最多还可发 {n}。', en: 'At most {n} are left to issue.' },
  nothing: { zh: '请填写要发放的数量。', en: 'Please say how many are issued.' },
  forOthers: { zh: '请填您自己：只有前台可以替别人申请。', en: 'Only the front desk may apply for others.' },
} satisfies Record<string, Words>;

const changed: Guard = {
  article: '3.1.2',
  sentence: {
    zh: '申请内容与批准时不同，不能发放。请改回批准的内容，或由申请人重新申请。',
    en: 'The requisition is no longer what was approved. Please restore it, or apply anew.',
  },
  applies: ({ lines }) => lines.some(({ record }) => !isAsApproved(approval, record)),
};

const enough: Guard = {
  article: '3.1.2',
  sentence: { zh: '库存够发，请直接发放。', en: 'There is enough in stock; please issue it.' },
  applies: (c) => c.lines.every((line) => short(c, line) === 0),
};

const filing = openingOf(approval, [role('staff'), front]);

const opening: Opening = {
  ...filing,
  reads: ['items'],
  sets: (values, facts, related) => ({
    ...filing.sets!(values, facts, related),
    ...fromCatalogue(values['item'], related('items')),
    issuedQuantity: 0,
  }),
  faults(values, facts, related): Readonly<Record<string, Sentence>> {
    const { item, applicant } = values;
    const { actor, directory } = facts;
    const missing = isEmpty(item) ? undefined : itemFault(item, related('items'));
    const forOthers = !hasRole(actor, 'front') && !samePerson(text(applicant), actor.person, directory);
    return {
      ...filing.faults!(values, facts, related),
      ...(missing && { item: missing }),
      ...(forOthers && { applicant: { words: words.forOthers } }),
    };
  },
};

const given = ({ input }: CaseLine): number => numberIn(input, 'quantity');
const recipientOf = ({ record, input }: Case): string => text(input['recipient']) || text(record.values['applicant']);

function issued(c: Case): StockChange {
  const { lines, facts, related } = c;
  const wanted = lines
    .filter((line) => given(line) > 0)
    .map((line) => ({
      item: text(line.record.values['item']),
      kind: 'issue' as const,
      quantity: -given(line),
      entry: {
        department: line.record.values['department'] ?? null,
        person: recipientOf(c),
        reference: line.record.no,
      },
      at: `${line.record.line}.quantity`,
    }));
  return stockChange(related('items'), wanted, facts);
}

/** What is still owed of a line after this step and is not in stock either. */
function short(c: Case, line: CaseLine): number {
  const item = text(line.record.values['item']);
  const sameItem = c.lines.filter(({ record }) => record.values['item'] === item);
  const out = sameItem.reduce((sum, one) => sum + given(one), 0);
  const stock = numberIn(itemNamed(c.related('items'), item)?.values ?? {}, 'onHand') - out;
  return Math.max(0, remaining(line.record) - given(line) - Math.max(0, stock));
}

const lineOf = ({ record, input }: Case): CaseLine => ({ record, input });

function issueFaults(c: Case): Readonly<Record<string, Sentence>> {
  const at = ({ record }: CaseLine): string => `${record.line}.quantity`;
  if (c.lines.every((line) => given(line) === 0)) return { [at(c.lines[0]!)]: { words: words.nothing } };
  const tooMany = c.lines.filter((line) => given(line) > remaining(line.record));
  return {
    ...issued(c).faults,
    ...Object.fromEntries(
      tooMany.map((line) => [at(line), { words: words.tooMany, values: { n: remaining(line.record) } }]),
    ),
  };
}

const issueForm = (c: Case): { register: string; values: Values; lines: readonly Values[] } => ({
  register: 'issues',
  values: {
    requisition: c.record.no,
    department: c.record.values['department'] ?? null,
    recipient: recipientOf(c),
    issuedBy: c.facts.actor.person || null,
    issuedAt: nowOf(c.facts),
  },
  lines: c.lines
    .filter((line) => given(line) > 0)
    .map((line) => ({
      ...Object.fromEntries(['item', 'spec', 'unit'].map((key) => [key, line.record.values[key] ?? null])),
      requisitionLine: line.record.line,
      quantity: given(line),
    })),
});

/** Decides as the approval does; lines that were struck out end here. */
const striking = (step: Transition): Transition => ({
  ...step,
  to: [...step.to, 'declined'],
  settle: (c) => {
    const state = step.settle!(c);
    return state === approval.approved && isStruckOut(lineOf(c)) ? 'declined' : state;
  },
});

const tellsShort = { letter: 'requisition-short', when: (c: Case) => c.lines.some((line) => short(c, line) > 0) };

export const requisitionsWorkflow = defineWorkflow(requisitions, {
  opens: opening,
  transitions: {
    ...base,
    approveHead: striking(base['approveHead']!),
    paperHead: striking(base['paperHead']!),
    resubmit: {
      ...base['resubmit']!,
      reads: ['items'],
      faults: (c) => ({
        ...base['resubmit']!.faults!(c),
        ...Object.fromEntries(
          c.lines.flatMap(({ record, input }) => {
            const fault = itemFault(input['item'], c.related('items'));
            return fault ? [[`${record.line}.item`, fault]] : [];
          }),
        ),
      }),
      sets: (c) => ({ ...base['resubmit']!.sets!(c), ...fromCatalogue(c.input['item'], c.related('items')) }),
    },
    withdraw: {
      ...base['withdraw']!,
      when: ({ lines }) => !approval.isCarriedOut!(lines.map(({ record }) => record)),
    },
    issue: {
      article: '3.1.3',
      label: { zh: '发放', en: 'Issue' },
      look: 'main',
      from: ['withFront'],
      to: ['issued', 'withFront'],
      by: [front],
      unless: [changed],
      asks: {
        recipient: person(
          { zh: '领取人', en: 'Collected by' },
          { help: { zh: '空着即申请人本人。', en: 'Blank: the applicant.' } },
        ),
      },
      lineAsks: { quantity: number({ zh: '发放数量', en: 'Issue' }, { required: true }) },
      lineDefaults: (record, related) => ({
        quantity: Math.min(
          remaining(record),
          numberIn(itemNamed(related('items'), record.values['item'])?.values ?? {}, 'onHand'),
        ),
      }),
      lineNote: (record, { language }, related) =>
        say(words.toIssue, language, { n: remaining(record), stock: stockNote(record, related, language) }),
      reads: ['items'],
      faults: issueFaults,
      sets: (c) => ({
        issuedQuantity: numberIn(c.record.values, 'issuedQuantity') + given(lineOf(c)),
        shortQuantity: short(c, lineOf(c)) || null,
      }),
      settle: (c) => (remaining(c.record) === given(lineOf(c)) ? 'issued' : 'withFront'),
      moves: (c) => [issueForm(c), ...stockMoves(issued(c))],
      opensIn: ['issues', 'stock-ledger'],
      tells: [tellsShort],
      done: { zh: '已发放，库存已减。请领取人签收。', en: 'Issued; the stock is less. Please have it signed for.' },
    },
    short: {
      article: '3.1.2',
      label: { zh: '库存不足，告知申请人', en: 'Short: tell the applicant' },
      from: ['withFront'],
      to: ['withFront'],
      by: [front],
      unless: [changed, enough],
      reads: ['items'],
      sets: (c) => ({ shortQuantity: short(c, lineOf(c)) || null }),
      tells: [{ letter: 'requisition-short' }],
      done: { zh: '已告知申请人。可以接着申请采购。', en: 'The applicant is told. A purchase can follow.' },
    },
    close: {
      article: '3.1.2',
      label: { zh: '余下的不再发放', en: 'Close the rest' },
      look: 'danger',
      from: ['withFront'],
      to: ['closed'],
      by: [front],
      asks: { reason: longText({ zh: '原因', en: 'Reason' }, { required: true }) },
      sets: ({ record, input }) => ({
        shortQuantity: null,
        decisions: [text(record.values['decisions']), text(input['reason'])].filter(Boolean).join('\n'),
      }),
      tells: [{ letter: 'requisitions-answer' }],
    },
  },
  due: ({ values }) => (values['state'] === 'withFront' ? text(values['neededOn']) || null : null),
  holder: ({ values }: RecordRow) => text(values['approver']) || text(values['applicant']),
});
