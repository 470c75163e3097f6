// Every word of the sidebar's and the pages' own; what comes from the registers is worded by the server.
import type { Words } from '../src/kernel/words';
import { formWords } from './words-form';
import { setUpWords } from './words-set-up';

const frameWords = {
  today: { zh: '今日', en: 'Today' },
  newEntry: { zh: '登记', en: 'New' },
  find: { zh: '查找', en: 'Find' },
  more: { zh: '更多功能', en: 'More functions' },
  frontDesk: { zh: '前台', en: 'Front desk' },
  back: { zh: '返回', en: 'Back' },
  backToToday: { zh: '回到今日', en: 'Back to today' },
  close: { zh: '关闭', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },
  refresh: { zh: '刷新', en: 'Refresh' },
  tryAgain: { zh: '重试', en: 'Try again' },
  loading: { zh: '正在读取…', en: 'Loading…' },
  working: { zh: '正在处理…', en: 'Working…' },
  done: { zh: '已完成：{what}', en: 'Done: {what}' },
  about: { zh: '{what}：{whom}', en: '{what}: {whom}' },
  listMark: { zh: '、', en: ', ' },
  article: { zh: '依据：制度 {article}', en: 'Policy {article}' },
  reference: { zh: '错误编号：{reference}', en: 'Reference: {reference}' },
  youAre: { zh: '您是 {name}', en: 'You are {name}' },
  roles: { zh: '角色', en: 'Roles' },
  language: { zh: '语言', en: 'Language' },
  onDuty: { zh: '当班人', en: 'On duty' },
  onDutyChoose: { zh: '请选择当班人', en: 'Who is on duty?' },
  onDutySet: { zh: '当班人：{name}', en: 'On duty: {name}' },
  updatedAt: { zh: '{time} 更新', en: 'Updated {time}' },
  countOf: { zh: '{n} 项', en: '{n} items' },
  showMore: { zh: '还有 {n} 项', en: '{n} more' },
  showFewer: { zh: '收起', en: 'Show fewer' },
  nothingToday: { zh: '现在没有待办事项。', en: 'Nothing is waiting now.' },
  whoIsHere: { zh: '打印在访人员名单', en: 'Print who is here' },
  reports: { zh: '报表', en: 'Reports' },
  health: { zh: '检查运行情况', en: 'Health check' },
  setUp: { zh: '初始设置', en: 'Set-up' },
  setUpNeeded: { zh: '这份工作簿还没有完成初始设置。', en: 'This workbook has not been set up yet.' },
  setUpAskOthers: {
    zh: '请让安装人（系统账号）打开工作簿，从“前台”菜单完成初始设置。',
    en: 'Please ask the installer (the office account) to open the workbook and finish set-up from the menu.',
  },
  openRecord: { zh: '打开', en: 'Open' },
  offline: {
    zh: '电脑没有连上网络。您填写的内容还在，连上网后请再试。',
    en: 'This computer is offline. Nothing you typed is lost; please try again once it is connected.',
  },
  lostAnswer: {
    zh: '没有收到服务器的回答，不能确定是否已经保存。您填写的内容还在，请再按一次，不会重复登记。',
    en: 'No answer came back, so it may or may not have been saved. Nothing is lost: press again, it will not be entered twice.',
  },
  lostReading: {
    zh: '没有收到服务器的回答。请检查网络后重试。',
    en: 'No answer came back. Please check the network and try again.',
  },
  severalAccounts: {
    zh: '这个浏览器登录了几个 Google 账号，系统认不出您是谁。请退出其他账号，或在无痕窗口里只登录工作账号，再打开一次。',
    en: 'Several Google accounts are signed in to this browser. Sign out of the others, or open it again in a private window with only your work account.',
  },
  authorise: {
    zh: '还没有授权。请关闭侧边栏，从“前台”菜单重新打开并同意授权。',
    en: 'Authorisation is missing. Close the sidebar, open it again from the menu and agree to the authorisation.',
  },
  notOnSheets: {
    zh: '这个页面要从 Google 表格里打开。',
    en: 'This page only works when it is opened from Google Sheets.',
  },
} satisfies Record<string, Words>;

const recordWords = {
  facts: { zh: '内容', en: 'Details' },
  lines: { zh: '明细', en: 'Lines' },
  history: { zh: '经过', en: 'History' },
  noHistory: { zh: '还没有记录。', en: 'Nothing yet.' },
  steps: { zh: '办理', en: 'Next steps' },
  follows: { zh: '接着登记', en: 'Continue with' },
  callNumber: { zh: '拨打 {number}', en: 'Call {number}' },
  printForm: { zh: '打印', en: 'Print' },
  showQr: { zh: '{label}（二维码）', en: '{label} (QR code)' },
  qrHint: { zh: '请用手机扫一扫', en: 'Scan it with a phone' },
  copyLink: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '链接已复制。', en: 'The link is copied.' },
  register: { zh: '登记表', en: 'Register' },
  searchText: { zh: '姓名、单位、编号、内容', en: 'Name, organisation, number, text' },
  search: { zh: '查找', en: 'Search' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  dates: { zh: '按日期', en: 'By date' },
  found: { zh: '已列出 {n} 条，最新的在前', en: '{n} listed, newest first' },
  loadMore: { zh: '再列一些', en: 'Load more' },
  nothingFound: { zh: '没有找到。', en: 'Nothing found.' },
  notFoundYet: {
    zh: '最近的记录里没有找到，可以继续往前找。',
    en: 'Nothing in the latest records; look further back.',
  },
  nothingFoundHint: { zh: '换一个词，或者放宽日期再找。', en: 'Try another word or wider dates.' },
  healthOk: { zh: '正常', en: 'OK' },
  healthWarning: { zh: '注意', en: 'Warning' },
  healthError: { zh: '有问题', en: 'Problem' },
  healthAllOk: { zh: '一切正常。', en: 'Everything is in order.' },
  healthCount: { zh: '{errors} 个问题，{warnings} 个提醒', en: '{errors} problems, {warnings} warnings' },
  whatToDo: { zh: '怎么办：', en: 'What to do: ' },
  print: { zh: '打印', en: 'Print' },
  printHint: { zh: '按 A4 纸打印。', en: 'Prints on A4.' },
  printedAt: { zh: '打印时间：{time}', en: 'Printed {time}' },
  nobody: { zh: '现在没有人在访。', en: 'Nobody is here now.' },
  signHere: { zh: '签字：', en: 'Signature:' },
  dateHere: { zh: '日期：', en: 'Date:' },
  number: { zh: '编号', en: 'No.' },
  report: { zh: '报表', en: 'Report' },
  month: { zh: '月份', en: 'Month' },
  quarter: { zh: '季度', en: 'Quarter' },
  makeReport: { zh: '生成', en: 'Make' },
  makingReport: { zh: '正在生成，通常要几秒钟…', en: 'Being made; this takes a few seconds…' },
  reportMade: { zh: '已生成“{title}”。', en: 'Made: {title}.' },
  openTab: { zh: '打开这张表', en: 'Open the tab' },
  noReports: { zh: '没有您可以生成的报表。', en: 'There is no report for you to make.' },
} satisfies Record<string, Words>;

const ratingWords = {
  rating1: { zh: '很不满意', en: 'Very poor' },
  rating2: { zh: '不太满意', en: 'Poor' },
  rating3: { zh: '一般', en: 'Fair' },
  rating4: { zh: '满意', en: 'Good' },
  rating5: { zh: '非常满意', en: 'Very good' },
} satisfies Record<string, Words>;

export const words = { ...frameWords, ...formWords, ...recordWords, ...ratingWords, ...setUpWords } satisfies Record<
  string,
  Words
>;

export type Word = keyof typeof words;
