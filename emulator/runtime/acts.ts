// What people and the clock do to the emulated Google, and the triggers that this fires.
import type { AuthMode, RunResult } from './execution';
import type { Google } from './google';
import { tells } from './identities';
import { serviceObject } from './service-object';
import { AuthMode as AuthModeEnum } from './services/script-app';
import { userObject } from './services/session';
import { sheetObject } from './services/spreadsheet-app';
import type { TriggerRecord } from './triggers';
import { clockEvent, dueAfterFiring, firingsBetween, nextDue } from './triggers';

export interface EditAct {
  spreadsheetId: string;
  sheet: string | number;
  range: string;
  values: unknown[][];
  /** Person at the keyboard unless told. */
  user?: string;
}

/**
 * now: at once, even inside an execution; twice: at once, and the same again; after: when it has ended, as if it had waited for
 * its lock; lost: never.
 */
export type EventDelivery = 'now' | 'twice' | 'after' | 'lost';

type Edited = ReturnType<Google['sheets']['edit']>;

const failureSender = 'noreply-apps-scripts-notifications@google.com';

function eventSource(google: Google, id: string) {
  return serviceObject({
    typeName: 'Spreadsheet',
    state: { id },
    members: { getId: () => id, getUrl: () => google.workbookUrl(id) },
  });
}

function rangeObject({ sheetId, range }: Edited) {
  const { startRow, endRow, startColumn, endColumn } = range;
  return serviceObject({
    typeName: 'Range',
    members: {
      rowStart: startRow + 1,
      rowEnd: endRow,
      columnStart: startColumn + 1,
      columnEnd: endColumn,
      getRow: () => startRow + 1,
      getLastRow: () => endRow,
      getNumRows: () => endRow - startRow,
      getColumn: () => startColumn + 1,
      getLastColumn: () => endColumn,
      getNumColumns: () => endColumn - startColumn,
      getSheet: () => sheetObject(sheetId),
    },
  });
}

const mode = (name: AuthMode) => AuthModeEnum.members[name];

/** The event object of an edit; `value` and `oldValue` are there for a single cell only. */
function editEvent(google: Google, act: EditAct, edited: Edited, user: string, trigger?: TriggerRecord): object {
  const known = trigger ? tells(google.state, trigger.owner, user) : false;
  return {
    authMode: mode(trigger ? 'FULL' : 'LIMITED'),
    range: rangeObject(edited),
    source: eventSource(google, act.spreadsheetId),
    user: userObject(known ? user : ''),
    ...(edited.value === undefined ? {} : { value: edited.value }),
    ...(edited.oldValue === undefined ? {} : { oldValue: edited.oldValue }),
    ...(trigger ? { triggerUid: trigger.id } : {}),
  };
}

function fireEdit(google: Google, act: EditAct, edited: Edited): RunResult[] {
  const user = act.user ?? google.state.user;
  const results: RunResult[] = [];
  if (act.spreadsheetId === google.containerId && google.project.functions.includes('onEdit'))
    results.push(
      google.run({ kind: 'simple', function: 'onEdit', user, args: [editEvent(google, act, edited, user)] }),
    );
  const watching = google.state.triggers.filter(
    (trigger) => trigger.event === 'ON_EDIT' && trigger.sourceId === act.spreadsheetId,
  );
  for (const trigger of watching)
    results.push(fire(google, trigger, editEvent(google, act, edited, user, trigger), user));
  return results;
}

/** Runs an installable trigger; when it fails its owner gets Google's letter, once a day for each handler. */
function fire(google: Google, trigger: TriggerRecord, event: object, user: string): RunResult {
  const result = google.run({ kind: 'trigger', function: trigger.handler, args: [event], trigger, user });
  if (result.error) reportFailure(google, trigger, `${result.error.name}: ${result.error.message}`);
  return result;
}

function reportFailure(google: Google, trigger: TriggerRecord, error: string): void {
  const { sent } = google.state.mail;
  const at = google.clock.now().toISOString();
  const subject = 'Summary of failures for Apps Script';
  const body = `${trigger.handler}\n${error}`;
  const today = sent.some(
    (mail) =>
      mail.from === failureSender &&
      mail.to.includes(trigger.owner) &&
      mail.at.slice(0, 10) === at.slice(0, 10) &&
      mail.body.startsWith(`${trigger.handler}\n`),
  );
  if (today) return;
  const rest = { cc: [], bcc: [], attachments: [], inlineImages: {} };
  sent.push({ ...rest, id: google.newId(), at, from: failureSender, to: [trigger.owner], subject, body });
}

function type(google: Google, act: EditAct): Edited {
  const { spreadsheetId, sheet, range, values } = act;
  const edited = google.sheets.edit(spreadsheetId, sheet, range, values, { email: act.user ?? google.state.user });
  google.changed();
  return edited;
}

/** A person types into a range; the triggers that watch the workbook run. */
export function deliverEdit(google: Google, act: EditAct, delivery: EventDelivery): RunResult[] {
  const edited = type(google, act);
  if (delivery === 'lost') return [];
  if (delivery === 'now') return fireEdit(google, act, edited);
  if (delivery === 'twice') return [...fireEdit(google, act, edited), ...fireEdit(google, act, edited)];
  const results: RunResult[] = [];
  google.afterExecution(() => results.push(...fireEdit(google, act, edited)));
  return results;
}

/**
 * Edits in quick succession: while the first one's trigger runs Google queues two events. All edits are on the sheet
 * by the time that a trigger looks; the first and the last two are told of.
 */
export function deliverBurst(google: Google, acts: readonly EditAct[]): RunResult[] {
  const edits = acts.map((act) => ({ act, edited: type(google, act) }));
  const told = edits.length <= 3 ? edits : [edits[0]!, ...edits.slice(-2)];
  return told.flatMap(({ act, edited }) => fireEdit(google, act, edited));
}

/** A person opens the container workbook: onOpen runs without authority and may add menus. */
export function openWorkbook(google: Google, user = google.state.user): RunResult | undefined {
  if (!google.project.functions.includes('onOpen')) return undefined;
  const event = { authMode: mode('LIMITED'), source: eventSource(google, google.containerId), user: userObject('') };
  return google.run({ kind: 'simple', function: 'onOpen', user, args: [event] });
}

/** A person picks a menu item. When the script asks something nothing of the run is kept until there is an answer. */
export function clickMenu(
  google: Google,
  handler: string,
  answers: readonly string[],
  interactive: boolean,
): RunResult {
  const before = interactive ? google.snapshot() : undefined;
  const result = google.run({ kind: 'container', function: handler, answers, interactive });
  if (result.asks && before) google.restore(before);
  return result;
}

function fireClock(google: Google, trigger: TriggerRecord, at: number): RunResult {
  const event = { authMode: mode('FULL'), triggerUid: trigger.id, ...clockEvent(new Date(at)) };
  return fire(google, trigger, event, trigger.owner);
}

/** Fires the time-driven triggers of a handler now; undefined if there is none. */
export function fireHandler(google: Google, handler: string): RunResult[] | undefined {
  const triggers = google.state.triggers.filter((trigger) => trigger.event === 'CLOCK' && trigger.handler === handler);
  if (triggers.length === 0) return undefined;
  return triggers.map((trigger) => fireClock(google, trigger, google.clock.now().getTime()));
}

/** Moves the clock, and lets fire what is due on the way, each at its time. Backwards nothing fires. */
export function moveClock(google: Google, to: Date): RunResult[] {
  const from = google.clock.now().getTime();
  const results: RunResult[] = [];
  for (const { trigger, at } of firingsBetween(google.state.triggers, from, to.getTime())) {
    if (!google.state.triggers.includes(trigger)) continue;
    // A run that takes long may have moved the clock past the next firing: that one is late.
    if (at > google.clock.now().getTime()) google.clock.set(new Date(at));
    trigger.nextAt = dueAfterFiring(trigger, at);
    results.push(fireClock(google, trigger, at));
  }
  if (to.getTime() < from) {
    google.clock.set(to);
    for (const trigger of google.state.triggers)
      if (trigger.event === 'CLOCK') trigger.nextAt = nextDue(trigger, to.getTime());
  } else if (google.clock.now() < to) google.clock.set(to);
  google.changed();
  return results;
}

/** What real time has brought since the last look. */
export function tick(google: Google): RunResult[] {
  const now = google.clock.now();
  return google.state.triggers.some(({ nextAt }) => nextAt !== undefined && nextAt <= now.getTime())
    ? moveClock(google, now)
    : [];
}
