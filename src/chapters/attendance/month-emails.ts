// 6.3.1, 6.3.2: the e-mails about a month on its way: to the head who signs, to the front desk, and at last to HR.
import type { Facts } from '../../kernel/facts';
import { letterOf } from '../../kernel/letter';
import { pairs, type Pair } from '../../kernel/pairs';
import { tabKeyOf } from '../../kernel/report';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import { personIn, role, type LetterKind } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { attendanceMonths } from './attendance-months.register';
import { signPage } from './month-steps';
import { deadlineOf } from './month-deadline';
import { partOf } from './month-sheets';

/** Columns with their labels; empty ones are left out. */
export const monthPairs = ({ values }: RecordRow, keys: readonly string[], facts: Facts): readonly Pair[] =>
  pairs(attendanceMonths, values, keys, facts);

export const isWithSigner = ({ values }: RecordRow): boolean =>
  values['state'] === 'withHead' && !isEmpty(values['askedAt']);

const versionSaid: Words = {
  zh: '{month} {department} 第 {version} 版',
  en: '{month} {department}, version {version}',
};
const plainSaid: Words = { zh: '{month} {department}', en: '{month} {department}' };

export function monthSaid({ values }: RecordRow, { language }: Facts): string {
  const said = { month: text(values['month']), department: text(values['department']) };
  const version = Number(values['version'] ?? 1);
  return version === 1 ? say(plainSaid, language, said) : say(versionSaid, language, { ...said, version });
}

interface Kind {
  readonly key: string;
  readonly to: LetterKind['to'];
  readonly weight: LetterKind['weight'];
  readonly subject: Words;
  readonly sentence: Words;
  readonly why: Words;
  readonly shows: readonly string[];
  readonly page?: string;
  readonly isDue: LetterKind['isDue'];
}

const button: Words = { zh: '查看并签字', en: 'View and sign' };

const opens: Words = { zh: '打开考勤统计表', en: 'Open the sheet' };

/** As `attendance-month.report.ts` makes it. */
const tab: LetterKind['tab'] = ({ values }) =>
  tabKeyOf(
    'attendance-month',
    text(values['month']),
    '',
    partOf(text(values['department']), Number(values['version'] ?? 1)),
  );

const kindOf = ({ key, to, weight, page, isDue, ...wording }: Kind): LetterKind => ({
  ...{ key, to, weight, isDue },
  register: 'attendance-months',
  ...(page ? { page } : { tab }),
  make(record, facts) {
    const month = text(record.values['month']);
    const said = { what: monthSaid(record, facts), deadline: deadlineOf(month, facts), no: record.no };
    const leads = page ? { button } : { opens };
    return letterOf(facts, { ...wording, ...leads }, said, monthPairs(record, wording.shows, facts));
  },
});

const toSign = {
  to: personIn('signer'),
  weight: 1,
  page: signPage,
  isDue: isWithSigner,
  why: { zh: '您收到本邮件，因为这个月的考勤由您签字。', en: 'You get this because you sign this month’s attendance.' },
  shows: ['month', 'department', 'people', 'confirmations', 'objections'],
} as const;

const toFront = {
  to: role('front'),
  weight: 2,
  isDue: ({ values }: RecordRow) => values['state'] === 'made',
  why: { zh: '您收到本邮件，因为考勤由前台报送。', en: 'You get this because the front desk hands in attendance.' },
} as const;

export const monthLetters: readonly LetterKind[] = [
  kindOf({
    ...toSign,
    key: 'attendance-month-sign',
    subject: { zh: '请签字：考勤统计表 {what}', en: 'Please sign: attendance {what}' },
    sentence: {
      zh: '{what} 的考勤统计表已由各人确认，请您在 {deadline} 前审核签字。',
      en: 'The attendance of {what} has been put to everybody on it. Please check and sign it by {deadline}.',
    },
  }),
  kindOf({
    ...toSign,
    key: 'attendance-month-remind',
    subject: { zh: '【催办】请签字：考勤统计表 {what}', en: 'Reminder: please sign attendance {what}' },
    sentence: {
      zh: '{what} 的考勤统计表还在等您签字，报送期限是 {deadline}。',
      en: 'The attendance of {what} still waits for your signature; it is due by {deadline}.',
    },
  }),
  kindOf({
    ...toFront,
    key: 'attendance-month-back',
    subject: { zh: '考勤统计表被退回：{what}', en: 'Attendance sent back: {what}' },
    sentence: {
      zh: '{what} 的考勤统计表被负责人退回，原因见下。更正后请重新生成并提交，期限 {deadline}。',
      en: 'The head has sent back the attendance of {what}; see why below. Correct it, make it again and submit it by {deadline}.',
    },
    shows: ['note', 'sheet'],
  }),
  kindOf({
    ...toFront,
    key: 'attendance-month-lapsed',
    subject: { zh: '考勤统计表内容已变，需重新提交：{what}', en: 'Attendance has changed, submit it again: {what}' },
    sentence: {
      zh: '{what} 的考勤统计表在提交或签字以后内容变了，没有锁定，也没有报送。有变动的人已收到新的确认邮件；确认后请重新提交。',
      en: 'The attendance of {what} has changed since it was submitted or signed. Nothing was locked or handed over; who is concerned has been asked again. Please submit it once more.',
    },
    shows: ['sheet', 'people', 'confirmations'],
  }),
  kindOf({
    key: 'attendance-month-handover',
    to: role('hr'),
    weight: 2,
    isDue: ({ values }) => values['state'] === 'handedOver',
    why: {
      zh: '您收到本邮件，因为考勤报送行政人事核算工资。',
      en: 'You get this because attendance goes to HR for payroll.',
    },
    subject: { zh: '考勤已报送：{what}', en: 'Attendance handed over: {what}' },
    sentence: {
      zh: '{what} 的考勤统计表已由部门负责人签字并锁定，请在前台工作簿里查看这张表。',
      en: 'The attendance of {what} is signed and locked; see its tab in the desk workbook.',
    },
    shows: ['sheet', 'people', 'confirmations', 'objections', 'signedBy', 'signedAt', 'signedVia', 'handedOverAt'],
  }),
];
