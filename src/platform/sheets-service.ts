// The part of the advanced Sheets service that is used here, and what its errors mean.
import { KnownError } from '../kernel/errors';
import { TablesError } from '../kernel/ports';
import type { WorkbookKey } from '../kernel/register';

export type Request = GoogleAppsScript.Sheets.Schema.Request;
export type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
type Schema = {
  readonly batchGet: GoogleAppsScript.Sheets.Schema.BatchGetValuesByDataFilterRequest;
  readonly batchGot: GoogleAppsScript.Sheets.Schema.BatchGetValuesByDataFilterResponse;
  readonly update: GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest;
  readonly updated: GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetResponse;
};
export type BatchUpdate = Schema['update'];

/** The body comes first; an answer may be missing altogether ("Empty response"). */
export interface SheetsService {
  readonly Spreadsheets: {
    create(body: Spreadsheet, options?: { fields?: string }): Spreadsheet | null | undefined;
    get(id: string, options?: { fields?: string; ranges?: string[] }): Spreadsheet | null | undefined;
    batchUpdate(
      body: Schema['update'],
      id: string,
      options?: { fields?: string },
    ): Schema['updated'] | null | undefined;
    readonly Values: {
      batchGetByDataFilter(body: Schema['batchGet'], id: string): Schema['batchGot'] | null | undefined;
    };
  };
}

/** The id of a workbook; throws when it has none yet. */
export type IdOf = (workbook: WorkbookKey) => string;

interface Details {
  readonly code?: number;
  readonly message?: string;
}

/** Google's own part of the text is English whatever the person's language; only the sentence around it is translated. */
const beyondTheGrid =
  /exceeds grid limits|beyond the last|must be less than (or equal to )?the grid size|beyond the grid|outside the grid|that doesn't exist/i;
const noSuchTab = /No (grid|sheet) with id/i;
const noSuchRange = /Unable to parse range/i;

/** What a failed call means for the caller: whether it may have been carried out, and whether to try again. */
export function tablesError(error: unknown): TablesError | KnownError {
  if (error instanceof TablesError || error instanceof KnownError) return error;
  const details = (error as { details?: Details } | null)?.details;
  const text = error instanceof Error ? error.message : String(error);
  return new TablesError(kindOf(details?.code, details?.message ?? text), text);
}

function kindOf(code: number | undefined, text: string): TablesError['kind'] {
  if (code === 429) return 'throttled';
  if (code === 401 || code === 403 || code === 404) return 'closed';
  if (code === 400) {
    if (noSuchTab.test(text)) return 'missing';
    // A tab renamed since its name was read: whether the rest was carried out is not promised.
    if (noSuchRange.test(text)) return 'ambiguous';
    return beyondTheGrid.test(text) ? 'outside' : 'refused';
  }
  return 'ambiguous';
}

/** Runs a call; a missing answer is as bad as none at all. */
export function called<T>(call: () => T | null | undefined): T {
  let answer: T | null | undefined;
  try {
    answer = call();
  } catch (error) {
    throw tablesError(error);
  }
  if (answer === null || answer === undefined) throw new TablesError('ambiguous', 'Empty response');
  return answer;
}
