import * as fc from 'fast-check';
import { indicatorList, indicatorOf, possible, type Bands } from '../../../src/chapters/appraisal/indicator-list';
import { bandOf, dataOf, pointsOf, sampleOf, shareOf, shownPercent } from '../../../src/chapters/appraisal/points';
import { thresholdsOf, type Thresholds } from '../../../src/chapters/appraisal/points';
import type { Measured, MeasuredKey, Share } from '../../../src/kernel/indicator';
import { factsWith } from '../world';

const facts = factsWith();

/** `96` of 100, `89.99` of 100 in ten thousand: counts that make the percentage. */
const percent = (p: number): Share => ({ good: Math.round(p * 100), all: 10_000 });

const points = (key: MeasuredKey, p: number): number =>
  pointsOf(percent(p), thresholdsOf(key, facts), indicatorOf(key).bands);

describe('8.2 points by the thresholds preset', () => {
  test.each([
    [96, 18],
    [82, 13],
    [60, 9],
    [90, 16],
    [89.99, 15],
    [75, 11],
    [0, 6],
    [100, 20],
  ])('satisfaction of %d%% makes %d of 20', (p, made) => expect(points('satisfaction', p)).toBe(made));

  test.each([
    [99, 14],
    [94, 10],
    [45, 7],
  ])('phone accuracy of %d%% makes %d of 15', (p, made) => expect(points('phone', p)).toBe(made));

  test.each([
    [97.5, 5],
    [90, 3],
    [42.5, 2],
  ])('supplies compliance of %d%% makes %d of 5', (p, made) => expect(points('supplies', p)).toBe(made));

  test('are the same however many there are of the same share', () => {
    const of = (good: number, all: number) =>
      pointsOf({ good, all }, thresholdsOf('satisfaction', facts), indicatorOf('satisfaction').bands);
    expect([of(24, 25), of(96, 100), of(9600, 10_000)]).toEqual([18, 18, 18]);
    expect([of(0, 1), of(1, 1)]).toEqual([6, 20]);
  });

  test('where band 1 begins at all there is, or band 3 at nothing', () => {
    const { bands } = indicatorOf('mail');
    const of = (p: number, thresholds: Thresholds) => pointsOf(percent(p), thresholds, bands);
    expect([of(100, { high: 100, low: 85 }), of(99.99, { high: 100, low: 85 })]).toEqual([10, 7]);
    expect([of(0, { high: 50, low: 0 }), of(49, { high: 50, low: 0 })]).toEqual([6, 7]);
  });

  test('of a mean of marks', () => {
    const of = (sum: number, count: number) =>
      pointsOf(shareOf({ sum, count }), thresholdsOf('knowledge', facts), indicatorOf('knowledge').bands);
    expect([of(85, 1), of(169.99, 2), of(92.5 * 3, 3), of(60, 1), of(30, 1), of(100, 1)]).toEqual([8, 7, 9, 6, 5, 10]);
    // In binary 0.1 + 0.2 is more than 0.3.
    expect(of(0.1 + 0.2 + 254.7, 3)).toBe(of(255, 3));
  });
});

/** By the sentences of the policy and nothing else, in fractions of whole numbers without end. */
function inFractions({ good, all }: Share, { high, low }: Thresholds, bands: Bands): number {
  const big = (n: number): bigint => BigInt(Math.round(n * 100));
  const [p, hi, lo, n] = [BigInt(good) * 10_000n, big(high), big(low), BigInt(all)];
  const between = ({ from, to }: Bands[number], over: bigint, under: bigint): number => {
    const twice = 2n * (BigInt(from) * under + BigInt(to - from) * over) + under;
    return Number(twice / (2n * under));
  };
  if (p >= hi * n) return hi === 10_000n ? bands[0].to : between(bands[0], p - hi * n, (10_000n - hi) * n);
  if (p >= lo * n) return between(bands[1], p - lo * n, (hi - lo) * n);
  return between(bands[2], p, lo * n);
}

const anyShare = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.nat({ max: 100_000 }))
  .map(([all, some]): Share => ({ good: some % (all + 1), all }));
const anyThresholds = fc
  .tuple(fc.nat({ max: 10_000 }), fc.nat({ max: 10_000 }))
  .filter(([one, other]) => one !== other)
  .map(([one, other]): Thresholds => ({ high: Math.max(one, other) / 100, low: Math.min(one, other) / 100 }));
const anyBands = fc.constantFrom(...indicatorList.map(({ bands }) => bands));

describe('8.2 points by any thresholds', () => {
  test('are exactly what the fractions make', () =>
    fc.assert(
      fc.property(anyShare, anyThresholds, anyBands, (share, thresholds, bands) =>
        expect(pointsOf(share, thresholds, bands)).toBe(inFractions(share, thresholds, bands)),
      ),
      { numRuns: 2_000 },
    ));

  test('also on the very half', () => {
    // 16 + 4 · (p − 90) / 10 is a half at every p of 91.25 + 2.5 n; likewise in the other bands.
    const { bands } = indicatorOf('satisfaction');
    for (let all = 1; all <= 400; all += 1) {
      for (let good = 0; good <= all; good += 1) {
        const thresholds = { high: 90, low: 75 };
        const share = { good, all };
        if (pointsOf(share, thresholds, bands) !== inFractions(share, thresholds, bands))
          throw new Error(`${good} of ${all}`);
      }
    }
  });

  test('stay within the band, in whole points', () =>
    fc.assert(
      fc.property(anyShare, anyThresholds, anyBands, (share, thresholds, bands) => {
        const made = pointsOf(share, thresholds, bands);
        const { from, to } = bands[bandOf(share, thresholds)];
        expect(Number.isInteger(made) && from <= made && made <= to).toBe(true);
      }),
    ));

  test('never fall when the share rises', () =>
    fc.assert(
      fc.property(anyShare, fc.nat(), anyThresholds, anyBands, (share, more, thresholds, bands) => {
        const better = { ...share, good: share.good + (more % (share.all - share.good + 1)) };
        expect(pointsOf(better, thresholds, bands)).toBeGreaterThanOrEqual(pointsOf(share, thresholds, bands));
      }),
    ));
});

describe('8.2 percentages', () => {
  test('are cut, not rounded', () => {
    const shown = ([good, all]: readonly [number, number]) => shownPercent({ good, all });
    expect(
      [
        [2, 3],
        [8999, 10_000],
        [89_999, 100_000],
        [1, 1],
        [0, 7],
        [1, 2000],
        [1, 11],
      ].map((one) => shown(one as [number, number])),
    ).toEqual(['66.66', '89.99', '89.99', '100.00', '0.00', '0.05', '9.09']);
    expect(shownPercent(shareOf({ sum: 250, count: 3 }))).toBe('83.33');
  });

  test('with too few behind them say so', () => {
    const of = (good: number, all: number): Measured => ({ good, all, found: [] });
    expect(dataOf('phone', undefined, facts)).toBe('none');
    expect([of(0, 0), of(1, 1), of(19, 19), of(20, 20)].map((one) => dataOf('phone', one, facts))).toEqual([
      'none',
      'few',
      'few',
      'enough',
    ]);
    expect(dataOf('satisfaction', of(5, 5), facts)).toBe('enough');
    expect(dataOf('satisfaction', of(5, 5), factsWith({ settings: { 'appraisal.satisfaction.sample': 6 } }))).toBe(
      'few',
    );
    expect(sampleOf({ sum: 255, count: 3 })).toBe(3);
  });
});

describe('8.2 the table', () => {
  test('is of a hundred points in three groups', () => {
    const sum = (group?: string) =>
      indicatorList
        .filter((one) => group === undefined || one.group === group)
        .reduce((all, one) => all + possible(one), 0);
    expect([sum(), sum('results'), sum('ability'), sum('attitude')]).toEqual([100, 50, 30, 20]);
    expect(new Set(indicatorList.map(({ key }) => key)).size).toBe(10);
  });

  test('has bands that follow upon each other', () => {
    for (const { bands } of indicatorList) {
      expect([bands[0].from - bands[1].to, bands[1].from - bands[2].to]).toEqual([1, 1]);
    }
  });
});
