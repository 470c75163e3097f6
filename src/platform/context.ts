// In which context a run is: who sits at the keyboard, on whose behalf it runs, and how it came about.
import type { Context } from '../kernel/facts';
import type { Properties } from '../kernel/ports-installation';

export interface Caller {
  readonly context: Context;
  /** The active user; '' when Google does not say. */
  readonly account: string;
  /** Whose rights the run has. */
  readonly effective: string;
}

export interface TriggerEvent {
  readonly triggerUid?: string;
}

const isOwnTrigger = (uid: string): boolean =>
  ScriptApp.getProjectTriggers().some((trigger) => trigger.getUniqueId() === uid);

/**
 * `desk`: a person in the workbook, with that person's own rights. `office`: a trigger of the stored owner.
 * Everything else is `public`, whatever it says of itself.
 */
export function contextOf(properties: Properties, event?: TriggerEvent): Caller {
  const account = Session.getActiveUser().getEmail();
  const effective = Session.getEffectiveUser().getEmail();
  const caller = (context: Context): Caller => ({ context, account, effective });
  const uid = event?.triggerUid;
  if (uid !== undefined) {
    const owner = properties.get('owner');
    return caller(owner !== undefined && effective === owner && isOwnTrigger(uid) ? 'office' : 'public');
  }
  const inContainer = LockService.getDocumentLock() !== null;
  return caller(inContainer && account !== '' && account === effective ? 'desk' : 'public');
}

/**
 * Whether a person may set up from where they are. Outside the workbook nothing tells the script editor from a web page that the
 * office account has open: after the first time it takes a script property, which no page can put, and which is good for once.
 */
export function maySetUp(properties: Properties, { context, account, effective }: Caller): boolean {
  if (context === 'desk') return true;
  if (account === '' || account !== effective) return false;
  if (properties.get('owner') === undefined) return true;
  if (!properties.get('setUpFromEditor')) return false;
  properties.put({ setUpFromEditor: '' });
  return true;
}

/** The row that the person has selected, counted from 0; undefined outside a workbook. */
export function selection(): { sheetId: number; row: number } | undefined {
  const book = SpreadsheetApp.getActiveSpreadsheet() as GoogleAppsScript.Spreadsheet.Spreadsheet | null;
  if (!book) return undefined;
  return { sheetId: book.getActiveSheet().getSheetId(), row: book.getActiveCell().getRow() - 1 };
}

/** The language that the person's Google account is set to, as a locale such as `zh_TW`. */
export const personLocale = (): string => Session.getActiveUserLocale();
