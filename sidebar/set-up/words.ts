// The words of set-up, which has a page of its own.
import type { Words } from '../../src/kernel/words';
import { inLanguage } from '../language';

const setUpWords = {
  stepOf: { zh: '第 {n} 步，共 {all} 步', en: 'Step {n} of {all}' },
  next: { zh: '下一步', en: 'Next' },
  previous: { zh: '上一步', en: 'Previous' },
  stepAgency: { zh: '机构', en: 'Agency' },
  stepDepartments: { zh: '部门', en: 'Departments' },
  stepPeople: { zh: '人员', en: 'People' },
  stepHours: { zh: '上班时间', en: 'Working hours' },
  stepReview: { zh: '核对', en: 'Review' },
  agencyName: { zh: '机构名称', en: 'Name of the agency' },
  agencyHint: { zh: '会出现在邮件和打印件上', en: 'Appears on e-mails and prints' },
  region: { zh: '所在地区（节假日）', en: 'Region (public holidays)' },
  mainland: { zh: '中国内地', en: 'Mainland China' },
  hongkong: { zh: '香港', en: 'Hong Kong' },
  macau: { zh: '澳门', en: 'Macau' },
  taiwan: { zh: '台湾', en: 'Taiwan' },
  workbookLanguage: { zh: '工作簿的语言', en: 'Language of the workbook' },
  workbooks: { zh: '工作簿', en: 'Workbooks' },
  twoWorkbooks: { zh: '两个（前台、受限）', en: 'Two (desk, restricted)' },
  oneWorkbook: { zh: '一个', en: 'One' },
  workbooksHint: {
    zh: '两个：评价、请假、考核等另放一个工作簿，只有行政人事和机构领导能打开。一个：打开前台工作簿的人都能看到它们，只适合两三个人的机构。安装后不能改。',
    en: 'Two: feedback, leave, appraisals stand in a workbook that only HR and the director can open. One: whoever opens the desk workbook sees them; only for an agency of two or three. Cannot be changed later.',
  },
  departmentsHint: {
    zh: '每行一个部门，以后可以在“部门”表里修改。',
    en: 'One a line; the tab “Departments” can be changed later.',
  },
  departmentName: { zh: '部门 {n}', en: 'Department {n}' },
  addDepartment: { zh: '加一个部门', en: 'Add a department' },
  remove: { zh: '删除 {name}', en: 'Remove {name}' },
  peopleHint: {
    zh: '先填前台、各部门负责人、机构领导和行政人事，其他人以后再加。',
    en: 'Start with the front desk, the heads, the director and HR; others can follow.',
  },
  personNo: { zh: '第 {n} 位', en: 'Person {n}' },
  addPerson: { zh: '加一位', en: 'Add a person' },
  name: { zh: '姓名', en: 'Name' },
  email: { zh: '电子邮箱', en: 'E-mail' },
  department: { zh: '部门', en: 'Department' },
  headOfDepartment: { zh: '是本部门负责人', en: 'Head of this department' },
  roleFront: { zh: '前台', en: 'Front desk' },
  roleStaff: { zh: '员工', en: 'Staff' },
  roleHead: { zh: '部门负责人', en: 'Head' },
  roleDirector: { zh: '机构领导', en: 'Director' },
  roleHr: { zh: '行政人事', en: 'HR' },
  roleKeeper: { zh: '保密管理员', en: 'Custodian' },
  roleFinance: { zh: '财务', en: 'Finance' },
  morning: { zh: '上午', en: 'Morning' },
  afternoon: { zh: '下午', en: 'Afternoon' },
  startsAt: { zh: '上班', en: 'Starts' },
  endsAt: { zh: '下班', en: 'Ends' },
  hoursHint: {
    zh: '工作日为周一至周五，调休按国务院公布的安排。',
    en: 'Monday to Friday; public holidays are filled in.',
  },
  officeAccount: { zh: '系统账号', en: 'Office account' },
  officeAccountHint: {
    zh: '您现在登录的账号将成为系统账号：所有邮件由它发出，定时任务以它运行，以后只有它能再运行设置。最好不是某位同事自己的账号。',
    en: 'The account you are signed in with becomes the office account: all e-mails come from it, the jobs run as it, and only it may run set-up again. Better not anybody’s own.',
  },
  reviewHint: {
    zh: '确认后会建立全部登记表，大约需要一分钟。可以重复运行，已有的内容不会丢。',
    en: 'All registers will be made, in about a minute. It is safe to run again; nothing is lost.',
  },
  runSetUp: { zh: '开始设置', en: 'Set up' },
  settingUp: { zh: '正在建立登记表，请不要关闭…', en: 'Making the registers, please keep this open…' },
  title: { zh: '安装 / 检查', en: 'Set up / check' },
  mendHint: {
    zh: '补上缺少的表、列和定时任务，修好被改动的地方，并共享给新的人。已有的内容不会改动。',
    en: 'Missing tabs, columns and jobs are put in, what was taken apart is mended, and the workbooks are shared with who is new. What is there stays as it is.',
  },
  mend: { zh: '开始检查', en: 'Check and mend' },
  mending: { zh: '正在检查和修复，请不要关闭…', en: 'Checking and mending, please keep this open…' },
  onlyOffice: {
    zh: '只有系统账号可以安装和修复。下面是现在的检查结果。',
    en: 'Only the office account may set up and mend. These are the checks as they stand.',
  },
  nextStep: { zh: '现在可以从“前台”菜单打开侧边栏了。', en: 'Now open the sidebar from the menu “Front desk”.' },
  setUpDone: { zh: '设置完成', en: 'Set-up is done' },
  edit: { zh: '修改', en: 'Change' },
  needAgency: { zh: '请填写机构名称。', en: 'The name of the agency is needed.' },
  needDepartment: { zh: '至少填写一个部门。', en: 'At least one department is needed.' },
  sameDepartment: { zh: '部门“{name}”写了两次。', en: 'The department “{name}” is there twice.' },
  needPerson: { zh: '至少填写一位人员。', en: 'At least one person is needed.' },
  needName: { zh: '请填写姓名。', en: 'The name is needed.' },
  wrongEmail: { zh: '电子邮箱不对，应如 name@example.org。', en: 'Not an e-mail address, such as name@example.org.' },
  sameEmail: { zh: '这个邮箱已经给了另一位。', en: 'Somebody else has this address.' },
  needOwnDepartment: { zh: '请选择部门。', en: 'Please choose the department.' },
  needRole: { zh: '还没有人是“{role}”。', en: 'Nobody is “{role}” yet.' },
  needHead: { zh: '“{name}”还没有负责人。', en: '“{name}” has no head yet.' },
  twoHeads: { zh: '“{name}”有两位负责人。', en: '“{name}” has two heads.' },
  wrongHours: { zh: '时间的先后不对。', en: 'These times are not in order.' },
} satisfies Record<string, Words>;

export type SetUpWord = keyof typeof setUpWords;

/** A word of set-up. */
export const s = (word: SetUpWord, values: Readonly<Record<string, string | number>> = {}): string =>
  inLanguage(setUpWords[word], values);
