// The office: what every chapter takes for granted. Staff, departments, suppliers, calendar, settings, and the facts of them.
import type { Chapter } from '../kernel/chapter';
import { calendarDays } from './calendar.register';
import { departments } from './departments.register';
import { settings } from './settings.register';
import { staff } from './staff.register';
import { suppliers } from './suppliers.register';

export const office: Chapter = {
  key: 'office',
  title: { zh: '基础资料', en: 'Office' },
  colour: '#5f6368',
  registers: [staff, departments, suppliers, calendarDays, settings],
  workflows: [],
};

export { isSharedAccount, mayBeOnDuty, officeFacts } from './facts';
export { calendarOf, type OfficeCalendar } from './calendar';
export { chaptersInUse } from './chapters-in-use';
export { directoryOf } from './directory';
export { calendarGaps, holidayRows, yearGap, yearsWithData } from './holidays';
export { lastGoodUpdates, settingRows, settingsOf, settingWarnings } from './settings';
