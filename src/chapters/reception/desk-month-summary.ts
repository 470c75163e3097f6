// 1.3.2–1.3.5, 2.2.4, 8.2: the month's figures on one table, each beside the month before.
import { cellAt, type Area, type DressedCell, type SheetRow } from '../../kernel/report-sheet';
import type { Words } from '../../kernel/words';
import { half, lineOf, startsOf, titleLine } from './desk-month-grid';
import type { Two } from './desk-month-sums';
import { difference, said, share, type Figure, type Tell } from './desk-month-words';

const words = {
  title: { zh: '要点', en: 'In short' },
  what: { zh: '指标', en: 'Figure' },
  source: { zh: '来源', en: 'From' },
} satisfies Record<string, Words>;

const spans = [4, 4, 4, 3, 3];
const [, now, before] = startsOf(spans) as [number, number, number];

interface Named {
  readonly label: Words;
  readonly figure: Figure;
  readonly source?: DressedCell;
}
/** A line of the summary: two cells, or a share of two lines above it or of cells elsewhere. */
export type SummaryLine = Named &
  ({ readonly cells: Two<DressedCell> } | { readonly part: Two<Area> | number; readonly whole: Two<Area> | number });

/** Rows that the summary takes with so many lines. */
export const summaryHeight = (lines: number): number => 2 + lines;

/** A line's own cells, by its place among the lines. */
const cellsOf = (from: number, line: number): Two<Area> => {
  const row = from + summaryHeight(line);
  return { now: cellAt(row, now), before: cellAt(row, before) };
};

/** From row `from` on. */
export function summary(lines: readonly SummaryLine[], from: number, t: Tell): readonly SheetRow[] {
  const areas = (one: Two<Area> | number): Two<Area> => (typeof one === 'number' ? cellsOf(from, one) : one);
  const cells = (line: SummaryLine): Two<DressedCell> => {
    if ('cells' in line) return line.cells;
    const [part, whole] = [areas(line.part), areas(line.whole)];
    return { now: share(part.now, whole.now, t), before: share(part.before, whole.before, t) };
  };
  const row = (line: SummaryLine, index: number): SheetRow => {
    const own = cellsOf(from, index);
    const shown = cells(line);
    const change = difference(own.now, own.before, line.figure, t);
    return lineOf(spans, [t(line.label), shown.now, shown.before, change, line.source ?? '']);
  };
  const heads = [words.what, said.now, said.before, said.change, words.source];
  return [
    titleLine(t(words.title), half),
    lineOf(
      spans,
      heads.map((one) => t(one)),
      'head',
    ),
    ...lines.map(row),
  ];
}
