// What the clock and the kick set going: the outbox, effects between the workbooks, the morning's letters, the evening's sweep.
import { decideTransition, type Numbers } from '../kernel/decide';
import { addMinutes } from '../kernel/civil';
import { Busy } from '../kernel/errors';
import type { Facts, Person } from '../kernel/facts';
import type { Digest, Job } from '../kernel/job';
import { firstRow } from '../kernel/kernel-tabs';
import { isTyped } from '../kernel/layout';
import { renderMail } from '../kernel/letter';
import { openRecords } from '../kernel/open-records';
import { doneMark, lookAtOutbox, type OutboxResult, type OutboxRow } from '../kernel/outbox';
import { nothing, together, type Order, type Plan } from '../kernel/plan';
import type { WorkbookKey } from '../kernel/register';
import type { Register } from '../kernel/register';
import { recheckPlan, sweepPlan } from '../kernel/typed-rows';
import { run } from '../kernel/unit-of-work';
import type { RecordRow } from '../kernel/values';
import { openView, type TypedRow, type View } from '../kernel/view';
import { list, say, type Words } from '../kernel/words';
import { lastGoodUpdates } from '../office';
import { settings } from '../office/settings.register';
import { carryOut, noteSent } from './effects';
import { clockOf, readingOf, sharedKeys, type Machine } from './machine';
import { compareWithLog } from './nightly';

const workbooks: readonly WorkbookKey[] = ['desk', 'restricted'];
/** However quiet it is, the outbox is looked at this often: a note of what is due may have been lost. */
const lookAnywayMinutes = 60;

/** Whether the minute trigger has anything to do; costs no Sheets call. */
export function isDue(machine: Machine): boolean {
  const { shared, ports } = machine;
  const now = ports.clock.now().slice(0, 16);
  const nextDueAt = shared.get(sharedKeys.nextDueAt);
  if (nextDueAt && nextDueAt.slice(0, 16) <= now) return true;
  const seen = shared.get(sharedKeys.heartbeat);
  return !seen || seen.slice(0, 16) <= addMinutes(now, -lookAnywayMinutes);
}

/** The workbooks in which mail may wait; one when the agency keeps everything in one. */
const usedWorkbooks = (machine: Machine): readonly WorkbookKey[] =>
  workbooks.filter((one) => machine.product.registers.some((register) => register.workbook === one));

export function everyMinute(machine: Machine): void {
  if (isDue(machine)) lookNow(machine);
}

/** Sends what is due in every workbook and carries out effects on the other one. */
export function lookNow(machine: Machine): void {
  const { shared, ports } = machine;
  const { office } = machine;
  if (!office) return;
  const reading = readingOf(machine, clockOf(machine));
  shared.put(sharedKeys.nextDueAt, '');
  let next = '';
  for (const workbook of usedWorkbooks(machine)) {
    let result: OutboxResult;
    try {
      result = lookAtOutbox(reading, workbook, office);
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
      next = ports.clock.now();
      continue;
    }
    result.effects.forEach((row) => carryOut(machine, workbook, row));
    result.told.forEach((row) => noteSent(machine, row));
    if (result.digests.length > 0) sendDigests(machine, workbook, result.digests);
    if (result.nextDueAt !== '' && (next === '' || result.nextDueAt < next)) next = result.nextDueAt;
  }
  const woken = shared.get(sharedKeys.nextDueAt);
  if (next !== '' && (!woken || next < woken)) shared.put(sharedKeys.nextDueAt, next);
  shared.put(sharedKeys.heartbeat, ports.clock.now());
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
  const nextDueAt = shared.get(sharedKeys.nextDueAt);
  if (!nextDueAt || nextDueAt > now) return { looked: false };
  lookNow(machine);
  return { looked: true };
}

const jobsOf = (machine: Machine, when: Job['when']): readonly Job[] =>
  machine.product.chapters.flatMap((chapter) => chapter.jobs ?? []).filter((job) => job.when === when);
const digestsOf = (machine: Machine): readonly Digest[] =>
  machine.product.chapters.flatMap((chapter) => chapter.digests ?? []);

/** What the jobs of this time of day want, from the open records as they are. */
function jobsPlan(
  machine: Machine,
  jobs: readonly Job[],
  open: readonly RecordRow[],
  facts: Facts,
  numbers: Numbers,
): Plan {
  const plans = jobs.flatMap((job) => {
    const mine = open.filter((one) => job.registers.includes(one.register));
    const { acts = [], orders = [] } = job.plan(mine, facts);
    const steps = acts.map((act) => {
      const workflow = machine.product.workflow(act.register)!;
      return decideTransition(machine.product, workflow, act.transition, act.record, act.input ?? {}, facts, numbers);
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
  const jobs = jobsOf(machine, when);
  const registers = [
    ...new Set([...jobs.flatMap((job) => job.registers), ...digestsOf(machine).flatMap((one) => one.registers)]),
  ];
  run(readingOf(machine, clockOf(machine)), {
    workbook: 'desk',
    requestId: `${when}-${machine.ports.clock.now().slice(0, 10)}`,
    needs: { open: true, records: deskRegisters(machine).map((register) => ({ register })) },
    decide(view) {
      const open = openRecords(view, machine.product, registers);
      const plan = jobsPlan(machine, jobs, open, view.facts, view.numbers);
      return { ...plan, orders: [...plan.orders, ...more(open, view)] };
    },
  });
}

/** 08:00 on working days: one letter a person about today, never an empty one. */
export function everyMorning(machine: Machine): void {
  runJobs(machine, 'morning', (open, { facts }) => {
    if (!facts.calendar.isWorkDay(facts.today)) return [];
    return facts.directory.people
      .filter((person) => person.email !== '' && linesFor(machine, open, person, facts).length > 0)
      .map((person) => ({ kind: 'digest' as const, name: 'morning', register: '', no: '', to: person.staffNo }));
  });
  lookNow(machine);
}

interface Part {
  readonly title: string;
  readonly lines: readonly (readonly [string, string])[];
}

function linesFor(machine: Machine, open: readonly RecordRow[], person: Person, facts: Facts): readonly Part[] {
  return digestsOf(machine)
    .map((digest) => ({
      title: say(digest.title, facts.language),
      lines: digest.lines(
        open.filter((one) => digest.registers.includes(one.register)),
        person,
        facts,
      ),
    }))
    .filter((part) => part.lines.length > 0);
}

const morningWords = {
  subject: { zh: '今日事项：{gist}', en: 'Today: {gist}' },
  sentence: { zh: '{name}，早上好。今天（{day}）有这些事：', en: 'Good morning, {name}. Today, {day}:' },
  why: {
    zh: '每个工作日早上发送；没有事情时不发。',
    en: 'Sent on the morning of every working day on which there is something.',
  },
} satisfies Record<string, Words>;

/** Letters about the day are made when they are sent, from the records as they stand. */
function sendDigests(machine: Machine, workbook: WorkbookKey, rows: readonly OutboxRow[]): void {
  const { ports } = machine;
  const { mailer } = machine.office!;
  const registers = [...new Set(digestsOf(machine).flatMap((one) => one.registers))];
  const view = openView(readingOf(machine, clockOf(machine)), workbook, {
    open: true,
    records: deskRegisters(machine).map((register) => ({ register })),
  });
  const { facts } = view;
  const open = openRecords(view, machine.product, registers);
  let quota = mailer.quota();
  const marks = rows.map((row) => {
    const person = facts.directory.person(row.to);
    const parts = person && row.at.slice(0, 10) === facts.today ? linesFor(machine, open, person, facts) : [];
    if (!person || person.email === '' || parts.length === 0)
      return doneMark(row, facts.now, 'dropped', 'nothing to say');
    if (quota <= 0) return doneMark({ ...row, dueAt: addMinutes(facts.now, 60) }, facts.now, 'waiting', 'mail quota');
    quota -= 1;
    const colon = facts.language === 'en' ? ': ' : '：';
    mailer.send(
      renderMail([
        {
          letter: {
            subject: say(morningWords.subject, facts.language, {
              gist: list(
                parts.map((part) => `${part.title} ${part.lines.length}`),
                facts.language,
              ),
            }),
            sentence: say(morningWords.sentence, facts.language, { name: person.name, day: facts.today }),
            facts: parts.flatMap((part) =>
              part.lines.map(([label, text]): [string, string] => [`${part.title}${colon}${label}`, text]),
            ),
            why: say(morningWords.why, facts.language),
          },
          envelope: { to: person.email, agency: facts.setting<string>('agency.name'), language: facts.language },
        },
      ]),
    );
    return doneMark(row, facts.now);
  });
  ports.tables.commit(workbook, marks, []);
}

/** 18:30: what is left over is ended, every typed row is looked at, and every record held against the log. */
export function everyEvening(machine: Machine): void {
  runJobs(machine, 'evening', () => []);
  for (const register of machine.product.registers) sweepAll(machine, register);
  keepGoodSettings(machine);
  lookNow(machine);
  for (const workbook of usedWorkbooks(machine)) compareWithLog(machine, workbook);
}

/** Remembers settings that make sense: what stays in force when somebody writes nonsense over them. */
export function keepGoodSettings(machine: Machine): void {
  run(readingOf(machine, clockOf(machine)), {
    workbook: 'desk',
    requestId: '',
    needs: { whole: [settings] },
    decide: (view) => ({ ...nothing, updates: lastGoodUpdates(view.whole(settings), view.facts) }),
  });
}

/** As many rows as one commit takes; the rest follows in the next round. */
const sweptAtOnce = 200;

/** Everything typed into a register, in rounds, until nothing is left to do. */
export function sweepAll(machine: Machine, register: Register): number {
  if (register.lines || register.workbook !== 'desk') return 0;
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
  if (outcome.mail) machine.shared.put(sharedKeys.nextDueAt, machine.ports.clock.now());
  return { done: outcome.places.length, next };
}

function merged(a: readonly TypedRow[], b: readonly TypedRow[]): readonly TypedRow[] {
  const seen = new Set(a.map((row) => row.row));
  return [...a, ...b.filter((row) => !seen.has(row.row))].slice(0, sweptAtOnce * 2);
}

/** Rows without a number, found by the number column and the first column that must be filled. */
function unnumberedRows(view: View, register: Register, from: number): readonly TypedRow[] {
  const numbered = view.column(register, 'no');
  const hand = Object.entries(register.columns).find(([, column]) => column.by === 'hand' && column.required);
  const { lastRow, typed } = view.tail(register);
  const between = hand
    ? [...view.column(register, hand[0]).keys()].filter((row) => row >= from && row <= lastRow && !numbered.has(row))
    : [];
  const read =
    between.length === 0
      ? []
      : view.read(between.map((row) => ({ sheetId: register.sheetId, fromRow: row, toRow: row + 1 })));
  return [
    ...between.map((row, index) => ({ row, cells: read[index]?.[0] ?? [] })),
    ...typed.filter((one) => one.row >= from),
  ];
}
