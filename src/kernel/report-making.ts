// Makes a report: reads what it declares, builds the tab, and puts it in place of the one made before, in one write.
import { Busy, Misconfigured, NotAllowed } from './errors';
import type { Facts } from './facts';
import { firstRow, reportsTab } from './kernel-tabs';
import { TablesError, type Block, type SheetChange } from './ports';
import { mayRead, type Register, type WorkbookKey } from './register';
import { lastDay, mayMake, periodOf, spanOf, type Period, type Report, type ReportReading } from './report';
import { firstBlocks, isPeriodReading, lastRowOf, periodRecords } from './report-rows';
import { composed, type Area, type HeadRows, type ReportBody } from './report-sheet';
import { retried } from './unit-of-work';
import type { Cell, RecordRow } from './values';
import { openView, type Reading, type View } from './view';
import { say, type Words } from './words';

export interface ReportAsked {
  readonly period: string;
  /** '' for everything. */
  readonly subject: string;
}

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

/** `colour`: the chapter's. Throws `Busy` when the lock cannot be had. */
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
  const views = new Map<WorkbookKey, Looked>();
  const lookedAt = (workbook: WorkbookKey): Looked => {
    const known = views.get(workbook) ?? lookInto(reading, report, workbook);
    views.set(workbook, known);
    return known;
  };
  const { view, book } = lookedAt(report.workbook);
  const { facts } = view;
  if (!mayMake(report, facts.actor)) throw new NotAllowed(undefined, report.article);
  const period = periodOf(report.period, asked.period, facts.today);
  const found = new Map<string, readonly RecordRow[]>();
  for (const one of report.reads) {
    const { register } = one;
    const read = (): readonly RecordRow[] =>
      retried(reading, () => recordsOf(lookedAt(register.workbook), report, one, period));
    const records = one.ifOpen ? ifOpen(register, facts, read) : read();
    if (records) found.set(register.key, records);
  }
  const body = report.build({
    facts,
    period,
    subject: asked.subject,
    records: (register) => found.get(register.key) ?? [],
    sees: (register) => found.has(register.key),
    column: (register, key) => columnOf(lookedAt(register.workbook).view, register, key),
  });
  const plan = composed(headOf(report, body, period, facts), body, colour);
  const key = [report.key, period.key, asked.subject].join(' ');
  const place = placeOf(book, key);
  const { sheetId, title } = putInPlace(
    reading,
    report.workbook,
    place,
    (id, name, replaces): readonly SheetChange[] => [
      { kind: 'newTab', sheetId: id, title: name, plan, ...(replaces !== undefined && { replaces }) },
      listed(place, [key, id, name, facts.now, facts.actor.person || facts.actor.account]),
    ],
    tabName(body.tab),
  );
  return { sheetId, title };
}

/** A workbook as the first call shows it. */
interface Looked {
  readonly view: View;
  readonly book: readonly (readonly Cell[])[];
  readonly asked: ReadonlyMap<string, { readonly blocks: readonly Block[]; readonly from: number }>;
}

const bookBlock: Block = { sheetId: reportsTab.sheetId, fromRow: 1 };

function lookInto(reading: Reading, report: Report, workbook: WorkbookKey): Looked {
  const here = report.reads.filter(({ register }) => register.workbook === workbook);
  const hints = reading.ports.hints.get();
  const blocks: Block[] = [bookBlock];
  const asked = new Map<string, { blocks: readonly Block[]; from: number }>();
  for (const one of here.filter(isPeriodReading)) {
    const own = firstBlocks(one, lastRowOf(hints, one.register));
    asked.set(one.register.key, { blocks: own, from: blocks.length });
    blocks.push(...own);
  }
  const view = retried(reading, () =>
    openView(reading, workbook, {
      blocks,
      whole: here.filter((one) => !isPeriodReading(one)).map(({ register }) => register),
      records: here.map(({ register }) => ({ register })),
    }),
  );
  return { view, book: view.asked[0] ?? [], asked };
}

/** What is read; undefined where the register or its workbook is closed to whoever makes the report. */
function ifOpen(register: Register, { actor }: Facts, read: () => readonly RecordRow[]) {
  if (!mayRead(register, actor)) return undefined;
  try {
    return read();
  } catch (error) {
    if (error instanceof TablesError && error.kind === 'closed') return undefined;
    throw error;
  }
}

function recordsOf({ view, asked }: Looked, report: Report, one: ReportReading, period: Period): readonly RecordRow[] {
  if (!isPeriodReading(one)) return view.whole(one.register).filter(({ no }) => no !== '');
  const { blocks, from } = asked.get(one.register.key)!;
  const span = spanOf(report.period, period, one);
  return periodRecords(view, one, span, blocks, view.asked.slice(from, from + blocks.length));
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
      value: say(words.made, language, { who: actor.person || actor.account, now, article: report.article }),
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

const tries = 4;
/** Writes once, also when an answer was lost; goes by the tabs that are really there when people have moved things. */
function putInPlace(
  reading: Reading,
  workbook: WorkbookKey,
  place: Place,
  changes: (sheetId: number, title: string, replaces: number | undefined) => readonly SheetChange[],
  wanted: string,
): { sheetId: number; title: string } {
  const { tables, clock, random, digest } = reading.ports;
  const fresh = (): number => lowestId + parseInt(digest(random.id()).slice(0, 7), 16);
  let [sheetId, title, replaces] = [fresh(), wanted, place.sheetId];
  for (let attempt = 1; ; attempt += 1) {
    try {
      tables.commit(workbook, changes(sheetId, title, replaces), []);
      return { sheetId, title };
    } catch (error) {
      if (!(error instanceof TablesError) || attempt === tries) throw error;
      if (error.kind === 'throttled' || error.kind === 'ambiguous') clock.sleep(500 * 2 ** attempt);
      if (error.kind === 'throttled') continue;
      if (error.kind === 'ambiguous') {
        const [book = []] = retried(reading, () => tables.read(workbook, [bookBlock]));
        if (placeOf(book, place.key).sheetId === sheetId) return { sheetId, title };
      } else if (error.kind !== 'missing' && error.kind !== 'refused') throw error;
      const there = retried(reading, () => tables.titles(workbook));
      replaces = place.sheetId !== undefined && there.has(place.sheetId) ? place.sheetId : undefined;
      const others = [...there].filter(([id]) => id !== replaces).map(([, name]) => name);
      [sheetId, title] = [there.has(sheetId) ? fresh() : sheetId, freeTitle(wanted, others)];
    }
  }
}
