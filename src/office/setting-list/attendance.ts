// Settings of working hours and attendance (6): `[…]` of 6.1 and 6.3.1, and how each leave counts.
import { choice, choices, number, time } from '../../kernel/columns';
import type { Words } from '../../kernel/words';
import { leaveTypes } from '../leave-types';
import { weekdays } from '../working-hours';
import { setting, units, type Setting, type SettingGroup } from './setting';

const hour = (key: string, label: Words, preset: string): Setting =>
  setting(
    key,
    '6.1',
    time(label, { help: { zh: '24 小时制，如 09:00。', en: 'By the 24-hour clock, such as 09:00.' } }),
    preset,
  );

const counting = {
  working: { zh: '工作日', en: 'Working days' },
  calendar: { zh: '日历天', en: 'Calendar days' },
  unused: { zh: '不设', en: 'Not offered' },
} as const;

const countingHelp: Words = {
  zh: '按工作日还是按日历天（含休息日）计算；不设即请假条上没有这一种。',
  en: 'By working days or by calendar days, free days included; not offered: slips cannot name it.',
};

const leaveSettings: readonly Setting[] = Object.entries(leaveTypes).map(([key, { words, counts }]) =>
  setting(`leave.${key}`, '6.2.2', choice(words, counting, { help: countingHelp }), counts),
);

export const attendanceSettings: readonly Setting[] = [
  setting(
    'hours.workDays',
    '6.1',
    choices({ zh: '工作日', en: 'Work days' }, weekdays, {
      help: {
        zh: '一周中上班的日子；法定节假日和补班看“节假日”表。',
        en: 'Days of the week that are worked; holidays and make-up days stand in the calendar tab.',
      },
    }),
    ['mon', 'tue', 'wed', 'thu', 'fri'],
  ),
  hour('hours.morningFrom', { zh: '上午上班', en: 'Morning from' }, '09:00'),
  hour('hours.morningTo', { zh: '上午下班', en: 'Morning to' }, '12:00'),
  hour('hours.afternoonFrom', { zh: '下午上班', en: 'Afternoon from' }, '13:30'),
  hour('hours.afternoonTo', { zh: '下午下班', en: 'Afternoon to' }, '18:00'),
  setting(
    'attendance.graceMinutes',
    '6.2.3',
    number(
      { zh: '迟到早退宽限', en: 'Grace' },
      {
        max: 60,
        help: {
          zh: '在这么多分钟以内不算；超过的，从上班时间起全部计入。',
          en: 'Within so many minutes nobody is late; beyond, all minutes count from the start of work.',
        },
      },
    ),
    5,
    units.minutes,
  ),
  setting(
    'attendance.halfDayMinutes',
    '6.2.3',
    number(
      { zh: '迟到多久算半天未登记', en: 'Late by so much counts as half a day' },
      {
        max: 480,
        help: { zh: '0 为不用。须有机构自己的书面规定。', en: '0: off. Needs the agency’s own written rule.' },
      },
    ),
    0,
    units.minutes,
  ),
  setting(
    'attendance.scope',
    '6.2.1',
    choice(
      { zh: '考勤范围', en: 'Attendance of' },
      { front: { zh: '前台岗位', en: 'The front desk' }, all: { zh: '全员', en: 'Everybody' } },
      {
        help: {
          zh: '制度要求前台岗位；也可用于全员。',
          en: 'The policy asks for the front desk; it may be everybody.',
        },
      },
    ),
    'front',
  ),
  setting(
    'attendance.deadlineBy',
    '6.3.1',
    choice(
      { zh: '考勤报送日的算法', en: 'How the attendance deadline counts' },
      {
        workingDay: { zh: '第几个工作日', en: 'The n-th working day' },
        dayOfMonth: { zh: '几号', en: 'A day of the month' },
      },
      { help: { zh: '下一项的数字是“第几个工作日”还是“几号”。', en: 'What the number below means.' } },
    ),
    'workingDay',
  ),
  setting(
    'attendance.deadlineDay',
    '6.3.1',
    number(
      { zh: '考勤报送日', en: 'Attendance deadline' },
      {
        min: 1,
        max: 31,
        help: {
          zh: '每月到这一天为止，报送上月考勤。',
          en: 'By this day of each month the month before is handed in.',
        },
      },
    ),
    5,
  ),
  ...leaveSettings,
];

export const attendanceGroups: readonly SettingGroup[] = [
  {
    keys: ['hours.morningFrom', 'hours.morningTo', 'hours.afternoonFrom', 'hours.afternoonTo'],
    sentence: {
      zh: '四个时间要由早到晚：上午上班、上午下班、下午上班、下午下班。',
      en: 'The four times must go from early to late: morning from and to, afternoon from and to.',
    },
    makesSense: ([morningFrom, morningTo, afternoonFrom, afternoonTo]) =>
      morningFrom! < morningTo! && morningTo! <= afternoonFrom! && afternoonFrom! < afternoonTo!,
  },
];
