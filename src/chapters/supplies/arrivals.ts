// 3.1.2: whoever was told of a shortage is told when what is missing has come and can be handed out.
import { text, type RecordRow } from '../../kernel/values';
import type { Case, Move } from '../../kernel/workflow';
import { isShort, numberIn, remaining } from './rules';
import type { StockChange } from './stock';

/** Of a purchase: the requisition that it was asked for comes first, then the others as they were numbered. */
function waiting({ lines, related }: Case, items: ReadonlySet<string>): readonly RecordRow[] {
  const asked = text(lines[0]!.record.values['requisition']);
  const rank = ({ no, line }: RecordRow): string => `${no === asked ? 0 : 1} ${no} ${String(line).padStart(4, '0')}`;
  return related('requisitions')
    .filter((one) => isShort(one) && items.has(text(one.values['item'])))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** What is still short of open requisitions after goods have come, and letters to those who can collect theirs now. */
export function arrivals(c: Case, { items, ledger }: StockChange): readonly Move[] {
  const come = new Set(ledger.map(({ item }) => text(item)));
  if (come.size === 0) return [];
  const stock = new Map(items.map(({ record, values }) => [text(record.values['label']), numberIn(values, 'onHand')]));
  const told = new Set<string>();
  return waiting(c, come).flatMap((record): readonly Move[] => {
    const item = text(record.values['item']);
    const had = stock.get(item) ?? 0;
    const [owed, before] = [remaining(record), numberIn(record.values, 'shortQuantity')];
    stock.set(item, Math.max(0, had - owed));
    const short = Math.max(0, owed - had);
    if (short >= before) return [];
    const isFirst = short === 0 && !told.has(record.no);
    if (isFirst) told.add(record.no);
    return [
      {
        register: 'requisitions',
        record,
        values: { shortQuantity: short || null },
        article: '3.1.2',
        ...(isFirst && { tells: [{ letter: 'requisition-arrived' }] }),
      },
    ];
  });
}
