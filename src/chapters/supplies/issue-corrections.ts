// 3.2.1: unused goods come back, and what was handed out wrongly is corrected; either may have been a mistake itself. Every
// time a new line goes into the ledger.
import { longText, number } from '../../kernel/columns';
import type { Sentence } from '../../kernel/errors';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import { role, type Case, type CaseLine, type Transition } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { alsoOwing } from './owing';
import { kept, numberIn } from './rules';
import { stockChange, stockMoves, type StockChange } from './stock';
import type { MoveKind } from './stock-ledger.register';

const words = {
  has: { zh: '领走 {n}', en: '{n} are out' },
  returned: { zh: '已退 {n}', en: '{n} returned' },
  corrected: { zh: '已更正 {n}', en: '{n} corrected' },
  tooMany: { zh: '最多 {n}。', en: 'At most {n}.' },
  nothing: { zh: '请填写数量。', en: 'Please say how many.' },
} satisfies Record<string, Words>;

const asked = ({ input }: CaseLine): number => numberIn(input, 'quantity');
const at = ({ record }: CaseLine): string => `${record.line}.quantity`;
const ofWhich = ({ lines }: Case): readonly CaseLine[] => lines.filter((line) => asked(line) > 0);
const lineOf = ({ record, input }: Case): CaseLine => ({ record, input });

interface Correction {
  readonly step: Pick<Transition, 'label' | 'asks'> & Partial<Transition>;
  readonly kind: MoveKind;
  /** Into stock, or out of it again. */
  readonly sign: 1 | -1;
  /** What counts it in the line, and how many of it there can be at most. */
  readonly column: 'returnedQuantity' | 'correctedQuantity';
  most(record: RecordRow): number;
  readonly note: Words;
  /** Where a line ends of which nothing is out any more. */
  readonly ends: string;
}

const changeOf = (c: Case, { kind, sign }: Correction): StockChange =>
  stockChange(
    c.related('items'),
    ofWhich(c).map((line) => ({
      item: text(line.record.values['item']),
      kind,
      quantity: sign * asked(line),
      entry: {
        department: line.record.values['department'] ?? null,
        person: line.record.values['recipient'] ?? null,
        reference: line.record.no,
        remark: c.input['remark'] ?? null,
      },
      at: at(line),
    })),
    c.facts,
  );

function faults(c: Case, correction: Correction): Readonly<Record<string, Sentence>> {
  if (ofWhich(c).length === 0) return { [at(c.lines[0]!)]: { words: words.nothing } };
  const tooMany = c.lines.filter((line) => asked(line) > correction.most(line.record));
  return {
    ...changeOf(c, correction).faults,
    ...Object.fromEntries(
      tooMany.map((line) => [at(line), { words: words.tooMany, values: { n: correction.most(line.record) } }]),
    ),
  };
}

/** As the line was before: signed for, or not yet. */
const outAgain = ({ values }: RecordRow): string => (isEmpty(values['signedAt']) ? 'unsigned' : 'signed');

function settled({ sign, ends }: Correction, line: CaseLine): string {
  if (asked(line) === 0) return text(line.record.values['state']);
  return sign < 0
    ? outAgain(line.record)
    : kept(line.record) === asked(line)
      ? ends
      : text(line.record.values['state']);
}

const correcting = (correction: Correction): Transition => ({
  article: '3.2.1',
  from: correction.sign > 0 ? ['unsigned', 'signed'] : ['unsigned', 'signed', 'returned', 'reversed'],
  to: ['unsigned', 'signed', 'returned', 'reversed'],
  by: [role('front')],
  when: ({ lines }) => lines.some(({ record }) => correction.most(record) > 0),
  lineAsks: { quantity: number({ zh: '数量', en: 'Quantity' }, { default: () => 0 }) },
  lineNote: (record, { language }) => say(correction.note, language, { n: correction.most(record) }),
  reads: ['items'],
  faults: (c) => faults(c, correction),
  sets: (c) => ({
    [correction.column]: numberIn(c.record.values, correction.column) + correction.sign * asked(lineOf(c)),
  }),
  settle: (c) => settled(correction, lineOf(c)),
  moves: (c) => stockMoves(changeOf(c, correction)),
  opensIn: ['stock-ledger'],
  ...correction.step,
});

const why = longText({ zh: '更正原因', en: 'Reason' }, { required: true });
const returned = ({ values }: RecordRow): number => numberIn(values, 'returnedQuantity');
const corrected = ({ values }: RecordRow): number => numberIn(values, 'correctedQuantity');

export const issueCorrections: Readonly<Record<string, Transition>> = {
  giveBack: correcting({
    step: { label: { zh: '退回', en: 'Give back' }, asks: { remark: longText({ zh: '备注', en: 'Remark' }) } },
    kind: 'return',
    sign: 1,
    column: 'returnedQuantity',
    most: kept,
    note: words.has,
    ends: 'returned',
  }),
  correct: alsoOwing(
    correcting({
      step: { label: { zh: '更正（发错了）', en: 'Correct: issued wrongly' }, look: 'danger', asks: { remark: why } },
      kind: 'correction',
      sign: 1,
      column: 'correctedQuantity',
      most: kept,
      note: words.has,
      ends: 'reversed',
    }),
    1,
  ),
  undoReturn: correcting({
    step: { label: { zh: '撤销退回（退错了）', en: 'Undo a return' }, look: 'danger', asks: { remark: why } },
    kind: 'correction',
    sign: -1,
    column: 'returnedQuantity',
    most: returned,
    note: words.returned,
    ends: 'returned',
  }),
  undoCorrection: alsoOwing(
    correcting({
      step: { label: { zh: '撤销更正（没有发错）', en: 'Undo a correction' }, look: 'danger', asks: { remark: why } },
      kind: 'correction',
      sign: -1,
      column: 'correctedQuantity',
      most: corrected,
      note: words.corrected,
      ends: 'reversed',
    }),
    -1,
  ),
};
