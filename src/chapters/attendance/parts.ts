// The parts of the chapter put together: the days, leave and corrections, the months.
import * as days from './day-parts';
import * as leave from './leave-parts';
import * as months from './month-parts';

export const registers = [...days.registers, ...leave.registers, ...months.registers];
export const workflows = [...days.workflows, ...leave.workflows, ...months.workflows];
export const letters = [...days.letters, ...leave.letters, ...months.letters];
export const pages = [...days.pages, ...leave.pages, ...months.pages];
export const board = [...days.board, ...leave.board, ...months.board];
export const mine = [...days.mine, ...leave.mine, ...months.mine];
export const jobs = [...days.jobs, ...leave.jobs, ...months.jobs];
export const digests = [...days.digests, ...leave.digests, ...months.digests];
export const { effects } = leave;
export const { reports } = months;
export const { evidence } = days;
