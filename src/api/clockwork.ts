// What the clock and the kick set going: the outbox, effects between the workbooks, the morning's letters, the evening's sweep.
import type { Numbers } from '../kernel/decide';
import { decideTransition } from '../kernel/step';
import { addMinutes } from '../kernel/civil';
import { Busy } from '../kernel/errors';
import type { Facts } from '../kernel/facts';
import type { Job } from '../kernel/job';
import { openRecords } from '../kernel/open-records';
import { lookAtOutbox, type OfficePorts, type OutboxResult } from '../kernel/outbox';
import { nothing, together, type Order, type Plan } from '../kernel/plan';
import type { Register, WorkbookKey } from '../kernel/register';
import { run } from '../kernel/unit-of-work';
import type { RecordRow } from '../kernel/values';
import type { View } from '../kernel/view';
import { chaptersInUse, lastGoodUpdates } from '../office';
import { settings } from '../office/settings.register';
import { carryOn } from './carry-on';
import { carryOut, noteSent } from './effects';
import { tellHealth } from './health-letter';
import { digestsOf, handedIn, morningOrders, readByClock, sendDigests, wholeIn } from './letters';
import { clockOf, dueKeyOf, readingOf, sharedKeys, usedWorkbooks, wake, type Machine } from './machine';
import { maskOverdue } from './masking';
import { takeAsked } from './mine-links';
import { compareWithLog } from './nightly';
import type { Equipped } from './set-up-specs';
import { sweepAll } from './sweeps';
import { topUp } from './top-up';

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
      if (workbook === 'desk') takeAsked(machine);
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
      whole: readByClock(machine, when),
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

/** 18:30: what was typed carries its records on, what is left over is ended, every typed row is looked at, blank rows are topped up, and every record is held against the log. */
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
  for (const workbook of usedWorkbooks(machine)) attempt(() => carryOn(machine, workbook));
  attempt(() => runJobs(machine, 'evening', () => []));
  const lastUsed = new Map<Register, number>();
  for (const register of machine.product.registers) {
    attempt(() => void lastUsed.set(register, sweepAll(machine, register)));
  }
  for (const workbook of usedWorkbooks(machine)) attempt(() => topUp(machine, workbook, lastUsed));
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
