// Settings of the agency itself: its name, its languages, its workbooks, what is told about personal data.
import {
  accepts,
  choice,
  choices,
  email,
  longText,
  text,
  yesNo,
  type Column,
  type ColumnOptions,
} from '../../kernel/columns';
import type { Words } from '../../kernel/words';
import { fixed, setting } from './setting';

/** Addresses in one cell, apart by commas or spaces; in small letters. */
export const addressesIn = (input: string): readonly string[] =>
  input
    .toLowerCase()
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '');

function addresses(label: Words, options: ColumnOptions): Column {
  const one = email(label);
  return {
    ...text(label, options),
    resolve: (value) =>
      addressesIn(String(value)).every((address) => accepts(one, address)) ? undefined : { words: one.wrong },
  };
}

export const regions = {
  mainland: { zh: '中国内地', en: 'Mainland China' },
  hongkong: { zh: '香港', en: 'Hong Kong' },
  macau: { zh: '澳门', en: 'Macau' },
  taiwan: { zh: '台湾', en: 'Taiwan' },
} as const;

export type Region = keyof typeof regions;

/** Keys of the policy's chapters, as the registers' chapters are called. */
export const chapterNames = {
  reception: { zh: '前台接待', en: 'Reception' },
  supplies: { zh: '办公用品', en: 'Office supplies' },
  mail: { zh: '邮件与快递', en: 'Mail and courier' },
  duties: { zh: '日常事务', en: 'Duties' },
  procurement: { zh: '物资采购', en: 'Procurement' },
  attendance: { zh: '考勤', en: 'Attendance' },
  training: { zh: '培训', en: 'Training' },
  appraisal: { zh: '绩效考核', en: 'Appraisal' },
  confidentiality: { zh: '保密', en: 'Confidentiality' },
} as const;

const notice: Words = {
  zh: '为接待、联系和回访之用，本机构登记您的姓名、单位、电话和来访（来电）事由。记录保存在机构的 Google 表格中，其服务器可能在境外，只有工作人员可以查看；保存期满（一般为 24 个月）后自动遮蔽。您可以随时要求查阅、更正或删除自己的信息，请向前台提出。',
  en: 'To receive you, reach you and follow up, we record your name, organisation, phone number and the reason for your visit or call. The records are kept in the agency’s Google Sheets, possibly on servers abroad; only our staff can see them, and they are masked when their time is over (as a rule after 24 months). You may ask the front desk at any time to see, correct or delete what concerns you.',
};

export const agencySettings = [
  setting(
    'agency.name',
    '1.2',
    text(
      { zh: '机构名称', en: 'Agency' },
      {
        help: {
          zh: '写在表单、通知和网页上，也是邮件的发件人名称。',
          en: 'On forms, e-mails and pages, and the name that e-mails come from.',
        },
      },
    ),
    { zh: '本机构', en: 'The agency' },
  ),
  fixed(
    setting(
      'agency.language',
      '1.2',
      choice(
        { zh: '工作簿语言', en: 'Language of the workbook' },
        {
          zh: { zh: '简体中文', en: 'Simplified Chinese' },
          hant: { zh: '繁体中文', en: 'Traditional Chinese' },
          en: { zh: '英文', en: 'English' },
        },
        {
          help: {
            zh: '表头、下拉选项和邮件用的语言，安装时定下，以后不能改。每人的侧边栏另有自己的语言。',
            en: 'Of headings, drop-downs and e-mails, fixed at set-up. Sidebars have a language of their own.',
          },
        },
      ),
      'zh',
    ),
  ),
  setting(
    'agency.region',
    '6.1',
    choice({ zh: '所在地区', en: 'Region' }, regions, {
      help: {
        zh: '决定“节假日”表由谁填写：中国内地由系统按国务院通知填写；香港、澳门、台湾没有内置数据，请行政人事每年填写。',
        en: 'Who fills the calendar tab: for the mainland the system, by the State Council’s lists; for Hong Kong, Macau and Taiwan there are no built-in lists, and HR fills it each year.',
      },
    }),
    'mainland',
  ),
  setting(
    'agency.chapters',
    '1.3.7',
    choices({ zh: '启用的章节', en: 'Chapters in use' }, chapterNames, {
      help: {
        zh: '不用的章节不出现在侧边栏和每日邮件里。',
        en: 'Others are left out of the sidebar and the daily letters.',
      },
    }),
    Object.keys(chapterNames),
  ),
  fixed(
    setting(
      'agency.workbooks',
      '9.2.2',
      choice(
        { zh: '工作簿', en: 'Workbooks' },
        { two: { zh: '两个（前台、受限）', en: 'Two (desk, restricted)' }, one: { zh: '一个', en: 'One' } },
        {
          help: {
            zh: '请假条、评价、考核和保密登记放在只有行政人事和机构领导能打开的工作簿里；只有两三个人的机构可以合为一个。安装时定下，以后不能改。',
            en: 'Leave slips, feedback, appraisals and confidential files stand in a workbook that only HR and the director can open; an agency of two or three may have all in one. Fixed at set-up.',
          },
        },
      ),
      'two',
    ),
  ),
  setting(
    'agency.sharedAccounts',
    '1.3.2',
    addresses(
      { zh: '前台共用账号', en: 'Shared reception accounts' },
      {
        help: {
          zh: '几个人轮流使用的账号，可填几个，用逗号隔开。用它登录时要选当班人，只有前台的权限。',
          en: 'Accounts that several people take turns at, separated by commas. They ask who is on duty and have the front desk’s rights only.',
        },
      },
    ),
    null,
  ),
  setting(
    'agency.notice',
    '9.1.1',
    longText(
      { zh: '个人信息告知', en: 'Notice on personal data' },
      {
        help: {
          zh: '向外来人员收集个人信息的网页上显示：目的、保存期、保存地点、权利。改了下面的保存期，请同时改这里。',
          en: 'Shown where people from outside give personal data: purpose, keep time, place, rights. Change it together with the keep times below.',
        },
      },
    ),
    notice,
  ),
  setting(
    'approval.signInNeeded',
    '9.2.4',
    yesNo(
      { zh: '审批须登录', en: 'Sign-in needed for decisions' },
      {
        help: {
          zh: '是：发给员工的链接，要登录本人的 Google Workspace 账号才能用（须另行部署，见安装说明）。否：凭发到本人邮箱的链接。',
          en: 'Yes: links to members of staff work only when signed in to the agency’s Google Workspace (needs a second deployment, see install). No: by the link sent to the person’s address.',
        },
      },
    ),
    false,
  ),
];
