// The kernel's ports in memory: workbooks as grids, a clock that is set by hand, and every trouble that the real
// ones can make (faults before or after applying, people who sort, insert and type in between).
import { createHash, createHmac } from 'node:crypto';
import { copyWidth, kernelTabs } from '../../src/kernel/kernel-tabs';
import type { Mail } from '../../src/kernel/letter';
import {
  TablesError,
  type Block,
  type Mailer,
  type Ports,
  type SheetChange,
  type Signer,
} from '../../src/kernel/ports';
import type { Register, WorkbookKey } from '../../src/kernel/register';
import type { SheetPlan } from '../../src/kernel/report-sheet';
import type { Cell } from '../../src/kernel/values';
import { say, type Language } from '../../src/kernel/words';
import * as memory from './memory-tab';
import type { MemoryTab, Tabs } from './memory-tab';

export type CallKind = 'read' | 'commit' | 'titles' | 'heights';

export interface Call {
  readonly kind: CallKind;
  readonly workbook: WorkbookKey;
  readonly blocks: readonly Block[];
  readonly changes: readonly SheetChange[];
  /** Cells that came back. */
  readonly cellsRead: number;
}

export interface Fault {
  /** The n-th call of this kind from now on, counted from 1. */
  readonly on: CallKind;
  readonly nth?: number;
  /** `death`: the run ends there and then. */
  readonly kind: TablesError['kind'] | 'death';
  /** Whether the call was carried out although its answer is lost. */
  readonly applied?: boolean;
}

/** What a person does in the tab, or another run, without asking us. */
export interface People {
  type(sheetId: number, row: number, column: number, cells: readonly (readonly Cell[])[]): void;
  sort(sheetId: number, column: number, ascending?: boolean, from?: number): void;
  insertRows(sheetId: number, at: number, count?: number): void;
  deleteRows(sheetId: number, at: number, count?: number): void;
  moveColumn(sheetId: number, from: number, to: number): void;
  deleteTab(sheetId: number): void;
}

export const memorySecret = 'secret of the tests';

export interface MemoryPorts extends Ports {
  readonly mailer: Mailer;
  readonly signer: Signer;
  readonly calls: Call[];
  readonly sent: Mail[];
  quota: number;
  setNow(moment: string): void;
  addTab(
    workbook: WorkbookKey,
    sheetId: number,
    cells: readonly (readonly Cell[])[],
    rows?: number,
    columns?: number,
  ): void;
  /** A copy of what a tab holds, without trailing empty cells and rows. */
  cells(workbook: WorkbookKey, sheetId: number): readonly (readonly Cell[])[];
  note(workbook: WorkbookKey, sheetId: number, row: number, column: number): string;
  /** The tabs that were made by reports. */
  generated(workbook: WorkbookKey): readonly { sheetId: number; title: string; plan: SheetPlan }[];
  people(workbook: WorkbookKey): People;
  fault(fault: Fault): void;
  /** Does something just before the n-th call of a kind from now on, counted from 1. */
  before(on: CallKind, nth: number, act: () => void): void;
  /** Takes back faults and acts that have not come about. */
  calm(): void;
  /** Somebody else holds the lock for the next `times` attempts. */
  holdLock(times: number): void;
  /** Everything that the workbooks hold, to compare before and after. */
  snapshot(): string;
}

export interface MemoryOptions {
  /** `YYYY-MM-DDTHH:MM` or with seconds. */
  readonly now?: string;
  readonly registers?: readonly Register[];
  readonly language?: Language;
  /** Both names mean one workbook. */
  readonly alone?: boolean;
  /** Blank rows below the labels of each register. */
  readonly blankRows?: number;
}

function kernelGrid(): MemoryTab[] {
  return kernelTabs.map(({ sheetId, columns, rows }) =>
    memory.makeTab(sheetId, columns.length > 0 ? [columns] : [], rows, columns.length > 0 ? columns.length : copyWidth),
  );
}

function registerTab(register: Register, language: Language, blankRows: number): MemoryTab {
  const keys = Object.keys(register.all);
  const labels = keys.map((key) => say(register.all[key]!.label, language));
  return memory.makeTab(register.sheetId, [keys, labels], 2 + blankRows, keys.length);
}

/** What ends a run without a word: its time is up, or Google has stopped it. */
export class Death extends Error {}

const startOf = (moment: string): number => Date.parse(`${moment.length === 16 ? `${moment}:00` : moment}Z`);

export function memoryPorts(options: MemoryOptions = {}): MemoryPorts {
  const { registers = [], language = 'zh', blankRows = 200, alone = false } = options;
  const tabsOf = (workbook: WorkbookKey): Tabs => {
    const own = registers.filter((one) => alone || one.workbook === workbook);
    const tabs = [...own.map((one) => registerTab(one, language, blankRows)), ...kernelGrid()];
    return new Map(tabs.map((tab) => [tab.sheetId, tab]));
  };
  const workbooks = new Map<WorkbookKey, Tabs>([
    ['desk', tabsOf('desk')],
    ['restricted', tabsOf('restricted')],
  ]);
  const meant = (workbook: WorkbookKey): WorkbookKey => (alone ? 'desk' : workbook);
  const tabsIn = (workbook: WorkbookKey): Tabs => workbooks.get(meant(workbook))!;
  const keep = (workbook: WorkbookKey, tabs: Tabs): void => void workbooks.set(meant(workbook), tabs);
  const replace = (workbook: WorkbookKey, tab: MemoryTab): void => {
    keep(workbook, new Map(tabsIn(workbook)).set(tab.sheetId, tab));
  };

  let millis = startOf(options.now ?? '2026-10-09T09:00');
  let held = false;
  let heldByOther = 0;
  let serial = 0;
  let hints: Readonly<Record<string, number>> = {};
  const calls: Call[] = [];
  const sent: Mail[] = [];
  const faults: { on: CallKind; left: number; kind: Fault['kind']; applied: boolean }[] = [];
  const hooks: { on: CallKind; left: number; act: () => void }[] = [];

  /** Runs the hooks that are due, then answers the fault that is. */
  function meet(on: CallKind): { kind: Fault['kind']; applied: boolean } | undefined {
    const dueHooks = hooks.filter((one) => one.on === on && --one.left === 0);
    for (const hook of dueHooks) hooks.splice(hooks.indexOf(hook), 1);
    const dueFaults = faults.filter((one) => one.on === on && --one.left === 0);
    for (const fault of dueFaults) faults.splice(faults.indexOf(fault), 1);
    for (const hook of dueHooks) hook.act();
    return dueFaults[0];
  }
  const failure = (kind: Fault['kind']): Error =>
    kind === 'death' ? new Death('as the test asked') : new TablesError(kind, 'as the test asked');
  const count = (found: readonly (readonly (readonly Cell[])[])[]): number =>
    found.flat().reduce((sum, row) => sum + row.length, 0);
  const look = (tabs: Tabs, blocks: readonly Block[]): readonly (readonly (readonly Cell[])[])[] =>
    blocks.map((block) => memory.cut(memory.tabOf(tabs, block.sheetId), block));

  const ports: MemoryPorts = {
    tables: {
      read(workbook, blocks) {
        const fault = meet('read');
        if (fault) {
          calls.push({ kind: 'read', workbook, blocks, changes: [], cellsRead: 0 });
          throw failure(fault.kind);
        }
        const found = look(tabsIn(workbook), blocks);
        calls.push({ kind: 'read', workbook, blocks, changes: [], cellsRead: count(found) });
        return found;
      },
      commit(workbook, changes, readBack) {
        const fault = meet('commit');
        if (fault && !fault.applied) {
          calls.push({ kind: 'commit', workbook, blocks: readBack, changes, cellsRead: 0 });
          throw failure(fault.kind);
        }
        if (changes.length === 0) throw new TablesError('refused', 'nothing to commit');
        if (readBack.some((block) => block.toRow === undefined)) {
          throw new Error('a block that is read back needs a last row');
        }
        const tabs = memory.changed(tabsIn(workbook), changes);
        const found = look(tabs, readBack);
        keep(workbook, tabs);
        calls.push({ kind: 'commit', workbook, blocks: readBack, changes, cellsRead: count(found) });
        if (fault) throw failure(fault.kind);
        return found;
      },
      titles(workbook) {
        const fault = meet('titles');
        calls.push({ kind: 'titles', workbook, blocks: [], changes: [], cellsRead: 0 });
        if (fault) throw failure(fault.kind);
        return new Map([...tabsIn(workbook)].map(([id, { title = `#${id}` }]) => [id, title]));
      },
      heights(workbook) {
        const fault = meet('heights');
        calls.push({ kind: 'heights', workbook, blocks: [], changes: [], cellsRead: 0 });
        if (fault) throw failure(fault.kind);
        return new Map([...tabsIn(workbook)].map(([id, { gridRows }]) => [id, gridRows]));
      },
    },
    lock: {
      acquire(): boolean {
        if (heldByOther > 0) {
          heldByOther -= 1;
          return false;
        }
        if (held) return false;
        held = true;
        return true;
      },
      release(): void {
        held = false;
      },
    },
    hints: {
      get: () => hints,
      put(fresh) {
        hints = { ...fresh };
      },
    },
    clock: {
      now: () => new Date(millis).toISOString().slice(0, 19),
      sleep(ms) {
        millis += ms;
      },
    },
    random: {
      id: () => `id-${++serial}`,
      salt: () => createHash('sha256').update(`salt-${++serial}`).digest('hex').slice(0, 24),
    },
    digest: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    mailer: {
      quota: () => ports.quota,
      send(mail) {
        if (!/^[^\s@]+@[^\s@]+$/.test(mail.to)) throw new Error(`Invalid email: ${mail.to}`);
        if (ports.quota < 1) throw new Error('the quota is used up');
        sent.push(mail);
        ports.quota -= 1;
      },
    },
    signer: { sign: (text) => createHmac('sha256', memorySecret).update(text, 'utf8').digest('base64url') },
    calls,
    sent,
    quota: 100,
    setNow(moment) {
      millis = startOf(moment);
    },
    addTab(workbook, sheetId, cells, rows, columns) {
      replace(workbook, memory.makeTab(sheetId, cells, rows, columns));
    },
    cells(workbook, sheetId) {
      return memory.cut(memory.tabOf(tabsIn(workbook), sheetId), { sheetId, fromRow: 0 });
    },
    note(workbook, sheetId, row, column) {
      return memory.tabOf(tabsIn(workbook), sheetId).notes[memory.noteKey(row, column)] ?? '';
    },
    generated: (workbook) =>
      [...tabsIn(workbook).values()].flatMap(({ sheetId, title = '', plan }) =>
        plan ? [{ sheetId, title, plan }] : [],
      ),
    people: (workbook) => {
      const act = (sheetId: number, how: (tab: MemoryTab) => MemoryTab): void =>
        replace(workbook, how(memory.tabOf(tabsIn(workbook), sheetId)));
      return {
        type: (sheetId, row, column, cells) =>
          act(sheetId, (tab) => {
            const wider = Math.max(tab.gridColumns, column + Math.max(0, ...cells.map((one) => one.length)));
            return memory.write(
              { ...tab, gridRows: Math.max(tab.gridRows, row + cells.length), gridColumns: wider },
              row,
              column,
              cells,
            );
          }),
        sort: (sheetId, column, ascending = true, from = 2) =>
          act(sheetId, (tab) => memory.sortRows(tab, column, ascending, from)),
        insertRows: (sheetId, at, rows = 1) => act(sheetId, (tab) => memory.insertRows(tab, at, rows)),
        deleteRows: (sheetId, at, rows = 1) => act(sheetId, (tab) => memory.deleteRows(tab, at, rows)),
        moveColumn: (sheetId, from, to) => act(sheetId, (tab) => memory.moveColumn(tab, from, to)),
        deleteTab: (sheetId) => {
          const tabs = new Map(tabsIn(workbook));
          tabs.delete(sheetId);
          keep(workbook, tabs);
        },
      };
    },
    fault: ({ on, nth = 1, kind, applied = false }) => void faults.push({ on, left: nth, kind, applied }),
    before: (on, nth, act) => void hooks.push({ on, left: nth, act }),
    calm() {
      faults.length = 0;
      hooks.length = 0;
      heldByOther = 0;
    },
    holdLock(times) {
      heldByOther = times;
    },
    snapshot() {
      const plain = (tabs: Tabs): unknown =>
        [...tabs.values()].map((tab) => [
          tab.sheetId,
          memory.cut(tab, { sheetId: tab.sheetId, fromRow: 0 }),
          tab.notes,
        ]);
      return JSON.stringify([plain(tabsIn('desk')), plain(tabsIn('restricted'))]);
    },
  };
  return ports;
}
