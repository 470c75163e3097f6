// 7.1.1, 7.1.2, 7.2.1: the year's trainings are planned: content, method, time, trainer.
import { choice, day, longText, number, text } from '../../kernel/columns';
import { defineRegister, state, type Check } from '../../kernel/register';
import { isEmpty, text as textOf } from '../../kernel/values';
import { list } from '../../kernel/words';
import { yearPlanned } from './rules';

export const areas = {
  reception: { zh: '接待礼仪', en: 'Reception etiquette' },
  communication: { zh: '沟通技巧', en: 'Communication' },
  software: { zh: '办公软件', en: 'Office software' },
  agency: { zh: '机构业务', en: 'The agency’s own field' },
  other: { zh: '其他', en: 'Other' },
};

export const trainingWays = {
  internal: { zh: '内部', en: 'Internal' },
  external: { zh: '外部', en: 'External' },
  online: { zh: '在线', en: 'Online' },
};

const later = { by: 'workflow' } as const;

export const inItsYear: Check = {
  at: 'plannedOn',
  fault: ({ year, plannedOn }) =>
    isEmpty(year) || textOf(plannedOn).startsWith(String(year))
      ? undefined
      : {
          words: { zh: '不在计划的年度（{year}）里。', en: 'Not in the year of the plan ({year}).' },
          values: { year: String(year) },
        },
};

export const trainingPlan = defineRegister({
  key: 'training-plan',
  workbook: 'desk',
  sheetId: 7101,
  article: '7.1.1–7.1.2',
  title: { zh: '年度培训计划', en: 'Training plan' },
  serial: 'PX',
  columns: {
    year: number(
      { zh: '年度', en: 'Year' },
      { required: true, min: 2000, max: 2100, default: (facts) => yearPlanned(facts) },
    ),
    topic: text({ zh: '培训主题', en: 'Topic' }, { required: true, width: 180 }),
    area: choice({ zh: '内容类别', en: 'Area' }, areas, { required: true }),
    way: choice({ zh: '培训方式', en: 'Way' }, trainingWays, {
      required: true,
      help: {
        zh: '内部：由有经验的员工或请来的专家讲；外部：派人参加课程；在线：自学。',
        en: 'Internal: by experienced staff or invited experts; external: a course elsewhere; online: self-study.',
      },
    }),
    plannedOn: day({ zh: '计划日期', en: 'Planned on' }, { required: true }),
    trainer: text(
      { zh: '讲师', en: 'Trainer' },
      { required: true, help: { zh: '本机构的人填姓名，会收到提醒。', en: 'One of the staff, by name, is reminded.' } },
    ),
    hours: number({ zh: '学时', en: 'Hours' }, { min: 0.5, max: 500, whole: false }),
    audience: text(
      { zh: '培训对象', en: 'Audience' },
      {
        help: {
          zh: '部门、姓名或“前台”“部门负责人”等角色，用顿号隔开；所有人填“全员”；空着指前台。',
          en: 'Departments, names or roles, separated by commas; “all” for everybody; blank: the front desk.',
        },
      },
    ),
    content: longText({ zh: '内容要点', en: 'Content' }),
    state: state({
      planned: { words: { zh: '计划中', en: 'Planned' }, tone: 'waiting' },
      held: { words: { zh: '已举行', en: 'Held' }, tone: 'done' },
      cancelled: { words: { zh: '已取消', en: 'Cancelled' }, tone: 'off' },
    }),
    heldOn: day({ zh: '举行日期', en: 'Held on' }, later),
    // Attendance and results name a training by it; there is none before the training is held.
    training: text({ zh: '培训名称', en: 'Training' }, { ...later, width: 260 }),
    attendanceOn: day({ zh: '签到登记日期', en: 'Attendance taken' }, later),
    assessedOn: day({ zh: '评估完成日期', en: 'Assessed on' }, later),
    improvements: longText({ zh: '改进建议', en: 'To improve' }, later),
    reason: text({ zh: '改期或取消原因', en: 'Why changed' }, later),
    announcedFor: day({ zh: '已提醒的日期', en: 'Announced for' }, { ...later, hidden: true }),
  },
  main: ['year', 'topic', 'area', 'way', 'plannedOn', 'trainer'],
  checks: [inItsYear],
  write: ['front', 'hr'],
  offers: (row) =>
    isEmpty(row['training']) ? undefined : { value: textOf(row['training']), note: textOf(row['trainer']) },
  heading: (row) => textOf(row['topic']),
  detail: (row, { language }) =>
    list([textOf(row['heldOn']) || textOf(row['plannedOn']), textOf(row['trainer'])].filter(Boolean), language),
});
