import * as fc from 'fast-check';
import {
  moved,
  patched,
  runsWithin,
  spansWithin,
  valueAt,
  withRoom,
  without,
  type Runs,
} from '../../../emulator/sheets/runs';

type Values = (string | undefined)[];
type Change = (runs: Runs<string>, values: Values) => [Runs<string>, Values];

const length = 24;
const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
const span = fc
  .tuple(fc.nat({ max: length }), fc.nat({ max: length }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const filledSpan = span.filter(([start, end]) => start < end);

/** The list as it stands, with room behind its end. */
const longer = (values: Values, to: number): Values =>
  Array.from({ length: Math.max(values.length, to) }, (_, i) => values[i]);

const patch: fc.Arbitrary<Change> = fc
  .array(fc.record({ at: fc.nat({ max: length }), size: fc.integer({ min: 1, max: 3 }), value }), { maxLength: 5 })
  .map((list) => {
    let free = 0;
    const patches = [...list]
      .sort((a, b) => a.at - b.at)
      .map((one) => {
        const start = Math.max(one.at, free);
        free = start + one.size;
        return { start, end: free, value: one.value };
      });
    return (runs, values) => {
      const next = longer(values, free);
      for (const one of patches) next.fill(one.value, one.start, one.end);
      return [patched(runs, patches), next];
    };
  });

const room: fc.Arbitrary<Change> = fc
  .tuple(fc.nat({ max: length }), fc.integer({ min: 1, max: 4 }), value)
  .map(([at, count, filling]) => (runs, values) => {
    const next = longer(values, at);
    next.splice(at, 0, ...Array.from({ length: count }, () => filling));
    return [withRoom(runs, at, count, filling), next];
  });

const removal: fc.Arbitrary<Change> = span.map(([start, end]) => (runs, values) => {
  const next = [...values];
  next.splice(start, end - start);
  return [without(runs, start, end), next];
});

const move: fc.Arbitrary<Change> = fc
  .tuple(filledSpan, fc.nat({ max: length }))
  .filter(([[start, end], to]) => to <= start || to >= end)
  .map(([[start, end], to]) => (runs, values) => {
    const next = longer(values, Math.max(end, to));
    const block = next.splice(start, end - start);
    next.splice(to > start ? to - block.length : to, 0, ...block);
    return [moved(runs, start, end, to), next];
  });

const changes = fc.array(fc.oneof({ weight: 2, arbitrary: patch }, room, removal, move), {
  minLength: 1,
  maxLength: 12,
});

const after = (list: readonly Change[]): [Runs<string>, Values] =>
  list.reduce<[Runs<string>, Values]>(([runs, values], change) => change(runs, values), [[], []]);

describe('runs', () => {
  test('hold what a plain list holds', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const [runs, values] = after(list);
        const size = values.length + 5;
        expect(Array.from({ length: size }, (_, at) => valueAt(runs, at))).toEqual(longer(values, size));
      }),
      { numRuns: 300 },
    );
  });

  test('are sorted, apart, never empty, and as few as can be', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const [runs] = after(list);
        runs.forEach((run, index) => {
          expect(run.start).toBeLessThan(run.end);
          const next = runs[index + 1];
          if (!next) return;
          expect(run.end).toBeLessThanOrEqual(next.start);
          if (run.end === next.start) expect(run.value).not.toBe(next.value);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('are cut to what is asked for, with gaps or without', () => {
    fc.assert(
      fc.property(changes, span, (list, [start, end]) => {
        const [runs, values] = after(list);
        const spread = (spans: readonly { start: number; end: number; value: string | undefined }[]): Values => {
          const all: Values = Array.from({ length: end - start }, () => undefined);
          for (const one of spans) all.fill(one.value, one.start - start, one.end - start);
          return all;
        };
        const expected = longer(values, end).slice(start, end);
        expect(spread(runsWithin(runs, start, end))).toEqual(expected);
        const spans = spansWithin(runs, start, end);
        expect(spread(spans)).toEqual(expected);
        expect(spans.map((one) => one.start)).toEqual([start, ...spans.map((one) => one.end)].slice(0, spans.length));
        expect(spans.at(-1)?.end ?? end).toBe(end);
      }),
      { numRuns: 300 },
    );
  });
});
