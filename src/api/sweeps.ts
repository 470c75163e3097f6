// Rows that people type, paste or copy into a tab, looked at in rounds: as many as one commit takes, then the next.
import { firstRow } from '../kernel/kernel-tabs';
import { isTyped, recordOf } from '../kernel/layout';
import { together, type Plan } from '../kernel/plan';
import type { Register } from '../kernel/register';
import { needsOf } from '../kernel/related';
import { recheckPlan, sweepPlan } from '../kernel/typed-rows';
import { run } from '../kernel/unit-of-work';
import type { TypedRow, View } from '../kernel/view';
import { needsOfTyping, typingIn } from './carry-on';
import { openedWith, scanning, sweepOf } from './commands';
import { leftCopies, pastedCopies } from './copies';
import { hasTime, readingOf, wake, type Machine } from './machine';
import { needsOfSteps, withSteps } from './named-steps';

const sweptAtOnce = 200;
/** Everything typed into a register, until nothing is left to do. Answers the last row in use. */
export function sweepAll(machine: Machine, register: Register): number {
  let lastUsed = firstRow - 1;
  for (let after: number | undefined = firstRow; after !== undefined;) {
    after = sweepRound(machine, register, (view) => {
      const { lastRow, typed } = view.tail(register);
      lastUsed = Math.max(lastRow, ...typed.map(({ row }) => row));
      return leftOver(view, register, after!);
    });
  }
  return lastUsed;
}

/** Rows that a person has edited; `withNumbers`: the column of numbers, too, as when a row is copied. */
export interface EditedRows {
  readonly fromRow: number;
  readonly toRow: number;
  readonly withNumbers: boolean;
  /** Columns that people fill in: what they typed may carry a record on. */
  readonly byHand: boolean;
}

/** An edit by a person: its rows are looked at, and those below the last numbered row. `since`: when the run began. */
export function sweepEdited(machine: Machine, register: Register, edited: EditedRows, since: string): void {
  for (let from: number | undefined = edited.fromRow; from !== undefined && hasTime(machine, since);) {
    from = sweepRound(machine, register, (view) => justEdited(view, register, edited, from!));
  }
}

/** What one round looks at, and where the next one begins. */
interface Round {
  /** Without a number of their own. */
  readonly typed: readonly TypedRow[];
  readonly numbered: readonly TypedRow[];
  readonly byHand: boolean;
  readonly next: number | undefined;
}

/** Answers where the next round begins. */
function sweepRound(machine: Machine, register: Register, look: (view: View) => Round): number | undefined {
  let next: number | undefined;
  const { via } = machine.who;
  const typing = needsOfTyping(machine, [register]);
  const outcome = run(readingOf(machine, { ...machine.who, via: via === 'clock' ? 'clock' : 'typed' }), {
    workbook: register.workbook,
    requestId: '',
    needs: {
      tails: [register, ...openedWith(machine, register), ...typing.tails],
      records: [...typing.records, ...needsOfSteps(machine, register).records],
      whole: typing.whole,
      open: true,
      lookups: [
        ...Object.keys(register.columns)
          .filter((key) => register.columns[key]!.unique)
          .map((column) => ({ register, column })),
        ...needsOf(machine.product, scanning(machine, register)).lookups,
        ...typing.lookups,
      ],
    },
    decide(view): Plan {
      const round = look(view);
      next = round.next;
      const sweep = sweepOf(machine, view, register, round.typed);
      const numbered = round.numbered.map(({ row, cells }) => recordOf(sweep.layout, cells, row));
      return together(
        withSteps(machine, view, register, sweepPlan(machine.product, sweep, view.facts, view.numbers)),
        recheckPlan(
          machine.product,
          {
            ...sweep,
            rows: round.numbered,
            byHand: round.byHand,
            related: typingIn(machine, view, register, numbered),
          },
          view.facts,
          view.numbers,
        ),
      );
    },
  });
  if (outcome.mail) wake(machine, machine.ports.clock.now(), register.workbook);
  return next;
}

const byRow = (a: TypedRow, b: TypedRow): number => a.row - b.row;
/** Typed, or with a hint that was said of what has been taken away again. */
const isLeft = (view: View, register: Register, row: TypedRow): boolean => {
  const layout = view.layout(register);
  if (hasNumber(view, register, row)) return false;
  return isTyped(layout, row.cells) || (row.cells[layout.columns['check']!] ?? '') !== '';
};
const hasNumber = (view: View, register: Register, { cells }: TypedRow): boolean =>
  (cells[view.layout(register).columns['no']!] ?? '') !== '';

function leftOver(view: View, register: Register, from: number): Round {
  const copies = leftCopies(view, register).filter(({ row }) => row >= from);
  const typed = unnumberedRows(view, register, from);
  const rows = [...typed.filter((row) => isLeft(view, register, row)), ...copies].sort(byRow);
  return { typed: rows.slice(0, sweptAtOnce), numbered: [], byHand: false, next: rows[sweptAtOnce]?.row };
}

function justEdited(view: View, register: Register, edited: EditedRows, fromRow: number): Round {
  const toRow = Math.min(edited.toRow, fromRow + sweptAtOnce);
  const { lastRow, typed: below } = view.tail(register);
  const end = Math.min(edited.toRow, 1 + Math.max(lastRow, ...below.map(({ row }) => row)));
  const next = toRow < end ? toRow : undefined;
  const pasted = edited.withNumbers ? pastedCopies(view, register, edited.fromRow, edited.toRow) : [];
  const copies = pasted.filter(({ row }) => row >= fromRow && row < toRow);
  const isCopy = new Set(copies.map(({ row }) => row));
  const rows = merged(view.rows(register, fromRow, toRow), below).filter(({ row }) => !isCopy.has(row));
  const typed = rows.filter((row) => isLeft(view, register, row));
  return {
    typed: [...typed, ...copies].sort(byRow).slice(0, sweptAtOnce),
    // What is wrong with a line of a form, the form says.
    numbered: register.lines ? [] : rows.filter((row) => hasNumber(view, register, row)),
    byHand: edited.byHand,
    next,
  };
}

function merged(a: readonly TypedRow[], b: readonly TypedRow[]): readonly TypedRow[] {
  const seen = new Set(a.map((row) => row.row));
  return [...a, ...b.filter((row) => !seen.has(row.row))].slice(0, sweptAtOnce * 2);
}

/** Rows without a number: those between the numbered ones, where a sort may have taken them, and those below. */
function unnumberedRows(view: View, register: Register, from: number): readonly TypedRow[] {
  const numbered = view.column(register, 'no');
  const { lastRow, typed } = view.tail(register);
  const gaps: { fromRow: number; toRow: number }[] = [];
  for (let row = from; row <= lastRow; row += 1) {
    const last = gaps[gaps.length - 1];
    if (numbered.has(row)) continue;
    if (last?.toRow === row) last.toRow += 1;
    else gaps.push({ fromRow: row, toRow: row + 1 });
  }
  const read = gaps.length === 0 ? [] : view.read(gaps.map((gap) => ({ sheetId: register.sheetId, ...gap })));
  return [
    ...gaps.flatMap(({ fromRow }, index) =>
      (read[index] ?? []).map((cells, offset) => ({ row: fromRow + offset, cells })),
    ),
    ...typed.filter((one) => one.row >= from),
  ];
}
