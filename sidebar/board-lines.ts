// A board that is brought up to date under somebody's finger: what is shown keeps its place.
import type { BoardSection, Line, Start } from '../src/api/contract';

/** On the screen; `gone` when the server no longer lists it. */
type Shown<T> = T & { readonly gone?: boolean };
export type ShownLine = Shown<Line>;
export type ShownStart = Shown<Start>;
export type ShownSection = Omit<BoardSection, 'lines' | 'starts'> & {
  readonly lines: readonly ShownLine[];
  readonly starts?: readonly ShownStart[];
};

export const lineKey = (line: Pick<Line, 'register' | 'no'>): string => line.register + '/' + line.no;
export const startKey = ({ register, values }: Start): string => register + JSON.stringify(values);

/** In the order in which they stand; what is gone stays as a shadow, what is new comes last. */
function merge<T extends Shown<object>>(
  shown: readonly T[],
  fresh: readonly T[],
  keyOf: (one: T) => string,
): readonly T[] {
  const news = new Map(fresh.map((one) => [keyOf(one), one]));
  const kept = shown.map((one): T => {
    const update = news.get(keyOf(one));
    news.delete(keyOf(one));
    return update ?? { ...one, gone: true };
  });
  return [...kept, ...news.values()];
}

/** The board after news came in; `steady` when somebody's pointer or focus is on it. */
export function mergeBoard(
  shown: readonly ShownSection[] | undefined,
  fresh: readonly BoardSection[],
  steady: boolean,
): readonly ShownSection[] {
  if (!steady || shown === undefined) return fresh;
  const news = new Map(fresh.map((section) => [section.key, section]));
  const kept = shown.map((section): ShownSection => {
    const update = news.get(section.key);
    news.delete(section.key);
    return {
      ...section,
      ...update,
      lines: merge(section.lines, update?.lines ?? [], lineKey),
      starts: merge(section.starts ?? [], update?.starts ?? [], startKey),
    };
  });
  return [...kept, ...news.values()];
}

const crossedOut = <T>(shown: readonly T[], gone: string, keyOf: (one: T) => string): readonly T[] =>
  shown.map((one) => (keyOf(one) === gone ? { ...one, gone: true } : one));

/** The board with one line or start crossed out, because its step has just been taken. */
export const without = (shown: readonly ShownSection[], gone: string): readonly ShownSection[] =>
  shown.map((section) => ({
    ...section,
    lines: crossedOut(section.lines, gone, lineKey),
    starts: crossedOut(section.starts ?? [], gone, startKey),
  }));

export const countOf = ({ lines, starts = [] }: ShownSection): number =>
  [...lines, ...starts].filter(({ gone }) => !gone).length;
