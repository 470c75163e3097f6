// The checks of an installation as pure sentences: what was found, and what to do about it.
import { addMinutes } from '../kernel/civil';
import type { Sentence } from '../kernel/errors';
import { auditTab } from '../kernel/kernel-tabs';
import type { FoundTrigger, StructureFault, WantedTrigger } from '../kernel/ports-installation';
import { list, say, type Language, type Words } from '../kernel/words';
import type { HealthCheck } from './contract';

/** What was found; a part that could not be looked at from here is absent. */
export interface Findings {
  readonly now: string;
  readonly owner: string;
  readonly version: { readonly stored: number | undefined; readonly code: number };
  /** Only the owner's runs see the owner's triggers and quota. */
  readonly triggers?: readonly FoundTrigger[];
  readonly quota?: number;
  readonly wanted: readonly WantedTrigger[];
  readonly webApp: string;
  /** Left by a web app of another version than the workbooks'; '' as a rule. */
  readonly webAppVersion: string;
  /** The settings ask for sign-in, and there is no second deployment for it. */
  readonly signInMissing: boolean;
  readonly heartbeat: string;
  /** Forged or broken links opened since the last weekly letter. */
  readonly badLinks: number;
  /** Addresses with which the workbooks could not be shared. */
  readonly unshared: readonly string[];
  /** The office account stands in the staff tab. */
  readonly ownerIsStaff: boolean;
  readonly structure: readonly {
    readonly workbook: 'desk' | 'restricted';
    readonly faults: readonly StructureFault[];
  }[];
  /** Counters that set-up has had to make again. */
  readonly recounted?: readonly string[];
  readonly calendarGaps?: readonly Sentence[];
  /** Said already, each a sentence. */
  readonly settings?: readonly string[];
  readonly staff?: { readonly people: number; readonly incomplete: number };
  /** Approvers who have not yet said that links open for them. */
  readonly untried?: readonly string[];
}

type Status = HealthCheck['status'];

const titles = {
  owner: { zh: '系统账号', en: 'Office account' },
  version: { zh: '版本', en: 'Version' },
  triggers: { zh: '定时任务', en: 'Triggers' },
  heartbeat: { zh: '后台运行', en: 'Background work' },
  mail: { zh: '邮件额度', en: 'Mail quota' },
  webApp: { zh: '网页地址', en: 'Web address' },
  links: { zh: '无效链接', en: 'Bad links' },
  desk: { zh: '前台工作簿', en: 'Desk workbook' },
  restricted: { zh: '受限工作簿', en: 'Restricted workbook' },
  calendar: { zh: '节假日', en: 'Calendar' },
  settings: { zh: '参数设置', en: 'Settings' },
  staff: { zh: '员工花名册', en: 'Staff' },
  sharing: { zh: '共享', en: 'Sharing' },
  counters: { zh: '计数', en: 'Counters' },
  tried: { zh: '审批人的链接', en: 'Approvers’ links' },
} satisfies Record<string, Words>;

const words = {
  good: { zh: '正常', en: 'In order' },
  mend: {
    zh: '请由系统账号（{owner}）运行“前台 → 安装 / 检查”。',
    en: 'The office account ({owner}) runs Front desk → Set up / check.',
  },
  versionOk: { zh: '版本 {code}', en: 'Version {code}' },
  versionOld: {
    zh: '工作簿是版本 {stored}，程序是版本 {code}。',
    en: 'The workbooks are of version {stored}, the code of version {code}.',
  },
  versionNew: {
    zh: '工作簿（版本 {stored}）比程序（版本 {code}）新。',
    en: 'The workbooks (version {stored}) are newer than the code ({code}).',
  },
  pushAgain: { zh: '请重新部署最新的程序（见安装说明）。', en: 'Deploy the newest code again (see install).' },
  notSetUp: { zh: '还没有安装。', en: 'Set-up has not been run.' },
  triggersMissing: {
    zh: '缺少：{names}。没有它们就不发通知和提醒。',
    en: 'Missing: {names}. Without them no notices and reminders go out.',
  },
  triggersOk: { zh: '{count} 个，都在', en: 'All {count} are there' },
  silent: {
    zh: '最近一次运行：{at}。已超过 {minutes} 分钟没有运行，通知会晚到。',
    en: 'Last run: {at}. That is more than {minutes} minutes ago; notices are late.',
  },
  never: { zh: '还没有运行过。', en: 'Has not run yet.' },
  waitOrMend: {
    zh: '刚安装时请等几分钟再检查；仍未运行，请由系统账号（{owner}）运行“前台 → 安装 / 检查”，并看执行记录。',
    en: 'Right after set-up, look again in a few minutes; else the office account ({owner}) runs Front desk → Set up / check and looks at the executions.',
  },
  lastRun: { zh: '最近一次运行：{at}', en: 'Last run: {at}' },
  quotaLeft: { zh: '今天还可发 {quota} 封', en: '{quota} more today' },
  quotaShort: {
    zh: '今天还可发 {quota} 封：先发审批和到访，其余明天补发。',
    en: '{quota} more today: approvals and arrivals go first, the rest tomorrow.',
  },
  quotaAction: {
    zh: '不必处理。常常不够时，请改用 Workspace 账号作系统账号。',
    en: 'Nothing to do. If it is often short, use a Workspace account as the office account.',
  },
  noWebApp: {
    zh: '还没有网页地址，邮件里没有链接，审批只能在侧边栏办理。',
    en: 'No address yet: e-mails carry no links, decisions can only be made in the sidebar.',
  },
  deploy: {
    zh: '请由系统账号部署为网页应用（执行身份：我；访问：任何人），再运行“前台 → 安装 / 检查”。',
    en: 'The office account deploys the project as a web app (execute as me, access anyone) and runs Front desk → Set up / check again.',
  },
  webAppOld: {
    zh: '网页应用是版本 {webApp}，工作簿是版本 {stored}，邮件里的链接打不开。',
    en: 'The web app is of version {webApp}, the workbooks of version {stored}; links in e-mails do not open.',
  },
  signInMissing: {
    zh: '参数“审批须登录”为“是”，但还没有须登录的第二个部署：发给员工的链接打不开。',
    en: 'The settings ask for sign-in, but there is no second deployment for it: links to members of staff do not open.',
  },
  deployTwice: {
    zh: '请按安装说明“链接须登录”另行部署，或把参数改回“否”。',
    en: 'Deploy once more as install says (Links that ask for sign-in), or set it back to No.',
  },
  updateDeployment: {
    zh: '请由系统账号更新网页应用的部署（见运行手册“升级”），再运行“前台 → 安装 / 检查”。',
    en: 'The office account updates the deployment of the web app (see Upgrading), then runs Front desk → Set up / check.',
  },
  ownerIsStaff: {
    zh: '{owner} 也在员工花名册里：用它办的事会记在这个人名下。',
    en: '{owner} stands in the staff tab, too: what it does is recorded as that person’s.',
  },
  ownerAction: {
    zh: '最好另设一个不属于任何人的账号作系统账号（见运行手册）。',
    en: 'Better have an account that is nobody’s own as the office account (see Operating).',
  },
  badLinks: {
    zh: '最近一周，伪造或不完整的链接被打开过 {badLinks} 次。',
    en: 'Forged or broken links were opened {badLinks} times within the last week.',
  },
  badLinksAction: {
    zh: '没有人能凭这样的链接看到或改动什么。次数很多时，可能有人在试探，请告诉机构领导。',
    en: 'Nobody sees or changes anything by such links. If they are many, somebody may be trying them: tell the director.',
  },
  calendarAction: { zh: '请行政人事填写“节假日”表。', en: 'HR fills in the calendar tab.' },
  settingsAction: {
    zh: '请行政人事在“参数设置”表中改正；改好之前沿用上一次正确的值。',
    en: 'HR corrects the settings tab; until then the last good values stay in force.',
  },
  staffNobody: { zh: '花名册里还没有人。', en: 'There is nobody in the staff tab.' },
  staffIncomplete: {
    zh: '{people} 人，其中 {incomplete} 人的资料不全（见“填写提示”）。',
    en: '{people} people, {incomplete} of them incomplete (see the check column).',
  },
  staffOk: { zh: '{people} 人', en: '{people} people' },
  triedAll: { zh: '审批人都打开过链接', en: 'All approvers have opened a link' },
  untried: { zh: '还没有打开过链接：{names}', en: 'Have not opened a link yet: {names}' },
  untriedAction: {
    zh: '请他们打开邮件“请试一下”，按“链接打得开”。再发一次：系统账号运行“前台 → 安装 / 检查”。打不开的人，请在纸上签字，由前台登记。',
    en: 'They open the e-mail “Please try” and press “The link works”. Set up / check sends it again. Who cannot open it signs on paper, and the front desk enters it.',
  },
  unshared: { zh: '没能共享给：{names}', en: 'Could not be shared with: {names}' },
  unsharedAction: {
    zh: '这些邮箱不是 Google 账号。请在“员工花名册”（或参数“前台共用账号”）中改正，再由系统账号运行“前台 → 安装 / 检查”。',
    en: 'These addresses are no Google accounts. Correct them in the staff tab (or the setting for shared logins); then the office account runs Set up / check again.',
  },
  recounted: {
    zh: '计数缺失，已按登记表和操作日志补上：{keys}',
    en: 'Counters were gone and have been made again from the registers and the audit log: {keys}',
  },
  recountedAction: {
    zh: '请运行“前台 → 核验操作日志”。有行被删除过的登记表，编号可能与旧的重复，请核对。',
    en: 'Run Front desk → Verify the audit log. Where rows had been deleted from a register, check that no number is given twice.',
  },
  staffAction: { zh: '请行政人事补齐“员工花名册”。', en: 'HR completes the staff tab.' },
} satisfies Record<string, Words>;

const faultWords: Readonly<Record<StructureFault['kind'], Words>> = {
  tab: { zh: '缺少“{title}”', en: '“{title}” is missing' },
  column: { zh: '“{title}”缺少列：{keys}', en: '“{title}” lacks columns: {keys}' },
  zone: { zh: '时区或区域设置被改动', en: 'The time zone or locale was changed' },
  heading: { zh: '“{title}”的表头被改动', en: 'The headings of “{title}” were changed' },
  hidden: { zh: '“{title}”里应隐藏的内容被显示', en: 'What should be hidden on “{title}” is shown' },
  protection: { zh: '“{title}”的保护被取消或改动', en: 'The protection of “{title}” was taken off or changed' },
  dropDown: { zh: '“{title}”缺少下拉选项：{keys}', en: '“{title}” lacks drop-downs: {keys}' },
  rows: { zh: '“{title}”的行数不够', en: '“{title}” has too few rows' },
  width: {
    zh: '“{title}”的列数不够：有登记表加了很多列，现在存不了',
    en: '“{title}” has too few columns: many were added to a register, which cannot be written to now',
  },
  home: { zh: '首页需要更新', en: 'The home tab is out of date' },
};
/** Without these nothing can be recorded. */
const grave: ReadonlySet<StructureFault['kind']> = new Set(['tab', 'column', 'width']);

/** The minute trigger writes down that it was here at least once an hour. */
const silentMinutes = 120;
const shortQuota = 20;
/** A few are cut off by mail programs. */
const manyBadLinks = 20;

export function checksOf(found: Findings, language: Language): readonly HealthCheck[] {
  const told = (text: Words, values: Sentence['values'] = {}): string =>
    say(text, language, { owner: found.owner, ...values });
  const check = (key: keyof typeof titles, status: Status, text: string, action?: string): HealthCheck => ({
    key,
    title: say(titles[key], language),
    status,
    text,
    ...(status !== 'ok' && action !== undefined && { action }),
  });
  const sentences = (some: readonly Sentence[]): string => some.map((one) => told(one.words, one.values)).join('\n');

  function version(): HealthCheck {
    const { stored, code } = found.version;
    if (stored === undefined) return check('version', 'error', told(words.notSetUp), told(words.mend));
    if (stored === code) return check('version', 'ok', told(words.versionOk, { code }));
    return stored < code
      ? check('version', 'error', told(words.versionOld, { stored, code }), told(words.mend))
      : check('version', 'error', told(words.versionNew, { stored, code }), told(words.pushAgain));
  }

  function owner(): readonly HealthCheck[] {
    if (found.owner === '') return [];
    return found.ownerIsStaff
      ? [check('owner', 'warning', told(words.ownerIsStaff), told(words.ownerAction))]
      : [check('owner', 'ok', found.owner)];
  }

  function links(): HealthCheck {
    const { badLinks } = found;
    const text = badLinks === 0 ? told(words.good) : told(words.badLinks, { badLinks });
    return check('links', badLinks < manyBadLinks ? 'ok' : 'warning', text, told(words.badLinksAction));
  }

  function triggers(): readonly HealthCheck[] {
    if (!found.triggers) return [];
    const missing = found.wanted.filter(
      (one) =>
        !found.triggers!.some(
          (is) => is.handler === one.handler && is.editOf === ('editOf' in one.on ? one.on.editOf : undefined),
        ),
    );
    if (missing.length === 0) return [check('triggers', 'ok', told(words.triggersOk, { count: found.wanted.length }))];
    const names = list([...new Set(missing.map((one) => one.handler))], language);
    return [check('triggers', 'error', told(words.triggersMissing, { names }), told(words.mend))];
  }

  function heartbeat(): HealthCheck {
    const { heartbeat: seen, now } = found;
    if (seen === '') return check('heartbeat', 'warning', told(words.never), told(words.waitOrMend));
    const at = seen.replace('T', ' ').slice(0, 16);
    if (seen.slice(0, 16) < addMinutes(now.slice(0, 16), -silentMinutes)) {
      return check('heartbeat', 'error', told(words.silent, { at, minutes: silentMinutes }), told(words.waitOrMend));
    }
    return check('heartbeat', 'ok', told(words.lastRun, { at }));
  }

  function mail(): readonly HealthCheck[] {
    const { quota } = found;
    if (quota === undefined) return [];
    return quota < shortQuota
      ? [check('mail', 'warning', told(words.quotaShort, { quota }), told(words.quotaAction))]
      : [check('mail', 'ok', told(words.quotaLeft, { quota }))];
  }

  function structure({ workbook, faults }: Findings['structure'][number]): HealthCheck {
    if (faults.length === 0) return check(workbook, 'ok', told(words.good));
    const lines = faults.map(({ kind, title, keys }) => told(faultWords[kind], { title, keys: list(keys, language) }));
    const status = faults.some(({ kind }) => grave.has(kind)) ? 'error' : 'warning';
    return check(workbook, status, [...new Set(lines)].join('\n'), told(words.mend));
  }

  function staff(): readonly HealthCheck[] {
    if (!found.staff) return [];
    const { people, incomplete } = found.staff;
    if (people === 0) return [check('staff', 'error', told(words.staffNobody), told(words.staffAction))];
    return incomplete > 0
      ? [check('staff', 'warning', told(words.staffIncomplete, { people, incomplete }), told(words.staffAction))]
      : [check('staff', 'ok', told(words.staffOk, { people }))];
  }

  function sharing(): HealthCheck {
    if (found.unshared.length === 0) return check('sharing', 'ok', told(words.good));
    const names = list(found.unshared, language);
    return check('sharing', 'warning', told(words.unshared, { names }), told(words.unsharedAction));
  }

  function counters(): readonly HealthCheck[] {
    const { recounted = [] } = found;
    if (recounted.length === 0) return [];
    const keys = list(
      [...new Set(recounted)].map((key) => (key === 'audit' ? say(auditTab.title, language) : key)),
      language,
    );
    return [check('counters', 'warning', told(words.recounted, { keys }), told(words.recountedAction))];
  }

  function tried(): readonly HealthCheck[] {
    if (!found.untried || found.webApp === '') return [];
    if (found.untried.length === 0) return [check('tried', 'ok', told(words.triedAll))];
    const names = list(found.untried, language);
    return [check('tried', 'warning', told(words.untried, { names }), told(words.untriedAction))];
  }

  function webApp(): HealthCheck {
    if (found.webApp === '') return check('webApp', 'error', told(words.noWebApp), told(words.deploy));
    if (found.signInMissing) return check('webApp', 'error', told(words.signInMissing), told(words.deployTwice));
    if (found.webAppVersion === '') return check('webApp', 'ok', found.webApp);
    const versions = { webApp: found.webAppVersion, stored: found.version.stored ?? '' };
    return check('webApp', 'error', told(words.webAppOld, versions), told(words.updateDeployment));
  }

  const gaps = found.calendarGaps;
  const settings = found.settings;
  return [
    version(),
    ...owner(),
    ...triggers(),
    heartbeat(),
    ...mail(),
    webApp(),
    links(),
    ...found.structure.map(structure),
    ...counters(),
    sharing(),
    ...staff(),
    ...tried(),
    ...(gaps
      ? [
          gaps.length > 0
            ? check('calendar', 'warning', sentences(gaps), told(words.calendarAction))
            : check('calendar', 'ok', told(words.good)),
        ]
      : []),
    ...(settings
      ? [
          settings.length > 0
            ? check('settings', 'warning', settings.join('\n'), told(words.settingsAction))
            : check('settings', 'ok', told(words.good)),
        ]
      : []),
  ];
}
