// 2.2.2–2.2.4: calls of a month by kind, and the share that was put through or answered.
import { cellAt, down, type Area, type DressedCell, type SheetCell, type SheetRow } from '../../kernel/report-sheet';
import type { RecordRow } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { callKinds } from './calls.register';
import { half, lineOf, startsOf, titleLine } from './desk-month-grid';
import { isAnswered, type Two } from './desk-month-sums';
import { measured, quiet, said, share, sumOf, type Tell } from './desk-month-words';

const words = {
  title: { zh: '来电（按类别）', en: 'Calls by kind' },
  kind: { zh: '类别', en: 'Kind' },
  answered: { zh: '接通答复', en: 'Answered' },
  share: { zh: '比率', en: 'Share' },
  answeredBefore: { zh: '接通答复', en: 'Answered' },
} satisfies Record<string, Words>;

const spans = [3, 2, 3, 2, 3, 3, 2];
const [, now, answered, , before, answeredBefore] = startsOf(spans) as [number, number, number, number, number, number];

export interface CallsTable {
  readonly rows: readonly SheetRow[];
  readonly labels: Area;
  readonly series: readonly Area[];
  readonly calls: Two<Area>;
  readonly answered: Two<Area>;
}

export function callsByKind(calls: Two<readonly RecordRow[]>, from: number, t: Tell): CallsTable {
  const kinds = Object.entries(callKinds);
  const headRow = from + 1;
  const first = headRow + 1;
  const totalRow = first + kinds.length;
  const ofKind = (records: readonly RecordRow[], kind: string): readonly RecordRow[] =>
    records.filter(({ values }) => values['kind'] === kind);
  const figure = (all: readonly RecordRow[], value: number): DressedCell =>
    all.length === 0 ? { value: '' } : measured(value, 'count', t);
  const shares = (row: number): readonly [DressedCell, DressedCell] => [
    share(cellAt(row, answered), cellAt(row, now), t),
    share(cellAt(row, answeredBefore), cellAt(row, before), t),
  ];
  const line = (cells: readonly SheetCell[], row: number): readonly SheetCell[] => {
    const [label, one, part, other, otherPart] = cells as [SheetCell, SheetCell, SheetCell, SheetCell, SheetCell];
    const [shareNow, shareBefore] = shares(row);
    return [label, one, part, shareNow, other, otherPart, shareBefore];
  };
  const kindRow = ([kind, label]: [string, Words], index: number): SheetRow => {
    const [one, other] = [ofKind(calls.now, kind), ofKind(calls.before, kind)];
    const cells = [
      t(label),
      figure(calls.now, one.length),
      figure(calls.now, one.filter(isAnswered).length),
      figure(calls.before, other.length),
      figure(calls.before, other.filter(isAnswered).length),
    ];
    return lineOf(spans, line(cells, first + index));
  };
  const summed = (records: readonly RecordRow[], column: number): DressedCell =>
    records.length === 0 ? quiet(t(said.none)) : sumOf(down(first, totalRow, column), 'count');
  const heads = [words.kind, said.now, words.answered, words.share, said.before, words.answeredBefore, words.share];
  const sums = [
    t(said.total),
    summed(calls.now, now),
    summed(calls.now, answered),
    summed(calls.before, before),
    summed(calls.before, answeredBefore),
  ];
  return {
    rows: [
      titleLine(t(words.title), half),
      lineOf(
        spans,
        heads.map((one) => t(one)),
        'head',
      ),
      ...kinds.map(kindRow),
      lineOf(spans, line(sums, totalRow), 'total'),
    ],
    labels: down(headRow, totalRow, 0),
    series: [down(headRow, totalRow, before), down(headRow, totalRow, now)],
    calls: { now: cellAt(totalRow, now), before: cellAt(totalRow, before) },
    answered: { now: cellAt(totalRow, answered), before: cellAt(totalRow, answeredBefore) },
  };
}
