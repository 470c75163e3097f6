// 8.2: points from what was measured. Whole numbers throughout: no binary fraction ever moves half a point.
import type { Facts } from '../../kernel/facts';
import type { Marks, Measured, MeasuredKey, Share } from '../../kernel/indicator';
import type { BandIndex, Bands } from './indicator-list';

/** Percentages, or marks of 100, from which on it is band 1 and band 2. `low` is less than `high`. */
export interface Thresholds {
  readonly high: number;
  readonly low: number;
}

export const thresholdsOf = (key: MeasuredKey, facts: Facts): Thresholds => ({
  high: facts.setting<number>(`appraisal.${key}.high`),
  low: facts.setting<number>(`appraisal.${key}.low`),
});

/** Thresholds are taken to the millionth of a percent. */
const fine = 1_000_000;
const whole = 100 * fine;
const finely = (percent: number): number => Math.round(percent * fine);

const quotient = (n: number, by: number): number => (n - (n % by)) / by;

/** A mean of marks as a share: hundredths of marks, of all that there could be. */
export const shareOf = (measured: Share | Marks): Share =>
  'count' in measured
    ? { good: Math.round(measured.sum * 100), all: measured.count * 10_000 }
    : { good: measured.good, all: measured.all };

/** How many answers, calls, checks or marks it is made of. */
export const sampleOf = (measured: Share | Marks): number => ('count' in measured ? measured.count : measured.all);

export function bandOf({ good, all }: Share, { high, low }: Thresholds): BandIndex {
  if (good * whole >= finely(high) * all) return 0;
  return good * whole >= finely(low) * all ? 1 : 2;
}

/** `all` is more than 0. Within the band evenly from its lower threshold to the next, rounded half up to whole points. */
export function pointsOf(share: Share, thresholds: Thresholds, bands: Bands): number {
  const band = bandOf(share, thresholds);
  const { from, to } = bands[band];
  const edges = [whole, finely(thresholds.high), finely(thresholds.low), 0] as const;
  const [top, bottom] = [edges[band], edges[band + 1]!];
  if (top === bottom) return to;
  const above = Math.min(share.good, share.all) * whole - bottom * share.all;
  const width = (top - bottom) * share.all;
  return from + quotient(2 * (to - from) * above + width, 2 * width);
}

/** Cut to two decimals, never rounded up to a threshold that was not reached: `89.99`. */
export function shownPercent({ good, all }: Share): string {
  const hundredths = quotient(good * 10_000, all);
  const rest = hundredths % 100;
  return `${quotient(hundredths, 100)}.${String(rest).padStart(2, '0')}`;
}

/** Nothing to go by; too little of it, which HR confirms or changes; or enough. */
export type Data = 'none' | 'few' | 'enough';

/** `measured` is absent where no chapter in use measures it. */
export function dataOf(key: MeasuredKey, measured: Measured | undefined, facts: Facts): Data {
  const sample = measured ? sampleOf(measured) : 0;
  if (sample === 0) return 'none';
  return sample < facts.setting<number>(`appraisal.${key}.sample`) ? 'few' : 'enough';
}
