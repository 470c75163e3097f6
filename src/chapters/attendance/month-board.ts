// 6.3.1, 6.3.2: the months on their way on the board: at the front desk, with the head, with whoever is asked about a line.
import type { BoardSection, Chip } from '../../kernel/board';
import { daysBetween } from '../../kernel/civil';
import { hasRole, samePerson, type Actor, type Facts } from '../../kernel/facts';
import { text, type RecordRow } from '../../kernel/values';
import { list, say, type Words } from '../../kernel/words';
import { isUnderWay } from './attendance-months.workflow';
import { deadlineOf } from './month-deadline';
import { isWithSigner } from './month-emails';

const words = {
  answers: { zh: '已确认 {n}/{of}', en: '{n} of {of} confirmed' },
  objections: { zh: '异议 {n}', en: '{n} objections' },
  waits: { zh: '等{who}签字', en: 'waits for {who}' },
  late: { zh: '报送逾期 {n} 天', en: '{n} days overdue' },
  due: { zh: '{day} 前报送', en: 'due by {day}' },
} satisfies Record<string, Words>;

export const daysOverdue = ({ values }: RecordRow, facts: Facts): number =>
  daysBetween(deadlineOf(text(values['month']), facts), facts.today);

export function deadlineChip(record: RecordRow, facts: Facts): Chip {
  const n = daysOverdue(record, facts);
  return n > 0
    ? { words: words.late, values: { n }, tone: 'late' }
    : { words: words.due, values: { day: deadlineOf(text(record.values['month']), facts) }, tone: 'waiting' };
}

const numberIn = ({ values }: RecordRow, key: string): number => Number(values[key] ?? 0);

export const answersSaid = (record: RecordRow, { language }: Facts): string =>
  say(words.answers, language, { n: numberIn(record, 'confirmations'), of: numberIn(record, 'people') });

/** Whom it waits for, once it is with somebody. */
const standsAt = (record: RecordRow, facts: Facts): string =>
  list(
    [
      ...(isWithSigner(record) ? [say(words.waits, facts.language, { who: text(record.values['signer']) })] : []),
      answersSaid(record, facts),
    ],
    facts.language,
  );

const holds =
  (column: string) =>
  (actor: Actor, { values }: RecordRow, { directory }: Facts): boolean =>
    samePerson(text(values[column]), actor.person, directory);

export const board: readonly BoardSection[] = [
  {
    key: 'attendance-months',
    register: 'attendance-months',
    title: { zh: '月度考勤报送', en: 'Attendance months' },
    empty: { zh: '没有要报送的考勤。', en: 'No attendance is to be handed in.' },
    onlyFilled: true,
    tone: 'active',
    shows: (record) => isUnderWay(record),
    isFor: (actor) => hasRole(actor, 'front') || hasRole(actor, 'hr'),
    chips(record, facts) {
      const n = numberIn(record, 'objections');
      return [
        deadlineChip(record, facts),
        ...(n > 0 ? [{ words: words.objections, values: { n }, tone: 'late' as const }] : []),
      ];
    },
    detail: standsAt,
    order: ({ values }) => text(values['month']),
    next: ({ values }) => (values['state'] === 'made' ? 'submit' : undefined),
  },
  {
    key: 'attendance-sign',
    register: 'attendance-months',
    title: { zh: '待我签字的考勤', en: 'Attendance for me to sign' },
    empty: { zh: '没有等您签字的考勤。', en: 'No attendance waits for your signature.' },
    onlyFilled: true,
    tone: 'waiting',
    shows: isWithSigner,
    isFor: holds('signer'),
    chips: (record, facts) => [deadlineChip(record, facts)],
    detail: answersSaid,
    next: () => 'sign',
  },
  {
    key: 'attendance-objections',
    register: 'attendance-confirmations',
    title: { zh: '待处理的考勤异议', en: 'Objections to attendance' },
    empty: { zh: '没有待处理的考勤异议。', en: 'No objection is open.' },
    onlyFilled: true,
    tone: 'late',
    shows: ({ values }) => values['state'] === 'objected',
    isFor: (actor, record, facts) =>
      hasRole(actor, 'front') || hasRole(actor, 'hr') || holds('settler')(actor, record, facts),
    detail: ({ values }) => text(values['objection']),
    next: (record, facts) => (holds('settler')(facts.actor, record, facts) ? 'settle' : undefined),
  },
  {
    key: 'attendance-to-confirm',
    register: 'attendance-confirmations',
    title: { zh: '待我确认的考勤', en: 'My attendance, to confirm' },
    empty: { zh: '没有等您确认的考勤。', en: 'No attendance of yours waits to be confirmed.' },
    onlyFilled: true,
    tone: 'waiting',
    shows: ({ values }) => values['state'] === 'asked',
    isFor: holds('person'),
    detail: ({ values }) => text(values['summary']).split('\n')[0]!,
    next: () => 'confirm',
  },
];
