// How the demo's people work: through the product's own door, by typing into the tabs and by the links in their letters.
import type { Google, RunResult } from '../runtime';
import { deliverEdit, moveClock } from '../runtime';
import { parseMoment } from '../runtime/zone';
import { officeAccount } from './agency';

export type Cells = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** What the door answers. */
type Reply<Value> = { ok: true; value: Value } | { ok: false; error: { code: string; message: string } };

export interface Desk {
  ask<Value>(email: string, name: string, input: object): Value;
  /** Several rows are the lines of one form. */
  create(email: string, register: string, ...rows: readonly Cells[]): string;
  /** Several records at once, of a register without lines. */
  createAll(email: string, register: string, rows: readonly Cells[]): readonly string[];
  step(email: string, register: string, no: string, transition: string, input?: Cells): void;
  /** Types a row below the last; what is left out stays empty. */
  type(email: string, sheetId: number, values: Readonly<Record<string, string>>): void;
  /** Pastes rows below the last, in one go: all columns from the first to the last of those named. */
  paste(email: string, sheetId: number, rows: readonly Readonly<Record<string, string>>[]): void;
  /** Types one value into many rows of a column, from the first row of data on. */
  fill(email: string, sheetId: number, column: string, values: readonly string[]): void;
  /** The empty tab that the workbook was made with. */
  removeFirstTab(): void;
  rows(sheetId: number): Readonly<Record<string, string>>[];
  /** The tab of the restricted workbook that has this in its title; typing goes along a row. */
  restrictedTab(title: string): {
    readonly cells: readonly (readonly string[])[];
    type(email: string, row: number, column: number, values: readonly string[]): void;
  };
  sendMail(): void;
  /** Answers by the link in the newest letter to this address that has one, or tells of a record; it may be dead. */
  answerLetter(email: string, answer: string, input?: Cells, about?: string): boolean;
  /** So many minutes, in which nothing fires. */
  pass(minutes: number): void;
  /** Lets nothing fire. */
  setClock(wallClock: string): void;
  /** Lets fire what falls due on the way. */
  moveTo(wallClock: string): void;
}

/** The product said no. */
export class Refused extends Error {}

/** Keys, labels; records below. */
const headRows = 2;

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

function replyOf<Value>(name: string, { error, value }: RunResult): Value {
  if (error) throw new Error(`demo: ${name}: ${error.message}`);
  const reply = JSON.parse(value as string) as Reply<Value>;
  if (!reply.ok) throw new Refused(`demo: ${name}: ${JSON.stringify(reply.error)}`);
  return reply.value;
}

export function deskOf(google: Google): Desk {
  let requests = 0;
  const requestId = () => `demo-${String(++requests).padStart(6, '0')}`;
  const moment = (wallClock: string) => parseMoment(wallClock, google.scriptZone)!;
  const spreadsheetId = google.containerId;

  function call(kind: 'container' | 'webapp', user: string, name: string, input: object): RunResult {
    return google.run({ function: 'call', args: [name, JSON.stringify(input)], kind, user, fromPage: true });
  }

  function ask<Value>(email: string, name: string, input: object): Value {
    return replyOf<Value>(name, call('container', email, name, input));
  }

  function cells(sheetId: number, book = spreadsheetId): string[][] {
    const body = { dataFilters: [{ gridRange: { sheetId } }] };
    const caller = { email: officeAccount };
    const method = 'spreadsheets.values.batchGetByDataFilter';
    const answer = google.sheets.call(method, { spreadsheetId: book }, body, caller) as {
      valueRanges: { valueRange: { values?: string[][] } }[];
    };
    return answer.valueRanges[0]?.valueRange.values ?? [];
  }

  const write = (user: string, sheet: number, range: string, values: string[][], delivery: 'now' | 'lost') =>
    deliverEdit(google, { spreadsheetId, sheet, range, values, user }, delivery);

  function createAll(email: string, register: string, rows: readonly Cells[]): readonly string[] {
    const made = ask<{ records: { no: string }[] }>(email, 'create', { register, rows, requestId: requestId() });
    return made.records.map(({ no }) => no);
  }

  return {
    ask,
    createAll,
    create: (email, register, ...rows) => createAll(email, register, rows)[0]!,
    step(email, register, no, transition, input = {}) {
      ask(email, 'transition', { register, no, transition, input, requestId: requestId() });
    },
    type(email, sheetId, values) {
      const all = cells(sheetId);
      const keys = all[0] ?? [];
      const row = all.length + 1;
      const typed = Object.entries(values);
      // Of quick typing Google tells the script little; the last cell is told of.
      typed.forEach(([key, value], index) => {
        const range = `${letters(keys.indexOf(key))}${row}`;
        write(email, sheetId, range, [[value]], index === typed.length - 1 ? 'now' : 'lost');
      });
    },
    paste(email, sheetId, rows) {
      const all = cells(sheetId);
      const keys = all[0] ?? [];
      const named = rows.flatMap((row) => Object.keys(row)).map((key) => keys.indexOf(key));
      const own = keys.slice(Math.min(...named), Math.max(...named) + 1);
      const values = rows.map((row) => own.map((key) => row[key] ?? ''));
      const range = `${letters(Math.min(...named))}${all.length + 1}`;
      // Room is made first: rows put in look like the blank one above, those that pasting adds like none.
      const room = { sheetId, dimension: 'ROWS', startIndex: all.length + 1, endIndex: all.length + 1 + rows.length };
      const body = { requests: [{ insertDimension: { range: room, inheritFromBefore: true } }] };
      google.sheets.call('spreadsheets.batchUpdate', { spreadsheetId }, body, { email });
      for (const { error } of write(email, sheetId, range, values, 'now')) {
        if (error) throw new Error(`demo: pasting: ${error.message}`);
      }
    },
    fill(email, sheetId, column, values) {
      const at = letters((cells(sheetId)[0] ?? []).indexOf(column));
      const range = `${at}${headRows + 1}:${at}${headRows + values.length}`;
      write(
        email,
        sheetId,
        range,
        values.map((value) => [value]),
        'now',
      );
    },
    removeFirstTab() {
      const body = { requests: [{ deleteSheet: { sheetId: 0 } }] };
      google.sheets.call('spreadsheets.batchUpdate', { spreadsheetId }, body, { email: officeAccount });
    },
    rows(sheetId) {
      const [keys = [], ...rest] = cells(sheetId);
      return rest.slice(1).map((row) => Object.fromEntries(row.map((cell, index) => [keys[index]!, cell])));
    },
    restrictedTab(title) {
      const book = google.state.properties.script['workbook.restricted']!;
      const params = { spreadsheetId: book, fields: 'sheets.properties(sheetId,title)' };
      const { sheets } = google.sheets.call('spreadsheets.get', params, undefined, { email: officeAccount }) as {
        sheets: { properties: { sheetId: number; title: string } }[];
      };
      const sheet = sheets.find(({ properties }) => properties.title.includes(title))?.properties.sheetId;
      if (sheet === undefined) throw new Error(`demo: there is no tab ${title}`);
      return {
        cells: cells(sheet, book),
        type(user, row, column, values) {
          const range = `${letters(column)}${row + 1}:${letters(column + values.length - 1)}${row + 1}`;
          // What is typed there is read when the sheet is made again.
          deliverEdit(google, { spreadsheetId: book, sheet, range, values: [[...values]], user }, 'lost');
        },
      };
    },
    sendMail() {
      google.clock.pass(5_000);
      call('webapp', '', 'kick', {});
    },
    answerLetter(email, answer, input = {}, about = '') {
      const texts = google.state.mail.sent
        .filter(({ to }) => to.includes(email))
        .map(({ subject, body }) => `${subject}\n${body}`)
        .filter((text) => text.includes(about));
      // One letter may tell of several records, each with its link behind it.
      const links = texts.map((text) => /[?&]t=([\w.-]+)/.exec(text.slice(text.indexOf(about))));
      const token = links.findLast((link) => link !== null)?.[1];
      if (token === undefined) return false;
      const reply = call('webapp', '', 'answer', { token, answer, input, requestId: requestId() });
      return (JSON.parse(reply.value as string) as Reply<unknown>).ok;
    },
    pass: (minutes) => google.clock.pass(minutes * 60_000),
    setClock: (wallClock) => google.clock.set(moment(wallClock)),
    moveTo(wallClock) {
      moveClock(google, moment(wallClock));
    },
  };
}
