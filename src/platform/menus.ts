// The menu of the workbook. Built on opening, when hardly anything may be asked of Google.
import { say, type Language, type Words } from '../kernel/words';
import { scriptProperties } from './properties';

interface Item {
  readonly label: Words;
  /** The visible function that it runs. */
  readonly runs: string;
  /** The chapter that it belongs to, which may be off. */
  readonly of?: string;
}

const title: Words = { zh: '前台', en: 'Front desk' };
const items: readonly (Item | 'line')[] = [
  { label: { zh: '打开侧边栏', en: 'Open the sidebar' }, runs: 'menu.openSidebar' },
  { label: { zh: '今日', en: 'Today' }, runs: 'menu.today' },
  { label: { zh: '登记来访', en: 'Record a visitor' }, runs: 'menu.newVisit', of: 'reception' },
  { label: { zh: '在访人员名单', en: 'Who is here' }, runs: 'menu.whoIsHere', of: 'reception' },
  'line',
  { label: { zh: '考勤统计表…', en: 'Monthly attendance sheet…' }, runs: 'menu.monthSheet', of: 'attendance' },
  { label: { zh: '新建考核轮次…', en: 'New appraisal round…' }, runs: 'menu.newRound', of: 'appraisal' },
  { label: { zh: '报表和打印…', en: 'Reports and prints…' }, runs: 'menu.reports' },
  'line',
  { label: { zh: '安装 / 检查', en: 'Set up / check' }, runs: 'menu.setUp' },
  { label: { zh: '核验操作日志', en: 'Verify the audit log' }, runs: 'menu.verifyAuditLog' },
];
const languageTitle: Words = { zh: '语言 / Language', en: 'Language / 语言' };
/** Each in its own language, for whoever cannot read the others. */
const languageItems: readonly { readonly label: string; readonly runs: string }[] = [
  { label: '简体中文', runs: 'menu.useSimplified' },
  { label: '繁體中文', runs: 'menu.useTraditional' },
  { label: 'English', runs: 'menu.useEnglish' },
];

/** The visible functions that the menu names; the entry must have each of them. */
export const menuFunctions: readonly string[] = [
  ...items.flatMap((item) => (item === 'line' ? [] : item.runs)),
  ...languageItems.map((item) => item.runs),
];

/** The chapters in use as they were written down last; undefined, and so all of them, where that may not be read. */
function chaptersInUse(): readonly string[] | undefined {
  try {
    return scriptProperties().get('chapters')?.split(',');
  } catch {
    return undefined;
  }
}

export function buildMenu(language: Language): void {
  const used = chaptersInUse();
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu(say(title, language));
  for (const item of items) {
    if (item === 'line') menu.addSeparator();
    else if (!item.of || !used || used.includes(item.of)) menu.addItem(say(item.label, language), item.runs);
  }
  const languages = ui.createMenu(say(languageTitle, language));
  for (const { label, runs } of languageItems) languages.addItem(label, runs);
  menu.addSeparator().addSubMenu(languages).addToUi();
}

/** The menu's language: the person's own locale, because stores may be closed when the workbook opens. */
export function menuLanguage(): Language {
  const locale = Session.getActiveUserLocale();
  if (/^zh.(TW|HK|MO|Hant)/i.test(locale)) return 'hant';
  return /^zh/i.test(locale) || locale === '' ? 'zh' : 'en';
}
