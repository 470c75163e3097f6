// 6.2.3: what the system says of one row of the attendance register, and whether it asks for the reason.
import type { Choices } from '../../kernel/columns';
import { timeOf } from '../../kernel/civil';
import type { DayResult } from './day-result';
import type { Punches } from './day-rules';
import type { Schedule } from './schedule';

export const statuses = {
  normal: { words: { zh: '正常', en: 'As usual' }, tone: 'done' },
  late: { words: { zh: '迟到', en: 'Late' }, tone: 'late' },
  early: { words: { zh: '早退', en: 'Left early' }, tone: 'late' },
  lateEarly: { words: { zh: '迟到且早退', en: 'Late and left early' }, tone: 'late' },
  missingPunch: { words: { zh: '缺卡', en: 'Missing punch' }, tone: 'late' },
  unrecorded: { words: { zh: '未登记', en: 'Unrecorded' }, tone: 'late' },
  halfUnrecorded: { words: { zh: '未登记半天', en: 'Half unrecorded' }, tone: 'late' },
  onLeave: { words: { zh: '请假', en: 'On leave' }, tone: 'active' },
  absent: { words: { zh: '旷工', en: 'Absent without leave' }, tone: 'late' },
  free: { words: { zh: '非工作日', en: 'Free day' }, tone: 'off' },
} as const satisfies Choices;

export type Status = keyof typeof statuses;

type Rule = readonly [Status, (day: DayResult) => boolean];

const isLate = ({ lateMinutes }: DayResult): boolean => lateMinutes > 0;
const isEarly = ({ earlyMinutes }: DayResult): boolean => earlyMinutes > 0;

/** The first that applies: what is worst comes first. */
const rules: readonly Rule[] = [
  ['free', ({ due }) => due === 0],
  ['absent', ({ absence }) => absence > 0],
  ['unrecorded', ({ unrecorded }) => unrecorded === 1],
  ['halfUnrecorded', ({ unrecorded }) => unrecorded > 0],
  ['missingPunch', ({ missingPunch }) => missingPunch],
  ['lateEarly', (day) => isLate(day) && isEarly(day)],
  ['late', isLate],
  ['early', isEarly],
  ['onLeave', ({ leave }) => Object.keys(leave).length > 0],
];

export const statusOf = (day: DayResult): Status => rules.find(([, applies]) => applies(day))?.[0] ?? 'normal';

/** 6.2.3: late, early and missing ask for the reason. */
export const needsReason = (day: DayResult): boolean => isLate(day) || isEarly(day) || day.missingPunch;

/** While the day goes on nobody has left early or forgotten anything: who came is taken to stay to the end. */
export const soFar = ({ in: came, out: left }: Punches, { afternoon }: Schedule): Punches =>
  came && !left ? { in: came, out: timeOf(afternoon.to) } : { in: came, out: left };
