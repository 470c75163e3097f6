// 6.3.1, 6.3.2: what the clock does for a month: it is begun on the first working day after, silence is noted, who signs is
// reminded before the deadline, and who is away is passed over.
import { workDaysSince } from '../../kernel/approval';
import type { Facts } from '../../kernel/facts';
import type { Act, Job } from '../../kernel/job';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import { deadlineOf, makingDay, monthBefore } from './month-deadline';
import { isWithSigner } from './month-emails';
import { inOrder, peopleInScope, spanOf } from './month-people';
import { successorOf } from './month-route';

const months = 'attendance-months';
const confirmations = 'attendance-confirmations';

/** The departments whose record of the month is still to be made. A department that turns up after the deadline is HR's to see to. */
function missing(records: readonly RecordRow[], month: string, facts: Facts): readonly string[] {
  const there = records
    .filter(({ values }) => values['month'] === month)
    .map(({ values }) => text(values['department']));
  if (there.length > 0 && facts.today > deadlineOf(month, facts)) return [];
  const departments = peopleInScope(facts, spanOf(month)).map(({ department }) => department);
  return inOrder(departments, facts).filter((name) => !there.includes(name));
}

/** Its records order their sheets. From the records as they are, so that it may run late, or twice. */
export const beginMonth: Job = {
  key: 'attendance-begin-month',
  article: '6.3.1',
  when: 'morning',
  registers: [],
  reads: [months],
  opensIn: [months],
  plan(records, facts) {
    const month = monthBefore(facts.today);
    if (facts.today < makingDay(month, facts)) return {};
    return {
      moves: missing(records, month, facts).map((department) => ({
        register: months,
        values: { month, department, version: 1 },
      })),
    };
  },
};

/** Working days that people have to answer. */
const answerDays = 2;

function actsOf(record: RecordRow, facts: Facts): readonly Act[] {
  const { values } = record;
  const act = (transition: string): readonly Act[] => [{ register: record.register, record, transition }];
  const since = text(values['askedAt']).slice(0, 10);
  if (record.register === confirmations) {
    if (values['state'] === 'objected') {
      const next = successorOf(record, ['settler', 'settlerAskedAt'], text(values['person']), facts);
      return next ? act('passOn') : [];
    }
    return workDaysSince(since, answerDays + 1, facts) > answerDays ? act('hush') : [];
  }
  if (!isWithSigner(record)) return [];
  if (successorOf(record, ['signer', 'askedAt'], text(values['alone']), facts)) return act('passOn');
  const patience = facts.setting<number>('approval.reminderDays');
  const isDueSoon = facts.calendar.nextWorkDay(facts.today) >= deadlineOf(text(values['month']), facts);
  const isLong = workDaysSince(since, patience, facts) >= patience;
  return isEmpty(values['remindedAt']) && since < facts.today && (isDueSoon || isLong) ? act('remind') : [];
}

export const chaseMonth: Job = {
  key: 'attendance-chase-month',
  article: '6.3.1',
  when: 'morning',
  registers: [months, confirmations],
  plan: (open, facts) => ({
    acts: facts.calendar.isWorkDay(facts.today) ? open.flatMap((one) => actsOf(one, facts)) : [],
  }),
};
