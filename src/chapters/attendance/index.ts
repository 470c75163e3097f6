// Chapter 6 of the policy: attendance, from clocking in to the month that goes to HR.
import type { Chapter } from '../../kernel/chapter';
import { prints } from './desk-aids';
import * as parts from './parts';

export const attendance: Chapter = {
  key: 'attendance',
  title: { zh: '考勤管理', en: 'Attendance' },
  colour: '#00838f',
  ...parts,
  prints,
};
