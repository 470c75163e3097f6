// 6.1, 6.2: what one day of one person comes to, and the parts of its code in the grid of the month.
import type { LeaveKey } from '../../office/leave-types';
import type { Half } from './halves';

/** Days by type of leave, in halves; 公出 is work and not among them. */
export type LeaveDays = Readonly<Partial<Record<LeaveKey, number>>>;

export type Mark =
  | 'worked'
  | 'late'
  | 'early'
  | 'missing'
  | 'absent'
  | 'halfAbsent'
  | 'unrecorded'
  | 'halfUnrecorded'
  | 'double'
  | 'rest'
  | 'dayOff'
  | 'holiday'
  | 'onFreeDay';

/** A mark, or leave (公出, too) of the whole day or of one half. */
export type CodePart = Mark | { readonly leave: LeaveKey; readonly half?: Half };

/** Days are counted in halves. Always: due = worked + leave + absence + unrecorded. */
export interface DayResult {
  readonly due: 0 | 1;
  /** 公出 included. */
  readonly worked: number;
  readonly outing: number;
  readonly leave: LeaveDays;
  /** Leave on a day that is free anyway: counts only where the type goes by calendar days, and lowers nothing. */
  readonly freeLeave: LeaveDays;
  /** 旷工. */
  readonly absence: number;
  /** 未登记. */
  readonly unrecorded: number;
  readonly lateMinutes: number;
  readonly earlyMinutes: number;
  /** 缺卡. */
  readonly missingPunch: boolean;
  readonly workedFree: 'rest' | 'holiday' | undefined;
  readonly code: readonly CodePart[];
}

/** A day that does not count: before joining, after leaving, in the future. */
export const noDay: DayResult = {
  due: 0,
  worked: 0,
  outing: 0,
  leave: {},
  freeLeave: {},
  absence: 0,
  unrecorded: 0,
  lateMinutes: 0,
  earlyMinutes: 0,
  missingPunch: false,
  workedFree: undefined,
  code: [],
};
