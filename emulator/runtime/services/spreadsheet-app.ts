// SpreadsheetApp, as much of it as the platform layer uses: the workbook's identity, the selection, and the screen.
import type { Execution, Menu, MenuEntry, ShownPage, HtmlState } from '../execution';
import type { Google } from '../google';
import { ExecutionAborted, ServiceError } from '../service-error';
import type { ServiceObject } from '../service-object';
import { enumeration, enumName, isServiceObject, serviceObject } from '../service-object';
import { permit, refuseInNone } from './permissions';
import { userObject } from './session';

const buttonNames = ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE'] as const;
const Button = enumeration('Button', buttonNames);
const ButtonSet = enumeration('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

export function sheetObject(sheetId: number): ServiceObject {
  return serviceObject({ typeName: 'Sheet', members: { getSheetId: () => sheetId } });
}

export function spreadsheetObject(google: Google, execution: Execution, id: string): ServiceObject<{ id: string }> {
  const selection = () => google.selectionOf(execution.activeUser, id);
  const title = () => google.sheets.list().find((workbook) => workbook.id === id)?.title ?? '';
  const self: ServiceObject<{ id: string }> = serviceObject({
    typeName: 'Spreadsheet',
    state: { id },
    members: {
      getId: () => id,
      getName: title,
      getUrl: () => google.workbookUrl(id),
      getOwner: () => {
        const owner = google.sheets.list().find((workbook) => workbook.id === id)?.owner;
        return owner ? userObject(owner) : null;
      },
      getActiveSheet: () => sheetObject(selection().sheetId),
      getActiveCell: () => serviceObject({ typeName: 'Range', members: { getRow: () => selection().row } }),
      addEditor: (email: unknown) => {
        google.gateway.pass('spreadsheet.addEditor', () => {
          const access = google.sheets.accessOf(id, execution.effectiveUser);
          if (access !== 'owner' && access !== 'editor')
            throw new ServiceError('You do not have permission to perform that action.');
          if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(email)))
            throw new ServiceError(`Invalid email: ${String(email)}`);
          if (google.sheets.accessOf(id, String(email)) !== 'owner') google.sheets.share(id, String(email), 'editor');
        });
        return self;
      },
      toast: (message: unknown, heading?: unknown, seconds?: unknown) => {
        execution.effects.toasts.push({
          message: String(message),
          title: heading === undefined || heading === null ? '' : String(heading),
          seconds: seconds === undefined || seconds === null ? 5 : Number(seconds),
        });
      },
    },
  });
  return self;
}

function menu(execution: Execution, title: string, addon: boolean): ServiceObject<Menu> {
  const entries: MenuEntry[] = [];
  const state: Menu = { title, ...(addon ? { addon } : {}), entries };
  const self: ServiceObject<Menu> = serviceObject({
    typeName: 'Menu',
    state,
    members: {
      addItem: (label: unknown, handler: unknown) => {
        entries.push({ label: String(label), function: String(handler) });
        return self;
      },
      addSeparator: () => {
        entries.push({ separator: true });
        return self;
      },
      addSubMenu: (sub: unknown) => {
        if (isServiceObject(sub)) entries.push(sub.state as Menu);
        return self;
      },
      addToUi: () => {
        execution.effects.menus.push(state);
      },
    },
  });
  return self;
}

function shownPage(output: unknown, title?: unknown): ShownPage {
  const html: HtmlState | string =
    isServiceObject(output) && output.typeName === 'HtmlOutput' ? (output.state as HtmlState) : String(output);
  if (typeof html === 'string') return { title: String(title ?? ''), html };
  const size = { ...(html.width ? { width: html.width } : {}), ...(html.height ? { height: html.height } : {}) };
  return { title: title === undefined ? html.title : String(title), html: html.content, ...size };
}

function ui(google: Google, execution: Execution): ServiceObject {
  const { effects } = execution;
  const needUi = (call: string) => permit(execution, google.project.manifest, `Ui.${call}`, ['script.container.ui']);

  /** A person reads and presses a button; meanwhile Google lets the script's locks go. */
  function answered(title: string, text: string, buttons: string): ServiceObject {
    google.locks.releaseAll(execution.id);
    const answer = execution.answers.shift();
    if (answer === undefined && execution.interactive) {
      execution.asks = { title, text, buttons };
      execution.aborted = 'waiting for a person';
      throw new ExecutionAborted(execution.aborted);
    }
    const pressed = buttonNames.find((name) => name === answer) ?? (buttons.startsWith('YES') ? 'YES' : 'OK');
    effects.alerts.push({ title, text, buttons, answer: pressed });
    return Button.members[pressed];
  }

  function alert(...args: unknown[]): ServiceObject {
    needUi('alert');
    const last = enumName(args.at(-1));
    const texts = (last === undefined ? args : args.slice(0, -1)).map(String);
    const [title, text] = texts.length > 1 ? texts : ['', texts[0]];
    return answered(title ?? '', text ?? '', last ?? 'OK');
  }

  return serviceObject({
    typeName: 'Ui',
    members: {
      Button,
      ButtonSet,
      createMenu: (title: unknown) => menu(execution, String(title), false),
      createAddonMenu: () => menu(execution, '', true),
      alert,
      showSidebar: (output: unknown) => {
        needUi('showSidebar');
        effects.sidebar = shownPage(output);
      },
      showModalDialog: (output: unknown, title: unknown) => {
        needUi('showModalDialog');
        effects.dialogs.push({ ...shownPage(output, title), modal: true });
      },
    },
  });
}

export function spreadsheetApp(google: Google, execution: Execution): ServiceObject {
  const hasDocument = execution.kind !== 'webapp';
  const hasUi = execution.kind === 'container' || execution.kind === 'api' || execution.kind === 'simple';
  return serviceObject({
    typeName: 'SpreadsheetApp',
    counted: 'spreadsheet',
    members: {
      getActiveSpreadsheet: () => {
        refuseInNone(execution, 'SpreadsheetApp.getActiveSpreadsheet');
        return hasDocument && google.containerId ? spreadsheetObject(google, execution, google.containerId) : null;
      },
      openById: (id: unknown) => {
        permit(execution, google.project.manifest, 'SpreadsheetApp.openById', ['spreadsheets']);
        const known = google.sheets.list().some((workbook) => workbook.id === id);
        if (!known)
          throw new ServiceError(
            `Document ${String(id)} is missing (perhaps it was deleted, or you don't have read access?)`,
          );
        if (!google.sheets.accessOf(String(id), execution.effectiveUser))
          throw new ServiceError('You do not have permission to access the requested document.');
        return spreadsheetObject(google, execution, String(id));
      },
      getUi: () => {
        if (!hasUi) throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
        return ui(google, execution);
      },
    },
  });
}
