// Every word of the workbook page, and the language it is shown in.
import { signal } from '@preact/signals';

export type Language = 'zh' | 'hant' | 'en';

interface Words {
  readonly zh: string;
  readonly hant?: string;
  readonly en: string;
}

const storeKey = 'emulator.language';

export const language = signal<Language>((localStorage.getItem(storeKey) as Language | null) ?? 'zh');

export function chooseLanguage(next: Language): void {
  language.value = next;
  localStorage.setItem(storeKey, next);
  document.documentElement.lang = { zh: 'zh-CN', hant: 'zh-HK', en: 'en' }[next];
}

const list = {
  workbook: { zh: '工作簿', en: 'Workbook' },
  desk: { zh: '前台', en: 'Desk' },
  restricted: { zh: '受限', en: 'Restricted' },
  other: { zh: '其他', en: 'Other' },
  extensions: { zh: '扩展程序', en: 'Extensions' },
  menuBar: { zh: '菜单栏', en: 'Menu bar' },
  loading: { zh: '正在打开…', en: 'Opening…' },
  working: { zh: '正在处理…', en: 'Working…' },
  close: { zh: '关闭', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },
  ok: { zh: '确定', en: 'OK' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  sidebar: { zh: '侧边栏', en: 'Sidebar' },
  nameBox: { zh: '名称框', en: 'Name box' },
  formulaBar: { zh: '编辑栏', en: 'Formula bar' },
  grid: { zh: '工作表', en: 'Sheet' },
  tabs: { zh: '工作表标签', en: 'Sheet tabs' },
  allTabs: { zh: '所有工作表', en: 'All sheets' },
  renameTab: { zh: '重命名工作表', en: 'Rename sheet' },
  emulatorClock: { zh: '模拟时钟', en: 'Emulated clock' },
  clockStopped: { zh: '时钟停着', en: 'The clock stands still' },
  stopClock: { zh: '让时钟停住', en: 'Stop the clock' },
  startClock: { zh: '让时钟走', en: 'Let the clock run' },
  tenMinutes: { zh: '+10 分钟', en: '+10 min' },
  oneHour: { zh: '+1 小时', en: '+1 hour' },
  closingTime: { zh: '下班 18:30', en: 'Closing, 18:30' },
  nextMorning: { zh: '下个工作日 08:00', en: 'Next working day, 08:00' },
  otherTime: { zh: '选日期时间', en: 'Choose day and time' },
  setClock: { zh: '拨到', en: 'Set' },
  realTime: { zh: '回到现在', en: 'Back to now' },
  clockHint: {
    zh: '往前拨时，途中到点的触发器（每分钟、早晨、傍晚）都会照常运行。',
    en: 'On the way forward every trigger that falls due (each minute, morning, evening) runs.',
  },
  triggersRan: { zh: '个触发器已运行', en: 'triggers ran' },
  triggerFailed: { zh: '触发器出错', en: 'A trigger failed' },
  atKeyboard: { zh: '当前使用者', en: 'At the keyboard' },
  officeAccount: { zh: '系统账号', en: 'Office account' },
  noRole: { zh: '没有角色', en: 'no role' },
  noAccess: { zh: '无工作簿权限，只看邮件', en: 'no access, e-mail only' },
  addPerson: { zh: '用另一个邮箱', en: 'Another address' },
  email: { zh: '邮箱', en: 'E-mail' },
  mailbox: { zh: '邮箱', en: 'Mailbox' },
  unread: { zh: '封未读', en: 'unread' },
  everyone: { zh: '所有人', en: 'Everyone' },
  recipient: { zh: '收件人', en: 'Recipient' },
  noMail: {
    zh: '还没有邮件。脚本发出的每一封都会到这里。',
    en: 'No mail yet. Every letter the script sends arrives here.',
  },
  pickMail: { zh: '选一封邮件来看。', en: 'Choose a letter to read.' },
  markAllRead: { zh: '全部标为已读', en: 'Mark all as read' },
  from: { zh: '发件人', en: 'From' },
  to: { zh: '收件人', en: 'To' },
  cc: { zh: '抄送', en: 'Cc' },
  formatted: { zh: '网页格式', en: 'Formatted' },
  plainText: { zh: '纯文本', en: 'Plain text' },
  attachments: { zh: '附件', en: 'Attachments' },
  download: { zh: '下载', en: 'Download' },
  phone: { zh: '网页', en: 'Web page' },
  newTab: { zh: '在新标签页打开', en: 'Open in a new tab' },
  linkHint: {
    zh: '信里的链接在右边打开；按住 Ctrl 点则开新标签页。',
    en: 'Links open on the right; with Ctrl in a new tab.',
  },
  faults: { zh: '故障', en: 'Faults' },
  faultsHint: {
    zh: '让下一次服务调用出错，看看前台怎样应付。',
    en: 'Make the next service call go wrong and see how the desk copes.',
  },
  faultWriteFails: { zh: '下一次写入失败（503）', en: 'Next write fails (503)' },
  faultAnswerLost: { zh: '下一次写入成功，但回答丢失', en: 'Next write succeeds, its answer is lost' },
  faultReadFails: { zh: '下一次读取失败（503）', en: 'Next read fails (503)' },
  faultQuota: { zh: '下一次写入超出配额（429）', en: 'Next write is over quota (429)' },
  faultBusy: { zh: '下一次取锁失败（别人正忙）', en: 'Next lock is taken (somebody else is busy)' },
  faultSlow: { zh: '下一次写入慢 30 秒', en: 'Next write takes 30 seconds' },
  faultMail: { zh: '下一封邮件发送失败', en: 'Next e-mail fails' },
  faultClear: { zh: '取消所有故障', en: 'Clear all faults' },
  faultSet: { zh: '已设好：', en: 'Set: ' },
  faultCleared: { zh: '故障已取消。', en: 'Faults cleared.' },
  calls: { zh: '调用', en: 'Calls' },
  callsHint: {
    zh: '脚本调用了多少次 Google 服务；每次约 0.2–0.5 秒，等的就是它。',
    en: 'How often the script called Google’s services: 0.2–0.5 s each, this is what people wait for.',
  },
  callsTotal: { zh: '合计', en: 'Total' },
  callsNone: { zh: '清零后还没有调用。', en: 'No calls since the reset.' },
  cellsRead: { zh: '读单元格', en: 'cells read' },
  cellsWritten: { zh: '写单元格', en: 'cells written' },
  reset: { zh: '清零', en: 'Reset' },
  signedInAs: { zh: '浏览器登录为', en: 'Browser signed in as' },
  nobody: { zh: '未登录', en: 'nobody' },
  noPage: { zh: '点信里的链接，网页在这里打开。', en: 'Click a link in a letter; its page opens here.' },
  reload: { zh: '重新载入', en: 'Reload' },
  hiddenTab: { zh: '隐藏', en: 'hidden' },
  rowsAndColumns: { zh: '行和列', en: 'Rows and columns' },
  locked: { zh: '受保护，只能由指定的人修改', en: 'Protected: only certain people may edit' },
  systemFills: { zh: '由系统填写，请不要手工修改', en: 'Filled in by the system; please do not edit' },
  note: { zh: '批注', en: 'Note' },
  pickValue: { zh: '选择', en: 'Choose' },
  sortAscending: { zh: '按此列排序 A→Z', en: 'Sort by this column A→Z' },
  sortDescending: { zh: '按此列排序 Z→A', en: 'Sort by this column Z→A' },
  moveLeft: { zh: '列左移', en: 'Move column left' },
  moveRight: { zh: '列右移', en: 'Move column right' },
  insertAbove: { zh: '在上方插入 1 行', en: 'Insert 1 row above' },
  insertBelow: { zh: '在下方插入 1 行', en: 'Insert 1 row below' },
  deleteRow: { zh: '删除行', en: 'Delete row' },
  deleteRows: { zh: '删除所选行', en: 'Delete the selected rows' },
  rename: { zh: '重命名', en: 'Rename' },
  notSetUpTitle: { zh: '这个工作簿还是空的', en: 'This workbook is still empty' },
  notSetUpText: {
    zh: '在菜单「前台」里点「安装 / 检查」，按五步填写机构、部门、人员和工作时间，登记表就都建好了。',
    en: 'In the menu “Front desk” choose “Set up / check” and fill in five short steps; the registers are made from them.',
  },
  switchTo: { zh: '换成', en: 'Switch to ' },
  openMenuItem: { zh: '开始安装', en: 'Begin set-up' },
  noWorkbookTitle: { zh: '没有权限打开这个工作簿', en: 'No access to this workbook' },
  noWorkbookText: {
    zh: '与办公室里一样：前台以外的人只看邮件，在邮件里的链接上办理。',
    en: 'As in the office: those outside the desk only see e-mails and act on the links in them.',
  },
  restrictedText: {
    zh: '受限工作簿只有行政人事和机构领导能打开。换一个人再看。',
    en: 'Only HR and the director can open the restricted workbook. Choose another person to look at it.',
  },
  openMailbox: { zh: '看这个人的邮箱', en: 'Open this person’s mailbox' },
  protectedTitle: { zh: '受保护的单元格', en: 'Protected cells' },
  protectedText: {
    zh: '您正尝试修改受保护的单元格或对象。如需修改，请联系工作簿的所有者取消保护。',
    en: 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection.',
  },
  warnTitle: { zh: '注意', en: 'Heads up!' },
  warnText: {
    zh: '您正尝试修改此工作表中不应意外更改的部分。仍要修改吗？',
    en: 'You’re trying to edit part of this sheet that shouldn’t be changed accidentally. Edit anyway?',
  },
  warnPause: { zh: '5 分钟内不再显示', en: 'Don’t show this again for 5 minutes' },
  editAnyway: { zh: '仍要修改', en: 'OK' },
  strictTitle: { zh: '出现问题', en: 'There was a problem' },
  strictText: {
    zh: '输入的数据不符合此单元格的数据验证规则。',
    en: 'The data you entered violates the data validation rules set on this cell.',
  },
  failed: { zh: '没有办成', en: 'That did not work' },
  scriptError: { zh: '脚本出错', en: 'The script failed' },
  cutOff: { zh: '与模拟器的连接断了，正在重试…', en: 'The emulator does not answer; trying again…' },
  language: { zh: '页面语言', en: 'Page language' },
  emulator: { zh: '模拟环境', en: 'Emulator' },
  emulatorHint: {
    zh: '本机上的模拟工作簿，不连 Google；数据只存在 .emulator/ 文件夹。',
    en: 'An emulated workbook on this machine; nothing goes to Google, data stays in .emulator/.',
  },
  skipToGrid: { zh: '跳到工作表', en: 'Skip to the sheet' },
} satisfies Record<string, Words>;

export type Word = keyof typeof list;

export function say(word: Word): string {
  const words: Words = list[word];
  if (language.value === 'hant') return words.hant ?? words.zh;
  return words[language.value];
}

const roles: Record<string, Words> = {
  front: { zh: '前台', en: 'front desk' },
  staff: { zh: '员工', en: 'staff' },
  head: { zh: '部门负责人', en: 'head of department' },
  director: { zh: '机构领导', en: 'director' },
  hr: { zh: '行政人事', en: 'HR' },
  custodian: { zh: '保密管理员', en: 'custodian' },
  finance: { zh: '财务', en: 'finance' },
};

export function roleName(role: string): string {
  const words = roles[role];
  if (!words) return role;
  return language.value === 'hant' ? (words.hant ?? words.zh) : words[language.value];
}
