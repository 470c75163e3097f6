// What one command sees: everything it has declared it needs, read in one go, and numbers to give.
import type { Product } from './chapter';
import { NotFound } from './errors';
import type { Facts, Person } from './facts';
import type { FactsSource, Who } from './facts-source';
import { isTyped, layoutOf, recordOf, type Layout } from './layout';
import { beforeTab, countersTab, firstRow, openTab, requestsTab } from './kernel-tabs';
import type { Lookups, Numbers } from './decide';
import { TablesError, type Block, type Ports } from './ports';
import type { Register, WorkbookKey } from './register';
import { sameValue, type Cell, type RecordRow } from './values';

export type Rows = readonly (readonly Cell[])[];

export interface Needs {
  /** Registers in which records are found by number; `row` is where the record was last seen. */
  readonly records?: readonly { readonly register: Register; readonly no?: string; readonly row?: number }[];
  /** Registers to which rows may be added: the end of the tab, with what people typed there. */
  readonly tails?: readonly Register[];
  /** Columns looked up whole. */
  readonly lookups?: readonly { readonly register: Register; readonly column: string }[];
  /** Small registers read whole. */
  readonly whole?: readonly Register[];
  readonly open?: boolean;
  /** Rows where records are supposed to stand. */
  readonly spans?: readonly Span[];
  /** Blocks of the kernel's own books. */
  readonly blocks?: readonly Block[];
  /** Known already, from a look at the other workbook in the same run. */
  readonly facts?: Facts;
  /** Of a command that will write; '' when it is not to be remembered. */
  readonly requestId?: string;
}

/** Rows of a register, the last not included. */
export interface Span {
  readonly register: Register;
  readonly from: number;
  readonly to: number;
}

export interface Counter {
  readonly row: number;
  readonly number: number;
  readonly text: string;
}

export interface OpenRow {
  readonly index: number;
  readonly register: string;
  readonly no: string;
  readonly line: number;
  readonly row: number;
  readonly state: string;
  readonly due: string;
  readonly holder: string;
  readonly since: string;
}

export interface TypedRow {
  readonly row: number;
  readonly cells: readonly Cell[];
  /** The number of another row, with which this one was copied; `cells` are without what was not typed. */
  readonly copyOf?: string;
}

export interface Tail {
  /** The last row with a number; the row of labels when there is none. */
  readonly lastRow: number;
  /** Rows below it in which people have typed. */
  readonly typed: readonly TypedRow[];
}

export interface View extends Lookups {
  readonly workbook: WorkbookKey;
  readonly facts: Facts;
  readonly numbers: Numbers;
  readonly counters: ReadonlyMap<string, Counter>;
  /** Serial counters moved by `numbers`. */
  readonly given: ReadonlyMap<string, number>;
  /** Absent when it was not asked for. */
  readonly open: readonly OpenRow[] | undefined;
  /** The blocks asked for, in their order. */
  readonly asked: readonly (readonly (readonly Cell[])[])[];
  /** The answer already given to this request. */
  readonly answered: string | undefined;
  /** What the last write has noted and copied, where nobody is known to have looked at it; not told to who will not write. */
  readonly unseen: Rows | undefined;
  layout(register: Register): Layout;
  /** The rows with this number, in the order of their lines. */
  records(register: Register, no: string, hint?: number): readonly RecordRow[];
  whole(register: Register): readonly RecordRow[];
  tail(register: Register): Tail;
  rows(register: Register, from: number, to: number): readonly TypedRow[];
  /** What has been read of a row; undefined when nothing has. */
  seen(register: Register, row: number): readonly Cell[] | undefined;
  /** Values of a column by row, read whole. */
  column(register: Register, key: string): ReadonlyMap<number, Cell>;
  /** What stands in these blocks, for the jobs' own books. */
  read(blocks: readonly Block[]): readonly (readonly (readonly Cell[])[])[];
}

export interface Reading {
  readonly ports: Ports;
  readonly product: Product;
  readonly source: FactsSource;
  readonly who: Omit<Who, 'now'>;
}

export function registerIn({ product, source }: Reading, key: string): Register {
  const register = product.register(key) ?? source.registers.find((one) => one.key === key);
  if (!register) throw new Error(`no register ${key}`);
  return register;
}

/** Lines of one form stand together; this many rows are read from where its first was last seen. */
export const linesAtOnce = 30;

/** The note and the copies of the last write. */
const lastWrite: Block = { sheetId: beforeTab.sheetId, fromRow: 0 };

const keyRowOf = (register: Register): Block => ({ sheetId: register.sheetId, fromRow: 0, toRow: 1 });
/** Where a column stands as long as nobody has moved it. */
const usualColumn = (register: Register, key: string): number => Object.keys(register.all).indexOf(key);

/** Reads what the command needs: one call, and more only where a hint turns out to be wrong. */
export function openView(reading: Reading, workbook: WorkbookKey, needs: Needs): View {
  const { ports, source, who } = reading;
  const now = ports.clock.now();
  const hints = ports.hints.get();
  const blocks: Block[] = [];
  const answers: ((cells: readonly (readonly Cell[])[]) => void)[] = [];
  const ask = (block: Block, take: (cells: readonly (readonly Cell[])[]) => void): void => {
    blocks.push(block);
    answers.push(take);
  };

  const keyRows = new Map<string, readonly Cell[]>();
  const bodies = new Map<string, readonly (readonly Cell[])[]>();
  const seenRows = new Map<string, Map<number, readonly Cell[]>>();
  const seenColumns = new Map<string, { at: number; cells: Map<number, Cell> }>();
  const tailsFrom = new Map<string, number>();

  const askKeys = (register: Register): void => {
    if (keyRows.has(register.key)) return;
    keyRows.set(register.key, []);
    ask(keyRowOf(register), (cells) => keyRows.set(register.key, cells[0] ?? []));
  };
  const keepRows = (register: Register, from: number, cells: readonly (readonly Cell[])[]): void => {
    const rows = seenRows.get(register.key) ?? new Map<number, readonly Cell[]>();
    cells.forEach((row, index) => rows.set(from + index, row));
    seenRows.set(register.key, rows);
  };
  const keepColumn = (register: Register, key: string, at: number, cells: readonly (readonly Cell[])[]): void => {
    const column = new Map<number, Cell>();
    cells.forEach((row, index) => {
      if ((row[0] ?? '') !== '') column.set(firstRow + index, row[0]!);
    });
    seenColumns.set(`${register.key}.${key}`, { at, cells: column });
  };
  const columnBlock = (register: Register, at: number): Block => ({
    sheetId: register.sheetId,
    fromRow: firstRow,
    fromColumn: at,
    toColumn: at + 1,
  });

  const askColumn = (register: Register, key: string): void => {
    if (seenColumns.has(`${register.key}.${key}`)) return;
    const at = usualColumn(register, key);
    keepColumn(register, key, at, []);
    ask(columnBlock(register, at), (cells) => keepColumn(register, key, at, cells));
  };

  let counterRows: Rows = [];
  let noted: Rows = [];
  let requestIds: readonly (readonly Cell[])[] = [];
  let openRows: readonly (readonly Cell[])[] = [];
  const asked: (readonly (readonly Cell[])[])[] = (needs.blocks ?? []).map(() => []);
  const wholeRegisters = [...(needs.whole ?? [])];

  ask({ sheetId: countersTab.sheetId, fromRow: 1 }, (cells) => (counterRows = cells));
  // A write says what it has hit on this tab, whose name has to be known for that. Where all is in one workbook, it has two keys.
  const looked = [hints['desk.seen'], hints['restricted.seen']];
  const isForgotten = hints[`${workbook}.seen`] === undefined;
  if (needs.requestId !== undefined) {
    ask(isForgotten ? lastWrite : { ...lastWrite, fromRow: 1, toRow: 2, toColumn: 1 }, (cells) => (noted = cells));
  }
  if (needs.requestId) {
    ask({ sheetId: requestsTab.sheetId, fromRow: 1, fromColumn: 0, toColumn: 1 }, (cells) => (requestIds = cells));
  }
  (needs.blocks ?? []).forEach((block, index) => ask(block, (cells) => (asked[index] = cells)));
  if (needs.open) ask({ sheetId: openTab.sheetId, fromRow: 1 }, (cells) => (openRows = cells));
  for (const { register, row } of needs.records ?? []) {
    askKeys(register);
    if (row !== undefined && row >= firstRow) {
      const toRow = row + (register.lines ? linesAtOnce : 1);
      ask({ sheetId: register.sheetId, fromRow: row, toRow }, (cells) => keepRows(register, row, cells));
    }
  }
  for (const { register, from, to } of needs.spans ?? []) {
    askKeys(register);
    ask({ sheetId: register.sheetId, fromRow: from, toRow: to }, (cells) => {
      for (let row = from; row < to; row += 1) keepRows(register, row, [cells[row - from] ?? []]);
    });
  }
  for (const register of needs.tails ?? []) {
    askKeys(register);
    const hint = Math.max(hints[`${workbook}.${register.key}`] ?? 0, firstRow);
    if (`${workbook}.${register.key}` in hints) {
      tailsFrom.set(register.key, hint);
      ask({ sheetId: register.sheetId, fromRow: hint }, (cells) => keepRows(register, hint, cells));
    } else askColumn(register, 'no');
  }
  /** Looked up among numbered records only, so the numbers are read with the column. */
  const askLookups = (from: WorkbookKey): void => {
    for (const { register, column } of needs.lookups ?? []) {
      if (register.workbook !== from) continue;
      askKeys(register);
      for (const key of new Set([column, 'no'])) askColumn(register, key);
    }
  };
  askLookups(workbook);
  for (const register of wholeRegisters) {
    askKeys(register);
    ask({ sheetId: register.sheetId, fromRow: firstRow }, (cells) => bodies.set(register.key, cells));
  }
  const factsHere = workbook === 'desk';
  const askFacts = (): void => {
    for (const register of source.registers) {
      askKeys(register);
      if (!bodies.has(register.key)) {
        ask({ sheetId: register.sheetId, fromRow: firstRow }, (cells) => bodies.set(register.key, cells));
      }
    }
  };
  if (factsHere && !needs.facts) askFacts();
  readAll();
  if (!factsHere) {
    blocks.length = 0;
    answers.length = 0;
    if (!needs.facts) askFacts();
    askLookups('desk');
    if (blocks.length > 0) ports.tables.read('desk', blocks).forEach((cells, index) => answers[index]!(cells));
  }

  /** A hint beyond the end of a tab that has shrunk spoils the whole read: then it is done again without hints. */
  function readAll(): void {
    try {
      ports.tables.read(workbook, blocks).forEach((cells, index) => answers[index]!(cells));
    } catch (error) {
      if (!(error instanceof TablesError) || error.kind !== 'outside') throw error;
      tailsFrom.clear();
      const sure = blocks
        .map((block, index) => ({ block, take: answers[index]! }))
        .filter(({ block }) => block.fromRow <= firstRow);
      ports.tables
        .read(
          workbook,
          sure.map((one) => one.block),
        )
        .forEach((cells, index) => sure[index]!.take(cells));
    }
  }

  /** Rows that stood further down than the tab now reaches are gone: nothing is read of them. */
  function readInside(some: readonly Block[]): readonly (readonly (readonly Cell[])[])[] {
    try {
      return ports.tables.read(workbook, some);
    } catch (error) {
      if (!(error instanceof TablesError) || error.kind !== 'outside') throw error;
      return some.length === 1 ? [[]] : some.flatMap((block) => readInside([block]));
    }
  }

  // Choices and yes/no are understood in every language, so the language of the layout matters only for writing.
  const reader = (register: Register): Layout => layoutOf(register, keyRows.get(register.key) ?? [], 'zh');
  const bodyOf = (register: Register): readonly RecordRow[] => {
    const layout = reader(register);
    return (bodies.get(register.key) ?? [])
      .map((cells, index) => ({ cells, row: firstRow + index }))
      .filter(({ cells }) => isTyped(layout, cells) || (cells[layout.columns['no']!] ?? '') !== '')
      .map(({ cells, row }) => recordOf(layout, cells, row));
  };
  const facts =
    needs.facts ??
    source.build(Object.fromEntries(source.registers.map((register) => [register.key, bodyOf(register)])), {
      ...who,
      now,
    });

  const layouts = new Map<string, Layout>();
  const layout = (register: Register): Layout => {
    const known = layouts.get(register.key);
    if (known) return known;
    if (!keyRows.has(register.key)) {
      keyRows.set(register.key, ports.tables.read(register.workbook, [keyRowOf(register)])[0]?.[0] ?? []);
    }
    const made = layoutOf(register, keyRows.get(register.key)!, facts.language);
    layouts.set(register.key, made);
    return made;
  };

  const counters = new Map<string, Counter>();
  counterRows.forEach((cells, index) => {
    if (typeof cells[0] === 'string' && cells[0] !== '') {
      counters.set(cells[0], { row: 1 + index, number: Number(cells[1] ?? 0), text: String(cells[2] ?? '') });
    }
  });

  const column = (register: Register, key: string): ReadonlyMap<number, Cell> => {
    const at = layout(register).columns[key]!;
    const seen = seenColumns.get(`${register.key}.${key}`);
    if (seen?.at === at) return seen.cells;
    keepColumn(register, key, at, ports.tables.read(register.workbook, [columnBlock(register, at)])[0] ?? []);
    return seenColumns.get(`${register.key}.${key}`)!.cells;
  };

  const rows = (register: Register, from: number, to: number): readonly TypedRow[] => {
    const cells = readInside([{ sheetId: register.sheetId, fromRow: from, toRow: to }])[0] ?? [];
    keepRows(register, from, cells);
    return cells.map((row, index) => ({ row: from + index, cells: row }));
  };

  const numberAt = (register: Register, cells: readonly Cell[] | undefined): Cell =>
    cells?.[layout(register).columns['no']!] ?? '';

  /** Rows already read that carry the number; complete only when all lines of the form are there. */
  const known = (register: Register, no: string): readonly RecordRow[] => {
    const found = [...(seenRows.get(register.key) ?? [])]
      .filter(([, cells]) => numberAt(register, cells) === no)
      .map(([row, cells]) => recordOf(layout(register), cells, row));
    if (!register.lines || found.length === 0) return found;
    return found.length === found[0]!.values['lineCount'] ? found : [];
  };

  const records = (register: Register, no: string, hint?: number): readonly RecordRow[] => {
    let found = known(register, no);
    if (found.length === 0 && hint !== undefined && hint >= firstRow && !seenRows.get(register.key)?.has(hint)) {
      rows(register, hint, hint + (register.lines ? linesAtOnce : 1));
      found = known(register, no);
    }
    // A form may have more lines than are read at once.
    const hinted = hint === undefined ? undefined : seenRows.get(register.key)?.get(hint);
    if (found.length === 0 && register.lines && numberAt(register, hinted) === no) {
      const { line, values } = recordOf(layout(register), hinted!, hint!);
      const first = Math.max(firstRow, hint! + 1 - line);
      rows(register, first, first + Number(values['lineCount'] ?? 0));
      found = known(register, no);
    }
    if (found.length === 0) {
      const at = [...column(register, 'no')].filter(([, cell]) => cell === no).map(([row]) => row);
      if (at.length === 0) throw new NotFound();
      const read = ports.tables.read(
        workbook,
        at.map((row) => ({ sheetId: register.sheetId, fromRow: row, toRow: row + 1 })),
      );
      found = at.map((row, index) => recordOf(layout(register), read[index]?.[0] ?? [], row));
    }
    return [...found].sort((a, b) => a.line - b.line);
  };

  const tails = new Map<string, Tail>();
  const tail = (register: Register): Tail => {
    const done = tails.get(register.key);
    if (done) return done;
    const from = tailsFrom.get(register.key);
    const hinted = from === undefined ? undefined : seenRows.get(register.key)?.get(from);
    let lastRow = firstRow - 1;
    const isSeen = from !== undefined && numberAt(register, hinted) !== '';
    if (isSeen) {
      for (const [row, cells] of seenRows.get(register.key)!) {
        if (numberAt(register, cells) !== '') lastRow = Math.max(lastRow, row);
      }
    } else lastRow = Math.max(firstRow - 1, ...column(register, 'no').keys());
    let typed: readonly TypedRow[] | undefined;
    const made: Tail = {
      lastRow,
      get typed() {
        typed ??= typedBelow(register, lastRow, isSeen);
        return typed;
      },
    };
    tails.set(register.key, made);
    return made;
  };

  /** Read only where somebody asks for it, if it has not been read with the end of the tab. */
  function typedBelow(register: Register, lastRow: number, isSeen: boolean): readonly TypedRow[] {
    if (!isSeen) {
      const below = ports.tables.read(workbook, [{ sheetId: register.sheetId, fromRow: lastRow }])[0] ?? [];
      keepRows(register, lastRow, below);
    }
    return [...(seenRows.get(register.key) ?? [])]
      .filter(([row, cells]) => row > lastRow && numberAt(register, cells) === '' && isTyped(layout(register), cells))
      .map(([row, cells]) => ({ row, cells }))
      .sort((a, b) => a.row - b.row);
  }

  const given = new Map<string, number>();
  const year = facts.today.slice(0, 4);
  const numbers: Numbers = {
    next(register) {
      const key = `${register.serial}-${year}`;
      const number = (given.get(key) ?? counters.get(key)?.number ?? 0) + 1;
      given.set(key, number);
      return `${key}-${String(number).padStart(5, '0')}`;
    },
  };

  const requestRow = needs.requestId ? requestIds.findIndex((cells) => cells[0] === needs.requestId) : -1;
  const answered =
    requestRow < 0
      ? undefined
      : String(
          ports.tables.read(workbook, [
            {
              sheetId: requestsTab.sheetId,
              fromRow: 1 + requestRow,
              toRow: 2 + requestRow,
              fromColumn: 2,
              toColumn: 3,
            },
          ])[0]?.[0]?.[0] ?? '',
        );

  const lastStamp = counters.get('request')?.text ?? '';
  const isUnseen = needs.requestId !== undefined && lastStamp !== '' && !looked.includes(Number(lastStamp));

  return {
    workbook,
    facts,
    numbers,
    counters,
    given,
    open: needs.open ? openRows.map(openRowOf).filter((row) => row.no !== '') : undefined,
    asked,
    answered,
    unseen: isUnseen ? (isForgotten ? noted : ports.tables.read(workbook, [lastWrite])[0]) : undefined,
    layout,
    records,
    whole: bodyOf,
    tail,
    rows,
    seen: (register, row) => seenRows.get(register.key)?.get(row),
    column,
    taken(registerKey, key, value, exceptNo) {
      const register = registerIn(reading, registerKey);
      const { fromCell } = register.all[key]!;
      const numbered = column(register, 'no');
      return [...column(register, key)].some(
        ([row, cell]) =>
          sameValue(fromCell(cell, facts.language), value) && numbered.has(row) && numbered.get(row) !== exceptNo,
      );
    },
    read: readInside,
  };
}

function openRowOf(cells: readonly Cell[], index: number): OpenRow {
  const [register, no, line, row, state, due, holder, since] = cells;
  return {
    index: 1 + index,
    register: String(register ?? ''),
    no: String(no ?? ''),
    line: Number(line ?? 1),
    row: Number(row ?? 0),
    state: String(state ?? ''),
    due: String(due ?? ''),
    holder: String(holder ?? ''),
    since: String(since ?? ''),
  };
}

/** The person at hand, where the account is somebody of the staff. */
export const personAtHand = (facts: Facts): Person | undefined => facts.directory.person(facts.actor.person);
