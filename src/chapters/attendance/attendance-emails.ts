// 6.2.3: the e-mails about a day: why somebody was late, where they were, and to the head what is to be found.
import type { Facts } from '../../kernel/facts';
import { letterOf, type Letter, type Wording } from '../../kernel/letter';
import { text, type RecordRow } from '../../kernel/values';
import { personIn, type LetterKind } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { attendance } from './attendance.register';
import { explainPage, findingPage, missingPage } from './attendance.workflow';
import { pairs } from '../../kernel/pairs';
import { asksReason } from './rules';

const told = ['person', 'day', 'in', 'out', 'status', 'lateMinutes', 'earlyMinutes', 'reason', 'answer'];

function letter({ no, values }: RecordRow, facts: Facts, wording: Wording, keys = told): Letter {
  const { language } = facts;
  const status = attendance.columns['status']!.show(values['status'] ?? null, language);
  const said = { no, status, day: text(values['day']), person: text(values['person']) };
  return letterOf(facts, wording, said, pairs(attendance, values, keys, facts));
}

const yours: Words = { zh: '您收到本邮件，因为这是您的考勤。', en: 'You get this because the attendance is yours.' };
const own = { register: 'attendance', to: personIn('person'), weight: 3 as const };

const explain: LetterKind = {
  ...own,
  key: 'attendance-explain',
  page: explainPage,
  isDue: ({ values }, facts) => values['state'] === 'toExplain' && asksReason(values, facts),
  make: (record, facts) =>
    letter(record, facts, {
      subject: { zh: '请写明原因：{day} {status}', en: 'Please say why: {day}, {status}' },
      sentence: {
        zh: '{day} 的考勤是“{status}”，请写明原因。',
        en: 'Your attendance of {day} says “{status}”. Please say why.',
      },
      button: { zh: '写明原因', en: 'Say why' },
      why: yours,
    }),
};

const missing: LetterKind = {
  ...own,
  key: 'attendance-missing',
  page: missingPage,
  isDue: ({ values }) => values['state'] === 'missing',
  make: (record, facts) =>
    letter(record, facts, {
      subject: { zh: '请说明：{day} 没有考勤登记', en: 'Please tell us: nothing recorded on {day}' },
      sentence: {
        zh: '{day} 没有您的打卡，也没有请假备案。是忘了打卡，还是请假补手续？两个工作日内没有说明的，将请部门负责人认定。',
        en: 'There is neither a punch nor leave of yours on {day}. Did you forget to clock, or is a leave slip to follow? After two working days without an answer it is put to the head of the department.',
      },
      button: { zh: '说明情况', en: 'Tell us' },
      why: yours,
    }),
};

const finding: LetterKind = {
  key: 'attendance-finding',
  register: 'attendance',
  to: personIn('finder'),
  weight: 1,
  page: findingPage,
  isDue: ({ values }) => ['missing', 'answered'].includes(text(values['state'])),
  make: (record, facts) =>
    letter(record, facts, {
      subject: { zh: '请认定：{person} {day} 缺勤', en: 'For you to find: {person} on {day}' },
      sentence: {
        zh: '{person} {day} 没有打卡，也没有请假备案。请向本人了解后认定；系统不会自动算旷工。',
        en: '{person} neither clocked nor was on leave on {day}. Please ask them, then decide; the system never finds absence by itself.',
      },
      button: { zh: '查看并认定', en: 'View and decide' },
      why: { zh: '您收到本邮件，因为这一步由您认定。', en: 'You get this because this is yours to find.' },
    }),
};

const found: LetterKind = {
  ...own,
  key: 'attendance-found',
  weight: 2,
  isDue: ({ values }) => values['state'] === 'absent',
  make: (record, facts) =>
    letter(
      record,
      facts,
      {
        subject: { zh: '{day} 认定为旷工', en: '{day}: found absent without leave' },
        sentence: {
          zh: '负责人认定您 {day} 为旷工。有不同意见，请与负责人或行政人事联系，也可以申请补卡或补办请假。',
          en: 'The head has found you absent without leave on {day}. If you disagree, speak to the head or to HR; a correction or a leave slip is possible, too.',
        },
        why: yours,
      },
      ['day', 'finder', 'findingNote'],
    ),
};

export const attendanceLetters: readonly LetterKind[] = [explain, missing, finding, found];
