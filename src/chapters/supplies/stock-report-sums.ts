// 3.2.1: what the ledger says of a period, item by item and department by department. Pure sums.
import { text, type RecordRow, type Value } from '../../kernel/values';
import type { Period } from '../../kernel/report';
import { isRetired, numberIn } from './rules';
import type { MoveKind } from './stock-ledger.register';

export interface ItemSums {
  readonly label: string;
  readonly unit: string;
  readonly price: number | undefined;
  /** Opening entries of the period included; undefined when nothing was ever recorded. */
  readonly opening: number | undefined;
  readonly received: number;
  readonly issued: number;
  readonly returned: number;
  readonly scrapped: number;
  /** Surplus, loss and corrections, signed. */
  readonly adjusted: number;
  /** As the ledger's own last line of the period says. */
  readonly balance: number | undefined;
}

export interface Use {
  readonly department: string;
  readonly label: string;
  readonly unit: string;
  readonly price: number | undefined;
  /** Issued, less what came back or was corrected. */
  readonly quantity: number;
}

const known = (value: Value | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

export const itemOf = ({ values }: RecordRow): string => text(values['item']);
export const isWithin = ({ values }: RecordRow, { to }: Period): boolean => text(values['at']) < to;

const sumOf = (lines: readonly RecordRow[], ...kinds: readonly MoveKind[]): number =>
  lines
    .filter(({ values }) => kinds.includes(values['kind'] as MoveKind))
    .reduce((sum, { values }) => sum + numberIn(values, 'quantity'), 0);

/** What stood before the first of an item's lines since the period began; what stands now when there is none. */
export const standBefore = (lines: readonly RecordRow[], item: RecordRow | undefined): number | undefined =>
  lines[0]
    ? numberIn(lines[0].values, 'balance') - numberIn(lines[0].values, 'quantity')
    : known(item?.values['onHand']);

/** By name, in order of what is grouped. */
export function grouped<T>(all: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one]);
  return groups;
}

/** `lines`: of the ledger, since the period began, also after it. */
export function itemSums(
  items: readonly RecordRow[],
  lines: readonly RecordRow[],
  period: Period,
): readonly ItemSums[] {
  const byItem = grouped(lines, itemOf);
  const listed = new Map(items.map((item) => [text(item.values['label']), item]));
  const labels = [...new Set([...listed.keys(), ...byItem.keys()])].filter((label) => label !== '');
  return labels.flatMap((label): readonly ItemSums[] => {
    const item = listed.get(label);
    const own = byItem.get(label) ?? [];
    const within = own.filter((line) => isWithin(line, period));
    const before = standBefore(own, item);
    const notYet = within.length === 0 && own[0]?.values['kind'] === 'opening' && before === 0;
    const goneBy = within.length === 0 && item !== undefined && isRetired(item.values) && (before ?? 0) === 0;
    if (notYet || goneBy) return [];
    return [
      {
        label,
        unit: text((item ?? own[0])?.values['unit']),
        price: known(item?.values['lastPrice']),
        opening: before === undefined ? undefined : before + sumOf(within, 'opening'),
        received: sumOf(within, 'receipt'),
        issued: 0 - sumOf(within, 'issue'),
        returned: sumOf(within, 'return'),
        scrapped: 0 - sumOf(within, 'scrap'),
        adjusted: sumOf(within, 'surplus', 'loss', 'correction'),
        balance: within.length > 0 ? numberIn(within[within.length - 1]!.values, 'balance') : before,
      },
    ];
  });
}

/** What the departments used, in the order of the directory. */
export function departmentUse(
  sums: readonly ItemSums[],
  lines: readonly RecordRow[],
  period: Period,
  departments: readonly string[],
): readonly Use[] {
  const own = lines.filter((line) => isWithin(line, period) && text(line.values['department']) !== '');
  const groups = grouped(own, ({ values }) => text(values['department']));
  const names = [
    ...departments.filter((name) => groups.has(name)),
    ...[...groups.keys()].filter((name) => !departments.includes(name)),
  ];
  return names.flatMap((department) => {
    const byItem = grouped(groups.get(department)!, itemOf);
    return sums.flatMap(({ label, unit, price }): readonly Use[] => {
      const quantity = -sumOf(byItem.get(label) ?? [], 'issue', 'return', 'correction');
      return quantity === 0 ? [] : [{ department, label, unit, price, quantity }];
    });
  });
}
