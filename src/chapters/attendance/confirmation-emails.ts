// 6.3.1: the e-mails about one line of the month: to its person, and to the head about an objection.
import { letterOf, type Wording } from '../../kernel/letter';
import { text } from '../../kernel/values';
import { personIn, role, type LetterKind } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { confirmPage, settlePage } from './attendance-confirmations.workflow';
import { lineFacts } from './month-summary';

const made =
  (wording: Wording): LetterKind['make'] =>
  ({ values }, facts) => {
    const said = { who: text(values['person']), month: text(values['month']) };
    return letterOf(facts, wording, said, lineFacts(values, facts));
  };

const register = 'attendance-confirmations';
const isIn =
  (...states: readonly string[]): LetterKind['isDue'] =>
  ({ values }) =>
    states.includes(text(values['state']));

const yours: Words = {
  zh: '您收到本邮件，因为这是您本人的考勤。',
  en: 'You get this because it is your own attendance.',
};

export const confirmationLetters: readonly LetterKind[] = [
  {
    ...{ key: 'attendance-confirm', register },
    to: personIn('person'),
    weight: 2,
    page: confirmPage,
    // The front desk may make the sheet on which it stands itself.
    evenActor: true,
    isDue: isIn('asked'),
    make: made({
      subject: { zh: '请确认您的考勤：{month}', en: 'Please confirm your attendance: {month}' },
      sentence: {
        zh: '这是您 {month} 的考勤，请在两个工作日内确认；不对的，请写明异议。',
        en: 'This is your attendance of {month}. Please confirm it within two working days, or say what is wrong.',
      },
      button: { zh: '查看并确认', en: 'View and confirm' },
      why: yours,
    }),
  },
  {
    ...{ key: 'attendance-objection', register },
    to: personIn('settler'),
    weight: 1,
    page: settlePage,
    isDue: isIn('objected'),
    make: made({
      subject: { zh: '请处理考勤异议：{who} {month}', en: 'Please settle an objection: {who}, {month}' },
      sentence: {
        zh: '{who} 对自己 {month} 的考勤有异议。登记确有错误的，请让本人补卡、前台重新生成统计表；否则请写明处理意见。',
        en: '{who} objects to their attendance of {month}. If the entries are wrong, let them be corrected and the sheet made again; otherwise say how it is settled.',
      },
      button: { zh: '查看并处理', en: 'View and settle' },
      why: { zh: '您收到本邮件，因为这项异议由您处理。', en: 'You get this because the objection is yours to settle.' },
    }),
  },
  {
    ...{ key: 'attendance-objection-front', register },
    to: role('front'),
    weight: 3,
    isDue: isIn('objected'),
    make: made({
      subject: { zh: '考勤异议：{who} {month}', en: 'Objection to attendance: {who}, {month}' },
      sentence: {
        zh: '{who} 对自己 {month} 的考勤有异议。请核对登记；更正后请重新生成统计表，本人会重新确认。',
        en: '{who} objects to their attendance of {month}. Please look at the entries; after a correction make the sheet again, and they are asked anew.',
      },
      why: { zh: '您收到本邮件，因为考勤由前台登记。', en: 'You get this because the front desk keeps attendance.' },
    }),
  },
  {
    ...{ key: 'attendance-settled', register },
    to: personIn('person'),
    weight: 3,
    isDue: isIn('settled'),
    make: made({
      subject: { zh: '考勤异议已处理：{month}', en: 'Your objection is settled: {month}' },
      sentence: {
        zh: '您对 {month} 考勤的异议已处理，意见见下。',
        en: 'Your objection to {month} is settled; see below.',
      },
      why: yours,
    }),
  },
];
