// 3.1.3: what was handed out is signed for; 3.2.1: unused goods come back, and what was handed out wrongly is corrected.
import { longText, number, signature } from '../../kernel/columns';
import type { Sentence } from '../../kernel/errors';
import { text, type RecordRow } from '../../kernel/values';
import {
  clock,
  defineWorkflow,
  personIn,
  role,
  type Case,
  type CaseLine,
  type Move,
  type Transition,
} from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { issues } from './issues.register';
import { isSignatureDue, kept, nowOf, numberIn } from './rules';
import { stockChange, stockMoves, type StockChange } from './stock';

export const receiptPage = 'issue-receipt';
const front = role('front');
const recipient = personIn('recipient');

const words = {
  has: { zh: '领走 {n}', en: '{n} are out' },
  tooMany: { zh: '最多 {n}。', en: 'At most {n}.' },
  nothing: { zh: '请填写数量。', en: 'Please say how many.' },
} satisfies Record<string, Words>;

const back = ({ input }: CaseLine): number => numberIn(input, 'quantity');

const comesBack =
  (kind: 'return' | 'correction') =>
  ({ lines, input, facts, related }: Case): StockChange =>
    stockChange(
      related('items'),
      lines
        .filter((line) => back(line) > 0)
        .map((line) => ({
          item: text(line.record.values['item']),
          kind,
          quantity: back(line),
          entry: {
            department: line.record.values['department'] ?? null,
            person: line.record.values['recipient'] ?? null,
            reference: line.record.no,
            remark: input['remark'] ?? null,
          },
          at: `${line.record.line}.quantity`,
        })),
      facts,
    );

/** Goods of some lines come back into stock. `column` counts them, and a line of which nothing is left ends as `ends`. */
function comingBack(
  kind: 'return' | 'correction',
  column: string,
  ends: string,
  step: Pick<Transition, 'label' | 'asks' | 'look' | 'lineNote'>,
): Transition {
  const change = comesBack(kind);
  return {
    ...step,
    article: '3.2.1',
    from: ['unsigned', 'signed'],
    to: ['unsigned', 'signed', ends],
    by: [front],
    lineAsks: { quantity: number({ zh: '数量', en: 'Quantity' }, { default: () => 0 }) },
    reads: ['items'],
    faults(c): Readonly<Record<string, Sentence>> {
      const at = ({ record }: CaseLine): string => `${record.line}.quantity`;
      if (c.lines.every((line) => back(line) === 0)) return { [at(c.lines[0]!)]: { words: words.nothing } };
      const tooMany = c.lines.filter((line) => back(line) > kept(line.record));
      return {
        ...change(c).faults,
        ...Object.fromEntries(
          tooMany.map((line) => [at(line), { words: words.tooMany, values: { n: kept(line.record) } }]),
        ),
      };
    },
    sets: ({ record, input }) => ({ [column]: numberIn(record.values, column) + back({ record, input }) }),
    settle: ({ record, input }) => (kept(record) === back({ record, input }) ? ends : text(record.values['state'])),
    moves: (c) => stockMoves(change(c)),
    opensIn: ['stock-ledger'],
  };
}

/** What was not handed out after all is owed again. */
function owedAgain({ lines, related }: Case): readonly Move[] {
  return lines
    .filter((line) => back(line) > 0)
    .flatMap((line) => {
      const { requisition, requisitionLine } = line.record.values;
      const record = related('requisitions').find((one) => one.no === requisition && one.line === requisitionLine);
      if (!record || !['issued', 'withFront'].includes(text(record.values['state']))) return [];
      const issuedQuantity = Math.max(0, numberIn(record.values, 'issuedQuantity') - back(line));
      return [{ register: 'requisitions', record, values: { issuedQuantity, state: 'withFront' }, article: '3.2.1' }];
    });
}

const correcting = comingBack('correction', 'correctedQuantity', 'reversed', {
  label: { zh: '更正（发错了）', en: 'Correct: issued wrongly' },
  look: 'danger',
  asks: { remark: longText({ zh: '更正原因', en: 'Reason' }, { required: true }) },
});

export const issuesWorkflow = defineWorkflow(issues, {
  opens: {
    article: '3.1.3',
    by: [],
    in: ['unsigned'],
    state: () => 'unsigned',
    tells: [{ letter: 'issue-sign' }],
  },
  transitions: {
    sign: {
      article: '3.1.3',
      label: { zh: '签收', en: 'Sign' },
      look: 'main',
      from: ['unsigned'],
      to: ['signed'],
      by: [front],
      asks: { signature: signature({ zh: '领用人签名', en: 'Signature of the recipient' }, { required: true }) },
      sets: ({ input, facts }) => ({
        signature: input['signature'] ?? null,
        signedAt: nowOf(facts),
        signedBy: 'screen',
      }),
    },
    confirm: {
      article: '3.1.3',
      label: { zh: '确认已领取', en: 'I have collected it' },
      look: 'main',
      from: ['unsigned'],
      to: ['signed'],
      by: [recipient],
      page: receiptPage,
      sets: ({ facts }) => ({ signedAt: nowOf(facts), signedBy: 'link' }),
      done: { zh: '已签收，谢谢。', en: 'Signed for. Thank you.' },
    },
    chase: {
      article: '3.1.3',
      label: { zh: '催签', en: 'Chased' },
      from: ['unsigned'],
      to: ['unsigned'],
      by: [clock],
      when: ({ record, facts }) => isSignatureDue(record, facts),
      sets: ({ facts }) => ({ chasedAt: nowOf(facts) }),
      tells: [{ letter: 'issue-sign-again' }],
    },
    tellAgain: {
      article: '3.1.3',
      label: { zh: '重发邮件', en: 'Send the e-mail again' },
      from: ['unsigned'],
      to: ['unsigned'],
      by: [front],
      tells: [{ letter: 'issue-sign' }],
      done: { zh: '邮件马上重发。', en: 'The e-mail is being sent again.' },
    },
    giveBack: comingBack('return', 'returnedQuantity', 'returned', {
      label: { zh: '退回', en: 'Give back' },
      lineNote: (record, { language }) => say(words.has, language, { n: kept(record) }),
      asks: { remark: longText({ zh: '备注', en: 'Remark' }) },
    }),
    correct: {
      ...correcting,
      follows: ['requisition'],
      moves: (c) => [...correcting.moves!(c), ...owedAgain(c)],
    },
  },
  holder: ({ values }: RecordRow) => text(values['recipient']),
  isOpen: ({ values }) => values['state'] === 'unsigned',
});
