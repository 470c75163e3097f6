// 6.3.1, 6.3.2: the month's part of the chapter: its registers, workflows, letters, pages and report, and what the clock does.
import { attendanceConfirmations } from './attendance-confirmations.register';
import { attendanceConfirmationsWorkflow } from './attendance-confirmations.workflow';
import { attendanceMonth } from './attendance-month.report';
import { attendanceMonths } from './attendance-months.register';
import { attendanceMonthsWorkflow } from './attendance-months.workflow';
import { confirmationLetters } from './confirmation-emails';
import { monthLetters } from './month-emails';
import { beginMonth, chaseMonth } from './month-jobs';
import { monthPages } from './month-pages';

export const registers = [attendanceMonths, attendanceConfirmations];
export const workflows = [attendanceMonthsWorkflow, attendanceConfirmationsWorkflow];
export const letters = [...monthLetters, ...confirmationLetters];
export const pages = monthPages;
export const jobs = [beginMonth, chaseMonth];
export const reports = [attendanceMonth];
export { board } from './month-board';
export { digests } from './month-digests';
export { mine } from './month-mine';
