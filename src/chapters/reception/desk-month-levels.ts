// 3.1.2, 3.2.1: items whose stock stood at or below their minimum at the end of a month, and how it stood a month before.
import { dayPart, type Day } from '../../kernel/civil';
import type { Period } from '../../kernel/report';
import { text, type RecordRow } from '../../kernel/values';
import type { SheetRow } from '../../kernel/report-sheet';
import type { Words } from '../../kernel/words';
import { half, lineOf, titleLine } from './desk-month-grid';
import { both, type Two } from './desk-month-sums';
import { measured, remark, said, type Tell } from './desk-month-words';

const words = {
  title: { zh: '月末库存不足（在最低库存或以下）', en: 'At or below the minimum at the end of the month' },
  stock: { zh: '月末库存', en: 'Stock' },
  minimum: { zh: '最低库存', en: 'Minimum' },
  before: { zh: '上月末', en: 'Before' },
  nothing: { zh: '没有库存不足的物品。', en: 'No item was short.' },
  more: { zh: '另有 {n} 种，见办公用品目录。', en: '{n} more: see the catalogue.' },
} satisfies Record<string, Words>;

const mostItems = 6;
const spans = [6, 3, 3, 3, 3];

const numberIn = ({ values }: RecordRow, key: string): number => Number(values[key] ?? 0);

/** What stood before a day; undefined where nothing was on record yet. `lines`: the item's, since an earlier day. */
function stoodBefore(day: Day, item: RecordRow, lines: readonly RecordRow[]): number | undefined {
  const past = lines.filter(({ values }) => text(values['at']) < day);
  if (past.length > 0) return numberIn(past[past.length - 1]!, 'balance');
  const [next] = lines;
  if (!next) {
    const { onHand, recordedAt } = item.values;
    return typeof onHand === 'number' && dayPart(text(recordedAt)) < day ? onHand : undefined;
  }
  const before = numberIn(next, 'balance') - numberIn(next, 'quantity');
  return next.values['kind'] === 'opening' && before === 0 ? undefined : before;
}

interface Level {
  readonly item: RecordRow;
  readonly minimum: number;
  readonly stock: Two<number | undefined>;
}

const levelsOf = (items: readonly RecordRow[], ledger: readonly RecordRow[], months: Two<Period>): readonly Level[] =>
  items
    .filter((item) => item.values['state'] !== 'retired' && numberIn(item, 'minimum') > 0)
    .map((item) => {
      const lines = ledger.filter(({ values }) => values['item'] === item.values['label']);
      const stock = both(months, ({ to }) => stoodBefore(to, item, lines));
      return { item, minimum: numberIn(item, 'minimum'), stock };
    });

export interface LevelsTable {
  readonly rows: readonly SheetRow[];
  /** How many were short; undefined where no stock was on record. */
  readonly short: Two<number | undefined>;
  readonly items: readonly RecordRow[];
}

/** `ledger`: its lines since a day before both months ended, also after them. */
export function shortItems(
  items: readonly RecordRow[],
  ledger: readonly RecordRow[],
  months: Two<Period>,
  t: Tell,
): LevelsTable {
  const levels = levelsOf(items, ledger, months);
  const isShort = (stock: number | undefined, { minimum }: Level): boolean => stock !== undefined && stock <= minimum;
  const short = levels
    .filter((one) => isShort(one.stock.now, one))
    .sort((one, other) => one.stock.now! / one.minimum - other.stock.now! / other.minimum);
  const count = (month: keyof Two<unknown>): number | undefined =>
    levels.every(({ stock }) => stock[month] === undefined)
      ? undefined
      : levels.filter((one) => isShort(one.stock[month], one)).length;
  const row = ({ item, minimum, stock }: Level): SheetRow =>
    lineOf(spans, [
      text(item.values['label']),
      text(item.values['unit']),
      measured(stock.now, 'count', t),
      measured(minimum, 'count', t),
      measured(stock.before, 'count', t),
    ]);
  const heads = [said.item, said.unit, words.stock, words.minimum, words.before];
  const nothing = count('now') === undefined ? said.none : words.nothing;
  const left = short.length - mostItems;
  return {
    rows: [
      titleLine(t(words.title), half),
      lineOf(
        spans,
        heads.map((one) => t(one)),
        'head',
      ),
      ...short.slice(0, mostItems).map(row),
      ...(short.length === 0 ? [lineOf([half], [remark(t(nothing))])] : []),
      ...(left > 0 ? [lineOf([half], [remark(t(words.more, { n: left }))])] : []),
    ],
    short: { now: count('now'), before: count('before') },
    items: short.map(({ item }) => item),
  };
}
