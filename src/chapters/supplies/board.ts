// The supplies' part of the board: what is to be issued, signed for, bought, received and counted, and what is short.
import type { BoardSection, Chip } from '../../kernel/board';
import { hasRole, samePerson, type Actor, type Facts } from '../../kernel/facts';
import { text, type RecordRow } from '../../kernel/values';
import { list, say } from '../../kernel/words';
import { isShort, isSignatureDue, isUnderWay, numberIn, outstanding, toBuy } from './rules';

const isFront = (actor: Actor): boolean => hasRole(actor, 'front');

const told = ({ language }: Facts, ...parts: readonly string[]): string => list(parts.filter(Boolean), language);

const chip = (words: Chip['words'], tone: Chip['tone'], values?: Chip['values']): Chip => ({
  words,
  tone,
  ...(values && { values }),
});

const isPast = (record: RecordRow, key: string, { today }: Facts): boolean => {
  const day = text(record.values[key]);
  return day !== '' && day < today;
};

const toIssue: BoardSection = {
  key: 'supplies-to-issue',
  register: 'requisitions',
  title: { zh: '待发放的领用', en: 'To issue' },
  empty: { zh: '没有待发放的领用申请。', en: 'Nothing is to be issued.' },
  onlyFilled: (actor) => !isFront(actor),
  tone: 'active',
  shows: ({ values }) => values['state'] === 'withFront',
  isFor: (actor, { values }, { directory }) =>
    isFront(actor) || samePerson(text(values['applicant']), actor.person, directory),
  chips: (record, facts) => [
    ...(isShort(record)
      ? [chip({ zh: '缺 {n}', en: '{n} short' }, 'late', { n: numberIn(record.values, 'shortQuantity') })]
      : []),
    ...(isPast(record, 'neededOn', facts) ? [chip({ zh: '已过领用日期', en: 'Past its day' }, 'late')] : []),
  ],
  detail: ({ no, values }, facts) => told(facts, text(values['department']), text(values['neededOn']), no),
  order: ({ values }) => text(values['neededOn']),
  next: () => 'issue',
};

/** Short, and no purchase for it is on its way: one that was declined or given up counts no longer. */
const toBuyFor: BoardSection = {
  key: 'supplies-short',
  register: 'requisitions',
  title: { zh: '缺货、还没申请采购的领用', en: 'Short, and no purchase asked for' },
  empty: { zh: '缺的都已申请采购。', en: 'What is short is being bought.' },
  onlyFilled: true,
  tone: 'late',
  shows: (record, _, open = []) =>
    isShort(record) &&
    !open.some(({ register, values }) => register === 'supply-purchases' && values['requisition'] === record.no),
  isFor: isFront,
  chips: ({ values }) => [chip({ zh: '缺 {n}', en: '{n} short' }, 'late', { n: numberIn(values, 'shortQuantity') })],
  detail: ({ no, values }, facts) => told(facts, text(values['item']), no),
  order: ({ values }) => text(values['neededOn']),
};

const unsigned: BoardSection = {
  key: 'supplies-unsigned',
  register: 'issues',
  title: { zh: '待签收的用品', en: 'To be signed for' },
  empty: { zh: '发出的用品都已签收。', en: 'Everything issued is signed for.' },
  onlyFilled: true,
  tone: 'waiting',
  shows: ({ values }) => values['state'] === 'unsigned',
  isFor: (actor, { values }, { directory }) =>
    isFront(actor) || samePerson(text(values['recipient']), actor.person, directory),
  chips: (record, facts) =>
    isSignatureDue(record, facts) ? [chip({ zh: '超过 3 天', en: 'More than 3 days' }, 'late')] : [],
  detail: ({ no, values }, facts) => told(facts, text(values['issuedAt']).slice(0, 10), no),
  order: ({ values }) => text(values['issuedAt']),
  next: () => 'sign',
};

const low: BoardSection = {
  key: 'supplies-low',
  register: 'items',
  title: { zh: '库存不足', en: 'Low stock' },
  empty: { zh: '没有库存不足的用品。', en: 'Nothing is short.' },
  onlyFilled: true,
  tone: 'late',
  shows: ({ values }) => values['state'] === 'low',
  isFor: isFront,
  chips: ({ values }) => [
    chip({ zh: '还有 {n}', en: '{n} left' }, 'late', { n: numberIn(values, 'onHand') }),
    ...(numberIn(values, 'onOrder') > 0
      ? [chip({ zh: '在途 {n}', en: '{n} on order' }, 'active', { n: numberIn(values, 'onOrder') })]
      : []),
  ],
  detail: ({ values }, { language }) =>
    say({ zh: '最低 {minimum}，建议采购 {buy} {unit}', en: 'minimum {minimum}; buy {buy} {unit}' }, language, {
      minimum: numberIn(values, 'minimum'),
      buy: toBuy(values),
      unit: text(values['unit']),
    }),
  order: ({ values }) => text(values['alertedAt']) || '9',
};

const purchases = (
  key: string,
  state: string,
  next: string,
  title: BoardSection['title'],
  empty: BoardSection['empty'],
): BoardSection => ({
  key,
  register: 'supply-purchases',
  title,
  empty,
  onlyFilled: true,
  tone: 'active',
  shows: ({ values }) => values['state'] === state,
  isFor: isFront,
  chips: (record, facts) => [
    ...(state === 'ordered'
      ? [chip({ zh: '未到 {n}', en: '{n} to come' }, 'waiting', { n: outstanding(record) })]
      : []),
    ...(isPast(record, 'expectedOn', facts) ? [chip({ zh: '已过预计时间', en: 'Past its day' }, 'late')] : []),
  ],
  detail: ({ no, values }, facts) => told(facts, text(values['supplier']), text(values['expectedOn']), no),
  order: ({ values }) => text(values['expectedOn']),
  next: () => next,
});

const nextOfStocktake: Readonly<Record<string, string>> = { open: 'count', counted: 'submit', approved: 'adjust' };

const stocktake: BoardSection = {
  key: 'supplies-stocktake',
  register: 'stocktakes',
  title: { zh: '进行中的盘点', en: 'Stocktake under way' },
  empty: { zh: '没有进行中的盘点。', en: 'No stocktake is under way.' },
  onlyFilled: true,
  tone: 'active',
  shows: ({ values }) => isUnderWay(values),
  isFor: isFront,
  chips: ({ values }) => [chip({ zh: '共 {n} 项', en: '{n} items' }, 'waiting', { n: numberIn(values, 'lineCount') })],
  detail: ({ no, values }, facts) => told(facts, text(values['countedBy']), no),
  next: ({ values }) => nextOfStocktake[text(values['state'])],
};

export const ownBoard: readonly BoardSection[] = [
  toIssue,
  toBuyFor,
  unsigned,
  low,
  purchases(
    'supplies-to-order',
    'approved',
    'order',
    { zh: '待订购的采购', en: 'To order' },
    { zh: '没有待订购的采购申请。', en: 'Nothing is to be ordered.' },
  ),
  purchases(
    'supplies-to-receive',
    'ordered',
    'receive',
    { zh: '待收货的采购', en: 'To receive' },
    { zh: '没有待收货的采购。', en: 'Nothing is to come.' },
  ),
  stocktake,
];
