// What the clock and the kick set going: the outbox, effects between the workbooks, the morning's letters, the evening's sweep.
import type { Numbers } from '../kernel/decide';
import { decideTransition, movesPlan } from '../kernel/step';
import { addMinutes } from '../kernel/civil';
import { Busy } from '../kernel/errors';
import type { Facts } from '../kernel/facts';
import type { Job } from '../kernel/job';
import { openRecords } from '../kernel/open-records';
import { doneMark, lookAtOutbox, type OfficePorts, type OutboxResult, type OutboxRow } from '../kernel/outbox';
import { nothing, together, type Order, type Plan } from '../kernel/plan';
import type { Register, WorkbookKey } from '../kernel/register';
import { retried } from '../kernel/retrying';
import { run } from '../kernel/unit-of-work';
import { openView, type View } from '../kernel/view';
import { chaptersInUse, lastGoodUpdates } from '../office';
import { settings } from '../office/settings.register';
import { carryOn } from './carry-on';
import { takeAllEdited } from './edited';
import { carryOut, noteSent } from './effects';
import { tellHealth } from './health-letter';
import {
  digestsOf,
  handedIn,
  hasDigests,
  morningOrders,
  readByClock,
  sendDigests,
  wholeIn,
  type Told,
} from './letters';
import { clockOf, dueKeyOf, readingOf, sharedKeys, usedWorkbooks, wake, type Machine } from './machine';
import { maskOverdue } from './masking';
import { takeAsked } from './mine-links';
import { makeOrdered } from './reports';
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
  makeOrdered(machine, workbook, result.reports);
  result.jobs.forEach((row) => runElsewhere(machine, workbook, row));
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

const registersIn = ({ product }: Machine, workbook: WorkbookKey): readonly Register[] =>
  product.registers.filter((one) => one.workbook === workbook);

/** A job belongs to the workbook of the registers that it works on. */
const isIn = ({ product }: Machine, workbook: WorkbookKey, { registers, reads = [] }: Job): boolean =>
  [...registers, ...reads].some((key) => product.register(key)?.workbook === workbook);

/** The clock's work at a time of day on one workbook, of all chapters; what is off is known with the settings only. */
function jobsOf(machine: Machine, workbook: WorkbookKey, when: Job['when']): readonly Job[] {
  const jobs = machine.product.chapters.flatMap((chapter) => chapter.jobs ?? []);
  return jobs.filter((job) => job.when === when && isIn(machine, workbook, job));
}

/** What the jobs want, from the open records as they are. */
function jobsPlan(machine: Machine, jobs: readonly Job[], { open, whole }: Told, facts: Facts, numbers: Numbers): Plan {
  const plans = jobs.flatMap((job) => {
    const mine = handedIn(job, open, whole);
    const { acts = [], orders = [], moves = [] } = job.plan(mine, facts);
    const steps = acts.map((act) => {
      const workflow = machine.product.workflow(act.register)!;
      const { record, transition, input = {} } = act;
      const lines = mine.filter((one) => one.register === act.register && one.no === record.no);
      return decideTransition(machine.product, workflow, transition, record, input, facts, numbers, { lines });
    });
    const by = { name: job.key, article: job.article };
    return [...steps, movesPlan(machine.product, moves, facts, numbers, by), { ...nothing, orders }];
  });
  return together(...plans);
}

type More = (told: Told, view: View) => readonly Order[];

/** Runs the jobs of one workbook once: the day and the time of day are the request. */
function runJobs(machine: Machine, workbook: WorkbookKey, when: Job['when'], more?: More): void {
  const { product, ports } = machine;
  const jobs = jobsOf(machine, workbook, when);
  const outcome = run(readingOf(machine, clockOf(machine)), {
    workbook,
    requestId: [when, ...(workbook === 'desk' ? [] : [workbook]), ports.clock.now().slice(0, 10)].join('-'),
    needs: {
      open: true,
      records: registersIn(machine, workbook).map((register) => ({ register })),
      tails: [...new Set(jobs.flatMap((job) => job.opensIn ?? []))].flatMap((key) => product.register(key) ?? []),
      whole: readByClock(machine, workbook, when),
    },
    decide(view) {
      const { facts } = view;
      const used = new Set(chaptersInUse(product, facts).flatMap((chapter) => chapter.jobs ?? []));
      const mine = jobs.filter((job) => used.has(job));
      const digests = when === 'morning' ? digestsOf(machine, facts) : [];
      const wanted = [...mine, ...digests].flatMap((one) => one.registers);
      const told: Told = { open: openRecords(view, product, [...new Set(wanted)]), whole: wholeIn(machine, view) };
      const plan = jobsPlan(machine, mine, told, facts, view.numbers);
      return { ...plan, orders: [...plan.orders, ...(more?.(told, view) ?? [])] };
    },
  });
  if (outcome.mail) wake(machine, ports.clock.now(), workbook);
}

/** Whether there is anything for the clock to do, or to tell of, in the workbook at this time of day. */
const isWorked = (machine: Machine, workbook: WorkbookKey, when: Job['when']): boolean =>
  jobsOf(machine, workbook, when).length > 0 || (when === 'morning' && hasDigests(machine, workbook));

/** Jobs of the other workbook, and letters to those who have something there: by its list of open records. */
function ordersElsewhere(machine: Machine, told: Told, facts: Facts): readonly Order[] {
  const reading = readingOf(machine, clockOf(machine));
  const listed = isWorked(machine, 'restricted', 'morning')
    ? (retried(reading, () => openView(reading, 'restricted', { open: true, facts })).open ?? [])
    : [];
  // Where all is in one workbook, so is the list.
  const there = listed.filter((one) => machine.product.register(one.register)?.workbook === 'restricted');
  const job: Order = { kind: 'job', name: 'morning', register: '', no: '', to: '' };
  return [
    ...(jobsOf(machine, 'restricted', 'morning').length > 0 ? [job] : []),
    ...morningOrders(machine, told, there, facts),
  ];
}

/**
 * 08:00: what is due today is chased, and the letters about the day are ordered, and so are the jobs of the restricted
 * workbook: the minute trigger sees to them. Once a month what is past its keep time is masked. Then it is looked how the
 * installation is.
 */
export function everyMorning(machine: Equipped): void {
  let seen: View | undefined;
  try {
    runJobs(machine, 'desk', 'morning', (told, view) => {
      seen = view;
      return ordersElsewhere(machine, told, view.facts);
    });
    wake(machine, machine.ports.clock.now());
    maskOverdue(machine);
  } finally {
    tellHealth(machine, seen);
  }
}

/** The jobs of the restricted workbook, of which a row of the outbox reminds. */
function runElsewhere(machine: Machine, from: WorkbookKey, row: OutboxRow): void {
  if (row.name === 'morning') runJobs(machine, 'restricted', 'morning');
  const { tables, clock } = machine.ports;
  retried(readingOf(machine), () => tables.commit(from, [doneMark(row, clock.now())], []));
}

/** 18:30: what was typed carries its records on, what is left over is ended, every typed row is looked at, blank rows are topped up, every record is held against the log, and what was changed is asked anew. */
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
  if (isWorked(machine, 'restricted', 'evening')) attempt(() => runJobs(machine, 'restricted', 'evening'));
  attempt(() => runJobs(machine, 'desk', 'evening'));
  const lastUsed = new Map<Register, number>();
  for (const register of machine.product.registers) {
    attempt(() => void lastUsed.set(register, sweepAll(machine, register)));
  }
  for (const workbook of usedWorkbooks(machine)) attempt(() => topUp(machine, workbook, lastUsed));
  attempt(() => keepGoodSettings(machine));
  attempt(() => lookNow(machine));
  for (const workbook of usedWorkbooks(machine)) {
    attempt(() => void compareWithLog(machine, workbook));
    attempt(() => takeAllEdited(machine, workbook));
  }
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
