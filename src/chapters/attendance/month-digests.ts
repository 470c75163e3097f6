// 6.3.1, 6.3.2: the months' parts of the morning letters: what is to be handed in and by when, signed, settled, confirmed.
import { samePerson, type Facts, type Person } from '../../kernel/facts';
import type { Digest } from '../../kernel/job';
import { text, type RecordRow } from '../../kernel/values';
import { list, say } from '../../kernel/words';
import { attendanceMonths } from './attendance-months.register';
import { isUnderWay } from './attendance-months.workflow';
import { answersSaid, deadlineChip } from './month-board';
import { isWithSigner, monthSaid } from './month-emails';

const isOf = ({ values }: RecordRow, column: string, person: Person, { directory }: Facts): boolean =>
  samePerson(text(values[column]), person.staffNo, directory);

function deadlineSaid(record: RecordRow, facts: Facts): string {
  const { words, values } = deadlineChip(record, facts);
  return say(words, facts.language, values);
}

const stateSaid = ({ values }: RecordRow, { language }: Facts): string =>
  attendanceMonths.columns['state']!.show(values['state'] ?? null, language);

export const digests: readonly Digest[] = [
  {
    key: 'attendance-months',
    article: '6.3.1',
    registers: ['attendance-months'],
    title: { zh: '要报送的考勤', en: 'Attendance to hand in' },
    lines: (open, person, facts) =>
      open
        .filter((record) => person.roles.includes('front') && isUnderWay(record))
        .map((record) => {
          const parts = [stateSaid(record, facts), answersSaid(record, facts), deadlineSaid(record, facts)];
          return [monthSaid(record, facts), list(parts, facts.language)] as const;
        }),
  },
  {
    key: 'attendance-sign',
    article: '6.3.2',
    registers: ['attendance-months'],
    title: { zh: '待您签字的考勤', en: 'Attendance for you to sign' },
    lines: (open, person, facts) =>
      open
        .filter((record) => isWithSigner(record) && isOf(record, 'signer', person, facts))
        .map((record) => [monthSaid(record, facts), deadlineSaid(record, facts)] as const),
  },
  {
    key: 'attendance-objections',
    article: '6.3.1',
    registers: ['attendance-confirmations'],
    title: { zh: '待您处理的考勤异议', en: 'Objections for you to settle' },
    lines: (open, person, facts) =>
      open
        .filter((record) => record.values['state'] === 'objected' && isOf(record, 'settler', person, facts))
        .map(
          ({ values }) => [`${text(values['person'])} ${text(values['month'])}`, text(values['objection'])] as const,
        ),
  },
  {
    key: 'attendance-to-confirm',
    article: '6.3.1',
    registers: ['attendance-confirmations'],
    title: { zh: '待您确认的考勤', en: 'Your attendance, to confirm' },
    lines: (open, person, facts) =>
      open
        .filter((record) => record.values['state'] === 'asked' && isOf(record, 'person', person, facts))
        .map(({ values }) => [text(values['month']), text(values['summary']).split('\n')[0]!] as const),
  },
];
