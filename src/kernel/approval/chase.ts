// Every morning: who is away is replaced, who has not answered is reminded, and then passed over.
import { addDays } from '../civil';
import { away, type Facts } from '../facts';
import type { Act, Job } from '../job';
import { isEmpty, text, type RecordRow } from '../values';
import { states, type Approval } from './approval';
import { standInStop, superiorStop } from './asking';

/** Working days that have begun since a day; counting stops at `most`. */
export function workDaysSince(day: string, most: number, { today, calendar }: Facts): number {
  let count = 0;
  for (let next = addDays(day, 1); next <= today && count < most; next = addDays(next, 1)) {
    if (calendar.isWorkDay(next)) count += 1;
  }
  return count;
}

function stepFor(approval: Approval, record: RecordRow, facts: Facts): string | undefined {
  const { values } = record;
  const approver = facts.directory.person(text(values['approver']));
  if (!approver) return undefined;
  const standIn = standInStop(approval, record, facts);
  const hasLeft = approver.leftOn !== null && approver.leftOn < facts.today;
  if (standIn && (away(approver, facts.today) || hasLeft)) return 'passOn';
  const escalation = facts.setting<number>('approval.escalationDays');
  const reminder = facts.setting<number>('approval.reminderDays');
  const waited = workDaysSince(text(values['askedAt']).slice(0, 10), Math.max(escalation, reminder), facts);
  const other = superiorStop(approval, record, facts);
  if (other && (waited >= escalation || hasLeft)) return 'escalate';
  return waited >= reminder && isEmpty(values['remindedAt']) ? 'remind' : undefined;
}

export function chaseJob(approval: Approval): Job {
  const { key } = approval.register;
  const waiting = states(approval);
  return {
    key: `${key}-chase`,
    article: approval.article,
    when: 'morning',
    registers: [key],
    plan(open, facts) {
      const requests = open.filter(
        (one, index) =>
          waiting.includes(text(one.values['state'])) &&
          !isEmpty(one.values['askedAt']) &&
          open.findIndex(({ no }) => no === one.no) === index,
      );
      const acts = requests.flatMap((record): readonly Act[] => {
        const transition = stepFor(approval, record, facts);
        return transition ? [{ register: key, record, transition }] : [];
      });
      return { acts };
    },
  };
}
