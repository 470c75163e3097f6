// A command, from lock to commit: one read, a pure decision, one atomic write, and a look at what the write hit.
import { auditCells, chain, emptyChain, type Happening } from './audit';
import { Busy, Misconfigured } from './errors';
import {
  auditTab,
  beforeTab,
  copyWidth,
  countersTab,
  openTab,
  outboxTab,
  remembered,
  requestsTab,
} from './kernel-tabs';
import { cellOf, rowOf, writesOf } from './layout';
import { firstImage, lookedAt, noteOf, settle, stampOf, writtenIn, type Written } from './mending';
import { isNothing, type Append, type Plan, type Update } from './plan';
import { TablesError, type Block, type SheetChange } from './ports';
import type { Register, WorkbookKey } from './register';
import { retried, tries } from './retrying';
import { text, type Cell, type RecordRow, type Values } from './values';
import { openView, registerIn, type Needs, type OpenRow, type Reading, type Rows, type View } from './view';

export interface Command {
  readonly workbook: WorkbookKey;
  /** Made by whoever asks; the same again is the same request and is answered without being done again. */
  readonly requestId: string;
  /** What is asked; the same request of somebody else, or for something else, is another one. */
  readonly call?: string;
  readonly needs: Needs;
  decide(view: View): Plan;
}

export interface Place {
  readonly register: string;
  readonly no: string;
  readonly line: number;
  readonly row: number;
}

export interface Outcome {
  /** Records made or changed, where they stand now. */
  readonly places: readonly Place[];
  /** Whether mail waits, so that the page should kick the outbox. */
  readonly mail: boolean;
  /** Answered from the recent requests. */
  readonly repeated: boolean;
}

const lockWaitMs = 8_000;

/** Runs a command once. Throws `Busy` when the lock cannot be had; then nothing was written. */
export function run(reading: Reading, command: Command): Outcome {
  const { lock } = reading.ports;
  if (!lock.acquire(lockWaitMs)) throw new Busy();
  try {
    return runLocked(reading, command);
  } finally {
    lock.release();
  }
}

function runLocked(reading: Reading, command: Command): Outcome {
  const { workbook, requestId } = command;
  const storedId = storedIdOf(reading, command);
  const view = retried(reading, () => openToWrite(reading, workbook, { ...command.needs, requestId: storedId }));
  if (view.answered !== undefined) return { ...(JSON.parse(view.answered) as Outcome), repeated: true };
  return commitPlan(reading, view, command.decide(view), requestId, alone, storedId || undefined).outcome;
}

/**
 * What a command sees that is going to write. To be called under the lock: where nobody is known to have looked at what the last
 * write has hit, because its run died or Google did not answer, that is done first.
 */
export function openToWrite(reading: Reading, workbook: WorkbookKey, needs: Needs): View {
  const view = openView(reading, workbook, { requestId: '', ...needs });
  const [note = [], ...images] = view.unseen ?? [];
  const written = writtenIn(reading, note);
  if (!written) return view;
  const { allWell, trouble } = settle(reading, written, images);
  if (allWell) return view;
  lookedAt(reading, written);
  if (trouble && written.storedId === needs.requestId) throw trouble;
  return openView(reading, workbook, { requestId: '', ...needs });
}

/** Under what a request is remembered: whoever guesses its id gets nobody else's answer. */
function storedIdOf({ who }: Reading, { requestId, call }: Command): string {
  if (call === undefined || requestId === '') return requestId;
  return [requestId, who.via === 'link' ? who.person : who.account, call].join(' ');
}

/** Changes that are no records of a register, such as marks in the outbox, written with a plan; and blocks to see with it. */
export interface Along {
  readonly changes: readonly SheetChange[];
  readonly readBack: readonly Block[];
}
const alone: Along = { changes: [], readBack: [] };

/**
 * Writes a plan, and what goes along with it, in one go. To be called under the lock. `seen`: the blocks asked for, none of
 * them where the answer to the write was lost.
 */
export function commitPlan(
  reading: Reading,
  view: View,
  plan: Plan,
  requestId: string,
  along: Along = alone,
  storedId = requestId || reading.ports.random.id(),
): { outcome: Outcome; seen: readonly Rows[] } {
  const { ports } = reading;
  const none: Outcome = { places: [], mail: false, repeated: false };
  if (isNothing(plan)) {
    if (along.changes.length === 0) return { outcome: none, seen: [] };
    return {
      outcome: none,
      seen: retried(reading, () => ports.tables.commit(view.workbook, along.changes, along.readBack)),
    };
  }
  const work = workOf(reading, view, plan, { requestId, storedId }, along);
  let seen: readonly Rows[] | undefined;
  for (let attempt = 1; seen === undefined; attempt += 1) {
    try {
      seen = ports.tables.commit(view.workbook, work.changes, [...work.readBack, ...along.readBack]);
    } catch (error) {
      refuseTooWide(view, work, error);
      seen = afterFailure(reading, work, error, attempt);
    }
  }
  const { trouble } = afterWrite(() => settle(reading, work.written, seen[0] ?? []));
  lookedAt(reading, work.written, work.lastRows);
  if (trouble) throw trouble;
  return { outcome: work.outcome, seen: seen.slice(work.readBack.length) };
}

/** The write itself was carried out, whatever becomes of the look at it. */
function afterWrite<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof TablesError ? new TablesError('ambiguous', error.message) : error;
  }
}

/** Copies of rows did not fit: columns of ours stand further to the right than anybody had thought of. */
function refuseTooWide(view: View, { registers }: Work, error: unknown): void {
  const wide = registers.find((register) => view.layout(register).width > copyWidth);
  if (!wide || !(error instanceof TablesError) || (error.kind !== 'outside' && error.kind !== 'refused')) return;
  throw new Misconfigured({
    words: {
      zh: '“{tab}”里自己加的列太多，登记表的列移到了第 {most} 列以外，没有保存。请把自己的列移到最右边，或由系统账号运行“前台 → 安装 / 检查”。',
      en: 'So many columns were added to “{tab}” that its own reach beyond column {most}; nothing was saved. Move the added ones to the far right, or have the office account run Front desk → Set up / check.',
    },
    values: { tab: wide.title, most: copyWidth },
  });
}

/** After a write that may or may not have been applied, the recent requests tell. */
function afterFailure(reading: Reading, work: Work, error: unknown, attempt: number): readonly Rows[] | undefined {
  if (!(error instanceof TablesError)) throw error;
  if (error.kind === 'outside') {
    const seen = seenIfWritten(reading, work);
    if (seen) return seen;
    throw error;
  }
  if (error.kind !== 'throttled' && error.kind !== 'ambiguous') throw error;
  if (attempt < tries) reading.ports.clock.sleep(500 * 2 ** attempt);
  const seen = error.kind === 'throttled' ? undefined : seenIfWritten(reading, work);
  if (seen === undefined && attempt === tries) throw error;
  return seen;
}

/** What a write that turns out to have been applied has hit, without the blocks that went along; undefined when it was not. */
function seenIfWritten(reading: Reading, work: Work): readonly Rows[] | undefined {
  const slot: Block = { sheetId: requestsTab.sheetId, fromRow: work.requestRow, toRow: work.requestRow + 1 };
  const [stored, ...rest] = retried(reading, () =>
    reading.ports.tables.read(work.written.workbook, [slot, ...work.readBack]),
  ) as Rows[];
  return stored?.[0]?.[0] === work.written.storedId ? rest : undefined;
}

interface Work {
  readonly changes: readonly SheetChange[];
  readonly readBack: readonly Block[];
  readonly requestRow: number;
  readonly outcome: Outcome;
  readonly written: Written;
  /** Whose rows are written. */
  readonly registers: readonly Register[];
  readonly lastRows: Readonly<Record<string, number>>;
}

const mostUpdates = 500;

/** Everything that one commit writes: copies of the rows to be changed, the changes, new rows, and the kernel's own books. */
function workOf(
  reading: Reading,
  view: View,
  plan: Plan,
  { requestId, storedId }: { readonly requestId: string; readonly storedId: string },
  along: Along,
): Work {
  const { ports } = reading;
  if (plan.updates.length > mostUpdates) throw new Error(`a plan changes ${plan.updates.length} rows at once`);
  const at = ports.clock.now();
  const registers = (key: string): Register => registerIn(reading, key);
  const placed = placeAppends(view, plan, registers);
  const written = [
    ...new Set([...plan.updates.map((one) => one.record.register), ...plan.appends.map((one) => one.register)]),
  ].map(registers);
  const places: Place[] = [
    ...plan.updates.map(({ record, values }) => ({
      register: record.register,
      no: text(values['no']) || record.no,
      line: record.line,
      row: record.row,
    })),
    ...placed.places,
  ];
  const outcome: Outcome = { places, mail: plan.orders.length > 0, repeated: false };
  const { lines, head } = chain(
    chainHead(view),
    happeningsOf(plan, registers),
    view.facts,
    requestId,
    at,
    ports.random,
    ports.digest,
  );
  const unseen = written.length > 0 ? String(stampOf(ports, storedId)) : '';
  const books = booksOf(view, { head, outcome, storedId, at, unseen });
  const rowAt = (register: string, no: string): number =>
    places.find((one) => one.register === register && one.no === no)?.row ?? 0;
  const orders = plan.orders.map((order): readonly Cell[] => [
    ports.random.id(),
    at,
    order.kind,
    order.name,
    order.register,
    order.no,
    rowAt(order.register, order.no),
    order.to,
    'waiting',
    order.dueAt ?? '',
  ]);
  const meant: Written = {
    workbook: view.workbook,
    storedId,
    language: view.facts.language,
    columns: Object.fromEntries(written.map((register) => [register.key, view.layout(register).columns])),
    updates: plan.updates,
    appends: plan.appends.map((one, index) => ({ ...one, row: placed.rows[index]! })),
  };
  const changes: SheetChange[] = [
    ...beforeImages(view, meant, written),
    ...plan.updates.flatMap((update) =>
      updateChanges(view, registers(update.record.register), update.record.row, update.values),
    ),
    ...placed.changes,
    ...books.changes,
    ...openChanges(reading, view, plan, places),
    ...appendRows(auditTab.sheetId, lines.map(auditCells)),
    ...appendRows(outboxTab.sheetId, orders),
    ...along.changes,
  ];
  const images = plan.updates.length + written.length;
  const readBack: readonly Block[] =
    images === 0 ? [] : [{ sheetId: beforeTab.sheetId, fromRow: firstImage, toRow: firstImage + images }];
  const { lastRows } = placed;
  return { changes, readBack, requestRow: books.requestRow, outcome, written: meant, registers: written, lastRows };
}

const appendRows = (sheetId: number, cells: readonly (readonly Cell[])[]): readonly SheetChange[] =>
  cells.length === 0 ? [] : [{ kind: 'appendRows', sheetId, cells }];

function chainHead(view: View): { seq: number; hash: string } {
  const head = view.counters.get('audit');
  return head ? { seq: head.number, hash: head.text } : emptyChain;
}

function happeningsOf(plan: Plan, registers: (key: string) => Register): readonly Happening[] {
  return [
    ...plan.updates
      .filter(({ transition }) => transition !== 'check')
      .map(({ record, values, transition, article }) => ({
        register: registers(record.register),
        no: text(values['no']) || record.no,
        line: record.line,
        transition,
        article,
        before: record.no === '' ? {} : record.values,
        after: record.no === '' ? { ...record.values, ...values } : values,
      })),
    ...plan.appends.map(({ register, no, line, values, transition, article }) => ({
      register: registers(register),
      no,
      line,
      transition,
      article,
      before: {},
      after: values,
    })),
  ];
}

/** New rows go in right below the last numbered row, so that nothing that somebody is typing further down is overwritten. */
function placeAppends(
  view: View,
  plan: Plan,
  registers: (key: string) => Register,
): {
  changes: readonly SheetChange[];
  places: readonly Place[];
  /** Of the appends, in their order. */
  rows: readonly number[];
  lastRows: Readonly<Record<string, number>>;
} {
  const changes: SheetChange[] = [];
  const places: Place[] = [];
  const rows = new Map<Append, number>();
  const lastRows: Record<string, number> = {};
  const touched = new Set([
    ...plan.appends.map((one) => one.register),
    ...plan.updates.filter((one) => one.record.no === '').map((one) => one.record.register),
  ]);
  for (const key of touched) {
    const register = registers(key);
    const appends = plan.appends.filter((one) => one.register === key);
    const adopted = plan.updates.filter((one) => one.record.register === key && text(one.values['no']) !== '');
    const last = Math.max(view.tail(register).lastRow, ...adopted.map((one) => one.record.row));
    if (appends.length > 0) {
      const at = last + 1;
      const layout = view.layout(register);
      changes.push({ kind: 'insertRows', sheetId: register.sheetId, at, count: appends.length });
      changes.push({
        kind: 'write',
        sheetId: register.sheetId,
        row: at,
        column: 0,
        cells: appends.map((one) => rowOf(layout, one.values)),
      });
      appends.forEach((one, index) => {
        places.push({ register: key, no: one.no, line: one.line, row: at + index });
        rows.set(one, at + index);
      });
    }
    lastRows[`${view.workbook}.${key}`] = last + appends.length;
  }
  return { changes, places, rows: plan.appends.map((one) => rows.get(one)!), lastRows };
}

/**
 * The rows to be changed and, below them, the key rows, copied as they stand at the instant of the write: what tells whether
 * the right cells were hit. Above them what was meant.
 */
function beforeImages(view: View, meant: Written, written: readonly Register[]): readonly SheetChange[] {
  if (written.length === 0) return [];
  const rows = meant.updates.map(({ record }) => ({
    register: written.find(({ key }) => key === record.register)!,
    row: record.row,
  }));
  const copies = [...rows, ...written.map((register) => ({ register, row: 0 }))].map(
    ({ register, row }, index): SheetChange => ({
      kind: 'copyRows',
      sheetId: register.sheetId,
      row,
      count: 1,
      columns: view.layout(register).width,
      toSheetId: beforeTab.sheetId,
      toRow: firstImage + index,
    }),
  );
  return [...copies, { kind: 'write', sheetId: beforeTab.sheetId, row: 0, column: 0, cells: [noteOf(meant)] }];
}

function updateChanges(view: View, register: Register, row: number, values: Values): readonly SheetChange[] {
  const layout = view.layout(register);
  const keys = Object.keys(values).filter((key) => key in layout.columns);
  return writesOf(
    register.sheetId,
    row,
    new Map(keys.map((key) => [layout.columns[key]!, cellOf(layout, key, values[key]!)])),
  );
}

/** Counters, the chain's head and this request's answer; with the request's counter, which write is to be looked at. */
function booksOf(
  view: View,
  what: { head: { seq: number; hash: string }; outcome: Outcome; storedId: string; at: string; unseen: string },
): { changes: readonly SheetChange[]; requestRow: number } {
  const asked = (view.counters.get('request')?.number ?? 0) + 1;
  const requestRow = 1 + (asked % remembered);
  const moved: [string, number, string][] = [
    ['audit', what.head.seq, what.head.hash],
    ['request', asked, what.unseen],
    ...[...view.given].map(([key, number]): [string, number, string] => [key, number, '']),
  ];
  const known = moved.flatMap((cells): readonly SheetChange[] => {
    const row = view.counters.get(cells[0])?.row;
    return row === undefined ? [] : [{ kind: 'write', sheetId: countersTab.sheetId, row, column: 0, cells: [cells] }];
  });
  // Every register begins one a year: the tab grows with them.
  const begun = moved.filter(([key]) => !view.counters.has(key));
  const answer: readonly Cell[] = [what.storedId, what.at, JSON.stringify(what.outcome)];
  return {
    changes: [
      ...known,
      ...appendRows(countersTab.sheetId, begun),
      { kind: 'write', sheetId: requestsTab.sheetId, row: requestRow, column: 0, cells: [answer] },
    ],
    requestRow,
  };
}

/** Keeps the list of open records true: new ones in, moved ones changed, ended ones out. */
function openChanges(reading: Reading, view: View, plan: Plan, places: readonly Place[]): readonly SheetChange[] {
  const isNew = ({ record }: Update): boolean => record.no === '';
  const hasMoved = (one: Update): boolean =>
    !isNew(one) && 'state' in one.values && reading.product.workflow(one.record.register) !== undefined;
  if (!view.open && plan.updates.some(hasMoved))
    throw new Error('a plan that moves records needs the list of open records');
  const open = view.open ?? [];
  const list = new Map(open.map((one) => [one.index, openCells(one)]));
  const writes: SheetChange[] = [];
  const gone: number[] = [];
  const added: (readonly Cell[])[] = [];
  const after: RecordRow[] = [
    ...(view.open ? plan.updates : plan.updates.filter(isNew)).map(({ record, values }) => ({
      ...record,
      no: text(values['no']) || record.no,
      values: { ...record.values, ...values },
    })),
    ...plan.appends.map((one: Append) => ({
      ...one,
      row: places.find((place) => place.no === one.no && place.line === one.line && place.register === one.register)!
        .row,
    })),
  ];
  for (const record of after) {
    const workflow = reading.product.workflow(record.register);
    if (!workflow || record.no === '') continue;
    const listed = open.find(
      (one) => one.register === record.register && one.no === record.no && one.line === record.line,
    );
    const ended = !(workflow.isOpen?.(record) ?? !workflow.final.includes(text(record.values['state'])));
    if (ended && listed) gone.push(listed.index);
    if (ended) continue;
    const cells: readonly Cell[] = [
      record.register,
      record.no,
      record.line,
      record.row,
      text(record.values['state']),
      workflow.due?.(record, view.facts) ?? '',
      workflow.holder?.(record, view.facts) ?? '',
      listed && listed.state === text(record.values['state']) ? listed.since : view.facts.now,
    ];
    if (listed) {
      list.set(listed.index, cells);
      writes.push(openWrite(listed.index, cells));
    } else added.push(cells);
  }
  return [...writes, ...closedUp(list, gone), ...appendRows(openTab.sheetId, added)];
}

const openCells = ({ register, no, line, row, state, due, holder, since }: OpenRow): readonly Cell[] => [
  register,
  no,
  line,
  row,
  state,
  due,
  holder,
  since,
];
const openWrite = (row: number, cells: readonly Cell[]): SheetChange => ({
  kind: 'write',
  sheetId: openTab.sheetId,
  row,
  column: 0,
  cells: [cells],
});

/** The last ones move to where others have ended. Rows that are taken out would use up the tab, and its last row may not go. */
function closedUp(list: Map<number, readonly Cell[]>, gone: readonly number[]): readonly SheetChange[] {
  gone.forEach((row) => list.delete(row));
  return [...gone]
    .sort((a, b) => a - b)
    .flatMap((free) => {
      const last = Math.max(0, ...list.keys());
      const blank = openWrite(
        Math.max(free, last),
        openTab.columns.map(() => ''),
      );
      const cells = list.get(last);
      if (last < free || !cells) return [blank];
      list.delete(last);
      list.set(free, cells);
      return [openWrite(free, cells), blank];
    });
}
