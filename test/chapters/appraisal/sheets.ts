// Sheets of the third quarter by value: records in, tabs and moves out, as the report makes them.
import { createHash } from 'node:crypto';
import { chapters } from '../../../src/chapters';
import { appraisalOf } from '../../../src/chapters/appraisal';
import { indicatorList } from '../../../src/chapters/appraisal/indicator-list';
import { at } from '../../../src/chapters/appraisal/sheet-typed';
import { productOf } from '../../../src/kernel/chapter';
import { outcomeOf, periodOf, type ReportOutcome } from '../../../src/kernel/report';
import { dressed, type DressedCell, type ReportBody } from '../../../src/kernel/report-sheet';
import type { Cell, RecordRow, Values } from '../../../src/kernel/values';
import { office } from '../../../src/office';
import { factsWith, recordOf, type Difference } from '../world';

export const product = productOf([office, ...chapters]);
export const quarter = '2026Q3';
const report = appraisalOf(chapters.filter(({ key }) => key !== 'appraisal')).reports![0]!;

export const rowsOf = (key: string, rows: readonly Values[]): readonly RecordRow[] =>
  rows.map((values, index) => {
    const register = product.register(key)!;
    const no = `${register.serial}-2026-${String(index + 1).padStart(5, '0')}`;
    return recordOf(register, { recordedAt: '2026-10-08T09:00', ...values }, { no, row: index + 2 });
  });

export const appraisal = (values: Values = {}): Values => ({
  ...{ quarter, person: '王芳', assessor: '刘洋', state: 'scoring', tellingOn: '2026-10-08' },
  ...values,
});

export type Tabs = Readonly<Record<string, readonly Values[]>>;
export type Before = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** `records`: by register; one appraisal of 王芳 unless told. */
export function made(records: Tabs = {}, before: Before = {}, difference: Difference = {}): ReportOutcome {
  const facts = factsWith({ as: '刘洋', ...difference });
  const found = new Map(
    Object.entries({ appraisals: [appraisal()], ...records }).map(([key, rows]) => [key, rowsOf(key, rows)]),
  );
  return outcomeOf(
    report.build({
      facts,
      period: periodOf('quarter', quarter, facts.today),
      subject: '',
      records: ({ key }) => found.get(key) ?? [],
      before: (part) => before[part],
      sees: () => true,
      digest: (text) => createHash('sha256').update(text).digest('hex'),
      column: ({ sheetId }) => ({ sheetId, fromRow: 1, fromColumn: 0, toColumn: 1 }),
    }),
  );
}

export const tabOf = ({ tabs }: ReportOutcome, part = 'A01'): ReportBody => tabs.find((tab) => tab.part === part)!;

/** As the tab stands before anybody types: formulas are not told. */
export const cellsOf = ({ rows }: ReportBody): readonly (readonly Cell[])[] =>
  rows.map((row) => row.map((cell) => dressed(cell).value ?? ''));

const wordsOf = (key: string): string => indicatorList.find((one) => one.key === key)!.words.zh;

export const lineOf = (tab: ReportBody, key: string): readonly DressedCell[] =>
  tab.rows.find(([first]) => first !== undefined && dressed(first).value === wordsOf(key))!.map(dressed);

/** A cell of an indicator's line typed over. */
export const typedOver = (
  cells: readonly (readonly Cell[])[],
  key: string,
  column: Parameters<typeof at>[0],
  value: Cell,
): readonly (readonly Cell[])[] =>
  cells.map((row) => (row[0] === wordsOf(key) ? row.map((cell, index) => (index === at(column) ? value : cell)) : row));

/** The record after its sheet was made. */
export const after = (outcome: ReportOutcome, values: Values = appraisal()): Values => ({
  ...values,
  ...outcome.moves?.[0]?.values,
});

export const transfers = (right: number, wrong: number): readonly Values[] =>
  Array.from({ length: right + wrong }, (_, index) => ({
    ...{
      kind: 'transfer',
      at: '2026-08-03T10:00',
      recordedAt: '2026-08-03T10:00',
      recordedBy: '王芳',
      state: 'closed',
    },
    transferCheck: index < right ? 'right' : 'wrong',
  }));
