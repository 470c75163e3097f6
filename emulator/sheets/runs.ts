// Runs: one value for many neighbouring rows or columns, so that the format of a whole column costs one entry.

export interface Run<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** Sorted, not overlapping; where there is no run there is no value. Never changed in place. */
export type Runs<T> = readonly Run<T>[];

/** Index of the first run that ends after `at`. */
function firstAfter<T>(runs: Runs<T>, at: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.end > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function valueAt<T>(runs: Runs<T> | undefined, at: number): T | undefined {
  if (!runs || runs.length === 0) return undefined;
  const run = runs[firstAfter(runs, at)];
  return run && run.start <= at ? run.value : undefined;
}

/** The runs within [start, end), cut to it, gaps left out. */
export function runsWithin<T>(runs: Runs<T> | undefined, start: number, end: number): Run<T>[] {
  const found: Run<T>[] = [];
  if (!runs) return found;
  for (let i = firstAfter(runs, start); i < runs.length && runs[i]!.start < end; i += 1) {
    const run = runs[i]!;
    found.push({ start: Math.max(run.start, start), end: Math.min(run.end, end), value: run.value });
  }
  return found;
}

/** The same as `runsWithin`, the gaps included with `undefined`. */
export function spansWithin<T>(runs: Runs<T> | undefined, start: number, end: number): Run<T | undefined>[] {
  const spans: Run<T | undefined>[] = [];
  let at = start;
  for (const run of runsWithin(runs, start, end)) {
    if (run.start > at) spans.push({ start: at, end: run.start, value: undefined });
    spans.push(run);
    at = run.end;
  }
  if (at < end) spans.push({ start: at, end, value: undefined });
  return spans;
}

function joined<T>(runs: Iterable<Run<T | undefined>>): Run<T>[] {
  const result: Run<T>[] = [];
  for (const run of runs) {
    if (run.value === undefined || run.start >= run.end) continue;
    const last = result[result.length - 1];
    if (last && last.end === run.start && last.value === run.value) {
      result[result.length - 1] = { start: last.start, end: run.end, value: run.value };
    } else result.push(run as Run<T>);
  }
  return result;
}

/** Puts patches (sorted, not overlapping; `undefined` clears) over the runs. */
export function patched<T>(runs: Runs<T> | undefined, patches: readonly Run<T | undefined>[]): Runs<T> {
  const first = patches[0];
  const last = patches[patches.length - 1];
  if (!first || !last) return runs ?? [];
  const old = runs ?? [];
  const head = firstAfter(old, first.start);
  const tail = firstAfter(old, last.end);
  const middle: Run<T | undefined>[] = [];
  // One neighbour on either side takes part, so that equal runs grow together.
  const from = Math.max(0, head - 1);
  const to = Math.min(old.length, tail + 1);
  let next = from;
  let rest: Run<T> | undefined = old[next];
  for (const patch of patches) {
    while (rest && next < to && rest.start < patch.start) {
      middle.push({ ...rest, end: Math.min(rest.end, patch.start) });
      if (rest.end > patch.start) rest = { ...rest, start: patch.start };
      else rest = old[++next];
    }
    middle.push(patch);
    while (rest && next < to && rest.start < patch.end) {
      if (rest.end > patch.end) rest = { ...rest, start: patch.end };
      else rest = old[++next];
    }
  }
  while (rest && next < to) {
    middle.push(rest);
    rest = old[++next];
  }
  return [...old.slice(0, from), ...joined(middle), ...old.slice(to)];
}

export const put = <T>(runs: Runs<T> | undefined, start: number, end: number, value: T | undefined): Runs<T> =>
  patched(runs, [{ start, end, value }]);

/** Makes room for `count` at `at`, filled with `value`. */
export function withRoom<T>(runs: Runs<T> | undefined, at: number, count: number, value: T | undefined): Runs<T> {
  const shifted: Run<T>[] = [];
  for (const run of runs ?? []) {
    if (run.end <= at) shifted.push(run);
    else if (run.start >= at) shifted.push({ start: run.start + count, end: run.end + count, value: run.value });
    else {
      shifted.push({ start: run.start, end: at, value: run.value });
      shifted.push({ start: at + count, end: run.end + count, value: run.value });
    }
  }
  return put(shifted, at, at + count, value);
}

export function without<T>(runs: Runs<T> | undefined, start: number, end: number): Runs<T> {
  const count = end - start;
  const shift = (at: number): number => (at <= start ? at : Math.max(start, at - count));
  return joined((runs ?? []).map((run) => ({ start: shift(run.start), end: shift(run.end), value: run.value })));
}

/** Moves the block [start, end) to `to`, given as before the move. */
export function moved<T>(runs: Runs<T> | undefined, start: number, end: number, to: number): Runs<T> {
  const block = runsWithin(runs, start, end);
  const count = end - start;
  const target = to > start ? to - count : to;
  const room = withRoom(without(runs, start, end), target, count, undefined);
  if (block.length === 0) return room;
  const offset = target - start;
  return patched(
    room,
    block.map((run) => ({ start: run.start + offset, end: run.end + offset, value: run.value })),
  );
}
