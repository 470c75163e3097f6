// 6.2.2: the approved leave of a person as it stands in the staff tab, a line a slip, so that every decision knows who is away.
import type { Absence } from '../kernel/facts';
import { isDay } from '../kernel/civil';

const lineOf = ({ slip, type, firstDay, firstHalf, lastDay, lastHalf }: Absence): string =>
  [slip, type, firstDay, firstHalf, lastDay, lastHalf].join(' ');

/** Anything that is no such line is passed over. */
export function readLeaves(text: string): readonly Absence[] {
  return text.split('\n').flatMap((line) => {
    const [slip = '', type = '', firstDay = '', firstHalf, lastDay = '', lastHalf] = line.trim().split(' ');
    if (!isDay(firstDay) || !isDay(lastDay)) return [];
    return [
      {
        slip,
        type,
        firstDay,
        firstHalf: firstHalf === 'afternoon' ? 'afternoon' : 'whole',
        lastDay,
        lastHalf: lastHalf === 'morning' ? 'morning' : 'whole',
      },
    ];
  });
}

/** As the cell says it; '' for none. */
export const writeLeaves = (leaves: readonly Absence[]): string => leaves.map(lineOf).join('\n');
