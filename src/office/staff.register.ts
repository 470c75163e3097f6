// 1.2: whom the policy applies to, and what each person may do. The root of every right, so really protected.
import { choices, day, department, email, longText, moment, number, person, phone, text } from '../kernel/columns';
import type { Facts } from '../kernel/facts';
import { defineRegister } from '../kernel/register';
import { isEmpty, text as textOf, type Values } from '../kernel/values';
import type { Words } from '../kernel/words';
import { roles } from './roles';
import { readHours, weekdays } from './working-hours';

/** Somebody may have joined a long time ago. */
const years = 60;

const hoursFault: Words = {
  zh: '工作时间应如 09:00-12:00, 13:30-18:00，时间由早到晚。',
  en: 'Hours such as 09:00-12:00, 13:30-18:00, from early to late.',
};
const leftFault: Words = { zh: '离职日期不能早于入职日期。', en: 'The last day cannot be before the first.' };
const awayFault: Words = {
  zh: '外出结束日期不能早于开始日期。',
  en: 'The end of the absence cannot be before its beginning.',
};
const awayMissing: Words = {
  zh: '填了外出结束日期，请也填开始日期。',
  en: 'An absence that ends needs its first day, too.',
};
const ownStandIn: Words = { zh: '代理人不能是本人。', en: 'Nobody can stand in for themselves.' };

const isOwnStandIn = (row: Values, facts: Facts): boolean =>
  !isEmpty(row['standIn']) && facts.directory.person(textOf(row['standIn']))?.staffNo === textOf(row['staffNo']);

export const staff = defineRegister({
  key: 'staff',
  workbook: 'desk',
  sheetId: 1001,
  article: '1.2',
  title: { zh: '员工花名册', en: 'Staff' },
  serial: 'YG',
  columns: {
    staffNo: text({ zh: '工号', en: 'Staff no.' }, { required: true, unique: true, width: 80 }),
    name: text({ zh: '姓名', en: 'Name' }, { required: true, width: 95 }),
    email: email(
      { zh: '电子邮箱', en: 'E-mail' },
      {
        required: true,
        unique: true,
        help: {
          zh: '本人的 Google 账号：系统凭它认人，通知也发到这里。',
          en: 'The person’s Google account: the system knows people by it and writes to it.',
        },
      },
    ),
    department: department({ zh: '部门', en: 'Department' }, { required: true }),
    roles: choices({ zh: '角色', en: 'Roles' }, roles, {
      required: true,
      help: {
        zh: '可填几项，用顿号隔开。每个人都是员工，不必另填。',
        en: 'One or several, separated by commas. Everybody is staff anyway.',
      },
    }),
    phone: phone({ zh: '联系电话', en: 'Phone' }),
    joinedOn: day({ zh: '入职日期', en: 'Joined on' }, { required: true, years }),
    leftOn: day(
      { zh: '离职日期', en: 'Left on' },
      { years, help: { zh: '最后一个工作日；次日起不再有任何权限。', en: 'The last day; all rights end after it.' } },
    ),
    workDays: choices({ zh: '工作日', en: 'Work days' }, weekdays, {
      help: { zh: '空着即按机构的工作日。', en: 'Blank: the agency’s work days.' },
    }),
    hours: text(
      { zh: '工作时间', en: 'Hours' },
      {
        help: {
          zh: '空着即按机构的工作时间；轮班、哺乳期等另有约定的，填如 09:00-12:00, 13:30-17:00。',
          en: 'Blank: the agency’s hours. Otherwise such as 09:00-12:00, 13:30-17:00.',
        },
      },
    ),
    annualLeave: number({ zh: '年假天数', en: 'Annual leave, days' }, { whole: false, max: 60 }),
    standIn: person(
      { zh: '代理人', en: 'Stand-in' },
      { help: { zh: '外出期间由谁代为审批。', en: 'Who decides while this person is away.' } },
    ),
    awayFrom: day({ zh: '外出自', en: 'Away from' }),
    awayTo: day({ zh: '外出至', en: 'Away until' }),
    linksVoidAt: moment(
      { zh: '个人链接作废于', en: 'Personal links void at' },
      {
        help: {
          zh: '填上或改动时间，此前发给这个人的“我的事务”链接就全部作废。',
          en: 'Enter or change a time: all links to this person’s own page that were sent before are void.',
        },
      },
    ),
    // Leave is kept here, too, because every decision asks who is away: a few lines a person, taken out when they are old.
    leaves: longText({ zh: '近期休假', en: 'Leave of late' }, { by: 'system', hidden: true }),
    linkTestedAt: moment({ zh: '链接已试', en: 'Link tried at' }, { by: 'system' }),
  },
  main: ['staffNo', 'name', 'email', 'department', 'roles', 'joinedOn'],
  checks: [
    {
      at: 'leftOn',
      fault: (row) =>
        !isEmpty(row['leftOn']) && textOf(row['leftOn']) < textOf(row['joinedOn']) ? { words: leftFault } : undefined,
    },
    {
      at: 'hours',
      fault: (row) => (!isEmpty(row['hours']) && !readHours(textOf(row['hours'])) ? { words: hoursFault } : undefined),
    },
    { at: 'standIn', fault: (row, facts) => (isOwnStandIn(row, facts) ? { words: ownStandIn } : undefined) },
    {
      at: 'awayFrom',
      fault: (row) => (isEmpty(row['awayFrom']) && !isEmpty(row['awayTo']) ? { words: awayMissing } : undefined),
    },
    {
      at: 'awayTo',
      fault: (row) =>
        !isEmpty(row['awayTo']) && textOf(row['awayTo']) < textOf(row['awayFrom']) ? { words: awayFault } : undefined,
    },
  ],
  write: ['hr'],
  protection: 'hard',
  heading: (row) => textOf(row['name']),
  detail: (row) => [textOf(row['staffNo']), textOf(row['department'])].filter((part) => part !== '').join(' · '),
});
