// 6.3.1, 6.3.2: the pages behind the links: one's own line, an objection to it, and the sheet that the head signs.
import type { Facts } from '../../kernel/facts';
import { text, type RecordRow } from '../../kernel/values';
import { personIn, type LinkPage } from '../../kernel/workflow';
import { say } from '../../kernel/words';
import { confirmPage, settlePage } from './attendance-confirmations.workflow';
import { signPage } from './attendance-months.workflow';
import { deadlineOf } from './month-deadline';
import { isWithSigner, monthPairs, monthSaid } from './month-emails';
import { lineFacts } from './month-summary';

const line = {
  register: 'attendance-confirmations',
  facts: ({ values }: RecordRow, facts: Facts) => lineFacts(values, facts),
};

/** Everybody's line by itself: the name before, what it comes to behind. */
const linesOf = ({ values }: RecordRow): readonly (readonly [string, string])[] =>
  text(values['lines'])
    .split('\n')
    .filter(Boolean)
    .map((said) => {
      const [, who = '', rest = ''] = /^(.*?)[：:]\s*(.*)$/.exec(said) ?? [];
      return [who, rest] as const;
    });

export const monthPages: readonly LinkPage[] = [
  {
    ...line,
    key: confirmPage,
    title: { zh: '请确认您的考勤', en: 'Your attendance, to be confirmed' },
    holder: personIn('person'),
    binds: ['person', 'month', 'department', 'version', 'contentHash'],
    isOpen: ({ values }) => ['asked', 'silent'].includes(text(values['state'])),
    sentence: ({ values }, { language }) =>
      say(
        {
          zh: '这是您 {month} 的考勤。没有问题请点“确认无误”，否则请写明异议。',
          en: 'This is your attendance of {month}. Confirm it if it is right; otherwise say what is wrong.',
        },
        language,
        { month: text(values['month']) },
      ),
  },
  {
    ...line,
    key: settlePage,
    title: { zh: '请处理考勤异议', en: 'An objection for you to settle' },
    holder: personIn('settler'),
    binds: ['person', 'month', 'version', 'contentHash', 'objection', 'settler'],
    isOpen: ({ values }) => values['state'] === 'objected',
    sentence: ({ values }, { language }) =>
      say(
        { zh: '{who} 对自己 {month} 的考勤有异议。', en: '{who} objects to their attendance of {month}.' },
        language,
        { who: text(values['person']), month: text(values['month']) },
      ),
  },
  {
    key: signPage,
    register: 'attendance-months',
    title: { zh: '请签字：考勤统计表', en: 'Attendance, for you to sign' },
    holder: personIn('signer'),
    binds: ['month', 'department', 'version', 'contentHash', 'state', 'signer', 'askedAt'],
    isOpen: isWithSigner,
    sentence: (record, facts) =>
      say(
        {
          zh: '{what} 的考勤统计表，请审核签字；期限 {deadline}。',
          en: 'The attendance of {what}, to be checked and signed by {deadline}.',
        },
        facts.language,
        { what: monthSaid(record, facts), deadline: deadlineOf(text(record.values['month']), facts) },
      ),
    facts: (record, facts) => [
      ...monthPairs(record, ['month', 'department', 'people', 'confirmations', 'objections', 'madeAt', 'note'], facts),
      ...linesOf(record),
    ],
  },
];
