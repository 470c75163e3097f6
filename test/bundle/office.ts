// An agency whose add-on runs in the emulator, set up by the wizard: dist/ unchanged, asked as pages and people ask it.
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { CallLog, Fault, GoogleSnapshot, Limits, Mail, Person, RunResult } from '../../emulator/runtime';
import { clickMenu, fireHandler, Google, moveClock } from '../../emulator/runtime';
import { parseMoment } from '../../emulator/runtime/zone';
import type { Calls, PageValue, Problem, Reply, WizardInput } from '../../src/api/contract';

/** As npm leaves the working folder: the house. */
export const dist = resolve('dist');
const domain = 'example.org';
const at = (name: string) => `${name}@${domain}`;

/** 王芳 is at the front desk, 陈静 heads 社工部 where 周琳 works, 赵敏 is the director, 刘洋 is HR. */
export const people = {
  office: at('frontdesk-system'),
  front: at('wangfang'),
  head: at('chenjing'),
  director: at('zhaomin'),
  hr: at('liuyang'),
  staff: at('zhoulin'),
} as const;
export type Who = keyof typeof people;

const staffOf = (name: string, email: string, department: string, role: string, head = false) => ({
  name,
  email,
  department,
  roles: [role],
  ...(head && { head }),
});

export const wizard: WizardInput = {
  agency: '晨光社工',
  language: 'zh',
  region: 'mainland',
  departments: ['社工部', '综合部'],
  people: [
    staffOf('王芳', people.front, '综合部', 'front'),
    staffOf('陈静', people.head, '社工部', 'staff', true),
    staffOf('周琳', people.staff, '社工部', 'staff'),
    staffOf('赵敏', people.director, '综合部', 'director'),
    staffOf('刘洋', people.hr, '综合部', 'hr', true),
  ],
  hours: { morningFrom: '09:00', morningTo: '12:00', afternoonFrom: '13:30', afternoonTo: '17:30' },
  requestId: 'wizard-of-the-test',
};

/** A Friday, the first after the National Day break; wall clock of Shanghai. */
export const firstMoment = '2026-10-09T09:30';
const zone = 'Asia/Shanghai';

export type Cells = Readonly<Record<string, string | number | boolean>>;
export type Workbook = 'desk' | 'restricted';

export interface Office {
  readonly google: Google;
  id(workbook: Workbook): string;
  /** The value of a call that must be answered. */
  ask<Name extends keyof Calls>(who: Who, name: Name, input: Calls[Name]['input']): Calls[Name]['value'];
  /** The problem of a call that must be refused. */
  refused(who: Who, name: string, input: object): Problem;
  /** As a page of the web app, by whoever is signed in; nobody unless told. */
  askPage<Name extends 'page' | 'answer' | 'kick'>(
    name: Name,
    input: Calls[Name]['input'],
    visitor?: string,
  ): Reply<Calls[Name]['value']>;
  menu(handler: string, who?: Who): RunResult;
  /** Fires the triggers of a job; each must succeed. */
  job(handler: string): void;
  /** Sets the clock without firing anything. */
  setClock(wallClock: string): void;
  /** Moves the clock; what is due on the way fires. */
  moveTo(wallClock: string): RunResult[];
  /** Rows of a tab by its column keys, the row's index as `row`; empty cells are left out. */
  rows(sheetId: number, workbook?: Workbook): (Cells & { row: number })[];
  mails(to?: string): Mail[];
  /** The token in the newest e-mail to this address. */
  tokenTo(address: string): string;
  /** What the work asked of Google. */
  callsOf(work: () => void): CallLog;
  during<T>(faults: readonly Fault[], work: () => T): T;
}

function blankGoogle(): Google {
  const known: Person[] = [
    { email: people.office, name: '系统账号', roles: [] },
    ...wizard.people.map(({ name, email, roles: own }) => ({ name, email, roles: [...own] })),
  ];
  const now = parseMoment(firstMoment, zone)!;
  // A test does in an instant what people do in a day: the limit by the minute is tried out where it is meant.
  const limits = { sheetsPerMinute: 1_000_000, cpuMilliseconds: 30 * 60_000 };
  const google = new Google({ dist, now, officeAccount: people.office, people: known, limits });
  google.createContainer('前台');
  return google;
}

function officeOn(google: Google): Office {
  const id = (workbook: Workbook) => google.state.properties.script[`workbook.${workbook}`] ?? google.containerId;
  const reply = ({ error, value }: RunResult): Reply<never> => {
    if (error) throw new Error(`${error.name}: ${error.message}`);
    return JSON.parse(value as string) as Reply<never>;
  };
  const asked = (who: Who, name: string, input: object) => {
    const request = {
      function: 'call',
      args: [name, JSON.stringify(input)],
      kind: 'container',
      fromPage: true,
    } as const;
    return reply(google.run({ ...request, user: people[who] }));
  };
  const token = (mail: Mail | undefined) => /[?&]t=([\w.-]+)/.exec(mail?.body ?? '')?.[1];

  const office: Office = {
    google,
    id,
    ask(who, name, input) {
      const got = asked(who, name, input);
      if (!got.ok)
        throw new Error(`${name}: ${JSON.stringify(got.error)} ${JSON.stringify(google.executions.at(-1)?.logs)}`);
      return got.value;
    },
    refused(who, name, input) {
      const got = asked(who, name, input);
      if (got.ok) throw new Error(`${name} was answered`);
      return got.error;
    },
    askPage(name, input, visitor = '') {
      const request = {
        function: 'call',
        args: [name, JSON.stringify(input)],
        kind: 'webapp',
        fromPage: true,
      } as const;
      return reply(google.run({ ...request, user: visitor }));
    },
    menu(handler, who = 'office') {
      const before = google.state.user;
      google.state.user = people[who];
      const result = clickMenu(google, handler, [], false);
      google.state.user = before;
      return result;
    },
    job(handler) {
      for (const { error } of fireHandler(google, handler) ?? [])
        if (error) throw new Error(`${handler}: ${error.message}`);
    },
    setClock: (wallClock) => google.clock.set(parseMoment(wallClock, zone)!),
    moveTo: (wallClock) => moveClock(google, parseMoment(wallClock, zone)!),
    rows(sheetId, workbook = 'desk') {
      const gridRange = { sheetId };
      const body = { dataFilters: [{ gridRange }], valueRenderOption: 'UNFORMATTED_VALUE' };
      const caller = { email: people.office };
      const answer = google.sheets.call(
        'spreadsheets.values.batchGetByDataFilter',
        { spreadsheetId: id(workbook) },
        body,
        caller,
      ) as { valueRanges?: { valueRange: { values?: Cells[string][][] } }[] };
      const [keys = [], ...cells] = answer.valueRanges?.[0]?.valueRange.values ?? [];
      const own = (one: Cells[string][]) =>
        one.flatMap((cell, index): [string, Cells[string]][] => (cell === '' ? [] : [[String(keys[index]), cell]]));
      return cells
        .map((one, index) => ({ ...Object.fromEntries(own(one)), row: index + 1 }))
        .filter((one) => Object.keys(one).length > 1);
    },
    mails: (to) => google.state.mail.sent.filter((mail) => to === undefined || mail.to.includes(to)),
    tokenTo(address) {
      const found = token(office.mails(address).at(-1));
      if (found === undefined) throw new Error(`no e-mail with a link to ${address}`);
      return found;
    },
    callsOf(work) {
      google.gateway.resetLog();
      work();
      return google.gateway.log();
    },
    during(faults, work) {
      google.gateway.setFaults(faults);
      try {
        return work();
      } finally {
        google.gateway.setFaults([]);
      }
    },
  };
  return office;
}

/** A blank workbook with the script in it. */
export const blankOffice = (): Office => officeOn(blankGoogle());

/** Sets up; the letters by which approvers try a link are gone and forgotten. */
export function settle(office: Office, input: WizardInput): void {
  office.ask('office', 'setUp', input);
  office.job('jobs.everyMinute');
  office.google.state.mail.sent.length = 0;
}

let ready: { google: Google; snapshot: GoogleSnapshot; limits: Limits } | undefined;

/** The agency as the wizard leaves it, each time anew: the one before is gone. */
export function newOffice(): Office {
  if (!ready) {
    const google = blankGoogle();
    settle(officeOn(google), wizard);
    google.executions.length = 0;
    ready = { google, snapshot: google.snapshot(), limits: { ...google.limits } };
  }
  ready.google.restore(ready.snapshot);
  Object.assign(ready.google.limits, ready.limits);
  ready.google.gateway.setFaults([]);
  ready.google.gateway.resetLog();
  return officeOn(ready.google);
}

let requests = 0;
/** A request id as a page makes one. */
export const requestId = (): string => `request-${String((requests += 1)).padStart(6, '0')}`;

/** What a page shows that can be used. */
export function livePage(reply: Reply<PageValue>): PageValue {
  if (!reply.ok || reply.value.dead) throw new Error(`not a live page: ${JSON.stringify(reply)}`);
  return reply.value;
}

/** A visitor whom 王芳 receives for 陈静. */
export const visitor = {
  visitor: '林女士',
  organisation: '蓝天公司',
  phone: '13912345678',
  purpose: '洽谈合作',
  host: '陈静',
};

export const receive = (office: Office, values: Cells = {}) => create(office, 'visits', { ...visitor, ...values });

export const create = (office: Office, register: string, values: Cells, who: Who = 'front') =>
  office.ask(who, 'create', { register, rows: [values], requestId: requestId() }).records[0]!;

/** Takes a step and answers the record as it stands then. */
export const step = (
  office: Office,
  register: string,
  no: string,
  transition: string,
  input: Cells = {},
  who: Who = 'front',
) => office.ask(who, 'transition', { register, no, transition, input, requestId: requestId() }).record.values;

/** Answers a link; the reply may be a refusal. */
export const answerLink = (office: Office, token: string, answer: string, input: Cells = {}) =>
  office.askPage('answer', { token, answer, input, requestId: requestId() });

/** The strong lines of the board's sections that show any. */
export const boardOf = (office: Office, who: Who = 'front') =>
  Object.fromEntries(
    office
      .ask(who, 'board', {})
      .sections.filter(({ lines }) => lines.length > 0)
      .map(({ key, lines }) => [
        key.replace('reception-', ''),
        lines.map(({ strong, chips }) => [strong, ...chips.map(({ label }) => label)].join(' · ')),
      ]),
  );

/** The values of a record as the sidebar shows them. */
export const recordOf = (office: Office, register: string, no: string, who: Who = 'front') =>
  office.ask(who, 'record', { register, no }).values;

/** What a run could have changed, each part as a digest; bad links are counted, which is no change. */
export function stateOf({ google }: Office): Readonly<Record<string, string>> {
  const isNothing = (key: string, value: unknown) => key === 'badLinks' || JSON.stringify(value) === '{}';
  const textOf = (part: unknown) =>
    JSON.stringify([part], (key, value: unknown) => (isNothing(key, value) ? undefined : value));
  const digest = (part: unknown) => createHash('sha256').update(textOf(part)).digest('hex');
  const { books } = google.sheets.snapshot() as { books: { properties: { title: string } }[] };
  return Object.fromEntries([
    ...books.map((book): [string, string] => [book.properties.title, digest(book)]),
    ...Object.entries(google.state).map(([name, part]): [string, string] => [name, digest(part)]),
  ]);
}
