// Setting up and looking after an installation over Google's services.
import { Misconfigured, NotAllowed } from '../kernel/errors';
import type { FoundTrigger, Installation, Properties, WantedTrigger } from '../kernel/ports-installation';
import type { WorkbookKey } from '../kernel/register';
import type { Language, Words } from '../kernel/words';
import { ensureSecret, sheetsService, workbookAddress, workbookId, zoneOf } from './google-ports';
import { called, type Request } from './sheets-service';
import { sheetsTables } from './sheets-tables';
import { findStructure, type Found } from './structure-found';
import { planStructure, type StructurePlan } from './structure-plan';
import type { TabSpec } from '../kernel/tab-spec';
import { TablesError } from '../kernel/ports';

const locales: Readonly<Record<Language, string>> = { zh: 'zh_CN', hant: 'zh_TW', en: 'en_GB' };

const noDesk = {
  words: {
    zh: '请在前台表格中运行安装，或在脚本编辑器中用 setUp("表格编号")。',
    en: 'Run set-up in the desk workbook, or setUp("its id") in the script editor.',
  },
};

const notTheirs: Words = {
  zh: '这份表格是 {owner} 的，您现在是 {account}。安装的账号将成为系统账号，须是表格的所有者。请用 {owner} 登录后再安装。',
  en: 'This workbook belongs to {owner}; you are {account}. Whoever sets up becomes the office account and must own the workbook. Sign in as {owner} first.',
};

/** The account that a workbook belongs to; in a shared drive nobody, and then whoever asks. */
function ownerOf(id: string): string {
  const owner = SpreadsheetApp.openById(id).getOwner() as GoogleAppsScript.Base.User | null;
  return owner?.getEmail() || Session.getEffectiveUser().getEmail();
}

function activeId(): string | undefined {
  const book = SpreadsheetApp.getActiveSpreadsheet() as GoogleAppsScript.Spreadsheet.Spreadsheet | null;
  return book?.getId();
}

/** Google refuses what is no account of its own, in the words of the person's language. */
function isShared(book: GoogleAppsScript.Spreadsheet.Spreadsheet, email: string): boolean {
  try {
    book.addEditor(email);
    return true;
  } catch {
    return false;
  }
}

function createTrigger(wanted: WantedTrigger, properties: Properties): void {
  const { handler, on } = wanted;
  const builder = ScriptApp.newTrigger(handler);
  if ('everyMinutes' in on) builder.timeBased().everyMinutes(on.everyMinutes).create();
  else if ('editOf' in on) builder.forSpreadsheet(workbookId(properties, on.editOf)).onEdit().create();
  else {
    const daily = builder.timeBased().everyDays(1).atHour(on.atHour).nearMinute(on.nearMinute);
    daily.inTimezone(zoneOf(properties)).create();
  }
}

export function googleInstallation(properties: Properties): Installation {
  const sheets = sheetsService();
  const late = new Map<WorkbookKey, readonly Request[]>();
  const idOf = (workbook: WorkbookKey): string => workbookId(properties, workbook);
  const account = Session.getEffectiveUser().getEmail();

  /** Made in this run: what is in it is known without looking. */
  let blank: Found | undefined;
  const foundIn = (workbook: WorkbookKey, specs: readonly TabSpec[]): Found =>
    workbook === 'restricted' && blank ? blank : findStructure(sheets, idOf(workbook), specs);
  const languageHere = (): Language => (properties.get('language') ?? 'zh') as Language;
  const planOf = (
    workbook: WorkbookKey,
    specs: readonly TabSpec[],
    editors: readonly string[] | undefined,
  ): StructurePlan =>
    planStructure(foundIn(workbook, specs), specs, {
      editors,
      owner: properties.get('owner') ?? account,
      zone: { timeZone: zoneOf(properties), locale: locales[languageHere()] },
    });

  /** Key of the edited workbook, by the trigger's source. */
  const editOf = (trigger: GoogleAppsScript.Script.Trigger): WorkbookKey | undefined => {
    if (trigger.getEventType() !== ScriptApp.EventType.ON_EDIT) return undefined;
    const id = trigger.getTriggerSourceId();
    return (['desk', 'restricted'] as const).find((one) => properties.get(`workbook.${one}`) === id);
  };
  const found = (): readonly { trigger: GoogleAppsScript.Script.Trigger; is: FoundTrigger }[] =>
    ScriptApp.getProjectTriggers().map((trigger) => {
      const workbook = editOf(trigger);
      return { trigger, is: { handler: trigger.getHandlerFunction(), ...(workbook && { editOf: workbook }) } };
    });

  return {
    properties,
    account,
    person: Session.getActiveUser().getEmail(),
    tables: sheetsTables(
      sheets,
      { idOf, owner: () => properties.get('owner') ?? '' },
      {
        of: (workbook) => late.get(workbook) ?? [],
        sent: (workbook) => void late.delete(workbook),
      },
    ),
    claimDesk(id) {
      const desk = id ?? properties.get('workbook.desk') ?? activeId();
      if (!desk) throw new Misconfigured(noDesk);
      // Nobody becomes the office account by being first: the workbook is of whoever made it.
      const owner = properties.get('owner') ? account : ownerOf(desk);
      if (owner !== account) throw new NotAllowed({ words: notTheirs, values: { owner, account } });
      if (properties.get('workbook.desk') !== desk) properties.put({ 'workbook.desk': desk });
    },
    ensureRestricted(title, language, alone) {
      if (properties.get('workbook.restricted')) return;
      if (alone) return properties.put({ 'workbook.restricted': idOf('desk') });
      const made = called(() =>
        sheets.Spreadsheets.create(
          { properties: { title, timeZone: zoneOf(properties), locale: locales[language] } },
          { fields: 'spreadsheetId' },
        ),
      );
      properties.put({ 'workbook.restricted': made.spreadsheetId! });
      blank = { timeZone: zoneOf(properties), locale: locales[language], sheets: new Map(), titles: [] };
    },
    ensure(workbook, specs, editors) {
      const plan = planOf(workbook, specs, editors);
      late.set(workbook, plan.late);
      // A workbook of our own making comes with an empty tab that nobody asked for.
      const tidy: readonly Request[] = workbook === 'restricted' && blank ? [{ deleteSheet: { sheetId: 0 } }] : [];
      const requests = [...plan.requests, ...tidy];
      if (requests.length > 0) {
        called(() => sheets.Spreadsheets.batchUpdate({ requests }, idOf(workbook), { fields: 'spreadsheetId' }));
      }
      if (workbook === 'restricted') blank = undefined;
      return plan.faults;
    },
    inspect(workbook, specs, editors) {
      try {
        return planOf(workbook, specs, editors).faults;
      } catch (error) {
        if (error instanceof TablesError && ['missing', 'closed', 'refused'].includes(error.kind)) return undefined;
        throw error;
      }
    },
    share(workbook, emails) {
      if (emails.length === 0) return [];
      const book = SpreadsheetApp.openById(idOf(workbook));
      return emails.filter((email) => !isShared(book, email));
    },
    triggers: () => found().map(({ is }) => is),
    ensureTriggers(wanted) {
      const same = (one: FoundTrigger, other: WantedTrigger): boolean =>
        one.handler === other.handler && one.editOf === ('editOf' in other.on ? other.on.editOf : undefined);
      const kept: FoundTrigger[] = [];
      for (const { trigger, is } of found()) {
        const known = wanted.some((one) => same(is, one));
        const again = kept.some((one) => one.handler === is.handler && one.editOf === is.editOf);
        if (known && !again) kept.push(is);
        else ScriptApp.deleteTrigger(trigger);
      }
      for (const one of wanted) if (!kept.some((is) => same(is, one))) createTrigger(one, properties);
    },
    ensureSecret,
    webAppAddress() {
      const address = ScriptApp.getService().getUrl() as string | null;
      return address && /\/exec$/.test(address) ? address : undefined;
    },
    mailQuota: () => MailApp.getRemainingDailyQuota(),
    address: (workbook) => workbookAddress(properties, workbook),
  };
}
