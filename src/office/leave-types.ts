// 6.2.2: the kinds of leave that a slip may name. How each counts is a setting, `leave.<key>`.
import type { Words } from '../kernel/words';

export interface LeaveType {
  readonly words: Words;
  /** How it counts unless the agency's own rule differs: from first to last day, or on due days only. */
  readonly counts: 'working' | 'calendar';
  /** A paper proves it, such as a certificate, which HR sees afterwards at the latest. */
  readonly proof?: true;
}

export const leaveTypes = {
  annual: { words: { zh: '年假', en: 'Annual leave' }, counts: 'working' },
  sick: { words: { zh: '病假', en: 'Sick leave' }, counts: 'working', proof: true },
  personal: { words: { zh: '事假', en: 'Personal leave' }, counts: 'working' },
  marriage: { words: { zh: '婚假', en: 'Marriage leave' }, counts: 'working', proof: true },
  maternity: { words: { zh: '产假', en: 'Maternity leave' }, counts: 'calendar', proof: true },
  prenatal: { words: { zh: '产检假', en: 'Prenatal examination' }, counts: 'working', proof: true },
  nursing: { words: { zh: '哺乳假', en: 'Nursing leave' }, counts: 'calendar' },
  paternity: { words: { zh: '陪产假', en: 'Paternity leave' }, counts: 'calendar', proof: true },
  childcare: { words: { zh: '育儿假', en: 'Childcare leave' }, counts: 'working' },
  bereavement: { words: { zh: '丧假', en: 'Bereavement leave' }, counts: 'working', proof: true },
  workInjury: { words: { zh: '工伤假', en: 'Work injury leave' }, counts: 'calendar', proof: true },
  inLieu: { words: { zh: '补休', en: 'Time off in lieu' }, counts: 'working' },
  outing: { words: { zh: '公出', en: 'Out on duty' }, counts: 'working' },
  other: { words: { zh: '其他', en: 'Other' }, counts: 'working' },
} as const satisfies Readonly<Record<string, LeaveType>>;

export type LeaveKey = keyof typeof leaveTypes;
