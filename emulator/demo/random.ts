// Chance that comes out the same for the same seed.

export interface Chance {
  /** A whole number from 0 below `range`. */
  below(range: number): number;
  between(least: number, most: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True in so many of a hundred cases. */
  happens(percent: number): boolean;
}

/** mulberry32 */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (range: number) => Math.floor(next() * range);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: (items) => items[below(items.length)]!,
    happens: (percent) => below(100) < percent,
  };
}
