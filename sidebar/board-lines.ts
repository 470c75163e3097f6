// A board that is brought up to date under somebody's finger: what is shown keeps its place.
import type { BoardSection, Line } from '../src/api/contract';

/** A line on the screen; `gone` when the server no longer lists it. */
export type ShownLine = Line & { readonly gone?: boolean };
export type ShownSection = Omit<BoardSection, 'lines'> & { readonly lines: readonly ShownLine[] };

export const lineKey = (line: Pick<Line, 'register' | 'no'>): string => line.register + '/' + line.no;

/** Lines in the order in which they stand; what is gone stays as a shadow, what is new comes last. */
function mergeLines(shown: readonly ShownLine[], fresh: readonly Line[]): readonly ShownLine[] {
  const news = new Map(fresh.map((line) => [lineKey(line), line]));
  const kept = shown.map((line): ShownLine => {
    const update = news.get(lineKey(line));
    news.delete(lineKey(line));
    return update ?? { ...line, gone: true };
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
    return { ...section, ...update, lines: mergeLines(section.lines, update?.lines ?? []) };
  });
  return [...kept, ...news.values()];
}

/** The board with one line crossed out, because its step has just been taken. */
export function withoutLine(shown: readonly ShownSection[], gone: string): readonly ShownSection[] {
  return shown.map((section) => ({
    ...section,
    lines: section.lines.map((line) => (lineKey(line) === gone ? { ...line, gone: true } : line)),
  }));
}

export const countOf = (section: ShownSection): number => section.lines.filter((line) => !line.gone).length;
