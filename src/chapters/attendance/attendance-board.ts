// 6.2.1, 6.2.3: attendance on the board: one's own day with its one button, what is to be explained, what nobody has recorded.
import type { BoardSection, Chip } from '../../kernel/board';
import type { Facts } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import { attendance } from './attendance.register';
import { statuses, type Status } from './status';
import { asksReason, isInScope, isOwn, mayClockOut } from './rules';

const statusChip = (values: Values): readonly Chip[] => {
  const status = text(values['status']) as Status;
  return status in statuses ? [statuses[status]] : [];
};

const times = ({ values }: RecordRow): string =>
  ['in', 'out'].map((key) => attendance.columns[key]!.show(values[key] ?? null, 'zh') || '…').join(' – ');

function ownNext({ values }: RecordRow, facts: Facts): string | undefined {
  if (asksReason(values, facts)) return 'explain';
  if (isEmpty(values['in'])) return 'clockIn';
  return mayClockOut(values, facts) ? 'clockOut' : undefined;
}

const isToday = ({ values }: RecordRow, { today }: Facts): boolean => values['day'] === today;

const today: BoardSection = {
  key: 'attendance-today',
  register: 'attendance',
  title: { zh: '我的考勤', en: 'My attendance' },
  empty: { zh: '今天没有您的考勤。', en: 'Nothing of yours today.' },
  onlyFilled: true,
  tone: 'active',
  shows: (record, facts) =>
    isOwn(record.values, facts) && (isToday(record, facts) || mayClockOut(record.values, facts)),
  chips: ({ values }) => statusChip(values),
  detail: (record) => times(record),
  next: ownNext,
  starts(open, facts) {
    const { actor, directory, today: day } = facts;
    const person = directory.person(actor.person);
    const has = open.some((one) => isToday(one, facts) && isOwn(one.values, facts));
    if (!person || has || !isInScope(person, day, facts)) return [];
    const label = { zh: '上班打卡', en: 'Clock in' };
    return [{ register: 'attendance', label, values: { day, person: person.label }, atOnce: true }];
  },
};

const toExplain: BoardSection = {
  key: 'attendance-explain',
  register: 'attendance',
  title: { zh: '待说明的考勤', en: 'Attendance to explain' },
  empty: { zh: '没有待说明的考勤。', en: 'Nothing to explain.' },
  onlyFilled: true,
  tone: 'waiting',
  shows: (record, facts) => record.values['state'] === 'toExplain' && !isToday(record, facts),
  chips: ({ values }) => statusChip(values),
  detail: (record) => times(record),
  order: ({ values }) => text(values['day']),
  next: () => 'explain',
};

const askedChip: Chip = { words: { zh: '等本人答复', en: 'Asked' }, tone: 'late' };
const forHeadChip: Chip = { words: { zh: '等负责人认定', en: 'For the head' }, tone: 'waiting' };

const missing: BoardSection = {
  key: 'attendance-missing',
  register: 'attendance',
  title: { zh: '未登记的考勤', en: 'Attendance not recorded' },
  empty: { zh: '没有未登记的考勤。', en: 'Everything is recorded.' },
  onlyFilled: true,
  tone: 'late',
  shows: ({ values }) => ['missing', 'answered'].includes(text(values['state'])),
  chips: ({ values }) => [isEmpty(values['answer']) && isEmpty(values['finder']) ? askedChip : forHeadChip],
  detail: ({ values }) => text(values['answer']),
  order: ({ values }) => text(values['day']),
};

export const attendanceBoard: readonly BoardSection[] = [today, toExplain, missing];
