// 3.1.2: the department head signs, and may lower what is asked for or strike it out.
import { number } from '../../kernel/columns';
import type { Approval } from '../../kernel/approval';
import type { Sentence } from '../../kernel/errors';
import { isEmpty, type RecordRow, type Values } from '../../kernel/values';
import { headOf, role, type Case, type CaseLine } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { pairs } from '../../kernel/pairs';
import { gist, goods, linePairs } from './naming';
import { requisitions } from './requisitions.register';
import { itemNamed, numberIn } from './rules';

const words = {
  more: { zh: '最多批准申请的 {n}。', en: 'At most the {n} that are asked for.' },
  nothing: {
    zh: '全部划去就是不同意：请点“不同意”并写原因。',
    en: 'If everything is struck out, please decline, with a reason.',
  },
  stock: { zh: '现有库存 {n} {unit}', en: '{n} {unit} in stock' },
  stockThen: { zh: '申请时库存 {n}', en: '{n} in stock then' },
} satisfies Record<string, Words>;

/** Left blank, it is what was asked for. */
const approved = ({ record, input }: CaseLine): number =>
  isEmpty(input['approvedQuantity']) ? numberIn(record.values, 'quantity') : numberIn(input, 'approvedQuantity');

function faults({ lines }: Case): Readonly<Record<string, Sentence>> {
  const at = ({ record }: CaseLine): string => `${record.line}.approvedQuantity`;
  const tooMany = lines.filter((line) => approved(line) > numberIn(line.record.values, 'quantity'));
  if (lines.every((line) => approved(line) === 0)) return { [at(lines[0]!)]: { words: words.nothing } };
  return Object.fromEntries(
    tooMany.map((line) => [at(line), { words: words.more, values: { n: numberIn(line.record.values, 'quantity') } }]),
  );
}

export function stockNote(
  { values }: RecordRow,
  related: Case['related'],
  language: Parameters<typeof say>[1],
): string {
  const { values: item = {} } = itemNamed(related('items'), values['item']) ?? {};
  return say(words.stock, language, { n: numberIn(item, 'onHand'), unit: String(item['unit'] ?? '') });
}

export const isStruckOut = (line: CaseLine): boolean => approved(line) === 0;

export const requisitionApproval: Approval = {
  register: requisitions,
  article: '3.1.2',
  applicant: 'applicant',
  department: 'department',
  approved: 'withFront',
  untouched: ['withFront'],
  isCarriedOut: (lines) => lines.some(({ values }) => numberIn(values, 'issuedQuantity') > 0),
  content: ['department', 'applicant', 'neededOn', 'purpose', 'item', 'quantity', 'approvedQuantity'],
  granted: ['approvedQuantity'],
  carriedOutBy: role('front'),
  steps: [
    {
      key: 'head',
      article: '3.1.2',
      title: { zh: '部门负责人', en: 'Department head' },
      state: 'withHead',
      by: headOf('department'),
      reads: ['items'],
      lineAsks: {
        approvedQuantity: number(
          { zh: '批准数量', en: 'Approved' },
          { help: { zh: '可以减少；填 0 即划去。', en: 'May be lowered; 0 strikes it out.' } },
        ),
      },
      lineDefaults: ({ values }) => ({ approvedQuantity: values['quantity'] ?? null }),
      lineNote: (record, { language }, related) => stockNote(record, related, language),
      faults,
      sets: ({ record, input }): Values => ({ approvedQuantity: approved({ record, input }) }),
    },
  ],
  gist: (lines, facts) => {
    const left = lines.filter(({ values }) => values['approvedQuantity'] !== 0);
    const isDecided = left.some(({ values }) => !isEmpty(values['approvedQuantity']));
    return gist(left.length > 0 ? left : lines, isDecided ? 'approvedQuantity' : 'quantity', facts);
  },
  facts: (lines, facts) => {
    const { language } = facts;
    const said = ({ values }: RecordRow): string => {
      const decided = isEmpty(values['approvedQuantity'])
        ? say(words.stockThen, language, { n: numberIn(values, 'stockThen') })
        : `${requisitions.all['approvedQuantity']!.label[language === 'en' ? 'en' : 'zh']} ${numberIn(values, 'approvedQuantity')}`;
      return `${goods(values, 'quantity')} · ${decided}`;
    };
    return [
      ...pairs(requisitions, lines[0]!.values, ['department', 'applicant', 'neededOn', 'purpose'], facts),
      ...linePairs(lines, said, facts),
    ];
  },
};
