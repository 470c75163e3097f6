// 2.1.2: visitors are registered: name, organisation, time of visit, purpose, phone.
import { choice, email, longText, moment, number, person, personOrDepartment } from '../../kernel/columns';
import { phone, text, url, yesNo } from '../../kernel/columns';
import { defineRegister, state } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';
import { list } from '../../kernel/words';
import { headingOf, toldOf } from './naming';
import { visitChecks } from './visit-checks';

export const contactWays = {
  inPerson: { zh: '当面', en: 'In person' },
  phone: { zh: '电话', en: 'Phone' },
  mail: { zh: '邮件', en: 'E-mail' },
  other: { zh: '其他', en: 'Other' },
};

export const hostAnswers = {
  coming: { words: { zh: '马上来', en: 'Coming' }, tone: 'done' },
  wait: { words: { zh: '请稍候', en: 'Please wait' }, tone: 'waiting' },
  standIn: { words: { zh: '请代理人接待', en: 'Stand-in asked' }, tone: 'waiting' },
  out: { words: { zh: '不在', en: 'Not in' }, tone: 'late' },
} as const;

const unlessClient = { zh: '服务对象可以不填，其他来访人员必填。', en: 'Needed, unless the visitor is a client.' };

export const visits = defineRegister({
  key: 'visits',
  workbook: 'desk',
  sheetId: 2101,
  article: '2.1.2',
  title: { zh: '来访人员登记表', en: 'Visitors' },
  serial: 'LF',
  columns: {
    visitor: text(
      { zh: '姓名', en: 'Name' },
      { required: true, personal: true, help: { zh: '服务对象可用代号。', en: 'A code will do for a client.' } },
    ),
    organisation: text({ zh: '单位', en: 'Organisation' }, { personal: true }),
    phone: phone({ zh: '联系电话', en: 'Phone' }, { personal: true, help: unlessClient }),
    email: email(
      { zh: '电子邮箱', en: 'E-mail' },
      {
        personal: true,
        help: { zh: '预约时填写，可收到日历邀请。', en: 'An appointment is sent there as an invitation.' },
      },
    ),
    people: number({ zh: '人数', en: 'People' }, { min: 1, max: 500, default: () => 1 }),
    purpose: text({ zh: '来访事由', en: 'Purpose' }, { personal: true, width: 170, help: unlessClient }),
    host: personOrDepartment({ zh: '拜访对象', en: 'Host' }, { required: true }),
    isClient: yesNo({ zh: '服务对象', en: 'Client' }),
    expectedAt: moment(
      { zh: '预约时间', en: 'Expected' },
      { help: { zh: '只填预约时间，就是预约登记。', en: 'With this alone, it is an appointment.' } },
    ),
    preparation: text({ zh: '准备事项', en: 'Preparation' }),
    arrivedAt: moment(
      { zh: '来访时间', en: 'Arrived' },
      { past: true, help: { zh: '现在到访的可以不填。', en: 'May stay empty when the visitor arrives now.' } },
    ),
    contactedAt: moment({ zh: '联系时间', en: 'Contacted' }, { past: true }),
    contactedBy: choice({ zh: '联系方式', en: 'Contacted by' }, contactWays),
    reached: yesNo({ zh: '联系上', en: 'Reached' }, { by: 'workflow' }),
    hostAnswer: choice({ zh: '对方答复', en: "Host's answer" }, hostAnswers, { by: 'workflow', width: 105 }),
    hostAnsweredAt: moment({ zh: '答复时间', en: 'Answered' }, { by: 'workflow' }),
    attendant: person({ zh: '接待人', en: 'Receives' }, { by: 'workflow' }),
    guidedTo: text({ zh: '引导地点', en: 'Guided to' }),
    leftAt: moment({ zh: '离开时间', en: 'Left' }, { past: true }),
    badge: text({ zh: '访客证号', en: 'Badge' }, { width: 70 }),
    state: state({
      expected: { words: { zh: '已预约', en: 'Expected' }, tone: 'waiting' },
      here: { words: { zh: '在访', en: 'Here' }, tone: 'active' },
      left: { words: { zh: '已离开', en: 'Left' }, tone: 'done' },
      noShow: { words: { zh: '未到访', en: 'No-show' }, tone: 'off' },
      cancelled: { words: { zh: '已取消', en: 'Cancelled' }, tone: 'off' },
    }),
    receivedBy: person({ zh: '当班前台', en: 'Front desk' }, { by: 'workflow' }),
    surveySentAt: moment({ zh: '评价邀请时间', en: 'Survey sent' }, { by: 'workflow', hidden: true }),
    surveyedAt: moment({ zh: '评价时间', en: 'Surveyed' }, { by: 'workflow', hidden: true }),
    surveyLink: url({ zh: '评价链接', en: 'Survey link' }, { by: 'system', hidden: true }),
    note: longText({ zh: '备注', en: 'Remark' }, { personal: true }),
  },
  main: ['visitor', 'organisation', 'phone', 'purpose', 'host', 'isClient', 'expectedAt'],
  quick: true,
  checks: visitChecks,
  write: ['front'],
  keep: { months: 24 },
  happenedAt: 'arrivedAt',
  clientFlag: 'isClient',
  heading: (row, facts) => headingOf('visitor', row, facts),
  detail: (row, facts) =>
    list(
      [textOf(row['host']), toldOf(row, 'purpose')].filter((part) => part !== ''),
      facts.language,
    ),
});
