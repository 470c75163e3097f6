// An agency at work, in memory: the real chapters on their tabs, people at the keyboard, the clock, and holders of links.
import { everyEvening, everyMorning, lookNow } from '../../src/api/clockwork';
import type { CallName, Calls, Problem, Reply } from '../../src/api/contract';
import { call } from '../../src/api/door';
import { registerEdited } from '../../src/api/edits';
import type { Machine, Memory } from '../../src/api/machine';
import { verifyChain } from '../../src/api/verify';
import { chapters } from '../../src/chapters';
import { productOf, type Chapter } from '../../src/kernel/chapter';
import type { Who } from '../../src/kernel/facts-source';
import { openTab, outboxTab } from '../../src/kernel/kernel-tabs';
import { layoutOf, recordOf, rowOf } from '../../src/kernel/layout';
import type { Register } from '../../src/kernel/register';
import type { RecordRow, Value, Values } from '../../src/kernel/values';
import { office, officeFacts } from '../../src/office';
import { settingRows } from '../../src/office/settings';
import { departmentRows, staffRows, type Name } from '../chapters/world';
import { addressOf, linkText } from '../kernel/workshop';
import { memoryPorts, type MemoryPorts } from '../memory/memory-ports';

const usual = productOf([office, ...chapters]);
export const product = usual;
export const webApp = 'https://script.example/exec';

export const register = (key: string): Register => product.register(key)!;

/** Who asks: a person at the keyboard, a stranger's account there, the holder of a link, or a trigger. */
export type Asker = Name | 'stranger' | 'public' | 'clock';

const whoIs = (asker: Asker, signedIn: string): Omit<Who, 'now'> =>
  asker === 'public'
    ? { context: 'public', via: 'link', account: signedIn }
    : asker === 'clock'
      ? { context: 'office', via: 'clock', account: 'system@example.org' }
      : {
          context: 'desk',
          via: 'account',
          account: asker === 'stranger' ? 'stranger@example.com' : addressOf[asker],
        };

export interface Agency {
  readonly ports: MemoryPorts;
  readonly shared: Map<string, string>;
  /** What was written to the administrator's log. */
  readonly logged: unknown[];
  machine(asker: Asker, signedIn?: string): Machine;
  call<N extends CallName>(asker: Asker, name: N, input: Calls[N]['input'] | object): Reply<Calls[N]['value']>;
  /** The value; throws when the answer is an error. */
  ask<N extends CallName>(asker: Asker, name: N, input: Calls[N]['input']): Calls[N]['value'];
  /** The error; throws when the answer is a value. */
  problem(asker: Asker, name: CallName, input: object): Problem;
  /** Rows typed or pasted into a tab, one below the other. */
  type(key: string, row: number, rows: readonly Values[]): void;
  /** The edit trigger for rows (whole width), as the installable trigger of the office account sees them. */
  edited(key: string, fromRow: number, toRow: number, columns?: { from: number; to: number }, editor?: Name | ''): void;
  evening(): void;
  morning(): void;
  sendMail(): void;
  /** The token in the last mail with a link, or in the last such to this address. */
  token(address?: string): string;
  records(key: string): readonly RecordRow[];
  record(key: string, no: string): RecordRow;
  column(key: string, column: string): number;
  /** Numbers on the list of open records. */
  open(): readonly string[];
  outbox(): readonly { kind: string; name: string; no: string; to: string; state: string }[];
  chainBreak(workbook?: 'desk' | 'restricted'): number | undefined;
}

export interface AgencyOptions {
  readonly now?: string;
  readonly settings?: Readonly<Record<string, Value>>;
  readonly language?: 'zh' | 'en';
  readonly staff?: Readonly<Partial<Record<Name, Values>>>;
  readonly blankRows?: number;
  /** Everything in one workbook. */
  readonly alone?: boolean;
  /** Chapters besides the policy's. */
  readonly more?: readonly Chapter[];
}

const memory = (texts: Map<string, string>): Memory => ({
  get: (key) => texts.get(key) ?? null,
  put: (key, text) => void texts.set(key, text),
});

export function agency(options: AgencyOptions = {}): Agency {
  const {
    now = '2026-10-09T09:30:00',
    language = 'zh',
    settings = {},
    blankRows = 250,
    alone = false,
    more = [],
  } = options;
  const product = more.length > 0 ? productOf([office, ...chapters, ...more]) : usual;
  const register = (key: string): Register => product.register(key)!;
  const ports = memoryPorts({ now, registers: product.registers, language, blankRows, alone });
  const shared = new Map([
    ['version', '1'],
    ['webApp', webApp],
    ['heartbeat', now],
  ]);
  const owns = new Map<string, Map<string, string>>();
  const logged: unknown[] = [];
  const tabOf = (key: string): readonly (readonly (string | number | boolean)[])[] =>
    ports.cells(register(key).workbook, register(key).sheetId);
  const layout = (key: string) => layoutOf(register(key), tabOf(key)[0] ?? [], language);
  const type = (key: string, row: number, rows: readonly Values[]): void => {
    const { columns } = layout(key);
    rows.forEach((values, index) => {
      const cells = rowOf(layout(key), values);
      for (const column of Object.keys(values)) {
        const at = columns[column]!;
        ports.people(register(key).workbook).type(register(key).sheetId, row + index, at, [[cells[at]!]]);
      }
    });
  };
  const numbered = (serial: string, rows: readonly Values[]): readonly Values[] =>
    rows.map((values, index) => ({ ...values, no: `${serial}-2026-${String(index + 1).padStart(5, '0')}` }));
  const staff = Object.entries(staffRows).map(([name, row]) => ({ ...row, ...options.staff?.[name as Name] }));
  const fill = (key: string, rows: readonly Values[]): void =>
    ports.people('desk').type(
      register(key).sheetId,
      2,
      0,
      rows.map((values) => rowOf(layout(key), values)),
    );
  fill('staff', numbered('YG', staff));
  fill('departments', numbered('BM', departmentRows));
  const given = { 'agency.name': '晴天社工', 'agency.language': language, ...settings };
  fill('settings', numbered('SZ', settingRows(language, new Set(), given)));

  const machine = (asker: Asker, signedIn = ''): Machine => {
    const own = owns.get(asker) ?? new Map<string, string>();
    owns.set(asker, own);
    const who = whoIs(asker, signedIn);
    return {
      product,
      source: officeFacts,
      ports,
      who,
      own: memory(own),
      shared: memory(shared),
      ...(who.context !== 'desk' && {
        office: {
          ...{ mailer: ports.mailer, signer: ports.signer, link: linkText, webApp, workbookId: 'desk-id' },
          address: (workbook) => `https://sheets.example/${workbook}/edit`,
        },
      }),
    };
  };
  const log = { error: (_: string, error: unknown) => void logged.push(error) };
  const answer = <N extends CallName>(asker: Asker, name: N, input: object): Reply<Calls[N]['value']> =>
    JSON.parse(call(() => machine(asker), name, JSON.stringify(input), log)) as Reply<Calls[N]['value']>;

  const records = (key: string): readonly RecordRow[] =>
    tabOf(key)
      .map((cells, row) => ({ cells, row }))
      .slice(2)
      .filter(({ cells }) => cells.length > 0)
      .map(({ cells, row }) => recordOf(layout(key), cells, row));

  return {
    ports,
    shared,
    logged,
    machine,
    call: answer,
    ask(asker, name, input) {
      const reply = answer(asker, name, input);
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)} ${String(logged[0] ?? '')}`);
      return reply.value;
    },
    problem(asker, name, input) {
      const reply = answer(asker, name, input);
      if (reply.ok) throw new Error(`${name} answered ${JSON.stringify(reply.value)}`);
      return reply.error;
    },
    type,
    edited(key, fromRow, toRow, columns = { from: 0, to: layout(key).width }, editor = '王芳') {
      const typed: Machine = {
        ...machine('clock'),
        who: { context: 'office', via: 'typed', account: editor === '' ? '' : addressOf[editor] },
      };
      const { sheetId } = register(key);
      registerEdited(typed, { sheetId, fromRow, toRow, fromColumn: columns.from, toColumn: columns.to });
    },
    evening: () => everyEvening(machine('clock')),
    morning: () => everyMorning(machine('clock')),
    sendMail: () => lookNow(machine('clock')),
    token(address) {
      const theirs = ports.sent.filter((one) => address === undefined || one.to === address);
      const tokens = theirs.flatMap(({ text }) => /[?&]t=([\w.-]+)/.exec(text)?.[1] ?? []);
      if (tokens.length === 0) throw new Error(`no link in a mail to ${address ?? 'anybody'}`);
      return tokens[tokens.length - 1]!;
    },
    records,
    record(key, no) {
      const found = records(key).filter((one) => one.no === no);
      if (found.length !== 1) throw new Error(`${found.length} rows are numbered ${no}`);
      return found[0]!;
    },
    column: (key, column) => layout(key).columns[column]!,
    open: () =>
      ports
        .cells('desk', openTab.sheetId)
        .slice(1)
        .map((cells) => String(cells[1])),
    outbox: () =>
      ports
        .cells('desk', outboxTab.sheetId)
        .slice(1)
        .map((cells) => ({
          kind: String(cells[2]),
          name: String(cells[3]),
          no: String(cells[5]),
          to: String(cells[7] ?? ''),
          state: String(cells[8]),
        })),
    chainBreak: (workbook = 'desk') => verifyChain(machine('clock'), workbook).brokenAt,
  };
}

export const visitor: Values = {
  visitor: '林女士',
  organisation: '蓝天公司',
  phone: '13912345678',
  purpose: '洽谈合作',
  host: '陈静',
};
