// Chapter 6 of the policy: attendance, from clocking in to the month that goes to HR.
import type { Chapter } from '../../kernel/chapter';
import { attendanceBoard } from './attendance-board';
import { attendanceDigests } from './attendance-digests';
import { attendanceLetters } from './attendance-emails';
import { attendanceMine } from './attendance-mine';
import { attendancePages } from './attendance-pages';
import { attendance as days } from './attendance.register';
import { attendanceWorkflow } from './attendance.workflow';
import { closeDay, putToHead } from './day-jobs';
import { evidence } from './evidence';

export const attendance: Chapter = {
  key: 'attendance',
  title: { zh: '考勤管理', en: 'Attendance' },
  colour: '#00838f',
  registers: [days],
  workflows: [attendanceWorkflow],
  letters: attendanceLetters,
  pages: attendancePages,
  board: attendanceBoard,
  mine: attendanceMine,
  jobs: [closeDay, putToHead],
  digests: attendanceDigests,
  evidence,
};
