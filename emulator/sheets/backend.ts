// Keeps the workbooks of everybody and lets each caller do what their access allows.
import { randomInt } from 'node:crypto';
import { checkedBody, checkedParameters, methodNamed } from './body-check';
import { openDraft, type Draft } from './draft';
import { notFound, permissionDenied, refusal } from './errors';
import { parseMask, project, unknownPath, type Mask } from './field-mask';
import { FormulaEngine } from './formula-engine';
import { readers, writers } from './methods';
import type { AccessRole, Book } from './model';
import { newBook } from './new-book';
import { copySheet } from './requests/sheets';
import { runRequests } from './requests';
import type { Request, Spreadsheet } from './schema';
import { revived, type SavedBooks } from './saved-books';
import { columnMove, sortSheet } from './grid-acts';
import { sheetNamed, typeInto, type Edited } from './typing';
import { spreadsheetView, type ViewOptions } from './spreadsheet-view';
import type { Reader } from './values-read';

export interface BackendOptions {
  now(): Date;
  /** An id for a new workbook. */
  newId(): string;
}

export interface Caller {
  readonly email: string;
}

export interface WorkbookInfo {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
}

type SheetName = string | number;

export class SheetsBackend {
  /** Cells that reads answered and writes stored since the start. */
  cellsRead = 0;
  cellsWritten = 0;
  readonly #options: BackendOptions;
  #books = new Map<string, Book>();
  #engines = new Map<string, FormulaEngine>();
  #savings = new WeakSet<object>();

  constructor(options: BackendOptions) {
    this.#options = options;
  }

  /** One call of the API, by its name in the discovery document; throws SheetsError. */
  call(method: string, params: Record<string, unknown>, body: object | undefined, { email }: Caller): object {
    const shape = methodNamed(method);
    const query = checkedParameters(shape, params);
    const given = shape.request ? checkedBody(shape.request, body ?? {}) : {};
    const mask = this.#mask(query['fields'], shape.response);
    const answer = this.#answer(method, query, given, mask, email);
    return mask === undefined ? answer : (project(answer, mask) as object);
  }

  list(): WorkbookInfo[] {
    return [...this.#books.values()].map(({ id, owner, properties }) => ({ id, owner, title: properties.title ?? '' }));
  }

  accessOf(id: string, email: string): AccessRole | undefined {
    const book = this.#books.get(id);
    return book?.owner === email ? 'owner' : book?.access[email];
  }

  share(id: string, email: string, role: Exclude<AccessRole, 'owner'>): void {
    const book = this.#known(id);
    this.#books.set(id, { ...book, access: { ...book.access, [email]: role } });
  }

  /** A person types or pastes. Text is read as typed; null leaves a cell alone. */
  edit(id: string, sheet: SheetName, range: string, values: unknown[][], caller: Caller): Edited {
    return this.#change(id, caller.email, (draft) => typeInto(draft, sheet, range, values, this.#options.now()));
  }

  /** Sorts what lies below the frozen rows. */
  sort(id: string, sheet: SheetName, column: number, ascending: boolean, caller: Caller): void {
    this.#change(id, caller.email, (draft) => sortSheet(draft, sheetNamed(draft.book, sheet), column, ascending));
  }

  renameSheet(id: string, sheet: SheetName, title: string, caller: Caller): void {
    this.#request(id, sheet, caller, (sheetId) => ({
      updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
    }));
  }

  /** The column ends up at `to`. */
  moveColumn(id: string, sheet: SheetName, from: number, to: number, caller: Caller): void {
    this.#request(id, sheet, caller, (sheetId) => columnMove(sheetId, from, to));
  }

  insertRows(id: string, sheet: SheetName, at: number, count: number, caller: Caller): void {
    this.#request(id, sheet, caller, (sheetId) => ({
      insertDimension: {
        range: { sheetId, dimension: 'ROWS', startIndex: at, endIndex: at + count },
        inheritFromBefore: at > 0,
      },
    }));
  }

  deleteRows(id: string, sheet: SheetName, at: number, count: number, caller: Caller): void {
    this.#request(id, sheet, caller, (sheetId) => ({
      deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: at, endIndex: at + count } },
    }));
  }

  /** Everything, as plain data that is never changed afterwards. */
  snapshot(): unknown {
    const saved: SavedBooks = { books: [...this.#books.values()] };
    this.#savings.add(saved);
    return saved;
  }

  restore(saved: unknown): void {
    const own = this.#savings.has(saved as object);
    const { books } = saved as SavedBooks;
    this.#books = new Map((own ? books : books.map(revived)).map((book) => [book.id, book]));
    if (!own) this.#engines.clear();
  }

  #mask(fields: unknown, message: string): Mask | undefined {
    if (typeof fields !== 'string') return undefined;
    const mask = parseMask(fields);
    const unknown = mask === undefined ? fields : unknownPath(mask, message);
    if (unknown !== undefined) throw refusal(`Invalid field selection ${unknown}`);
    return mask;
  }

  #answer(
    method: string,
    params: Record<string, unknown>,
    body: object,
    mask: Mask | undefined,
    email: string,
  ): object {
    if (method === 'spreadsheets.create') return this.#create(body as Spreadsheet, email);
    const id = String(params['spreadsheetId']);
    const read = readers[method];
    if (read) {
      const reader = this.#reader(this.#allowed(id, email));
      const answer = read({
        reader,
        params,
        body,
        view: (options) => view(reader, { ...options, mask, caller: email }),
      });
      this.cellsRead += reader.cellsRead;
      return answer;
    }
    if (method === 'spreadsheets.sheets.copyTo') return this.#copyTo(id, params, body, email);
    const write = writers[method];
    if (!write) throw refusal(`the emulator has no method ${method}`);
    let answerFrom: ((reader: Reader) => object) | undefined;
    this.#change(id, email, (draft) => {
      answerFrom = write({ draft, params, body, now: this.#options.now(), caller: email });
    });
    const reader = this.#reader(this.#known(id));
    return answerFrom!(reader);
  }

  #create(body: Spreadsheet, owner: string): object {
    const { book, sheets } = newBook(body, this.#options.newId(), owner);
    const draft = this.#draft(book, owner);
    if (sheets.length > 0) {
      draft.book.sheets = [];
      runRequests(draft, sheets.map((properties) => ({ addSheet: { properties } })) as Request[]);
    }
    this.#books.set(book.id, draft.book);
    return view(this.#reader(draft.book), { includeGridData: false, caller: owner });
  }

  #copyTo(id: string, params: Record<string, unknown>, body: object, email: string): object {
    const from = this.#allowed(id, email);
    const target = String((body as { destinationSpreadsheetId?: string }).destinationSpreadsheetId ?? '');
    return this.#change(target, email, (draft) => copySheet(draft, from, Number(params['sheetId'])));
  }

  #request(id: string, sheet: SheetName, caller: Caller, make: (sheetId: number) => object): void {
    this.#change(id, caller.email, (draft) =>
      runRequests(draft, [make(sheetNamed(draft.book, sheet).properties.sheetId) as Request]),
    );
  }

  /** All of it or, when it throws, nothing. */
  #change<T>(id: string, email: string, change: (draft: Draft) => T): T {
    const book = this.#allowed(id, email);
    if (this.accessOf(id, email) === 'viewer') throw permissionDenied();
    const draft = this.#draft(book, email);
    const result = change(draft);
    this.#books.set(id, draft.book);
    this.cellsWritten += draft.cellsWritten;
    return result;
  }

  #draft(book: Book, caller: string): Draft {
    return openDraft(book, caller, {
      newNumber: () => randomInt(1, 2 ** 31 - 1),
      calculationOf: (state) => this.#engine(book.id).calculation(state, () => this.#options.now()),
    });
  }

  #reader(book: Book): Reader {
    const calculation = this.#engine(book.id).calculation(book, () => this.#options.now());
    return { book, calculation, cellsRead: 0 };
  }

  #engine(id: string): FormulaEngine {
    const engine = this.#engines.get(id) ?? new FormulaEngine();
    this.#engines.set(id, engine);
    return engine;
  }

  #known(id: string): Book {
    const book = this.#books.get(id);
    if (!book) throw notFound();
    return book;
  }

  /** Who may not see a workbook is told that there is none. */
  #allowed(id: string, email: string): Book {
    if (this.accessOf(id, email) === undefined) throw notFound();
    return this.#known(id);
  }
}

const view = (reader: Reader, options: ViewOptions): object => spreadsheetView(reader, options);
