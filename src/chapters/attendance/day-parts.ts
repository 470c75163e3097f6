// 6.2.1, 6.2.3: the daily part of the chapter: the attendance register and what the clock, links and the board do with it.
import { attendance } from './attendance.register';
import { attendanceWorkflow } from './attendance.workflow';
import { closeDay, putToHead } from './day-jobs';

export const registers = [attendance];
export const workflows = [attendanceWorkflow];
export const jobs = [closeDay, putToHead];
export { attendanceBoard as board } from './attendance-board';
export { attendanceDigests as digests } from './attendance-digests';
export { attendanceLetters as letters } from './attendance-emails';
export { attendanceMine as mine } from './attendance-mine';
export { attendancePages as pages } from './attendance-pages';
export { evidence } from './evidence';
