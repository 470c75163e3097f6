// The outbox 通知发件箱: what a commit wants told. Rows name only record, letter and person; address, text and link are made
// here, from the record as it stands, so that a forged row can say nothing that its record does not say.
import { addMinutes } from './civil';
import { Busy, NotFound, OutOfDate } from './errors';
import type { Facts, Person } from './facts';
import { outboxTab, reportsTab } from './kernel-tabs';
import { recordOf } from './layout';
import { renderMail, type Letter } from './letter';
import type { Order, Plan, Update } from './plan';
import { nothing } from './plan';
import { TablesError, type Block, type Mailer, type SheetChange, type Signer } from './ports';
import { sharedWith, type Register, type WorkbookKey } from './register';
import { contentOf, signToken, type LinkText } from './token';
import { moreTries, retried } from './retrying';
import { commitPlan, openToWrite } from './unit-of-work';
import type { Cell, RecordRow } from './values';
import { linesAtOnce, type Reading, type Rows, type View } from './view';
import { guestOf, peopleOf, type LetterKind, type LinkPage } from './workflow';

export interface OfficePorts {
  readonly mailer: Mailer;
  readonly signer: Signer;
  readonly link: LinkText;
  /** Address of the web app, to which `?t=…` is put. */
  readonly webApp: string;
  /** Address of a second deployment, for the agency's own accounts only; used for people of the staff when the settings say so. */
  readonly webAppSignedIn?: string;
  /** The desk workbook's id. */
  readonly workbookId: string;
  /** Where people open a workbook. */
  address(workbook: WorkbookKey): string;
}

export interface OutboxRow {
  readonly row: number;
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly name: string;
  readonly register: string;
  readonly no: string;
  readonly recordRow: number;
  readonly to: string;
  readonly state: string;
  readonly dueAt: string;
  readonly leasedAt: string;
  readonly tries: number;
}

/** People may write anything into the tab. */
const countIn = (cell: Cell | undefined): number => Math.max(0, Math.floor(Number(cell ?? 0)) || 0);

export function outboxRowOf(cells: readonly Cell[], row: number): OutboxRow {
  const at = (index: number): string => String(cells[index] ?? '');
  return {
    row,
    id: at(0),
    at: at(1),
    kind: at(2),
    name: at(3),
    register: at(4),
    no: at(5),
    recordRow: countIn(cells[6]),
    to: at(7),
    state: at(8),
    dueAt: at(9),
    leasedAt: at(10),
    tries: countIn(cells[11]),
  };
}

const stateColumn = outboxTab.columns.indexOf('state');
/** A lease that is older was left by a run that died. */
const leaseMinutes = 10;
/** As many as are sent in one run of at most six minutes, with room. */
const mostAtOnce = 40;
/** As many records as one commit signs links into, with room. */
const mostSigned = 200;
const giveUpAfterHours = 24;
/** What waited for the day's quota is old when it is first tried. */
const fewestTries = 3;
/** So long the board names letters that were given up. */
const failureShownHours = 96;

/** Given up, and not so long ago that nobody need know any more. */
export const isFailure = ({ state, at }: OutboxRow, now: string): boolean =>
  state === 'failed' && at.slice(0, 16) > addMinutes(now, -failureShownHours * 60);

/** What takes its time outside the lock; rows of kinds that nobody knows are dropped. */
const leasedKinds: readonly string[] = ['letter', 'effect', 'digest', 'report', 'job'];

function isDueRow(row: OutboxRow, now: string): boolean {
  if (row.state === 'waiting') return row.dueAt === '' || row.dueAt.slice(0, 16) <= now;
  return row.state === 'sending' && row.leasedAt.slice(0, 16) <= addMinutes(now, -leaseMinutes);
}

/** What one look at the outbox has come to. */
export interface OutboxResult {
  readonly sent: number;
  readonly failed: number;
  /** Effects for the other workbook, to be carried out by the caller, each once, by its id. */
  readonly effects: readonly OutboxRow[];
  readonly digests: readonly OutboxRow[];
  /** Generated tabs that a step has ordered. */
  readonly reports: readonly OutboxRow[];
  /** Reminders to run the jobs of the other workbook. */
  readonly jobs: readonly OutboxRow[];
  /** Letters that have gone out and whose records want to know. */
  readonly told: readonly OutboxRow[];
  /** When the next row is due; '' when nothing waits. */
  readonly nextDueAt: string;
}

interface Leased {
  readonly view: View;
  readonly rows: readonly OutboxRow[];
  readonly seen: readonly Rows[];
  readonly waiting: readonly OutboxRow[];
}

/** Looks at the outbox: leases what is due, sends it outside the lock, marks what became of it. Three calls. */
export function lookAtOutbox(reading: Reading, workbook: WorkbookKey, office: OfficePorts): OutboxResult {
  const { ports } = reading;
  if (!ports.lock.acquire(5_000)) throw new Busy();
  let leased: Leased;
  try {
    leased = lease(reading, workbook, office);
  } finally {
    ports.lock.release();
  }
  const { view, rows, seen } = leased;
  const letters = rows.filter((row) => row.kind === 'letter');
  const forms = new Map(letters.map((row, index) => [row.row, linesFor(reading, view, row, seen[index] ?? [])]));
  const marks = sendAll(reading, view, letters, forms, office);
  const ofKind = (kind: Order['kind']): readonly OutboxRow[] => rows.filter((row) => row.kind === kind);
  markRows(
    reading,
    workbook,
    marks.map(({ change }) => change),
  );
  const unsent = leased.waiting.filter((row) => !rows.includes(row)).map((row) => row.dueAt || view.facts.now);
  const again = marks.flatMap(({ again: at }) => at ?? []);
  return {
    sent: marks.filter((mark) => mark.sent).length,
    failed: marks.filter((mark) => mark.again !== undefined).length,
    effects: ofKind('effect'),
    digests: ofKind('digest'),
    reports: ofKind('report'),
    jobs: ofKind('job'),
    told: marks.filter((mark) => mark.sent && reading.product.letter(mark.row.name)?.sent).map((mark) => mark.row),
    nextDueAt: [...unsent, ...again].sort()[0] ?? '',
  };
}

/** A mark that is lost would let the row be carried out again, so it is tried again. */
export function markRows(reading: Reading, workbook: WorkbookKey, marks: readonly SheetChange[]): void {
  if (marks.length > 0) retried(reading, () => reading.ports.tables.commit(workbook, marks, []), moreTries);
}

const registerHere = (reading: Reading, workbook: WorkbookKey, row: OutboxRow): Register | undefined =>
  reading.product.registers.find((one) => one.key === row.register && one.workbook === workbook);

const letterRegisters = (reading: Reading, workbook: WorkbookKey): readonly Register[] =>
  reading.product.registers.filter(
    (register) =>
      register.workbook === workbook &&
      reading.product.chapters.some((chapter) =>
        [...(chapter.letters ?? []), ...(chapter.pages ?? [])].some((one) => one.register === register.key),
      ),
  );

/** Where all is in one workbook, both keys find the same rows: what tells of a record is for the look at its own. */
const isElsewhere = (reading: Reading, workbook: WorkbookKey, { kind, register }: OutboxRow): boolean =>
  (kind === 'letter' || kind === 'sign') &&
  reading.product.registers.some((one) => one.key === register && one.workbook !== workbook);

function lease(reading: Reading, workbook: WorkbookKey, office: OfficePorts): Leased {
  const { ports, product } = reading;
  const hintKey = `${workbook}.outbox`;
  const from = Math.max(1, ports.hints.get()[hintKey] ?? 1);
  const view = retried(reading, () =>
    openToWrite(reading, workbook, {
      records: letterRegisters(reading, workbook).map((register) => ({ register })),
      blocks: [{ sheetId: outboxTab.sheetId, fromRow: from }],
    }),
  );
  const all = (view.asked[0] ?? []).map((cells, index) => outboxRowOf(cells, from + index));
  const waiting = all.filter(
    (row) => (row.state === 'waiting' || row.state === 'sending') && !isElsewhere(reading, workbook, row),
  );
  const { now } = view.facts;
  // The board reads from here on, so that failures have to stay within.
  const first = all.find((row) => waiting.includes(row) || isFailure(row, now));
  ports.hints.put({ ...ports.hints.get(), [hintKey]: first?.row ?? from + all.length });
  const weight = (row: OutboxRow): number => product.letter(row.name)?.weight ?? (row.kind === 'letter' ? 4 : 0);
  const due = waiting.filter((row) => isDueRow(row, now)).sort((a, b) => weight(a) - weight(b) || a.row - b.row);
  const quota = due.some((row) => row.kind === 'letter') ? office.mailer.quota() : 0;
  const room: Readonly<Record<string, number>> = { letter: Math.min(quota, mostAtOnce), sign: mostSigned };
  const taken: Record<string, number> = {};
  const rows = due.filter(({ kind }) => {
    taken[kind] = (taken[kind] ?? 0) + 1;
    return taken[kind] <= (room[kind] ?? mostAtOnce);
  });
  if (rows.length === 0) return { view, rows, seen: [], waiting };
  const readBack = rows
    .filter((row) => row.kind === 'letter')
    .map((row): Block => {
      const register = registerHere(reading, workbook, row);
      const toRow = row.recordRow + (register?.lines ? linesAtOnce : 1);
      return { sheetId: register?.sheetId ?? outboxTab.sheetId, fromRow: row.recordRow, toRow };
    });
  const signed = rows.filter((row) => row.kind === 'sign');
  const changes = rows.map((row): SheetChange => {
    const state = row.kind === 'sign' ? 'sent' : leasedKinds.includes(row.kind) ? 'sending' : 'dropped';
    return {
      kind: 'write',
      sheetId: outboxTab.sheetId,
      row: row.row,
      column: stateColumn,
      cells: [[state, row.dueAt, now, row.tries + 1]],
    };
  });
  const write = (records: readonly OutboxRow[], blocks: readonly Block[]): readonly Rows[] =>
    commitPlan(reading, view, signPlan(reading, view, records, office), '', { changes, readBack: blocks }).seen;
  try {
    return { view, rows, seen: write(signed, readBack), waiting };
  } catch (error) {
    // Without what was seen, records are looked for by their numbers.
    if (error instanceof OutOfDate) return { view, rows, seen: [], waiting };
    if (!(error instanceof TablesError) || error.kind !== 'outside') throw error;
    return { view, rows, seen: write(placed(reading, view, signed), []), waiting };
  }
}

/** The rows whose records are there, with the place where they stand: hints may point beyond a tab that has shrunk. */
const placed = (reading: Reading, view: View, rows: readonly OutboxRow[]): readonly OutboxRow[] =>
  rows.flatMap((row) => {
    const [record] = linesFor(reading, view, row, []);
    return record ? [{ ...row, recordRow: record.row }] : [];
  });

/** Signed links into the records that want one: for a QR code at the desk. */
function signPlan(reading: Reading, view: View, rows: readonly OutboxRow[], office: OfficePorts): Plan {
  const updates = rows.flatMap((row): readonly Update[] => {
    const page = reading.product.page(row.name);
    if (!page?.signInto || page.register !== row.register || row.no === '') return [];
    if (!registerHere(reading, view.workbook, row)) return [];
    const record: RecordRow = {
      register: row.register,
      no: row.no,
      line: 1,
      row: row.recordRow,
      values: { no: row.no },
    };
    const url = linkTo(page, [record], '', view.facts, reading, office);
    return [{ record, values: { [page.signInto]: url }, transition: 'sign', article: '' }];
  });
  return { ...nothing, updates };
}

export const lastDay = (facts: Facts): string =>
  addMinutes(facts.now, facts.setting<number>('approval.tokenDays') * 1440).slice(0, 10);

export function linkTo(
  page: LinkPage,
  lines: readonly RecordRow[],
  holder: string,
  facts: Facts,
  reading: Reading,
  office: OfficePorts,
): string {
  const record = lines[0]!;
  const token = signToken(
    {
      w: office.workbookId,
      p: page.key,
      r: record.register,
      n: record.no,
      h: record.row,
      u: holder,
      c: contentOf(page, lines, reading.ports.digest),
      x: lastDay(facts),
    },
    office.signer,
    office.link,
  );
  return addressOf(token, holder !== '' && holder !== 'guest', facts, office);
}

/** The address of the page that a token opens. */
export function addressOf(token: string, isStaff: boolean, facts: Facts, office: OfficePorts): string {
  const signedIn = isStaff && facts.setting<boolean>('approval.signInNeeded');
  const address = (signedIn && office.webAppSignedIn) || office.webApp;
  return `${address}${address.includes('?') ? '&' : '?'}t=${token}`;
}

/** The record's rows, in the order of their lines; none when it is not there. */
function linesFor(reading: Reading, view: View, row: OutboxRow, seen: Rows): readonly RecordRow[] {
  const register = registerHere(reading, view.workbook, row);
  if (!register) return [];
  const layout = view.layout(register);
  const hinted = seen
    .map((cells, index) => recordOf(layout, cells, row.recordRow + index))
    .filter(({ no }) => no !== '' && no === row.no);
  const count = register.lines ? hinted[0]?.values['lineCount'] : 1;
  if (hinted.length === count) return [...hinted].sort((a, b) => a.line - b.line);
  try {
    return view.records(register, row.no);
  } catch (error) {
    if (error instanceof NotFound) return [];
    throw error;
  }
}

interface Mark {
  readonly row: OutboxRow;
  readonly change: SheetChange;
  readonly sent: boolean;
  readonly again?: string;
}

interface Ready {
  readonly row: OutboxRow;
  readonly address: string;
  readonly letter: Letter;
  readonly url?: string;
  /** What the tab is listed under that it opens. */
  readonly tab?: string;
}

/** Why a row is not to be sent any more, or the letter that is. */
function prepare(
  reading: Reading,
  view: View,
  row: OutboxRow,
  lines: readonly RecordRow[],
  office: OfficePorts,
): Ready | string {
  const kind = reading.product.letter(row.name);
  const { facts } = view;
  if (!kind || kind.register !== row.register) return 'no such letter';
  if (lines.length === 0) return 'no such record';
  const record = lines.find((line) => kind.isDue(line, facts));
  if (!record) return 'no longer needed';
  const found = addressee(kind, row, record, facts);
  if (typeof found === 'string') return found;
  const letter = kind.make(record, facts, found.person, lines);
  const page = kind.page === undefined ? undefined : reading.product.page(kind.page);
  const opens = page && letter.button !== undefined && lines.some((line) => page.isOpen(line, facts));
  const holder = found.person?.staffNo ?? 'guest';
  const mayOpen = found.person?.roles.some((role) => sharedWith[view.workbook].includes(role)) ?? false;
  return {
    row,
    address: found.address,
    letter,
    ...(opens && { url: linkTo(page, lines, holder, facts, reading, office) }),
    ...(kind.tab && mayOpen && { tab: kind.tab(record, facts) }),
  };
}

function addressee(
  kind: LetterKind,
  row: OutboxRow,
  record: RecordRow,
  facts: Facts,
): { address: string; person?: Person } | string {
  if (row.to === 'guest') {
    const address = guestOf(kind.to, record.values);
    return address === '' ? 'the record names no address' : { address };
  }
  const person = peopleOf(kind.to, record.values, facts).find((one) => one.staffNo === row.to);
  if (!person) return 'the record does not name this person';
  return person.email === '' ? 'this person has no e-mail address' : { address: person.email, person };
}

/** The addresses of generated tabs by what they are listed under; read only where a letter opens one. */
function tabsFor(
  reading: Reading,
  workbook: WorkbookKey,
  wanted: readonly Ready[],
  office: OfficePorts,
): ReadonlyMap<string, string> {
  if (wanted.every(({ tab }) => tab === undefined)) return new Map();
  const listed = retried(reading, () =>
    reading.ports.tables.read(workbook, [{ sheetId: reportsTab.sheetId, fromRow: 1 }]),
  );
  const address = office.address(workbook);
  return new Map(listed[0]?.map(([key, gid]) => [String(key), `${address}#gid=${String(gid)}`]));
}

/** Sends what is ready, the letters of one person in one e-mail, and says what became of each row. */
function sendAll(
  reading: Reading,
  view: View,
  rows: readonly OutboxRow[],
  forms: ReadonlyMap<number, readonly RecordRow[]>,
  office: OfficePorts,
): readonly Mark[] {
  const { facts } = view;
  const marks: Mark[] = [];
  const mark = (row: OutboxRow, state: string, error: string, again?: string): void => {
    const cells: Cell[] = [state, again ?? row.dueAt, '', row.tries + 1, state === 'sent' ? facts.now : '', error];
    marks.push({
      row,
      change: { kind: 'write', sheetId: outboxTab.sheetId, row: row.row, column: stateColumn, cells: [cells] },
      sent: state === 'sent',
      ...(again !== undefined && { again }),
    });
  };
  const byAddress = new Map<string, Ready[]>();
  for (const row of rows) {
    const ready = prepare(reading, view, row, forms.get(row.row) ?? [], office);
    if (typeof ready === 'string') mark(row, 'dropped', ready);
    else byAddress.set(ready.address, [...(byAddress.get(ready.address) ?? []), ready]);
  }
  const agency = facts.setting<string>('agency.name');
  const tabs = tabsFor(reading, view.workbook, [...byAddress.values()].flat(), office);
  for (const [address, batch] of byAddress) {
    const mail = renderMail(
      batch.map(({ letter, url, tab = '' }) => ({
        letter,
        envelope: {
          to: address,
          agency,
          language: facts.language,
          ...(url !== undefined && { url, ends: lastDay(facts) }),
          ...(tabs.has(tab) && { tab: tabs.get(tab)! }),
        },
      })),
    );
    try {
      office.mailer.send(mail);
      batch.forEach(({ row }) => mark(row, 'sent', ''));
    } catch (error) {
      batch.forEach(({ row }) => {
        const isOld = row.at.slice(0, 16) <= addMinutes(facts.now, -giveUpAfterHours * 60);
        const reason = String((error as Error).message ?? error).slice(0, 300);
        if (isOld && row.tries + 1 >= fewestTries) mark(row, 'failed', reason);
        else mark(row, 'waiting', reason, addMinutes(facts.now, Math.min(60, 5 * 2 ** row.tries)));
      });
    }
  }
  return marks;
}

/** Marks rows that were carried out by somebody else than the mailer. */
export const doneMark = (row: OutboxRow, now: string, state = 'sent', error = ''): SheetChange => ({
  kind: 'write',
  sheetId: outboxTab.sheetId,
  row: row.row,
  column: stateColumn,
  cells: [[state, row.dueAt, '', row.tries + 1, state === 'sent' ? now : '', error]],
});
