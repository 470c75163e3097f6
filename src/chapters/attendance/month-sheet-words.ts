// 6.3.1: what stands at the head of the month's columns, and how its cells look.
import type { CellFormat } from '../../kernel/columns';
import { say, type Language, type Said, type Words } from '../../kernel/words';

export type Tell = (words: Words, values?: Readonly<Record<string, Said>>) => string;
export const tellIn =
  (language: Language): Tell =>
  (words, values) =>
    say(words, language, values);

export const formats = {
  code: { type: 'TEXT', pattern: '@', align: 'CENTER', wrap: true },
  count: { type: 'NUMBER', pattern: '0', align: 'RIGHT' },
  days: { type: 'NUMBER', pattern: '0.0', align: 'RIGHT' },
  /** The year is that of the sheet. */
  answered: { type: 'DATE_TIME', pattern: 'mm-dd hh:mm', align: 'CENTER' },
  text: { type: 'TEXT', pattern: '@', align: 'LEFT', wrap: true },
  middle: { type: 'NUMBER', pattern: '0', align: 'CENTER' },
} satisfies Record<string, CellFormat>;

/** Before the days, after them, and after the columns of leave. */
export const columnWords = {
  staffNo: { zh: '工号', en: 'Staff no.' },
  name: { zh: '姓名', en: 'Name' },
  department: { zh: '部门', en: 'Department' },
  due: { zh: '应出勤天数', en: 'Days due' },
  actual: { zh: '实际出勤天数', en: 'Days worked' },
  lateTimes: { zh: '迟到次数', en: 'Times late' },
  lateMinutes: { zh: '迟到分钟', en: 'Minutes late' },
  earlyTimes: { zh: '早退次数', en: 'Times early' },
  earlyMinutes: { zh: '早退分钟', en: 'Minutes early' },
  missingPunches: { zh: '缺卡次数', en: 'Missing punches' },
  absence: { zh: '旷工天数', en: 'Days absent' },
  restDaysWorked: { zh: '休息日出勤天数', en: 'Rest days worked' },
  holidaysWorked: { zh: '法定节假日出勤天数', en: 'Public holidays worked' },
  unrecorded: { zh: '未登记天数', en: 'Days unrecorded' },
  remark: { zh: '备注', en: 'Remark' },
  confirmed: { zh: '本人确认', en: 'Confirmed' },
  confirmedAt: { zh: '确认时间', en: 'Confirmed at' },
} satisfies Record<string, Words>;
