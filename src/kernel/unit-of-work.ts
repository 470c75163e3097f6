// A command, from lock to commit: one read, a pure decision, one atomic write, and a look at what the write hit.
import { auditCells, chain, emptyChain, type Happening } from './audit';
import { Busy, Misconfigured, OutOfDate } from './errors';
import {
  auditTab,
  beforeTab,
  copyWidth,
  countersTab,
  firstRow,
  openTab,
  outboxTab,
  remembered,
  requestsTab,
} from './kernel-tabs';
import { cellOf, columnsIn, layoutOf, recordOf, rowOf, widthOf, type Layout } from './layout';
import { isNothing, type Append, type Plan, type Update } from './plan';
import { TablesError, type Block, type SheetChange } from './ports';
import { handColumns, type Register, type WorkbookKey } from './register';
import { isEmpty, sameValue, text, type Cell, type RecordRow, type Values } from './values';
import { openView, type Needs, type OpenRow, type Reading, type View } from './view';

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
const tries = 4;
/** Half a minute, where half a thing done is worse than waiting: rows wrongly hit, letters gone and not marked. */
export const moreTries = 8;

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
  const view = retried(reading, () => openView(reading, workbook, { ...command.needs, requestId: storedId }));
  if (view.answered !== undefined) return { ...(JSON.parse(view.answered) as Outcome), repeated: true };
  return commitPlan(reading, view, command.decide(view), requestId, alone, storedId).outcome;
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
  keepHints(reading, work);
  if (work.registers.length > 0) mend(reading, view, work, seen[0] ?? []);
  return { outcome: work.outcome, seen: seen.slice(work.readBack.length) };
}

export type Rows = readonly (readonly Cell[])[];

/** For reads, and for writes that may be done twice. */
export function retried<T>({ ports }: Reading, act: () => T, most = tries): T {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return act();
    } catch (error) {
      const passing = error instanceof TablesError && (error.kind === 'throttled' || error.kind === 'ambiguous');
      if (!passing || attempt === most) throw error;
      ports.clock.sleep(Math.min(8_000, 500 * 2 ** attempt));
    }
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
  if ((error.kind !== 'throttled' && error.kind !== 'ambiguous') || attempt === tries) throw error;
  reading.ports.clock.sleep(500 * 2 ** attempt);
  return error.kind === 'throttled' ? undefined : seenIfWritten(reading, work);
}

/** What a write that turns out to have been applied has hit, without the blocks that went along; undefined when it was not. */
function seenIfWritten(reading: Reading, work: Work): readonly Rows[] | undefined {
  const slot: Block = { sheetId: requestsTab.sheetId, fromRow: work.requestRow, toRow: work.requestRow + 1 };
  const [stored, ...rest] = retried(reading, () =>
    reading.ports.tables.read(work.workbook, [slot, ...work.readBack]),
  ) as Rows[];
  return stored?.[0]?.[0] === work.storedId ? rest : undefined;
}

interface Work {
  readonly workbook: WorkbookKey;
  readonly changes: readonly SheetChange[];
  readonly readBack: readonly Block[];
  readonly requestRow: number;
  readonly storedId: string;
  readonly outcome: Outcome;
  readonly updates: readonly Update[];
  readonly appends: readonly (Append & { readonly row: number })[];
  /** Whose rows are written. */
  readonly registers: readonly Register[];
  readonly lastRows: Readonly<Record<string, number>>;
}

const mostUpdates = 500;

function registerOf(reading: Reading, key: string): Register {
  const register = reading.product.register(key) ?? reading.source.registers.find((one) => one.key === key);
  if (!register) throw new Error(`no register ${key}`);
  return register;
}

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
  const registers = (key: string): Register => registerOf(reading, key);
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
  const books = booksOf(view, { head, outcome, storedId, at });
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
  const changes: SheetChange[] = [
    ...beforeImages(view, plan.updates, written),
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
  const readBack: readonly Block[] = images === 0 ? [] : [{ sheetId: beforeTab.sheetId, fromRow: 0, toRow: images }];
  const { lastRows } = placed;
  return {
    workbook: view.workbook,
    changes,
    readBack,
    requestRow: books.requestRow,
    storedId,
    outcome,
    updates: plan.updates,
    appends: plan.appends.map((one, index) => ({ ...one, row: placed.rows[index]! })),
    registers: written,
    lastRows,
  };
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
 * the right cells were hit.
 */
function beforeImages(view: View, updates: readonly Update[], written: readonly Register[]): readonly SheetChange[] {
  const rows = updates.map(({ record }) => ({
    register: written.find(({ key }) => key === record.register)!,
    row: record.row,
  }));
  return [...rows, ...written.map((register) => ({ register, row: 0 }))].map(({ register, row }, index) => ({
    kind: 'copyRows',
    sheetId: register.sheetId,
    row,
    count: 1,
    columns: view.layout(register).width,
    toSheetId: beforeTab.sheetId,
    toRow: index,
  }));
}

/** Neighbouring cells are written together. */
function updateChanges(view: View, register: Register, row: number, values: Values): readonly SheetChange[] {
  const layout = view.layout(register);
  const cells = Object.entries(values)
    .filter(([key]) => key in layout.columns)
    .map(([key, value]) => ({ column: layout.columns[key]!, cell: cellOf(layout, key, value) }))
    .sort((a, b) => a.column - b.column);
  const runs: { column: number; cells: Cell[] }[] = [];
  for (const { column, cell } of cells) {
    const run = runs[runs.length - 1];
    if (run && run.column + run.cells.length === column) run.cells.push(cell);
    else runs.push({ column, cells: [cell] });
  }
  return runs.map((run) => ({ kind: 'write', sheetId: register.sheetId, row, column: run.column, cells: [run.cells] }));
}

/** Counters, the chain's head and this request's answer. */
function booksOf(
  view: View,
  what: { head: { seq: number; hash: string }; outcome: Outcome; storedId: string; at: string },
): { changes: readonly SheetChange[]; requestRow: number } {
  const asked = (view.counters.get('request')?.number ?? 0) + 1;
  const requestRow = 1 + (asked % remembered);
  const moved: [string, number, string][] = [
    ['audit', what.head.seq, what.head.hash],
    ['request', asked, ''],
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

function keepHints({ ports }: Reading, work: Work): void {
  if (Object.keys(work.lastRows).length > 0) ports.hints.put({ ...ports.hints.get(), ...work.lastRows });
}

/** Cells that people had typed in the row that was meant and that are not in this one; undefined when it is numbered otherwise. */
function missingIn(
  view: View,
  register: Register,
  { record, copyOf }: Update,
  cells: readonly Cell[],
): number | undefined {
  const found = recordOf(view.layout(register), cells, record.row);
  if (found.no !== (copyOf ?? record.no) || (record.no !== '' && found.line !== record.line)) return undefined;
  if (record.no !== '') return 0;
  const typed = handColumns(register).filter((key) => !isEmpty(record.values[key]));
  return typed.filter((key) => !sameValue(found.values[key], record.values[key])).length;
}

/** Whether the copied row is the one that was meant; a typed row has no number yet and is known by all its cells. */
const isHit = (view: View, register: Register, update: Update, cells: readonly Cell[]): boolean =>
  missingIn(view, register, update, cells) === 0;

/** Where the columns stand of a register that had others at the instant of the write; undefined of one that had not. */
function movedTo(reading: Reading, view: View, register: Register, keyRow: readonly Cell[]): Moved | undefined {
  const was = view.layout(register);
  if (Object.entries(was.columns).every(([key, column]) => keyRow[column] === key)) return undefined;
  const block: Block = { sheetId: register.sheetId, fromRow: 0, toRow: 1 };
  const keys = retried(reading, () => reading.ports.tables.read(view.workbook, [block]), moreTries)[0]?.[0] ?? [];
  const columns = columnsIn(register, keys);
  return { keys, layout: { ...was, columns, width: widthOf(columns) } };
}

interface Moved {
  readonly keys: readonly Cell[];
  /** Without the columns that are gone. */
  readonly layout: Layout;
}

/**
 * A person may have sorted the tab, or moved its columns, between the read and the write. Then cells that were not meant
 * have been hit: they are put back from the copies taken in the same write, and the change is made where the record stands
 * now.
 */
function mend(reading: Reading, view: View, work: Work, images: Rows): void {
  const moved = new Map<string, Moved>();
  work.registers.forEach((register, index) => {
    const found = movedTo(reading, view, register, images[work.updates.length + index] ?? []);
    if (found) moved.set(register.key, found);
  });
  const now: View = { ...view, layout: (register) => moved.get(register.key)?.layout ?? view.layout(register) };
  const missed: readonly Miss[] = work.updates
    .map((update, index) => ({ update, image: images[index] ?? [], row: rowAfter(work, update.record) }))
    .filter(
      ({ update, image }) =>
        moved.has(update.record.register) || !isHit(view, registerOf(reading, update.record.register), update, image),
    );
  const rewritten = work.appends
    .filter(({ register }) => moved.has(register))
    .map((one) => rewrittenRow(view, now, registerOf(reading, one.register), one));
  if (missed.length === 0 && rewritten.length === 0) return;
  const { ports } = reading;
  const restored = missed.flatMap(({ update, image, row }): SheetChange[] => {
    const register = registerOf(reading, update.record.register);
    const layout = view.layout(register);
    return Object.keys(update.values).map((key) => {
      const column = layout.columns[key]!;
      return { kind: 'write', sheetId: register.sheetId, row, column, cells: [[image[column] ?? '']] };
    });
  });
  const rows = placesNow(reading, view, now, missed);
  const redone = missed.flatMap(({ update }, index): readonly SheetChange[] => {
    const row = rows[index];
    return row === undefined ? [] : updateChanges(now, registerOf(reading, update.record.register), row, update.values);
  });
  retried(reading, () => ports.tables.commit(work.workbook, [...restored, ...redone, ...rewritten], []), moreTries);
  for (const { keys, layout } of moved.values()) layoutOf(layout.register, keys, layout.language);
  if (rows.includes(undefined)) {
    throw new OutOfDate({
      words: {
        zh: '保存时这条记录被人移动或删除了，请打开它核对一遍。',
        en: 'The record was moved or deleted while it was being saved. Please open it and check.',
      },
    });
  }
}

/** Where a row of before stands after the new ones were put in. */
const rowAfter = (work: Work, { register, row }: RecordRow): number => {
  const added = work.appends.filter((one) => one.register === register);
  return added.length > 0 && row >= added[0]!.row ? row + added.length : row;
};

/** A new row once more, in the columns as they stand now. */
function rewrittenRow(
  view: View,
  now: View,
  register: Register,
  { row, values }: Work['appends'][number],
): SheetChange {
  const cells = [...rowOf(now.layout(register), values)];
  while (cells.length < view.layout(register).width) cells.push('');
  return { kind: 'write', sheetId: register.sheetId, row, column: 0, cells: [cells] };
}

interface Miss {
  readonly update: Update;
  readonly image: readonly Cell[];
  /** Where the cells stand that were hit. */
  readonly row: number;
}

/** The rows in which records, or typed rows without a number, stand now; looked for as if what was hit were put back. */
function placesNow(reading: Reading, view: View, now: View, missed: readonly Miss[]): readonly (number | undefined)[] {
  const bodies = new Map<string, readonly (readonly Cell[])[]>();
  const bodyOf = (register: Register): Rows => {
    const block: Block = { sheetId: register.sheetId, fromRow: firstRow };
    const read = retried(reading, () => reading.ports.tables.read(view.workbook, [block]), moreTries)[0] ?? [];
    const mine = missed.filter((one) => one.update.record.register === register.key);
    const length = Math.max(read.length, ...mine.map(({ row }) => row - firstRow + 1));
    const rows = Array.from({ length }, (_, index) => [...(read[index] ?? [])]);
    const { columns } = view.layout(register);
    for (const { update, image, row } of mine) {
      const cells = rows[row - firstRow]!;
      for (const key of Object.keys(update.values)) cells[columns[key]!] = image[columns[key]!] ?? '';
    }
    bodies.set(register.key, rows);
    return rows;
  };
  const given = new Set<string>();
  return missed.map(({ update, row }) => {
    const register = registerOf(reading, update.record.register);
    const body = bodies.get(register.key) ?? bodyOf(register);
    const at = (index: number): string => `${register.key} ${index}`;
    const hit = body.findIndex((cells, place) => !given.has(at(place)) && isHit(now, register, update, cells));
    // Somebody is just correcting a cell of it.
    const here = row - firstRow;
    const index = hit < 0 && missingIn(now, register, update, body[here]!) === 1 && !given.has(at(here)) ? here : hit;
    // Typed rows may be alike: each gets one of them.
    if (update.record.no === '') given.add(at(index));
    return index < 0 ? undefined : firstRow + index;
  });
}
