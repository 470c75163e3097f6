// The functions that Google can see. Each finds out first in which context it runs; errors are caught here and nowhere else.
import { call as answerCall, problemOf, type Log } from '../api/door';
import { everyEvening, everyMinute, everyMorning, kick } from '../api/clockwork';
import { registerEdited } from '../api/edits';
import type { Machine } from '../api/machine';
import { runSetUp } from '../api/set-up';
import { verifyAuditLog } from '../api/verify';
import { refuseOtherVersion } from '../api/version';
import type { Language, Words } from '../kernel/words';
import { say } from '../kernel/words';
import { contextOf, maySetUp, type Caller, type TriggerEvent } from '../platform/context';
import { buildMenu, menuLanguage } from '../platform/menus';
import { openSidebar, plainAnswer, tell, webPage } from '../platform/pages';
import { ownTexts, scriptProperties } from '../platform/properties';
import { equippedFor, machineFor } from './machine';

const log: Log = {
  error(reference, error) {
    console.error(reference, error instanceof Error ? (error.stack ?? error.message) : error);
  },
};

const words = {
  title: { zh: '前台', en: 'Front desk' },
  setUpDone: { zh: '安装 / 检查', en: 'Set up / check' },
  refused: { zh: '这里不能办理这项操作。', en: 'This cannot be done here.' },
  setUpElsewhere: {
    zh: '请在前台表格中运行“前台 → 安装 / 检查”。在独立项目的编辑器中，先添加脚本属性 setUpFromEditor。',
    en: 'Run Front desk → Set up / check in the workbook. In the editor of a stand-alone project, first add the script property setUpFromEditor.',
  },
} satisfies Record<string, Words>;

const ownLanguage = (): Language => {
  const chosen = ownTexts().get('language');
  return chosen === 'zh' || chosen === 'hant' || chosen === 'en' ? chosen : menuLanguage();
};

const callerOf = (event?: TriggerEvent): Caller => contextOf(scriptProperties(), event);

/** A click in the menu: only a person in the workbook; what goes wrong is told in a box. */
function atDesk(act: (caller: Caller, language: Language) => void): void {
  const caller = callerOf();
  if (caller.context !== 'desk') throw new Error(words.refused.en);
  const language = ownLanguage();
  try {
    act(caller, language);
  } catch (error) {
    tell(say(words.title, language), problemOf(error, language, log).message);
  }
}

const showSidebar = (boot: object) => (): void =>
  atDesk((_, language) => openSidebar(say(words.title, language), { language, ...boot }));

/** A trigger of the owner; anything else that calls a job gets nothing. */
function asOffice(event: TriggerEvent | undefined, act: (caller: Caller) => void): void {
  const caller = callerOf(event ?? {});
  if (caller.context !== 'office') throw new Error(words.refused.en);
  try {
    act(caller);
  } catch (error) {
    const { code } = problemOf(error, 'en', log);
    // Nobody is there to read it: the executions tell.
    if (code !== 'internal') log.error(code, error);
  }
}

function sameVersion<M extends Machine>(machine: M): M {
  refuseOtherVersion(machine);
  return machine;
}

const clockMachine = (caller: Caller): Machine => sameVersion(machineFor(caller, 'clock'));

export function onOpen(): void {
  buildMenu(menuLanguage());
}

export function onInstall(): void {
  onOpen();
}

/** Shows the page of a link; it asks for its content by itself. Showing it changes nothing. */
export function doGet(
  event: GoogleAppsScript.Events.DoGet,
): GoogleAppsScript.HTML.HtmlOutput | GoogleAppsScript.Content.TextOutput {
  const { t, kick: asked } = event.parameter as { t?: string; kick?: string };
  if (asked === undefined) return webPage(words.title.zh, { token: t ?? '' });
  try {
    kick(sameVersion(machineFor({ ...callerOf(), context: 'public' }, 'clock', '')));
  } catch (error) {
    problemOf(error, 'en', log);
  }
  return plainAnswer('');
}

/** From the office account's script editor, or by the menu: makes or mends everything. */
export function setUp(workbookId?: string): string {
  const caller = callerOf();
  if (!maySetUp(scriptProperties(), caller)) throw new Error(words.setUpElsewhere.en);
  return runSetUp(equippedFor(caller), workbookId);
}

/** The one door of the sidebar and the web pages. */
export function call(name: string, inputJson: string): string {
  return answerCall(
    () => {
      const caller = callerOf();
      return caller.context === 'desk' ? equippedFor(caller) : machineFor(caller, 'link');
    },
    name,
    inputJson,
    log,
  );
}

export const menu = {
  openSidebar: showSidebar({}),
  today: showSidebar({ screen: 'today' }),
  newVisit: showSidebar({ screen: 'new', register: 'visits' }),
  whoIsHere: showSidebar({ screen: 'print', register: 'visits', what: 'here' }),
  monthSheet: showSidebar({ screen: 'reports', what: 'attendance-month' }),
  newRound: showSidebar({ screen: 'new', register: 'appraisal-rounds' }),
  reports: showSidebar({ screen: 'reports' }),
  setUp: (): void => atDesk((_, language) => openSidebar(say(words.title, language), { language }, 'set-up')),
  verifyAuditLog: (): void =>
    atDesk((caller, language) =>
      tell(say(words.title, language), verifyAuditLog(machineFor(caller, 'account'), language)),
    ),
  useSimplified: (): void => useLanguage('zh'),
  useTraditional: (): void => useLanguage('hant'),
  useEnglish: (): void => useLanguage('en'),
};

function useLanguage(language: Language): void {
  atDesk(() => {
    ownTexts().put('language', language);
    buildMenu(language);
    openSidebar(say(words.title, language), { language });
  });
}

export const jobs = {
  everyMinute: (event: TriggerEvent): void => asOffice(event, (caller) => everyMinute(clockMachine(caller))),
  everyMorning: (event: TriggerEvent): void =>
    asOffice(event, (caller) => everyMorning(sameVersion(equippedFor(caller, 'clock')))),
  everyEvening: (event: TriggerEvent): void => asOffice(event, (caller) => everyEvening(clockMachine(caller))),
  onRegisterEdit: (event: GoogleAppsScript.Events.SheetsOnEdit): void =>
    asOffice(event as unknown as TriggerEvent, (caller) => {
      const { range, user, oldValue } = event;
      const editor = user?.getEmail() ?? '';
      registerEdited(sameVersion(machineFor(caller, 'typed', editor === caller.effective ? '' : editor)), {
        sheetId: range.getSheet().getSheetId(),
        fromRow: range.getRow() - 1,
        toRow: range.getRow() - 1 + range.getNumRows(),
        fromColumn: range.getColumn() - 1,
        toColumn: range.getColumn() - 1 + range.getNumColumns(),
        ...(typeof oldValue === 'string' && { was: oldValue }),
      });
    }),
};
