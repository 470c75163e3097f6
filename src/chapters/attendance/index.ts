// Chapter 6 of the policy: attendance, from clocking in to the month that goes to HR.
import type { Chapter } from '../../kernel/chapter';
import * as days from './day-parts';
import { prints } from './desk-aids';
import * as leave from './leave-parts';
import * as months from './month-parts';

export const attendance: Chapter = {
  key: 'attendance',
  title: { zh: '考勤管理', en: 'Attendance' },
  colour: '#00838f',
  registers: [...days.registers, ...leave.registers, ...months.registers],
  workflows: [...days.workflows, ...leave.workflows, ...months.workflows],
  letters: [...days.letters, ...leave.letters, ...months.letters],
  pages: [...days.pages, ...leave.pages, ...months.pages],
  board: [...days.board, ...leave.board, ...months.board],
  mine: [...days.mine, ...leave.mine, ...months.mine],
  jobs: [...days.jobs, ...leave.jobs, ...months.jobs],
  digests: [...days.digests, ...leave.digests, ...months.digests],
  effects: leave.effects,
  reports: months.reports,
  evidence: days.evidence,
  prints,
};
