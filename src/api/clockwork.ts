// What the clock and the kick set going: the outbox, effects between the workbooks, the morning's letters, the evening's sweep.
import type { Numbers } from '../kernel/decide';
import { decideTransition } from '../kernel/step';
import { addMinutes } from '../kernel/civil';
import { Busy } from '../kernel/errors';
import type { Facts } from '../kernel/facts';
import type { Job } from '../kernel/job';
import { firstRow } from '../kernel/kernel-tabs';
import { isTyped } from '../kernel/layout';
import { openRecords } from '../kernel/open-records';
import { lookAtOutbox, type OfficePorts, type OutboxResult } from '../kernel/outbox';
import { nothing, together, type Order, type Plan } from '../kernel/plan';
import type { Register, WorkbookKey } from '../kernel/register';
import { recheckPlan, sweepPlan } from '../kernel/typed-rows';
import { run } from '../kernel/unit-of-work';
import type { RecordRow } from '../kernel/values';
import type { TypedRow, View } from '../kernel/view';
import { chaptersInUse, lastGoodUpdates } from '../office';
import { settings } from '../office/settings.register';
import { carryOut, noteSent } from './effects';
import { tellHealth } from './health-letter';
import { digestsOf, handedIn, morningOrders, readByClock, sendDigests, wholeIn } from './letters';
import { clockOf, dueKeyOf, readingOf, sharedKeys, usedWorkbooks, wake, type Machine } from './machine';
import { maskOverdue } from './masking';
import { compareWithLog } from './nightly';
import type { Equipped } from './set-up-specs';

/** However quiet it is, the outbox is looked at this often: a note of what is due may have been lost. */
const lookAnywayMinutes = 60;

/** The workbooks in which something is due; costs no Sheets call. */
function dueWorkbooks(machine: Machine): readonly WorkbookKey[] {
  const { shared, ports } = machine;
  const now = ports.clock.now();
  const seen = shared.get(sharedKeys.heartbeat);
  const all = usedWorkbooks(machine);
  if (!seen || seen.slice(0, 16) <= addMinutes(now, -lookAnywayMinutes)) return all;
  return all.filter((workbook) => {
    const dueAt = shared.get(dueKeyOf(workbook));
    return Boolean(dueAt) && dueAt! <= now;
  });
}

export function everyMinute(machine: Machine): void {
  const due = dueWorkbooks(machine);
  if (due.length > 0) lookNow(machine, due);
}

/** Sends what is due and carries out effects on the other workbook. */
export function lookNow(machine: Machine, some: readonly WorkbookKey[] = usedWorkbooks(machine)): void {
  const { shared, ports, office } = machine;
  if (!office) return;
  for (const workbook of some) {
    shared.put(dueKeyOf(workbook), '');
    try {
      const dueAt = lookInto(machine, office, workbook);
      if (dueAt !== '') wake(machine, dueAt, workbook);
    } catch (error) {
      wake(machine, ports.clock.now(), workbook);
      throw error;
    }
  }
  if (some.length === usedWorkbooks(machine).length) shared.put(sharedKeys.heartbeat, ports.clock.now());
}

/** When the next row of this workbook is due; '' when nothing waits. */
function lookInto(machine: Machine, office: OfficePorts, workbook: WorkbookKey): string {
  let result: OutboxResult;
  try {
    result = lookAtOutbox(readingOf(machine, clockOf(machine)), workbook, office);
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    return machine.ports.clock.now();
  }
  result.effects.forEach((row) => carryOut(machine, workbook, row));
  result.told.forEach((row) => noteSent(machine, row));
  if (result.digests.length > 0) sendDigests(machine, workbook, result.digests);
  return result.nextDueAt;
}

/** A page may ask this often that the outbox be looked at. */
const kickSeconds = 2;

export function kick(machine: Machine): { looked: boolean } {
  const { shared, ports } = machine;
  const now = ports.clock.now();
  const last = shared.get(sharedKeys.lastKick) ?? '';
  const soonest = `${now.slice(0, 17)}${String(Math.max(0, Number(now.slice(17, 19)) - kickSeconds)).padStart(2, '0')}`;
  if (last > soonest && last <= now) return { looked: false };
  shared.put(sharedKeys.lastKick, now);
  const due = dueWorkbooks(machine);
  if (due.length === 0) return { looked: false };
  lookNow(machine, due);
  return { looked: true };
}

const jobsOf = (machine: Machine, when: Job['when'], facts: Facts): readonly Job[] =>
  chaptersInUse(machine.product, facts)
    .flatMap((chapter) => chapter.jobs ?? [])
    .filter((job) => job.when === when);

/** What the jobs of this time of day want, from the open records as they are. */
function jobsPlan(
  machine: Machine,
  jobs: readonly Job[],
  open: readonly RecordRow[],
  whole: (register: string) => readonly RecordRow[],
  facts: Facts,
  numbers: Numbers,
): Plan {
  const plans = jobs.flatMap((job) => {
    const mine = handedIn(job, open, whole);
    const { acts = [], orders = [] } = job.plan(mine, facts);
    const steps = acts.map((act) => {
      const workflow = machine.product.workflow(act.register)!;
      const { record, transition, input = {} } = act;
      const lines = mine.filter((one) => one.register === act.register && one.no === record.no);
      return decideTransition(machine.product, workflow, transition, record, input, facts, numbers, { lines });
    });
    return [...steps, { ...nothing, orders }];
  });
  return together(...plans);
}

const deskRegisters = (machine: Machine): readonly Register[] =>
  machine.product.registers.filter((one) => one.workbook === 'desk');

/** Runs jobs once: the day and the time of day are the request. */
function runJobs(
  machine: Machine,
  when: Job['when'],
  more: (open: readonly RecordRow[], view: View) => readonly Order[],
): void {
  run(readingOf(machine, clockOf(machine)), {
    workbook: 'desk',
    requestId: `${when}-${machine.ports.clock.now().slice(0, 10)}`,
    needs: {
      open: true,
      records: deskRegisters(machine).map((register) => ({ register })),
      whole: readByClock(machine),
    },
    decide(view) {
      const jobs = jobsOf(machine, when, view.facts);
      const wanted = [...jobs, ...digestsOf(machine, view.facts)].flatMap((one) => one.registers);
      const open = openRecords(view, machine.product, [...new Set(wanted)]);
      const plan = jobsPlan(machine, jobs, open, wholeIn(machine, view), view.facts, view.numbers);
      return { ...plan, orders: [...plan.orders, ...more(open, view)] };
    },
  });
}

/**
 * 08:00: what is due today is chased, and the letters about the day are ordered: the minute trigger sends them. Once a month
 * what is past its keep time is masked. Then it is looked how the installation is.
 */
export function everyMorning(machine: Equipped): void {
  try {
    runJobs(machine, 'morning', (open, view) => morningOrders(machine, open, view));
    wake(machine, machine.ports.clock.now());
    maskOverdue(machine);
  } finally {
    tellHealth(machine);
  }
}

/** 18:30: what is left over is ended, every typed row is looked at, and every record held against the log. */
export function everyEvening(machine: Machine): void {
  const failures: unknown[] = [];
  /** A tab that is not in order must not keep the others from being looked after. */
  const attempt = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      failures.push(error);
    }
  };
  attempt(() => runJobs(machine, 'evening', () => []));
  for (const register of machine.product.registers) attempt(() => void sweepAll(machine, register));
  attempt(() => keepGoodSettings(machine));
  attempt(() => lookNow(machine));
  for (const workbook of usedWorkbooks(machine)) attempt(() => void compareWithLog(machine, workbook));
  if (failures.length > 0) throw failures[0];
}

/** Remembers settings that make sense: what stays in force when somebody writes nonsense over them. */
export function keepGoodSettings(machine: Machine): void {
  run(readingOf(machine, clockOf(machine)), {
    workbook: 'desk',
    requestId: '',
    needs: { whole: [settings] },
    decide(view) {
      machine.shared.put(sharedKeys.chapters, view.facts.setting<string>('agency.chapters'));
      return { ...nothing, updates: lastGoodUpdates(view.whole(settings), view.facts) };
    },
  });
}

/** As many rows as one commit takes; the rest follows in the next round. */
const sweptAtOnce = 200;

/** Everything typed into a register, in rounds, until nothing is left to do. */
export function sweepAll(machine: Machine, register: Register): number {
  if (register.lines) return 0;
  let swept = 0;
  for (let after = firstRow; ;) {
    const { done, next } = sweepRound(machine, register, after, undefined);
    swept += done;
    if (next === undefined) return swept;
    after = next;
  }
}

/** An edit by a person: its rows are looked at, and those below the last numbered row. */
export function sweepEdited(machine: Machine, register: Register, fromRow: number, toRow: number): void {
  if (register.lines) return;
  for (let from = Math.max(fromRow, firstRow); from < toRow; from += sweptAtOnce) {
    sweepRound(machine, register, from, Math.min(toRow, from + sweptAtOnce));
  }
}

function sweepRound(
  machine: Machine,
  register: Register,
  fromRow: number,
  toRow: number | undefined,
): { done: number; next: number | undefined } {
  let next: number | undefined;
  const outcome = run(readingOf(machine, { ...machine.who, via: machine.who.via === 'clock' ? 'clock' : 'typed' }), {
    workbook: register.workbook,
    requestId: '',
    needs: {
      tails: [register],
      lookups: Object.keys(register.columns)
        .filter((key) => register.columns[key]!.unique)
        .map((column) => ({ register, column })),
    },
    decide(view) {
      const layout = view.layout(register);
      const numberOf = (row: TypedRow): unknown => row.cells[layout.columns['no']!] ?? '';
      const rows =
        toRow === undefined
          ? unnumberedRows(view, register, fromRow)
          : merged(view.rows(register, fromRow, toRow), view.tail(register).typed);
      const typed = rows.filter((row) => numberOf(row) === '' && isTyped(layout, row.cells));
      if (toRow === undefined && typed.length > sweptAtOnce) next = typed[sweptAtOnce]!.row;
      const taken = (column: string, value: Parameters<View['taken']>[2]): boolean =>
        view.taken(register.key, column, value);
      const numbered = toRow === undefined ? [] : rows.filter((row) => numberOf(row) !== '');
      return together(
        sweepPlan(
          machine.product,
          { register, layout, rows: typed.slice(0, sweptAtOnce), taken },
          view.facts,
          view.numbers,
        ),
        recheckPlan({ register, layout, rows: numbered, taken }, view.facts),
      );
    },
  });
  if (outcome.mail) wake(machine, machine.ports.clock.now(), register.workbook);
  return { done: outcome.places.length, next };
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
