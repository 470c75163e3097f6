// 6.1: days that are not what their weekday says: public holidays, days off in exchange, make-up work days.
import { choice, day, text } from '../kernel/columns';
import { defineRegister } from '../kernel/register';
import { text as textOf } from '../kernel/values';

/** 法定节假日, 调休放假 and 补班 (and 补休, a leave) are different things: work on a 法定节假日 is paid otherwise. */
export const dayKinds = {
  holiday: { zh: '法定节假日', en: 'Public holiday' },
  dayOff: { zh: '调休放假', en: 'Day off in exchange' },
  makeUp: { zh: '补班', en: 'Make-up work day' },
} as const;

export type DayKind = keyof typeof dayKinds;

export const calendarDays = defineRegister({
  key: 'calendar',
  workbook: 'desk',
  sheetId: 1004,
  article: '6.1',
  title: { zh: '节假日', en: 'Calendar' },
  serial: 'JR',
  columns: {
    day: day({ zh: '日期', en: 'Day' }, { required: true, unique: true, years: 20 }),
    kind: choice({ zh: '类别', en: 'Kind' }, dayKinds, { required: true, width: 110 }),
    name: text({ zh: '名称', en: 'Name' }),
  },
  write: ['hr'],
  protection: 'hard',
  heading: (row) => textOf(row['day']),
  detail: (row) => textOf(row['name']),
});
