// The global names that a script finds, and what each of them offers.
import type { Execution } from '../execution';
import type { Google } from '../google';
import type { ServiceObject } from '../service-object';
import { isServiceObject, serviceObject } from '../service-object';
import { consoleService } from './console';
import { contentService } from './content-service';
import { htmlService } from './html-service';
import { lockService } from './lock-service';
import { mailApp } from './mail-app';
import { scriptApp } from './script-app';
import { session } from './session';
import { sheetsService } from './sheets-service';
import { spreadsheetApp } from './spreadsheet-app';
import { cacheService, propertiesService } from './stores';
import { utilities } from './utilities';

/** Services of Apps Script that exist there and not here: naming them is no error, using them is. */
const absent = [
  'BigQuery', 'Browser', 'CalendarApp', 'Charts', 'ContactsApp', 'DocumentApp', 'Drive', 'DriveApp', 'FormApp', 'Gmail',
  'GmailApp', 'GroupsApp', 'Jdbc', 'LanguageApp', 'Logger', 'Maps', 'SitesApp', 'SlidesApp', 'UrlFetchApp', 'XmlService',
]; // prettier-ignore

export function servicesOf(
  google: Google,
  execution: Execution,
  behind: (value: unknown) => unknown,
): Record<string, ServiceObject> {
  const { manifest } = google.project;
  const advanced = manifest.dependencies?.enabledAdvancedServices ?? [];
  const sheets = advanced.find(({ serviceId }) => serviceId === 'sheets');
  return {
    SpreadsheetApp: spreadsheetApp(google, execution),
    ...(sheets ? { [sheets.userSymbol]: sheetsService(google, execution) } : {}),
    MailApp: mailApp(google, execution, behind),
    LockService: lockService(google, execution),
    PropertiesService: propertiesService(google, execution),
    CacheService: cacheService(google),
    Session: session(google, execution),
    Utilities: utilities(google),
    ScriptApp: scriptApp(google, execution),
    HtmlService: htmlService(google.project),
    ContentService: contentService,
    console: consoleService(execution),
    ...Object.fromEntries(absent.map((typeName) => [typeName, serviceObject({ typeName, members: {} })])),
  };
}

function staticNames(service: ServiceObject, path: string): string[] {
  return Object.entries(service.members).flatMap(([key, member]) => {
    const name = `${path}.${key}`;
    return isServiceObject(member) && member.enumName === undefined ? [name, ...staticNames(member, name)] : [name];
  });
}

/** Every name that a script can spell out from a global: `MailApp.sendEmail`, `Utilities.Charset.UTF_8`. */
export function offeredNames(google: Google): string[] {
  const nobody: Execution = {
    id: 0,
    kind: 'container',
    function: '',
    activeUser: '',
    effectiveUser: '',
    authMode: 'FULL',
    startedAt: 0,
    answers: [],
    interactive: false,
    effects: { menus: [], dialogs: [], alerts: [], toasts: [] },
    logs: [],
  };
  const services = servicesOf(google, nobody, (value) => value);
  return Object.entries(services).flatMap(([name, service]) => staticNames(service, name));
}
