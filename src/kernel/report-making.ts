// Makes a report: reads what it declares, builds its tabs, and puts them in place of those made before, with the records that
// go with them, in one write.
import { Busy, Misconfigured, NotAllowed } from './errors';
import type { Facts } from './facts';
import { firstRow, reportsTab } from './kernel-tabs';
import { isNothing, type Plan } from './plan';
import { TablesError, type Block, type SheetChange } from './ports';
import { mayRead, type Register, type WorkbookKey } from './register';
import {
  lastDay,
  mayMake,
  outcomeOf,
  periodOf,
  spanOf,
  tabKeyOf,
  type Period,
  type Report,
  type ReportAsked,
  type ReportReading,
} from './report';
import {
  firstBlocks,
  isWhole,
  lastRowOf,
  recordsAmong,
  secondLook,
  wholeBlock,
  type Cells,
  type SecondLook,
} from './report-rows';
import { composed, type Area, type HeadRows, type ReportBody } from './report-sheet';
import { retried } from './retrying';
import { movesPlan } from './step';
import { commitPlan } from './unit-of-work';
import type { Cell, RecordRow } from './values';
import { openView, type Reading, type View } from './view';
import { say, theSystem, type Words } from './words';

export interface MadeReport {
  readonly sheetId: number;
  readonly title: string;
}

const words = {
  agencyAndPeriod: { zh: '{agency}　{from} 至 {to}', en: '{agency} · {from} to {to}' },
  soFar: {
    zh: '{agency}　{from} 至 {to}（本期未结束，截至 {now}）',
    en: '{agency} · {from} to {to} (not over yet: as of {now})',
  },
  made: {
    zh: '制表：{who}　{now}　依据：制度 {article}',
    en: 'Made by {who}, {now} · Policy {article}',
  },
  print: { zh: '打印（A4 PDF）', en: 'Print (A4 PDF)' },
  notReady: {
    zh: '工作簿里缺少这张报表要用的表。请由系统账号运行“前台 → 安装 / 检查”。',
    en: 'The workbook lacks tabs that this report needs. The office account runs Front desk → Set up / check.',
  },
} satisfies Record<string, Words>;

const lockWaitMs = 8_000;
/** Ids below are those of registers and of the kernel’s own tabs: none of them is ever replaced. */
const lowestId = 100_000;

/** Answers the first of its tabs. `colour`: the chapter's. Throws `Busy` when the lock cannot be had. */
export function makeReport(reading: Reading, report: Report, asked: ReportAsked, colour: string): MadeReport {
  const { lock } = reading.ports;
  if (!lock.acquire(lockWaitMs)) throw new Busy();
  try {
    return makeLocked(reading, report, asked, colour);
  } catch (error) {
    if (error instanceof TablesError && error.kind === 'missing') throw new Misconfigured({ words: words.notReady });
    throw error;
  } finally {
    lock.release();
  }
}

function makeLocked(reading: Reading, report: Report, asked: ReportAsked, colour: string): MadeReport {
  const looked = firstLook(reading, report);
  const { view, book } = looked.get(report.workbook)!;
  const { facts } = view;
  if (!mayMake(report, facts.actor)) throw new NotAllowed(undefined, report.article);
  const period = periodOf(report.period, asked.period, facts.today);
  const subject = report.sharesTabs ? '' : asked.subject;
  const keyOf = (part?: string): string => tabKeyOf(report.key, period.key, subject, part);
  const found = new Map<string, readonly RecordRow[]>();
  const before = new Map<string, Cells>();
  for (const one of looked.values()) {
    const tabs = report.readsBack && one.view.workbook === report.workbook ? listedTabs(book, keyOf()) : [];
    lookAgain(reading, one, report, period, tabs, found, before);
  }
  const { tabs, moves = [] } = outcomeOf(
    report.build({
      facts,
      period,
      subject: asked.subject,
      records: (register) => found.get(register.key) ?? [],
      sees: (register) => found.has(register.key),
      before: (part) => before.get(keyOf(part)),
      digest: reading.ports.digest,
      column: (register, key) => columnOf(looked.get(register.workbook)!.view, register, key),
    }),
  );
  const by = { name: report.key, article: report.article };
  const plan = movesPlan(reading.product, moves, facts, view.numbers, by);
  const made = tabs.map((body) => ({
    place: placeOf(book, keyOf(body.part)),
    plan: composed(headOf(report, body, period, facts), body, colour),
    title: tabName(body.tab),
  }));
  return putInPlace(reading, view, plan, made)[0]!;
}

/** A workbook as the first call shows it. */
interface Looked {
  readonly view: View;
  readonly book: Cells;
  readonly reads: readonly ReportReading[];
  readonly asked: ReadonlyMap<ReportReading, { readonly blocks: readonly Block[]; readonly seen: readonly Cells[] }>;
}

const bookBlock: Block = { sheetId: reportsTab.sheetId, fromRow: 1 };

/** One call a workbook: the desk first, where what every decision rests on is read with it. */
function firstLook(reading: Reading, report: Report): ReadonlyMap<WorkbookKey, Looked> {
  const looked = new Map<WorkbookKey, Looked>();
  for (const workbook of ['desk', 'restricted'] as const) {
    const facts = looked.get('desk')?.view.facts;
    const here = readIn(report, workbook, facts);
    if (here.length === 0 && workbook !== report.workbook) continue;
    try {
      looked.set(workbook, lookInto(reading, report, here, workbook, facts));
    } catch (error) {
      const isClosed = error instanceof TablesError && error.kind === 'closed';
      if (!isClosed || !here.every(({ ifOpen }) => ifOpen)) throw error;
    }
  }
  return looked;
}

/** What is read of a workbook: without the registers that are closed to whoever makes the report, where it can do without. */
const readIn = ({ reads }: Report, workbook: WorkbookKey, facts: Facts | undefined): readonly ReportReading[] =>
  reads
    .filter(({ register }) => register.workbook === workbook)
    .filter(({ register, ifOpen }) => !ifOpen || !facts || mayRead(register, facts.actor));

function lookInto(
  reading: Reading,
  report: Report,
  here: readonly ReportReading[],
  workbook: WorkbookKey,
  facts: Facts | undefined,
): Looked {
  const opened = workbook === report.workbook ? (report.opensIn ?? []) : undefined;
  const tails = (opened ?? []).flatMap((key) => reading.product.register(key) ?? []);
  const hints = reading.ports.hints.get();
  const blocks: Block[] = [bookBlock];
  const own = here
    .filter((one) => !isWhole(one))
    .map((one) => {
      const wanted = firstBlocks(one, lastRowOf(hints, one.register));
      blocks.push(...wanted);
      return { one, wanted, from: blocks.length - wanted.length };
    });
  const view = retried(reading, () =>
    openView(reading, workbook, {
      blocks,
      whole: here.filter(isWhole).map(({ register }) => register),
      records: here.map(({ register }) => ({ register })),
      ...(facts && { facts }),
      ...(opened && { tails, open: true, requestId: '' }),
    }),
  );
  const asked = new Map(
    own.map(({ one, wanted, from }) => [one, { blocks: wanted, seen: view.asked.slice(from, from + wanted.length) }]),
  );
  return { view, book: view.asked[0] ?? [], reads: readIn(report, workbook, view.facts), asked };
}

interface Listed {
  readonly key: string;
  readonly sheetId: number;
}

/** The tabs made before of this report, period and subject. */
const listedTabs = (book: Cells, base: string): readonly Listed[] =>
  book
    .map(([key, sheetId]) => ({ key: String(key ?? ''), sheetId: Number(sheetId) }))
    .filter(({ key, sheetId }) => (key === base || key.startsWith(`${base}#`)) && sheetId >= lowestId);

/** Reads the rows of the period, and the tabs made before, in one call; more only where a register is out of order. */
function lookAgain(
  reading: Reading,
  { view, reads, asked }: Looked,
  report: Report,
  period: Period,
  tabs: readonly Listed[],
  found: Map<string, readonly RecordRow[]>,
  before: Map<string, Cells>,
): void {
  const { workbook } = view;
  for (const one of reads.filter(isWhole)) {
    found.set(
      one.register.key,
      view.whole(one.register).filter(({ no }) => no !== ''),
    );
  }
  const daysOf = (one: ReportReading) => spanOf(report.period, period, one);
  const looks = [...asked]
    .filter(([one]) => reads.includes(one))
    .map(([one, { blocks, seen }]): [ReportReading, SecondLook] => [
      one,
      secondLook(view, one, daysOf(one), blocks, seen),
    ]);
  const blocks = looks.flatMap(([, look]) => look.blocks);
  const read = readWithTabs(reading, workbook, blocks, tabs);
  let at = 0;
  for (const [one, look] of looks) {
    const own = read.blocks.slice(at, at + look.blocks.length);
    at += look.blocks.length;
    const whole = (): Cells =>
      retried(reading, () => reading.ports.tables.read(workbook, [wholeBlock(one.register)]))[0] ?? [];
    found.set(one.register.key, look.take(own) ?? recordsAmong(view, one, daysOf(one), whole()));
  }
  read.tabs.forEach(([key, cells]) => before.set(key, cells));
}

/** Tabs that somebody has deleted are left out. */
function readWithTabs(
  reading: Reading,
  workbook: WorkbookKey,
  blocks: readonly Block[],
  tabs: readonly Listed[],
): { blocks: readonly Cells[]; tabs: readonly (readonly [string, Cells])[] } {
  const { tables } = reading.ports;
  const all = [...blocks, ...tabs.map(({ sheetId }): Block => ({ sheetId, fromRow: 0 }))];
  if (all.length === 0) return { blocks: [], tabs: [] };
  try {
    const read = retried(reading, () => tables.read(workbook, all));
    const last = blocks.length;
    return { blocks: read.slice(0, last), tabs: tabs.map(({ key }, index) => [key, read[last + index] ?? []]) };
  } catch (error) {
    if (!(error instanceof TablesError) || error.kind !== 'missing' || tabs.length === 0) throw error;
    const there = retried(reading, () => tables.titles(workbook));
    const left = tabs.filter(({ sheetId }) => there.has(sheetId));
    if (left.length === tabs.length) throw error;
    return readWithTabs(reading, workbook, blocks, left);
  }
}

/** From the label down: rows put in above the first record stay inside the range. */
function columnOf(view: View, register: Register, key: string): Area & { readonly sheetId: number } {
  const at = view.layout(register).columns[key]!;
  return { sheetId: register.sheetId, fromRow: firstRow - 1, fromColumn: at, toColumn: at + 1 };
}

function headOf(report: Report, body: ReportBody, period: Period, facts: Facts): HeadRows {
  const { language, actor } = facts;
  const now = facts.now.slice(0, 16).replace('T', ' ');
  const dates = { agency: facts.setting<string>('agency.name'), from: period.from, to: lastDay(period), now };
  return [
    { value: body.title, look: 'title' },
    { value: say(period.running ? words.soFar : words.agencyAndPeriod, language, dates) },
    {
      value: say(words.made, language, {
        who: actor.person || actor.account || theSystem,
        now,
        article: report.article,
      }),
      look: 'quiet',
    },
    { value: say(words.print, language), prints: body.prints },
  ];
}

interface Place {
  readonly key: string;
  /** In the list of generated tabs; absent when it is not there yet. */
  readonly row?: number;
  /** The tab made before. */
  readonly sheetId?: number;
}

function placeOf(book: readonly (readonly Cell[])[], key: string): Place {
  const at = book.findIndex(([of]) => of === key);
  if (at < 0) return { key };
  const sheetId = Number(book[at]![1]);
  return { key, row: 1 + at, ...(sheetId >= lowestId && { sheetId }) };
}

const listed = ({ row }: Place, cells: readonly Cell[]): SheetChange =>
  row === undefined
    ? { kind: 'appendRows', sheetId: reportsTab.sheetId, cells: [cells] }
    : { kind: 'write', sheetId: reportsTab.sheetId, row, column: 0, cells: [cells] };

/** Without the signs that other programs do not bear in the name of a tab. */
const tabName = (name: string): string =>
  name
    .replace(/[[\]\\/?*:'\s]+/g, ' ')
    .trim()
    .slice(0, 90);

/** A name that no other tab has. */
function freeTitle(title: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? title : `${title} (${number})`;
    if (!taken.includes(free)) return free;
  }
}

interface ToPlace {
  readonly place: Place;
  readonly plan: ReturnType<typeof composed>;
  readonly title: string;
}

interface Placed extends ToPlace {
  readonly sheetId: number;
  readonly replaces: number | undefined;
}

const tries = 4;
/** Writes once, also when an answer was lost; goes by the tabs that are really there when people have moved things. */
function putInPlace(reading: Reading, view: View, plan: Plan, made: readonly ToPlace[]): readonly MadeReport[] {
  const { workbook, facts } = view;
  const { tables, clock, random, digest } = reading.ports;
  const fresh = (): number => lowestId + parseInt(digest(random.id()).slice(0, 7), 16);
  let placed: readonly Placed[] = made.map((one) => ({ ...one, sheetId: fresh(), replaces: one.place.sheetId }));
  const write = (): void => {
    const changes = placed.flatMap((one): readonly SheetChange[] => {
      const { place, sheetId, title, replaces, plan: sheet } = one;
      const who = facts.actor.person || facts.actor.account;
      return [
        { kind: 'newTab', sheetId, title, plan: sheet, ...(replaces !== undefined && { replaces }) },
        listed(place, [place.key, sheetId, title, facts.now, who]),
      ];
    });
    if (isNothing(plan)) tables.commit(workbook, changes, []);
    else commitPlan(reading, view, plan, '', { changes, readBack: [] });
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      write();
      return placed;
    } catch (error) {
      if (!(error instanceof TablesError) || attempt === tries) throw error;
      if (error.kind === 'throttled' || error.kind === 'ambiguous') clock.sleep(500 * 2 ** attempt);
      if (error.kind === 'throttled') continue;
      if (error.kind === 'ambiguous') {
        const [book = []] = retried(reading, () => tables.read(workbook, [bookBlock]));
        if (placed.every(({ place, sheetId }) => placeOf(book, place.key).sheetId === sheetId)) return placed;
      } else if (error.kind !== 'missing' && error.kind !== 'refused') throw error;
      const there = retried(reading, () => tables.titles(workbook));
      placed = renamed(placed, there, fresh);
    }
  }
}

/** Names and ids that nobody else has, and only tabs replaced that are there. */
function renamed(
  placed: readonly Placed[],
  there: ReadonlyMap<number, string>,
  fresh: () => number,
): readonly Placed[] {
  const replaced = placed.map(({ place }) => place.sheetId);
  const taken = [...there].filter(([id]) => !replaced.includes(id)).map(([, name]) => name);
  return placed.map((one) => {
    const { sheetId: old } = one.place;
    const title = freeTitle(one.title, taken);
    taken.push(title);
    return {
      ...one,
      title,
      sheetId: there.has(one.sheetId) ? fresh() : one.sheetId,
      replaces: old !== undefined && there.has(old) ? old : undefined,
    };
  });
}
