// 6.3.1: how a day is worded in the grid of the month: a short code, and the legend that says what each means.
import { leaveTypes, type LeaveKey } from '../../office/leave-types';
import { say, type Language, type Words } from '../../kernel/words';
import type { CodePart, Mark } from './day-result';
import type { Half } from './halves';

interface Coded {
  readonly code: Words;
  readonly meaning: Words;
}

const marks: Readonly<Record<Mark, Coded>> = {
  worked: { code: { zh: '√', en: '√' }, meaning: { zh: '出勤', en: 'Worked' } },
  late: { code: { zh: '迟', en: 'L' }, meaning: { zh: '迟到', en: 'Late' } },
  early: { code: { zh: '早', en: 'E' }, meaning: { zh: '早退', en: 'Left early' } },
  missing: { code: { zh: '缺', en: 'M' }, meaning: { zh: '缺卡（只有一次打卡）', en: 'Missing punch (only one)' } },
  absent: { code: { zh: '旷', en: 'A' }, meaning: { zh: '旷工', en: 'Absent without leave' } },
  halfAbsent: { code: { zh: '旷½', en: 'A½' }, meaning: { zh: '旷工半天', en: 'Absent without leave, half a day' } },
  unrecorded: { code: { zh: '未', en: 'U' }, meaning: { zh: '未登记', en: 'Unrecorded' } },
  halfUnrecorded: { code: { zh: '未½', en: 'U½' }, meaning: { zh: '未登记半天', en: 'Unrecorded, half a day' } },
  double: {
    code: { zh: '重', en: '2×' },
    meaning: { zh: '当天有两行记录，均未计入', en: 'Two rows for the day, neither counted' },
  },
  rest: { code: { zh: '休', en: 'R' }, meaning: { zh: '休息日', en: 'Rest day' } },
  dayOff: { code: { zh: '假', en: 'D' }, meaning: { zh: '调休放假', en: 'Day off in exchange' } },
  holiday: { code: { zh: '节', en: 'H' }, meaning: { zh: '法定节假日', en: 'Public holiday' } },
  onFreeDay: {
    code: { zh: '班', en: 'W' },
    meaning: { zh: '休息日或法定节假日出勤', en: 'Worked on a rest day or a public holiday' },
  },
};

/** The name without 假 where that is clear. */
const leaveCodes: Readonly<Record<LeaveKey, Words>> = {
  annual: { zh: '年', en: 'ANN' },
  sick: { zh: '病', en: 'SICK' },
  personal: { zh: '事', en: 'PERS' },
  marriage: { zh: '婚', en: 'MARR' },
  maternity: { zh: '产', en: 'MAT' },
  prenatal: { zh: '产检', en: 'PREN' },
  nursing: { zh: '哺乳', en: 'NURS' },
  paternity: { zh: '陪产', en: 'PAT' },
  childcare: { zh: '育儿', en: 'CHILD' },
  bereavement: { zh: '丧', en: 'BER' },
  workInjury: { zh: '工伤', en: 'INJ' },
  inLieu: { zh: '补休', en: 'LIEU' },
  outing: { zh: '公出', en: 'OUT' },
  other: { zh: '其他', en: 'OTH' },
};

const halfCodes: Readonly<Record<Half, Words>> = {
  morning: { zh: '上', en: '-am' },
  afternoon: { zh: '下', en: '-pm' },
};
const halfDays: Coded = {
  code: { zh: '…上、…下', en: '…-am, …-pm' },
  meaning: { zh: '上午、下午（半天）', en: 'In the morning, in the afternoon (half a day)' },
};

function partCode(part: CodePart, language: Language): string {
  if (typeof part === 'string') return say(marks[part].code, language);
  return say(leaveCodes[part.leave], language) + (part.half ? say(halfCodes[part.half], language) : '');
}

/** Joined by + where several apply; nothing for a day that does not count. */
export const codeOf = (parts: readonly CodePart[], language: Language): string =>
  parts.map((part) => partCode(part, language)).join('+');

export interface LegendLine {
  readonly code: string;
  readonly meaning: string;
}

/** All marks, and of leave the types that occur, 公出 included. */
export function legend(language: Language, leaveTypesUsed: readonly LeaveKey[]): readonly LegendLine[] {
  const used = (Object.keys(leaveTypes) as LeaveKey[]).filter((type) => leaveTypesUsed.includes(type));
  const leave = used.map((type): Coded => ({ code: leaveCodes[type], meaning: leaveTypes[type].words }));
  return [...Object.values(marks), ...leave, ...(used.length > 0 ? [halfDays] : [])].map(({ code, meaning }) => ({
    code: say(code, language),
    meaning: say(meaning, language),
  }));
}
